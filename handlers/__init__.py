"""What happens because of a fact: one module per kind of work, and the machinery that performs them."""

import importlib
from collections.abc import Callable
from typing import Any

from domain.work import KINDS

Handler = Callable[[Any, Any], Any]
"""`perform(work, job)`; returns a struct that tells what came of it."""


def handlers_in(package: str = "handlers") -> dict[str, Handler]:
    """Return the handlers of a package by kind of work, the name of the module; kinds without one are left out."""
    found: dict[str, Handler] = {}
    for kind in KINDS:
        name = f"{package}.{kind}"
        try:
            found[kind] = importlib.import_module(name).perform
        except ModuleNotFoundError as error:
            if error.name != name:
                raise
    return found


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
