"""Who runs the servers, and where that user can reach files."""

import contextlib
import os
import pwd
import shutil
import stat
import sys
from pathlib import Path

from runtime.embedded.errors import CannotStart, DataDirUnusable, DiskFull
from runtime.embedded.process import User

MIB = 2**20
STATE_DIR = Path("/var/lib/meshwright")


def server_user() -> User:
    """Return whom the servers run as: ourselves, or somebody unprivileged if we are root, which PostgreSQL refuses."""
    if os.geteuid() != 0:
        return User()
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return User(entry.pw_uid, entry.pw_gid)
    raise CannotStart("PostgreSQL refuses to run as root, and there is no user `postgres` or `nobody` here: add one.")


def can_reach(path: Path, user: User) -> bool:
    """Return whether `user` may enter every folder that leads to `path`."""
    return user.uid < 0 or all(_can_enter(parent.stat(), user) for parent in path.resolve().parents)


def _can_enter(status: os.stat_result, user: User) -> bool:
    if status.st_uid == user.uid:
        return bool(status.st_mode & stat.S_IXUSR)
    if status.st_gid == user.gid:
        return bool(status.st_mode & stat.S_IXGRP)
    return bool(status.st_mode & stat.S_IXOTH)


def make_data_dir(data_dir: Path, user: User) -> Path:
    """Make the data folder if it is missing; raise `DataDirUnusable` if we, or `user`, cannot use it."""
    data_dir = data_dir.expanduser().absolute()
    try:
        _make_folders(data_dir, user)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DataDirUnusable(
            f"The data folder {data_dir} cannot be used: {reason}; choose another with --data-dir."
        ) from error
    if not os.access(data_dir, os.W_OK | os.X_OK):
        raise DataDirUnusable(f"You may not write to the data folder {data_dir}; choose another with --data-dir.")
    if user.uid >= 0 and not _is_passable(data_dir, user):
        name = pwd.getpwuid(user.uid).pw_name
        raise DataDirUnusable(
            f"As root, the servers run as the user {name}, who may not enter {data_dir}; "
            "let everyone pass through it (chmod o+x), or choose another folder with --data-dir."
        )
    return data_dir


def _is_passable(data_dir: Path, user: User) -> bool:
    # On Linux the folder itself is enough, whatever leads to it: see launch.py.
    return _can_enter(data_dir.stat(), user) if sys.platform == "linux" else can_reach(data_dir / "any", user)


def _make_folders(data_dir: Path, user: User) -> None:
    missing = [folder for folder in (data_dir, *data_dir.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700)
    os.listdir(data_dir)  # a file, or a folder that we may not read, fails here
    for folder in {data_dir, *missing}:
        # The servers' user passes through what is ours, and sees nothing on the way; what is not ours stays as it is.
        if user.uid >= 0 and folder.stat().st_uid == os.geteuid():
            folder.chmod(stat.S_IMODE(folder.stat().st_mode) | stat.S_IXOTH)


def programs_folder(data_dir: Path, user: User) -> Path:
    """Return where copies of programs go: into the data folder, unless `user` could not run them from there."""
    if can_reach(data_dir / "programs", user):
        return data_dir / "programs"
    _make_folders(STATE_DIR, user)
    return STATE_DIR / "programs"


def require_free_space(data_dir: Path, *, free_mib_min: int) -> None:
    """Raise `DiskFull` if the disk of the data folder has less than `free_mib_min` left."""
    free_mib = shutil.disk_usage(data_dir).free // MIB
    if free_mib < free_mib_min:
        raise DiskFull(
            f"The disk that holds {data_dir} has {free_mib} MiB free, and Meshwright needs {free_mib_min} MiB; "
            "free some space or choose another folder with --data-dir.",
            free_mib=free_mib,
        )


def own_folder(path: Path, user: User) -> Path:
    """Make `path` a folder that only `user` may enter."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.chmod(0o700)
    if user.uid >= 0:
        os.chown(path, *user)
    return path


def write_secret(path: Path, text: str, user: User) -> None:
    """Write `text` to a file that only `user` can read; readers see the old or the new text, never a part."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    if user.uid >= 0:
        os.chown(fresh, *user)
    fresh.replace(path)
