"""A real PostgreSQL of our own: made, started, stopped, and refused in a clear sentence."""

import contextlib
import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote, urlencode

import msgspec
import psutil
import psycopg
from psycopg import sql

from runtime.embedded.binaries import postgres_bin
from runtime.embedded.errors import CannotStart, DataDirUnusable
from runtime.embedded.folders import own_folder, server_user, write_secret
from runtime.embedded.process import CLEAN_ENVIRONMENT, LOOPBACK, Program, choose_port, explain, spawn, stop, tail, wait_until

NAME = "meshwright"  # of the role and of the database
SOCKET_PATH_BYTES_MAX = 90  # the kernel's limit is 107, with the name of the socket file
ORPHAN_S = 5.0


class PostgresServer:
    """One PostgreSQL cluster in `home/postgres`, on loopback and a private socket."""

    def __init__(
        self, home: Path, *, port: int = 0, durable: bool = True, binaries_home: Path | None = None, start_timeout_s: float = 30.0
    ) -> None:
        self.home = home
        self.cluster = home / "postgres"
        self.port = 0
        self.log_path = home / "logs" / "postgres.log"
        self.process: subprocess.Popen[bytes] | None = None
        self._wanted_port = port
        self._durable = durable
        self._binaries_home = binaries_home or home / "programs"
        self._start_timeout_s = start_timeout_s
        self._user = server_user()

    @property
    def url(self) -> str:
        """The address of the database, by the private socket."""
        return self.url_of(NAME)

    def url_of(self, database: str) -> str:
        """Return the address of another database of this server."""
        where = urlencode({"host": str(self._socket_folder), "port": self.port})
        return f"postgresql://{NAME}:{quote(self._password)}@/{database}?{where}"

    @property
    def tcp_url(self) -> str:
        """The address of the database by TCP, for programs that cannot use the socket."""
        return f"postgresql://{NAME}:{quote(self._password)}@{LOOPBACK}:{self.port}/{NAME}"

    def start(self) -> None:
        """Make the cluster if there is none, start the server, and wait until it answers."""
        self.prepare()
        self.launch()
        self.wait_ready()

    def prepare(self) -> None:
        """Make the cluster if there is none; end what a dead supervisor left; choose the port. Slow, any thread."""
        self._bin = postgres_bin(self._binaries_home, self._user)
        self._remove_leftovers()
        if not self.cluster.exists():
            self._make_cluster()
        self._require_our_cluster()
        self._end_orphan()
        self._socket_folder = self._make_socket_folder()
        self._password = (self.cluster / "meshwright.password").read_text()
        self.port = choose_port(self._wanted_port, remembered=self.port, setting="MESHWRIGHT_POSTGRES_PORT")

    def launch(self) -> None:
        """Start the server process. Fast; from the main thread."""
        # SIGINT is PostgreSQL's fast stop: sessions are ended, and nothing is left to recover.
        argv = [str(self._bin / "postgres"), "-D", str(self.cluster), *self._options()]
        self.process = spawn(Program("PostgreSQL", argv, self.log_path, self._user, CLEAN_ENVIRONMENT, signal.SIGINT))

    def wait_ready(self) -> None:
        """Wait until the server answers; raise `CannotStart` with its reason if it does not. Slow, any thread."""
        process = self._running()
        if not wait_until(self._is_ready, process, timeout_s=self._start_timeout_s):
            self.kill()
            raise explain("PostgreSQL", self.log_path)
        self._make_database()

    def stop(self, *, timeout_s: float = 10.0) -> None:
        """Stop the server in order, by SIGKILL after `timeout_s`."""
        if self.process is not None:
            stop(self.process, with_signal=signal.SIGINT, timeout_s=timeout_s)

    def kill(self) -> None:
        """End the server as a crash would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def _running(self) -> subprocess.Popen[bytes]:
        if self.process is None:
            raise RuntimeError("launch the server first")
        return self.process

    def _options(self) -> list[str]:
        options = {
            "listen_addresses": LOOPBACK,
            "port": self.port,
            "unix_socket_directories": self._socket_folder,
            "unix_socket_permissions": "0700",
            "max_connections": 200,
            # What people typed stays out of the log file: no statements, no DETAIL lines with values.
            "log_min_error_statement": "panic",
            "log_error_verbosity": "terse",
        }
        if not self._durable:
            options |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_wal_size": "2GB"}
        return [part for name, value in options.items() for part in ("-c", f"{name}={value}")]

    def _make_cluster(self) -> None:
        folder = own_folder(Path(tempfile.mkdtemp(prefix="initdb-", dir=self.home)), self._user)
        password = secrets.token_urlsafe(24)
        write_secret(folder / "password", password, self._user)
        fresh = folder / "cluster"
        self._initdb(fresh, folder / "password")
        write_secret(fresh / "meshwright.password", password, self._user)
        fresh.rename(self.cluster)  # whole or not at all, whenever we are killed
        shutil.rmtree(folder)

    def _initdb(self, cluster: Path, password_file: Path) -> None:
        options = [f"--username={NAME}", "--auth=scram-sha-256", f"--pwfile={password_file}", "--encoding=UTF8"]
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        sync = [] if self._durable else ["--no-sync"]
        argv = [str(self._bin / "initdb"), f"--pgdata={cluster}", *options, *locale, *sync]
        made = spawn(Program("initdb", argv, self.log_path, self._user))
        if made.wait() != 0:
            raise explain("PostgreSQL's initdb", self.log_path)

    def _remove_leftovers(self) -> None:
        for folder in self.home.glob("initdb-*"):
            shutil.rmtree(folder, ignore_errors=True)

    def _require_our_cluster(self) -> None:
        version_file, ours = self.cluster / "PG_VERSION", self.cluster / "meshwright.password"
        if not version_file.exists() or not ours.exists():
            raise DataDirUnusable(f"{self.cluster} is not a database that Meshwright made, or it is damaged; choose another folder with --data-dir.")
        there, here = version_file.read_text().strip(), self._version()
        if there != here:
            raise DataDirUnusable(
                f"{self.cluster} was made by PostgreSQL {there} and this is PostgreSQL {here}; "
                f"install the version of Meshwright that made it, or move the data with pg_dump and pg_restore."
            )

    def _version(self) -> str:
        said = subprocess.run([self._bin / "postgres", "--version"], capture_output=True, text=True, check=True, cwd="/")
        return said.stdout.split()[-1].partition(".")[0]

    def _end_orphan(self) -> None:
        """End a postmaster that still runs on our cluster: whoever holds the lock of the data folder is its only owner."""
        postmaster = self._postmaster()
        if postmaster is None:
            return
        postmaster.send_signal(signal.SIGINT)
        try:
            postmaster.wait(ORPHAN_S)
        except psutil.TimeoutExpired:
            postmaster.kill()

    def _postmaster(self) -> psutil.Process | None:
        try:
            process = psutil.Process(int((self.cluster / "postmaster.pid").read_text().split()[0]))
            return process if process.name() == "postgres" and str(self.cluster) in process.cmdline() else None
        except (OSError, ValueError, IndexError, psutil.NoSuchProcess):
            return None

    def _make_socket_folder(self) -> Path:
        folder = self.home / "socket"
        if len(os.fsencode(folder)) > SOCKET_PATH_BYTES_MAX:
            folder = Path(tempfile.mkdtemp(prefix="meshwright-"))
        return own_folder(folder, self._user)

    def _is_ready(self) -> bool:
        # The last line of this file is the postmaster's own word about its state; pg_ctl reads it too.
        try:
            lines = (self.cluster / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        return len(lines) >= 8 and lines[0] == str(self._running().pid) and lines[7].strip() == "ready"

    def _make_database(self) -> None:
        with psycopg.connect(self.url_of("postgres"), autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))
