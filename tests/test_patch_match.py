"""What COLMAP's patch-match stereo leaves is read as depths; running it needs CUDA, which no machine of ours had."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pycolmap
import pytest
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from engine.photographs.patch_match import _Passes, depths_in, patch_matched, read_map
from engine.photographs.views import View
from tests.filming import orbit
from tests.reconstructing import true_depth

SIZE = (32, 24)


def written(path: Path, values: NDArray[np.float32]) -> None:
    """Write (h, w, c) values as COLMAP's documentation says: "width&height&channels&", then column after column."""
    path.parent.mkdir(parents=True, exist_ok=True)
    height, width, channels = values.shape
    head = f"{width}&{height}&{channels}&".encode()
    path.write_bytes(head + np.transpose(values, (1, 0, 2)).tobytes(order="F"))


def workspace_of(views: list[View], folder: Path, unit: float) -> None:
    """Write a workspace in which the world is `unit` times as large as that of the views."""
    model = pycolmap.Reconstruction()
    camera = pycolmap.Camera(
        model="PINHOLE", width=SIZE[0], height=SIZE[1], camera_id=1, params=[*views[0].focal_px, *views[0].middle_px]
    )
    model.add_camera_with_trivial_rig(camera)
    for number, view in enumerate(views, 1):
        pose = pycolmap.Rigid3d(pycolmap.Rotation3d(view.turn), unit * view.shift)
        model.add_image_with_trivial_frame(pycolmap.Image(name=view.name, camera_id=1, image_id=number), pose)
        depth = (unit * true_depth(view)).astype(np.float32)[..., None]
        written(folder / "stereo/depth_maps" / f"{view.name}.geometric.bin", depth)
    (folder / "sparse").mkdir()
    model.write(folder / "sparse")


@pytest.fixture
def views() -> list[View]:
    return [replace(view, name=f"camera_1/{n}.jpg") for n, view in enumerate(orbit(4, turn_deg=60, size=SIZE))]


def test_depths_are_read_in_the_unit_of_the_views(views: list[View], tmp_path: Path) -> None:
    workspace_of(views, tmp_path, unit=3.0)
    for view, depth in zip(views, depths_in(tmp_path, views), strict=True):
        assert depth.depth == pytest.approx(true_depth(view), rel=1e-5)
        assert np.array_equal(depth.confidence > 0, depth.depth > 0)


def test_a_view_without_depths_shows_nothing_and_none_with_any_fail(views: list[View], tmp_path: Path) -> None:
    workspace_of(views, tmp_path, unit=1.0)
    files = sorted((tmp_path / "stereo/depth_maps").rglob("*.bin"))
    files[0].unlink()
    assert not depths_in(tmp_path, views)[0].depth.any()
    for file in files[1:]:
        file.unlink()
    with pytest.raises(GenerationFailed, match="No two views agree"):
        depths_in(tmp_path, views)


def test_a_map_of_several_channels_keeps_rows_columns_and_channels_apart(tmp_path: Path) -> None:
    values = np.arange(2 * 3 * 3, dtype=np.float32).reshape(2, 3, 3)
    written(tmp_path / "normals.bin", values)
    assert np.array_equal(read_map(tmp_path / "normals.bin"), values)


@pytest.mark.parametrize("data", [b"", b"3&2&1", b"3&2&1&" + bytes(23), b"3&2&x&" + bytes(24), b"9999999&9999999&1&"])
def test_broken_maps_are_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "map.bin").write_bytes(data)
    with pytest.raises(GenerationFailed, match="depth map"):
        read_map(tmp_path / "map.bin")


def test_progress_goes_forward_through_both_passes() -> None:
    passes = _Passes()
    said = [passes(f"Processing view {n} / 4 for a.jpg") for n in (1, 2, 4, 1, 3, 4)]
    assert said == [0.125, 0.25, 0.5, 0.625, 0.875, 1.0]
    assert passes("Sweep 1: 0.1s") is None


@pytest.mark.skipif(pycolmap.has_cuda, reason="this COLMAP has CUDA")
def test_without_cuda_it_fails_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(GenerationFailed, match="broke off"):
        patch_matched(tmp_path, [])
