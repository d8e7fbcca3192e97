"""Plain solids: cube, sphere, cylinder, cone, torus and their kin."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import form_by, has
from engine.archetypes.objects.shaping import cut, sized, spin
from engine.archetypes.ornament import dress
from engine.archetypes.register import archetype

_KINDS = {
    "sphere globule": "sphere", "cylinder tube": "cylinder", "cone": "cone", "torus toroid": "torus",
    "pyramid tetrahedron": "pyramid", "prism": "prism", "capsule": "capsule", "ellipsoid": "ellipsoid",
    "hemisphere": "hemisphere", "octahedron": "octahedron", "heart": "heart", "star": "star", "cuboid slab": "cuboid",
    "hexagon": "hexagon", "rock stone pebble boulder": "rock", "wedge": "wedge",
}  # fmt: skip
_SIZES = {
    "torus": (0.4, 0.12, 0.4), "cylinder": (0.3, 0.4, 0.3), "cone": (0.3, 0.4, 0.3), "capsule": (0.2, 0.44, 0.2),
    "ellipsoid": (0.42, 0.28, 0.28), "hemisphere": (0.4, 0.2, 0.4), "cuboid": (0.5, 0.3, 0.3), "prism": (0.3, 0.26,
    0.4),
    "hexagon": (0.346, 0.3, 0.3), "octahedron": (0.3, 0.4, 0.3), "heart": (0.36, 0.34, 0.1), "star": (0.38, 0.36, 0.08),
    "wedge": (0.3, 0.25, 0.4),
}  # fmt: skip


@archetype(
    "solid", "object", "solid",
    "cube, sphere, cylinder, cone, torus, prism, solid, geometric solid, geometric shape, primitive, cuboid, "
    "ellipsoid, "
    "hemisphere, octahedron, tetrahedron, capsule shape, rectangular block, platonic solid, würfel form, kugel, "
    "zylinder, "
    "sphère, cilindro, esfera, torus ring, toroid, hexagonal prism, triangular prism, geometric cube, "
    "hollow cube, "
    "heart shape, star shape, heart, 3d star, orb, wedge shape, square pyramid, pyramid shape, simple cube",
    about="A plain geometric solid: a cube, sphere, cylinder, cone, torus, prism or pyramid.",
    parts="edge, body, surface", features="hollow",
)  # fmt: skip
def solid(drawing: Drawing, brief: Brief) -> None:
    """Draw one plain solid of the size that is asked for, with the style's edges and ornament."""
    kind = form_by(brief, _KINDS, "sphere" if has(brief, "kugel sphère esfera orb") else "cube")
    kind = "cylinder" if has(brief, "zylinder cilindro") else "cone" if has(brief, "kegel") else kind
    natural = _SIZES.get(kind, (0.3, 0.3, 0.3))
    body = brief.of("body surface solid", "body", is_main=True)
    if kind == "sphere" and brief.sizes.get("diameter"):
        across = brief.sizes["diameter"]
        return _draw(drawing, brief, kind, (across, across, across), body)
    if kind in ("torus", "heart", "star", "octahedron", "capsule"):
        _draw(drawing, brief, kind, natural, body)
        return sized(drawing, brief, natural)
    size = _full(brief, natural)
    return _draw(drawing, brief, kind, size, body)


def _full(brief: Brief, natural: tuple[float, float, float]) -> tuple[float, float, float]:
    """Return the size: one stated side alone sets the others in proportion."""
    stated = {name for name in brief.sizes if name in ("width", "height", "depth")}
    return brief.box(*natural, keeps_shape=len(stated) < 2)


def _draw(drawing: Drawing, brief: Brief, kind: str, size: tuple[float, float, float], body: Finish) -> None:
    width, height, _ = size
    edge = 0.008 * brief.style.edge * min(size) / 0.3
    if kind in ("cube", "cuboid"):
        dress(drawing, brief, drawing.add("box", size, radius_m=edge, name=kind, **body), "front")
    elif kind in ("sphere", "ellipsoid"):
        drawing.add("ball", size, name=kind, **body)
    elif kind == "cylinder":
        drawing.add("post", size, edge=2 * edge / min(width, height), name=kind, **body)
    elif kind == "cone":
        drawing.add("cone", size, name=kind, top=0.01, **body)
    elif kind == "hemisphere":
        drawing.add("dome", size, name=kind, **body)
    elif kind == "torus":
        drawing.add("torus", size, name=kind, **body)
    elif kind in ("pyramid", "octahedron"):
        _pointed(drawing, kind, size, body, 3 if has(brief, "tetrahedron") else 4)
    elif kind == "capsule":
        profile = [(0.1 * sin(a), 0.1 - 0.1 * cos(a)) for a in (0.05 + 1.52 * n / 10 for n in range(11))]
        profile += [(r, 0.44 - y) for r, y in reversed(profile)]
        spin(drawing, kind, profile, body, is_flowing=False)
    else:
        _cut(drawing, brief, kind, size, body)


def _pointed(drawing: Drawing, kind: str, size: tuple[float, float, float], body: Finish, sides: int) -> None:
    width, height, depth = size
    half = height / 2 if kind == "octahedron" else height
    if kind == "octahedron":
        drawing.add(
            "facetted", (width, height, depth), profile=[0.001, 0.0, 1.0, 0.5, 0.001, 1.0], sides=4, name=kind, **body
        )
        drawing.add("box", (width * 0.3, 0.02, depth * 0.3), radius_m=0.003, name="base", **body)
    else:
        drawing.add("facetted", (width, half, depth), profile=[1.0, 0.0, 0.001, 1.0], sides=sides, name=kind, **body)


def _cut(drawing: Drawing, brief: Brief, kind: str, size: tuple[float, float, float], body: Finish) -> None:
    """Draw a solid that is cut from a board: prism, hexagon, wedge, heart, star."""
    width, height, depth = size
    if kind in ("prism", "wedge"):
        tip = 0.0 if kind == "prism" else -width / 2
        line = [(-width / 2, 0.0), (width / 2, 0.0), (tip, height)]
        if has(brief, "hexagonal"):
            line = [
                (width / 2 * x, height * y) for x, y in ((-0.5, 0), (0.5, 0), (1, 0.5), (0.5, 1), (-0.5, 1), (-1, 0.5))
            ]
        cut(drawing, kind, line, depth, body, bevel_m=0.004)
    elif kind == "hexagon":
        line = [(width / 2 * x, height * y) for x, y in ((-0.5, 0), (0.5, 0), (1, 0.5), (0.5, 1), (-0.5, 1), (-1, 0.5))]
        cut(drawing, kind, line, depth, body, bevel_m=0.004)
    elif kind == "heart":
        line = []
        for number in range(40):
            t = 2 * pi * number / 40
            line.append(
                (0.011 * 16 * sin(t) ** 3, 0.22 + 0.0105 * (13 * cos(t) - 5 * cos(2 * t) - 2 * cos(3 * t) - cos(4 * t)))
            )
        cut(drawing, kind, line, depth, body, bevel_m=0.035)
        drawing.add("post", (0.1, 0.05, 0.1), edge=0.1, name="base", **brief.of("base", "metal"))
    elif kind == "rock":
        drawing.add("bush", (width * 1.3, height * 0.7, depth), seed=7, name=kind, **body)
    else:
        line = []
        for number in range(10):
            t, out = pi * number / 5, 0.19 if number % 2 == 0 else 0.082
            line.append((out * sin(t), 0.19 + out * cos(t)))
        cut(drawing, kind, line, depth, body, bevel_m=0.012)
        drawing.add("box", (0.26, 0.045, 0.11), radius_m=0.006, name="base", **brief.of("base", "metal"))
