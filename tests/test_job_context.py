"""What a handler may touch, in memory."""

from pathlib import Path

import pytest

from domain.errors import GenerationFailed, NotFound, TooLarge
from handlers import handlers_in
from handlers.context import LOG_LINES_MAX, Cancelled, JobContext, MessageContext, ReplayContext
from handlers.messages import Completed, Entered, FromChild, Logged, Progressed


def test_the_same_file_twice_is_one_asset_and_another_name_is_another() -> None:
    job: JobContext = ReplayContext()
    first = job.keep(b"abc", "a.txt", "text/plain")
    assert job.keep(b"abc", "a.txt", "text/plain") == first
    assert job.keep(b"abc", "b.txt", "text/plain") != first
    assert ReplayContext("run_other").keep(b"abc", "a.txt", "text/plain") != first


def test_a_kept_file_may_be_written_over_afterwards() -> None:
    job = ReplayContext()
    path = job.workdir / "mesh.bin"
    path.write_bytes(b"first")
    asset_id = job.keep(path, "mesh.bin", "application/octet-stream")
    path.write_bytes(b"second")
    assert job.load(asset_id) == b"first"


def test_what_was_not_kept_and_not_given_is_not_found() -> None:
    with pytest.raises(NotFound):
        ReplayContext().load("asset_nobody")
    assert ReplayContext(load={"asset_1": b"given"}).load("asset_1") == b"given"


def test_a_stage_is_completed_with_its_result_unless_it_raises() -> None:
    job = ReplayContext()
    with job.stage("planning") as stage:
        stage.result["objects"] = 3
    with pytest.raises(ZeroDivisionError), job.stage("packaging"):
        raise ZeroDivisionError
    assert job.stages == {"planning": {"objects": 3}}
    assert job.stage_name == "packaging"  # a failure belongs to it
    assert [type(message) for message in job.messages] == [Entered, Completed, Entered]


@pytest.mark.parametrize(("fraction", "said"), [(-1, 0.0), (0.25, 0.25), (7, 1.0)])
def test_progress_lies_between_nothing_and_all(fraction: float, said: float) -> None:
    job = ReplayContext()
    job.progress(fraction)
    assert job.messages == [Progressed("", said, "")]


def test_a_cancelled_job_stops_wherever_it_looks_up_and_no_handler_catches_it_by_chance() -> None:
    job = ReplayContext()
    job.cancel()
    for look_up in (lambda: job.progress(0.5), lambda: job.keep(b"", "a", "b"), lambda: job.stage("x").__enter__()):
        with pytest.raises(Cancelled):
            look_up()
    assert not issubclass(Cancelled, Exception)


def test_the_log_is_bounded_in_lines_and_in_bytes() -> None:
    job = ReplayContext()
    job.log("x" * 10_000, data="y" * 100_000)
    for number in range(LOG_LINES_MAX + 5):
        job.log("line", number=number)
    lines = [message for message in job.messages if isinstance(message, Logged)]
    assert len(lines) == LOG_LINES_MAX
    assert len(lines[0].message) == 2000
    assert lines[0].values == {"dropped": "the values were too large"}
    assert lines[-1].message == "The log is full; further lines are dropped"


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    class Small(MessageContext):
        def fetch(self, asset_id: str) -> Path:
            return tmp_path

        def _send(self, message: FromChild) -> None:
            raise AssertionError("nothing is sent")

        def _raise_if_cancelled(self) -> None: ...

    with pytest.raises(TooLarge, match="at most 2"):
        Small("run_1", "acct_1", 1, tmp_path, asset_bytes_max=2).keep(b"abc", "a", "b")


def test_a_missing_library_stops_its_own_kind_of_work_only() -> None:
    handlers = handlers_in("tests.lacking")
    assert set(handlers) == {"export", "report_design"}
    assert handlers["report_design"](None, None) == "works"
    with pytest.raises(GenerationFailed, match="a_library_that_nobody_has"):
        handlers["export"](None, None)
