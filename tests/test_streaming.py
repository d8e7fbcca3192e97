"""Ranges, ETags and file names of answers that are sent piece by piece."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.files.streaming import Part, disposition, is_known, wanted_part


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("", None),
        ("bytes=0-0", Part(0, 1)),
        ("bytes=2-5", Part(2, 6)),
        ("Bytes = 2 - 5", Part(2, 6)),
        ("bytes=7-", Part(7, 10)),
        ("bytes=0-999", Part(0, 10)),
        ("bytes=-3", Part(7, 10)),
        ("bytes=-999", Part(0, 10)),
        ("bytes=5-2", None),
        ("bytes=-", None),
        ("bytes=0-1,4-5", None),
        ("items=0-1", None),
        ("bytes=a-b", None),
    ],
)
def test_one_plain_range_is_a_part_and_anything_else_the_whole(header: str, part: Part | None) -> None:
    assert wanted_part(header, 10) == part


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=10-20", "bytes=-0"])
def test_a_range_outside_of_the_file_is_an_error(header: str) -> None:
    with pytest.raises(IndexError):
        wanted_part(header, 10)


@given(st.text(alphabet="bytes=-,0123456789 ", max_size=30), st.integers(0, 100))
def test_a_part_always_lies_within_the_file(header: str, size_bytes: int) -> None:
    try:
        part = wanted_part(header, size_bytes)
    except IndexError:
        return
    assert part is None or 0 <= part.start < part.end <= size_bytes


@pytest.mark.parametrize(
    ("header", "is_same"), [('"a"', True), ('"b", W/"a"', True), ("*", True), ('"b"', False), ("", False), ("a", False)]
)
def test_an_etag_is_known_when_it_is_named(header: str, is_same: bool) -> None:
    assert is_known(header, '"a"') is is_same


@given(st.text(max_size=40))
def test_no_name_of_a_file_breaks_out_of_its_header(name: str) -> None:
    header = disposition(name, is_shown=False)
    assert header.isascii()
    assert header.isprintable()
    assert header.count('"') == 2
    assert header.startswith('attachment; filename="')
