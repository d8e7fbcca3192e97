"""Names of streams and subjects on the bus, with a prefix by which several installations share one server."""

from domain.events import Record
from domain.job import Priority
from domain.work import Lane, Work

LANES: tuple[Lane, ...] = ("cpu", "gpu")
PRIORITIES: tuple[Priority, ...] = ("high", "normal", "low")


class Subjects:
    """Names with a prefix.

    `work.<lane>.<priority>.<kind>.<job>`          on the stream WORK
    `events.<subject>.<stream>.<noun>.<happened>`  on the stream EVENTS, whose sequence is the position in the log
    `live.<owner>.<job>.<what>`                    not kept; `what` is progress, log or preview
    `live.<owner>.<project>.upload`                not kept; how much of a file has come
    `live.worker.<name>`                           not kept; a worker says that it is there
    `fal.<request>`                                not kept; the remote queue says that a request is done
    `workers.ping`                                 every worker answers
    `planning`                                     one planning desk answers
    `erasing`                                      one eraser answers, when an erasure is completed
    """

    def __init__(self, prefix: str = "") -> None:
        self._dot = f"{prefix}." if prefix else ""
        dash = f"{prefix}-" if prefix else ""
        self.work_stream = f"{dash}WORK"
        self.events_stream = f"{dash}EVENTS"
        self.dead_stream = f"{dash}DEAD"
        self.all_work = f"{self._dot}work.>"
        self.all_events = f"{self._dot}events.>"
        self.all_dead = f"$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.{self.work_stream}.*"
        self.ping = f"{self._dot}workers.ping"
        self.planning = f"{self._dot}planning"
        self.erasing = f"{self._dot}erasing"

    def work(self, job_id: str, work: Work, priority: Priority) -> str:
        """Return the subject under which a job waits."""
        return f"{self._dot}work.{work.needs.lane}.{priority}.{work.kind()}.{job_id}"

    def work_of_lane(self, lane: Lane, priority: Priority | None = None) -> str:
        """Return the subject of all jobs that wait in a lane, or in it with a priority."""
        return f"{self._dot}work.{lane}.{priority or '*'}.>"

    def work_of_job(self, job_id: str) -> str:
        """Return the subject of one job, wherever it waits."""
        return f"{self._dot}work.*.*.*.{job_id}"

    def event(self, record: Record) -> str:
        """Return the subject under which a record is published."""
        return f"{self._dot}events.{record.subject}.{record.stream}.{record.tag}"

    def events_of(self, subject: str = "*", stream: str = "*", tag: str = ">") -> str:
        """Return the subject of the events of an account, of a stream or of a kind."""
        return f"{self._dot}events.{subject}.{stream}.{tag}"

    def live(self, owner: str, job_id: str, what: str = "*") -> str:
        """Return the subject of what is said about a job while it runs."""
        return f"{self._dot}live.{owner}.{job_id}.{what}"

    def fal(self, request_id: str) -> str:
        """Return the subject on which it is said that a request to the remote queue is done."""
        return f"{self._dot}fal.{request_id}"

    def presence(self, worker: str = "*") -> str:
        """Return the subject on which a worker says that it is there."""
        return f"{self._dot}live.worker.{worker}"


def consumers() -> tuple[tuple[Lane, Priority], ...]:
    """Return the lanes and priorities, each of which has one durable consumer."""
    return tuple((lane, priority) for lane in LANES for priority in PRIORITIES)


def consumer_name(lane: Lane, priority: Priority) -> str:
    """Return the name of the durable consumer of a lane and a priority."""
    return f"{lane}-{priority}"


def job_of(subject: str) -> str:
    """Return the job that a subject of work names."""
    return subject.rpartition(".")[2]
