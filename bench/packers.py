"""Other people's packers of glTF in processes of Node, gltfpack and gltf-transform; installed when first asked for."""

import hashlib
import resource
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.gltf import node_tools

FOLDER = Path(__file__).parent / "node"


@dataclass(frozen=True, slots=True)
class Made:
    """A file that somebody made, and what it cost."""

    data: bytes
    seconds: float
    memory_mib: float


def gltfpack(data: bytes, *flags: str) -> Made:
    """Return a GLB as gltfpack (its WebAssembly build) makes it, with these flags."""
    return _made(["node_modules/gltfpack/cli.js", "-i", "{in}", "-o", "{out}", *flags], data)


def gltf_transform(data: bytes, how: str) -> Made:
    """Return a GLB as gltf-transform makes it: draco, meshopt, meshopt-high or quantize, with its own settings."""
    return _made(["pack.mjs", how, "{in}", "{out}"], data)


def _made(words: list[str], data: bytes) -> Made:
    """Return what a script writes; the seconds are those of the whole process, its start included."""
    _install()
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.glb", Path(folder) / "out.glb"
        source.write_bytes(data)
        places = {"{in}": str(source), "{out}": str(target)}
        command = [node_tools()[0], *(places.get(word, word) for word in words)]
        begun = time.perf_counter()
        subprocess.run(command, cwd=FOLDER, check=True, capture_output=True, timeout=600)
        seconds = time.perf_counter() - begun
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        return Made(target.read_bytes(), seconds, most)


def _install() -> None:
    """Install what `package-lock.json` names, once."""
    wanted = hashlib.sha256((FOLDER / "package-lock.json").read_bytes()).hexdigest()
    done = FOLDER / "node_modules" / ".installed"
    if not done.exists() or done.read_text() != wanted:
        command = [*node_tools()[1], "ci", "--omit=optional", "--no-audit", "--no-fund", "--ignore-scripts"]
        subprocess.run(command, cwd=FOLDER, check=True, capture_output=True, timeout=300)
        done.write_text(wanted)
