"""The guarded fetch, against real sockets that misbehave."""

import asyncio
import contextlib
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from ipaddress import ip_address
from typing import Any

import pytest

from domain.errors import Invalid, TooLarge
from runtime.fetch import Fetcher, is_public
from runtime.settings import BlobSettings

Answer = Callable[[asyncio.StreamWriter], Awaitable[None]]


@contextlib.asynccontextmanager
async def serving(answer: Answer) -> AsyncIterator[int]:
    """A TCP server that reads a request's head and then lets `answer` write; yields its port."""

    talks: set[asyncio.Task[None]] = set()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        talks.add(task)
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await reader.readuntil(b"\r\n\r\n")
            await answer(writer)
            await writer.drain()
        with contextlib.suppress(ConnectionError):
            writer.close()
            await writer.wait_closed()

    async with await asyncio.start_server(talk, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]
        for task in talks:
            task.cancel()
        await asyncio.gather(*talks)


def says(head: str, body: bytes = b"") -> Answer:
    async def answer(writer: asyncio.StreamWriter) -> None:
        writer.write(f"HTTP/1.1 {head}\r\nConnection: close\r\n\r\n".encode() + body)

    return answer


def fetcher(port: int | None = None, **changes: Any) -> Fetcher:
    allowed = f"127.0.0.1:{port}" if port else ""
    return Fetcher(BlobSettings(reference_hosts_allowed=allowed, **changes))


async def read(port: int, size_bytes_max: int = 1000, **changes: Any) -> bytes:
    return await fetcher(port, **changes).read(f"http://127.0.0.1:{port}/picture", size_bytes_max=size_bytes_max)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "100.100.100.200", "192.0.0.170", "198.18.0.1", "203.0.113.5", "224.0.0.1", "239.1.1.1", "240.0.0.1",
        "255.255.255.255", "168.63.129.16", "::", "::1", "fe80::1", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::7f00:1", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "2002:7f00:1::",
        "2001:0:7f00:1::1",
    ],
)  # fmt: skip
def test_an_address_that_only_this_network_reaches_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "2a00:1450:4001:800::200e"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0", "2130706433", "0x7f.1", "127.1", "017700000001"],
)
async def test_no_way_to_write_the_own_machine_is_fetched(host: str) -> None:
    with pytest.raises(Invalid, match=r"not a public one|not known"):
        await fetcher().read(f"http://{host}:8080/", size_bytes_max=10)


async def test_nothing_is_sent_to_an_address_that_is_refused() -> None:
    was_reached = asyncio.Event()

    async def answer(writer: asyncio.StreamWriter) -> None:
        was_reached.set()

    async with serving(answer) as port:
        with pytest.raises(Invalid):
            await fetcher().read(f"http://127.0.0.1:{port}/", size_bytes_max=10)
    assert not was_reached.is_set()


async def test_an_odd_port_is_refused() -> None:
    with pytest.raises(Invalid, match="port"):
        await fetcher().read("http://93.184.215.14:22/", size_bytes_max=10)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.com/x", "file:///etc/passwd", "gopher://x/", "//example.com/x", "http://", "picture.jpg", "",
        "http://a:b@example.com/", "http://example.com:99999/", "http://[::1", "http://exämple.com/",
        "http://e.com/" + "x" * 3000, "http://example.com/\r\nHost: internal",
    ],
)  # fmt: skip
async def test_what_is_no_plain_web_url_is_refused(url: str) -> None:
    with pytest.raises(Invalid):
        await fetcher().read(url, size_bytes_max=10)


async def test_an_allowed_address_is_fetched() -> None:
    async with serving(says("200 OK\r\nContent-Length: 5", b"hello")) as port:
        assert await read(port) == b"hello"


async def test_a_name_is_resolved_once_and_the_checked_address_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    loop = asyncio.get_running_loop()
    real = loop.getaddrinfo

    async def changing(host: Any, port: Any, **options: Any) -> Any:
        if host == "rebinding.example":
            asked.append(host)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1" if len(asked) > 1 else "10.0.0.1", port))]
        return await real(host, port, **options)

    monkeypatch.setattr(loop, "getaddrinfo", changing)
    with pytest.raises(Invalid, match="not a public one"):
        await fetcher().read("http://rebinding.example/", size_bytes_max=10)
    assert asked == ["rebinding.example"]


async def test_a_redirect_to_the_own_machine_is_refused() -> None:
    was_reached = asyncio.Event()

    async def secret(writer: asyncio.StreamWriter) -> None:
        was_reached.set()

    async with serving(secret) as inner, serving(says(f"302 Found\r\nLocation: http://127.0.0.1:{inner}/")) as port:
        with pytest.raises(Invalid):
            await read(port)
    assert not was_reached.is_set()


async def test_a_redirect_within_what_is_allowed_is_followed() -> None:
    count = 0

    async def answer(writer: asyncio.StreamWriter) -> None:
        nonlocal count
        count += 1
        await says("302 Found\r\nLocation: /there" if count == 1 else "200 OK", b"" if count == 1 else b"there")(writer)

    async with serving(answer) as port:
        assert await read(port) == b"there"


async def test_redirects_without_end_are_refused() -> None:
    async with serving(says("302 Found\r\nLocation: /again")) as port:
        with pytest.raises(Invalid, match="too many redirects"):
            await read(port)


async def test_a_body_that_says_that_it_is_too_large_is_not_read() -> None:
    async with serving(says(f"200 OK\r\nContent-Length: {5 * 2**30}")) as port:
        with pytest.raises(TooLarge) as refusal:
            await read(port)
    assert refusal.value.facts == {"size_bytes_max": 1000}


async def test_a_body_without_end_is_cut_at_the_limit() -> None:
    async def endless(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        while True:
            writer.write(b"x" * 2**16)
            await writer.drain()

    async with serving(endless) as port:
        with pytest.raises(TooLarge):
            await read(port, size_bytes_max=2**20)


async def test_a_body_that_drips_is_given_up_after_the_time_for_all_of_it() -> None:
    async def dripping(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
        for _ in range(100):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.05)

    begun = time.monotonic()
    async with serving(dripping) as port:
        with pytest.raises(Invalid, match="in time"):
            await read(port, reference_timeout_s=0.3)
    assert time.monotonic() - begun < 4  # all of it would take five


async def test_a_server_that_says_nothing_is_given_up() -> None:
    async def silent(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(5)

    async with serving(silent) as port:
        with pytest.raises(Invalid, match="in time"):
            await read(port, reference_timeout_s=0.2)


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("404 Not Found", "status 404"),
        ("200 OK\r\nContent-Encoding: gzip", "content coding"),
        ("200 OK\r\nContent-Length: 50", "does not answer as"),
        ("what is this", "does not answer as"),
    ],
    ids=["an error", "a coding", "a cut body", "no web server"],
)
async def test_an_answer_that_is_not_the_file_is_refused(head: str, message: str) -> None:
    async with serving(says(head, b"x")) as port:
        with pytest.raises(Invalid, match=message):
            await read(port)


async def test_a_closed_port_is_a_clear_refusal() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(Invalid, match="cannot be reached"):
        await read(port)
