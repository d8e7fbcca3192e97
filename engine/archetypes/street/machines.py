"""Machines at the street: vending machine, ATM, phone booth, parking meter."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import sized, spin
from engine.archetypes.objects.street import iron_of
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype


@archetype(
    "vending machine", "object", "street", "vending machine, snack machine, drink machine, soda machine, "
    "verkaufsautomat, "
    "distributeur automatique, máquina expendedora, cola machine, snack automat",
    hints="buy snacks, coins, cold drinks", about="A vending machine sells drinks and snacks behind a pane of glass.",
    parts="body, case, glass, can, bottle, shelf, flap, button, screen", features="screen",
)  # fmt: skip
def vending_machine(drawing: Drawing, brief: Brief) -> None:
    """Draw a vending machine: rows of cans behind glass, a panel of buttons, a flap below."""
    case = brief.of("body case machine", {"steampunk": "copper", "art deco": "lacquer_black",
    "rustic": "wood_reclaimed",
                    "industrial": "steel_galvanised", "futuristic": "paint_white", "minimalist": "paint_white"}.get(
                    brief.style_name, brief.choose("paint_red", "paint_blue")), is_main=True)  # fmt: skip
    dark = brief.of("front panel", "plastic_black")
    drawing.add("box", (1.0, 1.83, 0.78), (0, 0.06, 0), radius_m=0.03, name="case", **case)
    top = drawing.add("box", (0.96, 0.2, 0.06), (0, 1.66, 0.39), radius_m=0.01, name="banner", **brief.of("banner sign",
                      "acrylic_white"))  # fmt: skip
    dress(drawing, brief, top, "front")
    drawing.add("box", (0.66, 1.15, 0.03), (-0.13, 0.48, 0.39), radius_m=0.004, name="back", **dark)
    shelves = brief.count("shelf", 5, least=2, most=7)
    tints = ("#c8281e", "#2f6ab0", "#3a8a4a", "#e0a02a", "#d9d9d6", "#7a4fa0")
    for row in range(shelves):
        y = 0.52 + 1.08 * row / shelves
        drawing.add("box", (0.64, 0.02, 0.1), (-0.13, y - 0.02, 0.44), radius_m=0.003, name="shelf",
                    **brief.of("shelf", "metal"))  # fmt: skip
        for k in range(6):
            drawing.add("disc", (0.075, min(0.13, 0.8 / shelves), 0.075), (-0.13 + 0.1 * (k - 2.5), y - 0.002, 0.445),
                        edge=0.2, name="can", **brief.finish("paint_white", tints[(k + row * 2) % 6]))  # fmt: skip
    drawing.add("frame", (0.72, 1.2, 0.11), (-0.13, 0.455, 0.44), border_m=0.035, name="window_frame", **case)
    drawing.add("box", (0.66, 1.15, 0.008), (-0.13, 0.48, 0.492), radius_m=0.002, name="glass",
                **brief.of("glass", "glass_clear"))  # fmt: skip
    drawing.add("box", (0.2, 1.1, 0.03), (0.36, 0.5, 0.39), radius_m=0.006, name="panel", **dark)
    drawing.add("box", (0.15, 0.1, 0.02), (0.36, 1.44, 0.4), radius_m=0.004, name="screen", material="screen_emissive")
    for row in range(4):
        for k in range(3):
            drawing.add("box", (0.036, 0.036, 0.02), (0.31 + 0.05 * k, 1.12 + 0.055 * row, 0.4), radius_m=0.004,
                        name="button", **brief.of("button", "metal"))  # fmt: skip
    drawing.add(
        "box", (0.03, 0.08, 0.025), (0.36, 0.94, 0.4), radius_m=0.004, name="coin_slot", **brief.of("accent", "accent")
    )
    drawing.add("box", (0.7, 0.2, 0.05), (-0.13, 0.17, 0.38), radius_m=0.01, name="flap", **dark)
    for x in (-0.4, 0.4):
        for z in (-0.3, 0.3):
            drawing.add("disc", (0.08, 0.07, 0.08), (x, 0, z), name="foot", material="rubber_black")
    sized(drawing, brief, (1.0, 1.89, 0.9))


@archetype(
    "atm", "object", "street", "atm, cash machine, cash dispenser, geldautomat, cajero automático, distributeur de "
    "billets, "
    "bank machine, ticket machine, self service kiosk, information kiosk, parking ticket machine, payment terminal",
    hints="withdraw money, bank card, banknotes", about="An ATM is a machine with a screen and keys that gives cash.",
    parts="body, case, screen, key, button, slot, light", features="screen",
)  # fmt: skip
def atm(drawing: Drawing, brief: Brief) -> None:
    """Draw an ATM: a case with a hood, a slanted screen with side keys, a number pad, slots."""
    case = brief.of("body case machine", {"steampunk": "brass_aged", "rustic": "oak", "art deco": "lacquer_black",
                    "industrial": "steel_galvanised", "futuristic": "paint_white", "minimalist": "paint_white"}.get(
                    brief.style_name, "aluminium_anodised"), is_main=True)  # fmt: skip
    dark, accent = brief.of("panel", "plastic_black"), brief.of("accent light banner", "paint_blue", is_accent=True)
    drawing.add("box", (0.7, 0.95, 0.62), (0, 0, 0), radius_m=0.02, name="pedestal", **case)
    drawing.add("box", (0.7, 0.7, 0.36), (0, 0.9, -0.13), radius_m=0.02, name="case", **case)
    hood = drawing.add("box", (0.74, 0.2, 0.56), (0, 1.5, -0.03), radius_m=0.03, name="hood", **accent)
    dress(drawing, brief, hood, "front")
    drawing.add("box", (0.46, 0.36, 0.04), (0, 1.06, 0.05), turn=(-10, 0, 0), radius_m=0.01, name="bezel", **dark)
    drawing.add("box", (0.34, 0.28, 0.02), (0, 1.1, 0.073), turn=(-10, 0, 0), radius_m=0.003, name="screen",
                material="screen_emissive", color="#2f7fd0")  # fmt: skip
    for side in (-1, 1):
        for k in range(4):
            drawing.add("box", (0.036, 0.03, 0.02), (side * 0.2, 1.12 + 0.062 * k, 0.072 - 0.011 * k), turn=(-10, 0, 0),
                        radius_m=0.004, name="key", **brief.of("key button", "metal"))  # fmt: skip
        drawing.add("box", (0.03, 0.62, 0.3), (side * 0.345, 0.93, 0.12), radius_m=0.01, name="cheek", **case)
    drawing.add("box", (0.26, 0.025, 0.22), (-0.08, 0.945, 0.17), radius_m=0.004, name="pad", **dark)
    for row in range(4):
        for k in range(3):
            drawing.add("box", (0.05, 0.018, 0.036), (-0.14 + 0.06 * k, 0.966, 0.1 + 0.046 * row), radius_m=0.005,
                        name="key", **brief.of("key button", "metal"))  # fmt: skip
    drawing.add("box", (0.1, 0.06, 0.06), (0.2, 0.945, 0.18), radius_m=0.01, name="card_slot", **accent)
    drawing.add("box", (0.4, 0.07, 0.05), (0, 0.74, 0.3), radius_m=0.01, name="cash_slot", **dark)
    drawing.add("sign_board", (0.46, 0.15, 0.04), (0, 1.53, 0.26), text="ATM", name="sign", **accent)
    sized(drawing, brief, (0.74, 1.7, 0.62))


@archetype(
    "phone booth", "object", "street", "phone booth, telephone booth, telephone box, phone box, red telephone box, "
    "call box, "
    "telefonzelle, cabina telefónica, cabine téléphonique, police box, tardis, time machine booth",
    hints="london, make a call in the street", about="A phone booth is a small glazed cabin with a telephone inside.",
    parts="body, frame, glass, roof, door, sign, phone",
)  # fmt: skip
def phone_booth(drawing: Drawing, brief: Brief) -> None:
    """Draw a booth: a base, four glazed sides with bars, signs, a domed roof, a telephone inside."""
    is_box = bool(brief.words & {"police", "tardis"})
    frame = brief.of(
        "body frame booth",
        {
            "steampunk": "bronze_aged",
            "modern": "aluminium",
            "futuristic": "paint_white",
            "minimalist": "paint_white",
            "rustic": "oak",
            "industrial": "steel_galvanised",
            "art deco": "lacquer_black",
        }.get(brief.style_name, "paint_red" if not is_box else "paint_blue"),
        is_main=True,
    )
    glass = brief.of("glass pane", "glass_clear" if not is_box else frame["material"])
    drawing.add("box", (0.98, 0.12, 0.98), (0, 0, 0), radius_m=0.015, name="base", **brief.of("base", "concrete"))
    for x in (-0.42, 0.42):
        for z in (-0.42, 0.42):
            drawing.add("box", (0.1, 2.05, 0.1), (x, 0.1, z), radius_m=0.012, name="post", **frame)
    rows = brief.count(
        "pane", 7 if brief.style_name not in ("modern", "minimalist", "futuristic") else 2, least=1, most=9
    )
    for turn in range(4):
        side = Drawing(brief)
        side.add("window", (0.78, 1.75, 0.06), (0, 0.3, 0.42), columns=3 if rows > 2 else 1, rows=rows, has_sill=False,
                 glass_material=glass["material"], name="pane", **frame)  # fmt: skip
        side.add("box", (0.78, 0.22, 0.06), (0, 0.1, 0.42), radius_m=0.01, name="sill", **frame)
        side.add("sign_board", (0.76, 0.2, 0.06), (0, 2.02, 0.45), text="TELEPHONE" if not is_box else "POLICE BOX",
                 letters_material="paint_black", name="sign", **brief.of("sign", "acrylic_white"))  # fmt: skip
        drawing.include(side, turn_deg=90.0 * turn)
    drawing.add("box", (1.0, 0.14, 1.0), (0, 2.13, 0), radius_m=0.02, name="cornice", **frame)
    if brief.style_name in ("modern", "minimalist", "futuristic"):
        drawing.add("box", (1.04, 0.12, 1.04), (0, 2.26, 0), radius_m=0.03, name="roof", **frame)
    else:
        drawing.add("dome", (0.96, 0.26, 0.96), (0, 2.25, 0), name="roof", **frame)
    if not is_box:
        drawing.add("box", (0.3, 0.5, 0.16), (0, 1.1, -0.36), radius_m=0.02, name="phone", **brief.of("phone", "metal"))
        drawing.add(
            "box", (0.06, 0.26, 0.07), (-0.1, 1.26, -0.25), radius_m=0.02, name="handset", material="plastic_black"
        )
        drawing.add(
            "box", (0.5, 0.04, 0.25), (0, 0.95, -0.31), radius_m=0.01, name="shelf", **brief.of("shelf", "metal")
        )
    drawing.add("handle", (0.03, 0.24, 0.06), (0.3, 1.1, 0.455), is_upright=True, **brief.of("handle", "accent"))
    sized(drawing, brief, (1.0, 2.5, 1.0))


@archetype(
    "parking meter", "object", "street", "parking meter, parkuhr, parquímetro, parcmètre, parking post, meter post",
    hints="park the car, coins", about="A parking meter is a post with a head that takes coins for parking.",
    parts="post, head, body, screen, slot, base",
)  # fmt: skip
def parking_meter(drawing: Drawing, brief: Brief) -> None:
    """Draw a parking meter: a post, one or two rounded heads with a window, slot and knob."""
    iron = iron_of(brief, "post head body meter")
    spin(drawing, "base", [(0.16, 0.0), (0.16, 0.03), (0.06, 0.06), (0.045, 0.1)], iron)
    drawing.add("rod", (0.07, 1.1, 0.07), (0, 0.05, 0), name="post", **iron)
    heads = brief.count("head", 1, least=1, most=2)
    for x in (0.0,) if heads == 1 else (-0.12, 0.12):
        drawing.add(
            "cut_shape",
            (0.2, 0.38, 0.14),
            (x, 1.1, 0),
            outline=[-0.6, 0.0, 0.6, 0.0, 1.0, 0.35, 1.0, 0.7, 0.72, 0.9, 0.0, 1.0, -0.72, 0.9, -1.0, 0.7, -1.0, 0.35],
            is_smooth=True,
            bevel_m=0.03,
            name="head",
            **iron,
        )
        drawing.add(
            "disc", (0.13, 0.03, 0.13), (x, 1.33, 0.06), turn=(90, 0, 0), name="rim", **brief.of("accent", "accent")
        )
        drawing.add("disc", (0.105, 0.035, 0.105), (x, 1.33, 0.062), turn=(90, 0, 0), name="dial",
                    **brief.of("screen dial", "acrylic_white"))  # fmt: skip
        drawing.add("box", (0.012, 0.05, 0.01), (x, 1.335, 0.081), radius_m=0.001, name="needle", material="paint_red")
        drawing.add("box", (0.03, 0.05, 0.02), (x - 0.035, 1.18, 0.068), radius_m=0.003, name="slot",
                    **brief.of("slot accent", "accent"))  # fmt: skip
        drawing.add("disc", (0.035, 0.03, 0.035), (x + 0.035, 1.19, 0.07), turn=(90, 0, 0), name="knob",
                    **brief.of("knob accent", "accent"))  # fmt: skip
    sized(drawing, brief, (0.32, 1.48, 0.32))
