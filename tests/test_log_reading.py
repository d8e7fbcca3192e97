"""The log as files, and reading it back from its end."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.log_file import LINE_BYTES_MAX, LogFile, log_folder, name_of
from runtime.log_reading import CHUNK_BYTES, Line, Wanted, parsed, read_log
from runtime.logs import REDACTED, secrets_of

START = datetime(2026, 11, 21, 12, tzinfo=UTC)
ALL = 10_000


def line(number: int, level: str = "info", **values: Any) -> str:
    at = (START + timedelta(seconds=number)).isoformat().replace("+00:00", "Z")
    return json.dumps({"event": "job.finished", "number": number, "level": level, "at": at, **values}) + "\n"


def written(data_dir: Path, *lines: str, bytes_max: int = 2**20, files_max: int = 3) -> Path:
    file = LogFile(log_folder(data_dir), bytes_max=bytes_max, files_max=files_max)
    for text in lines:
        file.append(text)
    file.close()
    return data_dir


def numbers(data_dir: Path, lines: int = ALL, **wanted: Any) -> list[int]:
    found = read_log(data_dir, Wanted(lines, **wanted), bytes_max=2**24)
    return [each.fields["number"] for each in found.lines]


def test_the_newest_lines_come_oldest_first(tmp_path: Path) -> None:
    written(tmp_path, *map(line, range(50)))
    assert numbers(tmp_path, 3) == [47, 48, 49]
    assert read_log(tmp_path, Wanted(3), bytes_max=2**20).is_whole is False
    assert read_log(tmp_path, Wanted(50), bytes_max=2**20).is_whole is True


def test_without_a_log_there_are_no_lines(tmp_path: Path) -> None:
    assert read_log(tmp_path, Wanted(5), bytes_max=2**20).lines == ()


def test_a_level_admits_those_above_it(tmp_path: Path) -> None:
    levels = ("debug", "info", "warning", "error", "critical")
    written(tmp_path, *(line(number, level) for number, level in enumerate(levels)))
    assert numbers(tmp_path, level="DEBUG") == [0, 1, 2, 3, 4]
    assert numbers(tmp_path, level="WARNING") == [2, 3, 4]
    assert numbers(tmp_path, level="ERROR") == [3, 4]


def test_since_a_time_and_of_one_request(tmp_path: Path) -> None:
    written(tmp_path, *(line(number, correlation=f"req_{number % 2}") for number in range(10)))
    assert numbers(tmp_path, since=START + timedelta(seconds=8)) == [8, 9]
    assert numbers(tmp_path, correlation="req_1") == [1, 3, 5, 7, 9]


def test_lines_that_came_late_are_found_too(tmp_path: Path) -> None:
    written(tmp_path, line(100), line(70), line(101))
    assert numbers(tmp_path, since=START + timedelta(seconds=100)) == [100, 101]


def test_what_is_long_past_is_not_read(tmp_path: Path) -> None:
    written(tmp_path, *(line(number) for number in range(0, 100_000, 10)), bytes_max=2**24)
    found = read_log(tmp_path, Wanted(ALL, since=START + timedelta(seconds=99_900)), bytes_max=2**24)
    assert found.is_whole
    assert found.read_bytes <= CHUNK_BYTES


def test_no_more_is_read_than_allowed(tmp_path: Path) -> None:
    written(tmp_path, *map(line, range(5000)))
    found = read_log(tmp_path, Wanted(ALL, correlation="req_none"), bytes_max=CHUNK_BYTES)
    assert (found.lines, found.is_whole) == ((), False)
    assert found.read_bytes == CHUNK_BYTES


def test_full_files_are_put_aside_and_the_oldest_dropped(tmp_path: Path) -> None:
    written(tmp_path, *map(line, range(500)), bytes_max=4096, files_max=3)
    files = sorted(path.name for path in log_folder(tmp_path).glob("*.jsonl"))
    assert set(files) <= {name_of(0), name_of(1), name_of(2)}
    assert name_of(2) in files
    found = numbers(tmp_path)
    assert found == list(range(found[0], 500))
    assert 0 < found[0] < 480


def test_several_processes_write_one_log_and_lose_nothing(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from runtime.log_file import LogFile\n"
        "file = LogFile(Path(sys.argv[1]), bytes_max=20_000, files_max=100)\n"
        "for number in range(1000): file.append(f'{sys.argv[2]} {number} ' + 'x' * 60 + '\\n')"
    )
    writers = [subprocess.Popen([sys.executable, "-c", program, log_folder(tmp_path), name]) for name in "abc"]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    said = [each.message for each in read_log(tmp_path, Wanted(ALL), bytes_max=2**24).lines]
    for name in "abc":
        assert [text.split()[1] for text in said if text.startswith(name)] == [str(number) for number in range(1000)]


def test_what_was_written_is_read_right_after_its_file_was_full(tmp_path: Path) -> None:
    written(tmp_path, line(1), line(2), bytes_max=1)
    assert not (log_folder(tmp_path) / name_of(0)).exists()
    assert numbers(tmp_path) == [1, 2]


def test_torn_and_foreign_lines_do_not_stop_the_reader(tmp_path: Path) -> None:
    written(tmp_path, line(1))
    with (log_folder(tmp_path) / name_of(0)).open("ab") as file:
        file.write(b'{"event": "job.fin\n\n\xff\xfe\x00\n[1, 2]\n{"level": "error"}\n{"at": 5, "level": {}}\n')
        file.write(b"[" * 5000 + b"\n" + b"z" * (LINE_BYTES_MAX + 3 * CHUNK_BYTES) + b"\n")
    written(tmp_path, line(2))
    found = read_log(tmp_path, Wanted(ALL), bytes_max=2**24).lines
    assert [each.fields.get("number") for each in found if not each.is_malformed] == [1, 2]
    assert next(each.message[:8] for each in found if each.is_malformed) == '{"event"'
    assert {each.level for each in found if each.is_malformed} == {"WARNING"}


@given(st.lists(st.binary(max_size=200).filter(lambda raw: b"\n" not in raw), max_size=40), st.integers(1, 5))
def test_whatever_stands_in_the_log_it_is_read(
    tmp_path_factory: pytest.TempPathFactory, raw: list[bytes], n: int
) -> None:
    data_dir = tmp_path_factory.mktemp("log")
    log_folder(data_dir).mkdir()
    (log_folder(data_dir) / name_of(0)).write_bytes(b"\n".join(raw))
    whole = read_log(data_dir, Wanted(ALL), bytes_max=2**20)
    assert len(whole.lines) == sum(bool(each.strip()) for each in raw)
    assert read_log(data_dir, Wanted(n), bytes_max=2**20).lines == whole.lines[-n:]


SECRETS = {
    "a token": {"said": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln"},
    "an API key": {"said": "key mw_0a1b2c3d4e5f_" + "f" * 64},
    "a password": {"password": "hunter22"},
    "a header": {"headers": {"Authorization": "Key hunter22"}},
    "an address": {"said": "sent to ada@example.com"},
    "a session of a batch": {"said": "?session_id=sess_01k0000000000000000000000a"},
    "a signed link": {"url": "/assets/asset_1/model.glb?expires=1&signature=hunter22"},
    "a prompt": {"prompt": "a castle of hunter22"},
    "a caption": {"deep": [1], "caption": "hunter22 smiling"},
}


@pytest.mark.parametrize("values", SECRETS.values(), ids=SECRETS)
def test_secrets_are_taken_out_also_of_lines_that_were_written_with_them(values: dict[str, Any]) -> None:
    shown = parsed(line(1, **values).encode())
    told = str(shown)
    assert REDACTED in told
    assert not any(secret in told for secret in ("hunter22", "eyJ", "mw_0a", "ada@", "sess_01"))


def test_ids_and_numbers_stay() -> None:
    shown = parsed(line(1, prompt="prompt_01k0000000000000000000000a", text_count=5).encode())
    assert shown.fields["prompt"] == "prompt_01k0000000000000000000000a"
    assert shown.fields["text_count"] == 5


def test_secrets_of_the_environment_are_known_by_their_values() -> None:
    environment = {
        "FAL_KEY": "0000-1111:2222",
        "MESHWRIGHT_API_KEY": "chosen-by-me",
        "C2PA_KEY": "/etc/key.pem",
        "A": "b",
    }
    assert secrets_of(environment) == {"0000-1111:2222", "chosen-by-me"}


def test_a_process_writes_its_lines_to_both(tmp_path: Path) -> None:
    program = (
        "import structlog; from pathlib import Path; import sys; from runtime.logs import set_up_logs\n"
        "from runtime.log_file import LogFile; from runtime.settings import load_settings\n"
        "set_up_logs('test', file=LogFile.of(load_settings({}, data_dir=sys.argv[1])))\n"
        "structlog.get_logger().warning('job.failed', key='chosen-by-me', correlation='req_12345678')"
    )
    environment = {"MESHWRIGHT_API_KEY": "chosen-by-me", "PATH": ""}
    argv = [sys.executable, "-c", program, tmp_path]
    done = subprocess.run(argv, env=environment, capture_output=True, text=True, check=True)
    (found,) = read_log(tmp_path, Wanted(5, correlation="req_12345678"), bytes_max=2**20).lines
    assert isinstance(found, Line)
    assert (found.level, found.message, found.fields["role"]) == ("WARNING", "job.failed", "test")
    assert json.loads(done.stderr)["event"] == "job.failed"
    assert "chosen-by-me" not in done.stderr + str(found)
    assert log_folder(tmp_path).stat().st_mode & 0o777 == 0o700


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("not a folder")
    written(tmp_path, line(1))
    assert (tmp_path / "logs").read_text() == "not a folder"
