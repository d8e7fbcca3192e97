"""How the surfaces of a 3MF package look: plain materials, colours by corner, or pictures."""

from xml.sax.saxutils import quoteattr

import numpy as np
from numpy.typing import NDArray

from engine.baking.sampled import decoded, encoded
from engine.exporting.coordinates import upward
from engine.exporting.gallery import Gallery, corner_colors, material_of
from engine.exporting.text import lines
from engine.images import png
from engine.models.model import Material, Model, Surface, Texture

_WRAPS = {33071: "clamp", 33648: "mirror"}  # glTF's wrap modes; all others repeat


class Looks:
    """The resources as they grow; `files` are the pictures by their path."""

    def __init__(self, model: Model, gallery: Gallery, *, first_id: int) -> None:
        self.files: dict[str, bytes] = {}
        self.last_id = first_id - 1
        self._model, self._gallery = model, gallery
        self._told: list[str] = []
        self._plain: dict[str, int] = {}
        self._textures: dict[tuple[str, tuple[int, int]], int] = {}

    @property
    def resources(self) -> str:
        """Return the XML of all resources so far."""
        return "".join(self._told)

    def new_id(self) -> int:
        """Return an id that no resource has yet."""
        self.last_id += 1
        return self.last_id

    def of(self, surface: Surface) -> tuple[int, NDArray[np.int64]]:
        """Return the group of properties of a surface, and (m, 3) which of them each corner of a triangle has."""
        material = material_of(self._model, surface)
        texture = material.textures.get("base_color")
        if texture is not None and texture.uv_set < len(surface.uvs):
            return self._pictured(surface, material, texture)
        if surface.colors is not None:
            return self._colored(surface, material)
        return self._one(material), np.zeros((len(surface.faces), 3), np.int64)

    def _one(self, material: Material) -> int:
        said = f"<base name={quoteattr(_name(material))} displaycolor={quoteattr(_hex(material.base_color))}/>"
        if said not in self._plain:
            self._plain[said] = self.new_id()
            self._told.append(f'<basematerials id="{self._plain[said]}">{said}</basematerials>\n')
        return self._plain[said]

    def _colored(self, surface: Surface, material: Material) -> tuple[int, NDArray[np.int64]]:
        linear = corner_colors(surface, material, self._gallery)
        shown = np.rint(np.column_stack([encoded(linear[:, :3]), linear[:, 3]]) * 255).astype(np.int64)
        colors, places = np.unique(shown, axis=0, return_inverse=True)
        number = self.new_id()
        content = "".join(lines('<m:color color="#%02X%02X%02X%02X"/>\n', colors))
        self._told.append(f'<m:colorgroup id="{number}">\n{content}</m:colorgroup>\n')
        return number, places.reshape(-1)[surface.faces]

    def _pictured(self, surface: Surface, material: Material, texture: Texture) -> tuple[int, NDArray[np.int64]]:
        picture = self._picture(texture, material)
        placed = upward(surface, texture.uv_set, texture.transform)
        coordinates, places = np.unique(placed, axis=0, return_inverse=True)
        number = self.new_id()
        content = "".join(lines('<m:tex2coord u="%.7g" v="%.7g"/>\n', coordinates))
        self._told.append(f'<m:texture2dgroup id="{number}" texid="{picture}">\n{content}</m:texture2dgroup>\n')
        return number, places.reshape(-1)[surface.faces]

    def _picture(self, texture: Texture, material: Material) -> int:
        tint = material.base_color
        shade = "" if tint == (1.0, 1.0, 1.0, 1.0) else f"_{_hex(tint)[1:]}"
        data, extension = self._tinted(texture.picture, tint) if shade else self._gallery.file(texture.picture)
        path = f"3D/Textures/{texture.picture}{shade}.{extension}"
        self.files[path] = data
        key = (path, texture.wrap)
        if key not in self._textures:
            number = self._textures[key] = self.new_id()
            across, along = (_WRAPS.get(wrap, "wrap") for wrap in texture.wrap)
            kind = "image/jpeg" if extension == "jpg" else "image/png"
            self._told.append(
                f'<m:texture2d id="{number}" path="/{path}" contenttype="{kind}" tilestyleu="{across}" '
                f'tilestylev="{along}"/>\n'
            )
        return self._textures[key]

    def _tinted(self, number: int, tint: tuple[float, float, float, float]) -> tuple[bytes, str]:
        """Return a picture with the material's own colour multiplied in, for which 3MF has no word."""
        pixels = self._gallery.pixels(number)
        color = encoded(decoded((np.arange(256) / 255).astype(np.float32))[:, None] * np.array(tint[:3], np.float32))
        table = np.rint(color * 255).astype(np.uint8)
        shown = np.stack([table[pixels[..., channel], channel] for channel in range(3)], axis=-1)
        return png(shown), "png"


def _name(material: Material) -> str:
    return "".join(each for each in material.name if each.isprintable()) or "material"


def _hex(linear: tuple[float, float, float, float]) -> str:
    color = np.append(encoded(np.array(linear[:3], np.float32)), linear[3])
    return "#" + "".join(f"{round(float(each) * 255):02X}" for each in np.clip(color, 0, 1))
