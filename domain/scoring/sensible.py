"""What a part might be made of instead of what it is, as `sensible.toml` says: no bath of brick, no dial of canvas."""

import tomllib
from functools import lru_cache
from importlib.resources import files

import msgspec

from domain.materials import CATALOGUE
from domain.spec import DesignType

WORN = frozenset((
    "iron_rusty", "steel_corten", "copper_verdigris", "wood_charred", "wood_weathered", "wood_reclaimed", "chalk_paint",
    "steel_hammered", "steel_galvanised",
))  # fmt: skip
"""Rough and weathered finishes, which are proposed for buildings alone."""


class Use(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Some parts, and the substances that they may be of."""

    about: str
    of: frozenset[str]
    parts: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    designs: frozenset[DesignType] = frozenset()
    now: frozenset[str] = frozenset()

    def fits(self, root: str, shape: str, kind: str, design_type: str, now: frozenset[str]) -> bool:
        """Return whether it speaks of a part."""
        names = {root, root.rpartition("_")[2], shape}
        return (
            (not self.parts or bool(self.parts & names))
            and (not self.kinds or kind in self.kinds)
            and (not self.designs or design_type in self.designs)
            and (not self.now or bool(self.now & now))
        )


class Instead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Substances, and what stands in for them wherever no use says otherwise."""

    now: frozenset[str]
    of: frozenset[str]


class Sense(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file; see its head."""

    never: frozenset[str]
    groups: dict[str, frozenset[str]]
    instead: tuple[Instead, ...]
    use: tuple[Use, ...]

    def substances(self, names: frozenset[str]) -> frozenset[str]:
        """Return substances, with those that the names of groups stand for."""
        return frozenset(one for name in names for one in self.groups.get(name, (name,)))

    def in_place_of(self, substance: str) -> frozenset[str]:
        """Return what stands in for a substance wherever no use says otherwise; nothing: it stays."""
        lines = [one.of for one in self.instead if substance in self.substances(one.now)]
        return self.substances(frozenset().union(*lines)) - self.never


def _read() -> Sense:
    content = (files("domain.scoring") / "sensible.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(content), Sense)


SENSE = _read()


@lru_cache(16384)
def materials_for(root: str, shape: str, kind: str, design_type: DesignType | None, now: str) -> frozenset[str]:
    """Return the materials that a part might be of: `root` and `shape` are its name and form, `kind` its thing's."""
    was = CATALOGUE[now]
    use = next((one for one in SENSE.use if one.fits(root, shape, kind, design_type or "", _said(now))), None)
    substances = SENSE.substances(use.of) if use else SENSE.in_place_of(was.substance)
    return frozenset(
        name
        for name, one in CATALOGUE.items()
        if name != now
        and (one.substance in substances or (one.substance == was.substance and one.family == was.family))
        and (name not in WORN or design_type == "building")
        and one.emission == was.emission
    )


def _said(name: str) -> frozenset[str]:
    """Return the words by which `now` may mean a material."""
    return frozenset((CATALOGUE[name].substance, CATALOGUE[name].family))
