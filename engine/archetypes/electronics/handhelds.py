"""Small and measuring electronics: USB stick, walkie-talkie, remote control, oscilloscope, synthesizer, robot arm."""

from math import pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import plain, usual
from engine.archetypes.objects.shaping import pose, sized, strut, wire
from engine.archetypes.register import archetype


@archetype(
    "usb stick", "electronics", "computer",
    "usb stick, usb drive, usb flash drive, flash drive, thumb drive, memory stick, pen drive, usb key, memory card, "
    "usb-stick, clé usb, memoria usb",
    hints="carry files", about="A USB stick: a small case with a metal plug that stores files.",
    parts="case, cap, plug, ring",
)  # fmt: skip
def usb_stick(drawing: Drawing, brief: Brief) -> None:
    """Draw a stick that lies open beside its cap."""
    case = usual(brief, "body case", "plastic_black", "")
    cap = usual(brief, "cap", "plastic_white", "#c8281e", is_main=False)
    metal = plain("steel_polished")
    drawing.add("box", (0.019, 0.009, 0.042), (0, 0, 0), radius_m=0.003, name="case", **case)
    drawing.add("box", (0.0194, 0.0094, 0.003), (0, 0, -0.013), radius_m=0.0012, name="band", **cap)
    drawing.add("box", (0.012, 0.0045, 0.014), (0, 0.00225, 0.027), radius_m=0.0003, name="plug", **metal)
    for x in (-0.003, 0.003):
        drawing.add("box", (0.0022, 0.0006, 0.0026), (x, 0.0064, 0.0285), name="window", **plain("paint_black"))
    drawing.add("box", (0.0092, 0.001, 0.0006), (0, 0.0042, 0.0338), name="tongue", **plain("plastic_white"))
    drawing.add("box", (0.0035, 0.0012, 0.0018), (0.005, 0.0083, 0.014), name="led", **plain("screen_emissive"))
    drawing.add("torus", (0.014, 0.002, 0.014), (0, 0.0035, -0.0255), name="ring", **metal)
    drawing.add("box", (0.019, 0.009, 0.018), (0.028, 0, 0.018), turn=(0, 28, 0), radius_m=0.003, name="cap", **cap)
    sized(drawing, brief, (0.047, 0.0095, 0.066))


@archetype(
    "walkie-talkie", "electronics", "communication",
    "walkie-talkie, walkie talkie, two way radio, handheld radio, pair of walkie talkies, funkgerät, talkie-walkie, "
    "cb radio, "
    "handie talkie",
    hints="push to talk, over and out",
    about="A walkie-talkie: a hand-held radio with an antenna to talk over a distance.",
    parts="case, antenna, knob, speaker, button, screen, clip",
)  # fmt: skip
def walkie_talkie(drawing: Drawing, brief: Brief) -> None:
    """Draw a sturdy case with antenna, knobs, speaker slots, screen and keys."""
    case = usual(brief, "body case", "plastic_white", "#d9a01e")
    black = brief.of("antenna grip accent", "rubber_black", is_accent=True)
    drawing.add("box", (0.062, 0.125, 0.036), radius_m=0.009, name="case", **case)
    for x in (-0.031, 0.031):
        drawing.add("box", (0.006, 0.08, 0.03), (x, 0.015, 0), radius_m=0.0025, name="grip", **black)
    drawing.add("rod", (0.017, 0.02, 0.017), (-0.018, 0.122, -0.004), edge=0.1, name="socket", **plain("plastic_black"))
    drawing.add("cone", (0.013, 0.105, 0.013), (-0.018, 0.138, -0.004), top=0.75, name="antenna", **black)
    drawing.add("knob", (0.016, 0.014, 0.016), (0.008, 0.122, 0), is_up=True, name="knob", **plain("plastic_black"))
    drawing.add("knob", (0.012, 0.011, 0.012), (0.022, 0.122, 0), is_up=True, name="knob", **plain("paint_red"))
    drawing.add(
        "readout", (0.044, 0.022, 0.003), (0, 0.092, 0.0175), text="12.5", name="screen", **plain("plastic_black")
    )
    drawing.add("louvres", (0.046, 0.034, 0.004), (0, 0.052, 0.0165), slats=6, name="speaker", **plain("plastic_black"))
    drawing.add(
        "key_grid", (0.044, 0.032, 0.004), (0, 0.012, 0.0165), columns=3, rows=3, name="button", **plain("rubber_black")
    )
    drawing.add(
        "box", (0.004, 0.03, 0.016), (-0.0325, 0.072, 0.002), radius_m=0.0015, name="talk", **plain("paint_red")
    )
    drawing.add("box", (0.022, 0.07, 0.005), (0, 0.04, -0.0195), radius_m=0.002, name="clip", **plain("steel_brushed"))
    sized(drawing, brief, (0.07, 0.243, 0.045))


@archetype(
    "remote control", "electronics", "entertainment",
    "remote control, tv remote, remote, television remote, fernbedienung, télécommande, mando a distancia, "
    "universal remote",
    hints="change channels, zapping", about="A remote control: a long hand-held case with keys to switch a television.",
    parts="case, button, key, stand",
)  # fmt: skip
def remote_control(drawing: Drawing, brief: Brief) -> None:
    """Draw a slim case with its keys, a ring to steer and a red switch."""
    case = usual(brief, "body case", "plastic_black", "")
    key = brief.of(
        "button key accent",
        "rubber_black" if case["material"] != "plastic_black" or case["color"] else "abs_grey",
        is_accent=True,
    )
    drawing.add("box", (0.046, 0.018, 0.17), radius_m=0.007, name="case", **case)
    top = 0.0172
    drawing.add("disc", (0.009, 0.0024, 0.009), (-0.013, top, -0.072), edge=0.3, name="switch", **plain("paint_red"))
    drawing.add(
        "key_grid", (0.038, 0.003, 0.042), (0, top - 0.0005, -0.04), is_up=True, columns=3, rows=4, name="key", **key
    )
    drawing.add("hoop", (0.034, 0.003, 0.034), (0, top - 0.0003, 0.005), inner=0.5, name="ring", **plain("aluminium"))
    drawing.add("disc", (0.013, 0.0032, 0.013), (0, top - 0.0003, 0.005), edge=0.3, name="ok", **key)
    for x in (-0.013, 0.013):
        drawing.add("box", (0.009, 0.0036, 0.024), (x, top - 0.0005, 0.04), radius_m=0.0016, name="rocker", **key)
    for number, color in enumerate(("#d8322c", "#3fa05a", "#f0b92e", "#2f7fc4")):
        tile = plain("plastic_white", color)
        drawing.add(
            "box",
            (0.007, 0.0028, 0.005),
            (-0.0135 + 0.009 * number, top - 0.0005, 0.066),
            radius_m=0.001,
            name="key",
            **tile,
        )
    drawing.add(
        "box", (0.03, 0.008, 0.002), (0, 0.005, -0.085), radius_m=0.0006, name="window", **plain("glass_tinted")
    )
    sized(drawing, brief, (0.046, 0.021, 0.172))


@archetype(
    "oscilloscope", "electronics", "instrument",
    "oscilloscope, oszilloskop, oscilloscopio, signal generator, spectrum analyzer, spectrum analyser, multimeter, "
    "geiger counter, voltmeter, seismograph, metal detector, lab instrument",
    hints="waveform, laboratory bench",
    about="An oscilloscope: a measuring instrument whose screen draws a voltage as a wave.",
    parts="case, screen, knob, button, handle, trace, probe",
)  # fmt: skip
def oscilloscope(drawing: Drawing, brief: Brief) -> None:
    """Draw a case with a lit wave on a grid, rows of knobs and sockets, a handle and a probe."""
    case = usual(brief, "body case", "enamel_white", "#b9bec2")
    dark = plain("plastic_black")
    trace = usual(brief, "trace wave", "screen_emissive", "#58f07a", is_main=False)
    drawing.add("box", (0.36, 0.19, 0.16), (0, 0.015, 0), radius_m=0.014, name="case", **case)
    for x in (-0.14, 0.14):
        drawing.add("box", (0.03, 0.02, 0.12), (x, 0, 0), radius_m=0.004, name="foot", **plain("rubber_black"))
    drawing.add("box", (0.205, 0.15, 0.008), (-0.067, 0.035, 0.08), radius_m=0.004, name="bezel", **dark)
    drawing.add(
        "box", (0.185, 0.13, 0.004), (-0.067, 0.045, 0.0835), radius_m=0.002, name="screen", **plain("glass_tinted")
    )
    grid = plain("paint_white", "#3a5a48")
    for number in range(1, 8):
        drawing.add("box", (0.0008, 0.126, 0.0012), (-0.1595 + 0.0231 * number, 0.047, 0.0853), name="grid", **grid)
    for number in range(1, 6):
        drawing.add("box", (0.181, 0.0008, 0.0012), (-0.067, 0.045 + 0.0217 * number, 0.0853), name="grid", **grid)
    wave = [(-0.155 + 0.176 * k / 32, 0.11 + 0.042 * sin(4 * pi * k / 32), 0.0862) for k in range(33)]
    wire(drawing, "trace", wave, 0.0026, trace)
    for row, y in enumerate((0.165, 0.125)):
        for column in range(3):
            drawing.add(
                "knob",
                (0.026 - 0.004 * row, 0.026 - 0.004 * row, 0.016),
                (0.065 + 0.043 * column, y - 0.013, 0.086),
                name="knob",
                **dark,
            )
    drawing.add(
        "key_grid",
        (0.11, 0.026, 0.005),
        (0.108, 0.078, 0.081),
        columns=5,
        rows=2,
        name="button",
        **brief.of("button", "aluminium"),
    )
    for column in range(4):
        at = (0.065 + 0.029 * column, 0.045, 0.086)
        strut(drawing, "socket", (at[0], at[1], 0.078), (at[0], at[1], 0.096), 0.015, plain("brass_polished"), edge=0.2)
    wire(drawing, "handle", [(-0.15, 0.2, 0), (-0.15, 0.232, 0), (-0.13, 0.24, 0), (0.13, 0.24, 0), (0.15, 0.232, 0),
        (0.15, 0.2, 0)],
         0.014, brief.of("handle", "plastic_black"))  # fmt: skip
    wire(drawing, "probe", [(0.065, 0.045, 0.09), (0.065, 0.04, 0.13), (0.1, 0.004, 0.17), (0.02, 0.004, 0.2),
        (-0.06, 0.004, 0.17)],
         0.006, dark)  # fmt: skip
    strut(
        drawing, "tip", (-0.055, 0.005, 0.172), (-0.13, 0.005, 0.15), 0.01, plain("plastic_white", "#2f7fc4"), edge=0.2
    )
    sized(drawing, brief, (0.36, 0.247, 0.28))


@archetype(
    "synthesizer", "electronics", "instrument",
    "synthesizer, synthesiser, synth, electronic keyboard, keyboard synthesizer, stage piano, "
    "midi keyboard, music keyboard, electronic piano, drum machine, keytar, moog",
    hints="oscillators, electronic music",
    about="A synthesizer: an electronic keyboard with knobs and sliders that shape its sounds.",
    parts="case, key, knob, slider, cheek, screen, stand",
)  # fmt: skip
def synthesizer(drawing: Drawing, brief: Brief) -> None:
    """Draw a keyboard between cheeks, a sloping panel of knobs and sliders, wheels, on a crossed stand where asked."""
    case = usual(brief, "body case panel", "paint_black", "")
    cheek = brief.of("cheek side end accent", "walnut", is_accent=True)
    keys = brief.count("key", 37, least=13, most=88)
    white = round(keys * 7 / 12)
    across, high = 0.0235 * white + 0.1, 0.0
    if brief.has("stand"):
        high = 0.86
        for sign in (-1, 1):
            strut(
                drawing,
                "stand",
                (-0.32 * sign, 0.015, -0.05),
                (0.32 * sign, high, 0.05),
                0.035,
                brief.of("stand", "iron_black"),
                kind="box",
            )
            drawing.add("box", (0.04, 0.03, 0.42), (0.32 * sign, 0, 0), name="foot", **brief.of("stand", "iron_black"))
            drawing.add(
                "box", (0.04, 0.03, 0.36), (0.32 * sign, high - 0.02, 0), name="rest", **brief.of("stand", "iron_black")
            )
    drawing.add("box", (across, 0.045, 0.34), (0, high, 0), radius_m=0.006, name="case", **case)
    drawing.add(
        "box", (across, 0.05, 0.19), (0, high + 0.035, -0.085), turn=(10, 0, 0), radius_m=0.006, name="panel", **case
    )
    for x in (-across / 2 - 0.011, across / 2 + 0.011):
        drawing.add("box", (0.026, 0.115, 0.36), (x, high, -0.005), radius_m=0.008, name="cheek", **cheek)
    left = -across / 2 + 0.088
    for number in range(white):
        at = (left + 0.0235 * (number + 0.5), high + 0.04, 0.09)
        drawing.add("box", (0.0225, 0.014, 0.145), at, radius_m=0.002, name="key", **brief.of("key", "enamel_white"))
        if number % 7 not in (2, 6) and number < white - 1:
            sharp = (at[0] + 0.01175, high + 0.05, 0.06)
            drawing.add("box", (0.012, 0.014, 0.088), sharp, radius_m=0.002, name="key", **plain("paint_black"))
    for x in (left - 0.058, left - 0.026):
        drawing.add(
            "disc",
            (0.05, 0.012, 0.05),
            (x, high + 0.032, 0.09),
            turn=(0, 0, 90),
            edge=0.2,
            name="wheel",
            **plain("rubber_black"),
        )
    _panel(drawing, brief, across, high)
    sized(drawing, brief, (across + 0.048, high + 0.12, 0.37))


def _panel(drawing: Drawing, brief: Brief, across: float, high: float) -> None:
    """Draw knobs, sliders and a display that lie on the slope."""
    own = Drawing(brief)
    count = max(4, int(across / 0.05) - 3)
    for number in range(count):
        x = -across / 2 + 0.05 + (across * 0.62) * number / count
        for row in (-0.05, 0.0):
            own.add(
                "knob",
                (0.022, 0.016, 0.022),
                (x, 0.0, row),
                is_up=True,
                name="knob",
                **brief.of("knob", "plastic_black"),
            )
        own.add("box", (0.004, 0.002, 0.05), (x, 0, 0.05), name="slot", **plain("paint_black"))
        own.add(
            "box",
            (0.012, 0.012, 0.009),
            (x, 0, 0.035 + 0.006 * (number * 7 % 5)),
            radius_m=0.002,
            name="slider",
            **brief.of("slider", "aluminium"),
        )
    own.add(
        "box",
        (across * 0.2, 0.006, 0.07),
        (across * 0.28, -0.001, -0.03),
        radius_m=0.002,
        name="screen",
        **plain("screen_emissive"),
    )
    own.add(
        "key_grid",
        (across * 0.22, 0.008, 0.05),
        (across * 0.28, -0.001, 0.042),
        is_up=True,
        columns=8,
        rows=2,
        name="button",
        **plain("abs_grey"),
    )
    pose(drawing, own, (0, high + 0.0595 + 0.0248, -0.0805), (10, 0, 0))


@archetype(
    "robot arm", "electronics", "industrial",
    "robot arm, robotic arm, industrial robot, roboterarm, bras robotique, brazo robótico, welding robot, "
    "factory robot",
    hints="assembly line, gripper, six axes",
    about="A robot arm: jointed links on a turning base with a gripper, for assembly lines.",
    parts="base, arm, joint, gripper, cable, link",
)  # fmt: skip
def robot_arm(drawing: Drawing, brief: Brief) -> None:
    """Draw a turning base, two links with round joints, a wrist and a gripper, and a cable along them."""
    paint = usual(brief, "body arm link", "paint_white", "#e8741e")
    dark = brief.of("joint base gripper accent", "gunmetal", is_accent=True)
    drawing.add("box", (0.62, 0.04, 0.62), radius_m=0.01, name="plate", **dark)
    drawing.add("cone", (0.5, 0.2, 0.5), (0, 0.04, 0), top=0.76, name="base", **dark)
    drawing.add("rod", (0.4, 0.16, 0.4), (0, 0.23, 0), edge=0.1, name="turret", **paint)
    shoulder, elbow, wrist = (0.0, 0.5, 0.06), (0.0, 1.2, -0.16), (0.0, 1.36, 0.62)
    for x in (-0.13, 0.13):
        drawing.add("box", (0.07, 0.28, 0.24), (x, 0.33, 0.05), radius_m=0.025, name="cheek", **paint)
    for (x, y, z), wide, across in ((shoulder, 0.26, 0.4), (elbow, 0.22, 0.34), (wrist, 0.15, 0.22)):
        strut(drawing, "joint", (x - across / 2, y, z), (x + across / 2, y, z), wide, dark, edge=0.12)
    strut(drawing, "link", shoulder, elbow, 0.17, paint, kind="box", radius_m=0.03)
    strut(drawing, "link", elbow, wrist, 0.13, paint, kind="cone", top=0.7)
    strut(drawing, "wrist", wrist, (0, 1.2, 0.72), 0.1, paint, edge=0.15)
    strut(drawing, "flange", (0, 1.21, 0.714), (0, 1.17, 0.739), 0.14, dark, edge=0.2)
    for sign in (-1, 1):
        strut(drawing, "finger", (sign * 0.05, 1.18, 0.735), (sign * 0.07, 1.1, 0.785), 0.032, dark, kind="box")
        strut(drawing, "finger", (sign * 0.07, 1.11, 0.78), (sign * 0.03, 1.0, 0.848), 0.028, dark, kind="box")
    wire(drawing, "cable", [(0.1, 0.36, -0.16), (0.2, 0.7, -0.2), (0.18, 1.1, -0.28), (0.1, 1.36, -0.2), (0.06, 1.32,
        0.1)],
         0.035, brief.of("cable", "rubber_black"))  # fmt: skip
    sized(drawing, brief, (0.62, 1.45, 1.2))
