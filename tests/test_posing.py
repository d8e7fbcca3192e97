"""Skinned models are measured, budgeted, laid flat, baked and pictured as their bones hold them, whatever raw space is.

The same thing is told plainly, rigged in centimetres (as FBX is exported), and packed on a grid that bones undo.
"""

from dataclasses import replace

import numpy as np
import pytest

from domain.work.optimize_mesh import OptimizeMesh
from engine.baking.baker import bake
from engine.baking.options import Options
from engine.baking.source import Source
from engine.baking.tangent_space import with_tangents
from engine.models.model import Material, Mesh, Model, Node, Skin
from engine.models.reading import read_model
from engine.models.showing import pixels_of
from engine.models.writing import write_model
from engine.optimizing.distances import Sheet, apart
from engine.optimizing.reducing import count_of
from engine.optimizing.scene import simplified
from handlers.context import ReplayContext
from handlers.optimize_mesh import perform
from tests.exporting import corners_of
from tests.optimizing import ball, torus, volume_of
from tests.unwrapping import unwrapped

FORMS = ("in centimetres", "packed", "each bone for itself")
BONES = np.array([np.eye(4), [[0, -1, 0, 1.5], [1, 0, 0, 0.5], [0, 0, 1, 0], [0, 0, 0, 1]]])
"""Where two bones stand; the second lies on its side, half a metre up."""


def rigged(form: str = "plainly") -> Model:
    """Return a bumpy ring that bends: its left half follows one bone, its right the other; and a ball beside it."""
    ring = torus(32, 16)
    right = np.clip(ring.points[:, 0] + 0.5, 0, 1).astype(np.float32)
    bound = np.tile(np.eye(4), (2, 1, 1))
    if form == "each bone for itself":  # corners as each bone has them, on top of each other: halves, not blended
        right = (right > 0.5).astype(np.float32)
        bound = np.array([np.diag([0.5, 0.5, 0.5, 1]), np.diag([3.0, 3, 3, 1])])
        bound[1, :3, 3] = [4, 0, 0]
        own = np.linalg.inv(bound)[right.astype(np.int64)]
        ring = replace(ring, points=np.einsum("nij,nj->ni", own[:, :3, :3], ring.points) + own[:, :3, 3])
    if form == "in centimetres":
        ring, bound = replace(ring, points=100 * ring.points), bound @ np.diag([0.01, 0.01, 0.01, 1])
    joints = np.tile(np.uint16([0, 1, 0, 0]), (len(right), 1))
    weights = np.column_stack([1 - right, right, 0 * right, 0 * right])
    ring = with_tangents(replace(ring, joints=joints, weights=weights))
    nodes = (
        Node("body", mesh=0, skin=0, translation=(9.0, 9.0, 9.0)), Node("hip", matrix=BONES[0]),
        Node("knee", matrix=BONES[1]), Node("ball", mesh=1, translation=(-3.0, 0.0, 0.0)),
    )  # fmt: skip
    meshes = (Mesh((ring,)), Mesh((ball(3, bumps=0.1),)))
    model = Model(nodes, (0, 1, 2, 3), meshes, (Material(roughness=0.6),), skins=(Skin((1, 2), bound.astype("f4")),))
    return read_model(write_model(model, quantizes=True)) if form == "packed" else model


def halved() -> Model:
    """Return the ring torn into its halves, as the bones that share no corner hold it."""
    return rigged("each bone for itself")


def plainly(form: str) -> Model:
    """Return the same thing, its raw space that of the scene but for the bones."""
    if form != "each bone for itself":
        return rigged()
    torn = halved()
    ring = torn.meshes[0].surfaces[0]
    bound = torn.skins[0].inverse_bind[ring.weights[:, 1].astype(np.int64)].astype(np.float64)
    raw = np.einsum("nij,nj->ni", bound[:, :3, :3], ring.points) + bound[:, :3, 3]
    return replace(torn, meshes=(Mesh((replace(ring, points=raw),)), torn.meshes[1]), skins=(Skin((1, 2)),))


def still(model: Model) -> Model:
    """Return the model without bones: its surfaces as they are posed."""
    shown = [replace(each.surface, joints=None, weights=None) for each in model.placed()]
    meshes = tuple(Mesh((surface,)) for surface in shown)
    return Model(tuple(Node(mesh=n) for n in range(len(meshes))), tuple(range(len(meshes))), meshes, model.materials)


def counts(model: Model) -> list[int]:
    return [count_of(mesh) for mesh in model.meshes]


def test_bones_bend_corners_normals_and_tangents_and_keep_what_is_outside_out() -> None:
    shown = next(rigged().placed()).surface
    corners, sides = shown.points[shown.faces], np.roll(shown.points[shown.faces], -1, axis=1)
    flat = np.cross(sides[:, 0] - corners[:, 0], sides[:, 1] - corners[:, 0])
    assert (np.einsum("nx,nx->n", flat, shown.normals[shown.faces[:, 0]]) > 0).all()
    assert np.ptp(shown.points, axis=0) == pytest.approx(
        np.ptp(corners_of(rigged())[: len(flat)].reshape(-1, 3), axis=0)
    )
    u = np.diff(shown.uvs[0][shown.faces[:, :2], 0], axis=1)[:, 0]
    v = np.diff(shown.uvs[0][shown.faces[:, :2], 1], axis=1)[:, 0]
    runs = (np.abs(v) < 1e-6) & (np.abs(u) > 1e-3)
    along = (shown.points[shown.faces[runs, 1]] - shown.points[shown.faces[runs, 0]]) * np.sign(u[runs, None])
    along /= np.linalg.norm(along, axis=1)[:, None]
    assert runs.sum() > 100
    assert np.einsum("nx,nx->n", along, shown.tangents[shown.faces[runs, 0], :3]).mean() > 0.94


def test_bones_that_mirror_turn_the_triangles() -> None:
    plain = replace(
        ball(2), joints=np.zeros((162, 4), np.uint16), weights=np.tile(np.float32([1, 0, 0, 0]), (162, 1)),
        normals=ball(2).points.astype(np.float32),
    )  # fmt: skip
    nodes = (Node(mesh=0, skin=0), Node(scale=(-2.0, 2.0, 2.0)))
    shown = next(Model(nodes, (0, 1), (Mesh((plain,)),), skins=(Skin((1,)),)).placed()).surface
    assert volume_of(shown) == pytest.approx(8 * volume_of(plain))
    assert np.einsum("nx,nx->n", shown.points, shown.normals) == pytest.approx(2.0, rel=1e-5)


@pytest.mark.parametrize("form", FORMS)
def test_sizes_and_distances_are_those_of_what_is_shown(form: str) -> None:
    wanted, found = still(plainly(form)), rigged(form)
    measured = apart(Sheet.of(wanted), Sheet.of(found), samples=5_000)
    assert measured.hausdorff_m < 5e-4 * measured.diagonal_m  # weights are packed into eight bits
    assert Sheet.of(found).diagonal_m == pytest.approx(measured.diagonal_m, rel=1e-3)
    assert Source(found).size_m == pytest.approx(measured.diagonal_m, rel=1e-3)


@pytest.mark.parametrize("form", FORMS)
def test_a_budget_goes_where_the_shape_that_is_shown_needs_it(form: str) -> None:
    wanted, found = simplified(plainly(form), 500), simplified(rigged(form), 500)
    assert counts(found.model) == pytest.approx(counts(wanted.model), rel=0.1)
    assert found.error_m == pytest.approx(wanted.error_m, rel=0.2)
    strayed = apart(Sheet.of(still(plainly(form))), Sheet.of(found.model), samples=5_000)
    assert strayed.hausdorff_m < 0.03 * strayed.diagonal_m


def test_what_packing_moved_is_told_in_metres_of_what_was_packed_before_too() -> None:
    job = ReplayContext(load={"asset_in": write_model(rigged(), quantizes=True)})
    error = perform(OptimizeMesh(mesh="asset_in", target="mobile"), job).metrics["error"]
    assert 0 < error["packing_m"] < 5e-4 * error["diagonal_m"]
    assert error["diagonal_m"] == pytest.approx(Sheet.of(rigged()).diagonal_m, rel=1e-3)


@pytest.mark.parametrize("form", FORMS)
def test_texels_lie_as_densely_as_on_what_is_shown(form: str) -> None:
    wanted, found = (
        unwrapped(model, resolution=256)[0].metrics["texels_per_metre"] for model in (plainly(form), rigged(form))
    )
    assert [found[name] for name in ("min", "median")] == pytest.approx(
        [wanted[name] for name in ("min", "median")], rel=0.1
    )


@pytest.mark.parametrize("form", FORMS)
def test_a_bake_looks_from_where_the_bones_hold_the_surface(form: str) -> None:
    wanted, found = (_ringed(model) for model in (plainly(form), rigged(form)))
    options = Options(("normal", "ambient_occlusion"), size=48, samples=8, supersampling=1, device="cpu")
    plain, baked = bake(still(wanted), wanted, options), bake(still(wanted), found, options)
    assert baked.facts["texel_m"] == pytest.approx(plain.facts["texel_m"], rel=1e-3)
    for kind in options.kinds:
        assert np.abs(baked.pictures[kind].astype(float) - plain.pictures[kind]).mean() < 1.0


def _ringed(model: Model) -> Model:
    """Return the model without its ball, which has no texture coordinates."""
    return replace(model, nodes=tuple(replace(node, mesh=-1) if node.mesh == 1 else node for node in model.nodes))


def test_a_picture_shows_what_the_bones_hold() -> None:
    wanted = pixels_of(still(rigged()), size=48, samples=1)
    found = pixels_of(rigged("in centimetres"), size=48, samples=1)
    assert np.abs(wanted.astype(float) - found).mean() < 0.5
