"""Who runs the servers, and where that user can reach files."""

import contextlib
import os
import pwd
import shutil
import stat
from pathlib import Path

from runtime.embedded.errors import CannotStart, DataDirUnusable, DiskFull
from runtime.embedded.process import User

MIB = 2**20


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
    if not can_reach(data_dir / "postgres", user):
        raise DataDirUnusable(
            f"As root, the servers run as the user {pwd.getpwuid(user.uid).pw_name}, who cannot enter {data_dir}; "
            "choose a folder below one that everyone may pass through with --data-dir, for example /var/lib/meshwright."
        )
    return data_dir


def _make_folders(data_dir: Path, user: User) -> None:
    missing = [folder for folder in (data_dir, *data_dir.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700)
    if user.uid >= 0:
        # The servers' user passes through what is ours and sees nothing on the way; parents of others stay as they are.
        for folder in {data_dir, *missing}:
            folder.chmod(stat.S_IMODE(folder.stat().st_mode) | stat.S_IXOTH)


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
