"""How often somebody may ask."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from limits.aio.storage import Storage
from limits.storage import storage_from_string

from api.limits import RateLimits, Rules
from api.middleware import address_of
from api.wire.exchange import Exchange, Identity
from domain.errors import TooMany
from runtime.hits import PostgresHits
from runtime.settings import AuthSettings, HttpSettings

FEW = HttpSettings(
    auth_per_minute=2, generation_per_minute=2, other_per_minute=3, design_per_minute=2, image_per_hour=3
)


async def ask(limits: RateLimits, method: str, path: str, exchange: Exchange) -> None:
    rule = limits.rule_of(method, path, exchange.family)
    if rule:
        await limits.admit(rule, exchange)


def an_exchange(family: int = 1, *, address: str = "10.0.0.1", account: str = "") -> Exchange:
    return Exchange("req_1", family, address=address, identity=Identity(account) if account else None)


@pytest.fixture(params=["memory://", "postgres"])
async def storage(request: pytest.FixtureRequest) -> AsyncIterator[Storage]:
    """Each of the two stores of hits."""
    url = request.getfixturevalue("postgres_url") if request.param == "postgres" else request.param
    opened = storage_from_string(f"async+{url}", wrap_exceptions=True)
    assert isinstance(opened, Storage)
    yield opened
    if isinstance(opened, PostgresHits):
        await opened.close()


@pytest.fixture
def limits(storage: Storage) -> RateLimits:
    return RateLimits(FEW, AuthSettings(sign_in_failures_max=2), storage)


async def test_the_request_after_the_last_one_is_refused_and_told_when_to_return(limits: RateLimits) -> None:
    for remaining in ("1", "0"):
        exchange = an_exchange(account="acct_a")
        await ask(limits, "POST", "/api/v1/runs", exchange)
        assert exchange.headers["x-ratelimit-limit"] == "2"
        assert exchange.headers["x-ratelimit-remaining"] == remaining
        assert 0 < int(exchange.headers["x-ratelimit-reset"]) - time.time() <= 61
    with pytest.raises(TooMany, match="2 per minute") as refusal:
        await ask(limits, "POST", "/api/v1/runs", an_exchange(account="acct_a"))
    assert 0 < refusal.value.facts["retry_after_s"] <= 60


async def test_accounts_and_addresses_do_not_use_up_each_others_requests(limits: RateLimits) -> None:
    for account in ("acct_a", "acct_b", ""):
        for _ in range(2):
            await ask(limits, "POST", "/api/v1/runs", an_exchange(account=account))


async def test_reads_are_counted_apart_from_generations(limits: RateLimits) -> None:
    for _ in range(2):
        await ask(limits, "POST", "/api/v1/runs", an_exchange(account="acct_a"))
    await ask(limits, "GET", "/api/v1/runs/run_1", an_exchange(account="acct_a"))


async def test_sign_ins_are_counted_by_address_whoever_asks(limits: RateLimits) -> None:
    await ask(limits, "POST", "/api/v1/auth/login", an_exchange(account="acct_a"))
    await ask(limits, "POST", "/api/v1/auth/token", an_exchange(5))
    with pytest.raises(TooMany):
        await ask(limits, "POST", "/api/v1/auth/login", an_exchange(account="acct_b"))


async def test_the_design_family_counts_each_endpoint_by_address(limits: RateLimits) -> None:
    for path in ("/api/v1/core/run", "/api/v1/generate", "/api/v1/reports/spec_1"):
        for _ in range(2):
            await ask(limits, "POST", path, an_exchange(3, account="acct_a"))
    with pytest.raises(TooMany):
        await ask(limits, "POST", "/api/v1/reports/spec_2", an_exchange(3, account="acct_b"))


async def test_the_image_family_shows_the_tighter_of_its_two_windows(limits: RateLimits) -> None:
    for remaining in ("2", "1", "0"):
        exchange = an_exchange(4, account="acct_a")
        await ask(limits, "GET", "/api/v1/status/job_1", exchange)
        assert exchange.headers["x-ratelimit-remaining"] == remaining
    with pytest.raises(TooMany):
        await ask(limits, "GET", "/api/v1/status/job_1", an_exchange(4, account="acct_a"))


async def test_many_at_once_take_no_more_places_than_there_are(storage: Storage) -> None:
    limits = RateLimits(HttpSettings(other_per_minute=5), AuthSettings(), storage)

    async def was_admitted() -> bool:
        try:
            await ask(limits, "GET", "/api/v1/runs", an_exchange(account="acct_a"))
        except TooMany:
            return False
        return True

    assert sum(await asyncio.gather(*(was_admitted() for _ in range(20)))) == 5


async def test_a_stranger_without_room_is_refused_before_anything_is_looked_up(limits: RateLimits) -> None:
    rule = limits.rule_of("GET", "/api/v1/status/x", 4)
    assert rule is not None
    for _ in range(3):
        await limits.require_room(rule, an_exchange(4))
        await limits.admit(rule, an_exchange(4))
    refused = an_exchange(4)
    with pytest.raises(TooMany):
        await limits.require_room(rule, refused)
    assert (refused.headers["x-ratelimit-limit"], refused.headers["x-ratelimit-remaining"]) == ("3", "0")
    assert int(refused.headers["x-ratelimit-reset"]) > time.time()
    await limits.require_room(rule, an_exchange(4, address="10.0.0.2"))


@pytest.mark.parametrize(
    ("client", "forwarded", "counted"),
    [
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "6.6.6.6", "10.0.0.1"),
        ("192.168.0.9", "6.6.6.6, 5.5.5.5", "5.5.5.5"),
        ("192.168.0.9", "6.6.6.6, 5.5.5.5, 192.168.0.8", "5.5.5.5"),
        ("192.168.0.9", "", "192.168.0.9"),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::"),
        ("::ffff:10.0.0.1", "", "10.0.0.1"),
        ("192.168.0.9", "not an address: at all", "not an address: at all"),
    ],
)
def test_only_trusted_proxies_say_who_asks_and_ipv6_is_counted_by_network(
    client: str, forwarded: str, counted: str
) -> None:
    proxies = frozenset(("192.168.0.9", "192.168.0.8"))
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    assert address_of({"client": (client, 1)}, headers, proxies) == counted


async def test_wrong_passwords_close_the_account_for_a_while_and_no_other(limits: RateLimits) -> None:
    for _ in range(2):
        await limits.require_sign_in("name_a")
        await limits.note_wrong_password("name_a")
    with pytest.raises(TooMany, match="wrong passwords"):
        await limits.require_sign_in("name_a")
    await limits.require_sign_in("name_b")


async def test_nothing_is_counted_when_limits_are_off(storage: Storage) -> None:
    limits = RateLimits(HttpSettings(rate_limits="off", other_per_minute=1), AuthSettings(), storage)
    for _ in range(3):
        exchange = an_exchange()
        await ask(limits, "GET", "/api/v1/runs", exchange)
        assert not exchange.headers


@pytest.mark.parametrize("path", ["/health", "/api/v1/health/ready", "/api/v1/metrics", "/metrics"])
def test_health_and_metrics_are_not_counted(path: str) -> None:
    assert Rules(FEW).of("GET", path, 3) is None


@pytest.mark.parametrize(
    ("method", "path", "family", "name"),
    [
        ("POST", "/api/v1/runs/", 1, "generation"),
        ("POST", "/api/v1/runs/run_1/retry", 1, "generation"),
        ("POST", "/api/v1/runs/run_1/cancel", 1, "other"),
        ("POST", "/api/v1/textures/bake", 1, "generation"),
        ("POST", "/api/v1/geometry/job_1/retry", 1, "generation"),
        ("POST", "/api/v1/geometry/job_1/cancel", 1, "other"),
        ("POST", "/api/v1/assets", 1, "other"),
        ("POST", "/api/v1/prompts", 1, "other"),
        ("GET", "/api/v1/runs", 1, "other"),
        ("POST", "/api/v1/projects/1/start-reconstruction", 5, "reconstruction"),
        ("GET", "/api/v1/projects", 5, "project"),
    ],
)
def test_each_path_falls_under_the_rule_of_its_family(method: str, path: str, family: int, name: str) -> None:
    rule = Rules(FEW).of(method, path, family)
    assert rule is not None
    assert rule.name == name


async def test_a_store_that_is_away_lets_requests_pass() -> None:
    away = storage_from_string("async+postgresql://nobody@127.0.0.1:1/none?connect_timeout=1", wrap_exceptions=True)
    assert isinstance(away, PostgresHits)
    away.connect_timeout_s = 0.2
    await ask(RateLimits(FEW, AuthSettings(), away), "GET", "/api/v1/runs", an_exchange())
