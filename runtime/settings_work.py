"""The settings of workers and jobs."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta


class WorkSettings(msgspec.Struct, frozen=True):
    """Workers and jobs."""

    lanes: Annotated[str, Meta(description="Lanes that a worker serves, with commas: cpu, gpu")] = "cpu"
    slots: Annotated[int, Meta(ge=1, description="Jobs that a worker performs at the same time")] = 1
    away_max: Annotated[
        int,
        Meta(
            ge=0,
            description="Jobs beyond these that a worker has at hand while others wait for another machine (fal)",
        ),
    ] = 4
    attempts_max: Annotated[int, Meta(ge=1, description="Attempts of a job before it fails")] = 5
    retry_delay_s: Annotated[float, Meta(ge=0, description="First delay before another attempt; doubles each time")] = (
        2.0
    )
    retry_delay_s_max: Annotated[float, Meta(ge=0, description="Longest delay before another attempt")] = 120.0
    queued_per_account_max: Annotated[int, Meta(ge=1, description="Jobs of one account that wait or run")] = 50
    queued_max: Annotated[int, Meta(ge=1, description="Jobs that wait or run in all")] = 10_000
    memory_mib_max: Annotated[int, Meta(ge=256, description="Most memory for one job, whatever its kind asks")] = 16_384
    time_limit_s_max: Annotated[float, Meta(gt=0, description="Longest time for one job, whatever its kind asks")] = (
        21_600.0
    )
    cancel_grace_s: Annotated[float, Meta(ge=0, description="Time for a job to stop by itself before it is killed")] = (
        1.0
    )
    sweep_s: Annotated[float, Meta(gt=0, description="How often open jobs are compared with the work stream")] = 30.0
    log_lines_max: Annotated[
        int, Meta(ge=1, description="Lines of a job's log; more are dropped, and that is said")
    ] = 10_000
    outage_s_max: Annotated[float, Meta(ge=0, description="How long an attempt waits for the log to come back")] = 60.0
    poll_s: Annotated[float, Meta(gt=0, description="How often an idle worker looks without being woken")] = 1.0
    handlers_package: Annotated[str, Meta(description="Package that has a module for each kind of work")] = "handlers"
    progress_per_s_max: Annotated[float, Meta(gt=0, description="Progress messages a second on the bus, per job")] = (
        20.0
    )
    planning_desk: Annotated[
        Literal["on", "off"], Meta(description="Whether a desk that reads words at once stands beside a worker")
    ] = "on"
    planning_limit_s: Annotated[float, Meta(gt=0, description="Longest time to read words while a client waits")] = 5.0
    planning_queue_max: Annotated[int, Meta(ge=1, description="Questions that wait for one planning desk")] = 1000
