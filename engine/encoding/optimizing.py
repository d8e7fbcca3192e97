"""One texture, from its texels to its file, with what was lost."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine.encoding.blocks import Effort
from engine.encoding.choosing import Wishes, choice_for
from engine.encoding.comparing import comparison
from engine.encoding.encoding import JPEG, PNG, Encoded, decoded, encoded, kept_as_is
from engine.encoding.kinds import profile_of
from engine.encoding.levels import Levels, levels_of
from engine.encoding.measuring import Loss, loss_of
from engine.encoding.sizing import BASIS_MULTIPLE, fitted
from engine.encoding.targets import Policy
from engine.encoding.texels import Texels
from engine.shapes import Tick, no_tick

_FILTERED, _ENCODED = 0.15, 0.85
_PLAIN = {"png": PNG, "jpeg": JPEG}
_THOROUGH_TEXELS_MOST = 1 << 22
_MEDIUM_TEXELS_MOST = 1 << 25


@dataclass(frozen=True, slots=True)
class Plan:
    """What every texture of a job is made into."""

    wishes: Wishes
    max_size_px: int
    power_of_two: Policy
    has_mipmaps: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A picture to encode, and what is known of it.

    `form` and `data` are the file that it came in, `bytes_before` its size, or that of all files that it came of.
    """

    texels: Texels
    kind: str
    bytes_before: int
    form: str = ""
    data: bytes = b""
    is_tiled: bool = False
    counts_alpha: bool = True
    alpha_cutoff: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Optimized:
    """A texture's file, what was lost on the way, and a picture of that (PNG)."""

    file: Encoded
    loss: Loss
    comparison: bytes
    metrics: Mapping[str, Any]


def optimized(source: Source, plan: Plan, *, tick: Tick = no_tick) -> Optimized:
    """Return a texture resized, encoded and measured against its resized source."""
    source = _grey(source)
    levels = _levels(source, plan, _part(tick, 0.0, _FILTERED))
    wishes = replace(plan.wishes, effort=_bounded(plan.wishes.effort, levels.width * levels.height))
    choice = choice_for(levels.profile, wishes, has_alpha=levels.has_alpha, was_jpeg=source.form == "jpeg")
    if wishes.compression == "none" and source.form in _PLAIN and levels.texels[0] is source.texels and source.data:
        file = kept_as_is(levels, choice, source.data, _PLAIN[source.form])  # only the size was to change
    else:
        file = encoded(levels, choice, wishes, tick=_part(tick, _FILTERED, _ENCODED))
    tick(_ENCODED, "Measuring")
    made = decoded(file)
    measured = _part(tick, _ENCODED, 1.0)
    loss = loss_of(levels.texels[0], made, levels.profile, has_alpha=levels.has_alpha, tick=measured)
    picture = comparison(levels.texels[0], made)
    return Optimized(file, loss, picture, _metrics(source, levels, file, loss, wishes.effort))


def _grey(source: Source) -> Source:
    """Return a scalar with its red channel in all three, so that nothing else is stored or measured."""
    red = source.texels[..., :1]
    if profile_of(source.kind).channels > 1 or (source.texels[..., 1:3] == red).all():
        return source
    return replace(source, texels=source.texels[..., [0, 0, 0, 3]], data=b"")


def _levels(source: Source, plan: Plan, tick: Tick) -> Levels:
    height, width = source.texels.shape[:2]
    compression = plan.wishes.compression
    multiple = BASIS_MULTIPLE if compression in ("etc1s", "uastc", "basis") else 1
    size = fitted(width, height, max_size_px=plan.max_size_px, policy=plan.power_of_two, multiple=multiple)
    return levels_of(
        source.texels, profile_of(source.kind), size=size,
        has_mipmaps=plan.has_mipmaps and compression not in ("none", "webp"),
        is_tiled=source.is_tiled, counts_alpha=source.counts_alpha, alpha_cutoff=source.alpha_cutoff, tick=tick,
    )  # fmt: skip


def _bounded(effort: Effort, texels: int) -> Effort:
    """Return an effort that ends within minutes on large pictures."""
    if effort == "thorough" and texels > _THOROUGH_TEXELS_MOST:
        effort = "medium"
    return "fast" if effort == "medium" and texels > _MEDIUM_TEXELS_MOST else effort


def _part(tick: Tick, start: float, end: float) -> Tick:
    return lambda fraction, message: tick(start + (end - start) * fraction, message)


def _metrics(source: Source, levels: Levels, file: Encoded, loss: Loss, effort: Effort) -> dict[str, Any]:
    return {
        "kind": source.kind,
        "format": file.choice.form,
        "channels": file.choice.mode,
        "media_type": file.media_type,
        "width_before": int(source.texels.shape[1]),
        "height_before": int(source.texels.shape[0]),
        "width": file.width,
        "height": file.height,
        "levels": file.levels,
        "has_alpha": levels.has_alpha,
        "is_srgb": levels.profile.is_color,
        "is_lossless": file.choice.is_lossless,
        "effort": effort,
        "bytes_before": source.bytes_before,
        "bytes_after": len(file.data),
        "file_bits_per_texel": round(file.file_bits, 3),
        "gpu_bits_per_texel": round(file.memory_bits, 3),
        "gpu_bytes": file.memory_bytes,
        "seconds": round(file.seconds, 3),
        **loss.figures,
    }
