"""Circuit boards: the small one of a microcontroller and the mainboard of a computer, lying on the ground."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype

# fmt: off


@archetype(
    "circuit board", "electronics", "circuit",
    "circuit board, circuit, pcb, printed circuit board, motherboard, mainboard, microcontroller, arduino, raspberry "
    "pi, electronic "
    "board, electronic circuit, development board, microchip, cpu, computer chip, graphics card, leiterplatte, "
    "platine, circuit "
    "imprimé, placa base",
    hints="electronics, soldering, chip", parts="board, chip, pin, capacitor, trace, led, port, heatsink",
    about="A circuit board is a green plate with copper lines, black chips and other small parts soldered on it, the "
    "inside of a device.",
    features="motherboard=motherboard, mainboard=motherboard, red=plain",
)
def circuit_board(drawing: Drawing, brief: Brief) -> None:
    """Draw a microcontroller's board, or a computer's mainboard with fan, memory and slots."""
    words = " ".join(brief.words | brief.features)
    is_main = "motherboard" in words or "mainboard" in words
    w, h, d = brief.box(*((0.244, 0.05, 0.244) if is_main else (0.085, 0.014, 0.056)), keeps_shape=True)
    board = brief.of("board", "plastic_white", is_main=True)
    tint = board["color"] or (
        brief.choose("#14532d", "#14532d", "#14532d", "#12406b") if board["material"] == "plastic_white" else ""
    )
    finish = board | {"color": tint}
    if is_main:
        drawing.add("plate", (w, 0.002, d), corner_m=0.004, name="board", **finish)
        _mainboard(drawing, brief, w, h, d)
        return
    drawing.add(
        "board_circuit", (w, h, d), seed=int(brief.random.integers(1000)), name="board",
        chips_material=brief.of(
            "chip", "plastic_black",
        )["material"], pins_material=brief.of("pin", "gold")["material"], **finish,
    )
    drawing.add(
        "traces", (w * 0.94, 0.0004, d * 0.9), (0, 0.0014, 0), seed=int(brief.random.integers(1000)), name="traces",
        **brief.of("trace", "copper"),
    )
    _small_parts(drawing, brief, w, h, d)


def _small_parts(drawing: Drawing, brief: Brief, w: float, h: float, d: float) -> None:
    """Draw the sockets, plugs, lights and the like that stand between the chips."""
    top = 0.0014
    drawing.add(
        "box", (w * 0.16, h * 0.32, d * 0.2), (-w * 0.44, top, d * 0.16), radius_m=0.0004, name="usb",
        **brief.of("port", "steel_brushed"),
    )
    drawing.add(
        "box", (w * 0.12, h * 0.5, d * 0.16), (-w * 0.44, top, -d * 0.14), radius_m=0.0005, name="power",
        **brief.of("port", "plastic_black"),
    )
    drawing.add(
        "key_grid", (w * 0.1, h * 0.24, d * 0.1), (w * 0.28, top, d * 0.08), is_up=True, columns=1, rows=1, share=0.9,
        name="crystal", material="steel_brushed",
    )
    drawing.add(
        "key_grid", (w * 0.24, h * 0.1, d * 0.1), (w * 0.02, top, -d * 0.24), is_up=True, columns=6, rows=2, share=0.6,
        roundness=0.1, name="resistors", material="ceramic_white",
    )
    drawing.add(
        "key_grid", (w * 0.1, h * 0.1, d * 0.2), (-w * 0.2, top, -d * 0.22), is_up=True, columns=2, rows=4, share=0.6,
        roundness=0.1, name="resistors", material="terracotta",
    )
    tints = ("#3ee07a", "#ff4a3d", "#ffd24d")
    for number in range(brief.count("led", len(tints), most=16)):
        x, z, tint = w * (0.45 - 0.035 * (number % 8)), d * (0.28 + 0.07 * (number // 8)), tints[-1 - number % 3]
        drawing.add(
            "disc", (w * 0.03, h * 0.24, w * 0.03), (x, top, z), edge=0.4, name="led",
            **brief.of("led light", "screen_emissive") | {"color": brief.part_colors.get("led", tint)},
        )
    drawing.add("disc", (w * 0.06, h * 0.2, w * 0.06), (w * 0.43, top, -d * 0.06), name="button", material="paint_red")
    drawing.add(
        "box", (w * 0.3, h * 0.6, d * 0.05), (w * 0.02, top, d * 0.46), radius_m=0.0003, name="header",
        material="plastic_black",
    )


def _mainboard(drawing: Drawing, brief: Brief, w: float, h: float, d: float) -> None:
    """Draw the cooler, memory, slots, ports, batteries and lines of a mainboard."""
    top = 0.0018
    chips, metal = brief.of("chip", "plastic_black"), brief.of("heatsink", "aluminium")
    drawing.add(
        "traces", (w * 0.96, 0.0004, d * 0.96), (0, top, 0), seed=int(brief.random.integers(1000)), name="traces",
        **brief.of("trace", "copper"),
    )
    across = w * 0.36
    drawing.add(
        "fin_block", (across, h * 0.5, across), (-w * 0.06, top, -d * 0.2), name="heatsink", tubes_material="copper",
        **metal,
    )
    drawing.add(
        "hoop", (across, h * 0.3, across), (-w * 0.06, top + h * 0.49, -d * 0.2), inner=0.92, name="fan_frame", **chips,
    )
    drawing.add(
        "fan_blades", (across * 0.94, across * 0.94, h * 0.26), (-w * 0.06, top + h * 0.6 - across * 0.47, -d * 0.2),
        turn=(-90, 0, 0), blades=7, name="fan", **chips,
    )
    for number in range(4):
        x = w * (0.22 + 0.045 * number)
        drawing.add("box", (0.007, h * 0.14, d * 0.56), (x, top, -d * 0.16), name="memory_slot", **chips)
        if number % 2 == 0:
            drawing.add(
                "box", (0.003, h * 0.62, d * 0.52), (x, top + h * 0.1, -d * 0.16), name="memory",
                **brief.of("memory", "plastic_white") | {"color": "#1f3d2b"},
            )
            drawing.add(
                "key_grid", (d * 0.48, h * 0.34, 0.005), (x, top + h * 0.26, -d * 0.16), turn=(0, 90, 0), columns=8,
                rows=1, share=0.76, roundness=0.05, name="memory_chips", **chips,
            )
    for number in range(3):
        drawing.add(
            "box", (w * 0.58, h * 0.2, 0.008), (-w * 0.14, top, d * (0.16 + 0.12 * number)), radius_m=0.0006,
            name="slot", **(chips if number else brief.of("slot", "steel_brushed")),
        )
    for number, (deep, tall) in enumerate(((0.16, 0.6), (0.12, 0.7), (0.14, 0.5), (0.1, 0.7))):
        drawing.add(
            "box", (0.03, h * tall, d * deep), (-w / 2 + 0.013, top, d * (-0.4 + 0.17 * number)), radius_m=0.001,
            name="port", **brief.of("port", "steel_brushed"),
        )
    for number in range(8):
        drawing.add(
            "disc", (0.008, h * 0.24, 0.008), (-w * 0.3 + 0.011 * number, top, -d * 0.44), edge=0.1, name="capacitor",
            **brief.of("capacitor", "aluminium"),
        )
    drawing.add(
        "box", (w * 0.16, h * 0.16, w * 0.16), (w * 0.24, top, d * 0.3), radius_m=0.002, name="chipset", **metal,
    )
    drawing.add("disc", (0.02, 0.004, 0.02), (w * 0.06, top, d * 0.44), name="battery", material="chrome")
    drawing.add("box", (0.012, h * 0.26, d * 0.22), (w * 0.46, top, -d * 0.1), radius_m=0.0006, name="power", **chips)
