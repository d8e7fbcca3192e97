"""Cameras are found from pictures; where they cannot be, it is said why and what to do."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import psutil
import pytest
from scipy.ndimage import gaussian_filter

from domain.errors import GenerationFailed, Invalid
from engine.photographs.levelling import levelled
from engine.photographs.native import performed
from engine.photographs.sparse import Features, Pair, Placed, features, mapped, matched, near_pairs, undistorted
from engine.photographs.sparse_files import (
    packed_features,
    packed_matches,
    packed_models,
    unpacked_features,
    unpacked_matches,
    unpacked_models,
)
from engine.photographs.stills import kept
from engine.photographs.troubles import (
    TROUBLES,
    best_of,
    check_features,
    check_matches,
    check_shots,
    check_surface,
    notes_on_shots,
    notes_on_surface,
)
from engine.photographs.views import Shot, View
from handlers.context import Cancelled
from tests.filming import Field, looking, orbit, painted, photographed, photographs, plain

SIZE = (320, 240)


def pictures(views: list[View], paint: Callable[[Field], Field] = painted) -> list[View]:
    """Return the views with their pictures."""
    return [photographed(view, samples=1, paint=paint) for view in views]


@pytest.fixture(scope="module")
def arc() -> list[View]:
    """Return six pictures from an arc around the thing."""
    return pictures(orbit(18, size=SIZE)[:6])


@dataclass
class Found:
    """All that came of some pictures."""

    shots: list[Shot]
    features: Features
    pairs: tuple[Pair, ...]
    models: tuple[Placed, ...]


def shots_of(views: list[View], folder: Path) -> list[Shot]:
    """Return pictures as shots."""
    for name in ("given", "shots"):
        (folder / name).mkdir(parents=True)
    files = [(path.name, path) for path in photographs(folder / "given", views)]
    return list(kept(files, folder / "shots").shots)


def looked_for(views: list[View], folder: Path, *, threads: int = 2, seed: int = 0) -> Found:
    """Look for cameras."""
    shots = shots_of(views, folder)
    found = features(shots, folder, size_px_max=320, count_max=800, threads=threads)
    pairs = matched(found, seed=seed, threads=threads)
    return Found(shots, found, pairs, mapped(found, folder / "models", seed=seed, threads=threads))


@pytest.fixture(scope="module")
def known(arc: list[View], tmp_path_factory: pytest.TempPathFactory) -> Found:
    """Return what came of the arc."""
    return looked_for(arc, tmp_path_factory.mktemp("arc"))


def judged(found: Found) -> tuple[Placed, tuple[str, ...]]:
    """Return the best model and the notes on it, if these pictures are not refused."""
    check_shots(found.shots)
    check_features(found.features, found.shots)
    check_matches(found.pairs)
    return best_of(found.models, found.features, found.pairs, found.shots)


def trouble(found: Found) -> str:
    """Return the code with which these pictures are refused."""
    with pytest.raises(GenerationFailed) as refusal:
        judged(found)
    assert refusal.value.message
    assert refusal.value.facts["stage"] in ("frames", "features", "matching", "mapping")
    return str(refusal.value.facts["code"])


def test_cameras_stand_where_they_stood(known: Found, arc: list[View], tmp_path: Path) -> None:
    best, notes = judged(known)
    assert notes == ()
    assert len(best.names) == 6
    assert best.error_px < 0.5
    sparse = levelled(undistorted(best, known.features, tmp_path / "flat", view_px_max=160, threads=1))
    assert max(sparse.views[0].picture.shape) == 160
    true, places = (np.array([view.place for view in views]) for views in (arc, sparse.views))
    true, places = (at - at.mean(axis=0) for at in (true, places))
    left, sizes, right = np.linalg.svd(true.T @ places)
    fitted = places @ (left @ right).T * sizes.sum() / (places**2).sum()
    assert np.abs(fitted - true).max() < 0.02 * np.linalg.norm(true, axis=1).max()
    focal = sparse.views[0].focal_px[0] / 160
    assert focal == pytest.approx(arc[0].focal_px[0] / 320, rel=0.05)
    assert all((track[1:] > track[:-1]).all() for track in sparse.tracks)


def test_the_same_pictures_give_the_same_bytes_however_many_threads(
    known: Found, arc: list[View], tmp_path: Path
) -> None:
    again = looked_for(arc, tmp_path, threads=1)
    assert packed_features(again.features) == packed_features(known.features)
    assert packed_matches(again.features, again.pairs) == packed_matches(known.features, known.pairs)
    assert packed_models(again.models) == packed_models(known.models)


def test_each_stage_is_taken_up_again_from_its_file(known: Found, tmp_path: Path) -> None:
    (tmp_path / "features").write_bytes(packed_features(known.features))
    (tmp_path / "matches").write_bytes(packed_matches(known.features, known.pairs))
    (tmp_path / "models").write_bytes(packed_models(known.models))
    found = unpacked_features(tmp_path / "features", known.shots, tmp_path)
    assert found.counts == known.features.counts
    assert unpacked_matches(tmp_path / "matches", found) == known.pairs
    models = mapped(found, tmp_path / "again", seed=0, threads=1)
    assert packed_models(models) == packed_models(known.models)
    assert packed_models(unpacked_models(tmp_path / "models", tmp_path / "kept")) == packed_models(known.models)


def test_files_that_are_broken_or_of_other_pictures_are_refused(known: Found, tmp_path: Path) -> None:
    (tmp_path / "features").write_bytes(packed_features(known.features))
    (tmp_path / "broken").write_bytes(b"nothing")
    with pytest.raises(Invalid, match="other photographs"):
        unpacked_features(tmp_path / "features", known.shots[:4], tmp_path)
    for read in (
        lambda path: unpacked_features(path, known.shots, tmp_path),
        lambda path: unpacked_matches(path, known.features),
        lambda path: unpacked_models(path, tmp_path),
    ):
        with pytest.raises(Invalid, match="broken"):
            read(tmp_path / "broken")


def test_global_mapping_finds_the_same_cameras(known: Found, tmp_path: Path) -> None:
    (best, *_) = mapped(known.features, tmp_path, how="global", seed=0, threads=1)
    assert best.names == known.models[0].names
    assert best.error_px < 0.6


def test_a_camera_that_turns_on_the_spot_shows_no_depth(tmp_path: Path) -> None:
    place = np.array([0, 0.55, 1.05])
    views = pictures([looking(place, (side, 0.2, 0.0), SIZE) for side in (-0.3, -0.15, 0.0, 0.15, 0.3)])
    assert trouble(looked_for(views, tmp_path)) == "NO_PARALLAX"


def test_a_camera_that_stands_still_shows_no_depth(arc: list[View], tmp_path: Path) -> None:
    noise = np.random.default_rng(0)
    views = [
        replace(arc[0], picture=np.clip(arc[0].picture + noise.normal(0, 3, (240, 320, 3)), 0, 255).astype(np.uint8))
        for _ in range(4)
    ]
    assert trouble(looked_for(views, tmp_path)) == "NO_PARALLAX"


def test_plain_things_show_too_little(tmp_path: Path) -> None:
    found = looked_for(pictures(orbit(24, size=SIZE)[:4], paint=plain), tmp_path)
    assert trouble(found) == "FEW_FEATURES"
    assert notes_on_shots(found.shots) == ()


def test_dark_plain_and_blurred_pictures_are_told_apart(arc: list[View], tmp_path: Path) -> None:
    blurred = shots_of([seen_through(view, blur_px=4.0) for view in arc], tmp_path / "blurred")
    dark = shots_of([seen_through(view, gain=0.1) for view in arc], tmp_path / "dark")
    grey = shots_of([replace(view, picture=np.full_like(view.picture, 128)) for view in arc], tmp_path / "grey")
    nothing = Features(tmp_path, tmp_path, ("a", "b"), {"a": 0, "b": 0})
    for shots, code in ((blurred, "BLURRY"), (dark, "DARK"), (grey, "FEW_FEATURES")):
        with pytest.raises(GenerationFailed) as refusal:
            check_features(nothing, shots)
        assert refusal.value.facts["code"] == code
    assert "blurred" in notes_on_shots(blurred)[0]
    assert notes_on_shots(dark) == notes_on_shots(grey) == ()


def seen_through(view: View, *, blur_px: float = 0.0, gain: float = 1.0) -> View:
    """Return the view with a picture that is blurred or dark."""
    picture = gain * gaussian_filter(view.picture.astype(np.float32), (blur_px, blur_px, 0))
    return replace(view, picture=np.rint(picture).astype(np.uint8))


def test_what_moves_though_cameras_were_found_is_noted(known: Found) -> None:
    assert judged(known)[1] == ()
    unsteady = tuple(replace(pair, matches=400, inliers=60) for pair in known.pairs)
    assert "something moved" in judged(replace(known, pairs=unsteady))[1][0]


def test_a_shape_that_pictures_do_not_confirm_is_noted_or_refused() -> None:
    assert notes_on_surface(0.3, 0.9) == ()
    assert "Only 1.6 %" in notes_on_surface(0.0159, 0.9)[0]
    assert "Only 12.0 % of the surface" in notes_on_surface(0.3, 0.12)[0]
    check_surface(0.12)
    with pytest.raises(GenerationFailed, match=r"No surface.*leave out pictures") as refusal:
        check_surface(0.002)
    assert (refusal.value.facts["code"], refusal.value.facts["stage"]) == ("NO_SURFACE", "meshing")


def test_pictures_of_different_things_do_not_match(tmp_path: Path) -> None:
    noise = np.random.default_rng(1)
    views = [
        replace(view, picture=noise.integers(0, 255, (240, 320, 3)).astype(np.uint8)) for view in orbit(4, size=SIZE)
    ]
    assert trouble(looked_for(views, tmp_path)) == "NO_MATCHES"


def test_two_groups_of_pictures_are_told_by_their_sizes(arc: list[View], tmp_path: Path) -> None:
    other = pictures(orbit(18, size=SIZE)[9:13])
    mirrored = [replace(view, picture=np.ascontiguousarray(view.picture[:, ::-1])) for view in other]
    found = looked_for([*arc, *mirrored], tmp_path)
    best, notes = judged(found)
    assert len(best.names) == 6
    assert "6 and 4" in notes[0]


def test_what_moves_in_many_ways_is_told(known: Found) -> None:
    pairs = tuple(replace(pair, matches=400, inliers=60, config=3) for pair in known.pairs)
    assert trouble(replace(known, pairs=pairs, models=())) == "MOVING"
    far = tuple(replace(pair, matches=30, inliers=20) for pair in known.pairs)
    assert trouble(replace(known, pairs=far, models=())) == "NO_MATCHES"
    good = tuple(replace(pair, matches=400, inliers=390, config=3) for pair in known.pairs)
    assert trouble(replace(known, pairs=good, models=())) == "NOT_PLACED"


def test_one_picture_and_two_are_too_few(known: Found) -> None:
    assert trouble(replace(known, shots=known.shots[:1])) == "ONE_FRAME"
    assert trouble(replace(known, shots=known.shots[:2])) == "FEW_FRAMES"


def test_few_cameras_of_many_pictures_are_told(known: Found) -> None:
    many = replace(known.features, names=(*known.features.names, *(f"camera_1/more_{at}.jpg" for at in range(9))))
    _, notes = best_of(known.models, many, known.pairs, known.shots)
    assert "only 6 of 15" in notes[0]


def test_each_trouble_is_a_sentence_with_its_own_words() -> None:
    assert len(set(TROUBLES.values())) == len(TROUBLES)
    assert all(text.endswith(".") and text[0] in "{ABCDEFGHIJKLMNOPQRSTUVWXYZ" for text in TROUBLES.values())


@pytest.mark.parametrize("stage", ["features", "mapping"])
def test_cancelling_kills_what_runs_at_once(known: Found, arc: list[View], tmp_path: Path, stage: str) -> None:
    def cancel(fraction: float, message: str) -> None:
        raise Cancelled

    work: dict[str, Callable[[], object]] = {
        "features": lambda: features(known.shots, tmp_path, size_px_max=320, count_max=800, threads=1, tick=cancel),
        "mapping": lambda: mapped(known.features, tmp_path, seed=0, threads=1, tick=cancel),
    }
    with pytest.raises(Cancelled):
        work[stage]()
    assert not [child for child in psutil.Process().children() if "colmap_child" in " ".join(child.cmdline())]


def test_a_stage_that_is_killed_for_memory_says_so(known: Found, tmp_path: Path) -> None:
    def starve(fraction: float, message: str) -> None:
        for child in psutil.Process().children():
            if "colmap_child" in " ".join(child.cmdline()):
                os.kill(child.pid, signal.SIGKILL)

    with pytest.raises(GenerationFailed, match="not enough memory"):
        mapped(known.features, tmp_path, seed=0, threads=1, tick=starve)


def test_what_colmap_says_is_heard(known: Found, tmp_path: Path) -> None:
    said: list[str] = []
    placed: list[int] = []
    (best, *_) = mapped(known.features, tmp_path, seed=0, threads=1, said=said.append, placed=placed.append)
    assert placed == sorted(placed)
    assert 2 <= placed[0] <= placed[-1] < len(best.names)  # the one that is tried now is not counted yet
    assert any("Registering image" in line for line in said)


def test_what_libraries_print_is_no_answer() -> None:
    chatty = """
import os, sys
from engine.photographs import colmap_child
colmap_child.STAGES["talk"] = lambda wanted: os.write(1, b"BLAS : Bad memory unallocation!\\n") and wanted
sys.argv = ["colmap_child", "talk"]
colmap_child.main()
"""
    run = subprocess.run(
        [sys.executable, "-c", chatty], input='{"pairs": []}', capture_output=True, text=True, check=True
    )
    assert json.loads(run.stdout) == {"pairs": []}
    assert "Bad memory" in run.stderr


def test_a_stage_that_breaks_says_what_to_do() -> None:
    with pytest.raises(GenerationFailed, match=r"broke off.*Try again"):
        performed("place", {}, share=lambda line: None, message="", tick=lambda fraction, message: None)


def test_long_rows_are_matched_near_by_and_in_loops() -> None:
    names = [f"{number:03}" for number in range(100)]
    pairs = near_pairs(names)
    assert ("000", "001") in pairs
    assert ("000", "096") in pairs  # where a walk around a thing ends
    assert len(pairs) < 0.4 * 100 * 99 / 2
    assert len(set(pairs)) == len(pairs)
