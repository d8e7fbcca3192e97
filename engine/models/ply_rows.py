"""The rows of a PLY, in words or binary, as columns."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.errors import Invalid
from engine.models.limits import Reading, within
from engine.models.numbers import numbers_in, words_in
from engine.models.ply_header import Element, Header, Property

_CUT_SHORT = "The PLY is cut short"


@dataclass(frozen=True, slots=True, eq=False)
class Ragged:
    """Lists of each row, end to end."""

    counts: NDArray[np.int64]
    values: NDArray[Any]


Column = NDArray[Any] | Ragged
Columns = dict[str, Column]


@dataclass(frozen=True, slots=True, eq=False)
class _Source:
    """Where numbers stand: bytes, or the numbers of a text; places count in bytes, or in numbers."""

    content: NDArray[Any]
    order: str

    def size(self, kind: str) -> int:
        return np.dtype(kind).itemsize if self.order else 1

    def at(self, places: NDArray[np.int64], kind: str) -> NDArray[Any]:
        """Return the numbers that stand at some places."""
        if not self.order:
            return _typed(self.content[places], kind)
        size = self.size(kind)
        return np.asarray(self.content[places[:, None] + np.arange(size)].view(self.order + kind)[:, 0])

    def counter(self, kind: str) -> Callable[[int], int]:
        """Return what reads one length."""
        if not self.order:
            return lambda place: int(self.content[place])
        if self.size(kind) == 1:
            return self.content.item if kind == "u1" else lambda place: int(self.content[place])
        return lambda place: int(self.content[place : place + self.size(kind)].view(self.order + kind)[0])


def columns_of(data: bytes, header: Header, reading: Reading) -> dict[str, Columns]:
    """Return the columns of each element by name.

    Raises
    ------
    Invalid
        It is cut short, or a list has a length that cannot be.
    """
    source = _source(data, header, reading)
    found: dict[str, Columns] = {}
    place = 0
    for element in header.elements:
        if element.properties and element.count:
            found[element.name], place = _columns(element, source, place, reading)
    return found


def _source(data: bytes, header: Header, reading: Reading) -> _Source:
    if header.order:
        return _Source(np.frombuffer(data, np.uint8)[header.start :], header.order)
    body = data[header.start :]
    count = len(words_in(body)[0])
    return _Source(numbers_in(body, count, np.float64, "row"), "")


def _columns(element: Element, source: _Source, place: int, reading: Reading) -> tuple[Columns, int]:
    within(element.count, reading.limits.corners_max, "corners_max", f"rows of {element.name[:32]}")
    steps = _equal_steps(element, source, place)
    if steps is None:
        return _by_row(element, source, place, reading)
    width = sum(steps)
    rows = source.content[place : place + element.count * width].reshape(element.count, width)
    columns: Columns = {}
    start = 0
    for each, step in zip(element.properties, steps, strict=True):
        columns[each.name] = _column(rows[:, start : start + step], each, source)
        start += step
    return columns, place + element.count * width


def _equal_steps(element: Element, source: _Source, place: int) -> list[int] | None:
    """Return the width of each property where all rows are as long as the first, else None."""
    steps: list[int] = []
    start = place
    for each in element.properties:
        step = source.size(each.type)
        if each.count:
            head = source.size(each.count)
            if start + head > len(source.content):
                raise Invalid(_CUT_SHORT, field=element.name[:32])
            step = head + step * _length(source.counter(each.count)(start), source, start)
        steps.append(step)
        start += step
    width = sum(steps)
    if place + element.count * width > len(source.content):
        if element.has_lists:
            return None
        raise Invalid(_CUT_SHORT, field=element.name[:32])
    offset = place
    for each, step in zip(element.properties, steps, strict=True):
        if each.count:
            places = offset + width * np.arange(element.count)
            counts = source.at(places, each.count)
            if not (counts == counts[0]).all():
                return None
        offset += step
    return steps


def _length(count: int, source: _Source, place: int) -> int:
    if not 0 <= count <= len(source.content) - place:
        raise Invalid("A list of the PLY has a length that cannot be", field="list")
    return count


def _column(cells: NDArray[Any], each: Property, source: _Source) -> Column:
    """Return a column of rows that are equally long; `cells` are (n, width) bytes or numbers."""
    head = source.size(each.count) if each.count else 0
    values = np.ascontiguousarray(cells[:, head:])
    if not source.order:
        values = _typed(values, each.type)
    else:
        values = values.view(source.order + each.type) if values.shape[1] else np.zeros((len(values), 0), each.type)
    if not each.count:
        return np.asarray(values[:, 0])
    return Ragged(np.full(len(values), values.shape[1], np.int64), values.ravel())


def _typed(values: NDArray[Any], kind: str) -> NDArray[Any]:
    """Return numbers of a text as the type that the head says; what does not fit becomes the nearest that does."""
    if kind[0] == "f":
        return values.astype(kind)
    bounds = np.iinfo(kind)
    return np.asarray(np.clip(np.nan_to_num(values), bounds.min, bounds.max).astype(kind))


def _by_row(element: Element, source: _Source, place: int, reading: Reading) -> tuple[Columns, int]:
    """Return the columns of rows that differ in length; only the lengths are read one by one."""
    places, counts, end = _walked(element, source, place)
    columns: Columns = {}
    for each in element.properties:
        starts = np.array(places[each.name], np.int64)
        if not each.count:
            columns[each.name] = source.at(starts, each.type)
            continue
        lengths = np.array(counts[each.name], np.int64)
        total = int(lengths.sum())
        size = source.size(each.type)
        within_list = np.arange(total) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        firsts = np.repeat(starts + source.size(each.count), lengths)
        columns[each.name] = Ragged(lengths, source.at(firsts + size * within_list, each.type))
    return columns, end


def _walked(element: Element, source: _Source, place: int) -> tuple[dict[str, list[int]], dict[str, list[int]], int]:
    places: dict[str, list[int]] = {each.name: [] for each in element.properties}
    counts: dict[str, list[int]] = {each.name: [] for each in element.properties}
    steps = [
        (each, places[each.name].append, counts[each.name].append, source.size(each.type),
         source.size(each.count) if each.count else 0, source.counter(each.count) if each.count else None)
        for each in element.properties
    ]  # fmt: skip
    end = len(source.content)
    for _ in range(element.count):
        for each, add_place, add_count, size, head, counter in steps:
            add_place(place)
            if place + (head or size) > end:
                raise Invalid(_CUT_SHORT, field=element.name[:32])
            if counter is None:
                place += size
                continue
            count = counter(place)
            add_count(count)
            place += head + size * count
            if count < 0 or place > end:
                raise Invalid(_CUT_SHORT, field=each.name[:32])
    return places, counts, place
