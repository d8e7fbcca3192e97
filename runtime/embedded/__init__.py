"""PostgreSQL and NATS of our own, from wheels: real servers that need no installation."""

from runtime.embedded.errors import AlreadyRunning, CannotStart, DataDirUnusable, DiskFull, PortTaken
from runtime.embedded.servers import Servers, embedded

__all__ = ["AlreadyRunning", "CannotStart", "DataDirUnusable", "DiskFull", "PortTaken", "Servers", "embedded"]
