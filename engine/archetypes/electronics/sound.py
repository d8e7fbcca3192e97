"""Sound: loudspeaker, microphone, radio; the front is +z."""

from domain.materials import CATALOGUE
from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype
from engine.archetypes.shells import run, shell, trim

# fmt: off


@archetype(
    "speaker", "electronics", "audio",
    "speaker, loudspeaker, loud speaker, bookshelf speaker, bluetooth speaker, floor speaker, subwoofer, stereo "
    "speaker, boombox, "
    "guitar amplifier, amplifier, guitar amp, lautsprecher, enceinte, altavoz",
    hints="sound, stereo, hi fi", parts="cone, grille, knob, handle, foot, driver",
    about="A loudspeaker is a wooden box with round cones in front that plays music.",
    features="bluetooth=bluetooth, portable=bluetooth, floor standing=floor, tower=floor, boombox=boombox",
)
def speaker(drawing: Drawing, brief: Brief) -> None:
    """Draw a loudspeaker box with its cones, a tower, one to carry, or a boombox."""
    words = " ".join(brief.words | brief.features)
    if "boombox" in words:
        return _boombox(drawing, brief)
    if "bluetooth" in words:
        return _portable(drawing, brief)
    if "amp" in words.split() or "amplifier" in words or "guitar amp" in words:
        return _amplifier(drawing, brief)
    floor = brief.has("floor") or "floor speaker" in words
    w, h, d = brief.box(*((0.24, 1.05, 0.34) if floor else (0.2, 0.34, 0.25)))
    _box_speaker(drawing, brief, w, h, d, floor=floor)
    return None


def _box_speaker(drawing: Drawing, brief: Brief, w: float, h: float, d: float, *, floor: bool) -> None:
    case = shell(brief, "body case box speaker", "wood", may_be_wood=True)
    metal = trim(brief, "ring trim", "aluminium")
    foot = h * (0.03 if floor else 0.025)
    if floor:
        drawing.add(
            "box", (w * 1.3, foot, d * 1.05), radius_m=0.005, name="plinth", **brief.of("foot base", "plastic_black"),
        )
    else:
        drawing.add("feet", (w * 0.9, foot + 0.003, d * 0.9), radius_m=0.014, material="rubber_black")
    body = drawing.add(
        "box", (w, h - foot, d * 0.96), (0, foot, -d * 0.02), radius_m=0.008 * brief.style.edge, name="case", **case,
    )
    dress(drawing, brief, body, "right")
    front, low, tall = d * 0.46, foot, h - foot
    drawing.add(
        "pod", (w * 0.94, tall * 0.97, 0.012), (0, low + tall * 0.015, front), radius_m=0.01, edge_m=0.002,
        is_facing=True, name="baffle",
        **brief.of("front baffle", "plastic_black" if case["material"] != "plastic_black" else "paint_black"),
    )
    if brief.has("grille"):
        drawing.add(
            "pod", (w * 0.88, tall * 0.92, 0.03), (0, low + tall * 0.05, front + 0.004), radius_m=0.012, edge_m=0.006,
            is_facing=True, name="grille", **brief.of("grille cloth", "fabric_grey"),
        )
    else:
        _cones(drawing, brief, (w, low, tall), front, floor=floor)
    if floor:
        drawing.add(
            "round_plate", (w * 0.3, w * 0.3, 0.008), (0, low + tall * 0.1, front + 0.004), name="port",
            material="paint_black",
        )
    else:
        drawing.add(
            "round_plate", (w * 0.2, w * 0.2, 0.008), (-w * 0.3, low + tall * 0.82, front + 0.004), name="port",
            material="paint_black",
        )
    drawing.add("box", (w * 0.2, 0.008, 0.004), (0, low + tall * 0.025, front + 0.006), name="badge", **metal)


def _cones(drawing: Drawing, brief: Brief, size: Triple, front: float, *, floor: bool) -> None:
    """Draw the drivers on the baffle, each in its ring; `size` is width, foot and height of the box."""
    w, low, tall = size
    metal, cone = trim(brief, "ring trim", "aluminium"), brief.of("cone driver", "paint_black")
    two, four = [(0.3, 0.78), (0.76, 0.34)], [(0.34, 0.93), (0.6, 0.79), (0.78, 0.6), (0.78, 0.38)]
    for share, at in four if floor else two:
        across = w * share
        y = low + tall * at - across / 2
        drawing.add(
            "lit_ring", (across * 1.08, across * 1.08, 0.012), (0, y - across * 0.04, front + 0.006), inner=0.9,
            name="ring", **metal,
        )
        drawing.add(
            "driver", (across, across, 0.02), (0, y, front + 0.01), name="driver", cone_material=cone["material"],
            cone_color=cone["color"], **metal,
        )


def _portable(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.2, 0.075, 0.075, keeps_shape=True)
    drawing.add("box", (w * 0.5, h * 0.12, d * 0.4), radius_m=0.003, name="foot", material="rubber_black")
    is_cased = any(CATALOGUE[name].family not in ("textile", "leather") for name in brief.materials[:1])
    if is_cased:
        _case(drawing, brief, w, h, d)
    else:
        _roll(drawing, brief, w, h)
    for number in range(3):
        drawing.add(
            "button", (0.014, 0.003, 0.014), (w * (-0.1 + 0.1 * number), h * 1.035, 0), name="button",
            **trim(brief, "button", "rubber_black"),
        )
    drawing.add(
        "strap", (0.012, h * 0.5, d * 0.5), (w * 0.36, h * 0.9, 0), path=[-0.7, -1, -0.9, 0.2, 0, 1, 0.9, 0.2, 0.7, -1],
        thickness_m=0.003, name="handle", **brief.of("handle", "leather_brown"),
    )


def _case(drawing: Drawing, brief: Brief, w: float, h: float, d: float) -> None:
    """Draw the box of a speaker to carry, with its cloth in front."""
    case = brief.of("body case speaker", "wood", is_main=True)
    drawing.add(
        "pod", (w, h * 0.98, d * 0.94), (0, h * 0.06, 0), radius_m=h * 0.16, edge_m=h * 0.04, is_facing=True,
        name="body", **case,
    )
    drawing.add(
        "pod", (w * 0.92, h * 0.8, 0.008), (0, h * 0.15, d * 0.47), radius_m=h * 0.12, edge_m=0.003, is_facing=True,
        name="grille", **brief.of("grille cloth fabric", "fabric"),
    )


def _roll(drawing: Drawing, brief: Brief, w: float, h: float) -> None:
    """Draw the roll of a speaker to carry, all cloth, with a driver at either end."""
    cloth = brief.of("fabric body case grille speaker", "fabric", is_main=True)
    drawing.add("knit", (h, w * 0.9, h), (0, h * 0.5 - w * 0.45 + h * 0.04, 0), turn=(0, 0, 90), name="body", **cloth)
    for side in (-1, 1):
        drawing.add(
            "driver", (h * 0.9, h * 0.9, w * 0.06), (side * w * 0.46, h * 0.09, 0), turn=(0, 90 * side, 0),
            name="driver", **trim(brief, "ring trim", "aluminium"),
        )


def _boombox(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.6, 0.34, 0.17)
    body = shell(brief, "body case", "plastic_black", color=brief.choose("", "#a52a35", "#c7c9cc"), may_be_wood=True)
    metal = trim(brief, "trim knob handle", "chrome")
    tall, front = h * 0.76, d * 0.48
    drawing.add("pod", (w, tall, d * 0.96), radius_m=0.02, edge_m=0.012, is_facing=True, name="body", **body)
    for side in (-1, 1):
        across = tall * 0.72
        drawing.add(
            "lit_ring", (across * 1.08, across * 1.08, 0.016), (side * w * 0.31, tall * 0.06, front), inner=0.9,
            name="ring", **metal,
        )
        drawing.add(
            "driver", (across, across, 0.024), (side * w * 0.31, tall * 0.09, front + 0.004), name="driver", **metal,
        )
        run(
            drawing, "cord",
            [
                (side * w * 0.44, tall * 0.9, 0), (side * w * 0.44, h * 0.97, 0), (side * w * 0.38, h * 0.975, 0),
                (0, h * 0.978, 0),
            ],
            0.016, metal, "handle",
        )
    drawing.add(
        "readout", (w * 0.2, tall * 0.14, 0.008), (0, tall * 0.72, front), text="98.5", material="plastic_black",
        name="display",
    )
    drawing.add(
        "pod", (w * 0.2, tall * 0.36, 0.012), (0, tall * 0.26, front), radius_m=0.008, edge_m=0.003, is_facing=True,
        name="cassette", **brief.of("cassette", "plastic_black"),
    )
    for side in (-1, 1):
        drawing.add(
            "lit_ring", (w * 0.05, w * 0.05, 0.008), (side * w * 0.045, tall * 0.38, front + 0.006), inner=0.5,
            name="reel", material="plastic_white",
        )
    drawing.add(
        "key_grid", (w * 0.2, tall * 0.1, 0.014), (0, tall * 0.1, front), columns=6, rows=1, name="keys", **metal,
    )
    for number in range(4):
        drawing.add(
            "knob", (0.03, 0.03, 0.018), (w * (-0.075 + 0.05 * number), tall * 0.89, front + 0.007), name="knob",
            **metal,
        )
    drawing.add(
        "rod", (0.005, h * 0.7, 0.005), (w * 0.2, tall * 0.7, -d * 0.42), turn=(0, 0, -42), name="antenna", **metal,
    )


def _amplifier(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.52, 0.48, 0.26)
    body = brief.of("body case box", "leather_black" if brief.style_name != "rustic" else "wood", is_main=True)
    metal = trim(brief, "trim knob corner", "chrome")
    drawing.add("feet", (w * 0.9, 0.02, d * 0.8), radius_m=0.02, material="rubber_black")
    drawing.add("box", (w, h - 0.05, d), (0, 0.016, 0), radius_m=0.016, name="case", **body)
    drawing.add(
        "pod", (w * 0.9, h * 0.56, 0.01), (0, h * 0.07, d / 2), radius_m=0.006, edge_m=0.003, is_facing=True,
        name="grille", **brief.of("grille cloth", "fabric"),
    )
    drawing.add(
        "box", (w * 0.9, h * 0.14, 0.01), (0, h * 0.7, d / 2), radius_m=0.002, name="panel",
        **trim(brief, "panel", "brass_polished"),
    )
    for number in range(7):
        drawing.add(
            "knob", (0.028, 0.028, 0.022), (w * (-0.33 + 0.11 * number), h * 0.74, d / 2 + 0.014),
            **brief.of("knob", "plastic_black"),
        )
    drawing.add(
        "strap", (0.03, 0.05, 0.22), (0, h - 0.05, 0), turn=(0, 90, 0), path=[-1, -1, -0.7, 0.6, 0, 1, 0.7, 0.6, 1, -1],
        thickness_m=0.008, name="handle", **brief.of("handle", "leather_black"),
    )
    for x in (-1, 1):
        for y in (0.016, h - 0.034 - 0.04):
            drawing.add(
                "box", (0.045, 0.045, 0.045), (x * (w / 2 - 0.018), y, d / 2 - 0.018), radius_m=0.012, name="corner",
                **metal,
            )


@archetype(
    "microphone", "electronics", "audio",
    "microphone, mic, studio microphone, condenser microphone, vocal microphone, podcast microphone, microphone "
    "stand, vintage "
    "microphone, mikrofon, micrófono",
    hints="podcast, recording, singing", parts="stand, base, head, mesh, arm, cable, foam",
    about="A microphone stands on a foot or is held in the hand and picks up the voice of a singer or a speaker.",
    features="stand=stand, vintage=vintage, shock mount=mount, pop filter=filter",
)
def microphone(drawing: Drawing, brief: Brief) -> None:
    """Draw a studio microphone on its desk stand, or the ribbed one of the fifties."""
    w, h, d = brief.box(0.15, 0.3, 0.15, keeps_shape=True)
    body = shell(brief, "body case microphone", "plastic_black")
    metal = trim(brief, "stand base trim", "steel_brushed")
    mesh = brief.of(
        "head mesh grille",
        "chrome" if brief.style_name in {
            "realistic", "modern",
        } else "accent" if brief.style_name != "futuristic" else "metal",
    )
    drawing.add("turning", (w, h * 0.06, d), profile=[0.97, 0, 1, 0.3, 0.94, 0.7, 0.3, 1], name="base", **metal)
    drawing.add("rod", (w * 0.09, h * 0.36, w * 0.09), (0, h * 0.05, 0), name="stand", **metal)
    if brief.has("vintage") or brief.modifiers & {"vintage", "old", "retro"} or brief.style_name in {
        "rustic", "art deco", "steampunk",
    }:
        _ribbed(drawing, brief, w, h)
        return
    drawing.add("lit_ring", (w * 0.62, w * 0.62, w * 0.09), (0, h * 0.4, 0), inner=0.88, name="mount", **metal)
    drawing.add(
        "turning", (w * 0.4, h * 0.34, w * 0.4), (0, h * 0.38, 0),
        profile=[0.7, 0, 0.96, 0.05, 1, 0.12, 1, 0.9, 0.96, 0.97, 0.9, 1], name="body", **body,
    )
    drawing.add("hoop", (w * 0.42, h * 0.02, w * 0.42), (0, h * 0.71, 0), inner=0.9, name="ring", **metal)
    drawing.add("mesh_head", (w * 0.4, h * 0.28, w * 0.4), (0, h * 0.72, 0), name="head", **mesh)
    drawing.add(
        "round_plate", (w * 0.08, w * 0.08, 0.006), (0, h * 0.6, w * 0.195), name="light",
        **brief.of("light led", "screen_emissive") | {"color": brief.part_colors.get("light", "#ff4a3d")},
    )
    for side in (-1, 1):
        drawing.add("box", (w * 0.14, 0.008, 0.008), (side * w * 0.24, h * 0.49, 0), name="mount_arm", **metal)
    run(
        drawing, "cord",
        [(0, h * 0.4, -w * 0.1), (0, h * 0.3, -w * 0.5), (w * 0.1, 0.004, -w * 0.9), (w * 0.7, 0.004, -w * 1.0)], 0.007,
        brief.of("cable", "rubber_black"), "cable",
    )


def _ribbed(drawing: Drawing, brief: Brief, w: float, h: float) -> None:
    """Draw the head of a microphone of the fifties: a capsule with upright ribs and a band."""
    metal = brief.of(
        "body case head microphone", "accent" if brief.style_name != "futuristic" else "metal", is_main=True,
    )
    drawing.add("ball", (w * 0.2, w * 0.2, w * 0.2), (0, h * 0.36, 0), name="joint", **metal)
    drawing.add(
        "pod", (w * 0.5, h * 0.56, w * 0.4), (0, h * 0.43, 0), radius_m=w * 0.19, edge_m=w * 0.19, name="core",
        **brief.of("mesh cloth", "fabric"),
    )
    for number in range(5):
        x = w * (-0.16 + 0.08 * number)
        reach = 1.0 - 2.2 * (x / w) ** 2
        drawing.add(
            "pod", (w * 0.03, h * 0.565 * reach, w * 0.44 * reach), (x, h * 0.712 - h * 0.2825 * reach, 0),
            radius_m=w * 0.014, edge_m=w * 0.013, name="rib", **metal,
        )
    drawing.add(
        "pod", (w * 0.54, h * 0.05, w * 0.44), (0, h * 0.68, 0), radius_m=w * 0.2, edge_m=0.003, name="band", **metal,
    )


@archetype(
    "radio", "electronics", "audio",
    "radio, transistor radio, vintage radio, retro radio, portable radio, tube radio, radio set, "
    "kofferradio",
    hints="broadcast, tune in, station", parts="dial, knob, grille, antenna, handle, case",
    about="A radio is a box with a loudspeaker, a tuning scale and knobs that plays stations from an aerial.",
    features="handle=handle, antenna=antenna",
)
def radio(drawing: Drawing, brief: Brief) -> None:
    """Draw a radio: wooden case, cloth over the speaker, tuning scale, knobs, aerial, handle."""
    w, h, d = brief.box(0.32, 0.2, 0.14, keeps_shape=True)
    case = shell(brief, "body case radio", "walnut", may_be_wood=True)
    metal = trim(brief, "knob trim handle antenna", "brass_polished")
    foot = h * 0.04
    deco = brief.style_name in {"art deco", "steampunk", "rustic"}
    span = w * (0.6 if deco else 0.86)
    drawing.add("feet", (span, foot + 0.004, d * 0.8), radius_m=0.011, material="rubber_black")
    tall = h * 0.86
    body = drawing.add(
        "pod", (w, tall, d), (0, foot, 0), radius_m=tall * (0.34 if deco else 0.12), edge_m=h * 0.03, is_facing=True,
        name="case", **case,
    )
    dress(drawing, brief, body, "right")
    front = d / 2
    drawing.add(
        "pod", (w * 0.92, tall * 0.86, 0.006), (0, foot + tall * 0.07, front), radius_m=tall * (0.28 if deco else 0.08),
        edge_m=0.002, is_facing=True, name="front", **brief.of("front", metal["material"]),
    )
    drawing.add(
        "pod", (w * 0.48, tall * 0.7, 0.006), (-w * 0.2, foot + tall * 0.15, front + 0.0025), radius_m=tall * 0.1,
        edge_m=0.001, is_facing=True, name="cloth", **brief.of("grille cloth", "fabric"),
    )
    for number in range(7):
        drawing.add(
            "box", (w * 0.48, 0.003, 0.005), (-w * 0.2, foot + tall * (0.2 + 0.1 * number), front + 0.0055),
            radius_m=0.001, name="bar", **metal,
        )
    drawing.add(
        "pod", (w * 0.36, tall * 0.26, 0.006), (w * 0.24, foot + tall * 0.58, front + 0.0025), radius_m=0.006,
        edge_m=0.001, is_facing=True, name="scale", **brief.of("dial scale", "emissive_warm"),
    )
    for number in range(9):
        drawing.add(
            "box", (0.0015, tall * (0.1 if number % 2 else 0.16), 0.002),
            (w * (0.1 + 0.035 * number), foot + tall * 0.64, front + 0.0052), name="tick", material="paint_black",
        )
    drawing.add(
        "box", (0.002, tall * 0.24, 0.003), (w * brief.vary(0.16, 0.32), foot + tall * 0.59, front + 0.006),
        name="needle", material="paint_red",
    )
    for side in (-1, 1):
        drawing.add(
            "knob", (w * 0.12, w * 0.12, 0.024), (w * (0.24 + 0.1 * side), foot + tall * 0.17, front + 0.013),
            **brief.of("knob", "plastic_black" if not deco else metal["material"]),
        )
    _handle_and_antenna(drawing, brief, (w, h, d), foot, tall, metal, is_plain=not deco)


def _handle_and_antenna(
    drawing: Drawing, brief: Brief, size: tuple[float, float, float], foot: float, tall: float, metal: Finish, *,
    is_plain: bool,
) -> None:
    """Draw what a portable radio is carried by, and its aerial."""
    w, h, d = size
    if brief.has("handle", default=is_plain):
        run(
            drawing, "cord",
            [
                (-w * 0.4, foot + tall * 0.96, 0), (-w * 0.36, h * 1.08, 0), (0, h * 1.14, 0), (w * 0.36, h * 1.08, 0),
                (w * 0.4, foot + tall * 0.96, 0),
            ],
            0.011, brief.of("handle", "leather_brown"), "handle",
        )
    if brief.has("antenna", default=is_plain):
        run(
            drawing, "cord",
            [(w * 0.4, foot + tall * 0.8, -d * 0.42), (w * 0.4, h * 1.0, -d * 0.42), (w * 0.56, h * 1.9, -d * 0.46)],
            0.006, metal, "antenna",
        )
