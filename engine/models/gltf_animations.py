"""Animations of a glTF."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.models.gltf_accessors import Accessors
from engine.models.gltf_schema import AnimationEntry, AnimationSampler, Document, NodeEntry, Target, picked
from engine.models.limits import Reading
from engine.models.model import Animation, Channel

_WIDTHS = {"translation": ("VEC3",), "scale": ("VEC3",), "rotation": ("VEC4",), "weights": ("SCALAR",)}
_TURN_LEAST, _TURN_OFF = 1e-6, 1e-5


def animations_of(document: Document, accessors: Accessors, reading: Reading) -> tuple[Animation, ...]:
    """Return the animations in the order of the file."""
    made = (_animation(entry, document.nodes, accessors, reading) for entry in document.animations)
    return tuple(animation for animation in made if animation.channels)


def _animation(entry: AnimationEntry, nodes: Sequence[NodeEntry], accessors: Accessors, reading: Reading) -> Animation:
    channels: dict[tuple[int, str], Channel] = {}
    for each in entry.channels:
        if each.target.node is None or each.target.path not in _WIDTHS:
            reading.note("Animations of other things than nodes were left out")
            continue
        if each.target.node >= len(nodes):
            raise Invalid("An animation of the glTF moves a node that is not there", field="animations")
        if each.target.path != "weights" and nodes[each.target.node].matrix is not None:
            raise Invalid("An animation of the glTF moves a node that is placed by a matrix; translation, rotation and"
                          " scale have to place it", field=f"nodes[{each.target.node}].matrix")  # fmt: skip
        if (each.target.node, each.target.path) in channels:
            reading.note("Of two movements of the same thing in one animation the last was read")
        sampler = picked(entry.samplers, each.sampler, "animation sampler")
        channels[each.target.node, each.target.path] = _channel(each.target, each.target.node, sampler, accessors)
    return Animation(tuple(channels.values()), entry.name or "")


def _channel(target: Target, node: int, sampler: AnimationSampler, accessors: Accessors) -> Channel:
    times = accessors.floats(sampler.input, "SCALAR")[:, 0]
    values = accessors.floats(sampler.output, *_WIDTHS[target.path])  # type: ignore[arg-type]
    rows = len(times) * (3 if sampler.interpolation == "CUBICSPLINE" else 1)
    if not rows or len(values) % rows or (target.path != "weights" and len(values) != rows):
        raise Invalid("An animation of the glTF has another number of values than of times", field="animations")
    if not (times[0] >= 0 and (np.diff(times) >= 0).all()):
        raise Invalid("The times of an animation of the glTF do not go forward", field="animations")
    values = values.reshape(rows, -1)
    if target.path == "rotation":
        values = _unit_turns(values, 3 if sampler.interpolation == "CUBICSPLINE" else 1)
    return Channel(node, target.path, _forward(times), values, sampler.interpolation)


def _forward(times: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return times each of which is later than the one before: equal ones go apart by the least there is."""
    if len(times) < 2 or (np.diff(times) > 0).all() or not np.isfinite(times).all():
        return times
    steps = (times + np.float32(0)).view(np.int32).astype(np.int64)  # as floats that are not negative are ordered
    rank = np.arange(len(steps))
    return (np.maximum.accumulate(steps - rank) + rank).astype(np.int32).view(np.float32)


def _unit_turns(values: NDArray[np.float32], stride: int) -> NDArray[np.float32]:
    """Return (n, 4) rotations of length one; where `stride` is 3, each second of three is one, between its slopes."""
    turns = values[stride // 2 :: stride]
    lengths = np.linalg.norm(turns.astype(np.float64), axis=1)
    if not (lengths > _TURN_LEAST).all():  # what is no number is refused when all is checked
        if np.isfinite(lengths).all():
            raise Invalid("An animation of the glTF turns a node by nothing: a rotation has no length",
                          field="animations")  # fmt: skip
        return values
    if np.abs(lengths - 1).max() <= _TURN_OFF:
        return values
    unit = values.copy()
    unit[stride // 2 :: stride] = turns / lengths[:, None]
    return unit
