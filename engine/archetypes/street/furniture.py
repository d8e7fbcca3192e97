"""What stands in streets: gate, fence, bus stop, machines, booths, stalls, cones, barriers; the front is +z."""

from math import pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.shaping import sized, spin, strut
from engine.archetypes.objects.street import iron_of
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_RAILS = {"rustic": "crosses", "victorian": "scrolls", "baroque": "scrolls", "steampunk": "scrolls", "modern": "wires",
          "minimalist": "sheet", "futuristic": "sheet", "contemporary": "wires", "industrial": "wires"}  # fmt: skip


def _wood_or_iron(brief: Brief, words: str) -> Finish:
    """Return wood for wooden styles, else the metal of street furniture."""
    if brief.style_name in ("rustic", "realistic", "japanese", "scandinavian") or brief.words & {"wooden", "picket"}:
        return brief.of(words, "wood" if brief.style_name != "realistic" else "paint_white", is_main=True)
    return iron_of(brief, words)


@archetype(
    "garden gate", "object", "street", "gate, garden gate, iron gate, wrought iron gate, entrance gate, tor, "
    "gartentor, "
    "portail, portón, driveway gate, city gate, cemetery gate, torii, torii gate",
    hints="driveway, estate entrance", about="A gate closes the way through a fence or wall between two pillars.",
    parts="gate, pillar, post, bar, lantern, hinge, wing, body",
)  # fmt: skip
def garden_gate(drawing: Drawing, brief: Brief) -> None:
    """Draw two wings of bars between stone pillars with caps and balls; a torii of beams for a shrine."""
    if "torii" in brief.words or brief.style_name == "japanese":
        red = brief.of("gate body post beam", "lacquer_red", is_main=True)
        for x in (-1.5, 1.5):
            drawing.add("cone", (0.34, 3.4, 0.34), (x, 0, 0), top=0.82, name="post", **red)
            drawing.add("disc", (0.5, 0.3, 0.5), (x, 0, 0), name="foot", **brief.of("foot base", "granite_black"))
        drawing.add("box", (3.9, 0.22, 0.2), (0, 2.6, 0), name="tie", **red)
        drawing.add("box", (4.6, 0.24, 0.34), (0, 3.38, 0), name="lintel", **red)
        drawing.add("roof", (5.0, 0.3, 0.6), (0, 3.58, 0), form="gable", covering="plain", name="cap",
                    **brief.of("cap roof", "slate"))  # fmt: skip
        drawing.add("box", (0.4, 0.6, 0.14), (0, 2.8, 0), name="tablet", **red)
        return sized(drawing, brief, (5.0, 3.88, 0.6))
    iron = iron_of(brief, "gate bar wing body")
    stone = brief.of("pillar post", brief.style.facade or "limestone")
    for x in (-1.75, 1.75):
        body = drawing.add("box", (0.5, 2.3, 0.5), (x, 0, 0), radius_m=0.02, name="pillar", **stone)
        drawing.add("box", (0.62, 0.12, 0.62), (x, 2.28, 0), radius_m=0.02, name="cap", **stone)
        drawing.add("ball", (0.4, 0.4, 0.4), (x, 2.36, 0), name="ball", **stone)
        drawing.add("box", (0.6, 0.2, 0.6), (x, 0, 0), radius_m=0.02, name="plinth", **stone)
        dress(drawing, brief, body, "front")
    form = _RAILS.get(brief.style_name, "square")
    for side in (-1, 1):
        drawing.add("railing", (1.49, 1.55, 0.08), (side * 0.76, 0.04, 0), form=form, bays=2, name="wing", **iron)
        for k in range(9):
            x = side * (0.08 + 1.34 * k / 8)
            drawing.add(
                "cone", (0.05, 0.34 + 0.32 * (1 - k / 8) ** 2, 0.05), (x, 1.48, 0), top=0.1, name="spear", **iron
            )
        for y in (0.3, 1.3):
            drawing.add("box", (0.12, 0.1, 0.1), (side * 1.5, y, 0), radius_m=0.01, name="hinge", **iron)
    drawing.add("box", (0.12, 0.22, 0.12), (0, 0.9, 0), radius_m=0.01, name="lock", **brief.of("lock accent", "accent"))
    return sized(drawing, brief, (4.1, 2.76, 0.62))


@archetype(
    "fence", "object", "street", "fence, picket fence, garden fence, zaun, valla, clôture, wooden fence, railing "
    "fence, "
    "metal fence, chain link fence, balustrade, railing, guardrail", hints="yard, boundary, enclose",
    about="A fence of posts, rails and pickets encloses a garden or a field.",
    parts="picket, post, rail, body, cap, gate, hinge, latch",
    features="gate, open=open, open gate=open, gate open=open",
)  # fmt: skip
def fence(drawing: Drawing, brief: Brief) -> None:
    """Draw a picket fence of three bays or as many as its length takes, or a railing in the style's form."""
    finish = _wood_or_iron(brief, "fence picket rail body")
    stated = brief.sizes.get("width", brief.sizes.get("length", 4.5))
    posts = brief.count("post", min(13, max(2, round(stated / 1.5) + 1)), least=2, most=13)
    long = 1.5 * (posts - 1)
    form = "picket" if "picket" in brief.words else _RAILS.get(brief.style_name, "picket")
    post = brief.of("post", finish["material"]) if brief.part_materials.get("post") else finish
    for k in range(posts):
        x = 1.5 * k - long / 2
        drawing.add("box", (0.1, 1.1, 0.1), (x, 0, 0), radius_m=0.008, name="post", **post)
        drawing.add("roof", (0.14, 0.07, 0.14), (x, 1.09, 0), form="pyramid", covering="plain", name="cap", **post)
    gates = brief.count("gate", int(brief.has("gate", "open")), most=posts - 1)
    for k in range(posts - 1):
        x = 1.5 * (k + 0.5) - long / 2
        if k in _gated(posts - 1, gates):
            _gate(drawing, brief, form, finish, x)
        else:
            _bay(drawing, form, finish, x, 1.42)
    sized(drawing, brief, (long + 0.14, 1.15, 0.16))


def _gated(bays: int, gates: int) -> frozenset[int]:
    """Return the bays that are gates, from the middle outwards."""
    return frozenset(sorted(range(bays), key=lambda bay: abs(bay - (bays - 1) / 2))[:gates])


def _bay(drawing: Drawing, form: str, finish: Finish, x: float, wide: float, *, rise: float = 0.0) -> None:
    """Draw what is between two posts: rails with pickets that are taller in the middle by `rise`, or a railing."""
    if form != "picket":
        drawing.add("railing", (wide, 0.95, 0.07), (x, 0.06, 0), form=form, bays=1, name="rail", **finish)
        return
    for y in (0.25, 0.72):
        drawing.add("box", (wide, 0.09, 0.045), (x, y, 0), radius_m=0.004, name="rail", **finish)
    count = round(wide / 0.175)
    for step in range(count):
        at = (x + (wide - 0.02) * ((step + 0.5) / count - 0.5), 0.06, 0.034)
        tall = 0.98 + rise * sin(pi * (step + 0.5) / count)
        drawing.add("cut_shape", (0.1, tall, 0.03), at, name="picket", bevel_m=0.003,
                    outline=[-1.0, 0.0, 1.0, 0.0, 1.0, 0.9, 0.0, 1.0, -1.0, 0.9], **finish)  # fmt: skip


def _gate(drawing: Drawing, brief: Brief, form: str, finish: Finish, x: float) -> None:
    """Draw a gate in a bay: the fence's own filling on a braced frame with hinges and a latch, open if asked for."""
    is_told = "gate" in brief.part_materials or "gate" in brief.part_colors
    own = brief.of("gate", finish["material"]) if is_told else finish
    iron, wide = brief.of("hinge latch handle", "iron_black"), 1.36
    leaf = Drawing(brief)
    for place in (0.045, wide - 0.045):
        leaf.add("box", (0.07, 0.92, 0.05), (place, 0.07, -0.01), radius_m=0.004, name="gate_stile", **own)
    _bay(leaf, form, own, wide / 2, wide - 0.02, rise=0.2)
    strut(leaf, "gate_brace", (0.07, 0.3, -0.034), (wide - 0.07, 0.78, -0.034), 0.05, own)
    for y in (0.27, 0.74):
        leaf.add("box", (0.3, 0.035, 0.05), (0.09, y, 0.031), radius_m=0.003, name="hinge", **iron)
    leaf.add("box", (0.14, 0.03, 0.05), (wide, 0.6, 0.031), radius_m=0.003, name="latch", **iron)
    leaf.add("box", (0.022, 0.12, 0.07), (wide - 0.06, 0.66, 0.03), radius_m=0.006, name="gate_handle", **iron)
    if brief.has("open"):
        leaf.add("rod", (0.022, 0.4, 0.022), (wide - 0.045, 0, -0.04), name="drop_bolt", **iron)
    drawing.include(leaf, (x - wide / 2, 0, 0), -55.0 if brief.has("open") else 0.0)


@archetype(
    "bus stop", "object", "street", "bus stop, bus shelter, bushaltestelle, parada de autobús, arrêt de bus, tram "
    "stop, "
    "waiting shelter, bus stop shelter", hints="wait for the bus, public transport",
    about="A bus stop has a glass shelter with a bench, a roof and a sign with the timetable.",
    parts="roof, glass, bench, post, sign, frame, body", features="bench, sign",
)  # fmt: skip
def bus_stop(drawing: Drawing, brief: Brief) -> None:
    """Draw a shelter: frame, panes on three sides, roof, bench, poster, and the sign on its pole."""
    frame = iron_of(brief, "frame post body shelter")
    glass = brief.of("glass pane", "glass_clear")
    drawing.add("box", (4.2, 0.08, 1.8), (0, 0, 0), radius_m=0.01, name="ground", **brief.of("ground", "concrete"))
    for x in (-1.9, 0.0, 1.9):
        drawing.add("box", (0.09, 2.4, 0.09), (x, 0.07, -0.7), radius_m=0.01, name="post", **frame)
    for x in (-1.9, 1.9):
        drawing.add("box", (0.09, 2.4, 0.09), (x, 0.07, 0.55), radius_m=0.01, name="post", **frame)
        drawing.add("box", (0.02, 1.9, 1.18), (x, 0.35, -0.075), radius_m=0.003, name="side_pane", **glass)
        drawing.add("box", (0.06, 0.06, 1.2), (x, 0.3, -0.075), radius_m=0.003, name="sill", **frame)
    for x in (-0.95, 0.95):
        drawing.add("box", (1.83, 1.9, 0.02), (x, 0.35, -0.7), radius_m=0.003, name="pane", **glass)
        drawing.add("box", (1.83, 0.06, 0.06), (x, 0.3, -0.7), radius_m=0.003, name="sill", **frame)
    curve = brief.style_name in ("futuristic", "modern", "contemporary", "art deco", "steampunk", "victorian")
    roof = drawing.add("roof" if curve else "box", (4.3, 0.45 if curve else 0.16, 1.9), (0, 2.44, -0.05), name="roof",
                       **({"form": "barrel", "covering": "seams", "eave_m": 0.05, "verge_m": 0.1} if curve else
                          {"radius_m": 0.03}), **brief.of("roof", brief.style.roof or "metal"))  # fmt: skip
    if not curve:
        dress(drawing, brief, roof, "front")
    else:
        drawing.add("box", (4.0, 0.1, 1.4), (0, 2.4, -0.05), radius_m=0.01, name="beam", **frame)
    bench = brief.of("bench seat", "wood")
    for z in (-0.52, -0.38, -0.24):
        drawing.add("box", (2.6, 0.045, 0.11), (-0.4, 0.5, z), radius_m=0.01, name="bench", **bench)
    for x in (-1.4, 0.6):
        drawing.add("box", (0.08, 0.46, 0.4), (x, 0.06, -0.38), radius_m=0.01, name="bench_leg", **frame)
    drawing.add(
        "box", (1.0, 1.5, 0.1), (1.35, 0.6, -0.64), radius_m=0.01, name="poster", **brief.of("poster", "acrylic_white")
    )
    drawing.add("rod", (0.08, 3.0, 0.08), (2.02, 0.07, 0.8), name="pole", **frame)
    drawing.add("sign_board", (0.7, 0.5, 0.06), (2.02, 2.56, 0.84), text="BUS", name="sign",
                **brief.of("sign", "paint_blue", is_accent=True))  # fmt: skip
    sized(drawing, brief, (4.4, 3.1, 2.0))


@archetype(
    "market stall", "object", "street", "market stall, stall, market stand, fruit stand, food stall, marktstand, "
    "puesto, "
    "étal, lemonade stand, food stand, kiosk, newsstand, hot dog stand, flower stall, ice cream stand",
    hints="farmers market, vegetables, street food", about="A market stall is a table under a striped awning on which "
    "fruit and other wares are sold in crates.", parts="roof, awning, counter, post, crate, fruit, sign, body, wheel",
    features="sign",
)  # fmt: skip
def market_stall(drawing: Drawing, brief: Brief) -> None:
    """Draw a stall: a counter of boards, four posts, a striped roof of cloth, crates full of fruit."""
    wood = brief.of("counter post body stall crate", {"futuristic": "plastic_white", "industrial": "iron_black",
                    "steampunk": "mahogany"}.get(brief.style_name, "wood"), is_main=True)  # fmt: skip
    cloth = brief.of("awning roof cloth", "canvas", is_accent=True)
    if not cloth["color"]:
        cloth = brief.finish(cloth["material"], brief.choose("#b3322a", "#2f7a4f", "#2f5f9a"))
    first, second = (*brief.palette("awning", "roof", "cloth"), *("", ""))[:2]
    cloth = brief.finish(cloth["material"], first or cloth["color"])
    pale = second or brief.of("stripe striped", "canvas")["color"] or "#f2efe6"
    pale = pale if brief.has("stripe", "striped", default=True) else cloth["color"]
    for x in (-1.1, 1.1):
        for z, tall in ((-0.55, 2.59), (0.55, 2.21)):
            drawing.add("box", (0.07, tall, 0.07), (x, 0, z), radius_m=0.006, name="post", **wood)
    counter = drawing.add("box", (2.2, 0.75, 0.06), (0, 0.12, 0.52), radius_m=0.006, name="counter", **wood)
    dress(drawing, brief, counter, "front")
    drawing.add("box", (2.4, 0.05, 1.2), (0, 0.86, 0.02), radius_m=0.008, name="counter_top", **wood)
    for side in (-1, 1):
        drawing.add("box", (0.04, 0.75, 1.1), (side * 1.09, 0.12, 0), radius_m=0.004, name="side", **wood)
    drawing.add("awning", (2.6, 0.75, 1.55), (0, 1.86, 0.12), stripes=11,
                stripes_material="canvas", stripes_color=pale, name="awning", **cloth)  # fmt: skip
    tints = ("#c8281e", "#e89a22", "#6fa038", "#7a3f86", "#e8c92e", "#b8452f")
    for k in range(brief.count("crate", 4, least=1, most=4)):
        x = -0.81 + 0.54 * k
        drawing.add("open_box", (0.48, 0.2, 0.62), (x, 0.905, 0.14), wall_m=0.02, corner_m=0.01, name="crate",
                    **brief.of("crate", "pine"))  # fmt: skip
        drawing.add("box", (0.44, 0.1, 0.58), (x, 0.92, 0.14), radius_m=0.005, name="straw", material="straw")
        for row in range(4):
            for col in range(3):
                drawing.add("ball", (0.13, 0.13, 0.13), (x - 0.135 + 0.135 * col, 1.0 + 0.02 * ((row + col) % 2),
                            -0.07 + 0.14 * row), name="fruit", **brief.finish("ceramic_white",
                            brief.part_colors.get("fruit",
                            tints[k % 6])))  # fmt: skip
    if brief.has("sign", default=bool(brief.words & {"kiosk", "newsstand", "lemonade"})):
        drawing.add("sign_board", (1.4, 0.3, 0.06), (0, 0.34, 0.57), text="FRESH", name="sign", **wood)
    sized(drawing, brief, (2.6, 2.6, 1.7))


@archetype(
    "traffic cone", "object", "street", "traffic cone, road cone, pylon cone, safety cone, verkehrskegel, cono de "
    "tráfico, "
    "bollard, traffic barrier, road barrier, barrier, construction barrier, crash barrier, poller",
    hints="road works, construction site", about="A traffic cone warns drivers of road works.",
    parts="cone, stripe, base, body, board, lamp",
)  # fmt: skip
def traffic_cone(drawing: Drawing, brief: Brief) -> None:
    """Draw a cone with white bands on a square foot; a striped barrier; a bollard."""
    words = brief.words
    if "barrier" in words:
        board = brief.of("board stripe", "paint_red", is_main=True)
        for x in (-0.75, 0.75):
            drawing.add(
                "box", (0.07, 1.0, 0.07), (x, 0.03, 0), radius_m=0.006, name="post", **brief.of("post", "metal")
            )
            drawing.add("box", (0.12, 0.06, 0.7), (x, 0, 0), radius_m=0.01, name="foot", material="rubber_black")
            drawing.add("ball", (0.16, 0.2, 0.12), (x, 1.0, 0), name="lamp", material="emissive_warm", color="#ff9a1e")
        for y in (0.35, 0.72):
            drawing.add("box", (1.7, 0.22, 0.04), (0, y, 0.04), radius_m=0.005, name="board", **board)
            for k in range(5):
                drawing.add("box", (0.16, 0.2, 0.046), (-0.68 + 0.34 * k, y + 0.01, 0.04), radius_m=0.003,
                name="stripe",
                            material="paint_white")  # fmt: skip
        return sized(drawing, brief, (1.7, 1.2, 0.7))
    if "bollard" in words or "poller" in words:
        spin(drawing, "post", [(0.14, 0.0), (0.14, 0.06), (0.1, 0.09), (0.09, 0.62), (0.11, 0.66), (0.1, 0.72),
        (0.11, 0.76),
             (0.08, 0.86), (0.02, 0.9)], iron_of(brief, "body post"))  # fmt: skip
        return sized(drawing, brief, (0.28, 0.9, 0.28))
    body = brief.of("cone body", {"steampunk": "copper", "art deco": "gold", "futuristic": "acrylic_white"}.get(
        brief.style_name, "plastic_white"), is_main=True)  # fmt: skip
    if not body["color"] and body["material"] == "plastic_white":
        body = brief.finish("plastic_white", "#e8601c")
    drawing.add("box", (0.38, 0.035, 0.38), radius_m=0.012, name="base", **brief.of("base", "rubber_black"))
    spin(drawing, "cone", [(0.15, 0.03), (0.14, 0.05), (0.03, 0.7), (0.02, 0.71)], body)
    for low, high in ((0.24, 0.36), (0.46, 0.55))[: brief.count("stripe", 2, most=2)]:
        r = [0.1415 - 0.11 * (y - 0.05) / 0.65 for y in (low, high)]
        spin(drawing, "stripe", [(r[0] + 0.002, low), (r[1] + 0.002, high)], brief.of("stripe band", "paint_white"))
    return sized(drawing, brief, (0.38, 0.71, 0.38))


@archetype(
    "bike rack", "object", "street", "bike rack, bicycle rack, bicycle stand, fahrradständer, cycle stand, bike stand",
    hints="lock your bike", about="A bike rack is a row of hoops to which bicycles are locked.",
    parts="hoop, rail, body",
)  # fmt: skip
def bike_rack(drawing: Drawing, brief: Brief) -> None:
    """Draw a row of arches on two rails."""
    iron = iron_of(brief, "hoop rail body rack")
    hoops = brief.count("hoop", 5, least=2, most=10)
    for k in range(hoops):
        x = 0.4 * (k - (hoops - 1) / 2)
        drawing.add("strap", (0.05, 0.8, 0.75), (x, 0.02, 0), path=[-1.0, -1.0, -0.95, 0.5, -0.5, 1.0, 0.5, 1.0,
        0.95, 0.5,
                    1.0, -1.0], thickness_m=0.045, name="hoop", **iron)  # fmt: skip
    for z in (-0.35, 0.35):
        strut(drawing, "rail", (-0.2 * hoops, 0.03, z), (0.2 * hoops, 0.03, z), 0.06, iron)
    sized(drawing, brief, (0.4 * hoops, 0.82, 0.8))
