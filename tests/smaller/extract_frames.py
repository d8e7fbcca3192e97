"""Frames are chosen as they always are."""

from handlers.extract_frames import perform

__all__ = ["perform"]
