"""What the API stands on while it runs, in one typed place, and what routes may ask for of it by name."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from litestar import Litestar
from litestar.types import Scope

from api.accounts.auth import Accounts, Authenticator
from api.accounts.noting import Notes
from api.accounts.tokens import Tokens
from api.batches.fal_probe import FalProbe
from api.limits import RateLimits
from api.wire.exchange import exchange_of
from commands.do import Do
from projections.views import Views
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
    notes: Notes
    fal: FalProbe


@asynccontextmanager
async def opened_core(app: Litestar) -> AsyncIterator[None]:
    """Open what the API stands on, while the app runs."""
    settings: Settings = app.state.settings
    async with services(settings) as opened, Views(opened.pool, settings.views) as views:
        core = app.state.core = _build(settings, opened, views)
        core.notes.open()
        try:
            yield
        finally:
            await core.notes.close()
            await core.fal.close()


def _build(settings: Settings, opened: Services, views: Views) -> Core:
    do = Do(opened.store, states_kept_max=settings.store.states_kept_max)
    tokens = Tokens(opened.keys.derive("jwt"), settings.auth)
    known_accounts = Accounts(do)
    opened.store.when_erased(known_accounts.forget_all)
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
        notes=Notes(opened.store, settings.audit),
        fal=FalProbe(settings.fal),
    )


def core_of(app: Litestar) -> Core:
    """Return the core of a running app."""
    found: Core = app.state.core
    return found


def core_in(scope: Scope) -> Core:
    """Return the core of the app that answers."""
    return core_of(scope["litestar_app"])


Pick = Callable[[Scope], Any]

PICKS: dict[str, Pick] = {
    "caller": lambda scope: exchange_of(scope).caller,
    "exchange": exchange_of,
    "core": core_in,
    "settings": lambda scope: core_in(scope).settings,
    "services": lambda scope: core_in(scope).services,
    "blobs": lambda scope: core_in(scope).services.blobs,
    "do": lambda scope: core_in(scope).do,
    "views": lambda scope: core_in(scope).views,
    "accounts": lambda scope: core_in(scope).views.account,
    "prompts": lambda scope: core_in(scope).views.prompt,
    "jobs": lambda scope: core_in(scope).views.job,
    "assets": lambda scope: core_in(scope).views.asset,
    "designs": lambda scope: core_in(scope).views.design,
}
"""What routes may name in their signatures, and where it is found."""
