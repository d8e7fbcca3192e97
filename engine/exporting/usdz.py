"""USDZ: a package of a USD file and its pictures, as AR viewers take it. Metres, Y up.

Pictures are PNG or JPEG, since that is all that every viewer takes; geometry is never compressed.
USD works in a process of its own, because what a process wrote before changes the order in which it writes, and
because two of our threads that write at once wait for each other forever.
Source: Pixar, "Usdz file format specification" 1.3.
"""

from engine.aside import aside
from engine.exporting.packing import aligned
from engine.exporting.scene import pieces_of
from engine.models.model import Json, Model
from engine.shapes import Tick, no_tick


def usdz(model: Model, *, provenance: Json | None = None, tick: Tick = no_tick) -> bytes:
    """Return the model as a USDZ package; the same model gives the same bytes.

    Raises
    ------
    Invalid, TooLarge
        It shows no triangle, or too many.
    GenerationFailed
        USD broke.
    """
    given = (model, pieces_of(model), provenance)
    files = aside("engine.exporting.usd_stage", "files_of", *given, name="USD", stage="packaging", tick=tick)
    return aligned(files)
