"""How long the stages of `make demo` take, from a cold start, when the first preview shows, whether bytes repeat."""

import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

PROMPT = "bronze steampunk pocket watch with exposed gears"


def main() -> None:
    """Make the demo's model twice in a new data folder and print its stages."""
    with tempfile.TemporaryDirectory(prefix="meshwright-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        first, second = _make(folder, "first"), _make(folder, "second")
        previews_s = _first_previews_s(folder)
    table = Table("stage", "first, s", "second, s", title="meshwright make, standard quality, 20,000 triangles")
    for stage in first["stages_ms"]:
        table.add_row(stage, *(f"{one['stages_ms'][stage] / 1000:.2f}" for one in (first, second)))
    table.add_row("in all, with servers", *(f"{one['wall_s']:.2f}" for one in (first, second)))
    console = Console()
    console.print(table)
    console.print("first preview, s after the request, worker warm: " + ", ".join(f"{each:.2f}" for each in previews_s))
    console.print("model.glb of both runs: " + ("the same bytes" if first["hash"] == second["hash"] else "DIFFERENT"))


def _make(folder: Path, name: str) -> dict[str, object]:
    began = time.perf_counter()
    done = subprocess.run(
        [
            *(sys.executable, "-m", "runtime.cli", "make", PROMPT, "--json"),
            *("--out", str(folder / name), "--data-dir", str(folder / "data")),
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    report: dict[str, object] = json.loads(done.stdout)
    glb = (folder / name / "model.glb").read_bytes()
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
