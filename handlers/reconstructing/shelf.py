"""Where results of stages are kept, and found again by later jobs."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from domain.errors import Invalid, NotFound
from domain.work.reconstruct import NamedAsset
from engine.photographs.caching import name_of
from handlers.context import JobContext, Stage

ZIP = "application/zip"
REUSED = "reused"
Made = TypeVar("Made")


class Shelf:
    """What earlier jobs, or attempts, of the project kept of their stages."""

    def __init__(self, job: JobContext, earlier: Sequence[NamedAsset]) -> None:
        self._job = job
        self._known = {one.name: one.asset_id for one in earlier}

    def found(self, stage: str, key: str) -> Path | None:
        """Return the file that keeps a stage's result, or None."""
        asset = self._known.get(name_of(stage, key))
        if asset is None:
            return None
        try:
            return self._job.fetch(asset)
        except NotFound:
            return None

    def keep(self, stage: str, key: str, data: bytes) -> None:
        """Keep a stage's result."""
        self._job.keep(data, name_of(stage, key), ZIP, "input")

    def taken(
        self,
        stage: Stage,
        key: str,
        *,
        read: Callable[[Path], Made],
        make: Callable[[], Made],
        pack: Callable[[Made], bytes],
    ) -> Made:
        """Return what is kept of a stage, or make it and keep it; the stage's result tells which."""
        path = self.found(stage.name, key)
        if path is not None:
            try:
                made = read(path)
            except Invalid as error:
                self._job.log("What was kept of this stage cannot be used; it is done again", reason=error.message)
            else:
                stage.result[REUSED] = True
                return made
        made = make()
        self.keep(stage.name, key, pack(made))
        stage.result[REUSED] = False
        return made
