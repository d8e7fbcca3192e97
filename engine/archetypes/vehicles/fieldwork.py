"""Wheel loaders, combine harvesters and road rollers; front to +z."""

import numpy as np

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.machines import coat, pair
from engine.archetypes.vehicles.shared import Line, bright, glass_of, lying, mudguard, side_shape, tubes, twins

_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")


def _cabin(
    drawing: Drawing, brief: Brief, size: tuple[float, float, float], at: tuple[float, float, float], paint: Finish
) -> None:
    drawing.add(
        "cab",
        size,
        at,
        name="cab",
        outline=[-1, 0, 0.9, 0, 1, 0.3, 0.8, 1, -0.9, 1],
        belt=0.28,
        pillar_m=0.06 * size[1],
        **glass_of(brief),
        **paint,
    )
    drawing.add(
        "box",
        (0.16 * size[0], 0.14, 0.14),
        (0.3 * size[0], at[1] + size[1] - 0.02, at[2]),
        name="beacon",
        radius_m=0.04,
        material="emissive_warm",
    )


@archetype(
    "wheel loader",
    "vehicle",
    "machine",
    "wheel loader, front end loader, loader, shovel loader, payloader, skid steer, skid loader, bobcat "
    "loader, radlader, telehandler",
    hints="gravel pit, quarry",
    about="A construction machine on four large wheels with a wide bucket in front that loads earth and gravel.",
    parts="bucket, arm, cab, wheel, ram, counterweight, body",
    features="fork, pallet fork=fork",
)
def wheel_loader(drawing: Drawing, brief: Brief) -> None:
    """Draw a wheel loader: jointed frame, four great wheels, cab, engine hood, lift arms with rams, bucket."""
    k = brief.box(2.6, 3.2, 7.4, keeps_shape=True)[2] / 7.4
    paint = coat(brief, "body paint arm", "#e8a013")
    rim = brief.of("wheel rim", paint["material"], is_accent=True)
    rim["color"] = rim["color"] or (paint["color"] if rim["material"] == paint["material"] else "")
    for z in (-1.9, 1.2):
        pair(drawing, brief, 0.98 * k, z * k, 1.5 * k, 0.56 * k, rim)
    _jointed_frame(drawing, paint, k)
    _engine_hood(drawing, paint, k)
    _cabin(drawing, brief, (1.4 * k, 1.7 * k, 1.5 * k), (0, 1.4 * k, -0.55 * k), paint)
    drawing.add(
        "box", (1.5 * k, 0.5 * k, 1.3 * k), (0, 0.95 * k, -0.6 * k), name="cab_base", radius_m=0.05 * k, **paint
    )
    _guards(drawing, paint, k)
    _lift_arms(drawing, paint, k)
    _loader_tool(drawing, brief, k)


def _jointed_frame(drawing: Drawing, paint: Finish, k: float) -> None:
    """Draw the rear and front frame and the joint between them."""
    drawing.add(
        "box", (1.1 * k, 0.6 * k, 2.4 * k), (0, 0.62 * k, -1.7 * k), name="rear_frame", radius_m=0.06 * k, **_IRON
    )
    drawing.add(
        "box", (1.0 * k, 0.7 * k, 1.5 * k), (0, 0.56 * k, 0.9 * k), name="front_frame", radius_m=0.06 * k, **paint
    )
    drawing.add("rod", (0.4 * k, 0.9 * k, 0.4 * k), (0, 0.5 * k, -0.2 * k), name="joint", **_STEEL)
    drawing.add("box", (0.6 * k, 0.3 * k, 1.0 * k), (0, 0.7 * k, -0.2 * k), name="joint_arm", **_IRON)


def _engine_hood(drawing: Drawing, paint: Finish, k: float) -> None:
    """Draw the hood with its vents, and the counterweight behind."""
    hood = [(-3.3, 0.8), (-3.4, 1.6), (-3.1, 1.95), (-1.2, 2.0), (-1.1, 0.9)]
    side_shape(drawing, [(z * k, y * k) for z, y in hood], 1.5 * k, "hood", paint, edge=0.12 * k, soft=0.1 * k)
    drawing.add(
        "box", (1.9 * k, 0.7 * k, 0.5 * k), (0, 0.7 * k, -3.4 * k), name="counterweight", radius_m=0.12 * k, **_IRON
    )
    for step in range(5):
        drawing.add("box", (1.54 * k, 0.04 * k, 0.7 * k), (0, (1.2 + 0.11 * step) * k, -2.7 * k), name="vent", **_IRON)


def _guards(drawing: Drawing, paint: Finish, k: float) -> None:
    """Draw a mudguard over each wheel."""
    for side in (1.0, -1.0):
        for z in (-1.9, 1.2):
            mudguard(
                drawing, (0.75 * k, z * k), 0.82 * k, 0.56 * k, (50, 150), paint, x=side * 0.98 * k, thick=0.04 * k
            )
            drawing.add(
                "box",
                (0.5 * k, 0.1 * k, 0.3 * k),
                (side * 0.6 * k, 1.5 * k if z < 0 else 1.2 * k, z * k),
                name="guard_arm",
                **_IRON,
            )
            if z > 0:
                drawing.add(
                    "box", (0.1 * k, 0.46 * k, 0.3 * k), (side * 0.76 * k, 1.14 * k, z * k), name="guard_post", **_IRON
                )


def _lift_arms(drawing: Drawing, paint: Finish, k: float) -> None:
    """Draw the arms with posts, rams, pins and the link that tilts."""
    arm = [(0.6, 1.75), (0.75, 2.0), (1.7, 1.7), (2.9, 0.75), (3.0, 0.5), (2.8, 0.42), (1.6, 1.3)]
    for side in (1.0, -1.0):
        side_shape(drawing, [(z * k, y * k) for z, y in arm], 0.16 * k, "arm", paint, x=side * 0.42 * k, edge=0.03 * k)
        drawing.add("box", (0.16 * k, 1.0 * k, 0.3 * k), (side * 0.42 * k, 1.0 * k, 0.75 * k), name="arm_post", **paint)
    tubes(drawing, twins([[(0.42 * k, 0.9 * k, 1.5 * k), (0.42 * k, 1.4 * k, 1.9 * k)]]), 0.14 * k, "ram", _STEEL)
    lying(drawing, "rod", 0.16 * k, 1.0 * k, (0, 1.72 * k, 0.8 * k), "pin", _STEEL, along="x")
    lying(drawing, "rod", 0.14 * k, 1.0 * k, (0, 0.55 * k, 2.86 * k), "pin", _STEEL, along="x")
    tubes(
        drawing,
        [[(0, 1.72 * k, 0.9 * k), (0, 1.9 * k, 1.7 * k), (0, 0.95 * k, 3.0 * k)]],
        0.16 * k,
        "tilt_link",
        _STEEL,
    )


def _loader_tool(drawing: Drawing, brief: Brief, k: float) -> None:
    """Draw the fork, or the bucket."""
    if brief.has("fork"):
        drawing.add("box", (1.6 * k, 0.9 * k, 0.12 * k), (0, 0.3 * k, 3.02 * k), name="fork_frame", **_IRON)
        for x in (-0.5, 0.5):
            drawing.add("box", (0.18 * k, 0.08 * k, 1.4 * k), (x * k, 0.3 * k, 3.7 * k), name="fork", **_STEEL)
    else:
        drawing.add(
            "bucket",
            (2.7 * k, 1.1 * k, 1.2 * k),
            (0, 0.06 * k, 3.4 * k),
            name="bucket",
            **brief.of("bucket", "steel_brushed"),
        )


@archetype(
    "combine harvester",
    "vehicle",
    "machine",
    "combine harvester, combine, harvester, combine-harvester, thresher, threshing machine, mähdrescher, cosechadora, "
    "grain harvester",
    hints="wheat field, grain, harvesting",
    about="A large farm machine with a rotating reel in front that cuts and threshes grain.",
    parts="reel, header, cab, wheel, auger, tank, body, stripe",
    features="auger, corn header",
)
def combine_harvester(drawing: Drawing, brief: Brief) -> None:
    """Draw a combine: body with grain tank, high cab, header with reel and knives, auger pipe, straw hood, wheels."""
    k = brief.box(5.2, 3.8, 8.4, keeps_shape=True)[2] / 8.4
    paint = coat(brief, "body paint", "#b3121d" if brief.choose("red", "green") == "red" else "#2f7d32")
    rim = brief.of("wheel rim", "paint_white", is_accent=True)
    rim["color"] = rim["color"] or ("#f0c419" if rim["material"] == "paint_white" and not brief.materials else "")
    pair(drawing, brief, 1.3 * k, 0.9 * k, 1.8 * k, 0.7 * k, rim)
    pair(drawing, brief, 1.1 * k, -2.5 * k, 1.1 * k, 0.42 * k, rim)
    for z, y in ((0.9, 0.9), (-2.5, 0.55)):
        drawing.add("box", (0.9 * k, (1.3 - y) * k, 0.4 * k), (0, y * k, z * k), name="axle_seat", **_IRON)
    body = [(-3.6, 1.1), (-3.9, 1.9), (-3.5, 2.7), (-1.9, 3.0), (0.5, 3.0), (0.6, 1.2), (-1.6, 1.0)]
    side_shape(drawing, [(z * k, y * k) for z, y in body], 2.5 * k, "body", paint, edge=0.1 * k, soft=0.08 * k)
    for side in (1.0, -1.0):
        drawing.add(
            "box",
            (0.06 * k, 0.24 * k, 3.0 * k),
            (side * 1.25 * k, 2.1 * k, -1.6 * k),
            name="stripe",
            radius_m=0.01,
            **brief.of("stripe", "paint_white"),
        )
        for step in range(6):
            drawing.add(
                "box",
                (0.05 * k, 0.05 * k, 0.8 * k),
                (side * 1.25 * k, (2.4 + 0.07 * step) * k, -2.6 * k),
                name="vent",
                **_IRON,
            )
    tank = [(-1.5, 2.9), (-1.8, 3.5), (0.6, 3.5), (0.3, 2.9)]
    side_shape(drawing, [(z * k, y * k) for z, y in tank], 2.2 * k, "tank", paint, edge=0.06 * k)
    drawing.add(
        "box", (1.9 * k, 0.1 * k, 2.0 * k), (0, 3.44 * k, -0.6 * k), name="grain", radius_m=0.04 * k, material="straw"
    )
    _cabin(drawing, brief, (1.7 * k, 1.8 * k, 1.5 * k), (0, 1.75 * k, 1.3 * k), paint)
    drawing.add(
        "box", (1.9 * k, 0.2 * k, 1.7 * k), (0, 1.62 * k, 1.3 * k), name="cab_floor", radius_m=0.04 * k, **_IRON
    )
    drawing.add("box", (1.0 * k, 0.6 * k, 1.2 * k), (0, 1.1 * k, 1.1 * k), name="cab_mount", **_IRON)
    feeder = [(1.0, 1.0), (1.1, 1.6), (2.9, 0.85), (2.9, 0.3)]
    side_shape(drawing, [(z * k, y * k) for z, y in feeder], 1.1 * k, "feeder", _IRON, edge=0.04 * k)
    pipe = [(1.0, 3.3, 0.0), (1.5, 3.5, -0.4), (1.55, 3.6, -3.6), (1.55, 3.35, -4.0)]
    tubes(drawing, [[(x * k, y * k, z * k) for x, y, z in pipe]], 0.32 * k, "auger", paint, bend=0.3 * k)
    _header(drawing, brief, paint, k)


def _header(drawing: Drawing, brief: Brief, paint: Finish, k: float) -> None:
    """Draw the header: trough, side plates, auger, knives and the reel with its bats."""
    wide, z, axis = 5.0 * k, 3.7 * k, 1.05 * k
    trough = [(2.8, 0.1), (2.8, 1.3), (2.9, 1.3), (2.95, 0.3), (4.1, 0.16), (4.1, 0.08)]
    side_shape(drawing, [(a * k, y * k) for a, y in trough], wide, "header", paint, edge=0.02 * k)
    for side in (1.0, -1.0):
        plate = [(2.75, 0.0), (2.75, 1.35), (3.7, 1.2), (4.6, 0.1), (4.5, 0.0)]
        side_shape(
            drawing,
            [(a * k, y * k) for a, y in plate],
            0.08 * k,
            "header_side",
            paint,
            x=side * wide / 2,
            edge=0.02 * k,
        )
    lying(drawing, "rod", 0.4 * k, wide, (0, 0.5 * k, 3.2 * k), "header_auger", _STEEL, along="x")
    drawing.add("box", (wide, 0.04 * k, 0.3 * k), (0, 0.08 * k, 4.2 * k), name="knife", **_STEEL)
    lying(drawing, "rod", 0.1 * k, wide + 0.06 * k, (0, axis, z), "reel_shaft", _IRON, along="x")
    coat = brief.of("reel", "paint_red" if paint["color"] != "#b3121d" else "iron_black")
    for turn in np.linspace(0, 2 * np.pi, 7)[:-1]:
        y, out = axis + 0.62 * k * float(np.sin(turn)), z + 0.62 * k * float(np.cos(turn))
        drawing.add("box", (wide * 0.96, 0.1 * k, 0.03 * k), (0, y - 0.05 * k, out), name="reel_bat", **coat)
        spokes: list[Line] = [[(x * wide, axis, z), (x * wide, y, out)] for x in (-0.46, 0.0, 0.46)]
        tubes(drawing, spokes, 0.045 * k, "reel_arm", coat)
        tines: list[Line] = [
            [(x * wide, y, out), (x * wide, y - 0.22 * k, out)] for x in np.linspace(-0.44, 0.44, 12).tolist()
        ]
        tubes(drawing, tines, 0.022 * k, "tine", _STEEL)
    tubes(drawing, twins([[(wide * 0.48, axis, z), (wide * 0.48, 1.25 * k, 2.9 * k)]]), 0.1 * k, "reel_arm", _IRON)


@archetype(
    "road roller",
    "vehicle",
    "machine",
    "road roller, steamroller, steam roller, roller machine, compactor, drum roller, road compactor, strassenwalze, "
    "asphalt roller, apisonadora",
    hints="asphalt, road works",
    about="A heavy machine with a steel drum that flattens asphalt and earth on roads.",
    parts="drum, roof, seat, wheel, frame, body, chimney",
    features="roof, canopy=roof",
)
def road_roller(drawing: Drawing, brief: Brief) -> None:
    """Draw a road roller: drum in its fork, engine hood, seat under a roof, rear wheels; a boiler under steam."""
    is_steam = brief.style_name in ("steampunk", "victorian", "rustic") or bool(
        brief.words & {"steam", "steamroller", "old"}
    )
    k = brief.box(2.0, 2.8, 4.6, keeps_shape=True)[2] / 4.6
    paint = coat(brief, "body paint hood", "#e8a013" if not is_steam else "#24502f")
    drum = brief.of("drum", "steel_brushed", is_accent=True)
    lying(drawing, "disc", 1.3 * k, 1.5 * k, (0, 0.65 * k, 1.5 * k), "drum", drum, along="x", edge=0.03)
    lying(drawing, "rod", 0.16 * k, 1.8 * k, (0, 0.65 * k, 1.5 * k), "drum_axle", _IRON, along="x")
    fork: list[Line] = [
        [(0.86 * k, 0.65 * k, 1.5 * k), (0.86 * k, 0.9 * k, 0.5 * k), (0.3 * k, 0.95 * k, 0.3 * k)],
        [(0.86 * k, 0.65 * k, 1.5 * k), (0.86 * k, 0.8 * k, 2.25 * k), (0.0, 0.8 * k, 2.25 * k)],
    ]
    tubes(drawing, twins(fork), 0.18 * k, "fork", paint)
    drawing.add("box", (1.2 * k, 0.6 * k, 2.6 * k), (0, 0.6 * k, -0.8 * k), name="frame", radius_m=0.06 * k, **_IRON)
    if is_steam:
        _steam_engine(drawing, brief, k, paint, drum)
    else:
        _motor_hood(drawing, brief, k, paint)
    drawing.add(
        "box",
        (1.3 * k, 0.12 * k, 1.6 * k),
        (0, 1.16 * k, -0.3 * k) if not is_steam else (0, 1.1 * k, -1.5 * k),
        name="platform",
        radius_m=0.02 * k,
        **_IRON,
    )
    _driving_place(drawing, brief, k, is_steam=is_steam)
    if brief.has("roof", default=True):
        _roller_roof(drawing, brief, k, paint, is_steam=is_steam)


def _steam_engine(drawing: Drawing, brief: Brief, k: float, paint: Finish, drum: Finish) -> None:
    """Draw the rear wheels, the boiler in its bands with chimney and firebox, and the flywheel."""
    for side in (1.0, -1.0):
        drawing.add(
            "wheel",
            (0.4 * k, 1.5 * k, 1.5 * k),
            (side * 0.8 * k, 0, -1.4 * k),
            turn=(0, 0 if side > 0 else 180, 0),
            spokes=12,
            style="wood",
            rim_share=0.88,
            tyre_material=drum["material"],
            **brief.of("wheel spoke", "paint_red"),
        )
    lying(drawing, "rod", 0.8 * k, 2.2 * k, (0, 1.4 * k, 0.3 * k), "boiler", paint, edge=0.04)
    for z in (-0.6, 0.2, 1.0):
        lying(drawing, "hoop", 0.83 * k, 0.07 * k, (0, 1.4 * k, z * k), "boiler_band", bright(brief), inner=0.9)
    drawing.add(
        "turning",
        (0.4 * k, 1.1 * k, 0.4 * k),
        (0, 1.7 * k, 1.1 * k),
        name="chimney",
        profile=[0.8, 0, 0.6, 0.1, 0.6, 0.8, 1.0, 0.92, 0.8, 1.0],
        **_IRON,
    )
    lying(drawing, "disc", 1.0 * k, 0.1 * k, (0.5 * k, 1.5 * k, -0.4 * k), "flywheel", paint, along="x", edge=0.1)
    lying(drawing, "rod", 0.1 * k, 0.8 * k, (0.2 * k, 1.5 * k, -0.4 * k), "flywheel_shaft", _STEEL, along="x")
    drawing.add("box", (0.9 * k, 0.9 * k, 0.5 * k), (0, 0.9 * k, -0.9 * k), name="firebox", radius_m=0.04 * k, **_IRON)
    drawing.add("box", (0.5 * k, 0.5 * k, 0.4 * k), (0, 0.9 * k, 0.5 * k), name="boiler_seat", **_IRON)


def _motor_hood(drawing: Drawing, brief: Brief, k: float, paint: Finish) -> None:
    """Draw the rear wheels, the hood behind and the console in front of the driver."""
    pair(drawing, brief, 0.62 * k, -1.4 * k, 1.3 * k, 0.5 * k, brief.of("wheel rim", paint["material"]))
    hood = [(-2.2, 0.9), (-2.25, 1.4), (-2.0, 1.6), (-1.0, 1.65), (-0.95, 0.9)]
    side_shape(drawing, [(z * k, y * k) for z, y in hood], 1.3 * k, "hood", paint, edge=0.1 * k, soft=0.08 * k)
    console = [(0.1, 1.1), (0.0, 1.85), (0.2, 1.9), (0.4, 1.1)]
    side_shape(drawing, [(z * k, y * k) for z, y in console], 0.7 * k, "console", paint, edge=0.06 * k)


def _driving_place(drawing: Drawing, brief: Brief, k: float, *, is_steam: bool) -> None:
    """Draw the seat and the steering wheel on its column."""
    z = -0.6 if not is_steam else -1.6
    leather = brief.of("seat", "leather_black")
    drawing.add(
        "box",
        (0.5 * k, 0.4 * k, 0.44 * k),
        (0, 1.24 * k if not is_steam else 1.2 * k, z * k),
        name="seat",
        radius_m=0.05 * k,
        **leather,
    )
    drawing.add(
        "box",
        (0.5 * k, 0.5 * k, 0.12 * k),
        (0, 1.42 * k, (z - 0.23) * k),
        name="seat_back",
        radius_m=0.05 * k,
        **leather,
    )
    at = (0, 1.95 * k, 0.02 * k) if not is_steam else (0, 1.9 * k, -1.05 * k)
    drawing.add("torus", (0.44 * k, 0.04 * k, 0.44 * k), at, turn=(-40, 0, 0), name="steering_wheel", **_IRON)
    tubes(
        drawing,
        [
            [(-0.2 * k, at[1] + 0.02 * k, at[2]), (0.2 * k, at[1] + 0.02 * k, at[2])],
            [(0, at[1] + 0.02 * k, at[2]), (0, at[1] - 0.7 * k, at[2] + 0.3 * k)],
        ],
        0.05 * k,
        "column",
        _IRON,
    )


def _roller_roof(drawing: Drawing, brief: Brief, k: float, paint: Finish, *, is_steam: bool) -> None:
    """Draw the roof on four posts."""
    y = 2.7 * k
    shift = 0.0 if not is_steam else -1.2
    posts: list[Line] = [
        [(0.58 * k, 1.2 * k, (a + shift) * k), (0.58 * k, y, (a + shift) * k)]
        for a in ((-0.95, 0.4) if not is_steam else (-0.98, 0.3))
    ]
    tubes(drawing, twins(posts), 0.07 * k, "roof_post", _IRON)
    drawing.add(
        "box",
        (1.5 * k, 0.1 * k, 1.9 * k),
        (0, y - 0.03 * k, (shift - 0.25) * k),
        name="roof",
        radius_m=0.04 * k,
        **brief.of("roof", paint["material"]),
    )
