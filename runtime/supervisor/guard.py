"""The process that ends our children if we are killed before we can."""

import contextlib
import subprocess
import sys
from pathlib import Path
from typing import Self

GUARDIAN = Path(__file__).with_name("guardian.py")


class Guardian:
    """Knows which process groups run, and outlives us for as long as it takes to end them."""

    def __init__(self, grace_s: float) -> None:
        argv = [sys.executable, "-I", "-S", str(GUARDIAN), str(grace_s)]
        self._process = subprocess.Popen(argv, stdin=subprocess.PIPE, cwd="/", start_new_session=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def tell(self, line: str) -> None:
        """Say that a process group runs (`+123`) or has ended (`-123`)."""
        with contextlib.suppress(BrokenPipeError):
            if self._process.stdin is not None:
                self._process.stdin.write(f"{line}\n".encode())
                self._process.stdin.flush()
