"""Become another program that ends with its parent: `launch.py SIGNAL UID GID PARENT FOLDER PROGRAM ARGUMENTS…`.

Run as a script, isolated. It imports nothing of ours: the user it becomes may not be able to read this source tree.
The death signal is Linux only; elsewhere this only changes the user.
"""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1
FOLDER_DESCRIPTOR = 9


def main(death_signal: int, uid: int, gid: int, parent: int, folder: str, argv: list[str]) -> None:
    """Drop to `uid` and `gid` (-1: stay), tie the life of this process to `parent`, and become `argv`.

    `folder`, if not empty, stays open as /proc/self/fd/9 for a user who could not walk there.
    """
    if folder:
        os.dup2(os.open(folder, os.O_RDONLY | os.O_DIRECTORY), FOLDER_DESCRIPTOR, inheritable=True)
    if uid >= 0:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    if sys.platform == "linux":
        # After setuid, because a change of user clears it.
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, death_signal, 0, 0, 0)
        if os.getppid() != parent:  # the parent died before the line above could see it
            sys.exit(1)
    os.execvp(argv[0], argv)  # noqa: S606


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5], sys.argv[6:])
