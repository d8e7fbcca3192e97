"""Where a photograph was taken from: a perspective camera from the world's metres to the photograph's pixels."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.rays import Hits, Rays, unit
from engine.shapes import Faces, Points

Mask = NDArray[np.bool_]
Size = tuple[int, int]  # (height, width) in pixels
_NEAR = 1e-6  # of depth, metres: what stands at the camera or behind it is put here


@dataclass(frozen=True, slots=True, eq=False)
class SeenFrom:
    """A perspective camera; pixel (0, 0) is the upper left one and its middle is at (0.5, 0.5).

    Attributes
    ----------
    place : (3,) float64, metres, Y up
        Where the camera stands.
    axes : (3, 3) float64
        Its right, up and back (away from what it sees), each a row of length 1.
    focal_px : float, > 0
        Focal length, in pixels of `size`.
    centre : (float, float)
        Where the axis of view meets the picture: x from the left and y from the top, in pixels of `size`.
    size : (int, int)
        Height and width of the picture, pixels.
    """

    place: NDArray[np.float64]
    axes: NDArray[np.float64]
    focal_px: float
    centre: tuple[float, float]
    size: Size

    def project(self, points: NDArray[np.floating]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return (n, 2) places in the picture, pixels x and y, and (n,) depths in metres; depth <= 0 is not seen."""
        local = (points - self.place) @ self.axes.T
        depth = -local[:, 2]
        scale = self.focal_px / np.maximum(depth, _NEAR)
        places = np.stack([self.centre[0] + local[:, 0] * scale, self.centre[1] - local[:, 1] * scale], axis=1)
        return places, depth

    def scaled(self, size: Size) -> "SeenFrom":
        """Return the same camera for the picture resized to (height, width); the pixels stay square."""
        (tall, wide), (height, width) = self.size, size
        along, down = width / wide, height / tall
        centre = (self.centre[0] * along, self.centre[1] * down)
        return SeenFrom(self.place, self.axes, self.focal_px * (along * down) ** 0.5, centre, size)

    def directions(self, places: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return (n, 3) unit directions from the camera through (n, 2) places of the picture, pixels x and y."""
        local = np.empty((len(places), 3))
        local[:, 0] = (places[:, 0] - self.centre[0]) / self.focal_px
        local[:, 1] = (self.centre[1] - places[:, 1]) / self.focal_px
        local[:, 2] = -1.0
        return np.asarray(unit(local @ self.axes), np.float64)

    def first(self, rays: Rays) -> Hits:
        """Return what each pixel's middle meets first, row by row."""
        directions = self.directions(pixel_middles(self.size))
        return rays.first(np.broadcast_to(self.place, directions.shape), directions)

    def silhouette(self, points: Points, faces: Faces, size: Size) -> Mask:
        """Return the (height, width) mask of what triangles cover of the picture, resized to `size`."""
        hits = self.scaled(size).first(Rays(points, faces))
        return (hits.face >= 0).reshape(size)


def pixel_middles(size: Size) -> NDArray[np.float64]:
    """Return (height x width, 2) middles of all pixels, x and y, row by row."""
    rows, columns = np.mgrid[: size[0], : size[1]]
    return np.stack([columns.ravel() + 0.5, rows.ravel() + 0.5], axis=1)


def orbit(azimuth_deg: float, elevation_deg: float, roll_deg: float = 0.0) -> NDArray[np.float64]:
    """Return the axes of a camera that looks at the origin.

    Azimuth 0 looks at the front (+Z) and turns towards +X, elevation rises over the horizon, and roll turns the camera
    counter-clockwise as its holder sees it.
    """
    turn, lift, roll = np.radians([azimuth_deg, elevation_deg, roll_deg])
    back = np.array([np.sin(turn) * np.cos(lift), np.sin(lift), np.cos(turn) * np.cos(lift)])
    right = np.array([np.cos(turn), 0.0, -np.sin(turn)])
    up = np.cross(back, right)
    rolled = np.cos(roll) * right + np.sin(roll) * up
    return np.stack([rolled, np.cross(back, rolled), back])
