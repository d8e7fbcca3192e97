"""The embedded servers, as every test and every user meets them."""

import asyncio
import contextlib
import os
import socket
import stat
from pathlib import Path

import nats
import psutil
import psycopg
import pytest

from runtime.cli.common import with_servers
from runtime.embedded import AlreadyRunning, CannotStart, embedded
from runtime.embedded.nats import MAX_PAYLOAD_BYTES, NatsServer
from runtime.embedded.postgres import PostgresServer
from runtime.embedded.process import CLEAN_ENVIRONMENT
from runtime.settings import Settings, load_settings


@pytest.fixture
def settings(made_data_dir: Path) -> Settings:
    return load_settings({}, data_dir=made_data_dir)


@pytest.mark.parametrize("round_", [1, 2])
def test_each_test_gets_an_empty_database_of_its_own(postgres_url: str, round_: int) -> None:
    with psycopg.connect(postgres_url) as connection:
        connection.execute("CREATE TABLE here (x int)")  # would fail the second time in a shared one


async def test_the_session_has_one_bus_and_each_test_its_own_names(nats_url: str, bus_prefix: str) -> None:
    client = await nats.connect(nats_url)
    await client.jetstream().add_stream(name=f"{bus_prefix}-S", subjects=[f"{bus_prefix}.>"])
    acknowledged = await client.jetstream().publish(f"{bus_prefix}.one", b"x")
    assert acknowledged.seq == 1
    await client.close()


def name_of(process: psutil.Process) -> str:
    try:
        return process.name()
    except psutil.NoSuchProcess:  # PostgreSQL has processes that come and go
        return ""


async def test_embedded_starts_both_servers_and_leaves_no_process_behind(settings: Settings) -> None:
    before = set(psutil.Process().children(recursive=True))
    async with embedded(settings) as servers:
        async with await psycopg.AsyncConnection.connect(servers.database_url) as connection:
            assert await (await connection.execute("SELECT current_database()")).fetchone() == ("meshwright",)
        client = await nats.connect(servers.nats_url)
        assert (await client.jetstream().account_info()).streams == 0
        await client.close()
        started = set(psutil.Process().children(recursive=True)) - before
        assert {"postgres", "nats-server"} <= {name_of(process) for process in started}
        assert not servers.is_joined
    assert not [process for process in started if process.is_running()]


async def test_a_second_start_joins_the_first(settings: Settings) -> None:
    async with embedded(settings, serving="tests") as first, embedded(settings) as second:
        assert second.is_joined
        assert (second.database_url, second.nats_url) == (first.database_url, first.nats_url)


async def test_who_joined_is_told_when_the_owner_ends(settings: Settings) -> None:
    owned, joined = contextlib.AsyncExitStack(), contextlib.AsyncExitStack()
    async with owned, joined:
        await owned.enter_async_context(embedded(settings))
        second = await joined.enter_async_context(embedded(settings))
        assert not second.lost.done()
        await owned.aclose()
        error = await asyncio.wait_for(second.lost, 20)
        assert f"process {os.getpid()}) ended; start again" in error.message


async def test_a_command_on_servers_that_go_ends_with_the_reason(settings: Settings) -> None:
    owned = contextlib.AsyncExitStack()
    async with owned:
        await owned.enter_async_context(embedded(settings))
        with pytest.raises(CannotStart, match="ended; start again"):
            await _wait_for_ever(settings, owned)


async def _wait_for_ever(settings: Settings, owned: contextlib.AsyncExitStack) -> None:
    """Do what a command does whose servers never answer again."""
    async with asyncio.timeout(20), with_servers(settings):
        await owned.aclose()
        await asyncio.Event().wait()


async def test_a_second_start_that_may_not_join_says_who_is_there(settings: Settings) -> None:
    async with embedded(settings, serving="http://127.0.0.1:8123"):
        with pytest.raises(AlreadyRunning, match=rf"process {os.getpid()}, http://127.0.0.1:8123\); stop it first"):
            async with embedded(settings, join=False):
                pass


async def test_the_servers_can_be_started_again_after_they_stopped(settings: Settings) -> None:
    async with embedded(settings) as servers, await psycopg.AsyncConnection.connect(servers.database_url) as connection:
        await connection.execute("CREATE TABLE kept AS SELECT 7 AS x")
    async with embedded(settings) as servers, await psycopg.AsyncConnection.connect(servers.database_url) as connection:
        assert await (await connection.execute("SELECT x FROM kept")).fetchone() == (7,)


async def test_given_addresses_replace_our_servers(tmp_path: Path) -> None:
    given = {"DATABASE_URL": "postgresql://there/db", "NATS_URL": "nats://there:4222"}
    async with embedded(load_settings(given, data_dir=tmp_path / "never-made")) as servers:
        assert (servers.database_url, servers.nats_url) == tuple(given.values())
    assert not (tmp_path / "never-made").exists()


async def test_one_given_address_replaces_one_server(data_dir: Path, postgres_url: str) -> None:
    async with embedded(load_settings({"DATABASE_URL": postgres_url}, data_dir=data_dir)) as servers:
        assert servers.database_url == postgres_url
        assert not (data_dir / "postgres").exists()
        await (await nats.connect(servers.nats_url)).close()


async def test_chosen_ports_are_used(made_data_dir: Path) -> None:
    chosen = {
        "MESHWRIGHT_EMBEDDED_POSTGRES_PORT": str(_free_port()),
        "MESHWRIGHT_EMBEDDED_NATS_PORT": str(_free_port()),
    }
    async with embedded(load_settings(chosen, data_dir=made_data_dir)) as servers:
        for port in map(int, chosen.values()):
            socket.create_connection(("127.0.0.1", port)).close()
        assert servers.nats_url.endswith(chosen["MESHWRIGHT_EMBEDDED_NATS_PORT"])


def test_the_servers_see_no_variable_of_the_caller(nats_server: NatsServer, postgres_server: PostgresServer) -> None:
    for server in (nats_server, postgres_server):
        assert server.process is not None
        assert psutil.Process(server.process.pid).environ() == CLEAN_ENVIRONMENT


async def test_a_very_long_data_folder_works(data_dir: Path) -> None:
    deep = data_dir / ("x" * 100)  # the path of its socket would be longer than the kernel takes
    async with embedded(load_settings({}, data_dir=deep)) as servers:
        await (await psycopg.AsyncConnection.connect(servers.database_url)).close()
        socket_folder = Path(psycopg.conninfo.conninfo_to_dict(servers.database_url)["host"])
        assert stat.S_IMODE(socket_folder.stat().st_mode) == 0o700  # noqa: ASYNC240
    assert not socket_folder.exists()  # noqa: ASYNC240


async def test_no_secret_is_readable_by_others(data_dir: Path) -> None:
    async with embedded(load_settings({}, data_dir=data_dir)):
        secrets = [
            data_dir / "run.json",
            data_dir / "nats" / "server.conf",
            data_dir / "postgres" / "meshwright.password",
        ]
        assert {stat.S_IMODE(path.stat().st_mode) for path in secrets} == {0o600}
        closed = [data_dir / name for name in ("socket", "nats", "postgres", "logs")]
        assert {stat.S_IMODE(path.stat().st_mode) for path in closed} == {0o700}


def test_tcp_is_for_those_who_know_the_password(postgres_server: PostgresServer) -> None:
    psycopg.connect(postgres_server.tcp_url).close()
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(postgres_server.tcp_url, password="guess").close()


def test_the_bus_is_for_those_who_know_the_password(nats_server: NatsServer) -> None:
    with socket.create_connection(("127.0.0.1", nats_server.port), timeout=5) as stranger:
        stranger.sendall(b"CONNECT {}\r\nPING\r\n")
        said = b"".join(iter(lambda: stranger.recv(4096), b""))
    assert b"-ERR 'Authorization Violation'" in said


def test_what_lies_in_streams_is_sealed_and_opens_after_a_restart(nats_server: NatsServer) -> None:
    words = b"the words of somebody who may want to be forgotten"

    async def publish() -> None:
        bus = await nats.connect(nats_server.url)
        await bus.jetstream().add_stream(name="SEALED", subjects=["sealed"])
        await bus.jetstream().publish("sealed", words)
        await bus.close()

    async def read() -> bytes | None:
        bus = await nats.connect(nats_server.url)
        message = await bus.jetstream().get_msg("SEALED", 1)
        await bus.close()
        return message.data

    asyncio.run(publish())
    nats_server.stop()
    files = [path.read_bytes() for path in (nats_server.home / "nats" / "store").rglob("*") if path.is_file()]
    assert sum(map(len, files)) > len(words)
    assert not any(words[:16] in each for each in files)
    nats_server.start()
    assert asyncio.run(read()) == words


def test_both_listen_on_loopback_only(postgres_server: PostgresServer, nats_server: NatsServer) -> None:
    for server in (postgres_server, nats_server):
        assert server.process is not None
        listening = [c.laddr for c in psutil.Process(server.process.pid).net_connections() if c.status == "LISTEN"]
        assert [(address.ip, address.port) for address in listening] == [("127.0.0.1", server.port)]


async def test_the_bus_takes_messages_of_eight_megabytes(nats_url: str, bus_prefix: str) -> None:
    client = await nats.connect(nats_url)
    inbox = await client.subscribe(bus_prefix)
    await client.publish(bus_prefix, b"x" * MAX_PAYLOAD_BYTES)
    assert len((await inbox.next_msg(timeout=10)).data) == MAX_PAYLOAD_BYTES
    await client.close()


def test_what_people_typed_does_not_get_into_the_log_of_postgres(postgres_server: PostgresServer) -> None:
    with psycopg.connect(postgres_server.url, autocommit=True) as connection:
        connection.execute("CREATE TABLE people (mail text PRIMARY KEY)")
        connection.execute("INSERT INTO people VALUES ('secret@example.org')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("INSERT INTO people VALUES ('secret@example.org')")
    assert "people_pkey" in postgres_server.log_path.read_text()
    assert "secret@" not in postgres_server.log_path.read_text()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
