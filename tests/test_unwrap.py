from functools import lru_cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import GenerationFailed
from engine.assembling.assembly import assemble
from engine.assembling.budget import fit_to_budget
from engine.assembling.unwrap import UnwrappedMesh, unwrap
from engine.overlap import overlapping, overlapping_pairs
from engine.planner import plan
from engine.shapes import Assembly
from engine.tangents import corner_normals, face_normals, vertex_tangents
from tests.models import light_still_life, part, still_life


def covered_twice(mesh: UnwrappedMesh, size: int) -> int:
    """Return how many of `size`² texel centres lie strictly inside of more than one triangle, row by row."""
    corners = mesh.uvs[mesh.faces].astype(np.float64) * size
    first = np.ceil(corners[..., 1].min(axis=1) - 0.5).astype(int)
    rows = np.maximum(np.ceil(corners[..., 1].max(axis=1) - 0.5).astype(int) - first, 0)
    face = np.repeat(np.arange(len(rows)), rows)
    row = np.arange(rows.sum()) - np.repeat(np.cumsum(rows) - rows, rows) + first[face]
    left, right = np.full(len(face), np.inf), np.full(len(face), -np.inf)
    for corner in range(3):
        (ax, ay), (bx, by) = corners[face, corner].T, corners[face, (corner + 1) % 3].T
        crosses = (ay <= row + 0.5) != (by <= row + 0.5)
        x = ax + np.divide(row + 0.5 - ay, by - ay, out=np.zeros(len(face)), where=crosses) * (bx - ax)
        left, right = np.where(crosses, np.minimum(left, x), left), np.where(crosses, np.maximum(right, x), right)
    begin, end = np.ceil(left - 0.5 + 1e-5), np.floor(right - 0.5 - 1e-5) + 1
    some = begin < end
    change = np.zeros((size + 1) * size, np.int32)
    np.add.at(change, row[some] * (size + 1) + begin[some].astype(int), 1)
    np.add.at(change, row[some] * (size + 1) + end[some].astype(int), -1)
    return int((np.cumsum(change) > 1).sum())


@lru_cache(maxsize=1)
def at_full_detail(text: str) -> Assembly:
    return assemble(plan(text))


DEMO = ("bronze steampunk pocket watch with exposed gears", "a red sports car", "a friendly robot")


@pytest.mark.parametrize(("text", "triangles"), [(DEMO[0], 8_000), *((text, 3_000) for text in DEMO[1:])])
def test_no_texel_is_covered_twice(text: str, triangles: int) -> None:
    light = fit_to_budget(at_full_detail(text), triangles=triangles)
    mesh = unwrap(light, texture_size=2048)
    assert covered_twice(mesh, 4096) == 0
    assert not overlapping(mesh.uvs, mesh.faces).any()
    for number, thing in enumerate(light.parts):
        assert np.array_equal(mesh.points[mesh.faces[mesh.part_of_face == number]], thing.points[thing.faces])


@lru_cache(maxsize=1)
def a_watch() -> Assembly:
    return fit_to_budget(at_full_detail(DEMO[0]), triangles=5_000)


def test_what_is_taken_apart_is_the_same_every_time_and_not_mirrored() -> None:
    first, again = (unwrap(a_watch(), texture_size=1024) for _ in range(2))
    for name in ("points", "normals", "tangents", "uvs", "faces"):
        assert getattr(first, name).tobytes() == getattr(again, name).tobytes()
    assert set(first.tangents[:, 3]) == {-1.0}


def test_charts_keep_their_distance_when_they_are_packed_again() -> None:
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    from engine.assembling.texels import texels_of

    mesh = unwrap(a_watch(), texture_size=1024, padding=3)
    _, place = np.unique(mesh.uvs, axis=0, return_inverse=True)
    sides = place.reshape(-1)[mesh.faces[:, [0, 1, 1, 2]]].reshape(-1, 2).T
    chart = connected_components(coo_matrix((np.ones(sides.shape[1]), tuple(sides)), shape=(len(place),) * 2))[1]
    picture, texels = np.full(1024 * 1024, -1), texels_of(mesh, 1024)
    picture[texels.index] = chart[place.reshape(-1)[mesh.faces[texels.face, 0]]]
    picture = picture.reshape(1024, 1024)
    for one, other in ((picture[1:], picture[:-1]), (picture[:, 1:], picture[:, :-1])):
        assert not ((one != other) & (one >= 0) & (other >= 0)).any()  # each chart has grown by one texel all around


def test_the_watch_would_overlap_if_nothing_were_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.assembling.unwrap.overlapping_pairs", lambda *_: np.zeros((0, 2), np.int64))
    assert covered_twice(unwrap(a_watch(), texture_size=2048), 4096) > 0


def test_a_surface_that_cannot_be_laid_flat_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.assembling.unwrap.overlapping_pairs", lambda *_: np.array([[0, 1]]))
    with pytest.raises(GenerationFailed, match="without overlaps"):
        unwrap(Assembly(still_life().parts[3:4]), texture_size=128)


def shared_area(one: list[tuple[float, float]], other: list[tuple[float, float]]) -> float:
    """Return the area of the part of a convex polygon that lies inside of a counter-clockwise triangle."""
    rest = one
    for (ax, ay), (bx, by) in zip(other, other[1:] + other[:1], strict=True):
        inside = [(bx - ax) * (y - ay) - (by - ay) * (x - ax) for x, y in rest]
        clipped = []
        for number, (x, y) in enumerate(rest):
            (px, py), was = rest[number - 1], inside[number - 1]
            if (was > 0) != (inside[number] > 0):
                t = was / (was - inside[number])
                clipped.append((px + t * (x - px), py + t * (y - py)))
            if inside[number] > 0:
                clipped.append((x, y))
        rest = clipped
    return abs(sum(rest[n - 1][0] * y - x * rest[n - 1][1] for n, (x, y) in enumerate(rest))) / 2


ON_A_GRID = st.tuples(st.integers(0, 64), st.integers(0, 64)).map(lambda at: (at[0] / 64, at[1] / 64))


@settings(max_examples=300, deadline=None)
@given(st.lists(ON_A_GRID, min_size=6, max_size=6))
def test_two_triangles_overlap_if_they_share_area(corners: list[tuple[float, float]]) -> None:
    def turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    one, other = corners[:3], corners[3:]
    other = other if turn(*other) > 0 else other[::-1]
    share = shared_area(one, other) if turn(*other) and turn(*one) else 0.0
    found = overlapping(np.array(corners), np.array([[0, 1, 2], [3, 4, 5]], np.int32))
    assert found.tolist() == [share > 1e-12] * 2


def test_neighbours_do_not_overlap_and_a_folded_one_does() -> None:
    uvs = np.array([[0, 0], [0.5, 0], [0.5, 0.5], [0, 0.5], [0.25, 0.1]], np.float32)
    square = np.array([[0, 1, 2], [0, 2, 3]], np.int32)
    assert not overlapping(uvs, square).any()
    folded = np.array([[0, 1, 2], [0, 2, 4], [0, 2, 3]], np.int32)
    assert overlapping(uvs, folded).tolist() == [True, True, False]
    assert overlapping(uvs, np.array([[0, 1, 1], [0, 1, 2]], np.int32)).tolist() == [False, False]
    assert overlapping(uvs, square[:0]).tolist() == []


@pytest.mark.parametrize(("depth", "found"), [(0.5e-6, False), (2e-6, True)])
def test_reaching_into_each_other_by_a_millionth_is_touching(depth: float, found: bool) -> None:
    uvs = np.array([[0, 0], [0.5, 0], [0.5, 0.5], [0.5 - depth, 0], [1, 0.5], [0.5 - depth, 0.5]])
    assert overlapping(uvs, np.array([[0, 1, 2], [3, 4, 5]], np.int32)).tolist() == [found] * 2


def test_among_many_triangles_each_overlap_is_found_once_and_in_order() -> None:
    corners = np.random.default_rng(3).random((80, 1, 2)) * 0.8 + np.random.default_rng(4).random((80, 3, 2)) * 0.2
    faces = np.arange(240, dtype=np.int32).reshape(-1, 3)
    whole = overlapping_pairs(corners.reshape(-1, 2), faces)
    one_by_one = [
        (a, b)
        for a in range(80)
        for b in range(a + 1, 80)
        if len(overlapping_pairs(corners[[a, b]].reshape(-1, 2), faces[:2]))
    ]
    assert [tuple(pair) for pair in whole.tolist()] == one_by_one
    assert len(one_by_one) > 20


def test_charts_lie_inside_the_picture_and_never_overlap() -> None:
    mesh = light_still_life()
    assert mesh.uvs.min() >= 0
    assert mesh.uvs.max() <= 1
    assert covered_twice(mesh, 1024) == 0


def test_no_chart_is_mirrored() -> None:
    a, b, c = (light_still_life().uvs[light_still_life().faces[:, corner]].astype(np.float64) for corner in range(3))
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    assert (area > 0).mean() > 0.999
    assert set(light_still_life().tangents[:, 3]) == {-1.0}


def test_every_triangle_keeps_its_part_and_its_place() -> None:
    mesh = light_still_life()
    assert (np.diff(mesh.part_of_face) >= 0).all()
    for number, thing in enumerate(mesh.parts):
        faces = mesh.faces[mesh.part_of_face == number]
        assert len(faces) == len(thing.faces)
        ours = np.sort(mesh.points[faces].mean(axis=1), axis=0)
        assert np.allclose(ours, np.sort(thing.points[thing.faces].mean(axis=1), axis=0), atol=1e-9)


def test_small_parts_have_more_texels_per_metre_and_none_has_many_times_more() -> None:
    mesh = light_still_life()
    a, b, c = (mesh.points[mesh.faces[:, corner]] for corner in range(3))
    s, t, r = (mesh.uvs[mesh.faces[:, corner]].astype(np.float64) for corner in range(3))
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    flat = np.abs((t[:, 0] - s[:, 0]) * (r[:, 1] - s[:, 1]) - (t[:, 1] - s[:, 1]) * (r[:, 0] - s[:, 0]))
    densities = [
        np.sqrt(flat[mesh.part_of_face == n].sum() / area[mesh.part_of_face == n].sum()) for n in range(len(mesh.parts))
    ]
    sizes = [area[mesh.part_of_face == n].sum() for n in range(len(mesh.parts))]
    smallest, largest = int(np.argmin(sizes)), int(np.argmax(sizes))
    assert densities[smallest] > 1.2 * densities[largest]
    assert max(densities) / min(densities) < 1.35 * 2.0


def test_charts_keep_their_distance() -> None:
    from scipy.ndimage import distance_transform_edt, label

    mesh = unwrap(Assembly(still_life().parts[3:6]), texture_size=512, padding=4)
    from engine.assembling.texels import texels_of

    picture = np.zeros((512, 512), bool)
    texels = texels_of(mesh, 512)
    picture.reshape(-1)[texels.index] = True
    islands, count = label(picture)
    for island in range(1, count + 1):
        others = (islands > 0) & (islands != island)
        if others.any():
            apart = distance_transform_edt(~others)[islands == island].min()
            assert apart > 1.2  # each island has grown by one texel all around


def test_unwrapping_is_deterministic() -> None:
    first, again = (unwrap(still_life(), texture_size=256) for _ in range(2))
    assert first.uvs.tobytes() == again.uvs.tobytes()
    assert first.tangents.tobytes() == again.tangents.tobytes()


def test_normals_are_smooth_on_a_ball_and_sharp_on_a_box() -> None:
    ball, _, _, block, *_ = still_life().parts
    towards = ball.points[ball.faces] - [0, 0.05, 0]
    smooth = corner_normals(ball.points, ball.faces, crease_deg=40)
    assert ((smooth * towards).sum(axis=2) / np.linalg.norm(towards, axis=2)).min() > 0.995
    flat = corner_normals(block.points, block.faces, crease_deg=40)
    assert np.allclose(flat, face_normals(block.points, block.faces)[:, None], atol=1e-9)


def test_tangents_follow_the_picture_on_a_plane() -> None:
    points = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], float)
    uvs = np.array([[0, 1], [1, 1], [1, 0], [0, 0]], float)  # V counts downwards
    faces = np.array([[0, 1, 2], [0, 2, 3]], np.int32)
    tangents = vertex_tangents(points, np.tile([0.0, 0.0, 1.0], (4, 1)), uvs, faces)
    assert tangents == pytest.approx(np.tile([1.0, 0.0, 0.0, 1.0], (4, 1)))


def test_progress_is_told_and_may_stop_the_work() -> None:
    told: list[float] = []
    unwrap(
        Assembly((part("block", __import__("manifold3d").Manifold.cube()),)),
        texture_size=64,
        tick=lambda f, _: told.append(f),
    )
    assert told == sorted(told)
    assert told[-1] == 1.0
