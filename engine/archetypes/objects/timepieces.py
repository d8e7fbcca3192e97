"""Wristwatches and alarm clocks: a watch's dial and hands in other cases."""

from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, kin, metal, plain, tone
from engine.archetypes.objects.placing import banded, bent, tilted
from engine.archetypes.objects.watch import Bench
from engine.archetypes.register import archetype

_LEAN_DEG = 52.0  # how far above the horizon the dial looks
_LOOP_M = 0.03


@archetype(
    "wristwatch", "object", "timepiece",
    "wristwatch, wrist watch, watch, diver watch, dive watch, chronograph, dress watch, men's watch, lady's watch, "
    "luxury watch, armbanduhr, "
    "montre, reloj de pulsera, skeleton watch, automatic watch, "
    "arm watch, pilot watch, field watch, mechanical watch, gold watch, women's watch, wrist chronograph",
    hints="wear on the wrist, tell time",
    about=(
        "A wristwatch: a small clock with dial and hands in a case on a leather strap or steel bracelet round the "
        "wrist."
    ),
    parts="strap, bracelet, dial, hand, bezel, crown, case, buckle, lug",
    features="chronograph, exposed gear=exposed gears, skeleton",
)  # fmt: skip
def wristwatch(drawing: Drawing, brief: Brief) -> None:
    """Draw a watch that stands on its closed strap or bracelet, its dial to the front and up."""
    width, _, _ = brief.box(0.04, 0.06, 0.05, keeps_shape=True)
    k = width / 0.04
    steel = brief.of("case body watch", {"steampunk": "bronze_aged", "art deco": "gold", "futuristic": "chrome",
        "industrial": "iron_black",
                     "rustic": "brass_polished"}.get(kin(brief), "steel_brushed"), is_main=True)  # fmt: skip
    whole = Drawing(brief)
    low = _strap(whole, brief, k, steel)
    head = Drawing(brief)
    _head(head, brief, k, steel)
    a = radians(_LEAN_DEG)
    out = _LOOP_M * 0.74 * k
    tilted(whole, head, (90.0 - _LEAN_DEG, 0.0, 0.0), (0.0, out * sin(a), out * cos(a)))
    drawing.include(whole, at=(0.0, -low, 0.0))


def _head(drawing: Drawing, brief: Brief, k: float, steel: Finish) -> None:
    """Draw the case lying on its back: bezel, dial, hands, glass, crown, lugs."""
    mm = 0.04 * k / 50.0
    bench = Bench(drawing, brief, mm)
    is_open = brief.has("exposed gears", "skeleton", "gears", default=brief.style_name == "steampunk")
    bench.put("watch_case", (50, 9.8, 50), 0, 0, 0, name="case", is_fluted=False, **steel)
    rim = brief.of("bezel rim", steel["material"], is_accent=True)
    is_diver = has(brief, "diver dive chronograph sport")
    bench.put(
        "bezel",
        (49.4, 3.4, 49.4),
        0,
        0,
        9.6,
        style="coin" if is_diver else "rivets" if brief.style_name == "steampunk" else "plain",
        **rim,
    )
    if is_open:
        bench.movement()
    bench.dial(
        opening=0.67 if is_open else 0.0,
        has_seconds=not is_open and kin(brief) in ("realistic", "art deco", "rustic"),
    )
    bench.hands()
    bench.glass()
    drawing.add("crown", (7 * mm, 7 * mm, 6.4 * mm), (27.6 * mm, 1.6 * mm, 0), turn=(0, -90, 0), name="crown", **steel)
    if is_diver:
        for z in (-1, 1):
            drawing.add(
                "rod",
                (4 * mm, 6 * mm, 4 * mm),
                (24.4 * mm, 2 * mm, z * 11 * mm),
                turn=(0, z * 25.0, 90),
                name="pusher",
                **steel,
            )
    for x in (-1, 1):
        for z in (-1, 1):
            path = [
                (x * 14.5 * mm, 5.0 * mm, z * 19 * mm),
                (x * 14.5 * mm, 4.0 * mm, z * 24 * mm),
                (x * 14.0 * mm, -1.0 * mm, z * 26.6 * mm),
            ]
            bent(drawing, path, 4.6 * mm, steel, name="lug", end=0.8)


def _strap(drawing: Drawing, brief: Brief, k: float, steel: Finish) -> float:
    """Draw the strap or bracelet round a wrist, flat below, and return its lowest point."""
    radius, half = _LOOP_M * k, 45.0
    start, end = _LEAN_DEG - half, _LEAN_DEG + half - 360.0
    angles = [start + (end - start) * step / 88 for step in range(89)]
    floor = -0.8 * radius
    ring = [(radius * cos(radians(a)), max(radius * sin(radians(a)), floor)) for a in angles]
    if has(brief, "bracelet") or (kin(brief) in ("modern", "futuristic", "industrial") and "strap" not in brief.words):
        return _links(
            drawing,
            ring[::4],
            k,
            brief.of("bracelet strap", steel["material"]) if "bracelet" in brief.part_materials else steel,
        )
    default = {"minimalist": "fabric_grey", "contemporary": "leather_black", "art deco": "leather_black"}
    leather = brief.of("strap band", default.get(kin(brief), "leather_brown"), is_accent=True)
    thick = 0.0026 * k
    band = banded(drawing, ring, 0.02 * k, thick, leather, is_straight=True, name="strap")
    back = (ring[56][1] + ring[52][1]) * 0.52, (ring[56][0] + ring[52][0]) * 0.52
    brass = plain(steel["material"], steel["color"])
    lean = (angles[52] + angles[56]) / 2
    drawing.add(
        "frame",
        (0.026 * k, 0.016 * k, 0.0056 * k),
        (0, back[0] - 0.008 * k, back[1]),
        turn=(-lean, 0, 0),
        border_m=0.003 * k,
        name="buckle",
        **brass,
    )
    y, z = (ring[64][1] + ring[68][1]) / 2, (ring[64][0] + ring[68][0]) / 2
    turn = (-(angles[64] + angles[68]) / 2, 0.0, 0.0)
    drawing.add(
        "box",
        (0.0222 * k, 0.004 * k, 0.005 * k),
        (0, y - 0.002 * k, z),
        turn=turn,
        radius_m=0.0008 * k,
        name="loop",
        **leather,
    )
    return band.position.y


def _links(drawing: Drawing, ring: list[tuple[float, float]], k: float, steel: Finish) -> float:
    """Draw the links of a bracelet along the loop: two outer rows and a middle one."""
    thick = 0.003 * k
    low = min(y for _, y in ring) - thick / 2
    for (z0, y0), (z1, y1) in pairwise(ring):
        long, lean = hypot(z1 - z0, y1 - y0), degrees(atan2(y1 - y0, z1 - z0))
        y, z = (y0 + y1) / 2 - thick / 2, (z0 + z1) / 2
        drawing.add(
            "box",
            (0.021 * k, thick, long * 0.94),
            (0, y, z),
            turn=(-lean, 0, 0),
            radius_m=thick * 0.4,
            name="link",
            **steel,
        )
        drawing.add(
            "box",
            (0.009 * k, thick * 1.0, long * 1.12),
            (0, y, z),
            turn=(-lean, 0, 0),
            radius_m=thick * 0.4,
            name="link",
            **steel,
        )
    return low


_PAINTED = ("contemporary", "scandinavian", "mid century", "bauhaus", "industrial", "victorian")  # clocks


@archetype(
    "alarm clock", "object", "timepiece",
    "alarm clock, twin bell alarm clock, bedside clock, desk clock, mantel clock, table clock, digital clock, "
    "digital alarm clock, clock radio, "
    "wecker, réveil, despertador, travel clock, "
    "wake up clock, carriage clock, mantle clock, bell clock, wind up clock, shelf clock, desk timepiece, "
    "nightstand clock",
    hints="wake up, ring in the morning",
    about="An alarm clock: a small clock on the bedside table with bells or a buzzer that wakes one in the morning.",
    parts="bell, hand, dial, foot, handle, hammer, case, numeral", features="bell, digital",
)  # fmt: skip
def alarm_clock(drawing: Drawing, brief: Brief) -> None:
    """Draw a round clock with twin bells on its feet, or a digital one with glowing figures."""
    if has(brief, "digital led radio") or (brief.style_name == "futuristic" and not has(brief, "bell bells")):
        return _digital(drawing, brief)
    width, height, _ = brief.box(0.11, 0.155, 0.06, keeps_shape=True)
    k = min(width / 0.11, height / 0.155)
    shell = metal(brief, "case body clock", "paint_red", is_main=True)
    if brief.style_name == "realistic" and shell["material"] == "paint_red" and not shell["color"]:
        shell = plain(brief.choose("paint_red", "brass_polished", "chrome", "paint_blue"))
    elif brief.style_name in _PAINTED and not brief.materials and not shell["color"]:
        shell = plain("paint_white", tone(brief))
    if kin(brief) in ("minimalist", "modern") and not brief.materials:
        shell = plain("paint_white" if brief.style_name == "minimalist" else "paint_black", shell["color"])
    bright = brief.of(
        "bell handle hammer",
        {"rustic": "iron_black", "steampunk": "copper"}.get(
            kin(brief), "brass_polished" if shell["material"] != "chrome" else "chrome"
        ),
        is_accent=True,
    )
    face = Drawing(brief)
    _face(face, brief, k, shell)
    middle = 0.066 * k
    tilted(drawing, face, (90.0, 0.0, 0.0), (0.0, middle, -0.025 * k))
    for x in (-1, 1):
        for z in (-1, 1):
            leg = [(x * 0.026 * k, 0.022 * k, z * 0.013 * k), (x * 0.038 * k, 0.0045 * k, z * 0.019 * k)]
            bent(
                drawing,
                leg,
                0.009 * k,
                shell if brief.style_name != "steampunk" else bright,
                name="foot",
                is_straight=True,
            )
    if "bell" not in brief.excluded and brief.style_name not in ("minimalist", "modern"):
        _bells(drawing, brief, k, middle, bright)
    return None


def _face(drawing: Drawing, brief: Brief, k: float, shell: Finish) -> None:
    """Draw the drum lying on its back with dial, hands and glass."""
    mm = 0.1 * k / 50.0
    bench = Bench(drawing, brief, mm)
    drawing.add(
        "vessel",
        (0.1 * k, 0.043 * k, 0.1 * k),
        profile=[0.84, 0, 0.95, 0.06, 1, 0.2, 1, 0.9, 0.97, 1],
        wall=0.06,
        name="case",
        **shell,
    )
    is_open = brief.has("exposed gears", "skeleton", "gears", default=brief.style_name == "steampunk")
    at = 0.043 * k / mm - 9.8
    lifted = Drawing(brief)
    inner = Bench(lifted, brief, mm)
    lifted.add(
        "disc",
        (45.6 * mm, 1.4 * mm, 45.6 * mm),
        (0, 1.8 * mm, 0),
        name="plate",
        **brief.of("plate", "silver" if is_open else "steel_brushed"),
    )
    if is_open:
        inner.movement()
    inner.dial(opening=0.67 if is_open else 0.0, has_seconds=False)
    inner.hands()
    drawing.include(lifted, at=(0.0, at * mm, 0.0))
    rim = brief.of("bezel rim", shell["material"]) if "bezel" in brief.part_materials else shell
    bench.put("bezel", (50.6, 3.6, 50.6), 0, 0, at + 9.4, style="stepped", **rim)
    bench.put("crystal", (45, 4.4, 45), 0, 0, at + 10.4, material="glass_clear")
    drawing.add(
        "rod", (0.05 * k, (at + 2.4) * mm, 0.05 * k), (0, 0.0024 * k, 0), name="works", material="steel_brushed"
    )


def _bells(drawing: Drawing, brief: Brief, k: float, middle: float, bright: Finish) -> None:
    bell: list[str | float] = [
        0.16,
        0,
        0.16,
        0.12,
        0.96,
        0.14,
        1,
        0.2,
        0.98,
        0.4,
        0.8,
        0.72,
        0.44,
        0.94,
        0.14,
        0.97,
        0.1,
        1,
    ]
    for hand in (-1, 1):
        a = radians(90 - hand * 36)
        x, y = 0.0705 * k * cos(a), middle + 0.0705 * k * sin(a)
        drawing.add(
            "turning",
            (0.044 * k, 0.026 * k, 0.044 * k),
            (x, y - 0.013 * k, 0),
            turn=(0, 0, -hand * 36.0),
            profile=bell,
            name="bell",
            **bright,
        )
        stem = [
            (0.046 * k * cos(a), middle + 0.046 * k * sin(a), 0.0),
            (0.064 * k * cos(a), middle + 0.064 * k * sin(a), 0.0),
        ]
        bent(drawing, stem, 0.006 * k, bright, name="bell_post", is_straight=True)
    top = middle + 0.05 * k
    drawing.add(
        "rod", (0.003 * k, 0.03 * k, 0.003 * k), (0, top - 0.003 * k, 0), name="hammer_rod", material="steel_brushed"
    )
    drawing.add(
        "box", (0.012 * k, 0.009 * k, 0.009 * k), (0, top + 0.021 * k, 0), radius_m=0.002 * k, name="hammer", **bright
    )
    arch = [(-0.043 * k, middle + 0.066 * k, 0.0), (-0.03 * k, middle + 0.088 * k, 0.0), (0.0, middle + 0.097 * k,
        0.0), (0.03 * k, middle + 0.088 * k, 0.0),
            (0.043 * k, middle + 0.066 * k, 0.0)]  # fmt: skip
    bent(drawing, arch, 0.005 * k, bright, name="handle")


_SEGMENTS = {
    "0": "abcdef",
    "1": "bc",
    "2": "abged",
    "3": "abgcd",
    "4": "fgbc",
    "5": "afgcd",
    "6": "afgedc",
    "7": "abc",
    "8": "abcdefg",
    "9": "abcdfg",
}


def _digital(drawing: Drawing, brief: Brief) -> None:
    """Draw a wedge of a clock with four glowing figures and a snooze bar."""
    width, height, depth = brief.box(0.18, 0.08, 0.07, keeps_shape=True)
    shell = brief.of(
        "case body clock",
        {"rustic": "walnut", "contemporary": "oak", "futuristic": "plastic_white"}.get(kin(brief), "plastic_black"),
        is_main=True,
    )
    drawing.add(
        "box",
        (width, height, depth),
        radius_m=height * (0.3 if brief.style_name == "futuristic" else 0.1),
        name="case",
        **shell,
    )
    drawing.add("box", (width * 0.9, height * 0.76, depth * 0.04), (0, height * 0.12, depth / 2 - depth * 0.01),
        radius_m=depth * 0.01, name="screen",
                material="glass_tinted", color="#0c0d10")  # fmt: skip
    glow = brief.of("digit numeral light display", "screen_emissive")
    tint = glow["color"] or {"realistic": "#ff3b30", "rustic": "#ffb14a", "industrial": "#7dff6a"}.get(kin(brief), "")
    tall, z = height * 0.46, depth / 2 + depth * 0.026
    for place, figure in zip((-0.33, -0.14, 0.14, 0.33), "0730", strict=True):
        _figure(drawing, figure, (place * width, height * 0.27, z), tall, plain(glow["material"], tint))
    for y in (0.4, 0.58):
        drawing.add(
            "box",
            (tall * 0.1, tall * 0.1, depth * 0.03),
            (0, height * y, z),
            name="colon",
            material=glow["material"],
            color=tint,
        )
    drawing.add(
        "box",
        (width * 0.5, height * 0.08, depth * 0.4),
        (0, height * 0.97, 0),
        radius_m=height * 0.03,
        name="snooze",
        material="plastic_black",
    )


def _figure(drawing: Drawing, figure: str, at: tuple[float, float, float], tall: float, glow: Finish) -> None:
    """Draw one figure of seven bars."""
    x, y, z = at
    wide, thick = tall * 0.52, tall * 0.11
    half = tall / 2
    places = {
        "a": (0, tall - thick, 0),
        "d": (0, 0, 0),
        "g": (0, half - thick / 2, 0),
        "b": (1, half, 1),
        "c": (1, 0, 1),
        "f": (-1, half, 1),
        "e": (-1, 0, 1),
    }
    for name in _SEGMENTS[figure]:
        side, up, is_upright = places[name]
        size = (thick, half * 0.94, tall * 0.06) if is_upright else (wide * 0.86, thick, tall * 0.06)
        drawing.add(
            "box",
            size,
            (x + side * (wide - thick) / 2, y + up + (half * 0.03 if is_upright else 0), z),
            name="digit",
            **glow,
        )
