"""What the API stands on while it runs, in one typed place, and what routes may ask for of it by name."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from litestar import Litestar
from litestar.datastructures import State
from litestar.di import Provide
from litestar.types import Scope

from api.auth import Accounts, Authenticator
from api.exchange import Exchange, exchange_of
from api.limits import RateLimits
from api.tokens import Tokens
from commands.do import Do
from domain.access import Caller
from projections.views import Views
from runtime.bus import Bus
from runtime.passwords import Passwords
from runtime.services import Services, services
from runtime.settings import Settings


@dataclass(frozen=True)
class Core:
    """Everything that is opened once per process."""

    settings: Settings
    services: Services
    do: Do
    views: Views
    tokens: Tokens
    known_accounts: Accounts
    authenticator: Authenticator
    passwords: Passwords
    limits: RateLimits


@asynccontextmanager
async def opened_core(app: Litestar) -> AsyncIterator[None]:
    """Open what the API stands on, while the app runs."""
    settings: Settings = app.state.settings
    async with services(settings) as opened, Views(opened.pool, settings.views) as views:
        app.state.core = _build(settings, opened, views)
        yield


def _build(settings: Settings, opened: Services, views: Views) -> Core:
    do = Do(opened.store)
    tokens = Tokens(opened.keys.derive("jwt"), settings.auth)
    known_accounts = Accounts(do)
    return Core(
        settings=settings,
        services=opened,
        do=do,
        views=views,
        tokens=tokens,
        known_accounts=known_accounts,
        authenticator=Authenticator(tokens, known_accounts, views.account),
        passwords=Passwords(settings.auth),
        limits=RateLimits.open(settings.http, settings.auth),
    )


def core_of(app: Litestar) -> Core:
    """Return the core of a running app."""
    found: Core = app.state.core
    return found


def dependencies() -> dict[str, Provide]:
    """Return what routes may name in their signatures."""
    return {
        "caller": Provide(_caller, sync_to_thread=False),
        "exchange": Provide(_exchange, sync_to_thread=False),
        "bus": Provide(_bus),
        "core": _from(lambda core: core),
        "settings": _from(lambda core: core.settings),
        "services": _from(lambda core: core.services),
        "keys": _from(lambda core: core.services.keys),
        "blobs": _from(lambda core: core.services.blobs),
        "do": _from(lambda core: core.do),
        "tokens": _from(lambda core: core.tokens),
        "views": _from(lambda core: core.views),
        "accounts": _from(lambda core: core.views.account),
        "prompts": _from(lambda core: core.views.prompt),
        "jobs": _from(lambda core: core.views.job),
        "assets": _from(lambda core: core.views.asset),
        "designs": _from(lambda core: core.views.design),
    }


def _from(pick: Callable[[Core], Any]) -> Provide:
    def provide(state: State) -> Any:
        return pick(state.core)

    return Provide(provide, sync_to_thread=False)


def _caller(scope: Scope) -> Caller:
    return exchange_of(scope).caller


def _exchange(scope: Scope) -> Exchange:
    return exchange_of(scope)


async def _bus(state: State) -> Bus:
    core: Core = state.core
    return await core.services.bus()
