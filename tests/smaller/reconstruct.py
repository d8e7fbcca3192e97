"""A film becomes a model with few faces, a small texture and a short turntable."""

from dataclasses import replace

from engine.photographs.presets import PRESETS
from handlers.reconstruct import perform
from handlers.reconstructing import packaging

__all__ = ["perform"]

PRESETS["low"] = replace(PRESETS["low"], faces_max=10_000, texture_px=256)
packaging.TURN_FRAMES = 4
