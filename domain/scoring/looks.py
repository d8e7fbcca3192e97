"""Aesthetics: palette, contrast, materials, style, proportions and balance."""

from collections.abc import Mapping, Sequence
from math import exp, log
from typing import Any

from domain.scoring.colors import apart
from domain.scoring.criterion import Criterion, Measured, inapplicable
from domain.scoring.curves import BEST, ramp, within
from domain.scoring.survey import Survey, Thing
from domain.scoring.typical import TYPICAL, fit_of

GREY_CHROMA = 0.03
BIN_DEG = 15.0
BINS = 24
HUES_MAX = 6
_STRAY_DEG = 30.0
_EVEN_M = 1e-6

Sector = tuple[float, float]
TEMPLATES: dict[str, tuple[float, tuple[Sector, ...]]] = {
    "one hue": (1.0, ((0, 18),)),
    "neighbours": (0.98, ((0, 93.6),)),
    "complements": (0.97, ((0, 18), (180, 18))),
    "split complements": (0.94, ((0, 93.6), (180, 18))),
    "triad": (0.94, ((0, 18), (120, 18), (240, 18))),
}
"""Kinds of harmony: what each is worth, and its sectors, as angle and width in degrees."""


def _aesthetics(survey: Survey) -> Measured:
    area = survey.area_m2
    if area <= 0:
        return inapplicable("nothing is seen")
    hues: dict[int, float] = {}
    materials: dict[str, float] = {}
    light = light_squared = fit = chroma = 0.0
    fits = fit_of(survey.spec.style)
    for part in survey.parts:
        share, look, name = part.area_m2 / area, part.look, part.substance.name
        light += share * look.lightness
        light_squared += share * look.lightness * look.lightness
        chroma += share * look.chroma
        fit += share * fits.get(name, 0.0)
        materials[name] = materials.get(name, 0.0) + share
        if look.chroma > GREY_CHROMA:
            at = int(look.hue / BIN_DEG)
            hues[at] = hues.get(at, 0.0) + share * look.chroma
    name, harmony, stray = harmony_of(hues)
    contrast = max(0.0, light_squared - light * light) ** 0.5
    variety = exp(-sum([share * log(share) for share in materials.values() if share > 0]))
    proportion, balance = _form(survey)
    value = (
        0.25 * harmony + 0.15 * within(contrast, -0.05, 0.1, 0.25, 0.45) + 0.25 * fit
        + 0.15 * within(variety, 0.0, 2.0, 4.5, 11.0) + 0.1 * proportion + 0.1 * balance
    )  # fmt: skip
    numbers = {
        "palette": name, "palette_share": harmony, "stray_hue_deg": stray, "mean_chroma": chroma,
        "lightness_contrast": contrast, "effective_materials": variety, "style": survey.spec.style,
        "style_fit_share": fit, "proportion_share": proportion, "balance_share": balance,
    }  # fmt: skip
    return Measured(BEST * value, numbers)


def harmony_of(hues: Mapping[int, float]) -> tuple[str, float, float]:
    """Return the harmony that fits hues best, how well in [0, 1], and how far they stray, degrees.

    `hues` are weights by the sector of 15° that a hue lies in.
    """
    if not hues:
        return "greys", 0.85, 0.0
    main = sorted(hues.items(), key=lambda one: -one[1])[:HUES_MAX]
    whole = sum([weight for _, weight in main])
    best = ("", -1.0, 0.0)
    for name, worth, strays in _TURNED:
        for anchor, _ in main[:3]:
            for at in strays:
                stray = sum([weight * at[(hue - anchor) % BINS] for hue, weight in main]) / whole
                fit = worth * (1.0 - min(1.0, stray / _STRAY_DEG))
                if fit > best[1]:
                    best = (name, fit, stray)
        if best[1] >= worth:
            break
    return best


def _stray(hue: float, anchor: float, sectors: Sequence[Sector]) -> float:
    """Return how far a hue lies outside of the nearest sector, degrees."""
    return min(max(0.0, apart(hue, anchor + angle) - width / 2) for angle, width in sectors)


def _turned(sectors: Sequence[Sector]) -> list[list[float]]:
    """Return the strays of all hues from a template whose first sector begins, is centred or ends at the anchor."""
    turns = (0.0, -sectors[0][1] / 2, sectors[0][1] / 2)
    return [[_stray(at * BIN_DEG, turn, sectors) for at in range(BINS)] for turn in turns]


_TURNED = [(name, worth, _turned(sectors)) for name, (worth, sectors) in TEMPLATES.items()]


def _form(survey: Survey) -> tuple[float, float]:
    """Return how near proportions are to the usual ones, and how well left and right weigh alike, each in [0, 1]."""
    kept = survey.layout.kept.get("form")
    if kept is None:
        kept = survey.layout.kept["form"] = _proportion(survey.layout.things), _balance(survey)
    return kept  # type: ignore[return-value]


def _proportion(things: Sequence[Thing]) -> float:
    shares = []
    for thing in things:
        usual = TYPICAL.kinds.get(thing.kind)
        if usual is None:
            continue
        ratios = [
            log(max(high - low, _EVEN_M) / max(size, _EVEN_M))
            for low, high, size in zip(thing.low, thing.high, usual.size_m, strict=True)
        ]
        mean = sum(ratios) / 3
        shares.append(ramp(max(abs(ratio - mean) for ratio in ratios), 1.0, 0.08))
    return sum(shares) / len(shares) if shares else 0.5


def _balance(survey: Survey) -> float:
    """Return 1 where the visible surface lies evenly about the middle, as seen from the front."""
    low, high = survey.layout.low[0], survey.layout.high[0]
    if high - low < _EVEN_M:
        return 1.0
    moment = sum([part.area_m2 * (part.low[0] + part.high[0]) / 2 for part in survey.parts])
    offset = abs(moment / survey.area_m2 - (low + high) / 2) / ((high - low) / 2)
    return ramp(offset, 0.4, 0.02)


_PALETTES = {
    "greys": "are greys", "one hue": "are of one hue", "neighbours": "are neighbouring hues",
    "complements": "are complementary", "split complements": "are split complements", "triad": "form a triad of hues",
}  # fmt: skip


def _said(n: Mapping[str, Any]) -> str:
    stray = f" ({n['stray_hue_deg']:.0f}° off)" if n["stray_hue_deg"] >= 1 else ""
    fit = f"{n['style_fit_share']:.0%} of what is seen fits the {n['style']} style"
    many = round(n["effective_materials"])
    shared = "one material covers most of it" if many == 1 else f"about {many} materials share the surface"
    return f"Its colours {_PALETTES[n['palette']]}{stray}, {shared}, and {fit}"


AESTHETICS = Criterion(
    "aesthetics", _aesthetics, _said,
    "By visible area: 25 % hues against templates of harmony in OKLCH, 25 % share in materials that the style uses,"
    " 15 % spread of lightness (best 0.1 to 0.25), 15 % effective number of materials (best 2 to 4.5), 10 % proportions"
    " against the usual ones of the kind, 10 % balance of left and right.",
    "Cohen-Or et al., Color Harmonization, ACM TOG 25(3), 2006 (templates i, V, I, Y; the triad is ours);"
    " Ottosson, OKLab, 2020; style by this project's own drawings, domain/scoring/typical.json",
)  # fmt: skip
