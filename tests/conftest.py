"""Fixtures that give tests real servers.

`postgres_url`     a fresh, empty database of the session's server (about 20 ms), dropped after the test
`nats_url`         the session's NATS server; it is shared, so name streams and subjects after `bus_prefix`
`bus_prefix`       a short text that no other test has
`postgres_server`  a PostgreSQL of the test's own, with `.url`, `.kill()`, `.stop()`, `.start()`
`nats_server`      a NATS of the test's own, likewise
`data_dir`         an empty data folder that the servers' unprivileged user can reach
`made_data_dir`    the same with an empty database in it: half a second saved for who starts servers there

Laws are tried on the same examples each time; `HYPOTHESIS_PROFILE=anew` looks for others.
The servers start when a test first asks, and end with the session, also when pytest is killed.
The files that take longest come first, so that no worker is left alone with one of them at the end.
"""

import fcntl
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import psycopg
import pytest

from runtime.embedded.nats import NatsServer
from runtime.embedded.postgres import PostgresServer
from tests.leftovers import forget_streams, free_shared_memory, remove_segments
from tests.quiet import quieten

PREFIX = "meshwright-test-"
# In files of its folder, which goes with the test, instead of the machine's memory, where a killed server leaves it.
SHARED_MEMORY = "\ndynamic_shared_memory_type = mmap\n"
MEMORY_BYTES_MIN = 4 * 2**30
LONGEST = (
    "e2e/test_reconstructing.py", "test_reconstruct.py", "test_makers.py", "e2e/test_openapi.py",
    "e2e/test_erasure.py", "e2e/test_reports.py", "e2e/test_runs.py", "test_cli.py", "test_vehicles.py",
    "faults/test_erasure_faults.py", "faults/test_worker_faults.py", "faults/test_projection_faults.py",
    "faults/test_relay_faults.py", "e2e/test_pipelines.py", "e2e/test_iterate_meanwhile.py", "test_depths.py",
    "test_optimize_job.py", "e2e/test_textures.py", "e2e/test_health.py", "e2e/test_design_openapi.py",
    "test_text_to_model.py", "test_surface.py", "test_image_to_model.py", "laws", "e2e", "faults",
)  # fmt: skip
numbers = itertools.count(1)


def pytest_configure() -> None:
    """Try laws on the same examples each time; have logs wait in the report of the test that they belong to."""
    _keep_bytecode()
    hypothesis.settings.register_profile("same", derandomize=True, deadline=None)
    hypothesis.settings.register_profile("anew", deadline=None)
    hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
    quieten()


def _keep_bytecode() -> None:
    """Compile sources once, whatever the environment says: a session starts hundreds of processes from them."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest; within a file, and among the others, the order stays."""
    places = {path: place for place, path in enumerate(LONGEST)}

    def place_of(item: pytest.Item) -> int:
        path = item.path.relative_to(Path(__file__).parent)
        return min(places.get(name.as_posix(), len(LONGEST)) for name in (path, *path.parents))

    items.sort(key=place_of)


@pytest.fixture(scope="session")
def session_dir() -> Iterator[Path]:
    """A folder for the whole session, outside pytest's own, which only root could enter."""
    began = time.time()
    places = _fast_places()
    _remove_abandoned(places)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=places[0]))
    folder.chmod(0o711)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.MonkeyPatch.context() as patch:
            _keep_temporary_files_in(folder / "tmp", patch)
            yield folder
    shutil.rmtree(folder, ignore_errors=True)
    remove_segments(began)


def _keep_temporary_files_in(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Let nothing outlive the session, also of processes that tests kill."""
    folder.mkdir(mode=0o1777)
    folder.chmod(0o1777)
    patch.setenv("TMPDIR", str(folder))
    patch.setattr(tempfile, "tempdir", str(folder))


def _fast_places() -> list[Path]:
    """Return where test data may lie, the best first: memory, where it has room and runs programs, is far faster."""
    memory, disk = Path("/dev/shm"), Path(tempfile.gettempdir())
    if memory.is_dir() and os.access(memory, os.W_OK):
        place = os.statvfs(memory)
        if place.f_bavail * place.f_frsize >= MEMORY_BYTES_MIN and not place.f_flag & os.ST_NOEXEC:
            return [memory, disk]
    return [disk]


def _remove_abandoned(places: list[Path]) -> None:
    """Remove the folders of sessions that were killed: nobody holds their lock."""
    for lock_path in (path for place in places for path in place.glob(f"{PREFIX}*/lock")):
        if lock_path.stat().st_uid != os.geteuid():
            continue
        with lock_path.open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            shutil.rmtree(lock_path.parent, ignore_errors=True)


@pytest.fixture
def data_dir(session_dir: Path) -> Iterator[Path]:
    """An empty data folder that the servers' unprivileged user can reach."""
    folder = session_dir / f"data{next(numbers)}"
    folder.mkdir(mode=0o711)
    yield folder
    free_shared_memory(folder)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def empty_cluster(session_dir: Path) -> Path:
    """A database that was made and never started."""
    home = session_dir / "empty-cluster"
    home.mkdir(mode=0o711)
    server = PostgresServer(home, durable=False, programs=session_dir / "programs")
    server.prepare()
    with (server.cluster / "postgresql.conf").open("a") as configuration:
        configuration.write(SHARED_MEMORY)
    return server.cluster


@pytest.fixture
def made_data_dir(data_dir: Path, empty_cluster: Path) -> Path:
    """A data folder whose database was made already."""
    subprocess.run(["cp", "--archive", empty_cluster, data_dir / "postgres"], check=True)
    return data_dir


@pytest.fixture(scope="session")
def session_postgres(session_dir: Path) -> Iterator[PostgresServer]:
    """The PostgreSQL of the session; it forgets on power loss, and is fast."""
    home = session_dir / "session-postgres"
    home.mkdir(mode=0o711)
    server = PostgresServer(home, durable=False, programs=session_dir / "programs")
    server.start()
    yield server
    server.stop(timeout_s=2.0)


@pytest.fixture(scope="session")
def session_nats(session_dir: Path) -> Iterator[NatsServer]:
    """The NATS of the session."""
    home = session_dir / "session-nats"
    home.mkdir(mode=0o711)
    server = NatsServer(home, programs=session_dir / "programs")
    server.start()
    yield server
    server.stop(timeout_s=2.0)


@pytest.fixture
def postgres_url(session_postgres: PostgresServer) -> Iterator[str]:
    """A fresh, empty database, dropped after the test, whoever is still connected."""
    name = f"test_{next(numbers)}"
    with psycopg.connect(session_postgres.url_of("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} STRATEGY wal_log")
        yield session_postgres.url_of(name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def nats_url(session_nats: NatsServer) -> str:
    """The address of the session's NATS server."""
    return session_nats.url


@pytest.fixture
def bus_prefix(session_nats: NatsServer) -> Iterator[str]:
    """A short text that no other test has, for the names of streams and subjects on the shared server."""
    prefix = f"t{next(numbers)}"
    yield prefix
    forget_streams(session_nats.url, prefix)


@pytest.fixture
def postgres_server(session_dir: Path, made_data_dir: Path) -> Iterator[PostgresServer]:
    """A PostgreSQL of the test's own, started, durable: kill it, start it again, its address stays."""
    server = PostgresServer(made_data_dir, programs=session_dir / "programs")
    server.start()
    yield server
    server.kill()


@pytest.fixture
def nats_server(session_dir: Path, data_dir: Path) -> Iterator[NatsServer]:
    """A NATS of the test's own, started: kill it, start it again, its address and streams stay."""
    server = NatsServer(data_dir, programs=session_dir / "programs")
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="session")
def gltf_issues() -> Callable[[bytes], dict[str, Any]]:
    """Return a function that gives the Khronos validator's counts and messages on a GLB."""
    from tests.gltf import issues_of

    return issues_of
