"""Every figure that Prometheus may fetch; other modules observe, the API's `/metrics` shows.

With the environment variable `PROMETHEUS_MULTIPROC_DIR` set before the first import, all processes that share the
folder are shown as one.
"""

import os
from functools import cache

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Gauge, Histogram, generate_latest, multiprocess
from prometheus_client.exposition import CONTENT_TYPE_LATEST

MEDIA_TYPE = CONTENT_TYPE_LATEST
_FAST_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_SLOW_S = (0.01, 0.05, 0.1, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 900.0, 3600.0)

requests = Counter("http_requests_total", "Total HTTP requests", ("method", "endpoint", "status"))
request_duration_s = Histogram(
    "http_request_duration_seconds", "Time to the end of an answer", ("method", "endpoint"), buckets=_FAST_S
)
requests_limited = Counter("http_requests_limited_total", "Requests refused by a rate limit", ("family",))
generation_time_s = Histogram(
    "generation_time_seconds", "Time from the request of a generation to its end", buckets=_SLOW_S
)
sockets = Gauge("live_connections", "Open sockets and event streams", multiprocess_mode="livesum")
jobs = Counter("jobs_total", "Jobs that ended", ("kind", "status"))
job_duration_s = Histogram("job_duration_seconds", "Time that a job ran", ("kind", "status"), buckets=_SLOW_S)
job_wait_s = Histogram("job_wait_seconds", "Time that a job waited for a worker", ("kind",), buckets=_SLOW_S)
stage_duration_s = Histogram("stage_duration_seconds", "Time of one stage", ("kind", "stage"), buckets=_SLOW_S)
job_retries = Counter("job_retries_total", "Attempts after the first", ("kind",))
queue_depth = Gauge("queue_depth", "Messages on the work stream", ("lane", "priority"), multiprocess_mode="mostrecent")
workers = Gauge("workers", "Workers heard of lately", multiprocess_mode="mostrecent")
projection_lag = Gauge(
    "projection_lag_events", "Events that a view has still to see", ("view",), multiprocess_mode="mostrecent"
)
projection_lag_s = Histogram(
    "projection_lag_seconds", "Age of an event when its view has it", ("view",), buckets=_FAST_S
)
log_position = Gauge("log_position", "Position of the newest event", multiprocess_mode="mostrecent")
append_batch = Histogram(
    "append_batch_size", "Appends in one transaction", buckets=(1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
)
append_duration_s = Histogram("append_duration_seconds", "Time of one transaction of appends", buckets=_FAST_S)
relayed = Counter("events_relayed_total", "Events carried from the log to the bus")


def observe_request(method: str, endpoint: str, status: int, duration_s: float) -> None:
    """Count one request and its time."""
    counted, timed = _of_request(method, endpoint, status)
    counted.inc()
    timed.observe(duration_s)


@cache
def _of_request(method: str, endpoint: str, status: int) -> tuple[Counter, Histogram]:
    """Return the metrics of one kind of request; there are only so many kinds, and finding them takes a lock."""
    return requests.labels(method, endpoint, str(status)), request_duration_s.labels(method, endpoint)


def exposition() -> bytes:
    """Return all figures as text; those of all processes where they share a folder."""
    if not os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)
