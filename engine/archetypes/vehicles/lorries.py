"""Lorries: box, flatbed, tipper, tanker, mixer, semi-trailer and fire engine; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import (
    Line,
    bright,
    glass_of,
    lying,
    mudguard,
    paint_of,
    side_shape,
    tubes,
    twins,
)

_IRON = Finish(material="iron_black", color="")
_STEEL = Finish(material="steel_brushed", color="")
_LOADS = {
    "tanker": ("tanker", "tank", "fuel", "milk", "water"),
    "tipper": ("dump", "tipper", "dumper", "gravel", "mining"),
    "mixer": ("mixer", "cement", "concrete"),
    "flatbed": ("flatbed", "flat", "log", "logging", "timber", "stake"),
    "garbage": ("garbage", "refuse", "bin", "trash", "rubbish"),
}


class _Lorry:
    """The measures of a lorry, metres: its wheels, frame and where the cab ends."""

    def __init__(self, width: float, height: float, length: float, cab: float) -> None:
        self.width, self.height, self.length = width, height, length
        self.wheel = 0.295 * height
        self.cab, self.deck = cab, self.wheel * 1.0
        self.front = length / 2 - cab * 0.56  # z of the front axle
        self.back = length / 2 - cab * 1.06  # z of the load's front


@archetype(
    "truck", "vehicle", "truck",
    "truck, lorry, box truck, delivery truck, cargo truck, moving truck, semi truck, semi, semi-trailer truck, articulated lorry, "
    "freight truck, dump truck, tipper, tipper truck, tanker truck, tank truck, cement mixer truck, concrete mixer truck, "
    "flatbed truck, garbage truck, refuse truck, logging truck, eighteen wheeler, juggernaut, camion, camión, lastwagen, lkw, hgv",
    hints="freight, haulage, cargo",
    about="A large road vehicle with a cab in front and a box, bed, tank or trailer behind, for carrying heavy goods.",
    parts="cab, cargo, box, container, trailer, bed, tank, drum, bumper, exhaust, load, headlight, grille, mirror",
    features="trailer, log, crate, exhaust stack, light bar",
)  # fmt: skip
def truck(drawing: Drawing, brief: Brief) -> None:
    """Draw a lorry: frame, cab, wheels, and the load that its words name (a box by default)."""
    known = brief.words | brief.modifiers | brief.features
    is_semi = bool(known & {"semi", "semi-trailer", "articulated", "eighteen", "juggernaut", "trailer"})
    load = next((name for name, words in _LOADS.items() if known.intersection(words)), "box")
    width, height, length = brief.box(2.5, 3.5, 13.2 if is_semi else 7.8, keeps_shape=True)
    at = _Lorry(
        width, height, length, 2.15 / 7.8 * (7.8 if not is_semi else 7.6) * (length / (13.2 if is_semi else 7.8))
    )
    paint = brief.of("cab body paint truck", paint_of(brief, "paint_red", "paint_blue", "paint_white"), is_main=True)
    axles = (
        [at.front, -length / 2 + 0.17 * length]
        if not is_semi
        else [at.front, at.back - 1.5, at.back - 2.6, -length / 2 + 2.9, -length / 2 + 1.7]
    )
    _frame(drawing, at, axles, is_semi=is_semi)
    _cab(drawing, brief, at, paint)
    _axles(drawing, brief, at, axles)
    _fittings(drawing, brief, at, is_semi=is_semi)
    cargo = brief.of(
        "box cargo trailer container tank bed drum load",
        "paint_white" if load not in ("tanker", "flatbed") else ("aluminium" if load == "tanker" else "oak"),
        is_accent=True,
    )
    {"tanker": _tank, "tipper": _tipper, "mixer": _mixer, "flatbed": _flatbed, "garbage": _garbage}.get(load, _box)(
        drawing, brief, at, cargo
    )


def _frame(drawing: Drawing, at: _Lorry, axles: list[float], *, is_semi: bool) -> None:
    """Draw the chassis; a semi has a tractor's and a trailer's."""
    tall = at.wheel * 0.62
    spans = [(-at.length / 2 + 0.1, at.length / 2 - 0.25)]
    if is_semi:
        spans = [(at.back - 3.2, at.length / 2 - 0.25), (-at.length / 2 + 0.1, at.back - 1.2)]
    for number, (rear, front) in enumerate(spans):
        lift = at.wheel * (0.28 if number == 0 else 0.38)
        own = [
            (z - (front + rear) / 2) / ((front - rear) / 2)
            for z in axles
            if rear < z < front and (number == 0 or z < at.back - 3)
        ]
        drawing.add(
            "chassis",
            (at.width * 0.86, tall, front - rear),
            (0, lift if number == 0 else at.wheel * 0.39, (front + rear) / 2),
            axles=list[str | float](own),
            **_IRON,
        )
        if number == 1:
            for z in own:
                middle = (front + rear) / 2 + z * (front - rear) / 2
                lying(
                    drawing, "rod", at.wheel * 0.2, at.width * 0.7, (0, at.wheel / 2, middle), "axle", _IRON, along="x"
                )
            legs = at.back - 4.4
            for x in (-0.3, 0.3):
                drawing.add("box", (0.14, at.wheel * 0.75, 0.14), (x * at.width, 0, legs), name="landing_leg", **_STEEL)


def _cab(drawing: Drawing, brief: Brief, at: _Lorry, paint: Finish) -> None:
    """Draw the cab with bumper, steps, mirrors, lamps and a sun visor."""
    low, tall = at.wheel * 0.34, at.height * 0.78
    z = at.length / 2 - at.cab / 2
    drawing.add(
        "car_body", (at.width * 0.97, tall - low, at.cab), (0, low, z), name="cab", form="cab", axles=[(at.front - z) / (at.cab / 2)],
        wheel_m=at.wheel, axle_height_m=at.wheel / 2 - low, well_m=at.wheel * 0.6, **glass_of(brief), **paint,
    )  # fmt: skip
    metal = bright(brief, "bumper trim")
    drawing.add(
        "box",
        (at.width * 0.96, at.wheel * 0.3, 0.24),
        (0, at.wheel * 0.26, at.length / 2 - 0.1),
        name="bumper",
        radius_m=0.05,
        **metal,
    )
    for side in (1.0, -1.0):
        drawing.add(
            "box",
            (0.3, 0.1, 0.06),
            (side * at.width * 0.36, at.wheel * 0.36, at.length / 2 + 0.005),
            name="fog_light",
            radius_m=0.02,
            material="enamel_white",
        )
        drawing.add(
            "mirror",
            (0.2, 0.42, 0.12),
            (side * (at.width * 0.485 - 0.04), at.height * 0.5, at.length / 2 - at.cab * 0.2),
            is_left=side < 0,
            material="plastic_black",
        )
        drawing.add(
            "box",
            (0.2, 0.05, 0.4),
            (side * at.width * 0.44, at.wheel * 0.32, at.front - at.wheel * 0.84),
            name="step",
            **_STEEL,
        )
        drawing.add(
            "box",
            (0.16, 0.34, 0.08),
            (side * at.width * 0.42, at.wheel * 0.34, at.front - at.wheel * 0.84),
            name="step_post",
            **_IRON,
        )
    drawing.add(
        "box",
        (at.width * 0.2, 0.12, 0.3),
        (-at.width * 0.2, tall - 0.03, z),
        name="roof_lamp",
        radius_m=0.03,
        material="emissive_warm",
    )
    drawing.add(
        "box",
        (at.width * 0.2, 0.12, 0.3),
        (at.width * 0.2, tall - 0.03, z),
        name="roof_lamp",
        radius_m=0.03,
        material="emissive_warm",
    )


def _axles(drawing: Drawing, brief: Brief, at: _Lorry, axles: list[float]) -> None:
    """Draw single wheels in front and doubled wheels behind, under mudguards."""
    broad, metal = at.wheel * 0.31, brief.of("wheel rim", "steel_brushed")
    for z in axles:
        for doubled in (False, True) if z != at.front else (False,):
            x = at.width * 0.485 - broad / 2 - (broad * 1.04 if doubled else 0)
            for side in (1.0, -1.0):
                if doubled:
                    lying(
                        drawing,
                        "disc",
                        at.wheel,
                        broad * 0.94,
                        (side * x, at.wheel / 2, z),
                        "inner_wheel",
                        brief.of("tyre", "rubber_black"),
                        along="x",
                        edge=0.06,
                    )
                    continue
                drawing.add(
                    "wheel",
                    (broad, at.wheel, at.wheel),
                    (side * x, 0, z),
                    turn=(0, 0 if side > 0 else 180, 0),
                    spokes=8,
                    style="steel",
                    rim_share=0.58,
                    **metal,
                )
        if z != at.front and at.length / 2 + z > 1.3:
            for side in (1.0, -1.0):
                x = side * (at.width * 0.485 - broad)
                mudguard(
                    drawing,
                    (at.wheel / 2, z),
                    at.wheel * 0.545,
                    broad * 2.1,
                    (20, 160),
                    Finish(material="plastic_black", color=""),
                    x=x,
                    thick=0.02,
                )
                drawing.add(
                    "box", (0.06, at.wheel * 0.4, 0.08), (x * 0.9, at.wheel * 0.7, z), name="guard_post", **_IRON
                )


def _fittings(drawing: Drawing, brief: Brief, at: _Lorry, *, is_semi: bool) -> None:
    """Draw the fuel tanks, the exhaust stacks and the tail lamps."""
    metal = bright(brief, "exhaust tank")
    across = at.wheel * 0.6
    for side in (1.0, -1.0):
        lying(
            drawing,
            "rod",
            across,
            1.0,
            (side * at.width * 0.33, at.wheel * 0.56, at.front - at.wheel * 0.75 - 0.85),
            "fuel_tank",
            metal,
            edge=0.12,
        )
        drawing.add(
            "box",
            (0.36, 0.14, 0.06),
            (side * at.width * 0.34, at.wheel * 0.62, -at.length / 2 + 0.06),
            name="tail_light",
            radius_m=0.02,
            material="paint_red",
        )
        drawing.add(
            "box",
            (0.3, 0.1, 0.4),
            (side * at.width * 0.3, at.wheel * 0.64, -at.length / 2 + 0.25),
            name="bracket",
            **_IRON,
        )
        if is_semi or brief.has("exhaust stack") or brief.style_name in ("steampunk", "art deco", "rustic"):
            tubes(
                drawing,
                [
                    [
                        (side * at.width * 0.43, at.wheel * 0.7, at.back + 0.0),
                        (side * at.width * 0.43, at.height * 0.98, at.back + 0.0),
                        (side * at.width * 0.43, at.height, at.back - 0.12),
                    ]
                ],
                0.13,
                "exhaust",
                metal,
                bend=0.1,
            )
            drawing.add(
                "box",
                (at.width * 0.3, 0.12, 0.12),
                (side * at.width * 0.32, at.wheel * 0.66, at.back + 0.0),
                name="exhaust_bracket",
                **_IRON,
            )


def _rear(at: _Lorry) -> tuple[float, float]:
    """Return length and middle of the load."""
    reach = at.back - 0.12 + at.length / 2
    return reach, -at.length / 2 + reach / 2


def _box(drawing: Drawing, brief: Brief, at: _Lorry, finish: Finish) -> None:
    reach, z = _rear(at)
    box = drawing.add("cargo_box", (at.width, at.height - at.deck + 0.02, reach), (0, at.deck - 0.02, z), **finish)
    dress(drawing, brief, box, "left", "right")


def _tank(drawing: Drawing, brief: Brief, at: _Lorry, finish: Finish) -> None:
    """Draw a tank on saddles with manholes, a ladder and bands."""
    reach, z = _rear(at)
    tall, wide = (at.height - at.deck) * 0.86, at.width * 0.92
    drawing.add(
        "streamlined",
        (wide, tall, reach * 0.98),
        (0, at.deck + 0.06, z),
        name="tank",
        along=[-1, -0.97, -0.9, 0.9, 0.97, 1],
        half=[0.6, 0.9, 1, 1, 0.9, 0.6],
        low=[0.2, 0.04, 0, 0, 0.04, 0.2],
        high=[0.8, 0.96, 1, 1, 0.96, 0.8],
        square=2.5,
        **finish,
    )
    for share in (-0.36, -0.12, 0.12, 0.36):
        drawing.add(
            "streamlined",
            (wide * 1.02, tall * 1.02, 0.1),
            (0, at.deck + 0.06 - tall * 0.01, z + share * reach),
            name="band",
            along=[-1, 1],
            half=[1, 1],
            low=[0, 0],
            high=[1, 1],
            square=2.5,
            **_STEEL,
        )
        drawing.add("box", (wide * 0.7, 0.4, 0.2), (0, at.deck - 0.18, z + share * reach), name="saddle", **_IRON)
        drawing.add(
            "disc",
            (0.5, 0.16, 0.5),
            (0, at.deck + 0.02 + tall, z + (share + 0.12) * reach * 0.9),
            name="manhole",
            **_STEEL,
        )
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


def _tipper(drawing: Drawing, brief: Brief, at: _Lorry, finish: Finish) -> None:
    """Draw a tipping skip with ribs, a guard over the cab and earth in it."""
    reach, z = _rear(at)
    low, high, rear, front = at.deck, at.deck + (at.height - at.deck) * 0.62, z - reach / 2, z + reach / 2
    side = [
        (rear + 0.5, low),
        (front - 0.3, low),
        (front, high * 0.98),
        (front, high),
        (rear, high),
        (rear, high * 0.86),
    ]
    for x in (-1, 1):
        side_shape(drawing, side, 0.1, "side", finish, x=x * at.width * 0.47, edge=0.02)
        for share in (0.2, 0.4, 0.6, 0.8):
            drawing.add(
                "box",
                (0.09, (high - low) * 0.86, 0.14),
                (x * at.width * 0.5, low + (high - low) * 0.1, rear + share * reach),
                name="rib",
                **finish,
            )
    side_shape(
        drawing,
        [(rear + 0.5, low), (front - 0.3, low), (front - 0.3, low + 0.12), (rear + 0.45, low + 0.12)],
        at.width * 0.96,
        "floor",
        finish,
        edge=0.02,
    )
    side_shape(
        drawing,
        [(front - 0.4, low), (front - 0.3, low), (front, high), (front - 0.1, high)],
        at.width * 0.96,
        "headboard",
        finish,
        edge=0.02,
    )
    side_shape(
        drawing,
        [(rear + 0.5, low), (rear + 0.6, low), (rear + 0.1, high * 0.95), (rear, high * 0.9)],
        at.width * 0.94,
        "tailgate",
        finish,
        edge=0.02,
    )
    visor = [
        (front - 0.08, high - 0.06),
        (front - 0.08, high),
        (front + at.cab * 0.86, at.height - 0.02),
        (front + at.cab * 0.86, at.height - 0.1),
    ]
    side_shape(drawing, visor, at.width * 0.9, "cab_guard", finish, edge=0.02)
    drawing.add(
        "streamlined",
        (at.width * 0.9, (high - low) * 1.15, reach * 0.86),
        (0, low + 0.06, z + 0.08),
        name="load",
        along=[-1, -0.8, 0, 0.6, 1],
        half=[0.9, 0.98, 1, 1, 0.9],
        low=[0, 0, 0, 0, 0],
        high=[0.3, 0.62, 1.0, 0.85, 0.7],
        square=3.0,
        **brief.of("load earth", "soil"),
    )


def _mixer(drawing: Drawing, brief: Brief, at: _Lorry, finish: Finish) -> None:
    """Draw a drum that leans, its trestles, hopper and chute."""
    reach, z = _rear(at)
    across = (at.height - at.deck) * 0.96
    drum = drawing.add(
        "turning",
        (across, reach * 0.94, across),
        (0, at.deck + across * 0.52 - reach * 0.47, z - 0.02),
        turn=(76.0, 0, 0),
        name="drum",
        profile=[0.42, 0.0, 0.5, 0.04, 0.86, 0.42, 1.0, 0.6, 0.98, 0.76, 0.6, 0.96, 0.35, 1.0],
        **finish,
    )
    del drum
    for share, tall in ((0.3, 0.4), (-0.34, 0.75)):
        drawing.add(
            "box",
            (at.width * 0.6, (at.height - at.deck) * tall, 0.3),
            (0, at.deck - 0.1, z + share * reach),
            name="trestle",
            **_IRON,
        )
    lying(drawing, "hoop", across * 1.0, 0.16, (0, at.deck + across * 0.52, z + 0.12), "ring", _STEEL, inner=0.9)
    drawing.add(
        "cone",
        (0.9, 0.6, 0.9),
        (0, at.height - 0.62, -at.length / 2 + 0.36),
        turn=(180, 0, 0),
        name="hopper",
        top=0.4,
        **_STEEL,
    )
    side_shape(
        drawing,
        [
            (-at.length / 2 + 0.5, at.height - 0.9),
            (-at.length / 2 - 0.2, at.deck + 0.2),
            (-at.length / 2 - 0.1, at.deck + 0.1),
            (-at.length / 2 + 0.7, at.height - 1.0),
        ],
        0.4,
        "chute",
        _STEEL,
        edge=0.02,
    )
    drawing.add(
        "box", (0.14, at.height - at.deck - 0.2, 0.14), (0, at.deck - 0.2, -at.length / 2 + 0.4), name="post", **_IRON
    )


def _flatbed(drawing: Drawing, brief: Brief, at: _Lorry, finish: Finish) -> None:
    """Draw a deck with a headboard and stakes, and logs or crates on it."""
    reach, z = _rear(at)
    drawing.add("box", (at.width, 0.16, reach), (0, at.deck - 0.02, z), name="deck", **finish)
    drawing.add(
        "box", (at.width, at.height * 0.36, 0.1), (0, at.deck + 0.1, z + reach / 2 - 0.05), name="headboard", **finish
    )
    for share in (-0.42, -0.14, 0.14, 0.36):
        for x in (-0.47, 0.47):
            drawing.add(
                "box",
                (0.1, at.height * 0.36, 0.12),
                (x * at.width, at.deck + 0.1, z + share * reach),
                name="stake",
                **_STEEL,
            )
    across = at.width * 0.86 / 4
    known = brief.words | brief.features
    if known & {"crate", "flatbed", "flat"} and not known & {"log", "logging", "timber"}:
        for x, share, size in ((-0.22, 0.24, 0.9), (0.22, 0.2, 0.8), (0.0, -0.1, 1.0), (-0.2, -0.34, 0.7)):
            drawing.add(
                "box",
                (size, size * 0.8, size),
                (x * at.width, at.deck + 0.13, z + share * reach),
                name="crate",
                material="pine",
            )
        return
    for row, count in ((0, 4), (1, 3), (2, 2)):
        for step in range(count):
            x = (step - (count - 1) / 2) * across
            lying(
                drawing,
                "rod",
                across * 1.02,
                reach * (0.92 - 0.03 * ((step + row) % 3)),
                (x, at.deck + 0.14 + across * (0.49 + 0.86 * row), z - 0.05),
                "log",
                brief.of("log", "pine"),
            )


def _garbage(drawing: Drawing, brief: Brief, at: _Lorry, finish: Finish) -> None:
    """Draw a compactor's body with ribs and a tailgate that bulges over the hopper."""
    reach, z = _rear(at)
    box = drawing.add(
        "cargo_box",
        (at.width, (at.height - at.deck) * 0.96, reach * 0.78),
        (0, at.deck - 0.02, z + reach * 0.11),
        **finish,
    )
    rear, low = z - reach / 2, at.deck
    gate = [
        (rear + reach * 0.24, low - 0.1),
        (rear + reach * 0.24, at.height * 0.99),
        (rear + 0.3, at.height * 0.95),
        (rear - 0.1, at.height * 0.6),
        (rear - 0.1, low + 0.2),
        (rear + 0.1, low - 0.14),
    ]
    side_shape(drawing, gate, at.width * 0.96, "tailgate", finish, edge=0.06, soft=0.08)
    drawing.add("box", (at.width * 0.8, 0.7, 0.3), (0, low + 0.3, rear - 0.02), name="hopper", **_IRON)
    dress(drawing, brief, box, "left", "right")


@archetype(
    "fire truck", "vehicle", "truck",
    "fire truck, fire engine, firetruck, fire lorry, ladder truck, fire brigade truck, feuerwehr, feuerwehrauto",
    hints="firefighter, rescue, emergency",
    about="A red lorry of the fire brigade with a ladder on its roof, hoses, lockers and blue lights.",
    parts="ladder, cab, locker, hose, bumper, stripe",
    features="ladder, hose, light bar",
)  # fmt: skip
def fire_truck(drawing: Drawing, brief: Brief) -> None:
    """Draw a fire engine: crew cab, lockers with roller doors, a ladder, hose reels and beacons."""
    width, height, length = brief.box(2.5, 3.3, 8.2, keeps_shape=True)
    at = _Lorry(width, height, length, length * 0.32)
    paint = brief.of("body paint cab truck", "paint_red", is_main=True)
    metal = bright(brief, "metal")
    axles = [at.front, -length * 0.28]
    _frame(drawing, at, axles, is_semi=False)
    _cab(drawing, brief, at, paint)
    _axles(drawing, brief, at, axles)
    reach, z = _rear(at)
    top = height * 0.8
    drawing.add(
        "box", (width, top - at.deck * 1.02, reach), (0, at.deck * 1.02, z), name="body", radius_m=0.06, **paint
    )
    for share in (0.3, 0.0, -0.3):
        for side in (1.0, -1.0):
            drawing.add(
                "box",
                (0.06, (top - at.deck) * 0.74, reach * 0.26),
                (side * (width / 2 - 0.01), at.deck + 0.16, z + share * reach),
                name="locker",
                radius_m=0.01,
                **metal,
            )
            drawing.add(
                "box",
                (0.08, 0.05, reach * 0.1),
                (side * (width / 2), at.deck + 0.22, z + share * reach),
                name="locker_handle",
                material="plastic_black",
            )
    for side in (1.0, -1.0):
        drawing.add(
            "box", (0.03, 0.14, reach * 0.98), (side * width / 2, top - 0.2, z), name="stripe", material="paint_white"
        )
        for share, name in ((0.34, "paint_blue"), (-0.46, "paint_blue")):
            drawing.add(
                "disc",
                (0.2, 0.18, 0.2),
                (side * width * 0.42, top - 0.02, z + share * reach),
                name="beacon",
                material=name,
            )
    _ladder(drawing, brief, width, top, z, reach)
    drawing.add(
        "box",
        (width * 0.7, 0.16, 0.3),
        (0, height * 0.77, length / 2 - at.cab * 0.42),
        name="light_bar",
        radius_m=0.06,
        material="paint_blue",
    )
    lying(
        drawing,
        "rod",
        0.7,
        width * 0.5,
        (0, at.deck + 0.7, -length / 2),
        "hose_reel",
        brief.of("hose", "paint_red"),
        along="x",
    )
    drawing.add("box", (width * 0.8, 0.06, 0.4), (0, at.deck * 0.9, -length / 2), name="step", **metal)
    drawing.add("box", (width * 0.6, 0.3, 0.3), (0, at.deck * 0.85, -length / 2 + 0.3), name="step_bracket", **_IRON)


def _ladder(drawing: Drawing, brief: Brief, width: float, top: float, z: float, reach: float) -> None:
    """Draw a turntable and a ladder of two extensions that reaches over the cab."""
    metal = brief.of("ladder", "aluminium")
    drawing.add("disc", (width * 0.5, 0.2, width * 0.5), (0, top - 0.03, z - reach * 0.3), name="turntable", **metal)
    front, rear = z + reach * 0.86, z - reach * 0.46
    for wide, y, start in ((0.26, top + 0.2, 0.0), (0.2, top + 0.3, 0.12)):
        x, back = wide * width, rear + start * reach
        rails: list[Line] = [[(x, y, back), (x, y, front)], [(x, y + 0.28, back), (x, y + 0.28, front - 0.4)]]
        posts: list[Line] = [
            [
                (x, y, back + step * (front - back - 0.4) / 9),
                (x, y + 0.28, back + (step + 0.5 * (step < 9)) * (front - back - 0.4) / 9),
            ]
            for step in range(10)
        ]
        rungs: list[Line] = [
            [(-x, y, back + step * (front - back) / 18), (x, y, back + step * (front - back) / 18)]
            for step in range(19)
        ]
        tubes(drawing, twins([*rails, *posts]), 0.05, "ladder", metal)
        tubes(drawing, rungs, 0.036, "rung", metal)
    for x in (-0.22, 0.22):
        drawing.add("box", (0.16, 0.42, 0.5), (x * width, top + 0.1, z - reach * 0.3), name="ladder_mount", **metal)
    drawing.add("box", (width * 0.62, 0.24, 0.12), (0, top - 0.03, z + reach * 0.44), name="ladder_rest", **metal)
