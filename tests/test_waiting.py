"""How long an answer waits, and what a refused field is told."""

import pytest

from api.models.geometry import OptimizeRequest
from api.models.textures import BakeRequest, EncodeRequest
from api.watching.waiting import Patience, patience_of
from api.wire.strictness import decoded
from domain.errors import Invalid
from runtime.formats import sniffed


@pytest.mark.parametrize(
    ("wait", "prefer", "expected"),
    [
        (None, "", Patience(0)),
        (5.5, "", Patience(5.5)),
        (500, "", Patience(120)),
        (None, "wait=7", Patience(7, True)),
        (None, "respond-async, Wait = 7; x", Patience(7, True)),
        (None, "wait=900", Patience(120, True)),
        (3, "wait=7", Patience(3)),
        (None, "await=7", Patience(0)),
        (None, "wait=soon", Patience(0)),
    ],
)
def test_the_query_goes_before_the_header_and_the_limit_before_both(
    wait: float | None, prefer: str, expected: Patience
) -> None:
    assert patience_of(wait, prefer, 120) == expected


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (b'{"max_triangels": 5}', "did you mean `max_triangles`? Known are: "),
        (b'{"zzzz": 5}', "There is no field `options.zzzz` here; known are: "),
        (b'{"lods": 7}', "`options.lods` must be a whole number, at least 0 and at most 6"),
    ],
)
def test_a_field_that_is_refused_is_told_what_is_allowed(options: bytes, words: str) -> None:
    with pytest.raises(Invalid, match="options") as refusal:
        decoded(b'{"mesh_url": "x", "options": ' + options + b"}", OptimizeRequest)
    assert words in refusal.value.message


KIND = "must be small letters a to z and underscores, beginning with a letter, at most 32 characters"


@pytest.mark.parametrize(
    ("pictures", "field", "words"),
    [
        (b'{"albedo": "x", "Albedo": "y"}', "texture_urls.Albedo", f"The name `Albedo` in `texture_urls` {KIND}"),
        (b'{"a b": "x"}', "texture_urls.a b", f"The name `a b` in `texture_urls` {KIND}"),
        (b'{"": "x"}', "texture_urls", f"The name `` in `texture_urls` {KIND}"),
        (b'{"albedo": "x", "normal": 3}', "texture_urls.normal", "`texture_urls.normal` must be a text, not a whole"),
        (b'["x"]', "texture_urls", "`texture_urls` must be an object, not a list"),
    ],
)
def test_of_many_names_the_wrong_one_is_told(pictures: bytes, field: str, words: str) -> None:
    with pytest.raises(Invalid) as refusal:
        decoded(b'{"texture_urls": ' + pictures + b"}", EncodeRequest)
    assert refusal.value.facts["field"] == field
    assert refusal.value.message.startswith(words)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (b'{"background": "red"}', "`options.background` must be # and six hexadecimal digits, like #1a2b3c"),
        (b'{"supersampling": 5}', "`options.supersampling` must be one of: 1, 4, 9, 16, not `5`"),
    ],
)
def test_what_a_pattern_or_a_choice_of_numbers_allows_is_said_in_words_and_in_order(options: bytes, words: str) -> None:
    with pytest.raises(Invalid) as refusal:
        decoded(b'{"mesh_url": "x", "options": ' + options + b"}", BakeRequest)
    assert refusal.value.message == words


def test_a_binary_stl_is_known_by_its_size_and_may_be_one_until_that_is_known() -> None:
    head = b"solid lies " + b"\0" * 69 + (2).to_bytes(4, "little") + b"\0" * 100
    assert sniffed(head, len(head)) is not None
    assert sniffed(head[:-1], len(head) - 1) is None
    assert sniffed(head[:90], None) is not None
    assert sniffed(b"\0" * 84 + b"x" * 100, None) is None
