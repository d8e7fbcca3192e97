"""The client of the remote queue, against a server that speaks its protocol and misbehaves where it is told to."""

import asyncio
import email.utils
import json
import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest

from domain.errors import ProviderFailed
from runtime.fal import FalQueue, Status, Ticket
from runtime.settings_image import FalSettings
from tests.fal_stub import KEY, MODEL, FalStub, breaks_off, drips, fal_stub, hangs, says

PICTURE = "data:image/png;base64,aGVsbG8="
HTML = says(200, "<html><body>Welcome to the hotel's network</body></html>", Content_Type="text/html")


@pytest.fixture
def stub() -> Iterator[FalStub]:
    with fal_stub() as running:
        yield running


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the client would have slept, each time; it does not."""
    slept: list[float] = []
    real = asyncio.sleep

    async def nap(seconds: float) -> None:
        slept.append(seconds)
        await real(0)

    monkeypatch.setattr("runtime.fal.asyncio.sleep", nap)
    return slept


def settings(stub: FalStub, **changes: Any) -> FalSettings:
    quick: dict[str, Any] = {
        "connect_timeout_s": 10.0, "read_timeout_s": 1.5, "request_timeout_s": 2.0, "retry_delay_s": 0.01,
        "retries_max": 3, "cancel_timeout_s": 2.0,
    }  # fmt: skip
    return FalSettings(**{"key": KEY, "url": stub.origin, **quick, **changes})


async def submitted(stub: FalStub, **changes: Any) -> Ticket:
    async with FalQueue.opened(settings(stub, **changes)) as queue:
        return await queue.submit({"image_url": PICTURE})


async def status_of(stub: FalStub, **changes: Any) -> Status:
    async with FalQueue.opened(settings(stub, **changes)) as queue:
        return await queue.status(await queue.submit({"image_url": PICTURE}))


async def result_of(stub: FalStub, **changes: Any) -> dict[str, Any]:
    stub.steps = [{"status": "COMPLETED", "logs": []}]
    async with FalQueue.opened(settings(stub, **changes)) as queue:
        return await queue.result(await queue.submit({"image_url": PICTURE}))


async def test_a_request_goes_to_the_model_with_the_key_and_is_followed_at_the_addresses_of_its_ticket(
    stub: FalStub,
) -> None:
    async with FalQueue.opened(settings(stub)) as queue:
        ticket = await queue.submit({"image_url": PICTURE, "face_limit": 900})
        found = [await queue.status(ticket) for _ in range(4)]
        result = await queue.result(ticket)
    submit = stub.of("submit")[0]
    assert (submit.method, submit.path) == ("POST", f"/{MODEL}")
    assert submit.headers["Authorization"] == f"Key {KEY}"
    assert json.loads(submit.body) == {"image_url": PICTURE, "face_limit": 900}
    assert [status.status for status in found] == ["IN_QUEUE", "IN_QUEUE", "IN_PROGRESS", "COMPLETED"]
    assert found[0].queue_position == 2
    assert [line.message for line in found[3].logs or ()] == ["Loading the picture", "Making the mesh"]
    assert result["task_id"] == "tripo-task-7"
    assert stub.of("status")[0].path.endswith("/tripo3d/tripo/requests/req-1/status?logs=1")


async def test_a_webhook_is_named_in_the_query(stub: FalStub) -> None:
    await submitted(stub, webhook_url="https://here.example/api/v1/webhooks/fal?a=b")
    assert stub.of("submit")[0].path == (
        f"/{MODEL}?fal_webhook=https%3A%2F%2Fhere.example%2Fapi%2Fv1%2Fwebhooks%2Ffal%3Fa%3Db"
    )


@pytest.mark.parametrize("key", ["", "  ", "kéy", "a\nb"])
async def test_without_a_key_that_can_be_sent_nothing_is_asked(stub: FalStub, key: str) -> None:
    with pytest.raises(ProviderFailed, match="set FAL_KEY"):
        await submitted(stub, key=key)
    assert stub.seen == []


async def test_too_many_requests_are_waited_out_for_as_long_as_the_queue_asks(stub: FalStub, naps: list[float]) -> None:
    later = email.utils.formatdate(time.time() + 40, usegmt=True)
    stub.before("submit", says(429, {"detail": "slow down"}, Retry_After="7"), says(429, Retry_After=later))
    await submitted(stub)
    assert naps[0] == 7.0
    assert naps[1] == pytest.approx(40, abs=3)
    assert stub.count("submit") == 3


async def test_trouble_that_passes_is_tried_again_after_delays_that_double(stub: FalStub, naps: list[float]) -> None:
    stub.before("status", says(500), says(502, "<html>bad gateway</html>"), breaks_off)
    assert (await status_of(stub)).status == "IN_QUEUE"
    assert naps == [0.01, 0.02, 0.04]


async def test_trouble_that_stays_ends_in_a_sentence(stub: FalStub, naps: list[float]) -> None:
    stub.before("status", *[says(503, {"detail": "No capacity"})] * 4)
    with pytest.raises(ProviderFailed, match="status 503: No capacity") as failure:
        await status_of(stub)
    assert not failure.value.facts.get("has_ended")
    assert len(naps) == 3


async def test_a_queue_that_asks_to_wait_beyond_the_jobs_time_is_given_up_at_once(
    stub: FalStub, naps: list[float]
) -> None:
    stub.before("submit", says(429, Retry_After="5000"))
    with pytest.raises(ProviderFailed, match="429"):
        await submitted(stub)
    assert naps == []


@pytest.mark.parametrize(
    "trouble",
    [
        says(200, "this is no JSON"), HTML, says(200, "[]"), says(200, {"status": "DANCING"}), says(200, b"\xff\xfe{"),
        says(200, "[" * 100_000), says(200, b"\x1f\x8b\x08", Content_Encoding="gzip"), hangs, drips, breaks_off,
    ],
    ids=["text", "html", "list", "unknown", "not utf-8", "deep", "packed", "silent", "dripping", "broken off"],
)  # fmt: skip
async def test_a_status_that_cannot_be_read_is_asked_for_again(stub: FalStub, trouble: Any) -> None:
    stub.before("status", trouble)
    assert (await status_of(stub)).queue_position == 2
    assert stub.count("status") == 2


@pytest.mark.parametrize(
    ("trouble", "words"),
    [(hangs, "in time"), (drips, "in time"), (breaks_off, "broke"), (HTML, "documentation"), (says(200, {}), "docu")],
    ids=["silent", "dripping", "broken off", "html", "nothing"],
)
async def test_a_request_that_may_have_been_taken_is_not_sent_twice(stub: FalStub, trouble: Any, words: str) -> None:
    stub.before("submit", trouble)
    with pytest.raises(ProviderFailed, match=rf"{words}.*whether it took the request is not known"):
        await submitted(stub)
    assert stub.count("submit") == 1


async def test_a_port_where_nobody_listens_is_tried_a_few_times(stub: FalStub, naps: list[float]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(ProviderFailed, match="cannot be reached"):
        await submitted(stub, url=f"http://127.0.0.1:{port}")
    assert len(naps) == 3


async def test_an_answer_without_end_is_cut_at_the_limit(stub: FalStub) -> None:
    stub.before("status", says(200, b" " * 5000))
    with pytest.raises(ProviderFailed, match="more than is read") as failure:
        await status_of(stub, answer_bytes_max=2000)
    assert failure.value.facts == {"bytes_max": 2000}


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_is_not_followed_since_the_key_would_go_there(stub: FalStub, status: int) -> None:
    stub.before("submit", says(status, Location=f"{stub.origin}/elsewhere"))
    with pytest.raises(ProviderFailed, match=f"status {status}"):
        await submitted(stub)
    assert len(stub.seen) == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/x", "https://evil.example/x", "http://user@{host}/x", "ftp://{host}/x", "//{host}/x",
        "http://{host}\n/x", "http://[::1", "",
    ],
)  # fmt: skip
async def test_addresses_that_are_not_the_queues_own_never_get_the_key(stub: FalStub, url: str) -> None:
    ticket = {"request_id": "req-9", **stub.urls("req-9"), "status_url": url.replace("{host}", stub.host)}
    stub.before("submit", says(200, ticket))
    with pytest.raises(ProviderFailed, match="not its own"):
        await submitted(stub)


@pytest.mark.parametrize("request_id", ["", "a b", "a.b", "*", ">", "x" * 200])
async def test_an_id_that_could_be_more_than_an_id_is_refused(stub: FalStub, request_id: str) -> None:
    stub.before("submit", says(200, {"request_id": request_id, **stub.urls("req-9")}))
    with pytest.raises(ProviderFailed):
        await submitted(stub)


@pytest.mark.parametrize("status", [401, 403])
async def test_a_refused_key_is_said_and_not_tried_again(stub: FalStub, status: int) -> None:
    stub.before("submit", says(status, {"detail": f"User is locked, key {KEY}"}))
    with pytest.raises(ProviderFailed) as failure:
        await submitted(stub)
    assert failure.value.message == "The provider fal refused the key: User is locked, key …"
    assert stub.count("submit") == 1


async def test_what_is_wrong_with_a_request_is_said_without_what_was_sent(stub: FalStub) -> None:
    with pytest.raises(ProviderFailed) as failure:
        async with FalQueue.opened(settings(stub)) as queue:
            await queue.submit({"image_url": "secret picture"})
    assert failure.value.message == "The provider fal answered with status 422: image_url: Invalid image URL"
    assert failure.value.facts["status"] == 422


async def test_words_of_the_other_side_are_one_short_line(stub: FalStub) -> None:
    stub.before("submit", says(400, {"detail": "a\r\nb\x00\x1b[31m" + "é" * 1000}))
    with pytest.raises(ProviderFailed) as failure:
        await submitted(stub)
    assert failure.value.message.startswith("The provider fal answered with status 400: a b [31mé")
    assert len(failure.value.message) < 350


@pytest.mark.parametrize(
    ("body", "headers", "may_pass"),
    [
        ([{"loc": ["body"], "msg": "GPU trouble", "type": "internal_server_error"}], {"X_Fal_Retryable": "true"}, True),
        ([{"loc": ["body"], "msg": "GPU trouble", "type": "internal_server_error"}], {}, False),
        ("Request timed out", {"X_Fal_Error_Type": "request_timeout"}, True),
        ("No", {"X_Fal_Error_Type": "request_timeout", "X_Fal_Retryable": "false"}, False),
    ],
)
async def test_a_result_that_is_an_error_is_the_models_own_word(
    stub: FalStub, body: Any, headers: dict[str, str], may_pass: bool
) -> None:
    stub.before("result", says(500, {"detail": body}, **headers))
    with pytest.raises(ProviderFailed, match="status 500") as failure:
        await result_of(stub)
    assert (failure.value.facts["has_ended"], failure.value.facts["may_pass"]) == (True, may_pass)
    assert stub.count("result") == 1


async def test_a_gateway_that_stumbles_over_a_result_is_asked_again(stub: FalStub, naps: list[float]) -> None:
    stub.before("result", says(502, "<html>bad gateway</html>"), says(504, ""))
    assert (await result_of(stub))["task_id"] == "tripo-task-7"


async def test_a_request_is_withdrawn(stub: FalStub) -> None:
    async with FalQueue.opened(settings(stub)) as queue:
        assert await queue.cancel(await queue.submit({"image_url": PICTURE}))
    assert stub.of("cancel")[0].method == "PUT"
    assert stub.cancelled == ["req-1"]


@pytest.mark.parametrize(
    "trouble",
    [hangs, drips, breaks_off, says(404, {"status": "NOT_FOUND"}), says(400, {"status": "ALREADY_COMPLETED"})],
)
async def test_withdrawing_never_takes_long_nor_raises(stub: FalStub, trouble: Any) -> None:
    stub.before("cancel", trouble)
    async with FalQueue.opened(settings(stub)) as queue:
        assert not await queue.cancel(await queue.submit({"image_url": PICTURE}))


def test_the_key_is_not_in_what_settings_show(stub: FalStub) -> None:
    assert KEY not in repr(settings(stub))
    assert KEY not in str(settings(stub))
