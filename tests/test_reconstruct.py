"""A film of a known thing becomes a model of it: by the handler, from the first stage to the last."""

import errno
import io
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from domain.errors import GenerationFailed
from domain.work import Reconstruct
from domain.work.reconstruct import KEPT_PREFIX, NamedAsset
from engine.models.reading import read_model
from engine.photographs.frames_file import unpacked
from engine.photographs.judging import aligned, fit_of
from engine.photographs.presets import PRESETS
from handlers.context import Cancelled, ReplayContext
from handlers.messages import Progressed
from handlers.reconstruct import ReconstructResult, perform
from handlers.reconstructing import packaging
from handlers.reconstructing.cameras_file import cameras_of
from handlers.reconstructing.words import NO_DISK, NO_MEMORY
from tests.filming import Truth, filmed, write_film

pytestmark = pytest.mark.timeout(600)  # of the whole; on a machine that does much else

FPS = 6
SILENCE_S_MAX = 5.0  # on a machine that does much else


@dataclass(frozen=True)
class Done:
    """A reconstruction, and what it was made from."""

    film: Path
    truth: Truth
    job: ReplayContext
    result: ReconstructResult
    said_s: list[float]  # when something was heard of it


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    """Make the sizes of the model, its texture and its turntable such that the suite does not wait for them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(PRESETS, "low", replace(PRESETS["low"], faces_max=20_000, texture_px=512))
        patch.setattr(packaging, "TURN_FRAMES", 6)
        yield


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    film = tmp_path_factory.mktemp("film") / "vase.mp4"
    truth = filmed(film, count=14, fps=FPS, turn_deg=90, size=(320, 240), samples=1)
    said_s: list[float] = []
    job = ReplayContext(
        "first", load={"film": film.read_bytes()}, on_message=lambda message: said_s.append(time.monotonic())
    )
    return Done(film, truth, job, perform(wanted(), job), said_s)


def wanted(*, earlier: tuple[NamedAsset, ...] = ()) -> Reconstruct:
    return Reconstruct(project_id="project", video="film", quality="low", earlier=earlier)


def kept_by(done: Done, *stages: str) -> tuple[tuple[NamedAsset, ...], dict[str, bytes]]:
    """Return what a job kept of some of its stages (none: of all), to be handed to a later one with the film."""
    wanted_names = tuple(f"{KEPT_PREFIX}{stage}" for stage in stages) or (KEPT_PREFIX,)
    files = [file for file in done.job.kept if file.name.startswith(wanted_names)]
    content = {file.asset_id: file.data for file in files}
    return tuple(NamedAsset(file.asset_id, file.name) for file in files), {"film": done.film.read_bytes(), **content}


def test_the_cameras_stand_where_they_stood_and_the_surface_lies_where_it_lay(done: Done, tmp_path: Path) -> None:
    frames = tmp_path / "frames.zip"
    frames.write_bytes(done.job.load(done.result.frames))
    shots = unpacked(frames, tmp_path)
    known = {shot.name: replace(done.truth.views[round(shot.time_s * FPS)], name=shot.name) for shot in shots}
    moved, errors = aligned(cameras_of(done.job.load(done.result.cameras)), known)
    assert errors.place_median < 0.005  # metres, from 1.1 m away
    assert errors.turn_median_deg < 0.3
    mesh = read_model(done.job.load(done.result.mesh)).meshes[0].surfaces[0]
    found, true = (moved.moved(mesh.points), mesh.faces), (done.truth.points, done.truth.faces)
    fit = fit_of(found, true, list(known.values()), threshold=0.01)
    assert fit.accuracy > 0.93
    assert fit.f_score > 0.72


def test_files_say_that_their_unit_is_arbitrary(done: Done) -> None:
    with zipfile.ZipFile(io.BytesIO(done.job.load(done.result.textured_mesh_obj))) as archive:
        texts = [archive.read("model.obj"), done.job.load(done.result.mesh), done.job.load(done.result.point_cloud)]
    for text in texts:
        assert b"Units: arbitrary." in text[:2_000]
        assert b"metres" not in text[:2_000]
    assert read_model(done.job.load(done.result.textured_mesh)).extras["provenance"]["unit"] == "arbitrary"


def test_how_many_cameras_were_found_so_far_is_said_and_never_too_many(done: Done) -> None:
    said = [one for one in done.job.messages if isinstance(one, Progressed) and one.stage == "mapping"]
    counts = [one.count for one in said if one.count is not None]
    assert len(counts) == len(said)
    assert counts[0] == 0
    assert counts == sorted(counts)
    assert len(set(counts)) > 5
    assert counts[-1] == done.result.metrics["registered"]


def test_it_says_how_good_it_is(done: Done) -> None:
    metrics = done.result.metrics
    assert metrics["registered"] == metrics["frames"] == done.job.stages["frames"]["frames"]
    assert metrics["error_px"] < 0.8
    assert 0.7 < done.result.reconstruction_quality <= 1
    assert done.result.processing_time > 0


def test_each_stage_is_told_and_has_something_to_show(done: Done) -> None:
    assert tuple(done.job.stages) == Reconstruct.stages
    for name in ("contact_sheet.jpg", "cameras.png", "depths.png", "preview.png"):
        picture = np.asarray(Image.open(io.BytesIO(done.job.artefacts[name].data)).convert("L"))
        assert picture.std() > 10, name


def test_the_model_has_a_texture_and_all_its_files_hold_the_same_surface(done: Done) -> None:
    textured = read_model(done.job.load(done.result.textured_mesh))
    mesh = read_model(done.job.load(done.result.mesh))
    obj = read_model(done.job.load(done.result.textured_mesh_obj))
    assert textured.pictures
    assert textured.triangles == mesh.triangles == obj.triangles == done.result.metrics["triangles"]


def test_something_is_heard_of_it_all_the_time(done: Done) -> None:
    assert np.diff(done.said_s).max() < SILENCE_S_MAX
    assert sum(isinstance(message, Progressed) for message in done.job.messages) > 20


def test_the_same_again_uses_what_was_kept_and_makes_the_same_files(done: Done) -> None:
    earlier, content = kept_by(done)
    job = ReplayContext("first", load=content)
    result = perform(wanted(earlier=earlier), job)
    for stage in ("frames", "features", "matching", "mapping", "dense", "meshing"):
        assert job.stages[stage]["reused"], stage
    for name in (
        "textured_mesh.glb",
        "mesh.ply",
        "point_cloud.ply",
        "cameras.json",
        "frames.zip",
        "preview.png",
        "turntable.webp",
    ):
        assert job.artefacts[name].sha256 == done.job.artefacts[name].sha256, name
    assert result.reconstruction_quality == done.result.reconstruction_quality


@pytest.mark.parametrize("stage", ["features", "mapping", "dense", "meshing"])
def test_cancelling_is_heard_in_each_long_stage(stage: str, done: Done) -> None:
    before = Reconstruct.stages[: Reconstruct.stages.index(stage)]
    earlier, content = kept_by(done, *before)
    asked_s: list[float] = []

    def hear(message: object) -> None:
        if isinstance(message, Progressed) and message.stage == stage and not asked_s:
            asked_s.append(time.monotonic())
            job.cancel()

    job = ReplayContext("second", load=content, on_message=hear)
    with pytest.raises(Cancelled):
        perform(wanted(earlier=earlier), job)
    assert time.monotonic() - asked_s[0] < 2


def test_a_film_of_one_frame_is_told_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "one.mp4"
    noise = np.random.default_rng(0).integers(0, 256, (96, 128, 3)).astype(np.uint8)
    write_film(path, [noise], fps=FPS)
    with pytest.raises(GenerationFailed, match=r"only one picture.*Walk around"):
        perform(wanted(), ReplayContext(load={"film": path.read_bytes()}))


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), NO_DISK),
        (MemoryError(), NO_MEMORY),
        (RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes"), NO_MEMORY),
    ],
)
def test_a_machine_without_room_is_told_in_a_sentence(trouble: Exception, sentence: str) -> None:
    def load(asset_id: str) -> bytes:
        raise trouble

    with pytest.raises(GenerationFailed) as caught:
        perform(wanted(), ReplayContext(load=load))
    assert caught.value.message == sentence


def test_other_errors_of_the_machine_are_not_called_a_full_disk() -> None:
    def load(asset_id: str) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(OSError, match="Input/output"):
        perform(wanted(), ReplayContext(load=load))
