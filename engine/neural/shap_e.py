"""Shap-E by the diffusers library, from a folder on this machine.

Source: Jun & Nichol, "Shap-E: generating conditional 3D implicit functions", 2023.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from domain.errors import GenerationFailed
from engine.neural.maker import About, Made, Note, RawMesh, Wish, no_note
from engine.shapes import Tick

LICENCE = "MIT"
STEPS, GUIDANCE = 64, 15.0
_STAGE = "geometry_generation"
_HOW = "docs/neural.md says how to get one"
_GRID, _BATCH = 128, 8192  # points of the field along each side, and how many are asked at once
_SAMPLING = 0.7  # of the time; the rest goes into the field and its surface


class ShapE:
    """The pipeline in memory, on the GPU if there is one; it follows words."""

    pipeline = "ShapEPipeline"
    setting = "MESHWRIGHT_SHAP_E"
    otherwise = "unset MESHWRIGHT_MAKER"

    def __init__(self, folder: str) -> None:
        """Load the pipeline that `save_pretrained` wrote; only safetensors are read.

        Raises
        ------
        GenerationFailed
            The folder or the packages are missing, or the folder holds something else.
        """
        if not folder or not Path(folder).is_dir():
            raise GenerationFailed(
                f"The folder of {self.setting} is not there; {_HOW}, or {self.otherwise}", stage=_STAGE
            )
        try:
            self._pipeline = _loaded(folder, self.pipeline)
        except ImportError as error:
            raise GenerationFailed(
                "Shap-E needs packages that are not installed: pip install 'meshwright[neural]'", stage=_STAGE,
                package=error.name or "",
            ) from error  # fmt: skip
        except (OSError, ValueError, KeyError) as error:
            raise GenerationFailed(
                f"The folder of {self.setting} holds no Shap-E pipeline in safetensors; {_HOW}", stage=_STAGE
            ) from error
        self.about = About("shap-e", Path(folder).name, LICENCE)

    def make(self, wish: Wish, *, tick: Tick, note: Note = no_note) -> Made:
        """Return the surface of the field that is sampled for a prompt."""
        steps = int(wish.parameters.get("steps", STEPS))
        guidance = float(wish.parameters.get("guidance", GUIDANCE))
        try:
            latents = self.latents(wish, steps=steps, guidance=guidance, tick=tick)
            decoded = self._decoded(latents, tick)
        except RuntimeError as error:
            if "memory" not in str(error):
                raise
            raise GenerationFailed("The neural model ran out of memory", stage=_STAGE) from error
        tick(1.0, "Found the surface")
        facts = {"steps": steps, "guidance": guidance, "device": self._pipeline.device.type}
        return Made(_raw(decoded), facts | {name: version(name) for name in ("diffusers", "torch")})

    def latents(self, wish: Wish, *, steps: int, guidance: float, tick: Tick) -> Any:
        """Return the (1, n, d) latents that are sampled for a wish; the same seed gives the same ones."""
        import torch

        self._pipeline.progress_bar = lambda times: _ticking(times, tick)
        generator = torch.Generator("cpu").manual_seed(wish.seed)
        return self._pipeline(
            self._subject(wish), generator=generator, num_inference_steps=steps, guidance_scale=guidance,
            output_type="latent",
        ).images  # fmt: skip

    def _subject(self, wish: Wish) -> Any:
        """Return what the pipeline is to follow."""
        return wish.prompt

    def _decoded(self, latents: Any, tick: Tick) -> Any:
        """Return the surface of the field that latents stand for; each batch of the grid's points ticks."""
        import torch

        batches = iter(range(_GRID**3 // _BATCH))

        def told(*_: Any) -> None:
            done = next(batches, _GRID**3 // _BATCH) * _BATCH / _GRID**3
            tick(_SAMPLING + (1 - _SAMPLING) * done, "Looking for the surface")

        renderer = self._pipeline.shap_e_renderer
        hooks = [
            renderer.mlp.register_forward_hook(told),
            renderer.mesh_decoder.register_forward_hook(lambda _, __, found: _require_surface(found)),
        ]
        try:
            with torch.no_grad():
                return renderer.decode_to_mesh(latents, self._pipeline.device, grid_size=_GRID, query_batch_size=_BATCH)
        finally:
            for hook in hooks:
                hook.remove()


def _require_surface(found: Any) -> None:
    import torch

    if not len(found.faces) or not bool(torch.isfinite(found.verts).all()):
        raise GenerationFailed("The neural model found no surface for what was asked", stage=_STAGE)


def _loaded(folder: str, kind: str) -> Any:
    import diffusers
    import torch
    from diffusers.utils import logging as quiet
    from transformers.utils import logging as quiet_too

    quiet.disable_progress_bar()
    quiet_too.disable_progress_bar()
    is_gpu = torch.cuda.is_available()
    precision = torch.float16 if is_gpu else torch.float32
    pipeline = getattr(diffusers, kind).from_pretrained(
        folder,
        dtype=precision,
        local_files_only=True,
        use_safetensors=True,
        low_cpu_mem_usage=False,
    )
    return pipeline.to("cuda" if is_gpu else "cpu")


def _ticking(times: Iterable[Any], tick: Tick) -> Iterator[Any]:
    steps = list(times)
    for number, time in enumerate(steps):
        tick(_SAMPLING * number / len(steps), f"Sampling, step {number + 1} of {len(steps)}")
        yield time


def _raw(decoded: Any) -> RawMesh:
    """Return a decoded mesh with Y up: Shap-E's own axis upwards is z."""
    points = decoded.verts.detach().double().cpu().numpy()
    faces = decoded.faces.detach().cpu().numpy().astype(np.int32)
    channels = [decoded.vertex_channels[name].detach().float().cpu().numpy() for name in "RGB"]
    colors = np.clip(np.stack(channels, axis=1), 0, 1).astype(np.float32)
    return RawMesh(np.ascontiguousarray(points[:, [0, 2, 1]] * [1.0, 1.0, -1.0]), faces, colors)


class ShapEOfPicture(ShapE):
    """The same model, trained to follow a picture."""

    pipeline = "ShapEImg2ImgPipeline"
    setting = "MESHWRIGHT_IMAGE_SHAP_E"
    otherwise = "choose another provider"

    def _subject(self, wish: Wish) -> Any:
        """Return the picture as the pipeline takes it."""
        from PIL import Image

        if wish.picture is None:
            raise GenerationFailed("Shap-E was given no picture to follow", stage=_STAGE)
        return Image.fromarray(wish.picture)


@lru_cache(maxsize=1)
def shap_e(folder: str) -> ShapE:
    """Return the maker that follows words, loaded once in this process."""
    return ShapE(folder)


@lru_cache(maxsize=1)
def shap_e_of_picture(folder: str) -> ShapEOfPicture:
    """Return the maker that follows a picture, loaded once in this process."""
    return ShapEOfPicture(folder)
