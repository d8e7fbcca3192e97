"""What the API remembers of the lines of running jobs is bounded."""

from api.watching.lines import Lines
from runtime.live import Logged


def said(job_id: str, message: str, attempt: int = 1) -> Logged:
    return Logged(job_id, attempt, "mapping", 1_700_000_000.0, message)


def messages(lines: Lines, job_id: str) -> list[str]:
    return [line["message"] for line in lines.newest(job_id)]


def test_of_a_job_the_newest_lines_stay() -> None:
    lines = Lines(lines_max=3, bytes_max=10_000, silent_s_max=60)
    for number in range(5):
        lines.take(said("recon_1", str(number)))
    assert messages(lines, "recon_1") == ["2", "3", "4"]


def test_where_all_together_are_too_long_the_job_that_was_silent_longest_is_forgotten() -> None:
    lines = Lines(lines_max=100, bytes_max=3_000, silent_s_max=60)
    for job_id in ("recon_1", "recon_2", "recon_3"):
        lines.take(said(job_id, "x" * 1_200))
    assert messages(lines, "recon_1") == []
    assert len(messages(lines, "recon_2")) == len(messages(lines, "recon_3")) == 1
    for _ in range(5):
        lines.take(said("recon_3", "y" * 1_200))
    assert len(messages(lines, "recon_3")) == 2


def test_jobs_that_are_silent_longer_than_any_may_run_are_forgotten() -> None:
    times = iter([0.0, 61.0])
    lines = Lines(lines_max=100, bytes_max=3_000, silent_s_max=60, now=lambda: next(times))
    lines.take(said("recon_1", "old"))
    lines.take(said("recon_2", "new"))
    assert messages(lines, "recon_1") == []
    assert messages(lines, "recon_2") == ["new"]


def test_a_new_attempt_takes_the_place_of_the_one_before_and_what_is_kept_is_let_go() -> None:
    lines = Lines(lines_max=100, bytes_max=3_000, silent_s_max=60)
    for message, attempt in (("first", 1), ("second", 2), ("late", 1)):
        lines.take(said("recon_1", message, attempt))
    assert messages(lines, "recon_1") == ["second"]
    assert [line["message"] for line in lines.newest("recon_1", kept={1})] == ["second"]
    assert lines.newest("recon_1", kept={1, 2}) == []
    assert messages(lines, "recon_1") == []
