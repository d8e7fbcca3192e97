"""Cats and dogs that sit, lie and sleep, as bones, metres: x to the right, y up from the ground, nose to +z."""

from collections.abc import Mapping, Sequence
from math import cos, radians, sin

from engine.archetypes.brief import Triple
from engine.archetypes.objects.fauna import Animal, cat, dog
from engine.archetypes.objects.shaping import Bone, chain, limb, lump, twins

_CAT_M, _DOG_M = cat().size[1], dog().size[1]
_LID = (1.1, 0.28, 0.6)  # an eye that is shut


def sitting_dog() -> Animal:
    """Return a dog that sits on its haunches, its front legs straight."""
    head, parts = _dog_head((0.0, 0.004, -0.062))
    body = [
        lump((0, 0.06, -0.052), 0.052, (0.95, 0.98, 1.05)), limb((0, 0.075, -0.04), 0.05, (0, 0.14, 0.008), 0.042),
        limb((0, 0.15, 0.012), 0.037, (0, 0.2, 0.042), 0.028, (0.9, 1.0, 1.0)), *head,
        *twins(
            limb((0.026, 0.13, 0.022), 0.02, (0.025, 0.016, 0.04), 0.0125), lump((0.025, 0.0115, 0.05), 0.0145,
                (0.95, 0.8, 1.35)),
            lump((0.043, 0.048, -0.03), 0.037, (0.62, 1.15, 1.15)), lump((0.045, 0.0115, 0.012), 0.0145,
                (0.95, 0.8, 1.9)),
        ),
        *chain([(0, 0.03, -0.1, 0.012), (0.02, 0.014, -0.135, 0.0105), (0.055, 0.012, -0.15, 0.008),
                (0.08, 0.012, -0.14, 0.005)]),
    ]  # fmt: skip
    return Animal(body, parts, 0.018, (0.11, 0.255, 0.28), upright_m=_DOG_M)


def lying_dog() -> Animal:
    """Return a dog that lies on its belly with its head up, its front legs stretched out."""
    return _on_its_belly((0.0, -0.072, -0.012), is_asleep=False)


def sleeping_dog() -> Animal:
    """Return a dog that lies with its head on its front legs, its eyes shut."""
    return _on_its_belly((0.0, -0.158, 0.02), is_asleep=True)


def lying_cat() -> Animal:
    """Return a cat that lies with its paws under it, its tail along its side."""
    head, parts = _cat_head((0.0, -0.07, 0.036))
    body = [
        limb((0, 0.054, -0.055), 0.053, (0, 0.056, 0.02), 0.046, (1.02, 0.98, 1.0)),
        limb((0, 0.075, 0.035), 0.034, (0, 0.1, 0.06), 0.026), *head,
        *twins(lump((0.045, 0.04, -0.055), 0.036, (0.72, 1.05, 1.15)),
               limb((0.03, 0.013, 0.03), 0.0135, (0.021, 0.0125, 0.088), 0.0125, (1.0, 0.9, 1.0))),
        *chain([(0.03, 0.016, -0.105, 0.0115), (0.062, 0.013, -0.085, 0.011), (0.075, 0.012, -0.035, 0.0105),
                (0.07, 0.012, 0.02, 0.009)]),
    ]  # fmt: skip
    return Animal(body, parts, 0.016, (0.16, 0.165, 0.25), upright_m=_CAT_M)


def sleeping_cat() -> Animal:
    """Return a cat that sleeps curled up, its chin on its tail."""
    ring = [(-120, 0.048, 0.047, 0.045), (-60, 0.05, 0.05, 0.05), (0, 0.054, 0.05, 0.05), (55, 0.052, 0.048, 0.046),
            (105, 0.05, 0.046, 0.038)]  # fmt: skip
    arc = [(-out * cos(radians(turn)), up, -out * sin(radians(turn)), thick) for turn, out, up, thick in ring]
    head, parts = _cat_head((0.0, -0.152, 0.0), is_asleep=True)
    turned = [_turned(bone, 0.072, -0.016, 52.0) for bone in head]
    lids = {name: [_turned(bone, 0.072, -0.016, 52.0) for bone in bones] for name, bones in parts.items()}
    tail = chain([(0.03, 0.02, 0.085, 0.0125), (0.07, 0.014, 0.075, 0.012), (0.1, 0.0125, 0.045, 0.0115),
                  (0.108, 0.0125, 0.01, 0.009)])  # fmt: skip
    paw = [limb((0.03, 0.0135, -0.03), 0.014, (0.078, 0.0125, -0.015), 0.0125)]
    return Animal([*chain(arc), *turned, *tail, *paw], lids, 0.014, (0.2, 0.11, 0.2), upright_m=_CAT_M, wears=False)


def _on_its_belly(head_at: Triple, *, is_asleep: bool) -> Animal:
    head, parts = _dog_head(head_at, is_asleep=is_asleep)
    up = head_at[1] + 0.158
    body = [
        limb((0, 0.048, 0.05), 0.044, (0, 0.046, -0.08), 0.044, (0.92, 1.0, 1.0)),
        limb((0, 0.06, 0.065), 0.036, (0, 0.05 + up, 0.105 + head_at[2]), 0.028, (0.9, 1.0, 1.0)), *head,
        *twins(
            lump((0.042, 0.042, -0.075), 0.037, (0.62, 1.08, 1.2)), lump((0.052, 0.0125, -0.03), 0.0145,
                (0.95, 0.85, 1.9)),
            limb((0.032, 0.03, 0.055), 0.02, (0.034, 0.0135, 0.085), 0.014),
            limb((0.034, 0.0135, 0.085), 0.0135, (0.03, 0.0125, 0.165), 0.0125),
            lump((0.03, 0.0115, 0.175), 0.0145, (0.95, 0.8, 1.35)),
        ),
        *chain([(0, 0.03, -0.12, 0.012), (0.015, 0.014, -0.155, 0.0105), (0.045, 0.012, -0.185, 0.008),
                (0.075, 0.012, -0.19, 0.005)]),
    ]  # fmt: skip
    return Animal(body, parts, 0.018, (0.12, 0.1 + up, 0.38), upright_m=_DOG_M, wears=not is_asleep)


def _dog_head(at: Triple, *, is_asleep: bool = False) -> tuple[list[Bone], dict[str, Sequence[Bone]]]:
    """Return the head of a standing dog, moved, and its ears, eyes and nose."""
    kin = dog().parts
    head = [lump((0, 0.222, 0.118), 0.036, (0.95, 0.95, 1.0)), limb((0, 0.21, 0.14), 0.021, (0, 0.203, 0.176), 0.0155)]
    return _head(head, kin, at, is_asleep=is_asleep)


def _cat_head(at: Triple, *, is_asleep: bool = False) -> tuple[list[Bone], dict[str, Sequence[Bone]]]:
    """Return the head of a sitting cat, moved, with its ears, and its eyes and nose."""
    head = [
        lump((0, 0.186, 0.034), 0.036, (1.1, 0.95, 1.0)), lump((0, 0.176, 0.062), 0.014, (1.25, 0.8, 1.0)),
        *twins(limb((0.022, 0.206, 0.026), 0.0125, (0.029, 0.233, 0.024), 0.0025, (1.0, 1.0, 0.62))),
    ]  # fmt: skip
    return _head(head, cat().parts, at, is_asleep=is_asleep)


def _head(
    bones: Sequence[Bone], parts: Mapping[str, Sequence[Bone]], at: Triple, *, is_asleep: bool
) -> tuple[list[Bone], dict[str, Sequence[Bone]]]:
    moved: dict[str, Sequence[Bone]] = {name: [_moved(bone, at) for bone in ones] for name, ones in parts.items()}
    if is_asleep:
        moved["eye"] = [(*bone[:4], _LID) for bone in moved["eye"]]
    return [_moved(bone, at) for bone in bones], moved


def _moved(bone: Bone, by: Triple) -> Bone:
    (ax, ay, az), ra, (bx, by_, bz), rb, squash = bone
    x, y, z = by
    return ((ax + x, ay + y, az + z), ra, (bx + x, by_ + y, bz + z), rb, squash)


def _turned(bone: Bone, x: float, z: float, degrees_y: float) -> Bone:
    """Return a bone turned about the upright axis through the origin, and moved over the ground."""
    c, s = cos(radians(degrees_y)), sin(radians(degrees_y))
    (ax, ay, az), ra, (bx, by, bz), rb, squash = bone
    start, end = (c * ax + s * az + x, ay, -s * ax + c * az + z), (c * bx + s * bz + x, by, -s * bx + c * bz + z)
    return (start, ra, end, rb, squash)
