"""How much of their current stage running jobs have done, as heard on the bus; one subscription per process."""

from collections import OrderedDict

from nats.aio.msg import Msg

from runtime.bus import Bus
from runtime.live import Progressed, read_live

JOBS_MAX = 10_000


class Fractions:
    """Remembers the newest percentage of each job that said one, and what it counted last in this attempt."""

    def __init__(self) -> None:
        self._newest: OrderedDict[str, Progressed] = OrderedDict()
        self._counted: OrderedDict[str, Progressed] = OrderedDict()

    async def listen(self, bus: Bus) -> None:
        """Hear what all jobs say from now on."""
        await bus.subscribe(bus.subjects.live("*", "*", "progress"), self._hear)

    def newest(self, job_id: str, stage: str) -> float:
        """Return the fraction of `stage`, the one in work, that is done, in [0, 1]; 0 where nothing was said."""
        said = self._newest.get(job_id)
        return said.fraction if said and said.stage == stage else 0.0

    def counted(self, job_id: str, stage: str) -> int:
        """Return how many things the newest attempt counted in `stage`, also once it is in a later one; else 0."""
        said = self._counted.get(job_id)
        return said.count or 0 if said and said.stage == stage else 0

    async def _hear(self, heard: Msg) -> None:
        said = read_live(heard.data)
        if not isinstance(said, Progressed):
            return
        _put(self._newest, said)
        before = self._counted.get(said.job_id)
        if before and before.attempt < said.attempt:
            del self._counted[said.job_id]
        if said.count is not None:
            _put(self._counted, said)


def _put(known: OrderedDict[str, Progressed], said: Progressed) -> None:
    known[said.job_id] = said
    known.move_to_end(said.job_id)
    if len(known) > JOBS_MAX:
        known.popitem(last=False)
