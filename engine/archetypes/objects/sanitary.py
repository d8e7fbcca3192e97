"""Bathroom fixtures that stand alone: bathtub, toilet, washbasin, shower; the front is +z."""

from typing import Any

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, metal, usual
from engine.archetypes.objects.shaping import blend, limb, spin, strut, wire
from engine.archetypes.register import archetype

_CHINA = {"steampunk": ("copper", ""), "industrial": ("concrete", ""), "rustic": ("stoneware", ""),
    "art deco": ("porcelain", ""),
          "gothic": ("marble_black", ""), "japanese": ("cedar", ""), "cyberpunk": ("plastic_black", ""),
          "contemporary": ("travertine", ""), "mid century": ("ceramic_white", "#8fc0b4"),
          "baroque": ("marble_white", "")}  # fmt: skip


def china(brief: Brief, parts: str) -> Finish:
    """Return the finish of sanitary ware."""
    return usual(brief, parts, *_CHINA.get(brief.style_name, ("ceramic_white", "")))


@archetype(
    "bathtub", "object", "sanitary",
    "bathtub, bath tub, tub, clawfoot tub, clawfoot bathtub, freestanding bathtub, freestanding tub, soaking tub, "
    "hot tub, "
    "jacuzzi, badewanne, baignoire, bañera, whirlpool, copper bathtub, roll top bath, slipper tub",
    hints="take a bath", about="A tub in which one takes a bath, on lion feet or on a plinth.",
    parts="foot, rim, faucet, tap, leg, water, inside", features="water, foot, lion foot",
)  # fmt: skip
def bathtub(drawing: Drawing, brief: Brief) -> None:
    """Draw an oval tub on claw feet where the style has them, with its tap, and water if asked for."""
    width, height, depth = brief.box(1.7, 0.62, 0.78, keeps_shape=True)
    body = china(brief, "bathtub tub body")
    brass = metal(brief, "faucet tap foot leg", "chrome")
    has_feet = brief.has("foot", "lion foot", "leg", default=has(brief, "clawfoot claw lion") or brief.style_name in
        ("steampunk", "victorian", "art deco", "baroque", "rustic", "gothic", "realistic"))  # fmt: skip
    low = 0.11 if has_feet else 0.0
    profile: list[str | float] = [0.5, 0.0, 0.66, 0.03, 0.8, 0.18, 0.88, 0.55, 0.92, 0.88, 1.0, 0.96, 1.0, 1.0]
    tub: dict[str, Any] = {"fill": 0.78, "content_material": "water"} if brief.has("water", "foam") else {}
    drawing.add(
        "vessel", (width, height - low, depth), (0, low, 0), profile=profile, wall=0.045, name="bathtub", **body, **tub
    )
    rim = body if "rim" not in brief.part_materials | brief.part_colors else brief.of("rim", "accent")
    drawing.add(
        "rounded_ring", (width * 1.02, 0.042, depth * 1.02), (0, height - 0.034, 0), section=0.12, name="rim", **rim
    )
    if has_feet:
        for x in (-1.0, 1.0):
            for z in (-1.0, 1.0):
                _claw(drawing, brief, x * width * 0.27, z * depth * 0.25)
    else:
        drawing.add("post", (width * 0.56, 0.05, depth * 0.56), edge=0.1, name="plinth", **body)
    x = -width * 0.5 + 0.04
    drawing.add("box", (0.06, 0.03, 0.22), (x, height - 0.012, 0), radius_m=0.01, name="tap_base", **brass)
    wire(
        drawing,
        "faucet",
        [
            (x, height, 0),
            (x, height + 0.16, 0),
            (x + 0.05, height + 0.21, 0),
            (x + 0.14, height + 0.2, 0),
            (x + 0.16, height + 0.15, 0),
        ],
        0.026,
        brass,
    )
    for z in (-0.08, 0.08):
        strut(drawing, "tap", (x, height, z), (x, height + 0.05, z), 0.022, brass)
        strut(drawing, "tap_cross", (x, height + 0.055, z - 0.035), (x, height + 0.055, z + 0.035), 0.014, brass)


def _claw(drawing: Drawing, brief: Brief, x: float, z: float) -> None:
    """Draw a lion's foot under a tub."""
    brass = metal(brief, "foot leg claw", "chrome")
    out = 1.0 if z > 0 else -1.0
    bones = [limb((x, 0.17, z * 0.9), 0.036, (x, 0.1, z + out * 0.045), 0.03), limb((x, 0.1, z + out * 0.045),
        0.028, (x, 0.035, z + out * 0.03), 0.022),
             limb((x - 0.02, 0.0225, z + out * 0.03), 0.021, (x - 0.026, 0.017, z + out * 0.07), 0.017),
             limb((x, 0.0225, z + out * 0.03), 0.021, (x, 0.017, z + out * 0.078), 0.017),
             limb((x + 0.02, 0.0225, z + out * 0.03), 0.021, (x + 0.026, 0.017, z + out * 0.07), 0.017)]  # fmt: skip
    blend(drawing, "foot", bones, brass, soft=0.012)


@archetype(
    "toilet", "object", "sanitary",
    "toilet, wc, water closet, loo, lavatory, toilet bowl, toilet seat, bidet, flush toilet, klo, toilette, inodoro, "
    "urinal, "
    "porcelain toilet, smart toilet, latrine seat",
    about="A toilet: a china bowl with a seat, a lid and a cistern.", parts="seat, lid, cistern, tank, bowl, button, "
        "handle",
)  # fmt: skip
def toilet(drawing: Drawing, brief: Brief) -> None:
    """Draw a toilet with its lid up, a cistern behind; high on a pipe with a chain in older styles; or a bidet."""
    body = usual(brief, "bowl toilet cistern tank body", *_CHINA.get(brief.style_name, ("ceramic_white", "")))
    body = (
        body
        if brief.style_name != "japanese" or brief.materials
        else Finish(material="ceramic_white", color=body["color"])
    )
    steel = metal(brief, "button handle pipe", "chrome")
    blend(drawing, "base", [limb((0, 0.04, -0.12), 0.13, (0, 0.06, 0.1), 0.115, (0.9, 1.0, 1.0)), limb((0, 0.2,
        -0.1), 0.14, (0, 0.24, 0.06), 0.14, (0.95, 1.0, 1.0))],
          body, soft=0.05, sole=0.1915)  # fmt: skip
    drawing.add("vessel", (0.37, 0.26, 0.47), (0, 0.13, 0.06), wall=0.16, name="bowl", **body,
                profile=[0.4, 0.0, 0.6, 0.1, 0.86, 0.5, 0.97, 0.86, 1.0, 0.94, 1.0, 1.0], fill=0.42,
                    content_material="water")  # fmt: skip
    drawing.add("box", (0.34, 0.17, 0.22), (0, 0.215, -0.19), radius_m=0.03, name="shelf", **body)
    if has(brief, "bidet"):
        wire(drawing, "faucet", [(0, 0.38, -0.2), (0, 0.46, -0.2), (0, 0.48, -0.15), (0, 0.45, -0.1)], 0.024, steel)
        return
    seat = brief.of(
        "seat lid",
        "wood" if brief.style_name in ("rustic", "steampunk", "victorian", "gothic", "baroque") else body["material"],
    )
    seat = seat if seat["color"] or seat["material"] != body["material"] else body
    drawing.add("rounded_ring", (0.39, 0.026, 0.49), (0, 0.383, 0.06), section=0.3, name="seat", **seat)
    drawing.add("cut_shape", (0.38, 0.44, 0.022), (0, 0.395, -0.165), turn=(-7, 0, 0), is_smooth=True, name="lid",
                outline=[-0.7, 0.0, 0.7, 0.0, 1.0, 0.42, 0.72, 0.86, 0.0, 1.0, -0.72, 0.86, -1.0, 0.42],
                    **seat)  # fmt: skip
    for x in (-0.09, 0.09):
        drawing.add("box", (0.03, 0.03, 0.03), (x, 0.38, -0.165), radius_m=0.008, name="hinge", **steel)
    if brief.style_name in ("steampunk", "victorian", "gothic") or has(brief, "chain"):
        strut(drawing, "pipe", (0, 0.36, -0.25), (0, 1.5, -0.25), 0.045, steel)
        drawing.add(
            "box",
            (0.46, 0.3, 0.2),
            (0, 1.48, -0.25),
            radius_m=0.012,
            name="cistern",
            **brief.of("cistern tank", "wood"),
        )
        strut(drawing, "chain", (0.18, 1.0, -0.18), (0.18, 1.5, -0.18), 0.01, steel)
        drawing.add(
            "turning",
            (0.035, 0.1, 0.035),
            (0.18, 0.91, -0.18),
            name="pull",
            profile=[0.3, 0.0, 1.0, 0.2, 0.7, 0.6, 0.4, 1.0],
            **brief.of("handle", "wood"),
        )
        return
    drawing.add("box", (0.4, 0.4, 0.17), (0, 0.378, -0.265), radius_m=0.03, name="cistern", **body)
    drawing.add("box", (0.42, 0.035, 0.19), (0, 0.77, -0.265), radius_m=0.012, name="cistern_lid", **body)
    drawing.add("button", (0.055, 0.014, 0.055), (0, 0.802, -0.265), name="flush", **steel)


@archetype(
    "washbasin", "object", "sanitary",
    "sink, washbasin, wash basin, basin, bathroom sink, pedestal sink, kitchen sink, bathroom vanity, "
    "washstand, "
    "waschbecken, lavabo, lavamanos, vessel sink, farmhouse sink, wash stand, handbasin, vanity unit",
    hints="wash hands", about="A basin with a tap in which one washes one's hands, on a pedestal or a cabinet.",
    parts="basin, bowl, faucet, tap, pedestal, cabinet, counter, top, mirror, door", features="mirror, cabinet, "
        "pedestal",
)  # fmt: skip
def washbasin(drawing: Drawing, brief: Brief) -> None:
    """Draw a basin on a pedestal, or on a cabinet with a top, with its tap."""
    body, steel = china(brief, "basin bowl sink washbasin"), metal(brief, "faucet tap", "chrome")
    is_cabinet = has(brief, "vanity cabinet kitchen washstand vessel") or brief.style_name in ("modern",
        "minimalist", "scandinavian", "contemporary",
        "japanese", "mid century")  # fmt: skip
    if is_cabinet and not has(brief, "pedestal"):
        front = brief.of("cabinet door", "wood")
        drawing.add("cabinet", (0.9, 0.78, 0.48), doors=2, plinth_m=0.08, name="cabinet", handle=brief.style.handle,
            front=brief.style.front,
                    handles_material=brief.style.metal, **front)  # fmt: skip
        drawing.add(
            "box",
            (0.94, 0.035, 0.52),
            (0, 0.778, 0.01),
            radius_m=0.005,
            name="counter",
            **brief.of("counter top", "stone"),
        )
        drawing.add(
            "vessel",
            (0.44, 0.14, 0.36),
            (0, 0.812, 0.04),
            wall=0.06,
            name="basin",
            profile=[0.6, 0.0, 0.75, 0.06, 0.93, 0.5, 1.0, 1.0],
            **body,
        )
        drawing.add("faucet", (0.1, 0.34, 0.2), (0, 0.812, -0.12), name="faucet", **steel)
        return
    spin(
        drawing,
        "pedestal",
        [(0.15, 0.0), (0.155, 0.03), (0.11, 0.07), (0.085, 0.25), (0.085, 0.5), (0.12, 0.68), (0.13, 0.7)],
        body,
        is_flowing=True,
    )
    drawing.add("vessel", (0.6, 0.2, 0.48), (0, 0.66, 0.02), wall=0.07, name="basin", **body,
                profile=[0.3, 0.0, 0.6, 0.1, 0.88, 0.5, 0.95, 0.84, 1.0, 0.9, 1.0, 1.0])  # fmt: skip
    drawing.add("box", (0.36, 0.07, 0.1), (0, 0.795, -0.2), radius_m=0.02, name="ledge", **body)
    drawing.add("faucet", (0.1, 0.24, 0.17), (0, 0.86, -0.14), name="faucet", **steel)
    for x in (-0.1, 0.1):
        drawing.add("button", (0.035, 0.05, 0.035), (x, 0.862, -0.19), name="tap", **steel)


@archetype(
    "shower", "object", "sanitary",
    "shower, shower cabin, shower cubicle, shower stall, shower enclosure, walk in shower, dusche, douche, ducha, "
    "rain shower, shower head",
    about="A shower: a tray, glass walls, a riser with its head and a mixer.", parts="tray, glass, screen, head, "
        "riser, mixer, frame, tile, wall",
)  # fmt: skip
def shower(drawing: Drawing, brief: Brief) -> None:
    """Draw a shower with a tiled back wall, glass to the right and in front, riser, rain head and mixer."""
    width, height, depth = brief.box(1.0, 2.15, 1.0)
    steel = metal(brief, "head riser mixer frame shower", "chrome", is_main=True)
    _tray_and_wall(drawing, brief, width, height, depth)
    _screens(drawing, brief, width, height, depth, steel)
    back = -depth / 2 + 0.05
    _riser(drawing, height, steel, back)
    _hand_shower(drawing, steel, back)


def _tray_and_wall(drawing: Drawing, brief: Brief, width: float, height: float, depth: float) -> None:
    """Draw the tray with its floor, and the tiled wall behind."""
    tray = brief.of(
        "tray", {"industrial": "concrete", "rustic": "slate", "modern": "slate"}.get(brief.style_name, "ceramic_white")
    )
    drawing.add("open_box", (width, 0.1, depth), wall_m=0.05, corner_m=0.04, name="tray", **tray)
    drawing.add("box", (width * 0.88, 0.03, depth * 0.88), (0, 0.0, 0), radius_m=0.01, name="floor", **tray)
    tile = brief.of("tile wall", {"industrial": "brick_white", "rustic": "tile_terracotta",
        "steampunk": "tile_blue", "art deco": "marble_green",
        "contemporary": "travertine", "japanese": "cedar", "gothic": "slate",
        "bauhaus": "tile_blue"}.get(brief.style_name, "tile_white"))  # fmt: skip
    drawing.add(
        "box", (width, height - 0.095, 0.05), (0, 0.095, -depth / 2 + 0.025), radius_m=0.002, name="wall", **tile
    )


def _screens(drawing: Drawing, brief: Brief, width: float, height: float, depth: float, steel: Finish) -> None:
    """Draw panes to the right and in front in their frame."""
    glass = brief.of("door glass screen", "glass_clear")
    drawing.add(
        "box",
        (0.01, height - 0.3, depth - 0.08),
        (width / 2 - 0.025, 0.095, 0.02),
        radius_m=0.001,
        name="screen",
        **glass,
    )
    drawing.add(
        "box",
        (width * 0.48, height - 0.3, 0.01),
        (width * 0.25 - 0.02, 0.095, depth / 2 - 0.025),
        radius_m=0.001,
        name="screen",
        **glass,
    )
    for x, z in (
        (width / 2 - 0.025, depth / 2 - 0.025),
        (0.02, depth / 2 - 0.025),
        (width / 2 - 0.025, -depth / 2 + 0.055),
    ):
        drawing.add("box", (0.026, height - 0.28, 0.026), (x, 0.095, z), radius_m=0.003, name="frame", **steel)
    drawing.add(
        "box",
        (width * 0.5, 0.026, 0.026),
        (width * 0.25 - 0.01, height - 0.22, depth / 2 - 0.025),
        radius_m=0.003,
        name="frame",
        **steel,
    )
    drawing.add(
        "box",
        (0.026, 0.026, depth - 0.07),
        (width / 2 - 0.025, height - 0.22, 0.01),
        radius_m=0.003,
        name="frame",
        **steel,
    )


def _riser(drawing: Drawing, height: float, steel: Finish, back: float) -> None:
    """Draw the riser to the rain head, and the mixer it comes out of."""
    wire(
        drawing,
        "riser",
        [
            (0, 1.0, back + 0.045),
            (0, height - 0.12, back + 0.045),
            (0, height - 0.06, back + 0.1),
            (0, height - 0.06, back + 0.32),
            (0, height - 0.11, back + 0.37),
        ],
        0.024,
        steel,
    )
    drawing.add("disc", (0.26, 0.018, 0.26), (0, height - 0.13, back + 0.37), name="shower_head", **steel)
    drawing.add("box", (0.3, 0.055, 0.075), (0, 0.98, back + 0.034), radius_m=0.02, name="mixer", **steel)
    for y in (1.25, height - 0.3):
        drawing.add("box", (0.03, 0.03, 0.06), (0, y, back + 0.025), radius_m=0.005, name="bracket", **steel)


def _hand_shower(drawing: Drawing, steel: Finish, back: float) -> None:
    """Draw the hand shower in its holder, and the hose."""
    strut(drawing, "hand_shower", (0.09, 1.32, back + 0.05), (0.09, 1.52, back + 0.1), 0.024, steel)
    drawing.add("disc", (0.09, 0.022, 0.09), (0.09, 1.505, back + 0.115), turn=(70, 0, 0), name="hand_head", **steel)
    drawing.add("box", (0.1, 0.03, 0.03), (0.05, 1.36, back + 0.05), radius_m=0.006, name="holder", **steel)
    wire(
        drawing,
        "hose",
        [
            (0.1, 0.99, back + 0.05),
            (0.13, 0.75, back + 0.08),
            (0.2, 0.75, back + 0.1),
            (0.15, 1.1, back + 0.08),
            (0.09, 1.34, back + 0.055),
        ],
        0.014,
        steel,
    )
