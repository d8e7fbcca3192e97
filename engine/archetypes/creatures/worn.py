"""What an animal or a person wears: hats, crowns, glasses, scarves, collars, ties and bows; noses point to +z."""

from collections.abc import Collection
from itertools import pairwise

import numpy as np

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.creatures.surface import Wearer
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.placing import bent
from engine.archetypes.objects.shaping import blend, limb, lump
from engine.shapes import Points

_FORMS = {
    "top": "top", "bowler": "bowler", "cowboy": "cowboy", "straw": "sun", "sun": "sun", "witch": "wizard",
    "wizard": "wizard", "party": "party", "pointed": "party", "birthday": "party", "santa": "party", "beanie": "beanie",
    "bobble": "beanie", "woolly": "beanie", "knitted": "beanie", "chef": "chef", "sombrero": "sun",
}  # fmt: skip
_WIDE = {"top": 0.66, "bowler": 0.74, "fedora": 0.6, "cowboy": 0.52, "sun": 0.46, "wizard": 0.5, "beanie": 0.99,
         "chef": 0.9}  # fmt: skip
_TINTS = {"top": "#1d1c20", "chef": "#f2ede4", "sun": "#d9bd7a", "party": "#c2332f", "wizard": "#2f3f8a",
          "beanie": "#2f5f8e"}  # fmt: skip
_TALL = {"top": 1.5, "wizard": 2.2, "chef": 1.3, "beanie": 1.1, "fedora": 0.95, "cowboy": 0.95}
_HATS = ("hat", "cap", "beanie", "sombrero")
_SCARVES = ("scarf", "shawl", "bandana", "neckerchief")


def wear(drawing: Drawing, brief: Brief, body: Wearer, own: Collection[str] = ()) -> None:
    """Draw what the text says is worn; `own` names the parts that the drawing has anyway."""
    if brief.has("crown", "tiara") and "crown" not in own:
        _crown(drawing, brief, body)
    elif brief.has(*_HATS) and "hat" not in own:
        _hat(drawing, brief, body)
    if brief.has("glasses", "sunglasses", "sunglass", "spectacles", "goggles"):
        _glasses(drawing, brief, body)
    if brief.has(*_SCARVES) and "scarf" not in own:
        _scarf(drawing, brief, body)
    is_bow = "bow" in own and bool(brief.words & {"bow", "bowtie", "ribbon"})
    if brief.has("tie", "bowtie", "bow", "ribbon") and not is_bow:
        _tie(drawing, brief, body)
    elif brief.has("collar", "necklace", "lead", "leash"):
        _collar(drawing, brief, body)


def _toned(brief: Brief, words: str, material: str, color: str) -> Finish:
    """Return the finish of a piece, in its usual colour where the text names neither colour nor material."""
    finish = brief.of(words, material)
    return finish if finish["color"] or finish["material"] != material else brief.finish(material, color)


def _hat(drawing: Drawing, brief: Brief, body: Wearer) -> None:
    form = next((form for word, form in _FORMS.items() if word in brief.words), "fedora")
    wide, (_, _, z) = 1.9 * body.radius, body.head
    cloth = _toned(brief, "hat cap beanie sombrero", "felt", _TINTS.get(form, "#5b3a28"))
    if form == "party":
        low = body.top - 0.12 * body.radius
        drawing.add("cone", (0.8 * wide, 0.9 * wide, 0.8 * wide), (0, low, z), name="hat", **cloth)
        puff = _toned(brief, "pompom bobble", "wool", "#f2ede4")
        drawing.add("ball", (0.24 * wide,) * 3, (0, low + 0.82 * wide, z), name="pompom", **puff)
        return
    if "cap" in brief.words:
        size = (wide, 0.62 * wide, 1.4 * wide)
        low = body.top - 0.22 * body.radius
        drawing.add("cap", size, (0, low, z + 0.2 * wide), name="hat", **cloth)
        _line(drawing, 0.965 * wide, (0.0, low + 0.02 * body.radius, z), 0.18 * body.radius)
        return
    across, tall = wide / _WIDE[form], _TALL.get(form, 0.95) * body.radius
    low = body.top - 0.16 * body.radius
    band = _toned(brief, "band", "fabric_grey", "#1d1c20" if form != "top" else "#8c2b2b")
    drawing.add("hat", (across, tall, across), (0, low, z), form=form, name="hat", band_material=band["material"],
                band_color=band["color"], **cloth)  # fmt: skip
    inner = wide * (0.78 if form == "chef" else 0.96)
    _line(drawing, inner, (0.0, low + 0.06 * body.radius, z), 0.1 * body.radius)


def _line(drawing: Drawing, wide: float, at: Triple, tall: float) -> None:
    """Draw the lining by which a hat or a crown sits on the head."""
    drawing.add("disc", (wide, tall, wide), at, name="lining", material="felt", color="#3a2a2c")


def _crown(drawing: Drawing, brief: Brief, body: Wearer) -> None:
    wide = 1.6 * body.radius
    drawing.add("crown_band", (wide, 0.45 * wide, wide), (0, body.top - 0.22 * body.radius, body.head[2]), points=7,
                name="crown", **brief.of("crown tiara", "gold"))  # fmt: skip
    _line(drawing, 0.85 * wide, (0.0, body.top - 0.2 * body.radius, body.head[2]), 0.24 * body.radius)


def _glasses(drawing: Drawing, brief: Brief, body: Wearer) -> None:
    """Draw spectacles before the eyes, their temples back along the head."""
    apart, y, z = (float(value) for value in np.abs(body.eyes[np.argmax(body.eyes[:, 0])]))
    apart = max(apart, 0.32 * body.radius)
    wide, tall = 3.5 * apart, 1.35 * apart
    frame = _toned(brief, "glasses spectacles sunglasses sunglass frame goggles", "plastic_black", "")
    is_dark = bool(brief.words & {"sunglasses", "sunglass", "dark", "sun"})
    out = max(body.front(x, y) for x in (0.0, apart, 1.4 * apart)) + 0.1 * apart
    drawing.add("spectacles_front", (wide, tall, 0.16 * apart), (0, y - tall / 2, max(out, z)), form="round",
                lens_material="plastic_black" if is_dark else "glass_clear", name="glasses", **frame)  # fmt: skip
    for side in (1, -1):
        x = side * wide / 2 * 0.97
        line = [(x, y + 0.2 * tall, max(out, z)), (x, y + 0.25 * tall, body.head[2])]
        bent(drawing, line, 0.12 * apart, frame, name="temple", is_straight=True)


def _scarf(drawing: Drawing, brief: Brief, body: Wearer) -> None:
    """Draw a scarf wound around the neck with both ends hanging down the chest, if it is high enough."""
    thick = 0.42 * body.radius
    wool = _toned(brief, " ".join(_SCARVES), "wool", "#a3262a")
    ring = body.ring(*body.neck(), 0.22 * thick)
    ring[:, 1] = np.maximum(ring[:, 1], body.floor + 0.7 * thick)
    _loop(drawing, ring, thick, wool, "scarf")
    x, y, z = ring[0]
    ends = ((0.35, 1.5), (-0.2, 1.1)) if y - body.floor > 1.4 * body.radius else ()
    for side, long in ends:
        at = x + side * body.radius
        line = [(at * 0.3, y, z)]
        for step in (0.3, 0.65, 1.0):
            low = y - step * min(long * body.radius, 0.55 * (y - body.floor))
            line.append((at, low, min(body.front(at, low), z + 0.6 * body.radius) + 0.25 * thick))
        bones = [limb(a, 0.42 * thick, b, 0.46 * thick, (1.0, 1.0, 0.55)) for a, b in pairwise(line)]
        blend(drawing, "scarf_end", bones, wool, soft=0.2 * thick)


def _loop(drawing: Drawing, ring: Points, thick: float, finish: Finish, name: str) -> None:
    bent(drawing, [tuple(place) for place in ring], thick, finish, name=name, is_closed=True)


def _tie(drawing: Drawing, brief: Brief, body: Wearer) -> None:
    """Draw a bow at the throat, or a tie that hangs down from it, on a band around the neck."""
    cloth = _toned(brief, "tie bowtie bow ribbon", "velvet", "#a3262a")
    r = body.radius
    ring = body.ring(*body.neck(), 0.05 * r)
    _loop(drawing, ring, 0.14 * r, cloth, "band")
    x, y, z = (float(value) for value in ring[0])
    z += 0.08 * r
    if "tie" in brief.words and not brief.words & {"bow", "bowtie"}:
        low = y - 1.4 * r
        end = min(body.front(0.0, low), z + 0.5 * r) + 0.12 * r
        knot, blade = (
            (x, y - 0.15 * r, z),
            limb((x, y - 0.15 * r, z), 0.12 * r, (x, low, end), 0.26 * r, (1.0, 1.0, 0.4)),
        )
        blend(drawing, "tie", [lump(knot, 0.2 * r, (1.0, 1.0, 0.7)), blade], cloth, soft=0.02 * r)
        return
    wings = [limb((side * 0.1 * r, y, z), 0.1 * r, (side * 0.56 * r, y + up * r, z), 0.17 * r, (1.0, 1.0, 0.6))
             for side in (1, -1) for up in (0.16, -0.16)]  # fmt: skip
    blend(drawing, "bow", [*wings, lump((x, y, z + 0.03 * r), 0.17 * r)], cloth, soft=0.05 * r)


def _collar(drawing: Drawing, brief: Brief, body: Wearer) -> None:
    """Draw a collar with its tag, or a necklace with a pendant."""
    is_gold = "necklace" in brief.words
    band = _toned(brief, "collar necklace", "gold" if is_gold else "leather_brown", "" if is_gold else "#a3262a")
    r = body.radius
    ring = body.ring(*body.neck(), 0.03 * r)
    _loop(drawing, ring, (0.1 if is_gold else 0.26) * r, band, "necklace" if is_gold else "collar")
    x, y, z = (float(value) for value in ring[0])
    brief.has("bell", "tag", "pendant")
    tag = brief.of("tag bell pendant", "gold")
    blend(drawing, "tag", [lump((x, y - 0.16 * r, z + 0.08 * r), 0.15 * r, (1.0, 1.0, 0.7))], tag, soft=0.02 * r)
