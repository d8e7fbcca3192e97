"""Wheels whose axle lies along x, centred on the origin, outer face to +x; and casters."""

import numpy as np

from engine.parts.detail import Detail
from engine.parts.profiles import Outline, annulus, arc, bar, circle, polygon, standing
from engine.parts.solids import Solid, block, cylinder, moved, ring_of, rod, rounded_box, turned, union
from engine.parts.turning import disc, hoop, lathe, torus

RIM_SHARE = 0.68


def _on_axle(solid: Solid, width: float) -> Solid:
    """Return what was made standing on y = 0 so that its axis lies along x, centred."""
    return turned(moved(solid, y=-width / 2), z=-90.0)


def tyre(
    radius: float, width: float, detail: Detail, *, rim_share: float = RIM_SHARE, is_chunky: bool = False
) -> Solid:
    """Return a tyre with shoulders, side walls and tread grooves."""
    inner = radius * rim_share
    shoulder = min((radius - inner) * 0.42, width * 0.3)
    low = arc(shoulder, -90.0, 0.0, detail.bevel + 1, (radius - shoulder, shoulder))
    high = arc(shoulder, 0.0, 90.0, detail.bevel + 1, (radius - shoulder, width - shoulder))
    bead = width * 0.12
    profile = np.vstack(
        [
            [(inner, bead), (inner + (radius - inner) * 0.35, 0.0)],
            low,
            high,
            [(inner + (radius - inner) * 0.35, width), (inner, width - bead)],
        ]
    )
    body = lathe(profile, detail.around(72))
    if detail.has_small_things:
        body = body - (_lugs(radius, width, detail) if is_chunky else _grooves(radius, width, detail))
    return _on_axle(body, width)


def _grooves(radius: float, width: float, detail: Detail) -> Solid:
    cut = width * 0.035
    rings = [
        moved(hoop(radius * 1.05, radius * 0.972, cut, detail.around(72)), y=width * at - cut / 2)
        for at in (0.34, 0.5, 0.66)
    ]
    sipe = moved(turned(block(radius * 0.06, width * 0.16, radius * 0.014), x=24.0), x=radius)
    count = max(18, detail.along(36))
    return union([*rings, ring_of(moved(sipe, y=width * 0.1), count), ring_of(moved(sipe, y=width * 0.74), count)])


def _lugs(radius: float, width: float, detail: Detail) -> Solid:
    notch = moved(turned(block(radius * 0.13, width * 0.42, radius * 0.05), x=-18.0), x=radius)
    count = max(14, detail.along(24))
    return union(
        [
            ring_of(moved(notch, y=-width * 0.02), count),
            ring_of(moved(turned(notch, x=0.0), y=width * 0.6), count, first_deg=180.0 / count),
        ]
    )


def rim(radius: float, width: float, spokes: int, detail: Detail, *, style: str = "spoke") -> Solid:
    """Return a rim with spokes (`spoke`, `split`, `wire`, `steel` or `wood`) that fills a tyre's hole."""
    segments = detail.around(72)
    outer = radius * 1.006
    barrel = hoop(outer, radius * 0.9, width * 0.88, segments, edge=radius * 0.02)
    parts = [
        moved(barrel, y=width * 0.06),
        moved(hoop(outer * 1.02, radius * 0.88, width * 0.07, segments), y=width * 0.89),
    ]
    face = {"wire": _wire_spokes, "steel": _steel_face, "wood": _wood_spokes}.get(style)
    parts.append(face(radius, width, spokes, detail) if face else _cast_face(radius, width, spokes, detail, style))
    parts.append(moved(disc(radius * 0.2, width * 0.24, segments, edge=radius * 0.03), y=width * 0.72))
    parts.append(moved(disc(radius * 0.45, width * 0.2, segments, edge=radius * 0.02), y=width * 0.2))
    parts.append(cylinder(radius * 0.16, width * 0.8, 24))
    return _on_axle(union(parts), width)


def _cast_face(radius: float, width: float, spokes: int, detail: Detail, style: str) -> Solid:
    plan = circle(radius * 0.3, detail.around(40)) + annulus(radius * 0.97, radius * 0.86, detail.around(72))
    for step in range(spokes):
        angle = 360.0 * step / spokes
        if style == "split":
            plan = plan + bar((0, 0), (radius * 0.93, radius * 0.13), radius * 0.16, radius * 0.09).rotate(angle)
            plan = plan + bar((0, 0), (radius * 0.93, -radius * 0.13), radius * 0.16, radius * 0.09).rotate(angle)
        else:
            plan = plan + bar((0, 0), (radius * 0.93, 0), radius * 0.24, radius * 0.17).rotate(angle)
    plan = eased_inside(plan, radius * 0.03)
    if detail.has_small_things:
        for step in range(5):
            plan = plan - circle(radius * 0.035, 16).translate((radius * 0.22, 0)).rotate(72.0 * step + 36)
    return moved(standing(plan, width * 0.16), y=width * 0.74)


def eased_inside(outline: Outline, radius: float) -> Outline:
    """Return the outline with its inward corners filled round."""
    return outline.offset(radius).offset(-radius)


def _steel_face(radius: float, width: float, spokes: int, detail: Detail) -> Solid:
    plan = circle(radius * 0.95, detail.around(64))
    for step in range(max(spokes, 6)):
        plan = plan - circle(radius * 0.11, 20).translate((radius * 0.66, 0)).rotate(360.0 * step / max(spokes, 6))
    return moved(standing(plan, width * 0.1), y=width * 0.6)


def _wire_spokes(radius: float, width: float, spokes: int, detail: Detail) -> Solid:
    wires = []
    for step in range(max(spokes * 3, 24)):
        lean = 14.0 if step % 2 else -14.0
        wire = moved(rod(radius * 0.016, radius * 0.86, 6, axis="x"), x=radius * 0.52)
        wires.append(
            turned(
                moved(turned(wire, y=lean), y=width * (0.62 if step % 4 < 2 else 0.42)),
                y=360.0 * step / max(spokes * 3, 24),
            )
        )
    return union([*wires, moved(torus(radius * 0.93, width * 0.14, detail.around(64)), y=width * 0.5)])


def _wood_spokes(radius: float, width: float, spokes: int, detail: Detail) -> Solid:
    spoke = moved(
        turned(cylinder(radius * 0.06, radius * 0.84, detail.around(14), top=radius * 0.045), z=-90.0), x=radius * 0.1
    )
    return union(
        [
            moved(ring_of(spoke, max(spokes, 8)), y=width * 0.5),
            moved(disc(radius * 0.2, width * 0.9, 32), y=width * 0.05),
        ]
    )


def caster(height: float, detail: Detail) -> tuple[Solid, Solid]:
    """Return a twin-wheel caster standing on y = 0 with its stem in the middle: the wheels, and the hood with stem."""
    radius = height * 0.36
    width = height * 0.2
    wheel = _on_axle(disc(radius, width, detail.around(28), edge=radius * 0.18, steps=detail.bevel), width)
    wheels = moved(union([moved(wheel, x=side * width * 0.78) for side in (-1.0, 1.0)]), y=radius, z=radius * 0.5)
    hood_plan = polygon(np.vstack([arc(radius * 1.12, -20.0, 200.0, detail.along(16)), [(0, -radius * 0.1)]]))
    hood = hood_plan.extrude(width * 0.5).translate((0, 0, -width * 0.25)).rotate((0.0, 90.0, 0.0))
    axle = rod(radius * 0.25, width * 2.2, 12)
    stem = cylinder(height * 0.075, height * 0.62, 16)
    shell = union(
        [
            moved(hood, y=radius, z=radius * 0.5),
            moved(axle, y=radius, z=radius * 0.5),
            moved(stem, y=height * 0.38),
            moved(rounded_box(width * 0.9, height * 0.16, radius * 0.9, height * 0.03), y=height * 0.62),
        ]
    )
    return wheels, shell
