"""A thing as the search sees it: its triangles behind one tree, looked at from any pose and in any proportions."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import ConvexHull, QhullError

from engine.rays import Hits, Rays, unit
from engine.shapes import Assembly, Faces, Points
from engine.single_view.coupling import Axes, round_axes
from engine.single_view.view import SeenFrom, Size, orbit, pixel_middles

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pose:
    """How a thing stands before the camera, and in which proportions.

    Attributes
    ----------
    azimuth, elevation, roll : float
        Degrees, as `engine.single_view.view.orbit` has them.
    distance : float, > 1
        From the middle of its box to the camera, in radii of the ball about that box.
    width, depth : float
        Natural logarithms of how much wider and deeper it is than drawn, compared with its height.
    """

    azimuth: float
    elevation: float
    roll: float = 0.0
    distance: float = 4.0
    width: float = 0.0
    depth: float = 0.0

    @property
    def factors(self) -> Vector:
        """Return the factors along x, y and z; their product is 1."""
        logs = np.array([self.width, 0.0, self.depth])
        return np.asarray(np.exp(logs - logs.mean()), np.float64)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a silhouette has to fill: a box in a picture of `size`, all in pixels."""

    size: Size
    left: float
    top: float
    right: float
    bottom: float


class Shape:
    """The triangles of an assembly, for looking at."""

    def __init__(self, assembly: Assembly) -> None:
        """Take all parts; each triangle remembers its part."""
        self.parts = assembly.parts
        points, faces, owners = joined(assembly)
        self.low, self.high = points.min(axis=0), points.max(axis=0)
        self.middle = (self.low + self.high) / 2
        self.points, self.faces, self.part_of_face = points - self.middle, faces, owners
        self.finish_of_face = _finishes(assembly)[owners]
        self.hull = _hull(self.points)
        corners = self.points[faces]
        crossed = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        self.normals = np.asarray(unit(crossed), np.float64)
        self._rays = Rays(self.points, faces)

    @property
    def size_m(self) -> Vector:
        """Return width, height and depth, metres."""
        return np.asarray(self.high - self.low, np.float64)

    @cached_property
    def round_axes(self) -> Axes:
        """Return about which of x, y and z most of it is round, so that it stays so in other proportions."""
        return round_axes(self.parts)

    def camera(self, pose: Pose, frame: Frame) -> SeenFrom:
        """Return the camera at a pose from which the thing, in the pose's proportions, fills the frame.

        The middle of the stretched thing is the origin; where the frame has another shape than the silhouette, the
        silhouette has the frame's area.
        """
        factors, axes = pose.factors, orbit(pose.azimuth, pose.elevation, pose.roll)
        away = pose.distance * float(np.linalg.norm(self.size_m * factors)) / 2
        local = (self.hull * factors) @ axes.T
        seen = local[:, :2] / (away - local[:, 2:])
        low, high = seen.min(axis=0), seen.max(axis=0)
        wide, tall = frame.right - frame.left, frame.bottom - frame.top
        focal = float(np.sqrt(wide * tall / max(float(np.prod(high - low)), 1e-12)))
        middle = (low + high) / 2 * focal
        centre = ((frame.left + frame.right) / 2 - middle[0], (frame.top + frame.bottom) / 2 + middle[1])
        return SeenFrom(axes[2] * away, axes, focal, (float(centre[0]), float(centre[1])), frame.size)

    def portrait(self, pose: Pose, longest: int) -> SeenFrom:
        """Return the camera at a pose whose picture the thing fills to the edges, the longer side so many pixels."""
        view = self.camera(pose, Frame((1, 1), 0.0, 0.0, 1.0, 1.0))
        places, _ = view.project(self.hull * pose.factors)
        low, wide = places.min(axis=0), np.maximum(np.ptp(places, axis=0), 1e-9)
        scale = longest / float(wide.max())
        size = (max(1, round(float(wide[1]) * scale)), max(1, round(float(wide[0]) * scale)))
        centre = (np.array(view.centre) - low) * scale
        return SeenFrom(view.place, view.axes, view.focal_px * scale, (float(centre[0]), float(centre[1])), size)

    def seen(self, view: SeenFrom, factors: Vector) -> Hits:
        """Return what each pixel of the view meets of the stretched thing; distances are depths in metres.

        The tree stays as it is: a stretched thing meets a ray where the thing meets the ray shrunk.
        """
        places = pixel_middles(view.size)
        local = np.empty((len(places), 3))
        local[:, 0] = (places[:, 0] - view.centre[0]) / view.focal_px
        local[:, 1] = (view.centre[1] - places[:, 1]) / view.focal_px
        local[:, 2] = -1.0
        directions = (local @ view.axes) / factors
        origins = np.broadcast_to(view.place / factors, directions.shape)
        return self._rays.first(origins, directions)


def joined(assembly: Assembly) -> tuple[Points, Faces, NDArray[np.int32]]:
    """Return all corners and triangles of an assembly, and the number of the part that each triangle is of."""
    starts = np.cumsum([0, *(len(part.points) for part in assembly.parts)])
    points = np.concatenate([part.points for part in assembly.parts])
    faces = np.concatenate([part.faces + start for part, start in zip(assembly.parts, starts, strict=False)])
    owners = np.repeat(np.arange(len(assembly.parts)), [len(part.faces) for part in assembly.parts])
    return points, faces.astype(np.int32), owners.astype(np.int32)


def _finishes(assembly: Assembly) -> NDArray[np.int32]:
    """Return a number for each part that parts of one material and colour share."""
    known: dict[tuple[str, str], int] = {}
    return np.array([known.setdefault((part.material, part.color), len(known)) for part in assembly.parts], np.int32)


def _hull(points: Points) -> Points:
    try:
        return np.asarray(points[ConvexHull(points).vertices], np.float64)
    except QhullError:  # flat as paper
        return points
