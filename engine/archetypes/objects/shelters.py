"""Small houses for animals: birds, dogs, bees."""

from math import cos, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import has, metal, toned
from engine.archetypes.objects.laying import around
from engine.archetypes.objects.shaping import cut, sized, strut
from engine.archetypes.register import archetype


@archetype(
    "bird house", "object", "garden",
    "bird house, birdhouse, nesting box, nest box, bird feeder, vogelhaus, nichoir, casita de pájaro, bird box",
    about="A small wooden house with a round hole on a post, in which birds nest.", parts="roof, post, perch, wall, "
        "hole, base", features="post",
)  # fmt: skip
def bird_house(drawing: Drawing, brief: Brief) -> None:
    """Draw a gabled box with a round hole and a perch, on a post with a foot."""
    wall = toned(
        brief,
        "wall body house",
        {"rustic": "wood_reclaimed", "realistic": "cedar", "steampunk": "copper"}.get(brief.style_name, "paint_white"),
    )
    wall = wall if brief.colors or wall["material"] == "paint_white" else Finish(material=wall["material"], color="")
    roof = brief.of("roof", {"steampunk": "bronze_aged", "rustic": "thatch", "modern": "zinc",
        "futuristic": "aluminium"}.get(brief.style_name, "cedar")
                    , is_accent=True)  # fmt: skip
    y = 1.2
    cut(
        drawing,
        "house",
        [(-0.1, y), (0.1, y), (0.1, y + 0.17), (0.0, y + 0.27), (-0.1, y + 0.17)],
        0.18,
        wall,
        bevel_m=0.003,
    )
    for side in (-1.0, 1.0):
        drawing.add(
            "box",
            (0.172, 0.016, 0.25),
            (side * 0.061, y + 0.204, 0.01),
            turn=(0, 0, -45.0 * side),
            radius_m=0.003,
            name="roof",
            **roof,
        )
    for z, wide, mat in (
        (0.088, 0.062, metal(brief, "ring", "iron_black")),
        (0.0888, 0.05, Finish(material="paint_black", color="")),
    ):
        strut(drawing, "hole", (0, y + 0.15, z - 0.01), (0, y + 0.15, z + 0.005), wide, mat, edge=0.1)
    strut(drawing, "perch", (0, y + 0.085, 0.08), (0, y + 0.085, 0.15), 0.012, brief.of("perch", "birch"))
    drawing.add("box", (0.24, 0.014, 0.24), (0, y - 0.012, 0.01), radius_m=0.004, name="floor", **roof)
    post = brief.of("post base", "wood")
    drawing.add("box", (0.06, y - 0.005, 0.06), (0, 0.0, 0), radius_m=0.006, name="post", **post)
    for turn in (0.0, 90.0):
        drawing.add("box", (0.46, 0.045, 0.06), (0, 0.0, 0), turn=(0, turn, 0), radius_m=0.006, name="foot", **post)
    sized(drawing, brief, (0.46, 1.48, 0.46))


@archetype(
    "dog house", "object", "garden", "dog house, doghouse, kennel, dog kennel, pet house, hundehütte, niche, "
    "chicken coop, rabbit hutch, cat house, pet home",
    about="A small house with a pitched roof and an arched door, in which a dog sleeps.", parts="roof, wall, door, "
        "bowl, base, sign",
)  # fmt: skip
def dog_house(drawing: Drawing, brief: Brief) -> None:
    """Draw a planked house with an arched opening, a pitched roof and a bowl before it."""
    wall = brief.of(
        "wall body house", {"realistic": "pine", "modern": "plywood"}.get(brief.style_name, "wood"), is_main=True
    )
    roof = brief.of(
        "roof",
        {"realistic": "roof_tile", "rustic": "thatch", "steampunk": "copper"}.get(
            brief.style_name, brief.style.roof or "roof_tile"
        ),
        is_accent=True,
    )
    drawing.add("box", (0.8, 0.06, 0.95), radius_m=0.008, name="base", **brief.of("base", "wood"))
    cut(
        drawing,
        "wall",
        [(-0.35, 0.058), (0.35, 0.058), (0.35, 0.5), (0.0, 0.8), (-0.35, 0.5)],
        0.03,
        wall,
        at=(0, 0, -0.4),
        bevel_m=0.003,
    )
    arch = [(0.16 * cos(radians(a)), 0.36 + 0.16 * sin(radians(a))) for a in range(0, 181, 15)]
    cut(drawing, "wall", [(0.35, 0.058), (0.35, 0.5), (0.0, 0.8), (-0.35, 0.5), (-0.35, 0.058), (-0.16, 0.058),
        *reversed(arch), (0.16, 0.058)], 0.03, wall,
        at=(0, 0, 0.4), bevel_m=0.003)  # fmt: skip
    for x in (-0.335, 0.335):
        for number in range(4):
            drawing.add(
                "box", (0.03, 0.108, 0.78), (x, 0.058 + 0.1095 * number, 0), radius_m=0.006, name="plank", **wall
            )
    for side in (-1.0, 1.0):
        drawing.add(
            "box",
            (0.56, 0.035, 1.0),
            (side * 0.198, 0.625, 0.02),
            turn=(0, 0, -40.6 * side),
            radius_m=0.006,
            name="roof",
            **roof,
        )
    drawing.add("box", (0.07, 0.035, 1.01), (0, 0.79, 0.02), radius_m=0.01, name="ridge", **roof)
    drawing.add("plaque", (0.2, 0.07, 0.014), (0, 0.575, 0.42), name="sign", **metal(brief, "sign", "brass_polished"))
    drawing.add("vessel", (0.22, 0.07, 0.22), (0.3, 0, 0.64), wall=0.08, profile=[1.0, 0.0, 0.97, 0.1, 0.85, 0.7,
        0.84, 1.0], fill=0.7, content_material="water", name="bowl",
                **brief.of("bowl", "steel_brushed"))  # fmt: skip
    drawing.add(
        "box", (0.5, 0.012, 0.36), (0.1, 0.0, 0.6), radius_m=0.004, name="mat", **brief.of("mat", "rubber_black")
    )
    sized(drawing, brief, (0.86, 0.85, 1.2))


@archetype(
    "beehive", "object", "garden", "beehive, bee hive, hive, skep, bienenstock, bienenkorb, ruche, colmena, apiary",
    about="A hive of boxes or a straw skep in which bees live.", parts="roof, box, entrance, stand, lid, leg",
)  # fmt: skip
def beehive(drawing: Drawing, brief: Brief) -> None:
    """Draw a skep of straw rope on a stool, or a hive of stacked boxes under a tin roof."""
    if has(brief, "skep straw wicker") or brief.style_name in ("rustic", "gothic", "victorian"):
        _skep(drawing, brief)
        return sized(drawing, brief, (0.56, 0.8, 0.56))
    y = 0.16
    for x in (-0.2, 0.2):
        drawing.add(
            "box", (0.06, 0.165, 0.44), (x, 0, 0), radius_m=0.006, name="stand", **brief.of("stand leg", "wood")
        )
    drawing.add("box", (0.52, 0.03, 0.6), (0, y, 0.03), radius_m=0.004, name="floor", **brief.of("floor", "wood"))
    y = _hive_boxes(drawing, brief, y)
    drawing.add(
        "box", (0.3, 0.022, 0.03), (0, 0.195, 0.235), radius_m=0.004, name="entrance", material="paint_black", color=""
    )
    drawing.add(
        "box",
        (0.53, 0.07, 0.53),
        (0, y + 0.022, 0),
        radius_m=0.006,
        name="roof",
        **brief.of("roof lid", "steel_galvanised" if brief.style_name != "steampunk" else "copper"),
    )
    sized(drawing, brief, (0.53, y + 0.09, 0.6))
    return None


def _skep(drawing: Drawing, brief: Brief) -> None:
    """Draw a dome of straw rope with its entrance, on a stool."""
    straw = brief.of("hive skep body", "straw", is_main=True)
    for number in range(11):
        share = number / 10.5
        wide = 0.44 * (1 - share**2.6) ** 0.5
        drawing.add(
            "rounded_ring" if number < 10 else "post",
            (wide, 0.05, wide),
            (0, 0.36 + 0.038 * number, 0),
            name="straw",
            **straw,
        )
    drawing.add("post", (0.34, 0.37, 0.34), (0, 0.37, 0), edge=0.2, name="inside", **straw)
    drawing.add(
        "box",
        (0.09, 0.05, 0.05),
        (0, 0.385, 0.21),
        radius_m=0.015,
        name="entrance",
        material="paint_black",
        color="",
    )
    top = brief.of("stand", "wood")
    drawing.add("post", (0.56, 0.04, 0.56), (0, 0.325, 0), edge=0.2, name="stand", **top)
    for x, z, _ in around(3, 0.2, first=0.5):
        strut(drawing, "leg", (x * 1.25, 0.0041, z * 1.25), (x * 0.9, 0.335, z * 0.9), 0.045, brief.of("leg", "wood"))


def _hive_boxes(drawing: Drawing, brief: Brief, y: float) -> float:
    """Draw boxes with grips one on the other from `y` up; return their top."""
    colors = ["#f2eee2", "#f0d98c", "#cfe0e6"] if not brief.colors else list(brief.colors)
    for number, tall in enumerate((0.24, 0.24, 0.15)[: brief.count("box", 3, least=1, most=3)]):
        paint = brief.of("box hive body", "paint_white",
            is_main=True) if brief.materials or brief.style_name != "realistic" else Finish(
            material="paint_white", color=colors[number % len(colors)])  # fmt: skip
        drawing.add("box", (0.48, tall, 0.48), (0, y + 0.029, 0), radius_m=0.005, name="box", **paint)
        drawing.add(
            "box",
            (0.12, 0.025, 0.02),
            (0, y + 0.03 + tall * 0.7, 0.245),
            radius_m=0.005,
            name="grip",
            **brief.of("grip", "wood"),
        )
        y += tall - 0.001
    return y
