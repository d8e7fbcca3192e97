"""Prompts over HTTP, and every way to get them wrong."""

import asyncio
import contextlib
import io
import socket
import threading
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from functools import partial

import httpx
import msgspec
import pytest
from PIL import Image

from api.models.references import clear_unnamed
from domain.prompt import STYLES
from projections.views import Views
from runtime.services import services
from tests.e2e.conftest import Configure, Person, Server, register, serving
from tests.e2e.pipeline import refused

TEXT = "bronze steampunk pocket watch with exposed gears"
PARAMETERS = {"scale": "small", "poly_budget": 900, "style": "steampunk", "export_format": "glb"}


def picture(name: str = "picture") -> bytes:
    """Return a picture that is another one for another name."""
    file = io.BytesIO()
    Image.new("RGB", (64, 48), tuple(name.encode()[-3:])).save(file, "PNG")
    return file.getvalue()


class Pictures:
    """A web server of pictures that misbehaves where it is asked to."""

    def __init__(self) -> None:
        self.port = 0
        self.sent_bytes = 0
        self._started = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        self._started.wait(5)

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        async with await asyncio.start_server(self._talk, "127.0.0.1", 0) as server:
            self.port = server.sockets[0].getsockname()[1]
            self._started.set()
            await self._stop.wait()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(5)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            name = head.split(b" ")[1].decode().strip("/")
            answers: dict[str, Callable[[asyncio.StreamWriter], Awaitable[None]]] = {
                "endless": self._endless, "inward": self._inward, "html": self._html, "drip": self._drip,
            }  # fmt: skip
            await answers.get(name, partial(self._picture, name=name))(writer)
            await writer.drain()
        writer.close()

    async def _picture(self, writer: asyncio.StreamWriter, name: str) -> None:
        body = picture(name)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nContent-Type: text/html\r\n\r\n" % len(body) + body)

    async def _html(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 6\r\n\r\n<html>")

    async def _inward(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")

    async def _endless(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        for _ in range(5 * 2**30 // 2**16):
            writer.write(b"x" * 2**16)
            await writer.drain()
            self.sent_bytes += 2**16

    async def _drip(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.05)


@pytest.fixture(scope="module")
def pictures() -> Iterator[Pictures]:
    opened = Pictures()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def server(configure: Configure, pictures: Pictures) -> Iterator[Server]:
    """The module's server, which may fetch from `pictures`."""
    settings = configure()
    allowed = msgspec.structs.replace(
        settings.blobs, reference_hosts_allowed=f"127.0.0.1:{pictures.port}", reference_timeout_s=3.0
    )
    with serving(msgspec.structs.replace(settings, blobs=allowed)) as running:
        yield running


def test_a_prompt_is_created_and_read_as_the_spec_says(ada: Person) -> None:
    answer = ada.client.post("/prompts/", json={"text": f"  {TEXT} ", "parameters": PARAMETERS, "references": []})
    assert answer.status_code == 201
    body = answer.json()
    assert body["success"] is True
    created = body["data"]
    assert created["id"].startswith("prompt_")
    assert (created["text"], created["parameters"], created["status"]) == (TEXT, PARAMETERS, "created")
    read = ada.client.get(f"/prompts/{created['id']}").json()["data"]
    assert read == created
    assert (read["progress"], read["current_stage"], read["run_id"]) == (0.0, None, None)


def test_a_prompt_needs_nothing_but_words(ada: Person) -> None:
    created = ada.client.post("/prompts/", json={"text": "ein Stuhl aus Eiche, 椅子 🪑"}).json()["data"]
    assert created["parameters"] == {
        "scale": "medium", "poly_budget": 5000, "style": "realistic", "export_format": "glb",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", "   \n", "🪑🪑", "!?…", "\x00\x01\x02", "a chair\x00", "x" * 4001, "x" * 100_000])
def test_a_text_that_says_nothing_or_too_much_is_refused(ada: Person, text: str) -> None:
    details = refused(ada.client.post("/prompts/", json={"text": text}))
    assert details["field"] == "text"
    assert str(details["message"]).startswith("The text")


@pytest.mark.parametrize("budget", [0, 3, 99, 500_001, 10**9, 10**400, -5, 2.5, "many", None, "5000", True])
def test_a_poly_budget_outside_of_its_range_is_refused_by_name(ada: Person, budget: object) -> None:
    answer = ada.client.post("/prompts/", json={"text": TEXT, "parameters": {"poly_budget": budget}})
    assert "poly_budget" in str(refused(answer)["message"])


@pytest.mark.parametrize(
    ("parameters", "field", "allowed"),
    [
        ({"scale": "huge"}, "scale", ("small", "medium", "large")),
        ({"export_format": "stl"}, "export_format", ("glb", "gltf", "usdz")),
    ],
)
def test_a_choice_that_is_none_is_refused_with_what_is_allowed(
    ada: Person, parameters: dict[str, str], field: str, allowed: tuple[str, ...]
) -> None:
    message = str(refused(ada.client.post("/prompts/", json={"text": TEXT, "parameters": parameters}))["message"])
    assert field in message
    assert all(value in message for value in allowed)


@pytest.mark.parametrize(
    ("body", "field", "wanted"),
    [
        ({"text": 5}, "text", "a text, not a whole number"),
        ({"text": TEXT, "parameters": {"poly_budget": "5000"}}, "parameters.poly_budget", "a whole number, not a text"),
        ({"text": TEXT, "parameters": {"poly_budget": 1.5}}, "parameters.poly_budget", "not one with a fraction"),
        ({"text": TEXT, "references": {}}, "references", "a list, not an object"),
    ],
)
def test_a_value_of_another_type_is_refused_with_the_field_and_the_type_that_is_wanted(
    ada: Person, body: dict[str, object], field: str, wanted: str
) -> None:
    details = refused(ada.client.post("/prompts/", json=body))
    assert details["field"] == field
    assert wanted in str(details["message"])


def test_an_unknown_field_is_answered_with_those_that_are_known_where_it_stands(ada: Person) -> None:
    details = refused(ada.client.post("/prompts/", json={"text": TEXT, "parameters": {"polybudget": 5}}))
    assert (details["field"], "poly_budget" in str(details["message"])) == ("parameters.polybudget", True)


@pytest.mark.parametrize("style", ["gothic", "  Jugendstil ", "浮世絵", "s" * 64, *STYLES])
def test_any_style_of_a_few_printable_characters_is_taken(ada: Person, style: str) -> None:
    body = {"text": TEXT, "parameters": {"style": style}}
    assert ada.client.post("/prompts/", json=body).json()["data"]["parameters"]["style"] == style.strip()


@pytest.mark.parametrize("style", ["", "   ", "s" * 65, "a\nb", "a\x00b", "a\u202eb", 7, None])
def test_a_style_that_is_none_is_refused_by_name(ada: Person, style: object) -> None:
    details = refused(ada.client.post("/prompts/", json={"text": TEXT, "parameters": {"style": style}}))
    assert details["field"] == "parameters.style"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({"text": TEXT, "colour": "red"}, "colour"),
        ({"text": TEXT, "parameters": {"polybudget": 5}}, "polybudget"),
        ({"text": TEXT, "references": [{"type": "image", "url": "http://e.com/a.png", "x": 1}]}, "x"),
        ({}, "text"),
        ({"text": TEXT, "references": [{"type": "video", "url": "http://e.com/a.mp4"}]}, "type"),
        ({"text": TEXT, "references": [{"type": "image", "url": "http://e.com/a"}] * 5}, "references"),
    ],
)
def test_a_field_that_is_unknown_missing_or_wrong_is_named(ada: Person, body: dict[str, object], name: str) -> None:
    assert name in str(refused(ada.client.post("/prompts/", json=body))["message"])


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b'"text"', b"\xff\xfe", b'{"text": "a", "text"', b"[" * 100_000]
)
def test_a_body_that_is_no_json_object_is_refused(ada: Person, content: bytes) -> None:
    answer = ada.client.post("/prompts/", content=content, headers={"content-type": "application/json"})
    refused(answer)


def test_a_body_that_is_too_large_or_of_another_type_is_refused(ada: Person) -> None:
    refused(ada.client.post("/prompts/", json={"text": "x" * 2_000_000}), 413)
    answer = ada.client.post(
        "/prompts/", content=b"text=a", headers={"content-type": "application/x-www-form-urlencoded"}
    )
    refused(answer, 415)


def test_nobody_and_somebody_else_see_no_prompt(server: Server, client: httpx.Client, ada: Person) -> None:
    prompt_id = ada.client.post("/prompts/", json={"text": TEXT}).json()["data"]["id"]
    refused(client.get(f"/prompts/{prompt_id}"), 401, "AUTHENTICATION_ERROR")
    refused(client.post("/prompts/", json={"text": TEXT}), 401, "AUTHENTICATION_ERROR")
    bob = register(server, "bob-of-prompts")
    foreign = bob.client.get(f"/prompts/{prompt_id}")
    unknown = bob.client.get("/prompts/prompt_" + "0" * 26)
    assert refused(foreign, 404, "NOT_FOUND") == refused(unknown, 404, "NOT_FOUND")
    refused(bob.client.get("/prompts/prompt_123"), 404, "NOT_FOUND")
    refused(bob.client.get(f"/prompts/{prompt_id}%00"), 404, "NOT_FOUND")
    assert bob.client.get("/prompts/").json()["data"]["items"] == []
    bob.client.close()


def test_prompts_are_listed_newest_first_in_pages(ada: Person) -> None:
    made = [ada.client.post("/prompts/", json={"text": f"chair {number}"}).json()["data"]["id"] for number in range(5)]
    seen, after = [], ""
    while True:
        page = ada.client.get("/prompts/", params={"limit": 2, "after": after}).json()["data"]
        seen += [prompt["id"] for prompt in page["items"]]
        after = page["next"]
        if not after:
            break
    assert seen == made[::-1]
    assert ada.client.get("/prompts/", params={"status": "completed"}).json()["data"]["items"] == []


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "limit=x", "after=%27", "after=c99999999999999999", "status=odd"]
)
def test_a_page_that_cannot_be_is_refused(ada: Person, query: str) -> None:
    refused(ada.client.get(f"/prompts/?{query}"))


def test_a_reference_is_fetched_checked_and_kept_as_an_asset(ada: Person, pictures: Pictures) -> None:
    url = f"http://127.0.0.1:{pictures.port}/picture"
    body = {"text": TEXT, "references": [{"type": "image", "url": url}]}
    [reference] = ada.client.post("/prompts/", json=body).json()["data"]["references"]
    assert (reference["source_url"], reference["media_type"]) == (url, "image/png")
    content = httpx.get(reference["url"], trust_env=False)
    assert (content.status_code, content.content, content.headers["content-type"]) == (200, picture(), "image/png")
    asset = ada.client.get(f"/assets/{reference['asset_id']}").json()["data"]
    assert asset["provenance"] == {"url": url}
    again = {"text": TEXT, "references": [{"type": "image", "url": asset["url"]}]}
    [second] = ada.client.post("/prompts/", json=again).json()["data"]["references"]
    assert second["size_bytes"] == reference["size_bytes"]


def test_a_picture_whose_prompt_was_never_made_does_not_stay(server: Server, ada: Person, pictures: Pictures) -> None:
    named, unnamed = (f"http://127.0.0.1:{pictures.port}/{name}" for name in ("kept", "lost"))

    def references(*urls: str) -> dict[str, object]:
        return {"text": TEXT, "references": [{"type": "image", "url": url} for url in urls]}

    [kept] = ada.client.post("/prompts/", json=references(named)).json()["data"]["references"]
    refused(ada.client.post("/prompts/", json=references(unnamed, f"http://127.0.0.1:{pictures.port}/html")))

    async def clear(older_than: timedelta) -> int:
        async with services(server.settings) as opened, Views(opened.pool, server.settings.views) as views:
            return await clear_unnamed(opened, views, older_than)

    assert asyncio.run(clear(timedelta(days=1))) == 0
    assert asyncio.run(clear(timedelta(0))) == 1
    assert asyncio.run(clear(timedelta(0))) == 0
    assert httpx.get(kept["url"], trust_env=False).status_code == 200


def test_somebody_elses_asset_is_no_reference(server: Server, ada: Person, pictures: Pictures) -> None:
    body = {"text": TEXT, "references": [{"type": "image", "url": f"http://127.0.0.1:{pictures.port}/picture"}]}
    [reference] = ada.client.post("/prompts/", json=body).json()["data"]["references"]
    bob = register(server, "bob-of-references")
    answer = bob.client.post(
        "/prompts/", json={"text": TEXT, "references": [{"type": "image", "url": reference["url"]}]}
    )
    assert refused(answer)["field"] == "references[0].url"
    bob.client.close()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/x.png", "http://localhost/x.png", "http://[::1]/x.png", "http://169.254.169.254/latest/",
        "http://10.0.0.1/x.png", "http://0x7f000001/x.png", "file:///etc/passwd", "ftp://example.com/x.png", "x.png",
        "", "http://" + "a" * 3000,
    ],
)  # fmt: skip
def test_a_reference_that_must_not_be_fetched_is_refused_by_name(ada: Person, url: str) -> None:
    body = {"text": TEXT, "references": [{"type": "image", "url": url}]}
    assert "references[0].url" in str(refused(ada.client.post("/prompts/", json=body)))


@pytest.mark.parametrize(
    ("name", "reason"),
    [("inward", "port|not a public"), ("html", "not a picture"), ("drip", "in time"), ("endless", "too large")],
)
def test_a_reference_whose_server_misbehaves_is_refused(
    ada: Person, pictures: Pictures, name: str, reason: str
) -> None:
    body = {"text": TEXT, "references": [{"type": "image", "url": f"http://127.0.0.1:{pictures.port}/{name}"}]}
    details = refused(ada.client.post("/prompts/", json=body))
    assert details["field"] == "references[0].url"
    assert any(part in str(details["message"]) for part in reason.split("|"))
    assert pictures.sent_bytes < 40 * 2**20


def test_a_request_that_drips_does_not_keep_others_waiting(server: Server, ada: Person) -> None:
    host, port = server.settings.http.host, server.settings.http.port
    with socket.create_connection((host, port)) as slow:
        slow.sendall(b"POST /api/v1/prompts/ HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
        assert ada.client.get("/prompts/").status_code == 200
