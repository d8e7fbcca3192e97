"""Cameras and points from photographs: features, matches, mapping, by COLMAP.

Source: Schönberger & Frahm, "Structure-from-motion revisited", CVPR 2016; Pan et al., "Global structure-from-motion
revisited" (GLOMAP), ECCV 2024.
"""

import os
import re
import shutil
import zlib  # noqa: F401
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pycolmap  # after zlib: it brings a zlib of its own, which breaks Python's when that is loaded later
from PIL import Image

from domain.errors import GenerationFailed
from domain.project import Mapper
from engine.photographs.native import Said, Share, performed, unheard
from engine.photographs.views import Shot, Sparse, View
from engine.shapes import Tick, no_tick

How = Literal["exhaustive", "sequential", "auto"]
EXHAUSTIVE_MOST = 60  # pictures of which all pairs are matched
NEIGHBOURS = 8
LOOP_STEP = 6  # of a long film each sixth frame is also compared with each sixth
FOCAL_SHARE = 1.1  # of the longer side, where nothing says what the focal length is
FILM = "film"
MAPPING_THREADS = 1
"""Of what reconstructions ask for: with more, Ceres adds up in the order in which its threads finish."""
_REGISTERING = re.compile(r"Registering image #(\d+) \(num_reg_frames=(\d+)\)")
"""What COLMAP says when it tries a picture, and how many have their place before that."""
Counter = Callable[[int], None]
_WORSE_MOST = 2.0  # times the error of the largest model, that a merged one may have


def uncounted(count: int) -> None:
    """Pass over how many there are."""


@dataclass(frozen=True, slots=True)
class Features:
    """Pictures in folders by camera, COLMAP's database of what was found on them, and how much that was."""

    database: Path
    folder: Path
    names: tuple[str, ...]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pictures: matches, those of them that one movement of the camera explains, COLMAP's kind of that movement."""

    one: str
    other: str
    matches: int
    inliers: int
    config: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A model: its folder, the pictures whose cameras were found, and how well.

    `angle_deg` is the median over points of the angle under which cameras saw them.
    """

    folder: Path
    names: tuple[str, ...]
    points: int
    error_px: float
    track_length: float
    angle_deg: float


def features(
    shots: Sequence[Shot],
    folder: Path,
    *,
    size_px_max: int,
    count_max: int,
    threads: int,
    tick: Tick = no_tick,
    said: Said = unheard,
) -> Features:
    """Find what can be recognised on photographs, SIFT, at most `count_max` on each, at `size_px_max` at most.

    Frames of a film share one camera; photographs share one if they have the same size and focal length by EXIF.
    """
    names = by_camera(shots, folder / "pictures")
    database = folder / "database.db"
    database.unlink(missing_ok=True)
    answer = performed(
        "extract",
        {
            "database": str(database), "folder": str(folder / "pictures"), "names": [*names.values()],
            "threads": threads, "size_px_max": size_px_max, "count_max": count_max, "focal_share": FOCAL_SHARE,
            "focal_px": {names[shot.name]: shot.focal_px for shot in shots},
        },
        share=counted(r"Processed file \[(\d+)/(\d+)\]"), message="Looking for features", tick=tick, said=said,
    )  # fmt: skip
    return Features(database, folder / "pictures", tuple(names.values()), answer["features"])


def by_camera(shots: Sequence[Shot], folder: Path) -> dict[str, str]:
    """Put each shot's file into the folder of its camera, and return where each stands below `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    cameras: dict[tuple[object, ...], str] = {}
    places: dict[str, str] = {}
    for shot in shots:
        kind = (FILM,) if shot.time_s >= 0 else ()
        key = (*kind, shot.width, shot.height, round(shot.focal_px))
        camera = cameras.setdefault(key, f"camera_{len(cameras) + 1}")
        place = folder / camera / shot.name
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(shot.path, place)
        except OSError:
            shutil.copyfile(shot.path, place)
        places[shot.name] = f"{camera}/{shot.name}"
    return places


def counted(pattern: str) -> Share:
    """Return what reads a fraction from lines like "file [3/11]"."""
    expression = re.compile(pattern)

    def share(line: str) -> float | None:
        found = expression.search(line)
        return int(found[1]) / max(int(found[2]), 1) if found else None

    return share


def matched(
    found: Features,
    *,
    how: How = "auto",
    seed: int,
    threads: int,
    tick: Tick = no_tick,
    said: Said = unheard,
) -> tuple[Pair, ...]:
    """Match features between pictures, all pairs or those that are near each other in order, and verify them."""
    is_whole = how == "exhaustive" or (how == "auto" and len(found.names) <= EXHAUSTIVE_MOST)
    pairs = None if is_whole else near_pairs(found.names)
    answer = performed(
        "match",
        {
            "database": str(found.database), "folder": str(found.folder), "pairs": pairs, "threads": threads,
            "seed": seed,
        },
        share=counted(r"\[(\d+)/(\d+)"), message="Matching features", tick=tick, said=said,
    )  # fmt: skip
    return tuple(
        Pair(each["one"], each["other"], each["matches"], each["inliers"], each["config"]) for each in answer["pairs"]
    )


def near_pairs(names: Sequence[str]) -> list[tuple[str, str]]:
    """Return pairs of a long row of pictures: neighbours, ever farther ones, and loops among each sixth."""
    count = len(names)
    apart = {*range(1, NEIGHBOURS + 1), *(2**power for power in range(4, count.bit_length()))}
    near = {(one, one + step) for one in range(count) for step in apart if one + step < count}
    rare = range(0, count, LOOP_STEP)
    near |= {(one, other) for one in rare for other in rare if one < other}
    return [(names[one], names[other]) for one, other in sorted(near)]


def mapped(
    found: Features,
    folder: Path,
    *,
    how: Mapper = "incremental",
    angle_deg: float = 8.0,
    seed: int,
    threads: int,
    tick: Tick = no_tick,
    said: Said = unheard,
    placed: Counter = uncounted,
) -> tuple[Placed, ...]:
    """Find the cameras; return all models that came of it, the one with most pictures first.

    `placed` hears how many pictures the model that grows has so far; the global mapper does not say.
    """
    seen: set[str] = set()

    def share(line: str) -> float | None:
        if (new := _REGISTERING.search(line)) is None:
            return None
        seen.add(new[1])
        placed(int(new[2]))
        return len(seen) / len(found.names)

    tick(0.0, "Finding the cameras")
    answer = performed(
        "place",
        {
            "database": str(found.database), "folder": str(found.folder), "out": str(folder), "how": how, "seed": seed,
            "threads": threads, "angle_deg": angle_deg,
        },
        share=share, message="Finding the cameras", tick=tick, said=said,
    )  # fmt: skip
    models = _in_order(answer["models"])
    if len(models) < 2:
        return models
    return merged(models, found, folder, seed=seed, threads=threads, tick=tick, said=said)


def merged(
    models: Sequence[Placed],
    found: Features,
    folder: Path,
    *,
    seed: int,
    threads: int,
    tick: Tick = no_tick,
    said: Said = unheard,
) -> tuple[Placed, ...]:
    """Return the models, before them one of all that share pictures with the largest, if that holds together."""
    answer = performed(
        "merge",
        {
            "models": [str(model.folder) for model in models], "database": str(found.database),
            "folder": str(found.folder), "out": str(folder), "seed": seed, "threads": threads,
        },
        share=lambda line: None, message="Joining models that share pictures", tick=tick, said=said,
    )  # fmt: skip
    whole = [one for one in _in_order(answer["models"]) if one.error_px < _WORSE_MOST * models[0].error_px]
    return (*whole, *models)


def _in_order(told: Sequence[dict[str, Any]]) -> tuple[Placed, ...]:
    """Return models, the one with most pictures first."""
    models = [
        Placed(
            Path(one["folder"]),
            tuple(one["names"]),
            one["points"],
            one["error_px"],
            one["track_length"],
            one["angle_deg"],
        )
        for one in told
    ]
    return tuple(sorted(models, key=lambda one: (-len(one.names), -one.points)))


def undistorted(
    model: Placed,
    found: Features,
    folder: Path,
    *,
    view_px_max: int,
    threads: int,
    tick: Tick = no_tick,
    said: Said = unheard,
) -> Sparse:
    """Return the model with pictures as cameras without distortion would have taken them, in the order of names."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    answer = performed(
        "undistort",
        {
            "out": str(folder), "model": str(model.folder), "folder": str(found.folder), "size_px_max": view_px_max,
            "threads": threads,
        },
        share=counted(r"Undistorting image \[(\d+)/(\d+)\]"), message="Taking the lens out of the pictures",
        tick=tick, said=said,
    )  # fmt: skip
    return read_sparse(Path(answer["model"]), Path(answer["folder"]), len(found.names), model.error_px)


def read_sparse(model: Path, pictures: Path, shots: int, error_px: float) -> Sparse:
    """Return a model of COLMAP's whose cameras have no distortion.

    Raises
    ------
    GenerationFailed
        It is broken.
    """
    try:
        read = pycolmap.Reconstruction(model)
    except Exception as error:
        raise GenerationFailed("The cameras that were found cannot be read", stage="mapping") from error
    images = sorted((read.image(number) for number in read.reg_image_ids()), key=lambda image: str(image.name))
    place = {int(image.image_id): number for number, image in enumerate(images)}
    views = tuple(_view(image, read.camera(image.camera_id), pictures) for image in images)
    points, colors, tracks = [], [], []
    for number in sorted(read.points3D):
        point = read.points3D[number]
        points.append(point.xyz)
        colors.append(point.color)
        tracks.append(np.array(sorted({place[one.image_id] for one in point.track.elements}), np.int32))
    return Sparse(
        views, np.array(points, np.float64).reshape(-1, 3), np.array(colors, np.uint8).reshape(-1, 3), tuple(tracks),
        shots, error_px,
    )  # fmt: skip


def _view(image: Any, camera: Any, pictures: Path) -> View:
    placed = image.cam_from_world()
    with Image.open(pictures / image.name) as opened:
        pixels = np.asarray(opened.convert("RGB"))
    focal = np.array([camera.focal_length_x, camera.focal_length_y], np.float64)
    middle = np.array([camera.principal_point_x, camera.principal_point_y], np.float64)
    turn = np.asarray(placed.rotation.matrix(), np.float64)
    return View(str(image.name), pixels, focal, middle, turn, np.asarray(placed.translation, np.float64))


def by_neighbour(pairs: Sequence[Pair]) -> dict[str, list[Pair]]:
    """Return for each picture the pairs that it is in."""
    found: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[pair.one].append(pair)
        found[pair.other].append(pair)
    return dict(found)
