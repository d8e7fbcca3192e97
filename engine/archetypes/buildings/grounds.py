"""What stands around and against a building: ground, paths, trees, entrances, balconies, garages, pools, fences."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.buildings.walls import Mass
from engine.archetypes.drawing import Drawing
from engine.parts.repeats import many

GROUND = 0.116  # the height on which a building stands: just below the top of its lot


def lot(
    drawing: Drawing, brief: Brief, width: float, depth: float, *, z: float = 0.0, material: str = "grass",
    thick: float = 0.12,
) -> float:  # fmt: skip
    """Draw the ground; return its height."""
    name = "lawn" if material == "grass" else "pavement"
    pattern = "tiles" if material in ("concrete", "granite") else "plain"
    finish = brief.of("lawn garden grass ground" if material == "grass" else "pavement plaza ground", material)
    drawing.add("floor", (width, thick, depth), (0, 0, z), name=name, pattern=pattern, unit_m=1.5, **finish)
    return thick - 0.004


def path(drawing: Drawing, brief: Brief, x: float, z_from: float, z_to: float, *, width: float = 1.5) -> None:
    """Draw a path of slabs towards the front."""
    size = (width, 0.05, max(z_to - z_from, 0.2))
    drawing.add(
        "floor", size, (x, GROUND - 0.02, (z_from + z_to) / 2), pattern="tiles", unit_m=0.75, name="path",
        **brief.of("path drive driveway", "limestone" if width < 2 else "concrete")
    )  # fmt: skip


def planting(drawing: Drawing, brief: Brief, places: list[tuple[float, float]], *, trees: int = 0) -> None:
    """Draw bushes, and trees at the first `trees` of the places."""
    for number, (x, z) in enumerate(places):
        seed = int(brief.random.integers(1000))
        if number < trees:
            high = brief.vary(4.0, 5.2)
            drawing.add("tree", (high * 0.66, high, high * 0.66), (x, GROUND - 0.02, z), seed=seed, material="walnut")
        else:
            size = brief.vary(0.8, 1.2)
            drawing.add("bush", (size, size * 0.85, size), (x, GROUND - 0.05, z), seed=seed, material="leaf_green")


def entrance(
    drawing: Drawing, brief: Brief, mass: Mass, x: float, ground: float, *, size: tuple[float, float] = (1.12, 2.2)
) -> None:
    """Draw a front door with steps in front of it; double and glazed doors where the style wants them."""
    is_plain = brief.style_name in ("modern", "minimalist", "futuristic", "contemporary", "bauhaus", "cyberpunk")
    role = {
        "futuristic": "chrome", "industrial": "iron_black", "steampunk": "copper", "cyberpunk": "iron_black",
        "art deco": "walnut", "rustic": "oak_dark", "bauhaus": "paint_red"
    }.get(brief.style_name, "oak" if is_plain else brief.choose("paint_blue", "paint_red", "oak"))  # fmt: skip
    drawing.add("door", (*size, 0.24), (x, mass.y - 0.002, mass.front - 0.14), has_light=True, **brief.of("door", role))
    if mass.y - ground > 0.08:
        drawing.add(
            "steps", (size[0] + 0.9, mass.y - ground + 0.004, 1.2), (x, ground, mass.front + 0.58), count=3,
            **brief.of("step", "concrete"),
        )  # fmt: skip


def porch(
    drawing: Drawing, brief: Brief, mass: Mass, x: float, ground: float, width: float, depth: float = 1.6,
) -> None:  # fmt: skip
    """Draw a porch: a deck, posts or columns, and a sloping or flat roof over them."""
    deck = mass.y - ground
    z = mass.front + depth / 2 - 0.01
    high, is_flat = 2.55, brief.style_name in (
        "modern", "minimalist", "futuristic", "contemporary", "bauhaus", "cyberpunk",
    )  # fmt: skip
    wood = brief.of(
        "porch veranda post", "wood" if brief.style_name in ("rustic", "japanese") or is_flat else "paint_white",
    )  # fmt: skip
    drawing.add("box", (width, max(deck, 0.1), depth), (x, ground, z), radius_m=0.01, name="porch_floor", **wood)
    count = many(width / 2.4) + 1
    for number in range(count):
        u = x + (width - 0.3) * (number / (count - 1) - 0.5)
        drawing.add(
            "box", (0.14, high, 0.14), (u, ground + deck - 0.01, mass.front + depth - 0.16), radius_m=0.01,
            name="porch_post", **wood,
        )  # fmt: skip
    beam = ground + deck + high - 0.04
    drawing.add(
        "box", (width, 0.18, 0.16), (x, beam - 0.02, mass.front + depth - 0.16), radius_m=0.01, name="porch_beam",
        **wood,
    )  # fmt: skip
    tiles = brief.of("roof tile", brief.style.roof or "slate")
    kind, size = (
        "box", (width + 0.3, 0.16, depth + 0.25),
    ) if is_flat else ("lean_to", (width + 0.4, 0.75, depth + 0.3))  # fmt: skip
    drawing.add(kind, size, (x, beam + (0.15 if is_flat else 0.06), z + 0.1), name="porch_roof", **tiles)


def portico(drawing: Drawing, brief: Brief, mass: Mass, x: float, ground: float, width: float, high: float) -> None:
    """Draw a row of columns under an entablature and a pediment."""
    depth = 1.9
    stone = brief.of(
        "column portico pillar", "marble_white" if brief.style_name in ("baroque", "art deco") else "paint_white",
    )  # fmt: skip
    z = mass.front + depth / 2 - 0.02
    drawing.add(
        "box", (width + 0.3, mass.y - ground, depth), (x, ground, z), radius_m=0.01, name="portico_floor", **stone,
    )  # fmt: skip
    count = brief.count("column", 4, least=2, most=12)
    for number in range(count):
        u = x + (width - 0.5) * (number / (count - 1) - 0.5)
        drawing.add(
            "classical_column", (0.5, high, 0.5), (u, mass.y - 0.005, mass.front + depth - 0.38), name="column",
            **stone,
        )  # fmt: skip
    drawing.add(
        "box", (width + 0.2, 0.34, depth), (x, mass.y + high - 0.02, z), radius_m=0.02, name="entablature", **stone,
    )  # fmt: skip
    drawing.add(
        "roof", (depth + 0.1, 1.0, width + 0.5), (x, mass.y + high + 0.3, z), turn=(0, 90, 0), form="gable",
        covering="plain", eave_m=0.12, verge_m=0.15, name="pediment", gables_material=stone["material"],
        gables_color=stone["color"], **stone,
    )  # fmt: skip


def balcony(
    drawing: Drawing, brief: Brief, mass: Mass, x: float, y: float, width: float = 2.6, *, is_many: bool = False,
) -> None:  # fmt: skip
    """Draw a balcony on the front: a slab, and a railing after the style on three sides, plain where there are many."""
    depth = 1.3
    form = {
        "modern": "sheet", "minimalist": "sheet", "contemporary": "sheet", "futuristic": "sheet", "baroque": "turned",
        "victorian": "scrolls", "art deco": "crosses", "industrial": "wires", "bauhaus": "wires"
    }.get(brief.style_name, "square")  # fmt: skip
    form = "square" if is_many and form in ("scrolls", "turned", "crosses") else form
    rail = brief.of("railing balcony rail", "iron_black" if form != "turned" else "limestone")
    drawing.add(
        "box", (width, 0.2, depth + 0.1), (x, y - 0.2, mass.front + depth / 2 - 0.05), radius_m=0.02, name="balcony",
        **brief.of("balcony", "concrete"),
    )  # fmt: skip
    drawing.add(
        "railing", (width, 1.0, 0.07), (x, y - 0.01, mass.front + depth - 0.06), form=form, name="railing", **rail,
    )  # fmt: skip
    for side in (-1, 1):
        drawing.add(
            "railing", (depth - 0.06, 1.0, 0.07),
            (x + side * (width / 2 - 0.05), y - 0.01, mass.front + depth / 2 - 0.05), turn=(0, 90, 0), form=form,
            name="railing", **rail,
        )  # fmt: skip


def garage(drawing: Drawing, brief: Brief, wall: Finish, x: float, z: float, ground: float, *, cars: int = 1) -> Mass:
    """Draw a garage with a flat roof, whose front is at z; return its mass."""
    mass = Mass(x, ground, z - 2.9, 3.3 * cars, 2.75, 5.8)
    drawing.add("box", (mass.width, mass.tall, mass.depth), (x, ground, mass.z), radius_m=0.02, name="garage", **wall)
    drawing.add(
        "box", (mass.width + 0.3, 0.2, mass.depth + 0.3), (x, mass.top - 0.01, mass.z), radius_m=0.02,
        name="garage_roof", **brief.of("roof", "concrete"),
    )  # fmt: skip
    for number in range(cars):
        u = x + 3.2 * (number - (cars - 1) / 2)
        drawing.add(
            "sectional_door", (2.7, 2.25, 0.14), (u, ground, z + 0.02), name="garage_door",
            **brief.of("garage gate", "paint_white" if brief.style_name != "industrial" else "iron_black")
        )  # fmt: skip
    return mass


def pool(drawing: Drawing, brief: Brief, x: float, z: float, *, size: tuple[float, float] = (5.0, 2.6)) -> None:
    """Draw a swimming pool with its rim, water and ladder, and a lounger beside it."""
    drawing.add("pool", (size[0], 0.95, size[1]), (x, 0.0, z), **brief.of("pool", "limestone"))


def fence(drawing: Drawing, brief: Brief, width: float, z: float, *, gap: float = 2.4) -> None:
    """Draw a fence along the front with a gap in its middle."""
    form = {"rustic": "crosses", "victorian": "scrolls", "baroque": "scrolls"}.get(brief.style_name, "square")
    long = (width - gap) / 2
    for side in (-1, 1):
        drawing.add(
            "railing", (long, 0.9, 0.09), (side * (gap + long) / 2, GROUND - 0.01, z), form=form, name="fence",
            **brief.of("fence", "paint_white" if form == "square" else "wood")
        )  # fmt: skip
