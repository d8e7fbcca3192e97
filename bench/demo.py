"""How long the stages of `make demo` take, from a cold start, when the first preview shows, whether bytes repeat."""

import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

PROMPT = "bronze steampunk pocket watch with exposed gears"
RUNS = {"draft": "draft", "standard": "standard", "standard again": "standard", "high": "high"}
"""Qualities by the title of their column."""


def main() -> None:
    """Make the demo's model twice at standard and once at the other qualities, in a new data folder; print stages."""
    with tempfile.TemporaryDirectory(prefix="meshwright-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        runs = {column: _make(folder, column, quality) for column, quality in RUNS.items()}
        previews_s = _first_previews_s(folder)
    table = Table("stage", *(f"{column}, s" for column in RUNS), title="meshwright make, 20,000 triangles")
    for stage in runs["standard"]["stages_ms"]:
        table.add_row(stage, *(f"{one['stages_ms'][stage] / 1000:.2f}" for one in runs.values()))
    table.add_row("in all, with servers", *(f"{one['wall_s']:.2f}" for one in runs.values()))
    console = Console()
    console.print(table)
    console.print("first preview, s after the request, worker warm: " + ", ".join(f"{each:.2f}" for each in previews_s))
    is_same = runs["standard"]["hash"] == runs["standard again"]["hash"]
    console.print("model.glb of both runs at standard: " + ("the same bytes" if is_same else "DIFFERENT"))


def _make(folder: Path, name: str, quality: str) -> dict[str, Any]:
    began = time.perf_counter()
    out = folder / name.replace(" ", "-")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "runtime.cli", "make", PROMPT, "--json", "--quality", quality),
            *("--out", str(out), "--data-dir", str(folder / "data")),
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    report: dict[str, Any] = json.loads(done.stdout)
    glb = (out / "model.glb").read_bytes()
    return {**report, "wall_s": time.perf_counter() - began, "hash": hashlib.sha256(glb).hexdigest()}


def _first_previews_s(folder: Path) -> list[float]:
    """Return the times of a gallery of the demo's prompt, less the first, whose worker was only starting."""
    prompts = folder / "prompts.txt"
    prompts.write_text(f"{PROMPT}\n" * 4, "utf-8")
    words = ("gallery", str(prompts), "--quality", "draft", "--json", "--out", str(folder / "gallery"))
    done = subprocess.run(
        [sys.executable, "-m", "runtime.cli", *words, "--data-dir", str(folder / "data")],
        check=True,
        capture_output=True,
        text=True,
    )
    return [float(json.loads(line)["first_preview_s"]) for line in done.stdout.splitlines()][1:]


if __name__ == "__main__":
    main()
