"""Low things on a flat face that looks to +z: studs, buttons, ribs; each lies between z = −depth/2 and +depth/2."""

from engine.parts.detail import Detail
from engine.parts.solids import Solid, moved, turned
from engine.parts.turning import spun

_STUDS = {
    "dome": [(1.0, 0.0), (1.0, 0.45), (0.7, 0.88), (0.02, 1.0)],
    "hex": [(1.0, 0.0), (1.0, 0.86), (0.88, 1.0)],
    "nail": [(1.0, 0.0), (1.0, 0.5), (0.02, 1.0)],
    "screw": [(1.0, 0.0), (1.0, 0.7), (0.8, 1.0)],
}
_SIDES = {"hex": 6, "nail": 4}


def stud(radius: float, depth: float, form: str, detail: Detail) -> Solid:
    """Return one stud around the z axis: `dome` (rivet), `hex` (bolt head), `nail` (forged) or `screw`."""
    outline = [(radius * r, depth * y) for r, y in _STUDS.get(form, _STUDS["dome"])]
    sides = _SIDES.get(form, {"draft": 6, "standard": 8, "high": 12}[detail.quality])
    return moved(turned(spun(outline, sides), x=90.0), z=-depth / 2)
