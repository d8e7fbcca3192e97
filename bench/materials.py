"""Every material on a sample of its own: the sheet `docs/pictures/materials.jpg`, and how long textures take.

`python -m bench.materials [OUT.jpg [NAME …]]` draws all materials, or those named, and prints seconds per million
texels of every texture.
"""

import sys
import time
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from rich.console import Console

from domain.materials import CATALOGUE, Material
from engine.assembling.bake import bake
from engine.assembling.unwrap import unwrap
from engine.parts.solids import Solid, rounded_box
from engine.shapes import Assembly, Part
from engine.studio.picture import render
from engine.textures import Place, evaluate

OUT = Path(__file__).parent.parent / "docs" / "pictures" / "materials.jpg"
_COLUMNS, _SIDE, _LABEL = 13, 108, 13
_TEXELS = 1 << 17
_WIDE = {"brick": 1.2, "tiles": 0.9, "hexagons": 0.6, "roof_tiles": 1.6, "cobbles": 0.8, "grass": 0.5, "concrete": 0.8}
_WIDE |= {
    "leaf": 0.4,
    "straw": 0.5,
    "marble": 0.6,
    "strata": 0.6,
    "bark": 0.4,
    "plaid": 0.5,
    "ripples": 0.8,
    "wood": 0.4,
}


def main() -> None:
    """Draw the sheet and print the times."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    names = sys.argv[2:] or list(CATALOGUE)
    columns = min(_COLUMNS, len(names))
    rows = -(-len(names) // columns)
    sheet = Image.new("RGB", (columns * _SIDE, rows * (_SIDE + _LABEL)), "white")
    for number, name in enumerate(names):
        _place(sheet, photographed(CATALOGUE[name]), name, number, columns)
    out.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(out, quality=72, optimize=True)
    console = Console()
    for texture, seconds in sorted(seconds_per_million().items(), key=lambda item: -item[1]):
        console.print(f"{texture:>16} {seconds:.2f} s per million texels")


def photographed(material: Material, side: int = _SIDE) -> Image.Image:
    """Return a picture of a ball and a board of the material, as large as its pattern needs."""
    size = _WIDE.get(material.texture.name, 0.2)
    parts = (
        _part("ball", material, Solid.sphere(0.36 * size, 64).translate((-0.22 * size, 0.36 * size, 0))),
        _part("board", material, _board(size).translate((0.37 * size, 0, 0.12 * size))),
    )
    assembly = Assembly(parts)
    mesh = unwrap(assembly, texture_size=512)
    textures = bake(mesh, assembly, texture_size=512, samples=6, seed=0)
    picture = Image.fromarray(render(mesh, textures, size=side * 3 // 2, samples=2))
    return picture.resize((side, side), Image.Resampling.LANCZOS)


def _board(size: float) -> Solid:
    return rounded_box(0.36 * size, 0.85 * size, 0.2 * size, 0.012 * size)


def _part(name: str, material: Material, solid: Solid) -> Part:
    mesh = solid.to_mesh64()
    points, faces = np.asarray(mesh.vert_properties[:, :3], np.float64), np.asarray(mesh.tri_verts, np.int32)
    return Part(name, name, material.name, "", points, faces)


def _place(sheet: Image.Image, picture: Image.Image, name: str, number: int, columns: int) -> None:
    x, y = number % columns * _SIDE, number // columns * (_SIDE + _LABEL)
    sheet.paste(picture, (x, y))
    font = ImageFont.load_default(9)
    ImageDraw.Draw(sheet).text((x + _SIDE // 2, y + _SIDE + 6), name, fill="#333333", font=font, anchor="mm")


def seconds_per_million() -> dict[str, float]:
    """Return for every texture how long a million texels take on one core, evaluated once."""
    side = int(_TEXELS**0.5)
    y, x = np.mgrid[0:side, 0:side].reshape(2, -1).astype(np.float32) / np.float32(side) - np.float32(0.5)
    points = np.stack([x, y, np.float32(0.2) * np.cos(3 * x)], axis=1)
    normals = np.tile(np.array([[0, 0, 1]], np.float32), (len(points), 1))
    low, extent = np.full(3, -0.5, np.float32), np.array([1, 0.9, 0.8], np.float32)
    place = Place(points, normals, np.linspace(0.3, 1, len(points), dtype=np.float32), low, extent, 1.7, 0.001, 1)
    times: dict[str, float] = {}
    for material in CATALOGUE.values():
        if material.texture.name not in times:
            evaluate(place, material)  # tables are made at first use
            begun = time.perf_counter()
            evaluate(place, material)
            times[material.texture.name] = (time.perf_counter() - begun) * 1e6 / len(points)
    return times


if __name__ == "__main__":
    main()
