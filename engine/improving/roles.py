"""What a part may be made of instead: what the drawings of its thing make it of in any style, and no worse for it."""

from collections import defaultdict
from functools import lru_cache

from domain.materials import CATALOGUE, Material
from domain.scoring import sensible
from domain.scoring.grades import SUBSTANCES
from domain.spec import Reading
from engine.archetypes import ARCHETYPES
from engine.archetypes.styles import STYLES
from engine.improving.groups import Group, root_of
from engine.improving.plausible import BRITTLE, is_plausible
from engine.planner import plan

STRENGTH_ENOUGH = 6.0
"""What bears at least so much (domain.scoring.grades) may replace anything that bears more."""
SLENDER = 5.0
WORKING = frozenset((
    "spring", "gear", "wire", "chain", "blade", "axle", "arbor", "hinge", "bolt", "screw", "bearing", "shaft", "rivet",
    "pinion", "string", "cable", "needle", "nail", "fret",
))  # fmt: skip
"""Parts that work only as metal, or as what they are."""
_PRECIOUS = frozenset(("gold", "rose gold", "silver", "crystal"))
_STUFF_OF: dict[str, str] = {
    "wicker": "wicker", "cork": "cork", "cobblestone": "cobbles", "concrete": "concrete", "plaster": "plaster",
    "stucco": "plaster", "brick": "brick", "tile": "tile", "roof": "roof tile", "rubber": "rubber",
    "silicone": "rubber", "carbon fibre": "composite", "carpet": "carpet", "rope": "rope", "paper": "paper",
    "cardboard": "paper", "ice": "", "water": "", "wax": "", "foam": "",
}  # fmt: skip
_STUFF_OF_FAMILY = {
    "metal": "metal", "wood": "wood", "stone": "stone", "ceramic": "ceramic", "glass": "glass", "plastic": "plastic",
    "paint": "paint", "textile": "fabric", "leather": "leather",
}  # fmt: skip


@lru_cache(512)
def stuff_of(name: str) -> str:
    """Return what a material counts as, finer than its family; "": nothing may stand in for it, nor it for anything."""
    material = CATALOGUE.get(name)
    if material is None or material.is_emissive or name == "glass_mirror":
        return ""
    return _STUFF_OF.get(material.substance, _STUFF_OF_FAMILY.get(material.family, ""))


@lru_cache(1024)
def drawn_of(archetype: str) -> dict[str, frozenset[tuple[str, str]]]:
    """Return for each kind of part of an archetype the stuffs and substances that its drawings give it."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    kind = ARCHETYPES.get(archetype)
    for style in STYLES if kind else ():
        for thing in plan(kind.phrases[0] if kind else "", style=style).objects:
            if root_of(thing.part_of) == archetype and stuff_of(thing.material):
                found[root_of(thing.id)].add((stuff_of(thing.material), CATALOGUE[thing.material].substance))
    return {root: frozenset(stuffs) for root, stuffs in found.items()}


def materials_for(group: Group, reading: Reading, chosen: bool) -> tuple[str, ...]:
    """Return the materials that a group may be switched to; `chosen`: a person chose the one that it has."""
    asked = frozenset(CATALOGUE[name].substance for name in _asked(reading) if name in CATALOGUE)
    return _materials(
        group.archetype, group.root, group.kind, group.material, group.slenderness >= SLENDER,
        chosen or CATALOGUE[group.material].substance in asked, reading.excluded,
    )  # fmt: skip


def _asked(reading: Reading) -> tuple[str, ...]:
    return (*reading.materials, *reading.part_materials.values())


@lru_cache(8192)
def _materials(
    archetype: str, root: str, kind: str, now: str, is_slender: bool, is_kept: bool, excluded: tuple[str, ...],
) -> tuple[str, ...]:  # fmt: skip
    if not stuff_of(now):
        return ()
    was, before = CATALOGUE[now], SUBSTANCES[now]
    drawn = drawn_of(archetype).get(root, frozenset())
    stuffs, substances = {one for one, _ in drawn} | {stuff_of(now)}, {one for _, one in drawn} | {was.substance}
    words = frozenset((root, kind, *root.split("_"), *kind.split("_")))
    design_type = ARCHETYPES[archetype].design_type if archetype in ARCHETYPES else None
    able = sensible.materials_for(root, kind, archetype, design_type, now)
    if WORKING & words:
        stuffs &= {"metal", stuff_of(now)}
    return tuple(
        name
        for name, material in CATALOGUE.items()
        if name in able
        and stuff_of(name) in stuffs
        and (material.substance == was.substance or not is_kept)
        and material.is_transparent == was.is_transparent
        and SUBSTANCES[name].is_soft == before.is_soft
        and SUBSTANCES[name].grades.strength >= min(before.grades.strength, STRENGTH_ENOUGH)
        and not (is_slender and stuff_of(name) in BRITTLE - {stuff_of(now)})
        and (material.substance in substances or material.substance not in _PRECIOUS)
        and is_plausible(name, stuff_of(name), now, stuff_of(now), words, design_type or "")
        and not _is_excluded(material, excluded)
    )


def _is_excluded(material: Material, excluded: tuple[str, ...]) -> bool:
    words = {material.family, material.substance, material.name, stuff_of(material.name), *material.name.split("_")}
    return any(one in words or one.removesuffix("s") in words for one in excluded)
