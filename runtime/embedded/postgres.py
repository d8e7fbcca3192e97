"""A real PostgreSQL of our own."""

import contextlib
import os
import secrets
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urlencode

import psutil
import psycopg

from runtime.embedded.binaries import postgres_programs
from runtime.embedded.errors import DataDirUnusable
from runtime.embedded.folders import can_reach, own_folder, write_secret
from runtime.embedded.process import LOOPBACK, choose_port, spawn
from runtime.embedded.server import Server, end_orphans

ROLE = DATABASE = "meshwright"
SOCKET_FOLDER_BYTES_MAX = 85  # the kernel takes 107, with the name of the socket file
OPTIONS = {
    "listen_addresses": LOOPBACK,
    "unix_socket_permissions": "0700",
    "max_connections": 200,
    # What people typed stays out of the log file: no statements, no DETAIL lines with values.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class PostgresServer(Server):
    """One PostgreSQL cluster in `home/postgres`, on loopback and on a private socket.

    `durable=False` is for tests only: it is fast, and loses data when the machine (not the process) dies.
    """

    name = "PostgreSQL"
    port_setting = "MESHWRIGHT_EMBEDDED_POSTGRES_PORT"
    stop_signal = signal.SIGINT  # its fast stop: sessions are ended, and nothing is left to recover

    def __init__(
        self,
        home: Path,
        *,
        port: int = 0,
        programs: Path | None = None,
        start_timeout_s: float = 30.0,
        durable: bool = True,
    ) -> None:
        super().__init__(home, port=port, programs=programs, start_timeout_s=start_timeout_s)
        self.cluster = home / "postgres"
        self._durable = durable
        self._password_file = self.cluster / "meshwright.password"
        self._socket_folder = home / "socket"
        self._password = ""

    @property
    def url(self) -> str:
        """The address of the database, by the private socket; the same after every restart of this object."""
        return self.url_of(DATABASE)

    def url_of(self, database: str) -> str:
        """Return the address of another database of this server."""
        where = urlencode({"host": str(self._socket_folder), "port": self.port})
        return f"postgresql://{ROLE}:{self._password}@/{database}?{where}"

    @property
    def tcp_url(self) -> str:
        """The address of the database by TCP, for programs that cannot use the socket."""
        return f"postgresql://{ROLE}:{self._password}@{LOOPBACK}:{self.port}/{DATABASE}"

    def _prepare(self) -> None:
        self._programs = postgres_programs(self.programs, self._user)
        for leftover in self.home.glob("initdb-*"):
            shutil.rmtree(leftover, ignore_errors=True)
        if not self.cluster.exists():
            self._make_cluster()
        self._require_our_cluster()
        end_orphans(self._orphans(), with_signal=self.stop_signal)
        # PostgreSQL would believe a stale one whose number somebody else has now, as in a container that started anew.
        (self.cluster / "postmaster.pid").unlink(missing_ok=True)
        self._password = self._password_file.read_text()
        self._socket_folder = self._make_socket_folder()
        self.port = choose_port(self.port, server=self.name, setting=self.port_setting)

    def wait_ready(self) -> None:
        """Wait until the server answers, and make our database if it is not there yet."""
        super().wait_ready()
        try:
            with psycopg.connect(self.url_of("postgres"), autocommit=True) as connection:
                if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                    connection.execute(f"CREATE DATABASE {DATABASE}")
        except psycopg.Error as error:
            self.kill()
            raise self._explained() from error

    def clean_up(self) -> None:
        """Remove the folder of the socket where it is not in our home."""
        if self._socket_folder.parent != self.home:
            shutil.rmtree(self._socket_folder, ignore_errors=True)

    def _make_cluster(self) -> None:
        folder = own_folder(Path(tempfile.mkdtemp(prefix="initdb-", dir=self.home)), self._user)
        password, fresh = secrets.token_urlsafe(24), folder / "cluster"
        try:
            write_secret(folder / "password", password, self._user)
            self._initdb(fresh, folder / "password")
            write_secret(fresh / self._password_file.name, password, self._user)
            fresh.rename(self.cluster)  # whole or not at all, whenever we are killed
        finally:
            shutil.rmtree(folder)

    def _initdb(self, cluster: Path, password_file: Path) -> None:
        options = [
            f"--username={ROLE}",
            "--auth=scram-sha-256",
            f"--pwfile={self._seen(password_file)}",
            "--encoding=UTF8",
        ]
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        sync = [] if self._durable else ["--no-sync"]
        argv = [str(self._programs / "initdb"), f"--pgdata={self._seen(cluster)}", *options, *locale, *sync]
        if spawn(self._program(argv)).wait() != 0:
            raise self._explained()

    def _require_our_cluster(self) -> None:
        version_file = self.cluster / "PG_VERSION"
        if not version_file.exists() or not self._password_file.exists():
            raise DataDirUnusable(
                f"{self.cluster} is not a database that Meshwright made, or it is damaged; "
                "restore it from a backup, or choose another data folder with --data-dir."
            )
        there, here = version_file.read_text().strip(), self._version()
        if there != here:
            raise DataDirUnusable(
                f"{self.cluster} was made by PostgreSQL {there} and this is PostgreSQL {here}; "
                "start the Meshwright that made it, or move the data over with pg_dump and pg_restore."
            )

    def _version(self) -> str:
        """Return the major version of the installed programs."""
        said = subprocess.check_output([str(self._programs / "postgres"), "--version"], text=True, cwd="/")
        return said.split()[-1].split(".")[0]

    def _orphans(self) -> list[psutil.Process]:
        """Return what still runs in our cluster: who holds the lock of the data folder is its only owner."""
        if not (self.cluster / "postmaster.pid").exists():
            return []
        return [process for process in psutil.process_iter() if self._is_ours(process)]

    def _is_ours(self, process: psutil.Process) -> bool:
        with contextlib.suppress(psutil.Error):
            # Also sessions whose postmaster is gone: they hold shared memory, and a new postmaster would refuse it.
            return process.name() == "postgres" and process.cwd() == str(self.cluster.resolve())
        return False

    def _make_socket_folder(self) -> Path:
        folder = self._socket_folder  # after the first start, the same: addresses stay
        if len(os.fsencode(folder)) > SOCKET_FOLDER_BYTES_MAX or not can_reach(folder, self._user):
            folder = Path(tempfile.mkdtemp(prefix="meshwright-"))
        return own_folder(folder, self._user)

    def _argv(self) -> list[str]:
        options = OPTIONS | {"port": self.port, "unix_socket_directories": self._socket_folder}
        options |= {} if self._durable else FORGETFUL
        settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        return [str(self._programs / "postgres"), "-D", self._seen(self.cluster), *settings]

    def _is_ready(self, process: "subprocess.Popen[bytes]") -> bool:
        # The eighth line of this file is the postmaster's own word about its state; pg_ctl reads it too.
        try:
            lines = (self.cluster / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        return len(lines) >= 8 and lines[0] == str(process.pid) and lines[7].strip() == "ready"
