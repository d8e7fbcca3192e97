"""Forklifts; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.machines import coat, pair
from engine.archetypes.vehicles.shared import Line, side_shape, tubes, twins

_IRON = Finish(material="iron_black", color="")


_STEEL = Finish(material="steel_brushed", color="")


@archetype(
    "forklift", "vehicle", "machine",
    "forklift, fork lift, forklift truck, fork truck, lift truck, pallet truck, stacker truck, gabelstapler, "
    "carretilla elevadora, warehouse truck",
    hints="pallet, warehouse work, lift pallets",
    about="A small strong warehouse vehicle with two forks on a mast in front that lifts and carries pallets.",
    parts="fork, mast, seat, cage, roof, counterweight, pallet, crate",
    features="pallet, crate, load=crate, beacon",
)  # fmt: skip
def forklift(drawing: Drawing, brief: Brief) -> None:
    """Draw a forklift: counterweight, overhead guard, seat, mast with chains, forks; a pallet and crates if named."""
    k = brief.box(1.25, 2.2, 3.5, keeps_shape=True)[2] / 3.5
    paint = coat(brief, "body paint forklift", "#f0a818")
    rim = brief.of("wheel rim", "steel_brushed")
    pair(drawing, brief, 0.48 * k, 0.42 * k, 0.66 * k, 0.24 * k, rim)
    pair(drawing, brief, 0.46 * k, -1.12 * k, 0.52 * k, 0.2 * k, rim)
    drawing.add("box", (0.86 * k, 0.4 * k, 1.9 * k), (0, 0.2 * k, -0.3 * k), name="frame", radius_m=0.05 * k, **_IRON)
    body = [
        (-1.45, 0.34), (-1.55, 0.6), (-1.52, 1.02), (-1.2, 1.1), (-0.42, 1.0), (-0.3, 0.62), (0.2, 0.55), (0.3, 0.9),
        (0.42, 0.9), (0.5, 0.3),
    ]  # fmt: skip
    side_shape(drawing, [(z * k, y * k) for z, y in body], 1.02 * k, "body", paint, edge=0.07 * k, soft=0.04 * k)
    weight = [(-1.62, 0.3), (-1.7, 0.55), (-1.66, 0.98), (-1.44, 1.04), (-1.3, 0.3)]
    side_shape(
        drawing, [(z * k, y * k) for z, y in weight], 1.1 * k, "counterweight", brief.of("counterweight",
        "iron_black"), edge=0.1 * k, soft=0.06 * k
    )  # fmt: skip
    _forklift_cage(drawing, brief, paint, k)
    _mast(drawing, brief, k)
    if brief.has("pallet", "crate"):
        _pallet(drawing, brief, k)


def _forklift_cage(drawing: Drawing, brief: Brief, paint: Finish, k: float) -> None:
    """Draw the overhead guard, the seat, steering wheel, lamps and beacon."""
    dark = brief.of("cage roof guard", "iron_black")
    posts: list[Line] = [
        [(0.44 * k, 0.8 * k, 0.36 * k), (0.42 * k, 2.1 * k, 0.06 * k), (0.42 * k, 2.1 * k, -1.1 * k), (0.44 * k,
        1.0 * k, -1.36 * k)],
    ]  # fmt: skip
    bars: list[Line] = [
        [(-0.42 * k, 2.1 * k, (0.0 - 0.18 * step) * k), (0.42 * k, 2.1 * k, (0.0 - 0.18 * step) * k)]
        for step in range(7)
    ]
    tubes(drawing, twins(posts), 0.075 * k, "cage", dark, bend=0.08 * k)
    tubes(drawing, bars, 0.045 * k, "cage_bar", dark)
    leather = brief.of("seat", "leather_black")
    drawing.add(
        "box", (0.5 * k, 0.16 * k, 0.48 * k), (0, 1.0 * k, -0.72 * k), name="seat", radius_m=0.06 * k, **leather
    )
    drawing.add(
        "box", (0.48 * k, 0.54 * k, 0.13 * k), (0, 1.08 * k, -0.96 * k), turn=(-8, 0, 0), name="seat_back",
        radius_m=0.06 * k, **leather,
    )  # fmt: skip
    tubes(drawing, [[(0, 0.8 * k, 0.3 * k), (0, 1.25 * k, -0.06 * k)]], 0.05 * k, "column", dark)
    drawing.add(
        "torus", (0.36 * k, 0.035 * k, 0.36 * k), (0, 1.235 * k, -0.06 * k), turn=(-36, 0, 0), name="steering_wheel",
        **_IRON,
    )  # fmt: skip
    tubes(
        drawing, [[(-0.165 * k, 1.25 * k, -0.06 * k), (0.165 * k, 1.25 * k, -0.06 * k)]], 0.026 * k, "wheel_spoke",
        _IRON,
    )  # fmt: skip
    for side in (1.0, -1.0):
        drawing.add(
            "lamp_round", (0.13 * k, 0.13 * k, 0.09 * k), (side * 0.44 * k, 1.72 * k, 0.16 * k), name="headlight",
            **_IRON,
        )  # fmt: skip
        drawing.add(
            "box", (0.12 * k, 0.06 * k, 0.04 * k), (side * 0.44 * k, 0.9 * k, -1.6 * k), name="tail_light",
            material="paint_red",
        )  # fmt: skip
    drawing.add(
        "rod", (0.12 * k, 0.14 * k, 0.12 * k), (0, 2.11 * k, -0.54 * k), name="beacon", material="emissive_warm"
    )


def _mast(drawing: Drawing, brief: Brief, k: float) -> None:
    """Draw the mast's rails, cross beams, lift ram, chains, carriage and forks."""
    dark, steel = brief.of("mast", "iron_black"), brief.of("fork", "steel_brushed")
    for x, z, tall in ((0.34, 0.66, 2.2), (0.24, 0.7, 2.05)):
        for side in (1.0, -1.0):
            drawing.add(
                "box", (0.09 * k, (tall - 0.12) * k, 0.14 * k), (side * x * k, 0.12 * k, z * k), name="mast",
                radius_m=0.01 * k, **dark,
            )  # fmt: skip
    for y in (0.2, 1.1, 2.1):
        drawing.add("box", (0.76 * k, 0.1 * k, 0.08 * k), (0, y * k, 0.62 * k), name="mast_beam", **dark)
    drawing.add("box", (0.6 * k, 0.16 * k, 0.3 * k), (0, 0.34 * k, 0.5 * k), name="mast_bracket", **dark)
    drawing.add("rod", (0.1 * k, 1.7 * k, 0.1 * k), (0, 0.25 * k, 0.64 * k), name="lift_ram", **_STEEL)
    for side in (1.0, -1.0):
        drawing.add("box", (0.05 * k, 1.6 * k, 0.06 * k), (side * 0.12 * k, 0.6 * k, 0.68 * k), name="chain", **_STEEL)
        fork = [(0.8, 0.08), (0.8, 0.78), (0.87, 0.78), (0.87, 0.15), (1.75, 0.1), (1.78, 0.08)]
        side_shape(
            drawing, [(z * k, y * k) for z, y in fork], 0.12 * k, "fork", steel, x=side * 0.26 * k, edge=0.01 * k
        )
        drawing.add("box", (0.05 * k, 1.0 * k, 0.05 * k), (side * 0.42 * k, 0.3 * k, 0.8 * k), name="backrest", **dark)
    for y in (0.3, 0.62, 1.2):
        drawing.add("box", (0.9 * k, 0.1 * k, 0.06 * k), (0, y * k, 0.785 * k), name="carriage", **dark)
    for x in (-0.21, 0.0, 0.21):
        drawing.add("box", (0.04 * k, 0.66 * k, 0.04 * k), (x * k, 0.6 * k, 0.79 * k), name="backrest_bar", **dark)


def _pallet(drawing: Drawing, brief: Brief, k: float) -> None:
    wood = brief.of("pallet crate", "pine")
    for step in range(5):
        drawing.add("box", (1.1 * k, 0.03 * k, 0.13 * k), (0, 0.19 * k, (1.0 + 0.19 * step) * k), name="pallet", **wood)
    for x in (-0.49, 0.0, 0.49):
        drawing.add("box", (0.1 * k, 0.195 * k, 0.9 * k), (x * k, 0, 1.38 * k), name="pallet_beam", **wood)
    for x, z, size in ((-0.27, 1.2, 0.46), (0.26, 1.22, 0.5), (-0.1, 1.62, 0.42)):
        drawing.add(
            "box", (size * k, size * 0.9 * k, size * 0.9 * k), (x * k, 0.215 * k, z * k), name="crate",
            **brief.of("crate box", "paper"),
        )  # fmt: skip
