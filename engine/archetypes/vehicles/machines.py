"""Working machines: tractor, excavator, forklift; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import Line, bright, glass_of, lying, mudguard, side_shape, tubes, twins

_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")
_LAMP = Finish(material="enamel_white", color="#f4f6ff")


def _coat(brief: Brief, parts: str, color: str, *styled: str) -> Finish:
    """Return the machine's paint: what the text says, else the style's, else the trade's colour."""
    role = {
        "steampunk": "bronze_aged",
        "art deco": "paint_black",
        "futuristic": "plastic_white",
        "industrial": "steel_brushed",
    }.get(brief.style_name)
    finish = brief.of(parts, role or "paint_white", is_main=True)
    if role is None and finish["material"] == "paint_white" and not finish["color"] and not brief.materials:
        return Finish(material="paint_white", color=color)
    return finish


def _pair(
    drawing: Drawing, brief: Brief, x: float, z: float, size: float, broad: float, finish: Finish, name: str = "wheel"
) -> None:
    for side in (1.0, -1.0):
        drawing.add(
            "wheel",
            (broad, size, size),
            (side * x, 0, z),
            turn=(0, 0 if side > 0 else 180, 0),
            name=name,
            spokes=8,
            style="steel",
            rim_share=0.56,
            is_chunky=True,
            **finish,
        )
    lying(drawing, "rod", size * 0.12, 2 * x, (0, size / 2, z), "axle", _IRON, along="x")


@archetype(
    "tractor", "vehicle", "machine",
    "tractor, farm tractor, traktor, tracteur, trecker, agricultural machine, lawn tractor, ride-on mower, combine harvester, harvester, combine, "
    "steam tractor, traction engine",
    hints="farm, field, plough, plow, farmer, agriculture",
    about="A strong farm machine with huge rear wheels and a cab or seat, that pulls ploughs and trailers over fields.",
    parts="cab, bonnet, hood, exhaust, mudguard, fender, seat, hitch, plough, bucket, steering wheel, headlight",
    features="cab, plough, plow=plough, front loader, loader=front loader, trailer",
)  # fmt: skip
def tractor(drawing: Drawing, brief: Brief) -> None:
    """Draw a tractor: bonnet with grille, engine, cab or open seat, great rear wheels, hitch; plough or loader if named."""
    known = brief.words | brief.modifiers | brief.features
    is_old = bool(known & {"vintage", "old", "antique", "steam"}) or brief.style_name in (
        "steampunk",
        "rustic",
        "art deco",
    )
    k = brief.box(2.2, 2.8, 4.2, keeps_shape=True)[2] / 4.2
    paint = _coat(
        brief, "body bonnet hood paint tractor", "#2f7d32" if brief.choose("green", "red") == "green" else "#b3121d"
    )
    rim = brief.of("wheel rim", "paint_white", is_accent=True)
    rim["color"] = rim["color"] or ("#f0c419" if rim["material"] == "paint_white" and not brief.materials else "")
    rear, front = 1.7 * k, (1.0 if not is_old else 0.84) * k
    _pair(drawing, brief, 0.82 * k, -1.05 * k, rear, 0.46 * k, rim)
    _pair(
        drawing, brief, 0.72 * k if not is_old else 0.62 * k, 1.25 * k, front, (0.32 if not is_old else 0.22) * k, rim
    )
    drawing.add("box", (0.4 * k, 0.36 * k, 0.24 * k), (0, front / 2 - 0.08 * k, 1.25 * k), name="front_axle", **_IRON)
    _tractor_body(drawing, brief, paint, k, is_old=is_old)
    for side in (1.0, -1.0):
        mudguard(
            drawing, (rear / 2, -1.05 * k), rear * 0.54, 0.5 * k, (38, 165), paint, x=side * 0.82 * k, thick=0.03 * k
        )
        drawing.add(
            "box", (0.3 * k, 0.5 * k, 0.3 * k), (side * 0.6 * k, 1.32 * k, -1.05 * k), name="mudguard_post", **_IRON
        )
    if brief.has("cab", default=not is_old):
        drawing.add(
            "cab", (1.36 * k, 1.62 * k, 1.5 * k), (0, 1.12 * k, -0.72 * k), name="cab", outline=[-1, 0.22, -0.86, 0.0, 0.9, 0, 1.0, 0.3, 0.74, 1, -0.9, 1],
            belt=0.2, pillar_m=0.08 * k, **glass_of(brief), **paint,
        )  # fmt: skip
        drawing.add(
            "box",
            (0.2 * k, 0.1 * k, 0.2 * k),
            (0.45 * k, 2.72 * k, -0.5 * k),
            name="beacon",
            radius_m=0.03 * k,
            material="emissive_warm",
        )
    else:
        drawing.add(
            "box",
            (0.5 * k, 0.14 * k, 0.44 * k),
            (0, 1.42 * k, -1.05 * k),
            name="seat",
            radius_m=0.06 * k,
            **brief.of("seat", "iron_black"),
        )
        drawing.add(
            "box",
            (0.5 * k, 0.34 * k, 0.08 * k),
            (0, 1.5 * k, -1.27 * k),
            name="seat_back",
            radius_m=0.03 * k,
            **brief.of("seat", "iron_black"),
        )
        drawing.add("box", (0.14 * k, 0.5 * k, 0.14 * k), (0, 1.0 * k, -1.05 * k), name="seat_post", **_IRON)
        tubes(drawing, [[(0, 1.28 * k, -0.08 * k), (0, 1.72 * k, -0.46 * k)]], 0.05 * k, "column", _IRON)
        drawing.add(
            "torus",
            (0.44 * k, 0.04 * k, 0.44 * k),
            (0, 1.7 * k, -0.46 * k),
            turn=(-38, 0, 0),
            name="steering_wheel",
            **_IRON,
        )
        tubes(
            drawing, [[(-0.2 * k, 1.72 * k, -0.46 * k), (0.2 * k, 1.72 * k, -0.46 * k)]], 0.03 * k, "wheel_spoke", _IRON
        )
    if brief.has("front loader"):
        _loader(drawing, paint, k)
    if brief.has("plough"):
        _plough(drawing, paint, k)


def _tractor_body(drawing: Drawing, brief: Brief, paint: Finish, k: float, *, is_old: bool) -> None:
    """Draw frame, gearbox, bonnet, grille, lamps, exhaust and the hitch."""
    drawing.add("box", (0.5 * k, 0.5 * k, 3.2 * k), (0, 0.55 * k, 0.1 * k), name="frame", radius_m=0.06 * k, **_IRON)
    drawing.add("box", (0.62 * k, 0.7 * k, 0.9 * k), (0, 0.5 * k, -1.0 * k), name="gearbox", radius_m=0.1 * k, **_IRON)
    drawing.add("box", (0.6 * k, 0.42 * k, 1.1 * k), (0, 0.66 * k, 0.75 * k), name="engine", radius_m=0.05 * k, **_IRON)
    high = 1.62 if not is_old else 1.5
    bonnet = [(-0.12, 0.98), (-0.12, high), (1.3, high - 0.14), (1.72, high - 0.3), (1.78, 0.84), (1.6, 0.8)]
    side_shape(drawing, [(z * k, y * k) for z, y in bonnet], 0.72 * k, "bonnet", paint, edge=0.1 * k, soft=0.06 * k)
    drawing.add(
        "box",
        (0.46 * k, 0.44 * k, 0.08 * k),
        (0, 0.86 * k, 1.735 * k),
        name="grille",
        radius_m=0.02 * k,
        material="plastic_black",
    )
    for step in range(5):
        drawing.add(
            "box",
            (0.44 * k, 0.02 * k, 0.1 * k),
            (0, (0.92 + 0.08 * step) * k, 1.735 * k),
            name="grille_bar",
            **bright(brief, "trim grille"),
        )
    for side in (1.0, -1.0):
        for z in (0.15, 0.55, 0.95):
            drawing.add(
                "box",
                (0.03 * k, 0.26 * k, 0.26 * k),
                (side * 0.355 * k, 1.02 * k, z * k),
                name="vent",
                radius_m=0.01 * k,
                material="plastic_black",
            )
        if is_old:
            drawing.add(
                "lamp_round",
                (0.24 * k, 0.24 * k, 0.2 * k),
                (side * 0.44 * k, 1.1 * k, 1.4 * k),
                name="headlight",
                **bright(brief, "headlight"),
            )
            lying(
                drawing,
                "rod",
                0.05 * k,
                0.3 * k,
                (side * 0.36 * k, 1.22 * k, 1.42 * k),
                "lamp_bracket",
                _IRON,
                along="x",
            )
        else:
            drawing.add(
                "box",
                (0.18 * k, 0.1 * k, 0.06 * k),
                (side * 0.22 * k, 1.32 * k, 1.705 * k),
                turn=(-20, 0, 0),
                name="headlight",
                radius_m=0.02 * k,
                **_LAMP,
            )
            for y in (0.42, 0.66, 0.9):
                drawing.add(
                    "box", (0.3 * k, 0.04 * k, 0.22 * k), (side * 0.52 * k, y * k, -0.02 * k), name="step", **_STEEL
                )
            drawing.add(
                "box", (0.04 * k, 0.86 * k, 0.2 * k), (side * 0.39 * k, 0.36 * k, -0.02 * k), name="step_post", **_IRON
            )
            drawing.add(
                "box", (0.16 * k, 0.1 * k, 0.2 * k), (side * 0.3 * k, 0.9 * k, -0.02 * k), name="step_bracket", **_IRON
            )
    tubes(
        drawing,
        [[(0.24 * k, 1.3 * k, 0.9 * k), (0.24 * k, 2.3 * k, 0.9 * k), (0.24 * k, 2.42 * k, 0.8 * k)]],
        0.085 * k,
        "exhaust",
        bright(brief, "exhaust"),
        bend=0.06 * k,
    )
    drawing.add("rod", (0.15 * k, 0.5 * k, 0.15 * k), (0.24 * k, 1.6 * k, 0.9 * k), name="silencer", edge=0.2, **_STEEL)
    arms: list[Line] = [
        [(0.26 * k, 0.62 * k, -1.3 * k), (0.36 * k, 0.5 * k, -2.0 * k)],
        [(0.0, 0.95 * k, -1.4 * k), (0.0, 0.86 * k, -1.95 * k)],
    ]
    tubes(drawing, twins(arms), 0.07 * k, "hitch", _STEEL)
    drawing.add("box", (0.86 * k, 0.06 * k, 0.06 * k), (0, 0.47 * k, -2.0 * k), name="drawbar", **_STEEL)


def _loader(drawing: Drawing, paint: Finish, k: float) -> None:
    """Draw a front loader's arms, rams and bucket."""
    arm = [(0.48, 1.5, -0.1), (0.48, 1.62, 0.5), (0.48, 1.3, 1.9), (0.48, 0.45, 2.55)]
    tubes(drawing, twins([[(x * k, y * k, z * k) for x, y, z in arm]]), 0.12 * k, "loader_arm", paint, bend=0.2 * k)
    tubes(drawing, twins([[(0.48 * k, 0.8 * k, 0.3 * k), (0.48 * k, 1.36 * k, 1.4 * k)]]), 0.08 * k, "ram", _STEEL)
    tubes(
        drawing,
        twins([[(0.2 * k, 0.8 * k, 0.3 * k), (0.48 * k, 0.8 * k, 0.3 * k), (0.48 * k, 1.5 * k, -0.1 * k)]]),
        0.1 * k,
        "loader_post",
        paint,
    )
    drawing.add("bucket", (1.7 * k, 0.66 * k, 0.8 * k), (0, 0.06 * k, 2.86 * k), name="bucket", **_STEEL)


def _plough(drawing: Drawing, paint: Finish, k: float) -> None:
    """Draw a plough of three shares on its beam."""
    tubes(
        drawing,
        [
            [(-0.3 * k, 0.6 * k, -1.95 * k), (0.42 * k, 0.62 * k, -3.7 * k)],
            [(-0.36 * k, 0.5 * k, -2.0 * k), (0.36 * k, 0.5 * k, -2.0 * k)],
            [(0, 0.5 * k, -2.0 * k), (0, 0.62 * k, -2.6 * k)],
        ],
        0.12 * k,
        "plough_beam",
        paint,
    )
    for step in range(3):
        x, z = (-0.2 + 0.25 * step) * k, (-2.3 - 0.6 * step) * k
        side_shape(
            drawing,
            [
                (z + 0.1 * k, 0.66 * k),
                (z + 0.34 * k, 0.02 * k),
                (z - 0.3 * k, 0.02 * k),
                (z - 0.22 * k, 0.4 * k),
                (z, 0.66 * k),
            ],
            0.09 * k,
            "plough_share",
            _STEEL,
            x=x,
            edge=0.02 * k,
        )


@archetype(
    "excavator", "vehicle", "machine",
    "excavator, digger, backhoe, mini excavator, crawler excavator, bagger, bulldozer, dozer, loader, wheel loader, front end loader, jcb, "
    "pelleteuse, excavadora, earth mover, construction machine, power shovel, steam shovel",
    hints="construction site, dig, digging, demolition",
    about="A construction machine on tracks with a long jointed arm and a bucket that digs earth on building sites.",
    parts="bucket, arm, boom, track, cab, blade, ram, counterweight",
    features="blade, dozer blade=blade, breaker, hammer=breaker",
)  # fmt: skip
def excavator(drawing: Drawing, brief: Brief) -> None:
    """Draw an excavator: tracks, slewing house with cab and counterweight, boom, stick, rams and bucket; or a bulldozer."""
    known = brief.words | brief.features
    k = brief.box(2.6, 3.0, 7.6, keeps_shape=True)[2] / 7.6
    paint = _coat(brief, "body boom arm paint excavator", "#e8a013")
    track = brief.of("track", "iron_black")
    for side in (1.0, -1.0):
        drawing.add("track", (0.52 * k, 0.86 * k, 3.4 * k), (side * 1.0 * k, 0, -1.3 * k), name="track", **track)
    drawing.add(
        "box", (1.7 * k, 0.36 * k, 1.7 * k), (0, 0.42 * k, -1.3 * k), name="undercarriage", radius_m=0.06 * k, **_IRON
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
                "box",
                (0.14 * k, 0.16 * k, 1.6 * k),
                (x * k, 0.42 * k, 0.1 * k),
                turn=(8, 0, 0),
                name="blade_arm",
                **_IRON,
            )


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
        drawing,
        [(y * k, h * k) for y, h in weight],
        2.46 * k,
        "counterweight",
        brief.of("counterweight", "iron_black"),
        edge=0.14 * k,
        soft=0.08 * k,
    )
    drawing.add(
        "box",
        (0.9 * k, 0.7 * k, 1.2 * k),
        (-0.75 * k, 1.1 * k, z + 0.5 * k),
        name="tool_box",
        radius_m=0.05 * k,
        **paint,
    )
    for step in range(6):
        drawing.add(
            "box",
            (0.04 * k, 0.05 * k, 0.8 * k),
            (-1.2 * k, (1.28 + 0.1 * step) * k, -2.2 * k),
            name="vent",
            material="plastic_black",
        )
    drawing.add(
        "cab", (0.98 * k, 1.9 * k, 1.56 * k), (0.74 * k, 1.1 * k, z + 0.55 * k), name="cab", outline=[-1, 0, 0.8, 0, 1.0, 0.12, 1.0, 0.34, 0.72, 1, -0.86, 1, -1, 0.8],
        belt=0.3, pillar_m=0.085 * k, **glass_of(brief), **paint,
    )  # fmt: skip
    tubes(
        drawing,
        [
            [
                (-1.1 * k, 1.95 * k, -2.7 * k),
                (-1.1 * k, 2.45 * k, -2.7 * k),
                (-1.1 * k, 2.45 * k, -1.5 * k),
                (-1.1 * k, 1.95 * k, -1.5 * k),
            ]
        ],
        0.05 * k,
        "handrail",
        _STEEL,
        bend=0.08 * k,
    )
    tubes(
        drawing,
        [[(-0.6 * k, 1.95 * k, -2.4 * k), (-0.6 * k, 2.5 * k, -2.4 * k), (-0.6 * k, 2.58 * k, -2.5 * k)]],
        0.1 * k,
        "exhaust",
        bright(brief, "exhaust"),
        bend=0.05 * k,
    )
    for x in (0.4, 1.08):
        drawing.add(
            "box",
            (0.16 * k, 0.1 * k, 0.08 * k),
            (x * k, 3.02 * k, z + 1.0 * k),
            name="headlight",
            radius_m=0.02 * k,
            **_LAMP,
        )
    drawing.add("box", (0.9 * k, 0.06 * k, 0.1 * k), (0.74 * k, 2.97 * k, z + 0.98 * k), name="lamp_bar", **_IRON)


def _arm(drawing: Drawing, brief: Brief, paint: Finish, k: float) -> None:
    """Draw boom, stick, bucket link, bucket (or breaker) and the rams."""
    x = -0.05 * k
    boom = [
        (-0.75, 1.25),
        (-0.95, 1.6),
        (0.2, 3.2),
        (0.75, 3.42),
        (3.3, 2.86),
        (3.42, 2.6),
        (3.2, 2.52),
        (0.85, 2.9),
        (0.42, 2.76),
        (-0.35, 1.3),
    ]
    side_shape(drawing, [(z * k, y * k) for z, y in boom], 0.4 * k, "boom", paint, x=x, edge=0.05 * k, soft=0.05 * k)
    stick = [(2.95, 3.2), (2.6, 3.12), (2.95, 2.4), (3.5, 0.86), (3.72, 0.86), (3.66, 1.2), (3.5, 2.6), (3.3, 3.0)]
    side_shape(drawing, [(z * k, y * k) for z, y in stick], 0.3 * k, "stick", paint, x=x, edge=0.04 * k, soft=0.04 * k)
    for side in (-1.0, 1.0):
        drawing.add(
            "box",
            (0.1 * k, 0.7 * k, 0.7 * k),
            (x + side * 0.26 * k, 1.05 * k, -0.55 * k),
            name="boom_foot",
            radius_m=0.03 * k,
            **paint,
        )
        ram: Line = [(x + side * 0.27 * k, 1.2 * k, -0.3 * k), (x + side * 0.27 * k, 2.62 * k, 0.7 * k)]
        tubes(drawing, [ram], 0.09 * k, "rod", _STEEL)
        tubes(drawing, [[ram[0], (ram[0][0], 1.2 * k + 0.8 * k, -0.3 * k + 0.56 * k)]], 0.15 * k, "ram", _IRON)
    tubes(
        drawing, [[(x, 3.3 * k, 0.9 * k), (x, 3.5 * k, 1.6 * k), (x, 3.16 * k, 2.75 * k)]], 0.12 * k, "stick_ram", _IRON
    )
    tubes(
        drawing,
        [
            [(x, 2.9 * k, 3.42 * k), (x, 2.1 * k, 3.84 * k), (x, 1.16 * k, 3.84 * k)],
            [(x, 1.16 * k, 3.84 * k), (x, 0.92 * k, 3.62 * k)],
        ],
        0.1 * k,
        "bucket_ram",
        _IRON,
    )
    for z, y, wide in ((0.72, 2.66, 0.62), (3.36, 2.72, 0.5), (3.6, 0.94, 0.44), (-0.6, 1.4, 0.66)):
        lying(drawing, "rod", 0.16 * k, wide * k, (x, y * k, z * k), "pin", _STEEL, along="x")
    steel = brief.of("bucket", "steel_brushed" if brief.style_name != "industrial" else "iron_black")
    if brief.has("breaker"):
        drawing.add(
            "box", (0.36 * k, 0.8 * k, 0.36 * k), (x, 0.3 * k, 3.62 * k), name="breaker", radius_m=0.04 * k, **_IRON
        )
        drawing.add(
            "cone",
            (0.16 * k, 0.36 * k, 0.16 * k),
            (x, 0.0, 3.62 * k),
            turn=(180, 0, 0),
            name="chisel",
            top=0.3,
            **steel,
        )
    else:
        drawing.add(
            "bucket", (0.95 * k, 0.92 * k, 0.86 * k), (x, 0.05 * k, 3.52 * k), turn=(0, 180, 0), name="bucket", **steel
        )


def _bulldozer(drawing: Drawing, brief: Brief, paint: Finish, k: float) -> None:
    """Draw a bulldozer's bonnet, cab, blade with its arms, and the ripper."""
    bonnet = [(-1.2, 0.7), (-1.2, 1.72), (0.6, 1.62), (0.66, 0.7)]
    side_shape(drawing, [(z * k, y * k) for z, y in bonnet], 1.1 * k, "bonnet", paint, edge=0.07 * k, soft=0.06 * k)
    drawing.add(
        "box",
        (0.8 * k, 0.74 * k, 0.06 * k),
        (0, 0.8 * k, 0.64 * k),
        name="grille",
        radius_m=0.02 * k,
        material="plastic_black",
    )
    drawing.add("box", (1.5 * k, 0.5 * k, 1.9 * k), (0, 0.7 * k, -2.0 * k), name="body", radius_m=0.06 * k, **paint)
    drawing.add(
        "cab",
        (1.44 * k, 1.7 * k, 1.5 * k),
        (0, 1.15 * k, -1.95 * k),
        name="cab",
        outline=[-1, 0, 0.9, 0, 1, 0.3, 0.76, 1, -0.9, 1],
        belt=0.3,
        pillar_m=0.09 * k,
        **glass_of(brief),
        **paint,
    )
    blade = [(1.3, 0.04), (1.16, 0.34), (1.16, 0.8), (1.34, 1.2), (1.46, 1.2), (1.3, 0.8), (1.3, 0.36), (1.46, 0.04)]
    side_shape(
        drawing,
        [(z * k, y * k) for z, y in blade],
        3.0 * k,
        "blade",
        brief.of("blade bucket", "steel_brushed"),
        edge=0.02 * k,
    )
    tubes(
        drawing, twins([[(1.35 * k, 0.45 * k, -1.0 * k), (1.35 * k, 0.4 * k, 1.24 * k)]]), 0.18 * k, "blade_arm", paint
    )
    lying(drawing, "rod", 0.2 * k, 2.8 * k, (0, 0.46 * k, -1.0 * k), "pivot", _STEEL, along="x")
    tubes(drawing, twins([[(0.4 * k, 1.2 * k, 0.5 * k), (0.6 * k, 0.8 * k, 1.24 * k)]]), 0.11 * k, "ram", _STEEL)
    tubes(
        drawing,
        [[(0.3 * k, 1.6 * k, -0.4 * k), (0.3 * k, 2.5 * k, -0.4 * k)]],
        0.1 * k,
        "exhaust",
        bright(brief, "exhaust"),
    )
    side_shape(
        drawing,
        [
            (-2.9 * k, 0.9 * k),
            (-2.9 * k, 1.06 * k),
            (-3.3 * k, 1.0 * k),
            (-3.26 * k, 0.1 * k),
            (-3.06 * k, 0.06 * k),
            (-3.16 * k, 0.84 * k),
        ],
        0.16 * k,
        "ripper",
        _STEEL,
        edge=0.03 * k,
    )


@archetype(
    "forklift", "vehicle", "machine",
    "forklift, fork lift, forklift truck, fork truck, lift truck, pallet truck, stacker truck, gabelstapler, stapler, carretilla elevadora, warehouse truck",
    hints="pallet, warehouse work, lift pallets",
    about="A small strong warehouse vehicle with two forks on a mast in front that lifts and carries pallets.",
    parts="fork, mast, seat, cage, roof, counterweight, pallet, crate",
    features="pallet, crate, load=crate, beacon",
)  # fmt: skip
def forklift(drawing: Drawing, brief: Brief) -> None:
    """Draw a forklift: counterweight, overhead guard, seat, mast with chains, forks; a pallet and crates if named."""
    k = brief.box(1.25, 2.2, 3.5, keeps_shape=True)[2] / 3.5
    paint = _coat(brief, "body paint forklift", "#f0a818")
    rim = brief.of("wheel rim", "steel_brushed")
    _pair(drawing, brief, 0.48 * k, 0.42 * k, 0.66 * k, 0.24 * k, rim)
    _pair(drawing, brief, 0.46 * k, -1.12 * k, 0.52 * k, 0.2 * k, rim)
    drawing.add("box", (0.86 * k, 0.4 * k, 1.9 * k), (0, 0.2 * k, -0.3 * k), name="frame", radius_m=0.05 * k, **_IRON)
    body = [
        (-1.45, 0.34),
        (-1.55, 0.6),
        (-1.52, 1.02),
        (-1.2, 1.1),
        (-0.42, 1.0),
        (-0.3, 0.62),
        (0.2, 0.55),
        (0.3, 0.9),
        (0.42, 0.9),
        (0.5, 0.3),
    ]
    side_shape(drawing, [(z * k, y * k) for z, y in body], 1.02 * k, "body", paint, edge=0.07 * k, soft=0.04 * k)
    weight = [(-1.62, 0.3), (-1.7, 0.55), (-1.66, 0.98), (-1.44, 1.04), (-1.3, 0.3)]
    side_shape(
        drawing,
        [(z * k, y * k) for z, y in weight],
        1.1 * k,
        "counterweight",
        brief.of("counterweight", "iron_black"),
        edge=0.1 * k,
        soft=0.06 * k,
    )
    _forklift_cage(drawing, brief, paint, k)
    _mast(drawing, brief, k)
    if brief.has("pallet", "crate"):
        _pallet(drawing, brief, k)


def _forklift_cage(drawing: Drawing, brief: Brief, paint: Finish, k: float) -> None:
    """Draw the overhead guard, the seat, steering wheel, lamps and beacon."""
    dark = brief.of("cage roof guard", "iron_black")
    posts: list[Line] = [
        [
            (0.44 * k, 0.8 * k, 0.36 * k),
            (0.42 * k, 2.1 * k, 0.06 * k),
            (0.42 * k, 2.1 * k, -1.1 * k),
            (0.44 * k, 1.0 * k, -1.36 * k),
        ]
    ]
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
        "box",
        (0.48 * k, 0.54 * k, 0.13 * k),
        (0, 1.08 * k, -0.96 * k),
        turn=(-8, 0, 0),
        name="seat_back",
        radius_m=0.06 * k,
        **leather,
    )
    tubes(drawing, [[(0, 0.8 * k, 0.3 * k), (0, 1.25 * k, -0.06 * k)]], 0.05 * k, "column", dark)
    drawing.add(
        "torus",
        (0.36 * k, 0.035 * k, 0.36 * k),
        (0, 1.235 * k, -0.06 * k),
        turn=(-36, 0, 0),
        name="steering_wheel",
        **_IRON,
    )
    tubes(
        drawing,
        [[(-0.165 * k, 1.25 * k, -0.06 * k), (0.165 * k, 1.25 * k, -0.06 * k)]],
        0.026 * k,
        "wheel_spoke",
        _IRON,
    )
    for side in (1.0, -1.0):
        drawing.add(
            "lamp_round",
            (0.13 * k, 0.13 * k, 0.09 * k),
            (side * 0.44 * k, 1.72 * k, 0.16 * k),
            name="headlight",
            **_IRON,
        )
        drawing.add(
            "box",
            (0.12 * k, 0.06 * k, 0.04 * k),
            (side * 0.44 * k, 0.9 * k, -1.6 * k),
            name="tail_light",
            material="paint_red",
        )
    drawing.add(
        "rod", (0.12 * k, 0.14 * k, 0.12 * k), (0, 2.11 * k, -0.54 * k), name="beacon", material="emissive_warm"
    )


def _mast(drawing: Drawing, brief: Brief, k: float) -> None:
    """Draw the mast's rails, cross beams, lift ram, chains, carriage and forks."""
    dark, steel = brief.of("mast", "iron_black"), brief.of("fork", "steel_brushed")
    for x, z, tall in ((0.34, 0.66, 2.2), (0.24, 0.7, 2.05)):
        for side in (1.0, -1.0):
            drawing.add(
                "box",
                (0.09 * k, (tall - 0.12) * k, 0.14 * k),
                (side * x * k, 0.12 * k, z * k),
                name="mast",
                radius_m=0.01 * k,
                **dark,
            )
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
            "box",
            (size * k, size * 0.9 * k, size * 0.9 * k),
            (x * k, 0.215 * k, z * k),
            name="crate",
            **brief.of("crate box", "paper"),
        )
