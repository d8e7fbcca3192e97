"""How often somebody may ask: the rules of each family, counted in moving windows.

Who is known is counted by account, who has the session id of a batch by that batch, everybody else by address;
sign-ins and the design family always by address.
"""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import structlog
from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute, RateLimitItemPerSecond
from limits.aio.storage import Storage
from limits.aio.strategies import MovingWindowRateLimiter
from limits.errors import StorageError
from limits.storage import storage_from_string

import runtime.hits  # noqa: F401  (registers the storage on PostgreSQL)
from api.dialects import bare_path
from api.wire.exchange import Exchange
from domain.errors import TooMany, Unavailable
from runtime import metrics
from runtime.settings import AuthSettings, HttpSettings

log = structlog.get_logger()

EXEMPT = frozenset(("health", "health/ready", "metrics", "openapi.json", "asyncapi.json"))
SIGN_INS = frozenset(("auth/login", "auth/refresh", "auth/register", "auth/token", "auth/password"))
_GENERATIONS = frozenset(("runs", "geometry", "textures"))
_FAILED = "sign-in-failed"
_TWO_WORD_ENDPOINTS = frozenset(("compliance", "core"))


@dataclass(frozen=True)
class Rule:
    """Some windows, what they are counted for, and whether by account or by address."""

    name: str
    items: tuple[RateLimitItem, ...]
    by: Literal["account", "address"] = "account"

    @property
    def wording(self) -> str:
        """Return the limits in words: `60 per minute, 1000 per hour`."""
        return ", ".join(f"{item.amount} per {item.GRANULARITY.name}" for item in self.items)


@dataclass(frozen=True)
class Count:
    """How one window stands after a request."""

    limit: int
    remaining: int
    resets_at: float
    is_within: bool


class Rules:
    """Which rule a request falls under."""

    def __init__(self, settings: HttpSettings) -> None:
        per_minute = RateLimitItemPerMinute
        self._sign_in = Rule("sign-in", (per_minute(settings.auth_per_minute),), "address")
        self._generation = Rule("generation", (per_minute(settings.generation_per_minute),))
        self._other = Rule("other", (per_minute(settings.other_per_minute),))
        self._design = per_minute(settings.design_per_minute)
        image = (per_minute(settings.image_per_minute), RateLimitItemPerHour(settings.image_per_hour))
        self._image = Rule("image", image)
        self._project = Rule("project", (RateLimitItemPerSecond(settings.project_per_second),))
        self._reconstruction = Rule("reconstruction", (RateLimitItemPerSecond(settings.reconstruction_per_second),))

    def of(self, method: str, path: str, family: int) -> Rule | None:
        """Return the rule of a request; None where nothing is counted."""
        bare = bare_path(path)
        if bare in EXEMPT or bare.startswith("docs"):
            return None
        if bare in SIGN_INS and method == "POST":
            return self._sign_in
        if family in (2, 3):
            return Rule(f"design {method} {_endpoint(bare)}", (self._design,), "address")
        if family == 4:
            return self._image
        if family == 5:
            return self._reconstruction if _is_reconstruction(method, bare) else self._project
        return self._generation if _is_generation(method, bare) else self._other


class RateLimits:
    """Counts requests and says which are too many; with the setting `rate_limits` off it counts nothing."""

    def __init__(self, http: HttpSettings, auth: AuthSettings, storage: Storage) -> None:
        self._is_on = http.rate_limits == "on"
        self._rules = Rules(http)
        self._windows = MovingWindowRateLimiter(storage)
        self._failures = RateLimitItemPerSecond(auth.sign_in_failures_max, auth.sign_in_window_s)

    @classmethod
    def open(cls, http: HttpSettings, auth: AuthSettings) -> "RateLimits":
        """Return limits that are counted where the setting `rate_limit_url` says."""
        storage = storage_from_string(f"async+{http.rate_limit_url}", wrap_exceptions=True)
        return cls(http, auth, storage)  # type: ignore[arg-type]

    def rule_of(self, method: str, path: str, family: int) -> Rule | None:
        """Return the rule of a request; None where nothing is counted."""
        return self._rules.of(method, path, family) if self._is_on else None

    async def require_room(self, rule: Rule, exchange: Exchange) -> None:
        """Refuse, without counting, where an address has used up what strangers have.

        Raises
        ------
        TooMany
            It has; looking its credential up would cost more than it may.
        """
        for item in rule.items:
            try:
                if await self._windows.test(item, rule.name, exchange.address):
                    continue
                stats = await self._windows.get_window_stats(item, rule.name, exchange.address)
            except StorageError:
                return
            count = Count(item.amount, 0, stats.reset_time, False)
            exchange.headers.update(headers_of(count))
            raise too_many(f"Rate limit exceeded: {rule.wording}", count)

    async def admit(self, rule: Rule, exchange: Exchange) -> None:
        """Count a request and put the X-RateLimit headers on its answer.

        Raises
        ------
        TooMany
            It was one too many.
        """
        counts = await self._counts(rule, _who(rule, exchange))
        if not counts:
            return
        tightest = min(counts, key=lambda count: (count.is_within, count.remaining))
        exchange.headers.update(headers_of(tightest))
        if not tightest.is_within:
            metrics.requests_limited.labels(str(exchange.family)).inc()
            raise too_many(f"Rate limit exceeded: {rule.wording}", tightest)

    async def require_sign_in(self, claim: str) -> None:
        """Refuse to look at another password of an account that had too many wrong ones.

        Raises
        ------
        TooMany
            Wait until the window has passed.
        """
        try:
            if not self._is_on or await self._windows.test(self._failures, _FAILED, claim):
                return
            stats = await self._windows.get_window_stats(self._failures, _FAILED, claim)
        except StorageError as error:
            raise away() from error
        count = Count(self._failures.amount, 0, stats.reset_time, False)
        raise too_many("Too many wrong passwords for this account; wait, then try again", count)

    async def note_wrong_password(self, claim: str) -> None:
        """Remember that a wrong password was given for an account."""
        if self._is_on:
            try:
                await self._windows.hit(self._failures, _FAILED, claim)
            except StorageError as error:
                raise away() from error

    async def _counts(self, rule: Rule, who: str) -> Sequence[Count]:
        try:
            return [await self._count(item, rule.name, who) for item in rule.items]
        except StorageError as error:  # who may ask is not worth refusing everybody
            log.warning("limits.away", exc_info=error)
            return ()

    async def _count(self, item: RateLimitItem, name: str, who: str) -> Count:
        is_within = await self._windows.hit(item, name, who)
        stats = await self._windows.get_window_stats(item, name, who)
        return Count(item.amount, max(0, stats.remaining), stats.reset_time, is_within)


def headers_of(count: Count) -> dict[str, str]:
    """Return the headers that tell a client how it stands; the reset is in seconds since 1970."""
    return {
        "x-ratelimit-limit": str(count.limit),
        "x-ratelimit-remaining": str(count.remaining),
        "x-ratelimit-reset": str(math.ceil(count.resets_at)),
    }


def too_many(message: str, count: Count) -> TooMany:
    """Return the error that says when to come back."""
    return TooMany(message, retry_after_s=max(1, math.ceil(count.resets_at - time.time())))


def away() -> Unavailable:
    """Return the error that says that wrong passwords cannot be counted, so that none may be tried."""
    return Unavailable("Signing in is not possible for a moment; try again", retry_after_s=1)


def _who(rule: Rule, exchange: Exchange) -> str:
    if rule.by == "account":
        return exchange.identity.account if exchange.identity else exchange.batch or exchange.address
    return exchange.address


def _endpoint(bare: str) -> str:
    """Return the fixed part of a path of the design family."""
    words = bare.split("/")
    return "/".join(words[: 2 if words[0] in _TWO_WORD_ENDPOINTS else 1])


def _is_generation(method: str, bare: str) -> bool:
    words = bare.split("/")
    if method != "POST" or words[0] not in _GENERATIONS:
        return False
    if words[0] == "runs":
        return len(words) == 1 or words[-1] == "retry"
    return words[-1] != "cancel"


def _is_reconstruction(method: str, bare: str) -> bool:
    return method == "POST" and bare.rpartition("/")[2] in ("start-reconstruction", "extract-frames")
