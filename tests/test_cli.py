"""The command line, used as a person uses it: real servers, real files."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from domain.errors import Invalid
from runtime.cli import main
from runtime.cli.gallery import wishes_of

TEXT = "oak stool"


class Meshwright:
    """Runs `meshwright` on one data folder."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.shown = ""

    def start(self, *words: str, **environment: str) -> "subprocess.Popen[str]":
        """Start a command."""
        return subprocess.Popen(
            [sys.executable, "-m", "runtime.cli", *words, "--data-dir", str(self.data_dir)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment},
        )

    def __call__(self, *words: str, status: int = 0) -> str:
        """Run a command to its end; return what it printed, or its complaint when it is to fail."""
        process = self.start(*words)
        out, self.shown = process.communicate(timeout=110)
        assert process.returncode == status, self.shown
        return self.shown if status else out


@pytest.fixture(scope="module")
def folder(session_dir: Path) -> Path:
    """A folder for this module."""
    path = session_dir / "cli"
    path.mkdir(mode=0o711)
    return path


@pytest.fixture(scope="module")
def meshwright(folder: Path) -> Meshwright:
    """The command, on a data folder in which one model has been made."""
    run = Meshwright(folder / "data")
    run("make", TEXT, "--quality", "draft", "--poly-budget", "500", "--out", str(folder / "out"))
    return run


@pytest.fixture(scope="module")
def run_id(meshwright: Meshwright) -> str:
    """The run that made the model."""
    line = meshwright("events", "--tag", "job.requested", "--json").splitlines()[0]
    return str(json.loads(line)["stream"])


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_an_example_in_its_help(name: str) -> None:
    command = main.commands[name]
    shown = [command, *getattr(command, "commands", {}).values()]
    assert all((one.epilog or "").startswith("Example: ") for one in shown)


def test_make_writes_a_model_a_picture_and_its_provenance(meshwright: Meshwright, folder: Path) -> None:
    assert (folder / "out" / "model.glb").read_bytes()[:4] == b"glTF"
    assert (folder / "out" / "preview.png").read_bytes()[:4] == b"\x89PNG"
    provenance = json.loads((folder / "out" / "provenance.json").read_text())
    assert provenance["prompt"] == TEXT
    assert provenance["stages"]["geometry_generation"]["triangles"] <= 500


def test_making_the_same_again_shows_its_stages_and_gives_the_same_bytes(meshwright: Meshwright, folder: Path) -> None:
    meshwright("make", TEXT, "--quality", "draft", "--poly-budget", "500", "--out", str(folder / "again"))
    assert "geometry generation" in meshwright.shown
    assert (folder / "again" / "model.glb").read_bytes() == (folder / "out" / "model.glb").read_bytes()


def test_make_refuses_words_that_say_nothing(meshwright: Meshwright) -> None:
    complaint = meshwright("make", "🙂", "--out", "nowhere", status=1)
    assert complaint.strip().endswith("The text has no letter or digit; say what to make in words")


def test_make_refuses_a_style_that_nobody_can_draw_and_names_those_there_are(
    meshwright: Meshwright, folder: Path
) -> None:
    complaint = meshwright("make", TEXT, "--style", "nosuch", "--out", str(folder / "nowhere"), status=1)
    assert "There is no such style; known are: realistic, modern" in complaint
    assert not (folder / "nowhere").exists()


def test_a_gallery_shows_what_was_made_and_what_failed(meshwright: Meshwright, folder: Path) -> None:
    prompts = folder / "prompts.txt"
    prompts.write_text("# two\n\noak stool | rustic | 3\n🙂 <&>\n", "utf-8")
    out = folder / "gallery"
    meshwright(
        "gallery", str(prompts), "--quality", "draft", "--poly-budget", "500", "--out", str(out), "--json", status=1
    )
    page = (out / "index.html").read_text("utf-8")
    assert 'src="01-oak-stool/preview.png"' in page
    assert "1 of 2 prompts were made" in page
    assert "passed" in page
    assert "<dt>confidence</dt><dd>0." in page
    assert "<dt>not understood</dt><dd>nothing</dd>" in page
    assert "🙂 &lt;&amp;&gt;" in page
    assert "The text has no letter" in page
    assert "http" not in page
    assert (out / "01-oak-stool" / "model.glb").read_bytes()[:4] == b"glTF"
    assert json.loads((out / "01-oak-stool" / "provenance.json").read_text())["seed"] == 3
    assert (out / "gallery.jpg").read_bytes()[:3] == b"\xff\xd8\xff"


@pytest.mark.parametrize("line", ["a chair | klingon", "a chair | rustic | x", "a | b | 1 | 2", "# nothing"])
def test_a_gallery_says_which_line_it_cannot_read(line: str) -> None:
    with pytest.raises(Invalid, match=r"Line 1|has 0"):
        wishes_of(line, "draft", 500)


def test_a_gallery_takes_a_style_by_its_other_names() -> None:
    assert [wish.parameters.style for wish in wishes_of("a chair | sci-fi\na chair", "draft", 500)] == [
        "sci-fi",
        "realistic",
    ]


def test_events_and_replay_show_what_happened(meshwright: Meshwright, run_id: str) -> None:
    tags = [json.loads(line)["tag"] for line in meshwright("events", "--stream", run_id, "--json").splitlines()]
    assert (tags[0], tags[1], tags[-1]) == ("job.requested", "job.started", "job.succeeded")
    assert json.loads(meshwright("replay", run_id, "--json"))["status"] == "succeeded"
    assert json.loads(meshwright("replay", run_id, "--at", "1", "--json"))["status"] == "queued"
    changes = json.loads(meshwright("replay", run_id, "--diff", "1", "2", "--json"))
    assert changes["status"] == {"before": "queued", "after": "running"}


def test_replay_of_nothing_says_so(meshwright: Meshwright) -> None:
    assert "There is no such stream" in meshwright("replay", "run_nope", status=1)


def test_what_is_not_there_is_said_in_one_sentence(meshwright: Meshwright, run_id: str, folder: Path) -> None:
    elsewhere = Meshwright(folder / "elsewhere")
    for complaint, words in (
        (elsewhere("verify", status=1), "There is no log in"),
        (meshwright("events", "--stream", "run_nope", status=1), "There is no such stream"),
        (meshwright("replay", run_id, "--at", "99999", status=1), "none with the number 99999"),
        (meshwright("make", TEXT, "--out", "/proc/nope", status=1), "cannot be made"),
        (elsewhere("api", status=1), "must name the servers"),
    ):
        assert words in complaint.splitlines()[-1]
        assert "Traceback" not in complaint
    assert not elsewhere.data_dir.exists()


def test_hashes_of_passwords_are_not_shown(meshwright: Meshwright) -> None:
    meshwright("account", "add", "hidden", "hidden@example.org", "--password", "long enough")
    shown = json.loads(meshwright("events", "--tag", "account.registered", "--json").splitlines()[-1])
    assert shown["event"]["password_hash"] == "(hidden)"


def test_the_log_verifies_and_views_are_rebuilt(meshwright: Meshwright) -> None:
    assert json.loads(meshwright("verify", "--json"))["broken_position"] is None
    assert "was built anew" in meshwright("rebuild", "job")


def test_a_rerun_gives_the_same_files(meshwright: Meshwright, run_id: str) -> None:
    meshwright("rerun", run_id)


def test_accounts_are_opened_and_changed(meshwright: Meshwright) -> None:
    account_id = meshwright("account", "add", "mira", "mira@example.org", "--password", "long enough").strip()
    assert json.loads(meshwright("account", "role", account_id, "admin", "--json"))["role"] == "admin"
    meshwright("rebuild", "account")
    listed = [json.loads(line) for line in meshwright("account", "list", "--json").splitlines()]
    assert (account_id, "admin") in [(row["id"], row["role"]) for row in listed]


def serving(meshwright: Meshwright) -> tuple["subprocess.Popen[str]", str]:
    """Return `meshwright up`, once it is ready, and its port."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = str(trial.getsockname()[1])
    up = meshwright.start("up", "--port", port, MESHWRIGHT_ADMIN_PASSWORD="correct horse", MESHWRIGHT_LOG_LEVEL="error")
    assert up.stdout is not None
    said = ""
    while "is ready" not in said:
        line = up.stdout.readline()
        assert line, "it ended before it was ready"
        said += line
    return up, port


def test_up_serves_refuses_a_second_start_and_stops_cleanly(meshwright: Meshwright) -> None:
    up, port = serving(meshwright)
    assert httpx.get(f"http://127.0.0.1:{port}/api/v1/health/ready", trust_env=False).status_code == 200
    assert str(up.pid) in meshwright("up", "--port", "2", status=1)
    assert "cannot be used" in meshwright("up", "--port", port, status=1)
    assert json.loads(meshwright("verify", "--json"))["broken_position"] is None
    up.send_signal(signal.SIGTERM)
    up.communicate(timeout=30)
    assert up.returncode == 0


def test_a_gallery_ends_with_the_servers_that_it_joined(meshwright: Meshwright, folder: Path) -> None:
    up, _ = serving(meshwright)
    prompts, out = folder / "many.txt", folder / "many"
    prompts.write_text("oak stool||1\n" * 30)
    gallery = meshwright.start("gallery", str(prompts), "--out", str(out), "--quality", "draft")
    while not list(out.glob("*/model.glb")):
        assert gallery.poll() is None
        time.sleep(0.05)
    up.send_signal(signal.SIGTERM)
    _, said = gallery.communicate(timeout=60)
    assert gallery.returncode == 1
    assert "ended; start again" in said
    up.communicate(timeout=30)
