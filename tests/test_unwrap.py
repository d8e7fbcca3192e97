import numpy as np
import pytest

from engine.shapes import Assembly
from engine.tangents import corner_normals, face_normals, vertex_tangents
from engine.unwrap import UnwrappedMesh, unwrap
from tests.models import light_still_life, part, still_life


def covered_twice(mesh: UnwrappedMesh, size: int) -> int:
    """Return how many texel centres lie strictly inside of more than one triangle."""
    count = np.zeros((size, size), np.int32)
    for corners in mesh.uvs[mesh.faces].astype(np.float64) * size:
        low = np.maximum(np.floor(corners.min(axis=0)).astype(int), 0)
        high = np.minimum(np.ceil(corners.max(axis=0)).astype(int), size)
        x, y = np.meshgrid(np.arange(low[0], high[0]) + 0.5, np.arange(low[1], high[1]) + 0.5)
        inside = np.ones(x.shape, bool)
        for corner in range(3):
            (ax, ay), (bx, by) = corners[corner], corners[(corner + 1) % 3]
            inside &= (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 1e-6
        count[low[1] : high[1], low[0] : high[0]] += inside
    return int((count > 1).sum())


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


def test_all_parts_have_the_same_texels_per_metre() -> None:
    mesh = light_still_life()
    a, b, c = (mesh.points[mesh.faces[:, corner]] for corner in range(3))
    s, t, r = (mesh.uvs[mesh.faces[:, corner]].astype(np.float64) for corner in range(3))
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    flat = np.abs((t[:, 0] - s[:, 0]) * (r[:, 1] - s[:, 1]) - (t[:, 1] - s[:, 1]) * (r[:, 0] - s[:, 0]))
    densities = [
        np.sqrt(flat[mesh.part_of_face == n].sum() / area[mesh.part_of_face == n].sum()) for n in range(len(mesh.parts))
    ]
    assert max(densities) / min(densities) < 1.35


def test_charts_keep_their_distance() -> None:
    from scipy.ndimage import distance_transform_edt, label

    mesh = unwrap(Assembly(still_life().parts[3:6]), texture_size=512, padding=4)
    from engine.texels import texels_of

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
