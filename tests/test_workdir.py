"""The folders in which jobs work."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from handlers.workdir import remove_abandoned, workdir

KILLED_AT_WORK = """
import os, signal
from handlers.workdir import workdir
with workdir() as folder:
    (folder / "half.bin").write_bytes(b"half")
    print(folder, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def test_the_folder_of_a_killed_worker_goes_with_the_next_worker_and_one_at_work_stays() -> None:
    root = Path(__file__).parents[1]
    killed = subprocess.run(
        [sys.executable, "-c", KILLED_AT_WORK], cwd=root, capture_output=True, text=True, check=False
    )
    left = Path(killed.stdout.strip())
    assert (left / "half.bin").exists()
    with workdir() as held:
        assert remove_abandoned() == 0  # it might have been made just now
        assert remove_abandoned(older_than_s=0) == 1
        assert (left.exists(), held.exists()) == (False, True)
    assert not held.exists()


def test_what_others_keep_there_is_not_touched(place: Path) -> None:
    (place / "meshwright-test-1").mkdir()
    (place / "meshwright-job-note").write_text("no folder")
    assert remove_abandoned(older_than_s=0) == 0
    assert sorted(os.listdir(place)) == ["meshwright-job-note", "meshwright-test-1"]
