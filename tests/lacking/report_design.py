"""A handler that needs nothing."""

from typing import Any


def perform(work: Any, job: Any) -> str:
    """Say that it works."""
    return "works"
