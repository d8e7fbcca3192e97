"""Stools, benches, ottomans, chaises longues and hammocks; the front is +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import corner_legs, lean_leg, leg_style, path_of, same_as, soft_and_hard
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_LONG_M = 2.6  # a bench that is longer stands on legs within, too


@archetype(
    "stool", "furniture", "chair",
    "stool, bar stool, barstool, footstool, counter stool, milking stool, piano stool, step stool, hocker, tabouret, "
    "taburete, "
    "breakfast stool, saddle stool, kitchen stool, tuffet, backless seat, drum stool, drum throne, "
    "vanity stool",
    about="A seat for one without back or arms, low for a workshop or high for a bar or kitchen counter.",
    parts="ring, footrest, rung",
    features="swivel, backrest",
)  # fmt: skip
def stool(drawing: Drawing, brief: Brief) -> None:
    """Draw a stool: on splayed legs with a foot ring, on three legs, or on a column; with a low back where asked."""
    is_high = bool(brief.words & {"bar", "counter", "high", "barstool"})
    width, height, _ = brief.box(0.38, 0.74 if is_high else 0.46, 0.38)
    wood = brief.of("seat stool body", "wood", is_main=True)
    legs = brief.of("leg frame base", wood["material"] if brief.style.leg != "hairpin" else "metal", is_accent=True)
    turns = is_high and brief.style_name in ("modern", "futuristic", "art deco")
    is_swivel = brief.has("swivel", "piano", default=turns)
    thick = 0.06 if is_swivel or brief.has("cushion", "upholstered", "padded") else 0.04
    if thick > 0.05:
        cover = brief.of("seat cushion upholstery", "fabric")
        drawing.add("disc", (width, thick, width), (0, height - thick, 0), edge=0.45, name="seat", **cover)
        drawing.add("disc", (width * 0.9, 0.03, width * 0.9), (0, height - thick - 0.02, 0), name="seat_board", **wood)
    else:
        drawing.add("table_top", (width, thick, width), (0, height - thick, 0), shape="round", name="seat", **wood)
    if is_swivel:
        _column(drawing, brief, width, height - thick - 0.008, is_high=is_high)
    else:
        _splayed(drawing, brief, width, height - thick + 0.012, legs, is_high=is_high)
    if brief.has("backrest", "back"):
        path: list[str | float] = [-0.95, -1, 0.9, -1, 0.4, 0, -0.75, 1, -1, 0.75, 1, -1, 1, 0.4, 0, 0.95, -1, 0.9]
        size, at = (width * 0.95, 0.26 if is_high else 0.22, 0.14), (0, height - thick * 0.7, -width * 0.37)
        drawing.add("bent_bar", size, at, path=path, thickness_m=0.022, radius_m=0.08, name="back", **legs)


def _column(drawing: Drawing, brief: Brief, width: float, tall: float, *, is_high: bool) -> None:
    metal = brief.of("leg base frame column", "metal", is_accent=True)
    foot: list[str | float] = [1.0, 0, 1.0, 0.012, 0.85, 0.03, 0.22, 0.06, 0.14, 0.1, 0.12, 0.55, 0.2, 0.57, 0.2, 1.0]
    drawing.add(
        "turning", (width * 1.1, tall + 0.01, width * 1.1), profile=foot, is_flowing=False, name="base", **metal
    )
    if is_high:
        ring = width * 0.8
        drawing.add("torus", (ring, 0.02, ring), (0, tall * 0.4, 0), name="foot_ring", **metal)
        drawing.add("post", (0.014, ring - 0.01, 0.014), (0, tall * 0.4 + 0.01 - ring / 2 + 0.005, 0), turn=(90, 0, 0),
                    name="ring_arm", **metal)  # fmt: skip


def _splayed(drawing: Drawing, brief: Brief, width: float, tall: float, legs: Finish, *, is_high: bool) -> None:
    thick = 0.037 * brief.style.heft**0.6
    rake, spread = width * (0.16 if is_high else 0.12), width * 0.28
    style = brief.style.leg if brief.style.leg in ("turned", "square", "tapered", "stepped") else "round"
    count = 3 if brief.words & {"milking"} else brief.count("leg", 4, least=3, most=4)
    if count == 3:
        for x, z in ((0.0, 1.0), (-0.87, -0.5), (0.87, -0.5)):
            at = (x * spread * 1.2, 0, z * spread * 1.2)
            lean_leg(drawing, legs, (thick, tall, thick), at, (x * rake * 1.2, z * rake * 1.2), style=style)
        return
    corner_legs(drawing, brief, legs, (spread, spread), tall, thick, style=style, rake=(rake, rake))
    level = 0.3
    out = spread + rake * (1 - level)
    if style in ("square", "tapered", "stepped"):
        for turn in (0.0, 90.0):
            for side in (1.0, -1.0):
                place = (0.0, tall * level, side * out) if not turn else (side * out, tall * level, 0.0)
                drawing.add("box", (2 * out, 0.024, 0.018), place, turn=(0, turn, 0), name="rung", **legs)
        return
    ring = 2 * out * 2**0.5 + 0.012
    drawing.add("torus", (ring, 0.018, ring), (0, tall * level, 0), name="foot_ring", **legs)


@archetype(
    "bench", "furniture", "chair",
    "bench, park bench, garden bench, hall bench, entryway bench, bench seat, pew, church pew, church bench, "
    "picnic bench, parkbank, sitzbank",
    hints="sit outside",
    about="A long seat for several people, with a slatted back in parks and gardens, or plain in a hall or at a table.",
    parts="slat, arm, back, plank",
    features="backrest, slatted, storage",
)  # fmt: skip
def bench(drawing: Drawing, brief: Brief) -> None:
    """Draw a park bench with slats and cast sides, a pew, or a plain bench for a hall or a table."""
    is_pew = bool(brief.words & {"pew", "church"})
    is_outside = bool(brief.words & {"park", "garden", "outdoor", "street"}) or brief.has("backrest", "back", "armrest")
    if is_outside or is_pew:
        width, height, depth = brief.box(1.6, 0.86 if not is_pew else 0.95, 0.6, grows=True)
        (_pew if is_pew else _park_bench)(drawing, brief, width, height, depth)
        return
    width, height, depth = brief.box(max(1.2, 0.5 * min(brief.counts.get("person", 0), 8)), 0.46, 0.36, grows=True)
    wood = brief.of("bench seat top body", "wood", is_main=True)
    legs = brief.of("leg frame base", "metal" if brief.style.leg == "hairpin" else wood["material"], is_accent=True)
    thick = 0.042 * brief.style.heft
    under = height - thick
    drawing.add(
        "table_top", (width, thick, depth), (0, under, 0), corner_m=0.02 * brief.style.edge, name="seat", **wood
    )
    if brief.style_name in ("rustic", "industrial", "japanese"):
        _slab_ends(drawing, width, depth, under, legs)
    else:
        spread = (width / 2 - 0.11, depth / 2 - 0.07)
        corner_legs(drawing, brief, legs, spread, under + 0.002, 0.05, rake=(0.03, 0.02), style=_bench_leg(brief))
        if width > _LONG_M:
            inner = (spread[0] / 3, spread[1])
            corner_legs(drawing, brief, legs, inner, under + 0.002, 0.05, rake=(0.0, 0.02), style=_bench_leg(brief))
        drawing.add("box", (spread[0] * 2, 0.05, 0.02), (0, under - 0.048, 0), name="apron", **legs)
        for side in (1.0, -1.0):
            drawing.add("box", (0.03, 0.05, spread[1] * 2), (side * spread[0], under - 0.048, 0), name="apron", **legs)
    is_soft = brief.style_name in ("art deco", "steampunk", "contemporary")
    if brief.has("cushion", "upholstered", "padded", default=is_soft):
        cover = brief.of("cushion upholstery", "fabric")
        finish = {"steampunk": "tufted", "art deco": "channelled"}.get(brief.style_name, "plain")
        drawing.add(
            "cushion", (width * 0.98, 0.075, depth * 0.97), (0, height - 0.002, 0), finish=finish, crown=0.35, **cover
        )


def _bench_leg(brief: Brief) -> str:
    return leg_style(brief, "tapered")


def _slab_ends(drawing: Drawing, width: float, depth: float, under: float, legs: Finish) -> None:
    """Draw two boards as legs and the rail that is wedged through them."""
    for side in (1.0, -1.0):
        at = (side * (width / 2 - 0.14), 0, 0)
        drawing.add("box", (0.045, under + 0.002, depth * 0.86), at, radius_m=0.006, name="leg", **legs)
    drawing.add("box", (width - 0.14, 0.075, 0.04), (0, under * 0.4, 0), radius_m=0.006, name="rail", **legs)


def _park_bench(drawing: Drawing, brief: Brief, width: float, height: float, depth: float) -> None:
    """Draw slats on two cast sides, each a curved leg, arm and back in one."""
    wood = brief.of("bench slat seat back plank body", "wood", is_main=True)
    iron = brief.of("frame leg arm armrest side", "iron_black", is_accent=True)
    seat_y, thick = 0.43 * height / 0.86, 0.035
    for side in (1.0, -1.0):
        x = side * (width / 2 - 0.09)
        back: list[str | float] = [0, -1, -0.75, 0, -0.35, -0.42, 0, 0.05, -0.5, 0, 1, -1]
        front: list[str | float] = [
            0,
            -1,
            0.9,
            0,
            -0.55,
            0.62,
            0,
            -0.06,
            0.72,
            0,
            0.42,
            0.95,
            0,
            0.5,
            0.6,
            0,
            0.46,
            -0.6,
        ]
        for path, name in ((back, "side"), (front, "arm")):
            drawing.add("bent_bar", (thick, height, depth), (x, 0, 0), path=path, is_smooth=True, thickness_m=thick,
                        bar_m=0.045, name=name, **iron)  # fmt: skip
        for z in (-0.36, 0.43):
            drawing.add("box", (0.07, 0.03, 0.1), (x, 0, z * depth), radius_m=0.008, name="foot", **iron)
        rail: list[str | float] = [0, 0.4, 1, 0, -0.6, 0.1, 0, -0.2, -1]
        drawing.add("bent_bar", (thick, 0.06, depth * 0.72), (x, seat_y - 0.055, 0.02), path=rail, is_smooth=True,
                    thickness_m=thick, name="side_rail", **iron)  # fmt: skip
    count = brief.count("slat", 5, least=3, most=9)
    for step in range(count):
        z = depth * (0.33 - 0.56 * step / (count - 1))
        drawing.add("box", (width, 0.026, depth * 0.44 / count + 0.03),
                    (0, seat_y - 0.03 + 0.006 * abs(step - 2), z), radius_m=0.006, name="slat", **wood)  # fmt: skip
    for step in range(3):
        y = seat_y + 0.14 + step * 0.115
        share = y / height * 2 - 1
        z = depth / 2 * (-0.5 - 0.5 * max(0.0, (share - 0.05) / 0.95)) + 0.022
        drawing.add("box", (width, 0.085, 0.024), (0, y, z), turn=(-14, 0, 0), radius_m=0.006, name="back_slat", **wood)


def _pew(drawing: Drawing, brief: Brief, width: float, height: float, depth: float) -> None:
    """Draw a pew between two shaped ends, with a panelled back and a shelf for books."""
    wood = brief.of("bench pew seat back body", "wood", is_main=True)
    for side in (1.0, -1.0):
        x = side * (width / 2 - 0.022)
        end = drawing.add(
            "box", (0.045, height, depth * 0.5), (x, 0, -depth * 0.22), radius_m=0.012, name="end", **wood
        )
        drawing.add(
            "box", (0.045, height * 0.68, depth * 0.62), (x, 0, depth * 0.14), radius_m=0.04, name="end", **wood
        )
        dress(drawing, brief, end, "right" if side > 0 else "left")
    drawing.add("box", (width - 0.05, 0.035, depth * 0.72), (0, 0.42, 0.05), radius_m=0.01, name="seat", **wood)
    panel = (width - 0.05, height - 0.12, 0.03)
    drawing.add("front", panel, (0, 0.1, -depth * 0.3), style="raised", turn=(-5, 0, 0), name="back", **wood)
    drawing.add(
        "box", (width - 0.05, 0.03, 0.12), (0, height - 0.055, -depth * 0.36), name="ledge", radius_m=0.008, **wood
    )


@archetype(
    "ottoman", "furniture", "chair",
    "ottoman, pouf, pouffe, footrest, hassock, foot stool, bean bag, beanbag, "
    "floor cushion",
    about="A low padded seat without a back, to put the feet up on in front of an armchair, often round.",
    parts="button, leg",
    features="tufted",
)  # fmt: skip
def ottoman(drawing: Drawing, brief: Brief) -> None:
    """Draw an ottoman: a padded box on short legs, or a round pouf of gores."""
    is_round = brief.has("round", "circular", default=bool(brief.words & {"pouf", "pouffe", "bean", "beanbag"}))
    width, height, depth = brief.box(0.58, 0.42, 0.58 if is_round else 0.5)
    cover, legs = soft_and_hard(brief, "ottoman cushion seat upholstery body", "leg base frame foot")
    if is_round:
        shape: list[str | float] = [0.7, 0, 0.93, 0.12, 1.0, 0.45, 0.95, 0.75, 0.7, 0.95, 0.25, 1.0]
        drawing.add("turning", (width, height, width), profile=shape, name="body", **cover)
        for level, ring in ((0.16, width * 0.95), (0.8, width * 0.925)):
            drawing.add("torus", (ring, 0.016, ring), (0, height * level, 0), name="piping", **cover)
        drawing.add("button", (0.05, 0.02, 0.05), (0, height - 0.008, 0), **cover)
        return
    corner_legs(drawing, brief, legs, (width / 2 - 0.06, depth / 2 - 0.06), 0.12, 0.04,
                style=leg_style(brief, "tapered"))  # fmt: skip
    body = drawing.add(
        "box", (width - 0.01, height - 0.25, depth - 0.01), (0, 0.115, 0), radius_m=0.02, name="body", **cover
    )
    finish = "tufted" if brief.has("tufted", default=brief.style_name in ("steampunk", "realistic")) else "plain"
    drawing.add("cushion", (width, 0.16, depth), (0, height - 0.16, 0), finish=finish, crown=0.35, **cover)
    dress(drawing, brief, body, "front", "left", "right")


@archetype(
    "chaise longue", "furniture", "sofa",
    "chaise longue, chaise lounge, daybed, day bed, fainting couch, chaise, lounger, sun lounger, sunbed",
    about="A long couch to lie on with a raised head rest at one end.",
    parts="bolster, leg",
    features="tufted",
)  # fmt: skip
def chaise_longue(drawing: Drawing, brief: Brief) -> None:
    """Draw a couch along x whose head rest is at −x, with a bolster."""
    width, height, depth = brief.box(1.75, 0.8, 0.68)
    cover, wood = soft_and_hard(brief, "chaise cushion upholstery seat body", "leg frame base foot")
    seat_y, foot = 0.44 * height / 0.8, 0.2
    style = leg_style(brief, "tapered")
    corner_legs(drawing, brief, wood, (width / 2 - 0.1, depth / 2 - 0.07), foot + 0.01, 0.05, style=style)
    base = drawing.add("box", (width, 0.09, depth), (0, foot, 0), radius_m=0.015, name="frame", **wood)
    dress(drawing, brief, base, "front")
    finish = "tufted" if brief.has("tufted", default=brief.style_name in ("steampunk", "art deco")) else "channelled"
    drawing.add("cushion", (width - 0.02, seat_y - foot - 0.07, depth - 0.01), (0, foot + 0.085, 0), finish=finish,
                crown=0.2, name="seat_cushion", **cover)  # fmt: skip
    rest = (width * 0.4, height - seat_y + 0.05, depth - 0.03)
    drawing.add("chaise_back", rest, (-width * 0.31, seat_y - 0.055, 0), name="back", **cover)
    pillow = same_as(brief, "bolster pillow", cover)
    at = (-width * 0.33, height - 0.17, 0)
    drawing.add("bolster", (depth * 0.86, 0.16, 0.16), at, turn=(0, 90, 0), **pillow)


@archetype(
    "hammock", "furniture", "bed",
    "hammock, hängematte, hamac, hamaca, "
    "hanging bed, swing bed",
    about="A cloth bed that hangs between two posts or trees and swings, in gardens and on beaches.",
    parts="rope, post, cloth",
)  # fmt: skip
def hammock(drawing: Drawing, brief: Brief) -> None:
    """Draw a hammock in its own stand: a curved beam on two cross feet."""
    width, height, depth = brief.box(3.0, 1.2, 0.95)
    wood = brief.of("stand frame post base", "wood", is_accent=True)
    cloth = brief.of("hammock cloth fabric body", "fabric", is_main=True)
    beam = path_of("-1 1 0, -.86 .1 0, -.55 -.7 0, 0 -.92 0, .55 -.7 0, .86 .1 0, 1 1 0")
    drawing.add("bent_bar", (width, height, 0.09), path=beam, is_smooth=True, thickness_m=0.07, bar_m=0.09,
                name="stand", **wood)  # fmt: skip
    for side in (1.0, -1.0):
        drawing.add("box", (0.1, 0.13, depth), (side * width * 0.24, 0, 0), radius_m=0.012, name="foot", **wood)
        at = (side * width * 0.405, height - 0.23, 0)
        for z in (-1, 0, 1):
            drawing.add("bent_bar", (width * 0.16, 0.17, depth * 0.18), at, path=path_of(f"{-side} -1 {z}, {side} 1 0"),
                        thickness_m=0.012, name="rope", **brief.of("rope", "paper"))  # fmt: skip
    drawing.add(
        "hammock_cloth", (width * 0.66, height * 0.55, depth), (0, height * 0.45 - 0.21, 0), name="cloth", **cloth
    )
