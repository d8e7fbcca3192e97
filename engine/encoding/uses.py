"""Which pictures a model shows as what, and the same model with others in their places."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine.models.model import NOTHING, Json, Material, Model, Picture, Slot, Texture

_REPEAT = 10497
_KINDS: Mapping[Slot, str] = {
    "base_color": "albedo", "metallic_roughness": "metallic_roughness", "normal": "normal", "occlusion": "occlusion",
    "emissive": "emissive",
}  # fmt: skip
_ROUGH = frozenset({"metallic_roughness", "occlusion", "orm"})


@dataclass(frozen=True, slots=True)
class Use:
    """One picture in one meaning.

    `is_tiled` where it repeats, `counts_alpha` where its alpha shows; `alpha_cutoff` where a material cuts there, or 0.
    """

    picture: int
    kind: str
    is_tiled: bool = False
    counts_alpha: bool = False
    alpha_cutoff: float = 0.0


def uses_of(model: Model) -> list[Use]:
    """Return the pictures that the model's materials show, in the order of the pictures.

    A picture that is shown as a colour here and as numbers there is listed for each; one that is read for occlusion
    and for roughness is one of kind `orm`.
    """
    found: dict[tuple[int, str], Use] = {}
    for seen in _seen(model):
        key = (seen.picture, _group(seen.kind))
        before = found.get(key, Use(seen.picture, seen.kind))
        kind = before.kind if before.kind == seen.kind else "orm" if seen.kind in _ROUGH else before.kind
        found[key] = Use(
            seen.picture, kind, before.is_tiled or seen.is_tiled, before.counts_alpha or seen.counts_alpha,
            max(before.alpha_cutoff, seen.alpha_cutoff),
        )  # fmt: skip
    return [found[key] for key in sorted(found)]


def with_pictures(model: Model, made: Mapping[Use, Picture]) -> Model:
    """Return the model with other pictures in the places of the old ones; what nothing shows any more is left out."""
    numbers = {(use.picture, _group(use.kind)): number for number, use in enumerate(made)}

    def moved(picture: int, kind: str) -> int:
        return numbers[(picture, _group(kind))]

    materials = tuple(_moved(material, moved) for material in model.materials)
    return replace(model, materials=materials, pictures=tuple(made.values()))


def pairs_to_pack(model: Model) -> list[tuple[int, int]]:
    """Return pairs of pictures (roughness and metallic; occlusion) that lie on the same texture coordinates."""
    found = {
        (rough.picture, occlusion.picture): None
        for material in model.materials
        if (rough := material.textures.get("metallic_roughness")) and (occlusion := material.textures.get("occlusion"))
        if rough.picture != occlusion.picture and _lies(rough) == _lies(occlusion)
    }
    return list(found)


def with_packed(model: Model, packed: Mapping[tuple[int, int], Picture]) -> Model:
    """Return the model whose materials read pairs of pictures from one each."""
    numbers = {pair: len(model.pictures) + number for number, pair in enumerate(packed)}

    def joined(material: Material) -> Material:
        rough, occlusion = material.textures.get("metallic_roughness"), material.textures.get("occlusion")
        if rough is None or occlusion is None or _lies(rough) != _lies(occlusion):
            return material
        number = numbers.get((rough.picture, occlusion.picture), NOTHING)
        if number == NOTHING:
            return material
        one = replace(rough, picture=number, fallback=NOTHING)
        return replace(material, textures={**material.textures, "metallic_roughness": one, "occlusion": one})

    materials = tuple(joined(material) for material in model.materials)
    return replace(model, materials=materials, pictures=(*model.pictures, *packed.values()))


def _lies(texture: Texture) -> tuple[Any, ...]:
    return (texture.uv_set, texture.wrap, texture.transform)


def _group(kind: str) -> str:
    return "orm" if kind in _ROUGH else kind


def _seen(model: Model) -> Iterator[Use]:
    for material in model.materials:
        is_see_through = material.alpha_mode != "OPAQUE"
        for slot, texture in material.textures.items():
            shows = slot == "base_color" and is_see_through
            cutoff = material.alpha_cutoff if shows and material.alpha_mode == "MASK" else 0.0
            yield Use(texture.picture, _KINDS[slot], _is_tiled(texture.wrap), shows, cutoff)
        for name, info in _infos(material.extensions):
            yield Use(info["picture"], _extension_kind(name), _is_tiled(info.get("wrap", ())), True)


def _is_tiled(wrap: Any) -> bool:
    return list(wrap) == [_REPEAT, _REPEAT]


def _extension_kind(name: str) -> str:
    if name.endswith("NormalTexture"):
        return "clearcoat_normal"
    return "specular_color" if name.endswith("ColorTexture") else "data"


def _infos(value: Any) -> Iterator[tuple[str, Json]]:
    """Go through the textures that extensions of a material name."""
    if isinstance(value, list):
        for each in value:
            yield from _infos(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name.endswith("Texture") and isinstance(each, dict) and "picture" in each:
                yield name, each
            else:
                yield from _infos(each)


def _moved(material: Material, moved: Callable[[int, str], int]) -> Material:
    textures = {
        slot: replace(texture, picture=moved(texture.picture, _KINDS[slot]), fallback=NOTHING)
        for slot, texture in material.textures.items()
    }
    return replace(material, textures=textures, extensions=_moved_infos(material.extensions, moved))


def _moved_infos(value: Any, moved: Callable[[int, str], int]) -> Any:
    if isinstance(value, list):
        return [_moved_infos(each, moved) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        name: {**each, "picture": moved(each["picture"], _extension_kind(name))}
        if name.endswith("Texture") and isinstance(each, dict) and "picture" in each
        else _moved_infos(each, moved)
        for name, each in value.items()
    }
