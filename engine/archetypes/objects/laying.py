"""Short ways to draw flat shapes that lie on something, and rings of places."""

from collections.abc import Sequence
from math import cos, pi, sin

from domain.spec import DesignObject, Property
from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin, usual

_BOARDS = {
    "steampunk": ("copper", ""), "rustic": ("wood_reclaimed", ""), "industrial": ("steel_brushed", ""),
    "art deco": ("marble_black", ""), "futuristic": ("glass_clear", ""), "modern": ("slate", ""),
    "minimalist": ("ceramic_white", ""), "contemporary": ("stoneware", "#5f7f83"), "japanese": ("bamboo", ""),
    "gothic": ("pewter", ""), "victorian": ("porcelain", "#f6e9e6"), "scandinavian": ("birch", ""),
    "mid century": ("teak", ""), "bauhaus": ("enamel_white", ""), "baroque": ("gold", ""),
    "cyberpunk": ("carbon_fibre", ""),
}  # fmt: skip


def lay(
    drawing: Drawing, name: str, outline: Sequence[tuple[float, float]], thick: float, finish: Finish, *,
    y: float = 0.0, turn: Triple = (0.0, 0.0, 0.0), **properties: Property,
) -> DesignObject:  # fmt: skip
    """Draw a flat plate with an outline of (x, z) metres whose underside is at `y`; `round_m`, `edge_m`."""
    xs, zs = [x for x, _ in outline], [z for _, z in outline]
    middle, half = (
        ((min(xs) + max(xs)) / 2, (min(zs) + max(zs)) / 2),
        ((max(xs) - min(xs)) / 2, (max(zs) - min(zs)) / 2),
    )
    flat: list[str | float] = []
    for x, z in outline:
        flat += [round((x - middle[0]) / half[0], 5), round((middle[1] - z) / half[1], 5)]
    size, at = (2 * half[0], thick, 2 * half[1]), (middle[0], y, middle[1])
    return drawing.add("plan_shape", size, at, name=name, outline=flat, turn=turn, **finish, **properties)


def around(count: int, radius: float, *, first: float = 0.0) -> list[tuple[float, float, float]]:
    """Return x, z and turn (radians) of places on a circle, the first towards +z."""
    turns = [first + 2 * pi * number / count for number in range(count)]
    return [(radius * sin(turn), radius * cos(turn), turn) for turn in turns]


def serve(drawing: Drawing, brief: Brief, radius: float, *, is_board: bool = False) -> float:
    """Draw the plate or board that food lies on, as the style has it, and return the height of its top."""
    if brief.excluded & {"plate", "board"}:
        return 0.0
    table = _BOARDS if not is_board else _BOARDS | {"realistic": ("oak", "")}
    material, color = table.get(brief.style_name, table.get(kin(brief), ("ceramic_white", "")))
    finish = usual(brief, "plate board", material, color, is_main=False) if _is_said(brief) else Finish(
        material=material, color=color
    )  # fmt: skip
    if is_board:
        drawing.add("post", (2 * radius, 0.018, 2 * radius), edge=0.25, name="board", **finish)
        return 0.0175
    thick = radius * 0.09
    profile: list[str | float] = [
        0.62,
        0.0,
        0.66,
        0.2,
        0.98,
        0.82,
        1.0,
        0.98,
        0.96,
        1.0,
        0.7,
        0.55,
        0.62,
        0.5,
        0.0005,
        0.5,
    ]
    drawing.add("turning", (2 * radius, thick, 2 * radius), profile=profile, is_flowing=False, name="plate", **finish)
    return thick * 0.49


def _is_said(brief: Brief) -> bool:
    return bool({"plate", "board"} & (brief.part_materials.keys() | brief.part_colors.keys()))
