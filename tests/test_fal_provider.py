"""A picture becomes a model at the remote provider: followed, resumed, withdrawn, and nothing believed unseen."""

import base64
import contextlib
import io
import json
import struct
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image

from domain.errors import Invalid, ProviderFailed
from domain.work import ImageToModel
from domain.work.reconstruct import NamedAsset
from engine.models.reading import read_model
from engine.models.writing import write_model
from engine.optimizing.sharing import triangles_shown
from handlers import image_to_model
from handlers.context import Cancelled, ReplayContext
from handlers.messages import Logged, Progressed
from handlers.providers import fal
from handlers.providers.ordering import NOTE_NAME
from tests.fal_stub import KEY, FalStub, breaks_off, cut, drips, fal_stub, hangs, says
from tests.optimizing import ball, model_of

GLB = write_model(model_of(ball(2)))
QUICK = {
    "POLL_S": "0.001", "READ_TIMEOUT_S": "0.1", "REQUEST_TIMEOUT_S": "0.2", "RETRY_DELAY_S": "0.001",
    "RETRIES_MAX": "2", "CANCEL_TIMEOUT_S": "0.3", "FETCH_TIMEOUT_S": "1",
}  # fmt: skip


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[FalStub]:
    """A queue, and an environment in which it is the one that is asked."""
    with fal_stub(GLB) as running:
        monkeypatch.setenv("FAL_KEY", KEY)
        monkeypatch.setenv("MESHWRIGHT_FAL_URL", running.origin)
        monkeypatch.setenv("MESHWRIGHT_BLOBS_REFERENCE_HOSTS_ALLOWED", running.host)
        for name, value in QUICK.items():
            monkeypatch.setenv(f"MESHWRIGHT_FAL_{name}", value)
        yield running


def picture(mode: str = "RGB", form: str = "PNG", **options: Any) -> bytes:
    out = io.BytesIO()
    Image.new(mode, (48, 32), (200, 30, 30, 128)[: len(mode)]).save(out, form, **options)
    return out.getvalue()


def job_of(data: bytes = b"", **files: bytes) -> ReplayContext:
    return ReplayContext("task_1", load={"asset_in": data or picture(), **files})


def work_of(**changes: Any) -> ImageToModel:
    return ImageToModel("batch_1", "file_001", "asset_in", "cup.jpg", provider="fal", seed=5, **changes)


def failed(job: ReplayContext, **changes: Any) -> ProviderFailed:
    with pytest.raises(ProviderFailed) as failure:
        fal.made(work_of(**changes), job)
    assert KEY not in str(job.messages) + failure.value.message
    return failure.value


def lines(job: ReplayContext) -> list[str]:
    return [message.message for message in job.messages if isinstance(message, Logged)]


def test_the_remote_model_is_kept_with_its_logs_its_address_and_an_account(stub: FalStub) -> None:
    job = job_of()
    result = image_to_model.perform(work_of(face_limit=4000), job)
    asked = json.loads(stub.of("submit")[0].body)
    assert asked["face_limit"] == 4000
    assert (asked["texture"], asked["pbr"]) == ("standard", True)
    assert read_model(job.artefacts["model.glb"].data).triangles == read_model(GLB).triangles
    assert (result.provider, result.method) == ("fal", "fal")
    assert result.source_url == f"{stub.origin}/files/model.glb"
    assert result.facts["task"] == "tripo-task-7"
    assert [line for line in lines(job) if line in ("Loading the picture", "Making the mesh")] == [
        "Loading the picture", "Making the mesh",
    ]  # fmt: skip
    said = [message.message for message in job.messages if isinstance(message, Progressed)]
    assert "Waiting at the provider: 2 before it" in said
    assert list(job.stages) == list(ImageToModel.stages)
    assert KEY not in str(job.messages)
    assert stub.cancelled == []


def test_others_compute_while_the_queue_is_asked_and_the_file_is_fetched(stub: FalStub) -> None:
    at_bounds: list[tuple[int, int]] = []

    class Noting(ReplayContext):
        @contextlib.contextmanager
        def elsewhere(self) -> Iterator[None]:
            at_bounds.append((stub.count("submit"), stub.count("file")))
            yield
            at_bounds.append((stub.count("result"), stub.count("file")))

    fal.made(work_of(), Noting("task_1", load={"asset_in": picture()}))
    assert at_bounds == [(0, 0), (1, 0), (1, 0), (1, 1)]


def test_what_is_sent_is_the_upright_picture_and_nothing_that_a_camera_noted(stub: FalStub) -> None:
    turned = Image.Exif()
    turned[0x0112], turned[0x010F] = 6, "a maker of cameras"  # turn by 90 degrees; make
    fal.made(work_of(), job_of(picture(form="JPEG", exif=turned)))
    kind, _, data = json.loads(stub.of("submit")[0].body)["image_url"].partition(";base64,")
    sent = Image.open(io.BytesIO(base64.b64decode(data)))
    assert (kind, sent.size, len(sent.getexif())) == ("data:image/jpeg", (32, 48), 0)
    assert stub.of("submit")[0].body.find(b"cameras") == -1


def test_a_picture_that_is_see_through_stays_so(stub: FalStub) -> None:
    fal.made(work_of(), job_of(picture("RGBA")))
    kind, _, data = json.loads(stub.of("submit")[0].body)["image_url"].partition(";base64,")
    assert kind == "data:image/png"
    assert Image.open(io.BytesIO(base64.b64decode(data))).mode == "RGBA"


def test_a_file_that_is_no_picture_costs_nothing(stub: FalStub) -> None:
    with pytest.raises(Invalid):
        fal.made(work_of(), job_of(picture()[:60]))
    assert stub.seen == []


def test_a_second_attempt_waits_for_the_request_of_the_first_and_pays_once(stub: FalStub) -> None:
    first = job_of()
    stub.when("result", first.cancel)  # the first attempt ends here, as if its process were killed
    stub.before("cancel", says(503))
    with pytest.raises(Cancelled):
        fal.made(work_of(), first)
    note = first.artefacts[NOTE_NAME]
    assert (note.role, NOTE_NAME.startswith("stage-")) == ("input", True)
    stub.when("result", lambda: None)
    work = work_of().resumed([(note.asset_id, note.name), ("asset_other", "model.glb")])
    assert work.earlier == (NamedAsset(note.asset_id, NOTE_NAME),)
    second = job_of(**{note.asset_id: note.data})
    fal.made(work, second)
    assert stub.count("submit") == 1
    assert "An earlier attempt asked for this already; its request is waited for" in lines(second)


@pytest.mark.parametrize("why", ["forgotten", "failed", "other picture", "broken note", "lost note"])
def test_a_request_of_an_earlier_attempt_that_comes_to_nothing_is_made_anew(stub: FalStub, why: str) -> None:
    first = job_of()
    fal.made(work_of(), first)
    note = first.artefacts[NOTE_NAME].data
    given = picture("RGBA") if why == "other picture" else picture()
    if why == "forgotten":
        stub.requests.clear()
    elif why == "failed":
        stub.before("result", says(499, {"detail": "The request was cancelled", "error_type": "client_cancelled"}))
    files = {} if why == "lost note" else {"asset_note": note[:-9] if why == "broken note" else note}
    fal.made(work_of(earlier=(NamedAsset("asset_note", NOTE_NAME),)), job_of(given, **files))
    assert stub.count("submit") == 2


def test_a_note_with_somebody_elses_addresses_is_not_believed(stub: FalStub) -> None:
    first = job_of()
    fal.made(work_of(), first)
    with fal_stub(GLB) as other:
        note = first.artefacts[NOTE_NAME].data.replace(stub.origin.encode(), other.origin.encode())
        work = work_of(earlier=(NamedAsset("asset_note", NOTE_NAME),))
        fal.made(work, job_of(asset_note=note))
        assert other.seen == []


@pytest.mark.parametrize("kind", ["status", "result", "file"])
def test_a_cancelled_job_withdraws_its_request(stub: FalStub, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("READ_TIMEOUT_S", "REQUEST_TIMEOUT_S", "FETCH_TIMEOUT_S"):
        monkeypatch.setenv(f"MESHWRIGHT_FAL_{name}", "20")
    job = job_of()
    stub.before(kind, hangs)
    stub.when(kind, job.cancel)
    with pytest.raises(Cancelled):
        fal.made(work_of(), job)
    assert stub.cancelled == ([] if kind == "file" else ["req-1"])


@pytest.mark.parametrize("answer_after_s", [0.0, 0.7], ids=["answered before that is noticed", "answered after"])
def test_a_job_that_is_cancelled_while_it_asks_withdraws_what_was_taken(
    stub: FalStub, answer_after_s: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("READ_TIMEOUT_S", "REQUEST_TIMEOUT_S", "CANCEL_TIMEOUT_S"):
        monkeypatch.setenv(f"MESHWRIGHT_FAL_{name}", "20")
    job = job_of()

    def cancel() -> None:
        job.cancel()
        stub.closing.wait(answer_after_s)

    stub.when("submit", cancel)
    with pytest.raises(Cancelled):
        fal.made(work_of(), job)
    assert stub.cancelled == ["req-1"]


def test_a_request_that_never_ends_is_withdrawn_after_the_time_for_it(
    stub: FalStub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MESHWRIGHT_FAL_TIMEOUT_S", "0.2")
    stub.steps = [{"status": "IN_PROGRESS", "logs": []}]
    assert failed(job_of()).message == "The provider fal did not make the model within 0.2 seconds"
    assert stub.cancelled == ["req-1"]


def test_without_a_bus_no_bell_rings_and_the_queue_is_asked(stub: FalStub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("runtime.fal_bell.CONNECT_TIMEOUT_S", 0.3)
    monkeypatch.setenv("NATS_URL", "nats://127.0.0.1:1")
    monkeypatch.setenv("MESHWRIGHT_FAL_WEBHOOK_URL", "http://here.example/api/v1/webhooks/fal")
    monkeypatch.setenv("MESHWRIGHT_FAL_POLL_WEBHOOK_S", "0.001")
    assert fal.made(work_of(), job_of()).glb == GLB


def test_the_sentence_of_the_model_is_the_jobs(stub: FalStub) -> None:
    wrong = {"loc": ["body", "image_url"], "msg": "The image has no object", "type": "no_object", "input": "data:…"}
    stub.failure = 422, {"detail": [wrong]}, {}
    assert failed(job_of()).message == (
        "The provider fal answered with status 422: image_url: The image has no object"
    )  # fmt: skip
    assert stub.count("submit") == 1
    assert stub.cancelled == []  # there is nothing left to withdraw


def test_trouble_on_the_way_is_in_the_jobs_log(stub: FalStub) -> None:
    stub.before("status", says(503, {"detail": f"no room for {KEY}"}))
    job = job_of()
    fal.made(work_of(), job)
    assert "The provider fal answered with status 503: no room for …; it is asked again" in lines(job)


def test_a_failure_that_fal_calls_passing_is_asked_for_once_more(stub: FalStub) -> None:
    stub.before("result", says(503, {"detail": "Runner disconnected"}, X_Fal_Error_Type="runner_disconnected"))
    fal.made(work_of(), job_of())
    assert stub.count("submit") == 2


def test_a_failure_that_stays_passing_ends_the_job(stub: FalStub) -> None:
    stub.failure = 503, {"detail": "Runner disconnected"}, {"X-Fal-Retryable": "true"}
    assert "Runner disconnected" in failed(job_of()).message
    assert stub.count("submit") == 2


@pytest.mark.parametrize("output", [{}, {"task_id": "t"}, {"model_mesh": None}, {"model_mesh": "x"}, {"task_id": 5}])
def test_a_result_without_a_model_is_a_failure(stub: FalStub, output: dict[str, Any]) -> None:
    stub.output = output
    assert failed(job_of()).message in (
        "The provider fal made no model of this picture",
        "The provider fal answered with no result that is known",
    )


@pytest.mark.parametrize("name", ["pbr_model", "base_model"])
def test_a_model_under_another_documented_name_is_taken(stub: FalStub, name: str) -> None:
    stub.output = {"task_id": "t", name: stub.made()["model_mesh"]}
    assert fal.made(work_of(), job_of()).glb == GLB


@pytest.mark.parametrize("trouble", [says(503), says(429), cut(GLB), breaks_off, hangs, drips])
def test_a_file_that_does_not_come_whole_is_fetched_again(
    stub: FalStub, trouble: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MESHWRIGHT_FAL_FETCH_TIMEOUT_S", "0.2")
    stub.before("file", trouble)
    job = job_of()
    fal.made(work_of(), job)
    assert (stub.count("file"), stub.count("submit")) == (2, 1)
    assert "The model could not be fetched; it is tried again" in lines(job)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<html>expired</html>", "no GLB"),
        (b"", "no GLB"),
        (GLB[: len(GLB) // 2], "no model that can be read"),
        (GLB[:12] + b"\0" * 40, "no model that can be read"),
        (struct.pack("<4sII", b"glTF", 2, 12), "no model that can be read"),
        (GLB + b"more", "no model that can be read"),
        (b"solid x\nendsolid x", "no GLB"),
        (b"Kaydara FBX Binary  \0", "no GLB"),
    ],
    ids=["html", "empty", "cut", "zeros", "head", "longer", "stl", "fbx"],
)
def test_a_file_that_is_no_whole_glb_is_refused(stub: FalStub, content: bytes, words: str) -> None:
    stub.glb = content
    assert words in failed(job_of()).message


def test_a_file_that_is_too_large_is_not_read(stub: FalStub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MESHWRIGHT_FAL_MODEL_BYTES_MAX", "2000")
    assert "too large" in failed(job_of()).message
    assert stub.count("file") == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/model.glb", "http://127.0.0.1:8080/model.glb", "http://localhost:8080/model.glb",
        "http://169.254.169.254/latest/meta-data/", "http://[::1]:8080/x", "http://[fd00:ec2::254]/x",
        "http://168.63.129.16/x", "http://10.0.0.1/x", "file:///etc/passwd", "data:model/gltf-binary;base64,Z2xURg==",
        "gopher://127.0.0.1/x", "http://user:pass@8.8.8.8/x", "nothing", "",
    ],
)  # fmt: skip
def test_a_result_that_names_an_address_of_ours_is_not_fetched(stub: FalStub, url: str) -> None:
    stub.output = {"task_id": "t", "model_mesh": {"url": url}}
    assert "cannot be fetched" in failed(job_of()).message


def test_a_redirect_to_an_address_of_ours_is_not_followed_and_one_to_the_file_is(stub: FalStub) -> None:
    stub.before("file", says(302, Location="/files/other.glb"))
    fal.made(work_of(), job_of())
    stub.before("file", says(302, Location="http://169.254.169.254/latest/meta-data/"))
    assert "not a public one" in failed(job_of()).message


def test_a_chain_of_redirects_has_an_end(stub: FalStub) -> None:
    stub.before("file", *[says(302, Location="/files/again.glb")] * 20)
    assert "too many redirects" in failed(job_of()).message


def test_the_file_is_fetched_without_the_key(stub: FalStub) -> None:
    fal.made(work_of(), job_of())
    assert "Authorization" not in stub.of("file")[0].headers


def test_a_model_with_more_faces_than_asked_for_is_made_lighter_here(stub: FalStub) -> None:
    job = job_of()
    made = fal.made(work_of(face_limit=100), job)
    assert triangles_shown(read_model(made.glb)) <= 100 < triangles_shown(read_model(GLB))
    assert made.source_url == ""  # what lies there is not what was asked for
    assert "made lighter here" in made.facts["notes"][-1]


def test_without_a_key_the_job_says_how_to_set_one(stub: FalStub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FAL_KEY")
    assert "set FAL_KEY" in failed(job_of()).message


def test_a_better_texture_goes_without_pbr_as_the_documentation_has_it(
    stub: FalStub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MESHWRIGHT_FAL_TEXTURE", "HD")
    fal.made(work_of(), job_of())
    asked = json.loads(stub.of("submit")[0].body)
    assert (asked["texture"], asked["pbr"]) == ("HD", False)
