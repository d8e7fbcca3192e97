"""The desk that reads words while a client waits: what it allows a text."""

import threading

import pytest

from handlers.planning_desk import TooSlow, limited


def busy(limit_s: float) -> None:
    with limited(limit_s):
        while True:
            pass


def test_a_text_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(TooSlow):
        busy(0.05)


def test_waiting_for_cores_that_others_have_is_no_fault_of_a_text() -> None:
    with limited(0.05):
        assert not threading.Event().wait(0.2)
