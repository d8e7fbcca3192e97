"""All children together, and the signals that stop them."""

import asyncio
import contextlib
import signal
import time
from collections.abc import AsyncIterator, Callable, Sequence

from runtime.supervisor.echo import Echo
from runtime.supervisor.guard import Guardian
from runtime.supervisor.keeper import Child, Keeper, Patience


class Supervisor:
    """Keeps `children` running; create and run it on the event loop of the main thread."""

    def __init__(self, children: Sequence[Child], patience: Patience = Patience()) -> None:  # noqa: B008
        self._children = children
        self._patience = patience
        self._keepers: list[Keeper] = []

    @property
    def pids(self) -> dict[str, int]:
        """The process of each child that runs now."""
        return {keeper.child.name: keeper.process.pid for keeper in self._keepers if keeper.process is not None}

    async def run(self, stop: asyncio.Event, on_ready: Callable[[], None] | None = None) -> None:
        """Start the children in order, call `on_ready`, keep all running until `stop`, then stop them in reverse order.

        Raises
        ------
        ChildFailed
            A child ended too often, or said that it cannot start; all others are stopped by then.
        """
        stopping = asyncio.create_task(stop.wait())
        with Echo() as echo, Guardian(self._patience.stop_timeout_s) as guardian:
            try:
                if await self._start_all(stopping, echo, guardian):
                    if on_ready is not None:
                        on_ready()
                    await self._first(stopping)
            finally:
                stopping.cancel()
                await self._stop_all()

    async def _start_all(self, stopping: "asyncio.Task[bool]", echo: Echo, guardian: Guardian) -> bool:
        """Start one child after the other is ready; return False if we are to stop."""
        for child in self._children:
            keeper = Keeper(child, self._patience, echo, guardian)
            self._keepers.append(keeper)
            ready = asyncio.create_task(keeper.is_ready.wait())
            await self._first(stopping, ready)
            ready.cancel()
            if stopping.done():
                return False
        return True

    async def _first(self, *events: "asyncio.Task[bool]") -> None:
        """Wait for the first of the events; raise `ChildFailed` if a child is given up before."""
        keeping = [keeper.task for keeper in self._keepers]
        await asyncio.wait([*events, *keeping], return_when=asyncio.FIRST_COMPLETED)
        for task in keeping:
            if task.done():
                task.result()

    async def _stop_all(self) -> None:
        deadline = time.monotonic() + self._patience.stop_timeout_s
        for keeper in reversed(self._keepers):
            await keeper.stop(timeout_s=max(0.0, deadline - time.monotonic()))


@contextlib.asynccontextmanager
async def stop_on_signals() -> AsyncIterator[asyncio.Event]:
    """Yield an event that SIGINT and SIGTERM set, instead of ending this process."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    try:
        yield stop
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)
