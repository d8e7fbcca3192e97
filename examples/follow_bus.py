"""Follow what happens to designs over NATS: `python examples/follow_bus.py [POSITION]`.

Needs nats-py, and the server's NATS at NATS_URL. The sequence of the stream EVENTS is the position in the log.
"""

import asyncio
import json
import os
import sys

import nats
from nats.js.api import ConsumerConfig, DeliverPolicy

PREFIX = os.environ.get("MESHWRIGHT_BUS_PREFIX", "")
STREAM, SUBJECTS = (f"{PREFIX}-EVENTS", f"{PREFIX}.events") if PREFIX else ("EVENTS", "events")


async def main(after: int) -> None:
    """Print each event of a design past a position."""
    bus = await nats.connect(os.environ.get("NATS_URL", "nats://localhost:4222"))
    start = ConsumerConfig(deliver_policy=DeliverPolicy.BY_START_SEQUENCE, opt_start_seq=after + 1)
    events = await bus.jetstream().subscribe(
        f"{SUBJECTS}.*.*.design.*", stream=STREAM, config=start, ordered_consumer=True
    )
    async for message in events.messages:
        event = json.loads(message.data)
        print(event["position"], event["tag"], event["stream"], flush=True)


asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
