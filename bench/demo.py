"""How long the stages of `make demo` take, from a cold start, and whether two runs give the same bytes."""

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
    table = Table("stage", "first, s", "second, s", title="meshwright make, standard quality, 20,000 triangles")
    for stage in first["stages_ms"]:
        table.add_row(stage, *(f"{one['stages_ms'][stage] / 1000:.2f}" for one in (first, second)))
    table.add_row("in all, with servers", *(f"{one['wall_s']:.2f}" for one in (first, second)))
    console = Console()
    console.print(table)
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


if __name__ == "__main__":
    main()
