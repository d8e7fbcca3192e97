"""On the worktop: air fryer, rice cooker, waffle iron, juicer, food processor."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import plain, usual
from engine.archetypes.objects.shaping import blend, lump, pose, sized, spin, strut, wire
from engine.archetypes.register import archetype


@archetype(
    "air fryer", "appliance", "kitchen",
    "air fryer, airfryer, hot air fryer, deep fryer, deep fat fryer, heißluftfritteuse, fritteuse, friteuse, freidora, "
    "freidora de aire",
    hints="crispy chips, fries without oil",
    about="An air fryer: a rounded case with a basket drawer that fries with hot air.",
    parts="basket, drawer, handle, panel, screen, body, case",
)  # fmt: skip
def air_fryer(drawing: Drawing, brief: Brief) -> None:
    """Draw a rounded tower with a basket drawer, its handle with a window, and a lit panel."""
    case = usual(brief, "body case", "plastic_black", "")
    trim = brief.of("trim accent ring", "chrome", is_accent=True)
    grip = brief.of("handle grip", "plastic_black")
    spin(drawing, "case", [(0.125, 0.0), (0.138, 0.012), (0.146, 0.1), (0.143, 0.22), (0.128, 0.29), (0.09, 0.325),
        (0.002, 0.335)],
         case, is_flowing=True)  # fmt: skip
    drawing.add("box", (0.16, 0.125, 0.08), (0, 0.03, 0.108), radius_m=0.035, name="drawer", **case)
    drawing.add("hoop", (0.293, 0.006, 0.293), (0, 0.166, 0), inner=0.9, name="trim", **trim)
    drawing.add("box", (0.045, 0.035, 0.1), (0, 0.08, 0.175), radius_m=0.012, name="handle", **grip)
    drawing.add("box", (0.05, 0.1, 0.03), (0, 0.045, 0.215), radius_m=0.012, name="grip", **grip)
    drawing.add(
        "box",
        (0.13, 0.055, 0.012),
        (0, 0.195, 0.137),
        turn=(-4, 0, 0),
        radius_m=0.012,
        name="panel",
        **plain("glass_tinted"),
    )
    drawing.add(
        "readout",
        (0.075, 0.032, 0.006),
        (0, 0.207, 0.1425),
        turn=(-4, 0, 0),
        text="200",
        name="screen",
        **plain("plastic_black"),
    )
    for x in (-0.05, 0.05):
        drawing.add(
            "lit_ring",
            (0.018, 0.018, 0.004),
            (x, 0.213, 0.1425),
            turn=(-4, 0, 0),
            inner=0.6,
            name="key",
            **plain("screen_emissive"),
        )
    drawing.add(
        "louvres", (0.12, 0.05, 0.02), (0, 0.2, -0.14), turn=(4, 180, 0), slats=5, name="vent", **plain("plastic_black")
    )
    sized(drawing, brief, (0.292, 0.335, 0.38))


@archetype(
    "rice cooker", "appliance", "kitchen",
    "rice cooker, slow cooker, instant pot, multicooker, multi cooker, egg cooker, "
    "reiskocher, schnellkochtopf, cuiseur à riz, arrocera, electric cooker pot, steamer pot",
    hints="steamed rice, stew",
    about="A rice cooker: a round electric pot with a lid and a switch that cooks rice by itself.",
    parts="lid, pot, handle, switch, base, body, knob, panel",
)  # fmt: skip
def rice_cooker(drawing: Drawing, brief: Brief) -> None:
    """Draw a rounded case with a hinged lid, steam vent, side handles and a panel."""
    case = usual(brief, "body case base", "plastic_white", "")
    steel = brief.of("lid trim accent", "steel_brushed", is_accent=True)
    dark = plain("plastic_black")
    spin(
        drawing,
        "case",
        [(0.105, 0.0), (0.118, 0.01), (0.135, 0.07), (0.137, 0.14), (0.13, 0.17), (0.1, 0.175)],
        case,
        is_flowing=True,
    )
    drawing.add("hoop", (0.266, 0.012, 0.266), (0, 0.168, 0), inner=0.9, name="rim", **steel)
    spin(
        drawing,
        "lid",
        [(0.128, 0.178), (0.127, 0.19), (0.1, 0.215), (0.05, 0.23), (0.002, 0.234)],
        steel,
        is_flowing=True,
    )
    spin(
        drawing,
        "knob",
        [(0.014, 0.23), (0.012, 0.243), (0.024, 0.255), (0.022, 0.264), (0.002, 0.267)],
        brief.of("knob handle", "plastic_black"),
    )
    drawing.add("rod", (0.02, 0.02, 0.02), (0.05, 0.218, -0.05), edge=0.2, name="vent", **dark)
    for sign in (-1, 1):
        drawing.add(
            "box",
            (0.06, 0.022, 0.07),
            (sign * 0.148, 0.115, 0),
            radius_m=0.009,
            name="handle",
            **brief.of("handle", "plastic_black"),
        )
    drawing.add("box", (0.09, 0.09, 0.02), (0, 0.03, 0.13), turn=(5, 0, 0), radius_m=0.01, name="panel", **dark)
    drawing.add("readout", (0.06, 0.028, 0.005), (0, 0.08, 0.141), turn=(5, 0, 0), text="0:25", name="screen", **dark)
    drawing.add(
        "key_grid", (0.08, 0.024, 0.006), (0, 0.046, 0.1395), turn=(5, 0, 0), columns=3, rows=1, name="button", **steel
    )
    drawing.add("box", (0.05, 0.04, 0.03), (0, 0.165, -0.128), radius_m=0.008, name="hinge", **dark)
    sized(drawing, brief, (0.356, 0.267, 0.29))


@archetype(
    "waffle iron", "appliance", "kitchen",
    "waffle iron, waffle maker, sandwich maker, panini press, panini maker, sandwich toaster, waffeleisen, gaufrier, "
    "gofrera, "
    "electric grill, contact grill, george foreman grill, raclette",
    hints="golden waffles, batter", about="A waffle iron: two hot plates with a pattern on a hinge, that bake waffles.",
    parts="plate, handle, lid, base, lamp, knob, body",
)  # fmt: skip
def waffle_iron(drawing: Drawing, brief: Brief) -> None:
    """Draw the open iron: lower plate with a waffle in it, upper plate on its hinge, lamps and handle."""
    shell = usual(brief, "body lid base", "steel_brushed", "")
    iron = brief.of("plate accent", "iron_black", is_accent=True)
    grip = brief.of("handle knob", "plastic_black")
    spin(drawing, "base", [(0.1, 0.0), (0.118, 0.008), (0.122, 0.04), (0.115, 0.048), (0.001, 0.048)], shell)
    drawing.add("disc", (0.205, 0.012, 0.205), (0, 0.044, 0), edge=0.2, name="plate", **iron)
    waffle = plain("bread", "#e0a850")
    drawing.add("disc", (0.176, 0.012, 0.176), (0, 0.054, 0), edge=0.3, name="waffle", **waffle)
    for number in range(-3, 4):
        half = (0.086**2 - (0.0235 * number) ** 2) ** 0.5
        for turn in (0.0, 90.0):
            bar = Drawing(brief)
            bar.add(
                "box",
                (0.0095, 0.011, 2 * half - 0.004),
                (0.0235 * number, 0.062, 0),
                radius_m=0.003,
                name="waffle",
                **waffle,
            )
            drawing.include(bar, turn_deg=turn)
    upper = Drawing(brief)
    spin(upper, "lid", [(0.1, 0.06), (0.118, 0.052), (0.122, 0.02), (0.115, 0.012), (0.001, 0.012)][::-1], shell)
    upper.add("disc", (0.205, 0.014, 0.205), (0, 0.002, 0), edge=0.2, name="plate", **iron)
    for number in range(-3, 4):
        half = (0.092**2 - (0.0235 * number) ** 2) ** 0.5
        for turn in (0.0, 90.0):
            bar = Drawing(brief)
            bar.add("box", (0.012, 0.01, 2 * half), (0.0235 * number, -0.004, 0), radius_m=0.002, name="stud", **iron)
            upper.include(bar, turn_deg=turn)
    upper.add("box", (0.05, 0.022, 0.08), (0, 0.02, 0.15), radius_m=0.009, name="handle", **grip)
    pose(drawing, upper, (0, 0.155, -0.165), (-100, 0, 0))
    drawing.add("box", (0.1, 0.05, 0.05), (0, 0.02, -0.125), radius_m=0.01, name="hinge", **grip)
    for x in (-0.02, 0.02):
        lamp = plain("emissive_warm", "#ff5a3d" if x < 0 else "#58f07a")
        drawing.add("disc", (0.012, 0.008, 0.012), (x, 0.02, 0.115), turn=(90, 0, 0), edge=0.3, name="lamp", **lamp)
    drawing.add("box", (0.05, 0.018, 0.06), (0, 0.015, 0.145), radius_m=0.008, name="handle", **grip)
    sized(drawing, brief, (0.246, 0.32, 0.36))


@archetype(
    "juicer", "appliance", "kitchen",
    "juicer, juice extractor, citrus juicer, citrus press, orange squeezer, lemon squeezer, juice machine, entsafter, "
    "saftpresse, zitronenpresse, exprimidor, presse-agrumes",
    hints="fresh orange juice",
    about="A juicer: a machine with a ribbed cone that presses the juice out of oranges and lemons.",
    parts="cone, bowl, spout, body, base, jug, glass",
)  # fmt: skip
def juicer(drawing: Drawing, brief: Brief) -> None:
    """Draw a tower with a bowl, the ribbed cone, a spout over a glass of juice, and half an orange."""
    body = usual(brief, "body base case", "plastic_white", "")
    steel = brief.of("spout trim accent bowl", "steel_polished", is_accent=True)
    spin(
        drawing,
        "body",
        [(0.075, 0.0), (0.08, 0.008), (0.07, 0.05), (0.062, 0.14), (0.07, 0.165)],
        body,
        is_flowing=True,
    )
    spin(
        drawing,
        "bowl",
        [(0.04, 0.16), (0.085, 0.175), (0.095, 0.215), (0.09, 0.215), (0.07, 0.185), (0.001, 0.18)],
        steel,
    )
    cone = brief.of("cone", "plastic_white")
    spin(drawing, "cone", [(0.045, 0.178), (0.042, 0.19), (0.026, 0.225), (0.008, 0.25), (0.001, 0.252)], cone)
    for number in range(10):
        angle = radians(36 * number)
        strut(
            drawing,
            "rib",
            (0.042 * cos(angle), 0.188, 0.042 * sin(angle)),
            (0.007 * cos(angle), 0.247, 0.007 * sin(angle)),
            0.009,
            cone,
        )
    strut(drawing, "spout", (0, 0.178, 0.05), (0, 0.15, 0.125), 0.028, steel)
    drawing.add(
        "vessel",
        (0.064, 0.11, 0.064),
        (0, 0, 0.135),
        form="tumbler",
        fill=0.6,
        content_material="paint_white",
        content_color="#f2992e",
        name="glass",
        **plain("glass_clear"),
    )
    for x, z, turn in ((0.13, 0.05, -60.0), (0.12, -0.05, 40.0)):
        blend(drawing, "orange", [lump((x, 0.0411, z), 0.041)], plain("citrus"), soft=0.002)
        strut(drawing, "stalk", (x, 0.078, z), (x, 0.084, z + turn / 60000), 0.006, plain("leaf_green"))
    sized(drawing, brief, (0.27, 0.252, 0.26))


@archetype(
    "food processor", "appliance", "kitchen",
    "food processor, küchenmaschine food processor, robot culinaire, procesador de alimentos, coffee grinder, "
    "spice grinder, meat grinder, ice crusher, ice maker",
    hints="chops and grates",
    about="A food processor: a motor base with a clear bowl, blades and a feed tube, that chops food.",
    parts="bowl, base, blade, lid, tube, knob, handle, body",
)  # fmt: skip
def food_processor(drawing: Drawing, brief: Brief) -> None:
    """Draw a motor base with a dial, a clear bowl with handle and blades, lid and feed tube."""
    base = usual(brief, "body base case", "plastic_white", "")
    dark = brief.of("lid handle tube accent", "plastic_black", is_accent=True)
    clear = brief.of("bowl", "acrylic_clear")
    drawing.add("box", (0.2, 0.13, 0.21), radius_m=0.03, name="base", **base)
    drawing.add("knob", (0.055, 0.055, 0.022), (0, 0.035, 0.112), name="knob", **plain("chrome"))
    wall = [(0.085, 0.0), (0.09, 0.01), (0.096, 0.15), (0.092, 0.15), (0.086, 0.012), (0.001, 0.008), (0.001, 0.0)]
    flat: list[str | float] = [value for x, y in wall for value in (round(x / 0.096, 5), round(y / 0.15, 5))]
    drawing.add("hollow_turning", (0.192, 0.15, 0.192), (0, 0.128, 0), profile=flat, name="bowl", **clear)
    drawing.add("rod", (0.028, 0.12, 0.028), (0, 0.13, 0), edge=0.2, name="shaft", **plain("plastic_white"))
    for turn in (20.0, 200.0):
        blade = Drawing(brief)
        blade.add(
            "box",
            (0.07, 0.003, 0.022),
            (0.042, 0.155, 0),
            turn=(0, 0, 8),
            radius_m=0.001,
            name="blade",
            **plain("steel_polished"),
        )
        drawing.include(blade, turn_deg=turn)
    for number in range(9):
        angle, reach = radians(137.5 * number), 0.02 + 0.006 * number
        bit = plain("paint_white", ("#e8752a", "#7fae3f", "#e8752a")[number % 3])
        drawing.add(
            "ball",
            (0.026, 0.022, 0.026),
            (reach * cos(angle), 0.135 + 0.002 * (number % 2), reach * sin(angle)),
            name="vegetable",
            **bit,
        )
    drawing.add("disc", (0.2, 0.018, 0.2), (0, 0.276, 0), edge=0.3, name="lid", **dark)
    drawing.add("rod", (0.075, 0.085, 0.075), (0.04, 0.29, 0), edge=0.08, name="tube", **clear)
    drawing.add("rod", (0.06, 0.04, 0.06), (0.04, 0.365, 0), edge=0.2, name="pusher", **dark)
    wire(drawing, "handle", [(-0.09, 0.25, 0), (-0.135, 0.24, 0), (-0.14, 0.18, 0), (-0.088, 0.16, 0)], 0.022, dark)
    sized(drawing, brief, (0.25, 0.405, 0.22))
