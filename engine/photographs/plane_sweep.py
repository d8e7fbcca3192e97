"""How far the surface lies from one view: a sweep of planes, coarse to fine, on whatever device torch has.

At the coarsest level planes parallel to the picture, even in inverse depth, are compared; at each finer level a few
steps around what the level before has found, so that the compared windows lean with the surface. What is compared is
normalised cross-correlation in a window, averaged over the best half of the other views (Collins, "A space-sweep
approach to true multi-image matching", 1996; Goesele et al., "Multi-view stereo revisited", 2006).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  (its common name)
from torch import Tensor

from engine.photographs.views import Depth, View

_PLAIN = 2e-5  # variance of luminance in [0, 1]: in what is smoother, nothing is found again


@dataclass(frozen=True, slots=True)
class SweepOptions:
    """How finely it is looked.

    Attributes
    ----------
    levels : int
        Of the picture pyramid, each half as large.
    planes : int
        Compared at the coarsest level.
    steps : int
        Compared at each finer level, odd.
    window_px : int
        Side of the compared window, odd.
    best : int
        Of how many of the other views the agreement is averaged: those that agree most, for some see something else.
    """

    levels: int = 3
    planes: int = 96
    steps: int = 7
    window_px: int = 7
    best: int = 2


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """A view at one level of the pyramid: luminance (1, 1, h, w) in [0, 1], intrinsics (3, 3), pose."""

    grey: Tensor
    inner: Tensor
    turn: Tensor
    shift: Tensor
    known: dict[int, tuple[Tensor, Tensor]] = field(default_factory=dict)

    def windows(self, window: int) -> tuple[Tensor, Tensor]:
        """Return mean and variance of the windows of the view itself; they are worked out once."""
        if window not in self.known:
            mean, square = _box(torch.cat([self.grey, self.grey * self.grey]), window).chunk(2)
            self.known[window] = mean, (square - mean * mean).clamp_min(_PLAIN)
        return self.known[window]


def swept(view: View, others: Sequence[View], near: float, far: float, *, options: SweepOptions, device: str) -> Depth:
    """Return the depth at each pixel of a view, between `near` and `far`, from what other views show of it."""
    with torch.inference_mode():
        pyramids = [_pyramid(each, options.levels, device) for each in (view, *others)]
        low, high = 1 / far, 1 / near
        inverse, score = _first(pyramids, low, high, options)
        step = (high - low) / (options.planes - 1)
        for level in range(options.levels - 2, -1, -1):
            sides = [pyramid[level] for pyramid in pyramids]
            size = sides[0].grey.shape[-2:]
            inverse = F.interpolate(_median(inverse), size=size, mode="bilinear", align_corners=False)
            step /= 2
            inverse, score = _around(sides, inverse, step, low, high, options)
        known = (inverse > 0) & (score > 0)
        depth = torch.where(known, 1 / inverse.clamp_min(1e-12), torch.zeros_like(inverse))
        confidence = torch.where(known, score.clamp(0, 1), torch.zeros_like(score))
        return Depth(_out(depth), _out(confidence))


def _out(values: Tensor) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    return np.asarray(values[0, 0].float().cpu().numpy(), np.float32)


def _pyramid(view: View, levels: int, device: str) -> list[_Side]:
    pixels = torch.from_numpy(np.ascontiguousarray(view.picture)).to(device).float() / 255
    grey = (pixels @ torch.tensor([0.299, 0.587, 0.114], device=device))[None, None]
    turn, shift = (torch.from_numpy(np.ascontiguousarray(each)).to(device).float() for each in (view.turn, view.shift))
    sides = []
    for level in range(levels):
        height, width = grey.shape[-2:]
        scale = np.array([width / view.picture.shape[1], height / view.picture.shape[0]])
        focal, middle = view.focal_px * scale, view.middle_px * scale
        inner = torch.tensor([[focal[0], 0, middle[0]], [0, focal[1], middle[1]], [0, 0, 1]], device=device).float()
        sides.append(_Side(grey, inner, turn, shift))
        if level + 1 < levels:
            grey = F.interpolate(grey, size=(max(8, height // 2), max(8, width // 2)), mode="area")
    return sides


def _first(pyramids: list[list[_Side]], low: float, high: float, options: SweepOptions) -> tuple[Tensor, Tensor]:
    """Compare whole planes at the coarsest level."""
    sides = [pyramid[-1] for pyramid in pyramids]
    shape = sides[0].grey.shape
    planes = torch.linspace(low, high, options.planes, device=sides[0].grey.device)
    scores = torch.cat(
        [_agreement(sides, torch.full(shape, float(one), device=planes.device), options) for one in planes]
    )
    return _peak(scores[:, 0], planes[:, None, None].expand(-1, *shape[-2:]), (high - low) / (options.planes - 1))


def _around(
    sides: list[_Side], inverse: Tensor, step: float, low: float, high: float, options: SweepOptions
) -> tuple[Tensor, Tensor]:
    """Compare a few steps around what is known."""
    half = options.steps // 2
    tried = [(inverse + offset * step).clamp(low, high) for offset in range(-half, half + 1)]
    scores = torch.cat([_agreement(sides, each, options) for each in tried])
    return _peak(scores[:, 0], torch.cat(tried)[:, 0], step)


def _peak(scores: Tensor, tried: Tensor, step: float) -> tuple[Tensor, Tensor]:
    """Return the inverse depth (1, 1, h, w) where the agreement is greatest, between steps by a parabola."""
    best, at = scores.max(dim=0)
    last = scores.shape[0] - 1
    before = scores.gather(0, (at - 1).clamp_min(0)[None])[0]
    after = scores.gather(0, (at + 1).clamp_max(last)[None])[0]
    bend = before - 2 * best + after
    shift = torch.where((at > 0) & (at < last) & (bend < -1e-6), 0.5 * (before - after) / bend, torch.zeros_like(best))
    found = tried.gather(0, at[None])[0] + shift.clamp(-0.5, 0.5) * step
    return found[None, None], best[None, None]


def _agreement(sides: list[_Side], inverse: Tensor, options: SweepOptions) -> Tensor:
    """Return (1, 1, h, w) how well the others agree with the first view if the surface lies at these inverse depths."""
    first, *others = sides
    seen = [_seen_in(first, other, inverse) for other in others]
    shown, inside = (torch.cat(each) for each in zip(*seen, strict=True))
    found = torch.where(inside, _correlation(first, shown, options.window_px), torch.full_like(shown, -1.0))
    best = min(options.best, len(others))
    return found.topk(best, dim=0).values.mean(dim=0, keepdim=True)


def _seen_in(first: _Side, other: _Side, inverse: Tensor) -> tuple[Tensor, Tensor]:
    """Return what another view shows at each pixel's place, and whether it lies in its picture."""
    height, width = first.grey.shape[-2:]
    device = inverse.device
    y, x = torch.meshgrid(
        torch.arange(height, device=device) + 0.5, torch.arange(width, device=device) + 0.5, indexing="ij"
    )
    rays = torch.stack([(x - first.inner[0, 2]) / first.inner[0, 0], (y - first.inner[1, 2]) / first.inner[1, 1],
                        torch.ones_like(x)])  # fmt: skip
    turn = other.turn @ first.turn.T
    shift = other.shift - turn @ first.shift
    matrix = other.inner @ turn
    place = (matrix @ rays.reshape(3, -1)).reshape(3, height, width)
    place = place + (other.inner @ shift)[:, None, None] * inverse[0, 0]
    ahead = place[2] > 1e-6
    u, v = place[0] / place[2].clamp_min(1e-6), place[1] / place[2].clamp_min(1e-6)
    wide, high = other.grey.shape[-1], other.grey.shape[-2]
    grid = torch.stack([2 * u / wide - 1, 2 * v / high - 1], dim=-1)[None]
    shown = F.grid_sample(other.grey, grid, mode="bilinear", padding_mode="border", align_corners=False)
    inside = ahead & (grid[0, ..., 0].abs() < 1) & (grid[0, ..., 1].abs() < 1)
    return shown, inside[None, None]


def _correlation(first: _Side, shown: Tensor, window: int) -> Tensor:
    """Return the normalised cross-correlation in windows of the first view with each of the others, (n, 1, h, w)."""
    mean_one, spread_one = first.windows(window)
    mean, square, both = _box(torch.cat([shown, shown * shown, first.grey * shown]), window).chunk(3)
    spread = (square - mean * mean).clamp_min(_PLAIN)
    return (both - mean_one * mean) * torch.rsqrt(spread_one * spread)


def _box(values: Tensor, window: int) -> Tensor:
    """Return the means of windows; they are cut off at the border of the picture."""
    half = window // 2
    padded = F.pad(values, (half, half, half, half), mode="replicate")
    return F.avg_pool2d(F.avg_pool2d(padded, (1, window), stride=1), (window, 1), stride=1)


def _median(values: Tensor) -> Tensor:
    """Return the median of each 3 × 3 neighbourhood: single wrong places do not lead the finer level astray."""
    padded = F.pad(values, (1, 1, 1, 1), mode="replicate")
    around = F.unfold(padded, 3).reshape(9, *values.shape[-2:])
    return around.median(dim=0).values[None, None]
