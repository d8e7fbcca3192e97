"""Like parts, which are changed together, and whole things, which are moved and scaled."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from domain.boxes import Triple, bounds_of
from domain.scoring.advice import plural_of
from domain.spec import DesignObject, DesignSpec

REST_M = 0.03


@dataclass(frozen=True, slots=True)
class Group:
    """Parts of one kind, in things of one kind, of one material and colour; `at` are their places in the spec."""

    at: tuple[int, ...]
    root: str
    kind: str
    archetype: str
    material: str
    color: str
    slenderness: float
    things: int = 1  # so many things they are parts of

    @property
    def words(self) -> str:
        """Return what people call it: "the 4 legs of the chair"."""
        name = self.root.replace("_", " ")
        many = f"{len(self.at)} {plural_of(name)}" if len(self.at) > 1 else name
        whole = plural_of(self.archetype) if self.things > 1 else self.archetype
        return f"the {many} of the {whole}" if self.archetype and self.archetype != name else f"the {many}"


@dataclass(frozen=True, slots=True)
class Whole:
    """What belongs together, like the parts of one chair, and the upright box around it, metres."""

    name: str
    archetype: str
    at: tuple[int, ...]
    low: Triple
    high: Triple


def root_of(name: str) -> str:
    """Return a name without its number: "leg_3" is a leg."""
    head, _, number = name.rpartition("_")
    return head if number.isdigit() else name


def groups_of(spec: DesignSpec) -> list[Group]:
    """Return the editable parts by what they are and what they are made of, in the order of the spec."""
    found: dict[tuple[str, str, str, str, str], list[int]] = {}
    for at, thing in enumerate(spec.objects):
        if thing.editable:
            key = (root_of(thing.id), thing.type, root_of(thing.part_of), thing.material, thing.color)
            found.setdefault(key, []).append(at)
    return [
        Group(
            tuple(at), root, kind, archetype, material, color, _slenderness(spec.objects[at[0]]),
            len({spec.objects[one].part_of for one in at}),
        )
        for (root, kind, archetype, material, color), at in found.items()
    ]  # fmt: skip


def _slenderness(thing: DesignObject) -> float:
    size = thing.dimensions
    _, middle, longest = sorted((size.width, size.height, size.depth))
    return longest / max(middle, 1e-9)


def wholes_of(spec: DesignSpec) -> list[Whole]:
    """Return the things that parts belong to, in the order of the spec."""
    found: dict[str, list[int]] = {}
    for at, thing in enumerate(spec.objects):
        found.setdefault(thing.part_of or thing.id, []).append(at)
    return [whole_of(spec.objects, name, at) for name, at in found.items()]


def whole_of(objects: Sequence[DesignObject], name: str, at: Sequence[int]) -> Whole:
    """Return the thing that has these parts."""
    low, high = [inf] * 3, [-inf] * 3
    for one in at:
        below, above = bounds_of(objects[one])
        low = [min(pair) for pair in zip(low, below, strict=True)]
        high = [max(pair) for pair in zip(high, above, strict=True)]
    return Whole(name, root_of(name), tuple(at), (low[0], low[1], low[2]), (high[0], high[1], high[2]))


def carried_by(whole: Whole, wholes: Sequence[Whole]) -> list[Whole]:
    """Return what stands on a thing, and what stands on that."""
    found: list[Whole] = []
    carriers = [whole]
    while carriers:
        under = carriers.pop()
        for one in wholes:
            if one is not whole and one not in found and _rests_on(one, under):
                found.append(one)
                carriers.append(one)
    return found


def _rests_on(one: Whole, under: Whole) -> bool:
    half = (under.low[1] + under.high[1]) / 2
    return (
        one.name != under.name
        and half <= one.low[1] <= under.high[1] + REST_M
        and overlap_m(one.low, one.high, under.low, under.high, 0) > 0
        and overlap_m(one.low, one.high, under.low, under.high, 2) > 0
    )


def overlap_m(low: Triple, high: Triple, other_low: Triple, other_high: Triple, axis: int) -> float:
    """Return how far two boxes overlap along an axis, metres; negative: how far they are apart."""
    return min(high[axis], other_high[axis]) - max(low[axis], other_low[axis])
