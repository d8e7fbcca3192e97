"""Fits: archetypes drawn at chance poses, sizes, styles and forms, and found again from the picture alone.

`python -m bench.fitting [COUNT] [--seed N] [--named] [--silhouettes] [--everyday]`: so many archetypes, drawn by chance
from those whose silhouettes are kept. `--named` gives the archetype's name as the hint; `--silhouettes` looks at the
candidates only, which is quick; `--everyday` has what people photograph drawn before backgrounds as photographs have
them, and chooses between a fit and an inflation as the server does. Seconds are of this process's own work.
"""

import time
from argparse import ArgumentParser, Namespace

import numpy as np
from rich.console import Console
from rich.table import Table as Rows

from engine.archetypes import ARCHETYPES
from engine.assembling.assembly import assemble
from engine.planner import plan
from engine.single_view.candidates import candidates
from engine.single_view.choosing import shaped
from engine.single_view.fitting import fitted
from engine.single_view.foreground import Foreground
from engine.single_view.photo import Photo
from engine.single_view.shape import Pose, Shape
from engine.single_view.silhouettes import alone, table
from tests.picturing import pictured

EVERYDAY = (
    ("a coffee mug", "table"), ("a wooden chair", "room"), ("a table lamp", "wall"), ("a car", "lawn"),
    ("a running shoe", "sweep"), ("a wine bottle", "table"), ("a hardcover book", "table"), ("a smartphone", "sweep"),
    ("a ceramic vase", "room"), ("a wall clock", "wall"), ("an acoustic guitar", "room"), ("a sofa", "room"),
    ("a cardboard box", "table"), ("a wardrobe", "room"), ("an oak tree", "lawn"), ("a teapot", "table"),
    ("a desk lamp", "wall"), ("a bicycle", "lawn"),
)  # fmt: skip
_STYLES = ("realistic", "modern", "rustic")
_LONGEST_PX, _MARGIN_PX = 300, 30
_LIGHT = np.array([-0.41, 0.76, 0.5])
_NOISE = 0.01


def main() -> None:
    """Print a row for each thing, and the shares that are right."""
    parser = ArgumentParser()
    parser.add_argument("count", nargs="?", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--named", action="store_true")
    parser.add_argument("--silhouettes", action="store_true")
    parser.add_argument("--everyday", action="store_true")
    given = parser.parse_args()
    if given.everyday:
        _everyday()
        return
    random = np.random.default_rng(given.seed)
    names = [str(name) for name in random.choice(table().names, given.count, replace=False)]
    (_recall if given.silhouettes else _fits)(names, random, given)


def _everyday() -> None:
    """Print what each everyday thing becomes, no words given, from its true mask."""
    for number, (prompt, background) in enumerate(EVERYDAY):
        seen = pictured(prompt, background, size=300, seed=number % 3)
        begun = time.process_time()
        made = shaped(
            Photo(seen.pixels), Foreground(seen.mask.astype(np.float32), "given", 1.0), hint="", seed=0, largest_m=0.3
        )
        print(
            f"{prompt:20} {background:6} {made.method:10} {made.facts['kind']!s:12} IoU {made.agreement['iou']:.3f} "
            f"edges {made.agreement['edges']:.2f}  {time.process_time() - begun:5.1f} CPU s", flush=True,
        )  # fmt: skip


def _recall(names: list[str], random: np.random.Generator, given: Namespace) -> None:
    """Print how often the archetype, or one of its category, is among the first candidates."""
    ranks, kin, seconds = [], [], []
    for name in names:
        _, foreground = picture_of(name, random)
        begun = time.process_time()
        found = [one.archetype for one in candidates(foreground.mask, most=60)]
        seconds.append(time.process_time() - begun)
        ranks.append(found.index(name) if name in found else len(table().names))
        alike = [at for at, other in enumerate(found) if _category(other) == _category(name)]
        kin.append(alike[0] if alike else len(table().names))
    for first in (1, 3, 10, 20, 60):
        print(f"first {first:2}: archetype {_share(ranks, first):4.0%}, category {_share(kin, first):4.0%}")
    print(f"{np.mean(seconds):.2f} s each, {len(names)} silhouettes, seed {given.seed}")


def _share(ranks: list[int], first: int) -> float:
    return float(np.mean([rank < first for rank in ranks]))


def _fits(names: list[str], random: np.random.Generator, given: Namespace) -> None:
    """Print each fit."""
    rows = Rows("thing", "found", "IoU", "edges", "margin", "looks", "CPU s", title=f"Fits, seed {given.seed}")
    right, kin, ious, seconds = [], [], [], []
    for name in names:
        photo, foreground = picture_of(name, random)
        begun = time.process_time()
        fit = fitted(photo, foreground, hint=name if given.named else "", seed=0)
        seconds.append(time.process_time() - begun)
        right.append(fit is not None and fit.archetype == name)
        kin.append(fit is not None and _category(fit.archetype) == _category(name))
        ious.append(fit.iou if fit else 0.0)
        said = (fit.archetype, f"{fit.iou:.3f}", f"{fit.edges:.2f}", f"{fit.margin:.2f}", str(fit.tried)) if fit else ()
        rows.add_row(name, *(said or ("none", "", "", "", "")), f"{seconds[-1]:.1f}")
    Console(width=110).print(rows)
    print(
        f"archetype {np.mean(right):.0%}, category {np.mean(kin):.0%}, IoU median {np.median(ious):.3f}, "
        f"at least 0.9 in {np.mean(np.array(ious) >= 0.9):.0%}; CPU seconds median {np.median(seconds):.1f}, "
        f"most {max(seconds):.1f}"
    )


def _category(name: str) -> str:
    return ARCHETYPES[name].category


def picture_of(name: str, random: np.random.Generator) -> tuple[Photo, Foreground]:
    """Return a shaded picture of an archetype at a chance pose, in chance sizes and of chance form, and its mask."""
    style, seed = str(random.choice(_STYLES)), int(random.integers(5))
    shape = Shape(assemble(alone(plan(ARCHETYPES[name].phrases[0], style=style, seed=seed)), quality="standard"))
    pose = Pose(
        float(random.uniform(-60, 60)), float(random.uniform(5, 45)), float(random.normal(0, 2)),
        float(random.uniform(3, 8)), float(random.normal(0, 0.12)), float(random.normal(0, 0.12)),
    )  # fmt: skip
    view = shape.portrait(pose, _LONGEST_PX)
    hits = shape.seen(view, pose.factors)
    met = hits.face >= 0
    normals = shape.normals[np.maximum(hits.face, 0)] / pose.factors
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    finishes = random.uniform(0.2, 0.8, (len(shape.parts), 3))[shape.finish_of_face]
    colors = np.full((len(met), 3), 0.92)
    light = 0.45 + 0.55 * np.clip(normals @ _LIGHT, 0, 1)
    colors[met] = finishes[hits.face[met]] * light[met, None]
    framed = np.pad(colors.reshape(*view.size, 3), ((_MARGIN_PX,) * 2, (_MARGIN_PX,) * 2, (0, 0)), constant_values=0.92)
    noisy = np.clip(framed + random.normal(0, _NOISE, framed.shape), 0, 1)
    mask = np.pad(met.reshape(view.size), _MARGIN_PX)
    return Photo((noisy * 255).astype(np.uint8)), Foreground(mask.astype(np.float32), "given", 1.0)


if __name__ == "__main__":
    main()
