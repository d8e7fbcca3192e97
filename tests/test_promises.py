"""The promises of the house, each one checked."""

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from domain.work import KINDS

ROOT = Path(__file__).parent.parent
PACKAGES = ("domain", "commands", "projections", "handlers", "engine", "runtime", "api")
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def test_imports_go_one_way_through_the_rooms() -> None:
    program = str(Path(sys.executable).parent / "lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_of_work_has_a_handler_of_its_name(kind: str) -> None:
    assert callable(importlib.import_module(f"handlers.{kind}").perform)


@pytest.mark.parametrize("page", ["events", "materials", "options", "settings"])
def test_the_generated_pages_are_up_to_date(page: str) -> None:
    docs = importlib.import_module("runtime.docs")
    assert (ROOT / "docs" / f"{page}.md").read_text() == docs.PAGES[page]()


def test_no_module_is_longer_than_400_lines() -> None:
    assert {str(path) for path in SOURCES if path.read_text().count("\n") > 400} == set()


def test_no_function_is_longer_than_60_lines() -> None:
    functions = (
        (path, node)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    long = {f"{path}:{node.name}" for path, node in functions if (node.end_lineno or 0) - node.lineno >= 60}
    assert long == set()


def test_no_notes_are_left_over() -> None:
    note = re.compile(r"\b(TODO|FIXME|XXX)\b|except Exception: *pass|raise NotImplementedError")
    assert {str(path) for path in SOURCES if note.search(path.read_text())} == set()


def test_the_readme_names_only_commands_that_exist() -> None:
    from runtime.cli import main

    readme = (ROOT / "README.md").read_text()
    spans = re.findall(r"```sh\n(.*?)```|`([^`\n]+)`", readme, re.DOTALL)
    code = re.sub(r"#.*", "", "\n".join(block or inline for block, inline in spans))
    assert set(re.findall(r"\bmeshwright ([a-z]+)\b", code)) <= set(main.commands)
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)\b", code)) <= targets


def test_the_readme_links_only_to_files_that_exist() -> None:
    links = re.findall(r"\]\((?!http|#)([^)]+)\)", (ROOT / "README.md").read_text())
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "make test" in (ROOT / "README.md").read_text()
    assert "make test" in (ROOT / ".ci" / "run").read_text()


def test_every_setting_is_described() -> None:
    import msgspec

    from runtime.settings import Settings

    groups = [field.type for field in msgspec.structs.fields(Settings) if hasattr(field.type, "__struct_fields__")]
    undescribed = [
        f"{group.__name__}.{field.name}"
        for group in groups
        for field in msgspec.structs.fields(group)
        if not any(getattr(meta, "description", "") for meta in getattr(field.type, "__metadata__", ()))
    ]
    assert undescribed == []
