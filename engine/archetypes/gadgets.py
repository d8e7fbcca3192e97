"""Electronics and appliances; the front is +z."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype


@archetype("sensor")
def sensor(drawing: Drawing, brief: Brief) -> None:
    """Draw an IoT device: a round sensor, or a box with antennas if it is a router, gateway or hub."""
    if brief.words & {"router", "gateway", "hub", "modem"}:
        return _router(drawing, brief)
    width, height, _ = brief.box(0.11, 0.034, 0.11, keeps_shape=True)
    shell = brief.of("body case housing sensor", "body", is_main=True)
    light = brief.of("light led ring", "screen_emissive")
    drawing.add(
        "puck",
        (width, height, width),
        name="housing",
        light_material=light["material"],
        light_color=light["color"],
        **shell,
    )
    drawing.add(
        "lens",
        (width * 0.11, width * 0.11, height * 0.2),
        (0, height * 0.18, width * 0.468),
        name="eye",
        material="plastic_black",
        glass_material="glass_tinted",
    )
    if brief.has("antenna", default=True):
        drawing.add(
            "antenna",
            (width * 0.075, width * 0.62, width * 0.075),
            (width * 0.2, height * 0.42, -width * 0.4),
            turn=(-6, 0, 0),
            material="plastic_black",
        )
    drawing.add(
        "box",
        (width * 0.09, height * 0.12, width * 0.03),
        (width * 0.3, height * 0.16, width * 0.385),
        turn=(0, 38, 0),
        name="port",
        material="plastic_black",
    )
    return None


def _router(drawing: Drawing, brief: Brief) -> None:
    width, height, depth = brief.box(0.22, 0.035, 0.15, keeps_shape=True)
    shell = brief.of(
        "body case housing router",
        "plastic_black" if brief.style_name != "minimalist" else "plastic_white",
        is_main=True,
    )
    drawing.add("case_box", (width, height, depth), name="housing", **shell)
    count = brief.count("antenna", 4, most=8)
    for number in range(count):
        x = width * ((number + 0.5) / count - 0.5) * 0.92
        drawing.add(
            "antenna",
            (0.013, depth * 0.95, 0.013),
            (x, height * 0.4, -depth / 2 - 0.003),
            turn=(-4, 0, -x / width * 22),
            material="plastic_black",
        )
    for number in range(5):
        drawing.add(
            "button",
            (0.004, 0.0018, 0.004),
            (width * (-0.2 + 0.1 * number), height - 0.0008, depth * 0.36),
            name="light",
            material="screen_emissive",
            color="#3ee07a" if number % 2 == 0 else "",
        )


@archetype("laptop")
def laptop(drawing: Drawing, brief: Brief) -> None:
    """Draw an open laptop."""
    width, _, _ = brief.box(0.32, 0.23, 0.3, keeps_shape=True)
    base_depth, thick = width * 0.7, width * 0.05
    shell = brief.of("body case laptop", "aluminium", is_main=True)
    drawing.add("laptop_base", (width, thick, base_depth), name="base", **shell)
    lean, tall = -18.0, width * 0.66
    y, z = thick * 0.62, -base_depth / 2 + thick * 0.1
    up, back = tall / 2 * cos(radians(-lean)), tall / 2 * sin(radians(-lean))
    drawing.add(
        "display",
        (width, tall, thick * 0.34),
        (0, y + up - tall / 2, z - back),
        turn=(lean, 0, 0),
        border_m=width * 0.022,
        name="lid",
        **shell,
    )
    drawing.add(
        "rod",
        (thick * 0.42, width * 0.7, thick * 0.42),
        (0, y - width * 0.35 + thick * 0.05, z),
        turn=(0, 0, 90),
        name="hinge",
        material="plastic_black",
    )


@archetype("phone")
def phone(drawing: Drawing, brief: Brief) -> None:
    """Draw a phone that leans on a small stand."""
    width, height, depth = brief.box(0.073, 0.15, 0.0096, keeps_shape=True)
    shell = brief.of("body case phone", brief.choose("aluminium", "plastic_black", "gold"), is_main=True)
    drawing.add("phone", (width, height, depth), (0, height * 0.062, -height * 0.02), turn=(-16, 0, 0), **shell)
    stand = brief.of("stand", "oak")
    drawing.add(
        "wedge",
        (width * 0.86, height * 0.3, height * 0.32),
        (0, 0, -height * 0.045),
        slot_m=depth,
        lean_deg=16.0,
        name="stand",
        **stand,
    )


@archetype("screen")
def screen(drawing: Drawing, brief: Brief) -> None:
    """Draw a television or monitor on its foot."""
    is_tv = bool(brief.words & {"tv", "television"})
    width, height, depth = brief.box(*((1.23, 0.78, 0.26) if is_tv else (0.61, 0.5, 0.22)), keeps_shape=True)
    shell = brief.of("body case frame", "plastic_black", is_main=True)
    stand = brief.of("stand foot base", "aluminium", is_accent=True)
    tall = width * 0.565
    drawing.add(
        "display",
        (width, tall, depth * 0.16),
        (0, height - tall, 0.01 * width),
        border_m=width * 0.012,
        name="display",
        **shell,
    )
    drawing.add("plate", (width * 0.36, depth * 0.05, depth), name="foot", **stand)
    drawing.add(
        "box",
        (width * 0.09, height - tall * 0.62, depth * 0.09),
        (0, depth * 0.02, -depth * 0.06),
        name="neck",
        **stand,
    )


@archetype("circuit board")
def circuit_board(drawing: Drawing, brief: Brief) -> None:
    """Draw a small populated circuit board."""
    width, height, depth = brief.box(0.085, 0.014, 0.056, keeps_shape=True)
    drawing.add(
        "board_circuit",
        (width, height, depth),
        name="board",
        seed=int(brief.random.integers(1000)),
        **brief.of("board", "plastic_black", is_main=True) | {"color": "#14532d"},
    )


@archetype("robot vacuum")
def robot_vacuum(drawing: Drawing, brief: Brief) -> None:
    """Draw a robot vacuum with its dock behind it."""
    width, height, depth = brief.box(0.35, 0.097, 0.35, keeps_shape=True)
    shell = brief.of("body case vacuum", "body", is_main=True)
    drawing.add("robot_vacuum", (width, height, depth), name="body", **shell)
    if brief.has("dock", "station", default=True):
        drawing.add(
            "box",
            (width * 0.55, height * 1.5, width * 0.2),
            (0, 0, -depth * 0.66),
            radius_m=width * 0.05,
            name="dock",
            **shell,
        )
        drawing.add(
            "plate",
            (width * 0.6, height * 0.05, width * 0.42),
            (0, 0, -depth * 0.55),
            name="dock_foot",
            material="plastic_black",
        )
        drawing.add(
            "button",
            (0.02, 0.004, 0.02),
            (0, height * 1.48, -depth * 0.66),
            name="dock_light",
            material="screen_emissive",
        )


@archetype("fridge")
def fridge(drawing: Drawing, brief: Brief) -> None:
    """Draw a fridge with its freezer."""
    french = brief.has("french", "american", "double", "smart") or brief.counts.get("door") == 4
    width, height, depth = brief.box(*((0.91, 1.78, 0.74) if french else (0.6, 1.85, 0.66)))
    shell = brief.of(
        "body door fridge",
        {"minimalist": "paint_white", "rustic": "enamel_white", "steampunk": "bronze_aged"}.get(
            brief.style_name, "steel_brushed"
        ),
        is_main=True,
    )
    drawing.add(
        "fridge",
        (width, height, depth),
        doors=4 if french else brief.count("door", 2, least=1, most=2),
        has_dispenser=french,
        **shell,
    )


@archetype("oven")
def oven(drawing: Drawing, brief: Brief) -> None:
    """Draw a cooker with oven, hob and knobs."""
    width, height, depth = brief.box(0.6, 0.9, 0.62)
    drawing.add(
        "oven",
        (width, height, depth),
        name="cooker",
        **brief.of(
            "body oven cooker",
            {"rustic": "enamel_white", "minimalist": "paint_white"}.get(brief.style_name, "steel_brushed"),
            is_main=True,
        ),
    )


@archetype("washing machine")
def washing_machine(drawing: Drawing, brief: Brief) -> None:
    """Draw a front-loading washing machine."""
    width, height, depth = brief.box(0.6, 0.85, 0.58)
    drawing.add(
        "washer",
        (width, height, depth),
        **brief.of("body", "enamel_white" if brief.style_name != "industrial" else "steel_brushed", is_main=True),
    )


@archetype("toy robot")
def toy_robot(drawing: Drawing, brief: Brief) -> None:
    """Draw a tin toy robot: boots, ribbed legs and arms, chest with dials, head with lamps for eyes."""
    _, height, _ = brief.box(0.2, 0.32, 0.12, keeps_shape=True)
    tin = brief.of(
        "body robot torso head",
        {"steampunk": "copper", "futuristic": "plastic_white"}.get(
            brief.style_name, brief.choose("paint_red", "paint_blue", "silver")
        ),
        is_main=True,
    )
    metal = brief.of(
        "limb joint", "steel_brushed" if brief.style_name != "steampunk" else "brass_polished", is_accent=True
    )
    k = height
    for x in (1, -1):
        drawing.add(
            "box", (0.16 * k, 0.08 * k, 0.25 * k), (x * 0.12 * k, 0, 0.03 * k), radius_m=0.03 * k, name="boot", **tin
        )
        drawing.add("ribbed_limb", (0.1 * k, 0.19 * k, 0.1 * k), (x * 0.12 * k, 0.07 * k, 0), name="leg", **metal)
        drawing.add(
            "ribbed_limb",
            (0.085 * k, 0.25 * k, 0.085 * k),
            (x * 0.265 * k, 0.325 * k, 0),
            turn=(0, 0, x * 10),
            name="arm",
            **metal,
        )
        drawing.add("ball", (0.12 * k, 0.12 * k, 0.12 * k), (x * 0.235 * k, 0.5 * k, 0), name="shoulder", **tin)
        drawing.add(
            "claw", (0.12 * k, 0.13 * k, 0.06 * k), (x * 0.289 * k, 0.215 * k, 0), turn=(0, 90, 0), name="hand", **metal
        )
    drawing.add("torso", (0.42 * k, 0.36 * k, 0.25 * k), (0, 0.25 * k, 0), name="torso", **tin)
    drawing.add("ribbed_limb", (0.14 * k, 0.06 * k, 0.14 * k), (0, 0.595 * k, 0), name="neck", **metal)
    drawing.add("box", (0.29 * k, 0.21 * k, 0.22 * k), (0, 0.645 * k, 0), radius_m=0.035 * k, name="head", **tin)
    for x in (1, -1):
        drawing.add(
            "lens",
            (0.085 * k, 0.085 * k, 0.05 * k),
            (x * 0.068 * k, 0.74 * k, 0.112 * k),
            name="eye",
            glass_material="emissive_warm",
            **metal,
        )
        drawing.add(
            "rod", (0.055 * k, 0.05 * k, 0.055 * k), (x * 0.16 * k, 0.725 * k, 0), turn=(0, 0, 90), name="ear", **metal
        )
    drawing.add("grille", (0.15 * k, 0.045 * k, 0.016 * k), (0, 0.675 * k, 0.11 * k), slots=9, name="mouth", **metal)
    drawing.add("spring", (0.035 * k, 0.08 * k, 0.035 * k), (0, 0.85 * k, 0), turns=5.0, name="aerial_spring", **metal)
    drawing.add("rod", (0.012 * k, 0.11 * k, 0.012 * k), (0, 0.85 * k, 0), name="aerial", **metal)
    drawing.add("ball", (0.05 * k, 0.05 * k, 0.05 * k), (0, 0.95 * k, 0), name="aerial_lamp", material="paint_red")
    drawing.add(
        "key", (0.12 * k, 0.09 * k, 0.1 * k), (0, 0.385 * k, -0.16 * k), name="winding_key", material="brass_polished"
    )
