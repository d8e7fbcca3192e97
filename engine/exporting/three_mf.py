"""3MF: a package for printers, with materials, colours and pictures. Millimetres, Z up.

Source: 3MF Consortium, "Core specification" 1.3 and "Materials and properties extension" 1.2.1.
"""

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

import msgspec
import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.exporting.gallery import Gallery
from engine.exporting.print_looks import Looks
from engine.exporting.scene import Piece, pieces_of, printable
from engine.exporting.text import lines
from engine.exporting.xmp import TOOL, title_of
from engine.models.gltf_zip import zipped
from engine.models.model import Json, Model
from engine.shapes import Tick, no_tick

GRID_MM = 1e-5
"""Corners are joined where they agree on this grid."""
MODEL_PATH = "3D/3dmodel.model"
_CORE = "http://schemas.microsoft.com/3dmanufacturing/core/2015/02"
_MATERIAL = "http://schemas.microsoft.com/3dmanufacturing/material/2015/02"
_OWN = "urn:meshwright:provenance:2026"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "model": "application/vnd.ms-package.3dmanufacturing-3dmodel+xml", "png": "image/png", "jpg": "image/jpeg",
}  # fmt: skip
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MODEL = "http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"
_TEXTURE = "http://schemas.microsoft.com/3dmanufacturing/2013/01/3dtexture"


def three_mf(model: Model, *, provenance: Json | None = None, tick: Tick = no_tick) -> bytes:
    """Return the model as a 3MF package: an object for each thing in the scene, and one that holds them all.

    Raises
    ------
    Invalid, TooLarge
        It shows no triangle with an area, or too many.
    """
    pieces = pieces_of(model)
    looks = Looks(model, Gallery(model), first_id=1)
    objects = "".join(_objects(pieces, looks, tick))
    tick(0.8, "Packing the file")
    namespaces = f'xmlns="{_CORE}" xmlns:m="{_MATERIAL}" xmlns:mw="{_OWN}"'
    document = (
        f'{_HEAD}<model unit="millimeter" xml:lang="en-US" {namespaces}>\n{_metadata(provenance)}'
        f"<resources>\n{looks.resources}{objects}</resources>\n"
        f'<build><item objectid="{looks.last_id}"/></build>\n</model>\n'
    )
    return zipped(
        {
            "[Content_Types].xml": _types().encode(),
            "_rels/.rels": _relations([("/" + MODEL_PATH, _MODEL)]),
            MODEL_PATH: document.encode(),
            **_pictures(looks),
        }
    )


def _objects(pieces: tuple[Piece, ...], looks: Looks, tick: Tick) -> Iterator[str]:
    """Yield the things of the scene, and at the end what holds them; the latter has the last id."""
    made: list[int] = []
    for _, sides in groupby(pieces, lambda piece: piece.node):
        tick(0.8 * len(made) / len(pieces), "Writing the surfaces")
        content, made = _object(list(sides), looks, made)
        yield content
    if not made:
        raise Invalid("The model has no triangle with an area, so there is nothing to print")
    if len(made) > 1:
        parts = "".join(f'<component objectid="{number}"/>' for number in made)
        yield f'<object id="{looks.new_id()}" type="model"><components>{parts}</components></object>\n'


def _object(pieces: list[Piece], looks: Looks, made: list[int]) -> tuple[str, list[int]]:
    """Return the XML of a thing, and the ids so far with its own."""
    places = [np.round(printable(piece.surface.points) / GRID_MM).astype(np.int64) for piece in pieces]
    corners, joined = np.unique(np.concatenate(places), axis=0, return_inverse=True)
    triangles, first = [], 0
    for piece, own in zip(pieces, places, strict=True):
        welded = joined.reshape(-1)[first : first + len(own)][piece.surface.faces]
        first += len(own)
        triangles.append(_triangles(piece, welded, looks))
    if not any(triangles):
        return "", made
    number = looks.new_id()
    content = (
        f'<object id="{number}" type="model" name={quoteattr(pieces[0].name)}><mesh>\n<vertices>\n'
        + "".join(lines('<vertex x="%.9g" y="%.9g" z="%.9g"/>\n', corners * GRID_MM))
        + "</vertices>\n<triangles>\n"
        + "".join(triangles)
        + "</triangles>\n</mesh></object>\n"
    )
    return content, [*made, number]


def _triangles(piece: Piece, welded: NDArray[np.int64], looks: Looks) -> str:
    """Return the triangles of a surface that still have three corners, each with its look."""
    one, two, three = welded.T
    whole = (one != two) & (two != three) & (three != one)
    look, places = looks.of(piece.surface)
    form = f'<triangle v1="%d" v2="%d" v3="%d" pid="{look}" p1="%d" p2="%d" p3="%d"/>\n'
    return "".join(lines(form, np.hstack([welded, places])[whole]))


def _metadata(provenance: Json | None) -> str:
    told = {"Application": TOOL}
    if provenance is not None:
        cited = "; ".join(f"{each['name']}: {each['reference']}" for each in provenance.get("citations", ()))
        told |= {"Title": title_of(provenance), "Description": str(provenance.get("prompt", "")), "mw:citations": cited}
        told["mw:provenance"] = msgspec.json.encode(provenance, order="sorted").decode()
    return "".join(f'<metadata name="{name}">{_clean(text)}</metadata>\n' for name, text in told.items() if text)


def _clean(text: str) -> str:
    """Return text as XML holds it; characters that XML has no way to say are left out."""
    allowed = (each for each in text if each in "\t\n\r" or " " <= each <= "\ud7ff" or "\ue000" <= each != "\ufffe")
    return escape("".join(allowed))


def _types() -> str:
    defaults = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in _TYPES.items())
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}</Types>\n'


def _relations(targets: list[tuple[str, str]]) -> bytes:
    told = "".join(
        f'<Relationship Target="{target}" Id="rel{number}" Type="{kind}"/>'
        for number, (target, kind) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>\n'.encode()


def _pictures(looks: Looks) -> dict[str, bytes]:
    if not looks.files:
        return {}
    relations = _relations([(f"/{path}", _TEXTURE) for path in looks.files])
    return {"3D/_rels/3dmodel.model.rels": relations, **looks.files}
