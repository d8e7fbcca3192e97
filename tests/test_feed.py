"""From events to the messages of a live stream."""

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from api.files.links import Links
from api.watching.feed import Feed, Message
from domain.events import Event, Record
from domain.job import (
    ArtefactKept,
    JobCancelled,
    JobDeadLettered,
    JobFailed,
    JobInterrupted,
    JobRequested,
    JobStarted,
    JobSucceeded,
    RetryRequested,
    StageCompleted,
    StageEntered,
)
from domain.work import TextToModel
from runtime.live import Previewed, Progressed
from runtime.urls import AssetUrls

LINKS = Links(AssetUrls(b"k"), "http://here", 60)
MODEL, PICTURE = "asset_" + "1" * 26, "asset_" + "2" * 26
REQUESTED = JobRequested("acct_a", TextToModel("prompt_1", "a watch", "spec_1", 7), parent="prompt_1")


class Story:
    """A feed, and the records that it is given."""

    def __init__(self) -> None:
        self.feed = Feed("run_1", LINKS)

    def tell(self, *events: Event) -> list[Message]:
        first = self.feed.version + 1
        return self.feed.take([self._record(version, event) for version, event in enumerate(events, first)])

    def _record(self, version: int, event: Event) -> Record:
        now = datetime.now(UTC)
        return Record(100 + version, "run_1", version, event.tag(), now, "a", "acct_a", "", "", event, b"")


def kept(asset_id: str, name: str, role: Any, media_type: str, stage: str) -> ArtefactKept:
    return ArtefactKept(1, asset_id, name, role, media_type, "0" * 64, 5, stage)


def kinds(messages: list[Message]) -> list[str]:
    return [message.type for message in messages]


def test_a_run_from_start_to_end_tells_the_four_kinds_of_messages() -> None:
    story = Story()
    assert story.tell(REQUESTED, JobStarted(1, "worker")) == []
    [entered] = story.tell(StageEntered(1, "planning"))
    assert entered.data == {"stage": "planning", "progress": 0.0, "message": "Planning has begun"}
    [done] = story.tell(StageCompleted(1, "planning", 40, {"parts": 12}))
    assert (done.type, done.data) == ("stage_complete", {"stage": "planning", "result": {"parts": 12}})
    [preview] = story.tell(kept(PICTURE, "preview.png", "preview", "image/png", "packaging"))
    assert (preview.type, preview.data["kind"]) == ("preview", "picture")
    assert preview.data["preview_url"].startswith(f"http://here/api/v1/assets/{PICTURE}/preview.png?expires=")
    story.tell(kept(MODEL, "model.glb", "result", "model/gltf-binary", "packaging"))
    result = {"glb_asset": MODEL, "preview_asset": PICTURE, "textures": {"albedo": PICTURE}, "triangles": 9}
    [complete] = story.tell(JobSucceeded(1, result, {"prompt": "a watch"}))
    assert complete.type == "complete"
    assert complete.data["run_id"] == "run_1"
    shown = complete.data["result"]
    assert shown["mesh_url"].startswith(f"http://here/api/v1/assets/{MODEL}/model.glb?")
    assert shown["textures"]["albedo"].startswith(f"http://here/api/v1/assets/{PICTURE}/")
    assert shown["provenance"]["seed"] == 7
    assert shown["provenance"]["checkpoints"] == []
    assert MODEL not in msgspec.json.encode({**shown, "mesh_url": "", "textures": {}}).decode()


def test_a_stage_that_kept_a_model_shows_where_it_is() -> None:
    story = Story()
    story.tell(REQUESTED, JobStarted(1, "worker"), StageEntered(1, "geometry_generation"))
    story.tell(kept(MODEL, "preview.glb", "preview", "model/gltf-binary", "geometry_generation"))
    [done] = story.tell(StageCompleted(1, "geometry_generation", 40, {}))
    assert "preview.glb" in done.data["result"]["mesh_url"]


def test_percentages_of_the_stage_in_work_are_passed_on_and_others_are_not() -> None:
    story = Story()
    story.tell(REQUESTED, JobStarted(1, "worker"), StageEntered(1, "planning"))
    [said] = story.feed.take_live(Progressed("run_1", 1, "planning", 0.0, 0.5, "half"))
    assert said.data == {"stage": "planning", "progress": 0.5, "message": "half"}
    assert story.feed.take_live(Progressed("run_1", 1, "texture_baking", 0.0, 0.5)) == []
    assert story.feed.take_live(Progressed("run_1", 2, "planning", 0.0, 0.5)) == []
    assert story.feed.since(0)[-1] == said
    story.tell(StageCompleted(1, "planning", 40))
    assert kinds(story.feed.since(0)) == ["progress", "stage_complete"]


def test_what_is_said_again_is_passed_on_once_though_something_was_kept_meanwhile() -> None:
    story = Story()
    story.tell(REQUESTED, JobStarted(1, "worker"), StageEntered(1, "planning"))
    half = Progressed("run_1", 1, "planning", 0.0, 0.5, "half")
    assert len(story.feed.take_live(half)) == 1
    assert story.feed.take_live(half) == []
    story.tell(kept(MODEL, "model.glb", "result", "model/gltf-binary", "planning"))
    assert story.feed.take_live(half) == []
    assert len(story.feed.take_live(Progressed("run_1", 1, "planning", 0.0, 0.5, "more"))) == 1


@pytest.mark.parametrize(
    ("name", "kind"),
    [("blocks.png", "blocks"), ("parts.png", "parts"), ("preview.glb", "model"), ("albedo.png", "other")],
)
def test_a_preview_says_what_it_shows(name: str, kind: str) -> None:
    story = Story()
    story.tell(REQUESTED, JobStarted(1, "worker"), StageEntered(1, "geometry_generation"))
    [preview] = story.tell(kept(PICTURE, name, "preview", "image/png", "geometry_generation"))
    assert preview.data["kind"] == kind


def test_a_preview_is_shown_once_whether_the_log_or_the_bus_tells_it_first() -> None:
    story = Story()
    story.tell(REQUESTED, JobStarted(1, "worker"), StageEntered(1, "packaging"))
    assert len(story.tell(kept(PICTURE, "preview.png", "preview", "image/png", "packaging"))) == 1
    assert story.feed.take_live(Previewed("run_1", 1, "packaging", 0.0, PICTURE)) == []
    story.tell(kept(MODEL, "model.glb", "result", "model/gltf-binary", "packaging"))
    shown = Previewed("run_1", 1, "packaging", 0.0, MODEL)
    assert kinds(story.feed.take_live(shown)) == ["preview"]
    assert story.feed.take_live(shown) == []


def test_what_a_watcher_has_seen_is_not_told_again() -> None:
    story = Story()
    story.tell(REQUESTED, JobStarted(1, "worker"), StageEntered(1, "planning"), StageCompleted(1, "planning", 4))
    everything = story.feed.since(0)
    assert [message.position for message in everything] == [103, 104]
    assert story.feed.since(103) == everything[1:]
    assert story.feed.since(104) == []


def test_another_attempt_begins_the_story_afresh() -> None:
    story = Story()
    story.tell(REQUESTED, JobStarted(1, "worker"), StageEntered(1, "planning"), StageCompleted(1, "planning", 4))
    story.tell(JobInterrupted(1, "lost"), JobStarted(2, "other"), StageEntered(2, "planning"))
    assert [message.position for message in story.feed.since(0)] == [107]


def test_a_failed_and_a_cancelled_run_end_with_an_error() -> None:
    story = Story()
    story.tell(REQUESTED, JobStarted(1, "worker"))
    [failed] = story.tell(JobFailed(1, "GENERATION_FAILED", "A part is empty", "planning"), JobDeadLettered(1, "x"))
    assert failed.is_end
    assert failed.data == {
        "run_id": "run_1", "status": "failed", "code": "GENERATION_FAILED",
        "message": "A part is empty", "stage": "planning",
    }  # fmt: skip
    story.tell(RetryRequested(1))
    assert story.feed.since(0) == []
    [cancelled] = story.tell(JobCancelled(1))
    assert cancelled.type == "error"
    assert (cancelled.data["status"], cancelled.data["code"]) == ("cancelled", "GENERATION_FAILED")


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("INVALID", "VALIDATION_ERROR"),
        ("NOT_FOUND", "NOT_FOUND"),
        ("STORAGE_FAILED", "STORAGE_ERROR"),
        ("INTERNAL_ERROR", "INTERNAL_ERROR"),
        ("MEMORY_EXCEEDED", "GENERATION_FAILED"),
    ],
)
def test_a_failure_is_told_in_a_code_of_the_family(kept: str, shown: str) -> None:
    story = Story()
    story.tell(REQUESTED, JobStarted(1, "worker"))
    [failed] = story.tell(JobFailed(1, kept, "no", "planning"))
    assert failed.data["code"] == shown


def test_a_message_is_the_same_on_a_socket_and_in_an_event_stream() -> None:
    message = Message("preview", {"stage": "planning"}, 7)
    assert msgspec.json.decode(message.body) == {"type": "preview", "data": {"stage": "planning"}, "position": 7}
    assert message.event == b'id: 7\nevent: preview\ndata: {"stage":"planning"}\n\n'
