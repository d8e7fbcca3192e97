"""Vacuum cleaners: on wheels with a hose, upright, and on a stick."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.shells import run, shell, trim

# fmt: off


@archetype(
    "vacuum cleaner", "appliance", "cleaning",
    "vacuum cleaner, vacuum, hoover, canister vacuum, upright vacuum, stick vacuum, cordless vacuum, cylinder vacuum, "
    "dust "
    "cleaner, staubsauger, aspirateur, aspiradora",
    hints="vacuuming, dust, clean the floor", parts="hose, wheel, handle, tube, brush, tank",
    about="A vacuum cleaner sucks dust from floors and carpets through a hose and a floor nozzle.",
    features="upright=upright, stick=stick, cordless=stick, bagless=bagless",
)
def vacuum_cleaner(drawing: Drawing, brief: Brief) -> None:
    """Draw a canister with hose, wand and floor head, an upright one, or a stick on its charging stand."""
    if brief.has("stick", "handheld"):
        return _stick(drawing, brief)
    return _upright(drawing, brief) if brief.has("upright") else _canister(drawing, brief)


def _head(
    drawing: Drawing, brief: Brief, at: tuple[float, float, float], wide: float, deep: float, turn: float = 0.0,
) -> None:
    """Draw a floor head: its sole, the brush and two small wheels."""
    x, _, z = at
    dark = brief.of("head", "plastic_black")
    drawing.add(
        "pod", (wide, deep * 0.32, deep), (x, deep * 0.05, z), turn=(0, turn, 0), radius_m=deep * 0.2,
        edge_m=deep * 0.1, taper=0.86, name="floor_head", **dark,
    )
    drawing.add(
        "box", (wide * 0.9, deep * 0.08, deep * 0.86), (x, 0, z), turn=(0, turn, 0), name="brush",
        **brief.of("brush", "rubber_black"),
    )


def _canister(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(1.0, 0.95, 0.36, keeps_shape=True)
    body = shell(
        brief, "body case vacuum", "plastic_white", color=brief.choose("#b3262e", "#2b4c7e", "#3a3d42", "#2f8f83"),
    )
    metal = trim(brief, "tube trim", "chrome")
    dark = brief.of("handle", "plastic_black")
    long, x, tall = w * 0.46, -w * 0.24, h * 0.29
    drawing.add(
        "side_body", (d * 0.72, tall, long), (x, h * 0.035, 0), turn=(0, 90, 0),
        outline=[-1, -0.7, -0.96, 0.1, -0.6, 0.82, 0, 1, 0.6, 0.66, 1, -0.1, 0.96, -0.7, 0.6, -1, -0.6, -1],
        is_smooth=True, edge_m=d * 0.14, name="body", **body,
    )
    drawing.add(
        "pod", (long * 0.5, tall * 0.2, d * 0.5), (x - long * 0.08, h * 0.035 + tall * 0.9, 0), radius_m=d * 0.12,
        edge_m=tall * 0.06, name="lid", **dark,
    )
    drawing.add(
        "grip", (long * 0.34, tall * 0.26, d * 0.12), (x - long * 0.06, h * 0.035 + tall * 1.06, 0),
        path=[-1, -0.8, -0.7, 0.6, 0, 0.9, 0.7, 0.6, 1, -0.8], thickness_m=tall * 0.07, name="carry_handle", **dark,
    )
    for side in (-1, 1):
        drawing.add(
            "pod", (tall * 0.82, tall * 0.82, d * 0.16), (x - long * 0.22, 0, side * d * 0.36), radius_m=tall * 0.4,
            edge_m=d * 0.05, is_facing=True, name="wheel", **brief.of("wheel", "rubber_black"),
        )
        drawing.add(
            "round_plate", (tall * 0.46, tall * 0.46, d * 0.19), (x - long * 0.22, tall * 0.18, side * d * 0.37),
            name="hub", **metal,
        )
    drawing.add(
        "ball", (tall * 0.26, tall * 0.26, tall * 0.26), (x + long * 0.34, 0, 0), name="caster",
        material="rubber_black",
    )
    for number in range(4):
        drawing.add(
            "box", (long * 0.02, tall * 0.3, d * 0.5),
            (x - long * (0.36 + 0.035 * number), h * 0.035 + tall * (0.58 - 0.06 * number), 0), turn=(0, 0, -24),
            name="vent", material="plastic_black",
        )
    # The wand stands on its head at the right and leans to the grip; the hose hangs from there to the body.
    foot, top = (w * 0.36, h * 0.08), (w * 0.06, h * 0.9)
    _head(drawing, brief, (foot[0] + d * 0.12, 0, 0), d * 0.3, d * 0.78, turn=0.0)
    (fx, fy), (tx, ty) = foot, top
    run(
        drawing, "cord", [(fx + d * 0.08, fy * 0.8, 0), ((fx + tx) / 2 + d * 0.04, (fy + ty) / 2, 0), (tx, ty, 0)],
        d * 0.1, metal, "wand",
    )
    arch = [
        (tx + d * 0.03, ty - h * 0.05, 0), (tx - d * 0.05, ty + h * 0.025, 0), (tx - d * 0.25, ty + h * 0.06, 0),
        (tx - d * 0.45, ty + h * 0.02, 0), (tx - d * 0.5, ty - h * 0.06, 0),
    ]
    run(drawing, "cord", arch, d * 0.11, dark, "handle")
    (sx, sy, _), ex, ey = arch[-1], x + long * 0.4, h * 0.2
    bow = [
        (sx, sy + h * 0.02, 0), (sx - d * 0.08, sy - h * 0.14, d * 0.1), (sx - d * 0.16, sy - h * 0.3, d * 0.2),
        (sx - d * 0.02, ey + h * 0.1, d * 0.16), (ex + d * 0.22, ey + h * 0.01, d * 0.06), (ex, ey, 0),
    ]
    run(drawing, "ribbed_hose", bow, d * 0.13, brief.of("hose", "plastic_black"), "hose")


def _upright(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.34, 1.15, 0.38, keeps_shape=True)
    body = shell(brief, "body case vacuum", "plastic_white", color=brief.choose("#b3262e", "#5d3f8f", "#2b4c7e"))
    dark, metal = brief.of("handle", "plastic_black"), trim(brief, "tube trim", "chrome")
    drawing.add(
        "side_body", (w, h * 0.13, d), (0, h * 0.014, 0), outline=[-1, -1, 1, -1, 1, -0.3, 0.6, 0.5, -0.2, 1, -1, 0.9],
        edge_m=w * 0.06, name="floor_head", **dark,
    )
    drawing.add("box", (w * 0.94, h * 0.016, d * 0.9), name="brush", material="rubber_black")
    drawing.add(
        "pod", (w * 0.86, h * 0.02, 0.03), (0, h * 0.06, d * 0.46), radius_m=0.01, edge_m=0.004, is_facing=True,
        name="lamp", material="screen_emissive",
    )
    for side in (-1, 1):
        drawing.add(
            "pod", (h * 0.12, h * 0.12, w * 0.1), (side * w * 0.46, 0, -d * 0.3), turn=(0, 90, 0), radius_m=h * 0.06,
            edge_m=0.008, is_facing=True, name="wheel", **brief.of("wheel", "rubber_black"),
        )
    drawing.add(
        "pod", (w * 0.6, h * 0.26, d * 0.46), (0, h * 0.1, -d * 0.16), radius_m=w * 0.2, edge_m=w * 0.08, taper=0.9,
        name="motor", **body,
    )
    drawing.add(
        "turning", (w * 0.52, h * 0.27, w * 0.52), (0, h * 0.34, -d * 0.12),
        profile=[0.8, 0, 0.98, 0.06, 1, 0.5, 0.98, 0.94, 0.8, 1], name="dust_bin", **brief.of("tank", "glass_tinted"),
    )
    drawing.add(
        "cone", (w * 0.24, h * 0.24, w * 0.24), (0, h * 0.35, -d * 0.12), top=0.4, name="cyclone",
        material="steel_brushed",
    )
    drawing.add(
        "pod", (w * 0.3, h * 0.42, d * 0.16), (0, h * 0.3, -d * 0.32), radius_m=w * 0.07, edge_m=w * 0.05, name="spine",
        **body,
    )
    drawing.add(
        "pod", (w * 0.56, h * 0.09, d * 0.44), (0, h * 0.6, -d * 0.15), radius_m=w * 0.2, edge_m=w * 0.06, name="cap",
        **body,
    )
    drawing.add("rod", (w * 0.1, h * 0.27, w * 0.1), (0, h * 0.66, -d * 0.3), name="tube", **metal)
    drawing.add(
        "grip", (w * 0.5, h * 0.13, w * 0.13), (0, h * 0.87, -d * 0.3 + w * 0.18), turn=(0, -90, 0),
        path=[-0.7, -1, -0.8, 0.3, -0.3, 0.95, 0.5, 0.7, 0.95, -0.1, 0.3, -0.6, -0.7, -0.6], thickness_m=w * 0.08,
        name="handle", **dark,
    )
    bow = [
        (w * 0.24, h * 0.2, -d * 0.2), (w * 0.4, h * 0.2, -d * 0.24), (w * 0.52, h * 0.36, -d * 0.26),
        (w * 0.42, h * 0.58, -d * 0.22), (w * 0.2, h * 0.645, -d * 0.16),
    ]
    run(drawing, "ribbed_hose", bow, w * 0.11, brief.of("hose", "plastic_black"), "hose")


def _stick(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.26, 1.2, 0.26, keeps_shape=True)
    body = shell(brief, "body case vacuum", "plastic_white", color=brief.choose("#6b4fa0", "#b3262e", "#3a3d42"))
    dark, metal = brief.of("handle", "plastic_black"), trim(brief, "tube trim", "aluminium")
    drawing.add(
        "pod", (w * 1.1, h * 0.02, d * 1.3), (0, 0, -d * 0.1), radius_m=d * 0.3, edge_m=0.006, name="stand", **dark,
    )
    drawing.add(
        "pod", (w * 0.16, h * 0.86, d * 0.12), (0, h * 0.015, -d * 0.42), radius_m=0.01, edge_m=0.006, name="mast",
        **dark,
    )
    drawing.add(
        "pod", (w, h * 0.055, d * 0.4), (0, h * 0.018, d * 0.16), radius_m=d * 0.08, edge_m=0.015, name="floor_head",
        **dark,
    )
    drawing.add(
        "rod", (w * 0.86, h * 0.03, d * 0.1), (0, h * 0.02, d * 0.33), name="roller",
        **brief.of("brush", "fabric_blue"),
    )
    drawing.add("rod", (w * 0.17, h * 0.66, w * 0.17), (0, h * 0.05, d * 0.06), name="tube", **metal)
    drawing.add("box", (w * 0.1, h * 0.03, d * 0.5), (0, h * 0.62, -d * 0.18), name="clip", **dark)
    drawing.add(
        "turning", (w * 0.46, h * 0.19, w * 0.46), (0, h * 0.66, d * 0.08),
        profile=[0.6, 0, 0.96, 0.1, 1, 0.5, 0.96, 0.9, 0.8, 1], name="dust_bin", **brief.of("tank", "glass_tinted"),
    )
    drawing.add("cone", (w * 0.3, h * 0.12, w * 0.3), (0, h * 0.7, d * 0.08), top=0.7, name="cyclone", **metal)
    drawing.add(
        "pod", (w * 0.46, h * 0.14, d * 0.62), (0, h * 0.83, d * 0.0), radius_m=w * 0.2, edge_m=w * 0.1, name="motor",
        **body,
    )
    drawing.add(
        "grip", (d * 0.6, h * 0.16, w * 0.16), (0, h * 0.73, -d * 0.36), turn=(0, -90, 0),
        path=[1, 0.6, -0.2, 0.95, -0.8, 0.3, -0.7, -0.6, 0.1, -0.9, 1, -0.8], thickness_m=w * 0.13, name="handle",
        **body,
    )
    drawing.add(
        "disc", (w * 0.2, h * 0.008, w * 0.2), (0, h * 0.966, d * 0.05), name="display", material="screen_emissive",
    )
