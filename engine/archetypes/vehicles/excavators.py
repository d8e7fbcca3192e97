"""Excavators and bulldozers; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.machines import coat
from engine.archetypes.vehicles.shared import Line, bright, glass_of, lying, side_shape, tubes, twins

_IRON = Finish(material="iron_black", color="")


_STEEL = Finish(material="steel_brushed", color="")


_LAMP = Finish(material="enamel_white", color="#f4f6ff")


@archetype(
    "excavator", "vehicle", "machine",
    "excavator, digger, backhoe, mini excavator, crawler excavator, bagger, bulldozer, dozer, jcb, "
    "pelleteuse, excavadora, earth mover, construction machine, power shovel, steam shovel",
    hints="construction site, dig, digging, demolition",
    about="A construction machine on tracks with a long jointed arm and a bucket that digs earth on building sites.",
    parts="bucket, arm, boom, track, cab, blade, ram, counterweight",
    features="blade, dozer blade=blade, breaker, hammer=breaker",
)  # fmt: skip
def excavator(drawing: Drawing, brief: Brief) -> None:
    """Draw an excavator: tracks, slewing house, cab, boom, stick, rams and bucket; or a bulldozer."""
    known = brief.words | brief.features
    k = brief.box(2.6, 3.0, 7.6, keeps_shape=True)[2] / 7.6
    paint = coat(brief, "body boom arm paint excavator", "#e8a013")
    track = brief.of("track", "iron_black")
    for side in (1.0, -1.0):
        drawing.add("track", (0.52 * k, 0.86 * k, 3.4 * k), (side * 1.0 * k, 0, -1.3 * k), name="track", **track)
    drawing.add(
        "box", (1.96 * k, 0.36 * k, 1.7 * k), (0, 0.42 * k, -1.3 * k), name="undercarriage", radius_m=0.06 * k, **_IRON
    )
    if known & {"bulldozer", "dozer"}:
        _bulldozer(drawing, brief, paint, k)
        return
    drawing.add("disc", (1.5 * k, 0.26 * k, 1.5 * k), (0, 0.74 * k, -1.3 * k), name="slewing_ring", **_STEEL)
    _house(drawing, brief, paint, k)
    _arm(drawing, brief, paint, k)
    if brief.has("blade"):
        drawing.add(
            "box", (2.5 * k, 0.6 * k, 0.14 * k), (0, 0.03 * k, 0.85 * k), name="blade", radius_m=0.04 * k, **paint
        )
        for x in (-0.6, 0.6):
            drawing.add(
                "box", (0.14 * k, 0.16 * k, 1.6 * k), (x * k, 0.42 * k, 0.1 * k), turn=(8, 0, 0), name="blade_arm",
                **_IRON,
            )  # fmt: skip


def _house(drawing: Drawing, brief: Brief, paint: Finish, k: float) -> None:
    """Draw the slewing platform with engine cover, counterweight, cab, handrail and exhaust."""
    z = -1.3 * k
    drawing.add(
        "box", (2.5 * k, 0.2 * k, 2.9 * k), (0, 0.96 * k, z - 0.3 * k), name="platform", radius_m=0.04 * k, **_IRON
    )
    shape = [(-2.9, 1.12), (-2.9, 1.95), (-2.75, 2.05), (-1.35, 2.05), (-1.35, 1.12)]
    side_shape(
        drawing, [(y * k, h * k) for y, h in shape], 2.4 * k, "engine_cover", paint, edge=0.08 * k, soft=0.06 * k
    )
    weight = [(-3.25, 1.1), (-3.3, 1.7), (-3.1, 1.9), (-2.85, 1.9), (-2.85, 1.1)]
    side_shape(
        drawing, [(y * k, h * k) for y, h in weight], 2.46 * k, "counterweight", brief.of("counterweight",
        "iron_black"), edge=0.14 * k, soft=0.08 * k
    )  # fmt: skip
    drawing.add(
        "box", (0.9 * k, 0.7 * k, 1.2 * k), (-0.75 * k, 1.1 * k, z + 0.5 * k), name="tool_box", radius_m=0.05 * k,
        **paint,
    )  # fmt: skip
    for step in range(6):
        drawing.add(
            "box", (0.04 * k, 0.05 * k, 0.8 * k), (-1.2 * k, (1.28 + 0.1 * step) * k, -2.2 * k), name="vent",
            material="plastic_black",
        )  # fmt: skip
    drawing.add(
        "cab", (0.98 * k, 1.9 * k, 1.56 * k), (0.74 * k, 1.1 * k, z + 0.55 * k), name="cab", outline=[-1, 0, 0.8, 0,
        1.0, 0.12, 1.0, 0.34, 0.72, 1, -0.86, 1, -1, 0.8], belt=0.3, pillar_m=0.085 * k, **glass_of(brief), **paint,
    )  # fmt: skip
    tubes(
        drawing, [[(-1.1 * k, 1.95 * k, -2.7 * k), (-1.1 * k, 2.45 * k, -2.7 * k), (-1.1 * k, 2.45 * k, -1.5 * k),
        (-1.1 * k, 1.95 * k, -1.5 * k)]], 0.05 * k, "handrail", _STEEL, bend=0.08 * k,
    )  # fmt: skip
    tubes(
        drawing, [[(-0.6 * k, 1.95 * k, -2.4 * k), (-0.6 * k, 2.5 * k, -2.4 * k), (-0.6 * k, 2.58 * k, -2.5 * k)]],
        0.1 * k, "exhaust", bright(brief, "exhaust"), bend=0.05 * k,
    )  # fmt: skip
    for x in (0.4, 1.08):
        drawing.add(
            "box", (0.16 * k, 0.1 * k, 0.08 * k), (x * k, 3.02 * k, z + 1.0 * k), name="headlight", radius_m=0.02 * k,
            **_LAMP,
        )  # fmt: skip
    drawing.add("box", (0.9 * k, 0.06 * k, 0.1 * k), (0.74 * k, 2.97 * k, z + 0.98 * k), name="lamp_bar", **_IRON)


def _arm(drawing: Drawing, brief: Brief, paint: Finish, k: float) -> None:
    """Draw boom, stick, bucket link, bucket (or breaker) and the rams."""
    x = -0.05 * k
    boom = [
        (-0.75, 1.25), (-0.95, 1.6), (0.2, 3.2), (0.75, 3.42), (3.3, 2.86), (3.42, 2.6), (3.2, 2.52), (0.85, 2.9),
        (0.42, 2.76), (-0.35, 1.3),
    ]  # fmt: skip
    side_shape(drawing, [(z * k, y * k) for z, y in boom], 0.4 * k, "boom", paint, x=x, edge=0.05 * k, soft=0.05 * k)
    stick = [(2.95, 3.2), (2.6, 3.12), (2.95, 2.4), (3.5, 0.86), (3.72, 0.86), (3.66, 1.2), (3.5, 2.6), (3.3, 3.0)]
    side_shape(drawing, [(z * k, y * k) for z, y in stick], 0.3 * k, "stick", paint, x=x, edge=0.04 * k, soft=0.04 * k)
    for side in (-1.0, 1.0):
        drawing.add(
            "box", (0.1 * k, 0.7 * k, 0.7 * k), (x + side * 0.26 * k, 1.05 * k, -0.55 * k), name="boom_foot",
            radius_m=0.03 * k, **paint,
        )  # fmt: skip
        ram: Line = [(x + side * 0.27 * k, 1.2 * k, -0.3 * k), (x + side * 0.27 * k, 2.62 * k, 0.7 * k)]
        tubes(drawing, [ram], 0.09 * k, "rod", _STEEL)
        tubes(drawing, [[ram[0], (ram[0][0], 1.2 * k + 0.8 * k, -0.3 * k + 0.56 * k)]], 0.15 * k, "ram", _IRON)
    tubes(
        drawing, [[(x, 3.3 * k, 0.9 * k), (x, 3.5 * k, 1.6 * k), (x, 3.16 * k, 2.75 * k)]], 0.12 * k, "stick_ram", _IRON
    )
    tubes(
        drawing, [[(x, 2.9 * k, 3.42 * k), (x, 2.1 * k, 3.84 * k), (x, 1.16 * k, 3.84 * k)], [(x, 1.16 * k, 3.84 * k),
        (x, 0.92 * k, 3.62 * k)]], 0.1 * k, "bucket_ram", _IRON,
    )  # fmt: skip
    for z, y, wide in ((0.72, 2.66, 0.62), (3.36, 2.72, 0.5), (3.6, 0.94, 0.44), (-0.6, 1.4, 0.66)):
        lying(drawing, "rod", 0.16 * k, wide * k, (x, y * k, z * k), "pin", _STEEL, along="x")
    steel = brief.of("bucket", "steel_brushed" if brief.style_name != "industrial" else "iron_black")
    if brief.has("breaker"):
        drawing.add(
            "box", (0.36 * k, 0.8 * k, 0.36 * k), (x, 0.3 * k, 3.62 * k), name="breaker", radius_m=0.04 * k, **_IRON
        )
        drawing.add(
            "cone", (0.16 * k, 0.36 * k, 0.16 * k), (x, 0.0, 3.62 * k), turn=(180, 0, 0), name="chisel", top=0.3,
            **steel,
        )  # fmt: skip
    else:
        drawing.add(
            "bucket", (0.95 * k, 0.92 * k, 0.86 * k), (x, 0.05 * k, 3.52 * k), turn=(0, 180, 0), name="bucket", **steel
        )


def _bulldozer(drawing: Drawing, brief: Brief, paint: Finish, k: float) -> None:
    """Draw a bulldozer's bonnet, cab, blade with its arms, and the ripper."""
    bonnet = [(-1.2, 0.7), (-1.2, 1.72), (0.6, 1.62), (0.66, 0.7)]
    side_shape(drawing, [(z * k, y * k) for z, y in bonnet], 1.1 * k, "bonnet", paint, edge=0.07 * k, soft=0.06 * k)
    drawing.add(
        "box", (0.8 * k, 0.74 * k, 0.06 * k), (0, 0.8 * k, 0.64 * k), name="grille", radius_m=0.02 * k,
        material="plastic_black",
    )  # fmt: skip
    drawing.add("box", (1.5 * k, 0.5 * k, 1.9 * k), (0, 0.7 * k, -2.0 * k), name="body", radius_m=0.06 * k, **paint)
    drawing.add(
        "cab", (1.44 * k, 1.7 * k, 1.5 * k), (0, 1.15 * k, -1.95 * k), name="cab", outline=[-1, 0, 0.9, 0, 1, 0.3,
        0.76, 1, -0.9, 1], belt=0.3, pillar_m=0.09 * k, **glass_of(brief), **paint,
    )  # fmt: skip
    blade = [(1.3, 0.0), (1.16, 0.34), (1.16, 0.8), (1.34, 1.2), (1.46, 1.2), (1.3, 0.8), (1.3, 0.36), (1.46, 0.0)]
    side_shape(
        drawing, [(z * k, y * k) for z, y in blade], 3.0 * k, "blade", brief.of("blade bucket", "steel_brushed"),
        edge=0.02 * k
    )  # fmt: skip
    tubes(
        drawing, twins([[(1.35 * k, 0.45 * k, -1.0 * k), (1.35 * k, 0.4 * k, 1.24 * k)]]), 0.18 * k, "blade_arm", paint
    )
    lying(drawing, "rod", 0.2 * k, 2.8 * k, (0, 0.46 * k, -1.0 * k), "pivot", _STEEL, along="x")
    tubes(drawing, twins([[(0.4 * k, 1.2 * k, 0.5 * k), (0.6 * k, 0.8 * k, 1.24 * k)]]), 0.11 * k, "ram", _STEEL)
    tubes(
        drawing, [[(0.3 * k, 1.6 * k, -0.4 * k), (0.3 * k, 2.5 * k, -0.4 * k)]], 0.1 * k, "exhaust", bright(brief,
        "exhaust"),
    )  # fmt: skip
    side_shape(
        drawing, [(-2.9 * k, 0.9 * k), (-2.9 * k, 1.06 * k), (-3.3 * k, 1.0 * k), (-3.26 * k, 0.1 * k), (-3.06 * k,
        0.06 * k), (-3.16 * k, 0.84 * k)], 0.16 * k, "ripper", _STEEL, edge=0.03 * k,
    )  # fmt: skip
