"""Coffee machines: with a filter and a glass jug, for espresso, for capsules, and the pot for the stove."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype
from engine.archetypes.shells import shell, trim

# fmt: off
_COFFEE = "#2a1409"


@archetype(
    "coffee machine", "appliance", "kitchen",
    "coffee machine, coffee maker, coffeemaker, espresso machine, espresso maker, drip coffee maker, filter coffee "
    "machine, "
    "capsule machine, nespresso machine, pod coffee machine, coffee brewer, moka pot, moka, bialetti, percolator, "
    "kaffeemaschine, espressomaschine, cafetière, cafetera",
    hints="espresso, cappuccino, brew, barista", parts="carafe, jug, portafilter, tank, lid, handle, knob, wand, tray",
    about="A coffee machine brews coffee or espresso from ground beans in the kitchen or the café.",
    features="steam wand=wand, milk frother=wand, two group=two groups, double=two groups",
)
def coffee_machine(drawing: Drawing, brief: Brief) -> None:
    """Draw the kind of coffee machine that the words or the style ask for."""
    words = " ".join(brief.words | brief.features)
    if "moka" in words or "bialetti" in words or "percolator" in words:
        return _moka(drawing, brief)
    if "capsule" in words or "nespresso" in words or "pod" in words.split():
        return _capsule(drawing, brief)
    if any(
        word in words
        for word in ("espresso", "barista", "portafilter", "wand")
    ) or brief.style_name in {"steampunk", "art deco", "industrial"}:
        return _espresso(drawing, brief)
    return _drip(drawing, brief)


def _moka(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.17, 0.22, 0.1, keeps_shape=True)
    drawing.add("moka", (w, h, d), name="pot", **shell(brief, "body pot", "aluminium"))


def _drip(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.2, 0.34, 0.27, keeps_shape=True)
    body = shell(brief, "body case", "plastic_black")
    metal = trim(brief, "trim ring", "steel_brushed")
    r = w * 0.14
    drawing.add("pod", (w, h * 0.11, d), radius_m=r, edge_m=0.008, name="base", **body)
    tower = drawing.add(
        "pod", (w, h * 0.62, d * 0.36), (0, h * 0.1, -d * 0.32), radius_m=r * 0.6, edge_m=0.006, name="tower", **body,
    )
    drawing.add(
        "pod", (w, h * 0.32, d * 0.97), (0, h * 0.66, -d * 0.015), radius_m=r, edge_m=0.012, name="head", **body,
    )
    dress(drawing, brief, tower, "left", "right")
    drawing.add(
        "pod", (w * 0.86, h * 0.03, d * 0.8), (0, h * 0.97, -d * 0.05), radius_m=r * 0.8, edge_m=0.003, name="lid",
        **brief.of("lid", "plastic_black"),
    )
    drawing.add("disc", (w * 0.74, h * 0.025, w * 0.74), (0, h * 0.105, d * 0.14), name="hot_plate", **metal)
    drawing.add(
        "cone", (w * 0.62, h * 0.1, w * 0.62), (0, h * 0.57, d * 0.14), turn=(180, 0, 0), top=0.55, name="filter",
        **brief.of("filter", "plastic_black"),
    )
    jug, z = w * 0.76, d * 0.14
    glass = brief.of("carafe jug glass", "glass_clear")
    drawing.add(
        "vessel", (jug, h * 0.38, jug), (0, h * 0.126, z),
        profile=[0.86, 0, 0.96, 0.04, 1, 0.2, 0.96, 0.46, 0.74, 0.8, 0.66, 0.92, 0.72, 1], wall=0.05, floor=0.03,
        fill=brief.vary(0.36, 0.6), content_material="ceramic_white", content_color=_COFFEE, name="carafe", **glass,
    )
    drawing.add(
        "disc", (jug * 0.7, h * 0.045, jug * 0.7), (0, h * 0.485, z), edge=0.3, name="carafe_lid",
        **brief.of("lid", "plastic_black"),
    )
    drawing.add("hoop", (jug * 0.8, h * 0.04, jug * 0.8), (0, h * 0.43, z), inner=0.86, name="carafe_band", **metal)
    drawing.add(
        "grip", (jug * 0.46, h * 0.32, w * 0.12), (jug * 0.57, h * 0.165, z),
        path=[-1, 0.85, 0.4, 0.95, 0.9, 0.5, 0.8, -0.8, 0.4, -1], thickness_m=w * 0.075, name="carafe_handle",
        **brief.of("handle", "plastic_black"),
    )
    drawing.add("readout", (w * 0.4, h * 0.1, 0.006), (0, h * 0.8, d * 0.47), text="07:30", material="plastic_black")
    for side in (-1, 1):
        drawing.add(
            "round_plate", (w * 0.1, w * 0.1, 0.012), (side * w * 0.32, h * 0.82, d * 0.468), name="button", **metal,
        )
    drawing.add(
        "pod", (w * 0.03, h * 0.34, d * 0.1), (w * 0.495, h * 0.26, -d * 0.33), radius_m=0.005, edge_m=0.001,
        name="gauge", material="glass_tinted",
    )
    drawing.add(
        "round_plate", (w * 0.1, w * 0.1, 0.012), (w * 0.3, h * 0.03, d * 0.496), name="switch", material="paint_red",
    )


def _espresso(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.5 if brief.has("two groups") else 0.3, 0.37, 0.33, keeps_shape=True)
    body = shell(brief, "body case", "steel_brushed")
    metal = trim(brief, "trim", "chrome")
    drawing.add("feet", (w * 0.9, h * 0.05, d * 0.86), radius_m=0.016, name="feet", material="rubber_black")
    drawing.add("box", (w, h * 0.16, d), (0, h * 0.045, 0), radius_m=0.008, name="base", **body)
    drawing.add("box", (w * 0.96, h * 0.5, d * 0.5), (0, h * 0.19, -d * 0.25), radius_m=0.004, name="back", **body)
    drawing.add(
        "side_body", (w, h * 0.31, d * 0.97), (0, h * 0.58, -d * 0.015),
        outline=[-1, -1, 0.8, -1, 1, -0.7, 0.86, 0.8, 0.7, 1, -1, 1], edge_m=0.008, name="head", **body,
    )
    dress(drawing, brief, drawing.objects[1], "front")
    drawing.add(
        "louvres", (w * 0.88, d * 0.42, 0.008), (0, h * 0.212 - d * 0.21, d * 0.25), turn=(-90, 0, 0), slats=9,
        tilt_deg=0, name="tray", material="chrome",
    )
    groups = 2 if w > h * 1.25 else 1
    for number in range(groups):
        x = w * 0.44 * (number - (groups - 1) / 2)
        _group(drawing, brief, x, h, d)
    drawing.add(
        "pipe", (0.06, h * 0.44, 0.07), (w * 0.42, h * 0.24, d * 0.36),
        path=[-0.6, 1, -1, -0.6, 0.86, 0, 0.2, 0.6, 0.6, 0.8, -1, 1], thickness_m=0.008, name="wand",
        **brief.of("wand", "chrome"),
    )
    drawing.add(
        "knob", (0.04, 0.04, 0.03), (w * 0.4, h * 0.7, d * 0.45), name="steam_knob",
        **brief.of("knob", "plastic_black"),
    )
    _gauge(drawing, brief, (-w * 0.36, h * 0.68, d * 0.435), w * 0.17)
    drawing.add(
        "key_grid", (0.1, 0.03, 0.012), (0, h * 0.735, d * 0.448), columns=3, rows=1, roundness=0.5, name="buttons",
        **metal,
    )
    _cup_rail(drawing, brief, w, h, d, metal)


def _group(drawing: Drawing, brief: Brief, x: float, h: float, d: float) -> None:
    """Draw a brew head with its portafilter, and the cup below it."""
    drawing.add(
        "disc", (0.085, h * 0.1, 0.085), (x, h * 0.52, d * 0.24), name="brew_head", **trim(brief, "head", "chrome"),
    )
    drawing.add(
        "portafilter", (0.074, h * 0.15, 0.24), (x, h * 0.42, d * 0.24 + 0.083), name="portafilter",
        handle_material=brief.of(
            "portafilter handle", "wood" if brief.style_name != "modern" else "plastic_black",
        )["material"],
        **brief.of("portafilter", "chrome"),
    )
    drawing.add("mug", (0.085, 0.062, 0.066), (x, h * 0.205, d * 0.24), name="cup", **brief.of("cup", "ceramic_white"))


def _gauge(drawing: Drawing, brief: Brief, at: tuple[float, float, float], across: float) -> None:
    """Draw a pressure gauge: rim, face, needle."""
    drawing.add("lit_ring", (across, across, 0.014), at, inner=0.86, name="gauge", **trim(brief, "gauge", "chrome"))
    drawing.add(
        "round_plate", (across * 0.9, across * 0.9, 0.008), (at[0], at[1] + across * 0.05, at[2] - 0.001),
        name="gauge_face", material="ceramic_white",
    )
    drawing.add(
        "box", (across * 0.05, across * 0.4, 0.004), (at[0] + across * 0.1, at[1] + across * 0.42, at[2] + 0.003),
        turn=(0, 0, -35), name="gauge_needle", material="paint_red",
    )


def _cup_rail(drawing: Drawing, brief: Brief, w: float, h: float, d: float, metal: Finish) -> None:
    """Draw the rail round the top and cups that warm there."""
    y, deep = h * 0.885, d * 0.7
    for x, z, wide, long in (
        (0, -deep / 2 - d * 0.1, w * 0.92, 0.006), (0, deep / 2 - d * 0.1, w * 0.92, 0.006),
        (-w * 0.46, -d * 0.1, 0.006, deep), (w * 0.46, -d * 0.1, 0.006, deep),
    ):
        drawing.add("box", (wide, 0.006, long), (x, y + 0.024, z), name="rail", radius_m=0.002, **metal)
    for x in (-1, 1):
        for z in (-1, 1):
            drawing.add(
                "post", (0.007, 0.03, 0.007), (x * w * 0.458, y - 0.004, z * deep / 2 - d * 0.1), name="rail_post",
                **metal,
            )
    for number in range(3):
        drawing.add(
            "mug", (0.08, 0.058, 0.062), (w * (-0.28 + 0.27 * number), y, -d * (0.2 if number % 2 else 0.06)),
            is_empty=True, name="cup", **brief.of("cup", "ceramic_white"),
        )


def _capsule(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.125, 0.26, 0.33, keeps_shape=True)
    body = shell(brief, "body case", "plastic_black", color=brief.choose("", "#a3242b", "#e6e2da"))
    metal = trim(brief, "trim lever", "chrome")
    drawing.add("pod", (w * 0.92, h * 0.14, d * 0.98), radius_m=w * 0.3, edge_m=0.008, name="base", **body)
    drawing.add(
        "pod", (w, h * 0.86, d * 0.46), (0, h * 0.08, -d * 0.16), radius_m=w * 0.3, edge_m=w * 0.2, name="body", **body,
    )
    drawing.add(
        "pod", (w * 0.86, h * 0.36, d * 0.5), (0, h * 0.6, d * 0.12), radius_m=w * 0.4, edge_m=w * 0.16, name="head",
        **body,
    )
    drawing.add(
        "pod", (w * 0.9, h * 0.74, d * 0.22), (0, h * 0.12, -d * 0.39), radius_m=w * 0.3, edge_m=0.004, name="tank",
        **brief.of("tank", "glass_tinted"),
    )
    drawing.add(
        "cone", (w * 0.3, h * 0.1, w * 0.3), (0, h * 0.52, d * 0.24), turn=(180, 0, 0), top=0.6, name="spout", **metal,
    )
    drawing.add(
        "pod", (w * 0.5, h * 0.06, d * 0.4), (0, h * 0.93, d * 0.06), turn=(8, 0, 0), radius_m=w * 0.2, edge_m=0.004,
        name="lever", **metal,
    )
    drawing.add(
        "perforated", (w * 0.7, w * 0.7, 0.006), (0, h * 0.143 - w * 0.35, d * 0.27), turn=(-90, 0, 0), is_round=True,
        name="tray", material="chrome",
    )
    drawing.add("mug", (0.085, 0.062, 0.064), (0, h * 0.15, d * 0.27), name="cup", **brief.of("cup", "ceramic_white"))
    for side in (-1, 1):
        drawing.add("disc", (w * 0.16, 0.006, w * 0.16), (side * w * 0.12, h * 0.93, -d * 0.2), name="button", **metal)
