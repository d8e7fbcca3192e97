"""Photographs of 10 MB each, uploaded in one batch and made into models, watched from outside: seconds and memory.

    python -m bench.photographs [FOLDER …] [--pictures 25] [--slots 1] [--minutes 60] [--keep FOLDER]

The server is `meshwright up` in a new data folder, with its own PostgreSQL and NATS; the pictures go over HTTP, and
what comes of them is heard over server-sent events. Photographs are those of the folders, or of the environment
variable MESHWRIGHT_SAMPLES, as large as a telephone's: enlarged, with a sensor's noise, saved as just under 10 MB.
Where there are none, things are drawn by our own camera on grounds with a grain. Memory is the share of each process in
what it has mapped (PSS), so that sums are true, twice a second. What is not done after so many minutes is cancelled.
"""

import argparse
import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import psutil
from numpy.typing import NDArray
from PIL import Image, ImageOps
from rich.console import Console
from rich.table import Table

from bench.http import PASSWORD
from tests.picturing import pictured

PORT = 8974
KEY = "a-key-for-figures"
BYTES_MAX = 10 * 2**20
PIXELS = 12_000_000
NOISE, QUALITY = 5.0, 97
DRAWN = ("a red mug", "a wooden chair", "a teapot", "a guitar", "a vase", "a toy car", "a desk lamp", "a sneaker")
GROUNDS = ("table", "lawn", "wall", "room")
SUFFIXES = (".jpg", ".jpeg", ".png")
SAMPLE_S = 0.5
START_S_MAX = 120.0
ROLES = {"API": " api ", "worker": " work "}
ALL, REST = "all of it", "PostgreSQL, NATS, and the rest"
Picture = tuple[str, bytes]


def photographs(folders: list[Path], count: int) -> list[Picture]:
    """Return `count` photographs with their names, the same ones each time."""
    found = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    sources = [(path.stem, Image.open(path).convert("RGB")) for path in found] or _drawn()
    made = []
    for number in range(count):
        turn, place = divmod(number, len(sources))
        name, picture = sources[place]
        made.append(
            (f"{name}{' again' * turn}.jpg", enlarged(ImageOps.mirror(picture) if turn % 2 else picture, seed=number))
        )
    return made


def _drawn() -> list[tuple[str, Image.Image]]:
    pictures = (
        pictured(thing, GROUNDS[number % len(GROUNDS)], size=512, seed=number) for number, thing in enumerate(DRAWN)
    )
    return [(thing, Image.fromarray(picture.pixels)) for thing, picture in zip(DRAWN, pictures, strict=True)]


def enlarged(picture: Image.Image, *, seed: int) -> bytes:
    """Return a JPEG of twelve megapixels with a sensor's noise, of the best quality that is under 10 MB."""
    times = (PIXELS / (picture.width * picture.height)) ** 0.5
    large = picture.resize((round(picture.width * times), round(picture.height * times)), Image.Resampling.BICUBIC)
    noise = np.roll(_noise(), 7919 * seed)[: large.height * large.width * 3].reshape(large.height, large.width, 3)
    grainy = Image.fromarray(np.clip(np.asarray(large, np.int16) + noise, 0, 255).astype(np.uint8))
    return next(data for quality in range(QUALITY, 0, -1) if len(data := _saved(grainy, quality)) < BYTES_MAX)


@cache
def _noise() -> NDArray[np.int16]:
    return np.round(np.random.default_rng(0).normal(0, NOISE, 3 * PIXELS + PIXELS // 10)).astype(np.int16)


def _saved(picture: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, subsampling=0)
    return out.getvalue()


class Memory(threading.Thread):
    """Samples what the processes of a tree take: keeps the peaks of memory, MiB, and the seconds of processors."""

    def __init__(self, root: psutil.Process) -> None:
        super().__init__(name="memory", daemon=True)
        self.peaks: dict[str, float] = {}
        self._cpu_s: dict[tuple[str, int], float] = {}
        self._root = root
        self._ended = threading.Event()

    def run(self) -> None:
        """Sample until the end."""
        while not self._ended.wait(SAMPLE_S):
            taken = defaultdict(float, {ALL: _mib(self._root)})
            for child in _family(self._root, is_whole=False)[1:]:
                words = f" {' '.join(_words(child))} "
                role = next((name for name, mark in ROLES.items() if mark in words), REST)
                family = _family(child)
                taken[role] += sum(map(_mib, family))
                self._cpu_s |= {(role, one.pid): _cpu_s(one, self._cpu_s.get((role, one.pid), 0.0)) for one in family}
            taken[ALL] = sum(taken.values())
            self.peaks |= {role: max(self.peaks.get(role, 0.0), mib) for role, mib in taken.items()}

    def cpu_s(self) -> dict[str, float]:
        """Return how long processors have worked for each role."""
        found: defaultdict[str, float] = defaultdict(float)
        for (role, _), seconds in self._cpu_s.items():
            found[role] += seconds
        return dict(found)

    def end(self) -> None:
        """Stop sampling."""
        self._ended.set()
        self.join()


def _family(process: psutil.Process, *, is_whole: bool = True) -> list[psutil.Process]:
    with contextlib.suppress(psutil.Error):
        return [process, *process.children(recursive=is_whole)]
    return [process]


def _words(process: psutil.Process) -> list[str]:
    with contextlib.suppress(psutil.Error):
        return process.cmdline()
    return []


def _cpu_s(process: psutil.Process, before: float) -> float:
    with contextlib.suppress(psutil.Error):
        times = process.cpu_times()
        return float(times.user + times.system)
    return before


def _mib(process: psutil.Process) -> float:
    with contextlib.suppress(psutil.Error):
        return float(process.memory_full_info().pss) / 2**20
    return 0.0


@contextlib.contextmanager
def server(slots: int) -> Iterator[psutil.Process]:
    """Run everything in a new data folder until the block ends."""
    with tempfile.TemporaryDirectory(prefix="meshwright-bench-") as name:
        Path(name).chmod(0o755)
        environment = {
            **os.environ, "MESHWRIGHT_API_KEY": KEY, "MESHWRIGHT_ADMIN_PASSWORD": PASSWORD,
            "MESHWRIGHT_RATE_LIMITS": "off", "MESHWRIGHT_LOG_LEVEL": "warning", "MESHWRIGHT_WORK_SLOTS": str(slots),
        }  # fmt: skip
        words = ("up", "--port", str(PORT), "--data-dir", f"{name}/data")
        process = subprocess.Popen([sys.executable, "-m", "runtime.cli", *words], env=environment)
        try:
            _wait_until_ready()
            yield psutil.Process(process.pid)
        finally:
            process.terminate()
            process.wait()


def _wait_until_ready() -> None:
    began = time.monotonic()
    while time.monotonic() - began < START_S_MAX:
        with contextlib.suppress(httpx.HTTPError):
            answer = httpx.get(f"http://127.0.0.1:{PORT}/api/v1/health/ready", trust_env=False)
            if answer.status_code == 200 and answer.json()["checks"].get("worker", "ready") != "starting":
                return
        time.sleep(SAMPLE_S)
    raise TimeoutError("The server is not ready")


def measure(pictures: list[Picture], slots: int, minutes: float, keep: Path | None) -> dict[str, Any]:
    """Upload the pictures and watch them to their end; return the figures."""
    headers = {"Authorization": f"Bearer {KEY}"}
    files = [("files", (name, data, "image/jpeg")) for name, data in pictures]
    with (
        server(slots) as root,
        httpx.Client(
            base_url=f"http://127.0.0.1:{PORT}/api/v1", headers=headers, timeout=None, trust_env=False
        ) as client,
    ):
        memory = Memory(root)
        memory.start()
        began = time.perf_counter()
        answer = client.post("/upload/batch", files=files).raise_for_status().json()
        upload_s = time.perf_counter() - began
        ends = _watched(client, answer["job_id"], began, 60 * minutes)
        memory.end()
        shown = client.get(f"/status/{answer['job_id']}").raise_for_status().json()
        if keep is not None:
            _kept(client, shown, keep)
    done = [at for at, one in ends if one["type"] == "completed"]
    return {
        "pictures": len(pictures), "uploaded_mb": sum(len(data) for _, data in pictures) / 1e6, "upload_s": upload_s,
        "first_model_s": min(done, default=float("nan")), "total_s": ends[-1][0], "models": len(done),
        "by_method": Counter(one["method"] for _, one in ends if one["type"] == "completed"),
        "failures": Counter(one["error"]["message"] for _, one in ends if one["type"] == "failed"),
        "peak_mib": memory.peaks, "cpu_s": memory.cpu_s(),
    }  # fmt: skip


def _watched(client: httpx.Client, job_id: str, began: float, limit_s: float) -> list[tuple[float, dict[str, Any]]]:
    """Return what ended, and when, in seconds since the upload began; what lasts longer than it may is cancelled."""
    ends, is_over = [], False
    with client.stream("GET", f"/status/stream/{job_id}") as stream:
        for line in stream.iter_lines():
            if not is_over and time.perf_counter() - began > limit_s:
                is_over = True
                client.post("/models/cancel", json={"job_id": job_id}).raise_for_status()
            if line.startswith("data: "):
                said = json.loads(line.removeprefix("data: "))
                if said["type"] in ("completed", "failed", "end"):
                    ends.append((time.perf_counter() - began, said))
                    print(
                        f"{ends[-1][0]:7.1f} s  {said['type']} {said.get('file_id', '')}", file=sys.stderr, flush=True
                    )
    return ends


def _kept(client: httpx.Client, shown: dict[str, Any], folder: Path) -> None:
    """Keep the preview and the model of each picture, to be looked at."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in shown["files"]:
        for what, suffix in (("preview", ".png"), ("model", ".glb")):
            answer = client.get(f"/download/{shown['job_id']}/{file['file_id']}/{what}", follow_redirects=True)
            if answer.status_code == 200:
                (folder / f"{file['file_id']}-{Path(file['filename']).stem}{suffix}").write_bytes(answer.content)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    samples = os.environ.get("MESHWRIGHT_SAMPLES", "")
    parser.add_argument("folders", nargs="*", type=Path, default=[Path(samples)] if samples else [])
    parser.add_argument("--pictures", type=int, default=25)
    parser.add_argument("--slots", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    figures = measure(photographs(options.folders, options.pictures), options.slots, options.minutes, options.keep)
    table = Table("", "", title=f"{figures['pictures']} photographs, {figures['uploaded_mb']:.0f} MB, in one batch")
    table.add_row("uploaded, and the batch begun", f"{figures['upload_s']:.1f} s")
    table.add_row("first model, from the beginning of the upload", f"{figures['first_model_s']:.1f} s")
    table.add_row("all done", f"{figures['total_s']:.1f} s")
    methods = ", ".join(f"{count} {method}" for method, count in figures["by_method"].most_common())
    table.add_row("models", f"{figures['models']}: {methods}")
    for message, count in figures["failures"].most_common():
        table.add_row("no model", f"{count}: {message}")
    for role, mib in figures["peak_mib"].items():
        table.add_row(f"peak memory, {role}", f"{mib:.0f} MiB")
    for role, seconds in figures["cpu_s"].items():
        table.add_row(f"processors, {role}", f"{seconds:.0f} s")
    Console().print(table)


if __name__ == "__main__":
    main()
