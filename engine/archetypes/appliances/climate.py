"""What cools, moves and cleans the air of a room; the front is +z."""

from domain.materials import CATALOGUE
from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype
from engine.archetypes.shells import Row, like, run, shell, trim

# fmt: off


@archetype(
    "air conditioner", "appliance", "hvac",
    "air conditioner, ac unit, air conditioning, air conditioning unit, split air conditioner, aircon, air con, "
    "portable air "
    "conditioner, window air conditioner, hvac, hvac unit, klimaanlage, climatiseur, aire acondicionado",
    hints="cooling, cool the room", parts="louvre, vent, panel, display, grille, hose",
    about="An air conditioner is a white box on the wall with louvres that blows cooled air into a room.",
    features="portable=portable, window unit=window, outdoor unit=outdoor, remote=remote",
)
def air_conditioner(drawing: Drawing, brief: Brief) -> None:
    """Draw the wall unit of an air conditioner, or one on casters, or one that sits in a window."""
    words = " ".join(brief.words | brief.features)
    if "portable" in words or "portable" in brief.modifiers:
        return _portable(drawing, brief)
    return _window_unit(drawing, brief) if "window" in words else _split(drawing, brief)


def _split(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.88, 0.3, 0.22)
    body = shell(brief, "body case panel", "plastic_white")
    dark = brief.of("louvre vent grille", "plastic_black")
    outline: Row = [-1, -0.86, -0.7, -1, 0.2, -1, 0.66, -0.8, 0.94, -0.4, 1, 0.1, 0.98, 0.82, 0.86, 1, -1, 1]
    drawing.add(
        "side_body", (w, h, d), outline=outline, edge_m=h * 0.06 * max(brief.style.edge, 0.5), name="body", held="wall",
        **body,
    )
    drawing.add("box", (w * 0.9, h * 0.2, d * 0.2), (0, h * 0.045, d * 0.27), turn=(-32, 0, 0), name="outlet", **dark)
    for number in range(2):
        drawing.add(
            "pod", (w * 0.88, h * 0.022, d * 0.3), (0, h * (0.055 + 0.13 * number), d * (0.32 + 0.08 * number)),
            turn=(28, 0, 0), radius_m=d * 0.06, edge_m=h * 0.006, name="louvre",
            **(body if not brief.part_materials.get("louvre") else dark),
        )
    drawing.add("box", (w * 0.985, h * 0.012, 0.006), (0, h * 0.32, d * 0.484), name="seam", **dark)
    drawing.add(
        "readout", (w * 0.1, h * 0.16, 0.008), (w * 0.34, h * 0.52, d * 0.497), text=brief.choose("21°", "19°", "23°"),
        material="plastic_black", name="display",
    )
    drawing.add(
        "box", (w * 0.12, h * 0.03, 0.004), (-w * 0.36, h * 0.6, d * 0.498), name="badge",
        **trim(brief, "badge trim", "chrome"),
    )
    drawing.add(
        "louvres", (w * 0.9, d * 0.6, 0.012), (0, h - d * 0.3, -d * 0.1), turn=(-90, 0, 0), slats=10, tilt_deg=20,
        name="inlet", **body,
    )
    front = drawing.add(
        "box", (w * 0.94, h * 0.5, 0.006), (0, h * 0.38, d * 0.486), radius_m=0.002, name="panel", **body,
    )
    if brief.style.ornament in {"rivets", "deco", "bolts"}:
        dress(drawing, brief, front, "front")


def _portable(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.42, 0.76, 0.36)
    body = shell(brief, "body case", "plastic_white")
    dark = brief.of("louvre vent grille", "plastic_black")
    for x in (-1, 1):
        for z in (-1, 1):
            drawing.add(
                "ball", (0.05, 0.05, 0.05), (x * w * 0.38, 0, z * d * 0.34), name="caster", material="rubber_black",
            )
    case = drawing.add("pod", (w, h - 0.04, d), (0, 0.04, 0), radius_m=w * 0.14, edge_m=0.02, name="body", **body)
    drawing.add("louvres", (w * 0.74, h * 0.2, 0.02), (0, h * 0.68, d * 0.5), slats=5, name="outlet", **dark)
    drawing.add("louvres", (w * 0.74, h * 0.3, 0.014), (0, h * 0.16, d * 0.5), slats=12, name="inlet", **dark)
    drawing.add(
        "readout", (w * 0.3, h * 0.06, 0.008), (0, h * 0.58, d * 0.5), text="21°", material="plastic_black",
        name="display",
    )
    drawing.add(
        "key_grid", (w * 0.5, 0.008, 0.03), (0, h - 0.003, d * 0.2), is_up=True, columns=5, rows=1, roundness=0.5,
        name="buttons", **dark,
    )
    run(
        drawing, "ribbed_hose",
        [(0, h * 0.6, -d * 0.42), (0, h * 0.6, -d * 0.7), (w * 0.16, h * 0.9, -d * 0.95), (w * 0.3, h * 1.2, -d * 1.0)],
        0.14, brief.of("hose", "plastic_white"), "hose",
    )
    dress(drawing, brief, case, "right")


def _window_unit(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.6, 0.4, 0.56)
    body = shell(brief, "body case", "plastic_white")
    dark = brief.of("louvre vent grille", "plastic_black")
    drawing.add("box", (w, h, d), radius_m=0.012, name="body", **body)
    drawing.add("louvres", (w * 0.6, h * 0.8, 0.016), (-w * 0.15, h * 0.1, d / 2), slats=12, name="inlet", **body)
    drawing.add("louvres", (w * 0.26, h * 0.3, 0.016), (w * 0.32, h * 0.6, d / 2), slats=5, name="outlet", **dark)
    for y in (0.36, 0.14):
        drawing.add(
            "knob", (h * 0.14, h * 0.14, 0.03), (w * 0.32, h * y, d / 2 + 0.013),
            **trim(brief, "knob", "plastic_black"),
        )


@archetype(
    "fan", "appliance", "hvac",
    "fan, electric fan, pedestal fan, standing fan, desk fan, table fan, ceiling fan, tower fan, floor fan, "
    "ventilator, "
    "ventilateur, ventilador",
    hints="breeze, air flow", parts="blade, guard, cage, base, stand, pole",
    about="A fan has turning blades in a wire cage on a stand, or hangs from the ceiling, and makes a breeze.",
    features="ceiling fan=ceiling, tower fan=tower, desk fan=desk, table fan=desk, pedestal=pedestal, light=light",
)
def fan(drawing: Drawing, brief: Brief) -> None:
    """Draw a fan on a pole, on a desk, on the ceiling, or the slim tower."""
    words = " ".join(brief.words | brief.features)
    if "ceiling" in words:
        return _ceiling_fan(drawing, brief)
    if "tower" in words:
        return _tower_fan(drawing, brief)
    is_small = "desk" in words or "table" in words or brief.modifiers & {"small", "mini", "tiny", "compact", "short"}
    across, h, d = brief.box(*((0.34, 0.48, 0.28) if is_small else (0.46, 1.25, 0.44)))
    metal = trim(brief, "pole stand", "steel_brushed")
    body = shell(brief, "body case base", "plastic_white" if brief.style_name != "realistic" else "plastic_black")
    middle = h - across / 2
    drawing.add(
        "turning", (d, h * (0.07 if is_small else 0.03), d), profile=[1, 0, 1, 0.3, 0.9, 0.6, 0.2, 1], name="base",
        **body,
    )
    drawing.add("rod", (0.03, middle - h * 0.02, 0.03), (0, h * 0.02, -d * 0.12), name="pole", **metal)
    if not is_small:
        drawing.add("rod", (0.044, h * 0.34, 0.044), (0, h * 0.02, -d * 0.12), name="sleeve", **body)
        drawing.add(
            "pod", (0.09, 0.07, 0.07), (0, h * 0.44, -d * 0.12), radius_m=0.02, edge_m=0.01, name="controls", **body,
        )
        drawing.add(
            "key_grid", (0.06, 0.05, 0.01), (0, h * 0.44 + 0.01, -d * 0.12 + 0.036), columns=1, rows=3, name="buttons",
            **metal,
        )
    _fan_head(drawing, brief, across, middle, -d * 0.12, body, metal)
    return None


def _fan_head(
    drawing: Drawing, brief: Brief, across: float, middle: float, z: float, body: Finish, metal: Finish,
) -> None:
    """Draw the motor, the rotor and the cage around it."""
    deep = across * 0.36
    drawing.add(
        "pod", (across * 0.28, across * 0.28, across * 0.42), (0, middle - across * 0.14, z), radius_m=across * 0.14,
        edge_m=across * 0.08, is_facing=True, name="motor", **body,
    )
    drawing.add("ball", (0.05, 0.05, 0.05), (0, middle - across * 0.17, z), name="joint", **metal)
    front = z + across * 0.21
    drawing.add(
        "fan_blades", (across * 0.84, across * 0.84, across * 0.13), (0, middle - across * 0.42, front + deep * 0.36),
        blades=brief.count("blade", 4 if brief.style_name != "modern" else 5, least=2, most=8), name="blades",
        **brief.of(
            "blade",
            "metal" if brief.style_name in {"steampunk", "art deco", "industrial", "rustic"} else "plastic_white",
        ),
    )
    drawing.add(
        "rod", (0.014, deep, 0.014), (0, middle - deep / 2, front + deep * 0.42), turn=(90, 0, 0), name="axle", **metal,
    )
    drawing.add(
        "fan_guard", (across, across, deep), (0, middle - across / 2, front + deep * 0.42), wires=44, name="guard",
        **brief.of("guard cage", "trim" if brief.style_name in {"steampunk", "art deco"} else "chrome"),
    )


def _ceiling_fan(drawing: Drawing, brief: Brief) -> None:
    w, h, _ = brief.box(1.3, 0.42, 1.3)
    is_metal = any(CATALOGUE[name].family == "metal" for name in brief.materials[:1])
    metal = brief.of("body motor trim", "steel_brushed", is_main=is_metal or bool(brief.colors))
    blade = brief.of("blade", "wood", is_main=not brief.part_materials and not is_metal)
    count = brief.count("blade", 5 if brief.style_name != "modern" else 3, least=2, most=8)
    drawing.add(
        "turning", (w * 0.13, h * 0.16, w * 0.13), (0, h * 0.84, 0), profile=[0.3, 0, 0.7, 0.3, 1, 0.8, 1, 1],
        name="canopy", held="ceiling", **metal,
    )
    drawing.add("rod", (0.026, h * 0.5, 0.026), (0, h * 0.4, 0), name="rod", **metal)
    drawing.add(
        "turning", (w * 0.2, h * 0.3, w * 0.2), (0, h * 0.16, 0),
        profile=[0.5, 0, 0.9, 0.16, 1, 0.4, 0.9, 0.72, 0.4, 0.9, 0.2, 1], name="motor", **metal,
    )
    for number in range(count):
        turn = 360.0 * number / count
        blades = Drawing(brief)
        blades.add("bowed_blade", (w * 0.36, h * 0.06, w * 0.13), (w * 0.32, h * 0.24, 0), name="blade", **blade)
        blades.add("box", (w * 0.12, h * 0.02, w * 0.03), (w * 0.12, h * 0.26, 0), name="bracket", **metal)
        drawing.include(blades, turn_deg=turn)
    if brief.has("light", default=True):
        drawing.add(
            "turning", (w * 0.15, h * 0.17, w * 0.15), (0, 0, 0),
            profile=[0.1, 0, 0.6, 0.14, 0.95, 0.5, 1, 0.9, 0.9, 1], name="light",
            **brief.of("light lamp", "emissive_warm"),
        )


def _tower_fan(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.28, 1.0, 0.28)
    body = shell(brief, "body case", "plastic_black")
    drawing.add("turning", (w, h * 0.03, w), profile=[1, 0, 1, 0.4, 0.9, 0.8, 0.5, 1], name="base", **body)
    drawing.add(
        "pod", (w * 0.56, h * 0.96, d * 0.5), (0, h * 0.025, 0), radius_m=w * 0.22, edge_m=w * 0.06, name="body",
        **body,
    )
    drawing.add(
        "louvres", (w * 0.4, h * 0.66, 0.02), (0, h * 0.16, d * 0.243), slats=30, tilt_deg=10, name="vent",
        **trim(brief, "vent grille", "aluminium"),
    )
    drawing.add(
        "readout", (w * 0.26, h * 0.05, 0.008), (0, h * 0.86, d * 0.25), text="3", material="plastic_black",
        name="display",
    )


@archetype(
    "air purifier", "appliance", "hvac",
    "air purifier, air cleaner, air filter, humidifier, dehumidifier, luftreiniger, purificateur d air, purificador "
    "de aire",
    hints="clean air, pollen, fresh air", parts="grille, filter, display, ring, base",
    about="An air purifier is a small tower with holes all round and a fan inside that cleans the air of a room.",
    features="humidifier=mist",
)
def air_purifier(drawing: Drawing, brief: Brief) -> None:
    """Draw an air purifier: a tower whose lower half is perforated, with a lit ring and an outlet on top."""
    d, h, _ = brief.box(0.26, 0.52, 0.26)
    body = shell(brief, "body case", "plastic_white")
    metal = trim(brief, "ring trim", "aluminium")
    drawing.add(
        "turning", (d * 0.92, h * 0.04, d * 0.92), profile=[0.94, 0, 1, 0.5, 1, 1], name="base",
        **brief.of("base", "plastic_black"),
    )
    drawing.add(
        "slotted_drum", (d, h * 0.5, d), (0, h * 0.035, 0), name="filter", core_material="plastic_black",
        **like(brief, "filter grille", body),
    )
    drawing.add(
        "turning", (d, h * 0.4, d), (0, h * 0.53, 0), profile=[1, 0, 1, 0.1, 1, 0.9, 0.97, 0.97, 0.9, 1], name="body",
        **body,
    )
    drawing.add("hoop", (d * 1.01, h * 0.014, d * 1.01), (0, h * 0.528, 0), inner=0.96, name="seam_ring", **metal)
    drawing.add(
        "hoop", (d * 0.92, h * 0.03, d * 0.92), (0, h * 0.915, 0), inner=0.93, name="light",
        **brief.of("light ring", "screen_emissive"),
    )
    drawing.add(
        "ring_guard", (d * 0.84, d * 0.84, 0.016), (0, h * 0.935 - d * 0.42, 0), turn=(-90, 0, 0), rings=9,
        name="outlet", **brief.of("outlet grille", "plastic_black"),
    )
    drawing.add("disc", (d * 0.36, h * 0.03, d * 0.36), (0, h * 0.925, 0), name="panel", material="plastic_black")
    drawing.add(
        "lit_ring", (d * 0.22, h * 0.006, d * 0.22), (0, h * 0.953, 0), is_up=True, inner=0.8, name="display",
        material="screen_emissive",
    )
