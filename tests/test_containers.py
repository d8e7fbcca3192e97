"""The container files say what the code can do; no daemon is needed to see that."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from runtime.cli import main
from runtime.embedded.nats import MAX_PAYLOAD_BYTES
from runtime.embedded.postgres import OPTIONS

ROOT = Path(__file__).parents[1]
COMPOSE = (ROOT / "compose.yaml").read_text()
SECRETS = ("POSTGRES_PASSWORD", "NATS_PASSWORD", "MESHWRIGHT_MASTER_KEY")
Services = dict[str, dict[str, Any]]


@pytest.fixture
def services() -> Services:
    return dict(yaml.safe_load(COMPOSE)["services"])


def test_each_role_is_a_command_with_these_options(services: Services) -> None:
    roles = {name: service["command"] for name, service in services.items() if name not in {"postgres", "nats"}}
    assert set(roles) == {"api", "projections", "relay", "work-cpu", "work-gpu"}
    for role, *arguments in roles.values():
        main.commands[role].make_parser(main.make_context("meshwright", [role])).parse_args(list(arguments))


@pytest.mark.parametrize("secret", SECRETS)
def test_no_secret_has_a_default(secret: str) -> None:
    used = re.findall(r"(?<!\$)\$\{" + secret + r"([^}]*)\}", COMPOSE)
    assert used
    assert all(rest.startswith(":?") for rest in used)


def test_the_servers_are_set_up_as_the_embedded_ones(services: Services) -> None:
    assert f"max_payload: {MAX_PAYLOAD_BYTES}" in services["nats"]["command"][0]
    for name in ("max_connections", "log_error_verbosity", "log_min_error_statement"):
        assert f"{name}={OPTIONS[name]}" in services["postgres"]["command"]


def test_only_the_gpu_worker_asks_for_a_gpu_and_only_when_wanted(services: Services) -> None:
    reserved = [name for name, service in services.items() if "deploy" in service]
    assert reserved == [name for name, service in services.items() if service.get("profiles")] == ["work-gpu"]


def test_workers_have_the_engine_and_the_extras_that_are_installed_exist(services: Services) -> None:
    known = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"].keys()
    extras = {name: _default(one["build"]["args"]["EXTRAS"]) for name, one in services.items() if "build" in one}
    assert extras == {"api": set(), "work-cpu": {"engine", "reconstruction"}, "work-gpu": {"engine", "lm", "neural"}}
    assert set().union(*extras.values()) <= known
    assert "ARG EXTRAS=engine,reconstruction\n" in (ROOT / "Dockerfile").read_text()


def test_images_that_are_built_differently_have_names_of_their_own(services: Services) -> None:
    built = [one["image"] for one in services.values() if "build" in one]
    assert len(built) == len(set(built))


def _default(extras: str) -> set[str]:
    found = re.fullmatch(r"\$\{\w+:-(.*)\}", extras)
    return {name for name in (found.group(1) if found else extras).split(",") if name}


def test_the_image_holds_every_package_of_the_wheel() -> None:
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"][
        "packages"
    ]
    dockerfile, ignored = (ROOT / "Dockerfile").read_text(), (ROOT / ".dockerignore").read_text().splitlines()
    for package in packages:
        assert f"COPY {package} {package}\n" in dockerfile
        assert f"!{package}" in ignored


def test_compose_accepts_the_file() -> None:
    tools = [["docker", "compose"], ["docker-compose"]]
    tool = next((tool for tool in tools if shutil.which(tool[0]) and not _run(*tool, "version").returncode), None)
    if tool is None:
        pytest.skip("this machine has no docker compose")
    refused = _run(*tool, "config", "--quiet")
    assert refused.returncode != 0
    assert "set the " in refused.stderr
    accepted = _run(*tool, "--profile", "gpu", "config", "--quiet", **dict.fromkeys(SECRETS, "x"))
    assert accepted.returncode == 0, accepted.stderr


def _run(*argv: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    clean = {"PATH": "/usr/local/bin:/usr/bin:/bin", **environment}
    return subprocess.run(argv, cwd=ROOT, env=clean, capture_output=True, text=True, check=False)
