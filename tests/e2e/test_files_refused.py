"""What projects are given over HTTP and cannot use is refused by its name, and what they have stays."""

import pytest

from tests.e2e.conftest import Person
from tests.e2e.test_files import FTYP, INDEX, JPEG, box, images, index_of, listed, upload
from tests.e2e.test_projects import begun, detail_of


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (FTYP + box(b"mdat", bytes(200)), "breaks off before its index"),
        (FTYP + INDEX[:-10], "breaks off before its index"),
        (FTYP + index_of(b"soun"), "only sound"),
        (FTYP + index_of(), "no pictures"),
    ],
    ids=["no index", "a cut index", "sound", "no track"],
)
def test_a_film_that_cannot_be_played_is_refused_and_the_one_before_it_stays(
    ada: Person, content: bytes, why: str
) -> None:
    number = begun(ada)["id"]
    good = upload(ada, number).json()
    detail = detail_of(upload(ada, number, content, "bad.mp4"), 422)
    assert why in detail
    assert "bad.mp4" in detail
    assert [file["asset_id"] for file in listed(ada, number)] == [good["asset_id"]]
    cut = FTYP + INDEX + (10_000).to_bytes(4) + b"mdat" + bytes(90)  # behind the index: what is there can be used
    assert upload(ada, number, cut).status_code == 200


@pytest.mark.parametrize(("content", "what"), [(b"GIF89a" + bytes(90_000), "GIF"), (b"BM" + bytes(90_000), "BMP")])
def test_pictures_of_other_formats_are_named_with_the_file_that_is_one(ada: Person, content: bytes, what: str) -> None:
    number = begun(ada)["id"]
    detail = detail_of(images(ada, number, JPEG, content), 422)
    assert "IMG_1.jpg" in detail
    assert f"is {what}" in detail
    assert "STL" not in detail
    assert listed(ada, number) == []


def test_a_form_without_pictures_is_told_of_the_field_for_them(ada: Person) -> None:
    number = begun(ada)["id"]
    form = {"project_id": (None, str(number))}
    assert "`files`" in detail_of(ada.client.post("/files/upload/images", files=form), 422)
    assert "`file`" in detail_of(ada.client.post("/files/upload/video", files=form), 422)
