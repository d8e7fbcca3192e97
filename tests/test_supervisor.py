"""The supervisor keeps real processes running, and leaves none behind."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import psutil
import pytest

from runtime.supervisor import EXIT_HOPELESS, Child, ChildFailed, Patience, Supervisor

ROOT = Path(__file__).parents[1]
QUICK = Patience(ready_timeout_s=5.0, stop_timeout_s=2.0, restarts_max=3, delay_s=0.01, delay_s_max=0.02)
FOREVER = "import time; time.sleep(600)"
SLEEP = (sys.executable, "-S", "-c", FOREVER)


def child(name: str, code: str) -> Child:
    return Child(name, (sys.executable, "-S", "-c", code))


def deaf(folder: Path) -> Child:
    """Return a child that ignores SIGTERM, and is ready when it does."""
    mark = folder / "mark"

    async def ready() -> bool:
        return mark.exists()

    code = f"import signal; signal.signal(15, signal.SIG_IGN); open({str(mark)!r}, 'w'); {FOREVER}"
    return Child("deaf", child("deaf", code).argv, {}, ready)


@contextlib.asynccontextmanager
async def running(*children: Child, patience: Patience = QUICK) -> AsyncIterator[Supervisor]:
    supervisor, stop, ready = Supervisor(children, patience), asyncio.Event(), asyncio.Event()
    task = asyncio.create_task(supervisor.run(stop, ready.set))
    async with asyncio.timeout(20):
        await ready.wait()
        try:
            yield supervisor
        finally:
            stop.set()
            await task


async def until(is_true: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not is_true():  # noqa: ASYNC110 - other processes make it true, and tell nobody
            await asyncio.sleep(0.02)


async def test_children_start_in_order_each_after_the_one_before_is_ready(tmp_path: Path) -> None:
    mark = tmp_path / "first-is-ready"
    asked: list[int] = []

    async def ready() -> bool:
        asked.append(len(supervisor.pids))
        return mark.exists()

    first = Child("first", (sys.executable, "-S", "-c", f"open({str(mark)!r}, 'w'); {FOREVER}"), {}, ready)
    second = Child("second", SLEEP)
    supervisor, stop, started = Supervisor([first, second], QUICK), asyncio.Event(), asyncio.Event()
    task = asyncio.create_task(supervisor.run(stop, started.set))
    await asyncio.wait_for(started.wait(), 20)
    assert set(asked) == {1}  # while the first was asked, the second did not run
    assert list(supervisor.pids) == ["first", "second"]
    stop.set()
    await task


async def test_a_mistake_in_the_readiness_check_stops_everything() -> None:
    async def ready() -> bool:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await asyncio.wait_for(Supervisor([Child("x", SLEEP, {}, ready)], QUICK).run(asyncio.Event()), 20)


async def test_a_child_that_dies_is_started_again() -> None:
    async with running(Child("sleeper", SLEEP)) as supervisor:
        before = supervisor.pids["sleeper"]
        os.kill(before, signal.SIGKILL)
        await until(lambda: supervisor.pids["sleeper"] != before)
        assert psutil.pid_exists(supervisor.pids["sleeper"])


async def test_a_child_that_always_dies_stops_everything_with_its_last_words() -> None:
    children = (Child("sleeper", SLEEP), child("broken", "import sys; sys.exit('the disk is gone')"))
    supervisor = Supervisor(children, QUICK)
    never = asyncio.Event()
    with pytest.raises(ChildFailed, match=r"`broken` ended 4 times.*exit code 1.*\n.*the disk is gone"):
        await asyncio.wait_for(supervisor.run(never), 20)
    assert not psutil.pid_exists(supervisor.pids["sleeper"])


async def test_a_child_that_says_it_is_hopeless_is_not_started_again() -> None:
    code = f"import sys; print('port 1 is taken', flush=True); sys.exit({EXIT_HOPELESS})"
    with pytest.raises(ChildFailed, match=r"`api` cannot start.*\n.*port 1 is taken"):
        await asyncio.wait_for(Supervisor([child("api", code)], QUICK).run(asyncio.Event()), 20)


async def test_a_child_that_never_gets_ready_is_given_up() -> None:
    async def never() -> bool:
        return False

    patience = Patience(ready_timeout_s=0.1, stop_timeout_s=1.0, restarts_max=1, delay_s=0.01)
    with pytest.raises(ChildFailed, match=r"`slow`.*SIGKILL"):
        await asyncio.wait_for(Supervisor([Child("slow", SLEEP, {}, never)], patience).run(asyncio.Event()), 20)


NOTES_ITS_END = """
import signal, sys, time
def end(*_):
    open({order!r}, "a").write({name!r})
    sys.exit()
signal.signal(signal.SIGTERM, end)
open({order!r} + {name!r}, "w")
time.sleep(600)
"""


async def test_children_stop_in_reverse_order(tmp_path: Path) -> None:
    order = tmp_path / "order"
    children = [child(name, NOTES_ITS_END.format(order=str(order), name=name)) for name in "abc"]
    async with running(*children, patience=Patience(stop_timeout_s=60.0)):  # a busy machine gets them to it late
        await until(lambda: all((tmp_path / f"order{name}").exists() for name in "abc"))
    assert order.read_text() == "cba"


async def test_a_child_that_does_not_listen_is_killed_in_bounded_time(tmp_path: Path) -> None:
    async with running(deaf(tmp_path), patience=Patience(stop_timeout_s=0.2)) as supervisor:
        pid = supervisor.pids["deaf"]
    assert not psutil.pid_exists(pid)


HAS_A_CHILD = """
import subprocess, time
print(subprocess.Popen({sleep!r}).pid, file=open({path!r}, "w"), flush=True)
time.sleep(600)
"""


async def test_what_a_dead_child_had_started_is_ended_too(tmp_path: Path) -> None:
    path = tmp_path / "grandchild"
    async with running(child("parent", HAS_A_CHILD.format(sleep=SLEEP, path=str(path)))) as supervisor:
        await until(lambda: path.exists() and path.read_text().endswith("\n"))
        grandchild = int(path.read_text())
        os.kill(supervisor.pids["parent"], signal.SIGKILL)
        await until(lambda: not _lives(grandchild))


SUPERVISE = """
import asyncio, os, sys
from runtime.supervisor import Child, Patience, Supervisor, stop_on_signals
async def main():
    async with stop_on_signals() as stop:
        async def ready():
            return os.path.exists({mark!r})
        children = [Child("first", {first!r}), Child("second", {second!r}, {{}}, ready)]
        supervisor = Supervisor(children, Patience(stop_timeout_s=0.5))
        await supervisor.run(stop, lambda: print(*supervisor.pids.values(), flush=True))
        print("in order", flush=True)
asyncio.run(main())
"""
Supervise = Callable[[Child], "tuple[subprocess.Popen[str], list[int]]"]


@pytest.fixture
def supervise(tmp_path: Path) -> Iterator[Supervise]:
    """Start a supervisor, in a process, of a sleeper and another child that is ready when it made its mark."""
    with contextlib.ExitStack() as started:

        def start(second: Child) -> "tuple[subprocess.Popen[str], list[int]]":
            code = SUPERVISE.format(mark=str(tmp_path / "mark"), first=SLEEP, second=second.argv)
            pipe = subprocess.PIPE
            process = subprocess.Popen([sys.executable, "-c", code], stdout=pipe, stderr=pipe, text=True, cwd=ROOT)
            started.enter_context(process)
            started.callback(process.kill)
            assert process.stdout is not None
            # The supervisor's own log comes on standard output too; the line of numbers is the one we want.
            pids = next(line for line in process.stdout if line.replace(" ", "").strip().isdigit())
            return process, [int(pid) for pid in pids.split()]

        yield start


async def test_no_orphan_survives_sigkill_of_the_supervisor(supervise: Supervise, tmp_path: Path) -> None:
    process, pids = supervise(deaf(tmp_path))
    assert all(_lives(pid) for pid in pids)
    process.kill()
    await until(lambda: not any(_lives(pid) for pid in pids))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_the_supervisor_in_order(supervise: Supervise, tmp_path: Path, number: signal.Signals) -> None:
    process, pids = supervise(deaf(tmp_path))
    process.send_signal(number)
    said, _ = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "in order" in said
    assert not any(_lives(pid) for pid in pids)


def test_output_that_nobody_reads_stops_neither_child_nor_supervisor(supervise: Supervise, tmp_path: Path) -> None:
    mark = str(tmp_path / "mark")
    talker = child("talker", f"[print('x' * 100_000) for _ in range(300)]; open({mark!r}, 'w'); {FOREVER}")
    process, pids = supervise(talker)  # it is ready when it has said 30 MB, and our end of the pipe is full
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    assert not any(_lives(pid) for pid in pids)


def _lives(pid: int) -> bool:
    with contextlib.suppress(psutil.NoSuchProcess):
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    return False
