"""What every role stands on: opened once, however many ask at the same time."""

import asyncio
from pathlib import Path

from runtime.services import services
from runtime.settings import Settings


async def test_two_who_ask_first_for_the_bus_get_the_same_connection(
    postgres_url: str, nats_url: str, data_dir: Path
) -> None:
    settings = Settings(str(data_dir), database_url=postgres_url, nats_url=nats_url)
    async with services(settings) as opened:
        buses = await asyncio.gather(*(opened.bus() for _ in range(5)))
        assert len({id(bus) for bus in buses}) == 1
    assert buses[0].nats.is_closed
