"""What an edit does, in words with numbers."""

from domain.scoring.advice import material_said
from domain.scoring.colors import color_said
from engine.improving.edits import Edit
from engine.improving.environment import Environment, Judged, Tried
from engine.improving.groups import Whole

SHOWN_FROM = 0.05
"""Changes of a criterion smaller than this are not told."""
TOLD_MOST = 4


def told(tried: Tried, env: Environment) -> str:
    """Return what an edit that is about to be kept does, and what that changes."""
    before, after = env.judged, tried.judged
    score = f"score {before.score(env.strategy):.2f} → {after.score(env.strategy):.2f}"
    return f"{_done(tried.edit, env)}: {score}{_criteria(before, after)}{_figures(before, after)}"


def _done(edit: Edit, env: Environment) -> str:
    if edit.kind == "place":
        x, z = edit.step
        way = (
            f"{abs(x):g} m to the {'right' if x > 0 else 'left'}"
            if x
            else f"{abs(z):g} m {'forth' if z > 0 else 'back'}"
        )
        return f"Moved {edit.name.replace('_', ' ')} {way}"
    if edit.kind in ("height", "scale"):
        ones = [one for one in env.site.wholes if one.archetype == edit.name]
        what = f"the {len(ones)} things of kind {edit.name}" if len(ones) > 1 else f"the {edit.name}"
        verb = "Made" if edit.kind == "height" else "Scaled"
        more = "higher" if edit.factor > 1 else "lower"
        by = f"{abs(edit.factor - 1):.0%} {more}" if edit.kind == "height" else f"to {edit.factor:.0%}"
        return f"{verb} {what} {by} ({_height_m(ones[0]):.2f} m → {_height_m(ones[0]) * edit.factor:.2f} m high)"
    group = env.site.groups[edit.group]
    if edit.kind == "color":
        own = f"the colour of {'its' if len(group.at) == 1 else 'their'} material"
        return f"Gave {group.words} {_color(edit.name) or own} instead of {_color(group.color) or own}"
    return f"Made {group.words} of {material_said(edit.name)} instead of {material_said(group.material)}"


def _color(color: str) -> str:
    return f"the colour {color_said(color)} ({color})" if color else ""


def _height_m(whole: Whole) -> float:
    return whole.high[1] - whole.low[1]


def _criteria(before: Judged, after: Judged) -> str:
    moved = sorted(after.values, key=lambda name: -abs(after.values[name] - before.values[name]))
    shown = [
        f"{name} {before.values[name]:.1f} → {after.values[name]:.1f}"
        for name in moved[:TOLD_MOST]
        if abs(after.values[name] - before.values[name]) >= SHOWN_FROM
    ]
    return "".join(f", {one}" for one in shown)


def _figures(before: Judged, after: Judged) -> str:
    old, new = _sums(before), _sums(after)
    units = ("USD of materials", "kg CO2-equivalent", "kg")
    shown = [
        f"{now - was:+,.0f} {unit}"
        for was, now, unit in zip(old, new, units, strict=True)
        if abs(now - was) >= max(0.5, 0.01 * was)
    ]
    return f" ({', '.join(shown)})" if shown else ""


def _sums(judged: Judged) -> tuple[float, float, float]:
    parts = judged.survey.parts
    return sum(part.price_usd for part in parts), sum(part.carbon_kg for part in parts), judged.survey.mass_kg
