"""Places where a test may let the process die, as if by SIGKILL, to see that nothing is lost or doubled."""

import os

EXIT_CODE = 137
_wanted = os.environ.get("MESHWRIGHT_CRASH_AT", "")


def crash_point(name: str) -> None:
    """End the process at once when the environment variable MESHWRIGHT_CRASH_AT names this point."""
    if _wanted and name == _wanted:
        os._exit(EXIT_CODE)
