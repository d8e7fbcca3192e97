"""What happens because of a fact: one module per kind of work, and the machinery that performs them."""

import importlib
from collections.abc import Callable
from typing import Any

from domain.errors import GenerationFailed
from domain.work import KINDS

OWN = frozenset(("domain", "commands", "projections", "handlers", "engine", "runtime", "api"))
"""The packages of Meshwright itself: where one of their modules is missing, something is wrong."""
Handler = Callable[[Any, Any], Any]
"""`perform(work, job)`; returns a struct that tells what came of it."""


def handlers_in(package: str = "handlers") -> dict[str, Handler]:
    """Return the handlers of a package by kind of work, the name of the module; kinds without one are left out.

    A kind for which somebody else's library is missing fails by itself, and says so; the others go on.
    """
    found: dict[str, Handler] = {}
    for kind in KINDS:
        name = f"{package}.{kind}"
        try:
            found[kind] = importlib.import_module(name).perform
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] in OWN | {package.partition(".")[0]}:
                if error.name != name:
                    raise
            else:
                found[kind] = _lacking(error.name or "")
    return found


def _lacking(library: str) -> Handler:
    """Return what stands for a handler whose library is not installed."""

    def perform(work: Any, job: Any) -> None:
        raise GenerationFailed(
            f"This server lacks the library `{library}`, which this kind of work needs: install Meshwright with the"
            " extras that its README names"
        )

    return perform


def warm_ups_in(package: str = "handlers") -> tuple[Callable[[], None], ...]:
    """Return what a fresh process of a package may do before its first job: the steps of its module `warming`."""
    name = f"{package}.warming"
    try:
        steps = importlib.import_module(name).STEPS
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return ()
    return tuple(step for kind in KINDS for step in steps.get(kind, ()))
