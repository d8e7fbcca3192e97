"""What the policy sees of a design and of each legal edit, as rows of numbers of order one.

A row of an edit holds the design as a whole (the strategy's weights, the scores, the kind of design), the like parts
that are edited (their shares of volume, mass, price and carbon), the material that they have and the one they would
get, how that suits the rest of the design, and for sizes and places the measures before and after.
"""

from collections.abc import Sequence
from math import cos, hypot, log, radians, sin

import numpy as np
from numpy.typing import NDArray

from domain.materials import CATALOGUE
from domain.scoring.colors import seen
from domain.scoring.criteria import CRITERIA
from domain.scoring.grades import SUBSTANCES, Substance
from domain.scoring.people import SEAT_ROOTS
from domain.scoring.typical import fit_of
from domain.work.iterate_design import STRATEGIES
from engine.improving.edits import KINDS, Edit
from engine.improving.environment import Environment
from engine.improving.groups import Group, overlap_m

Rows = NDArray[np.float32]
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
    painter, measurer = _Materials(env), _Measures(env)
    for row, edit in zip(found, edits, strict=True):
        row[WHOLE + _AT[edit.kind]] = 1.0
        at = WHOLE + len(KINDS)
        if edit.group >= 0:
            row[at : at + GROUP + 2 * MATERIAL + SUITS] = painter.row(edit)
        else:
            row[WIDTH - MEASURES :] = measurer.row(edit)
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


_MATERIAL_ROWS = {name: np.array(_material_row(one), np.float32) for name, one in SUBSTANCES.items()}
_PLAIN = np.zeros(MATERIAL, np.float32)


class _Materials:
    """Rows of edits of material and colour."""

    def __init__(self, env: Environment) -> None:
        self._env = env
        survey = env.judged.survey
        self._fits = fit_of(survey.spec.style)
        parts = survey.parts
        self._area = max(survey.area_m2, 1e-12)
        self._price = max(sum(part.price_usd for part in parts), 1e-9)
        self._carbon = max(sum(part.carbon_kg for part in parts), 1e-9)
        self._mass = max(survey.mass_kg, 1e-9)
        self._volume = max(sum(part.volume_m3 for part in parts), 1e-15)
        self._by_name: dict[str, float] = {}
        self._by_substance: dict[str, float] = {}
        self._by_family: dict[str, float] = {}
        x = y = light = 0.0
        for part in parts:
            material, share = CATALOGUE.get(part.substance.name), part.area_m2 / self._area
            if material is not None:
                for table, key in (
                    (self._by_name, material.name), (self._by_substance, material.substance),
                    (self._by_family, material.family),
                ):  # fmt: skip
                    table[key] = table.get(key, 0.0) + share
            light += share * part.look.lightness
            x += share * part.look.chroma * cos(radians(part.look.hue))
            y += share * part.look.chroma * sin(radians(part.look.hue))
        self._mean = (light, x, y)
        self._groups = [self._figures(group) for group in env.site.groups]
        self._now = [_MATERIAL_ROWS.get(group.material, _PLAIN) for group in env.site.groups]

    def _figures(self, group: Group) -> tuple[Row, float, float, float]:
        """Return the row of a group, its volume, its area, and its share of what is seen."""
        parts = [self._env.judged.survey.parts[at] for at in group.at]
        volume, area = sum(part.volume_m3 for part in parts), sum(part.area_m2 for part in parts)
        price, carbon = sum(part.price_usd for part in parts), sum(part.carbon_kg for part in parts)
        mass = sum(part.mass_kg for part in parts)
        row = [
            volume / self._volume, area / self._area, mass / self._mass, price / self._price, carbon / self._carbon,
            log(area / self._area + 1e-6) / 10, log(price / self._price + 1e-6) / 10,
            log(carbon / self._carbon + 1e-6) / 10, log(len(group.at)) / 3, min(log(group.slenderness), 4.0) / 4,
            float(bool(group.color)),
        ]  # fmt: skip
        return row, volume, area, area / self._area

    def row(self, edit: Edit) -> NDArray[np.float32]:
        figures, volume, area, share = self._groups[edit.group]
        now = self._now[edit.group]
        group = self._env.site.groups[edit.group]
        name = edit.name if edit.kind == "material" else group.material
        after = _MATERIAL_ROWS.get(name, _PLAIN)
        suits = self._suits(edit, group, name, volume, area, share)
        return np.concatenate((np.array(figures, np.float32), after, after - now, np.array(suits, np.float32)))

    def _suits(self, edit: Edit, group: Group, name: str, volume: float, area: float, share: float) -> Row:
        one, was, material = SUBSTANCES[name], SUBSTANCES[group.material], CATALOGUE[name]
        looks = seen(edit.name) if edit.kind == "color" and edit.name else one.look
        x, y = looks.chroma * cos(radians(looks.hue)), looks.chroma * sin(radians(looks.hue))
        price, carbon = _price(one, volume, area) - _price(was, volume, area), _carbon(one, was, volume)
        wear = (one.grades.wear + one.grades.toughness - was.grades.wear - was.grades.toughness) / 10
        return [
            _squeezed(price / self._price), _squeezed(carbon / self._carbon), share * wear,
            share * (self._fits.get(name, 0.0) - self._fits.get(group.material, 0.0)), self._fits.get(name, 0.0),
            self._by_name.get(name, 0.0), self._by_substance.get(material.substance, 0.0),
            self._by_family.get(material.family, 0.0), looks.lightness - self._mean[0],
            4 * hypot(x - self._mean[1], y - self._mean[2]), 3 * looks.chroma, share,
        ]  # fmt: skip


def _price(one: Substance, volume: float, area: float) -> float:
    return area * one.price_per_m2 or volume * one.price_per_m3


def _carbon(one: Substance, was: Substance, volume: float) -> float:
    after, before = (each.carbon_kg_per_kg * each.density_kg_per_m3 for each in (one, was))
    return volume * (after - before)


def _squeezed(value: float) -> float:
    """Return a number in [-3, 3] or so that keeps sign and order of magnitude."""
    return (1 if value > 0 else -1) * log(1 + 10 * abs(value)) / 2


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
