"""How long it takes to erase an account, by `DELETE /data/{user_id}` against `meshwright up`.

    python -m bench.erasure [--events 10000] [--pictures 10] [--json]

The bench starts the server itself, in a folder that is gone afterwards. The account has designs that were switched
again and again, and pictures of some of them. `rows` are those of all views, `files` those of the blob store, each
counted before and after. The time ends when the signed receipt can be fetched: tables are written anew by then.
"""

import argparse
import asyncio
import json
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console
from rich.table import Table

from bench.design import PORT, PROMPTS, serving_in
from commands.design import RecordDesign, SwitchObjects
from commands.do import Do
from commands.register import register
from domain.access import Caller
from domain.switching import Update
from domain.targets import Target
from engine.planner import plan
from runtime.cli.common import open_services
from runtime.ids import new_id
from runtime.services import Services

MATERIALS = ("oak", "walnut")
SWITCHES = 99
AT_ONCE = 32
WAIT_S_MAX = 600.0
PASSWORD = "a password for an account that goes"
VIEW_TABLES = "SELECT schemaname, tablename FROM pg_tables WHERE schemaname LIKE 'view\\_%'"


async def filled(folder: Path, events: int) -> tuple[str, list[str]]:
    """Make an account with so many events; return its id and those of its designs."""
    async with open_services(folder) as services:
        do = Do(services.store)
        made = await register(do, services, "grace", "grace@example.org", PASSWORD)
        caller = Caller(made.stream)
        specs = [new_id("spec") for _ in range(-(-events // (SWITCHES + 1)))]
        waiting = iter(enumerate(specs))

        async def write() -> None:
            for number, spec_id in waiting:
                await _design(do, spec_id, number, min(SWITCHES, events - number * (SWITCHES + 1) - 1), caller)

        await asyncio.gather(*(write() for _ in range(AT_ONCE)))
        return made.stream, specs


async def _design(do: Do, spec_id: str, number: int, switches: int, caller: Caller) -> None:
    text = PROMPTS[number % len(PROMPTS)]
    spec = plan(text, seed=number)
    await do(RecordDesign(spec_id, caller.account, spec, prompt=text), caller)
    target = Target(next(one.id for one in spec.objects if one.editable))
    for turn in range(switches):
        update = Update(material=MATERIALS[(turn + (spec.objects[0].material == MATERIALS[0])) % 2])
        await do(SwitchObjects(spec_id, new_id("iter"), target, update), caller)


async def counted(folder: Path) -> dict[str, int]:
    """Return how many rows all views hold, and how many files the blob store."""
    async with open_services(folder) as services:
        rows = await _rows(services)
    files = sum(one.is_file() for one in (folder / "blobs").rglob("*"))
    return {"rows": rows, "files": files}


async def _rows(services: Services) -> int:
    tables = await services.pool.rows(VIEW_TABLES)
    counts = " UNION ALL ".join(
        f'SELECT count(*) AS count FROM "{one["schemaname"]}"."{one["tablename"]}"' for one in tables
    )
    return sum(int(one["count"]) for one in await services.pool.rows(counts))


def erased(client: httpx.Client, account: str) -> dict[str, Any]:
    """Erase an account; return what was deleted, and the seconds until the receipt is there."""
    begun = time.perf_counter()
    answer = client.delete(f"/data/{account}").raise_for_status().json()
    answered_s = time.perf_counter() - begun
    while client.get(answer["receipt_url"]).status_code != 200:
        if time.perf_counter() - begun > WAIT_S_MAX:
            raise TimeoutError("There is no receipt")
        time.sleep(0.1)
    receipt_s = time.perf_counter() - begun
    deleted = client.get(answer["receipt_url"]).json()["statement"]["deleted_records"]
    return {"events": deleted["events"], "answered_s": answered_s, "receipt_s": receipt_s}


def run(events: int, pictures: int) -> dict[str, float]:
    """Return the figures."""
    with tempfile.TemporaryDirectory(prefix="meshwright-bench-") as name:
        Path(name).chmod(0o711)
        folder = Path(name) / "data"
        with serving_in(folder) as (_, headers):
            account, specs = asyncio.run(filled(folder, events))
            base = f"http://127.0.0.1:{PORT}/api/v1"
            with httpx.Client(base_url=base, headers=headers, timeout=WAIT_S_MAX, trust_env=False) as client:
                for spec_id in specs[:pictures]:
                    path = client.get(f"/designs/{spec_id}").raise_for_status().json()["preview_url"]
                    client.get(path).raise_for_status()
                before = asyncio.run(counted(folder))
                found = erased(client, account)
                after = asyncio.run(counted(folder))
                assert client.get(f"/designs/{specs[0]}").status_code == 404
    return found | {kind: before[kind] - after[kind] for kind in before}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--pictures", type=int, default=10)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = run(options.events, options.pictures)
    if options.json:
        print(json.dumps(figures))
        return
    columns = {
        "events": "events", "rows": "rows", "files": "files", "answered_s": "answer, s", "receipt_s": "receipt, s",
    }  # fmt: skip
    table = Table(*columns.values(), title="Erasure of an account")
    table.add_row(*(f"{figures[name]:,.4g}" if name.endswith("_s") else f"{figures[name]:,}" for name in columns))
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
