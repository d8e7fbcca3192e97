"""Which state of a design a text asks for."""

from datetime import UTC, datetime

import pytest

from api.designs.story import moment
from domain.errors import Invalid


def test_a_time_without_a_fraction_means_the_whole_of_its_second_as_answers_show_it() -> None:
    until = datetime(2026, 11, 21, 19, 10, 43, 999_999, UTC)
    assert moment("2026-11-21T19:10:43Z") == until
    assert moment("2026-11-21T19:10:43") == until
    assert moment("2026-11-21T19:10:43.250Z") == datetime(2026, 11, 21, 19, 10, 43, 250_000, UTC)


def test_a_number_is_a_revision_and_anything_else_is_refused() -> None:
    assert (moment("3"), moment("v2"), moment("")) == (3, 2, None)
    with pytest.raises(Invalid):
        moment("yesterday")
