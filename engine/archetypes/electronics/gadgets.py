"""Electronics and appliances; the front is +z."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype


@archetype(
    "sensor", "electronics", "iot",
    "sensor, iot device, smart sensor, router, gateway, hub, smart hub, iot sensor, temperature sensor, "
    "motion sensor, smoke detector, detector, modem, thermostat, smart speaker, beacon, wifi router, weather "
    "station, speaker, iot, smart home hub, camera",
    hints="device, gadget, electronics, electronic, iot, wireless, bluetooth",
)  # fmt: skip
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


@archetype(
    "laptop", "electronics", "computer",
    "laptop, notebook, notebook computer, laptop computer, macbook, chromebook, computer",
)  # fmt: skip
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


@archetype(
    "phone", "electronics", "phone",
    "phone, smartphone, smart phone, mobile phone, cell phone, cellphone, iphone, mobile, handset, telephone",
)  # fmt: skip
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


@archetype(
    "screen", "electronics", "display",
    "tv, television, monitor, screen, display, smart tv, flat screen, computer monitor",
)  # fmt: skip
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


@archetype(
    "circuit board", "electronics", "circuit",
    "circuit board, circuit, pcb, motherboard, microcontroller, arduino, raspberry pi, electronic board, "
    "development board",
)  # fmt: skip
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
