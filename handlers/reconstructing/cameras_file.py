"""Where photographs were taken from, as a file for people and programs."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy as np

from engine.photographs.views import View


def cameras_json(views: Sequence[View], given_as: Mapping[str, str]) -> bytes:
    """Return cameras as JSON: each looks along +Z, X to the right, Y down; a point is at `turn @ point + shift`.

    `given_as` has the names of photographs as their owner gave them, by ours.
    """
    listed: list[dict[str, Any]] = [
        _named(view, given_as) | {
            "width": view.picture.shape[1], "height": view.picture.shape[0],
            "focal_px": view.focal_px.tolist(), "middle_px": view.middle_px.tolist(), "turn": view.turn.tolist(),
            "shift": view.shift.tolist(), "place": view.place.tolist(),
        }
        for view in views
    ]  # fmt: skip
    return msgspec.json.format(msgspec.json.encode({"unit": "arbitrary", "up": "y", "cameras": listed}), indent=1)


def _named(view: View, given_as: Mapping[str, str]) -> dict[str, str]:
    name = view.name.rpartition("/")[2]
    return {"name": name, "given_as": given_as[name]} if given_as.get(name) else {"name": name}


def cameras_of(data: bytes) -> list[View]:
    """Return the cameras of such a file, with black pictures."""
    return [
        View(
            one["name"], np.zeros((one["height"], one["width"], 3), np.uint8), np.array(one["focal_px"]),
            np.array(one["middle_px"]), np.array(one["turn"]), np.array(one["shift"]),
        )
        for one in msgspec.json.decode(data)["cameras"]
    ]  # fmt: skip
