"""Ships and submarines; front to +z."""

from typing import Any

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.great_ships import carrier, ferry
from engine.archetypes.vehicles.sailing import square_rigger
from engine.archetypes.vehicles.shared import (
    Line,
    Shares,
    bright,
    glass_of,
    lying,
    part_of,
    side_shape,
    tubes,
    twins,
)

_STEEL = Finish(material="steel_brushed", color="")
_WHITE = Finish(material="paint_white", color="")
_CRATES = ("paint_red", "paint_blue", "leaf_green", "paint_white", "copper", "steel_brushed")


@archetype(
    "ship", "vehicle", "boat",
    "ship, cargo ship, container ship, freighter, cruise ship, ocean liner, liner, ferry, steamship, steamer, "
    "steamboat, paddle steamer, warship, battleship, destroyer, navy ship, aircraft carrier, tanker ship, oil "
    "tanker, icebreaker, vessel, schiff, navire, barco, titanic",
    hints="sea, ocean, captain, port, voyage",
    about="A large vessel of steel with decks, a bridge and funnels that carries people or goods across the ocean.",
    parts="hull, deck, funnel, bridge, container, bottom, mast, lifeboat, gun, cargo, superstructure",
    features="container, funnel, helipad, crane, lifeboat",
)  # fmt: skip
def ship(drawing: Drawing, brief: Brief) -> None:
    """Draw a ship on keel blocks: a liner with funnels, a freighter with containers, a warship with turrets."""
    known = brief.words | brief.modifiers | brief.features
    if brief.counts.get("mast", 0) > 1 or known & {"sail", "sails", "wooden"}:
        square_rigger(drawing, brief)
        return
    kind = (
        "cargo" if known & {"cargo", "container", "freighter", "tanker"} else "war" if known & {"warship",
        "battleship", "destroyer", "navy"} else "carrier" if "carrier" in known else "ferry" if "ferry" in known else
        "liner"
    )  # fmt: skip
    if kind == "liner" and brief.style_name in ("industrial", "modern") and not known & {"cruise", "liner", "ferry"}:
        kind = "cargo"
    k = brief.box(20.0, 34.0, 120.0, keeps_shape=True)[2] / 120.0
    by_kind = {"war": "steel_brushed", "carrier": "steel_brushed", "ferry": "paint_white"}
    by_style = {"steampunk": "bronze_aged", "art deco": "paint_black", "minimalist": "paint_white"}
    role = by_kind.get(kind) or by_style.get(brief.style_name) or brief.choose("paint_black", "paint_blue")
    paint = brief.of("hull body ship", role, is_main=True)
    deck, hull = brief.of("deck", "oak" if kind == "liner" else "steel_brushed"), 13.0 * k
    drawing.add(
        "hull", (18.0 * k, hull, 120.0 * k), form="ship", cockpit=[0, 0, 0], waterline=0.34, **part_of("deck", deck),
        **part_of("bottom", brief.of("bottom", "paint_red")), **part_of("strake", _WHITE), **paint,
    )  # fmt: skip
    for z in (-36.0, -12.0, 12.0, 34.0):
        drawing.add(
            "box", (10 * k, 0.9 * k, 3 * k), (0, 0, z * k), name="keel_block", **brief.of("cradle block", "oak")
        )
    {"cargo": _freighter, "war": _warship, "liner": _liner, "carrier": carrier, "ferry": ferry}[kind](
        drawing, brief, k, hull
    )
    drawing.add(
        "propeller", (5 * k, 5 * k, 1.4 * k), (0, 0.6 * k, -59.0 * k), turn=(0, 180, 0), blades=4,
        material="brass_polished",
    )  # fmt: skip
    side_shape(
        drawing, [(-57.5 * k, 0.5 * k), (-57.5 * k, 7.5 * k), (-61.5 * k, 7.5 * k), (-61.0 * k, 0.5 * k)], 0.7 * k,
        "rudder", paint,
    )  # fmt: skip
    lying(drawing, "rod", 0.9 * k, 9 * k, (0, 3.1 * k, -55.0 * k), "shaft", _STEEL)
    for side in (1.0, -1.0):
        drawing.add(
            "box", (0.5 * k, 2.6 * k, 1.8 * k), (side * 4.6 * k, hull * 0.62, 49 * k), name="anchor",
            material="iron_black",
        )  # fmt: skip


def _deckhouse(
    drawing: Drawing,
    k: float,
    y: float,
    size: tuple[float, float, float],
    z: float,
    windows: int,
    paint: Finish,
    glass: Any,
) -> float:
    """Draw a storey with a row of windows and a deck's edge above; return its top."""
    width, tall, length = (value * k for value in size)
    row: Shares = [
        value for step in range(windows) for value in (-0.92 + 1.84 * (step + 0.5) / windows, 0.55, 0.5 / windows, 0.42)
    ]
    drawing.add(
        "streamlined", (width, tall, length), (0, y, z * k), name="superstructure", along=[-1, -0.98, 0.8, 0.95, 1],
        half=[0.96, 1, 1, 0.9, 0.7], low=[0, 0, 0, 0, 0], high=[1, 1, 1, 1, 1], square=12.0, windows=row,
        screens=[0.55, 0.42, 0.7, 0.93], **glass, **paint,
    )  # fmt: skip
    drawing.add(
        "box", (width + 0.9 * k, 0.3 * k, length + 0.9 * k), (0, y + tall - 0.16 * k, z * k), name="deck_edge", **paint
    )
    return y + tall


def _liner(drawing: Drawing, brief: Brief, k: float, hull: float) -> None:
    """Draw decks in steps, a bridge, raked funnels, lifeboats in davits and masts."""
    paint, glass, y = brief.of("superstructure cabin", "paint_white"), glass_of(brief), hull * 0.72
    for wide, long, at, count in (
        (15.0, 84.0, -3.0, 26),
        (14.0, 72.0, -4.0, 22),
        (12.5, 58.0, -4.0, 18),
        (10.0, 40.0, -2.0, 12),
    ):
        y = _deckhouse(drawing, k, y, (wide, 3.0, long), at, count, paint, glass)
    top = _deckhouse(drawing, k, y, (13.0, 2.6, 7), 16, 3, paint, glass)
    color = brief.of("funnel", "paint_red" if brief.style_name != "steampunk" else "copper", is_accent=True)
    for step in range(brief.count("funnel", 2, least=1, most=4)):
        z = (6 - 11 * step) * k
        drawing.add(
            "streamlined", (3.6 * k, 5.4 * k, 8.0 * k), (0, y + 0.5 * k, z), turn=(-82, 0, 0), name="funnel",
            along=[-1, 1], half=[1, 0.9], low=[0, 0.06], high=[1, 0.94], square=2.0, **color,
        )  # fmt: skip
        drawing.add(
            "streamlined", (3.7 * k, 5.5 * k, 1.3 * k), (0, y + 4.2 * k, z - 0.96 * k), turn=(-82, 0, 0),
            name="funnel_top", along=[-1, 1], half=[1, 0.96], low=[0, 0.03], high=[1, 0.97], square=2.0,
            material="paint_black",
        )  # fmt: skip
    for side in (1.0, -1.0):
        for step in range(6):
            z = (24 - 9 * step) * k
            drawing.add(
                "hull", (1.9 * k, 1.6 * k, 5.2 * k), (side * 7.1 * k, hull * 0.72 + 6.3 * k, z), name="lifeboat",
                form="row", cockpit=[0, 0, 0], material="paint_red", **part_of("deck", _WHITE),
            )  # fmt: skip
            drawing.add(
                "box", (1.6 * k, 0.5 * k, 1.0 * k), (side * 6.6 * k, hull * 0.72 + 5.95 * k, z), name="davit", **paint
            )
    tubes(
        drawing, [[(0, hull * 0.7, 44 * k), (0, 27 * k, 43 * k)], [(0, top - 0.5 * k, 15 * k), (0, 32 * k, 14 * k)],
        [(-2 * k, 29 * k, 14.4 * k), (2 * k, 29 * k, 14.4 * k)]], 0.4 * k, "mast", bright(brief, "mast"),
    )  # fmt: skip
    _ship_rails(drawing, brief, k, hull)


def _ship_rails(drawing: Drawing, brief: Brief, k: float, hull: float) -> None:
    path = [(8.2, 0.77, 38.0), (6.0, 0.87, 46.0), (3.0, 0.95, 54.0), (0.4, 1.0, 59.2)]
    points = [(x * k * 0.97, y * hull + 1.1 * k, z * k) for x, y, z in path]
    posts: list[Line] = [
        [(x * k * 0.97, y * hull - 0.8 * k, z * k), (x * k * 0.97, y * hull + 1.1 * k, z * k)] for x, y, z in path
    ]
    tubes(drawing, twins([points, *posts]), 0.2 * k, "rail", brief.of("rail", "paint_white"))


def _freighter(drawing: Drawing, brief: Brief, k: float, hull: float) -> None:
    """Draw stacks of containers, the bridge aft with wings, a funnel and a crane."""
    base, y = hull * 0.72, hull * 0.72
    drawing.add("box", (14 * k, 0.9 * k, 74 * k), (0, base, 6 * k), name="hatch", **_STEEL)
    rows = 7
    for row in range(rows):
        z = (37 - 10.4 * row) * k
        for x in (-5.2, -2.6, 0.0, 2.6, 5.2):
            if row == 0 and abs(x) > 4:
                continue
            stack = 2 + int(brief.random.integers(0, 3))
            for level in range(stack):
                color = _CRATES[int(brief.random.integers(0, len(_CRATES)))]
                drawing.add(
                    "box", (2.5 * k, 2.62 * k, 9.8 * k), (x * k, base + (0.86 + 2.6 * level) * k, z), name="container",
                    radius_m=0.08 * k, **brief.of("container cargo", color),
                )  # fmt: skip
    paint, glass, z = brief.of("superstructure bridge", "paint_white"), glass_of(brief), -44.0
    for count in range(5):
        y = _deckhouse(drawing, k, y, (14.0 - count * 0.6, 3.0, 11 - count * 0.5), z, 4, paint, glass)
    y = _deckhouse(drawing, k, y, (17.4, 2.8, 6), z + 1, 3, paint, glass)
    drawing.add(
        "box", (4 * k, 7 * k, 4.6 * k), (0, base + 11 * k, -51.5 * k), name="funnel", radius_m=0.8 * k,
        **brief.of("funnel", "paint_red", is_accent=True),
    )  # fmt: skip
    drawing.add("box", (5 * k, 12 * k, 5 * k), (0, base, -51.5 * k), name="casing", radius_m=0.3 * k, **paint)
    tubes(
        drawing, [[(0, y - 0.4 * k, z * k), (0, y + 5 * k, z * k)], [(-2 * k, y + 3.4 * k, z * k), (2 * k, y + 3.4 * k,
        z * k)], [(0, hull * 0.75, 49 * k), (0, hull + 9 * k, 49 * k)]], 0.45 * k, "mast", _STEEL,
    )  # fmt: skip
    _ship_rails(drawing, brief, k, hull)


def _warship(drawing: Drawing, brief: Brief, k: float, hull: float) -> None:
    """Draw gun turrets fore and aft, a stepped tower with radar, and a raked funnel."""
    grey, glass, base = brief.of("superstructure", "steel_brushed"), glass_of(brief), hull * 0.72
    y = base
    for wide, tall, long, at, count in (
        (12, 4, 52, -4, 10),
        (10, 3.4, 26, 4, 6),
        (8, 3.4, 14, 8, 4),
        (9, 2.8, 8, 9, 3),
    ):
        y = _deckhouse(drawing, k, y, (wide, tall, long), at, count, grey, glass)
    for z, rise, turn in ((40.0, 0.0, 0), (29.5, 2.4, 0), (-41.0, 0.0, 180), (-32.0, 2.4, 180)):
        way = 1 if turn == 0 else -1
        low = base + rise * k
        drawing.add("disc", (7.4 * k, rise * k + 1.6 * k, 7.4 * k), (0, base - 0.3 * k, z * k), name="barbette", **grey)
        shape = [
            (z + way * 4.2, low / k + 1.0), (z + way * 3.0, low / k + 3.6), (z - way * 4.0, low / k + 3.9),
            (z - way * 4.4, low / k + 1.0),
        ]  # fmt: skip
        side_shape(drawing, [(a * k, b * k) for a, b in shape], 6.4 * k, "turret", grey, edge=0.5 * k)
        for x in (-1.7, 0.0, 1.7):
            tubes(
                drawing, [[(x * k, low + 2.3 * k, (z + way * 2.5) * k), (x * k, low + 3.2 * k, (z + way * 12.5) * k)]],
                0.62 * k, "gun", Finish(material="iron_black", color=""),
            )  # fmt: skip
    drawing.add(
        "streamlined", (4 * k, 6 * k, 8 * k), (0, base + 6.6 * k, -8 * k), turn=(-78, 0, 0), name="funnel", along=[-1,
        1], half=[1, 0.9], low=[0, 0.05], high=[1, 0.95], square=2.0, **grey,
    )  # fmt: skip
    tubes(
        drawing, [[(0, y - 0.5 * k, 8 * k), (0, 33 * k, 7 * k)], [(-3 * k, 28 * k, 7.4 * k), (3 * k, 28 * k,
        7.4 * k)]], 0.5 * k, "mast", grey,
    )  # fmt: skip
    drawing.add("box", (4 * k, 1.8 * k, 0.5 * k), (0, 29.6 * k, 7.4 * k), name="radar", **_STEEL)
    _ship_rails(drawing, brief, k, hull)
