"""Wagons and skateboards; front to +z."""

import numpy as np

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import Line, bright, lying, paint_of, plan_shape, tubes

_IRON = Finish(material="iron_black", color="")


@archetype(
    "wagon", "vehicle", "machine",
    "wagon, cart, horse cart, hay wagon, covered wagon, handcart, hand cart, pull wagon, ox cart, "
    "trolley, karren, carreta, charrette, radio flyer",
    hints="pull, haul hay, medieval transport",
    about="A vehicle without an engine, with wooden wheels and a bed, pulled by a horse or by hand.",
    parts="wheel, bed, shaft, seat, cover, spoke, drawbar, board",
    features="cover, canvas=cover, hay, barrel",
)  # fmt: skip
def wagon(drawing: Drawing, brief: Brief) -> None:
    """Draw a wagon of boards on spoked wheels with a drawbar; covered, loaded with hay, or a child's pull wagon."""
    known = brief.words | brief.modifiers | brief.features
    is_toy = bool(known & {"pull", "hand", "handcart", "radio", "red", "child", "kid"})
    k = brief.box(1.9, 1.9, 3.8, keeps_shape=True)[2] / 3.8 * (0.36 if is_toy else 1.0)
    wood = brief.of(
        "bed body board wagon", "paint_red" if is_toy else {"industrial": "steel_brushed"}.get(brief.style_name,
        "oak"), is_main=True,
    )  # fmt: skip
    rim = brief.of("wheel spoke", "walnut" if not is_toy else "iron_black", is_accent=True)
    iron = brief.of("metal fitting", "iron_black" if brief.style_name != "steampunk" else "brass_polished")
    for z, size in ((-1.1, 1.3), (1.15, 1.05)):
        for side in (1.0, -1.0):
            drawing.add(
                "wheel", (0.14 * k, size * k, size * k), (side * 0.86 * k, 0, z * k), turn=(0, 0 if side > 0 else 180,
                0), spokes=brief.count("spoke", 12), style="wood", rim_share=0.9, tyre_material=iron["material"], **rim,
            )  # fmt: skip
        lying(drawing, "rod", 0.12 * k, 1.74 * k, (0, size / 2 * k, z * k), "axle", iron, along="x")
        drawing.add("box", (1.1 * k, (0.86 - size / 2) * k, 0.18 * k), (0, size / 2 * k, z * k), name="bolster", **wood)
    low = 0.82 * k
    for step in range(6):
        drawing.add(
            "box", (0.222 * k, 0.06 * k, 3.5 * k), ((step - 2.5) * 0.225 * k, low, 0), name="floor_board", **wood
        )
    for z in (-1.5, 0.0, 1.5):
        drawing.add("box", (1.3 * k, 0.09 * k, 0.12 * k), (0, low - 0.07 * k, z * k), name="cross_beam", **wood)
    for y in (0.06, 0.29, 0.52):
        for side in (1.0, -1.0):
            drawing.add(
                "box", (0.05 * k, 0.21 * k, 3.5 * k), (side * 0.66 * k, low + y * k, 0), name="side_board", **wood
            )
        for z in (-1.72, 1.72):
            drawing.add("box", (1.3 * k, 0.21 * k, 0.05 * k), (0, low + y * k, z * k), name="end_board", **wood)
    for side in (1.0, -1.0):
        for z in (-1.5, -0.5, 0.5, 1.5):
            drawing.add(
                "box", (0.05 * k, 0.8 * k, 0.1 * k), (side * 0.7 * k, low - 0.04 * k, z * k), name="stake", **iron
            )
    tubes(
        drawing, [[(0, 0.5 * k, 1.2 * k), (0, 0.5 * k, 1.8 * k), (0, (0.12 if not is_toy else 1.5) * k, 3.3 * k)],
        [(-0.22 * k, (0.12 if not is_toy else 1.5) * k, 3.3 * k), (0.22 * k, (0.12 if not is_toy else 1.5) * k,
        3.3 * k)]], 0.1 * k, "drawbar", iron if is_toy else wood,
    )  # fmt: skip
    _wagon_load(drawing, brief, known, wood, low, k)


def _wagon_load(drawing: Drawing, brief: Brief, known: frozenset[str], wood: Finish, low: float, k: float) -> None:
    """Draw the driver's bench, and a canvas cover, hay or barrels."""
    if not known & {"pull", "hand", "handcart", "radio"}:
        drawing.add("box", (1.34 * k, 0.06 * k, 0.4 * k), (0, low + 0.9 * k, 1.4 * k), name="seat", **wood)
        for x in (-0.63, 0.63):
            drawing.add(
                "box", (0.06 * k, 0.26 * k, 0.3 * k), (x * k, low + 0.68 * k, 1.4 * k), name="seat_post", **wood
            )
    if "hay" in known:
        drawing.add(
            "ball", (1.5 * k, 1.7 * k, 3.4 * k), (0, low - 0.1 * k, -0.1 * k), name="hay", material="leaf_green",
            color="#cfae4f",
        )  # fmt: skip
    if known & {"cover", "covered", "canvas"}:
        cloth = brief.of("cover canvas", "fabric_grey")
        cloth["color"] = cloth["color"] or ("#e9e1cd" if cloth["material"] == "fabric_grey" else "")
        drawing.add(
            "streamlined", (1.56 * k, 1.5 * k, 2.5 * k), (0, low + 0.6 * k, -0.45 * k), name="cover", along=[-1, -0.9,
            0, 0.9, 1], half=[0.9, 0.97, 0.92, 1, 1], low=[0, 0, 0, 0, 0], high=[0.92, 0.98, 0.92, 1, 1], square=3.6,
            **cloth,
        )  # fmt: skip
        drawing.add(
            "streamlined", (1.3 * k, 1.28 * k, 0.05 * k), (0, low + 0.62 * k, 0.8 * k), name="opening", along=[-1, 1],
            half=[1, 1], low=[0, 0], high=[1, 1], square=3.6, material="soil",
        )  # fmt: skip
        turn = np.linspace(0.0, np.pi, 17)
        arch = [
            (float(np.sign(np.cos(a)) * abs(np.cos(a)) ** 0.56) * 0.78 * k,
            low + 0.7 * k + float(np.sin(a) ** 0.56) * 1.38 * k) for a in turn
        ]  # fmt: skip
        for z in (-1.66, -0.45, 0.78):
            tubes(drawing, [[(x, y, z * k) for x, y in arch]], 0.06 * k, "hoop", wood)


@archetype(
    "skateboard", "vehicle", "machine",
    "skateboard, skate board, longboard, penny board, cruiser board, skate, deck board, electric skateboard, monopatín",
    hints="skating, skate park, half pipe",
    about="A short board on four small wheels that a person stands on and rolls along, for tricks and rides.",
    parts="deck, truck, wheel, grip, board, bearing",
    features="longboard, electric",
)  # fmt: skip
def skateboard(drawing: Drawing, brief: Brief) -> None:
    """Draw a skateboard: kicked deck with grip tape, trucks and wheels."""
    is_long = bool((brief.words | brief.features) & {"longboard", "cruiser"})
    width, _, length = brief.box(0.205, 0.13, 1.05 if is_long else 0.81, keeps_shape=True)
    k = width / 0.205
    deck = brief.of(
        "deck board body skateboard", {"steampunk": "brass_polished",
        "futuristic": "carbon_fibre"}.get(brief.style_name, brief.choose("oak", "walnut", "pine")), is_main=True,
    )  # fmt: skip
    y, thick = 0.098 * k, 0.012 * k
    flat = length * (0.3 if not is_long else 0.42)
    plan = [(width / 2, flat), (width * 0.47, -flat), (-width * 0.47, -flat), (-width / 2, flat)]
    plan_shape(drawing, plan, y, thick, "deck", deck)
    grip = brief.of("grip", "rubber_black")
    plan_shape(drawing, [(x * 0.97, z * 0.99) for x, z in plan], y + thick - 0.001 * k, 0.003 * k, "grip_tape", grip)
    reach = length / 2 - flat
    for way in (1.0, -1.0):
        _kick(drawing, width, reach, (y, way * flat), 0.0 if is_long else 19.0, k, deck, grip)
    _trucks(drawing, brief, flat, y, k)
    if "electric" in brief.words | brief.features | brief.modifiers:
        drawing.add(
            "box", (0.13 * k, 0.03 * k, length * 0.3), (0, y - 0.029 * k, 0), name="battery", radius_m=0.01 * k,
            material="plastic_black",
        )  # fmt: skip


def _kick(
    drawing: Drawing, width: float, reach: float, start: tuple[float, float], rise_deg: float, k: float, deck: Finish,
    grip: Finish,
) -> None:  # fmt: skip
    """Draw a round end of the deck that rises from `start` (y, z)."""
    way, lean = (1.0 if start[1] > 0 else -1.0), np.radians(rise_deg)
    turn = np.linspace(0.0, np.pi, 19)
    straight = reach * 0.36
    for share, rise, thick, name, finish in ((1.0, 0.0, 0.012, "nose", deck), (0.94, 0.011, 0.003, "nose_grip", grip)):
        arc = [
            (width * 0.485 * share * float(np.cos(a)), (straight + (reach * share - straight) * float(np.sin(a))) * way)
            for a in turn
        ]
        shape = [(width * 0.485 * share, -0.004 * k * way), *arc, (-width * 0.485 * share, -0.004 * k * way)]
        middle = reach * share / 2
        y = start[0] + rise * k + float(np.sin(lean)) * middle
        z = start[1] - way * middle * (1 - float(np.cos(lean)))
        plan_shape(
            drawing, [(x, z + b) for x, b in shape], y, thick * k, name, finish, turn=(-way * rise_deg, 0.0, 0.0)
        )


def _trucks(drawing: Drawing, brief: Brief, flat: float, y: float, k: float) -> None:
    """Draw base plates, hangers, axles, wheels and bolts."""
    metal, colour = (
        bright(brief, "truck"),
        brief.of("wheel", paint_of(brief, "plastic_white", "paint_red", "paint_blue"), is_accent=True),
    )
    for way in (1.0, -1.0):
        z = way * flat * 0.78
        drawing.add(
            "box", (0.055 * k, 0.012 * k, 0.085 * k), (0, y - 0.011 * k, z), name="base_plate", radius_m=0.003 * k,
            **metal,
        )  # fmt: skip
        hanger: list[Line] = [
            [(-0.07 * k, 0.028 * k, z), (0.07 * k, 0.028 * k, z)],
            [(0, 0.03 * k, z), (0, y - 0.004 * k, z + way * 0.012 * k)],
        ]
        tubes(drawing, hanger, 0.026 * k, "truck", metal)
        drawing.add(
            "disc", (0.034 * k, 0.02 * k, 0.034 * k), (0, 0.052 * k, z + way * 0.006 * k), name="bushing",
            **brief.of("bushing", "rubber_black"),
        )  # fmt: skip
        for side in (1.0, -1.0):
            lying(
                drawing, "rod", 0.056 * k, 0.034 * k, (side * 0.084 * k, 0.028 * k, z), "wheel", colour, along="x",
                edge=0.2,
            )  # fmt: skip
            lying(drawing, "disc", 0.024 * k, 0.039 * k, (side * 0.084 * k, 0.028 * k, z), "bearing", metal, along="x")
            for a in (-0.03, 0.03):
                drawing.add(
                    "disc", (0.008 * k, 0.004 * k, 0.008 * k), (side * 0.02 * k, y + 0.0115 * k, z + a * k),
                    name="bolt", **metal,
                )  # fmt: skip
