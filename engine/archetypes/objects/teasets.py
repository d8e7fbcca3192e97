"""A tea set: a pot, cups on saucers and a sugar bowl on a tray; the front is +z."""

from dataclasses import replace

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing, scaled
from engine.archetypes.register import archetype, draw

_CUP_M = 0.155  # from the middle of a saucer to that of the next
_ROW = 4  # cups beside each other


@archetype(
    "tea set", "object", "tableware",
    "tea set, tea service, teaset, coffee set, coffee service, porcelain tea set, tea things",
    hints="tea party", about="A teapot with cups on their saucers and a sugar bowl, together on a tray.",
    parts="cup, saucer, tray, teapot, pot, bowl, lid, handle", features="tray",
)  # fmt: skip
def tea_set(drawing: Drawing, brief: Brief) -> None:
    """Draw a tray with a pot and a sugar bowl behind, and rows of cups on saucers in front."""
    cups = brief.count("cup", 4, least=1, most=8)
    rows, across = -(-cups // _ROW), min(cups, _ROW)
    width, depth = max(0.5, _CUP_M * across + 0.1), 0.26 + _CUP_M * rows
    k = brief.box(width, 0.19, depth, keeps_shape=True)[0] / width
    low = 0.0
    if brief.has("tray", default=True):
        tray = brief.of("tray", "wood")
        drawing.add("open_box", (width * k, 0.026 * k, depth * k), name="tray", wall_m=0.01 * k, corner_m=0.05 * k,
                    **tray)  # fmt: skip
        low = 0.0076
    pot = draw("teapot", _own(brief, "teapot", "coffee" if "coffee" in brief.words else "teapot"))
    behind = -depth / 2 + 0.13
    drawing.include(_scaled(pot, k), (-0.06 * k, low * k, behind * k))
    _sugar(drawing, brief, k, (width / 2 - 0.11, low, behind))
    for number in range(cups):
        row = number // _ROW
        among = min(_ROW, cups - row * _ROW)
        x, z = (number % _ROW - (among - 1) / 2) * _CUP_M, depth / 2 - 0.095 - row * _CUP_M
        cup = draw("mug", _own(brief, "cup", "teacup", "tea", "cup", "saucer"))
        drawing.include(_scaled(cup, k), (x * k, low * k, z * k))


def _own(brief: Brief, part: str, *words: str) -> Brief:
    """Return the brief of one piece: the set's material and colour, or what the text says of that piece."""
    said, tint = brief.part_materials.get(part), brief.part_colors.get(part)
    return replace(
        brief, words=frozenset(words) | (brief.words - {"coffee"}), counts={}, sizes={}, modifiers=frozenset(),
        zoom=[1.0], materials=(said,) if said else brief.materials, colors=(tint,) if tint else brief.colors,
    )  # fmt: skip


def _scaled(other: Drawing, k: float) -> Drawing:

    other.objects[:] = scaled(other.objects, k)
    return other


def _sugar(drawing: Drawing, brief: Brief, k: float, at: tuple[float, float, float]) -> None:
    """Draw a bowl with a lid and its knob."""
    china = brief.of("bowl pot body set", "porcelain", is_main=True)
    x, y, z = (value * k for value in at)
    drawing.add("vessel", (0.09 * k, 0.06 * k, 0.09 * k), (x, y, z), form="bowl", name="sugar_bowl", **china)
    lid: list[str | float] = [0.9, 0, 1, 0.06, 0.9, 0.4, 0.4, 0.85, 0.12, 1.0]
    drawing.add("turning", (0.092 * k, 0.03 * k, 0.092 * k), (x, y + 0.058 * k, z), profile=lid, name="lid", **china)
    drawing.add("ball", (0.018 * k, 0.018 * k, 0.018 * k), (x, y + 0.084 * k, z), name="knob", **china)
