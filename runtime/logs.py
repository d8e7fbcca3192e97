"""Logs: one JSON object a line on stderr, with the request or job that it belongs to, and no secret in it."""

import logging
import os
import re
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any, TextIO, cast

import structlog
from structlog.tracebacks import ExceptionDictTransformer

from runtime.log_file import Both, LogFile

Entry = MutableMapping[str, Any]

REDACTED = "[redacted]"
_SECRET_NAMES = re.compile(
    r"authori[sz]ation|cookie|credential|e-?mail|jwt|passw|secret|token|api[_-]?key|prompt_text|username", re.IGNORECASE
)
_SECRET_VALUES = re.compile(
    r"eyJ[\w-]{8,}\.[\w-]+\.[\w-]*"  # a token
    r"|mw_[0-9a-z]+_[\w-]{20,}"  # an API key
    r"|(?i:bearer)\s+\S+"
    r"|sess_[0-9a-z]{16,}"  # what opens a batch's files without a key
    r"|(?<=signature=)[\w-]+"  # of a link that opens a file
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # an e-mail address
    r"|(?<=://)[^/\s:@]*:[^/\s@]+(?=@)"  # name and password in a URL
)


_SECRET_LENGTH_MIN = 8
_known: frozenset[str] = frozenset()


def set_up_logs(role: str, *, level: str = "info", stream: TextIO | None = None, file: LogFile | None = None) -> None:
    """Send all logs of this process to stderr, or to `stream`, and to `file`; `role` stands in each line."""
    global _known  # noqa: PLW0603
    _known = secrets_of(os.environ)
    shown = stream or sys.stderr
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            _Origin(role),
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
            # Without local variables: they hold passwords and prompts.
            structlog.processors.ExceptionRenderer(ExceptionDictTransformer(show_locals=False, use_rich=False)),
            redact,
            structlog.processors.JSONRenderer(default=str, ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.WriteLoggerFactory(cast("TextIO", Both(shown, file)) if file else shown),
        cache_logger_on_first_use=False,
    )
    _adopt_standard_logging(level)


def secrets_of(environment: Mapping[str, str]) -> frozenset[str]:
    """Return the values of environment variables that are secrets by their names."""
    named = (value for name, value in environment.items() if _SECRET_NAMES.search(name) or name.endswith("_KEY"))
    return frozenset(value for value in named if len(value) >= _SECRET_LENGTH_MIN and not value.startswith("/"))


def redact(_logger: Any, _method: str, entry: Entry) -> Entry:
    """Take secrets and addresses out of a log entry, by their names and by how they look."""
    return {name: _clean(name, value) for name, value in entry.items()}


def _clean(name: str, value: Any) -> Any:
    if _SECRET_NAMES.search(name) and isinstance(value, str | bytes | list | dict | tuple):
        return REDACTED
    if isinstance(value, str):
        for secret in _known:
            value = value.replace(secret, REDACTED)
        return _SECRET_VALUES.sub(REDACTED, value)
    if isinstance(value, dict):
        return {key: _clean(str(key), inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_clean("", inner) for inner in value]
    return value


class _Origin:
    """Says which process a line is from."""

    def __init__(self, role: str) -> None:
        self._role = role

    def __call__(self, _logger: Any, _method: str, entry: Entry) -> Entry:
        entry["role"] = self._role
        entry["pid"] = os.getpid()
        return entry


class _ToStructlog(logging.Handler):
    """Passes what libraries log through the same processors."""

    def emit(self, record: logging.LogRecord) -> None:
        """Log a record of the standard library."""
        values: dict[str, Any] = {"logger": record.name, "message": record.getMessage()}
        if record.exc_info and record.exc_info[1]:
            values["exc_info"] = record.exc_info
        structlog.get_logger().log(record.levelno, "library.said", **values)


def _adopt_standard_logging(level: str) -> None:
    root = logging.getLogger()
    root.handlers = [_ToStructlog()]
    root.setLevel(max(logging.getLevelNamesMapping()[level.upper()], logging.WARNING))
