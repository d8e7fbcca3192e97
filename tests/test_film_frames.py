"""Frames worth looking at are taken from films; what is wrong with a film is said clearly."""

import wave
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image
from scipy.ndimage import gaussian_filter

from domain.errors import GenerationFailed, Invalid, TooLarge
from domain.work import ExtractFrames
from engine.photographs import film as films
from engine.photographs.choosing import FRAMES_LEAST, NEW_TO, Choice, sharpness_of, taken
from engine.photographs.film import opened
from engine.photographs.frames_file import notes_in, packed, unpacked
from engine.photographs.moving import way_between
from handlers.context import ReplayContext
from handlers.extract_frames import perform
from tests.filming import orbit, photographed, write_film

SIZE = (240, 320)
_NOISE = np.random.default_rng(3)
WALL = sum(
    gaussian_filter(_NOISE.normal(size=(SIZE[0] + 80, 1400)), sigma) * sigma for sigma in (1.0, 3.0, 9.0)
)  # what a camera goes along
WALL = np.clip(128 + 60 * WALL / WALL.std(), 0, 255).astype(np.uint8)


def seen(at: float, *, gain: float = 1.0, blur: float = 0.0) -> Any:
    """Return the part of the wall that is seen after so many pixels of way."""
    part = WALL[40 : 40 + SIZE[0], round(at) : round(at) + SIZE[1]].astype(float)
    part = gaussian_filter(part, (0.0, blur)) if blur else part
    return np.repeat(np.clip(part * gain, 0, 255).astype(np.uint8)[..., None], 3, axis=2)


def film(folder: Path, pictures: list[Any], *, name: str = "film.mp4", fps: int = 12, codec: str = "libx264") -> Path:
    """Write a film."""
    write_film(folder / name, pictures, fps=fps, codec=codec)
    return folder / name


def chosen(path: Path, folder: Path, **options: Any) -> Choice:
    """Return the frames that are chosen of a film."""
    (folder / "taken").mkdir(exist_ok=True)
    return taken(path, folder / "taken", **options)


def test_frames_are_taken_as_far_apart_as_what_they_show_has_moved(tmp_path: Path) -> None:
    slow_then_fast = [3 * step for step in range(36)] + [108 + 10 * step for step in range(84)]
    choice = chosen(film(tmp_path, [seen(at) for at in slow_then_fast]), tmp_path)
    times = [shot.time_s for shot in choice.shots]
    early, late = sum(time < 3 for time in times) / 3, sum(time >= 3 for time in times) / 7
    assert late > 1.5 * early
    moved = [one.moved for one in choice.seen if one.verdict == "chosen"][1:]
    assert all(0.02 < way < 0.07 for way in moved)


def test_blurred_frames_are_passed_over_for_sharp_ones(tmp_path: Path) -> None:
    pictures = [seen(9 * step, blur=4.0 if step % 2 else 0.0) for step in range(110)]
    choice = chosen(film(tmp_path, pictures), tmp_path)
    assert len(choice.shots) > FRAMES_LEAST
    assert min(shot.sharpness for shot in choice.shots) > 50
    assert sum(one.verdict == "blurred" for one in choice.seen) == 55


def test_an_interval_takes_a_frame_each_so_many_seconds_whatever_they_show(tmp_path: Path) -> None:
    choice = chosen(film(tmp_path, [seen(0)] * 36), tmp_path, interval_s=0.5)
    assert [shot.time_s for shot in choice.shots] == pytest.approx([0, 0.5, 1, 1.5, 2, 2.5])


def test_a_film_in_which_nothing_moves_gives_a_few_frames_evenly(tmp_path: Path) -> None:
    choice = chosen(film(tmp_path, [seen(5)] * 60), tmp_path)
    assert len(choice.shots) == FRAMES_LEAST
    assert max(np.diff([shot.time_s for shot in choice.shots])) < 0.5
    assert {shot.path.name for shot in choice.shots} == {path.name for path in (tmp_path / "taken").iterdir()}


def test_frames_that_show_much_new_are_not_taken_for_nothing_new(tmp_path: Path) -> None:
    """Going round a thing moves near and far things differently, by much of the picture: that is no small way."""
    views = [photographed(view, samples=1).picture for view in orbit(24, turn_deg=180)]
    greys = [picture.astype(np.float32).mean(axis=2) for picture in views]
    assert min(way_between(greys[16], greys[later]) for later in range(18, 24)) > NEW_TO
    choice = chosen(film(tmp_path, views, fps=6), tmp_path)
    assert len(choice.shots) == 24


def test_no_stretch_of_a_film_in_which_things_move_stays_without_frames(tmp_path: Path) -> None:
    views = [photographed(view, samples=1).picture for view in orbit(36, turn_deg=180)]
    choice = chosen(film(tmp_path, views, fps=6), tmp_path)
    assert max(np.diff([0.0, *(shot.time_s for shot in choice.shots), 35 / 6])) * 6 < 2.5
    assert len(choice.shots) >= FRAMES_LEAST


def test_what_is_added_to_few_frames_lies_in_the_longest_stretches_without(tmp_path: Path) -> None:
    """Who stands still for long before going on keeps what was seen on the way."""
    pictures = [seen(0)] * 48 + [seen(10 * step) for step in range(1, 13)]
    path = film(tmp_path, pictures)
    choice = chosen(path, tmp_path)
    times = [shot.time_s for shot in choice.shots]
    assert len(times) == FRAMES_LEAST
    assert times == sorted(times)
    moving = [shot for shot in choice.shots if shot.time_s > 4]
    assert len(moving) >= 6
    assert max(np.diff(times)) < 0.6


def test_a_short_film_in_which_nothing_moves_is_no_single_picture(tmp_path: Path) -> None:
    assert len(chosen(film(tmp_path, [seen(0)] * 12), tmp_path).shots) == 12


def test_what_was_told_of_a_film_stays_with_its_frames(tmp_path: Path) -> None:
    path = film(tmp_path, [seen(10 * step) for step in range(48)], name="cut.mkv")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    job = ReplayContext(load={"asset_film": path.read_bytes()})
    result = perform(ExtractFrames(project_id="prj_1", video="asset_film"), job)
    (told,) = notes_in(job.fetch(result.frames))
    assert told in result.notes
    assert "breaks off" in told


def test_more_frames_than_allowed_are_thinned_out_evenly(tmp_path: Path) -> None:
    choice = chosen(film(tmp_path, [seen(12 * step) for step in range(40)]), tmp_path, frames_max=8)
    assert len(choice.shots) == 8
    assert choice.shots[-1].time_s - choice.shots[0].time_s > 2.5
    assert len(list((tmp_path / "taken").iterdir())) == 8
    assert sum(one.verdict == "chosen" for one in choice.seen) == 8


@pytest.mark.parametrize(("gain", "word"), [(0.05, "too dark"), (40.0, "too bright")])
def test_a_film_too_dark_or_too_bright_is_refused_with_advice(tmp_path: Path, gain: float, word: str) -> None:
    with pytest.raises(GenerationFailed, match=word) as refusal:
        chosen(film(tmp_path, [seen(5 * step, gain=gain) for step in range(12)]), tmp_path)
    assert "film it again" in refusal.value.message


def test_dark_stretches_are_left_out_and_the_rest_is_used(tmp_path: Path) -> None:
    pictures = [seen(10 * step, gain=0.04 if step < 12 else 1.0) for step in range(30)]
    choice = chosen(film(tmp_path, pictures), tmp_path)
    assert min(shot.time_s for shot in choice.shots) >= 0.99
    assert sum(one.verdict == "too dark" for one in choice.seen) == 12


@pytest.mark.parametrize(
    ("name", "codec"), [("a.mp4", "libx264"), ("a.mov", "libx264"), ("a.mkv", "libx264"), ("a.avi", "mjpeg")]
)
def test_films_are_known_by_their_content_not_by_their_name(tmp_path: Path, name: str, codec: str) -> None:
    path = film(tmp_path, [seen(3 * step) for step in range(6)], name=name, codec=codec)
    renamed = path.rename(tmp_path / "holiday.txt")
    with opened(renamed) as found:
        assert (found.facts.width, found.facts.height) == (SIZE[1], SIZE[0])
        assert found.facts.duration_s == pytest.approx(0.5, abs=0.1)
        assert len(list(found.frames())) == 6


def test_what_is_no_film_is_refused(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(b"#!/bin/sh\n" * 500)
    Image.fromarray(seen(0)).save(tmp_path / "picture.png")
    playlist = tmp_path / "list.mp4"
    playlist.write_text("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n")
    for name in ("film.mp4", "picture.png", "list.mp4"):
        with pytest.raises(Invalid, match="no film"), opened(tmp_path / name):
            pass


def test_sound_alone_is_no_film(tmp_path: Path) -> None:
    with av.open(str(tmp_path / "sound.mp4"), "w") as container:
        stream = container.add_stream("aac", rate=48000)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 4800), np.float32), format="fltp", layout="mono")
        frame.sample_rate = 48000
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    with pytest.raises(Invalid, match="only sound"), opened(tmp_path / "sound.mp4"):
        pass
    with wave.open(str(tmp_path / "sound.wav"), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(1000))
    with pytest.raises(Invalid, match="no film"), opened(tmp_path / "sound.wav"):
        pass


@pytest.mark.parametrize("name", ["cut.mkv", "cut.avi"])
def test_a_film_that_is_cut_gives_the_frames_up_to_there(tmp_path: Path, name: str) -> None:
    codec = "libx264" if name.endswith("mkv") else "mjpeg"
    path = film(tmp_path, [seen(10 * step) for step in range(48)], name=name, codec=codec)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    choice = chosen(path, tmp_path)
    assert choice.is_cut
    assert 0.5 < choice.shots[-1].time_s < 3.0


def test_an_mp4_cut_in_the_middle_of_its_pictures_gives_those_before(tmp_path: Path) -> None:
    path = film(tmp_path, [seen(10 * step) for step in range(48)], name="whole.mp4")
    fast = tmp_path / "cut.mp4"
    with av.open(str(path)) as source, av.open(str(fast), "w", options={"movflags": "faststart"}) as target:
        stream = target.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(source.streams.video[0]):
            if packet.dts is not None:
                packet.stream = stream
                target.mux(packet)
    fast.write_bytes(fast.read_bytes()[: fast.stat().st_size * 6 // 10])
    choice = chosen(fast, tmp_path)
    assert choice.is_cut
    assert 1.0 < choice.shots[-1].time_s < 3.5


def test_an_mp4_whose_index_is_missing_is_refused_with_advice(tmp_path: Path) -> None:
    path = film(tmp_path, [seen(10 * step) for step in range(24)])
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(Invalid, match=r"breaks off before its index.*Upload it again whole"), opened(path):
        pass


def test_a_film_that_says_it_is_turned_gives_upright_frames(tmp_path: Path) -> None:
    pictures = [seen(8 * step) for step in range(8)]
    for turn_deg, shape in ((0, (320, 240)), (90, (240, 320)), (180, (320, 240)), (270, (240, 320))):
        path = film(tmp_path, pictures, name=f"turned{turn_deg}.mp4")
        turned = rotated(path, turn_deg)
        with opened(turned) as found:
            frame = next(iter(found.frames()))
            assert (frame.pixels.shape[1], frame.pixels.shape[0]) == shape
            upright = np.rot90(pictures[0], -(turn_deg // 90)).astype(float)
            assert np.abs(frame.pixels.astype(float) - upright).mean() < 6


def rotated(path: Path, turn_deg: int) -> Path:
    """Write the turn, clockwise, into the film's track header, as telephones do."""
    data = bytearray(path.read_bytes())
    at = data.index(b"tkhd") + 4 + 4 + 36  # version, flags; the matrix follows 36 bytes on
    cosine, sine = round(np.cos(np.radians(turn_deg))), round(np.sin(np.radians(turn_deg)))
    one = 1 << 16
    matrix = [cosine * one, sine * one, 0, -sine * one, cosine * one, 0, 0, 0, 1 << 30]
    data[at : at + 36] = b"".join(int(value).to_bytes(4, "big", signed=True) for value in matrix)
    path.write_bytes(data)
    return path


def test_frames_that_come_at_varying_intervals_keep_their_own_times(tmp_path: Path) -> None:
    path, times = tmp_path / "varying.mkv", [0, 50, 100, 700, 750, 1500, 1550, 2400]
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=20)
        stream.width, stream.height, stream.pix_fmt = SIZE[1], SIZE[0], "yuv420p"
        stream.codec_context.time_base = stream.time_base = Fraction(1, 1000)
        for number, time_ms in enumerate(times):
            frame = av.VideoFrame.from_ndarray(seen(14 * number), format="rgb24")
            frame.pts, frame.time_base = time_ms, Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    choice = chosen(path, tmp_path)
    assert [one.time_s for one in choice.seen] == pytest.approx([0, 0.1, 0.7, 1.5, 2.4], abs=0.06) or [
        one.time_s for one in choice.seen
    ] == pytest.approx([time / 1000 for time in times], abs=0.02)
    assert choice.is_variable


def test_long_films_are_looked_at_by_their_key_frames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = film(tmp_path, [seen(5 * step) for step in range(60)], codec="mjpeg", name="keys.mov")  # all are key frames
    monkeypatch.setattr(films, "PIXELS_ALL", 1000)
    with opened(path) as found:
        assert found.is_long
        assert len(list(found.frames(only_key_frames=True))) == 60
    sparse = film(tmp_path, [seen(5 * step) for step in range(60)], name="seldom.mp4")
    choice = chosen(sparse, tmp_path)  # one key frame only: the others are needed
    assert len(choice.shots) > 10


@pytest.mark.parametrize("name", ["a.mp4", "a.mkv", "a.mov"])
def test_long_films_are_searched_for_what_an_interval_asks_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = film(tmp_path, [seen(5 * step) for step in range(72)], name=name)
    through = [shot.time_s for shot in chosen(path, tmp_path, interval_s=1.25).shots]
    monkeypatch.setattr(films, "PIXELS_ALL", 1000)
    searched = chosen(path, tmp_path, interval_s=1.25)
    assert [shot.time_s for shot in searched.shots] == through
    assert len(through) == 5
    assert not searched.is_cut


@pytest.mark.parametrize(("limit", "value"), [("PIXELS_MAX", 1000), ("DURATION_S_MAX", 0.2)])
def test_films_beyond_the_limits_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: float
) -> None:
    path = film(tmp_path, [seen(step) for step in range(6)])
    monkeypatch.setattr(films, limit, value)
    with pytest.raises(TooLarge), opened(path):
        pass


def test_a_file_of_frames_gives_the_same_frames_and_the_same_bytes_again(tmp_path: Path) -> None:
    choice = chosen(film(tmp_path, [seen(12 * step) for step in range(12)]), tmp_path)
    data = packed(choice.shots)
    (tmp_path / "frames.zip").write_bytes(data)
    (tmp_path / "again").mkdir()
    again = unpacked(tmp_path / "frames.zip", tmp_path / "again")
    assert [shot.time_s for shot in again] == [shot.time_s for shot in choice.shots]
    assert packed(again) == data


def test_a_file_of_frames_that_is_broken_or_escapes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "frames.zip").write_bytes(b"PK nothing")
    with pytest.raises(Invalid, match="broken"):
        unpacked(tmp_path / "frames.zip", tmp_path)


def test_ways_are_found_between_pictures() -> None:
    def grey(at: float) -> Any:
        return seen(at)[..., 0].astype(np.float32)

    assert way_between(grey(10), grey(10)) < 1e-4
    assert way_between(grey(10), grey(22)) == pytest.approx(12 / SIZE[1], rel=0.02)
    assert way_between(grey(0), grey(900)) == 1.0
    assert sharpness_of(grey(0)) > 2 * sharpness_of(gaussian_filter(grey(0), 1.5))


def test_the_job_keeps_frames_their_list_and_a_contact_sheet(tmp_path: Path) -> None:
    data = film(tmp_path, [seen(8 * step) for step in range(30)]).read_bytes()
    job = ReplayContext(load={"asset_film": data})
    result = perform(ExtractFrames(project_id="prj_1", video="asset_film"), job)
    assert set(job.artefacts) == {"frames.zip", "frames.json", "contact_sheet.jpg"}
    assert result.count == len(unpacked(job.fetch(result.frames), tmp_path))
    assert result.looked_at == 30
    assert result.verdicts["chosen"] == result.count
    assert result.notes == []
    assert list(job.stages) == ["reading", "choosing", "packaging"]


def test_a_film_is_not_opened_by_what_stands_inside_of_it(tmp_path: Path) -> None:
    """A container that names another file must not make the server read that one."""
    film(tmp_path, [seen(0)] * 3, name="secret.mp4")
    concat = tmp_path / "film.mp4"
    concat.write_text(f"ffconcat version 1.0\nfile '{tmp_path / 'secret.mp4'}'\n")
    with pytest.raises(Invalid), opened(concat):
        pass
