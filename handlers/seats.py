"""Who of a worker's jobs may compute: as many as it has slots, while others wait for another machine."""

import asyncio
import heapq
from collections.abc import Callable
from itertools import count

BACK, WARM, COLD = range(3)
"""In which order seats are given: to jobs that come back, to slots whose process has started, to those without one."""


class Seats:
    """So many may compute at a time; `wanted` is called when one who comes back finds no seat free."""

    def __init__(self, number: int, wanted: Callable[[], None]) -> None:
        self._free = number
        self._wanted = wanted
        self._order = count()
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []

    async def take(self, rank: int) -> None:
        """Take a seat, as soon as there is one for this rank."""
        if self._free:
            self._free -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (rank, next(self._order), turn))
        if rank == BACK:
            self._wanted()
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # it was given at this very moment
                self.give()
            raise

    def give(self) -> None:
        """Let somebody else have a seat."""
        while self._waiting:
            _, _, turn = heapq.heappop(self._waiting)
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1

    @property
    def is_wanted_back(self) -> bool:
        """Whether a job that comes back waits for a seat."""
        return any(rank == BACK and not turn.done() for rank, _, turn in self._waiting)


class Seat:
    """The seat of one slot, while it has one."""

    def __init__(self, seats: Seats) -> None:
        self._seats = seats
        self.is_taken = False

    async def take(self, rank: int) -> None:
        """Wait for a seat, unless there is one."""
        if not self.is_taken:
            await self._seats.take(rank)
            self.is_taken = True

    def leave(self) -> None:
        """Let others compute; twice is no more than once."""
        if self.is_taken:
            self.is_taken = False
            self._seats.give()

    def make_way(self) -> None:
        """Leave if a job that comes back waits for a seat."""
        if self._seats.is_wanted_back:
            self.leave()
