"""Other people's packers of glTF in processes of Node, gltfpack and gltf-transform; installed when first asked for."""

import hashlib
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tests.gltf import node_tools

FOLDER = Path(__file__).parent / "node"
_LOOK_S = 0.02


class Made(NamedTuple):
    """A file that somebody made, what it cost, and what they printed."""

    data: bytes
    seconds: float
    memory_mib: float
    said: str = ""


def gltfpack(data: bytes, *flags: str) -> Made:
    """Return a GLB as gltfpack (its WebAssembly build) makes it, with these flags."""
    return _made(["node_modules/gltfpack/cli.js", "-i", "{in}", "-o", "{out}", *flags], data)


def gltf_transform(data: bytes, how: str) -> Made:
    """Return a GLB as gltf-transform makes it: draco, meshopt, meshopt-high or quantize, with its own settings."""
    return _made(["pack.mjs", how, "{in}", "{out}"], data)


def ours(data: bytes, **options: object) -> Made:
    """Return a GLB as we write it again with these options; the seconds are those of writing alone."""
    made = _ran([sys.executable, "-c", _OURS, "{in}", "{out}", repr(options)], data, Path.cwd())
    return made._replace(seconds=float(made.said))


_OURS = """
import ast, sys, time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from engine.models.reading import read_model
from engine.models.writing import write_model
source, target, options = sys.argv[1:]
model = read_model(Path(source).read_bytes())
begun = time.perf_counter()
made = write_model(model, **ast.literal_eval(options))
print(time.perf_counter() - begun)
Path(target).write_bytes(made)
"""


def _made(words: list[str], data: bytes) -> Made:
    _install()
    return _ran([node_tools()[0], *words], data, FOLDER)


def _ran(words: list[str], data: bytes, place: Path) -> Made:
    """Return what a command writes; the seconds are those of the whole process, its start included."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as said:
        source, target = Path(folder) / "in.glb", Path(folder) / "out.glb"
        source.write_bytes(data)
        names = {"{in}": str(source), "{out}": str(target)}
        begun = time.perf_counter()
        process = subprocess.Popen([names.get(word, word) for word in words], cwd=place, stdout=said)
        most = 0.0
        while process.poll() is None:
            most = max(most, _peak_mib(process.pid))
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=_LOOK_S)
        seconds = time.perf_counter() - begun
        if process.returncode:
            raise RuntimeError(f"{words[:3]} ended with {process.returncode}")
        said.seek(0)
        return Made(target.read_bytes(), seconds, most, said.read().decode())


def _peak_mib(process: int) -> float:
    """Return the most memory that a process has had since it began its program."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    told = [line for line in status.splitlines() if line.startswith("VmHWM")]
    return int(told[0].split()[1]) / 1024 if told else 0.0


def _install() -> None:
    """Install what `package-lock.json` names, once."""
    wanted = hashlib.sha256((FOLDER / "package-lock.json").read_bytes()).hexdigest()
    done = FOLDER / "node_modules" / ".installed"
    if not done.exists() or done.read_text() != wanted:
        command = [*node_tools()[1], "ci", "--omit=optional", "--no-audit", "--no-fund", "--ignore-scripts"]
        subprocess.run(command, cwd=FOLDER, check=True, capture_output=True, timeout=300)
        done.write_text(wanted)
