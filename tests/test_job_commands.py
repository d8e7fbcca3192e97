"""What may be asked of a job, and when."""

import pytest

from commands.job import (
    AbandonJob,
    CompleteStage,
    ConfirmCancel,
    EnterStage,
    FailAttempt,
    KeepArtefact,
    RequestCancel,
    RequestJob,
    RequestRetry,
    StartAttempt,
    Succeed,
)
from domain.errors import Conflict
from domain.job import (
    ArtefactKept,
    CancelRequested,
    JobCancelled,
    JobDeadLettered,
    JobFailed,
    JobInterrupted,
    JobRequested,
    JobStarted,
    JobSucceeded,
    RetryRequested,
    RetryScheduled,
    StageCompleted,
    StageEntered,
    current_stage,
)
from domain.work import TextToModel
from tests.decisions import given

WORK = TextToModel("prompt_1", "a bronze watch", "spec_1", 7)
ID = "run_1"
REQUESTED = JobRequested("acct_ada", WORK, attempts_max=2)
STARTED = JobStarted(1, "one")
FAILED = JobFailed(1, "GENERATION_FAILED", "The lid is not closed")
KEEP = KeepArtefact(ID, 1, "asset_1", "model.glb", "result", "model/gltf-binary", "00", 12, "packaging")
KEPT = ArtefactKept(1, "asset_1", "model.glb", "result", "model/gltf-binary", "00", 12, "packaging")


def test_a_job_is_requested_with_all_that_it_is_made_from() -> None:
    given().when(RequestJob(ID, "acct_ada", WORK, attempts_max=2)).then(REQUESTED)


def test_a_job_is_requested_once() -> None:
    given(REQUESTED).when(RequestJob(ID, "acct_ada", WORK)).then_refuses(Conflict, "such a job already")


def test_the_first_attempt_has_the_number_one() -> None:
    given(REQUESTED).when(StartAttempt(ID, 1, "one")).then(STARTED)


@pytest.mark.parametrize("attempt", [0, 2, 7])
def test_an_attempt_that_is_not_the_next_one_is_refused(attempt: int) -> None:
    given(REQUESTED).when(StartAttempt(ID, attempt, "one")).then_refuses(Conflict, "Another attempt")


def test_beginning_anew_says_that_the_attempt_before_was_interrupted() -> None:
    given(REQUESTED, STARTED).when(StartAttempt(ID, 2, "two")).then(
        JobInterrupted(1, "The worker was lost"), JobStarted(2, "two")
    )


def test_a_job_whose_workers_were_lost_too_often_is_given_up() -> None:
    reason = "The workers were lost at each attempt"
    given(REQUESTED, STARTED, JobInterrupted(1, ""), JobStarted(2, "two")).when(StartAttempt(ID, 3, "three")).then(
        JobInterrupted(2, "The worker was lost"),
        JobFailed(2, "ATTEMPTS_EXHAUSTED", f"{reason}; no further attempt is made"),
        JobDeadLettered(2, reason),
    )


@pytest.mark.parametrize("end", [JobSucceeded(1, {}), FAILED, JobCancelled(1)])
def test_an_ended_job_is_not_begun(end: JobSucceeded | JobFailed | JobCancelled) -> None:
    given(REQUESTED, STARTED, end).when(StartAttempt(ID, 2, "two")).then_refuses(Conflict, "ended")


def test_beginning_a_job_whose_end_is_wanted_ends_it() -> None:
    given(REQUESTED, STARTED, CancelRequested()).when(StartAttempt(ID, 2, "two")).then(
        JobInterrupted(1, "The worker was lost"), JobCancelled(1)
    )


def test_a_stage_is_entered_and_completed_with_what_it_shows() -> None:
    given(REQUESTED, STARTED).when(EnterStage(ID, 1, "planning")).then(StageEntered(1, "planning"))
    given(REQUESTED, STARTED, StageEntered(1, "planning")).when(
        CompleteStage(ID, 1, "planning", 12, {"objects": 3})
    ).then(StageCompleted(1, "planning", 12, {"objects": 3}))


def test_the_same_file_twice_is_one_fact() -> None:
    given(REQUESTED, STARTED).when(KEEP).then(KEPT)
    given(REQUESTED, STARTED, KEPT).when(KEEP).then_nothing()


@pytest.mark.parametrize(
    "command",
    [
        EnterStage(ID, 1, "planning"),
        CompleteStage(ID, 1, "planning", 1),
        KEEP,
        Succeed(ID, 1, {}),
        FailAttempt(ID, 1, "X", "x"),
        ConfirmCancel(ID, 1),
    ],
)
def test_a_worker_that_was_thought_dead_cannot_write_into_its_successors_work(command: EnterStage) -> None:
    given(REQUESTED, STARTED, JobInterrupted(1, ""), JobStarted(2, "two")).when(command).then_refuses(Conflict)
    given(REQUESTED, STARTED, FAILED).when(command).then_refuses(Conflict)


def test_a_job_succeeds_with_its_result() -> None:
    given(REQUESTED, STARTED).when(Succeed(ID, 1, {"mesh": "asset_1"}, {"seed": 7})).then(
        JobSucceeded(1, {"mesh": "asset_1"}, {"seed": 7})
    )


def test_a_passing_trouble_is_tried_again_while_attempts_are_left() -> None:
    trouble = FailAttempt(ID, 1, "UNAVAILABLE", "away", "planning", is_passing=True, delay_s=2.0)
    given(REQUESTED, STARTED).when(trouble).then(RetryScheduled(1, 2.0, "UNAVAILABLE", "away"))


def test_the_last_passing_trouble_fails_the_job_and_puts_it_aside() -> None:
    trouble = FailAttempt(ID, 2, "UNAVAILABLE", "away", "planning", is_passing=True, delay_s=2.0)
    given(REQUESTED, STARTED, RetryScheduled(1, 2.0, "", ""), JobStarted(2, "two")).when(trouble).then(
        JobFailed(2, "UNAVAILABLE", "away", "planning"), JobDeadLettered(2, "away")
    )


def test_a_lasting_trouble_fails_the_job_at_once() -> None:
    given(REQUESTED, STARTED).when(FailAttempt(ID, 1, "INVALID", "no", "planning")).then(
        JobFailed(1, "INVALID", "no", "planning")
    )


def test_a_waiting_job_is_cancelled_at_once_and_a_running_one_when_its_worker_says_so() -> None:
    given(REQUESTED).when(RequestCancel(ID)).then(CancelRequested(), JobCancelled(0))
    given(REQUESTED, STARTED, RetryScheduled(1, 2.0, "", "")).when(RequestCancel(ID)).then(
        CancelRequested(), JobCancelled(1)
    )
    given(REQUESTED, STARTED).when(RequestCancel(ID)).then(CancelRequested())
    given(REQUESTED, STARTED, CancelRequested()).when(ConfirmCancel(ID, 1)).then(JobCancelled(1))


def test_asking_twice_to_cancel_is_no_second_fact() -> None:
    given(REQUESTED, STARTED, CancelRequested()).when(RequestCancel(ID)).then_nothing()
    given(REQUESTED, CancelRequested(), JobCancelled(0)).when(RequestCancel(ID)).then_nothing()
    given(REQUESTED, CancelRequested(), JobCancelled(0)).when(ConfirmCancel(ID, 0)).then_nothing()


def test_an_ended_job_cannot_be_cancelled() -> None:
    given(REQUESTED, STARTED, JobSucceeded(1, {})).when(RequestCancel(ID)).then_refuses(Conflict, "succeeded already")


def test_a_failed_or_cancelled_job_can_be_tried_again_with_all_its_attempts() -> None:
    given(REQUESTED, STARTED, FAILED).when(RequestRetry(ID)).then(RetryRequested(1))
    given(REQUESTED, CancelRequested(), JobCancelled(0)).when(RequestRetry(ID)).then(RetryRequested(0))
    spent = (REQUESTED, STARTED, RetryScheduled(1, 0, "", ""), JobStarted(2, "one"), JobFailed(2, "", ""))
    given(*spent, RetryRequested(2)).when(StartAttempt(ID, 3, "one")).then(JobStarted(3, "one"))
    given(*spent, RetryRequested(2), JobStarted(3, "one"), RetryScheduled(3, 0, "", "")).when(
        StartAttempt(ID, 4, "one")
    ).then(JobStarted(4, "one"))


@pytest.mark.parametrize("events", [(REQUESTED,), (REQUESTED, STARTED), (REQUESTED, STARTED, JobSucceeded(1, {}))])
def test_only_a_failed_or_cancelled_job_is_tried_again(events: tuple[JobRequested, ...]) -> None:
    given(*events).when(RequestRetry(ID)).then_refuses(Conflict, "Only a failed or cancelled job")


def test_a_job_is_abandoned_unless_it_has_ended() -> None:
    given(REQUESTED, STARTED).when(AbandonJob(ID, "Nobody answers")).then(
        JobFailed(1, "ATTEMPTS_EXHAUSTED", "Nobody answers; no further attempt is made"),
        JobDeadLettered(1, "Nobody answers"),
    )
    given(REQUESTED, STARTED, JobSucceeded(1, {})).when(AbandonJob(ID, "Nobody answers")).then_nothing()


def test_a_cancelled_job_works_on_no_stage_any_more() -> None:
    job = given(REQUESTED, STARTED, StageEntered(1, "planning")).when(ConfirmCancel(ID, 1)).after
    assert (job.status, current_stage(job), job.stages[0].status) == ("cancelled", "", "failed")
