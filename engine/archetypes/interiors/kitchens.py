"""The kitchen: units along the back wall, an island with stools. The open side is +z."""

from typing import TypedDict

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.interiors.shell import furniture, hang, room, room_box
from engine.archetypes.register import archetype


class Grip(TypedDict):
    """How fronts and their handles look."""

    handle: str
    handles_material: str
    front: str


@archetype(
    "kitchen", "interior", "kitchen", "kitchen, kitchenette, kitchen interior, galley kitchen, kitchen room",
    parts="hood",
)  # fmt: skip
def kitchen(drawing: Drawing, brief: Brief) -> None:
    """Draw a kitchen.

    Base and wall units, worktop with sink, tap and hob, oven, hood, fridge, island with stools, lamps.
    """
    width, height, depth = room_box(brief, 4.8, 2.7, 4.0)
    room(
        drawing,
        brief,
        width,
        height,
        depth,
        floor="tile_white" if brief.style_name not in ("rustic", "steampunk") else "slate",
        pattern="tiles",
        window=(-width / 2 + 0.13 + 1.0, 0.74),
    )
    y, back = 0.098, -depth / 2 + 0.12
    front = _fronts(brief)
    top = brief.of(
        "counter countertop worktop top",
        {"rustic": "oak", "industrial": "concrete"}.get(brief.style_name, "stone"),
        is_accent=True,
    )
    steel = Finish(material="steel_brushed", color="")
    left = -width / 2 + 0.13
    units = ((0.6, 2, 0), (0.8, 2, 0), (0.6, 0, 0), (0.6, 0, 3), (0.6, 1, 1))
    x, depth_unit = left, 0.58
    grip = Grip(handle=brief.style.handle, handles_material=brief.style.metal, front=brief.style.front)
    for number, (wide, doors, drawers) in enumerate(units):
        centre = x + wide / 2
        if number == 2:
            drawing.add(
                "oven", (wide - 0.004, 0.87, depth_unit), (centre, y, back + depth_unit / 2), is_built_in=True, **steel
            )
            _hood_and_hob(drawing, brief, centre, y, back, wide, height, steel)
        else:
            drawing.add(
                "cabinet",
                (wide - 0.004, 0.87, depth_unit),
                (centre, y, back + depth_unit / 2),
                doors=doors,
                drawers=drawers,
                plinth_m=0.1,
                **grip,
                **front,
            )
        x += wide
    run = x - left
    _counter(drawing, brief, y, back, top, left, run)
    _above_the_counter(drawing, brief, y, back, front, steel, left, x, grip)
    _island(drawing, brief, front, top, y, grip)
    _small_machines(drawing, brief, y, back, left)
    if "island" not in brief.excluded and brief.has("lamp", default=True):
        lamps = brief.count("lamp", 2, least=1, most=6)
        apart = 1.0 if lamps == 2 else 1.5 / lamps
        for number in range(lamps):
            hang(drawing, brief, "pendant lamp", (0.15 + (number - (lamps - 1) / 2) * apart, 0.5), height)


def _small_machines(drawing: Drawing, brief: Brief, y: float, back: float, left: float) -> None:
    """Draw what stands on the worktop."""
    for name, x, turn in (("toaster", 0.28, 0), ("coffee machine", 2.25, 0), ("kettle", 2.72, 30)):
        if name not in brief.excluded:
            drawing.include(furniture(name, brief), (left + x, y + 0.904, back + 0.26), turn)


def _fronts(brief: Brief) -> Finish:
    """Return what the units' fronts are made of, in a quiet colour unless one is asked for."""
    front = brief.of(
        "cabinet cupboard door unit",
        {
            "rustic": "pine",
            "steampunk": "walnut",
            "industrial": "iron_black",
            "minimalist": "paint_white",
            "art deco": "paint_black",
        }.get(brief.style_name, "paint_white"),
        is_main=True,
    )
    if not front["color"] and front["material"] == "paint_white" and brief.style_name in ("realistic", "contemporary"):
        front["color"] = brief.choose("#a9bfae", "#9fb2c4", "#d8cdb8")
    return front


def _counter(drawing: Drawing, brief: Brief, y: float, back: float, top: Finish, left: float, run: float) -> None:
    """Draw the worktop and the splashback."""
    drawing.add(
        "box",
        (run + 0.01, 0.04, 0.63),
        (left + run / 2, y + 0.866, back + 0.315),
        radius_m=0.004,
        name="worktop",
        **top,
    )
    drawing.add(
        "box",
        (run, 0.5, 0.012),
        (left + run / 2, y + 0.9, back + 0.005),
        radius_m=0.001,
        name="splashback",
        **brief.of("splashback tile", "tile_white"),
    )


def _above_the_counter(
    drawing: Drawing,
    brief: Brief,
    y: float,
    back: float,
    front: Finish,
    steel: Finish,
    left: float,
    x: float,
    grip: Grip,
) -> None:
    """Draw sink, tap, wall units and the fridge at the end of the run."""
    sink_x = left + 0.6 + 0.4
    drawing.add("sink", (0.54, 0.16, 0.42), (sink_x, y + 0.906 - 0.152, back + 0.32), **steel)
    drawing.add("faucet", (0.12, 0.36, 0.24), (sink_x, y + 0.9, back + 0.16), **brief.of("faucet tap", "chrome"))
    for wide, centre in ((0.6, left + 0.3), (0.6, left + 2.3), (0.6, left + 2.9)):
        drawing.add(
            "cabinet",
            (wide - 0.004, 0.66, 0.34),
            (centre, 1.52, back + 0.17),
            doors=2,
            is_hung=True,
            name="wall_unit",
            **grip,
            **front,
        )
    drawing.add("fridge", (0.66, 1.9, 0.68), (x + 0.37, y, back + 0.35), **brief.of("fridge", "steel_brushed"))


def _hood_and_hob(
    drawing: Drawing, brief: Brief, x: float, y: float, back: float, wide: float, height: float, steel: Finish
) -> None:
    drawing.add("hob", (0.56, 0.014, 0.5), (x, y + 0.903, back + 0.32), material="paint_black")
    drawing.add(
        "hood",
        (wide, height - 1.62, 0.46),
        (x, 1.62, back + 0.23),
        name="range_hood",
        **brief.of("hood extractor", steel["material"]),
    )


def _island(drawing: Drawing, brief: Brief, front: Finish, top: Finish, y: float, grip: Grip) -> None:
    if "island" in brief.excluded:
        return
    body = brief.of("island", "walnut" if front["material"] != "walnut" else "oak")
    drawing.add(
        "cabinet",
        (1.7, 0.87, 0.62),
        (0.15, y, 0.42),
        turn=(0, 180, 0),
        doors=4,
        plinth_m=0.08,
        name="island",
        **grip,
        **body,
    )
    drawing.add("box", (1.95, 0.045, 1.02), (0.15, y + 0.866, 0.6), radius_m=0.005, name="island_top", **top)
    stools = brief.count("stool", 3, most=5)
    for number in range(stools):
        drawing.include(
            furniture("stool", brief, "bar"), (0.15 + (number - (stools - 1) / 2) * 0.6, y, 1.2), 20.0 * (number - 1)
        )
    drawing.add(
        "vessel",
        (0.3, 0.1, 0.3),
        (-0.35, y + 0.908, 0.55),
        form="bowl",
        name="bowl",
        material="ceramic_white",
        color="#47707a",
    )
    for x in (-0.42, -0.3, -0.36):
        drawing.add(
            "ball",
            (0.085, 0.08, 0.085),
            (x, y + 0.917 + (0.045 if x == -0.36 else 0.0), 0.55 + (0.05 if x == -0.42 else -0.02)),
            name="fruit",
            material="paint_red",
            color=brief.choose("#d9822b", "#c9362c", "#b7c23a"),
        )
