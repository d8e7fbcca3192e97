"""The frames of a film that are worth looking at."""

from typing import Annotated, ClassVar

from msgspec import Meta

from domain.work.base import Needs, Work

FRAMES_MAX = 600
INTERVAL_S_MIN, INTERVAL_S_MAX = 0.01, 3600.0


class ExtractFrames(Work, frozen=True, tag="extract_frames"):
    """Take frames from a film: one at each interval, or by themselves the sharpest that show something new."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=4096, time_limit_s=1800)
    version: ClassVar[str] = "1.1"
    stages: ClassVar[tuple[str, ...]] = ("reading", "choosing", "packaging")
    lighter: ClassVar[str] = "Ask for fewer frames."

    project_id: str
    video: str  # asset id
    interval_s: Annotated[float, Meta(ge=INTERVAL_S_MIN, le=INTERVAL_S_MAX)] | None = None
    frames_max: Annotated[int, Meta(ge=1, le=FRAMES_MAX)] = 200
