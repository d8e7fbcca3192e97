"""The node tree of a glTF document: grids, lighter levels, skins and animations hung where they belong.

Quantised corners count on a grid, and the node that shows them carries the grid's place and step. A node that has
children or moves keeps its own axes: then a child of it shows the mesh. Skinned meshes do not follow their nodes, so
they hang from the scene itself, and the grid goes into the inverse bind matrices.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.models.gltf_document import Column, Document
from engine.models.model import NOTHING, Channel, Json, Model, Node, Skin
from engine.models.placing import own_placements
from engine.models.quantizing import Grid

LOD, COVERAGE = "MSFT_lod", "MSFT_screencoverage"
_PLAIN = Node()


@dataclass(frozen=True, slots=True)
class Written:
    """A mesh as the document has it: its number, the grid of its corners, its triangles, and what moves it."""

    number: int
    grid: Grid | None
    triangles: int
    has_joints: bool
    has_targets: bool


Levels = Mapping[int, Sequence[Written]]
"""What stands for each mesh of the model, the finest first."""


@dataclass(slots=True, eq=False)
class Tree:
    """Writes the nodes of a model; nodes keep their numbers, and those that are added come after them."""

    document: Document
    model: Model
    levels: Levels
    morphing: dict[int, list[int]] = field(default_factory=dict)  # node -> the nodes that show its morph targets
    loose: list[int] = field(default_factory=list)  # nodes that hang from the scene itself
    _moving: frozenset[int] = frozenset()  # nodes whose own axes matter to others than their mesh
    _skins: dict[tuple[int, Grid | None], int] = field(default_factory=dict)
    _own: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 4, 4)))  # (n, 4, 4) places of the nodes

    def write(self) -> None:
        """Write nodes, skins and the scene."""
        self._moving = _moving(self.model)
        self._own = own_placements(self.model.nodes)
        self.document.lists["nodes"] = [self._node(node) for node in self.model.nodes]
        for number, node in enumerate(self.model.nodes):
            levels = self.levels.get(node.mesh, ())
            if levels:
                self._show(number, node, levels)
        roots = [*self.model.roots, *self.loose]
        self.document.top["scene"] = 0
        self.document.add("scenes", {"nodes": list(dict.fromkeys(roots))} if roots else {})

    def _node(self, node: Node) -> Json:
        entry: Json = {"name": node.name} if node.name else {}
        entry |= _placed(node)
        entry |= {"children": list(node.children)} if node.children else {}
        extras = {name: value for name, value in node.extras.items() if name != COVERAGE}  # told anew with the levels
        return entry | ({"extras": extras} if extras else {})

    def _show(self, number: int, node: Node, levels: Sequence[Written]) -> None:
        """Hang a mesh from the node itself where that changes nothing else, otherwise from a new one."""
        is_skinned = node.skin != NOTHING and levels[0].has_joints
        if is_skinned:
            shower, axes = self._loose_node(number, node), np.eye(4)
        elif self._is_free(number, node) or (levels[0].grid is None and len(levels) == 1):
            shower, axes = number, self._own[number]
        else:
            shower, axes = self._child(number, node), np.eye(4)
        finest = self.document.lists["nodes"][shower]
        found = [shower, *(self.document.add("nodes", {}) for _ in levels[1:])]
        for place, written in zip(found, levels, strict=True):
            entry = self.document.lists["nodes"][place]
            if place != shower:
                entry |= _named(node, f"_lod{found.index(place)}")
                entry |= {key: finest[key] for key in _PLACES if key in finest}
            self._fill(entry, node, written, axes, is_skinned)
        if len(levels) > 1:
            self._tell_levels(finest, found, levels)
        self.morphing[number] = [place for place, each in zip(found, levels, strict=True) if each.has_targets]

    def _fill(self, entry: Json, node: Node, written: Written, axes: NDArray[np.float64], is_skinned: bool) -> None:
        entry["mesh"] = written.number
        if node.morph and written.has_targets:
            entry["weights"] = list(node.morph)
        if is_skinned:
            entry["skin"] = self._skin(node.skin, written.grid)
        elif written.grid is not None:
            for key in _PLACES:
                entry.pop(key, None)
            entry |= _onto(axes, node, written.grid)

    def _tell_levels(self, entry: Json, found: list[int], levels: Sequence[Written]) -> None:
        """Tell when each level is fine enough: when as many triangles as the first has at full screen fall on it."""
        self.document.uses(LOD)
        entry["extensions"] = {LOD: {"ids": found[1:]}}
        most = max(levels[0].triangles, 1)
        covered = [round(min(1.0, level.triangles / most), 6) for level in levels[1:]]
        entry["extras"] = entry.get("extras", {}) | {COVERAGE: [*covered, 0.0]}

    def _is_free(self, number: int, node: Node) -> bool:
        return not node.children and number not in self._moving

    def _child(self, number: int, node: Node) -> int:
        child = self.document.add("nodes", _named(node, "_mesh"))
        self.document.lists["nodes"][number].setdefault("children", []).append(child)
        return child

    def _loose_node(self, number: int, node: Node) -> int:
        if number in self.model.roots and not _placed(node):
            return number
        self.loose.append(self.document.add("nodes", _named(node, "_skinned")))
        return self.loose[-1]

    def _skin(self, number: int, grid: Grid | None) -> int:
        key = (number, grid)
        if key not in self._skins:
            self._skins[key] = self.document.add("skins", self._skin_entry(self.model.skins[number], grid))
        return self._skins[key]

    def _skin_entry(self, skin: Skin, grid: Grid | None) -> Json:
        entry: Json = {"name": skin.name} if skin.name else {}
        entry["joints"] = list(skin.joints)
        if skin.skeleton != NOTHING:
            entry["skeleton"] = skin.skeleton
        if grid is not None or skin.inverse_bind is not None:
            bind = np.tile(np.eye(4), (len(skin.joints), 1, 1)) if skin.inverse_bind is None else skin.inverse_bind
            bind = bind if grid is None else bind @ grid.placement
            by_column = np.ascontiguousarray(bind.transpose(0, 2, 1).reshape(-1, 16), np.float32)
            by_column[:, 3::4] = [0, 0, 0, 1]
            entry["inverseBindMatrices"] = self.document.accessor(Column(by_column), "binds")
        return entry


def _moving(model: Model) -> frozenset[int]:
    """Return the animated nodes and the joints."""
    moved = {each.node for animation in model.animations for each in animation.channels if each.path != "weights"}
    return frozenset(moved | {joint for skin in model.skins for joint in (*skin.joints, skin.skeleton)})


def _named(node: Node, ending: str) -> Json:
    return {"name": f"{node.name}{ending}"} if node.name else {}


_PLACES = ("translation", "rotation", "scale", "matrix")


def _placed(node: Node) -> Json:
    """Return where a node stands, without what stands for nothing."""
    if node.matrix is not None:
        return {} if np.array_equal(node.matrix, np.eye(4)) else {"matrix": node.matrix.T.reshape(-1).tolist()}
    entry: Json = {}
    if node.translation != _PLAIN.translation:
        entry["translation"] = list(node.translation)
    if node.rotation != _PLAIN.rotation and any(node.rotation):
        turn = np.array(node.rotation, np.float64)
        entry["rotation"] = (turn / np.linalg.norm(turn)).clip(-1, 1).tolist()
    if node.scale != _PLAIN.scale:
        entry["scale"] = list(node.scale)
    return entry


def _onto(axes: NDArray[np.float64], node: Node, grid: Grid) -> Json:
    """Return the place of a node that shows corners which count on a grid."""
    placed = axes @ grid.placement
    if np.array_equal(axes, np.eye(4)):
        return {"translation": list(grid.origin), "scale": [grid.step] * 3}
    if node.matrix is not None:
        return {"matrix": placed.T.reshape(-1).tolist()}
    turned = _placed(node)
    scale = [value * grid.step for value in node.scale]
    rotation = {"rotation": turned["rotation"]} if "rotation" in turned else {}
    return {"translation": placed[:3, 3].tolist(), **rotation, "scale": scale}


def write_animations(document: Document, model: Model, morphing: Mapping[int, list[int]]) -> None:
    """Write the animations; what moves morph targets goes to all nodes that show them."""
    for animation in model.animations:
        samplers: list[Json] = []
        channels: list[Json] = []
        for channel in animation.channels:
            targets = morphing.get(channel.node, []) if channel.path == "weights" else [channel.node]
            if not targets:
                continue
            sampler = _sampler(document, channel)
            if sampler not in samplers:
                samplers.append(sampler)
            for node in targets:
                target = {"node": node, "path": channel.path}
                channels.append({"sampler": samplers.index(sampler), "target": target})
        if channels:
            entry: Json = {"name": animation.name} if animation.name else {}
            document.add("animations", entry | {"channels": channels, "samplers": samplers})


_WIDTHS = {"translation": 3, "rotation": 4, "scale": 3, "weights": 1}


def _sampler(document: Document, channel: Channel) -> Json:
    times = Column(np.ascontiguousarray(channel.times_s.reshape(-1, 1), np.float32))
    values = np.ascontiguousarray(channel.values.reshape(-1, _WIDTHS[channel.path]), np.float32)
    entry = {
        "input": document.accessor(times, "values", has_bounds=True),
        "output": document.accessor(Column(values), "values"),
    }
    return entry | ({"interpolation": channel.interpolation} if channel.interpolation != "LINEAR" else {})
