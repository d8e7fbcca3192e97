"""A small supervisor of processes: starts them in order, starts the dead again, stops all in reverse order."""

from runtime.supervisor.keeper import EXIT_HOPELESS, Child, ChildFailed, Patience
from runtime.supervisor.supervisor import Supervisor, stop_on_signals

__all__ = ["EXIT_HOPELESS", "Child", "ChildFailed", "Patience", "Supervisor", "stop_on_signals"]
