"""A real NATS server with JetStream of our own."""

import contextlib
import hashlib
import secrets
import signal
import socket
import subprocess
from pathlib import Path

import psutil

from runtime.embedded.binaries import nats_server
from runtime.embedded.errors import DataDirUnusable
from runtime.embedded.folders import own_folder, write_secret
from runtime.embedded.process import LOOPBACK, choose_port
from runtime.embedded.server import Server, end_orphans

ROLE = "meshwright"
# The relay publishes every event in order: one that the bus refused would stop all that follow.
# 8 MB is the largest that NATS takes without a warning, eight times the largest request body that can become an event.
MAX_PAYLOAD_BYTES = 8 * 2**20

CONFIGURATION = """\
listen: "{host}:{port}"
max_payload: {max_payload}
pid_file: "{folder}/server.pid"
authorization {{ user: "{role}", password: "{password}" }}
jetstream {{ store_dir: "{folder}/store", cipher: aes, key: "{key}" }}
"""
KEY_BYTES = 32


class NatsServer(Server):
    """One NATS server on loopback, its streams in `home/nats`."""

    name = "NATS"
    port_setting = "MESHWRIGHT_EMBEDDED_NATS_PORT"
    stop_signal = signal.SIGTERM

    def __init__(
        self, home: Path, *, port: int = 0, programs: Path | None = None, start_timeout_s: float = 30.0
    ) -> None:
        super().__init__(home, port=port, programs=programs, start_timeout_s=start_timeout_s)
        self._folder = self.home / "nats"
        self._configuration = self._folder / "server.conf"
        self._password = secrets.token_urlsafe(24)

    @property
    def url(self) -> str:
        """The address of the server, with its credentials; the same after every restart of this object."""
        return f"nats://{ROLE}:{self._password}@{LOOPBACK}:{self.port}"

    def _prepare(self) -> None:
        if self._folder.exists() and not self._folder.is_dir():
            raise DataDirUnusable(f"{self._folder} is not a folder; choose another data folder with --data-dir.")
        self._server = nats_server(self.programs, self._user)
        own_folder(self._folder, self._user)
        end_orphans(self._orphans(), with_signal=self.stop_signal)
        self.port = choose_port(self.port, server=self.name, setting=self.port_setting)
        write_secret(self._configuration, self._text(), self._user)

    def _key(self) -> str:
        """Return what seals the files of streams: JetStream leaves the bytes of removed messages there for a while."""
        place = self._folder / "store.key"
        if not place.exists():
            write_secret(place, secrets.token_hex(KEY_BYTES), self._user)
        return place.read_text()

    def _text(self) -> str:
        folder = self._seen(self._folder).replace("\\", "\\\\").replace('"', '\\"')
        return CONFIGURATION.format(
            host=LOOPBACK,
            port=self.port,
            role=ROLE,
            password=self._password,
            folder=folder,
            key=self._key(),
            max_payload=MAX_PAYLOAD_BYTES,
        )

    def _orphans(self) -> list[psutil.Process]:
        with contextlib.suppress(OSError, ValueError, psutil.Error):
            process = psutil.Process(int((self._folder / "server.pid").read_text()))
            if self._argv() == process.cmdline():
                return [process]
        return []

    def _argv(self) -> list[str]:
        # The name tells our server from that of another data folder.
        name = f"{ROLE}-{hashlib.sha256(bytes(self.home)).hexdigest()[:12]}"
        return [str(self._server), "--config", self._seen(self._configuration), "--name", name]

    def _is_ready(self, process: "subprocess.Popen[bytes]") -> bool:
        try:
            with socket.create_connection((LOOPBACK, self.port), timeout=1.0) as connection:
                return connection.recv(5) == b"INFO "
        except OSError:
            return False
