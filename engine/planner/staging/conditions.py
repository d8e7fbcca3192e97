"""In what condition and form a thing is said to be: rust, greyed wood, gloss, a round top; and what is not drawn."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from domain.materials import CATALOGUE
from domain.spec import DesignObject, Property
from engine.archetypes import ARCHETYPES, Brief
from engine.planner.reading.knowledge import reads
from engine.planner.reading.wanted import Wanted
from engine.planner.wording.lexicon import CONDITIONS, FEATURES, SEEN
from engine.planner.wording.substances import GLASSWARE, finished, is_so

_SHEET = frozenset({"aluminium", "paint", "lacquer"})  # steel under its coat, as far as it rusts
_OF_METAL = frozenset({"vehicle", "appliance", "electronics", "object"})
_OUTDOORS = frozenset({"building", "vehicle", "furniture"})
_COATS = {"weathered": "chalk_paint", "matte": "matte_paint"}  # what becomes of paint, in its colour
_BARE = frozenset({"rusty", "weathered", "reclaimed", "charred"})  # whatever colour it had is gone
_OF_MAIN = ("polished", "matte")  # said of the whole: a polished house does not only have polished hinges
_TURNED = frozenset((
    "turning", "vessel", "disc", "ball", "mug", "clock_face", "hoop", "cone", "torus", "dome", "dial", "round_plate",
    "round_wall", "hollow_turning", "play_ball", "globe_ball", "lamp_shade", "rod", "pillar", "lamp_foot",
    "balloon", "streamlined", "porthole", "porthole_door", "robot_vacuum", "lantern_room", "round_rail", "lit_ring",
))  # fmt: skip
_SHEETS = frozenset({"paper", "cardboard"})
_SHUT = frozenset({"door", "lid", "drawer", "cover", "flap"})


def conditioned(objects: Sequence[DesignObject], wanted: Wanted, brief: Brief) -> tuple[list[DesignObject], list[str]]:
    """Return a thing's objects in the condition that the text says, and the words that nothing of it shows.

    `brief` is what it was drawn by: it knows the words that the drawing looked for.
    """
    missed: list[str] = []
    now = list(objects)
    for word in sorted(wanted.modifiers & CONDITIONS.keys()):
        finish = CONDITIONS[word]
        before, now = now, [_in_condition(one, finish, wanted) for one in now]
        is_done = now != before and finish not in _OF_MAIN
        if not (is_done or _looked_for(word, wanted, brief) or _is_so(now, finish, wanted)):
            missed.append(word)
    if ARCHETYPES[wanted.archetype].design_type != "interior":
        missed += [
            said for word, part, said in wanted.part_forms
            if not (_looked_for(word, wanted, brief) or _has_form(_called(now, part), word, wanted))
        ]  # fmt: skip
        forms = sorted(wanted.modifiers & SEEN)
        missed += [word for word in forms if not (_looked_for(word, wanted, brief) or _has_form(now, word, wanted))]
    return now, missed


def _looked_for(word: str, wanted: Wanted, brief: Brief) -> bool:
    names = {word, FEATURES.get(word, word)}
    is_called = any(word in phrase.split() for phrase in ARCHETYPES[wanted.archetype].phrases)
    return is_called or bool(names & (brief.sought | brief.asked)) or any(reads(wanted.archetype, one) for one in names)


def _called(objects: Sequence[DesignObject], part: str) -> list[DesignObject]:
    return [one for one in objects if part in one.id.split("_")]


def _main(objects: Sequence[DesignObject]) -> DesignObject:
    """Return the object that takes up most room."""
    return max(objects, key=lambda one: one.dimensions.width * one.dimensions.height * one.dimensions.depth)


def _is_so(objects: Sequence[DesignObject], finish: str, wanted: Wanted) -> bool:
    """Return whether a thing is in a condition as it is: its main part is glossy, some part of it is rusty."""
    if finish in _OF_MAIN:
        return is_so((*wanted.materials, _main(objects).material)[0], finish)
    return any(is_so(one.material, finish) for one in objects)


def _is_turned(one: DesignObject) -> bool:
    return one.type in _TURNED or one.properties.get("shape") in ("round", "oval")


def _is_boxy(one: DesignObject) -> bool:
    return not _is_turned(one)


_FORMS: dict[str, Callable[[DesignObject], bool]] = {
    "round": _is_turned, "circular": _is_turned, "curved": _is_turned, "square": _is_boxy, "rectangular": _is_boxy,
}  # fmt: skip


def _has_form(objects: Sequence[DesignObject], word: str, wanted: Wanted) -> bool:
    """Return whether a thing, or a part, has a form as it is drawn anyway."""
    if not objects:
        return False
    types = {one.type for one in objects}
    match word:
        case "woven" | "fluffy":
            is_soft = any(
                CATALOGUE[one.material].family == "textile" and one.material not in _SHEETS for one in objects
            )
            is_wicker = any(one.material == "wicker" for one in objects)
            return is_soft or is_wicker or ARCHETYPES[wanted.archetype].category in ("creature", "plant")
        case "hanging" | "floating":
            return bool(wanted.relation) or any(one.properties.get("held") for one in objects)
        case "tapered":
            return bool(types & {"leg", "raked_leg", "cone", "turning", "vessel", "lamp_shade", "mug"})
        case "rounded":
            return _is_turned(_main(objects)) or any(_is_softened(one) for one in objects)
        case "striped":
            values = {str(value) for one in objects for value in one.properties.values()}
            is_told = any(
                {"stripe", "band"} & set(one.id.split("_")) or one.properties.get("stripes") for one in objects
            )
            return is_told or "stripe" in "".join(values)
        case "sloped" | "sloping" | "slanted" | "pitched":
            return any("roof" in one.id.split("_") or one.type == "roof" for one in objects)
        case "closed" | "shut":
            doors = _doors(objects)
            return reads(wanted.archetype, "open") or (bool(doors) and not any(map(_is_ajar, doors)))
        case "open":
            doors = _doors(objects)
            return not doors or any(map(_is_ajar, doors))
        case _:
            return word in _FORMS and _FORMS[word](_main(objects))


def _doors(objects: Sequence[DesignObject]) -> list[DesignObject]:
    return [one for one in objects if _SHUT & set(one.id.split("_"))]


def _is_ajar(one: DesignObject) -> bool:
    return abs(one.rotation.x) + abs(one.rotation.z) > 0


def _is_softened(one: DesignObject) -> bool:
    values = (one.properties.get(name) for name in ("radius_m", "edge_m", "corner_m"))
    return any(isinstance(value, int | float) and value > 0 for value in values)


def _in_condition(one: DesignObject, finish: str, wanted: Wanted) -> DesignObject:
    if not finish:
        return one
    material = _worked(one.material, finish, wanted)
    if finish == "matte" and one.color and material == one.material and _is_coated(one, wanted):
        material = _COATS[finish]
    new: dict[str, Property] = {
        key: _worked(value, finish, wanted)
        for key, value in one.properties.items()
        if key.endswith("_material") and isinstance(value, str) and value in CATALOGUE
    }
    return replace(one, material=material, color=_color(one, material), properties=one.properties | new)


def _is_coated(one: DesignObject, wanted: Wanted) -> bool:
    """Return whether a coloured thing has its colour from a coat: black steel, a red plastic shell."""
    is_own = one.material in wanted.part_materials.values()
    return CATALOGUE[one.material].family in ("metal", "plastic") and not is_own


def _color(one: DesignObject, material: str) -> str:
    """Return the colour of an object that is of another material now: rust and grey wood have their own."""
    if material in _COATS.values():
        return one.color or CATALOGUE[one.material].albedo
    return "" if CATALOGUE[material].finish in _BARE else one.color


def _worked(material: str, finish: str, wanted: Wanted) -> str:
    """Return what a material is in a condition; what the text says of a part alone stays."""
    kind, substance = ARCHETYPES[wanted.archetype], CATALOGUE[material].substance
    if material in wanted.part_materials.values():
        return material
    if finish == "rusty" and substance in _SHEET and kind.design_type in _OF_METAL:
        return "iron_rusty"
    if substance == "paint" and finish in _COATS and (finish == "matte" or kind.design_type in _OUTDOORS):
        return _COATS[finish]
    if finish == "matte":
        return material
    if finish == "frosted" and CATALOGUE[material].family == "ceramic" and kind.category in GLASSWARE:
        return "glass_frosted"
    return finished(material, finish) or material
