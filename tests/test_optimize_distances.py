"""How far two surfaces lie apart is measured truly."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import trimesh
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.models.model import Surface
from engine.optimizing.distances import Sheet, apart
from engine.optimizing.scene import simplified
from engine.optimizing.triangles import samples_of, to_triangles
from tests.optimizing import ball, model_of, torus


def sheet_of(surface: Surface) -> Sheet:
    return Sheet.joined([surface])


def test_a_surface_does_not_lie_apart_from_itself() -> None:
    measured = apart(sheet_of(torus()), sheet_of(torus()), samples=5_000)
    assert (measured.hausdorff_m, measured.mean_m, measured.rms_m, measured.uv_mean) == (0, 0, 0, 0)


def slivers(seed: int, count: int, *, width: float = 1e-3) -> Sheet:
    """Triangles every which way, most long and thin: a few of them are as long as the whole."""
    rng = np.random.default_rng(seed)
    start, way = rng.uniform(-1, 1, (count, 3)), rng.normal(size=(count, 3)) * rng.uniform(0, 1, (count, 1)) ** 2
    side = rng.normal(size=(count, 3)) * width
    points = np.stack([start, start + way, start + rng.uniform(0, 1, (count, 1)) * way + side], axis=1)
    return Sheet(points.reshape(-1, 3), np.arange(3 * count, dtype=np.int32).reshape(-1, 3))


def shuffled(sheet: Sheet, seed: int) -> Sheet:
    """The same triangles in another order, from other corners, turned over, some of them twice."""
    rng = np.random.default_rng(seed)
    rows = np.concatenate([rng.permutation(len(sheet.faces)), rng.integers(0, len(sheet.faces), 5)])
    faces = np.stack([rng.permutation(face) for face in sheet.faces[rows]])
    order = rng.permutation(len(sheet.points))
    return Sheet(sheet.points[order], np.argsort(order)[faces].astype(np.int32))


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 300))
def test_surfaces_of_the_same_triangles_lie_exactly_nowhere_apart(seed: int, count: int) -> None:
    sheet = slivers(seed, count)
    for one, other in ((sheet, shuffled(sheet, seed)), (shuffled(sheet, seed), sheet)):
        measured = apart(one, other, samples=500)
        assert (measured.hausdorff_m, measured.mean_m, measured.rms_m) == (0, 0, 0)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 300), st.sampled_from([0.0, 1e-12, 1e-7, 1e-3, 0.1, 3.0]))
@example(10, 20, 0.0)
@example(10, 20, 1e-12)
def test_the_mean_is_never_above_the_root_mean_square_nor_that_above_the_farthest(
    seed: int, count: int, moved: float
) -> None:
    before = slivers(seed, count)
    away = np.random.default_rng(seed + 1).normal(size=before.points.shape) * moved
    after = Sheet(before.points + away, before.faces[: max(count // 2, 1)] if seed % 2 else before.faces)
    measured = apart(before, after, samples=500)
    assert 0 <= measured.mean_m <= measured.rms_m <= measured.hausdorff_m


def test_a_shift_is_never_told_larger_than_it_is_among_long_slivers() -> None:
    before = slivers(4, 2_000)
    moved = Sheet(before.points + np.array([1e-6, 0, 0]), before.faces)
    measured = apart(before, moved, samples=20_000)
    assert 0 < measured.mean_m <= measured.hausdorff_m <= 1e-6 * (1 + 1e-6)


def test_balls_within_each_other_lie_apart_by_their_radii() -> None:
    measured = apart(sheet_of(ball(5)), sheet_of(ball(5, radius=1.1)), samples=10_000)
    assert measured.mean_m == pytest.approx(0.1, rel=0.01)
    assert measured.hausdorff_m == pytest.approx(0.1, rel=0.02)
    assert measured.diagonal_m == pytest.approx(2 * 3**0.5, rel=0.01)


def test_a_sheet_beside_a_sheet_lies_as_far_as_it_was_moved() -> None:
    points = np.array([[0.0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]])
    faces = np.array([[0, 1, 2], [0, 2, 3]], np.int32)
    measured = apart(Sheet(points, faces), Sheet(points + np.array([0, 0, 0.25]), faces))
    assert measured.mean_m == pytest.approx(0.25, abs=1e-9)
    assert measured.hausdorff_m == pytest.approx(0.25, abs=1e-9)


def test_one_corner_that_sticks_out_is_found_from_either_side() -> None:
    plain = ball(5)
    spiked = Surface(plain.points.copy(), plain.faces)
    spiked.points[77] *= 1.5
    for one, other in ((plain, spiked), (spiked, plain)):
        assert apart(sheet_of(one), sheet_of(other), samples=20_000).hausdorff_m == pytest.approx(0.5, rel=0.02)


def test_a_texture_that_slid_is_told() -> None:
    before = torus()
    slid = Surface(before.points, before.faces, uvs=(before.uvs[0] + np.float32([0.01, 0]),))
    assert apart(sheet_of(before), sheet_of(slid), samples=5_000).uv_mean == pytest.approx(0.01, rel=0.05)
    bare = Surface(before.points, before.faces)
    assert apart(sheet_of(before), sheet_of(bare), samples=100).uv_mean is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(-2, 2), min_size=12, max_size=12))
def test_the_distance_to_a_triangle_is_the_least_of_many_places_on_it(numbers: list[float]) -> None:
    place, corners = np.array(numbers[:3])[None], np.array(numbers[3:]).reshape(1, 3, 3)
    distance, weights = to_triangles(place, corners)
    steps = np.linspace(0, 1, 41)
    u, v = (each.reshape(-1) for each in np.meshgrid(steps, steps))
    grid = np.stack([1 - u - v, u, v], axis=1)[u + v <= 1 + 1e-12]
    least = np.linalg.norm(grid @ corners[0] - place, axis=1).min()
    at = np.einsum("nk,nkx->nx", weights, corners)
    assert distance[0] <= least + 1e-9
    assert distance[0] == pytest.approx(np.linalg.norm(at - place), abs=1e-9)
    assert weights.min() >= -1e-9
    assert weights.sum() == pytest.approx(1)


def test_the_same_surfaces_give_the_same_figures() -> None:
    one, other = sheet_of(torus()), sheet_of(torus(24, 12))
    assert apart(one, other, samples=2_000) == apart(one, other, samples=2_000)


def test_long_slivers_do_not_take_all_memory() -> None:
    count = 20_000
    x = np.linspace(0, 10, count)
    points = np.stack([np.repeat(x, 2), np.tile([0.0, 10.0], count), np.zeros(2 * count)], axis=1)
    row = np.arange(2 * count - 2)
    faces = np.stack([row, row + 1, row + 2], axis=1).astype(np.int32)
    samples = samples_of(points[faces], 0.0141)
    assert len(samples.owner) < 1_000_000
    assert len(np.unique(samples.owner)) == len(faces)
    assert samples.spacing > 0.0141


MESHLAB = """
import json, sys
import pymeshlab
found = pymeshlab.MeshSet()
found.load_new_mesh(sys.argv[1])
found.load_new_mesh(sys.argv[2])
ways = [
    found.get_hausdorff_distance(sampledmesh=one, targetmesh=two, samplevert=True, sampleface=True, samplenum=200000)
    for one, two in ((0, 1), (1, 0))
]
print(json.dumps({"hausdorff": max(way["max"] for way in ways), "mean": sum(way["mean"] for way in ways) / 2}))
"""


@pytest.mark.slow
def test_meshlab_measures_the_same(tmp_path: Path) -> None:
    """MeshLab's library is GPL: it runs in a process of its own, where it is installed (`pip install .[peers]`)."""
    if subprocess.run([sys.executable, "-c", "import pymeshlab"], capture_output=True, check=False).returncode:
        pytest.skip("pymeshlab is not installed")
    before = model_of(ball(5, bumps=0.05))
    after = simplified(before, 800).model
    for name, model in (("before", before), ("after", after)):
        surface = model.meshes[0].surfaces[0]
        trimesh.Trimesh(surface.points, surface.faces, process=False).export(tmp_path / f"{name}.ply")
    command = [sys.executable, "-c", MESHLAB, str(tmp_path / "before.ply"), str(tmp_path / "after.ply")]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()[-1])
    ours = apart(Sheet.of(before), Sheet.of(after))
    assert ours.hausdorff_m == pytest.approx(theirs["hausdorff"], rel=0.02)
    assert ours.mean_m == pytest.approx(theirs["mean"], rel=0.03)
