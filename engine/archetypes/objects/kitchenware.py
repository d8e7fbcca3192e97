"""What one cooks with and carries: pans, pots, knives, baskets, buckets."""

from math import asin, cos, degrees, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, kin, metal, tone, trim, usual
from engine.archetypes.objects.placing import bent
from engine.archetypes.objects.shaping import lifted
from engine.archetypes.register import archetype
from engine.parts.repeats import many


def _grip(brief: Brief, parts: str = "handle") -> Finish:
    chosen = {
        "rustic": "oak",
        "steampunk": "walnut",
        "art deco": "walnut",
        "minimalist": "oak",
        "contemporary": "walnut",
        "victorian": "rosewood",
        "scandinavian": "beech",
        "mid century": "teak",
        "japanese": "bamboo",
        "baroque": "ebony",
        "bauhaus": "lacquer_red",
    }
    return brief.of(parts, chosen.get(brief.style_name, "plastic_black"), is_accent=True)


@archetype(
    "pan", "object", "kitchenware",
    "pan, frying pan, skillet, wok, saucepan, sauté pan, griddle, pfanne, poêle, sartén, fry pan, crepe pan, "
    "grill pan, roasting pan, saute pan, pancake pan, omelette pan, cast iron skillet, paella pan, frypan",
    hints="fry, fry egg",
    about="A frying pan: a round shallow metal pan with one long handle in which eggs or meat are fried on the stove.",
    parts="handle, lid, rivet, egg", features="egg, lid",
)  # fmt: skip
def pan(drawing: Drawing, brief: Brief) -> None:
    """Draw a frying pan, a wok or a saucepan with its long handle, and a fried egg where it is asked for."""
    is_deep, is_wok = has(brief, "saucepan"), has(brief, "wok")
    width, height, _ = brief.box(
        0.27 if not is_deep else 0.19,
        0.11 if is_deep else 0.085 if is_wok else 0.048,
        0.27 if not is_deep else 0.19,
        keeps_shape=True,
    )
    body = brief.of("pan body", {"steampunk": "copper", "art deco": "copper", "modern": "steel_brushed",
        "futuristic": "chrome"}
                    .get(kin(brief), "iron_black" if not is_deep else "steel_brushed"), is_main=True)  # fmt: skip
    form = "wok" if is_wok else "kettle_pot" if is_deep else "pan"
    drawing.add("vessel", (width, height, width), form=form, wall=0.028, name="pan", **body)
    r, grip = width / 2, _grip(brief)
    top = height * 0.78
    root = [(r * 0.93, top, 0.0), (r * 1.2, top + height * 0.1, 0.0), (r * 1.5, top + height * 0.32, 0.0)]
    bent(drawing, root, width * 0.042, metal(brief, "rivet bracket", "steel_brushed"), name="bracket")
    end = [
        (r * 1.4, top + height * 0.26, 0.0),
        (r * 1.9, top + height * 0.62, 0.0),
        (r * 2.5, top + height * 0.78, 0.0),
    ]
    bent(drawing, end, width * 0.08, grip, name="handle", end=0.8)
    if brief.has("egg"):
        drawing.add(
            "dome",
            (width * 0.46, height * 0.13, width * 0.42),
            (0, height * 0.03, 0),
            name="egg_white",
            material="paint_white",
        )
        drawing.add("dome", (width * 0.17, height * 0.3, width * 0.17), (width * 0.03, height * 0.06, 0), name="yolk",
                    material="paint_white", color="#f2b01e")  # fmt: skip
    if brief.has("lid", default=is_deep):
        lid(drawing, brief, width, height, body)


def lid(drawing: Drawing, brief: Brief, width: float, height: float, body: Finish) -> None:
    """Draw a domed lid with its knob on a pot or pan."""
    finish = brief.of("lid", body["material"]) if "lid" in (brief.part_materials | brief.part_colors) else body
    profile: list[str | float] = [0.96, 0, 1, 0.06, 1, 0.16, 0.9, 0.36, 0.6, 0.7, 0.24, 0.94, 0.1, 1]
    drawing.add(
        "turning",
        (width * 1.0, width * 0.11, width * 1.0),
        (0, height * 0.985, 0),
        profile=profile,
        name="lid",
        **finish,
    )
    knob: list[str | float] = [0.5, 0, 0.42, 0.3, 0.9, 0.6, 1, 0.8, 0.6, 1]
    drawing.add("turning", (width * 0.15, width * 0.1, width * 0.15), (0, height * 0.985 + width * 0.103, 0),
        profile=knob,
                name="knob", **_grip(brief, "knob"))  # fmt: skip


@archetype(
    "pot", "object", "kitchenware",
    "pot, cooking pot, stock pot, stockpot, casserole, dutch oven, soup pot, cauldron, saucepot, pressure "
    "cooker, kochtopf, "
    "topf, marmite, olla, crock pot, pots and pan, "
    "stew pot, soup kettle, pasta pot, fondue pot, pressure pot, marmite pot, crockpot",
    hints="cook soup, boil, stew",
    about="A cooking pot: a deep round metal vessel with two handles and a lid in which soup or pasta is cooked.",
    parts="handle, lid, knob", features="lid, soup",
)  # fmt: skip
def pot(drawing: Drawing, brief: Brief) -> None:
    """Draw a pot with two loop handles and a lid; a cauldron stands on three legs."""
    is_cauldron = has(brief, "cauldron witch")
    natural = (0.36, 0.3, 0.36) if is_cauldron else (0.25, 0.15, 0.25)
    width, height, _ = brief.box(*natural, keeps_shape=True)
    by_style = {
        "steampunk": "copper",
        "rustic": "iron_black",
        "art deco": "enamel_white",
        "contemporary": "enamel_white",
        "scandinavian": "enamel_white",
        "bauhaus": "enamel_white",
        "mid century": "enamel_white",
        "victorian": "copper_polished",
        "gothic": "iron_cast",
        "japanese": "iron_cast",
        "baroque": "copper_hammered",
        "cyberpunk": "gunmetal",
        "futuristic": "chrome",
    }
    default = (
        "iron_black"
        if is_cauldron or has(brief, "dutch casserole")
        else by_style.get(brief.style_name, "steel_brushed")
    )
    is_enamel = default == "enamel_white" and brief.style_name not in ("bauhaus", "art deco")
    body = usual(brief, "pot body", default, tone(brief) if is_enamel else "")
    lift = height * 0.1 if is_cauldron else 0.0
    if is_cauldron:
        drawing.add("vessel", (width, height - lift, width), (0, lift, 0), form="cauldron", wall=0.06, fill=0.86,
                    content_material="screen_emissive", content_color="#58c23a", name="cauldron", **body)  # fmt: skip
        for turn in (90, 210, 330):
            x, z = width * 0.27 * cos(turn * 0.0174533), width * 0.27 * sin(turn * 0.0174533)
            drawing.add("cone", (width * 0.1, height * 0.24, width * 0.1), (x, 0, z), top=1.0, name="leg", **body)
    else:
        drawing.add("vessel", (width, height, width), form="kettle_pot", wall=0.03, name="pot",
                    **trim(brief), **body)  # fmt: skip
        if brief.has("lid", default=True):
            lid(drawing, brief, width, height, body)
    grips = usual(brief, "handle", body["material"], body["color"], is_main=False)
    for side in (-1, 1):
        r, y = width / 2 * (0.96 if is_cauldron else 0.985), lift + (height - lift) * (0.72 if not is_cauldron else 0.6)
        loop = [(side * r * 0.97, y, -width * 0.13), (side * r * 1.2, y + height * 0.02, -width * 0.1),
                (side * r * 1.25, y + height * 0.03, 0.0), (side * r * 1.2, y + height * 0.02, width * 0.1),
                (side * r * 0.97, y, width * 0.13)]  # fmt: skip
        bent(drawing, loop, width * 0.05, grips, name="handle")


@archetype(
    "knife", "object", "kitchenware",
    "knife, kitchen knife, chef knife, chef's knife, bread knife, butcher knife, cleaver, dagger, pocket knife, "
    "steak knife, "
    "paring knife, messer, couteau, cuchillo, hunting knife, bowie knife, "
    "carving knife, penknife, table knife, butter knife, blade knife, scalpel, switchblade, machete, "
    "stiletto, combat knife, dinner knife",
    hints="cut bread, slice, chop",
    about="A knife: a sharp steel blade on a handle with which bread, meat and vegetables are cut.",
    parts="blade, handle, guard, rivet, bolster, board", features="serrated, board",
)  # fmt: skip
def knife(drawing: Drawing, brief: Brief) -> None:
    """Draw a kitchen knife, a cleaver, a bread knife or a dagger, lying on its handle and its tip."""
    _, _, length = brief.box(0.05, 0.02, 0.33, keeps_shape=True)
    k = length / 0.33
    kind = "cleaver" if has(brief, "cleaver butcher") else "dagger" if has(brief, "dagger hunting bowie") else "chef"
    steel, grip = brief.of("blade knife", "steel_brushed", is_main=True), _grip(brief)
    thick, tall, blade = 0.0022 * k, 0.019 * k, 0.2 * k
    outline = _blade(kind, blade, is_serrated=has(brief, "serrated bread"))
    high = max(y for _, y in outline) - min(y for _, y in outline)
    lean = asin((tall - thick) / 2 / blade)
    middle = (-0.012 * k + blade / 2 * cos(lean), thick / 2 * cos(lean) + blade / 2 * sin(lean))
    drawing.add(
        "cutout", (blade, high, thick), (middle[0], middle[1] - high / 2, 0), turn=(90.0, 0.0, -degrees(lean)),
            name="blade",
        outline=_shares(outline), **steel,
    )  # fmt: skip
    drawing.add(
        "box", (0.014 * k, tall * 0.9, 0.03 * k), (-0.008 * k, 0, 0), radius_m=0.003 * k, name="bolster", **steel
    )
    drawing.add("box", (0.12 * k, tall, 0.028 * k), (-0.072 * k, 0, 0), radius_m=tall * 0.4, name="handle", **grip)
    for x in (-0.04, -0.072, -0.104):
        drawing.add(
            "disc",
            (0.007 * k, tall * 1.03, 0.007 * k),
            (x * k, 0, 0),
            name="rivet",
            **metal(brief, "rivet", "brass_polished"),
        )
    if kind == "dagger":
        guard = metal(brief, "guard", "brass_polished")
        drawing.add("box", (0.012 * k, tall, 0.075 * k), (-0.004 * k, 0, 0), radius_m=0.004 * k, name="guard", **guard)
    if kind == "cleaver":  # too wide a blade to lie on its tip
        drawing.objects[:] = lifted(drawing, 0.0177 * k)
        drawing.add("board", (0.36 * k, 0.018 * k, 0.16 * k), (0.03 * k, 0, 0), name="board",
                    **brief.of("board", "beech"))  # fmt: skip


def _blade(kind: str, length: float, *, is_serrated: bool) -> list[tuple[float, float]]:
    """Return a blade's outline from its root at x = 0, its edge towards −y."""
    if kind == "cleaver":
        shape = [(0.0, 0.04), (0.92, 0.05), (1.0, 0.0), (1.0, -0.34), (0.12, -0.36), (0.1, -0.06), (0.0, -0.06)]
    elif kind == "dagger":
        shape = [(0.0, 0.07), (0.66, 0.075), (1.0, 0.0), (0.66, -0.075), (0.0, -0.07)]
    else:
        shape = [(0.0, 0.055), (0.5, 0.06), (0.84, 0.02), (1.0, -0.09), (0.9, -0.14), (0.6, -0.18), (0.12, -0.19),
            (0.09, -0.06),
                 (0.0, -0.055)]  # fmt: skip
        if is_serrated:
            teeth = [(0.92 - 0.8 * n / 40, -0.13 - 0.014 * (n % 2)) for n in range(41)]
            shape = [(0.0, 0.055), (0.9, 0.05), (1.0, 0.0), (0.97, -0.1), *teeth, (0.09, -0.055), (0.0, -0.055)]
    return [(x * length, y * length) for x, y in shape]


def _shares(outline: list[tuple[float, float]]) -> list[str | float]:
    """Return outline points as shares of half their box."""
    (x0, x1), (y0, y1) = ((min(v), max(v)) for v in zip(*outline, strict=True))
    return [share for x, y in outline for share in ((2 * x - x0 - x1) / (x1 - x0), (2 * y - y0 - y1) / (y1 - y0))]


@archetype(
    "basket", "object", "container",
    "basket, wicker basket, laundry basket, laundry hamper, hamper, shopping basket, easter "
    "basket, bread basket, "
    "woven basket, korb, panier, cesta, storage basket, weidenkorb, "
    "creel, fruit crate basket, waste paper basket, linen basket, bike basket, gift basket, bassinet basket, "
    "egg basket, toy basket, wicker hamper",
    hints="carry fruit, store laundry",
    about="A basket: a container woven of willow or cane, with a handle, for shopping, a picnic, bread or laundry.",
    parts="handle, rim, lid, lining, egg", features="handle, lid, egg, easter=egg",
)  # fmt: skip
def basket(drawing: Drawing, brief: Brief) -> None:
    """Draw a woven basket with an arched handle, a tall laundry basket, or a picnic basket with lids."""
    is_tall, is_flat = has(brief, "laundry hamper storage"), has(brief, "bread")
    natural = (0.42, 0.5, 0.42) if is_tall else (0.34, 0.1, 0.24) if is_flat else (0.42, 0.22, 0.31)
    width, height, depth = brief.box(*natural, keeps_shape=True)
    default = {"steampunk": "copper", "industrial": "steel_brushed", "futuristic": "plastic_white",
        "modern": "fabric_grey",
               "minimalist": "fabric_grey"}.get(kin(brief), "pine")  # fmt: skip
    cane = brief.of("basket body", default, is_main=True)
    rim = brief.of("rim", cane["material"], is_accent=True)
    drawing.add(
        "basket_weave", (width, height, depth), form="hamper" if is_tall else "bucket",
        rows=many(height / 0.018 / (1.5 if is_tall else 1.0), least=6), stakes=28, name="basket",
        rim_material=rim["material"], rim_color=rim["color"] or cane["color"], **cane,
    )  # fmt: skip
    thick = width * 0.05
    if is_tall or is_flat:
        for side in (-1, 1):
            r = width / 2 * (0.93 if is_tall else 0.9)
            loop = [
                (side * r, height * 0.88, -depth * 0.14),
                (side * r * 1.05, height * 1.02 + depth * 0.1, 0.0),
                (side * r, height * 0.88, depth * 0.14),
            ]
            bent(drawing, loop, thick * 0.6, rim if rim["color"] else cane, name="handle")
    elif brief.has("handle", default=True):
        r = width / 2 * 0.93
        arch = [(-r, height * 0.7, 0.0), (-r * 0.98, height * 1.2, 0.0), (-r * 0.62, height * 1.9, 0.0), (0.0,
            height * 2.15, 0.0),
                (r * 0.62, height * 1.9, 0.0), (r * 0.98, height * 1.2, 0.0), (r, height * 0.7, 0.0)]  # fmt: skip
        bent(
            drawing,
            arch,
            thick,
            brief.of("handle", cane["material"]) if "handle" in brief.part_materials else cane,
            name="handle",
        )
    if brief.has("egg"):
        _eggs(drawing, width, height, depth)


def _eggs(drawing: Drawing, width: float, height: float, depth: float) -> None:
    tints = ("#e8b0c4", "#a9d3e8", "#f0dc8a", "#b8dcae", "#c9b4e0", "#f2c49a")
    for number in range(14):
        out, turn = 0.3 * ((number % 7) / 7) ** 0.5, number * 2.4
        size = width * 0.17
        y = height * (0.08 if number < 7 else 0.5)
        drawing.add("ball", (size, size * (2.6 if number < 7 else 1.28), size), (out * width * cos(turn), y,
            out * depth * sin(turn)),
                    turn=(0.0, 0.0, 0.0 if number < 7 else 40.0 * sin(turn)), name="egg", material="paint_white",
                        color=tints[number % 6])  # fmt: skip


@archetype(
    "bucket", "object", "container",
    "bucket, pail, water bucket, metal bucket, wooden bucket, mop bucket, ice bucket, champagne bucket, eimer, "
    "seau, cubo, sand bucket, "
    "paint bucket, milk pail, coal scuttle, wine cooler bucket, champagne cooler, mop pail",
    hints="carry water, mop",
    about="A bucket: an open round container with a wire handle in which water, sand or ice is carried.",
    parts="handle, rim, band, grip, hoop", features="water, ice",
)  # fmt: skip
def bucket(drawing: Drawing, brief: Brief) -> None:
    """Draw a bucket with its bail, wooden grip and rolled rim; hoops go round a wooden one."""
    width, height, _ = brief.box(0.3, 0.29, 0.3, keeps_shape=True)
    default = {"rustic": "oak", "steampunk": "copper", "modern": "plastic_white", "futuristic": "plastic_white"}
    body = brief.of("bucket pail body", default.get(kin(brief), "steel_brushed"), is_main=True)
    hoop = metal(brief, "band hoop rim", "steel_brushed")
    is_wood = body["material"] in ("oak", "pine", "walnut")
    drawing.add(
        "vessel", (width, height, width), form="bucket", wall=0.06 if is_wood else 0.03, name="bucket",
            sides=18 if is_wood else 0,
        bands=[0.16, 0.62, 0.97] if is_wood else [0.06, 0.5, 0.985], fill=0.8 if has(brief, "water ice") else 0.0,
        content_material="glass_clear", content_color="#a9cfe0",
        bands_material=hoop["material"] if is_wood else body["material"],
            bands_color=hoop["color"] if is_wood else body["color"], **body,
    )  # fmt: skip
    r = width / 2
    wire = metal(brief, "handle bail", "steel_brushed")
    for side in (-1, 1):
        drawing.add("disc", (width * 0.11, width * 0.05, width * 0.11), (side * r * 0.965,
            height * 0.88 - width * 0.025, 0),
                    turn=(0, 0, 90), name="ear", **wire)  # fmt: skip
    tilt = r * 0.5
    arch = [(-r * 1.02, height * 0.88, 0.0), (-r * 0.94, height * 1.12, tilt * 0.5), (-r * 0.5, height * 1.42, tilt),
            (0.0, height * 1.52, tilt * 1.15), (r * 0.5, height * 1.42, tilt), (r * 0.94, height * 1.12, tilt * 0.5),
                (r * 1.02, height * 0.88, 0.0)]  # fmt: skip
    bent(drawing, arch, width * 0.022, wire, name="handle")
    grip = _grip(brief, "grip") if brief.style_name != "realistic" else brief.of("grip", "oak")
    drawing.add("rod", (width * 0.075, width * 0.34, width * 0.075), (0, height * 1.52 - width * 0.17, tilt * 1.15),
        turn=(0, 0, 90),
                name="grip", **grip)  # fmt: skip
