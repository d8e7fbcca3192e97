"""Working machines: tractor, excavator, forklift; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import Line, bright, glass_of, lying, mudguard, side_shape, tubes, twins

_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")
_LAMP = Finish(material="enamel_white", color="#f4f6ff")


def coat(brief: Brief, parts: str, color: str, *styled: str) -> Finish:
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


def pair(
    drawing: Drawing, brief: Brief, x: float, z: float, size: float, broad: float, finish: Finish, name: str = "wheel"
) -> None:
    for side in (1.0, -1.0):
        drawing.add(
            "wheel", (broad, size, size), (side * x, 0, z), turn=(0, 0 if side > 0 else 180, 0), name=name, spokes=8,
            style="steel", rim_share=0.56, is_chunky=True, **finish,
        )  # fmt: skip
    lying(drawing, "rod", size * 0.12, 2 * x, (0, size / 2, z), "axle", _IRON, along="x")


@archetype(
    "tractor", "vehicle", "machine",
    "tractor, farm tractor, traktor, tracteur, trecker, agricultural machine, lawn tractor, ride-on mower, steam "
    "tractor, traction engine",
    hints="farm, field, plough, plow, farmer, agriculture",
    about="A strong farm machine with huge rear wheels and a cab or seat, that pulls ploughs and trailers over fields.",
    parts="cab, bonnet, hood, exhaust, mudguard, fender, seat, hitch, plough, bucket, steering wheel, headlight",
    features="cab, plough, plow=plough, front loader, loader=front loader, trailer",
)  # fmt: skip
def tractor(drawing: Drawing, brief: Brief) -> None:
    """Draw a tractor: bonnet, engine, cab or open seat, great rear wheels, hitch; plough or loader if named."""
    known = brief.words | brief.modifiers | brief.features
    is_old = bool(known & {"vintage", "old", "antique", "steam"}) or brief.style_name in (
        "steampunk", "rustic", "art deco",
    )  # fmt: skip
    k = brief.box(2.2, 2.8, 4.2, keeps_shape=True)[2] / 4.2
    paint = coat(
        brief, "body bonnet hood paint tractor", "#2f7d32" if brief.choose("green", "red") == "green" else "#b3121d"
    )
    rim = brief.of("wheel rim", "paint_white", is_accent=True)
    rim["color"] = rim["color"] or (
        "#f0c419" if rim["material"] == paint["material"] == "paint_white" and not brief.materials else ""
    )
    rear, front = 1.7 * k, (1.0 if not is_old else 0.84) * k
    pair(drawing, brief, 0.82 * k, -1.05 * k, rear, 0.46 * k, rim)
    pair(drawing, brief, 0.72 * k if not is_old else 0.62 * k, 1.25 * k, front, (0.32 if not is_old else 0.22) * k, rim)
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
            "cab", (1.36 * k, 1.62 * k, 1.5 * k), (0, 1.12 * k, -0.72 * k), name="cab", outline=[-1, 0.22, -0.86, 0.0,
            0.9, 0, 1.0, 0.3, 0.74, 1, -0.9, 1], belt=0.2, pillar_m=0.08 * k, **glass_of(brief), **paint,
        )  # fmt: skip
        drawing.add(
            "box", (0.2 * k, 0.1 * k, 0.2 * k), (0.45 * k, 2.72 * k, -0.5 * k), name="beacon", radius_m=0.03 * k,
            material="emissive_warm",
        )  # fmt: skip
    else:
        drawing.add(
            "box", (0.5 * k, 0.14 * k, 0.44 * k), (0, 1.42 * k, -1.05 * k), name="seat", radius_m=0.06 * k,
            **brief.of("seat", "iron_black"),
        )  # fmt: skip
        drawing.add(
            "box", (0.5 * k, 0.34 * k, 0.08 * k), (0, 1.5 * k, -1.27 * k), name="seat_back", radius_m=0.03 * k,
            **brief.of("seat", "iron_black"),
        )  # fmt: skip
        drawing.add("box", (0.14 * k, 0.5 * k, 0.14 * k), (0, 1.0 * k, -1.05 * k), name="seat_post", **_IRON)
        tubes(drawing, [[(0, 1.28 * k, -0.08 * k), (0, 1.72 * k, -0.46 * k)]], 0.05 * k, "column", _IRON)
        drawing.add(
            "torus", (0.44 * k, 0.04 * k, 0.44 * k), (0, 1.7 * k, -0.46 * k), turn=(-38, 0, 0), name="steering_wheel",
            **_IRON,
        )  # fmt: skip
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
        "box", (0.46 * k, 0.44 * k, 0.08 * k), (0, 0.86 * k, 1.735 * k), name="grille", radius_m=0.02 * k,
        material="plastic_black",
    )  # fmt: skip
    for step in range(5):
        drawing.add(
            "box", (0.44 * k, 0.02 * k, 0.1 * k), (0, (0.92 + 0.08 * step) * k, 1.735 * k), name="grille_bar",
            **bright(brief, "trim grille"),
        )  # fmt: skip
    for side in (1.0, -1.0):
        for z in (0.15, 0.55, 0.95):
            drawing.add(
                "box", (0.03 * k, 0.26 * k, 0.26 * k), (side * 0.355 * k, 1.02 * k, z * k), name="vent",
                radius_m=0.01 * k, material="plastic_black",
            )  # fmt: skip
        if is_old:
            drawing.add(
                "lamp_round", (0.24 * k, 0.24 * k, 0.2 * k), (side * 0.44 * k, 1.1 * k, 1.4 * k), name="headlight",
                **bright(brief, "headlight"),
            )  # fmt: skip
            lying(
                drawing, "rod", 0.05 * k, 0.3 * k, (side * 0.36 * k, 1.22 * k, 1.42 * k), "lamp_bracket", _IRON,
                along="x",
            )  # fmt: skip
        else:
            drawing.add(
                "box", (0.18 * k, 0.1 * k, 0.06 * k), (side * 0.22 * k, 1.32 * k, 1.705 * k), turn=(-20, 0, 0),
                name="headlight", radius_m=0.02 * k, **_LAMP,
            )  # fmt: skip
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
        drawing, [[(0.24 * k, 1.3 * k, 0.9 * k), (0.24 * k, 2.3 * k, 0.9 * k), (0.24 * k, 2.42 * k, 0.8 * k)]],
        0.085 * k, "exhaust", bright(brief, "exhaust"), bend=0.06 * k,
    )  # fmt: skip
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
        drawing, twins([[(0.2 * k, 0.8 * k, 0.3 * k), (0.48 * k, 0.8 * k, 0.3 * k), (0.48 * k, 1.5 * k, -0.1 * k)]]),
        0.1 * k, "loader_post", paint,
    )  # fmt: skip
    drawing.add("bucket", (1.7 * k, 0.66 * k, 0.8 * k), (0, 0.06 * k, 2.86 * k), name="bucket", **_STEEL)


def _plough(drawing: Drawing, paint: Finish, k: float) -> None:
    """Draw a plough of three shares on its beam."""
    tubes(
        drawing, [[(-0.3 * k, 0.6 * k, -1.95 * k), (0.42 * k, 0.62 * k, -3.7 * k)], [(-0.36 * k, 0.5 * k, -2.0 * k),
        (0.36 * k, 0.5 * k, -2.0 * k)], [(0, 0.5 * k, -2.0 * k), (0, 0.62 * k, -2.6 * k)]], 0.12 * k, "plough_beam",
        paint,
    )  # fmt: skip
    for step in range(3):
        x, z = (-0.2 + 0.25 * step) * k, (-2.3 - 0.6 * step) * k
        side_shape(
            drawing, [(z + 0.1 * k, 0.66 * k), (z + 0.34 * k, 0.02 * k), (z - 0.3 * k, 0.02 * k), (z - 0.22 * k,
            0.4 * k), (z, 0.66 * k)], 0.09 * k, "plough_share", _STEEL, x=x, edge=0.02 * k,
        )  # fmt: skip
