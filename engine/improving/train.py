"""Teaches the policy: `python -m engine.improving.train [--minutes M] [--out FILE]`; about ten minutes on two cores.

Policy gradient with a learned baseline: in each round, episodes are played with the policy as it stands; how much more
an edit and what followed it gained than the baseline expected decides whether the edit becomes more likely. Each
round's episodes are used a few times, with the ratio of new to old probability clipped. Everything random is drawn
from the seed; the number of rounds, not the clock, says when it ends, so that the same command gives the same weights.

Source: Williams, "Simple statistical gradient-following algorithms for connectionist reinforcement learning", 1992;
Schulman et al., "Proximal policy optimization algorithms", 2017.
"""

import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import get_args

import click
import numpy as np
import structlog
import torch
from numpy.typing import NDArray
from safetensors.numpy import save_file
from torch import nn

from domain.work.iterate_design import Strategy
from engine.improving.edits import Edit
from engine.improving.environment import Environment
from engine.improving.features import WHOLE, Rows, edit_rows, state_row
from engine.improving.lessons import lesson
from engine.improving.policy import FILE, LAYERS

ROUNDS = 400
EPISODES = 24
TRIES = 20
OFFERED = 128
"""So many of the legal edits, drawn at random, are offered to the policy at a time while it learns."""
DISCOUNT = 0.95
REWARD_MOST = 4.0
REWARD_PER_POINT = 4.0
FAILURE = -0.02
PASSES = 3
CLIP = 0.2
ENTROPY = 0.01
RATE = 1e-3
STRATEGIES: tuple[Strategy, ...] = get_args(Strategy)

log: structlog.stdlib.BoundLogger = structlog.get_logger()


@dataclass
class Step:
    """One edit that was tried: what was offered, what was open among it, which was taken, and what followed."""

    rows: Rows
    is_open: NDArray[np.bool_]
    taken: int
    probability_log: float
    state: NDArray[np.float32]
    reward: float
    returned: float = 0.0


class Networks(nn.Module):  # type: ignore[misc]
    """The policy and its baseline."""

    def __init__(self) -> None:
        super().__init__()
        modules: list[nn.Module] = []
        for inner, outer in LAYERS:
            modules += [nn.Linear(inner, outer), nn.ReLU()]
        self.policy = nn.Sequential(*modules[:-1])
        self.baseline = nn.Sequential(nn.Linear(WHOLE + 1, 64), nn.ReLU(), nn.Linear(64, 1))

    def weights(self) -> dict[str, NDArray[np.float32]]:
        """Return the policy's weights as `Policy` reads them."""
        linear = [module for module in self.policy if isinstance(module, nn.Linear)]
        found: dict[str, NDArray[np.float32]] = {}
        for at, module in enumerate(linear):
            found[f"weight_{at}"] = module.weight.detach().numpy().copy()
            found[f"bias_{at}"] = module.bias.detach().numpy().copy()
        return found


def play(networks: Networks, env: Environment, dice: Random) -> list[Step]:
    """Return one episode: edits drawn by the policy, each tried and kept if it gains."""
    steps: list[Step] = []
    offered: list[Edit] = []
    rows, logits, is_open = np.empty((0, 0), np.float32), np.empty(0), np.empty(0, np.bool_)
    for number in range(TRIES):
        if not offered:
            offered = dice.sample(env.edits, min(OFFERED, len(env.edits)))
            if not offered:
                break
            rows, is_open = edit_rows(env, offered), np.ones(len(offered), np.bool_)
            with torch.no_grad():
                logits = networks.policy(torch.from_numpy(rows))[:, 0].numpy().astype(np.float64)
        odds = np.where(is_open, np.exp(logits - logits[is_open].max()), 0.0)
        odds /= odds.sum()
        taken = dice.choices(range(len(offered)), odds.tolist())[0]
        tried = env.try_out(offered[taken])
        reward = FAILURE if tried.obstacle else min(tried.gain * REWARD_PER_POINT, REWARD_MOST)
        state = np.array([*state_row(env), number / TRIES], np.float32)
        steps.append(Step(rows, is_open.copy(), taken, float(np.log(odds[taken])), state, reward))
        is_open[taken] = False
        if not tried.obstacle:
            env.keep(tried)
        if not tried.obstacle or not is_open.any():
            offered = []
    ahead = 0.0
    for step in reversed(steps):
        ahead = step.returned = step.reward + DISCOUNT * ahead
    return steps


def learn(networks: Networks, optimiser: torch.optim.Optimizer, steps: list[Step]) -> None:
    """Make what gained more than expected more likely, and the baseline expect better."""
    width = max(len(step.rows) for step in steps)
    unique = list({id(step.rows): step.rows for step in steps}.values())
    place = {id(rows): at for at, rows in enumerate(unique)}
    padded = np.zeros((len(unique), width, unique[0].shape[1]), np.float32)
    for at, rows in enumerate(unique):
        padded[at, : len(rows)] = rows
    is_open = np.zeros((len(steps), width), bool)
    for at, step in enumerate(steps):
        is_open[at, : len(step.is_open)] = step.is_open
    offers, shut = torch.from_numpy(padded), torch.from_numpy(~is_open)
    which = torch.tensor([place[id(step.rows)] for step in steps])
    taken = torch.tensor([step.taken for step in steps])
    before = torch.tensor([step.probability_log for step in steps], dtype=torch.float32)
    returned = torch.tensor([step.returned for step in steps], dtype=torch.float32)
    states = torch.from_numpy(np.stack([step.state for step in steps]))
    with torch.no_grad():
        advantage = returned - networks.baseline(states)[:, 0]
        advantage = (advantage - advantage.mean()) / (advantage.std() + 1e-6)
    for _ in range(PASSES):
        logits = networks.policy(offers)[:, :, 0][which].masked_fill(shut, -1e9)
        logs = torch.log_softmax(logits, 1)
        ratio = torch.exp(logs.gather(1, taken[:, None])[:, 0] - before)
        gain = torch.minimum(ratio * advantage, ratio.clamp(1 - CLIP, 1 + CLIP) * advantage).mean()
        entropy = -(logs.exp() * logs.clamp(min=-50)).sum(1).mean()
        error = (networks.baseline(states)[:, 0] - returned).square().mean()
        loss = -gain - ENTROPY * entropy + 0.5 * error
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(networks.parameters(), 1.0)
        optimiser.step()


def train(rounds: int, seed: int, threads: int) -> Networks:
    """Return the networks after so many rounds."""
    torch.manual_seed(seed)
    torch.set_num_threads(threads)
    dice = Random(seed)
    networks = Networks()
    optimiser = torch.optim.Adam(networks.parameters(), RATE)
    begun = time.monotonic()
    rewards: list[float] = []
    for number in range(1, rounds + 1):
        for group in optimiser.param_groups:
            group["lr"] = RATE * (1 - 0.9 * number / rounds)
        steps: list[Step] = []
        for episode in range(EPISODES):
            played = play(networks, Environment(lesson(dice), STRATEGIES[episode % len(STRATEGIES)]), dice)
            rewards.append(sum(step.reward for step in played))
            steps += played
        if steps:
            learn(networks, optimiser, steps)
        if number % 10 == 0:
            mean = sum(rewards[-10 * EPISODES :]) / (10 * EPISODES)
            log.info("round.ended", number=number, reward=round(mean, 3), duration_s=round(time.monotonic() - begun))
    return networks


@click.command()
@click.option("--rounds", default=ROUNDS, show_default=True, help="Rounds of play and learning")
@click.option("--seed", default=7, show_default=True)
@click.option("--out", default=FILE, type=click.Path(path_type=Path), show_default=True)
def main(rounds: int, seed: int, out: Path) -> None:
    """Teach the policy and write its weights."""
    save_file(train(rounds, seed, threads=1).weights(), out)
    log.info("policy.written", file=str(out), size_bytes=out.stat().st_size)


if __name__ == "__main__":
    main()
