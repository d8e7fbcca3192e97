"""POST /iterate where no worker runs yet: what happens meanwhile. Its own module, since modules share a database."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import psycopg

import handlers.worker
import projections.runner
import runtime.relay
from handlers.desk_keeper import keep_planning_desk
from runtime.settings import Settings
from tests.e2e.conftest import Configure, designing, serving
from tests.e2e.test_iterate import iterated, made

ROLES = (projections.runner.run, runtime.relay.run, keep_planning_desk)


def test_a_design_that_is_changed_meanwhile_ends_the_session(configure: Configure) -> None:
    settings = configure()
    with serving(settings, ROLES) as server, designing(server, "max") as person, ThreadPoolExecutor(1) as pool:
        spec_id = made(person)
        asked = pool.submit(iterated, person, spec_id, strategy="reduce_cost")
        with server.client(**person.client.headers) as other:  # its job waits: no worker runs yet
            _wait_for_job(settings, spec_id)
            switched = {"spec_id": spec_id, "target": {"object_id": "seat_1"}, "update": {"material": "leather_tan"}}
            assert other.post("/switch", json=switched).status_code == 200
            with _working(settings):
                answer = asked.result()
            assert answer.status_code == 409, answer.text
            details = answer.json()["details"]
            assert (details["stopped"], details["iterations_kept"]) == ("changed", 0)
            ended = other.get(f"/iterate/{details['session_id']}").json()
            assert (ended["stopped"], ended["iterations"]) == ("changed", [])
            assert other.get(f"/designs/{spec_id}").json()["revision"] == 2


def test_what_takes_long_is_answered_with_its_job(configure: Configure) -> None:
    with serving(configure(job_wait_s=0.0), ROLES) as server, designing(server, "lea") as person:
        answer = iterated(person, made(person))
        assert answer.status_code == 202, answer.text
        shown = answer.json()
        assert (shown["status"], shown["result"]["session_id"][:8]) == ("queued", "session_")
        assert person.client.get(f"/iterate/{shown['result']['session_id']}").status_code == 202
        stopped = person.client.post(f"/core/run/{shown['job_id']}/cancel")
        assert stopped.status_code == 200, stopped.text


def _wait_for_job(settings: Settings, spec_id: str) -> None:
    """Wait until the session's job is asked for, so that what follows comes after it."""
    pause = threading.Event()
    with psycopg.connect(settings.database_url, autocommit=True) as connection:
        for _ in range(500):
            if connection.execute("SELECT FROM view_job.job WHERE parent = %s", (spec_id,)).fetchone() is not None:
                return
            pause.wait(0.02)
    raise TimeoutError("Nobody asked for the job")


@contextmanager
def _working(settings: Settings) -> Iterator[None]:
    """Run a worker in a thread."""
    loops: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []
    ready = threading.Event()

    async def work() -> None:
        stop = asyncio.Event()
        loops.append((asyncio.get_running_loop(), stop))
        ready.set()
        await handlers.worker.run(settings, stop)

    thread = threading.Thread(target=lambda: asyncio.run(work()), daemon=True)
    thread.start()
    ready.wait(10)
    try:
        yield
    finally:
        loop, stop = loops[0]
        loop.call_soon_threadsafe(stop.set)
        thread.join(20)
