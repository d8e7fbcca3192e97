"""Solar panels that stand on their own: tilted on a rack, or on a pole; the front is +z, the sun's side."""

from math import ceil, cos, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import form_by, plain
from engine.archetypes.objects.shaping import pose, sized, strut
from engine.archetypes.register import archetype

_WIDE, _DEEP, _GAP = 1.04, 1.7, 0.025
_MOST = 24


@archetype(
    "solar panel", "electronics", "energy",
    "solar panel, solar array, solar module, photovoltaic panel, photovoltaic array, photovoltaic module, pv panel, "
    "pv module, solar cell panel, ground mounted solar panel, ground mount solar panel, pole mounted solar panel, "
    "solar tracker, solar farm, solar power station, solar power plant, solar energy panel, sun panel, solarpanel, "
    "solarmodul, solarzelle, photovoltaikanlage, panneau solaire, panneau photovoltaïque, placa solar, panel solar, "
    "pannello solare, pannello fotovoltaico",
    hints="sun, renewable energy, photovoltaic",
    about="A solar panel: dark framed cells that turn sunlight into electricity, tilted on a rack or on a pole.",
    parts="panel, cell, frame, pole, post, rack, stand, foot, rail, box, beam",
    features="pole, post=pole, mast=pole, tracker=pole, rack, ground mounted=rack, ground=rack",
)  # fmt: skip
def solar_panel(drawing: Drawing, brief: Brief) -> None:
    """Draw panels in rows, tilted to the sun, on a rack with posts or on one pole."""
    many = brief.words & {"array", "farm", "station", "plant", "anlage", "photovoltaikanlage"}
    count = brief.count("panel", 8 if many else 1, least=1, most=_MOST)
    form = form_by(brief, {"pole mast tracker": "pole"}, "rack")
    table = Drawing(brief)
    wide, deep = _table(table, brief, count, is_pole=form == "pole")
    steel = brief.of(
        "post rack stand frame beam rail",
        "wood"
        if brief.style_name == "rustic"
        else "steel_galvanised"
        if brief.style_name in ("realistic", "modern", "industrial")
        else "metal",
        is_accent=True,
    )
    tilt = 34.0
    if form == "pole":
        height = max(2.6, deep / 2 * sin(radians(tilt)) + 1.3)
        _pole(drawing, brief, height, tilt, steel, max(wide, deep))
    else:
        height = deep / 2 * sin(radians(tilt)) + 0.45
        _rack(drawing, brief, (wide, deep), height, tilt, steel)
    pose(drawing, table, (0, height, 0), (tilt, 0, 0))
    top = height + deep / 2 * sin(radians(tilt))
    sized(drawing, brief, (wide, top, deep * cos(radians(tilt))))


def _table(table: Drawing, brief: Brief, count: int, *, is_pole: bool) -> tuple[float, float]:
    """Draw so many panels flat, above the origin, on purlins; return how wide and deep they are."""
    rows = 1 if count <= (2 if is_pole else 3) else 2 if count <= 12 else 3
    columns = ceil(count / rows)
    cells = brief.of("cell", "glass_tinted")
    cells = cells if cells["color"] or cells["material"] != "glass_tinted" else brief.finish("glass_tinted", "#14264d")
    frame = brief.of(
        "panel body solar",
        "iron_black" if brief.style_name in ("gothic", "cyberpunk", "art deco") else "aluminium",
        is_main=True,
    )
    wide, deep = columns * (_WIDE + _GAP) - _GAP, rows * (_DEEP + _GAP) - _GAP
    for number in range(count):
        row, column = divmod(number, columns)
        here = min(columns, count - row * columns)
        x = (column - (here - 1) / 2) * (_WIDE + _GAP)
        z = ((rows - 1) / 2 - row) * (_DEEP + _GAP)
        table.add(
            "solar_array",
            (_WIDE, 0.06, _DEEP),
            (x, -0.004, z),
            columns=1,
            rows=1,
            name="panel",
            cells_material=cells["material"],
            cells_color=cells["color"],
            **frame,
        )
    rail = brief.of("rail", "aluminium")
    for row in range(rows):
        long = min(columns, count - row * columns) * (_WIDE + _GAP) - _GAP
        for side in (-0.3, 0.3):
            z = ((rows - 1) / 2 - row) * (_DEEP + _GAP) + side * _DEEP
            table.add("box", (long * 0.98, 0.05, 0.06), (0, -0.05, z), radius_m=0.004, name="rail", **rail)
    return wide, deep


def _rack(drawing: Drawing, brief: Brief, size: tuple[float, float], height: float, tilt: float, steel: Finish) -> None:
    """Draw sloping beams under the purlins, each on a short post in front and a long one behind, with feet."""
    wide, deep = size
    lean = radians(tilt)
    count = max(2, ceil(wide / 2.4) + 1)
    beams = Drawing(brief)
    for number in range(count):
        x = wide * 0.8 * (number / (count - 1) - 0.5)
        beams.add("box", (0.06, 0.08, deep * 0.84), (x, -0.125, 0), radius_m=0.004, name="beam", **steel)
        for share in (-0.32, 0.32):
            along = share * deep
            y = height - along * sin(lean) - 0.1 * cos(lean)
            z = along * cos(lean) - 0.1 * sin(lean)
            drawing.add("box", (0.07, y, 0.07), (x, 0, z), radius_m=0.004, name="post", **steel)
            drawing.add(
                "box", (0.26, 0.1, 0.26), (x, 0, z), radius_m=0.015, name="foot", **brief.of("foot", "concrete")
            )
        back = -0.32 * deep
        start = (x, 0.14, 0.32 * deep * cos(lean) - 0.1 * sin(lean))
        end = (x, (height - back * sin(lean)) * 0.72, back * cos(lean) - 0.1 * sin(lean))
        strut(drawing, "brace", start, end, 0.045, steel)
    pose(drawing, beams, (0, height, 0), (tilt, 0, 0))
    drawing.add(
        "box",
        (0.22, 0.28, 0.1),
        (wide * 0.4, max(0.18, height * 0.55), back * cos(lean) - 0.1 * sin(lean) - 0.07),
        radius_m=0.01,
        name="box",
        **brief.of("box", "plastic_white"),
    )


def _pole(drawing: Drawing, brief: Brief, height: float, tilt: float, steel: Finish, across: float) -> None:
    """Draw a pole with a head that bears two crossed beams, a box of switches on it, and its foot."""
    thick = 0.09 + 0.02 * across
    pole = brief.of("pole post", steel["material"]) if not steel["color"] else steel
    foot = 0.5 + 0.16 * across
    drawing.add("disc", (foot, 0.16, foot), edge=0.15, name="foot", **brief.of("foot base", "concrete"))
    drawing.add("disc", (thick * 2.4, 0.03, thick * 2.4), (0, 0.15, 0), name="flange", **pole)
    drawing.add("rod", (thick, height - 0.24, thick), (0, 0.14, 0), name="pole", **pole)
    drawing.add("ball", (thick * 1.5,) * 3, (0, height - 0.1 - thick, 0), name="head", **steel)
    beams = Drawing(brief)
    beams.add("box", (thick * 0.9, 0.08, across * 0.62), (0, -0.125, 0), radius_m=0.005, name="beam", **steel)
    beams.add("box", (across * 0.5, 0.06, 0.07), (0, -0.11, 0), radius_m=0.005, name="beam", **steel)
    pose(drawing, beams, (0, height, 0), (tilt, 0, 0))
    drawing.add(
        "box",
        (0.24, 0.3, 0.14),
        (0, 1.15, thick / 2 + 0.06),
        radius_m=0.012,
        name="box",
        **brief.of("box", "plastic_white"),
    )
    for y in (1.2, 1.4):
        drawing.add("rod", (thick + 0.02, 0.03, thick + 0.02), (0, y, 0), name="clamp", **plain("steel_galvanised"))
