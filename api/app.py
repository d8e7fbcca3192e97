"""The API: one list of routes by family, what routes may ask for, and what every request passes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from litestar import Litestar, Router
from litestar.datastructures import State
from litestar.di import Provide
from litestar.types import ControllerRouterHandler, Scope

from api.auth import Accounts, Authenticator, require_caller
from api.dialects import PREFIX
from api.errors import answer_error
from api.exchange import Exchange, exchange_of
from api.middleware import Frame
from api.tokens import Tokens
from commands.do import Do
from domain.access import Caller
from projections.account import AccountView
from projections.asset import AssetView
from projections.job import JobView
from projections.prompt import PromptView
from runtime.blobs import Blobs
from runtime.bus import Bus
from runtime.keyring import MasterKey
from runtime.services import Services, services
from runtime.settings import Settings

VERSIONED: dict[str, list[ControllerRouterHandler]] = {
    "accounts": [],
    "text-to-3d": [],
    "design": [],
    "image-to-model": [],
    "reconstruction": [],
    "health": [],
}
"""Routes under `/api/v1`, by family."""

UNVERSIONED: list[ControllerRouterHandler] = []
"""Routes that answer without the prefix as well, because a spec or an answer of ours names them so."""

VIEWS = {"accounts": AccountView, "prompts": PromptView, "jobs": JobView, "assets": AssetView}


def create_app(settings: Settings) -> Litestar:
    """Return the API, which opens what it stands on when it is started."""
    versioned = Router(PREFIX, route_handlers=[route for routes in VERSIONED.values() for route in routes])
    app = Litestar(
        route_handlers=[versioned, Router("/", route_handlers=UNVERSIONED, include_in_schema=False)],
        dependencies=_dependencies(),
        exception_handlers={Exception: answer_error},
        guards=[require_caller],
        lifespan=[_opened],
        logging_config=None,
        openapi_config=None,
        request_max_body_size=settings.http.body_bytes_max,
        state=State({"settings": settings}),
    )
    app.asgi_handler = Frame(app, settings.http)
    return app


@asynccontextmanager
async def _opened(app: Litestar) -> AsyncIterator[None]:
    settings: Settings = app.state.settings
    async with services(settings) as opened:
        do = Do(opened.store)
        app.state.services = opened
        app.state.do = do
        app.state.tokens = Tokens(opened.keys.derive("jwt"), settings.auth)
        app.state.accounts = Accounts(do)
        app.state.views = {name: view(opened.pool) for name, view in VIEWS.items()}
        app.state.authenticator = Authenticator(app.state.tokens, app.state.accounts, app.state.views["accounts"])
        yield


def _dependencies() -> dict[str, Provide]:
    """Return what a route may ask for by name: the caller, the loop that carries out commands, views, services."""
    plain = (caller, exchange, do, settings_, opened_, keys, tokens, authenticator)
    found = {given.__name__.rstrip("_"): Provide(given, sync_to_thread=False) for given in plain}
    found["services"] = found.pop("opened")
    for name in VIEWS:
        found[name] = Provide(_view(name), sync_to_thread=False)
    return {**found, "bus": Provide(bus), "blobs": Provide(blobs, sync_to_thread=False)}


def caller(scope: Scope) -> Caller:
    """Return who asks."""
    return exchange_of(scope).caller


def exchange(scope: Scope) -> Exchange:
    """Return what is known of the request."""
    return exchange_of(scope)


def do(state: State) -> Do:
    """Return the loop that carries commands out."""
    return state.do


def settings_(state: State) -> Settings:
    """Return the settings."""
    return state.settings


def opened_(state: State) -> Services:
    """Return what the server stands on."""
    return state.services


def keys(state: State) -> MasterKey:
    """Return the master key."""
    return state.services.keys


def tokens(state: State) -> Tokens:
    """Return the signer of tokens."""
    return state.tokens


def authenticator(state: State) -> Authenticator:
    """Return what finds out who asks."""
    return state.authenticator


async def bus(state: State) -> Bus:
    """Return the bus."""
    return await state.services.bus()


def blobs(state: State) -> Blobs:
    """Return the blob store."""
    return state.services.blobs


def _view(name: str) -> Any:
    def provide(state: State) -> Any:
        return state.views[name]

    return provide
