"""Thin bridges from a thing to the picture's border: the horizon, or a table's edge, behind it."""

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.single_view.outlines import round_

Mask = NDArray[np.bool_]
_THIN = 0.12  # of the thing's thickest place: a bridge is thinner
_WIDE_PX = 2  # at least, half of how thick a bridge may be
_BORDER_PX = 3  # how near to the border a bridge ends
_LONG = 4.0  # of its own thickness, at least, is it long,
_LEVEL = 1.7  # and so many times as wide as high
_SHARE_MOST = 0.2  # of the thing: what is more is no bridge


def unbridged(mask: Mask) -> Mask:
    """Return a mask without thin, level strips that run to the left or the right border of the picture."""
    sides = np.zeros(mask.shape, bool)
    sides[:, :_BORDER_PX], sides[:, -_BORDER_PX:] = True, True
    if mask.all() or not (mask & sides).any():
        return mask
    solid = mask.astype(np.uint8)
    framed = cv2.copyMakeBorder(solid, 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    thickest = float(cv2.distanceTransform(framed, cv2.DIST_L2, 3).max())
    radius = max(_WIDE_PX, round(_THIN * thickest))
    room = cv2.copyMakeBorder(solid, radius, radius, radius, radius, cv2.BORDER_REPLICATE)
    core = cv2.morphologyEx(room, cv2.MORPH_OPEN, round_(radius))[radius:-radius, radius:-radius].astype(bool)
    if not core.any():
        return mask
    thin = mask & ~core
    _, labels, facts, _ = cv2.connectedComponentsWithStats(thin.astype(np.uint8), connectivity=8)
    wide, tall = facts[:, cv2.CC_STAT_WIDTH].astype(np.float64), facts[:, cv2.CC_STAT_HEIGHT].astype(np.float64)
    areas = facts[:, cv2.CC_STAT_AREA].astype(np.float64)
    reaches = np.isin(np.arange(len(areas)), labels[sides & thin])
    is_bridge = reaches & (wide >= _LEVEL * tall) & (wide**2 >= _LONG * areas)
    is_bridge[0] = False
    if float(areas[is_bridge].sum()) > _SHARE_MOST * float(np.count_nonzero(mask)):
        return mask
    return np.asarray(mask & ~is_bridge[labels])
