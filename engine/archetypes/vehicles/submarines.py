"""Submarines; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.boats import cradle
from engine.archetypes.vehicles.shared import (
    bright,
    lying,
    paint_of,
    side_shape,
    tubes,
)


@archetype(
    "submarine", "vehicle", "boat",
    "submarine, sub, u-boat, u boat, submersible, nautilus, bathyscaphe, underwater boat, deep sea submarine, "
    "u-boot, yellow submarine, submarino, sous-marin, nuclear submarine, diving boat",
    hints="underwater, dive, periscope",
    about="A closed vessel shaped like a cigar that dives and travels under water, with a tower and a periscope.",
    parts="hull, tower, sail, fin, periscope, propeller, porthole, window, hatch, rudder",
    features="periscope, porthole, torpedo, claw",
)  # fmt: skip
def submarine(drawing: Drawing, brief: Brief) -> None:
    """Draw a submarine on its cradle: hull, tower with planes and periscope, portholes, fins and propeller."""
    known = brief.words | brief.modifiers | brief.features
    is_small = (
        bool(known & {"yellow", "submersible", "small", "mini", "nautilus", "toy", "research",
        "porthole"}) or bool(brief.colors) or brief.style_name in ("steampunk", "rustic", "art deco")
    )  # fmt: skip
    k = brief.box(3.4, 4.8, 12.0, keeps_shape=True)[2] / 12.0
    fat = 1.0 if is_small else 0.62
    role = {"steampunk": "brass_polished", "art deco": "gold", "futuristic": "silver"}.get(
        brief.style_name, "paint_black" if not is_small else paint_of(brief, "paint_red", "paint_blue")
    )
    paint = brief.of("hull body submarine", role, is_main=True)
    accent = brief.of(
        "fin tower accent rudder", "copper" if brief.style_name == "steampunk" else paint["material"], is_accent=True
    )
    accent["color"] = accent["color"] or (paint["color"] if accent["material"] == paint["material"] else "")
    girth, low = 2.6 * fat * k, 0.5 * k
    drawing.add(
        "streamlined", (girth, girth, 11.4 * k), (0, low, 0.3 * k), name="hull", along=[-1, -0.75, -0.3, 0.4, 0.8,
        0.95, 1], half=[0.08, 0.5, 0.95, 1, 0.86, 0.5, 0.06], low=[0.46, 0.25, 0.02, 0, 0.07, 0.25, 0.47], high=[0.54,
        0.75, 0.98, 1, 0.93, 0.75, 0.53], square=2.0, **paint,
    )  # fmt: skip
    middle, top = low + girth / 2, low + girth
    drawing.add(
        "streamlined", (0.9 * fat * k, 1.5 * k, 2.4 * k), (0, top - 0.3 * k, 1.0 * k), name="tower", along=[-1, -0.4,
        0.4, 0.85, 1], half=[0.1, 0.8, 1, 0.7, 0.2], low=[0, 0, 0, 0, 0], high=[0.98, 1, 1, 1, 0.98], square=6.0,
        **accent,
    )  # fmt: skip
    metal = bright(brief, "periscope")
    tubes(
        drawing, [[(0, top + 1.0 * k, 1.2 * k), (0, top + 2.2 * k, 1.2 * k), (0, top + 2.2 * k, 1.5 * k)]], 0.12 * k,
        "periscope", metal, bend=0.12 * k,
    )  # fmt: skip
    tubes(
        drawing, [[(0.12 * k, top + 1.0 * k, 0.7 * k), (0.12 * k, top + 1.8 * k, 0.7 * k)]], 0.07 * k, "aerial", metal
    )
    drawing.add("disc", (0.5 * fat * k, 0.14 * k, 0.5 * fat * k), (0, top + 1.17 * k, 0.5 * k), name="hatch", **metal)
    _planes(drawing, accent, girth, middle, top, k)
    drawing.add(
        "propeller", (1.5 * fat * k, 1.5 * fat * k, 0.5 * k), (0, middle - 0.75 * fat * k, -5.5 * k), turn=(0, 180, 0),
        blades=6, **brief.of("propeller", "brass_polished"),
    )  # fmt: skip
    _portholes(drawing, brief, girth, middle, k, accent, is_small=is_small)
    cradle(drawing, brief, girth * 1.05, girth * 0.85 + low, (-2.4 * k, 2.4 * k))
    for z in (-2.4, 2.4):
        drawing.add(
            "box", (girth * 0.3, low + girth * 0.16, 0.3 * k), (0, 0, z * k), name="cradle_block",
            **brief.of("cradle stand", "pine"),
        )  # fmt: skip


def _portholes(
    drawing: Drawing, brief: Brief, girth: float, middle: float, k: float, accent: Finish, *, is_small: bool
) -> None:  # fmt: skip
    """Draw portholes along the flanks, as many on each as the text says of a side, and bands round a hull of brass."""
    said = brief.count("porthole", 8, least=1, most=8)
    if brief.has("porthole", default=is_small):
        for side in (1.0, -1.0):
            for z in (1.6, 0.0, -1.6, 3.2)[: said if said < 4 else (said + 1) // 2 if said > 4 else 4]:
                size = 0.56 * k
                drawing.add(
                    "porthole", (size, size, 0.3 * k), (side * girth * (0.485 if z < 3 else 0.46),
                    middle - size / 2 + 0.1 * k, z * k), turn=(0, 90 * side, 0), **brief.of("window porthole",
                    "brass_polished"),
                )  # fmt: skip
    if brief.style_name == "steampunk":
        for z in (-2.6, 2.4, 4.2):
            scale = {-2.6: 0.965, 2.4: 1.0, 4.2: 0.95}[z]
            lying(drawing, "hoop", girth * scale * 1.04, 0.16 * k, (0, middle, z * k), "band", accent, inner=0.9)


def _planes(drawing: Drawing, accent: Finish, girth: float, middle: float, top: float, k: float) -> None:
    """Draw the diving planes at the tower and the cross of fins at the stern."""
    for side in (1, -1):
        drawing.add(
            "wing", (0.95 * k, 0.16 * k, 0.8 * k), (side * 0.6 * k, top + 0.4 * k, 1.2 * k), is_left=side < 0,
            sweep=0.2, taper=0.7, dihedral=0.0, name="diving_plane", **accent,
        )  # fmt: skip
        drawing.add(
            "wing", (1.3 * k, 0.18 * k, 1.0 * k), (side * 0.75 * k, middle - 0.08 * k, -4.5 * k), is_left=side < 0,
            sweep=0.2, taper=0.7, dihedral=0.0, name="stern_plane", **accent,
        )  # fmt: skip
    fin = [
        (-4.0, middle / k), (-4.4, middle / k + 1.25), (-5.0, middle / k + 1.25), (-5.0, middle / k - 1.1), (-4.4,
        middle / k - 1.1),
    ]  # fmt: skip
    side_shape(drawing, [(z * k, y * k) for z, y in fin], 0.16 * k, "rudder", accent, edge=0.05 * k)
