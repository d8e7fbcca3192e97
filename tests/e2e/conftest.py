"""A real server over real HTTP.

`server`   the API and the projections over a database of the module's own, rate limits off, with an admin
`client`   an httpx client for it that knows nobody
`ada`      an account that has signed in, with a client that sends its token (`ada.client`, `ada.id`, `ada.number`)
`design_server`, `designer`  the same with a planning desk, and somebody who sends an API key too
`worked_server`  with a worker besides; `designing(server, name)` opens an account on it
`serving`  for servers with other settings: `with serving(settings, ROLES) as server`
"""

import asyncio
import contextlib
import dataclasses
import itertools
import socket
import tempfile
import threading
from collections.abc import Callable, Coroutine, Iterator, Sequence
from pathlib import Path
from typing import Any

import httpx
import msgspec
import psycopg
import pytest

import handlers.worker
import projections.runner
import runtime.relay
from api import server as api_server
from commands.first_start import ensure_admin
from handlers.desk_keeper import keep_planning_desk
from runtime.embedded.nats import NatsServer
from runtime.embedded.postgres import PostgresServer
from runtime.services import services
from runtime.settings import AuthSettings, BusSettings, HttpSettings, Settings
from tests.leftovers import forget_streams

Role = Callable[[Settings, asyncio.Event], Coroutine[Any, Any, None]]
Configure = Callable[..., Settings]

ADMIN_PASSWORD = "the admin's password"
API_KEY = "a-key-that-an-operator-chose"
PASSWORD = "correct horse battery"
START_S_MAX = 30.0
PICTURE_PX = 192  # of previews and in reports: as much is checked on small ones
numbers = itertools.count(1)


@dataclasses.dataclass
class Server:
    """A running server."""

    url: str
    settings: Settings

    def client(self, **headers: str) -> httpx.Client:
        """Return a client that sends these headers; `_` in their names stands for `-`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return httpx.Client(base_url=self.url, headers=named, timeout=100.0, trust_env=False)


@dataclasses.dataclass
class Person:
    """An account, and a client that sends its token."""

    username: str
    email: str
    number: int
    tokens: dict[str, Any]
    client: httpx.Client


@contextlib.contextmanager
def serving(settings: Settings, roles: Sequence[Role] = (projections.runner.run,)) -> Iterator[Server]:
    """Run the API and other roles in a thread until the block ends."""
    stops: list[Callable[[], object]] = []
    started, failures = threading.Event(), list[BaseException]()

    async def run_all() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        stops.append(lambda: loop.call_soon_threadsafe(stop.set))
        async with services(settings) as opened:
            await ensure_admin(opened, {"MESHWRIGHT_ADMIN_PASSWORD": ADMIN_PASSWORD, "MESHWRIGHT_API_KEY": API_KEY})
        started.set()
        await asyncio.gather(*(_reporting(role(settings, stop), stop, failures) for role in (api_server.run, *roles)))

    def run_thread() -> None:
        try:
            asyncio.run(run_all())
        except BaseException as error:
            failures.append(error)
            started.set()

    thread = threading.Thread(target=run_thread, name="server", daemon=True)
    thread.start()
    started.wait(START_S_MAX)
    try:
        if not failures:
            _wait_until_it_answers(settings.http.port, failures)
        if failures:
            raise failures[0]
        yield Server(f"http://127.0.0.1:{settings.http.port}/api/v1", settings)
    finally:
        for stop in stops:
            stop()
        thread.join(START_S_MAX)
    if failures:
        raise failures[0]


async def _reporting(role: Coroutine[Any, Any, None], stop: asyncio.Event, failures: list[BaseException]) -> None:
    try:
        await role
    except Exception as error:
        failures.append(error)
        stop.set()


def _wait_until_it_answers(port: int, failures: Sequence[BaseException]) -> None:
    pause = threading.Event()
    with httpx.Client(trust_env=False) as client:
        for _ in range(int(START_S_MAX / 0.05)):
            if failures:
                return
            with contextlib.suppress(httpx.HTTPError):
                client.get(f"http://127.0.0.1:{port}/health")
                return
            pause.wait(0.05)
    raise TimeoutError("The server does not answer")


def wait_for_the_admin(server: Server) -> None:
    """Wait until the views know the admin's API key, which the design family asks for."""
    pause, body = threading.Event(), {"username": "admin", "password": ADMIN_PASSWORD}
    with server.client(x_api_key=API_KEY) as client:
        for _ in range(int(START_S_MAX / 0.1)):
            if client.post("/auth/login", json=body).status_code == 200:
                return
            pause.wait(0.1)
    raise TimeoutError("The admin cannot sign in")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def module_database_url(session_postgres: PostgresServer) -> Iterator[str]:
    """A database of the module's own."""
    name = f"e2e_{next(numbers)}"
    with psycopg.connect(session_postgres.url_of("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} STRATEGY wal_log")
        yield session_postgres.url_of(name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def configure(module_database_url: str, session_nats: NatsServer) -> Iterator[Configure]:
    """A maker of settings over the module's database, with other values for `http` and `auth` where asked."""
    with tempfile.TemporaryDirectory(prefix="meshwright-e2e-") as folder:
        prefixes: list[str] = []

        def make(**http: Any) -> Settings:
            prefixes.append(f"e2e{next(numbers)}")
            values: dict[str, Any] = {
                "rate_limits": "off", "port": free_port(), "preview_size": PICTURE_PX,
                "report_picture_size": PICTURE_PX, "planning_wait_s": 50.0, **http,
            }  # fmt: skip
            return Settings(
                data_dir=folder,
                database_url=module_database_url,
                nats_url=session_nats.url,
                blob_url=f"file://{Path(folder) / 'blobs'}",
                bus=BusSettings(prefix=prefixes[-1], events_kept_bytes=2**24),
                http=msgspec.structs.replace(HttpSettings(), **values),
                auth=AuthSettings(hash_memory_kib=8192, hash_passes=1),
            )

        yield make
        forget_streams(session_nats.url, *prefixes)


@pytest.fixture(scope="module")
def server(configure: Configure) -> Iterator[Server]:
    """The module's server."""
    with serving(configure()) as running:
        yield running


@pytest.fixture(scope="module")
def design_server(configure: Configure) -> Iterator[Server]:
    """The module's server with a planning desk, which reads the words of the design family."""
    with serving(configure(), (projections.runner.run, keep_planning_desk)) as running:
        wait_for_the_admin(running)
        yield running


@pytest.fixture
def designer(design_server: Server) -> Iterator[Person]:
    """Somebody whose client sends an API key and a token, as the design family wants it."""
    with designing(design_server, f"dora{next(numbers)}") as person:
        yield person


@pytest.fixture(scope="module")
def worked_server(configure: Configure) -> Iterator[Server]:
    """The module's server with everything that `meshwright up` runs: a relay, and a worker with a planning desk."""
    with serving(configure(), (projections.runner.run, runtime.relay.run, handlers.worker.run)) as running:
        wait_for_the_admin(running)
        yield running


@contextlib.contextmanager
def designing(server: Server, username: str) -> Iterator[Person]:
    """Open an account whose client sends an API key and a token."""
    person = register(server, username)
    person.client.headers["x-api-key"] = API_KEY
    with person.client:
        yield person


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    """A client that knows nobody."""
    with server.client() as opened:
        yield opened


@pytest.fixture
def ada(server: Server) -> Iterator[Person]:
    """Somebody who has signed in, as family 1 does it."""
    person = register(server, f"ada{next(numbers)}")
    yield person
    person.client.close()


@pytest.fixture
def admin(server: Server) -> Iterator[httpx.Client]:
    """A client of the admin."""
    with sign_in(server, "admin@localhost", ADMIN_PASSWORD) as opened:
        yield opened


def register(server: Server, username: str) -> Person:
    """Open an account and sign in."""
    email = f"{username}@example.com"
    with server.client() as anybody:
        body = {"username": username, "email": email, "password": PASSWORD, "full_name": "Ada Lovelace"}
        answer = anybody.post("/auth/register", json=body)
        assert answer.status_code == 201, answer.text
        tokens = anybody.post("/auth/login", json={"email": email, "password": PASSWORD}).json()["data"]
    client = server.client(authorization=f"Bearer {tokens['access_token']}")
    return Person(username, email, answer.json()["id"], tokens, client)


def sign_in(server: Server, email: str, password: str) -> httpx.Client:
    """Return a client that sends the token of an account."""
    with server.client() as anybody:
        answer = anybody.post("/auth/login", json={"email": email, "password": password})
    assert answer.status_code == 200, answer.text
    return server.client(authorization=f"Bearer {answer.json()['data']['access_token']}")
