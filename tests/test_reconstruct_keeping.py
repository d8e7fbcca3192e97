"""What stages keep: names by content, files that give back what was put in, a shelf for later jobs."""

import threading
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from domain.errors import GenerationFailed, Invalid
from domain.work import Reconstruct
from domain.work.reconstruct import NamedAsset
from engine.photographs.caching import content_key, key_of, name_of, unzipped, zipped
from engine.photographs.cloud_file import cloud_of, cloud_ply, mesh_files, mesh_of
from engine.photographs.frames_file import packed
from engine.photographs.presets import PRESETS
from engine.photographs.views import Cloud, Shot
from engine.shapes import Tick
from handlers.context import Cancelled, ReplayContext
from handlers.messages import Logged
from handlers.reconstruct import perform
from handlers.reconstructing.beating import Stopped, beaten
from handlers.reconstructing.cameras import evenly
from handlers.reconstructing.shelf import REUSED, Shelf


def cloud(count: int = 50) -> Cloud:
    """Return points whose places are 32-bit numbers."""
    generator = np.random.default_rng(0)
    places, normals = generator.normal(size=(2, count, 3)).astype(np.float32)
    colors = generator.integers(0, 256, (count, 3)).astype(np.uint8)
    return Cloud(places.astype(np.float64), normals, colors)


def test_a_key_changes_with_each_thing_that_a_stage_depends_on() -> None:
    keys = {
        key_of("features", "photographs", size_px=800),
        key_of("features", "photographs", size_px=1600),
        key_of("features", "others", size_px=800),
        key_of("matching", "photographs", size_px=800),
    }
    assert len(keys) == 4
    assert key_of("features", "photographs", size_px=800) in keys


def test_the_key_of_files_knows_their_content_and_their_order(tmp_path: Path) -> None:
    one, other, copy = (tmp_path / name for name in "abc")
    for path, text in ((one, "1"), (other, "2"), (copy, "1")):
        path.write_text(text)
    assert content_key([one, other]) == content_key([copy, other]) != content_key([other, one])


def test_points_come_back_as_they_were_put_in() -> None:
    before = cloud()
    after = cloud_of(cloud_ply(before))
    for name in ("points", "normals", "colors"):
        assert np.array_equal(getattr(before, name), getattr(after, name))


def test_the_file_of_points_is_one_that_others_read() -> None:
    import trimesh

    before = cloud()
    read: Any = trimesh.load(trimesh.util.wrap_as_stream(cloud_ply(before)), file_type="ply")
    assert np.allclose(read.vertices, before.points)
    assert np.array_equal(np.asarray(read.colors)[:, :3], before.colors)


def test_what_is_told_on_the_way_stands_in_the_log_though_the_job_does_not_come_to_its_end(tmp_path: Path) -> None:
    shots = [Shot(tmp_path / f"{number}.png", f"{number}.png", 64, 48, time_s=number) for number in range(2)]
    for shot in shots:
        Image.new("RGB", (64, 48), "white").save(shot.path)
    job = ReplayContext(load={"frames": packed(shots, {"notes": ["The film breaks off."]})})
    with pytest.raises(GenerationFailed, match="only 2 pictures"):
        perform(Reconstruct(project_id="p", frames="frames", quality="low"), job)
    told = [(one.stage, one.message) for one in job.messages if isinstance(one, Logged)]
    assert ("frames", "The film breaks off.") in told


@pytest.mark.parametrize("data", [b"", b"no file", cloud_ply(cloud())[:-1]])
def test_a_broken_file_of_points_is_refused(data: bytes) -> None:
    with pytest.raises(Invalid):
        cloud_of(data)


def test_a_mesh_comes_back_as_it_was_put_in(tmp_path: Path) -> None:
    points, faces, colors = cloud().points, np.array([[0, 1, 2], [2, 1, 3]], np.int32), cloud().colors
    path = tmp_path / "mesh"
    path.write_bytes(zipped({"triangles": 2}, mesh_files(points, faces, colors)))
    facts, files = unzipped(path)
    again = mesh_of(files)
    assert facts == {"triangles": 2}
    for before, after in ((points, again[0]), (faces, again[1]), (colors, again[2])):
        assert np.array_equal(before, after)


@pytest.mark.parametrize("content", [b"", b"PK no file", zipped({}, {"big": bytes(5000)})[:200]])
def test_a_broken_kept_file_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(content)
    with pytest.raises(Invalid):
        unzipped(path)


def performed(job: ReplayContext, shelf: Shelf, makes: list[str]) -> dict[str, object]:
    """Take one stage's result from the shelf, or make it; return the stage's facts."""

    def make() -> bytes:
        makes.append("made")
        return b"result"

    def read(path: Path) -> bytes:
        return unzipped(path)[1]["result"]

    with job.stage("dense") as stage:
        found = shelf.taken(stage, "0" * 16, read=read, make=make, pack=lambda made: zipped({}, {"result": made}))
    assert found == b"result"
    return stage.result


def test_what_one_job_kept_the_next_one_uses() -> None:
    first, makes = ReplayContext("one"), list[str]()
    assert performed(first, Shelf(first, ()), makes) == {REUSED: False}
    kept = first.artefacts[name_of("dense", "0" * 16)]
    second = ReplayContext("two", load={kept.asset_id: kept.data})
    assert performed(second, Shelf(second, [NamedAsset(kept.asset_id, kept.name)]), makes) == {REUSED: True}
    assert makes == ["made"]
    assert second.kept == []


@pytest.mark.parametrize("load", [{}, {"asset": b"broken"}])
def test_what_is_gone_or_broken_is_made_again(load: dict[str, bytes]) -> None:
    job, makes = ReplayContext(load=load), list[str]()
    shelf = Shelf(job, [NamedAsset("asset", name_of("dense", "0" * 16))])
    assert performed(job, shelf, makes) == {REUSED: False}
    assert makes == ["made"]


def test_a_further_attempt_knows_what_those_before_kept_of_their_stages() -> None:
    work = Reconstruct(project_id="p", earlier=(NamedAsset("a", "stage-frames-1.zip"),))
    again = work.resumed([("b", "stage-dense-2.zip"), ("c", "preview.png")])
    assert [one.asset_id for one in again.earlier] == ["a", "b"]
    assert work.resumed([("c", "preview.png")]) == work


def test_more_frames_than_a_quality_takes_are_thinned_out_evenly() -> None:
    shots = [Shot(Path(f"{number}"), f"{number}", 4, 3) for number in range(101)]
    assert [shot.name for shot in evenly(shots, 5)] == ["0", "25", "50", "75", "100"]
    assert evenly(shots, 101) == shots


def test_each_quality_costs_at_least_as_much_as_the_one_below() -> None:
    presets = [PRESETS[name] for name in ("low", "medium", "high", "extreme")]
    for below, above in pairwise(presets):
        assert all(getattr(below, name) <= getattr(above, name) for name in type(below).__slots__)


def test_long_work_is_told_of_while_it_says_nothing() -> None:
    ticks: list[float] = []
    enough = threading.Event()

    def hear(fraction: float, message: str) -> None:
        ticks.append(fraction)
        if len(ticks) == 3:
            enough.set()

    def work(tick: Tick) -> str:
        tick(0.5, "halfway")
        assert enough.wait(10)
        return "done"

    assert beaten(work, hear) == "done"
    assert ticks[-1] == 0.5


def test_work_that_nobody_waits_for_stops_when_it_next_says_something() -> None:
    ends: list[type] = []
    left, ended = threading.Event(), threading.Event()

    def cancel(fraction: float, message: str) -> None:
        raise Cancelled

    def work(tick: Tick) -> None:
        assert left.wait(10)
        try:
            tick(0.5, "still there")
        except Stopped as stopped:
            ends.append(type(stopped))
        finally:
            ended.set()

    with pytest.raises(Cancelled):
        beaten(work, cancel)
    left.set()
    assert ended.wait(10)
    assert ends == [Stopped]
