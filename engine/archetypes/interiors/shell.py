"""What every room has: floor, two walls with a window after the style, and what the style puts on them.

The open sides are +x and +z; furniture comes from the other archetypes, drawn in the room's style.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from domain.spec import DesignObject
from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.buildings.walls import frames_of, windows_of
from engine.archetypes.drawing import Drawing
from engine.archetypes.interiors.finishings import LOOKS, form_of, is_checked
from engine.archetypes.interiors.openings import openings
from engine.archetypes.register import ARCHETYPES
from engine.makers.facades import OUT
from engine.parts.repeats import many

FLOOR = 0.098
WALL = 0.12
_SIDE = WALL / (1 - OUT)  # the depth of a facade's box whose wall is as thick as a room's

_TINTS: dict[str, tuple[str, ...]] = {
    "realistic": ("#e9e4da", "#dfe5e2", "#e6dcd0"), "modern": ("#eef0f0", "#e3e6e8"), "rustic": ("#efe6d2", "#e8dcc0"),
    "steampunk": ("#3d4a3a", "#4a2f2b"),
    "art deco": ("#1f4a4f", "#20304f", "#3c2440"), "contemporary": ("#d9d2c7", "#c9cdc4"),
    "victorian": ("#6f2f3a", "#3f5a4a", "#8a7a4f"), "scandinavian": ("#f4f4f1",),
    "japanese": ("#efe8d6",), "baroque": ("#f1e7d0", "#cfdfe6"),
    "mid century": ("#d9c48a", "#8fae9f", "#e6dfd0"), "bauhaus": ("#f5f3ee",),
    "futuristic": ("#eef3f7",), "minimalist": ("#f6f6f4",),
    "gothic": ("#8d8a86",),
}  # fmt: skip


def furniture(name: str, brief: Brief, *words: str, material: str = "", **counts: int) -> Drawing:
    """Return another archetype drawn in this brief's style; only what the text says of that piece reaches it."""
    own = replace(
        brief, words=frozenset(words) | said_of(brief, name), part_words={},
        materials=(material, ) if material else (), colors=(), counts=counts, sizes={}, modifiers=frozenset(),
        part_materials=_named(brief.part_materials, name), part_colors=_named(brief.part_colors, name), zoom=[1.0],
        features=_own_features(brief, name),
    )  # fmt: skip
    drawing = Drawing(own, name=name)
    ARCHETYPES[name].draw(drawing, own)
    return drawing


def _own_features(brief: Brief, name: str) -> frozenset[str]:
    """Return the features that reach a piece: forms only where the text says them of it."""
    return frozenset(one for one in brief.features if one not in LOOKS or one in said_of(brief, name))


def said_of(brief: Brief, name: str) -> frozenset[str]:
    """Return the words that the text says of a piece of furniture, by its name or the last word of it."""
    return brief.part_words.get(name) or brief.part_words.get(name.rsplit(maxsplit=1)[-1], frozenset())


def _named(values: dict[str, str], name: str) -> dict[str, str]:
    last = name.rsplit(maxsplit=1)[-1]
    return {part: value for part, value in values.items() if part == last}


def surface(piece: Drawing) -> float:
    """Return the height of a piece of furniture's broad top, a hair below it."""
    widest = max(_area(thing) for thing in piece.objects)
    return max(_top(thing) for thing in piece.objects if _area(thing) > 0.6 * widest) - 0.003


def _area(thing: DesignObject) -> float:
    return thing.dimensions.width * thing.dimensions.depth


def _top(thing: DesignObject) -> float:
    return thing.position.y + thing.dimensions.height


def hang(drawing: Drawing, brief: Brief, name: str, at: tuple[float, float], height: float) -> None:
    """Draw a lamp that hangs from the ceiling, which is not drawn."""
    lamp = furniture(name, brief)
    drawing.include(lamp, (at[0], height - lamp.top, at[1]))


@dataclass(frozen=True, slots=True)
class _Inside:
    """The room that a style dresses: its size, where its window is, and whether its floor is for wet feet."""

    width: float
    height: float
    depth: float
    window: tuple[float, float]

    @property
    def back(self) -> float:
        """Return the z of the back wall's face."""
        return -self.depth / 2 + WALL

    @property
    def left(self) -> float:
        """Return the x of the left wall's face."""
        return -self.width / 2 + WALL


def room_box(brief: Brief, width: float, height: float, depth: float) -> Triple:
    """Return the size of a room; none without a stated size is smaller than what stands in it needs."""
    wide, high, deep = brief.box(width, height, depth)
    high = high if "height" in brief.sizes else max(high, height)
    return (wide, high, deep) if brief.sizes else (max(wide, width), high, max(deep, depth))


def room(
    drawing: Drawing, brief: Brief, width: float, height: float, depth: float, *, floor: str, pattern: str,
    window: tuple[float, float] = (0.1, 1.9),
) -> None:  # fmt: skip
    """Draw floor, back wall with a window (its middle's x and its width), left wall, and the style's dress."""
    inside = _Inside(width, height, depth, window)
    if brief.words & LOOKS and is_checked(brief):
        pattern, floor = "checks", "tile_white"
    drawing.add("floor", (width, 0.1, depth), (0, 0, 0), pattern=pattern, **_floor_finish(brief, floor, pattern))
    paint = wall_paint(brief)
    _back_wall(drawing, brief, inside, paint)
    drawing.add(
        "wall", (depth - WALL, height - 0.1, WALL), (-width / 2 + WALL / 2, FLOOR, WALL / 2), turn=(0, 90, 0), **paint,
    )  # fmt: skip
    high = {
        "minimalist": 0.05, "futuristic": 0.05, "victorian": 0.2, "baroque": 0.2, "art deco": 0.16
    }.get(brief.style_name, 0.11)  # fmt: skip
    board = brief.of("skirting", _trim_of(brief))
    drawing.add("skirting", (width - WALL, high, 0.02), (WALL / 2, FLOOR, inside.back + 0.008), **board)
    drawing.add(
        "skirting", (depth - WALL, high, 0.02), (inside.left + 0.008, FLOOR, WALL / 2), turn=(0, 90, 0), **board,
    )  # fmt: skip
    if not brief.excluded & {"ornament", "decoration"}:
        _DRESS.get(brief.style_name, _bare)(drawing, brief, inside)


def _floor_finish(brief: Brief, floor: str, pattern: str) -> Finish:
    """Return the floor's finish; tiled floors differ by style, too."""
    tiled = {
        "art deco": "marble_black", "futuristic": "acrylic_white", "rustic": "tile_terracotta",
        "industrial": "concrete_polished", "steampunk": "slate", "victorian": "tile_hexagon",
        "minimalist": "concrete_polished", "gothic": "slate", "baroque": "marble_white",
        "cyberpunk": "concrete_polished", "contemporary": "terrazzo", "mid century": "terrazzo"
    }  # fmt: skip
    boards = {
        "rustic": "wood_reclaimed", "industrial": "concrete_polished", "scandinavian": "birch", "art deco": "walnut",
        "minimalist": "ash", "japanese": "bamboo"
    }  # fmt: skip
    if floor == "tile_white":
        floor = tiled.get(brief.style_name, floor)
    elif floor == "wood" and pattern == "planks":
        floor = boards.get(brief.style_name, floor)
    return brief.of("floor tile" if pattern in ("tiles", "checks") else "floor", floor)


def wall_paint(brief: Brief) -> Finish:
    """Return what the walls are covered with: what the text says, else the style's wall in one of its tints."""
    paint = brief.of(
        "wall", {"rustic": "plaster", "japanese": "plaster", "gothic": "limestone",
        "minimalist": "plaster"}.get(brief.style_name, "wall"),
    )  # fmt: skip
    if not paint["color"] and paint["material"] in ("paint_white", "plaster"):
        paint["color"] = brief.choose(*_TINTS.get(brief.style_name, _TINTS["realistic"]))
    return paint


def _trim_of(brief: Brief) -> str:
    dark = {
        "steampunk": "walnut", "art deco": "paint_black", "industrial": "iron_black", "cyberpunk": "iron_black",
        "rustic": "oak_dark", "japanese": "oak", "gothic": "oak_dark"
    }  # fmt: skip
    return dark.get(brief.style_name, "paint_white")


def _back_wall(drawing: Drawing, brief: Brief, inside: _Inside, paint: Finish) -> None:
    look = windows_of(brief)
    frame = frames_of(brief)
    wide = inside.window[1]
    low, high = (1.05, 1.2) if wide > 0.8 else (1.05, 1.1)
    if look.share > 0.65 and wide > 1.2:
        low, high = 0.85, 1.45
    form, window = form_of(brief, "window"), inside.window
    if form in ("round", "square"):
        window = (window[0], min(wide, high))
    form = form if form in ("round", "arched") else look.form
    drawing.add(
        "facade", (inside.width, inside.height - 0.1, _SIDE), (0, FLOOR, inside.back - _SIDE * (0.5 - OUT)),
        name="wall", openings_m=openings(brief, inside.width, window, (low - 0.1, high)), form=form,
        columns=min(look.panes[0] if wide > 1.2 else 2, 6), rows=min(look.panes[1], 4), has_sills=look.has_sills,
        lintels=look.lintels if form != "plain" else "none", frames_material=frame["material"],
        frames_color=frame["color"], sills_material=_trim_of(brief), glass_material="glass_clear", **paint,
    )  # fmt: skip


def _bare(drawing: Drawing, brief: Brief, inside: _Inside) -> None:
    """Draw nothing on the walls."""


def _cornice(drawing: Drawing, brief: Brief, inside: _Inside, profile: str, role: str) -> None:
    """Draw a moulding under the ceiling along both walls."""
    finish = brief.of("cornice moulding", role)
    y = inside.height - 0.17
    drawing.add(
        "cornice", (inside.width - WALL, 0.14, 0.12), (WALL / 2, y, inside.back + 0.055), profile=profile, **finish,
    )  # fmt: skip
    drawing.add(
        "cornice", (inside.depth - WALL, 0.14, 0.12), (inside.left + 0.055, y, WALL / 2), turn=(0, 90, 0),
        profile=profile, **finish,
    )  # fmt: skip


def _wainscot(
    drawing: Drawing, brief: Brief, inside: _Inside, role: str, *, front: str = "raised", high: float = 0.95,
) -> None:  # fmt: skip
    """Draw panels on the lower part of both walls, and a rail on top of them."""
    finish = brief.of("panelling wainscot", role)
    for long, turn, x, z in (
        (inside.width - WALL, 0.0, WALL / 2, inside.back + 0.012),
        (inside.depth - WALL, 90.0, inside.left + 0.012, WALL / 2),
    ):  # fmt: skip
        count = many(long / 0.75, least=2)
        each = long / count
        for number in range(count):
            u = each * (number - (count - 1) / 2)
            at = (x + u, FLOOR, z) if turn == 0.0 else (x, FLOOR, z + u)
            drawing.add(
                "front", (each * 0.998, high, 0.03), at, turn=(0, turn, 0), style=front, name="panelling", **finish,
            )  # fmt: skip
        drawing.add(
            "box", (long, 0.05, 0.05), (x, FLOOR + high - 0.005, z), turn=(0, turn, 0), radius_m=0.01,
            name="panelling", **finish,
        )  # fmt: skip


def _frames(drawing: Drawing, brief: Brief, inside: _Inside, role: str) -> None:
    """Draw upright frames of moulding on the walls beside the window."""
    finish = brief.of("moulding trim", role)
    y, high = FLOOR + 1.06, inside.height - 1.45
    spaces = [
        (inside.left + 0.15, inside.window[0] - inside.window[1] / 2 - 0.2),
        (inside.window[0] + inside.window[1] / 2 + 0.2, inside.width / 2 - 0.12)
    ]  # fmt: skip
    for low, top in spaces:
        if top - low > 0.4:
            drawing.add(
                "frame", (min(top - low, 1.1), high, 0.03), ((low + top) / 2, y, inside.back + 0.012), border_m=0.035,
                name="panelling", **finish,
            )  # fmt: skip
    count = many(inside.depth / 1.3, least=2)
    each = (inside.depth - WALL) / count
    for number in range(count):
        z = WALL / 2 + each * (number - (count - 1) / 2)
        drawing.add(
            "frame", (each * 0.74, high, 0.03), (inside.left + 0.012, y, z), turn=(0, 90, 0), border_m=0.035,
            name="panelling", **finish,
        )  # fmt: skip


def _deco(drawing: Drawing, brief: Brief, inside: _Inside) -> None:
    _cornice(drawing, brief, inside, "step", "trim")
    _frames(drawing, brief, inside, "trim")


def _classic(drawing: Drawing, brief: Brief, inside: _Inside) -> None:
    _cornice(drawing, brief, inside, "ogee", "paint_white" if brief.style_name == "victorian" else "trim")
    _wainscot(drawing, brief, inside, "walnut" if brief.style_name == "victorian" else "paint_white")
    if brief.style_name == "baroque":
        _frames(drawing, brief, inside, "trim")


def _pipes(drawing: Drawing, brief: Brief, inside: _Inside) -> None:
    """Draw pipes high on the back wall, with a valve wheel and clamps."""
    finish = brief.of(
        "pipe", {"steampunk": "copper", "cyberpunk": "gunmetal"}.get(brief.style_name, "steel_galvanised"),
    )  # fmt: skip
    long = inside.width - WALL - 0.06
    for y, thick in ((inside.height - 0.26, 0.1), (inside.height - 0.44, 0.06)):
        drawing.add(
            "rod", (thick, long, thick), (WALL / 2, y - long / 2 + thick / 2, inside.back + 0.1), turn=(0, 0, 90),
            name="pipe", **finish,
        )  # fmt: skip
    for share in (-0.4, 0.0, 0.4):
        drawing.add(
            "box", (0.04, 0.34, 0.12), (long * share, inside.height - 0.5, inside.back + 0.055), radius_m=0.005,
            name="pipe_clamp", material="iron_black",
        )  # fmt: skip
    x = inside.width * 0.2
    drawing.add(
        "torus", (0.2, 0.03, 0.2), (x, inside.height - 0.235, inside.back + 0.21), turn=(90, 0, 0), name="valve",
        **brief.of("valve", "paint_red"),
    )  # fmt: skip
    drawing.add(
        "box", (0.2, 0.02, 0.02), (x, inside.height - 0.23, inside.back + 0.21), radius_m=0.005, name="valve_spoke",
        material="iron_black",
    )  # fmt: skip
    drawing.add(
        "rod", (0.03, 0.14, 0.03), (x, inside.height - 0.29, inside.back + 0.16), turn=(90, 0, 0), name="valve_stem",
        **finish,
    )  # fmt: skip


def _steamy(drawing: Drawing, brief: Brief, inside: _Inside) -> None:
    _wainscot(drawing, brief, inside, "walnut")
    _pipes(drawing, brief, inside)


def _lit(drawing: Drawing, brief: Brief, inside: _Inside) -> None:
    """Draw lines of light along both walls, and one in the corner."""
    glow = Finish(material=brief.style.material("glow"), color=brief.style.glow_tint)
    y = inside.height - 0.22
    long = inside.depth - WALL - 0.1
    drawing.add(
        "box", (inside.width - WALL - 0.1, 0.03, 0.02), (WALL / 2, y, inside.back + 0.006), radius_m=0.004,
        name="light_line", **glow,
    )  # fmt: skip
    drawing.add(
        "box", (long, 0.03, 0.02), (inside.left + 0.006, y, WALL / 2), turn=(0, 90, 0), radius_m=0.004,
        name="light_line", **glow,
    )  # fmt: skip
    drawing.add(
        "box", (0.03, inside.height - 0.4, 0.03), (inside.left + 0.012, FLOOR, inside.back + 0.012), radius_m=0.004,
        name="light_line", **glow,
    )  # fmt: skip
    if brief.style_name == "cyberpunk":
        _pipes(drawing, brief, inside)


def _beamed(drawing: Drawing, brief: Brief, inside: _Inside) -> None:
    """Draw posts and the ends of ceiling beams, as if the ceiling had been lifted off."""
    wood = brief.of("beam", "wood" if brief.style_name == "japanese" else "oak_dark")
    thick = 0.1 if brief.style_name == "japanese" else 0.17
    count = 4
    for number in range(count):
        x = inside.left + 0.12 + (inside.width - WALL - 0.24) * number / (count - 1)
        drawing.add(
            "box", (thick, thick * 1.1, 0.75), (x, inside.height - thick * 1.15, inside.back + 0.37), radius_m=0.012,
            name="ceiling_beam", **wood,
        )  # fmt: skip
    drawing.add(
        "box", (inside.width - WALL, thick, 0.06), (WALL / 2, inside.height - thick * 2.1, inside.back + 0.025),
        radius_m=0.01, name="ceiling_beam", **wood,
    )  # fmt: skip
    drawing.add(
        "box", (inside.depth - WALL, thick, 0.06), (inside.left + 0.025, inside.height - thick * 2.1, WALL / 2),
        turn=(0, 90, 0), radius_m=0.01, name="ceiling_beam", **wood,
    )  # fmt: skip
    if brief.style_name == "japanese":
        for z in (-0.3, 0.05, 0.4):
            drawing.add(
                "box", (0.05, inside.height - 0.3, 0.1), (inside.left + 0.02, FLOOR, inside.depth * z), radius_m=0.01,
                name="panelling", **wood,
            )  # fmt: skip


def _slatted(drawing: Drawing, brief: Brief, inside: _Inside) -> None:
    """Draw a field of upright slats on the left wall."""
    wood = brief.of("slat panelling", "walnut" if brief.style_name == "contemporary" else "teak")
    long = inside.depth * 0.44
    z = inside.back + 0.1 + long / 2
    drawing.add(
        "battens", (long, inside.height - 0.14, 0.045), (inside.left + 0.02, FLOOR, z), turn=(0, 90, 0),
        name="panelling", **wood,
    )  # fmt: skip


def _painted(drawing: Drawing, brief: Brief, inside: _Inside) -> None:
    """Draw fields of colour on the left wall: a circle and bars, as the Bauhaus painted."""
    for kind, size, y, z, tint in (
        ("disc", (0.9, 0.012, 0.9), 1.3, -0.1, "#c8342b"), ("box", (0.012, 0.3, 1.5), 1.0, 0.1, "#e3b021"),
        ("box", (0.012, 1.6, 0.2), 0.6, -0.3, "#23488f"),
    ):  # fmt: skip
        turn = (0, 0, 90) if kind == "disc" else (0, 0, 0)
        drawing.add(
            kind, size, (inside.left + 0.004, FLOOR + y, inside.depth * z), turn=turn, name="panelling",
            material="matte_paint", color=tint,
        )  # fmt: skip


def _boarded(drawing: Drawing, brief: Brief, inside: _Inside) -> None:
    _wainscot(drawing, brief, inside, "paint_white", front="planked", high=1.0)


_DRESS: dict[str, Callable[[Drawing, Brief, _Inside], None]] = {
    "art deco": _deco, "victorian": _classic, "baroque": _classic, "steampunk": _steamy,
    "industrial": _pipes, "futuristic": _lit,
    "cyberpunk": _lit, "rustic": _beamed, "japanese": _beamed,
    "contemporary": _slatted, "mid century": _slatted, "bauhaus": _painted,
    "scandinavian": _boarded,
    "gothic": _beamed,
}  # fmt: skip
