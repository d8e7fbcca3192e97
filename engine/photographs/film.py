"""Films, opened without trusting what they say of themselves. Decoding is FFmpeg's, through PyAV."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from av.container import InputContainer
from av.error import FFmpegError
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from numpy.typing import NDArray

from domain.errors import GenerationFailed, Invalid, TooLarge
from engine.shapes import Pixels

CONTAINERS = ("mp4", "mov", "avi", "matroska")
"""FFmpeg's names of the containers that are read: MP4 and MOV, AVI, MKV (and WebM)."""
PIXELS_MAX = 8192 * 4320
DURATION_S_MAX = 3600.0
PIXELS_ALL = 120_000_000_000
"""Of all frames together, beyond which a film is looked at by its key frames: minutes of two cores' decoding."""
_CUT_SHARE, _CUT_S = 0.05, 0.4  # of a film, and seconds, that may be missing at its end
_VARIES = 1.5
NO_FILM = (
    "The file is no film that is read here: its content is not MP4, MOV, AVI or MKV, or its beginning is missing."
    " Save it again as MP4 (H.264) and upload that."
)

NO_INDEX = (
    "The film breaks off before its index, which MP4 and MOV keep at the end: its recording was never finished, or the"
    " file was cut. Upload it again whole; a repair program can mend a recording that was never finished."
)
_BOXES_MOST = 1000
_BOX = struct.Struct(">I4s")


@dataclass(frozen=True, slots=True)
class FilmFacts:
    """What a film says of itself, as far as it could be checked.

    Attributes
    ----------
    duration_s, fps : float
        0 where it does not say.
    frames : int
        As counted by its container, or by duration and rate; 0 where neither is there.
    width, height : int
        Pixels of a frame as it is stored.
    """

    duration_s: float
    fps: float
    frames: int
    width: int
    height: int
    codec: str


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A frame of a film; `time_s` counts from the film's start. It is converted only as far as it is asked for."""

    time_s: float
    raw: VideoFrame

    @property
    def turn_deg(self) -> int:
        """Return by how much, clockwise, what is stored must be turned to stand upright: 0, 90, 180, 270."""
        return round(-self.raw.rotation) % 360 if self.raw.rotation else 0

    @property
    def pixels(self) -> Pixels:
        """Return the upright frame, (h, w, 3) uint8 sRGB."""
        stored = self.raw.to_ndarray(format="rgb24")
        return np.ascontiguousarray(np.rot90(stored, -(self.turn_deg // 90) % 4))

    def luminance(self, width: int) -> NDArray[np.float32]:
        """Return a smaller picture, `width` pixels along its longer side as stored, in [0, 255]."""
        scale = width / max(self.raw.width, self.raw.height)
        size = (max(2, round(self.raw.width * scale)), max(2, round(self.raw.height * scale)))
        grey = self.raw.reformat(width=size[0], height=size[1], format="gray", interpolation="AREA")
        return grey.to_ndarray().astype(np.float32)


@contextmanager
def opened(path: Path) -> Iterator["Film"]:
    """Open a film while the block lasts.

    Raises
    ------
    Invalid
        It is no film that is read here, or has no pictures.
    TooLarge
        Its frames are larger, or it is longer, than the limits.
    """
    try:
        # A file object, never a name: what stands inside of a container must not open other files or addresses.
        with path.open("rb") as file, av.open(file, "r", options={"protocol_whitelist": "pipe"}) as container:
            yield Film(container, _stream_of(container))
    except (FFmpegError, OSError) as error:
        raise Invalid(NO_INDEX if lacks_index(path) else NO_FILM, field="file") from error


def lacks_index(path: Path) -> bool:
    """Whether a file begins as MP4 or MOV do, and ends before the box `moov`, without which no frame can be found."""
    kinds = []
    with path.open("rb") as file:
        size_bytes, at = path.stat().st_size, 0
        while at + _BOX.size <= size_bytes:
            file.seek(at)
            length, kind = _BOX.unpack(file.read(_BOX.size))
            kinds.append(kind)
            if length == 1:  # the true one follows
                length = int.from_bytes(file.read(8), "big")
            if length < _BOX.size or len(kinds) > _BOXES_MOST:
                break
            at += length
    return kinds[:1] == [b"ftyp"] and b"mdat" in kinds and b"moov" not in kinds


class Film:
    """A film that is open for reading; its frames are decoded one at a time."""

    def __init__(self, container: InputContainer, stream: VideoStream) -> None:
        self._container = container
        self._stream = stream
        stream.thread_type = "AUTO"
        self._start_s: float | None = None
        self.is_cut = False
        """Whether decoding ended before the film did: the file is cut short or broken in the middle."""
        self.is_variable = False
        """Whether the frames that were decoded came at varying intervals."""
        self.until_s = 0.0
        """When the last frame came that was decoded."""
        self._video_s = 0.0
        self.facts = self._facts()

    def frames(self, *, only_key_frames: bool = False) -> Iterator[Frame]:
        """Go through the frames in order, upright; what follows a break in the file is left out.

        Raises
        ------
        GenerationFailed
            Not one frame can be decoded.
        """
        self._container.seek(0)
        self._stream.codec_context.skip_frame = "NONKEY" if only_key_frames else "DEFAULT"
        times: list[float] = []
        try:
            for frame in self._container.decode(self._stream):
                if frame.width * frame.height > PIXELS_MAX:
                    raise TooLarge(f"A frame of the film has more than {PIXELS_MAX:,} pixels", pixels_max=PIXELS_MAX)
                times.append(self._time_of(frame))
                yield Frame(times[-1], frame)
        except FFmpegError as error:
            self.is_cut = True
            if not times:
                raise GenerationFailed(
                    "Not one frame of the film can be decoded: the file is broken or cut short. Upload it again whole.",
                    stage="frames",
                ) from error
        if not times:
            raise GenerationFailed("The film has no frames. Upload a film with pictures.", stage="frames")
        self._note_times(times, only_key_frames)

    def frames_at(self, interval_s: float) -> Iterator[Frame]:
        """Go through the first frame from each multiple of the interval on, decoding only from the key frame before it.

        What follows a break in the file is left out.
        """
        self._stream.codec_context.skip_frame = "DEFAULT"
        due_s = 0.0
        while (frame := self._first_from(due_s)) is not None:
            self.until_s = frame.time_s
            yield frame
            due_s += interval_s * max(1, int((frame.time_s - due_s) // interval_s) + 1)
        self.is_cut = self._video_s - due_s > max(_CUT_S, _CUT_SHARE * self._video_s)

    def _first_from(self, due_s: float) -> Frame | None:
        try:
            self._container.seek(round((due_s + (self._start_s or 0.0)) * av.time_base))
            for frame in self._container.decode(self._stream):
                if self._time_of(frame) >= due_s - 1e-6:
                    return Frame(self._time_of(frame), frame)
        except FFmpegError:
            return None
        return None

    def _note_times(self, times: list[float], only_key_frames: bool) -> None:
        self.until_s = times[-1]
        if only_key_frames:
            return
        apart_s = np.diff(times)
        usual_s = float(np.median(apart_s)) if len(apart_s) else 0.0
        missing = self._stream.frames - len(times)  # 0 where the container does not count them
        self.is_cut |= missing > max(3, _CUT_SHARE * self._stream.frames)
        missing_s = self._video_s - times[-1] - 2 * usual_s
        self.is_cut |= missing_s > max(_CUT_S, _CUT_SHARE * self._video_s)
        if len(apart_s) >= 4:
            least, most = np.quantile(apart_s, (0.1, 0.9))
            self.is_variable = bool(most > _VARIES * max(float(least), 1e-6))

    @property
    def is_long(self) -> bool:
        """Whether so much of it would have to be decoded that its key frames must do."""
        return self.facts.frames * self.facts.width * self.facts.height > PIXELS_ALL

    def _time_of(self, frame: VideoFrame) -> float:
        time_s = float(frame.time) if frame.time is not None else 0.0
        if self._start_s is None:
            self._start_s = time_s
        return max(0.0, time_s - self._start_s)

    def _facts(self) -> FilmFacts:
        stream, container = self._stream, self._container
        duration_s = float(container.duration / av.time_base) if container.duration else 0.0
        self._video_s = duration_s
        if stream.duration and stream.time_base:
            self._video_s = float(stream.duration * stream.time_base)
            duration_s = max(duration_s, self._video_s)
        if duration_s > DURATION_S_MAX:
            raise TooLarge(
                f"The film lasts {duration_s:.0f} s; at most {DURATION_S_MAX:.0f} s are read. Upload a part of it",
                duration_s_max=DURATION_S_MAX,
            )
        fps = float(stream.average_rate) if stream.average_rate else 0.0
        width, height = stream.codec_context.width, stream.codec_context.height
        if width * height > PIXELS_MAX:
            raise TooLarge(
                f"A frame of the film is {width} × {height}; at most {PIXELS_MAX:,} pixels are read",
                pixels_max=PIXELS_MAX, width=width, height=height,
            )  # fmt: skip
        frames = stream.frames or round(duration_s * fps)
        return FilmFacts(duration_s, fps, frames, width, height, stream.codec_context.name)


def _stream_of(container: InputContainer) -> VideoStream:
    names = set(container.format.name.split(","))
    if not names & set(CONTAINERS):
        raise Invalid(NO_FILM, field="file", allowed=["MP4", "MOV", "AVI", "MKV"])
    for stream in container.streams.video:
        if stream.codec_context is not None and stream.codec_context.width > 0:
            return stream
    what = "only sound" if container.streams.audio else "no pictures"
    raise Invalid(f"The file holds {what}. Upload a film with pictures.", field="file")
