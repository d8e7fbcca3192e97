"""Films and pictures that projects are given over HTTP, and how files come back."""

import base64
import hashlib
import io
import threading
import zipfile
from collections.abc import Iterator
from typing import Any

import httpx
import msgspec
import pytest

from tests import giving
from tests.e2e.batching import picture
from tests.e2e.conftest import Configure, Person, Server, numbers, register, serving
from tests.e2e.test_projects import begun, detail_of


def box(kind: bytes, content: bytes) -> bytes:
    return (8 + len(content)).to_bytes(4) + kind + content


def index_of(*kinds: bytes) -> bytes:
    """Return the index of an MP4 or MOV with a track of each kind."""
    tracks = [box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + kind + bytes(13)))) for kind in kinds]
    return box(b"moov", b"".join(tracks))


FTYP = b"\0\0\0\x18ftypisom\0\0\2\0isomiso2"
INDEX = index_of(b"soun", b"vide")
MP4 = FTYP + INDEX + b"\0" * 1000
FILMS = [
    (MP4, "video/mp4"),
    (b"\0\0\0\x14ftypqt  \0\0\2\0qt  " + INDEX + b"\0" * 40, "video/quicktime"),
    (b"\0\0\0\x08wide" + box(b"mdat", bytes(40)) + INDEX, "video/quicktime"),
    (b"RIFF\xff\0\0\0AVI LIST" + b"\0" * 40, "video/x-msvideo"),
    (b"\x1aE\xdf\xa3\x01\0\0\0\0\0\0\x1fB\x82\x88matroska" + b"\0" * 40, "video/x-matroska"),
]
JPEG, TIFF = picture("JPEG"), picture("TIFF")


def upload(person: Person, number: int, content: bytes = MP4, name: str = "film.mp4") -> httpx.Response:
    return person.client.post("/files/upload/video", data={"project_id": number}, files={"file": (name, content)})


def images(person: Person, number: int, *contents: bytes, field: str = "files") -> httpx.Response:
    files = [(field, (f"IMG_{place}.jpg", content)) for place, content in enumerate(contents)]
    return person.client.post("/files/upload/images", data={"project_id": number}, files=files)


def listed(person: Person, number: int) -> list[dict[str, Any]]:
    answer = person.client.get(f"/files/list/{number}")
    assert answer.status_code == 200, answer.text
    assert answer.json()["project_id"] == number
    return list(answer.json()["files"])


def zipped(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def test_a_film_is_given_and_comes_back(ada: Person) -> None:
    number = begun(ada)["id"]
    given = upload(ada, number, name="mein Brunnen.mp4").json()
    sha256 = hashlib.sha256(MP4).hexdigest()
    assert given["message"] == "Video uploaded successfully"
    assert (given["file_size"], given["project_id"], given["sha256"]) == (len(MP4), number, sha256)
    assert given["file_path"] == f"/api/v1/files/download/{number}/video"
    answer = ada.client.get(f"/files/download/{number}/video")
    assert answer.content == MP4
    assert answer.headers["content-type"] == "video/mp4"
    assert "mein%20Brunnen.mp4" in answer.headers["content-disposition"]
    (film,) = listed(ada, number)
    assert (film["file_type"], film["file_name"], film["file_size"]) == ("video", "mein Brunnen.mp4", len(MP4))
    assert httpx.get(film["url"], trust_env=False).content == MP4
    assert ada.client.get(httpx.URL(film["file_path"]).path.removeprefix("/api/v1")).content == MP4


def test_parts_and_known_files_cost_no_more_than_they_must(ada: Person) -> None:
    number = begun(ada)["id"]
    upload(ada, number)
    path = f"/files/download/{number}/video"
    part = ada.client.get(path, headers={"range": "bytes=4-7"})
    assert (part.status_code, part.content) == (206, b"ftyp")
    etag = part.headers["etag"]
    assert ada.client.get(path, headers={"if-none-match": etag}).status_code == 304
    assert ada.client.head(path).headers["content-length"] == str(len(MP4))
    detail_of(ada.client.get(path, headers={"range": "bytes=99999-"}), 416)


@pytest.mark.parametrize(("content", "media_type"), FILMS, ids=["MP4", "MOV", "old MOV", "AVI", "MKV"])
def test_what_a_film_is_is_told_from_its_content(ada: Person, content: bytes, media_type: str) -> None:
    number = begun(ada)["id"]
    given = upload(ada, number, content, "a.exe").json()
    assert given["media_type"] == media_type


@pytest.mark.parametrize(
    "content",
    [b"hello", b"", JPEG, b"\x7fELF" + b"\0" * 100_000, b"\0\0\0\x18ftypheic" + b"\0" * 40, b"RIFF\0\0\0\0WAVEfmt "],
    ids=["text", "nothing", "a picture", "a program", "HEIC", "sound"],
)
def test_what_is_no_film_is_refused_with_the_list_of_those_that_are(ada: Person, content: bytes) -> None:
    number = begun(ada)["id"]
    detail = detail_of(upload(ada, number, content, "film.mp4"), 422)
    assert "MP4, MOV, AVI, MKV" in detail or not content
    assert listed(ada, number) == []


def test_the_project_may_be_named_before_or_behind_the_file(ada: Person) -> None:
    number = begun(ada)["id"]
    name = b'--x\r\nContent-Disposition: form-data; name="project_id"\r\n\r\n%d\r\n' % number
    file = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n' + MP4 + b"\r\n"
    headers = {"content-type": "multipart/form-data; boundary=x"}
    for parts in ((name, file), (file, name)):
        body = b"".join(parts) + b"--x--\r\n"
        assert ada.client.post("/files/upload/video", content=body, headers=headers).json()["project_id"] == number


@pytest.mark.parametrize("number", ["", "abc", "-1", "0x1", "1" * 40, "1\n2", None])
def test_a_film_for_no_project_is_refused_and_nothing_is_kept(ada: Person, number: str | None) -> None:
    data = {} if number is None else {"project_id": number}
    answer = ada.client.post("/files/upload/video", data=data, files={"file": ("a.mp4", MP4)})
    assert "project_id" in detail_of(answer, 422)
    detail_of(ada.client.post("/files/upload/video", data={"project_id": 2}, files={"file": ("a.mp4", MP4)}), 404)
    assert ada.client.get("/assets").json()["data"]["items"] == []


def test_another_film_stands_for_the_one_before_and_both_go_with_the_project(ada: Person) -> None:
    number = begun(ada)["id"]
    first = upload(ada, number).json()
    second = upload(ada, number, MP4 + b"more").json()
    assert [file["asset_id"] for file in listed(ada, number)] == [second["asset_id"]]
    assert ada.client.get(f"/assets/{first['asset_id']}").status_code == 200
    assert ada.client.delete(f"/projects/{number}").status_code == 200
    for asset in (first, second):
        assert ada.client.get(f"/assets/{asset['asset_id']}").status_code == 404


def test_pictures_come_beside_each_other(ada: Person) -> None:
    number = begun(ada)["id"]
    photographs = zipped(**{"a.jpg": JPEG, "b.jpg": JPEG})
    given = images(ada, number, giving.png(), JPEG, TIFF, photographs).json()
    assert given["message"] == "5 images uploaded successfully"
    kinds = [file["media_type"] for file in given["files"]]
    assert kinds == ["image/png", "image/jpeg", "image/tiff", "application/zip"]
    assert [file.get("pictures") for file in given["files"]] == [None, None, None, 2]
    assert given["file_size"] == len(giving.png()) + len(JPEG) + len(TIFF) + len(photographs)
    assert images(ada, number, JPEG + b"another", field="file").status_code == 200
    files = listed(ada, number)
    assert [file["file_type"] for file in files] == ["images"] * 5
    assert ada.client.get(f"/projects/{number}").json()["total_frames"] == 6
    assert ada.client.get(files[1]["file_path"].removeprefix("/api/v1")).content == JPEG
    assert "asset_id" in detail_of(ada.client.get(f"/files/download/{number}/images"), 422)


def test_of_pictures_all_are_kept_or_none(ada: Person) -> None:
    number = begun(ada)["id"]
    detail = detail_of(images(ada, number, JPEG, b"hello", JPEG), 422)
    assert "JPEG" in detail
    assert "ZIP" in detail
    assert listed(ada, number) == []
    assert ada.client.get("/assets").json()["data"]["items"] == []


@pytest.mark.parametrize(
    ("name", "content", "status", "why"),
    [
        ("fake.jpg", b"\xff\xd8\xff\xe0" + b"junk" * 100, 422, "header is broken"),
        ("words.zip", zipped(**{"readme.txt": b"words"}), 422, "no pictures"),
        ("zips.zip", zipped(**{"more.zip": zipped(**{"a.jpg": JPEG})}), 422, "another ZIP"),
        ("many.zip", zipped(**{f"{number}.jpg": b"x" for number in range(10_001)}), 413, "at most 10000"),
    ],
    ids=["fake", "ZIP of words", "ZIP in a ZIP", "ZIP of too much"],
)
def test_a_picture_or_zip_that_cannot_be_used_is_refused_by_its_name(
    ada: Person, name: str, content: bytes, status: int, why: str
) -> None:
    number = begun(ada)["id"]
    files = [("files", ("good.jpg", JPEG)), ("files", (name, content))]
    answer = ada.client.post("/files/upload/images", data={"project_id": number}, files=files)
    detail = detail_of(answer, status)
    assert detail.startswith(f"{name} is not taken: "), detail
    assert why in detail
    assert listed(ada, number) == []
    if status == 422:
        attached = ada.client.post("/files/attach", json={"project_id": number, "asset_id": _in_pieces(ada, content)})
        assert why in detail_of(attached, 422)


@pytest.mark.parametrize("path", ["/files/upload/video", "/files/upload/images"])
def test_a_field_that_is_not_known_is_refused_by_its_name(ada: Person, path: str) -> None:
    fields = {"project_id": begun(ada)["id"], "qualty": "low"}
    answer = ada.client.post(path, data=fields, files={"file": ("a", MP4 if "video" in path else JPEG)})
    assert "no field `qualty`" in detail_of(answer, 422)


def test_a_picture_is_taken_out_and_its_file_goes(ada: Person, server: Server) -> None:
    number, other = begun(ada)["id"], begun(ada)["id"]
    given = images(ada, number, JPEG, TIFF, zipped(**{"a.jpg": JPEG, "b.jpg": JPEG})).json()["files"]
    first, second, third = (file["asset_id"] for file in given)
    assert ada.client.post("/files/attach", json={"project_id": other, "asset_id": second}).status_code == 200
    with register(server, f"carl{next(numbers)}").client as stranger:
        detail_of(stranger.delete(f"/files/{number}/images/{first}"), 404)
    removed = ada.client.delete(f"/files/{number}/images/{first}")
    assert removed.json() == {
        "message": "Image removed successfully", "project_id": number, "asset_id": first, "file_name": "IMG_0.jpg",
    }  # fmt: skip
    assert [file["asset_id"] for file in listed(ada, number)] == [second, third]
    assert ada.client.get(f"/projects/{number}").json()["total_frames"] == 3
    assert ada.client.get(f"/assets/{first}").status_code == 404
    assert "no such picture" in detail_of(ada.client.delete(f"/files/{number}/images/{first}"), 404)
    assert ada.client.delete(f"/files/{number}/images/{second}").status_code == 200
    assert ada.client.get(f"/assets/{second}").status_code == 200  # another project has it
    work = ada.client.post(f"/projects/{number}/start-reconstruction").json()["id"]
    assert "cancel it" in detail_of(ada.client.delete(f"/files/{number}/images/{third}"), 409)
    ada.client.post(f"/jobs/{work}/cancel")
    assert ada.client.delete(f"/files/{number}/images/{third}").status_code == 200
    assert ada.client.get(f"/projects/{number}").json()["total_frames"] == 0


def test_a_film_and_pictures_stand_for_each_other(ada: Person) -> None:
    number = begun(ada)["id"]
    upload(ada, number)
    images(ada, number, JPEG)
    assert [file["file_type"] for file in listed(ada, number)] == ["images"]
    upload(ada, number)
    assert [file["file_type"] for file in listed(ada, number)] == ["video"]


def test_names_from_elsewhere_harm_nobody(ada: Person) -> None:
    number = begun(ada)["id"]
    assert upload(ada, number, name="../..\\etc/pass\u202ewd.mp4").json()["file_name"] == "passwd.mp4"
    assert "200" in detail_of(upload(ada, number, name="x" * 5000), 422)


def test_a_film_in_pieces_is_given_by_its_id(ada: Person) -> None:
    number = begun(ada)["id"]
    asset = _in_pieces(ada, MP4)
    body = {"project_id": number, "asset_id": asset}
    given = ada.client.post("/files/attach", json=body)
    assert given.json()["file_path"] == f"/api/v1/files/download/{number}/video", given.text
    assert ada.client.get(f"/files/download/{number}/video").content == MP4
    pictures = [_in_pieces(ada, JPEG), _in_pieces(ada, TIFF)]
    assert len(ada.client.post("/files/attach", json={**body, "asset_id": pictures}).json()["files"]) == 2
    assert ada.client.delete(f"/assets/{pictures[0]}").status_code == 409


def test_a_film_in_pieces_may_say_whose_it_is_when_it_begins(ada: Person) -> None:
    number = begun(ada)["id"]
    asset = _in_pieces(ada, MP4, project=number)
    assert [file["asset_id"] for file in listed(ada, number)] == [asset]
    answer = ada.client.post("/assets/uploads", headers=_begin(MP4, 2))
    assert answer.status_code == 404


def test_what_is_neither_film_nor_pictures_is_not_given(ada: Person, server: Server) -> None:
    number = begun(ada)["id"]
    model = ada.client.post("/assets", content=giving.glb()).json()["data"]["asset_id"]
    film = _in_pieces(ada, MP4)
    with register(server, f"carl{next(numbers)}").client as stranger:
        begins = {"name": "theirs"}
        theirs = stranger.post("/projects", json=begins).json()["id"]
        detail_of(stranger.post("/files/attach", json={"project_id": theirs, "asset_id": film}), 404)
    for asset, status in ((model, 422), ([film, film + "x"], 404), ([], 422), ("asset_1", 404), (7, 422)):
        detail_of(ada.client.post("/files/attach", json={"project_id": number, "asset_id": asset}), status)
    detail_of(ada.client.post("/files/attach", json={"project_id": 2, "asset_id": film}), 404)


def test_a_file_that_two_projects_have_stays_with_the_other(ada: Person) -> None:
    one, other = begun(ada)["id"], begun(ada)["id"]
    film = _in_pieces(ada, MP4)
    for number in (one, other):
        assert ada.client.post("/files/attach", json={"project_id": number, "asset_id": film}).status_code == 200
    assert ada.client.delete(f"/projects/{one}").status_code == 200
    assert ada.client.get(f"/files/download/{other}/video").content == MP4
    assert ada.client.delete(f"/projects/{other}").status_code == 200
    assert ada.client.get(f"/assets/{film}").status_code == 404


def test_what_is_not_there_is_told_with_what_is(ada: Person) -> None:
    number = begun(ada)["id"]
    assert "no files yet" in detail_of(ada.client.get(f"/files/download/{number}/mesh"), 404)
    upload(ada, number)
    for kind in ("frames", "mesh", "textured_mesh", "point_cloud", "images"):
        assert detail_of(ada.client.get(f"/files/download/{number}/{kind}"), 404).endswith("has: video")
    assert "point_cloud" in detail_of(ada.client.get(f"/files/download/{number}/statue"), 422)
    detail_of(ada.client.get(f"/files/download/{number}/mesh", params={"format": "exe"}), 422)
    detail_of(ada.client.get("/files/download/2/mesh"), 404)


@pytest.fixture(scope="module")
def tight(configure: Configure) -> Iterator[Server]:
    """A server that takes little."""
    settings = configure()
    limits = msgspec.structs.replace(settings.blobs, film_bytes_max=200_000, account_bytes_max=450_000)
    with serving(msgspec.structs.replace(settings, blobs=limits)) as running:
        yield running


def test_a_film_beyond_the_limit_is_refused_with_it(tight: Server) -> None:
    person = register(tight, f"ada{next(numbers)}")
    with person.client:
        number = begun(person)["id"]
        assert upload(person, number, MP4.ljust(200_000, b"\0")).status_code == 200
        assert "200000" in detail_of(upload(person, number, MP4.ljust(200_001, b"\0")), 413)
        assert "200000" in detail_of(upload(person, number, MP4.ljust(3_000_000, b"\0")), 413)
        assert "200000" in detail_of(images(person, number, JPEG, JPEG.ljust(200_001, b"\0")), 413)


def test_an_account_has_room_for_so_much_and_no_more(tight: Server) -> None:
    person = register(tight, f"ada{next(numbers)}")
    with person.client:
        number = begun(person)["id"]
        pictures = [JPEG + bytes([place]) * 150_000 for place in range(4)]
        assert "450000" in detail_of(images(person, number, *pictures), 413)
        assert listed(person, number) == []
        assert images(person, number, *pictures[:2]).status_code == 200


def test_an_upload_and_a_deletion_at_once_leave_nothing_behind(ada: Person) -> None:
    number = begun(ada)["id"]
    has_begun, may_go_on = threading.Event(), threading.Event()

    def body() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="project_id"\r\n\r\n%d\r\n' % number
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n' + MP4
        has_begun.set()
        may_go_on.wait(10)
        yield b"\r\n--x--\r\n"

    answers: list[httpx.Response] = []
    headers = {"content-type": "multipart/form-data; boundary=x"}
    thread = threading.Thread(
        target=lambda: answers.append(ada.client.post("/files/upload/video", content=body(), headers=headers))
    )
    thread.start()
    has_begun.wait(10)
    assert ada.client.delete(f"/projects/{number}").status_code == 200
    may_go_on.set()
    thread.join()
    detail_of(answers[0], 404)
    assert ada.client.get("/assets").json()["data"]["items"] == []


def _begin(content: bytes, project: int | None = None) -> dict[str, str]:
    metadata = {"filename": "film.mp4"} | ({} if project is None else {"project_id": str(project)})
    encoded = ",".join(f"{name} {base64.b64encode(text.encode()).decode()}" for name, text in metadata.items())
    return {"tus-resumable": "1.0.0", "upload-length": str(len(content)), "upload-metadata": encoded}


def _in_pieces(person: Person, content: bytes, project: int | None = None) -> str:
    """Upload a file by tus, in two pieces, and return the asset that it became."""
    place = httpx.URL(person.client.post("/assets/uploads", headers=_begin(content, project)).headers["location"])
    path, half = place.path.removeprefix("/api/v1"), len(content) // 2
    for start, piece in ((0, content[:half]), (half, content[half:])):
        headers = {
            "tus-resumable": "1.0.0", "upload-offset": str(start), "content-type": "application/offset+octet-stream",
        }  # fmt: skip
        answer = person.client.patch(path, content=piece, headers=headers)
        assert answer.status_code == 204, answer.text
    return str(answer.headers["x-asset-id"])
