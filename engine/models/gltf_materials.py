"""Materials, textures and pictures of a glTF."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import msgspec

from domain.errors import Invalid
from engine.models.files import Files
from engine.models.gltf_buffers import Buffers, content_of, is_absent
from engine.models.gltf_schema import (
    Document,
    Four,
    Image,
    Index,
    MaterialEntry,
    Number,
    Positive,
    Sampler,
    TextureInfo,
    Two,
    picked,
)
from engine.models.limits import Reading, within
from engine.models.material_writing import STRENGTH, UNLIT
from engine.models.model import Json, Material, Picture, Slot, Texture
from engine.models.pictures import picture_of

_SOURCES = ("KHR_texture_basisu", "EXT_texture_webp", "EXT_texture_avif", "MSFT_texture_dds")
_TRANSFORM = "KHR_texture_transform"
_GLOSSY = "KHR_materials_pbrSpecularGlossiness"


class _Transform(msgspec.Struct, rename="camel", frozen=True):
    offset: Two = (0.0, 0.0)
    rotation: Number = 0.0
    scale: Two = (1.0, 1.0)
    tex_coord: Index | None = None


class Materials:
    """Makes the materials of one document."""

    def __init__(self, document: Document, buffers: Buffers, files: Files, reading: Reading) -> None:
        self._document, self._buffers, self._files, self._reading = document, buffers, files, reading
        self._numbers: dict[int, int] = {}

    def read(self) -> tuple[tuple[Material, ...], tuple[Picture, ...]]:
        """Return the materials in the order of the file, and the pictures that they use."""
        within(len(self._document.images), self._reading.limits.pictures_max, "pictures_max", "pictures")
        self._materials()  # to see which pictures they use
        self._numbers = {source: number for number, source in enumerate(sorted(self._numbers))}
        return self._materials(), tuple(self._picture(self._document.images[source]) for source in self._numbers)

    def _materials(self) -> tuple[Material, ...]:
        return tuple(self._material(entry) for entry in self._document.materials)

    def _picture(self, image: Image) -> Picture:
        if image.buffer_view is not None:
            content = bytes(self._buffers.view(image.buffer_view))
        elif image.uri is not None:
            content = content_of(image.uri, self._files)
        else:
            raise Invalid("A picture of the glTF has no content", field="images")
        self._reading.take(len(content))
        return picture_of(content, image.name or "", pixels_max=self._reading.limits.picture_pixels_max)

    def _material(self, entry: MaterialEntry) -> Material:
        rough = entry.pbr_metallic_roughness
        infos: dict[Slot, TextureInfo | None] = {
            "base_color": rough.base_color_texture, "metallic_roughness": rough.metallic_roughness_texture,
            "normal": entry.normal_texture, "occlusion": entry.occlusion_texture, "emissive": entry.emissive_texture,
        }  # fmt: skip
        textures = {slot: self._texture(info) for slot, info in infos.items() if info is not None}
        made = Material(
            name=entry.name or "", base_color=_shares(rough.base_color_factor), metallic=_share(rough.metallic_factor),
            roughness=_share(rough.roughness_factor), emissive=entry.emissive_factor, alpha_mode=entry.alpha_mode,
            alpha_cutoff=entry.alpha_cutoff, is_double_sided=entry.double_sided,
            normal_scale=entry.normal_texture.scale if entry.normal_texture else 1.0,
            occlusion_strength=entry.occlusion_texture.strength if entry.occlusion_texture else 1.0,
            textures={slot: texture for slot, texture in textures.items() if texture is not None},
            extensions={name: self._extension(name, entry.extensions[name]) for name in self._kept_names(entry)},
        )  # fmt: skip
        return self._from_glossy(made, entry.extensions[_GLOSSY]) if _GLOSSY in entry.extensions else made

    def _kept_names(self, entry: MaterialEntry) -> list[str]:
        """Return which extensions of a material are kept. Source: KHR_materials_unlit, "Exclusions" of all others."""
        names = [name for name in entry.extensions if name != _GLOSSY]
        if UNLIT not in names:
            return names
        excluded = sorted(name for name in names if name.startswith("KHR_materials_") and name != UNLIT)
        if excluded:
            self._reading.note(f"What a material that is unlit may not have was left out: {', '.join(excluded)[:200]}")
        return [name for name in names if name not in excluded]

    def _texture(self, info: TextureInfo) -> Texture | None:
        entry = picked(self._document.textures, info.index, "texture")
        source = entry.source
        for name in _SOURCES:  # the plain picture first: it is the one that everything opens
            if source is None and isinstance(entry.extensions.get(name), dict):
                source = entry.extensions[name].get("source")
        if source is None:
            self._reading.note("A texture without a picture was left out")
            return None
        if not isinstance(source, int) or not 0 <= source < len(self._document.images):
            raise Invalid("A texture of the glTF names a picture that is not there", field="textures")
        uri = self._document.images[source].uri
        if uri is not None and is_absent(uri, self._files):
            self._reading.note("Pictures that the glTF names did not come with it; send all in a ZIP")
            return None
        sampler = Sampler() if entry.sampler is None else picked(self._document.samplers, entry.sampler, "sampler")
        made = Texture(
            picture=self._numbers.setdefault(source, source), uv_set=info.tex_coord,
            wrap=(sampler.wrap_s, sampler.wrap_t), filters=(sampler.mag_filter or 0, sampler.min_filter or 0),
        )  # fmt: skip
        return _transformed(made, info.extensions)

    def _from_glossy(self, material: Material, value: Any) -> Material:
        """Return what comes nearest to a material of specular and glossiness: its diffuse side, not metallic."""
        glossy = _converted(value, _Glossy)
        self._reading.note("Materials of specular and glossiness became rough ones; their specular colour was left out")
        diffuse = None if glossy.diffuse_texture is None else self._texture(glossy.diffuse_texture)
        textures = {**material.textures, "base_color": diffuse} if diffuse else dict(material.textures)
        return replace(
            material, base_color=_shares(glossy.diffuse_factor), metallic=0.0,
            roughness=1.0 - _share(glossy.glossiness_factor),
            textures=textures,
        )  # fmt: skip

    def _extension(self, name: str, value: Any) -> Json:
        if not isinstance(value, dict):
            raise Invalid("An extension of a material of the glTF is no object", field=name[:64])
        if name == STRENGTH:
            _converted(value, _Strength)
        return {inner: self._kept_as(inner, each) for inner, each in value.items()}

    def _kept_as(self, name: str, value: Any) -> Any:
        is_texture = name.endswith("Texture") and isinstance(value, dict)
        return self._info_kept(value) if is_texture else self._kept(value)

    def _kept(self, value: Any) -> Any:
        """Return an extension with its textures named as the model does: `picture` instead of `index`."""
        if isinstance(value, list):
            return [self._kept(each) for each in value]
        if not isinstance(value, dict):
            return value
        return {name: self._kept_as(name, each) for name, each in value.items()}

    def _info_kept(self, value: Json) -> Json:
        texture = self._texture(_converted(value, TextureInfo))
        rest = {name: each for name, each in value.items() if name not in ("index", "texCoord", "extensions")}
        return rest if texture is None else rest | as_json(texture)


class _Glossy(msgspec.Struct, rename="camel", frozen=True):
    diffuse_factor: Four = (1.0, 1.0, 1.0, 1.0)
    diffuse_texture: TextureInfo | None = None
    glossiness_factor: Number = 1.0


class _Strength(msgspec.Struct, rename="camel", frozen=True):
    emissive_strength: Positive = 1.0


def _share(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _shares(color: Four) -> Four:
    red, green, blue, alpha = map(_share, color)
    return red, green, blue, alpha


def as_json(texture: Texture) -> Json:
    """Return a texture as it stands in `Material.extensions`."""
    return {
        "picture": texture.picture, "uv_set": texture.uv_set, "wrap": list(texture.wrap),
        "filters": list(texture.filters), "transform": None if texture.transform is None else list(texture.transform),
    }  # fmt: skip


def _transformed(texture: Texture, extensions: Mapping[str, Any]) -> Texture:
    if _TRANSFORM not in extensions:
        return texture
    found = _converted(extensions[_TRANSFORM], _Transform)
    uv_set = texture.uv_set if found.tex_coord is None else found.tex_coord
    return replace(texture, uv_set=uv_set, transform=(*found.offset, found.rotation, *found.scale))


def _converted(value: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise Invalid(f"A material of the glTF is not valid: {error}", field="materials") from error
