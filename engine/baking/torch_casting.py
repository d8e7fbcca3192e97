"""Rays against triangles by torch: a tree of boxes, gone through level by level for all rays at once.

It answers as Embree does, to within rounding: no ray depends on another, so no order of work changes an answer.
"""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from engine.rays import FAR, Hits

Floats = NDArray[Any]  # float32
_WIDE = 8  # children of a box, and triangles of a leaf
_RAYS = {"cpu": 1 << 13, "cuda": 1 << 18}  # at once
_PAIRS = {"cpu": 1 << 21, "cuda": 1 << 26}  # of a ray and a box: with more, the rays are halved
_SLACK = 1e-6  # of a triangle: neighbours leave no gap between them
_NEVER = np.iinfo(np.int64).max


class TorchCaster:
    """Triangles in a tree of boxes, on a device of torch."""

    def __init__(self, points: Floats, faces: NDArray[np.int32], *, device: str = "cpu") -> None:
        """Sort (m, 3) faces over (n, 3) points along a curve that fills space, and box them by eights."""
        corners = points[faces].astype(np.float32)
        order = np.argsort(_morton(corners.mean(axis=1)), kind="stable")
        self._device, self._count = device, len(faces)
        self._faces = torch.from_numpy(order.astype(np.int64)).to(device)
        self._corners = torch.from_numpy(np.ascontiguousarray(corners[order])).to(device)
        self._levels = [level.to(device) for level in _levels(corners[order])]

    def first(self, origins: Floats, directions: Floats, reach: Floats | float = FAR) -> Hits:
        """Return what rays meet first within `reach`."""
        count = len(origins)
        face, distance = np.full(count, -1, np.int32), np.full(count, FAR, np.float32)
        u, v = np.zeros((2, count), np.float32)
        reaches = np.empty(count, np.float32)
        reaches[:] = reach
        step = _RAYS[self._device]
        for start in range(0, count, step):
            part = slice(start, min(start + step, count))
            found = self._nearest(*(self._on(each[part]) for each in (origins, directions, reaches)))
            face[part], distance[part], u[part], v[part] = (each.cpu().numpy() for each in found)
        return Hits(face, distance, u, v)

    def distances(self, origins: Floats, directions: Floats) -> Floats:
        """Return how far rays go until they meet something, infinite for those that do not."""
        hits = self.first(origins, directions)
        return np.where(hits.face >= 0, hits.distance, np.inf).astype(np.float32)

    def blocked(self, origins: Floats, directions: Floats, reach: float = FAR) -> NDArray[np.bool_]:
        """Return whether anything stands within `reach` along each ray."""
        return np.asarray(self.first(origins, directions, reach).face >= 0)

    def _on(self, values: Floats) -> Any:
        return torch.from_numpy(np.ascontiguousarray(values, np.float32)).to(self._device)

    def _nearest(self, origins: Any, directions: Any, reach: Any) -> tuple[Any, Any, Any, Any]:
        """Return face, distance, and the weights of the second and third corner of what each ray meets first."""
        best = torch.full((len(origins),), _NEVER, dtype=torch.int64, device=self._device)
        self._descend(torch.arange(len(origins), device=self._device), origins, directions, reach, best)
        met = best != _NEVER
        place = torch.where(met, best & 0xFFFFFFFF, torch.zeros_like(best))
        distance, u, v, _ = _crossed(origins, directions, self._corners[place])
        face = torch.where(met, self._faces[place], torch.full_like(place, -1)).to(torch.int32)
        nothing = torch.zeros_like(u)
        far = torch.full_like(distance, FAR)
        return face, torch.where(met, distance, far), torch.where(met, u, nothing), torch.where(met, v, nothing)

    def _descend(self, rays: Any, origins: Any, directions: Any, reach: Any, best: Any) -> None:
        """Write the nearest crossing of some of the rays into `best`: distance and triangle in one number."""
        inverse = 1 / torch.where(directions.abs() < 1e-12, torch.full_like(directions, 1e-12), directions)
        ray, box = rays, torch.zeros_like(rays)
        for number, boxes in enumerate(self._levels):
            if number:
                ray, box = _opened(ray, box, len(boxes))
            if len(ray) > _PAIRS[self._device] and len(rays) > 1:
                half = len(rays) // 2
                self._descend(rays[:half], origins, directions, reach, best)
                self._descend(rays[half:], origins, directions, reach, best)
                return
            kept = _entered(boxes[box], origins[ray], inverse[ray], reach[ray])
            ray, box = ray[kept], box[kept]
        ray, triangle = _opened(ray, box, self._count)
        distance, _, _, inside = _crossed(origins[ray], directions[ray], self._corners[triangle])
        hit = inside & (distance >= 0) & (distance <= reach[ray])
        key = (distance[hit].view(torch.int32).to(torch.int64) << 32) | triangle[hit]
        best.scatter_reduce_(0, ray[hit], key, "amin")


def _opened(ray: Any, box: Any, count: int) -> tuple[Any, Any]:
    """Return pairs of rays and the children of their boxes."""
    children = (box[:, None] * _WIDE + torch.arange(_WIDE, device=box.device)).reshape(-1)
    rays = ray.repeat_interleave(_WIDE)
    there = children < count
    return rays[there], children[there]


def _entered(boxes: Any, origins: Any, inverse: Any, reach: Any) -> Any:
    """Return which rays enter their boxes within reach."""
    one, two = (boxes[:, 0] - origins) * inverse, (boxes[:, 1] - origins) * inverse
    near = torch.minimum(one, two).amax(dim=1).clamp(min=0)
    far = torch.maximum(one, two).amin(dim=1) * (1 + 4e-7)
    return (near <= far) & (near <= reach)


def _crossed(origins: Any, directions: Any, corners: Any) -> tuple[Any, Any, Any, Any]:
    """Return distance, weights of the second and third corner, and whether they lie inside (Möller & Trumbore)."""
    one, two = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    square = torch.linalg.cross(directions, two)
    whole = (one * square).sum(dim=1)
    inverse = 1 / torch.where(whole.abs() < 1e-30, torch.full_like(whole, 1e-30), whole)
    away = origins - corners[:, 0]
    u = (away * square).sum(dim=1) * inverse
    other = torch.linalg.cross(away, one)
    v = (directions * other).sum(dim=1) * inverse
    inside = (u >= -_SLACK) & (v >= -_SLACK) & (u + v <= 1 + _SLACK) & (whole.abs() >= 1e-30)
    return (two * other).sum(dim=1) * inverse, u, v, inside


def _levels(corners: Floats) -> list[Any]:
    """Return boxes (k, 2, 3) by level, the root first; each holds eight of the level below, or eight triangles."""
    low, high = corners.min(axis=1), corners.max(axis=1)
    levels = []
    while True:
        starts = np.arange(0, len(low), _WIDE)
        low, high = np.minimum.reduceat(low, starts), np.maximum.reduceat(high, starts)
        slack = 1e-6 * (np.abs(low) + np.abs(high)) + 1e-12  # flat boxes are hit too
        levels.append(torch.from_numpy(np.stack([low - slack, high + slack], axis=1).astype(np.float32)))
        if len(low) == 1:
            return levels[::-1]


def _morton(middles: Floats) -> NDArray[np.uint64]:
    """Return places along a curve that fills space (Morton), 20 bits of each coordinate."""
    low = middles.min(axis=0)
    size = max(float(np.ptp(middles, axis=0).max()), 1e-30)
    cells = np.clip((middles - low) / size * (2**20 - 1), 0, 2**20 - 1).astype(np.uint64)
    return np.asarray(
        _apart(cells[:, 0]) | (_apart(cells[:, 1]) << np.uint64(1)) | (_apart(cells[:, 2]) << np.uint64(2)), np.uint64
    )


def _apart(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the bits with two empty ones after each."""
    for shift, mask in (
        (32, 0x1F00000000FFFF), (16, 0x1F0000FF0000FF), (8, 0x100F00F00F00F00F), (4, 0x10C30C30C30C30C3),
        (2, 0x1249249249249249),
    ):  # fmt: skip
        values = (values | (values << np.uint64(shift))) & np.uint64(mask)
    return np.asarray(values, np.uint64)
