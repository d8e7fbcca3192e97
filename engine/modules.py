"""Import every module of a package, so that what registers itself is found by being there."""

import importlib
import pkgutil


def import_all(package: str) -> None:
    """Import all modules below a package, in the order of their names."""
    path = importlib.import_module(package).__path__
    for name in sorted(found.name for found in pkgutil.walk_packages(path, f"{package}.")):
        importlib.import_module(name)
