"""Leave out of a model what its scene does not show."""

from collections.abc import Iterable
from dataclasses import replace

from domain.errors import Invalid
from engine.models.model import NOTHING, Animation, Model, Node, Skin


def pruned(model: Model) -> Model:
    """Return the model without nodes, meshes and skins that its scene neither shows nor moves.

    Raises
    ------
    Invalid
        A node stands below itself.
    """
    seen = _below(model, model.roots)
    skins = _sorted(model.nodes[node].skin for node in seen)
    joints = {joint for skin in skins for joint in model.skins[skin].joints}
    shown = seen | _below(model, _tops(model, joints - seen))
    if joints - shown:  # no top above them: they stand in a ring
        raise Invalid("A node of the model stands below itself, or in two places", field="nodes")
    meshes = _sorted(
        model.nodes[node].mesh for node in seen if model.nodes[node].mesh != NOTHING
        and model.meshes[model.nodes[node].mesh].surfaces
    )  # fmt: skip
    new_node = {old: new for new, old in enumerate(sorted(shown))}
    new_mesh = {old: new for new, old in enumerate(meshes)}
    new_skin = {old: new for new, old in enumerate(skins)}

    def node(old: Node) -> Node:
        mesh = new_mesh.get(old.mesh, NOTHING)
        skin = NOTHING if mesh == NOTHING else new_skin.get(old.skin, NOTHING)
        return replace(old, children=tuple(new_node[child] for child in old.children), mesh=mesh, skin=skin)

    def skin(old: Skin) -> Skin:
        return replace(old, joints=tuple(new_node[joint] for joint in old.joints),
                       skeleton=new_node.get(old.skeleton, NOTHING))  # fmt: skip

    return replace(
        model, nodes=tuple(node(model.nodes[old]) for old in sorted(shown)),
        roots=tuple(new_node[root] for root in model.roots), meshes=tuple(model.meshes[old] for old in meshes),
        skins=tuple(skin(model.skins[old]) for old in skins),
        animations=_animations(model.animations, new_node),
    )  # fmt: skip


def _tops(model: Model, numbers: set[int]) -> list[int]:
    """Return the nodes without a parent that stand above some: what moves a joint is kept with it."""
    parents = {child: number for number, node in enumerate(model.nodes) for child in node.children}
    climbed: set[int] = set()
    tops = []
    for number in sorted(numbers):
        place = number
        while place not in climbed:
            climbed.add(place)
            if place not in parents:
                tops.append(place)
                break
            place = parents[place]
    return tops


def _below(model: Model, roots: Iterable[int]) -> set[int]:
    """Return all nodes below some, with them; the nodes have one parent at most."""
    found: set[int] = set()
    waiting = list(roots)
    while waiting:
        number = waiting.pop()
        if number in found:
            raise Invalid("A node of the model stands below itself, or in two places", field="nodes")
        found.add(number)
        waiting.extend(model.nodes[number].children)
    return found


def _sorted(numbers: Iterable[int]) -> list[int]:
    return sorted({number for number in numbers if number != NOTHING})


def _animations(animations: Iterable[Animation], new_node: dict[int, int]) -> tuple[Animation, ...]:
    kept = (
        replace(
            animation,
            channels=tuple(
                replace(channel, node=new_node[channel.node])
                for channel in animation.channels
                if channel.node in new_node
            ),
        )
        for animation in animations
    )
    return tuple(animation for animation in kept if animation.channels)
