"""In which order tests run, and that a session compiles its sources once."""

import os
import sys
from pathlib import Path

from tests.conftest import LONGEST


def test_the_files_that_a_session_begins_with_are_there() -> None:
    assert [name for name in LONGEST if not (Path(__file__).parent / name).exists()] == []
    assert len(set(LONGEST)) == len(LONGEST)


def test_bytecode_is_kept_for_the_processes_of_a_session() -> None:
    assert not sys.dont_write_bytecode
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ
