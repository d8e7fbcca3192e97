"""Materials of a model as UsdPreviewSurface, with the pictures that they read."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from pxr import Gf, Sdf, Usd, UsdShade

from engine.exporting.coordinates import Transform, upward
from engine.exporting.gallery import COLOR_SLOTS, Gallery, material_of
from engine.exporting.scene import Names, safe_name
from engine.models.model import SLOTS, Material, Model, Slot, Surface, Texture

_WRAPS = {33071: "clamp", 33648: "mirror"}  # glTF's wrap modes; all others repeat
NUMBER_MOST = 1e6
"""Numbers of extensions beyond it are taken for mistakes."""
_COATS = (
    ("clearcoat", "KHR_materials_clearcoat", "clearcoatFactor"),
    ("clearcoatRoughness", "KHR_materials_clearcoat", "clearcoatRoughnessFactor"),
    ("ior", "KHR_materials_ior", "ior"),
)
_TYPES = Sdf.ValueTypeNames
Key = tuple[int, Transform | None]
"""A set of texture coordinates, and what moves them."""
Values = tuple[float, float, float, float]


def st_name(place: int) -> str:
    """Return the name of the primvar that holds a material's texture coordinates of this place."""
    return "st" if place == 0 else f"st{place}"


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """A material on the stage; `keys` are the coordinates that it reads, by place of their primvar."""

    path: str
    keys: tuple[Key, ...]
    is_pictured: bool  # whether its colour comes from a picture

    def coordinates(self, surface: Surface) -> dict[int, NDArray[np.float32]]:
        """Return (n, 2) texture coordinates as USD counts them, v upwards, by place."""
        return {place: upward(surface, *key) for place, key in enumerate(self.keys)}


class Materials:
    """Writes each material when a surface first wears it; `files` are the pictures by their path in the package."""

    def __init__(self, stage: Usd.Stage, scope: str, model: Model, gallery: Gallery) -> None:
        self.files: dict[str, bytes] = {}
        self._stage, self._scope, self._model, self._gallery = stage, scope, model, gallery
        self._looks: dict[tuple[int, bool], Look] = {}
        self._names = Names()
        self._paths: dict[tuple[int, float], str] = {}
        stage.DefinePrim(scope, "Scope")

    def of(self, surface: Surface) -> Look:
        """Return the look of a surface."""
        wears = (surface.material, surface.colors is not None)
        if wears not in self._looks:
            material = material_of(self._model, surface)
            self._looks[wears] = self._made(material if wears[1] else _lit(material), has_colors=wears[1])
        return self._looks[wears]

    def _made(self, material: Material, *, has_colors: bool) -> Look:
        name = self._names.new(safe_name(material.name, "material"))
        shader = _Shader(self._stage, f"{self._scope}/{name}", _keys(material), self)
        pictured = shader.wear(material, has_colors=has_colors)
        return Look(str(shader.material.GetPath()), shader.keys, pictured)

    def file(self, texture: Texture, slot: Slot, strength: float = 1.0) -> str:
        """Return the path in the package of a texture's picture; `strength` is how steep its normals are to be.

        The scale of a picture of normals must be 2, so a strength has to be in the pixels.
        """
        key = (texture.picture, strength)
        if key not in self._paths:
            name = self._gallery.name(texture.picture, slot)
            data, extension = self._gallery.file(texture.picture)
            if strength != 1.0:
                data, extension = self._gallery.steepened(texture.picture, strength), f"{strength:.4g}.png"
            self._paths[key] = f"textures/{name}.{extension}"
            self.files[self._paths[key]] = data
        return self._paths[key]


class _Shader:
    """One material as it is written."""

    def __init__(self, stage: Usd.Stage, path: str, keys: tuple[Key, ...], files: Materials) -> None:
        self.material = UsdShade.Material.Define(stage, path)
        self.keys = keys
        self._stage, self._path, self._files = stage, path, files
        self._surface = self._shader("Surface", "UsdPreviewSurface")
        output = self.material.CreateSurfaceOutput()
        output.ConnectToSource(self._surface.ConnectableAPI(), "surface")
        self._readers = [self._reader(place) for place in range(len(keys))]

    def wear(self, material: Material, *, has_colors: bool) -> bool:
        """Write what the material says; return whether its colour comes from a picture."""
        base = material.textures.get("base_color")
        self._color(material, base, has_colors=has_colors)
        self._packed(material)
        self._flat(material)
        self._glow(material)
        self._coat(material)
        self._surface.CreateInput("useSpecularWorkflow", _TYPES.Int).Set(0)
        return base is not None

    def _color(self, material: Material, base: Texture | None, *, has_colors: bool) -> None:
        red, green, blue, alpha = material.base_color
        if base is not None:
            reader = self._picture(base, "base_color", material.base_color)
            self._link("diffuseColor", _TYPES.Color3f, reader, "rgb")
        elif has_colors:
            self._link("diffuseColor", _TYPES.Color3f, self._colors(), "result")
        else:
            self._set("diffuseColor", _TYPES.Color3f, Gf.Vec3f(red, green, blue))
        if material.alpha_mode == "OPAQUE":
            return
        if base is not None:
            self._link("opacity", _TYPES.Float, reader, "a")
        else:
            self._set("opacity", _TYPES.Float, alpha)
        if material.alpha_mode == "MASK":
            self._set("opacityThreshold", _TYPES.Float, material.alpha_cutoff)

    def _packed(self, material: Material) -> None:
        texture = material.textures.get("metallic_roughness")
        if texture is None:
            self._set("metallic", _TYPES.Float, material.metallic)
            self._set("roughness", _TYPES.Float, material.roughness)
            return
        reader = self._picture(texture, "metallic_roughness", (1.0, material.roughness, material.metallic, 1.0))
        self._link("roughness", _TYPES.Float, reader, "g")
        self._link("metallic", _TYPES.Float, reader, "b")

    def _flat(self, material: Material) -> None:
        """Write what changes the light over a surface: its normals, and how much of the sky it sees."""
        if (texture := material.textures.get("normal")) is not None:
            reader = self._picture(
                texture, "normal", (2.0, 2.0, 2.0, 1.0), (-1.0, -1.0, -1.0, 0.0), strength=material.normal_scale
            )
            self._link("normal", _TYPES.Normal3f, reader, "rgb")
        if (texture := material.textures.get("occlusion")) is not None:
            share = material.occlusion_strength
            scales = (share, share, share, 1.0)
            reader = self._picture(texture, "occlusion", scales, (1 - share, 1 - share, 1 - share, 0.0))
            self._link("occlusion", _TYPES.Float, reader, "r")

    def _glow(self, material: Material) -> None:
        strength = _further(material, "KHR_materials_emissive_strength", "emissiveStrength")
        red, green, blue = (value * (1.0 if strength is None else strength) for value in material.emissive)
        texture = material.textures.get("emissive")
        if texture is not None:
            reader = self._picture(texture, "emissive", (red, green, blue, 1.0))
            self._link("emissiveColor", _TYPES.Color3f, reader, "rgb")
        elif red or green or blue:
            self._set("emissiveColor", _TYPES.Color3f, Gf.Vec3f(red, green, blue))

    def _coat(self, material: Material) -> None:
        """Write what the preview surface knows of glTF's further materials."""
        for name, extension, known in _COATS:
            if (value := _further(material, extension, known)) is not None:
                self._set(name, _TYPES.Float, value)

    def _picture(
        self, texture: Texture, slot: Slot, scale: Values, bias: Values | None = None, *, strength: float = 1.0
    ) -> UsdShade.Shader:
        reader = self._shader(f"Picture_{slot}", "UsdUVTexture")
        reader.CreateInput("file", _TYPES.Asset).Set(Sdf.AssetPath(self._files.file(texture, slot, strength)))
        space = "sRGB" if slot in COLOR_SLOTS else "raw"
        reader.CreateInput("sourceColorSpace", _TYPES.Token).Set(space)
        for name, wrap in zip(("wrapS", "wrapT"), texture.wrap, strict=True):
            reader.CreateInput(name, _TYPES.Token).Set(_WRAPS.get(wrap, "repeat"))
        if scale != (1.0, 1.0, 1.0, 1.0):
            reader.CreateInput("scale", _TYPES.Float4).Set(Gf.Vec4f(*scale))
        if bias is not None and any(bias):
            reader.CreateInput("bias", _TYPES.Float4).Set(Gf.Vec4f(*bias))
        st = self._readers[self.keys.index(_key(texture))]
        reader.CreateInput("st", _TYPES.Float2).ConnectToSource(st.ConnectableAPI(), "result")
        for name, kind in (("rgb", _TYPES.Float3), *((each, _TYPES.Float) for each in "rgba")):
            reader.CreateOutput(name, kind)
        return reader

    def _reader(self, place: int) -> UsdShade.Shader:
        reader = self._shader(f"Coordinates_{place}", "UsdPrimvarReader_float2")
        reader.CreateInput("varname", _TYPES.String).Set(st_name(place))
        reader.CreateOutput("result", _TYPES.Float2)
        return reader

    def _colors(self) -> UsdShade.Shader:
        reader = self._shader("Colors", "UsdPrimvarReader_float3")
        reader.CreateInput("varname", _TYPES.String).Set("displayColor")
        reader.CreateOutput("result", _TYPES.Float3)
        return reader

    def _shader(self, name: str, kind: str) -> UsdShade.Shader:
        shader = UsdShade.Shader.Define(self._stage, f"{self._path}/{name}")
        shader.CreateIdAttr(kind)
        if kind == "UsdPreviewSurface":
            shader.CreateOutput("surface", _TYPES.Token)
        return shader

    def _set(self, name: str, kind: Sdf.ValueTypeName, value: object) -> None:
        self._surface.CreateInput(name, kind).Set(value)

    def _link(self, name: str, kind: Sdf.ValueTypeName, source: UsdShade.Shader, output: str) -> None:
        self._surface.CreateInput(name, kind).ConnectToSource(source.ConnectableAPI(), output)


def _lit(material: Material) -> Material:
    """Return a material that shines by itself where light is to make no difference to it (KHR_materials_unlit)."""
    if "KHR_materials_unlit" not in material.extensions or material.alpha_mode != "OPAQUE":
        return material
    red, green, blue, _ = material.base_color
    base = material.textures.get("base_color")
    return replace(
        material, base_color=(0.0, 0.0, 0.0, 1.0), metallic=0.0, roughness=1.0, emissive=(red, green, blue),
        textures={} if base is None else {"emissive": base},
    )  # fmt: skip


def _further(material: Material, extension: str, name: str) -> float | None:
    """Return a number that an extension of the material tells, None where it tells none."""
    told = material.extensions.get(extension)
    value = told.get(name) if isinstance(told, dict) else None
    return float(value) if isinstance(value, int | float) and abs(value) < NUMBER_MOST else None


def _keys(material: Material) -> tuple[Key, ...]:
    """Return the distinct coordinates that a material reads, in the order of the slots."""
    return tuple(dict.fromkeys(_key(material.textures[slot]) for slot in SLOTS if slot in material.textures))


def _key(texture: Texture) -> Key:
    return texture.uv_set, texture.transform
