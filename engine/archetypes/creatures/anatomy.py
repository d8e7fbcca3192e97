"""How creatures are drawn: bones of quadrupeds, parts of other colours, and the finish and size of the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.creatures.covering import BARE, covering
from engine.archetypes.creatures.stature import stature_m
from engine.archetypes.creatures.surface import wearer
from engine.archetypes.creatures.worn import wear
from engine.archetypes.drawing import Drawing, scaled
from engine.archetypes.objects.shaping import Bone, blend, chain, lifted, limb, lump, settle, sized, twins

Path = Sequence[tuple[float, float, float, float]]
EYE, HORN, HOOF = ("paint_black", ""), ("enamel_white", "#d8c9a4"), ("paint_black", "#3a322c")
_MADE_OF = {
    "steampunk": "bronze_aged", "art deco": "gold", "futuristic": "chrome", "industrial": "iron_cast",
    "rustic": "pine", "minimalist": "ceramic_white", "modern": "ceramic_white", "victorian": "porcelain",
    "gothic": "basalt", "scandinavian": "birch", "mid century": "teak", "japanese": "stoneware", "baroque": "gold_aged",
    "cyberpunk": "gunmetal", "bauhaus": "plastic_white", "contemporary": "stoneware",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """Bones of one colour that lie on the body."""

    bones: Sequence[Bone]
    material: str = ""
    color: str = ""  # none: a shade of the coat
    soft: float = 0.5
    sole: float = 0.0  # the share of its height that is cut off flat below


@dataclass(frozen=True, slots=True)
class Form:
    """A creature as bones in its own unit: the body, its other parts by name, and how softly joints flow."""

    body: Sequence[Bone]
    coat: str
    soft: float
    tall_m: float
    parts: Mapping[str, Part] = field(default_factory=dict)
    base: tuple[float, float] | None = None  # width and depth of a stand, in the unit of the bones
    material: str = ""  # none: what such a creature is covered with
    sole: float = 0.012
    fineness: float = 1.05


def coat_of(brief: Brief, form: Form, name: str, words: str = "body fur coat skin") -> tuple[Finish, bool]:
    """Return the finish of a creature's body, and whether it is the natural one."""
    own = form.material or covering(name, brief)
    coat = brief.of(words, _MADE_OF.get(brief.style_name, own), is_main=True)
    is_natural = brief.style_name not in _MADE_OF and coat == brief.finish(own, "")
    return (brief.finish(own, form.coat) if is_natural else coat), is_natural


def creature(drawing: Drawing, brief: Brief, form: Form, *, words: str = "body fur coat skin") -> None:
    """Draw a creature: a blended body, its parts in their colours, on a stand where it has one, in its size."""
    coat, is_natural = coat_of(brief, form, drawing.name, words)
    stand = form.base
    blend(drawing, "body", form.body, coat, soft=form.soft, fineness=form.fineness, sole=0.0 if stand else form.sole)
    for name, part in form.parts.items():
        finish = part_finish(brief, name, part, coat, is_natural=is_natural)
        blend(drawing, name, part.bones, finish, soft=form.soft * part.soft, sole=part.sole)
    bare = drawing.top - min(thing.position.y for thing in drawing.objects)
    if "eye" in form.parts:
        wear(drawing, brief, wearer(form.body, form.parts["eye"].bones, _clothes(form)), form.parts)
    settle(drawing)
    if stand:
        _stand(drawing, brief, stand, max(stand) * 0.07)
        bare += max(stand) * 0.07 * 0.9
    to_size(drawing, brief, form.tall_m, bare)


def _clothes(form: Form) -> list[Bone]:
    """Return the bones of what lies on the body and is part of its outline."""
    return [bone for name in ("hair", "shirt", "dress", "robe", "wool", "mane") if name in form.parts
            for bone in form.parts[name].bones]  # fmt: skip


def part_finish(brief: Brief, name: str, part: Part, coat: Finish, *, is_natural: bool) -> Finish:
    """Return what a part is made of: what the text says, its own colour, or a shade of the coat."""
    key = name.split("_", maxsplit=1)[0]
    if key in brief.part_materials or key in brief.part_colors:
        return brief.of(key, part.material or coat["material"])
    brief.of(key, part.material or coat["material"])  # so that its finish can be asked for
    if key in ("eye", "nose", "pupil") and part.material:
        return Finish(material=part.material, color=part.color)
    if part.material and (is_natural or _is_alive(brief, coat)):
        return brief.finish(part.material, part.color)
    if not is_natural:
        return coat
    if key in BARE and coat["material"] in ("fur", "feathers"):
        return brief.finish("hide", part.color or coat["color"])
    return brief.finish(coat["material"], part.color or coat["color"])


def _is_alive(brief: Brief, coat: Finish) -> bool:
    """Return whether only the colour of a coat is said: a black hen has a red comb, one of bronze has it of bronze."""
    return brief.style_name not in _MADE_OF and coat["material"] in ("fur", "feathers", "hide")


def to_size(drawing: Drawing, brief: Brief, tall_m: float, bare: float = 0.0) -> None:
    """Scale what stands on the ground to its natural height, or to the size that the text asks for.

    `bare` is how tall it is without its hat.
    """
    tall_m = stature_m(brief, tall_m)
    drawing.objects[:] = scaled(drawing.objects, tall_m / (bare or drawing.top))
    sides = [
        (thing.position.x, thing.dimensions.width, thing.position.z, thing.dimensions.depth)
        for thing in drawing.objects
    ]
    width = max(x + w / 2 for x, w, _, _ in sides) - min(x - w / 2 for x, w, _, _ in sides)
    depth = max(z + d / 2 for _, _, z, d in sides) - min(z - d / 2 for _, _, z, d in sides)
    sized(drawing, brief, (width, tall_m, depth))


def _stand(drawing: Drawing, brief: Brief, size: tuple[float, float], high: float) -> None:
    drawing.objects[:] = lifted(drawing, high * 0.9)
    drawing.add("disc", (size[0], high, size[1]), name="base", edge=0.2, **brief.of("base stand", "wood"))


@dataclass(frozen=True, slots=True)
class Beast:
    """A four-legged body in metres: its trunk along z at a height, and what hangs on it."""

    long: float
    high: float
    chest: float
    rump: float
    leg: float
    neck: Path
    head: float
    muzzle: Path
    tail: Path = ()
    squash: float = 0.82
    paw: float = 1.25
    bend: float = 1.0  # how much the hind legs angle back


def beast(form: Beast) -> list[Bone]:
    """Return the bones of a four-legged body."""
    front, back = form.long * 0.42, -form.long * 0.42
    wide = 0.62 * form.chest
    slim = (form.squash, 1.0, 1.0)
    knee, foot = form.high * 0.46, form.leg * form.paw
    hock = back - 0.09 * form.high * form.bend
    legs = [
        limb((wide, form.high - form.chest * 0.3, front), form.leg * 1.75, (wide, knee, front), form.leg * 1.05),
        limb((wide, knee, front), form.leg * 1.05, (wide, foot * 0.8, front), form.leg * 0.8),
        lump((wide, foot * 0.72, front + form.leg * 0.45), foot, (1.0, 0.72, 1.25)),
        limb((wide, form.high - form.rump * 0.2, back), form.leg * 2.3, (wide, knee * 1.05, back), form.leg * 1.25),
        limb((wide, knee * 1.05, back), form.leg * 1.1, (wide, knee * 0.68, hock), form.leg * 0.9),
        limb((wide, knee * 0.68, hock), form.leg * 0.9, (wide, foot * 0.8, hock + 0.04 * form.high), form.leg * 0.78),
        lump((wide, foot * 0.72, hock + 0.04 * form.high + form.leg * 0.45), foot, (1.0, 0.72, 1.25)),
    ]
    x, y, z, _ = form.neck[-1]
    return [
        limb((0, form.high, form.long * 0.38), form.chest, (0, form.high, -form.long * 0.38), form.rump, slim),
        *chain([(0, form.high + form.chest * 0.15, form.long * 0.42, form.chest * 0.72), *form.neck], slim),
        lump((x, y, z), form.head, (0.88, 1.0, 1.0)),
        *chain([(x, y, z, form.head * 0.85), *form.muzzle]),
        *(chain([(0, form.high + form.rump * 0.35, -form.long * 0.38 - form.rump * 0.7, form.tail[0][3]), *form.tail])
          if form.tail else []),
        *twins(*legs),
    ]  # fmt: skip


def eyes(x: float, y: float, z: float, radius: float) -> Part:
    """Return a pair of dark eyes."""
    return Part(twins(lump((x, y, z), radius, (0.8, 1.0, 0.8))), *EYE)
