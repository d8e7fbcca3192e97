"""Fighter jets; front to +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.vehicles.shared import lying, plan_shape, side_shape, tubes

_STEEL = Finish(material="steel_brushed", color="")


@archetype(
    "fighter jet", "vehicle", "aircraft",
    "fighter jet, fighter, jet, jet fighter, fighter plane, warplane, jet plane, stealth fighter, combat aircraft, "
    "military jet, military aircraft, stealth jet, kampfjet, düsenjäger, interceptor, bomber",
    hints="air force, military, dogfight",
    about="A fast armed military plane with swept wings, a bubble canopy for its pilot and jet engines.",
    parts="wing, canopy, missile, nozzle, fuselage, tail, cockpit, intake",
    features="missile, bomb=missile, fuel tank",
)  # fmt: skip
def fighter_jet(drawing: Drawing, brief: Brief) -> None:
    """Draw a fighter: drawn-out nose, canopy, intakes, delta wings, twin tails, nozzles, missiles, gear."""
    known = brief.words | brief.modifiers | brief.features
    is_stealth = "stealth" in known or brief.style_name in ("futuristic", "minimalist")
    k = brief.box(10.4, 4.4, 15.6, keeps_shape=True)[2] / 15.6
    grey = {"steampunk": "bronze_aged", "art deco": "silver", "futuristic": "carbon_fibre"}.get(
        brief.style_name, "paint_white"
    )
    paint = brief.of("body fuselage jet plane", grey, is_main=True)
    if paint["material"] == "paint_white" and not paint["color"]:
        paint = Finish(material="paint_white", color="#5b6a75" if is_stealth else "#8d99a3")
    low = 1.35 * k
    drawing.add(
        "streamlined", (2.0 * k, 1.9 * k, 15.0 * k), (0, low, 0.3 * k), name="fuselage", along=[-1, -0.8, -0.2, 0.3,
        0.55, 0.85, 1], half=[0.72, 0.95, 1.0, 0.8, 0.52, 0.26, 0.01], low=[0.18, 0.06, 0.0, 0.08, 0.14, 0.26, 0.42],
        high=[0.62, 0.7, 0.82, 0.78, 0.72, 0.54, 0.44], square=2.6, **paint,
    )  # fmt: skip
    drawing.add(
        "streamlined", (0.86 * k, 0.98 * k, 3.7 * k), (0, low + 0.98 * k, 3.6 * k), name="canopy", along=[-1, -0.4,
        0.2, 0.7, 1], half=[0.3, 0.86, 1.0, 0.66, 0.1], low=[0.1, 0.06, 0, 0, 0], high=[0.52, 0.88, 1.0, 0.66, 0.2],
        square=2.2, glazing=[-0.8, 0.38, 1.1, 0.26, 1.1, 1.2, -0.8, 1.2], pillars=[0.32], seats=[-0.1], seat_m=0.2 * k,
        **paint,
    )  # fmt: skip
    _fighter_wings(drawing, paint, low, k, is_stealth=is_stealth)
    _fighter_engines(drawing, brief, paint, low, k)
    if not is_stealth or brief.has("missile"):
        _missiles(drawing, brief, low, k)
    _fighter_gear(drawing, brief, low, k)


def _fighter_wings(drawing: Drawing, paint: Finish, low: float, k: float, *, is_stealth: bool) -> None:
    y = low + 0.72 * k
    for side in (1, -1):
        wing = (
            [(0.4, 3.6), (0.95, 1.6), (5.2, -2.6), (5.2, -3.9), (0.9, -4.2), (0.4, -4.2)] if not is_stealth else [(0.4,
            4.6), (0.95, 2.4), (5.0, -1.9), (4.4, -3.6), (3.4, -3.2), (0.9, -5.0), (0.4, -5.0)]
        )  # fmt: skip
        plan_shape(drawing, [(side * x * k, z * k) for x, z in wing], y, 0.17 * k, "wing", paint)
        tail = [(0.5, -4.9), (0.9, -5.0), (2.9, -6.8), (2.9, -7.6), (0.9, -7.4), (0.5, -7.3)]
        plan_shape(drawing, [(side * x * k, z * k) for x, z in tail], y - 0.12 * k, 0.13 * k, "tailplane", paint)
        lean = 28.0 if is_stealth else 14.0
        fin = drawing.add(
            "side_shape", (0.13 * k, 2.3 * k, 2.9 * k), (side * (0.86 + 0.02 * lean) * k, low + 1.0 * k, -5.4 * k),
            turn=(0, 0, -side * lean), name="tail_fin", outline=[1.0, 0.0, 0.1, 0.62, -0.3, 1.0, -0.86, 1.0, -0.6,
            0.0], edge_m=0.05 * k, **paint,
        )  # fmt: skip
        del fin


def _fighter_engines(drawing: Drawing, brief: Brief, paint: Finish, low: float, k: float) -> None:
    """Draw the intakes beside the cockpit and the nozzles."""
    for side in (1, -1):
        duct = [(2.6, 0.3), (2.3, 1.15), (-2.5, 1.2), (-3.2, 0.6), (-2.5, 0.12), (2.1, 0.16)]
        side_shape(
            drawing, [(z * k, low + y * k) for z, y in duct], 0.7 * k, "intake", paint, x=side * 0.82 * k,
            edge=0.12 * k, soft=0.08 * k
        )  # fmt: skip
        drawing.add(
            "box", (0.46 * k, 0.6 * k, 0.16 * k), (side * 0.82 * k, low + 0.36 * k, 2.4 * k), name="intake_mouth",
            material="plastic_black",
        )  # fmt: skip
        lying(
            drawing, "nozzle", 0.92 * k, 1.0 * k, (side * 0.42 * k, low + 0.72 * k, -7.4 * k), "nozzle",
            brief.of("nozzle", "iron_black"),
        )  # fmt: skip
        lying(
            drawing, "disc", 0.6 * k, 0.1 * k, (side * 0.42 * k, low + 0.72 * k, -7.1 * k), "afterburner",
            Finish(material="emissive_warm", color=""),
        )  # fmt: skip


def _missiles(drawing: Drawing, brief: Brief, low: float, k: float) -> None:
    """Draw missiles on pylons below the wings and on their tips."""
    white = brief.of("missile", "paint_white")
    y = low + 0.36 * k
    for x, z in ((2.0, -1.0), (3.2, -1.7), (4.3, -2.4)):
        for side in (1, -1):
            drawing.add(
                "box", (0.1 * k, 0.34 * k, 1.2 * k), (side * x * k, y + 0.1 * k, (z - 0.5) * k), name="pylon",
                material="steel_brushed",
            )  # fmt: skip
            lying(
                drawing, "turning", 0.24 * k, 2.7 * k, (side * x * k, y, z * k), "missile", white, profile=[0.7, 0,
                0.98, 0.02, 1.0, 0.8, 0.7, 0.93, 0.05, 1.0], is_flowing=True,
            )  # fmt: skip
            for turn in (45, -45):
                drawing.add(
                    "box", (0.66 * k, 0.03 * k, 0.36 * k), (side * x * k, y - 0.015 * k, (z - 1.1) * k), turn=(0, 0,
                    turn), name="missile_fin", **white,
                )  # fmt: skip


def _fighter_gear(drawing: Drawing, brief: Brief, low: float, k: float) -> None:
    for x, z, size in ((1.15, -1.6, 0.82), (-1.15, -1.6, 0.82), (0.0, 4.6, 0.58)):
        drawing.add(
            "wheel", (0.3 * k, size * k, size * k), (x * k, 0, z * k), turn=(0, 180 if x < 0 else 0, 0), style="steel",
            rim_share=0.5, material="steel_brushed",
        )  # fmt: skip
        tubes(
            drawing, [[(x * k, size / 2 * k, z * k), (x * 0.8 * k, low + 0.45 * k, (z + 0.2) * k)]], 0.16 * k, "strut",
            _STEEL,
        )  # fmt: skip
        drawing.add(
            "box", (0.05 * k, 0.62 * k, 0.9 * k), (x * 0.8 * k + 0.2 * k, low - 0.36 * k, (z + 0.2) * k),
            name="gear_door", material="paint_white", color="#8d99a3",
        )  # fmt: skip
        drawing.add(
            "box", (0.4 * k, 0.1 * k, 0.1 * k), (x * 0.8 * k + 0.05 * k, low - 0.1 * k, (z + 0.15) * k),
            name="gear_link", **_STEEL,
        )  # fmt: skip
