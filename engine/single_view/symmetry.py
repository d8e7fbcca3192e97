"""The line about which an outline is most nearly its own mirror image."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import affine_transform, zoom

_COARSE = 72  # nodes along the longer side while the tilt is looked for
_STEP_DEG, _FINE_DEG = 3.0, (1.5, 0.75)
_TILT_MOST_DEG = 45.0
_UPRIGHT = 0.0012  # of symmetry that a degree of tilt must be worth

Field = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Axis:
    """A line in a picture of (h, w) nodes.

    Attributes
    ----------
    row, column : float
        Where the upright picture is turned about: the middle of the grid.
    across : float
        How far the axis lies to the right of it, along the turned rows.
    tilt_deg : float
        Clockwise from upright, as seen in the picture.
    share : float
        Of the area, that lies mirrored about it, in [0, 1].
    """

    row: float
    column: float
    across: float
    tilt_deg: float
    share: float

    def turned(self, field: Field) -> Field:
        """Return an (h, w) or (h, w, c) picture turned so that the axis stands upright; nothing lies outside."""
        if field.ndim == 3:
            return np.stack([self.turned(field[..., layer]) for layer in range(field.shape[2])], axis=2)
        return _turned(field, self.tilt_deg, (self.row, self.column))

    @property
    def place(self) -> float:
        """Return the column of the axis in the turned picture."""
        return self.column + self.across

    def back(self, rows: NDArray[np.floating], columns: NDArray[np.floating]) -> tuple[Field, Field]:
        """Return the rows and columns in the picture of places in the turned one."""
        turn = np.radians(self.tilt_deg)
        down, right = np.asarray(rows) - self.row, np.asarray(columns) - self.column
        return (
            np.asarray(self.row + right * np.sin(turn) + down * np.cos(turn)),
            np.asarray(self.column + right * np.cos(turn) - down * np.sin(turn)),
        )


def axis_of(field: Field) -> Axis:
    """Return the axis of symmetry of {field > 0.5} that is nearest to upright where several are as good."""
    scale = min(1.0, _COARSE / max(field.shape))
    small = np.pad(zoom(field, scale, order=1), 2)
    small = np.pad(small, [(0, 0), (12, 12)])  # what is turned must have room
    middle = ((small.shape[0] - 1) / 2, (small.shape[1] - 1) / 2)

    def worth(tilt_deg: float) -> float:
        return _mirrored(_turned(small, tilt_deg, middle))[0] - _UPRIGHT * abs(tilt_deg)

    tilts = np.arange(-_TILT_MOST_DEG, _TILT_MOST_DEG + 0.1, _STEP_DEG)
    best = float(tilts[int(np.argmax([worth(tilt) for tilt in tilts]))])
    for step in _FINE_DEG:
        best = max((best - step, best, best + step), key=worth)
    here = ((field.shape[0] - 1) / 2, (field.shape[1] - 1) / 2)
    share, across = _mirrored(_turned(field, best, here))
    return Axis(*here, across, best, share)


def _mirrored(field: Field) -> tuple[float, float]:
    """Return the greatest share of the area that lies mirrored about an upright line, and the line from the middle."""
    solid = (field > 0.5).astype(np.float64)
    area, width = max(float(solid.sum()), 1.0), solid.shape[1]
    size = 2 * width
    spectrum = np.fft.rfft(solid, size, axis=1)
    sums = np.fft.irfft((spectrum * spectrum).sum(axis=0), size)  # at x1 + x2 = 2 x axis
    best = int(sums.argmax())
    return float(sums[best]) / area, best / 2 - (width - 1) / 2


def _turned(field: Field, tilt_deg: float, middle: tuple[float, float]) -> Field:
    if abs(tilt_deg) < 1e-9:
        return field
    turn = np.radians(tilt_deg)
    matrix = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    centre = np.array(middle)
    return np.asarray(affine_transform(field, matrix, centre - matrix @ centre, order=1, mode="constant"))
