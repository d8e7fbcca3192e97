"""The JSON of glTF 2.0 as far as it is read; whatever has another type or a negative index is refused by name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta

from domain.errors import Invalid

Index = Annotated[int, Meta(ge=0, lt=2**31)]
Count = Annotated[int, Meta(ge=0, lt=2**40)]
Number = Annotated[float, Meta(ge=-1e30, le=1e30)]
Positive = Annotated[float, Meta(ge=0, le=1e30)]
Two = tuple[Number, Number]
Three = tuple[Number, Number, Number]
Four = tuple[Number, Number, Number, Number]
Entry = TypeVar("Entry")
Kind = Literal["SCALAR", "VEC2", "VEC3", "VEC4", "MAT2", "MAT3", "MAT4"]


class _Object(msgspec.Struct, rename="camel", kw_only=True, gc=False):
    """Anything that glTF has in its lists."""

    extensions: Mapping[str, Any] = MappingProxyType({})
    extras: Any = None


class Asset(_Object):
    """What the file says of itself."""

    version: str
    min_version: str | None = None
    copyright: str | None = None


class Buffer(_Object):
    """Bytes in the file or beside it."""

    byte_length: Count
    uri: str | None = None


class BufferView(_Object):
    """A run of bytes in a buffer."""

    buffer: Index
    byte_length: Count
    byte_offset: Count = 0
    byte_stride: Annotated[int, Meta(ge=1, le=252)] | None = None


class SparseIndices(_Object):
    """Which elements of an accessor are replaced."""

    buffer_view: Index
    component_type: Literal[5121, 5123, 5125]
    byte_offset: Count = 0


class SparseValues(_Object):
    """What they are replaced by."""

    buffer_view: Index
    byte_offset: Count = 0


class Sparse(_Object):
    """Elements of an accessor that differ from its buffer view."""

    count: Count
    indices: SparseIndices
    values: SparseValues


class Accessor(_Object):
    """How bytes are read as numbers."""

    component_type: Literal[5120, 5121, 5122, 5123, 5125, 5126]
    count: Count
    type: Kind
    name: str | None = None
    buffer_view: Index | None = None
    byte_offset: Count = 0
    normalized: bool = False
    sparse: Sparse | None = None


class Primitive(_Object):
    """Corners of one material."""

    attributes: dict[str, Index]
    indices: Index | None = None
    material: Index | None = None
    mode: Annotated[int, Meta(ge=0, le=6)] = 4
    targets: list[dict[str, Index]] = []


class MeshEntry(_Object):
    """Primitives that are shown together."""

    primitives: list[Primitive] = []
    name: str | None = None
    weights: list[Number] = []


class NodeEntry(_Object):
    """A place in the scene."""

    name: str | None = None
    children: tuple[Index, ...] = ()
    mesh: Index | None = None
    skin: Index | None = None
    camera: Index | None = None
    matrix: Annotated[list[Number], Meta(min_length=16, max_length=16)] | None = None
    translation: Three = (0.0, 0.0, 0.0)
    rotation: Four = (0.0, 0.0, 0.0, 1.0)
    scale: Three = (1.0, 1.0, 1.0)
    weights: tuple[Number, ...] = ()


class Scene(_Object):
    """Root nodes that are shown together."""

    nodes: list[Index] = []


class TextureInfo(_Object):
    """A use of a texture; `scale` is of normals, `strength` of occlusion."""

    index: Index
    tex_coord: Annotated[int, Meta(ge=0, le=255)] = 0
    scale: Number = 1.0
    strength: Number = 1.0


class Roughness(_Object):
    """The metallic-roughness part of a material."""

    base_color_factor: Four = (1.0, 1.0, 1.0, 1.0)
    base_color_texture: TextureInfo | None = None
    metallic_factor: Number = 1.0
    roughness_factor: Number = 1.0
    metallic_roughness_texture: TextureInfo | None = None


class MaterialEntry(_Object):
    """How a surface looks."""

    name: str | None = None
    pbr_metallic_roughness: Roughness = msgspec.field(default_factory=Roughness)
    normal_texture: TextureInfo | None = None
    occlusion_texture: TextureInfo | None = None
    emissive_texture: TextureInfo | None = None
    emissive_factor: tuple[Positive, Positive, Positive] = (0.0, 0.0, 0.0)
    alpha_mode: Literal["OPAQUE", "MASK", "BLEND"] = "OPAQUE"
    alpha_cutoff: Positive = 0.5
    double_sided: bool = False


class TextureEntry(_Object):
    """A picture and how it is sampled."""

    source: Index | None = None
    sampler: Index | None = None


class Sampler(_Object):
    """How a picture is repeated and filtered; glTF's enums."""

    mag_filter: Literal[9728, 9729] | None = None
    min_filter: Literal[9728, 9729, 9984, 9985, 9986, 9987] | None = None
    wrap_s: Literal[33071, 33648, 10497] = 10497
    wrap_t: Literal[33071, 33648, 10497] = 10497


class Image(_Object):
    """A picture in the file or beside it."""

    uri: str | None = None
    buffer_view: Index | None = None
    name: str | None = None


class SkinEntry(_Object):
    """Joints that move a mesh."""

    joints: list[Index] = []
    inverse_bind_matrices: Index | None = None
    skeleton: Index | None = None
    name: str | None = None


class Target(_Object):
    """What an animation moves."""

    path: str
    node: Index | None = None


class ChannelEntry(_Object):
    """A sampler that moves a target."""

    sampler: Index
    target: Target


class AnimationSampler(_Object):
    """Keyframes."""

    input: Index
    output: Index
    interpolation: Literal["LINEAR", "STEP", "CUBICSPLINE"] = "LINEAR"


class AnimationEntry(_Object):
    """Channels that play together."""

    channels: list[ChannelEntry] = []
    samplers: list[AnimationSampler] = []
    name: str | None = None


class Document(_Object):
    """All lists of a glTF."""

    asset: Asset
    extensions_used: list[str] = []
    extensions_required: list[str] = []
    buffers: list[Buffer] = []
    buffer_views: list[BufferView] = []
    accessors: list[Accessor] = []
    meshes: list[MeshEntry] = []
    nodes: list[NodeEntry] = []
    scenes: list[Scene] = []
    scene: Index | None = None
    materials: list[MaterialEntry] = []
    textures: list[TextureEntry] = []
    samplers: list[Sampler] = []
    images: list[Image] = []
    skins: list[SkinEntry] = []
    animations: list[AnimationEntry] = []


def document_of(text: bytes) -> Document:
    """Return the typed JSON of a glTF.

    Raises
    ------
    Invalid
        It is not JSON, or a value is not of the type that glTF wants there; the sentence says which.
    """
    try:
        return msgspec.json.decode(text, type=Document)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise Invalid(f"The JSON of the glTF is not valid: {_reason(error)}", field="gltf") from error


def _reason(error: Exception) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)[:200]


def picked(found: list[Entry], number: int, what: str) -> Entry:
    """Return an entry of one of the document's lists."""
    if number >= len(found):
        raise Invalid(f"The glTF names {what} {number}, and has only {len(found)}", field=what)
    return found[number]
