"""The log of the server, for admins: what all roles wrote that share the API's data folder."""

import asyncio
import re
from datetime import UTC, datetime
from typing import Annotated, Any

import msgspec
from litestar import get
from litestar.params import Parameter
from litestar.types import ControllerRouterHandler
from msgspec import Meta

from api.core import Core
from api.wire.query_names import require_known_query
from domain.errors import Invalid
from runtime.log_reading import LEVELS, Level, Line, Wanted, read_log

LINES_MAX = 10_000
_PLUS_LOST = re.compile(r"(T[\d:.]+) (\d\d:?\d\d)$")
"""A plus sign in a query means a space: `…T10:30:00+01:00` arrives so from many a client."""

Lines = Annotated[int, Parameter(ge=1, le=LINES_MAX, description="Most lines in the answer; the newest are taken")]
LevelAsked = Annotated[
    str, Parameter(max_length=20, description=f"The least level: {', '.join(reversed(LEVELS))}; none: all")
]
Since = Annotated[str, Parameter(max_length=40, description="ISO 8601; without a zone it is UTC", examples=[])]
Correlation = Annotated[
    str, Parameter(max_length=64, description="An extension: lines of this request, the `X-Request-Id` of its answer")
]


class LineShown(msgspec.Struct):
    """A line of the log."""

    timestamp: Annotated[
        datetime | None,
        Meta(description="null: the line was torn and cannot be read", examples=["2024-03-15T10:30:00Z"]),
    ]
    level: Annotated[str, Meta(examples=["INFO"])]
    message: Annotated[str, Meta(description="What happened", examples=["attempt.ended"])]
    correlation_id: Annotated[str, Meta(description="The request that it belongs to", examples=["req_123"])]
    fields: Annotated[
        dict[str, Any], Meta(description="With which values: role and pid of the process, and those of the line")
    ] = {}

    @classmethod
    def of(cls, line: Line) -> "LineShown":
        """Return a line as the wire shows it."""
        fields = {**line.fields, "is_malformed": True} if line.is_malformed else line.fields
        return cls(line.at, line.level, line.message, line.correlation, fields)


class LogsAnswer(msgspec.Struct):
    """Lines of the log, oldest first."""

    logs: list[LineShown]
    total_lines: Annotated[int, Meta(description="How many lines are in this answer", examples=[1])]
    has_more: Annotated[
        bool,
        Meta(description="Whether earlier lines may be wanted too: more than `lines`, or too far back to look for"),
    ] = False


@get("/logs", operation_id="ReadLogs", opt={"admin": True}, tags=["Admin"], guards=[require_known_query])
async def read_logs(
    core: Core, lines: Lines = 100, level: LevelAsked = "", since: Since = "", correlation_id: Correlation = ""
) -> LogsAnswer:
    """Return the newest lines of the server's log, without secrets; admins only."""
    wanted = Wanted(lines, _level(level), _time(since), correlation_id)
    bytes_max = core.settings.logs.read_bytes_max
    found = await asyncio.to_thread(read_log, core.settings.data_dir, wanted, bytes_max=bytes_max)
    return LogsAnswer([LineShown.of(line) for line in found.lines], len(found.lines), not found.is_whole)


routes: list[ControllerRouterHandler] = [read_logs]


def _level(text: str) -> Level | None:
    if not text:
        return None
    found = next((level for level in LEVELS if level == text.upper()), None)
    if found is None:
        raise Invalid(f"`level` must be one of: {', '.join(LEVELS)}", field="level", allowed=LEVELS)
    return found


def _time(text: str) -> datetime | None:
    if not text:
        return None
    try:
        found = datetime.fromisoformat(_PLUS_LOST.sub(r"\1+\2", text))
    except ValueError as error:
        message = "`since` must be a time in ISO 8601, like 2024-03-15T10:30:00Z"
        raise Invalid(message, field="since") from error
    try:
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except OverflowError as error:
        raise Invalid("`since` lies outside of all times", field="since") from error
