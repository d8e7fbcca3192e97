"""Shap-E by the diffusers library, from a folder on this machine.

Source: Jun & Nichol, "Shap-E: generating conditional 3D implicit functions", 2023.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from domain.errors import GenerationFailed
from engine.neural.maker import About, Made, Note, RawMesh, Wish, no_note
from engine.shapes import Tick

LICENCE = "MIT"
STEPS, GUIDANCE = 64, 15.0
_STAGE = "geometry_generation"
_SAMPLING = 0.7  # of the time; the rest goes into the field and its surface


class ShapE:
    """The pipeline in memory, on the GPU if there is one."""

    def __init__(self, folder: str) -> None:
        """Load the pipeline that `save_pretrained` wrote; only safetensors are read.

        Raises
        ------
        GenerationFailed
            The folder or the packages are missing, or the folder holds something else.
        """
        if not folder or not Path(folder).is_dir():
            raise GenerationFailed("The folder of MESHWRIGHT_SHAP_E is not there", stage=_STAGE)
        try:
            self._pipeline = _loaded(folder)
        except ImportError as error:
            raise GenerationFailed(
                "Shap-E needs packages that are not installed: pip install 'meshwright[neural]'", stage=_STAGE,
                package=error.name or "",
            ) from error  # fmt: skip
        except (OSError, ValueError, KeyError) as error:
            raise GenerationFailed("The folder of MESHWRIGHT_SHAP_E holds no Shap-E pipeline", stage=_STAGE) from error
        self.about = About("shap-e", Path(folder).name, LICENCE)

    def make(self, wish: Wish, *, tick: Tick, note: Note = no_note) -> Made:
        """Return the surface of the field that is sampled for a prompt."""
        import torch

        steps = int(wish.parameters.get("steps", STEPS))
        guidance = float(wish.parameters.get("guidance", GUIDANCE))
        latents = self.latents(wish, steps=steps, guidance=guidance, tick=tick)
        tick(_SAMPLING, "Looking for the surface")
        with torch.inference_mode():
            decoded = self._pipeline.shap_e_renderer.decode_to_mesh(latents, self._pipeline.device)
        tick(1.0, "Found the surface")
        return Made(_raw(decoded), {"steps": steps, "guidance": guidance, "device": self._pipeline.device.type})

    def latents(self, wish: Wish, *, steps: int, guidance: float, tick: Tick) -> Any:
        """Return the (1, n, d) latents that are sampled for a prompt; the same seed gives the same ones."""
        import torch

        self._pipeline.progress_bar = lambda times: _ticking(times, tick)
        generator = torch.Generator("cpu").manual_seed(wish.seed)
        with torch.inference_mode():
            answer = self._pipeline(
                wish.prompt, generator=generator, num_inference_steps=steps, guidance_scale=guidance,
                output_type="latent",
            )  # fmt: skip
        return answer.images


def _loaded(folder: str) -> Any:
    import torch
    from diffusers import ShapEPipeline
    from diffusers.utils import logging

    logging.disable_progress_bar()
    is_gpu = torch.cuda.is_available()
    precision = torch.float16 if is_gpu else torch.float32
    pipeline = ShapEPipeline.from_pretrained(
        folder, torch_dtype=precision, local_files_only=True, use_safetensors=True
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
    if not len(faces) or not np.isfinite(points).all():
        raise GenerationFailed("The neural model found no surface for this prompt", stage=_STAGE)
    channels = [decoded.vertex_channels[name].detach().float().cpu().numpy() for name in "RGB"]
    colors = np.clip(np.stack(channels, axis=1), 0, 1).astype(np.float32)
    return RawMesh(np.ascontiguousarray(points[:, [0, 2, 1]] * [1.0, 1.0, -1.0]), faces, colors)


@lru_cache(maxsize=1)
def shap_e(folder: str) -> ShapE:
    """Return the maker, loaded once in this process."""
    return ShapE(folder)
