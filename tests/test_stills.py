"""Photographs of many kinds become upright pictures with the focal length that they tell."""

import io
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from PIL import ExifTags, Image

from domain.errors import GenerationFailed, Invalid, TooLarge
from engine.photographs import stills
from engine.photographs.frames_file import packed, unpacked
from engine.photographs.sparse import by_camera
from engine.photographs.stills import kept
from engine.photographs.views import View
from handlers.reconstructing.cameras_file import cameras_json

GREY = np.linspace(40, 220, 120)[None, :] * np.linspace(0.5, 1.0, 90)[:, None]
PICTURE = np.stack([GREY, 0.8 * GREY, 0.6 * GREY], axis=2).astype(np.uint8)  # brighter to the right


def saved(path: Path, image: Image.Image | None = None, exif: dict[int, Any] | None = None, **options: Any) -> Path:
    """Write a picture; `exif` are tags of the camera's own part, but for orientation."""
    image = image or Image.fromarray(PICTURE)
    tags = Image.Exif()
    for tag, value in (exif or {}).items():
        (tags if tag == ExifTags.Base.Orientation else tags.get_ifd(ExifTags.IFD.Exif))[tag] = value
    image.save(path, exif=tags, **options)
    return path


def shots(tmp_path: Path, *paths: Path) -> Any:
    """Return what is kept of pictures."""
    (tmp_path / "shots").mkdir(exist_ok=True)
    return kept([(path.name, path) for path in paths], tmp_path / "shots")


def pixels(path: Path) -> Any:
    """Return a file's pixels."""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"), float)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_are_turned_upright(tmp_path: Path, orientation: int) -> None:
    upright = Image.fromarray(PICTURE)
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    stored = upright.transpose(undo[orientation]) if orientation in undo else upright
    path = saved(tmp_path / "a.jpg", stored, {ExifTags.Base.Orientation: orientation}, quality=95)
    (shot,) = shots(tmp_path, path).shots
    assert (shot.width, shot.height) == (120, 90)
    assert np.abs(pixels(shot.path) - PICTURE).mean() < 3


def sixteen() -> Image.Image:
    """Return a picture of 16 bits."""
    return Image.fromarray((GREY * 257).astype(np.uint16))


@pytest.mark.parametrize(
    ("name", "image"),
    [
        ("a.png", Image.fromarray(PICTURE)),
        ("a.tif", Image.fromarray(PICTURE)),
        ("cmyk.tif", Image.fromarray(PICTURE).convert("CMYK")),
        ("cmyk.jpg", Image.fromarray(PICTURE).convert("CMYK")),
        ("palette.png", Image.fromarray(PICTURE).quantize(256)),
        ("clear.png", Image.fromarray(PICTURE).convert("RGBA")),
    ],
)
def test_pictures_of_all_kinds_look_the_same(tmp_path: Path, name: str, image: Image.Image) -> None:
    (shot,) = shots(tmp_path, saved(tmp_path / name, image)).shots
    assert np.abs(pixels(shot.path) - PICTURE).mean() < 6


@pytest.mark.parametrize("name", ["grey.png", "deep.png", "deep.tif"])
def test_grey_pictures_of_eight_and_sixteen_bits_look_the_same(tmp_path: Path, name: str) -> None:
    image = sixteen() if name.startswith("deep") else Image.fromarray(GREY.astype(np.uint8))
    (shot,) = shots(tmp_path, saved(tmp_path / name, image)).shots
    assert np.abs(pixels(shot.path)[..., 0] - GREY).mean() < 3


def test_the_focal_length_is_told_in_pixels(tmp_path: Path) -> None:
    film = saved(tmp_path / "a.jpg", exif={ExifTags.Base.FocalLengthIn35mmFilm: 27})
    plane = {
        ExifTags.Base.FocalLength: 8.0,
        ExifTags.Base.FocalPlaneXResolution: 120 / 7.2 * 25.4,
        ExifTags.Base.FocalPlaneResolutionUnit: 2,
    }
    sensor = saved(tmp_path / "b.jpg", Image.fromarray(PICTURE + 1), plane)
    silent = saved(tmp_path / "c.jpg", Image.fromarray(PICTURE + 2))
    mad = saved(tmp_path / "d.jpg", Image.fromarray(PICTURE + 3), {ExifTags.Base.FocalLengthIn35mmFilm: 60000})
    focal = [shot.focal_px for shot in shots(tmp_path, film, sensor, silent, mad).shots]
    assert focal == pytest.approx([120 * 27 / 36, 8.0 * 120 / 7.2, 0, 0], rel=1e-3)


def test_pictures_of_one_camera_share_it_and_others_do_not(tmp_path: Path) -> None:
    wide = {ExifTags.Base.FocalLengthIn35mmFilm: 24}
    given = [
        saved(tmp_path / "1.jpg", Image.fromarray(PICTURE)),
        saved(tmp_path / "2.jpg", Image.fromarray(PICTURE + 1)),
        saved(tmp_path / "3.jpg", Image.fromarray(PICTURE + 2), wide),
        saved(tmp_path / "4.jpg", Image.fromarray(PICTURE[:80])),
    ]
    places = by_camera(shots(tmp_path, *given).shots, tmp_path / "pictures")
    assert [place.split("/")[0] for place in places.values()] == ["camera_1", "camera_1", "camera_2", "camera_3"]
    assert all((tmp_path / "pictures" / place).is_file() for place in places.values())


def test_pictures_come_in_the_order_of_their_numbers_also_out_of_zip_files(tmp_path: Path) -> None:
    for number in (1, 2, 10):
        saved(tmp_path / f"p{number}.png", Image.fromarray(PICTURE + number))
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        for number in (10, 2):
            archive.write(tmp_path / f"p{number}.png", f"deep/down/p{number}.png")
        archive.writestr("__MACOSX/deep/._p2.png", b"junk")
        archive.writestr("readme.txt", "words")
    found = shots(tmp_path, tmp_path / "more.zip", tmp_path / "p1.png").shots
    brightness = [pixels(shot.path).mean() for shot in found]
    assert len(found) == 3
    assert brightness == sorted(brightness)


def test_the_same_picture_twice_is_kept_once_and_that_is_said(tmp_path: Path) -> None:
    one = saved(tmp_path / "one.png")
    twin = tmp_path / "twin.png"
    twin.write_bytes(one.read_bytes())
    found = shots(tmp_path, one, twin)
    assert len(found.shots) == 1
    assert found.left_out == ("twin.png is the same picture as one.png",)


def test_dark_bright_and_tiny_pictures_are_left_out_with_the_reason(tmp_path: Path) -> None:
    good = saved(tmp_path / "good.png")
    dark = saved(tmp_path / "dark.png", Image.fromarray(PICTURE // 30))
    tiny = saved(tmp_path / "tiny.png", Image.fromarray(PICTURE[:20, :20]))
    found = shots(tmp_path, good, dark, tiny)
    assert len(found.shots) == 1
    assert found.left_out == ("dark.png is too dark", "tiny.png is too small: 20 x 20 pixels")
    with pytest.raises(
        GenerationFailed,
        match=r"None of the pictures can be used: dark\.png is too dark\. Take them again in more light",
    ):
        shots(tmp_path, dark)


def test_what_cannot_be_read_is_left_out_and_where_nothing_is_left_all_is_told_with_advice(tmp_path: Path) -> None:
    good = saved(tmp_path / "good.png")
    virus = tmp_path / "virus.jpg"
    virus.write_bytes(b"MZ" + bytes(300))
    cut = tmp_path / "cut.png"
    cut.write_bytes(good.read_bytes()[:400])
    gif = saved(tmp_path / "moving.gif", Image.fromarray(PICTURE).quantize(64))
    found = shots(tmp_path, good, virus, cut, gif)
    assert [shot.given_as for shot in found.shots] == ["good.png"]
    broken = "cannot be read: it is cut short, broken, or no picture"
    assert found.left_out == (
        f"cut.png {broken}", "moving.gif is GIF; pictures may be JPG, PNG or TIFF", f"virus.jpg {broken}",
    )  # fmt: skip
    with pytest.raises(GenerationFailed, match=r"None of the pictures.*virus\.jpg cannot be read.* Give it other"):
        shots(tmp_path, virus)


def test_pictures_of_too_many_pixels_and_zip_files_that_unfold_into_too_much_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, big = saved(tmp_path / "good.png"), saved(tmp_path / "big.png", Image.fromarray(np.tile(PICTURE, (2, 2, 1))))
    monkeypatch.setattr(stills, "PIXELS_MAX", PICTURE.shape[0] * PICTURE.shape[1])
    assert shots(tmp_path, good, big).left_out == ("big.png has too many pixels: at most 10,800 are read",)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.png", bytes(100_000))
    into = tmp_path / "shots"
    one = [("good.png", good), ("bomb.zip", tmp_path / "bomb.zip")]
    assert kept(one, into, entry_bytes_max=99_999).left_out == ("zeros.png unfolds into more than 99999 bytes",)
    monkeypatch.setattr(stills, "ZIP_BYTES_MAX", 1000)
    assert shots(tmp_path, good, tmp_path / "bomb.zip").left_out == ("bomb.zip unfolds into more than 1000 bytes",)


def test_more_pictures_than_are_read_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stills, "PICTURES_MAX", 1)
    other = saved(tmp_path / "2.png", Image.fromarray(PICTURE + 1))
    with pytest.raises(TooLarge, match="more than 1 pictures"):
        shots(tmp_path, saved(tmp_path / "1.png"), other)


def test_in_a_zip_file_content_decides_and_what_is_no_picture_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.write(saved(tmp_path / "a.png"), "deep/down/picture without a suffix")
        archive.writestr("readme.txt", "words")
        archive.writestr("__MACOSX/deep/._a.png", b"junk")
    found = shots(tmp_path, tmp_path / "more.zip")
    assert [shot.given_as for shot in found.shots] == ["picture without a suffix"]
    assert found.left_out == ("readme.txt cannot be read: it is cut short, broken, or no picture",)


def test_a_zip_that_says_less_than_it_holds_is_left_out(tmp_path: Path) -> None:
    """The size in its list is what the limit is checked by; what is read may not be more."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.png", bytes(100_000))
    lying = bytearray(data.getvalue())
    at = lying.index(b"PK\x01\x02")
    lying[at + 24 : at + 28] = (10).to_bytes(4, "little")
    (tmp_path / "lying.zip").write_bytes(lying)
    with pytest.raises(GenerationFailed, match=r"a\.png cannot be taken out"):
        shots(tmp_path, tmp_path / "lying.zip")


def test_zip_files_that_are_empty_cut_or_locked_are_left_out(tmp_path: Path) -> None:
    good = saved(tmp_path / "good.png")
    with zipfile.ZipFile(tmp_path / "empty.zip", "w"):
        pass
    assert shots(tmp_path, good, tmp_path / "empty.zip").left_out == ("empty.zip is a ZIP file without pictures",)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.png", saved(tmp_path / "a.png").read_bytes())
    locked = bytearray(data.getvalue())
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        locked[locked.index(mark) + offset] |= 1
    (tmp_path / "locked.zip").write_bytes(locked)
    assert shots(tmp_path, good, tmp_path / "locked.zip").left_out == ("a.png is locked by a password",)
    with pytest.raises(Invalid, match="no pictures"):
        kept([], tmp_path)


def test_lists_name_photographs_as_their_owner_did(tmp_path: Path) -> None:
    (shot,) = shots(tmp_path, saved(tmp_path / "IMG_0815.png")).shots
    (tmp_path / "frames.zip").write_bytes(packed([shot]))
    (again,) = unpacked(tmp_path / "frames.zip", tmp_path)
    assert (again.name, again.given_as) == ("photo_00000.jpg", "IMG_0815.png")
    two = np.full(2, 100.0)
    view = View(f"camera_1/{shot.name}", PICTURE, two, two, np.eye(3), np.zeros(3))
    (listed,) = msgspec.json.decode(cameras_json([view], {shot.name: shot.given_as}))["cameras"]
    assert (listed["name"], listed["given_as"]) == ("photo_00000.jpg", "IMG_0815.png")
