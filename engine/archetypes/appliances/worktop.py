"""What stands on a kitchen's worktop: kettle, toaster, blender, stand mixer; spouts point to +x, fronts to +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype
from engine.archetypes.shells import Row, like, shell, subs, trim

# fmt: off
_STOVE = ("stovetop", "whistling", "camping", "tea", "copper", "antique", "stove", "gooseneck")


@archetype(
    "kettle", "appliance", "kitchen",
    "kettle, electric kettle, tea kettle, water kettle, stovetop kettle, whistling kettle, water boiler, gooseneck "
    "kettle, wasserkocher, bouilloire, hervidor",
    hints="boil water", parts="spout, lid, handle, base, knob, gauge",
    about="A kettle is a jug with a spout, a lid and a handle that boils water for tea in the kitchen.",
    features="whistling=whistling, stovetop=stovetop, gooseneck=gooseneck, cordless=cordless, temperature "
    "display=readout",
)
def kettle(drawing: Drawing, brief: Brief) -> None:
    """Draw a kettle: electric on its base, or for the stove with a bail over its lid."""
    is_old = brief.style_name in {"steampunk", "rustic"} and not brief.words & {"electric"}
    if is_old or brief.has(*_STOVE):
        return _stove_kettle(drawing, brief)
    _, h, d = brief.box(0.24, 0.25, 0.165, keeps_shape=True)
    body = shell(brief, "body case kettle", "steel_brushed")
    dark = brief.of("handle", "plastic_black")
    slim = brief.vary(0.74, 0.84)
    base = brief.of("base", "plastic_black")
    drawing.add("pod", (d * 1.04, h * 0.075, d * 1.04), radius_m=d, edge_m=h * 0.02, name="base", **base)
    drawing.add(
        "turning", (d * 0.97, h * 0.025, d * 0.97), (0, h * 0.07, 0), profile=[0.95, 0, 1, 0.5, 0.96, 1], name="ring",
        **trim(brief, "ring", "chrome"),
    )
    shape: Row = [0.98, 0, 1, 0.04, 0.97, 0.3, (1 + slim) / 2 - 0.01, 0.66, slim, 0.96, slim - 0.03, 1]
    drawing.add("turning", (d * 0.98, h * 0.76, d * 0.98), (0, h * 0.09, 0), profile=shape, name="body", **body)
    lid = brief.of("lid", "plastic_black")
    drawing.add(
        "turning", (d * slim * 0.92, h * 0.075, d * slim * 0.92), (0, h * 0.842, 0),
        profile=[1, 0, 0.97, 0.4, 0.7, 0.85, 0.2, 1], name="lid", **lid,
    )
    drawing.add(
        "turning", (d * 0.2, h * 0.06, d * 0.2), (0, h * 0.91, 0), profile=[0.6, 0, 0.5, 0.4, 1, 0.75, 0.7, 1],
        name="knob", **trim(brief, "knob", "chrome"),
    )
    drawing.add(
        "pour_lip", (d * 0.36, h * 0.2, d * 0.5), (d * (slim / 2 + 0.02), h * 0.66, 0), name="spout",
        **like(brief, "spout", body),
    )
    path: Row = [1.0, 0.86, 0.1, 0.92, -0.8, 0.6, -0.84, -0.4, -0.3, -0.9, 1.0, -0.8]
    drawing.add(
        "grip", (d * 0.5, h * 0.74, d * 0.17), (-d * 0.6, h * 0.13, 0), path=path, thickness_m=d * 0.12, name="handle",
        **dark,
    )
    drawing.add(
        "box", (d * 0.13, h * 0.035, d * 0.1), (-d * 0.7, h * 0.15, 0), radius_m=0.003, name="switch",
        material="paint_red",
    )
    drawing.add(
        "pod", (d * 0.12, h * 0.42, d * 0.05), (0, h * 0.28, d * 0.455), turn=(-2.5, 0, 0), radius_m=d * 0.05,
        edge_m=d * 0.01, is_facing=True, name="gauge", **brief.of("gauge window", "glass_tinted"),
    )
    if not brief.has("cordless"):
        drawing.add(
            "cable", (d * 0.6, 0.006, d * 0.8), (-d * 0.62, 0, -d * 0.75), turn=(0, 180, 0), thickness_m=0.006,
            name="cord", material="plastic_black",
        )
    return None


def _stove_kettle(drawing: Drawing, brief: Brief) -> None:
    """Draw a kettle for the stove: squat body, spout, lid with its knob, a bail with a wooden grip."""
    _, h, d = brief.box(0.27, 0.25, 0.2, keeps_shape=True)
    copper = brief.style_name in {"steampunk", "rustic"} or brief.words & {"antique", "copper"}
    body = shell(
        brief, "body case kettle", "enamel_white", color=brief.choose("#9f2f2a", "#2f6f73", "#e4dcc6", "#30343a"),
    )
    if copper and not (brief.materials or brief.colors):
        body = brief.of("body case kettle", "copper")
    metal = trim(brief, "spout", "chrome")
    drawing.add(
        "turning", (d, h * 0.54, d), profile=[0.9, 0, 0.98, 0.04, 1, 0.2, 0.94, 0.5, 0.72, 0.84, 0.46, 1], name="body",
        **body,
    )
    drawing.add(
        "turning", (d * 0.5, h * 0.1, d * 0.5), (0, h * 0.52, 0), profile=[1, 0, 1, 0.2, 0.8, 0.6, 0.2, 1], name="lid",
        **like(brief, "lid", body),
    )
    drawing.add(
        "turning", (d * 0.15, h * 0.1, d * 0.15), (0, h * 0.605, 0),
        profile=[0.4, 0, 0.34, 0.3, 1, 0.6, 0.8, 0.9, 0.1, 1], name="knob", **brief.of("knob", "wood"),
    )
    goose = brief.has("gooseneck")
    path: Row = [
        -1, -1, 0, -0.2, -0.7, 0, 0.1, 0.4, 0, 0.7, 0.95, 0, 1, 0.9, 0,
    ] if goose else [-1, -1, 0, -0.3, -0.5, 0, 0.3, 0.4, 0, 1, 1, 0]
    size, at = (
        (d * 0.6, h * 0.52, d * 0.13), (d * 0.68, h * 0.09, 0),
    ) if goose else ((d * 0.44, h * 0.33, d * 0.2), (d * 0.56, h * 0.22, 0))
    drawing.add(
        "spout", size, at, path=path, thickness_m=d * (0.1 if goose else 0.22), end=0.6 if goose else 0.5, name="spout",
        **like(brief, "spout", body),
    )
    if not goose:
        drawing.add(
            "turning", (d * 0.13, h * 0.07, d * 0.13), (d * 0.755, h * 0.5, 0), turn=(0, 0, -35),
            profile=[0.8, 0, 1, 0.5, 0.7, 0.9, 0.2, 1], name="whistle", **metal,
        )
    drawing.add(
        "grip", (d * 0.86, h * 0.56, d * 0.05), (0, h * 0.4, 0),
        path=[-1, -1, -0.98, -0.1, -0.66, 0.75, 0, 1, 0.66, 0.75, 0.98, -0.1, 1, -1], thickness_m=d * 0.03, name="bail",
        **trim(brief, "handle", "chrome"),
    )
    drawing.add(
        "grip", (d * 0.5, h * 0.13, d * 0.12), (0, h * 0.875, 0), path=[-1, -0.8, -0.6, 0.3, 0, 0.9, 0.6, 0.3, 1, -0.8],
        thickness_m=d * 0.09, name="handle", **brief.of("handle", "wood"),
    )


@archetype(
    "toaster", "appliance", "kitchen",
    "toaster, bread toaster, pop up toaster, four slice toaster, two slice toaster, grille pain, tostador, "
    "tostadora",
    hints="toast, toasted bread", parts="lever, slot, dial, knob, base",
    about="A toaster is a small kitchen machine with slots on top that browns slices of bread for breakfast.",
    features="bread=bread, toast=bread, four slice=four slots, four slot=four slots, 4 slice=four slots",
)
def toaster(drawing: Drawing, brief: Brief) -> None:
    """Draw a toaster with two slices that pop up."""
    slots = brief.count("slot", 4 if brief.has("four slots") else 2, least=1, most=4)
    many = slots > 2
    w, h, d = brief.box(0.42 if many else 0.29, 0.185, 0.175, keeps_shape=True)
    color = brief.choose(
        "", "#a83232", "#9fc5bd", "#e9dfc6",
    ) if brief.style_name in {"realistic", "contemporary"} else ""
    body = shell(brief, "body case toaster", "enamel_white" if color else "steel_brushed", color=color)
    soft = 0.34 if color or brief.style_name in {"futuristic", "rustic"} else 0.16 * brief.style.edge
    drawing.add("feet", (w * 0.8, h * 0.05, d * 0.8), radius_m=0.009, material="rubber_black")
    kinds = subs(
        brief, lever="plastic_black", dial="accent" if brief.style_name != "futuristic" else "metal",
        base="plastic_black",
    )
    made = drawing.add(
        "toaster_body", (w, h * 0.95, d), (0, h * 0.045, 0), slots=slots, radius_m=d * (soft + 0.06),
        edge_m=h * max(soft, 0.08), name="body", **body, **kinds,
    )
    dress(drawing, brief, made, "front")
    if brief.has("bread", "toast", default=True):
        long, per_row = w * 0.92, 2 if many else 1
        for row in range(per_row):
            for side in (-1, 1):
                at = ((row - (per_row - 1) / 2) * long * 0.42, h * brief.vary(0.36, 0.4), side * d * 0.18)
                drawing.add(
                    "bread_slice", (long * (0.32 if many else 0.5), h * 0.8, d * 0.09), at, name="toast",
                    material="terracotta", color="#b87a3d",
                )
    drawing.add(
        "cable", (w * 0.5, 0.006, d * 0.6), (-w * 0.6, 0, -d * 0.5), turn=(0, 180, 0), thickness_m=0.006, name="cord",
        material="plastic_black",
    )


@archetype(
    "blender", "appliance", "kitchen",
    "blender, smoothie maker, liquidizer, liquidiser, food blender, countertop blender, standmixer glas, mixeur, "
    "licuadora",
    hints="smoothie, milkshake, puree", parts="jar, jug, lid, base, knob, blade, handle",
    about="A blender is a kitchen machine with a glass jar and spinning blades on a motor base that makes smoothies.",
    features="smoothie=smoothie, empty=empty, fruit=smoothie",
)
def blender(drawing: Drawing, brief: Brief) -> None:
    """Draw a blender: motor base with its dial, glass jar with handle and scale, lid, cutter, a smoothie."""
    _, h, d = brief.box(0.22, 0.42, 0.18, keeps_shape=True)
    body = shell(brief, "body case base blender", "steel_brushed")
    dark = brief.of("lid", "plastic_black")
    drawing.add("feet", (d * 0.86, h * 0.02, d * 0.86), radius_m=0.012, material="rubber_black")
    drawing.add(
        "pod", (d, h * 0.34, d), (0, h * 0.018, 0), radius_m=d * 0.3, edge_m=d * 0.05 * max(brief.style.edge, 0.6),
        taper=brief.vary(0.68, 0.78), name="base", **body,
    )
    drawing.add(
        "round_plate", (d * 0.42, d * 0.42, d * 0.05), (0, h * 0.075, d * 0.425), turn=(-8, 0, 0), name="scale",
        material="plastic_black",
    )
    drawing.add(
        "knob", (d * 0.28, d * 0.28, d * 0.13), (0, h * 0.105, d * 0.48), turn=(-8, 0, 0),
        **trim(brief, "knob dial", "chrome"),
    )
    drawing.add(
        "turning", (d * 0.72, h * 0.07, d * 0.72), (0, h * 0.345, 0), profile=[1, 0, 1, 0.3, 0.88, 0.5, 0.94, 1],
        is_flowing=False, name="collar", **dark,
    )
    glass = brief.of("jar jug glass", "glass_clear")
    fill = 0.0 if brief.has("empty") or "empty" in brief.modifiers else brief.vary(0.5, 0.72)
    tint = brief.choose("#c2456b", "#7aa03a", "#e08a3c", "#7d4a86")
    drawing.add(
        "vessel", (d * 0.84, h * 0.5, d * 0.84), (0, h * 0.41, 0),
        profile=[0.66, 0, 0.7, 0.03, 0.76, 0.3, 0.88, 0.7, 1, 1], wall=0.05, floor=0.04, fill=fill,
        content_material="ceramic_white", content_color=tint, name="jar", **glass,
    )
    drawing.add("cutter", (d * 0.46, h * 0.075, d * 0.46), (0, h * 0.424, 0), material="steel_brushed", name="blade")
    path: Row = [1, 0.9, -0.2, 1, -0.9, 0.6, -0.8, -0.4, 0.2, -0.92, 1, -0.8]
    handle = glass if brief.style_name == "minimalist" else brief.of("handle", "plastic_black")
    drawing.add(
        "grip", (d * 0.34, h * 0.37, d * 0.12), (-d * 0.51, h * 0.47, 0), path=path, thickness_m=d * 0.09,
        name="handle", **handle,
    )
    drawing.add(
        "turning", (d * 0.86, h * 0.055, d * 0.86), (0, h * 0.9, 0), profile=[0.96, 0, 1, 0.2, 0.98, 0.7, 0.86, 1],
        name="lid", **dark,
    )
    drawing.add(
        "turning", (d * 0.36, h * 0.055, d * 0.36), (0, h * 0.945, 0), profile=[1, 0, 0.94, 0.7, 0.8, 1], name="cap",
        **trim(brief, "cap", "chrome"),
    )
    for number in range(4):
        drawing.add(
            "box", (d * (0.1 if number % 2 else 0.16), h * 0.005, d * 0.01),
            (0, h * (0.52 + 0.09 * number), d * (0.306 + 0.027 * number)), name="mark", material="plastic_white",
        )


@archetype(
    "stand mixer", "appliance", "kitchen",
    "stand mixer, kitchen mixer, food mixer, dough mixer, cake mixer, kitchenaid, mixer, kitchen machine, planetary "
    "mixer, küchenmaschine, knetmaschine, batidora",
    hints="bake, dough, knead", parts="bowl, whisk, head, base, knob",
    about="A stand mixer is a heavy kitchen machine with a tilting head over a steel bowl that kneads dough and beats "
    "eggs.",
)
def stand_mixer(drawing: Drawing, brief: Brief) -> None:
    """Draw a stand mixer seen from its side: foot, column, head, bowl and whisk; the head points to +x."""
    w, h, d = brief.box(0.36, 0.36, 0.23, keeps_shape=True)
    body = shell(
        brief, "body case head mixer", "enamel_white",
        color=brief.choose("#b3262e", "#8fb9ae", "#2f4a6d", "#e9dfc6", "#c98f9a"),
    )
    metal = trim(brief, "trim band hub", "chrome")
    foot = d * 0.95
    drawing.add(
        "side_body", (foot, h * 0.12, w * 0.96), turn=(0, 90, 0),
        outline=[-1, -1, 1, -1, 1, 0.2, 0.9, 0.7, 0.2, 0.9, -0.3, 1, -0.9, 1, -1, 0.8], edge_m=h * 0.03, name="foot",
        **body,
    )
    drawing.add(
        "pod", (w * 0.3, h * 0.58, d * 0.46), (-w * 0.3, h * 0.08, 0), radius_m=d * 0.16, edge_m=h * 0.03, taper=0.86,
        name="column", **body,
    )
    head: Row = [
        -1, -0.5, -0.98, 0.3, -0.8, 0.82, -0.2, 1, 0.5, 0.86, 0.92, 0.4, 1, -0.1, 0.94, -0.7, 0.6, -1, -0.6, -1,
    ]
    drawing.add(
        "side_body", (d * 0.56, h * 0.35, w * 0.98), (0, h * 0.62, 0), turn=(0, 90, 0), outline=head, edge_m=d * 0.17,
        is_smooth=True, name="head", **body,
    )
    drawing.add(
        "box", (w * 0.7, h * 0.022, d * 0.575), (-w * 0.04, h * 0.77, 0), radius_m=h * 0.01, name="band", **metal,
    )
    drawing.add("knob", (h * 0.13, h * 0.13, w * 0.05), (w * 0.5, h * 0.72, 0), turn=(0, 90, 0), name="hub", **metal)
    drawing.add(
        "knob", (h * 0.07, h * 0.07, d * 0.07), (-w * 0.27, h * 0.64, d * 0.255), name="knob",
        **brief.of("knob", "plastic_black"),
    )
    bowl = brief.of("bowl", "steel_brushed")
    x, across = w * 0.2, d * 0.98
    drawing.add(
        "turning", (across * 0.5, h * 0.04, across * 0.5), (x, h * 0.095, 0), profile=[1, 0, 0.9, 0.5, 0.7, 1],
        name="bowl_foot", **bowl,
    )
    drawing.add(
        "vessel", (across, h * 0.43, across), (x, h * 0.125, 0),
        profile=[0.5, 0, 0.7, 0.08, 0.92, 0.35, 0.98, 0.7, 1, 1], wall=0.025, fill=0.3,
        content_material="ceramic_white", content_color="#f0dfb4", name="bowl", **bowl,
    )
    drawing.add(
        "grip", (across * 0.24, h * 0.26, d * 0.07), (x + across * 0.575, h * 0.22, 0),
        path=[-1, 0.9, 0.5, 0.95, 0.95, 0.3, 0.6, -0.6, -1, -0.95], thickness_m=d * 0.045, name="bowl_handle", **bowl,
    )
    drawing.add(
        "turning", (d * 0.26, h * 0.075, d * 0.26), (x, h * 0.575, 0), profile=[0.7, 0, 1, 0.4, 1, 1], name="socket",
        **metal,
    )
    drawing.add(
        "whisk", (across * 0.52, h * 0.39, across * 0.52), (x, h * 0.2, 0), name="whisk",
        **brief.of("whisk", "steel_brushed"),
    )
    drawing.add(
        "cable", (w * 0.5, 0.007, d * 0.5), (-w * 0.7, 0, 0), turn=(0, 180, 0), thickness_m=0.007, name="cord",
        material="plastic_black",
    )
