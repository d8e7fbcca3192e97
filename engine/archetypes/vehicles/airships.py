"""Airships: a long bag of gas with fins, a gondola and propellers, held at its mast; the nose points to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import pose, sized, strut
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import part_of

_LONG, _WIDE, _LIFT = 38.0, 10.4, 5.0
_ALONG = (-1.0, -0.94, -0.8, -0.6, -0.4, -0.2, 0.0, 0.2, 0.4, 0.6, 0.78, 0.92, 1.0)
_RIBS = (-0.8, -0.6, -0.4, -0.2, 0.0, 0.2, 0.4, 0.6, 0.78)
_BAGS = {
    "steampunk": "leather_brown", "rustic": "canvas", "art deco": "lacquer_black", "victorian": "silk",
    "gothic": "leather_black", "baroque": "silk", "japanese": "paper", "futuristic": "paint_white",
    "cyberpunk": "carbon_fibre", "industrial": "steel_galvanised", "bauhaus": "paint_white",
}  # fmt: skip
_SHIPS = frozenset({"ship", "skyship", "pirate", "galleon"})
_SAILED = frozenset({"steampunk", "rustic", "victorian", "gothic", "baroque", "japanese"})  # a ship hangs below these


def _girth(at: float) -> float:
    """Return the share of the full width at a place along the bag, -1 to 1."""
    reach = 0.75 if at > 0.25 else 1.25
    return float(max(1.0 - (abs(at - 0.25) / reach) ** (2.2 if at > 0.25 else 1.9), 0.0) ** 0.6)


@archetype(
    "airship", "vehicle", "aircraft",
    "airship, zeppelin, blimp, dirigible, luftschiff, air ship, sky ship, skyship, flying ship, dirigeable, "
    "dirigible balloon, aeróstato, prallluftschiff",
    hints="gondola propeller mooring mast",
    about="An airship is a long bag of gas with tail fins, propellers and a cabin below, that steers through the sky.",
    parts="envelope, gondola, fin, propeller, engine, rib, band, mast, cabin, hull, rope",
    features="mast, flag",
)  # fmt: skip
def airship(drawing: Drawing, brief: Brief) -> None:
    """Draw a bag with fins over a cabin, or over a wooden ship on ropes, its nose at a mast; a blimp has no ribs."""
    bag = brief.of("envelope body balloon airship", _BAGS.get(brief.style_name, "aluminium"), is_main=True)
    trim = brief.of("fin band rib accent", "accent" if brief.style.ornament != "none" else "paint_red", is_accent=True)
    middle = _LIFT + _WIDE / 2
    girth = [max(_girth(at), 0.03) for at in _ALONG]
    drawing.add(
        "streamlined", (_WIDE, _WIDE, _LONG), (0, _LIFT, 0), name="envelope", along=list(_ALONG), half=list(girth),
        low=[0.5 - share / 2 for share in girth], high=[0.5 + share / 2 for share in girth], square=2.0,
        **part_of("stripe", trim), **bag,
    )  # fmt: skip
    for at in () if "blimp" in brief.words else _RIBS:
        across = _WIDE * _girth(at) + 0.12
        drawing.add("torus", (across, 0.3, across), (0, middle - 0.15, at * _LONG / 2), turn=(90, 0, 0), name="rib",
                    **brief.of("rib band", trim["material"]))  # fmt: skip
    for turn in (0, 90, 180, 270):
        _fin(drawing, brief.of("fin", trim["material"], is_accent=True), middle, float(turn))
    if brief.style_name in _SAILED or brief.words & _SHIPS:
        _ship(drawing, brief, trim)
    else:
        _cabin(drawing, brief, trim)
    if brief.has("mast", default=True):
        _mast(drawing, brief, middle)
    sized(drawing, brief, (_WIDE, 15.0, _LONG))


def _fin(drawing: Drawing, finish: Finish, middle: float, turn_deg: float) -> None:
    """Draw one tail fin that stands out at a turn about the bag's axis."""
    fin = Drawing(drawing.brief)
    fin.add("fin", (0.34, 5.2, 7.6), (0, 1.6, -14.6), name="tail_fin", **finish)
    pose(drawing, fin, (0, middle, 0), (0, 0, turn_deg))


def _cabin(drawing: Drawing, brief: Brief, trim: Finish) -> None:
    """Draw a cabin with windows close under the bag, on four wheels, an engine on each side."""
    drawing.add("window_box", (2.9, 3.3, 10.0), (0, 2.2, 1.5), name="gondola", windows=7,
                **brief.of("gondola cabin", trim["material"]))  # fmt: skip
    metal = brief.of("engine propeller", "metal")
    for x in (-1.2, 1.2):
        for z in (-2.0, 5.0):
            strut(drawing, "leg", (x * 0.7, 2.5, z), (x, 0.5, z), 0.28, metal)
            drawing.add("wheel", (0.4, 1.0, 1.0), (x, 0, z), name="wheel", material="steel_brushed")
    _engines(drawing, brief, metal, 3.2, 1.4)


def _engines(drawing: Drawing, brief: Brief, metal: Finish, y: float, inner: float) -> None:
    """Draw engines in pairs beside what hangs below, each with a propeller behind it."""
    pairs = (brief.count("propeller", brief.count("engine", 2, least=2, most=8), least=2, most=8) + 1) // 2
    screw = brief.of("propeller", metal["material"])
    for number in range(pairs):
        z = 1.5 - 3.4 * (number - (pairs - 1) / 2)
        for side in (1.0, -1.0):
            x = side * (inner + 1.9)
            strut(drawing, "outrigger", (side * inner * 0.5, y, z), (x, y, z), 0.34, metal)
            pod = brief.of("engine", metal["material"])
            drawing.add("ball", (1.0, 1.0, 2.3), (x, y - 0.5, z), name="engine", **pod)
            drawing.add("propeller", (3.0, 3.0, 0.6), (x, y - 1.5, z - 1.2), turn=(0, 180, 0), name="propeller",
                        blades=4 if brief.style_name in _SAILED else 3, **screw)  # fmt: skip


def _ship(drawing: Drawing, brief: Brief, trim: Finish) -> None:
    """Draw a wooden ship on a cradle that hangs from the bag by ropes."""
    wood = brief.of("gondola hull cabin ship", "wood")
    drawing.add("hull", (4.6, 3.2, 18.0), (0, 0.7, 1.5), name="gondola", form="ship", **part_of("bottom", wood), **wood)
    drawing.add("window_box", (2.4, 2.2, 4.2), (0, 2.6, 3.4), name="cabin", windows=3,
                **brief.of("cabin", wood["material"]))  # fmt: skip
    for z in (-3.0, 5.6):
        drawing.add("box", (3.0, 1.1, 0.6), (0, 0, z), radius_m=0.05, name="cradle", **wood)
    cord = brief.of("rope", "rope")
    for z in (-3.4, 0.2, 3.8, 7.0):
        for side in (1.0, -1.0):
            strut(drawing, "rope", (side * 1.7, 3.3, z), (side * 2.6, _LIFT + 1.4, z), 0.12, cord)
    _engines(drawing, brief, brief.of("engine propeller", trim["material"]), 2.9, 2.2)


def _mast(drawing: Drawing, brief: Brief, middle: float) -> None:
    """Draw the mast that holds the nose."""
    steel, z = brief.of("mast", "metal"), _LONG / 2 + 0.5
    drawing.add("disc", (4.0, 0.35, 4.0), (0, 0, z), name="mast_foot", material="concrete")
    drawing.add("cone", (1.3, middle - 0.4, 1.3), (0, 0.3, z), name="mast", top=0.35, **steel)
    drawing.add("ball", (1.0, 1.0, 1.0), (0, middle - 0.5, z), name="mast_head", **steel)
    strut(drawing, "nose_cone", (0, middle, z), (0, middle, z - 1.6), 0.7, steel)
