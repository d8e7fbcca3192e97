"""Piano and drums; the player sits at +z."""

from math import cos, pi, sin

from domain.spec import DesignObject
from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin, tone, usual
from engine.archetypes.objects.shaping import Pair, cut, lifted, pose, sized, spin, strut
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_GRAND: list[Pair] = [(-0.74, 0.0), (0.74, 0.0), (0.74, -0.42), (0.735, -0.62), (0.7, -0.78), (0.6, -0.92),
                      (0.47, -1.04), (0.34, -1.18), (0.22, -1.4),
                      (0.08, -1.6), (-0.12, -1.72), (-0.36, -1.76), (-0.58, -1.7), (-0.7, -1.56),
                      (-0.74, -1.36)]  # fmt: skip


@archetype(
    "piano", "object", "instrument",
    "piano, grand piano, upright piano, baby grand, klavier, flügel, pianoforte, piano à queue, concert piano, "
    "digital piano, electric piano, harpsichord, spinet, keyboard piano, player piano, clavichord, "
    "fortepiano",
    hints="concert, keys, pianist", about="A large musical instrument with black and white keys and strings inside.",
    parts="lid, body, case, leg, keyboard, pedal, stool, bench, music stand, key", features="stool, bench=stool",
)  # fmt: skip
def piano(drawing: Drawing, brief: Brief) -> None:
    """Draw a grand piano with its lid raised or closed, or an upright one; with a stool if one is asked for."""
    lacquer = {
        "realistic": "paint_black",
        "modern": "paint_white",
        "futuristic": "plastic_white",
        "minimalist": "paint_white",
        "contemporary": "paint_black",
    }
    case = brief.of("body case lid piano", lacquer.get(kin(brief), "wood"), is_main=True)
    brass = brief.of("pedal accent hinge", "brass_polished", is_accent=True)
    if brief.has("upright") or kin(brief) in ("rustic", "industrial"):
        _upright(drawing, brief, case, brass)
        return sized(drawing, brief, (1.5, 1.25, 0.64))
    flat = Drawing(brief)
    cut(flat, "case", [(x, -z) for x, z in _GRAND], 0.3, case, bevel_m=0.008)
    pose(drawing, flat, (0, 0.77, 0), (-90.0, 0, 0))
    inside = Drawing(brief)
    cut(
        inside,
        "plate",
        [(x * 0.94, 0.1 - (z + 0.1) * 0.94 + 0.08) for x, z in [*_GRAND[2:], (-0.74, -0.42)]],
        0.02,
        brief.of("plate frame", "gold"),
        bevel_m=0.004,
    )
    pose(drawing, inside, (0, 0.914, 0), (-90.0, 0, 0))
    is_shut = _is_shut(brief)
    for step in range(0 if is_shut else 22):
        x = -0.62 + 0.055 * step
        far = -1.5 + 1.05 * max(0.0, (x + 0.45) / 1.1) ** 0.9 if x > -0.45 else -1.5
        strut(
            drawing, "string", (x, 0.932, -0.5), (x, 0.932, min(far, -0.62)), 0.005, brief.finish("steel_brushed", "")
        )
    _keys(drawing, brief, case, 0.715, 0.06, brass)
    drawing.add("box", (0.7, 0.2, 0.012), (0, 0.93, -0.3), turn=(-16, 0, 0), radius_m=0.004, name="music_stand", **case)
    _lid(drawing, brief, case, is_shut=is_shut)
    for x, z in ((-0.62, -0.18), (0.62, -0.18), (-0.25, -1.45)):
        profile = [
            (0.03, 0.09), (0.055, 0.13), (0.04, 0.18), (0.062, 0.3), (0.08, 0.52), (0.06, 0.56),
            (0.085, 0.58), (0.085, 0.63)
        ]  # fmt: skip
        spin(drawing, "leg", profile, case, at=(x, 0, z))
        strut(drawing, "caster", (x - 0.016, 0.045, z), (x + 0.016, 0.045, z), 0.09, brass, edge=0.2)
        strut(drawing, "caster_fork", (x, 0.05, z), (x, 0.1, z), 0.036, brass)
    for x in (-0.07, 0.07):
        strut(drawing, "lyre", (x * 1.4, 0.62, -0.3), (x, 0.12, -0.3), 0.024, case)
    drawing.add("box", (0.26, 0.04, 0.1), (0, 0.1, -0.3), radius_m=0.01, name="lyre_box", **case)
    _pedals(drawing, brass, 0.108, -0.2)
    if brief.has("stool", "bench"):
        _stool(drawing, brief, case)
    return sized(drawing, brief, (1.52, 1.8, 2.0))


def _is_shut(brief: Brief) -> bool:
    """Return whether the lid lies closed; it stands open unless the words say otherwise."""
    said = brief.words & {"closed", "shut", "open", "raised"}
    return bool(said & {"closed", "shut"})


def _lid(drawing: Drawing, brief: Brief, case: Finish, *, is_shut: bool) -> None:
    """Draw the lid in two leaves, the large one propped up or lying on the case."""
    lid = Drawing(brief)
    cut(lid, "lid", [(x + 0.74, -z) for x, z in [*_GRAND[2:], (-0.74, -0.42)]], 0.022, case, bevel_m=0.005)
    raised, leaned = Drawing(brief), Drawing(brief)
    pose(raised, lid, (0, 0, 0), (-90.0, 0, 0))
    pose(leaned, raised, (-0.74, 0.931 if is_shut else 0.93, 0), (0, 0, 0.0 if is_shut else 36.0))
    drawing.include(leaned)
    drawing.add("box", (1.48, 0.02, 0.44), (0, 0.915, -0.21 - 0.2), radius_m=0.004, name="lid_front", **case)
    if not is_shut:
        strut(drawing, "prop", (0.66, 0.9, -0.66), (0.36, 1.73, -0.66), 0.02, case)


def _keys(drawing: Drawing, brief: Brief, case: Finish, y: float, z: float, brass: Finish) -> None:
    """Draw a keyboard of 52 white and 36 black keys between cheeks, its key bed and fall board."""
    drawing.add("box", (1.48, 0.05, 0.3), (0, y - 0.095, z - 0.03), radius_m=0.006, name="key_bed", **case)
    for x in (-0.68, 0.68):
        drawing.add("box", (0.12, 0.1, 0.24), (x, y - 0.05, z - 0.02), radius_m=0.012, name="cheek", **case)
    drawing.add(
        "box",
        (1.24, 0.14, 0.014),
        (0, y - 0.02, z - 0.115),
        turn=(-10, 0, 0),
        radius_m=0.004,
        name="fall_board",
        **case,
    )
    drawing.add(
        "piano_keys",
        (1.23, 0.034, 0.15),
        (0, y - 0.046, z - 0.03),
        name="keyboard",
        black_material="paint_black",
        **brief.of("keyboard key", "enamel_white"),
    )
    drawing.add("box", (1.24, 0.022, 0.02), (0, y - 0.05, z + 0.055), radius_m=0.004, name="key_slip", **case)


def _pedals(drawing: Drawing, brass: Finish, y: float, z: float) -> None:
    for x in (-0.07, 0.0, 0.07):
        drawing.add("box", (0.026, 0.012, 0.13), (x, y, z), radius_m=0.005, name="pedal", **brass)


def _upright(drawing: Drawing, brief: Brief, case: Finish, brass: Finish) -> None:
    """Draw an upright piano: tall case, key bed on consoles, panels, music desk, pedals."""
    drawing.add("box", (1.5, 0.12, 0.36), (0, 0, -0.2), radius_m=0.01, name="plinth", **case)
    body = drawing.add("box", (1.48, 1.1, 0.34), (0, 0.11, -0.2), radius_m=0.008, name="case", **case)
    drawing.add("box", (1.54, 0.035, 0.4), (0, 1.205, -0.19), radius_m=0.01, name="lid", **case)
    panel = "flat" if brief.style.front == "flat" else "shaker"
    for x, wide in ((0.0, 0.9), (-0.58, 0.2), (0.58, 0.2)):
        drawing.add("front", (wide, 0.34, 0.016), (x, 0.82, -0.028), style=panel, name="panel", **case)
    drawing.add("front", (1.28, 0.4, 0.016), (0, 0.16, -0.028), style=panel, name="panel", **case)
    _keys(drawing, brief, case, 0.73, 0.13, brass)
    drawing.add("box", (0.6, 0.2, 0.014), (0, 0.83, 0.0), turn=(-14, 0, 0), radius_m=0.004, name="music_stand", **case)
    for x in (-0.68, 0.68):
        spin(
            drawing,
            "console",
            [(0.05, 0.0), (0.05, 0.05), (0.03, 0.1), (0.048, 0.35), (0.03, 0.55), (0.05, 0.6), (0.05, 0.65)],
            case,
            at=(x, 0, 0.18),
        )
        drawing.add("box", (0.1, 0.05, 0.4), (x, 0, 0.05), radius_m=0.01, name="toe", **case)
    _pedals(drawing, brass, 0.045, 0.02)
    dress(drawing, brief, body, "left", "right")


def _stool(drawing: Drawing, brief: Brief, case: Finish) -> None:
    """Draw a bench with a cushion before the keys."""
    drawing.add(
        "cushion", (0.76, 0.08, 0.34), (0, 0.44, 0.62), name="stool_seat", **brief.of("seat cushion", "leather_black")
    )
    drawing.add("box", (0.74, 0.06, 0.32), (0, 0.385, 0.62), radius_m=0.006, name="stool_frame", **case)
    for x in (-0.33, 0.33):
        for z in (0.5, 0.74):
            drawing.add("leg", (0.05, 0.39, 0.05), (x, 0, z), style=brief.style.leg, name="stool_leg", **case)


@archetype(
    "drum", "object", "instrument",
    "drum, snare drum, drum set, drum kit, drums, trommel, schlagzeug, tambour, tambor, batterie, bongo, toy drum, "
    "bass drum, percussion, "
    "tom tom, kettle drum, timpani, conga, djembe, steel drum instrument, tabla, bodhran, taiko, "
    "marching drum, floor tom, kick drum, drumset, snare",
    hints="drumming, rhythm",
    about="A musical instrument, a skin stretched over a round shell, that is beaten with sticks.",
    parts="shell, skin, hoop, stick, lug, cymbal, tom, stand, rim, rope, head, body",
)  # fmt: skip
def drum(drawing: Drawing, brief: Brief) -> None:
    """Draw a drum with hoops, lugs, rods and two sticks; or a whole kit where the words say set or kit."""
    usually = {"realistic": brief.choose("paint_red", "paint_blue", "walnut"), "steampunk": "copper"}
    painted = "" if brief.style_name in ("rustic", "industrial", "minimalist") else tone(brief)
    default = usually.get(brief.style_name, "metallic_paint" if painted else "wood")
    shell = usual(brief, "shell body drum", default, painted if default == "metallic_paint" else "")
    metal = brief.of(
        "hoop lug rim cymbal accent", "chrome" if brief.style_name == "realistic" else "accent", is_accent=True
    )
    if brief.has("set", "kit", "drums", "batterie", "schlagzeug"):
        _kit(drawing, brief, shell, metal)
        return sized(drawing, brief, (1.5, 1.15, 1.1))
    _one(drawing, brief, 0.36, 0.2, shell, metal, 8)
    stick = brief.of("stick", "oak")
    for turn, shift in ((25.0, -0.03), (-20.0, 0.03)):
        pair = Drawing(brief)
        strut(pair, "stick", (0, 0, -0.2), (0, 0, 0.16), 0.014, stick, edge=0.4)
        pair.add("ball", (0.017, 0.017, 0.026), (0, -0.0085, 0.165), name="tip", **stick)
        drawing.include(pair, (shift, 0.2128 if turn > 0 else 0.2252, 0.0), turn_deg=turn)
    return sized(drawing, brief, (0.38, 0.236, 0.38))


def _one(drawing: Drawing, brief: Brief, across: float, tall: float, shell: Finish, metal: Finish, lugs: int) -> None:
    """Draw a standing drum: shell, two skins, two hoops, lugs with their rods."""
    drawing.add("rod", (across, tall - 0.01, across), (0, 0.006, 0), edge=0.0, name="shell", **shell)
    skin = brief.of("skin head", "paper")
    drawing.add("disc", (across * 1.01, 0.012, across * 1.01), (0, tall - 0.01, 0), edge=0.3, name="skin", **skin)
    for y in (0.0, tall - 0.022):
        drawing.add("hoop", (across * 1.07, 0.028, across * 1.07), (0, y, 0), inner=0.93, name="hoop", **metal)
    for step in range(lugs):
        angle = 2 * pi * (step + 0.5) / lugs
        x, z = across * 0.515 * cos(angle), across * 0.515 * sin(angle)
        drawing.add("rod", (0.008, tall * 0.86, 0.008), (x * 1.02, tall * 0.07, z * 1.02), name="rod", **metal)
        drawing.add("ball", (0.026, tall * 0.3, 0.026), (x * 0.985, tall * 0.35, z * 0.985), name="lug", **metal)


def _kit(drawing: Drawing, brief: Brief, shell: Finish, metal: Finish) -> None:
    """Draw a bass drum on its spurs, two toms above it, a floor tom, a snare and two cymbals on stands."""
    bass = Drawing(brief)
    _one(bass, brief, 0.56, 0.42, shell, metal, 8)
    pose(drawing, bass, (0, 0.2996, -0.21), (90.0, 0, 0))
    for x in (-1.0, 1.0):
        strut(drawing, "spur", (0.2 * x, 0.26, 0.1), (0.32 * x, 0.012, 0.22), 0.016, metal)
        _foot(drawing, 0.32 * x, 0.22)
    toms = brief.count("tom", 2, least=1, most=3)
    for x in ((0.0,), (-1.0, 1.0), (-1.75, 0.0, 1.75))[toms - 1]:
        tom = Drawing(brief)
        _one(tom, brief, 0.3, 0.22, shell, metal, 6)
        tilted = Drawing(brief)
        pose(tilted, tom, (0.19 * x, 0.66, -0.06), (-18.0, 0, 0))
        drawing.include(tilted)
        strut(drawing, "tom_arm", (0.03 * x, 0.55, 0.02), (0.16 * x, 0.7, -0.06), 0.022, metal)
    for x, z, across, tall, top in ((-0.55, -0.28, 0.36, 0.15, 0.62), (0.56, -0.22, 0.4, 0.38, 0.6)):
        side = Drawing(brief)
        _one(side, brief, across, tall, shell, metal, 8)
        drawing.include(_raised(side, top - tall), (x, 0, z))
        for step in range(3):
            angle = 2 * pi * step / 3 + 0.5
            start = (
                x + across * 0.5 * cos(angle),
                top - tall * 0.6 if x > 0 else top - tall + 0.012,
                z + across * 0.5 * sin(angle),
            )
            strut(
                drawing,
                "leg",
                start,
                (x + across * 0.6 * cos(angle), 0.012, z + across * 0.6 * sin(angle)),
                0.018,
                metal,
            )
            _foot(drawing, x + across * 0.6 * cos(angle), z + across * 0.6 * sin(angle))
    cymbals = ((-0.62, 0.14, 1.02, 0.4), (0.62, 0.2, 1.1, 0.44), (-0.98, -0.2, 0.8, 0.34), (1.0, -0.15, 0.9, 0.4))
    for x, z, top, across in cymbals[: brief.count("cymbal", 2, most=4)]:
        strut(drawing, "stand", (x, 0.25, z), (x, top, z), 0.02, metal)
        for step in range(3):
            angle = 2 * pi * step / 3 + pi / 2
            strut(
                drawing, "stand_leg", (x, 0.34, z), (x + 0.24 * cos(angle), 0.012, z + 0.24 * sin(angle)), 0.016, metal
            )
            _foot(drawing, x + 0.24 * cos(angle), z + 0.24 * sin(angle))
        bronze = brief.of("cymbal", "brass_polished")
        disc = [
            (across / 2, top - 0.03),
            (across * 0.3, top - 0.012),
            (across * 0.12, top),
            (across * 0.1, top + 0.018),
            (0.02, top + 0.026),
        ]
        spin(drawing, "cymbal", [(across / 2, top - 0.032), *disc], bronze)
        moved = drawing.objects.pop()
        drawing.include(_only(brief, moved), (x, 0, z))
        drawing.add("ball", (0.03, 0.03, 0.03), (x, top + 0.02, z), name="wing_nut", **metal)


def _foot(drawing: Drawing, x: float, z: float) -> None:
    drawing.add("disc", (0.032, 0.024, 0.032), (x, 0, z), edge=0.3, name="foot", material="rubber_black")


def _raised(other: Drawing, by: float) -> Drawing:
    other.objects[:] = lifted(other, by)
    return other


def _only(brief: Brief, thing: DesignObject) -> Drawing:
    one = Drawing(brief)
    one.objects.append(thing)
    return one
