"""The other side of `engine.single_view.adapters`: transformers' models, asked for one picture."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from domain.errors import GenerationFailed
from engine.shapes import Pixels

Image = NDArray[np.float32]
_MEAN, _DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)  # of ImageNet, where a model does not say
_SIDE = 518  # pixels, where a model does not say
_SIDE_MAX = 2048
_STEP = 32


def segmented(folder: str, pixels: Pixels) -> tuple[Image, list[str]]:
    """Return (n, h, w) probabilities in [0, 1] of the model's labels, smaller than the picture, and the labels."""
    import torch
    from transformers import AutoModelForSemanticSegmentation

    logits, config = _answered(AutoModelForSemanticSegmentation, folder, pixels, "logits")
    chances = torch.sigmoid(logits[0]) if logits.shape[1] == 1 else torch.softmax(logits[0], dim=0)
    labels = getattr(config, "id2label", None) or {}
    names = [str(labels.get(number, number)) for number in range(chances.shape[0])]
    return _checked(chances), names


def measured(folder: str, pixels: Pixels) -> Image:
    """Return (h, w) nearness as the model sees it, smaller than the picture."""
    from transformers import AutoModelForDepthEstimation

    depth, _ = _answered(AutoModelForDepthEstimation, folder, pixels, "predicted_depth")
    return _checked(depth[0])


def _answered(kind: Any, folder: str, pixels: Pixels, what: str) -> tuple[Any, Any]:
    import torch
    from transformers.utils import logging as quiet

    quiet.disable_progress_bar()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    try:
        model = kind.from_pretrained(folder, local_files_only=True, use_safetensors=True, trust_remote_code=False)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise GenerationFailed("its folder holds no such model in safetensors", stage="foreground") from error
    asked = torch.from_numpy(prepared(pixels, _told(folder), model.config)).to(device)
    torch.manual_seed(0)
    with torch.inference_mode():
        return getattr(model.to(device).eval()(pixel_values=asked), what), model.config


def _checked(values: Any) -> Image:
    found: Image = values.float().cpu().numpy()
    if not np.isfinite(found).all():
        raise GenerationFailed("it answered with what is no number", stage="foreground")
    return found


def _told(folder: str) -> Mapping[str, Any]:
    """Return what the model's folder says of the pictures that it wants."""
    try:
        told = json.loads(Path(folder, "preprocessor_config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def prepared(pixels: Pixels, told: Mapping[str, Any], config: Any) -> Image:
    """Return (1, 3, h, w) values as a model wants them: scaled to its size with the sides' ratio kept, normalised."""
    height, width = _size(pixels, told, config)
    small = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32) / np.float32(255)
    mean = np.asarray(told.get("image_mean") or _MEAN, np.float32)
    deviation = np.asarray(told.get("image_std") or _DEVIATION, np.float32)
    values = (small - mean) / deviation
    return np.ascontiguousarray(values.transpose(2, 0, 1)[None], np.float32)


def _size(pixels: Pixels, told: Mapping[str, Any], config: Any) -> tuple[int, int]:
    wanted = told.get("size") or {}
    sides = [wanted] if isinstance(wanted, int) else [int(side) for side in wanted.values() if isinstance(side, int)]
    longer = min(max(sides, default=_SIDE), _SIDE_MAX)
    patch = getattr(config, "patch_size", None) or getattr(getattr(config, "backbone_config", None), "patch_size", None)
    step = patch if isinstance(patch, int) and patch > 0 else _STEP
    share = longer / max(pixels.shape[:2])
    height, width = (max(step, round(side * share / step) * step) for side in pixels.shape[:2])
    return height, width
