"""More animals as bones, metres: hedgehog, kangaroo, seal. x to the right, y up, nose to +z."""

from math import cos, radians, sin

from engine.archetypes.objects.fauna import Animal
from engine.archetypes.objects.shaping import Bone, chain, limb, lump, twins


def hedgehog() -> Animal:
    """Return a hedgehog: a pale face and belly under a dome of spines."""
    body = [
        lump((0, 0.05, 0.0), 0.05, (0.95, 0.86, 1.2)), limb((0, 0.048, 0.05), 0.032, (0, 0.036, 0.085), 0.014),
        lump((0, 0.034, 0.096), 0.009),
        *twins(lump((0.026, 0.0095, 0.035), 0.012, (1, 0.8, 1.3)), lump((0.028, 0.0095, -0.035), 0.012, (1, 0.8, 1.3)),
               lump((0.026, 0.072, 0.052), 0.011, (1, 1, 0.5))),
    ]  # fmt: skip
    spines: list[Bone] = [lump((0, 0.058, -0.008), 0.056, (0.98, 0.86, 1.12))]
    for ring in range(1, 7):
        lean = radians(14 * ring)
        for number in range(4 + 3 * ring):
            turn = radians(360 * (number + 0.5 * (ring % 2)) / (4 + 3 * ring))
            side, up, along = sin(lean) * sin(turn), cos(lean), sin(lean) * cos(turn)
            if along > 0.78 or 0.058 + 0.05 * up < 0.03:
                continue
            root = (0.05 * side, 0.056 + 0.044 * up, -0.008 + 0.056 * along)
            tip = (0.068 * side, 0.056 + 0.064 * up, -0.02 + 0.072 * along)
            spines.append(limb(root, 0.0052, tip, 0.0012))
    eyes = twins(lump((0.0165, 0.056, 0.0722), 0.0052))
    nose = [lump((0, 0.0365, 0.1045), 0.007)]
    return Animal(body, {"mane": spines, "eye": eyes, "nose": nose}, 0.008, (0.14, 0.12, 0.2))


def kangaroo() -> Animal:
    """Return a kangaroo that stands upright on its long feet and its tail."""
    body = [
        limb((0, 0.1, -0.02), 0.058, (0, 0.19, 0.0), 0.04), limb((0, 0.19, 0.0), 0.038, (0, 0.255, 0.02), 0.02),
        lump((0, 0.275, 0.03), 0.026, (0.9, 1, 1.1)), limb((0, 0.27, 0.045), 0.017, (0, 0.258, 0.078), 0.01),
        *twins(
            lump((0.042, 0.09, -0.01), 0.042, (0.7, 1.15, 1.1)), limb((0.046, 0.075, 0.005), 0.024, (0.046, 0.03,
                -0.035), 0.012),
            limb((0.046, 0.012, -0.04), 0.012, (0.046, 0.01, 0.06), 0.0095),
            limb((0.034, 0.195, 0.02), 0.013, (0.04, 0.155, 0.045), 0.009), limb((0.04, 0.155, 0.045), 0.009, (0.03,
                0.135, 0.068), 0.0075),
            limb((0.012, 0.295, 0.022), 0.009, (0.027, 0.345, 0.018), 0.006, (1, 1, 0.6)),
        ),
        *chain([(0, 0.075, -0.06, 0.034), (0, 0.035, -0.12, 0.021), (0, 0.014, -0.19, 0.0135), (0, 0.0125, -0.26,
            0.008)]),
    ]  # fmt: skip
    belly = [lump((0, 0.12, 0.028), 0.036, (0.9, 1.4, 0.62))]
    eyes = twins(lump((0.0195, 0.284, 0.048), 0.0045))
    nose = [lump((0, 0.263, 0.0865), 0.0055)]
    return Animal(body, {"belly": belly, "eye": eyes, "nose": nose}, 0.016, (0.13, 0.35, 0.36))


def seal() -> Animal:
    """Return a seal that lies with its head raised and its tail turned up."""
    body = [
        *chain([(0, 0.052, -0.14, 0.028), (0, 0.055, -0.05, 0.052), (0, 0.06, 0.03, 0.058), (0, 0.1, 0.085, 0.046),
                (0, 0.15, 0.11, 0.036)]),
        lump((0, 0.168, 0.122), 0.037), lump((0, 0.157, 0.152), 0.019, (1.3, 0.85, 1.0)),
        *twins(
            limb((0.05, 0.035, 0.05), 0.017, (0.105, 0.0085, 0.025), 0.013, (1.0, 0.6, 1.4)),
            limb((0.012, 0.05, -0.15), 0.014, (0.04, 0.062, -0.21), 0.013, (1.2, 0.5, 1.0)),
        ),
    ]  # fmt: skip
    eyes = twins(lump((0.0175, 0.178, 0.1525), 0.0068))
    nose = [lump((0, 0.165, 0.1705), 0.0062, (1.3, 0.8, 0.8))]
    return Animal(body, {"eye": eyes, "nose": nose}, 0.02, (0.22, 0.2, 0.38))
