"""The stages of a reconstruction from known cameras, worked out once for the tests that look at them."""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.photographs.depths import depth_maps
from engine.photographs.fusing import fused
from engine.photographs.surface import SurfaceOptions, meshed
from engine.photographs.views import Cloud, Depth, Sparse, View
from engine.rays import Rays, unit
from engine.shapes import Faces, Pixels, Points
from tests.filming import orbit, photographed, scene

SIZE = (256, 192)
COUNT, TURN_DEG = 9, 150.0
Field = NDArray[Any]


@lru_cache(maxsize=1)
def known_sparse() -> Sparse:
    """Return the true cameras of some pictures around a part of the scene, and true points that they see."""
    views = tuple(photographed(view, samples=1) for view in orbit(COUNT, turn_deg=TURN_DEG, size=SIZE))
    return sparse_of(views)


def sparse_of(views: tuple[View, ...], count: int = 2500) -> Sparse:
    """Return cameras as if they had been found, with points on the scene's surface."""
    truth = scene()
    points = scattered(truth.points, truth.faces, count, seed=0)
    sees = np.stack([seen(view, points) for view in views], axis=1)
    kept = sees.sum(axis=1) >= 2
    tracks = tuple(np.flatnonzero(row).astype(np.int32) for row in sees[kept])
    return Sparse(views, points[kept], np.zeros((len(tracks), 3), np.uint8), tracks, len(views), 0.1)


@lru_cache(maxsize=1)
def dense() -> tuple[list[Depth], Cloud]:
    """Return the depths that are found, and their cloud."""
    depths = depth_maps(known_sparse())
    return depths, fused(known_sparse(), depths)


@lru_cache(maxsize=1)
def surface() -> tuple[Points, Faces, Pixels]:
    """Return the surface that is found."""
    return meshed(dense()[1], known_sparse(), options=SurfaceOptions(faces_most=30_000))


def seen(view: View, points: Field) -> Field:
    """Return which true points a camera sees."""
    at, depth = view.seen(points)
    height, width = view.picture.shape[:2]
    inside = (at >= 0).all(axis=1) & (at[:, 0] < width) & (at[:, 1] < height) & (depth > 0)
    ways = points - view.place
    far = np.linalg.norm(ways, axis=1)
    met = rays().first(np.broadcast_to(view.place, points.shape), ways / far[:, None])
    return np.asarray(inside & (np.abs(met.distance - far) < 2e-3))


@lru_cache(maxsize=1)
def rays() -> Rays:
    """Return the true scene."""
    return Rays(scene().points, scene().faces)


def true_depth(view: View) -> Field:
    """Return (h, w) how far the true surface lies along the axis of the camera, 0 where there is none."""
    height, width = view.picture.shape[:2]
    x, y = np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5)
    pixels = np.column_stack([x.ravel(), y.ravel()])
    local = np.column_stack([(pixels - view.middle_px) / view.focal_px, np.ones(len(pixels))])
    length = np.linalg.norm(local, axis=1)
    met = rays().first(np.broadcast_to(view.place, local.shape), unit(local @ view.turn))
    return np.where(met.face >= 0, met.distance / length, 0.0).reshape(height, width)


def scattered(points: Points, faces: Faces, count: int, *, seed: int) -> Points:
    """Return places spread evenly over a surface."""
    generator = np.random.default_rng(seed)
    corners = points[faces]
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    face = generator.choice(len(area), count, p=area / area.sum())
    return np.asarray(np.einsum("nk,nkx->nx", generator.dirichlet((1, 1, 1), count), corners[face]))
