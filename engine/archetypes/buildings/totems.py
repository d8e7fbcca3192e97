"""Totem poles: carved faces one above the other, the topmost with spread wings; the front is +z."""

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import is_told, plain, usual
from engine.archetypes.objects.shaping import blend as blended
from engine.archetypes.objects.shaping import cut, limb, lump, sized, spin, twins
from engine.archetypes.register import archetype

_TALL_M, _RADIUS_M = 1.05, 0.38
_PAINTS = ("#b3321f", "#1f6f6b", "#d99a26", "#22252b", "#2c5a8f")
_PALE = "#efe6d2"


@archetype(
    "totem pole", "building", "landmark",
    "totem pole, totem, carved totem, tiki pole, tiki totem, tiki statue, totempfahl, mât totémique, tótem, "
    "story pole, spirit pole",
    hints="carved faces, native carving, tiki",
    about="A totem pole: a tall trunk carved with painted animal faces one above the other, wings spread at the top.",
    parts="face, wing, beak, eye, base, mouth, nose, body, pole, trunk, ear", features="wing, beak",
)  # fmt: skip
def totem_pole(drawing: Drawing, brief: Brief) -> None:
    """Draw a trunk in as many carved faces as asked for, each of another kind, and a winged bird at the top."""
    wood = brief.of("pole body trunk wood", "cedar" if brief.style_name == "realistic" else "wood", is_main=True)
    count = brief.count("face", 4, least=1, most=8)
    spin(drawing, "base", [(0.52, 0.0), (0.5, 0.2), (0.44, 0.24)], usual(brief, "base", "granite", "", is_main=False))
    for number in range(count):
        _face(drawing, brief, wood, 0.22 + _TALL_M * number, number, is_top=number == count - 1)
    top = 0.22 + _TALL_M * count
    spin(drawing, "crest", [(_RADIUS_M * 0.98, top - 0.03), (_RADIUS_M * 0.9, top + 0.1), (_RADIUS_M * 0.55, top + 0.2),
         (0.05, top + 0.25)], wood, is_flowing=True)  # fmt: skip
    if brief.has("wing", default=True):
        _wings(drawing, brief, top - _TALL_M * 0.42)
    sized(drawing, brief, (3.2, top + 0.25, 1.2))


def _paint(brief: Brief, parts: str, number: int) -> Finish:
    """Return a painter's colour for a carved part; a pole that has one material or colour is not painted else."""
    own = set(parts.split()) & (brief.part_materials.keys() | brief.part_colors.keys())
    if own or (is_told(brief, "pole body trunk wood", is_main=True) and number % 2):
        return brief.of(parts, "cedar", is_main=not own)
    return usual(brief, parts, "paint_white", _PAINTS[number % len(_PAINTS)], is_main=False)


def _face(drawing: Drawing, brief: Brief, wood: Finish, y: float, number: int, *, is_top: bool) -> None:
    """Draw a length of the trunk with brows, eyes, and a beak, a muzzle or a broad nose over an open mouth."""
    radius = _RADIUS_M
    spin(drawing, "trunk", [(radius * 0.9, y), (radius, y + 0.08), (radius * 1.02, y + _TALL_M * 0.6),
         (radius * 0.96, y + _TALL_M * 0.92), (radius * 0.88, y + _TALL_M)], wood, is_flowing=True)  # fmt: skip
    band = _paint(brief, "band ring", number)
    drawing.add("rounded_ring", (radius * 2.02, 0.07, radius * 2.02), (0, y + _TALL_M - 0.05, 0), section=0.1,
                name="band", **band)  # fmt: skip
    _eyes(drawing, brief, y, number)
    if is_top and brief.has("beak", default=True):
        return _beak(drawing, brief, y)
    if number % 3 == 1:
        _muzzle(drawing, brief, y, number)
    else:
        _nose(drawing, brief, y, number)
    _mouth(drawing, brief, y, number)
    return _ears(drawing, wood, y) if number % 2 else _hands(drawing, wood, y)


def _eyes(drawing: Drawing, brief: Brief, y: float, number: int) -> None:
    """Draw two ringed eyes under heavy brows."""
    pale, dark = usual(brief, "eye", "paint_white", _PALE, is_main=False), plain("paint_black")
    brow = _paint(brief, "brow", number + 3)
    for side in (-1, 1):
        x, z = side * 0.165, _RADIUS_M * 0.87
        drawing.add("ball", (0.25, 0.2, 0.14), (x, y + 0.58, z - 0.03), turn=(0, side * 24, 0), name="eye", **pale)
        drawing.add(
            "ball", (0.11, 0.12, 0.09), (x * 1.04, y + 0.62, z + 0.02), turn=(0, side * 24, 0), name="pupil", **dark
        )
    blended(drawing, "brow", twins(limb((0.06, y + 0.81, _RADIUS_M * 1.0), 0.055, (0.3, y + 0.87, _RADIUS_M * 0.74),
            0.05)), brow, soft=0.03)  # fmt: skip


def _beak(drawing: Drawing, brief: Brief, y: float) -> None:
    """Draw a hooked beak."""
    horn = _paint(brief, "beak", 2)
    blended(drawing, "beak", [
        limb((0, y + 0.5, 0.3), 0.13, (0, y + 0.5, 0.56), 0.1),
        limb((0, y + 0.5, 0.56), 0.1, (0, y + 0.42, 0.74), 0.06),
        limb((0, y + 0.42, 0.74), 0.06, (0, y + 0.3, 0.77), 0.022),
    ], horn, soft=0.06)  # fmt: skip
    blended(drawing, "beak", [limb((0, y + 0.34, 0.3), 0.08, (0, y + 0.32, 0.6), 0.04)], horn, soft=0.02)


def _nose(drawing: Drawing, brief: Brief, y: float, number: int) -> None:
    bones = [limb((0, y + 0.68, 0.36), 0.045, (0, y + 0.46, 0.44), 0.07), *twins(lump((0.07, y + 0.45, 0.4), 0.06))]
    blended(drawing, "nose", bones, _paint(brief, "nose", number + 1), soft=0.04)


def _muzzle(drawing: Drawing, brief: Brief, y: float, number: int) -> None:
    bones = [limb((0, y + 0.5, 0.28), 0.17, (0, y + 0.46, 0.5), 0.13)]
    blended(drawing, "muzzle", bones, _paint(brief, "nose muzzle", number + 1), soft=0.04)
    drawing.add("ball", (0.13, 0.09, 0.09), (0, y + 0.49, 0.59), name="snout", **plain("paint_black"))


def _mouth(drawing: Drawing, brief: Brief, y: float, number: int) -> None:
    """Draw an open mouth: lips round a row of teeth."""
    lips, z = _paint(brief, "mouth lip", number), _RADIUS_M
    drawing.add("ball", (0.6, 0.3, 0.34), (0, y + 0.09, z - 0.1), name="mouth", **lips)
    drawing.add("ball", (0.46, 0.19, 0.32), (0, y + 0.145, z - 0.07), name="throat", **plain("paint_black"))
    for place in range(5):
        x = (place - 2) * 0.066
        drawing.add("box", (0.058, 0.065, 0.06), (x, y + 0.245, z + 0.068 - 1.6 * x * x), radius_m=0.012, name="tooth",
                    **plain("paint_white", _PALE))  # fmt: skip


def _ears(drawing: Drawing, wood: Finish, y: float) -> None:
    bones = twins(limb((0.3, y + 0.82, 0.06), 0.09, (0.38, y + 1.0, 0.06), 0.05))
    blended(drawing, "ear", bones, wood, soft=0.03)


def _hands(drawing: Drawing, wood: Finish, y: float) -> None:
    """Draw folded arms at both sides of the mouth."""
    bones = twins(limb((0.36, y + 0.5, 0.05), 0.075, (0.4, y + 0.2, 0.12), 0.07),
                  limb((0.4, y + 0.2, 0.12), 0.07, (0.28, y + 0.12, 0.32), 0.06))  # fmt: skip
    blended(drawing, "arm", bones, wood, soft=0.03)


def _wings(drawing: Drawing, brief: Brief, y: float) -> None:
    """Draw spread wings cut from boards: the wing, and its feathers on it in another paint."""
    wing, feather = _paint(brief, "wing", 4), _paint(brief, "feather", 0)
    for side in (-1, 1):
        outline = [(side * px, y + py) for px, py in
                   ((0.3, -0.36), (0.32, 0.3), (0.8, 0.5), (1.6, 0.46), (1.56, 0.1), (1.26, 0.0), (1.22, -0.22),
                    (0.9, -0.24), (0.84, -0.46), (0.52, -0.44))]  # fmt: skip
        cut(drawing, "wing", outline[::side], 0.1, wing, at=(0, 0, -0.05), bevel_m=0.015)
        for number in range(3):
            x = 0.52 + 0.34 * number
            feathers = [
                (side * px, y + py)
                for px, py in (
                    (x, 0.28),
                    (x + 0.26, 0.32),
                    (x + 0.24, -0.02),
                    (x + 0.11, -0.2 + 0.08 * number),
                    (x, -0.02),
                )
            ]
            cut(drawing, "feather", feathers[::side], 0.13, feather, at=(0, 0, -0.05), bevel_m=0.01)
