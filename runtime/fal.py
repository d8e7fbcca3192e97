"""The queue of FAL.AI over HTTP: ask for a model, look how far it is, take the result, withdraw the request.

The key goes nowhere but to the queue's own address. Answers have a largest size and a longest time, however they drip;
what may pass is tried again. `docs/providers.md` says what of the protocol is documented, and what is assumed.
"""

import asyncio
import email.utils
import re
import ssl
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import lru_cache
from typing import Any, Literal, Protocol, TypeVar
from urllib.parse import urlsplit

import httpx
import msgspec

from domain.errors import ProviderFailed
from runtime.settings_image import FalSettings

SENTENCE_LENGTH_MAX = 300
REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")
PASSING_TYPES = frozenset(
    (
        "request_timeout", "startup_timeout", "runner_scheduling_failure", "runner_connection_timeout",
        "runner_disconnected", "runner_connection_refused", "runner_connection_error", "runner_incomplete_response",
    )
)  # fmt: skip
"""Of fal's kinds of errors those that say nothing about the request itself."""

Kind = TypeVar("Kind")


class Told(Protocol):
    """Hears what went wrong and is tried again."""

    def __call__(self, message: str, **values: Any) -> None:
        """Take a sentence, and values that are safe to show."""


def tell_nobody(message: str, **values: Any) -> None:
    """Keep it to oneself."""


class Ticket(msgspec.Struct, frozen=True):
    """A request that the queue took, and where to ask for it."""

    request_id: str
    status_url: str
    response_url: str
    cancel_url: str


class LogLine(msgspec.Struct, frozen=True):
    """What the model said while it worked."""

    message: str = ""
    timestamp: str | None = ""
    level: str | None = ""


class Status(msgspec.Struct, frozen=True):
    """How far a request is; the position counts those before it."""

    status: Literal["IN_QUEUE", "IN_PROGRESS", "COMPLETED"]
    queue_position: int | None = None
    logs: tuple[LogLine, ...] | None = None
    error: str | None = None
    error_type: str | None = None


class Answer(msgspec.Struct, frozen=True):
    """An answer that was read to its end."""

    status: int
    headers: httpx.Headers
    body: bytes


class _Passing(Exception):
    """It may go well another time; `after_s` is what the other side asked for. `is_taken`: it may have been heard."""

    def __init__(self, sentence: str, *, after_s: float = 0.0, is_taken: bool = False, **facts: Any) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.after_s = after_s
        self.is_taken = is_taken
        self.facts = facts


class FalQueue:
    """The queue, for one job; make it with `opened`. What fails raises `ProviderFailed`, in a sentence without the key.

    Its facts tell `status` (of HTTP), `has_ended` (nothing more comes of the request) and `may_pass` (the same one may
    succeed another time). Until `ends_at`, of the monotonic clock, trouble is waited out.
    """

    def __init__(self, settings: FalSettings, client: httpx.AsyncClient, told: Told) -> None:
        self._settings = settings
        self._told = told
        self._client = client
        self.ends_at = time.monotonic() + settings.timeout_s

    @classmethod
    @asynccontextmanager
    async def opened(cls, settings: FalSettings, told: Told = tell_nobody) -> AsyncIterator["FalQueue"]:
        """Give out the queue while the block lasts.

        Raises
        ------
        ProviderFailed
            No key is set, or it cannot stand in a header.
        """
        if not settings.key.isprintable() or not settings.key.isascii() or not settings.key.strip():
            raise ProviderFailed("The provider fal is not configured: set FAL_KEY")
        silence = settings.read_timeout_s
        limits = httpx.Timeout(silence, connect=settings.connect_timeout_s)
        headers = {
            "Authorization": f"Key {settings.key.strip()}", "Accept": "application/json", "User-Agent": "meshwright",
            "Accept-Encoding": "identity",
        }  # fmt: skip
        async with httpx.AsyncClient(headers=headers, timeout=limits, verify=_trusted(), trust_env=False) as client:
            yield cls(settings, client, told)

    async def submit(self, arguments: Mapping[str, Any]) -> Ticket:
        """Ask for a model, and return under what it was taken.

        Where an answer is lost on the way, nobody knows whether the request was taken: it is not sent again then,
        because each one that is taken is paid for.
        """
        url = f"{self._settings.url.rstrip('/')}/{self._settings.model}"
        hook = {"fal_webhook": self._settings.webhook_url} if self._settings.webhook_url else {}
        body = msgspec.json.encode(arguments)
        try:
            answer = await self._asked("POST", httpx.URL(url).copy_merge_params(hook), body)
            ticket = _read(answer, Ticket)
        except _Passing as trouble:
            raise ProviderFailed(
                f"{trouble.sentence}; whether it took the request is not known, so it was not sent again",
                **trouble.facts,
            ) from trouble
        self.check(ticket)
        return ticket

    def check(self, ticket: Ticket) -> None:
        """Refuse a ticket whose addresses are not the queue's own: the key would go there."""
        own = _origin(self._settings.url)
        urls = (ticket.status_url, ticket.response_url, ticket.cancel_url)
        if not REQUEST_ID.fullmatch(ticket.request_id) or any(_origin(url) != own for url in urls):
            raise ProviderFailed("The provider fal answered with addresses that are not its own")

    async def status(self, ticket: Ticket) -> Status:
        """Return how far a request is, with all that its model said so far."""
        url = httpx.URL(ticket.status_url).copy_merge_params({"logs": "1"})
        return await self._asked_for(url, Status)

    async def result(self, ticket: Ticket) -> dict[str, Any]:
        """Return what the model made, as JSON."""
        return await self._asked_for(httpx.URL(ticket.response_url), dict[str, Any], is_result=True)

    async def cancel(self, ticket: Ticket) -> bool:
        """Withdraw a request, once; return whether the queue said that it heard. Work under way may go on there."""
        try:
            async with asyncio.timeout(self._settings.cancel_timeout_s):
                answer = await self._once("PUT", httpx.URL(ticket.cancel_url))
        except (_Passing, ProviderFailed, TimeoutError):
            return False
        return 200 <= answer.status < 300

    async def _asked_for(self, url: httpx.URL, kind: type[Kind], *, is_result: bool = False) -> Kind:
        """Return a readable answer to a question that may be asked any number of times."""
        troubles = 0
        while True:
            try:
                return _read(self._judged(await self._once("GET", url), is_result=is_result), kind)
            except _Passing as trouble:
                troubles += 1
                await self._pause(trouble, troubles)

    async def _asked(self, method: str, url: httpx.URL, body: bytes) -> Answer:
        """Return the answer to a request that must not be taken twice."""
        troubles = 0
        while True:
            try:
                return self._judged(await self._once(method, url, body))
            except _Passing as trouble:
                if trouble.is_taken:
                    raise
                troubles += 1
                await self._pause(trouble, troubles)

    async def _pause(self, trouble: _Passing, troubles: int) -> None:
        """Wait until it may be tried again, or give up."""
        settings = self._settings
        delay_s = min(settings.retry_delay_s * 2.0 ** (troubles - 1), settings.retry_delay_s_max)
        delay_s = max(delay_s, trouble.after_s)
        if troubles > settings.retries_max or time.monotonic() + delay_s > self.ends_at:
            raise ProviderFailed(trouble.sentence, may_pass=True, **trouble.facts) from trouble
        self._told(f"{trouble.sentence}; it is asked again", delay_s=round(delay_s, 3), **trouble.facts)
        await asyncio.sleep(delay_s)

    async def _once(self, method: str, url: httpx.URL, body: bytes | None = None) -> Answer:
        """Send a request and return its whole answer."""
        headers = {"Content-Type": "application/json"} if body is not None else {}
        try:
            async with (
                asyncio.timeout(self._settings.request_timeout_s),
                self._client.stream(method, url, content=body, headers=headers) as response,
            ):
                return Answer(response.status_code, response.headers, await self._body(response))
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise _Passing("The provider fal cannot be reached") from error
        except (httpx.TimeoutException, TimeoutError) as error:
            raise _Passing("The provider fal did not answer in time", is_taken=True) from error
        except httpx.HTTPError as error:
            raise _Passing("The provider fal broke its answer off", is_taken=True) from error

    async def _body(self, response: httpx.Response) -> bytes:
        """Return the body, which must not be packed, nor larger than is allowed."""
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise _Passing("The provider fal answered in a coding that was not asked for", is_taken=True)
        body = bytearray()
        async for chunk in response.aiter_raw():
            body += chunk
            if len(body) > self._settings.answer_bytes_max:
                raise ProviderFailed(
                    "The provider fal answered with more than is read", bytes_max=self._settings.answer_bytes_max
                )
        return bytes(body)

    def _judged(self, answer: Answer, *, is_result: bool = False) -> Answer:
        """Return an answer that says yes; raise what the others say."""
        status, said = answer.status, self.sentence_of(answer.body)
        if 200 <= status < 300:
            return answer
        words = f"The provider fal answered with status {status}" + (f": {said}" if said else "")
        if status == 429:
            raise _Passing(words, after_s=_retry_after_s(answer.headers), status=status)
        if status in (401, 403):
            raise ProviderFailed("The provider fal refused the key" + (f": {said}" if said else ""), status=status)
        if status >= 500 and not (is_result and said):  # with a sentence it is the model's own answer, and stays so
            raise _Passing(words, after_s=_retry_after_s(answer.headers), status=status)
        raise ProviderFailed(words, status=status, has_ended=True, may_pass=_may_pass(answer))

    def sentence_of(self, body: bytes) -> str:
        """Return what an answer says went wrong, without the key and what was sent; empty if it does not say."""
        try:
            found = msgspec.json.decode(body, type=dict[str, Any])
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return ""
        return self.cleaned(_sentence(found.get("detail") or found.get("error") or found.get("message")))

    def cleaned(self, text: str) -> str:
        """Return words of the other side as they may be shown: one line, not long, without the key."""
        text = text.replace(self._settings.key.strip(), "…")
        plain = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
        return plain if len(plain) <= SENTENCE_LENGTH_MAX else plain[: SENTENCE_LENGTH_MAX - 1] + "…"


@lru_cache(maxsize=1)
def _trusted() -> ssl.SSLContext:
    """Return whose certificates are believed; reading them takes a while, so only once."""
    return httpx.create_ssl_context(trust_env=False)


def _read(answer: Answer, kind: type[Kind]) -> Kind:
    try:
        return msgspec.json.decode(answer.body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        words = "The provider fal did not answer as its documentation says"
        raise _Passing(words, is_taken=True, status=answer.status) from error


def _sentence(detail: object) -> str:
    """Return the words of `detail`: a sentence, or a list of {loc, msg, type}; what was sent is never repeated."""
    if isinstance(detail, str):
        return detail
    if not isinstance(detail, list):
        return ""
    found = []
    for each in detail:
        if isinstance(each, dict) and isinstance(each.get("msg"), str):
            place = each.get("loc")
            where = ".".join(str(name) for name in place if name != "body") if isinstance(place, list) else ""
            found.append(f"{where}: {each['msg']}" if where else each["msg"])
    return "; ".join(found)


def _may_pass(answer: Answer) -> bool:
    """Return whether the answer says that the very same request may succeed another time."""
    stated = str(answer.headers.get("X-Fal-Retryable", "")).lower()
    if stated in ("true", "false"):
        return stated == "true"
    return str(answer.headers.get("X-Fal-Error-Type", "")) in PASSING_TYPES


def _retry_after_s(headers: httpx.Headers) -> float:
    """Return how long the other side asks to be left alone: seconds, or a date."""
    stated = headers.get("Retry-After", "").strip()
    if stated.isascii() and stated.isdigit():
        return float(stated)
    try:
        return max(email.utils.parsedate_to_datetime(stated).timestamp() - time.time(), 0.0)
    except (ValueError, TypeError, OverflowError):
        return 0.0


def _origin(url: str) -> tuple[str, str, int | None] | None:
    """Return scheme, host and port of a URL that has no name or password in it; None for all else."""
    try:
        parts = urlsplit(url)
        port = parts.port or {"https": 443, "http": 80}.get(parts.scheme)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc or not url.isprintable():
        return None
    return parts.scheme, parts.hostname, port
