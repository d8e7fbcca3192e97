"""What a bake knows of each texel, and the pictures that come of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.baking.options import Kind, Options
from engine.baking.padding import Padding, filled_by_mips
from engine.baking.sampled import encoded

Values = NDArray[Any]
_COLORS: tuple[Kind, ...] = ("albedo", "emissive")
_MEASURES: tuple[Kind, ...] = ("curvature", "thickness")


@dataclass(slots=True, eq=False)
class Layers:
    """Pictures as they grow: bytes for most kinds, float32 for what is scaled at the end.

    `known` are the texels that found the detailed surface.
    """

    options: Options
    has_alpha: bool
    known: NDArray[np.bool_] = field(init=False)
    values: dict[Kind, Values] = field(init=False)

    def __post_init__(self) -> None:
        """Make room."""
        size = self.options.size
        self.known = np.zeros((size, size), bool)
        self.values = {kind: self._room(kind, size) for kind in self.options.kinds}

    def _room(self, kind: Kind, size: int) -> Values:
        if kind in _MEASURES:
            return np.zeros((size, size), np.float32)
        if kind == "albedo":
            return np.zeros((size, size, 4 if self.has_alpha else 3), np.uint8)
        if kind == "normal":
            return np.zeros((size, size, 3), np.uint8 if self.options.bits == 8 else np.uint16)
        return np.zeros((size, size, 3) if kind == "emissive" else (size, size), np.uint8)

    def write(self, texels: NDArray[np.int64], values: Mapping[Kind, Values]) -> None:
        """Write float values of some texels (flat indices); colours are linear, normals vectors."""
        self.known.reshape(-1)[texels] = True
        for kind, found in values.items():
            layer = self.values[kind]
            flat = layer.reshape(len(self.known) ** 2, *layer.shape[2:])
            flat[texels] = self._stored(kind, found)

    def _stored(self, kind: Kind, values: Values) -> Values:
        if kind in _MEASURES:
            return values
        if kind == "normal":
            return _whole(values * 0.5 + 0.5, self.options.bits)
        if kind in _COLORS:
            values = np.column_stack([encoded(values[:, :3]), values[:, 3:]])
        return _whole(values, 8)

    def scaled(self) -> dict[str, float]:
        """Turn measures into shares of their scales, and return the scales."""
        facts: dict[str, float] = {}
        if "curvature" in self.values:
            found = self.values["curvature"]
            scale = self.options.curvature_max_per_m or self._largest(np.abs(found))
            found *= np.float32(0.5 / scale)
            found += np.float32(0.5)
            facts["curvature_max_per_m"] = scale
        if "thickness" in self.values:
            found = self.values["thickness"]
            scale = self.options.thickness_max_m or self._largest(np.where(np.isfinite(found), found, 0))
            found /= np.float32(scale)
            facts["thickness_max_m"] = scale
        for kind in _MEASURES:
            if kind in self.values:
                bits = self.options.bits if kind == "curvature" else 8
                self.values[kind] = _whole(self.values[kind], bits)
        return facts

    def _largest(self, values: Values) -> float:
        """Return what 99 of 100 known texels do not exceed."""
        known = values[self.known]
        return float(np.quantile(known, 0.99)) or 1.0 if len(known) else 1.0

    def pad(self, tick: Callable[[float], None]) -> None:
        """Fill what shows nothing: rings around the charts, then by mips or with the background."""
        padding = Padding.of(self.known, self.options.margin_texels)
        empty = ~padding.known
        for number, (kind, picture) in enumerate(self.values.items()):
            tick(number / len(self.values))
            padding.spread(picture)
            if self.options.fills:
                filled_by_mips(picture, padding.known)
            else:
                picture[empty] = self._background(kind, picture)

    def _background(self, kind: Kind, picture: Values) -> Any:
        most = np.iinfo(picture.dtype).max
        if kind == "albedo":
            return np.array([*self.options.background, 255][: picture.shape[2]], np.uint8)
        if kind == "normal":
            return np.array([(most + 1) // 2, (most + 1) // 2, most], picture.dtype)
        return {"ambient_occlusion": most, "curvature": (most + 1) // 2}.get(kind, 0)


def _whole(values: Values, bits: int) -> Values:
    most = 2**bits - 1
    return (np.clip(values, 0, 1) * np.float32(most) + np.float32(0.5)).astype(np.uint8 if bits == 8 else np.uint16)
