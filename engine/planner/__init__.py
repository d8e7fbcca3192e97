"""Words → design spec: pure, deterministic, without a model."""

import zlib
from collections.abc import Sequence

import numpy as np

from domain.spec import DesignSpec, Reading, Scale
from engine.archetypes import Brief, Drawing, fitted, scaled
from engine.archetypes.styles import STYLES
from engine.planner.lexicon import KINDS, STYLE_WORDS, Kind
from engine.planner.reader import Understood, read

VERSION = "1.2"
TEXT_LENGTH_MAX = 4000
_FACTORS: dict[Scale, float] = {"small": 0.5, "medium": 1.0, "large": 2.0}
_ANYTHING = next(kind for kind in KINDS if kind.archetype == "object")


def plan(
    text: str, *, style: str = "realistic", scale: Scale = "medium", constraints: Sequence[str] = (), seed: int = 0
) -> DesignSpec:
    """Return the design that a text asks for, in real-world metres.

    A text in which nothing is known becomes an abstract sculpture in whatever materials, colours and sizes were
    understood, with a low confidence and the unknown words in the reading; it is never refused. Stated sizes win
    over `scale`. A style named in the text wins over the default style, not over another that was asked for; an unknown
    style that was asked for is named in the reading and otherwise ignored.
    """
    seen = read(". ".join((text[:TEXT_LENGTH_MAX], *constraints)))
    kind = seen.kind or _ANYTHING
    chosen, unknown = _style(style, seen.style)
    brief = _brief(seen, kind, chosen, seed)
    drawing, unmet = fitted(kind.archetype, brief)
    missed = (*seen.missed, *(_said(seen, part) for part in unmet), *_no_room(drawing, kind, seen))
    factor = brief.zoom[0] * (1.0 if seen.sizes else _FACTORS[scale])
    return DesignSpec(
        name=_name(kind, chosen, seen),
        description=_description(kind, chosen, seen),
        reading=_reading(seen, kind, missed, unknown),
        style=chosen,
        objects=scaled(drawing.objects, factor),
        constraints=tuple(constraints),
        scale=scale,
        seed=seed,
    )


def _style(asked: str, named: str) -> tuple[str, tuple[str, ...]]:
    """Return the style to draw in, and the one that was asked for if it is not known."""
    plain = " ".join(asked.casefold().replace("-", " ").replace("_", " ").split())
    known = plain if plain in STYLES else STYLE_WORDS.get(plain, "")
    if known and (known != "realistic" or not named):
        return known, ()
    return named or "realistic", () if known or not plain else (f"style: {asked.strip()}",)


def _brief(seen: Understood, kind: Kind, style: str, seed: int) -> Brief:
    own = [feature for feature in seen.features if feature not in seen.excluded]
    return Brief(
        random=np.random.default_rng([abs(seed), zlib.crc32(kind.archetype.encode())]),
        style_name=style,
        words=frozenset(seen.words),
        materials=tuple(seen.materials),
        part_materials=seen.part_materials,
        colors=tuple(seen.colors),
        part_colors=seen.part_colors,
        features=frozenset(own),
        excluded=frozenset(seen.excluded),
        counts=seen.counts,
        sizes=seen.sizes,
        modifiers=frozenset(seen.modifiers),
    )


def _said(seen: Understood, part: str) -> str:
    """Return what the text says of a part, in its own words where they are at hand."""
    return seen.said.get(part, part)


def _no_room(drawing: Drawing, kind: Kind, seen: Understood) -> tuple[str, ...]:
    """Return the chairs that were asked for and that do not stand at the table."""
    wanted = seen.counts.get("chair", 0) if kind.archetype == "table" else 0
    made = sum(thing.id.startswith("back_") for thing in drawing.objects)
    return (f"{wanted} chairs",) if wanted > made else ()


def _reading(seen: Understood, kind: Kind, missed: tuple[str, ...], unknown: tuple[str, ...]) -> Reading:
    materials = dict.fromkeys((*seen.materials, *seen.part_materials.values()))
    return Reading(
        design_type=kind.design_type,
        category=kind.category,
        archetype=kind.archetype,
        materials=tuple(materials),
        features=tuple(seen.features),
        confidence=_confidence(seen, len(missed)),
        not_understood=tuple(dict.fromkeys((*seen.unknown, *missed, *unknown))),
    )


def _confidence(seen: Understood, missed: int) -> float:
    """Return how sure the reading is: a named head noun counts most, then the share of words that were understood."""
    share = seen.known / seen.content if seen.content else 0.0
    if seen.kind is None:
        return round(0.05 + 0.1 * share, 2)
    base = 0.3 if seen.kind.is_vague else (0.62 if seen.is_head else 0.48)
    return round(max(min(base + 0.36 * share, 0.98) - 0.25 * min(missed, 2), 0.05), 2)


def _name(kind: Kind, style: str, seen: Understood) -> str:
    words = [
        style if style != "realistic" else "",
        _spoken(seen.materials[0]) if seen.materials else "",
        kind.archetype,
    ]
    return " ".join(word for word in words if word).capitalize()


def _spoken(material: str) -> str:
    """Return a material's name as one says it: `bronze_aged` is aged bronze."""
    return " ".join(reversed(material.split("_"))) if material not in ("carbon_fibre",) else "carbon fibre"


def _description(kind: Kind, style: str, seen: Understood) -> str:
    article = "An" if (style if style != "realistic" else kind.archetype)[0] in "aeiou" else "A"
    manner = f" {style}" if style != "realistic" else ""
    of = f" of {' and '.join(_spoken(name) for name in seen.materials[:3])}" if seen.materials else ""
    features = f" with {', '.join(seen.features[:4])}" if seen.features else ""
    return f"{article}{manner} {kind.archetype}{of}{features}."
