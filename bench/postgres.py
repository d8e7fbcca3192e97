"""Servers for figures: their files in memory where there is such a folder, so that commits cost what we say."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from runtime.embedded.nats import NatsServer
from runtime.embedded.postgres import PostgresServer

MEMORY = Path("/dev/shm")
# What one commit costs, as options of each connection. PostgreSQL itself waits `commit_delay` microseconds before it
# flushes a commit to disk, still holding every lock of the transaction: just what a slow disk does, to all alike.
COMMITS = {"free": "-c synchronous_commit=off", "1 ms": "-c commit_delay=1000 -c commit_siblings=0"}


@contextmanager
def bench_server() -> Iterator[PostgresServer]:
    """A server of our own, gone afterwards."""
    with _folder() as home:
        server = PostgresServer(home)
        server.start()
        try:
            yield server
        finally:
            server.stop()


@contextmanager
def bench_servers() -> Iterator[dict[str, str]]:
    """A database and a bus of our own, gone afterwards; yields the environment of processes that use them."""
    with bench_server() as postgres, _folder() as home:
        nats = NatsServer(home)
        nats.start()
        data = home / "data"
        data.mkdir(mode=0o711)
        try:
            yield {
                "DATABASE_URL": postgres.url, "NATS_URL": nats.url, "MESHWRIGHT_DATA_DIR": str(data),
                "MESHWRIGHT_RATE_LIMITS": "off", "MESHWRIGHT_LOG_LEVEL": "warning",
            }  # fmt: skip
        finally:
            nats.stop()


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="meshwright-bench-", dir=MEMORY if MEMORY.is_dir() else None) as name:
        home = Path(name)
        home.chmod(0o711)
        yield home


@contextmanager
def fresh_database(server: PostgresServer, options: str = "") -> Iterator[str]:
    """A new, empty database whose connections have `options`."""
    with psycopg.connect(server.url_of("postgres"), autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS bench WITH (FORCE)")
        connection.execute("CREATE DATABASE bench")
    yield make_conninfo(server.url_of("bench"), options=options)
