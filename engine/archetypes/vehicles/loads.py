"""What lorries carry: boxes, tanks, tipping skips, drums, logs."""

import msgspec

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.vehicles.chassis import Lorry, rear_of
from engine.archetypes.vehicles.shared import (
    Line,
    lying,
    side_shape,
    tubes,
)

_IRON = Finish(material="iron_black", color="")


_STEEL = Finish(material="steel_brushed", color="")


def box(drawing: Drawing, brief: Brief, at: Lorry, finish: Finish) -> None:
    reach, z = rear_of(at)
    body = drawing.add("cargo_box", (at.width, at.height - at.deck + 0.02, reach), (0, at.deck - 0.02, z), **finish)
    ribs = msgspec.structs.replace(body.dimensions, width=at.width * 0.986)  # the ribs stand back behind the rails
    dress(drawing, brief, msgspec.structs.replace(body, dimensions=ribs), "left", "right")


def tank(drawing: Drawing, brief: Brief, at: Lorry, finish: Finish) -> None:
    """Draw a tank on saddles with manholes, a ladder and bands."""
    reach, z = rear_of(at)
    tall, wide = (at.height - at.deck) * 0.86, at.width * 0.92
    drawing.add(
        "streamlined", (wide, tall, reach * 0.98), (0, at.deck + 0.06, z), name="tank", along=[-1, -0.97, -0.9, 0.9,
        0.97, 1], half=[0.6, 0.9, 1, 1, 0.9, 0.6], low=[0.2, 0.04, 0, 0, 0.04, 0.2], high=[0.8, 0.96, 1, 1, 0.96, 0.8],
        square=2.5, **finish,
    )  # fmt: skip
    for share in (-0.36, -0.12, 0.12, 0.36):
        drawing.add(
            "streamlined", (wide * 1.02, tall * 1.02, 0.1), (0, at.deck + 0.06 - tall * 0.01, z + share * reach),
            name="band", along=[-1, 1], half=[1, 1], low=[0, 0], high=[1, 1], square=2.5, **_STEEL,
        )  # fmt: skip
        drawing.add("box", (wide * 0.7, 0.4, 0.2), (0, at.deck - 0.18, z + share * reach), name="saddle", **_IRON)
        drawing.add(
            "disc", (0.5, 0.16, 0.5), (0, at.deck + 0.02 + tall, z + (share + 0.12) * reach * 0.9), name="manhole",
            **_STEEL,
        )  # fmt: skip
    x, back = at.width * 0.2, -at.length / 2 + 0.02
    rungs: list[Line] = [
        [(x, at.deck + share * tall, back), (x + 0.4, at.deck + share * tall, back)]
        for share in (0.1, 0.3, 0.5, 0.7, 0.9)
    ]
    rails: list[Line] = [
        [(a, at.deck - 0.1, back), (a, at.deck + tall * 0.95, back), (a, at.deck + tall * 0.95, back + 0.5)]
        for a in (x, x + 0.4)
    ]
    tubes(drawing, [*rungs, *rails], 0.04, "ladder", _STEEL, bend=0.05)


def tipper(drawing: Drawing, brief: Brief, at: Lorry, finish: Finish) -> None:
    """Draw a tipping skip with ribs, a guard over the cab and earth in it."""
    reach, z = rear_of(at)
    low, high, rear, front = at.deck, at.deck + (at.height - at.deck) * 0.62, z - reach / 2, z + reach / 2
    side = [
        (rear + 0.5, low), (front - 0.3, low), (front, high * 0.98), (front, high), (rear, high), (rear, high * 0.86),
    ]  # fmt: skip
    for x in (-1, 1):
        side_shape(drawing, side, 0.1, "side", finish, x=x * at.width * 0.47, edge=0.02)
        for share in (0.2, 0.4, 0.6, 0.8):
            drawing.add(
                "box", (0.09, (high - low) * 0.86, 0.14), (x * at.width * 0.5, low + (high - low) * 0.1,
                rear + share * reach), name="rib", **finish,
            )  # fmt: skip
    side_shape(
        drawing, [(rear + 0.5, low), (front - 0.3, low), (front - 0.3, low + 0.12), (rear + 0.45, low + 0.12)],
        at.width * 0.96, "floor", finish, edge=0.02,
    )  # fmt: skip
    side_shape(
        drawing, [(front - 0.4, low), (front - 0.3, low), (front, high), (front - 0.1, high)], at.width * 0.96,
        "headboard", finish, edge=0.02,
    )  # fmt: skip
    side_shape(
        drawing, [(rear + 0.5, low), (rear + 0.6, low), (rear + 0.1, high * 0.95), (rear, high * 0.9)],
        at.width * 0.94, "tailgate", finish, edge=0.02,
    )  # fmt: skip
    visor = [
        (front - 0.08, high - 0.06), (front - 0.08, high), (front + at.cab * 0.86, at.height - 0.02),
        (front + at.cab * 0.86, at.height - 0.1),
    ]  # fmt: skip
    side_shape(drawing, visor, at.width * 0.9, "cab_guard", finish, edge=0.02)
    drawing.add(
        "streamlined", (at.width * 0.9, (high - low) * 1.15, reach * 0.86), (0, low + 0.06, z + 0.08), name="load",
        along=[-1, -0.8, 0, 0.6, 1], half=[0.9, 0.98, 1, 1, 0.9], low=[0, 0, 0, 0, 0], high=[0.3, 0.62, 1.0, 0.85,
        0.7], square=3.0, **brief.of("load earth", "soil"),
    )  # fmt: skip


def mixer(drawing: Drawing, brief: Brief, at: Lorry, finish: Finish) -> None:
    """Draw a drum that leans, its trestles, hopper and chute."""
    reach, z = rear_of(at)
    across = (at.height - at.deck) * 0.96
    drum = drawing.add(
        "turning", (across, reach * 0.94, across), (0, at.deck + across * 0.52 - reach * 0.47, z - 0.02), turn=(76.0,
        0, 0), name="drum", profile=[0.42, 0.0, 0.5, 0.04, 0.86, 0.42, 1.0, 0.6, 0.98, 0.76, 0.6, 0.96, 0.35, 1.0],
        **finish,
    )  # fmt: skip
    del drum
    for share, tall in ((0.3, 0.4), (-0.34, 0.75)):
        drawing.add(
            "box", (at.width * 0.6, (at.height - at.deck) * tall, 0.3), (0, at.deck - 0.1, z + share * reach),
            name="trestle", **_IRON,
        )  # fmt: skip
    lying(drawing, "hoop", across * 1.0, 0.16, (0, at.deck + across * 0.52, z + 0.12), "ring", _STEEL, inner=0.9)
    drawing.add(
        "cone", (0.9, 0.6, 0.9), (0, at.height - 0.62, -at.length / 2 + 0.36), turn=(180, 0, 0), name="hopper",
        top=0.4, **_STEEL,
    )  # fmt: skip
    side_shape(
        drawing, [(-at.length / 2 + 0.5, at.height - 0.9), (-at.length / 2 - 0.2, at.deck + 0.2),
        (-at.length / 2 - 0.1, at.deck + 0.1), (-at.length / 2 + 0.7, at.height - 1.0)], 0.4, "chute", _STEEL,
        edge=0.02,
    )  # fmt: skip
    drawing.add(
        "box", (0.14, at.height - at.deck - 0.2, 0.14), (0, at.deck - 0.2, -at.length / 2 + 0.4), name="post", **_IRON
    )


def flatbed(drawing: Drawing, brief: Brief, at: Lorry, finish: Finish) -> None:
    """Draw a deck with a headboard and stakes, and logs or crates on it."""
    reach, z = rear_of(at)
    drawing.add("box", (at.width, 0.16, reach), (0, at.deck - 0.02, z), name="deck", **finish)
    drawing.add(
        "box", (at.width, at.height * 0.36, 0.1), (0, at.deck + 0.1, z + reach / 2 - 0.05), name="headboard", **finish
    )
    for share in (-0.42, -0.14, 0.14, 0.36):
        for x in (-0.47, 0.47):
            drawing.add(
                "box", (0.1, at.height * 0.36, 0.12), (x * at.width, at.deck + 0.1, z + share * reach), name="stake",
                **_STEEL,
            )  # fmt: skip
    across = at.width * 0.86 / 4
    known = brief.words | brief.features
    if known & {"crate", "flatbed", "flat"} and not known & {"log", "logging", "timber"}:
        for x, share, size in ((-0.22, 0.24, 0.9), (0.22, 0.2, 0.8), (0.0, -0.1, 1.0), (-0.2, -0.34, 0.7)):
            drawing.add(
                "box", (size, size * 0.8, size), (x * at.width, at.deck + 0.13, z + share * reach), name="crate",
                material="pine",
            )  # fmt: skip
        return
    for row, count in ((0, 4), (1, 3), (2, 2)):
        for step in range(count):
            x = (step - (count - 1) / 2) * across
            lying(
                drawing, "rod", across * 1.02, reach * (0.92 - 0.03 * ((step + row) % 3)), (x,
                at.deck + 0.14 + across * (0.49 + 0.86 * row), z - 0.05), "log", brief.of("log", "pine"),
            )  # fmt: skip


def garbage(drawing: Drawing, brief: Brief, at: Lorry, finish: Finish) -> None:
    """Draw a compactor's body with ribs and a tailgate that bulges over the hopper."""
    reach, z = rear_of(at)
    drawing.add(
        "cargo_box", (at.width, (at.height - at.deck) * 0.96, reach * 0.78), (0, at.deck - 0.02, z + reach * 0.11),
        **finish,
    )  # fmt: skip
    rear, low = z - reach / 2, at.deck
    gate = [
        (rear + reach * 0.24, low - 0.1), (rear + reach * 0.24, at.height * 0.99), (rear + 0.3, at.height * 0.95),
        (rear - 0.1, at.height * 0.6), (rear - 0.1, low + 0.2), (rear + 0.1, low - 0.14),
    ]  # fmt: skip
    side_shape(drawing, gate, at.width * 0.96, "tailgate", finish, edge=0.06, soft=0.08)
    drawing.add("box", (at.width * 0.8, 0.7, 0.3), (0, low + 0.3, rear - 0.02), name="hopper", **_IRON)
