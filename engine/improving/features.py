"""What the policy sees of a design and of each legal edit, as rows of numbers of order one.

A row of an edit holds the design as a whole (the strategy's weights, the scores, the kind of design), the like parts
that are edited (their shares of volume, mass, price and carbon), the material that they have and the one they would
get, how that suits the rest of the design, and for sizes and places the measures before and after.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, log, radians, sin

import numpy as np
from numpy.typing import NDArray

from domain.materials import CATALOGUE
from domain.scoring.colors import Seen, seen
from domain.scoring.criteria import CRITERIA
from domain.scoring.grades import SUBSTANCES, Substance
from domain.scoring.people import SEAT_ROOTS
from domain.scoring.survey import Survey
from domain.scoring.typical import fit_of
from domain.work.iterate_design import STRATEGIES
from engine.improving.edits import KINDS, Edit
from engine.improving.environment import Environment
from engine.improving.groups import overlap_m

Rows = NDArray[np.float32]
Columns = NDArray[np.float64]
Places = NDArray[np.int64]
Row = list[float]

DESIGN_TYPES = ("building", "interior", "vehicle", "electronics", "appliance", "furniture", "object")
FAMILIES = ("metal", "wood", "stone", "ceramic", "glass", "plastic", "paint", "textile", "leather")
WHOLE = 3 * len(CRITERIA) + len(DESIGN_TYPES) + 1
GROUP = 11
MATERIAL = 22 + len(FAMILIES)
SUITS = 12
MEASURES = 12
WIDTH = WHOLE + len(KINDS) + GROUP + 2 * MATERIAL + SUITS + MEASURES
_AT = {kind: at for at, kind in enumerate(KINDS)}


def state_row(env: Environment) -> Row:
    """Return WHOLE numbers about a design and its strategy."""
    weights, values = STRATEGIES[env.strategy], env.judged.values
    kind = env.judged.spec.reading.design_type
    return [
        *(weights.get(name, 0.0) for name in CRITERIA),
        *(values.get(name, 5.0) / 10 for name in CRITERIA),
        *(float(name in values) for name in CRITERIA),
        *(float(kind == name) for name in DESIGN_TYPES),
        log(1 + len(env.site.groups)) / 4,
    ]


def edit_rows(env: Environment, edits: Sequence[Edit]) -> Rows:
    """Return (n, WIDTH) float32: a row for each of n edits."""
    found = np.zeros((len(edits), WIDTH), np.float32)
    found[:, :WHOLE] = state_row(env)
    found[np.arange(len(edits)), [WHOLE + _AT[edit.kind] for edit in edits]] = 1.0
    first = WHOLE + len(KINDS)
    of_groups = [at for at, edit in enumerate(edits) if edit.group >= 0]
    if of_groups:
        found[of_groups, first : WIDTH - MEASURES] = _material_rows(env, [edits[at] for at in of_groups])
    measures = _Measures(env)
    for at, edit in enumerate(edits):
        if edit.group < 0:
            found[at, WIDTH - MEASURES :] = measures.row(edit)
    return found


def _material_row(one: Substance) -> Row:
    material = CATALOGUE[one.name]
    look, hue = one.look, radians(one.look.hue)
    return [
        log(one.density_kg_per_m3) / 10, log(1 + one.price_per_m3) / 15, log(1 + one.price_per_m2) / 5,
        log(1 + one.carbon_kg_per_kg * one.density_kg_per_m3) / 15, float(one.is_carbon_known),
        one.roughness, look.lightness, 3 * look.chroma, 3 * look.chroma * cos(hue), 3 * look.chroma * sin(hue),
        *(grade / 10 for grade in one.grades),
        float(one.is_transparent), float(one.is_soft), float(one.is_incombustible), float(one.is_renewable),
        float(one.is_recyclable), float(one.is_coat), float(one.is_cover), float(one.is_glass),
        *(float(material.family == name) for name in FAMILIES),
    ]  # fmt: skip


class _Table:
    """The catalogue as columns, by the place of a material in it."""

    def __init__(self) -> None:
        kinds = list(SUBSTANCES.values())
        materials = [CATALOGUE[one.name] for one in kinds]
        self.at = {one.name: at for at, one in enumerate(kinds)}
        self.rows = np.array([_material_row(one) for one in kinds], np.float32)
        self.price_per_m3 = np.array([one.price_per_m3 for one in kinds])
        self.price_per_m2 = np.array([one.price_per_m2 for one in kinds])
        self.carbon_per_m3 = np.array([one.carbon_kg_per_kg * one.density_kg_per_m3 for one in kinds])
        self.wear = np.array([one.grades.wear + one.grades.toughness for one in kinds]) / 10
        self.looks = np.array([_axes(one.look) for one in kinds])
        self.substance = _numbered([one.substance for one in materials])
        self.family = _numbered([one.family for one in materials])


def _numbered(names: Sequence[str]) -> Places:
    found = {name: at for at, name in enumerate(sorted(set(names)))}
    return np.array([found[name] for name in names])


def _axes(look: Seen) -> Row:
    """Return a colour's lightness, its chroma along both axes, and its chroma."""
    hue = radians(look.hue)
    return [look.lightness, look.chroma * cos(hue), look.chroma * sin(hue), look.chroma]


_TABLE = _Table()


def _material_rows(env: Environment, edits: Sequence[Edit]) -> Rows:
    """Return rows of edits of material and colour: the group, the new material, how it differs, and how it suits."""
    table, groups, survey = _TABLE, env.site.groups, env.judged.survey
    group = np.array([edit.group for edit in edits])
    now = np.array([table.at.get(one.material, 0) for one in groups])[group]
    new = np.array([table.at[e.name] if e.kind == "material" else table.at[groups[e.group].material] for e in edits])
    looks = table.looks[new]
    for at, edit in enumerate(edits):
        if edit.kind == "color" and edit.name:
            looks[at] = _axes(seen(edit.name))
    whole = _Whole.of(survey)
    figures, volume, area = _groups(env, whole)
    volume, area = volume[group], area[group]
    share = area / whole.area_m2
    price = _prices(new, volume, area) - _prices(now, volume, area)
    carbon = volume * (table.carbon_per_m3[new] - table.carbon_per_m3[now])
    fits = fit_of(survey.spec.style)
    fit = np.array([fits.get(name, 0.0) for name in table.at])
    suits = np.stack((
        _squeezed(price / whole.price_usd), _squeezed(carbon / whole.carbon_kg),
        share * (table.wear[new] - table.wear[now]),
        share * (fit[new] - fit[now]), fit[new],
        whole.shares[new], np.bincount(table.substance, whole.shares)[table.substance[new]],
        np.bincount(table.family, whole.shares)[table.family[new]], looks[:, 0] - whole.mean[0],
        4 * np.hypot(looks[:, 1] - whole.mean[1], looks[:, 2] - whole.mean[2]), 3 * looks[:, 3], share,
    ), axis=1)  # fmt: skip
    after = table.rows[new]
    return np.concatenate((figures[group], after, after - table.rows[now], suits), axis=1).astype(np.float32)


@dataclass(frozen=True)
class _Whole:
    """What all parts come to; `shares` are those of the visible area by material, `mean` is the mean colour."""

    area_m2: float
    price_usd: float
    carbon_kg: float
    mass_kg: float
    volume_m3: float
    shares: Columns
    mean: Columns

    @classmethod
    def of(cls, survey: Survey) -> "_Whole":
        """Sum a design up."""
        parts = survey.parts
        area = max(survey.area_m2, 1e-12)
        share = np.array([part.area_m2 for part in parts]) / area
        looks = np.array([_axes(part.look)[:3] for part in parts])
        places = [_TABLE.at[part.substance.name] for part in parts]
        return cls(
            area, max(sum(part.price_usd for part in parts), 1e-9), max(sum(part.carbon_kg for part in parts), 1e-9),
            max(survey.mass_kg, 1e-9), max(sum(part.volume_m3 for part in parts), 1e-15),
            np.bincount(places, share, len(_TABLE.at)).astype(np.float64), share @ looks,
        )  # fmt: skip


def _groups(env: Environment, whole: _Whole) -> tuple[Columns, Columns, Columns]:
    """Return (g, GROUP) figures of g groups, their volumes and their areas."""
    rows, volumes, areas = [], [], []
    for group in env.site.groups:
        parts = [env.judged.survey.parts[at] for at in group.at]
        volume, area = sum(part.volume_m3 for part in parts), sum(part.area_m2 for part in parts)
        mass = sum(part.mass_kg for part in parts) / whole.mass_kg
        price = sum(part.price_usd for part in parts) / whole.price_usd
        carbon = sum(part.carbon_kg for part in parts) / whole.carbon_kg
        rows.append([
            volume / whole.volume_m3, area / whole.area_m2, mass, price, carbon,
            log(area / whole.area_m2 + 1e-6) / 10, log(price + 1e-6) / 10, log(carbon + 1e-6) / 10,
            log(len(group.at)) / 3, min(log(group.slenderness), 4.0) / 4, float(bool(group.color)),
        ])  # fmt: skip
        volumes.append(volume)
        areas.append(area)
    return np.array(rows), np.array(volumes), np.array(areas)


def _prices(materials: Places, volume: Columns, area: Columns) -> Columns:
    by_area = area * _TABLE.price_per_m2[materials]
    prices: Columns = np.where(by_area > 0, by_area, volume * _TABLE.price_per_m3[materials])
    return prices


def _squeezed(values: Columns) -> Columns:
    """Return numbers in [-3, 3] or so that keep sign and order of magnitude."""
    squeezed: Columns = np.sign(values) * np.log(1 + 10 * np.abs(values)) / 2
    return squeezed


class _Measures:
    """Rows of edits of size and place."""

    def __init__(self, env: Environment) -> None:
        self._env = env
        self._by_name = {one.name: one for one in reversed(env.site.wholes)}
        self._by_archetype = {one.archetype: one for one in reversed(env.site.wholes)}

    def row(self, edit: Edit) -> Row:
        site = self._env.site
        whole = self._by_name.get(edit.name) or self._by_archetype[edit.name]
        roots = {part.root for part in (self._env.judged.survey.parts[at] for at in whole.at)}
        height, bend = whole.high[1] - whole.low[1], log(edit.factor)
        seat = [
            part.high[1] - whole.low[1]
            for part in (self._env.judged.survey.parts[at] for at in whole.at)
            if part.root in SEAT_ROOTS
        ]
        top = max(seat, default=height)
        before, after = self._gap(whole.name, (0.0, 0.0)), self._gap(whole.name, edit.step)
        count = sum(one.archetype == whole.archetype for one in site.wholes)
        return [
            5 * bend, 5 * abs(bend), height, height * edit.factor, float(bool(seat)), 2 * top, 2 * top * edit.factor,
            float(bool(roots & {"top", "worktop", "counter"})), log(count) / 2, before, after, after - before,
        ]  # fmt: skip

    def _gap(self, name: str, step: tuple[float, float]) -> float:
        """Return how far a thing is from the nearest other one after a step, metres, at most 1."""
        whole = self._by_name[name]
        low = (whole.low[0] + step[0], whole.low[1], whole.low[2] + step[1])
        high = (whole.high[0] + step[0], whole.high[1], whole.high[2] + step[1])
        gaps = [
            -min(overlap_m(low, high, one.low, one.high, axis) for axis in (0, 2))
            for one in self._env.site.wholes
            if one.name != name and not self._env.site.is_shell(one)
        ]
        return min([1.0, *gaps])
