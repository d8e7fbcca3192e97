"""Doors, windows and stairs as things of their own; the front is +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, metal
from engine.archetypes.objects.shaping import strut
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype


@archetype(
    "door", "object", "architecture",
    "door, front door, wooden door, interior door, entrance door, double door, sliding door, barn door, tür, "
    "haustür, porte, "
    "puerta, panel door, glass door, arched door, castle door, french door, bedroom door, room door, doorway, "
    "trapdoor, vault door",
    about="A door in its frame, with panels, hinges and a handle, through which one enters a room.",
    parts="panel, frame, handle, knob, hinge, glass, knocker, threshold, lintel", features="glass, knocker, "
        "window=glass",
)  # fmt: skip
def door(drawing: Drawing, brief: Brief) -> None:
    """Draw one or two panelled leaves in a frame on their threshold, with hinges, handle, and glass if asked for."""
    is_double = has(brief, "double french")
    width, height, depth = brief.box(1.7 if is_double else 1.0, 2.15, 0.3)
    base = 0.035
    sill = drawing.add(
        "box", (width + 0.16, base, depth), radius_m=0.006, name="threshold", **brief.of("threshold", "stone")
    )
    frame = brief.of("frame", "wood" if not (brief.materials or brief.colors) else "paint_white", is_accent=True)
    side = 0.09
    for x in (-1, 1):
        drawing.add(
            "box",
            (side, height - base, 0.14),
            (x * (width - side) / 2, base - 0.001, 0),
            radius_m=0.006,
            name="frame",
            **frame,
        )
    drawing.add("box", (width + 0.1, 0.11, 0.16), (0, height - 0.11, 0), radius_m=0.008, name="lintel", **frame)
    leaves, inner = (2 if is_double else 1), width - 2 * side
    for number in range(leaves):
        wide = inner / leaves
        middle = (number - (leaves - 1) / 2) * wide
        _leaf(drawing, brief, (middle, base, 0.01), (wide - 0.004, height - 0.108 - base), -1.0 if number else 1.0)
    dress(drawing, brief, sill, "front")


def _leaf(
    drawing: Drawing, brief: Brief, at: tuple[float, float, float], size: tuple[float, float], grip: float
) -> None:
    """Draw one leaf; its handle is on the side away from `grip`."""
    x, y, z = at
    width, height = size
    body = brief.of("panel leaf door", {"realistic": "oak"}.get(brief.style_name, "wood"), is_main=True)
    is_glass = has(brief, "glass french") or "glass" in brief.part_materials or brief.has("glass")
    if is_glass:
        _glazed(drawing, brief, at, size, body)
    else:
        drawing.add(
            "front",
            (width, height, 0.045),
            (x, y, z),
            name="leaf",
            style=brief.style.front if brief.style.front != "shaker" else "raised",
            **body,
        )
    _fittings(drawing, brief, at, size, grip)


def _glazed(
    drawing: Drawing, brief: Brief, at: tuple[float, float, float], size: tuple[float, float], body: Finish
) -> None:
    """Draw a pane with bars between stiles and rails."""
    x, y, z = at
    width, height = size
    stile, low = width * 0.15, height * 0.2
    for side in (-1, 1):
        drawing.add(
            "box",
            (stile, height, 0.045),
            (x + side * (width - stile) / 2, y, z),
            radius_m=0.003,
            name="leaf",
            **body,
        )
    for rise, tall in ((0.0, low), (height - stile, stile)):
        drawing.add(
            "box", (width - 2 * stile + 0.01, tall, 0.045), (x, y + rise, z), radius_m=0.003, name="rail", **body
        )
    drawing.add("box", (width - 2 * stile + 0.02, height - low - stile + 0.02, 0.008), (x, y + low - 0.01, z),
        radius_m=0.001,
                name="glass", **brief.of("glass", "glass_clear"))  # fmt: skip
    for bar in (0.33, 0.67):
        rise = y + low + (height - low - stile) * bar
        drawing.add("box", (width - 2 * stile + 0.01, 0.025, 0.03), (x, rise, z), radius_m=0.002, name="bar", **body)


def _fittings(
    drawing: Drawing, brief: Brief, at: tuple[float, float, float], size: tuple[float, float], grip: float
) -> None:
    """Draw the escutcheon with its knob or handle, and the hinges."""
    x, y, z = at
    width, height = size
    stile = width * 0.15
    steel = metal(brief, "handle knob hinge")
    reach = -grip * (width / 2 - stile / 2)
    drawing.add(
        "box",
        (0.042, 0.2, 0.036),
        (x - reach, y + height * 0.42, z + 0.0145),
        radius_m=0.004,
        name="escutcheon",
        **steel,
    )
    drawing.add(
        "post",
        (0.022, 0.06, 0.022),
        (x - reach, y + height * 0.5 - 0.03, z + 0.046),
        turn=(90, 0, 0),
        name="handle_neck",
        **steel,
    )
    if has(brief, "knob") or brief.style.handle == "knob":
        drawing.add("ball", (0.06, 0.06, 0.06), (x - reach, y + height * 0.5 - 0.03, z + 0.08), name="knob", **steel)
    else:
        drawing.add("box", (0.13, 0.024, 0.02), (x - reach + 0.05 * (-1 if reach < 0 else 1),
            y + height * 0.5 - 0.012, z + 0.075),
                    radius_m=0.009, name="handle", **steel)  # fmt: skip
    for rise in (0.12, 0.5, 0.86):
        drawing.add(
            "post",
            (0.022, 0.1, 0.022),
            (x + reach * (width / 2 - 0.004) / abs(reach), y + height * rise, z + 0.023),
            name="hinge",
            **steel,
        )


@archetype(
    "window", "object", "architecture",
    "window, casement window, sash window, bay window, round window, stained glass window, fenster, fenêtre, ventana, "
    "window frame, window with shutter, wooden window, porthole window, skylight, double hung window",
    about="A window: panes of glass in a frame with glazing bars, a sill and shutters.",
    parts="frame, sill, pane, glass, shutter, bar, curtain, flower box", features="shutter, flower box, curtain",
)  # fmt: skip
def window(drawing: Drawing, brief: Brief) -> None:
    """Draw a window with its bars and sill, shutters if the style has them, and a flower box if one is asked for."""
    width, height, depth = brief.box(1.1, 1.35, 0.2)
    finish = brief.of(
        "frame window", {"realistic": "paint_white", "modern": "gunmetal"}.get(brief.style_name, "wood"), is_main=True
    )
    glass = brief.of("glass pane", "glass_coloured" if has(brief, "stained") else "glass_clear")
    plain = brief.style_name in ("modern", "minimalist", "futuristic", "cyberpunk")
    panes = brief.count("pane", 1 if plain else 6, least=1, most=24)
    columns = 1 if panes == 1 else 2 if panes <= 8 else 3
    drawing.add(
        "box", (width + 0.14, 0.045, depth + 0.12), (0, 0, 0), radius_m=0.01, name="sill", **brief.of("sill", "stone")
    )
    drawing.add("window", (width, height - 0.04, depth), (0, 0.044, 0), columns=columns, rows=max(1,
        round(panes / columns)), has_sill=False,
                is_clear=True, glass_material=glass["material"], glass_color=glass["color"], name="window",
                    **finish)  # fmt: skip
    if brief.has(
        "shutter",
        default=brief.style_name in ("rustic", "realistic", "victorian") and brief.choose("yes", "no") == "yes",
    ):
        _shutters(drawing, brief, width, height, depth)
    if brief.has("flower box"):
        _flower_box(drawing, brief, width, depth)


def _shutters(drawing: Drawing, brief: Brief, width: float, height: float, depth: float) -> None:
    """Draw louvred shutters with hinges on brackets."""
    shutter = brief.of("shutter", "wood", is_accent=True)
    for side in (-1, 1):
        drawing.add(
            "vent",
            (width * 0.46, height - 0.05, 0.035),
            (side * (width * 0.72), 0.05, depth * 0.22),
            form="louvred",
            name="shutter",
            **shutter,
        )
        drawing.add(
            "box",
            (0.2, 0.025, 0.03),
            (side * (width * 0.5), height * 0.3, depth * 0.18),
            name="hinge",
            **metal(brief, "hinge"),
        )
        drawing.add(
            "box",
            (width * 0.46, 0.052, 0.06),
            (side * (width * 0.72), 0.0, depth * 0.22),
            radius_m=0.006,
            name="bracket",
            **brief.of("sill", "stone"),
        )
        drawing.add(
            "box",
            (width * 0.3, 0.03, 0.06),
            (side * (width * 0.62), 0.0, depth * 0.22),
            radius_m=0.004,
            name="bracket",
            **brief.of("sill", "stone"),
        )


def _flower_box(drawing: Drawing, brief: Brief, width: float, depth: float) -> None:
    """Draw a box of flowers on the sill."""
    drawing.add(
        "open_box",
        (width * 0.9, 0.16, 0.18),
        (0, 0.04, depth * 0.5 + 0.0),
        wall_m=0.015,
        corner_m=0.02,
        name="flower_box",
        **brief.of("flower", "wood"),
    )
    for number in range(5):
        drawing.add(
            "bush",
            (0.22, 0.2, 0.17),
            ((number - 2) * 0.18 * width, 0.12, depth * 0.5),
            seed=number,
            name="flower",
            material="leaf_green",
        )


@archetype(
    "staircase", "object", "architecture",
    "staircase, stair, stairs, stairway, spiral staircase, spiral stair, flight of stair, winding staircase, "
    "step stair, treppe, "
    "wendeltreppe, escalier, escalera, grand staircase, floating staircase, helical staircase",
    about="A flight of steps with a railing that leads up to another floor.",
    parts="step, tread, riser, railing, handrail, baluster, frame, pole", features="railing, spiral",
)  # fmt: skip
def staircase(drawing: Drawing, brief: Brief) -> None:
    """Draw a straight or a spiral flight with its railing."""
    treads = brief.of(
        "step tread stair",
        {"industrial": "steel_galvanised", "modern": "oak"}.get(brief.style_name, "wood"),
        is_main=True,
    )
    rail = brief.of("railing handrail frame pole baluster", "metal", is_accent=True)
    if has(brief, "spiral winding helical wendeltreppe"):
        width, height, _ = brief.box(1.7, 3.6, 1.7, keeps_shape=True)
        count = brief.count("step", brief.count("tread", 15), least=4, most=40)
        drawing.add("spiral_stairs", (width, height, width), (0, 0.02, 0), count=count, turn_deg=330.0,
            name="stairs", frame_material=rail["material"],
                    frame_color=rail["color"], rail_material=rail["material"], rail_color=rail["color"],
                        **treads)  # fmt: skip
        drawing.add("post", (width * 0.9, 0.024, width * 0.9), edge=0.2, name="base", **rail)
        return
    width, height, depth = brief.box(1.0, 2.6, 3.4)
    count = brief.count("step", brief.count("tread", 14), least=3, most=40)
    form = {
        "modern": "open",
        "industrial": "open",
        "futuristic": "open",
        "minimalist": "massive",
        "gothic": "massive",
    }.get(brief.style_name, "closed")
    drawing.add("stairs", (width, height, depth), count=count, form=form, name="stairs",
        frame_material=rail["material"] if form == "open" else treads["material"],
                frame_color=rail["color"] if form == "open" else treads["color"], **treads)  # fmt: skip
    for x in (-width / 2 + 0.06, width / 2 - 0.06):
        support = rail if form == "open" else treads
        at = (x, 0, -depth / 2 + 0.12)
        drawing.add("box", (0.09, height * (1 - 1.5 / count), 0.09), at, radius_m=0.005, name="support", **support)
    if brief.has("railing", "handrail", default=True):
        _rail(drawing, brief, (width, height, depth), count)


def _rail(drawing: Drawing, brief: Brief, size: tuple[float, float, float], count: int) -> None:
    """Draw a handrail on balusters along the right side of a straight flight."""
    width, height, depth = size
    rail = brief.of("railing baluster", "metal", is_accent=True)
    x, going, rise = width / 2 - 0.05, depth / count, height / count
    for number in range(count):
        z, y = depth / 2 - going * (number + 0.5), rise * (number + 1)
        strut(drawing, "baluster", (x, y - 0.03, z), (x, y + 0.9, z), 0.022, rail)
    low, high = (
        (x, rise + 0.89 - rise * 0.3, depth / 2 - going * 0.2),
        (x, height + 0.89 + rise * 0.1, -depth / 2 + going * 0.4),
    )
    strut(drawing, "handrail", low, high, 0.05, brief.of("handrail railing", "wood"))
