"""The catalogue of events: what was stored by any release stays readable."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import msgspec
import pytest

from domain import catalogue
from domain.events import Event

SAMPLES = Path(__file__).parent / "samples"
NEWEST = "events-0.4.jsonl"


def _samples() -> Iterator[Any]:
    for path in sorted(SAMPLES.glob("events-*.jsonl")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            yield pytest.param(json.loads(line), id=f"{path.stem}:{number}")


@pytest.mark.parametrize("sample", list(_samples()))
def test_what_a_release_stored_is_read_as_it_was_meant(sample: dict[str, Any]) -> None:
    event = catalogue.decode(sample["tag"], json.dumps(sample["payload"]).encode())
    assert event.tag() == sample["tag"]
    stored = json.loads(catalogue.encode(event))
    assert _as_sampled(stored, sample["payload"]) == sample["payload"]


def _as_sampled(stored: Any, sample: Any) -> Any:
    """Return what is stored now without the fields that the sample's release did not know."""
    if isinstance(sample, dict):
        return {name: _as_sampled(stored[name], value) for name, value in sample.items()}
    if isinstance(sample, list):
        return [_as_sampled(one, value) for one, value in zip(stored, sample, strict=True)]
    return stored


def test_the_newest_samples_hold_every_event() -> None:
    shown = {json.loads(line)["tag"] for line in (SAMPLES / NEWEST).read_text().splitlines()}
    assert shown == set(catalogue.EVENTS)


def test_the_newest_samples_give_every_field_a_value_of_its_own() -> None:
    for line in (SAMPLES / NEWEST).read_text().splitlines():
        sample = json.loads(line)
        fields = {field.encode_name for field in msgspec.structs.fields(catalogue.EVENTS[sample["tag"]])}
        assert fields <= set(sample["payload"]), sample["tag"]


def test_every_tag_names_its_noun_and_what_happened() -> None:
    for tag in catalogue.EVENTS:
        noun, _, happened = tag.partition(".")
        assert noun == catalogue.noun_of(tag)
        assert noun in {*catalogue.NOUNS, "name"}
        assert happened
        assert happened == happened.lower()


def test_an_event_that_nobody_knows_is_not_guessed() -> None:
    with pytest.raises(KeyError):
        catalogue.decode("job.exploded", b"{}")


class Renamed(Event, frozen=True, tag="test.renamed"):
    """An event whose field had another name once, and whose unit has changed since."""

    duration_ms: int

    upcasts: ClassVar[tuple[Any, ...]] = (
        lambda value: {**value, "seconds": value["time"]} if "time" in value else value,
        lambda value: {**value, "duration_ms": value["seconds"] * 1000} if "seconds" in value else value,
    )


@pytest.mark.parametrize("payload", [b'{"time": 2}', b'{"seconds": 2}', b'{"duration_ms": 2000}'])
def test_payloads_of_earlier_releases_pass_their_upcasters(payload: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(catalogue.EVENTS, "test.renamed", Renamed)
    assert catalogue.decode("test.renamed", payload) == Renamed(2000)
