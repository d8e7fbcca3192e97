"""What a job says while it runs, through the worker's outlet, on a real bus."""

import asyncio
from pathlib import Path

from handlers.messages import Progressed
from handlers.outlet import Outlet
from runtime import live
from tests.working import ADA, WAIT_S, opened, settings_for


async def test_what_is_held_back_is_said_when_the_outlet_closes_and_that_waits_for_nothing(
    postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str
) -> None:
    async with opened(settings_for(postgres_url, nats_url, data_dir, bus_prefix)) as bench:
        outlet = Outlet(bench.bus, ADA.account, "run_1", 1, per_s_max=1 / 600)
        async with asyncio.timeout(WAIT_S), bench.bus.listen(bench.bus.subjects.live(ADA.account, "*")) as heard:
            for fraction in (0.0, 0.25, 0.5):
                await outlet.progress(Progressed("planning", fraction, ""))
            await outlet.close()
            said = [live.read_live((await anext(heard)).data) for _ in range(2)]
    assert [message.fraction for message in said if isinstance(message, live.Progressed)] == [0.0, 0.5]


async def test_who_watches_a_job_hears_of_it_and_of_no_other(
    postgres_url: str, nats_url: str, data_dir: Path, bus_prefix: str
) -> None:
    async with opened(settings_for(postgres_url, nats_url, data_dir, bus_prefix)) as bench:
        watching = asyncio.ensure_future(anext(live.watch(bench.bus, ADA.account, "run_1")))
        async with asyncio.timeout(WAIT_S):
            while not watching.done():  # it does not say when it listens
                for job_id in ("run_2", "run_1"):
                    await live.say(bench.bus, ADA.account, live.Progressed(job_id, 1, "planning", 0.0, 0.5))
                await asyncio.sleep(0.01)
        assert watching.result().job_id == "run_1"
