"""Telescope, microscope and compass; the front is +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.shaping import cut, pose, sized, spin, strut
from engine.archetypes.register import archetype


def brass_of(brief: Brief, words: str) -> Finish:
    """Return the metal of an instrument's fittings."""
    metals = {"steampunk": "brass_polished", "art deco": "gold", "rustic": "copper", "realistic": "brass_polished"}
    return brief.of(f"{words} accent", metals.get(kin(brief), "steel_brushed"), is_accent=True)


@archetype(
    "telescope", "object", "science",
    "telescope, spyglass, refractor, teleskop, fernrohr, télescope, telescopio, astronomy telescope, "
    "stargazing telescope, "
    "star gazer, reflector telescope, observatory telescope, refracting telescope, reflecting telescope",
    hints="stars, astronomy, stargazing", about="A long tube with lenses on a tripod for looking at the stars.",
    parts="tube, tripod, leg, eyepiece, lens, mount, finder, ring",
)  # fmt: skip
def telescope(drawing: Drawing, brief: Brief) -> None:
    """Draw a refractor on a wooden tripod: dew shield, tube rings, finder, focuser, eyepiece, mount and tray."""
    white = {
        "modern": "paint_white",
        "minimalist": "paint_white",
        "futuristic": "plastic_white",
        "contemporary": "paint_white",
        "industrial": "steel_brushed",
    }
    tube_of = brief.of(
        "tube body telescope",
        white.get(kin(brief), "brass_polished" if kin(brief) in ("steampunk", "art deco") else "paint_white"),
        is_main=True,
    )
    metal, wood = brass_of(brief, "ring eyepiece mount finder"), brief.of("tripod leg", "wood")
    glass = brief.of("lens", "glass_tinted")
    tube = Drawing(brief)
    spin(tube, "tube", [(0.045, -0.42), (0.05, -0.4), (0.05, 0.42)], tube_of)
    spin(tube, "shield", [(0.05, 0.4), (0.064, 0.42), (0.064, 0.6), (0.06, 0.6)], tube_of)
    tube.add("disc", (0.112, 0.012, 0.112), (0, 0.592, 0), edge=0.45, name="lens", **glass)
    for y in (-0.41, -0.12, 0.14, 0.4, 0.42, 0.585):
        wide = 0.108 if y < 0.41 else 0.134
        tube.add("hoop", (wide, 0.02, wide), (0, y, 0), inner=0.88, name="ring", **metal)
    spin(
        tube,
        "focuser",
        [(0.012, -0.6), (0.021, -0.59), (0.021, -0.52), (0.03, -0.5), (0.03, -0.45), (0.044, -0.42)],
        metal,
    )
    spin(
        tube,
        "eyepiece",
        [(0.02, -0.66), (0.0255, -0.65), (0.0255, -0.63), (0.015, -0.61), (0.015, -0.59)],
        brief.finish("rubber_black", ""),
    )
    strut(tube, "focus_knob", (-0.055, -0.475, 0), (0.055, -0.475, 0), 0.014, metal)
    for x in (-0.055, 0.055):
        strut(tube, "knob", (x - 0.007, -0.475, 0), (x + 0.007, -0.475, 0), 0.036, metal, edge=0.3)
    spin(
        tube,
        "finder",
        [(0.011, -0.36), (0.014, -0.35), (0.014, -0.14), (0.018, -0.12), (0.018, -0.06)],
        metal,
        at=(0, 0, -0.085),
    )
    for y in (-0.32, -0.17):
        tube.add("box", (0.012, 0.016, 0.045), (0, y, -0.066), radius_m=0.002, name="bracket", **metal)
    hub = 1.12
    pose(drawing, tube, (0, hub + 0.12, 0.0), (58.0, 0, 0))
    _tripod(drawing, metal, wood, hub)
    sized(drawing, brief, (0.95, 1.6, 1.1))


def _tripod(drawing: Drawing, metal: Finish, wood: Finish, hub: float) -> None:
    """Draw the fork, its mount, three extending legs and the tray between them."""
    strut(drawing, "cradle", (0, hub + 0.02, 0), (0, hub + 0.1, 0), 0.05, metal)
    for x in (-0.058, 0.058):
        drawing.add("box", (0.012, 0.13, 0.05), (x, hub + 0.04, 0), radius_m=0.005, name="fork", **metal)
    drawing.add("box", (0.13, 0.024, 0.06), (0, hub + 0.026, 0), radius_m=0.006, name="fork_base", **metal)
    spin(
        drawing,
        "mount",
        [(0.05, hub - 0.05), (0.06, hub - 0.03), (0.06, hub), (0.036, hub + 0.01), (0.036, hub + 0.03)],
        metal,
    )
    for step in range(3):
        angle = 2 * pi * step / 3 + pi / 6
        x, z = cos(angle), sin(angle)
        foot, mid = (0.5 * x, 0.02, 0.5 * z), (0.27 * x, 0.56, 0.27 * z)
        for shift in (-0.024, 0.024):
            dx, dz = -z * shift, x * shift
            strut(
                drawing,
                "leg",
                (0.3 * x + dx, 0.47, 0.3 * z + dz),
                (0.045 * x + dx, hub - 0.02, 0.045 * z + dz),
                0.022,
                wood,
                kind="box",
                radius_m=0.004,
            )
        strut(drawing, "foot_leg", foot, mid, 0.026, wood, kind="box", radius_m=0.005)
        strut(
            drawing,
            "clamp",
            (0.3 * x - 0.04 * -z, 0.49, 0.3 * z - 0.04 * x),
            (0.3 * x + 0.04 * -z, 0.49, 0.3 * z + 0.04 * x),
            0.03,
            metal,
        )
        drawing.add("ball", (0.042, 0.03, 0.042), (0.505 * x, 0, 0.505 * z), name="foot", **metal)
        strut(drawing, "spreader", (0, 0.56, 0), (0.28 * x, 0.55, 0.28 * z), 0.014, metal)
    drawing.add("disc", (0.2, 0.014, 0.2), (0, 0.553, 0), edge=0.3, name="tray", **wood)


@archetype(
    "microscope", "object", "science",
    "microscope, mikroskop, lab microscope, microscopio, optical microscope, "
    "magnifier microscope, compound microscope, student microscope, electron microscope, "
    "binocular microscope",
    hints="laboratory, biology, cells", about="A laboratory instrument with lenses that makes tiny things visible.",
    parts="arm, base, stage, eyepiece, objective, knob, lamp, tube",
)  # fmt: skip
def microscope(drawing: Drawing, brief: Brief) -> None:
    """Draw a microscope: horseshoe foot, curved arm, stage with clips and slide, turret of objectives, knobs, lamp."""
    body = brief.of(
        "body arm base microscope",
        {
            "steampunk": "brass_polished",
            "art deco": "paint_black",
            "rustic": "iron_black",
            "industrial": "iron_black",
        }.get(kin(brief), "paint_white"),
        is_main=True,
    )
    metal, black = (
        brief.of(
            "eyepiece objective knob tube accent",
            {"realistic": "chrome"}.get(kin(brief), "accent"),
            is_accent=True,
        ),
        brief.of("stage", "paint_black"),
    )
    foot = [
        (-0.085, 0.1), (-0.05, 0.11), (-0.035, 0.1), (-0.03, 0.03), (0.03, 0.03), (0.035, 0.1),
        (0.05, 0.11), (0.085, 0.1), (0.08, -0.05), (0.05, -0.1), (-0.05, -0.1), (-0.08, -0.05)
    ]  # fmt: skip
    flat = Drawing(brief)
    cut(flat, "base", [(x, -z) for x, z in foot], 0.034, body, is_smooth=True, bevel_m=0.01)
    pose(drawing, flat, (0, 0.017, 0), (-90.0, 0, 0))
    arm = [
        (-0.1, 0.02), (-0.035, 0.02), (-0.04, 0.12), (-0.055, 0.18), (-0.05, 0.24), (-0.015, 0.285),
        (0.03, 0.295), (0.03, 0.335), (-0.03, 0.33), (-0.08, 0.28), (-0.1, 0.2), (-0.092, 0.1)
    ]  # fmt: skip
    cut(drawing, "arm", arm, 0.042, body, is_side=True, is_smooth=True, bevel_m=0.012)
    drawing.add("box", (0.13, 0.014, 0.12), (0, 0.13, 0.015), radius_m=0.004, name="stage", **black)
    drawing.add("box", (0.04, 0.02, 0.04), (0, 0.122, -0.05), radius_m=0.004, name="stage_bracket", **metal)
    drawing.add(
        "box",
        (0.076, 0.002, 0.026),
        (0, 0.1438, 0.03),
        radius_m=0.0005,
        name="slide",
        **brief.of("slide", "glass_clear"),
    )
    for x in (-0.03, 0.03):
        drawing.add("box", (0.008, 0.003, 0.06), (x, 0.1452, 0.015), radius_m=0.001, name="clip", **metal)
    _optics(drawing, brief, body, metal)
    sized(drawing, brief, (0.17, 0.465, 0.24))


def _optics(drawing: Drawing, brief: Brief, body: Finish, metal: Finish) -> None:
    """Draw the lamp, condenser, turret of objectives, tube with its eyepiece, and the knobs."""
    spin(drawing, "lamp", [(0.034, 0.03), (0.034, 0.044), (0.024, 0.05), (0.024, 0.058)], metal, at=(0, 0, 0.02))
    spin(
        drawing,
        "light",
        [(0.02, 0.057), (0.019, 0.061), (0.001, 0.064)],
        brief.finish("emissive_warm", ""),
        at=(0, 0, 0.02),
    )
    spin(drawing, "condenser", [(0.02, 0.1), (0.026, 0.105), (0.026, 0.132)], metal, at=(0, 0, 0.03))
    strut(drawing, "condenser_arm", (0, 0.115, -0.06), (0, 0.115, 0.02), 0.016, metal)
    spin(drawing, "nosepiece", [(0.03, 0.262), (0.04, 0.27), (0.04, 0.28), (0.026, 0.3)], metal, at=(0, 0, 0.03))
    for angle, length in ((0.0, 0.085), (125.0, 0.06), (235.0, 0.05)):
        lens = Drawing(brief)
        profile = [
            (0.006, -length),
            (0.009, -length + 0.012),
            (0.012, -length + 0.018),
            (0.012, -0.012),
            (0.015, -0.01),
            (0.015, 0.0),
        ]
        spin(lens, "objective", profile, metal)
        lens.add(
            "hoop",
            (0.0255, 0.004, 0.0255),
            (0, -0.022, 0),
            inner=0.9,
            name="mark",
            **brief.finish("paint_red" if angle else "paint_blue", ""),
        )
        tilted = Drawing(brief)
        pose(tilted, lens, (0.0, 0.268, 0.02 if angle else 0.0), (-28.0 if angle else 0.0, 0, 0))
        drawing.include(tilted, (0, 0, 0.03), turn_deg=angle)
    tube = Drawing(brief)
    spin(tube, "tube", [(0.022, -0.02), (0.022, 0.09), (0.018, 0.095), (0.018, 0.115)], body)
    spin(
        tube,
        "eyepiece",
        [(0.0205, 0.11), (0.0215, 0.115), (0.0215, 0.15), (0.017, 0.155), (0.012, 0.155)],
        brief.of("eyepiece", "rubber_black"),
    )
    tube.add("hoop", (0.05, 0.008, 0.05), (0, 0.08, 0), inner=0.85, name="collar", **metal)
    pose(drawing, tube, (0, 0.325, 0.022), (-32.0, 0, 0))
    drawing.add("ball", (0.075, 0.06, 0.075), (0, 0.292, 0.02), name="head", **body)
    for y, across in ((0.085, 0.05), (0.085, 0.03)):
        reach = 0.036 if across > 0.04 else 0.048
        strut(drawing, "knob", (-reach, y, -0.066), (reach, y, -0.066), across, metal, edge=0.12)


@archetype(
    "compass", "object", "science",
    "compass, magnetic compass, pocket compass, kompass, boussole, brújula, navigation compass, compass rose, "
    "pocket compass tool, ship compass, orienteering compass, navigator compass",
    hints="navigation, direction, north", about="A small round instrument whose needle points to the north.",
    parts="case, needle, dial, lid, rose, glass, ring", features="closed, lid",
)  # fmt: skip
def compass(drawing: Drawing, brief: Brief) -> None:
    """Draw an open pocket compass: case, dial with a rose and marks, a two-coloured needle, glass, lid and bow."""
    brass = brief.of(
        "case body lid compass",
        {"industrial": "steel_brushed", "modern": "aluminium", "futuristic": "plastic_white", "rustic": "copper"}.get(
            kin(brief), "brass_polished"
        ),
        is_main=True,
    )
    dark = brief.of("rose mark accent", "paint_black", is_accent=True)
    spin(drawing, "case", [(0.028, 0.0), (0.033, 0.002), (0.034, 0.006), (0.034, 0.011), (0.001, 0.011)], brass)
    drawing.add("hoop", (0.068, 0.006, 0.068), (0, 0.0105, 0), inner=0.87, name="bezel", **brass)
    drawing.add("disc", (0.06, 0.0012, 0.06), (0, 0.0108, 0), name="dial", **brief.of("dial", "paper"))
    flat = Drawing(brief)
    for step in range(8):
        reach, wide = (0.02, 0.0036) if step % 2 == 0 else (0.013, 0.003)
        star = Drawing(brief)
        cut(
            star,
            "rose",
            [(-wide, 0.0), (0.0, -0.002), (wide, 0.0), (0.0, reach)],
            0.0008,
            dark if step % 2 == 0 else brief.finish("paint_red", ""),
            bevel_m=0.0001,
        )
        pose(flat, star, (0, 0, 0), (0, 0, 45.0 * step))
    for step in range(24):
        mark = Drawing(brief)
        mark.add(
            "box", (0.0006 if step % 6 else 0.0014, 0.004, 0.0008), (0, 0.0235, 0), radius_m=0.0001, name="mark", **dark
        )
        pose(flat, mark, (0, 0, 0), (0, 0, 15.0 * step))
    pose(drawing, flat, (0, 0.012, 0), (-90.0, 0, 0))
    needle = Drawing(brief)
    cut(needle, "needle", [(-0.0026, 0.0), (0.0026, 0.0), (0.0, 0.024)], 0.0009,
                brief.of("needle", "paint_red"), bevel_m=0.0002)  # fmt: skip
    cut(
        needle,
        "needle_tail",
        [(-0.0026, 0.0), (0.0, -0.024), (0.0026, 0.0)],
        0.0009,
        brief.finish("steel_brushed", ""),
        bevel_m=0.0002,
    )
    turned = Drawing(brief)
    pose(turned, needle, (0, 0.0142, 0), (-90.0, 0, 0))
    drawing.include(turned, turn_deg=brief.vary(-40, 40))
    drawing.add("cone", (0.005, 0.0045, 0.005), (0, 0.0118, 0), top=0.4, name="pivot", **brass)
    drawing.add("rod", (0.0595, 0.0009, 0.0595), (0, 0.0155, 0), name="glass", **brief.of("glass", "glass_clear"))
    lid = Drawing(brief)
    spin(lid, "lid", [(0.034, 0.0), (0.034, 0.003), (0.03, 0.0055), (0.001, 0.006)], brass)
    lid.add("hoop", (0.05, 0.0008, 0.05), (0, 0.0056, 0), inner=0.93, name="engraving", **brass)
    pose(drawing, lid, (0, 0.0475, -0.0318), (-80.0, 0, 0))
    strut(drawing, "hinge", (-0.01, 0.0135, -0.0365), (0.01, 0.0135, -0.0365), 0.006, brass)
    strut(drawing, "stem", (0, 0.008, 0.033), (0, 0.008, 0.041), 0.006, brass)
    drawing.add("rounded_ring", (0.018, 0.0028, 0.018), (0, 0.0066, 0.049), name="bow", **brass)
    sized(drawing, brief, (0.068, 0.085, 0.11))
