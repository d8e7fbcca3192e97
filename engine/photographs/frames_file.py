"""Frames as one file: a ZIP of JPEG files and of what is known of each; and as one picture."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec
from PIL import Image

from domain.errors import Invalid
from engine.photographs.views import Shot

LIST = "frames.json"
FRAMES_MAX = 2000
_DATE = (1980, 1, 1, 0, 0, 0)
_COLUMNS, _CELL = 6, 200
_FACTS = ("name", "width", "height", "focal_px", "time_s", "sharpness", "exposure", "given_as")


def packed(shots: Sequence[Shot], facts: dict[str, Any] | None = None) -> bytes:
    """Return a ZIP of the shots and a list of them; the same shots give the same bytes."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        listed = [{name: value for name in _FACTS if (value := getattr(shot, name)) != ""} for shot in shots]
        text = msgspec.json.format(msgspec.json.encode({**(facts or {}), "frames": listed}), indent=1)
        archive.writestr(zipfile.ZipInfo(LIST, _DATE), text)
        for shot in shots:
            archive.writestr(zipfile.ZipInfo(shot.name, _DATE), shot.path.read_bytes())
    return data.getvalue()


def unpacked(path: Path, folder: Path) -> list[Shot]:
    """Write the frames of such a file into `folder` and return them.

    Raises
    ------
    Invalid
        It is no such file.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            listed = msgspec.json.decode(archive.read(LIST))["frames"]
            if len(listed) > FRAMES_MAX:
                raise Invalid("The file of frames has too many of them", field="frames")
            return [_written(one, archive, folder) for one in listed]
    except (zipfile.BadZipFile, KeyError, TypeError, msgspec.MsgspecError) as error:
        raise Invalid("The file of frames is broken", field="frames") from error


def notes_in(path: Path) -> list[str]:
    """Return what was told of the film when the frames of such a file were taken."""
    try:
        with zipfile.ZipFile(path) as archive:
            notes = msgspec.json.decode(archive.read(LIST)).get("notes", [])
    except (zipfile.BadZipFile, KeyError, AttributeError, msgspec.MsgspecError):
        return []
    return [str(one) for one in notes] if isinstance(notes, list) else []


def _written(facts: dict[str, Any], archive: zipfile.ZipFile, folder: Path) -> Shot:
    name = PurePosixPath(str(facts["name"])).name
    path = folder / name
    path.write_bytes(archive.read(name))
    return Shot(path, **{key: value for key, value in facts.items() if key in _FACTS})


def contact_sheet(shots: Sequence[Shot], *, most: int = 60) -> bytes:
    """Return a JPEG picture of the shots side by side, evenly picked if there are more than `most`."""
    step = max(1, -(-len(shots) // most))
    shown = list(shots)[::step]
    rows = -(-len(shown) // _COLUMNS)
    tallest = max((shot.height / shot.width for shot in shown), default=0.75)
    cell = (_CELL, round(_CELL * min(tallest, 1.5)))
    sheet = Image.new("RGB", (_COLUMNS * cell[0], max(rows, 1) * cell[1]), "#20232a")
    for number, shot in enumerate(shown):
        with Image.open(shot.path) as picture:
            picture.draft("RGB", cell)
            small = picture.convert("RGB")
        small.thumbnail((cell[0] - 4, cell[1] - 4))
        left, top = number % _COLUMNS * cell[0], number // _COLUMNS * cell[1]
        sheet.paste(small, (left + (cell[0] - small.width) // 2, top + (cell[1] - small.height) // 2))
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=85)
    return out.getvalue()
