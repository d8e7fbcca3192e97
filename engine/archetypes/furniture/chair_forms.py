"""Chairs that are not framed of posts and rails: tubes, shells, tubs, upholstery, sheet metal, thrones."""

from collections.abc import Callable
from dataclasses import dataclass

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import corner_legs, same_as, soft_and_hard
from engine.archetypes.ornament import dress


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a chair is put together: its sheet, its box and the height of its seat."""

    drawing: Drawing
    brief: Brief
    width: float
    height: float
    depth: float
    seat_y: float

    @property
    def thick(self) -> float:
        """Return the thickness of legs and posts."""
        return 0.037 * self.brief.style.heft * self.width / 0.46


def _cantilever(seat: Seat) -> None:
    """Draw a chair on one bent tube that runs along the floor and springs up in front."""
    cover, tube = soft_and_hard(
        seat.brief, "seat back upholstery cushion chair", "frame leg base", "leather_black", "chrome"
    )
    width, depth, thick = seat.width, seat.depth, 0.025
    d, seat_y, top = depth, seat.seat_y, seat.height
    low, up = -1.0, 2 * (seat_y - 0.03) / (top * 0.97) - 1
    sides = [(1, 1, -0.98), (1, up, -0.72), (1, up, 1), (1, low, 1), (1, low, -1)]
    path: list[str | float] = [v for x, y, z in sides for v in (-x, y, z)]
    path += [v for x, y, z in reversed(sides) for v in (x, y, z)]
    seat.drawing.add(
        "bent_bar", (width, top * 0.97, d), path=path, thickness_m=thick, radius_m=0.09, name="frame", **tube
    )
    inner = width - 2 * thick
    seat.drawing.add(
        "cushion", (inner + 0.03, 0.055, d * 0.8), (0, seat_y - 0.05, d * 0.08), name="seat", crown=0.15, **cover
    )
    seat.drawing.add(
        "backrest", (inner + 0.03, (top - seat_y) * 0.62, 0.05), (0, seat_y + (top - seat_y) * 0.38, -d * 0.47),
        turn=(-8, 0, 0), curve_m=0.012, name="back", **cover,
    )  # fmt: skip
    if seat.brief.has("armrest", "arms", "arm"):
        _tube_arms(seat, tube, width, d)


def _tube_arms(seat: Seat, tube: Finish, width: float, depth: float) -> None:
    for side in (1.0, -1.0):
        path: list[str | float] = [0, 1, -1, 0, 1, 1, 0, -1, 1]
        x = side * (width / 2 - 0.004)
        seat.drawing.add(
            "bent_bar", (0.022, 0.23, depth * 0.88), (x, seat.seat_y - 0.03, depth * 0.0), path=path, thickness_m=0.022,
            radius_m=0.06, name="arm", **tube,
        )  # fmt: skip
        size = (0.045, 0.024, depth * 0.5)
        seat.drawing.add(
            "box", size, (x, seat.seat_y + 0.185, 0.0), radius_m=0.01, name="armrest", material="paint_black"
        )


def _tulip(seat: Seat) -> None:
    """Draw a moulded shell on a trumpet foot, with a seat pad."""
    brief, height, seat_y = seat.brief, seat.height, seat.seat_y
    body = brief.of("chair shell body base leg back frame", "body", is_main=True)
    pad = brief.of("cushion seat upholstery", "fabric", is_accent=True)
    foot: list[str | float] = [1.0, 0, 1.0, 0.015, 0.8, 0.045, 0.3, 0.14, 0.13, 0.35, 0.1, 0.6, 0.16, 0.85, 0.42, 0.98]
    drawing = seat.drawing
    drawing.add(
        "turning", (seat.width, seat_y, seat.width), profile=foot, name="base", **same_as(brief, "base leg", body)
    )
    size = (seat.width * 1.08, height - seat_y + 0.03, seat.depth)
    drawing.add("seat_shell", size, (0, seat_y - 0.03, -0.01), form="tulip", thickness_m=0.016, name="back", **body)
    drawing.add("disc", (0.31, 0.04, 0.31), (0, seat_y - 0.008, 0.05), name="seat", edge=0.45, **pad)
    if brief.style_name in ("futuristic", "cyberpunk"):
        ring = seat.width * 0.9
        drawing.add("torus", (ring, 0.012, ring), (0, 0.012, 0), name="light_ring", material="screen_emissive")


def _bucket(seat: Seat, form: str = "bucket") -> None:
    """Draw an upholstered shell, or a moulded plywood one, on four raked legs."""
    brief, drawing, seat_y = seat.brief, seat.drawing, seat.seat_y
    is_wood = form == "plywood"
    if is_wood:
        shell = brief.of("chair shell seat back body", "wood", is_main=True)
        legs = brief.of("leg frame base", brief.style.wood, is_accent=True)
    else:
        shell, legs = soft_and_hard(brief, "seat back upholstery shell cushion chair", "leg frame base")
    thick = 0.012 if is_wood else 0.04
    size = (seat.width, seat.height - seat_y + 0.05, seat.depth * 0.98)
    drawing.add("seat_shell", size, (0, seat_y - 0.05, 0), form=form, thickness_m=thick, name="back", **shell)
    if not is_wood:
        drawing.add(
            "cushion",
            (seat.width * 0.72, 0.055, seat.depth * 0.7),
            (0, seat_y - 0.022, 0.06),
            name="seat",
            crown=0.4,
            **shell,
        )
    spread = (seat.width * 0.3, seat.depth * 0.27)
    bars = (spread[0] * 2 + 0.03, 0.03, spread[1] * 2 + 0.03)
    drawing.add("rail_frame", bars, (0, seat_y - 0.065, 0), board_m=0.022, name="frame", **legs)
    style = "round" if brief.style.leg not in ("turned", "square", "hairpin") else brief.style.leg
    corner_legs(drawing, brief, legs, spread, seat_y - 0.04, 0.036, style=style, rake=(0.07, 0.06))


def _barrel(seat: Seat) -> None:
    """Draw a tub chair: a rounded back of upright channels around a cushion, on short gilded legs."""
    brief, drawing, seat_y = seat.brief, seat.drawing, seat.seat_y
    cover, trim = soft_and_hard(brief, "seat back upholstery cushion chair", "leg base frame trim", hard_role="metal")
    legs_y = 0.26
    corner_legs(drawing, brief, trim, (seat.width * 0.36, seat.depth * 0.34), legs_y + 0.01, 0.038, style="tapered")
    drum = (seat.width * 0.94, seat_y - legs_y - 0.02, seat.depth * 0.96)
    drawing.add("tub_base", drum, (0, legs_y, 0), name="seat_base", **cover)
    drawing.add("tub_base", (drum[0] * 1.02, 0.022, drum[2] * 1.02), (0, legs_y + 0.004, 0), name="band", **trim)
    drawing.add(
        "cushion",
        (seat.width * 0.8, 0.09, seat.depth * 0.84),
        (0, seat_y - 0.045, 0.03),
        name="seat",
        crown=0.25,
        **cover,
    )
    size = (seat.width, seat.height - legs_y - 0.03, seat.depth)
    drawing.add(
        "tub_back", size, (0, legs_y + 0.03, 0), name="back", flutes=brief.count("channel", 13, least=5), **cover
    )


def _parsons(seat: Seat) -> None:
    """Draw a fully upholstered chair: thick seat, tall padded back, straight legs."""
    brief, drawing, seat_y = seat.brief, seat.drawing, seat.seat_y
    cover, wood = soft_and_hard(brief, "seat back upholstery cushion chair", "leg frame base")
    tufted = brief.has("tufted", "buttoned", default=brief.style_name in ("steampunk", "victorian", "baroque"))
    finish = "tufted" if tufted else "channelled" if brief.style_name == "art deco" else "plain"
    box = (seat.width, 0.11, seat.depth * 0.94)
    drawing.add("box", box, (0, seat_y - 0.15, 0.01), radius_m=0.02, name="seat_base", **cover)
    drawing.add(
        "cushion", (seat.width, 0.07, seat.depth * 0.9), (0, seat_y - 0.05, 0.02), name="seat", crown=0.35, **cover
    )
    back = (seat.width, seat.height - seat_y + 0.15, 0.085)
    drawing.add("backrest", back, (0, seat_y - 0.15, -seat.depth / 2 + 0.02), turn=(-6, 0, 0), finish=finish,
                curve_m=0.015, name="back", **cover)  # fmt: skip
    if brief.has("armrest", "arms", "arm", "carver"):
        for side in (-1, 1):
            drawing.add("box", (0.075, 0.31, seat.depth * 0.86), (side * (seat.width / 2 + 0.02), seat_y - 0.1, 0.0),
                        radius_m=0.025, name="armrest", **cover)  # fmt: skip
    spread = (seat.width / 2 - 0.035, seat.depth / 2 - 0.05)
    style = brief.style.leg if brief.style.leg != "hairpin" else "tapered"
    corner_legs(drawing, brief, wood, spread, seat_y - 0.14, 0.04, style=style, rake=(0.012, 0.018))


def _metal(seat: Seat) -> None:
    """Draw a pressed steel café chair: sheet seat, splayed legs, bent back with one splat."""
    brief, drawing, seat_y = seat.brief, seat.drawing, seat.seat_y
    iron = brief.of("chair frame body back leg", "metal", is_main=True)
    width, depth = seat.width, seat.depth
    seat_size = (width * 0.88, 0.03, depth * 0.82)
    drawing.add(
        "table_top", seat_size, (0, seat_y - 0.03, 0.02), corner_m=0.07, name="seat", **same_as(brief, "seat", iron)
    )
    spread = (width * 0.36, depth * 0.32)
    corner_legs(drawing, brief, same_as(brief, "leg", iron), spread, seat_y - 0.008, 0.044, style="tapered",
                rake=(width * 0.1, depth * 0.12))  # fmt: skip
    rail = (width * 0.8, 0.05, depth * 0.73)
    drawing.add("rail_frame", rail, (0, seat_y - 0.07, 0.01), board_m=0.012, name="apron", **iron)
    y, out, deep = seat_y * 0.42, width * 0.4, depth * 0.38
    for turn in (1.0, -1.0):
        path: list[str | float] = [-turn, -1, -1, 0, 1, 0, turn, -1, 1]
        drawing.add("bent_bar", (out * 2, 0.06, deep * 2 + 0.03), (0, y, 0), path=path, is_smooth=True,
                    thickness_m=0.014, name="stretcher", **iron)  # fmt: skip
    tall = seat.height - seat_y + 0.035
    hoop: list[str | float] = [-0.9, -1, 1, -1, 0.35, -0.4, -0.86, 1, -1, 0.86, 1, -1, 1, 0.35, -0.4, 0.9, -1, 1]
    at = (0, seat_y - 0.035, -depth * 0.42)
    drawing.add("bent_bar", (width * 0.86, tall, 0.12), at, path=hoop, thickness_m=0.022, radius_m=0.12,
                name="back_hoop", **iron)  # fmt: skip
    splat: list[str | float] = [0, -1, 1, 0, -0.2, 0.1, 0, 1, -1]
    drawing.add("bent_bar", (0.1, tall - 0.02, 0.1), at, path=splat, is_smooth=True, thickness_m=0.007, bar_m=0.1,
                name="back", **iron)  # fmt: skip


def _steam(seat: Seat) -> None:
    """Draw a riveted chair of turned metal with tufted leather, a cog in its crest."""
    brief, drawing, seat_y, width = seat.brief, seat.drawing, seat.seat_y, seat.width
    metal = brief.of("chair frame body leg", "metal", is_main=not brief.materials or not _is_soft_only(brief))
    cover = brief.of("cushion seat upholstery", "fabric", is_accent=True)
    thick, depth = 0.042, seat.depth
    spread = (width / 2 - thick / 2, depth / 2 - thick / 2)
    corner_legs(drawing, brief, metal, spread, seat_y - 0.06, thick, style="turned")
    apron = drawing.add("rail_frame", (width, 0.07, depth), (0, seat_y - 0.07, 0), board_m=0.04, name="apron", **metal)
    dress(drawing, brief, apron, "front", "left", "right")
    drawing.add("board", (width - 0.02, 0.02, depth - 0.02), (0, seat_y - 0.025, 0), name="seat_board", **metal)
    drawing.add("cushion", (width * 0.97, 0.07, depth * 0.95), (0, seat_y - 0.01, 0.005), name="seat", finish="tufted",
                crown=0.4, **cover)  # fmt: skip
    tall = seat.height - seat_y
    drawing.add("chair_back", (width, tall - 0.06, 0.09), (0, seat_y - 0.01, -depth / 2 + 0.01), form="rail", count=3,
                post_m=0.036, bow_m=0.0, name="back", **metal)  # fmt: skip
    drawing.add("backrest", (width * 0.8, tall * 0.72, 0.06), (0, seat_y + tall * 0.1, -depth / 2 + 0.035),
                turn=(-7, 0, 0), finish="tufted", name="cushion", **cover)  # fmt: skip
    accent = brief.of("gear ornament", brief.style.accent)
    drawing.add("gear", (0.15, 0.014, 0.15), (0, seat.height - 0.082, -depth / 2 - 0.022), turn=(83, 0, 0), teeth=18,
                spokes=6, **accent)  # fmt: skip


def _louis(seat: Seat) -> None:
    """Draw a gilded chair of the court: cabriole legs, a deep seat, a padded medallion in a curved back."""
    brief, drawing, seat_y, width, depth = seat.brief, seat.drawing, seat.seat_y, seat.width, seat.depth
    cover, gilt = soft_and_hard(brief, "seat back upholstery cushion chair", "leg frame base", "silk", "gold_aged")
    if cover["material"] == "silk":
        cover["color"] = cover["color"] or "#8a1c38"
    thick = 0.05
    spread = (width / 2 - thick, depth / 2 - thick)
    corner_legs(drawing, brief, gilt, spread, seat_y - 0.075, thick, style="cabriole")
    drawing.add("rail_frame", (width, 0.08, depth), (0, seat_y - 0.085, 0), board_m=0.03, name="apron", **gilt)
    drawing.add("board", (width - 0.03, 0.02, depth - 0.03), (0, seat_y - 0.028, 0), name="seat_board", **gilt)
    size = (width * 0.94, 0.1, depth * 0.93)
    drawing.add("cushion", size, (0, seat_y - 0.015, 0.005), name="seat", crown=0.5, **cover)
    tall, z = seat.height - seat_y + 0.02, -depth / 2 + 0.005
    drawing.add("chair_back", (width, tall, 0.09), (0, seat_y - 0.02, z), form="balloon", count=1, post_m=0.046,
                bow_m=0.0, name="back", **gilt)  # fmt: skip
    middle = seat_y + tall * 0.56
    drawing.add("disc", (width * 0.72, 0.075, tall * 0.66), (0, middle - 0.0375, z - 0.022), turn=(82, 0, 0), edge=0.48,
                name="cushion", **cover)  # fmt: skip
    for x, size_m, up in ((0.0, 0.06, 0.0), (-0.055, 0.038, -0.012), (0.055, 0.038, -0.012)):
        at = (x, seat.height - 0.035 + up, z - 0.035)
        drawing.add("ball", (size_m, size_m, 0.035), at, name="crest", **gilt)


def _is_soft_only(brief: Brief) -> bool:
    return brief.materials[0].startswith(("leather", "fabric"))


def _throne(seat: Seat) -> None:
    """Draw a throne: a box of a seat with panels, high back with pinnacles, arms, red and gold."""
    brief, drawing, seat_y, width = seat.brief, seat.drawing, seat.seat_y, seat.width
    wood = brief.of("chair throne frame body leg back", "wood", is_main=True)
    cover = brief.of("cushion seat upholstery", "fabric", is_accent=True)
    gold, depth = brief.of("ornament trim finial", "gold"), seat.depth
    base = drawing.add("box", (width * 0.94, seat_y - 0.1, depth), (0, 0.06, 0), radius_m=0.006, name="base", **wood)
    drawing.add("board", (width * 1.06, 0.065, depth * 1.12), (0, 0, 0), radius_m=0.01, name="step", **wood)
    drawing.add("front", (width * 0.8, seat_y - 0.16, 0.03), (0, 0.09, depth / 2), style="raised", name="panel", **wood)
    drawing.add(
        "cushion", (width * 0.76, 0.1, depth * 0.9), (0, seat_y - 0.045, 0.03), name="seat", crown=0.35, **cover
    )
    tall = seat.height - seat_y + 0.1
    at = (0, seat_y - 0.1, -depth / 2 + 0.05)
    drawing.add(
        "chair_back", (width, tall, 0.09), at, form="gothic", count=4, post_m=0.06, bow_m=0.0, name="back", **wood
    )
    drawing.add("backrest", (width * 0.78, tall * 0.6, 0.06), (0, seat_y + 0.02, -depth / 2 + 0.085), turn=(-2, 0, 0),
                finish="tufted", name="cushion", **cover)  # fmt: skip
    for side in (1.0, -1.0):
        x = side * (width / 2 - 0.035)
        drawing.add("box", (0.07, 0.22, 0.07), (x, seat_y - 0.05, depth / 2 - 0.06), name="arm_post", **wood)
        drawing.add(
            "box", (0.08, 0.045, depth * 0.98), (x, seat_y + 0.165, 0.02), radius_m=0.015, name="armrest", **wood
        )
        drawing.add("ball", (0.085, 0.085, 0.085), (x, seat_y + 0.2, depth / 2 - 0.03), name="finial", **gold)
    dress(drawing, brief, base, "left", "right")


DRAWN: dict[str, Callable[[Seat], None]] = {
    "cantilever": _cantilever, "tulip": _tulip, "bucket": _bucket, "barrel": _barrel, "parsons": _parsons,
    "metal": _metal, "steam": _steam, "louis": _louis, "throne": _throne,
    "plywood": lambda seat: _bucket(seat, "plywood"),
}  # fmt: skip
