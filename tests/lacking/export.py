"""A handler whose library nobody has."""

from typing import Any

import a_library_that_nobody_has  # type: ignore[import-not-found]  # noqa: F401


def perform(work: Any, job: Any) -> None:
    """Do nothing: it is never reached."""
