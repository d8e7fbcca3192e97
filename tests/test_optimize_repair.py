"""Meshes are repaired part by part, and lose nothing by it."""

from dataclasses import replace

import numpy as np
import pytest
import trimesh

from engine.models.model import Mesh, Surface
from engine.optimizing.repairing import Repairs, repaired
from engine.optimizing.scene import closedness_of, mended
from tests.optimizing import ball, box, model_of, soup_of, surface_of, torus, volume_of


def mend(surface: Surface, *, fills_holes: bool = False) -> tuple[Surface, Repairs]:
    mesh, repairs = repaired(Mesh((surface,)), fills_holes=fills_holes)
    return mesh.surfaces[0], repairs


def test_a_sound_mesh_is_left_as_it_is() -> None:
    before = torus()
    after, repairs = mend(before)
    assert np.array_equal(after.points, before.points)
    assert np.array_equal(after.faces, before.faces)
    assert repairs == Repairs(parts=1)


def test_corners_are_merged_only_where_all_attributes_agree() -> None:
    after, repairs = mend(soup_of(torus(12, 8)))
    assert len(after.points) == 13 * 9  # the seams of the texture stay
    assert repairs.corners_merged == 12 * 8 * 6 - 13 * 9


def test_places_within_the_tolerance_become_one() -> None:
    loose = soup_of(box())
    shaken = replace(loose, points=loose.points + np.random.default_rng(0).uniform(-2e-7, 2e-7, loose.points.shape))
    after, repairs = mend(shaken)
    assert len(after.points) == 8
    assert repairs.places_welded == 36 - 8
    mesh, none = repaired(Mesh((shaken,)), tolerance=0.0)
    assert none.places_welded == 0
    assert len(mesh.surfaces[0].points) == 36


def test_degenerate_and_double_triangles_are_dropped() -> None:
    sound = box()
    faces = np.concatenate([sound.faces, sound.faces[:3], [[0, 0, 1], [2, 2, 2]]]).astype(np.int32)
    after, repairs = mend(replace(sound, faces=faces))
    assert (repairs.duplicates_dropped, repairs.degenerate_dropped) == (3, 2)
    assert len(after.faces) == 12


def test_corners_that_nothing_uses_are_dropped() -> None:
    sound = box()
    after, repairs = mend(replace(sound, points=np.concatenate([sound.points, [[9.0, 9, 9]]])))
    assert repairs.orphans_dropped == 1
    assert len(after.points) == 8


def test_triangles_that_face_the_wrong_way_are_turned() -> None:
    sound = ball(3)
    faces = sound.faces.copy()
    faces[::7] = faces[::7, ::-1]
    after, repairs = mend(replace(sound, faces=faces))
    assert repairs.faces_turned == len(faces[::7])
    assert volume_of(after) == pytest.approx(volume_of(sound))


def test_a_shell_that_is_inside_out_is_turned_with_its_normals() -> None:
    sound = ball(3)
    inwards = replace(sound, faces=sound.faces[:, ::-1].copy(), normals=(-sound.points).astype(np.float32))
    after, repairs = mend(inwards)
    assert repairs.faces_turned == len(sound.faces)
    assert volume_of(after) > 0
    assert np.einsum("nx,nx->n", after.points, after.normals).min() > 0.9


def test_the_hollow_inside_of_a_shell_stays_hollow() -> None:
    outer, inner = ball(3), ball(3, radius=0.5)
    both = Surface(
        np.concatenate([outer.points, inner.points]),
        np.concatenate([outer.faces, inner.faces[:, ::-1] + len(outer.points)]).astype(np.int32),
    )
    after, repairs = mend(both)
    assert repairs.faces_turned == 0
    assert volume_of(after) == pytest.approx(volume_of(outer) - volume_of(inner))


def test_boxes_that_meet_in_an_edge_are_split_there() -> None:
    one, two = trimesh.creation.box(), trimesh.creation.box()
    two.apply_translation((1, 1, 0))
    together = trimesh.util.concatenate([one, two])
    together.merge_vertices()
    after, repairs = mend(surface_of(together))
    assert (repairs.nonmanifold_edges, repairs.corners_split) == (1, 2)
    assert trimesh.Trimesh(after.points, after.faces, process=False).is_watertight


def test_a_sheet_with_a_back_of_its_own_is_two_sheets() -> None:
    front = surface_of(trimesh.creation.box().subdivide())
    double = replace(front, faces=np.concatenate([front.faces, front.faces[:, ::-1]]).astype(np.int32))
    after, repairs = mend(double)
    assert len(after.faces) == 2 * len(front.faces)
    assert repairs.corners_split == len(front.points)


def test_holes_are_filled_where_that_is_asked() -> None:
    whole = ball(3)
    torn = replace(whole, faces=whole.faces[20:])
    _, left = mend(torn)
    after, repairs = mend(torn, fills_holes=True)
    assert left.holes_left > 0
    assert left.holes_filled == 0
    assert repairs.holes_filled > 0
    assert repairs.holes_left == 0
    assert closedness_of(model_of(after)).closed == 1
    assert volume_of(after) == pytest.approx(volume_of(whole), rel=0.01)


def test_a_filled_hole_takes_texture_and_material_of_its_rim() -> None:
    ring = torus(24, 16)
    after, repairs = mend(replace(ring, faces=ring.faces[6:]), fills_holes=True)
    assert repairs.holes_filled >= 1
    assert len(after.uvs[0]) == len(after.points)
    assert closedness_of(model_of(after)).closed == 1


def test_the_rim_of_a_sheet_is_no_hole() -> None:
    sheet = Surface(
        np.array([[0.0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]]), np.array([[0, 1, 2], [0, 2, 3]], np.int32)
    )
    after, repairs = mend(sheet, fills_holes=True)
    assert repairs.parts_undone == 1
    assert repairs.holes_filled == 0
    assert len(after.faces) == 2


def test_a_part_that_mending_would_eat_stays_as_it_came() -> None:
    crumb = replace(ball(1, radius=0.004), points=ball(1, radius=0.004).points + 2.0)
    big = ball(2)
    both = Surface(
        np.concatenate([big.points, crumb.points]),
        np.concatenate([big.faces, crumb.faces + len(big.points)]).astype(np.int32),
    )
    mesh, repairs = repaired(Mesh((both,)), tolerance=0.002)
    assert repairs.parts_undone == 1
    assert (repairs.places_welded, repairs.degenerate_dropped, repairs.duplicates_dropped) == (0, 0, 0)
    assert len(mesh.surfaces[0].faces) == len(both.faces)


def test_skins_and_morphs_come_through() -> None:
    posed = replace(
        box(), joints=np.zeros((8, 4), np.uint16), weights=np.tile(np.float32([1, 0, 0, 0]), (8, 1)),
        targets=({"POSITION": np.full((8, 3), 0.5, np.float32)},),
    )  # fmt: skip
    after, repairs = mend(soup_of(posed))
    assert repairs.corners_merged == 28
    assert after.joints is not None
    assert after.joints.shape == (8, 4)
    assert after.targets[0]["POSITION"].shape == (8, 3)


def test_repairing_again_changes_nothing() -> None:
    torn = soup_of(replace(ball(3, bumps=0.1), faces=ball(3).faces[5:, ::-1].copy()))
    once, _ = mended(model_of(torn), fills_holes=True)
    twice, repairs = mended(once, fills_holes=True)
    assert repairs == Repairs(parts=1)
    assert np.array_equal(once.meshes[0].surfaces[0].faces, twice.meshes[0].surfaces[0].faces)


def test_a_mesh_of_nothing_but_slivers_stays_as_it_came() -> None:
    line = Surface(np.array([[0.0, 0, 0], [1, 0, 0], [2, 0, 0]]), np.array([[0, 1, 2]], np.int32))
    after, repairs = mend(line)
    assert len(after.faces) == 1
    assert repairs.parts_undone == 1
