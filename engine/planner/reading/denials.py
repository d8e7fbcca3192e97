"""What a text rules out is taken out of each thing; a wish that is ruled out again is a contradiction, and named."""

from collections.abc import Sequence

from engine.archetypes import ARCHETYPES
from engine.planner.reading.exclusions import Ban, Denial
from engine.planner.reading.knowledge import draws
from engine.planner.reading.mentions import Outline
from engine.planner.reading.naming import plural
from engine.planner.reading.wanted import Wanted
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.substances import MATERIALS


def hand_out(ban: Ban, outline: Outline, phrases: Sequence[Phrase]) -> None:
    """Give each denial to the thing that it is said of: the one named last before it that has such a part."""
    at = {id(phrase): mentions[-1].thing for phrase, mentions in outline.places}
    spoken_of = _spoken_of(ban, phrases, at)
    for denial in ban.denials:
        things = outline.things
        near = (spoken_of.get(denial.phrase), 0) if denial.phrase in spoken_of else ()
        owner = next((index for index in near if index is not None and _has(things[index], denial)), None)
        for thing in things if owner is None else [things[owner]]:
            thing.denials.append(denial)


def _spoken_of(ban: Ban, phrases: Sequence[Phrase], at: dict[int, int]) -> dict[int, int]:
    """Return the thing that was named last before each phrase that denies something."""
    found, last = {}, 0
    for phrase in phrases:
        last = at.get(id(phrase), last)
        found[id(phrase)] = last
    return {denial.phrase: found[denial.phrase] for denial in ban.denials if denial.phrase in found}


def _has(thing: Wanted, denial: Denial) -> bool:
    names = (*denial.names, *denial.whole)
    return thing.archetype in ARCHETYPES and any(draws(thing.archetype, name) for name in names)


def obey(thing: Wanted, ban: Ban) -> list[str]:
    """Take out of a thing what the text rules out; return the contradictions, both sides said."""
    denied = {name: denial for denial in thing.denials for name in denial.names}
    features = {name for name in ban.names if not any(name in one.names for one in ban.denials)}
    thing.excluded |= features | denied.keys()
    clashes = _colors(thing, ban) + _materials(thing, ban) + _parts(thing, denied)
    for feature in [one for one in thing.features if one in thing.excluded]:
        thing.features.remove(feature)
        clashes.append(f"{feature}, yet {denied[feature].text if feature in denied else f'no {feature}'}")
    clashes += _wishes(thing, clashes)
    thing.words -= {word for word in ban.names if " " not in word}
    return clashes


def _wishes(thing: Wanted, named: Sequence[str]) -> list[str]:
    """Return parts that are asked for in words and denied as well, where no other contradiction names them."""
    denials = [one for one in thing.denials if not any(said.endswith(one.text) for said in named)]
    own = {*thing.noun.split(), *thing.archetype.split()}
    asked = ((next((name for name in one.names if name in thing.words - own), ""), one) for one in denials)
    return [f"{name}, yet {one.text}" for name, one in asked if name]


def _colors(thing: Wanted, ban: Ban) -> list[str]:
    said = [
        (color, word)
        for color, word in zip(thing.colors, thing.spoken.get("", []), strict=False)
        if color in ban.colors
    ]
    thing.colors = [color for color in thing.colors if color not in ban.colors]
    return [f"{word}, yet not {word}" for _, word in said]


def _materials(thing: Wanted, ban: Ban) -> list[str]:
    clashes = []
    for name in [one for one in thing.materials if one in ban.substances]:
        thing.materials.remove(name)
        clashes.append(f"{_as_said(thing, name, ban)}, yet no {ban.substances[name]}")
    for part, name in [(part, name) for part, name in thing.part_materials.items() if name in ban.substances]:
        del thing.part_materials[part]
        clashes.append(f"{thing.said.get(part, part)}, yet no {ban.substances[name]}")
    thing.only = tuple(name for name in thing.only if name not in ban.substances)
    return clashes


def _as_said(thing: Wanted, name: str, ban: Ban) -> str:
    """Return the word of the text for a material."""
    words = sorted(word for word in thing.words if MATERIALS.get(word) == name)
    return next(iter(words), ban.substances[name])


def _parts(thing: Wanted, denied: dict[str, Denial]) -> list[str]:
    """Return the finishes and numbers of parts that must not be there."""
    clashes = []
    for part in [one for one in dict.fromkeys((*thing.part_materials, *thing.part_colors)) if one in denied]:
        thing.part_materials.pop(part, None)
        thing.part_colors.pop(part, None)
        thing.palettes.pop(part, None)
        clashes.append(f"{thing.said.get(part, part)}, yet {denied[part].text}")
    for part in [one for one in thing.counts if one in denied]:
        number = thing.counts.pop(part)
        clashes.append(f"{number} {plural(part, number)}, yet {denied[part].text}")
    return clashes
