"""What a fresh process does before its first job."""

import subprocess
import sys

import pytest

from handlers import warm_ups_in, warming
from handlers.child import warm_up

SCRIPT = """
from handlers.child import warm_up
from engine.textures import noise
from engine.language import encoder
warm_up("handlers", lambda: False)
print(noise._value_table.cache_info().currsize, encoder.encoder.cache_info().currsize)
"""


def test_a_package_without_warming_has_no_steps() -> None:
    assert warm_ups_in("tests.handlers") == ()


def test_warming_stops_as_soon_as_a_job_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    steps = tuple(lambda name=name: done.append(name) for name in ("first", "second", "third"))
    monkeypatch.setattr(warming, "STEPS", {"text_to_model": steps})
    warm_up("handlers", lambda: len(done) == 2)
    assert done == ["first", "second"]


def test_a_step_that_fails_is_told_and_ends_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(warming, "STEPS", {"text_to_model": (lambda: 1 // 0,)})
    warm_up("handlers", lambda: False)
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_warm_process_has_what_the_first_preview_needs() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], check=True, capture_output=True, text=True)
    assert (done.stdout.split(), done.stderr) == (["1", "1"], "")
