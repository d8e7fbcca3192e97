"""Wavefront OBJ with its MTL and pictures, in a ZIP. Metres, Y up.

Materials are written in MTL's own words (Kd, Ks, Ns, d) and in those that programs added for metal and roughness
(Pm, Pr, norm). Kd, Ks and Ke are linear, as Blender writes and reads them; colours of corners are sRGB.
Source: Wavefront, "Object files"; Exocortex, "Extending the Wavefront MTL format to PBR".
"""

import json
from collections.abc import Iterator
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from engine.baking.sampled import encoded
from engine.exporting.coordinates import leading, upward
from engine.exporting.gallery import Gallery, material_of
from engine.exporting.scene import Names, Piece, pieces_of, safe_name
from engine.exporting.text import lines
from engine.exporting.xmp import TOOL, title_of
from engine.models.gltf_zip import zipped
from engine.models.model import Json, Material, Model, Slot, Surface
from engine.shapes import Tick, no_tick

COMMENT_LENGTH_MAX = 200
"""Longest comment, in characters."""
_GREY = 0.04  # what a surface that is no metal reflects head-on


def obj_zip(model: Model, *, provenance: Json | None = None, tick: Tick = no_tick) -> bytes:
    """Return the model as a ZIP of `model.obj`, `model.mtl` and the pictures that it names.

    Raises
    ------
    Invalid, TooLarge
        It shows no triangle, or too many.
    """
    pieces = pieces_of(model)
    worn = {piece.surface.material: material_of(model, piece.surface) for piece in pieces}
    names, taken = {}, Names()
    for number, material in worn.items():
        names[number] = taken.new(safe_name(material.name, "material"))
    library = _Library(Gallery(model))
    head = "".join(f"# {line}\n" for line in comments(provenance))
    written = (head, "mtllib model.mtl\n", *_pieces(pieces, worn, names, tick))
    tick(0.8, "Packing the file")
    look = "".join((head, *(library.lines(material, names[number]) for number, material in worn.items())))
    return zipped({"model.obj": "".join(written).encode(), "model.mtl": look.encode(), **library.files})


def comments(provenance: Json | None) -> list[str]:
    """Return lines for the head of a text file: who wrote it, its units and axes, and what the model came of.

    What it came of may name its `unit`; else that is metres. None is longer than `COMMENT_LENGTH_MAX`, since readers of
    PLY have buffers as short as that; one that begins with "+" goes on where the one before ended.
    """
    told = [TOOL, f"Units: {(provenance or {}).get('unit', 'metres')}. Axes: right-handed, Y up."]
    if provenance is None:
        return told
    told.append(f"Title: {title_of(provenance)}")
    told.extend(f"Cites: {each['name']}: {each['reference']}" for each in provenance.get("citations", ()))
    told.append(f"Provenance: {json.dumps(provenance, sort_keys=True, separators=(',', ':'))}")  # ASCII, as PLY wants
    return [part for line in told for part in _folded(" ".join(line.split()))]


def _folded(line: str) -> list[str]:
    step = COMMENT_LENGTH_MAX - 1
    rest = range(COMMENT_LENGTH_MAX, len(line), step)
    return [line[:COMMENT_LENGTH_MAX], *(f"+{line[start : start + step]}" for start in rest)]


def _pieces(pieces: tuple[Piece, ...], worn: dict[int, Material], names: dict[int, str], tick: Tick) -> Iterator[str]:
    corners, coordinates, normals = 1, 1, 1
    for number, piece in enumerate(pieces):
        surface = piece.surface
        yield f"o {piece.name}\nusemtl {names[surface.material]}\n"
        rows = chain(_corners(surface, worn[surface.material]), _faces(surface, corners, coordinates, normals))
        for some in rows:
            tick(0.8 * number / len(pieces), "Writing the surfaces")
            yield some
        corners += len(surface.points)
        coordinates += len(surface.points) if surface.uvs else 0
        normals += len(surface.points) if surface.normals is not None else 0


def _corners(surface: Surface, material: Material) -> Iterator[str]:
    if surface.colors is None:
        yield from lines("v %.9g %.9g %.9g\n", surface.points)
    else:
        yield from lines(
            "v %.9g %.9g %.9g %.4f %.4f %.4f\n", np.hstack([surface.points, encoded(surface.colors[:, :3])])
        )
    if surface.uvs:
        yield from lines("vt %.7g %.7g\n", upward(surface, *leading(material)))
    if surface.normals is not None:
        yield from lines("vn %.5f %.5f %.5f\n", surface.normals)


def _faces(surface: Surface, corners: int, coordinates: int, normals: int) -> Iterator[str]:
    faces = surface.faces.astype(np.int64)
    columns, corner = [faces + corners], "%d"
    if surface.uvs:
        columns.append(faces + coordinates)
        corner += "/%d"
    if surface.normals is not None:
        columns.append(faces + normals)
        corner += "/%d" if surface.uvs else "//%d"
    yield from lines(f"f {corner} {corner} {corner}\n", np.stack(columns, axis=-1).reshape(len(faces), -1))


class _Library:
    """The MTL as it grows, and the pictures that it names."""

    def __init__(self, gallery: Gallery) -> None:
        self.files: dict[str, bytes] = {}
        self._gallery = gallery

    def lines(self, material: Material, name: str) -> str:
        """Return a material in MTL's words; what a picture tells has no number beside it, as most programs expect."""
        color = np.array(material.base_color[:3])
        shine = _GREY + (color - _GREY) * material.metallic
        told = [
            f"newmtl {name}", _color("Kd", color), _color("Ks", shine),
            f"Ns {_exponent(material.roughness * self._mean(material, 1)):.3f}", f"d {material.base_color[3]:.6g}",
            "illum 2",
        ]  # fmt: skip
        if "metallic_roughness" not in material.textures:
            told += [f"Pm {material.metallic:.6g}", f"Pr {material.roughness:.6g}"]
        if any(material.emissive):
            told.append(_color("Ke", np.array(material.emissive)))
        return "\n".join([*told, *self._maps(material)]) + "\n\n"

    def _mean(self, material: Material, channel: int) -> float:
        """Return the mean of a channel of the picture of metal and roughness, 1 without one."""
        texture = material.textures.get("metallic_roughness")
        return 1.0 if texture is None else float(self._gallery.pixels(texture.picture)[..., channel].mean()) / 255

    def _maps(self, material: Material) -> Iterator[str]:
        names: tuple[tuple[Slot, str], ...] = (("base_color", "map_Kd"), ("emissive", "map_Ke"))
        for slot, word in names:
            if slot in material.textures:
                yield f"{word} {self._whole(material, slot)}"
        if material.alpha_mode != "OPAQUE" and "base_color" in material.textures:
            yield f"map_d {self._channel(material, 'base_color', 3, 'alpha')}"
        if "metallic_roughness" in material.textures:
            yield f"map_Pr {self._channel(material, 'metallic_roughness', 1, 'roughness', material.roughness)}"
            yield f"map_Pm {self._channel(material, 'metallic_roughness', 2, 'metallic', material.metallic)}"
        if "normal" in material.textures:
            path = self._whole(material, "normal")
            yield f"norm {path}\nmap_Bump -bm {material.normal_scale:.6g} {path}"

    def _whole(self, material: Material, slot: Slot) -> str:
        number = material.textures[slot].picture
        data, extension = self._gallery.file(number)
        path = f"textures/{self._gallery.name(number, slot)}.{extension}"
        self.files[path] = data
        return path

    def _channel(self, material: Material, slot: Slot, channel: int, word: str, factor: float = 1.0) -> str:
        """Return the path of a picture of one channel, the material's own number multiplied in."""
        number = material.textures[slot].picture
        path = f"textures/{number}_{word}{'' if factor == 1 else f'_{factor:.4g}'}.png"
        if path not in self.files:
            self.files[path] = self._gallery.channel(number, channel, factor)
        return path


def _color(word: str, linear: NDArray[np.float64]) -> str:
    red, green, blue = (float(each) for each in linear)
    return f"{word} {red:.6g} {green:.6g} {blue:.6g}"


def _exponent(roughness: float) -> float:
    """Return the exponent of the old highlight that is as wide as this roughness: 2 / roughness⁴ − 2."""
    return min(max(2.0 / max(roughness, 0.05) ** 4 - 2.0, 0.0), 1000.0)
