"""Laundry machines: washing machine, dryer, iron; the front is +z, the iron's tip +x."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype
from engine.archetypes.shells import Row, run, shell, trim

# fmt: off


@archetype(
    "washing machine", "appliance", "laundry",
    "washing machine, washer, laundry machine, clothes washer, front loader, top loader, top loading washing machine, "
    "front "
    "loading washing machine, waschmaschine, lave linge, lavadora",
    hints="laundry, wash clothes", parts="door, drum, drawer, dial, knob, lid, panel, button",
    about="A washing machine cleans clothes in a turning drum behind a round glass door; it stands in the laundry "
    "room or bathroom.",
    features="top loader=top loader, top loading=top loader, empty=empty",
)
def washing_machine(drawing: Drawing, brief: Brief) -> None:
    """Draw a front-loading washing machine full of clothes, or one that is loaded from the top."""
    if brief.has("top loader"):
        return _top_loader(drawing, brief)
    w, h, d = brief.box(0.6, 0.85, 0.58)
    body = shell(brief, "body case washer", "enamel_white")
    metal = trim(brief, "door ring dial", "chrome")
    _front_loader(drawing, brief, (w, h, d), body, metal, eye=0.62)
    face = d * 0.42
    drawing.add(
        "pod", (w * 0.3, h * 0.1, d * 0.05), (-w * 0.3, h * 0.86, face), radius_m=0.01, edge_m=0.004, is_facing=True,
        name="drawer", **body,
    )
    drawing.add("box", (w * 0.22, 0.014, 0.012), (-w * 0.3, h * 0.872, face + d * 0.025), name="drawer_grip", **metal)
    drawing.add("knob", (h * 0.085, h * 0.085, 0.034), (-w * 0.02, h * 0.868, face + 0.014), name="dial", **metal)
    drawing.add(
        "readout", (w * 0.2, h * 0.055, 0.008), (w * 0.2, h * 0.898, face), text=brief.choose("1:20", "0:45", "2:05"),
        material="plastic_black", name="display",
    )
    drawing.add(
        "key_grid", (w * 0.26, h * 0.02, 0.008), (w * 0.22, h * 0.866, face), columns=5, rows=1, roundness=0.5,
        name="buttons", **metal,
    )
    drawing.add(
        "lit_ring", (h * 0.04, h * 0.04, 0.01), (w * 0.42, h * 0.895, face), inner=0.6, name="start",
        material="screen_emissive",
    )
    drawing.add(
        "pod", (w * 0.14, h * 0.065, 0.01), (w * 0.36, h * 0.035, face), radius_m=0.012, edge_m=0.003, is_facing=True,
        name="filter_flap", **body,
    )
    return None


def _front_loader(
    drawing: Drawing, brief: Brief, size: tuple[float, float, float], body: Finish, metal: Finish, *, eye: float,
) -> None:
    """Draw the case with its drum, clothes behind the glass, the round door, the panel's edge and feet."""
    w, h, d = size
    foot, level = h * 0.02, h * 0.45
    across = w * eye
    drawing.add("feet", (w * 0.9, foot + 0.012, d * 0.84), radius_m=0.022, material="rubber_black")
    case = drawing.add(
        "drum_case", (w, h - foot, d * 0.92), (0, foot, -d * 0.04), eye=(level - foot) / (h - foot),
        eye_m=across * 0.68, radius_m=0.016 * max(brief.style.edge, 0.4), name="body", **body,
    )
    dress(drawing, brief, case, "left", "right")
    if not (brief.has("empty") or "empty" in brief.modifiers):
        tints = [brief.choose("#c9574c", "#d9a441"), brief.choose("#3f6fa0", "#5b8a72"), "#e9e4da"]
        drawing.add(
            "laundry", (across * 0.58, across * 0.4, d * 0.3), (0, level - across * 0.345, d * 0.1), name="clothes",
            seed=int(brief.random.integers(1000)), material="fabric_grey", color=tints[0], second_color=tints[1],
            third_color=tints[2],
        )
    door = brief.of("door", metal["material"])
    drawing.add(
        "porthole_door", (across, across, d * 0.2), (0, level - across / 2, d * 0.43), hinge_material=metal["material"],
        glass_material=brief.of("glass window", "glass_tinted")["material"], name="door", **door,
    )
    drawing.add("box", (w * 0.998, h * 0.004, 0.006), (0, h * 0.845, d * 0.418), name="seam", material="plastic_black")


def _top_loader(drawing: Drawing, brief: Brief) -> None:
    """Draw a washing machine with its lid on top and a console behind it."""
    w, h, d = brief.box(0.68, 1.08, 0.68)
    body = shell(brief, "body case washer", "enamel_white")
    metal = trim(brief, "dial knob", "chrome")
    low = h * 0.85
    drawing.add("feet", (w * 0.9, 0.03, d * 0.86), radius_m=0.024, material="rubber_black")
    case = drawing.add("box", (w, low - 0.02, d), (0, 0.02, 0), radius_m=0.014, name="body", **body)
    dress(drawing, brief, case, "front")
    drawing.add(
        "pod", (w * 0.98, h * 0.03, d * 0.72), (0, low - 0.002, d * 0.1), radius_m=0.03, edge_m=0.008, name="deck",
        **body,
    )
    drawing.add(
        "pod", (w * 0.7, h * 0.022, d * 0.56), (0, low + h * 0.024, d * 0.13), radius_m=0.05, edge_m=0.006, name="lid",
        **brief.of("lid", "glass_tinted"),
    )
    drawing.add("box", (w * 0.2, 0.02, 0.02), (0, low + h * 0.034, d * 0.4), radius_m=0.006, name="lid_grip", **metal)
    drawing.add(
        "side_body", (w, h * 0.15, d * 0.26), (0, low - 0.004, -d * 0.37),
        outline=[-1, -1, 1, -1, 0.3, 0.9, 0.1, 1, -1, 1], edge_m=0.01, name="console", **body,
    )
    for number in range(4):
        at = (w * (-0.36 + 0.13 * number + (0.06 if number == 3 else 0)), low + h * 0.045, -d * 0.303)
        drawing.add(
            "knob", (0.07 if number == 3 else 0.05, 0.07 if number == 3 else 0.05, 0.04), at, turn=(-33, 0, 0),
            name="knob", **metal,
        )
    drawing.add(
        "readout", (w * 0.2, h * 0.06, 0.012), (w * 0.32, low + h * 0.045, -d * 0.305), turn=(-33, 0, 0), text="0:45",
        material="plastic_black", name="display",
    )


@archetype(
    "dryer", "appliance", "laundry",
    "dryer, tumble dryer, clothes dryer, laundry dryer, drying machine, wäschetrockner, trockner, sèche linge, "
    "secadora",
    hints="dry clothes", parts="door, drum, vent, dial, knob, panel, button",
    about="A dryer is a machine like a washing machine with a large round door and a vent that dries wet clothes with "
    "hot air.",
    features="empty=empty",
)
def dryer(drawing: Drawing, brief: Brief) -> None:
    """Draw a tumble dryer: a large door, a wide control panel, an air vent below, and its hose behind."""
    w, h, d = brief.box(0.6, 0.85, 0.62)
    body = shell(brief, "body case dryer", "enamel_white")
    metal = trim(brief, "ring dial", "steel_brushed")
    _front_loader(
        drawing, brief, (w, h, d), body,
        brief.of("door", "plastic_black" if metal["material"] == "steel_brushed" else metal["material"]), eye=0.74,
    )
    face = d * 0.42
    drawing.add(
        "pod", (w * 0.97, h * 0.11, 0.02), (0, h * 0.868, face - 0.004), radius_m=0.012, edge_m=0.004, is_facing=True,
        name="panel", material="plastic_black",
    )
    drawing.add("knob", (h * 0.08, h * 0.08, 0.034), (w * 0.02, h * 0.883, face + 0.018), name="dial", **metal)
    drawing.add(
        "readout", (w * 0.22, h * 0.055, 0.008), (w * 0.3, h * 0.895, face + 0.006), text=brief.choose("0:50", "1:30"),
        material="paint_black", name="display",
    )
    drawing.add(
        "key_grid", (w * 0.3, h * 0.022, 0.008), (-w * 0.28, h * 0.912, face + 0.007), columns=6, rows=1, roundness=0.5,
        name="buttons", **metal,
    )
    drawing.add(
        "louvres", (w * 0.84, h * 0.085, 0.02), (0, h * 0.04, face), slats=4, name="vent",
        **brief.of("vent", "plastic_black"),
    )
    bend = [
        (w * 0.2, h * 0.5, -d * 0.42), (w * 0.2, h * 0.48, -d * 0.56), (w * 0.24, h * 0.3, -d * 0.66),
        (w * 0.3, 0.053, -d * 0.7), (w * 0.5, 0.053, -d * 0.72),
    ]
    run(drawing, "ribbed_hose", bend, 0.1, brief.of("hose", "aluminium"), "exhaust")


@archetype(
    "iron", "appliance", "laundry",
    "steam iron, clothes iron, iron appliance, flat iron for clothes, ironing iron, pressing iron, bügeleisen, fer à "
    "repasser, plancha de ropa",
    hints="ironing, press clothes", parts="sole, soleplate, handle, dial, tank",
    about="A clothes iron has a pointed hot metal plate and a handle and presses the creases out of shirts on an "
    "ironing board.",
    features="ironing board=board, board=board",
)
def iron(drawing: Drawing, brief: Brief) -> None:
    """Draw a steam iron with its cord, or the solid one of old with a wooden grip."""
    w, h, d = brief.box(0.29, 0.16, 0.12, keeps_shape=True)
    if brief.style_name in {"rustic", "steampunk"} or brief.modifiers & {
        "antique", "old", "vintage",
    } or "antique" in brief.words:
        return _old_iron(drawing, brief, w, h, d)
    body = shell(
        brief, "body case iron", "plastic_white", color=brief.choose("#3e7fb8", "#7d4fa0", "#2f9d92", "#d8574b"),
    )
    sole = brief.of("sole soleplate", "steel_brushed")
    drawing.add("iron_body", (w, h, d), sole_material=sole["material"], sole_color=sole["color"], name="body", **body)
    cord = [
        (-w * 0.41, h * 0.5, 0), (-w * 0.52, h * 0.6, 0), (-w * 0.72, h * 0.95, d * 0.1), (-w * 0.95, h * 0.6, d * 0.2),
        (-w * 1.0, h * 0.1, d * 0.4), (-w * 0.86, 0.0035, d * 0.9), (-w * 0.5, 0.0035, d * 1.3),
    ]
    run(drawing, "cord", cord, 0.007, brief.of("cord cable", "plastic_black"), "cord")
    return None


def _old_iron(drawing: Drawing, brief: Brief, w: float, h: float, d: float) -> None:
    """Draw a solid iron: a heavy pointed block, two posts, a turned wooden grip."""
    iron_ = brief.of("body iron sole", "iron_black" if brief.style_name == "rustic" else "bronze_aged", is_main=True)
    long, tall = w * 0.8, h * 0.34
    outline: Row = [-1, -0.86, -0.7, -1, 0.1, -0.9, 0.7, -0.4, 1, 0, 0.7, 0.4, 0.1, 0.9, -0.7, 1, -1, 0.86]
    drawing.add(
        "cutout", (long, d, tall), (0, tall / 2 - d / 2, 0), turn=(-90, 0, 0), outline=outline, is_smooth=True,
        bevel=0.16, name="sole", **iron_,
    )
    drawing.add(
        "cutout", (long * 0.86, d * 0.86, tall * 0.3), (-long * 0.02, tall + tall * 0.1 - d * 0.43, 0),
        turn=(-90, 0, 0), outline=outline, is_smooth=True, bevel=0.3, name="deck", **iron_,
    )
    for x in (-0.3, 0.22):
        drawing.add(
            "pipe", (0.03, h * 0.5, 0.012), (long * x, tall * 1.1, 0),
            path=[0.9 if x > 0 else -0.9, -1, 0, 0, -0.2, 0, 0, 1, 0], thickness_m=0.013, name="post",
            **trim(brief, "post", "iron_black"),
        )
    drawing.add(
        "turning", (h * 0.2, long * 0.78, h * 0.2), (-long * 0.04, tall * 1.1 + h * 0.49 - long * 0.39, 0),
        turn=(0, 0, 90), profile=[0.5, 0, 0.8, 0.05, 0.7, 0.15, 1, 0.5, 0.7, 0.85, 0.8, 0.95, 0.5, 1], name="grip",
        **brief.of("handle grip", "wood"),
    )
