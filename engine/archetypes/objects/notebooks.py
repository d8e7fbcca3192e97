"""Notebooks of paper."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import plain, tone
from engine.archetypes.objects.placing import bent

PHRASES = (
    "spiral notebook, paper notebook, notepad, ring notebook, spiral bound notebook, lined notebook, moleskine, "
    "exercise book, writing pad, school notebook, wirebound notebook, bullet journal, leather notebook"
)
WORDS = frozenset({"notebook", "notepad", "moleskine", "pad", "exercise", "bullet"})


def notebook(drawing: Drawing, brief: Brief) -> None:
    """Draw a notebook that lies closed: two covers, pages, and a spiral of wire, or a spine and an elastic band."""
    width, height, depth = brief.box(0.15, 0.014, 0.21, keeps_shape=True)
    is_wired = brief.has("spiral", "wire", "ring", default=not brief.words & {"moleskine", "exercise", "leather"})
    board = height * 0.12
    cover = brief.of("cover notebook", "cardboard", is_main=True)
    if not (cover["color"] or brief.materials):
        cover = plain("matte_paint", tone(brief, brief.choose("#27405e", "#7b3b22", "#35513a", "#b3201f")))
    size = (width, board, depth)
    drawing.add("box", size, (0, 0, 0), name="cover", radius_m=board * 0.3, **cover)
    drawing.add("box", size, (0, height - board, 0), name="cover", radius_m=board * 0.3, **cover)
    drawing.add(
        "box", (width * 0.97, height * 0.78, depth * 0.975), (width * 0.004, height * 0.11, 0), name="pages",
        **brief.of("page paper", "paper"),
    )  # fmt: skip
    if is_wired:
        _spiral(drawing, brief, (width, height, depth))
        return
    drawing.add(
        "box", (board, height * 0.99, depth), (-width / 2 + board * 0.45, height * 0.005, 0), name="spine", **cover
    )
    if brief.has("band", default="exercise" not in brief.words):
        band = brief.of("band strap", "fabric_grey")
        drawing.add(
            "box", (width * 0.035, board * 0.5, depth * 1.002), (width * 0.36, height - board * 0.2, 0), name="band",
            **band,
        )  # fmt: skip


def _spiral(drawing: Drawing, brief: Brief, size: tuple[float, float, float]) -> None:
    """Draw loops of wire along the left edge, through both covers."""
    width, height, depth = size
    wire = brief.of("wire spiral ring", "steel_polished")
    loops = brief.count("ring", 18, least=6, most=30)
    reach = height * 0.42
    for number in range(loops):
        z = depth * 0.93 * (number / (loops - 1) - 0.5)
        x, inner = -width / 2 - reach * 0.25, -width / 2 + height * 0.5
        loop = [
            (inner, height * 0.3, z), (inner, height * 0.9, z), ((x + inner) / 2, height + reach * 0.35, z),
            (x, height * 0.95, z), (x - reach * 0.3, height * 0.5, z), ((x + inner) / 2, height * 0.08, z),
        ]  # fmt: skip
        bent(drawing, loop, height * 0.09, wire, name="ring", is_closed=True)
