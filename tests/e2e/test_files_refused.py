"""What projects are given over HTTP and cannot use is refused by its name, and what they have stays."""

import pytest

from tests import giving
from tests.e2e.conftest import Person
from tests.e2e.test_files import FTYP, INDEX, JPEG, MP4, box, images, index_of, listed, upload
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


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"nothing of the kind", 422),
        (b"", 422),
        (b"--x\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\nRIFF", 422),
        (b"--x\r\n" + b"A: " + b"b" * 20_000, 422),
        (b"--x\r\nContent-Disposition: form-data; name=other\r\n\r\n1\r\n--x--\r\n", 422),
        (b"".join(b"--x\r\nContent-Disposition: form-data; name=a%d\r\n\r\n1\r\n" % n for n in range(100_000)), 422),
        (b"--x\r\nContent-Disposition: form-data; name=project_id\r\n\r\n" + b"1" * 100_000 + b"\r\n--x--", 422),
        (b"--x\r\nContent-Disposition: form-data; name=project_id\r\n\r\n\xff\xfe\r\n--x--", 422),
    ],
    ids=["no form", "nothing", "cut", "long header", "no file", "10^5 fields", "long field", "no UTF-8"],
)
@pytest.mark.parametrize("path", ["/files/upload/video", "/files/upload/images"])
def test_broken_forms_are_refused(ada: Person, path: str, body: bytes, status: int) -> None:
    headers = {"content-type": "multipart/form-data; boundary=x"}
    detail_of(ada.client.post(path, content=body, headers=headers), status)


@pytest.mark.parametrize("where", list(giving.cut_forms("files", JPEG)))
@pytest.mark.parametrize("is_named", [True, False])
def test_a_form_that_ends_too_early_is_not_blamed_on_a_picture(ada: Person, where: str, is_named: bool) -> None:
    number = begun(ada)["id"]
    texts = {"project_id": number} if is_named else {}
    headers = {"content-type": "multipart/form-data; boundary=b"}
    body = giving.cut_forms("files", JPEG, **texts)[where]
    said = detail_of(ada.client.post("/files/upload/images", content=body, headers=headers), 422)
    assert "not a whole multipart form" in said
    assert "whole2" not in said
    assert listed(ada, number) == []
    assert ada.client.get("/assets").json()["data"]["items"] == []


@pytest.mark.parametrize("kind", ["application/json", "video/mp4", "", "multipart/form-data"])
def test_what_is_no_form_is_refused(ada: Person, kind: str) -> None:
    detail_of(ada.client.post("/files/upload/video", content=MP4, headers={"content-type": kind}), 415)
