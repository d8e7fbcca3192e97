"""What is shown of a model while it is made: blocks, then parts, then what the budget leaves of them."""

import time

from domain.spec import DesignSpec
from engine.assembling.blocks import blocks
from engine.glb import write_plain_glb
from engine.images import png
from engine.shapes import Assembly
from engine.studio.picture import render_solid
from handlers.context import JobContext, Stage

PREVIEW_FACT = "preview_ms"  # since the run began; differs between runs, so it stays out of what is written into models
SIZE = 384


class Previews:
    """Shows a run's previews, if they are wanted."""

    def __init__(self, job: JobContext, seed: int, is_wanted: bool) -> None:
        """Begin to count the time."""
        self._job, self._seed, self._is_wanted = job, seed, is_wanted
        self._begun = time.perf_counter()

    def blocks(self, spec: DesignSpec, stage: Stage) -> None:
        """Show the boxes of a design's objects."""
        if self._is_wanted:
            self._picture(blocks(spec), "blocks.png", stage)

    def parts(self, full: Assembly, stage: Stage) -> None:
        """Show the assembled parts."""
        if self._is_wanted:
            self._picture(full, "parts.png", stage)

    def model(self, light: Assembly) -> None:
        """Show the shape that will be textured."""
        if self._is_wanted:
            self._show(write_plain_glb(light), "preview.glb", "model/gltf-binary")

    def _picture(self, assembly: Assembly, name: str, stage: Stage) -> None:
        pixels = render_solid(assembly, size=SIZE, seed=self._seed)
        self._show(png(pixels), name, "image/png")
        stage.result[PREVIEW_FACT] = round((time.perf_counter() - self._begun) * 1000)

    def _show(self, data: bytes, name: str, media_type: str) -> None:
        self._job.preview(self._job.keep(data, name, media_type, "preview"))
