"""Logs: one JSON object a line, with the request that it belongs to, and no secret."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from runtime.logs import REDACTED, redact, set_up_logs

SECRETS = {
    "a token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl",
    "an API key": "mw_0a1b2c3d4e5f_" + "f" * 64,
    "a header": "Bearer abcdefgh",
    "an address": "ada@example.com",
    "a URL's password": "postgresql://user:hunter2@db/x",
}


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    configuration = structlog.get_config()
    handlers, level = logging.getLogger().handlers, logging.getLogger().level
    set_up_logs("test", stream=stream)
    yield stream
    structlog.configure(**configuration)
    logging.getLogger().handlers = handlers
    logging.getLogger().setLevel(level)


def lines(written: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_a_line_says_what_who_when_and_in_which_request(written: io.StringIO) -> None:
    with structlog.contextvars.bound_contextvars(correlation="req_1"):
        structlog.get_logger().info("job.finished", duration_ms=412)
    (line,) = lines(written)
    assert (line["event"], line["duration_ms"], line["correlation"]) == ("job.finished", 412, "req_1")
    assert (line["role"], line["level"]) == ("test", "info")
    assert line["at"].endswith("Z")


def test_below_the_level_nothing_is_written(written: io.StringIO) -> None:
    structlog.get_logger().debug("job.looked-at")
    assert not written.getvalue()


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
def test_what_looks_like_a_secret_is_taken_out(secret: str) -> None:
    said = str(redact(None, "info", {"event": "x", "words": f"before {secret} after", "deep": [{"inner": secret}]}))
    assert secret not in said
    assert "hunter2" not in said
    assert REDACTED in said


@pytest.mark.parametrize("name", ["password", "Authorization", "refresh_token", "email", "api_key", "new_password"])
def test_what_is_named_like_a_secret_is_taken_out(name: str) -> None:
    assert redact(None, "info", {name: "abc", "headers": {name: "abc"}}) == {
        name: REDACTED,
        "headers": {name: REDACTED},
    }


def test_an_exception_is_written_without_local_variables(written: io.StringIO) -> None:
    def check(password: str) -> None:
        raise ValueError("wrong")

    try:
        check("hunter2" + "hunter3")
    except ValueError:
        structlog.get_logger().exception("sign-in.broke")
    (line,) = lines(written)
    assert line["exception"][0]["exc_type"] == "ValueError"
    assert "hunter" not in written.getvalue()


def test_libraries_log_through_the_same_door(written: io.StringIO) -> None:
    logging.getLogger("some.library").warning("connected as ada@example.com")
    (line,) = lines(written)
    assert (line["event"], line["logger"]) == ("library.said", "some.library")
    assert "ada@" not in line["message"]
