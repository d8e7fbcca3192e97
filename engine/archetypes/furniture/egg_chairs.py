"""Egg chairs: a shell that one sits in, on a swivel foot, or hung from a stand; the front is +z."""

from domain.materials import CATALOGUE
from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.furniture.frames import path_of
from engine.archetypes.register import archetype

_HUNG = frozenset({"hanging", "hang", "hung", "swing", "swinging", "suspended", "cocoon"})
_WOVEN = frozenset({"wicker", "bamboo"})


@archetype(
    "egg chair", "furniture", "chair",
    "egg chair, hanging chair, swing chair, hanging egg chair, egg swing chair, swinging chair, egg swing, "
    "hanging basket chair, cocoon chair, hanging pod chair, egg armchair, swing egg chair, hanging swing chair, "
    "hanging armchair, basket swing chair",
    about="A chair whose seat, back and sides are one egg-shaped shell, on a swivel foot or hung from a curved stand.",
    parts="shell, cushion, stand, foot, chain, basket",
)  # fmt: skip
def egg_chair(drawing: Drawing, brief: Brief) -> None:
    """Draw a shell on a swivel foot, or a woven basket that hangs from a curved stand."""
    if brief.words & _HUNG:
        _hung(drawing, brief)
    else:
        _on_foot(drawing, brief)


def _on_foot(drawing: Drawing, brief: Brief) -> None:
    width, height, depth = brief.box(0.86, 1.08, 0.8)
    shell = brief.of("chair shell seat body back upholstery", "fabric", is_main=True)
    pad = _cushion(brief, shell)
    metal = brief.of("foot base leg stand frame", "aluminium_polished")
    low, tall = height * 0.2, height * 0.8
    is_woven = shell["material"] in _WOVEN
    drawing.add("egg_shell", (width, tall, depth), (0, low, 0), name="shell", opening_deg=86.0, pitch_deg=40.0,
                wall_m=0.045, taper=-0.04, is_woven=is_woven, **shell)  # fmt: skip
    drawing.add("ball", (width * 0.62, 0.17, depth * 0.64), (0, low + tall * 0.085, 0.0), name="cushion", **pad)
    drawing.add("post", (0.06, low * 0.92, 0.06), (0, 0.03, 0), name="column", **metal)
    for number in range(4):
        drawing.add("bent_bar", (0.05, low * 0.42, width * 0.78), (0, 0, 0), turn=(0, 45.0 + 90 * number, 0),
                    path=path_of("0 -1 1, 0 -.4 .5, 0 1 0"), is_smooth=True, thickness_m=0.028, bar_m=0.05,
                    name="foot", **metal)  # fmt: skip


def _hung(drawing: Drawing, brief: Brief) -> None:
    width, height, depth = brief.box(1.06, 2.0, 1.06)
    shell = brief.of("chair shell seat basket body back", "wicker", is_main=True)
    pad = _cushion(brief, shell)
    stand = brief.of("stand frame foot base leg post", "paint_black")
    k, low, tall = height / 2.0, height * 0.17, height * 0.6
    wide, deep = width * 0.9, depth * 0.74
    is_woven = shell["material"] in _WOVEN
    drawing.add("egg_shell", (wide, tall, deep), (0, low, 0), name="shell", opening_deg=60.0, pitch_deg=8.0,
                wall_m=0.036 * k, taper=0.12, is_woven=is_woven, **shell)  # fmt: skip
    drawing.add("ball", (wide * 0.7, 0.26 * k, deep * 0.72), (0, low + tall * 0.02, 0), name="cushion", **pad)
    top = height - 0.02 * k
    chain = brief.of("chain rope", "steel_brushed")
    for number in range(_links(top, low + tall, k)):
        drawing.add("torus", (0.036 * k, 0.009 * k, 0.056 * k), (0, low + tall - 0.03 * k + 0.038 * k * number, 0),
                    turn=(90, 90.0 * (number % 2), 0), name="link", **chain)  # fmt: skip
    drawing.add("disc", (width, 0.03 * k, depth), edge=0.3, name="foot", **stand)
    back = depth / 2 - 0.05 * k
    drawing.add("bent_bar", (0.06 * k, height + 0.012 * k, back + 0.06 * k), (0, -0.012 * k, -back / 2),
                path=path_of("0 -1 -.9, 0 -.3 -1, 0 .5 -.95, 0 .92 -.5, 0 1 .2, 0 .93 1"), is_smooth=True,
                thickness_m=0.055 * k, name="stand", **stand)  # fmt: skip


def _links(top: float, low: float, k: float) -> int:
    return max(2, round((top - low) / (0.038 * k)))


def _cushion(brief: Brief, shell: Finish) -> Finish:
    """Return the finish of the cushion inside: cloth, of the shell's colour only where the shell is upholstered."""
    is_soft = CATALOGUE[shell["material"]].family in ("textile", "leather")
    pad = brief.of("cushion seat pillow", "fabric", is_accent=True)
    return shell if is_soft and pad == brief.finish(brief.style.material("fabric"), "") else pad
