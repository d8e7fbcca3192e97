"""Words that a text wants on a thing: in relief on its best face, round a round body, or on a small plate."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

import msgspec
import numpy as np

from domain.materials import CATALOGUE
from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.surfaces import Skin, Spot, best_spot, skin_of, view_of
from engine.parts.detail import Detail
from engine.parts.glyphs import writable
from engine.parts.lettering import words

INKED = ("letter", "text", "word", "lettering", "inscription")
_BEARERS = frozenset({"sign_board", "plaque", "lettering"})
_MARGIN = (1.12, 1.3)  # of the words' width and height: the smooth room they need
_LINES_MOST = 3
_PROUD = 0.008  # of the thing's longest side: letters stand out no more
_LEAST = 0.012  # of the thing's longest side: smaller letters cannot be read
_SIDES = {"vehicle": ("right", "front", "top"), "interior": ("front",)}
_FAVOUR = {"front": 1.0, "right": 1.6, "left": 1.6, "top": 0.6}
_SMOOTH, _COARSE = 0.06, 0.5  # roughness that letters bridge, and that a plate bridges; of the height of the words
_ON_GLASS = 0.3  # a window is better left clear


def inscribe(drawing: Drawing, brief: Brief, design_type: str) -> bool:
    """Put the brief's text on what is drawn, and return whether it found a place.

    A drawing that bears the text already stays as it is; one that has a sign gets the text on that.
    """
    if not writable(brief.text).strip() or not drawing.objects:
        return False
    if _is_borne(drawing, brief.text):
        return True
    skin = skin_of(drawing.objects)
    found = [*_best(skin, brief.text, design_type, _SMOOTH)]
    if found:
        text, spot = max(found, key=lambda pair: pair[1].worth)
        for one in (spot, *_other_side(skin, text, spot)):
            _letter(drawing, brief, text, one, skin)
        return True
    found = [*_best(skin, brief.text, design_type, _COARSE)]
    if not found:
        return False
    _plate(drawing, brief, *max(found, key=lambda pair: pair[1].worth))
    return True


def _is_borne(drawing: Drawing, text: str) -> bool:
    """Return whether an object bears the text; a sign that bears another is written anew."""
    if any(str(thing.properties.get("text", "")).split() == text.split() for thing in drawing.objects):
        return True
    signs = [place for place, thing in enumerate(drawing.objects) if thing.type in _BEARERS]
    for place in signs:
        thing = drawing.objects[place]
        drawing.objects[place] = msgspec.structs.replace(thing, properties=thing.properties | {"text": text})
    return bool(signs)


def _best(skin: Skin, text: str, design_type: str, roughness: float) -> Iterator[tuple[str, Spot]]:
    """Yield each way to set the text with the best spot for it on each side."""
    least = _LEAST * _longest(skin)
    for side in _SIDES.get(design_type, ("front", "top")):
        view = view_of(skin, side)
        for lines in layouts(text):
            spot = best_spot(view, _aspect(lines), roughness=roughness / (lines.count("\n") + 1))
            if spot is not None and spot.height / _MARGIN[1] / (lines.count("\n") + 1) > least:
                yield lines, _weighed(spot, skin, lines)


def _weighed(spot: Spot, skin: Skin, lines: str) -> Spot:
    """Return the spot with its worth per line, less on glass and on sides that are seen less."""
    is_glass = skin.finishes[spot.owner][0].startswith("glass")
    factor = _FAVOUR[spot.side] * (_ON_GLASS if is_glass else 1.0) / (lines.count("\n") + 1)
    return replace(spot, worth=spot.worth * factor)


def layouts(text: str) -> Iterator[str]:
    """Yield the text on one line, and on two and three where it has the words, each as even as can be."""
    parts = text.split()
    for count in range(1, min(len(parts), _LINES_MOST) + 1):
        cuts = ((0, *inner, len(parts)) for inner in combinations(range(1, len(parts)), count - 1))
        ways = ([" ".join(parts[a:b]) for a, b in pairwise(cut)] for cut in cuts)
        yield "\n".join(min(ways, key=lambda lines: max(map(len, lines))))


def _longest(skin: Skin) -> float:
    return float(np.ptp(skin.points, axis=0).max())


def _aspect(lines: str) -> float:
    """Return width by height of the room that the words need."""
    return aspect_of(lines) * _MARGIN[0] / _MARGIN[1]


def aspect_of(lines: str) -> float:
    """Return how many times as wide as tall words are."""
    left, low, right, high = words(lines, Detail("draft")).bounds()
    return float((right - left) / (high - low))


def _other_side(skin: Skin, text: str, spot: Spot) -> Iterator[Spot]:
    """Yield the spot on the left of a vehicle whose right bears the text."""
    if spot.side == "right":
        found = best_spot(view_of(skin, "left"), _aspect(text), roughness=_SMOOTH)
        if found is not None:
            yield found


def _letter(drawing: Drawing, brief: Brief, text: str, spot: Spot, skin: Skin) -> None:
    """Draw letters that stand out of a surface and reach into it as far as it is rough."""
    width, height = spot.width / _MARGIN[0], spot.height / _MARGIN[1]
    line = height / (text.count("\n") + 1)
    out = max(min(0.06 * line, _PROUD * _longest(skin)), 0.7 * spot.rough)
    into = 1.2 * spot.rough + 0.03 * line
    radius = spot.radius + (out - into) / 2 if spot.radius else 0.0
    back = (radius - (radius - (out + into) / 2) * np.cos(width / 2 / radius)) if radius else (out + into) / 2
    depth = back + (out + into) / 2
    middle = spot.middle + spot.frame[2] * (out - depth / 2)
    drawing.add(
        "lettering", (width, height, depth), (middle[0], middle[1] - height / 2, middle[2]), turn=_turn(spot),
        text=text, weight=0.012, name="text", **({"bend_m": radius, "relief_m": out + into} if radius else {}),
        **_ink(brief, *skin.finishes[spot.owner]),
    )  # fmt: skip


def _plate(drawing: Drawing, brief: Brief, text: str, spot: Spot) -> None:
    """Draw a plate with the words on it, thick enough to touch a rough or round surface."""
    width, height = spot.width, spot.height
    sag = spot.radius - max(spot.radius**2 - width**2 / 4, 0.0) ** 0.5 if spot.radius else 0.0
    deep = 0.1 * height + 2 * spot.rough + sag
    middle = spot.middle + spot.frame[2] * (deep / 2 - sag - spot.rough)
    plate = brief.of("plaque plate sign", "brass_polished")
    drawing.add(
        "plaque", (width, height, deep), (middle[0], middle[1] - height / 2, middle[2]), turn=_turn(spot),
        text=text, has_screws=False, name="plaque", letters_material="paint_black", **plate,
    )  # fmt: skip


def _turn(spot: Spot) -> tuple[float, float, float]:
    """Return the degrees about x, then y, then z from the maker's axes to the spot's frame."""
    turn = spot.frame.T
    y = np.arcsin(np.clip(-turn[2, 0], -1.0, 1.0))
    x, z = np.arctan2(turn[2, 1], turn[2, 2]), np.arctan2(turn[1, 0], turn[0, 0])
    if abs(turn[2, 0]) > 1 - 1e-9:  # x and z turn about one line: x does it all
        x, z = np.arctan2(-turn[1, 2], turn[1, 1]), np.float64(0.0)
    return float(np.degrees(x)), float(np.degrees(y)), float(np.degrees(z))


def _ink(brief: Brief, material: str, color: str) -> Finish:
    """Return what letters are made of: what the text says, or what stands out from the surface."""
    said = brief.of(" ".join(INKED), "")
    if said["material"] or said["color"]:
        return brief.finish(said["material"] or "paint_white", said["color"])
    tint = (color or CATALOGUE[material].albedo).lstrip("#")
    red, green, blue = (int(tint[at : at + 2], 16) for at in (0, 2, 4))
    is_pale = 0.3 * red + 0.59 * green + 0.11 * blue > 105 or CATALOGUE[material].emission > 0
    return brief.finish("paint_black" if is_pale else "paint_white", "")


def set_in(text: str, width: float, height: float) -> str:
    """Return the text on as many lines as let its letters be largest in a box."""

    def size(lines: str) -> float:
        left, low, right, high = words(lines, Detail("draft")).bounds()
        return float(min(width / (right - left), height / (high - low)))

    return max(layouts(text), key=size, default="Aa")
