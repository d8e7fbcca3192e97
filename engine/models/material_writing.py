"""Materials, textures and pictures as glTF writes them; what a surface cannot show is left out of its material."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from engine.models.gltf_document import Document
from engine.models.model import NOTHING, Json, Material, Model, Slot, Texture
from engine.models.picture_rules import EXTENSION_OF_MEDIA, check_picture
from engine.models.quantizing import Range

TRANSFORM, STRENGTH = "KHR_texture_transform", "KHR_materials_emissive_strength"
UNLIT = "KHR_materials_unlit"
_WRAPS, _MAGNIFYING, _MINIFYING = (33071, 33648, 10497), (9728, 9729), (9728, 9729, 9984, 9985, 9986, 9987)
_INSIDE: frozenset[Slot] = frozenset({"base_color", "metallic_roughness"})
_NAMES: dict[Slot, str] = {
    "base_color": "baseColorTexture", "metallic_roughness": "metallicRoughnessTexture", "normal": "normalTexture",
    "occlusion": "occlusionTexture", "emissive": "emissiveTexture",
}  # fmt: skip
_OF_TEXTURES = ("picture", "uv_set", "wrap", "filters", "transform", "fallback")


def textures_of(material: Material) -> list[Texture]:
    """Return all textures that a material uses, those of its extensions too."""
    found = list(material.textures.values())
    waiting: list[Any] = [material.extensions]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            found += [texture_of(value)] if "picture" in value else []
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return found


def texture_of(value: Json) -> Texture:
    """Return a texture that stands in `Material.extensions`."""
    transform = value.get("transform")
    return Texture(
        int(value["picture"]), int(value.get("uv_set", 0)), tuple(value.get("wrap", (10497, 10497))),
        tuple(value.get("filters", (0, 0))), None if transform is None else tuple(transform),
        int(value.get("fallback", NOTHING)),
    )  # fmt: skip


@dataclass(slots=True, eq=False)
class Materials:
    """Writes each material of a model once for every way in which surfaces show it."""

    document: Document
    model: Model
    _written: dict[tuple[object, ...], int] = field(default_factory=dict)

    def write(self, uses: Set[tuple[int, int]], ranges: Mapping[int, Mapping[int, Range]]) -> None:
        """Write pictures and materials in the order of the model, for these materials on so many UV sets."""
        uses = {(material, uv_sets) for material, uv_sets in uses if material != NOTHING}
        shown = [
            texture
            for material, uv_sets in uses
            for texture in textures_of(self.model.materials[material])
            if texture.uv_set < uv_sets
        ]
        writer = _Writer(self.document, self.model, frozenset(), {})
        for number in sorted(
            {number for texture in shown for number in (texture.picture, texture.fallback)} - {NOTHING}
        ):
            writer.picture(number)
        for material, uv_sets in sorted(uses, key=lambda use: (use[0], -use[1])):
            self.numbered(material, uv_sets, ranges.get(material, {}))

    def numbered(self, material: int, uv_sets: int, ranges: Mapping[int, Range]) -> int:
        """Return where the document has a material for surfaces with so many UV sets, stored in such ranges."""
        source = self.model.materials[material]
        sets = {texture.uv_set for texture in textures_of(source)}
        shown = frozenset(number for number in sets if number < uv_sets)
        used = {number: ranges[number] for number in sorted(shown) if number in ranges}
        key = (material, shown, tuple(used.items()))
        if key not in self._written:
            entry = _Writer(self.document, self.model, shown, used).material(source)
            self._written[key] = self.document.add("materials", entry)
        return self._written[key]


@dataclass(frozen=True, slots=True, eq=False)
class _Writer:
    """Writes one material for surfaces that have these UV sets, some of them stored in ranges."""

    document: Document
    model: Model
    shown: frozenset[int]
    ranges: Mapping[int, Range]

    def material(self, source: Material) -> Json:
        entry: Json = {"name": source.name} if source.name else {}
        uses = {
            slot: self._use(texture) | _strength(source, slot)
            for slot, texture in source.textures.items()
            if texture.uv_set in self.shown
        }
        entry["pbrMetallicRoughness"] = _factors(source) | {_NAMES[s]: use for s, use in uses.items() if s in _INSIDE}
        entry |= {_NAMES[slot]: use for slot, use in uses.items() if slot not in _INSIDE}
        emissive, strength = _emission(source)
        entry |= {"emissiveFactor": emissive} if any(emissive) else {}
        entry |= _alpha(source)
        entry |= {"doubleSided": True} if source.is_double_sided else {}
        extensions = {name: self._extension(value) for name, value in source.extensions.items()}
        extensions |= {STRENGTH: {"emissiveStrength": strength}} if strength != 1 else {}
        for name in extensions:
            self.document.uses(name)
        return entry | ({"extensions": extensions} if extensions else {})

    def _extension(self, value: Any) -> Any:
        """Return an extension with its textures as a file names them; those without coordinates are left out."""
        if isinstance(value, list):
            return [self._extension(each) for each in value]
        if not isinstance(value, dict):
            return value
        if "picture" not in value:
            kept = {name: self._extension(each) for name, each in value.items()}
            return {name: each for name, each in kept.items() if each is not None}
        texture = texture_of(value)
        rest = {name: each for name, each in value.items() if name not in _OF_TEXTURES}
        return self._use(texture) | rest if texture.uv_set in self.shown else None

    def _use(self, texture: Texture) -> Json:
        entry: Json = {"index": self._texture(texture)}
        if texture.uv_set:
            entry["texCoord"] = texture.uv_set
        transform = _composed(texture.transform, self.ranges.get(texture.uv_set))
        if transform:
            self.document.uses(TRANSFORM, is_required=texture.uv_set in self.ranges)
            entry["extensions"] = {TRANSFORM: transform}
        return entry

    def _texture(self, texture: Texture) -> int:
        """Return the number of a texture; a picture that needs an extension falls back on another if there is one."""
        entry: Json = {}
        sampler = _sampler(texture)
        if sampler:
            entry["sampler"] = self.document.add_once("samplers", sampler)
        extension = EXTENSION_OF_MEDIA.get(self.model.pictures[texture.picture].media_type)
        if extension is None:
            return self.document.add_once("textures", entry | {"source": self.picture(texture.picture)})
        has_fallback = texture.fallback != NOTHING
        self.document.uses(extension, is_required=not has_fallback)
        if has_fallback:
            entry["source"] = self.picture(texture.fallback)
        entry["extensions"] = {extension: {"source": self.picture(texture.picture)}}
        return self.document.add_once("textures", entry)

    def picture(self, number: int) -> int:
        picture = self.model.pictures[number]
        check_picture(picture.data, picture.media_type)
        entry: Json = {"name": picture.name} if picture.name else {}
        entry["mimeType"] = picture.media_type
        if self.document.has_files:
            entry["uri"] = f"textures/{number}.{picture.media_type.removeprefix('image/')}"
            self.document.files[entry["uri"]] = picture.data
        else:
            entry["bufferView"] = self.document.view(picture.data)
        return self.document.add_once("images", entry)


def _strength(source: Material, slot: Slot) -> Json:
    if slot == "normal" and source.normal_scale != 1:
        return {"scale": source.normal_scale}
    if slot == "occlusion" and source.occlusion_strength != 1:
        return {"strength": _clipped(source.occlusion_strength)}
    return {}


def _alpha(source: Material) -> Json:
    if source.alpha_mode == "OPAQUE":
        return {}
    told: Json = {"alphaMode": source.alpha_mode}
    if source.alpha_mode == "MASK" and source.alpha_cutoff != 0.5:
        told["alphaCutoff"] = max(0.0, source.alpha_cutoff)
    return told


def _factors(source: Material) -> Json:
    factors: Json = {}
    base = [_clipped(value) for value in source.base_color]
    if base != [1.0, 1.0, 1.0, 1.0]:
        factors["baseColorFactor"] = base
    if source.metallic != 1:
        factors["metallicFactor"] = _clipped(source.metallic)
    if source.roughness != 1:
        factors["roughnessFactor"] = _clipped(source.roughness)
    return factors


def _emission(source: Material) -> tuple[list[float], float]:
    """Return the emissive factor within [0, 1], and how often it is to be taken: once where nothing is lit."""
    told = source.extensions.get(STRENGTH, {})
    strength = float(told.get("emissiveStrength", 1.0)) if isinstance(told, dict) else 1.0
    most = max(1.0, *source.emissive)
    return [max(0.0, value / most) for value in source.emissive], 1.0 if UNLIT in source.extensions else strength * most


def _clipped(value: float) -> float:
    return min(1.0, max(0.0, float(value)))


def _sampler(texture: Texture) -> Json:
    magnifying, minifying = texture.filters
    sampler: Json = {}
    if magnifying in _MAGNIFYING:
        sampler["magFilter"] = magnifying
    if minifying in _MINIFYING:
        sampler["minFilter"] = minifying
    for name, wrap in zip(("wrapS", "wrapT"), texture.wrap, strict=True):
        if wrap in _WRAPS and wrap != 10497:
            sampler[name] = wrap
    return sampler


def _composed(transform: tuple[float, float, float, float, float] | None, stored: Range | None) -> Json:
    """Return KHR_texture_transform of a texture whose coordinates are stored in a range of their own.

    Textures that are turned have no such range: viewers disagree about the order of a turn and of a scale.
    """
    u, v, turn, scale_u, scale_v = transform or (0.0, 0.0, 0.0, 1.0, 1.0)
    if stored is not None:
        (low_u, extent_u), (low_v, extent_v) = stored
        u, v = u + scale_u * low_u, v + scale_v * low_v
        scale_u, scale_v = scale_u * extent_u, scale_v * extent_v
    entry: Json = {"offset": [u, v]} if (u, v) != (0, 0) else {}
    entry |= {"rotation": turn} if turn else {}
    return entry | ({"scale": [scale_u, scale_v]} if (scale_u, scale_v) != (1, 1) else {})
