"""The examples of the design family's specs, as they stand there, with base URL, key and password set."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import ADMIN_PASSWORD, API_KEY, Server
from tests.gltf import node_tools

EXAMPLES = Path(__file__).parent / "spec_examples"
KEY, PASSWORD = "bhiv-secret-key-2024", "bhiv2024"


def example(name: str, server: Server) -> str:
    """Return an example with what is a user's own put in."""
    text = (EXAMPLES / name).read_text().replace(KEY, API_KEY).replace(PASSWORD, ADMIN_PASSWORD.replace("'", "\\'"))
    return text.replace("http://localhost:8000/api/v1", server.url)


def run(command: list[str], program: str, server: Server) -> str:
    """Run a program that reads its source from stdin and return what it prints."""
    environment = {**os.environ, "API_BASE": server.url, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    done = subprocess.run(
        command, input=program, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_python_integration_of_spec_3(design_server: Server) -> None:
    shown = "import json; print(json.dumps([gen.status_code, spec, sw.status_code, sw.json()]))"
    printed = run([sys.executable, "-"], example("design.py.txt", design_server) + shown, design_server)
    generated, spec, switched, changed = json.loads(printed)
    assert (generated, switched) == (200, 200), changed
    assert changed["changed"] == {
        "object_id": "floor_1", "before": {"material": "marble_white"}, "after": {"material": "marble_black"},
    }  # fmt: skip
    assert changed["spec_id"] == spec["spec_id"]


def test_the_javascript_integration_of_spec_3(design_server: Server) -> None:
    call = "\ngenerateDesign('Living room with marble floor').then((made) => console.log(JSON.stringify(made)));\n"
    printed = run([node_tools()[0], "-"], example("design.js", design_server) + call, design_server)
    assert json.loads(printed)["spec_json"]["objects"][0]["object_id"] == "floor_1"


@pytest.fixture
def token(design_server: Server) -> str:
    """A token of the admin, as spec 3 hands it out."""
    with design_server.client(x_api_key=API_KEY) as client:
        answer = client.post("/auth/login", json={"username": "admin", "password": ADMIN_PASSWORD})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["access_token"])


def test_the_javascript_example_of_spec_2(design_server: Server, token: str) -> None:
    page = example("generate.js", design_server).replace("'/api/v1/generate'", f"'{design_server.url}/generate'")
    program = f"(async () => {{ const jwtToken = {json.dumps(token)};\n{page}\n}})();"
    printed = run([node_tools()[0], "-"], program, design_server)
    assert "Generated spec ID: spec_" in printed
    assert "Objects: [" in printed


def test_the_curl_example_of_spec_2(design_server: Server, token: str) -> None:
    program = example("generate.sh", design_server).replace("<jwt-token>", token)
    printed = run(["bash", "-s"], program, design_server)
    spec = json.loads(printed)["spec_json"]
    assert spec["metadata"]["original_spec"]["design_type"] == "electronics"
    assert spec["metadata"]["style"] == "minimalist"
