"""What passes between the stages of a reconstruction.

The world is right-handed; its Y axis points up once a reconstruction has been levelled, its unit is arbitrary:
photographs do not show how large a thing is. Cameras look along +Z with X to the right and Y down, as in COLMAP; pixel
centres lie at half numbers, so that the upper left corner of a picture is (0, 0).
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.shapes import Pixels, Points


@dataclass(frozen=True, slots=True)
class Shot:
    """A photograph or a frame of a film, as a file that is turned upright.

    Attributes
    ----------
    name : str
        Of the file; unique, and in the order in which they were taken where that is known.
    width, height : int
        Pixels.
    focal_px : float
        Focal length by EXIF, in pixels of this file; 0 where the file does not say.
    time_s : float
        When it was taken, from the start of the film; -1: it is of no film.
    sharpness, exposure : float
        Variance of the Laplacian of luminance at 640 pixels' width; mean luminance in [0, 1].
    given_as : str
        The name of the photograph as its owner gave it; empty for frames.
    """

    path: Path
    name: str
    width: int
    height: int
    focal_px: float = 0.0
    time_s: float = -1.0
    sharpness: float = 0.0
    exposure: float = 0.0
    given_as: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A camera without distortion, and its picture.

    Attributes
    ----------
    picture : (h, w, 3) uint8, sRGB
    focal_px, middle_px : (2,) float64
        Focal lengths and principal point, pixels.
    turn : (3, 3) float64
        From the world's axes to the camera's.
    shift : (3,) float64
        A point is seen at `turn @ point + shift` in the camera's axes.
    """

    name: str
    picture: Pixels
    focal_px: NDArray[np.float64]
    middle_px: NDArray[np.float64]
    turn: NDArray[np.float64]
    shift: NDArray[np.float64]

    @property
    def place(self) -> NDArray[np.float64]:
        """Return where the camera stands, (3,)."""
        return np.asarray(-self.turn.T @ self.shift, np.float64)

    def seen(self, points: Points) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return where (n, 3) points are seen, (n, 2) pixels, and their depths (n,) along the axis of the camera."""
        local = points @ self.turn.T + self.shift
        depth = local[:, 2]
        safe = np.where(np.abs(depth) > 1e-12, depth, 1e-12)
        return local[:, :2] / safe[:, None] * self.focal_px + self.middle_px, depth


@dataclass(frozen=True, slots=True, eq=False)
class Sparse:
    """Cameras and points that many of them saw.

    Attributes
    ----------
    views : tuple of View
        Of those shots whose camera was found.
    points : (n, 3) float64
    colors : (n, 3) uint8
    tracks : tuple of (k,) int32
        For each point the views, by index, that saw it.
    shots : int
        How many photographs were asked about.
    error_px : float
        Mean reprojection error in pixels of the files that features were taken from.
    """

    views: tuple[View, ...]
    points: Points
    colors: Pixels
    tracks: tuple[NDArray[np.int32], ...]
    shots: int
    error_px: float


@dataclass(frozen=True, slots=True, eq=False)
class Depth:
    """How far the surface lies from one view.

    Attributes
    ----------
    depth : (h, w) float32
        Along the axis of the camera, in units of the world; 0 where nothing is known.
    confidence : (h, w) float32, in [0, 1]
    """

    depth: NDArray[np.float32]
    confidence: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Cloud:
    """Points on the surface: (n, 3) places, (n, 3) unit normals that point outwards, (n, 3) sRGB colours."""

    points: Points
    normals: NDArray[np.float32]
    colors: Pixels
