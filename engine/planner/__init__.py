"""Words → design spec: pure, deterministic, without a download."""

from collections.abc import Sequence

from msgspec.structs import replace

from domain.scoring.wishes import green_words
from domain.spec import DesignObject, DesignSpec, Scale
from engine.archetypes import ARCHETYPES, scaled
from engine.archetypes.styles import STYLES
from engine.planner.answer import description_of, name_of, reading_of, unmet_of, without_drawn
from engine.planner.reading.constraints import read_with
from engine.planner.reading.reader import Understood
from engine.planner.reading.wanted import Wanted
from engine.planner.staging.drawn import brief_of, drawn_of
from engine.planner.staging.scene import compose
from engine.planner.staging.unheard import is_styled
from engine.planner.wording.lexicon import STYLE_WORDS

VERSION = "3.1"
_USUAL_STYLES = frozenset({"realistic", "modern", "contemporary", "minimalist"})  # of most things, as they are
_FACTORS: dict[Scale, float] = {"small": 0.5, "medium": 1.0, "large": 2.0}


def plan(
    text: str, *, style: str = "realistic", scale: Scale = "medium", constraints: Sequence[str] = (), seed: int = 0
) -> DesignSpec:
    """Return the design that a text asks for, in real-world metres.

    A text in which nothing is known becomes an abstract sculpture in whatever materials, colours and sizes were
    understood, with a low confidence and the unknown words in the reading; it is never refused. Stated sizes win
    over `scale`. A style named in the text wins over the default style, not over another that was asked for; an unknown
    style that was asked for is named in the reading and otherwise ignored.
    """
    seen = read_with(text, constraints)
    wish = green_words(text)
    if wish and not any(map(green_words, (*seen.features, *seen.unknown))):
        seen.features.append(wish)  # nothing is drawn of it, and what comes after should keep to it
    return spec_of(seen, style=style, scale=scale, constraints=constraints, seed=seed)


def spec_of(
    seen: Understood, *, style: str = "realistic", scale: Scale = "medium", constraints: Sequence[str] = (),
    seed: int = 0,
) -> DesignSpec:  # fmt: skip
    """Return the design of what was understood, whoever read the text."""
    things = seen.things or [seen.finish]
    kind = ARCHETYPES[things[0].archetype]
    chosen, unknown = _style(style, seen.style)
    objects, unmet = _drawn(things, chosen, seed)
    seen = without_drawn(seen, objects)
    unmet += [missed for thing in seen.things for missed in unmet_of(thing) if missed not in unmet]
    unmet = [one for one in unmet if not any(one != said and one in said.split() for said in seen.undrawn)]
    is_seen = chosen in _USUAL_STYLES or any(is_styled(one.archetype, chosen) for one in things)
    unmet += [seen.spoken_style] if seen.spoken_style and chosen == seen.style and not is_seen else []
    factor = 1.0 if things[0].sizes else _FACTORS[scale]
    return DesignSpec(
        name=name_of(kind, chosen, seen),
        description=description_of(kind, chosen, seen),
        reading=reading_of(seen, kind, (*_undrawn(seen), *unmet, *unknown)),
        style=chosen,
        objects=tuple(_belonging(one, kind.name) for one in scaled(objects, factor)),
        constraints=tuple(constraints),
        scale=scale,
        seed=seed,
    )


def _belonging(one: DesignObject, archetype: str) -> DesignObject:
    """Return an object with the thing that it belongs to; the scene has said so where there are several."""
    return one if one.part_of else replace(one, part_of=f"{archetype}_1")


def _style(asked: str, named: str) -> tuple[str, tuple[str, ...]]:
    """Return the style to draw in, and the one that was asked for if it is not known."""
    plain = " ".join(asked.casefold().replace("-", " ").replace("_", " ").split())
    known = plain if plain in STYLES else STYLE_WORDS.get(plain, "")
    if known and (known != "realistic" or not named):
        return known, ()
    return named or "realistic", () if known or not plain else (f"style: {asked.strip()}",)


def knows_style(name: str) -> bool:
    """Return whether a style that is asked for can be drawn, also by another of its names."""
    return not _style(name, "")[1]


def _drawn(things: Sequence[Wanted], style: str, seed: int) -> tuple[Sequence[DesignObject], list[str]]:
    """Return the objects of all things, and what is asked for and could not be drawn, in the text's words."""
    if len(things) > 1 or things[0].count > 1 or things[0].relation:
        scene, absent = compose(things, style=style, seed=seed)
        return scene.objects, list(absent)
    head = things[0]
    drawing, missed = drawn_of(head, brief_of(head, style=style, seed=seed))
    return drawing.objects, missed


def _undrawn(seen: Understood) -> list[str]:
    """Return parts that are asked for and that the thing's drawing does not know."""
    return [text for text in seen.undrawn if text not in seen.unknown]
