"""How far the surface lies from one view: planes are swept, coarse to fine, on whatever device torch has.

At the coarsest level planes of a few directions are compared, even in inverse depth. At each finer level the depths
that were found are taken over from places around, as planes that go on (Barnes et al., "PatchMatch", 2009; Bleyer et
al., "PatchMatch stereo", 2011), and a few steps around them are compared, so that the compared windows lean with the
surface. What is compared is normalised cross-correlation in a window, averaged over those other views that agree best
(Goesele et al., "Multi-view stereo revisited", 2006). A plane's inverse depth is affine in the picture, so a window
is a box and all pixels are compared at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  (its common name)
from torch import Tensor

from engine.photographs.views import Depth, View

_PLAIN = 8e-5  # variance of luminance in [0, 1]: windows not much above it, as of the sky, agree with everything
_NOTHING = 1.5e-5  # variance in 3 x 3 pixels: one step of 8 bits
_SLOPES = ((0.0, 0.0), (0.0, 1.6), (1.0, 0.0), (-1.0, 0.0), (0.0, -0.8))
"""Directions of the swept planes: how much their inverse depth grows, to the right and down, over one focal length.

Facing the camera; a ground, seen from above; walls to the left and to the right; a ceiling.
"""
_COARSEST_PX = 110  # about so long is the longer side at the coarsest level
_SLOPE_MOST = 6.0
_AT_ONCE = 1 << 16  # compared pixels: they stay in the processor's cache


@dataclass(frozen=True, slots=True)
class SweepOptions:
    """How finely it is looked.

    Attributes
    ----------
    planes : int
        Compared at the coarsest level, for each direction.
    steps : int
        Compared around what is known at each level, odd.
    window_px : int
        Side of the compared window, odd.
    best : int
        Of how many of the other views the agreement is averaged: those that agree most, for some see something else.
    rounds : int
        How often depths are taken over from around, at the coarsest level; once less at each finer level.
    """

    planes: int = 64
    steps: int = 3
    window_px: int = 5
    best: int = 2
    rounds: int = 5


@dataclass(frozen=True, slots=True, eq=False)
class _Other:
    """Another view at one level: luminance (1, 1, h, w); it sees a pixel at `base` (3, h w) + inverse depth * `way`."""

    grey: Tensor
    base: Tensor
    way: tuple[float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class _Level:
    """One level of the pyramid: the view's luminance (1, h, w), mean and variance of its windows, and the others."""

    grey: Tensor
    mean: Tensor
    spread: Tensor
    others: tuple[_Other, ...]
    focal: tuple[float, float]
    options: SweepOptions


def swept(view: View, others: Sequence[View], near: float, far: float, *, options: SweepOptions, device: str) -> Depth:
    """Return the depth at each pixel of a view, between `near` and `far`, from what other views show of it."""
    with torch.inference_mode():
        low, high = 1 / far, 1 / near
        step = (high - low) / (options.planes - 1)
        count = max(1, round(np.log2(max(view.picture.shape[:2]) / _COARSEST_PX)) + 1)
        inverse = score = torch.zeros(0)
        for number, level in enumerate(_levels(view, others, count, options, device)):
            if number == 0:
                inverse, score = _first(level, low, high)
            else:
                step /= 2
                size = level.grey.shape[-2:]
                inverse = F.interpolate(_median(inverse)[None, None], size=size, mode="bilinear")[0, 0]
                score = _agreement(level, inverse[None])[0]
            for turn in range(max(1, options.rounds - number)):
                reach = (1, 4) if turn % 2 == 0 else (2, 8)
                inverse, score = _spread(level, inverse, score, reach, (low, high))
                inverse, score = _around(level, inverse, score, step, (low, high))
        known = (inverse > 0) & (score > 0) & ~_is_plain(view, device)
        depth = torch.where(known, 1 / inverse.clamp_min(1e-12), torch.zeros_like(inverse))
        return Depth(_out(depth), _out(torch.where(known, score.clamp(0, 1), torch.zeros_like(score))))


def _out(values: Tensor) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    return np.asarray(values.float().cpu().numpy(), np.float32)


def _is_plain(view: View, device: str) -> Tensor:
    """Return where a picture shows nothing, as sky beside a roof: windows there agree by the roof alone."""
    grey = _pyramid(view, 1, device)[0][0][0]
    mean, square = _box(torch.cat([grey, grey * grey]), 3)
    return square - mean * mean < _NOTHING


def _levels(view: View, others: Sequence[View], count: int, options: SweepOptions, device: str) -> Iterator[_Level]:
    """Yield the levels of the pyramid, coarsest first."""
    pyramids = [_pyramid(each, count, device) for each in (view, *others)]
    for number in range(count - 1, -1, -1):
        (grey, inner), *seen = [pyramid[number] for pyramid in pyramids]
        mean, square = _box(torch.cat([grey, grey * grey])[:, 0], options.window_px)
        rays = _rays(grey, inner)
        sides = tuple(_other(view, each, one, its, rays) for each, (one, its) in zip(others, seen, strict=True))
        spread = (square - mean * mean) + _PLAIN
        focal = float(inner[0, 0]), float(inner[1, 1])
        yield _Level(grey[0], mean[None], spread[None], sides, focal, options)


def _pyramid(
    view: View, levels: int, device: str
) -> list[tuple[Tensor, "np.ndarray[tuple[int, int], np.dtype[np.float64]]"]]:
    """Return luminance (1, 1, h, w) in [0, 1] and intrinsics (3, 3) of each level, finest first."""
    pixels = torch.from_numpy(np.array(view.picture, order="C")).to(device).float() / 255
    grey = (pixels @ torch.tensor([0.299, 0.587, 0.114], device=device))[None, None]
    found = []
    for level in range(levels):
        height, width = grey.shape[-2:]
        scale = np.array([width / view.picture.shape[1], height / view.picture.shape[0]])
        focal, middle = view.focal_px * scale, view.middle_px * scale
        found.append((grey, np.array([[focal[0], 0, middle[0]], [0, focal[1], middle[1]], [0, 0, 1]])))
        if level + 1 < levels:
            grey = F.interpolate(grey, size=(max(8, height // 2), max(8, width // 2)), mode="area")
    return found


def _rays(grey: Tensor, inner: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> Tensor:
    """Return (3, h w) directions of the pixels in the camera's axes, 1 long along its axis."""
    height, width = grey.shape[-2:]
    y, x = torch.meshgrid(
        torch.arange(height, device=grey.device) + 0.5, torch.arange(width, device=grey.device) + 0.5, indexing="ij"
    )
    across, down = (x - inner[0, 2]) / inner[0, 0], (y - inner[1, 2]) / inner[1, 1]
    return torch.stack([across, down, torch.ones_like(x)]).reshape(3, -1).float()


def _other(
    view: View, other: View, grey: Tensor, inner: "np.ndarray[tuple[int, int], np.dtype[np.float64]]", rays: Tensor
) -> _Other:
    turn = other.turn @ view.turn.T
    matrix = torch.from_numpy(inner @ turn).float().to(rays.device)
    way = inner @ (other.shift - turn @ view.shift)
    return _Other(grey, matrix @ rays, (float(way[0]), float(way[1]), float(way[2])))


def _first(level: _Level, low: float, high: float) -> tuple[Tensor, Tensor]:
    """Compare whole planes at the coarsest level."""
    height, width = level.grey.shape[-2:]
    device = level.grey.device
    y = (torch.arange(height, device=device) - height / 2)[:, None] / level.focal[1]
    x = (torch.arange(width, device=device) - width / 2)[None] / level.focal[0]
    best = torch.full((height, width), -2.0, device=device)
    found = torch.zeros((height, width), device=device)
    planes = torch.linspace(low, high, level.options.planes, device=device)
    for right, down in _SLOPES:
        lean = (1 + right * x + down * y).clamp_min(0.05)
        for some in planes.split(max(1, _AT_ONCE // (height * width))):
            tried = some[:, None, None] * lean
            scores = _agreement(level, tried)
            scores = torch.where((tried >= low) & (tried <= high), scores, scores - 1)
            best, found = _better(best, found, scores, tried)
    return found, best


def _better(best: Tensor, found: Tensor, scores: Tensor, tried: Tensor) -> tuple[Tensor, Tensor]:
    most, at = scores.max(dim=0)
    wins = most > best
    return torch.where(wins, most, best), torch.where(wins, tried.gather(0, at[None])[0], found)


def _spread(
    level: _Level, inverse: Tensor, score: Tensor, reach: Sequence[int], limits: tuple[float, float]
) -> tuple[Tensor, Tensor]:
    """Try at each pixel the planes of places around, at these distances, as they go on."""
    across, down = _slopes(inverse, level.focal)
    for distance in reach:
        tried = []
        for right, below in ((distance, 0), (-distance, 0), (0, distance), (0, -distance)):
            gone = inverse - right * across - below * down
            tried.append(_moved(gone, right, below))
        planes = torch.stack(tried).clamp(*limits)
        score, inverse = _better(score, inverse, _agreement(level, planes), planes)
    return inverse, score


def _moved(values: Tensor, right: int, below: int) -> Tensor:
    """Return at each pixel the value `right` columns and `below` rows away; at the border that of the last one."""
    height, width = values.shape
    rows = (torch.arange(height, device=values.device) + below).clamp(0, height - 1)
    columns = (torch.arange(width, device=values.device) + right).clamp(0, width - 1)
    return values[rows][:, columns]


def _slopes(inverse: Tensor, focal: tuple[float, float]) -> tuple[Tensor, Tensor]:
    """Return how much inverse depth grows a pixel to the right and a pixel down, of a smoothed picture of it."""
    calm = _median(inverse)
    across = (_moved(calm, 1, 0) - _moved(calm, -1, 0)) / 2
    down = (_moved(calm, 0, 1) - _moved(calm, 0, -1)) / 2
    across, down = _median(_median(across)), _median(_median(down))
    most = _SLOPE_MOST * calm
    return across.clamp(-most / focal[0], most / focal[0]), down.clamp(-most / focal[1], most / focal[1])


def _around(
    level: _Level, inverse: Tensor, score: Tensor, step: float, limits: tuple[float, float]
) -> tuple[Tensor, Tensor]:
    """Compare a few steps around what is known, and what lies between them by a parabola."""
    half = level.options.steps // 2
    offsets = torch.arange(-half, half + 1, device=inverse.device) * step
    tried = (inverse[None] + offsets[:, None, None]).clamp(*limits)
    return _peak(_agreement(level, tried), tried, step)


def _peak(scores: Tensor, tried: Tensor, step: float) -> tuple[Tensor, Tensor]:
    """Return the inverse depth (h, w) where the agreement is greatest, between steps by a parabola."""
    best, at = scores.max(dim=0)
    last = scores.shape[0] - 1
    before = scores.gather(0, (at - 1).clamp_min(0)[None])[0]
    after = scores.gather(0, (at + 1).clamp_max(last)[None])[0]
    bend = before - 2 * best + after
    shift = torch.where((at > 0) & (at < last) & (bend < -1e-6), 0.5 * (before - after) / bend, torch.zeros_like(best))
    found = tried.gather(0, at[None])[0] + shift.clamp(-0.5, 0.5) * step
    return found, best


def _agreement(level: _Level, inverse: Tensor) -> Tensor:
    """Return how well the others agree with the view if the surface lies at inverse depths; both are (k, h, w)."""
    options = level.options
    found = []
    for some in inverse.split(max(1, _AT_ONCE // level.grey.numel())):
        tops: list[Tensor] = []
        for other in level.others:
            shown, inside = _seen_in(other, some)
            score = torch.where(inside, _correlation(level, shown), -1.0)
            for place, top in enumerate(tops):
                tops[place], score = torch.maximum(top, score), torch.minimum(top, score)
            if len(tops) < min(options.best, len(level.others)):
                tops.append(score)
        found.append(torch.stack(tops).mean(dim=0))
    return torch.cat(found)


def _seen_in(other: _Other, inverse: Tensor) -> tuple[Tensor, Tensor]:
    """Return what another view shows at each pixel's place, and whether it lies in its picture, both (k, h, w)."""
    count, height, width = inverse.shape
    wide, high = other.grey.shape[-1], other.grey.shape[-2]
    base = other.base.reshape(3, 1, height, width)
    depth = base[2] + other.way[2] * inverse
    scale = 2 / depth.clamp_min(1e-6)
    across = (base[0] + other.way[0] * inverse) * (scale / wide) - 1
    down = (base[1] + other.way[1] * inverse) * (scale / high) - 1
    grid = torch.stack([across, down], dim=-1).reshape(1, count * height, width, 2)
    shown = F.grid_sample(other.grey, grid, mode="bilinear", padding_mode="border", align_corners=False)
    inside = (depth > 1e-6) & (across.abs() < 1) & (down.abs() < 1)
    return shown.reshape(count, height, width), inside


def _correlation(level: _Level, shown: Tensor) -> Tensor:
    """Return the normalised cross-correlation in windows of the view with what another shows, (k, h, w)."""
    count = len(shown)
    sums = _box(torch.cat([shown, shown * shown, level.grey * shown]), level.options.window_px)
    mean, square, both = sums[:count], sums[count : 2 * count], sums[2 * count :]
    spread = (square - mean * mean) + _PLAIN
    return (both - level.mean * mean) * torch.rsqrt(level.spread * spread)


def _box(values: Tensor, window: int) -> Tensor:
    """Return the means of windows, (k, h, w); they are cut off at the border of the picture."""
    half = window // 2
    padded = F.pad(values[:, None], (half, half, half, half), mode="replicate")[:, 0]
    return _sums(_sums(padded, window, -1), window, -2) / window**2


def _sums(values: Tensor, window: int, axis: int) -> Tensor:
    """Return the sums of `window` neighbours along an axis, from sums of 1, 2, 4, ...: far quicker than pooling."""
    count = values.shape[axis] - window + 1
    total: Tensor | None = None
    first, width, doubled = 0, 1, values
    while True:
        if window & width:
            part = doubled.narrow(axis, first, count)
            total = part if total is None else total + part
            first += width
        width *= 2
        if width > window:
            return values if total is None else total
        length = doubled.shape[axis] - width // 2
        doubled = doubled.narrow(axis, 0, length) + doubled.narrow(axis, width // 2, length)


def _median(values: Tensor) -> Tensor:
    """Return the median of each 3 × 3 neighbourhood: single wrong places do not lead the finer level astray.

    Columns are sorted once: the median of nine is that of the largest low, the middle middle and the smallest high one.
    """
    padded = F.pad(values[None, None], (1, 1, 1, 1), mode="replicate")[0, 0]
    a, b, c = padded[:-2], padded[1:-1], padded[2:]
    low, high = torch.minimum(torch.minimum(a, b), c), torch.maximum(torch.maximum(a, b), c)
    middle = _middle(a, b, c)
    lows = torch.maximum(torch.maximum(low[:, :-2], low[:, 1:-1]), low[:, 2:])
    highs = torch.minimum(torch.minimum(high[:, :-2], high[:, 1:-1]), high[:, 2:])
    return _middle(lows, _middle(middle[:, :-2], middle[:, 1:-1], middle[:, 2:]), highs)


def _middle(a: Tensor, b: Tensor, c: Tensor) -> Tensor:
    return torch.maximum(torch.minimum(a, b), torch.minimum(torch.maximum(a, b), c))
