"""Makers of the parts of a watch; they lie flat, dial up, twelve o'clock to −z."""

import numpy as np

from engine.makers.base import Made, Piece, Thing, maker
from engine.parts import clockwork
from engine.parts.gears import gear, gear_outline, ratchet_outline
from engine.parts.solids import cylinder, moved, turned, union
from engine.parts.sweeping import spiral
from engine.parts.turning import disc, hoop


@maker("watch_case")
def watch_case(thing: Thing) -> Made:
    """Make the back and middle of a case; `is_fluted` beads its flank."""
    return thing.main(
        clockwork.case_side(thing.width / 2, thing.height, thing.detail, is_fluted=thing.flag("is_fluted"))
    )


@maker("bezel")
def bezel(thing: Thing) -> Made:
    """Make the ring around the glass; `style` is coin, rivets, stepped or plain."""
    return thing.main(clockwork.bezel(thing.width / 2, thing.height, thing.detail, style=thing.text("style", "coin")))


@maker("crystal")
def crystal(thing: Thing) -> Made:
    """Make a domed watch glass."""
    return thing.main(clockwork.crystal(thing.width / 2, thing.height, thing.detail))


@maker("mainplate")
def mainplate(thing: Thing) -> Made:
    """Make the plate below the train."""
    return thing.main(clockwork.mainplate(thing.width / 2, thing.height, thing.detail))


@maker("dial")
def dial(thing: Thing) -> list[Piece]:
    """Make a dial; `opening` is the share of its radius that is cut out, `numerals` roman, baton or dots."""
    radius, base = thing.width / 2, thing.height * 0.6
    opening = min(thing.number("opening", 0.0), 0.9)
    detail = thing.detail
    if opening > 0.02:
        plate = clockwork.guilloche_ring(radius, radius * opening, base, detail)
    else:
        plate = disc(radius, base, detail.around(96), edge=base * 0.2)
    face = base * (0.7 if opening > 0.02 else 1.0)
    relief = thing.height - face
    room = radius * (1 - max(opening, 0.45))
    marks = clockwork.chapter(radius - room * 0.56, room * 0.52, relief, thing.text("numerals", "roman"))
    pieces = [thing.main(plate), thing.sub("numerals", moved(marks, y=face * 0.98), "paint_black")]
    if detail.has_small_things:
        track = clockwork.minute_track(radius * 0.965, room * 0.17, relief * 0.7)
        pieces.append(thing.sub("track", moved(track, y=face * 0.98), "paint_black"))
    return pieces


@maker("subdial")
def subdial(thing: Thing) -> list[Piece]:
    """Make the small seconds dial with its hand."""
    radius, base = thing.width / 2, thing.height * 0.45
    detail = thing.detail
    track = clockwork.minute_track(radius * 0.93, radius * 0.2, thing.height * 0.15)
    pointer = clockwork.hand(radius * 0.72, radius * 0.1, thing.height * 0.4, "baton", detail)
    pointer = union((moved(pointer, y=thing.height * 0.6), cylinder(radius * 0.05, thing.height * 0.8, 16)))
    return [
        thing.main(hoop(radius, radius * 0.62, base, detail.around(64), edge=base * 0.2)),
        thing.sub("track", moved(track, y=base * 0.95), "paint_black"),
        thing.sub("hand", turned(pointer, y=thing.number("angle_deg", 70.0)), "steel_brushed"),
    ]


@maker("gear", fits=False)
def gear_maker(thing: Thing) -> Made:
    """Make a spur gear whose tip circle fills the box; `teeth`, `spokes`, `bore` (share of the radius), `is_curved`."""
    teeth = max(6, thing.count("teeth", 24, most=200))
    module = thing.width / (teeth + 2)
    outline = gear_outline(teeth, module, flank_steps=max(2, thing.detail.along(4)))
    root = module * (teeth / 2 - 1.25)
    bore = thing.width / 2 * min(max(thing.number("bore", 0.07), 0.02), 0.4)
    solid = gear(
        outline,
        root,
        thing.height,
        thing.detail,
        spokes=thing.count("spokes", 5, most=16),
        bore=bore,
        are_curved=thing.flag("is_curved"),
    )
    return thing.main(solid)


@maker("escape_wheel", fits=False)
def escape_wheel(thing: Thing) -> Made:
    """Make an escape wheel with `teeth` pointed teeth."""
    radius = thing.width / 2
    outline = ratchet_outline(thing.count("teeth", 15, most=60), radius, radius * 0.24)
    return thing.main(gear(outline, radius * 0.74, thing.height, thing.detail, spokes=4, bore=radius * 0.06))


@maker("balance_wheel")
def balance_wheel(thing: Thing) -> list[Piece]:
    """Make a balance with its hairspring."""
    radius, height = thing.width / 2, thing.height
    wheel = clockwork.balance(radius, height * 0.72, thing.detail)
    spring = spiral(radius * 0.1, radius * 0.56, 5.5, radius * 0.022, height * 0.2, thing.detail.along(130))
    return [thing.main(wheel), thing.sub("hairspring", moved(spring, y=height * 0.82), "steel_brushed", "#2b3f8c")]


@maker("bridge")
def bridge(thing: Thing) -> Made:
    """Make a bridge through plan points `path` (x, y pairs as shares of half the box, y away), `band_m` wide."""
    flat = thing.numbers("path") or [-0.8, 0.0, 0.8, 0.0]
    points = [(flat[i] * thing.width / 2, flat[i + 1] * thing.depth / 2) for i in range(0, len(flat) - 1, 2)]
    wide = thing.number("band_m", 0.3 * min(thing.width, thing.depth))
    return thing.main(clockwork.bridge(points, wide, thing.height, thing.detail))


@maker("screw")
def screw(thing: Thing) -> Made:
    """Make a slotted screw head."""
    return thing.main(clockwork.screw(thing.width / 2, thing.height, thing.detail))


@maker("jewel")
def jewel(thing: Thing) -> list[Piece]:
    """Make a ruby bearing in its metal setting."""
    radius, height, segments = thing.width / 2, thing.height, thing.detail.around(24)
    stone = disc(radius * 0.7, height * 0.85, segments, edge=height * 0.35)
    return [
        thing.main(stone),
        thing.sub("setting", hoop(radius, radius * 0.66, height, segments, edge=height * 0.2), "gold"),
    ]


@maker("hand", fits=False)
def hand(thing: Thing) -> Made:
    """Make a hand that points to −z, its pivot in the middle of a box twice as deep as it is long."""
    return thing.main(
        clockwork.hand(thing.depth / 2, thing.width, thing.height, thing.text("style", "spade"), thing.detail)
    )


@maker("crown")
def crown(thing: Thing) -> Made:
    """Make a winding crown along −z."""
    return thing.main(clockwork.crown(thing.width / 2, thing.depth, thing.detail))


@maker("bow")
def bow(thing: Thing) -> Made:
    """Make the ring that the chain hangs from."""
    return thing.main(clockwork.bow(thing.width, thing.depth, thing.height, thing.detail))


@maker("chain")
def chain(thing: Thing) -> Made:
    """Make a chain on the ground through `path` (x, z pairs as shares of half the box), links `pitch_m` apart."""
    flat = thing.numbers("path") or [-0.9, 0.0, 0.0, 0.4, 0.9, 0.0]
    places = [(flat[i] * thing.width / 2, flat[i + 1] * thing.depth / 2) for i in range(0, len(flat) - 1, 2)]
    path = clockwork.ground_curve(places, 24, start_height=thing.number("start_height_m", 0.0))
    length = float(np.sum(np.linalg.norm(np.diff(path, axis=0), axis=1)))
    pitch = max(thing.number("pitch_m", length / 20), length / 150)
    return thing.main(clockwork.chain(path, pitch, pitch * 0.22, thing.detail))


@maker("swivel")
def swivel(thing: Thing) -> Made:
    """Make the bar at the end of a watch chain."""
    return thing.main(clockwork.swivel(thing.width, thing.height * 0.42, thing.detail))
