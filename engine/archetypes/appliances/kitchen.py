"""Large machines of the kitchen: fridge, cooker, microwave, dishwasher; the front is +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype
from engine.archetypes.shells import Row, like, shell, subs, trim

# fmt: off
_BOTTLE: Row = [0.95, 0.0, 1.0, 0.04, 1.0, 0.56, 0.6, 0.7, 0.36, 0.78, 0.34, 0.95, 0.38, 1.0]


@archetype(
    "fridge", "appliance", "kitchen",
    "fridge, refrigerator, freezer, fridge freezer, smart fridge, ice box, icebox, american fridge, french door "
    "fridge, retro "
    "fridge, mini fridge, wine fridge, wine cooler, kühlschrank, réfrigérateur, frigo, nevera, frigorífico",
    hints="cold, cool, ice, groceries", parts="door, handle, dispenser, shelf, badge",
    about="A fridge keeps food and drinks cold behind its doors; it stands in the kitchen.",
    features="french door=french, side by side=french, double door=french, ice maker=dispenser, water "
    "dispenser=dispenser, ice dispenser=dispenser, open=open, "
    "glass door=glass",
)
def fridge(drawing: Drawing, brief: Brief) -> None:
    """Draw a fridge: two doors, French doors, a round-cornered one of the fifties, or a small one with a glass door."""
    if brief.has("glass", "wine", "wine fridge", "wine cooler"):
        return _glass_fridge(drawing, brief)
    is_old = bool(
        brief.words & {"retro", "vintage"} or brief.modifiers & {"vintage", "retro"}
    ) or brief.style_name in {"rustic", "art deco", "steampunk"}
    doors = brief.counts.get("door", 0)
    is_double = bool({"double door", "double"} & (brief.words | brief.features))
    french = doors > 2 or is_double or (not doors and brief.has("french", "american", "smart"))
    if is_old and not french:
        return _retro_fridge(drawing, brief)
    width, height, depth = brief.box(*((0.91, 1.78, 0.74) if french else (0.6, 1.85, 0.66)))
    body = shell(brief, "body door fridge", "steel_brushed")
    doors = max(brief.count("door", 4 if french else 2, least=1, most=4), 4 if is_double else 1)
    drawing.add(
        "fridge", (width, height, depth), doors=doors, has_dispenser=french or brief.has("dispenser"), **body,
        **subs(brief, handles="chrome"),
    )
    drawing.add(
        "readout", (width * 0.14, height * 0.035, 0.006),
        (width * (0.25 if french else 0.0), height * 0.93, depth / 2 - 0.045), text="4°", material="plastic_black",
        name="display",
    )
    dress(drawing, brief, drawing.objects[0], "left", "right")
    return None


def _retro_fridge(drawing: Drawing, brief: Brief) -> None:
    """Draw a fridge of the fifties: round shoulders, one lever handle to each door, a script badge, short legs."""
    w, h, d = brief.box(0.6, 1.52, 0.68)
    body = shell(
        brief, "body door fridge", "enamel_white", color=brief.choose("#9fd0c6", "#c23b3b", "#f0e3c0", "#a9c7de"),
    )
    metal = trim(brief, "handle badge trim", "chrome")
    foot, round_off = h * 0.05, w * 0.2
    drawing.add("feet", (w * 0.86, foot + 0.01, d * 0.8), radius_m=0.025, **metal)
    drawing.add(
        "pod", (w, h - foot, d * 0.86), (0, foot, -d * 0.04), radius_m=round_off, edge_m=w * 0.08, is_facing=True,
        name="body", **body,
    )
    low = (h - foot) * 0.64
    for y, tall in ((foot + 0.02, low - 0.02), (foot + low, h - foot - low - 0.015)):
        door = drawing.add(
            "pod", (w * 0.97, tall - 0.01, d * 0.1), (0, y, d * 0.42), radius_m=round_off * 0.8, edge_m=w * 0.06,
            low_edge_m=0.004, is_facing=True, name="door", **body,
        )
        drawing.add(
            "bar_handle", (0.03, min(tall * 0.5, 0.24), 0.05), (-w * 0.4, y + tall * 0.3, d * 0.47 + 0.015),
            is_upright=True, name="handle", **metal,
        )
        if tall > 0.6:
            dress(drawing, brief, door, "front")
    drawing.add(
        "box", (w * 0.4, 0.014, 0.01), (w * 0.12, foot + low * 0.86, d * 0.472), radius_m=0.004, name="badge", **metal,
    )


def _glass_fridge(drawing: Drawing, brief: Brief) -> None:
    """Draw a small fridge with a glass door, shelves and bottles."""
    w, h, d = brief.box(0.5, 0.85, 0.55)
    body = shell(brief, "body fridge", "paint_black")
    drawing.add("feet", (w * 0.9, 0.03, d * 0.8), (0, 0, -d * 0.03), radius_m=0.02, material="rubber_black")
    drawing.add(
        "casing", (w, h - 0.025, d * 0.93), (0, 0.025, -d * 0.035), opening=[0.06, 0.1, 0.94, 0.94], hollow=0.85,
        radius_m=0.008, lining_material="plastic_white", name="body", **body,
    )
    for level in range(4):
        y = h * (0.13 + 0.2 * level)
        drawing.add(
            "box", (w * 0.9, 0.01, d * 0.74), (0, y, 0), name="shelf",
            **brief.of("shelf", "glass_clear" if level % 2 else "wood"),
        )
        for number in range(4):
            tint = brief.choose("#3c6b2f", "#5a1e22", "#c79a3a", "#27433a")
            drawing.add(
                "turning", (0.075, h * 0.165, 0.075), (w * (-0.33 + 0.22 * number), y + 0.009, d * 0.2),
                profile=_BOTTLE, name="bottle", material="glass_tinted", color=tint,
            )
    drawing.add(
        "framed_door", (w, h - 0.03, d * 0.07), (0, 0.028, d * 0.465), border=[0.07, 0.08, 0.07, 0.05],
        pane_material="glass_clear", name="door", **body,
    )
    drawing.add(
        "bar_handle", (0.018, h * 0.5, 0.04), (w * 0.44, h * 0.26, d * 0.49 + 0.018), is_upright=True, name="handle",
        **trim(brief, "handle", "steel_brushed"),
    )


@archetype(
    "oven", "appliance", "kitchen",
    "oven, stove, cooker, range, kitchen range, gas stove, electric oven, range cooker, kitchen stove, cooking stove, "
    "gas range, "
    "induction cooker, gas cooker, built in oven, herd, backofen, cuisinière, horno",
    hints="cook, bake, roast", parts="door, knob, handle, burner, hob, window, grate, drawer",
    about="An oven or stove is the kitchen machine with burners on top and a hot box with a glass door for baking and "
    "cooking.",
    features="gas=gas, burner=gas, grate=gas, induction=induction, built in=built in, two oven=two ovens, double "
    "oven=two ovens",
)
def oven(drawing: Drawing, brief: Brief) -> None:
    """Draw a cooker with oven, hob and knobs: gas burners or a glass hob, one oven or two, or an oven to build in."""
    double = brief.has("two ovens") or "range cooker" in brief.words or "range" in brief.words
    built_in = brief.has("built in")
    w, h, d = brief.box(1.0 if double else 0.6, 0.6 if built_in else 0.92, 0.62)
    body = shell(brief, "body oven cooker", "steel_brushed")
    metal = trim(brief, "handle knob", "chrome")
    foot = 0.0 if built_in else h * 0.06
    if foot:
        drawing.add("feet", (w * 0.92, foot + 0.01, d * 0.86), radius_m=0.022, **metal)
    ovens = 2 if double else 1
    top = h if built_in else h * 0.955
    for number in range(ovens):
        x, wide = w * ((number + 0.5) / ovens - 0.5), w / ovens
        _oven_box(drawing, brief, (x, foot, 0), (wide, top - foot, d), body, metal, built_in=built_in)
    if not built_in:
        burners = brief.count("burner", 6 if double else 4, least=1, most=6)
        gas = brief.has("gas") or (
            brief.style_name not in {"modern", "minimalist", "futuristic", "contemporary"}
            and not brief.has("induction")
        )
        if gas:
            drawing.add(
                "gas_hob", (w, h * 0.075, d * 0.94), (0, h * 0.95, -d * 0.03), burners=burners,
                grates_material=brief.of("grate", "iron_black")["material"], name="hob",
                **brief.of("hob", body["material"]),
            )
        else:
            drawing.add(
                "hob", (w, h * 0.016, d * 0.94), (0, top - 0.001, -d * 0.03), name="hob",
                **brief.of("hob", "paint_black"),
            )
        drawing.add("box", (w, h * 0.1, d * 0.03), (0, h * 0.94, -d * 0.485), radius_m=0.004, name="upstand", **body)


def _oven_box(
    drawing: Drawing, brief: Brief, at: tuple[float, float, float], size: tuple[float, float, float], body: Finish,
    metal: Finish, *, built_in: bool,
) -> None:
    """Draw one oven: its box with racks, the door with its pane, the panel with knobs and clock, the drawer."""
    (x, y, _), (w, h, d) = at, size
    tall, low = (h * 0.8, h * 0.02) if built_in else (h * 0.6, h * 0.21)
    panel = y + low + tall
    case = drawing.add(
        "casing", (w * 0.998, h, d * 0.92), (x, y, -d * 0.04),
        opening=[0.08, (low + tall * 0.08) / h, 0.92, (low + tall * 0.94) / h], hollow=0.85, radius_m=0.005,
        lining_material="iron_black", name="body", **body,
    )
    for number in range(2):
        drawing.add(
            "wire_rack", (w * 0.842, 0.014, d * 0.7), (x, y + low + tall * (0.3 + 0.28 * number), 0), name="rack",
            material="chrome",
        )
    drawing.add(
        "framed_door", (w * 0.975, tall * 0.98, d * 0.06), (x, y + low + tall * 0.01, d * 0.448),
        border=[0.12, 0.14, 0.12, 0.26], pane_material=brief.of("window", "glass_tinted")["material"], name="door",
        **like(brief, "door", body),
    )
    drawing.add(
        "bar_handle", (w * 0.8, 0.022, 0.055), (x, panel - tall * 0.15, d * 0.475 + 0.026), name="handle", **metal,
    )
    face = d * 0.42
    drawing.add(
        "box", (w * 0.975, (y + h - panel) * 0.94, d * 0.05), (x, panel + (y + h - panel) * 0.02, face + d * 0.02),
        radius_m=0.004, name="panel", **body,
    )
    strip = (y + h - panel) * 0.5
    knobs = 4 if not built_in else 2
    for number in range(knobs):
        side = -1 if number < knobs / 2 else 1
        place = side * w * (0.2 + 0.19 * (number % (knobs // 2)))
        drawing.add(
            "knob", (0.046, 0.046, 0.034), (x + place, panel + strip - 0.023, face + d * 0.045 + 0.015), **metal,
        )
    drawing.add(
        "readout", (w * 0.2, strip * 0.9, 0.01), (x, panel + strip * 0.55, face + d * 0.045 + 0.001), text="180°",
        material="plastic_black", name="clock",
    )
    if not built_in:
        drawing.add(
            "box", (w * 0.975, low * 0.86, d * 0.05), (x, y + low * 0.06, d * 0.44), radius_m=0.006, name="drawer",
            **body,
        )
        drawing.add("bar_handle", (w * 0.5, 0.018, 0.045), (x, y + low * 0.6, d * 0.465 + 0.02), name="handle", **metal)
        dress(drawing, brief, case, "left", "right")


@archetype(
    "microwave", "appliance", "kitchen",
    "microwave, microwave oven, mikrowelle, micro ondes, microondas",
    hints="reheat, popcorn", parts="door, handle, button, display, window, knob",
    about="A microwave is a box with a glass door, a turntable and a panel of buttons that heats food and drinks "
    "quickly.",
    features="open=open, retro=retro, dial=dial",
)
def microwave(drawing: Drawing, brief: Brief) -> None:
    """Draw a microwave: lit room with its turntable and a mug, door with its grip, keys and clock at the right."""
    w, h, d = brief.box(0.5, 0.29, 0.38)
    body = shell(brief, "body case microwave", "steel_brushed" if brief.choose("a", "b") == "a" else "paint_black")
    metal = trim(brief, "handle knob trim", "chrome")
    foot, door = h * 0.04, w * 0.73
    drawing.add("feet", (w * 0.9, foot + 0.004, d * 0.8), radius_m=0.014, material="rubber_black")
    case = drawing.add(
        "casing", (w, h - foot, d * 0.92), (0, foot, -d * 0.04), opening=[0.06, 0.12, 0.68, 0.88], hollow=0.8,
        radius_m=h * 0.03 * max(brief.style.edge, 0.5), lining_material="plastic_white", name="body", **body,
    )
    dress(drawing, brief, case, "left", "top")
    left, face = -w / 2 + door / 2, d * 0.42
    room = w * (0.37 - 0.5)
    drawing.add(
        "disc", (w * 0.54, h * 0.03, w * 0.54), (room, foot + h * 0.12, -d * 0.02), name="turntable",
        material="glass_clear",
    )
    drawing.add(
        "mug", (0.115, h * 0.33, 0.085), (room, foot + h * 0.147, 0.0), name="mug",
        **brief.of("mug", "ceramic_white") | {"color": brief.choose("#c9502f", "#3c6fa5", "#e2c044")},
    )
    drawing.add(
        "framed_door", (door * 0.985, (h - foot) * 0.97, d * 0.075),
        (left, foot + (h - foot) * 0.015, face + d * 0.036), border=[0.09, 0.15, 0.15, 0.15],
        pane_material=brief.of("window", "glass_tinted")["material"], name="door", **brief.of("door", "plastic_black"),
    )
    drawing.add(
        "bar_handle", (0.016, h * 0.68, 0.036), (left + door * 0.42, foot + h * 0.14, face + d * 0.072 + 0.017),
        is_upright=True, name="handle", **metal,
    )
    x, wide = w / 2 - (w - door) / 2, w - door
    drawing.add(
        "box", (wide * 0.96, (h - foot) * 0.97, d * 0.06), (x, foot + (h - foot) * 0.015, face + d * 0.03),
        radius_m=0.004, name="panel", **brief.of("panel", "plastic_black"),
    )
    front = face + d * 0.06
    drawing.add(
        "readout", (wide * 0.76, h * 0.15, 0.006), (x, h * 0.77, front), text=brief.choose("12:30", "8:45", "2:00"),
        material="paint_black", name="display",
    )
    if brief.has("retro", "dial", "knob") or brief.style_name in {"steampunk", "art deco", "rustic", "industrial"}:
        for y in (0.47, 0.17):
            drawing.add("knob", (wide * 0.5, wide * 0.5, 0.03), (x, h * y, front + 0.012), **metal)
    else:
        drawing.add(
            "key_grid", (wide * 0.76, h * 0.37, 0.006), (x, h * 0.35, front + 0.001), columns=3, rows=4, name="keys",
            **brief.of("button key", "plastic_white"),
        )
        drawing.add(
            "key_grid", (wide * 0.76, h * 0.15, 0.006), (x, h * 0.12, front + 0.001), columns=2, rows=1, name="start",
            material="plastic_white", color="#9fb7a4",
        )


@archetype(
    "dishwasher", "appliance", "kitchen",
    "dishwasher, dish washer, dishwashing machine, geschirrspüler, spülmaschine, lave vaisselle, lavavajillas, "
    "lavaplatos",
    hints="dishes, wash up", parts="door, rack, basket, handle, panel, button",
    about="A dishwasher is a kitchen machine whose door folds down and whose racks hold plates and cups that it "
    "washes.",
    features="closed=closed, open=open, open door=open",
)
def dishwasher(drawing: Drawing, brief: Brief) -> None:
    """Draw a dishwasher with its door down and racks full of plates, or closed."""
    w, h, d = brief.box(0.6, 0.85, 0.6)
    body = shell(brief, "body case dishwasher", "steel_brushed")
    metal = trim(brief, "handle", "chrome")
    foot, toe = h * 0.02, h * 0.13
    drawing.add("feet", (w * 0.9, foot + 0.01, d * 0.86), (0, 0, -d * 0.03), radius_m=0.02, material="rubber_black")
    case = drawing.add(
        "casing", (w, h - foot, d * 0.93), (0, foot, -d * 0.035), opening=[0.05, 0.16, 0.95, 0.95], hollow=0.88,
        radius_m=0.006, name="body", **body,
    )
    dress(drawing, brief, case, "right", "left")
    drawing.add(
        "box", (w * 0.94, toe - foot, d * 0.03), (0, foot, d * 0.42), radius_m=0.004, name="toe_kick",
        material="plastic_black",
    )
    tall, thick, hinge = h * 0.84, d * 0.07, toe + h * 0.015
    if brief.has("closed"):
        drawing.add("box", (w * 0.99, tall, thick), (0, hinge, d * 0.45), radius_m=0.006, name="door", **body)
        _dish_panel(drawing, (0, hinge + tall - h * 0.1, d * 0.45 + thick / 2), w, h)
        drawing.add(
            "bar_handle", (w * 0.8, 0.022, 0.05), (0, hinge + tall - h * 0.17, d * 0.45 + thick / 2 + 0.023),
            name="handle", **metal,
        )
        return
    out = d * 0.43 + tall / 2
    drawing.add("box", (w * 0.99, thick, tall), (0, hinge, out), radius_m=0.006, name="door", **body)
    drawing.add(
        "box", (w * 0.86, thick * 0.3, tall * 0.8), (0, hinge + thick * 0.85, out - tall * 0.02), radius_m=0.006,
        name="door_lining", material="steel_brushed",
    )
    drawing.add(
        "key_grid", (w * 0.5, 0.006, 0.03), (-w * 0.12, hinge + thick - 0.002, out + tall * 0.45), is_up=True,
        columns=6, rows=1, name="buttons", material="plastic_black",
    )
    drawing.add(
        "box", (w * 0.16, 0.004, 0.03), (w * 0.3, hinge + thick - 0.002, out + tall * 0.45), name="display",
        material="screen_emissive",
    )
    drawing.add(
        "bar_handle", (w * 0.8, 0.022, 0.05), (0, hinge + thick * 0.3, out + tall / 2 + 0.022), name="handle", **metal,
    )
    _racks(drawing, brief, w, h, d, hinge + thick * 1.1)


def _dish_panel(drawing: Drawing, at: tuple[float, float, float], w: float, h: float) -> None:
    x, y, z = at
    drawing.add("box", (w * 0.95, h * 0.085, 0.008), (x, y, z), radius_m=0.003, name="panel", material="plastic_black")
    drawing.add(
        "readout", (w * 0.18, h * 0.05, 0.008), (x, y + h * 0.017, z + 0.004), text="1:45", material="paint_black",
        name="display",
    )
    for side in (-1, 1):
        drawing.add(
            "key_grid", (w * 0.26, h * 0.03, 0.008), (x + side * w * 0.28, y + h * 0.027, z + 0.005), columns=5, rows=1,
            roundness=0.5, name="buttons", material="aluminium",
        )


def _racks(drawing: Drawing, brief: Brief, w: float, h: float, d: float, y: float) -> None:
    """Draw the lower rack pulled out over the door with plates, and the upper one with cups and bowls."""
    wire = brief.of("rack basket", "plastic_white")
    low = drawing.add(
        "wire_rack", (w * 0.84, h * 0.15, d * 0.8), (0, y + h * 0.01, d * 0.4), has_tines=True, name="rack", **wire,
    )
    for side in (-1, 1):
        drawing.add(
            "post", (0.03, h * 0.03, 0.03), (side * w * 0.36, y - h * 0.005, d * 0.55), name="roller",
            material="plastic_white",
        )
    drawing.add(
        "plate_row", (w * 0.7, h * 0.28, h * 0.28), (0, low.position.y + 0.001, d * 0.25), count=7, name="plates",
        **brief.of("plate", "ceramic_white"),
    )
    for number in range(3):
        drawing.add(
            "vessel", (w * 0.24, h * 0.09, w * 0.24), (w * (-0.26 + 0.26 * number), low.position.y + 0.001, d * 0.6),
            form="bowl", name="bowl", **brief.of("bowl", "ceramic_white") | {"color": "#7fa3bf"},
        )
    drawing.add("wire_rack", (w * 0.905, h * 0.1, d * 0.66), (0, h * 0.62, d * 0.06), name="upper_rack", **wire)
    for number in range(8):
        drawing.add(
            "vessel", (0.07, h * 0.12, 0.07),
            (w * (-0.33 + 0.22 * (number % 4)), h * 0.62 + 0.002, d * (0.26 if number < 4 else 0.02)), form="tumbler",
            name="tumbler", material="glass_clear",
        )
