"""The AsyncAPI document: what is published on the bus, and what the sockets say; made from the event catalogue."""

from typing import Any, get_args

import msgspec

from api.batches.feed import BatchEnded, BatchSaid, FileCompleted, FileFailed, FileLog, FileProgress
from api.projects.family5 import KINDS, STATUSES
from domain.catalogue import EVENTS
from runtime.live import Logged, Previewed, PreviewKind, Progressed, WorkerPresence
from runtime.relay import EventMessage
from runtime.version import VERSION

Document = dict[str, Any]

SOCKET_DATA: dict[str, tuple[str, ...]] = {
    "progress": ("stage", "progress", "message"),
    "preview": ("stage", "kind", "preview_url"),
    "stage_complete": ("stage", "result"),
    "complete": ("run_id", "result"),
    "error": ("run_id", "status", "code", "message", "stage"),
    "ping": (),
}
PROJECT_DATA: dict[str, tuple[str, ...]] = {
    "upload_progress": ("file_name", "received_bytes", "total_bytes"),
    "job_started": (),
    "job_progress": ("stage_progress", "message"),
    "job_completed": ("result",),
    "job_failed": ("error_message",),
    "job_cancelled": (),
    "project_deleted": (),
}
PROJECT_FIELDS: dict[str, Document] = {
    "job_id": {"type": "integer"},
    "project_id": {"type": "integer"},
    "job_type": {"enum": list(KINDS)},
    "status": {"enum": list(STATUSES)},
    "progress": {"type": "number", "minimum": 0, "maximum": 100, "description": "Percent of the job"},
    "stage": {"type": ["string", "null"], "description": "Name of the stage, such as `mapping`"},
    "stage_progress": {"type": "number", "minimum": 0, "maximum": 1, "description": "Fraction of the stage"},
    "message": {"type": "string", "description": "A sentence for people"},
    "error_message": {"type": "string", "description": "What was wrong, and what to do"},
    "result": {"type": "object", "description": "What the stage or the job has to show, with signed links"},
    "preview_url": {"type": "string", "description": "A signed link to a picture"},
    "file_name": {"type": "string"},
    "received_bytes": {"type": "integer", "description": "Bytes of the file that have come"},
    "total_bytes": {"type": ["integer", "null"], "description": "Bytes of the whole form; at the end, of the file"},
}
PROJECT_ALWAYS = ("job_id", "project_id", "job_type", "status", "progress", "stage")
SOCKET_FIELDS: dict[str, Document] = {
    "run_id": {"type": "string"},
    "stage": {"type": "string", "description": "Name of the stage, such as `uv_unwrapping`"},
    "progress": {"type": "number", "minimum": 0, "maximum": 1, "description": "Fraction of the stage that is done"},
    "message": {"type": "string", "description": "A sentence for people"},
    "kind": {
        "enum": list(get_args(PreviewKind)),
        "description": "What is shown: the design as blocks, its parts, the model's shape, the finished picture",
    },
    "preview_url": {"type": "string", "description": "A signed link to a picture or a GLB"},
    "result": {"type": "object", "description": "What the stage or the run has to show, with signed links"},
    "status": {"enum": ["failed", "cancelled"]},
    "code": {"type": "string", "description": "One of family 1's error codes"},
}
BATCH: dict[str, type[BatchSaid]] = {
    "progress": FileProgress, "log": FileLog, "completed": FileCompleted, "failed": FileFailed, "end": BatchEnded,
}  # fmt: skip
LIVE = {"progress": Progressed, "log": Logged, "preview": Previewed}
SUBSCRIPTION_QUERY = {
    "after": "Position of the last event that was seen; 0: all there are; left out: from now on",
    "stream": "Only what is about this noun, by its id",
    "tag": "Only these tags, or nouns like `design`; several with commas",
}
NULL = {"type": "null"}
SCHEMAS = "#/components/schemas/{name}"


def document() -> Document:
    """Return the AsyncAPI 3.0 document."""
    kinds = [*EVENTS.values(), *LIVE.values(), WorkerPresence, *BATCH.values()]
    shapes, schemas = msgspec.json.schema_components(kinds, ref_template=SCHEMAS)
    payloads = dict(zip(kinds, shapes, strict=True))
    messages = {tag: _event_message(kind, payloads[kind]) for tag, kind in EVENTS.items()}
    messages |= {f"live.{what}": _message(kind, payloads[kind]) for what, kind in LIVE.items()}
    messages["worker.presence"] = _message(WorkerPresence, payloads[WorkerPresence])
    messages |= {f"run.{kind}": _socket_message(kind) for kind in SOCKET_DATA}
    messages |= {f"project.{kind}": _project_message(kind) for kind in PROJECT_DATA}
    messages |= {f"batch.{what}": _message(kind, payloads[kind]) for what, kind in BATCH.items()}
    return {
        "asyncapi": "3.0.0",
        "info": {"title": "Meshwright", "version": VERSION, "description": __doc__},
        "defaultContentType": "application/json",
        "servers": _servers(),
        "channels": _channels(),
        "operations": _operations(),
        "components": {"messages": messages, "schemas": schemas},
    }


def _servers() -> Document:
    return {
        "bus": {"host": "localhost:4222", "protocol": "nats", "description": "NATS with JetStream"},
        "api": {"host": "localhost:8000", "protocol": "ws", "description": "The API"},
        "http": {"host": "localhost:8000", "protocol": "http", "description": "The API"},
    }


def _channels() -> Document:
    return {**_bus_channels(), **_socket_channels(), **_stream_channels()}


def _bus_channels() -> Document:
    return {
        "events": _channel(
            "events.{subject}.{stream}.{tag}",
            "Every fact in the log, in order, on the stream EVENTS; the sequence is the position in the log.",
            "bus",
            list(EVENTS),
            subject="The account whose data it is",
            stream="The id of the noun that it is about",
            tag="noun.happened",
        ),
        "live": _channel(
            "live.{owner}.{job}.{what}",
            "What is said about a job while it runs; nobody keeps it.",
            "bus",
            [f"live.{what}" for what in LIVE],
            owner="The account that the job belongs to",
            job="The job's id",
            what="progress, log or preview",
        ),
        "workers": _channel(
            "live.worker.{name}", "A worker says that it is there.", "bus", ["worker.presence"], name="The worker"
        ),
    }


def _socket_channels() -> Document:
    return {
        "runs": _channel(
            "/api/v1/ws/runs/{run_id}",
            "A socket that shows a run. `?token=` takes a live token, `?after=` the last position that was seen.",
            "api",
            [f"run.{kind}" for kind in SOCKET_DATA],
            run_id="The run's id",
        ),
        "projects": _channel(
            "/api/v1/ws/jobs/{project_id}",
            "A socket that shows all jobs of a project, in the order of the log; it answers without `/api/v1` too."
            " `?token=` takes a live token, `?after=` the last position that was seen; without it the open jobs and the"
            " newest are told first. A `ping` shows that it is alive.",
            "api",
            [f"project.{kind}" for kind in PROJECT_DATA],
            project_id="The project's number",
        ),
        "batches": _channel(
            "/api/v1/ws/status/{batch_id}",
            "A socket that shows a batch of pictures until it is done; it answers without `/api/v1` too. `?token=`"
            " takes a live token, `?session_id=` that of the upload, `?after=` the last position that was seen: each"
            " message has its `position`. A `ping` shows that it is alive.",
            "api",
            [f"batch.{what}" for what in BATCH],
            batch_id="The batch's id",
        ),
    }


def _stream_channels() -> Document:
    return {
        "batch-stream": _channel(
            "/api/v1/status/stream/{batch_id}",
            "The same as server-sent events without names: `id` is the position, `data` the message. `Last-Event-ID` or"
            " `?after=` goes on from there. Comments keep the connection alive; 204: it is done, and you know.",
            "http",
            [f"batch.{what}" for what in BATCH],
            batch_id="The batch's id",
        ),
        "subscription": _channel(
            "/api/v1/events/stream",
            "The same facts as server-sent events (with `X-API-Key` and `Authorization: Bearer`): what is yours, and"
            " for an admin what is everybody's. `id` is the position, `event` the tag, `data` the message;"
            " `Last-Event-ID` or `?after=` goes on from there. Comments keep the connection alive.",
            "http",
            list(EVENTS),
        ),
    }


def _channel(address: str, description: str, server: str, messages: list[str], **parameters: str) -> Document:
    return {
        "address": address,
        "description": description,
        "servers": [{"$ref": f"#/servers/{server}"}],
        "parameters": {name: {"description": words} for name, words in parameters.items()},
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in messages},
    }


def _operations() -> Document:
    found: Document = {
        f"send-{channel}": {"action": "send", "channel": {"$ref": f"#/channels/{channel}"}} for channel in _channels()
    }
    query = {name: {"type": "string", "description": words} for name, words in SUBSCRIPTION_QUERY.items()}
    binding = {"method": "GET", "query": {"type": "object", "properties": query}, "bindingVersion": "0.3.0"}
    found["send-subscription"]["bindings"] = {"http": binding}
    return found


def _message(kind: type, payload: Document) -> Document:
    summary = (kind.__doc__ or "").strip().partition("\n")[0]
    return {"name": kind.__name__, "summary": summary, "payload": payload}


def _event_message(kind: type, payload: Document) -> Document:
    """Return what is published of a fact: its envelope, with the fact in `data`."""
    envelope = msgspec.json.schema(EventMessage)["$defs"][EventMessage.__name__]
    data = {"description": "null after an erasure, and when it is too large for the bus", "anyOf": [payload, NULL]}
    return _message(kind, {**envelope, "properties": {**envelope["properties"], "data": data}})


def _socket_message(kind: str) -> Document:
    fields = {name: dict(SOCKET_FIELDS[name]) for name in SOCKET_DATA[kind]}
    data = {"type": "object", "properties": fields, "required": list(fields)}
    position = {"type": "integer", "description": "Give the last one as `?after=` to go on from there"}
    properties = {"type": {"const": kind}, "data": data, "position": position}
    payload = {"type": "object", "properties": properties, "required": ["type", "data"]}
    return {"name": kind, "summary": f"A `{kind}` message of a run", "payload": payload}


def _project_message(kind: str) -> Document:
    optional = ("result", "preview_url") if kind == "job_progress" else ()
    always = PROJECT_ALWAYS if kind.startswith("job_") else ("project_id",)
    names = (*always, *PROJECT_DATA[kind], *optional)
    required = [*always, *(() if optional else PROJECT_DATA[kind])]
    fields = {name: dict(PROJECT_FIELDS[name]) for name in names}
    data = {"type": "object", "properties": fields, "required": required}
    position = {"type": "integer", "description": "Give the last one as `?after=` to go on from there"}
    properties = {"event": {"const": kind}, "type": {"const": kind}, "data": data, "position": position}
    payload = {"type": "object", "properties": properties, "required": ["event", "type", "data", "position"]}
    return {"name": kind, "summary": f"A `{kind}` message of a project", "payload": payload}
