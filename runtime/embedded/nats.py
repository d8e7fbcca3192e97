"""A real NATS server with JetStream of our own."""

import secrets
import signal
import socket
import subprocess
from pathlib import Path

from runtime.embedded.binaries import nats_server
from runtime.embedded.errors import DataDirUnusable
from runtime.embedded.folders import own_folder, server_user, write_secret
from runtime.embedded.process import LOOPBACK, Program, choose_port, explain, spawn, stop, wait_until

NAME = "meshwright"
# The relay publishes every event in order: one that the bus refuses would stop all that follow. 8 MB is the most that NATS advises.
MAX_PAYLOAD_BYTES = 8 * 2**20

CONFIGURATION = """\
listen: "{host}:{port}"
server_name: "meshwright"
max_payload: {max_payload}
authorization {{ user: "{name}", password: "{password}" }}
jetstream {{ store_dir: "{store}" }}
"""


class NatsServer:
    """One NATS server with its streams in `home/nats`, on loopback."""

    def __init__(self, home: Path, *, port: int = 0, binaries_home: Path | None = None, start_timeout_s: float = 10.0) -> None:
        self.home = home
        self.port = 0
        self.log_path = home / "logs" / "nats.log"
        self.process: subprocess.Popen[bytes] | None = None
        self._folder = home / "nats"
        self._wanted_port = port
        self._password = secrets.token_urlsafe(24)
        self._binaries_home = binaries_home or home / "programs"
        self._start_timeout_s = start_timeout_s
        self._user = server_user()

    @property
    def url(self) -> str:
        """The address of the server, with its credentials."""
        return f"nats://{NAME}:{self._password}@{LOOPBACK}:{self.port}"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self.prepare()
        self.launch()
        self.wait_ready()

    def prepare(self) -> None:
        """Write the configuration and choose the port. Any thread."""
        if self._folder.exists() and not self._folder.is_dir():
            raise DataDirUnusable(f"{self._folder} is not a folder; choose another folder with --data-dir.")
        self._program = nats_server(self._binaries_home, self._user)
        self.port = choose_port(self._wanted_port, remembered=self.port, setting="MESHWRIGHT_NATS_PORT")
        own_folder(self._folder, self._user)
        write_secret(self._folder / "server.conf", self._configuration(), self._user)

    def launch(self) -> None:
        """Start the server process. Fast; from the main thread."""
        argv = [str(self._program), "--config", str(self._folder / "server.conf")]
        self.process = spawn(Program("NATS", argv, self.log_path, self._user))

    def wait_ready(self) -> None:
        """Wait until the server greets; raise `CannotStart` with its reason if it does not. Slow, any thread."""
        if self.process is None or not wait_until(self._greets, self.process, timeout_s=self._start_timeout_s):
            self.kill()
            raise explain("NATS", self.log_path)

    def stop(self, *, timeout_s: float = 5.0) -> None:
        """Stop the server in order, by SIGKILL after `timeout_s`."""
        if self.process is not None:
            stop(self.process, with_signal=signal.SIGTERM, timeout_s=timeout_s)

    def kill(self) -> None:
        """End the server as a crash would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def _configuration(self) -> str:
        store = str(self._folder / "store").replace("\\", "\\\\").replace('"', '\\"')
        return CONFIGURATION.format(
            host=LOOPBACK, port=self.port, name=NAME, password=self._password, store=store, max_payload=MAX_PAYLOAD_BYTES
        )

    def _greets(self) -> bool:
        try:
            with socket.create_connection((LOOPBACK, self.port), timeout=1.0) as connection:
                return connection.recv(5) == b"INFO "
        except OSError:
            return False
