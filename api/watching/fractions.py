"""How much of their current stage running jobs have done, as last heard on the bus; one subscription per process."""

from collections import OrderedDict

from nats.aio.msg import Msg

from runtime.bus import Bus
from runtime.live import Progressed, read_live

JOBS_MAX = 10_000


class Fractions:
    """Remembers the newest percentage of each job that said one."""

    def __init__(self) -> None:
        self._newest: OrderedDict[str, Progressed] = OrderedDict()

    async def listen(self, bus: Bus) -> None:
        """Hear what all jobs say from now on."""
        await bus.subscribe(bus.subjects.live("*", "*", "progress"), self._hear)

    def newest(self, job_id: str, stage: str) -> float:
        """Return the fraction of `stage`, the one in work, that is done, in [0, 1]; 0 where nothing was said."""
        said = self._newest.get(job_id)
        return said.fraction if said and said.stage == stage else 0.0

    async def _hear(self, heard: Msg) -> None:
        said = read_live(heard.data)
        if not isinstance(said, Progressed):
            return
        self._newest[said.job_id] = said
        self._newest.move_to_end(said.job_id)
        if len(self._newest) > JOBS_MAX:
            self._newest.popitem(last=False)
