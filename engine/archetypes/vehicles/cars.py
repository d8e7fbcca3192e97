"""Cars, vans and pickups; front to +z."""

from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.car_outfit import CarSize, outfit
from engine.archetypes.vehicles.selling import sells, shop
from engine.archetypes.vehicles.shared import Line, bright, glass_of, lying, mudguard, paint_of, part_of, tubes, wheels

_CARS: dict[str, tuple[Triple, float, tuple[float, float]]] = {  # size, wheel, axles as shares of half the length
    "sedan": ((1.84, 1.44, 4.7), 0.66, (-0.59, 0.61)),
    "sports": ((1.92, 1.2, 4.45), 0.66, (-0.58, 0.6)),
    "suv": ((1.92, 1.72, 4.65), 0.76, (-0.6, 0.62)),
    "hatchback": ((1.78, 1.48, 4.1), 0.63, (-0.64, 0.63)),
    "estate": ((1.84, 1.46, 4.75), 0.66, (-0.58, 0.6)),
    "limousine": ((1.9, 1.48, 7.4), 0.68, (-0.74, 0.755)),
    "vintage": ((1.72, 1.66, 4.3), 0.72, (-0.62, 0.66)),
    "pod": ((1.74, 1.52, 3.7), 0.62, (-0.66, 0.68)),
    "wedge": ((1.98, 1.22, 4.6), 0.67, (-0.62, 0.62)),
    "crate": ((1.86, 1.86, 4.3), 0.8, (-0.58, 0.66)),
    "streamliner": ((1.9, 1.56, 5.1), 0.74, (-0.56, 0.68)),
    "van": ((1.98, 2.2, 5.2), 0.68, (-0.6, 0.62)),
    "pickup": ((1.94, 1.8, 5.3), 0.78, (-0.58, 0.62)),
}  # fmt: skip
_FORM_WORDS = {
    "sports": (
        "sport",
        "sports",
        "supercar",
        "coupe",
        "roadster",
        "racing",
        "race",
        "ferrari",
        "hypercar",
        "muscle",
        "drift",
    ),
    "suv": ("suv", "jeep", "offroad", "crossover", "4x4", "rover"),
    "hatchback": ("hatchback", "city", "compact", "mini", "hybrid"),
    "estate": ("estate", "station", "wagon", "kombi", "family", "hearse"),
    "limousine": ("limousine", "limo", "stretch"),
    "vintage": ("oldtimer", "vintage", "antique", "beetle", "old"),
}
_BY_STYLE = {
    "futuristic": "wedge", "cyberpunk": "wedge", "steampunk": "vintage", "victorian": "vintage", "rustic": "vintage",
    "gothic": "vintage", "baroque": "vintage", "art deco": "streamliner", "minimalist": "pod", "scandinavian": "pod",
    "japanese": "pod", "bauhaus": "crate", "industrial": "crate", "modern": "hatchback", "contemporary": "estate",
}  # fmt: skip
_LIGHTS = ("light", "light bar", "beacon", "siren")
_OLD_FORMS = frozenset({"vintage", "streamliner"})
_ELECTRIC = frozenset({"modern", "futuristic", "cyberpunk", "minimalist", "scandinavian", "bauhaus"})  # no grille
_LEATHERED = frozenset({"steampunk", "victorian", "rustic", "gothic", "baroque", "art deco", "minimalist"})


def _known(brief: Brief) -> frozenset[str]:
    return brief.words | brief.modifiers | brief.features


def _form(brief: Brief) -> str:
    known = _known(brief)
    found = next((form for form, words in _FORM_WORDS.items() if known.intersection(words)), "")
    if not found and known & {"convertible", "cabriolet", "cabrio"}:
        return "sedan" if brief.style_name == "realistic" else "sports"
    return found or _BY_STYLE.get(brief.style_name) or brief.choose("sedan", "sedan", "hatchback")


@archetype(
    "car", "vehicle", "car",
    "hearse, "
    "car, sedan, saloon, sports car, race car, racing car, automobile, suv, hatchback, coupe, roadster, supercar, "
    "motor car, hypercar, taxi, cab, police car, patrol car, jeep, limousine, limo, station wagon, estate car, "
    "electric car, city car, vehicle, crossover, convertible, cabriolet, cabrio, muscle car, vintage car, oldtimer, "
    "motorcar, voiture, coche, pkw, auto, hot rod, off-roader",
    hints="drive, driving, transport, transportation, driver",
    about="A road vehicle with four wheels, doors and windows for a driver and a few passengers; it stands in "
    "streets and garages.",
    parts="mirror, bonnet, hood, boot, trunk, bumper, headlight, spoiler, grille, stripe, interior, windshield",
    features="spare wheel, spare tire=spare wheel, spare tyre=spare wheel, spoiler, rear wing=spoiler, racing stripe, "
    "roof rack, rack=roof rack, taxi sign, siren=light bar, "
    "light bar, open top=convertible, convertible, solar roof",
)  # fmt: skip
def car(drawing: Drawing, brief: Brief) -> None:
    """Draw a car: body, four wheels under it, mirrors, and what its trade adds."""
    known, form = _known(brief), _form(brief)
    is_open = not brief.has("roof", default=True) or bool(known & {"convertible", "cabriolet", "cabrio", "roadster"})
    service = next((one for one in ("taxi", "police") if one in known), "taxi" if "cab" in known else "")
    service = "police" if known & {"patrol", "sheriff"} else service
    paint = brief.of(
        "body paint car", {"taxi": "paint_white", "police": "paint_black"}.get(service, paint_of(brief)), is_main=True
    )
    if service == "taxi" and not (brief.materials or brief.colors):
        paint = Finish(material="paint_white", color="#f4bd16")
    is_racing = brief.has("racing stripe") or bool(known & {"racing", "race"})
    width, height, length, wheel = _body(
        drawing, brief, form, paint, is_open=is_open, is_racing=is_racing, service=service
    )
    if service:
        _roof_sign(drawing, brief, service, height, length)
    if brief.has("spoiler") or is_racing:
        _spoiler(drawing, paint, width, height, length)
    if brief.has("roof rack", "solar roof"):
        _roof_rack(drawing, brief, width, height, length)
    if form != "crate" and brief.has("spare wheel"):
        _spare_wheel(drawing, brief, width, height, length, wheel)
    outfit(drawing, brief, CarSize(form, width, height, length, wheel, is_open))


def _spare_wheel(drawing: Drawing, brief: Brief, width: float, height: float, length: float, wheel: float) -> None:
    """Draw a wheel that hangs on the tailgate by its bracket."""
    across, rim = wheel * 0.92, brief.of("wheel rim", "steel_brushed")
    y, rear = height * 0.56 - across / 2, -length / 2
    drawing.add("wheel", (0.22, across, across), (0, y, rear - 0.13), turn=(0, 90, 0), name="spare_wheel", spokes=6,
                is_chunky=True, **rim)  # fmt: skip
    drawing.add("box", (width * 0.16, 0.16, 0.3), (0, y + across / 2 - 0.08, rear + 0.08), name="wheel_bracket",
                radius_m=0.02, material="plastic_black")  # fmt: skip


def _body(
    drawing: Drawing, brief: Brief, form: str, paint: Finish, *, is_open: bool = False, is_racing: bool = False,
    service: str = "", bed: tuple[float, ...] = (),
) -> tuple[float, float, float, float]:  # fmt: skip
    """Draw the body on its wheels with mirrors; return width, height, length and the wheel's diameter."""
    natural, wheel, axles = _CARS[form]
    width, height, length = brief.box(*natural, keeps_shape=True)
    wheel *= height / natural[1] * brief.vary(0.98, 1.04)
    clearance = wheel * (0.36 if form in ("suv", "pickup", "crate") else 0.27)
    trim = bright(brief, "trim grille")
    drawing.add(
        "car_body", (width, height - clearance, length), (0, clearance, 0), name="body", form=form, axles=list(axles),
        wheel_m=wheel, axle_height_m=wheel / 2 - clearance, well_m=wheel * 0.405, lamps=_lamps(brief, form),
        is_plain=brief.style_name in _ELECTRIC, is_open=is_open, racing=is_racing,
        stripe="checker" if service == "taxi" else "", panels=[-0.42, 0.36] if service == "police" else [],
        bed=list(bed), **part_of("bright", trim), **glass_of(brief), **part_of("racing",
        brief.of("racing_stripe stripe", "paint_white")), **part_of("interior", brief.of("interior seat",
        "leather_brown" if brief.style_name in _LEATHERED else "leather_black")), **paint,
    )  # fmt: skip
    broad = wheel * 0.34
    narrow = {"vintage": 0.1, "streamliner": 0.12}.get(form, 0.0) * width  # an old car's bonnet is narrow
    places = [
        (width / 2 - broad / 2 - 0.012 * width - (narrow if z > 0 else 0), z * length / 2)
        for z in sorted(axles, reverse=True)
    ]
    if form in _OLD_FORMS:
        _wings(drawing, paint, places, wheel, broad, width)
    spokes = brief.count("spoke", int(brief.choose("5", "6", "7")), least=3)
    wheels(drawing, brief, places, wheel, broad, spokes=spokes, is_chunky=form in ("suv", "pickup", "crate"))
    flank, z = (
        width / 2 * {"sports": 0.935, "vintage": 0.97, "wedge": 0.95, "streamliner": 0.87}.get(form, 1.0),
        0.17 if form != "limousine" else 0.42,
    )
    z = 0.54 if form == "van" else {"vintage": 0.1, "streamliner": -0.02, "crate": 0.08, "pod": 0.24}.get(form, z)
    for side, left in ((1.0, False), (-1.0, True)):
        drawing.add(
            "mirror", (width * 0.115, height * 0.105, width * 0.09), (side * flank * 1.03, height * 0.585,
            length * z / (1 if form != "van" else 2)), is_left=left, **paint,
        )  # fmt: skip
    return width, height, length, wheel


def _lamps(brief: Brief, form: str) -> str:
    """Return how a car's body bears its lamps: old ones have round lamps of their own."""
    if form in _OLD_FORMS or form == "crate":
        return "none"
    return "strip" if brief.style_name in _ELECTRIC else "pair"


def _wings(
    drawing: Drawing, paint: Finish, places: list[tuple[float, float]], wheel: float, broad: float, width: float
) -> None:  # fmt: skip
    """Draw the swept wings of an old car and the running boards between them."""
    for (x, z), span in zip(places, ((-12.0, 205.0), (-25.0, 195.0)), strict=True):
        for side in (1.0, -1.0):
            mudguard(
                drawing, (wheel * 0.52, z), wheel * 0.58, broad * 1.7, span, paint, x=side * (x - broad * 0.1),
                thick=0.05, name="wing",
            )  # fmt: skip
    back, front = places[1][1] + wheel * 0.55, places[0][1] - wheel * 0.55
    for side in (1.0, -1.0):
        drawing.add(
            "box", (0.3, 0.06, front - back + 0.1), (side * width * 0.47, wheel * 0.34, (front + back) / 2),
            name="running_board", radius_m=0.025, **paint,
        )  # fmt: skip


def _roof_sign(drawing: Drawing, brief: Brief, service: str, height: float, length: float) -> None:
    """Draw a taxi's sign or the lights of the police."""
    z = -0.02 * length
    if service == "taxi":
        drawing.add("box", (0.42, 0.03, 0.16), (0, height - 0.015, z), name="sign_foot", material="plastic_black")
        drawing.add(
            "box", (0.38, 0.13, 0.12), (0, height + 0.012, z), name="taxi_sign", radius_m=0.03, material="emissive_warm"
        )
        return
    drawing.add(
        "box", (1.06, 0.045, 0.24), (0, height - 0.02, z), name="light_bar", radius_m=0.02, material="plastic_black"
    )
    for x, usual, color in zip((-0.3, 0.3), ("paint_red", "paint_blue"), _beacons(brief), strict=True):
        lamp = brief.finish(usual, color)
        drawing.add("box", (0.44, 0.1, 0.22), (x, height + 0.02, z), name="beacon", radius_m=0.035, **lamp)
    drawing.add("box", (0.14, 0.085, 0.2), (0, height + 0.02, z), name="siren", radius_m=0.02, material="plastic_white")


def _beacons(brief: Brief) -> tuple[str, str]:
    """Return the colours of the two lights of the police, as far as the text gives them any."""
    said = brief.palette(*_LIGHTS)
    one = next((brief.part_colors[name] for name in _LIGHTS if name in brief.part_colors), "")
    brief.heard.update(name for name in _LIGHTS if one and name in brief.part_colors)
    return (said[0], said[1]) if said else (one, one)


def _spoiler(drawing: Drawing, paint: Finish, width: float, height: float, length: float) -> None:
    y, z = height * 0.77, -length * 0.455
    drawing.add(
        "wing", (width * 0.42, 0.05, 0.26), (width * 0.21, y + 0.12, z), name="spoiler", sweep=0.1, taper=0.95,
        dihedral=0.0, **paint,
    )  # fmt: skip
    drawing.add(
        "wing", (width * 0.42, 0.05, 0.26), (-width * 0.21, y + 0.12, z), name="spoiler", is_left=True, sweep=0.1,
        taper=0.95, dihedral=0.0, **paint,
    )  # fmt: skip
    for side in (1.0, -1.0):
        drawing.add(
            "board", (0.03, 0.26, 0.12), (side * width * 0.26, y - 0.1, z), name="spoiler_post",
            material="plastic_black",
        )  # fmt: skip


def _roof_rack(drawing: Drawing, brief: Brief, width: float, height: float, length: float) -> None:
    """Draw rails on feet with cross bars."""
    metal, y, lines = brief.of("rack", "steel_brushed"), height + 0.05, list[Line]()
    for x in (-0.3, 0.3):
        lines.append(
            [(x * width, height - 0.06, 0.03 * length), (x * width, y, 0.0), (x * width, y, -0.26 * length),
            (x * width, height - 0.09, -0.29 * length)],
        )  # fmt: skip
    lines += [[(-0.34 * width, y, z * length), (0.34 * width, y, z * length)] for z in (-0.03, -0.13, -0.23)]
    tubes(drawing, lines, 0.035, "roof_rack", metal, bend=0.05)
    if brief.has("solar roof"):
        drawing.add(
            "solar_array", (width * 0.58, 0.04, length * 0.22), (0, y + 0.008, -0.13 * length), columns=2, rows=2,
            name="solar_panel", **brief.of("solar", "aluminium"),
        )  # fmt: skip


@archetype(
    "van", "vehicle", "car",
    "caravan, rv, recreational vehicle, mobile home, ice cream truck, ice cream van, food van, catering van, "
    "snack van, taco truck, burger van, "
    "van, minivan, minibus, campervan, camper van, camper, motorhome, delivery van, panel van, people carrier, "
    "ambulance, transporter, furgoneta, camionnette, food truck",
    hints="courier, camping trip",
    about="A tall box-shaped car for parcels, tools, many passengers or for camping.",
    parts="mirror, bumper, headlight, awning, stripe, hatch, counter, cone, scoop",
    features="roof rack, awning, light bar, roof box, solar roof",
)  # fmt: skip
def van(drawing: Drawing, brief: Brief) -> None:
    """Draw a van; a camper has an awning and a roof box, an ambulance lights and a red band."""
    known = _known(brief)
    is_ambulance, is_camper = "ambulance" in known, bool(known & {"camper", "campervan", "motorhome", "camping"})
    goods = sells(brief)
    role = paint_of(brief, "paint_white", "paint_blue", "paint_red")
    paint = brief.of("body paint van", "paint_white" if is_ambulance or goods else role, is_main=True)
    width, height, length, wheel = _body(drawing, brief, "van", paint, service="")
    outfit(drawing, brief, CarSize("van", width, height, length, wheel))
    if goods:
        shop(drawing, brief, width, height, length, goods)
    if is_ambulance:
        _roof_sign(drawing, brief, "police", height - 0.03, -length * 4)
        for side in (1.0, -1.0):
            for tall, deep in ((0.16, 0.46), (0.46, 0.16)):
                drawing.add(
                    "board", (0.14, tall, deep), (side * (width / 2 - 0.065), height * 0.36 - tall / 2, -0.2 * length),
                    name="cross", material="paint_red",
                )  # fmt: skip
    if not goods and (is_camper or brief.has("awning")):
        cloth = brief.of("awning", "fabric_blue")
        lying(drawing, "rod", 0.13, length * 0.5, (width * 0.465, height * 0.87, -0.12 * length), "awning", cloth)
        for z in (-0.3, 0.05):
            drawing.add(
                "box", (width * 0.2, 0.05, 0.05), (width * 0.4, height * 0.855, z * length), name="awning_bracket",
                material="plastic_black",
            )  # fmt: skip
    if is_camper or brief.has("roof box", "roof rack", "solar roof"):
        _roof_rack(drawing, brief, width, height, length)
    if (is_camper and not brief.has("solar roof")) or brief.has("roof box", "roof rack"):
        drawing.add(
            "box", (width * 0.5, 0.28, length * 0.22), (0, height + 0.05, -0.13 * length), name="roof_box",
            radius_m=0.1, **brief.of("box", "plastic_white"),
        )  # fmt: skip


@archetype(
    "pickup", "vehicle", "truck",
    "pickup, pick-up, pick up, pickup truck, pick-up truck, ute, flatbed pickup, farm truck, crew cab, pritschenwagen",
    hints="haul, ranch",
    about="A car with a cabin in front and an open loading bed behind, for tools, timber and farm work.",
    parts="bed, tailgate, mirror, bumper, headlight, roll bar, cargo",
    features="roll bar, light bar, cargo, load=cargo, spare wheel",
)  # fmt: skip
def pickup(drawing: Drawing, brief: Brief) -> None:
    """Draw a pickup: cabin, open bed with its floor, roll bar, bumpers, and a load where one is named."""
    paint = brief.of("body paint pickup", paint_of(brief, "paint_red", "paint_blue", "paint_black"), is_main=True)
    width, height, length, wheel = _body(drawing, brief, "pickup", paint, bed=(-0.955, -0.265))
    outfit(drawing, brief, CarSize("pickup", width, height, length, wheel))
    y, metal = wheel * 0.36 + (height - wheel * 0.36) * 0.33, bright(brief, "bumper")
    floor = brief.of("bed floor", "oak" if brief.style_name == "rustic" else "plastic_black")
    drawing.add("board", (width * 0.84, 0.04, length * 0.34), (0, y - 0.015, -0.305 * length), name="bed", **floor)
    for z, wide in ((0.485, 0.8), (-0.488, 0.9)):
        drawing.add(
            "box", (width * wide, 0.16, 0.14), (0, wheel * 0.5, z * length), name="bumper", radius_m=0.05, **metal
        )
    if brief.has("roll bar", default=brief.style_name in ("realistic", "industrial")):
        x, z = width * 0.39, -0.155 * length
        hoop: Line = [(-x, y, z), (-x * 0.92, height * 0.98, z), (x * 0.92, height * 0.98, z), (x, y, z)]
        tubes(
            drawing, [hoop, [(-x * 0.9, height * 0.9, z), (-x, y + 0.1, z - 0.5)], [(x * 0.9, height * 0.9, z), (x,
            y + 0.1, z - 0.5)]], 0.06, "roll_bar", metal, bend=0.15,
        )  # fmt: skip
    if brief.has("cargo"):
        for x, z, size in ((-0.2, -0.36, 0.52), (0.22, -0.37, 0.44), (-0.16, -0.24, 0.4)):
            drawing.add(
                "box", (size, size * 0.8, size), (x * width, y + 0.02, z * length), name="crate", material="pine"
            )
