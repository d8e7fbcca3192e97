"""Trains on their track; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import (
    Shares,
    glass_of,
    paint_of,
    part_of,
)
from engine.archetypes.vehicles.steam import steam_engine
from engine.archetypes.vehicles.undercarriage import bogie, ends, pantograph, row
from engine.parts.repeats import many

_IRON = Finish(material="iron_black", color="")


_STEEL = Finish(material="steel_brushed", color="")


@archetype(
    "train", "vehicle", "rail",
    "train, locomotive, steam train, steam locomotive, steam engine, high speed train, bullet train, railway, "
    "railcar, express train, freight train, commuter train, subway, subway train, metro, metro train, tube train, "
    "underground train, diesel locomotive, zug, eisenbahn, lokomotive, tren, railway carriage, train carriage, rail "
    "wagon, monorail",
    hints="rail, station, railroad",
    about="A vehicle of an engine and carriages that runs on rails and carries passengers or goods between stations.",
    parts="locomotive, carriage, wagon, boiler, chimney, funnel, cab, rail, sleeper, stripe, coupling, tender",
    features="smoke, carriage, cowcatcher, pantograph",
)  # fmt: skip
def train(drawing: Drawing, brief: Brief) -> None:
    """Draw a train on its track: a steam engine with tender and carriage, or an electric one."""
    known = brief.words | brief.modifiers | brief.features
    is_steam = bool(known & {"steam", "old", "vintage", "locomotive", "western"}) or brief.style_name in (
        "steampunk", "rustic", "art deco",
    )  # fmt: skip
    if "diesel" in known or known & {"bullet", "express", "metro", "subway", "commuter", "modern"}:
        is_steam = False
    count = brief.count("carriage", brief.count("wagon", 1), most=6)
    engine = 8.4 if is_steam else 15.0
    car = 9.0 if is_steam else 14.0
    length = brief.box(3.0, 4.0, engine + count * (car + 0.5), keeps_shape=True)[2]
    k = length / (engine + count * (car + 0.5))
    front = length / 2
    paint = brief.of(
        "body paint train locomotive boiler", {"steampunk": "bronze_aged"}.get(brief.style_name, "paint_black")
        if is_steam else paint_of(brief, "paint_white", "paint_red", "paint_blue"), is_main=True,
    )  # fmt: skip
    rail_top = _track(drawing, brief, length, k)
    if is_steam:
        steam_engine(drawing, brief, paint, rail_top, front - engine * k / 2, k)
    else:
        _coach(drawing, brief, paint, rail_top, front - engine * k / 2, engine * k, k, is_engine=True)
    coat = brief.of("carriage wagon coach", "paint_red" if is_steam else paint["material"], is_accent=is_steam)
    coat = coat if is_steam or coat["color"] else paint
    for step in range(count):
        z = front - (engine + 0.5 + step * (car + 0.5) + car / 2) * k
        _coach(drawing, brief, coat, rail_top, z, car * k, k, is_engine=False, is_last=step == count - 1)
        drawing.add(
            "box", (0.3 * k, 0.3 * k, 1.0 * k), (0, rail_top + 0.75 * k, z + (car / 2 + 0.25) * k), name="coupling",
            **_IRON,
        )  # fmt: skip


def _track(drawing: Drawing, brief: Brief, length: float, k: float) -> float:
    """Draw sleepers and two rails; return the height of the rails' heads."""
    count = many(length / (0.75 * k), least=4)
    for step in range(count):
        z = ((step + 0.5) / count - 0.5) * length
        drawing.add("box", (2.5 * k, 0.16 * k, 0.26 * k), (0, 0, z), name="sleeper", **brief.of("sleeper", "oak"))
    for x in (-0.75, 0.75):
        drawing.add("box", (0.14 * k, 0.03 * k, length), (x * k, 0.15 * k, 0), name="rail_foot", **_STEEL)
        drawing.add("box", (0.07 * k, 0.16 * k, length), (x * k, 0.15 * k, 0), name="rail", **_STEEL)
    return 0.31 * k


def _coach(
    drawing: Drawing,
    brief: Brief,
    paint: Finish,
    y: float,
    z: float,
    length: float,
    k: float,
    *,
    is_engine: bool,
    is_last: bool = False,
) -> None:
    """Draw a carriage with windows, doors and bogies; an engine has a nose, a windscreen and lamps."""
    is_fast = is_engine and bool(
        (brief.words | brief.modifiers) & {"bullet", "express", "speed", "high"}
        or brief.style_name in ("futuristic", "modern")
    )
    nose, low, tall = (0.42 if is_fast else 0.12) if is_engine else 0.02, y + 0.72 * k, 3.0 * k
    stop = 1 - nose - 0.04
    count = many(length / (1.7 * k) * (stop + 0.9) / 1.9, least=4)
    doors: Shares = [-0.82, 0.95 * k / length, 0.04, 0.84, stop - 0.12, 0.95 * k / length, 0.04, 0.84]
    shape = ends(nose, 0.02, 0.72 if is_fast else (0.22 if is_engine else 0.0))
    screens: Shares = []
    if is_engine:
        screens = [0.62, 0.26, 0.66, 1 - nose * 0.72] if is_fast else [0.64, 0.34, 0.8, 0.9]
    drawing.add(
        "streamlined", (2.9 * k, tall, length), (0, low, z), name="locomotive" if is_engine else "carriage",
        windows=row(-0.72, stop - 0.22, count, 0.62, 0.3), screens=screens, is_split=is_engine and not is_fast,
        doors=doors, stripes=[0.34, 0.4], seats=[-0.6 + step * 0.2 for step in range(6)], seat_m=0.5 * k, lamps=[0.6
        if not is_fast else 0.42, 0.26 if not is_fast else 0.17, 0.1 if not is_fast else 0.06] if is_engine else [],
        lamps_wide=1.4, tail_lamps=[0.7, 0.3, 0.07] if is_last else [], **shape, **part_of("stripe", brief.of("stripe",
        "paint_red" if paint["material"] != "paint_red" else "paint_white", is_accent=True)), **glass_of(brief),
        **paint
    )  # fmt: skip
    for share in (-0.33, 0.33 - nose * 0.3):
        bogie(drawing, y, z + share * length, k)
        drawing.add("box", (1.2 * k, 0.5 * k, 1.0 * k), (0, y + 0.5 * k, z + share * length), name="pivot", **_IRON)
    drawing.add(
        "box", (2.2 * k, 0.5 * k, length * 0.26), (0, y + 0.3 * k, z), name="equipment", radius_m=0.05 * k, **_IRON
    )
    for share in (-0.22, 0.12):
        drawing.add(
            "box", (1.6 * k, 0.26 * k, length * 0.16), (0, low + tall - 0.1 * k, z + share * length), name="roof_unit",
            radius_m=0.08 * k, material="steel_brushed",
        )  # fmt: skip
    if is_engine:
        pantograph(drawing, low + tall, z - 0.05 * length, k)
