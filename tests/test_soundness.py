"""Bodies that a decoder takes, or breaks on, and that are refused at the door with their field named."""

from typing import Any

import msgspec
import pytest
from litestar.exceptions.base_exceptions import SerializationException

from api.designs.generate import GenerateRequest
from api.designs.pipeline import PipelineRequest
from api.designs.switch import SwitchRequest
from api.wire.soundness import WHOLE_MAX, WHOLE_MIN
from api.wire.strictness import decoded
from api.wire.wording import reworded
from domain.errors import Invalid

SWITCH = '{"spec_id": "s", "target": {"object_id": "o"}, "update": %s}'


def refusal(body: str, kind: Any = GenerateRequest) -> Invalid:
    with pytest.raises(Invalid) as caught:
        decoded(body.encode(), kind)
    return caught.value


@pytest.mark.parametrize(
    ("body", "kind", "field"),
    [
        ('{"prompt": "chair", "context": {"a": 1e999}}', GenerateRequest, "context.a"),
        ('{"prompt": "chair", "context": {"a": {"b": [1, {"c": -1e999}]}}}', GenerateRequest, "context.a.b[1].c"),
        (SWITCH % '{"properties": {"unit_m": 1e999}}', SwitchRequest, "update.properties.unit_m"),
        (SWITCH % '{"properties": {"unit_m": -1e999}}', SwitchRequest, "update.properties.unit_m"),
        (SWITCH % '{"dimensions": {"width": 1e999}}', SwitchRequest, "update.dimensions.width"),
        ('{"pipeline": "evaluate_only", "input_data": {"a": {"b": 1e999}}}', PipelineRequest, "input_data.a.b"),
        (f'{{"prompt": "chair", "context": {{"a": {"9" * 5000}}}}}', GenerateRequest, "context.a"),
        ("1e999", Any, ""),
    ],
)
def test_a_number_that_no_float_holds_is_refused_by_its_name(body: str, kind: Any, field: str) -> None:
    error = refusal(body, kind)
    assert error.message == (f"`{field}`" if field else "The body") + " is a number out of range"
    assert error.facts.get("field", "") == field


@pytest.mark.parametrize("number", [WHOLE_MIN - 1, WHOLE_MAX + 1, 2**64, 10**25])
def test_a_whole_number_of_more_than_64_bits_is_refused_by_its_name(number: int) -> None:
    error = refusal(f'{{"prompt": "chair", "context": {{"a": {{"b": {number}}}}}}}')
    assert error.facts["field"] == "context.a.b"
    assert "out of range" in error.message


@pytest.mark.parametrize("number", [WHOLE_MIN, WHOLE_MAX, 1e300, 0.1234567890123456789012])
def test_a_number_that_can_be_kept_stays_as_it_is(number: float) -> None:
    assert decoded(f'{{"a": {number}, "b": "{2**70}"}}'.encode(), dict[str, Any])["a"] == number


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ('{"prompt": "oak chair", "prompt": "glass table"}', "prompt"),
        ('{"prompt": "chair", "context": {"a": [{"b": 1, "b": 2}]}}', "context.a[0].b"),
        ('{"prompt": "chair", "context": {"a": 1, "\\u0061": 2}}', "context.a"),
    ],
)
def test_a_name_that_stands_twice_in_an_object_is_refused(body: str, field: str) -> None:
    error = refusal(body)
    assert (error.message, error.facts["field"]) == (f"`{field}` stands there twice", field)


def test_a_name_may_stand_in_two_objects() -> None:
    assert decoded(b'[{"a": {"a": 1}}, {"a": 2}]', Any) == [{"a": {"a": 1}}, {"a": 2}]


def test_a_name_at_fault_is_found_beside_a_number_that_is_out_of_range() -> None:
    kind = dict[str, dict[str, int | str]]
    error = refusal('{"one": {"a": 1, "b": true}, "two": {"c": 1e999}}', kind)
    assert "out of range" not in error.message


def test_what_is_no_json_is_no_refusal_of_a_field() -> None:
    with pytest.raises(SerializationException):
        decoded(b'{"a": 1e999', Any)


def test_a_number_out_of_range_is_said_so_where_no_body_is_at_hand() -> None:
    assert reworded("x", "Number out of range - at `$.x`")[1] == "`x` is a number out of range"
    with pytest.raises(msgspec.ValidationError, match="Number out of range"):
        msgspec.json.decode(b"1e999")
