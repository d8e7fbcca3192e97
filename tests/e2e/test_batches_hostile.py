"""Pictures and forms that nobody should send: each is refused with a sentence, and then nothing is left of it."""

import io
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import psycopg
import pytest
from PIL import Image

from tests.e2e.batching import form, huge_png, picture, refused, upload, uploaded
from tests.e2e.conftest import Configure, Person, Server, numbers, register, serving
from tests.giving import cut_forms

FILE_BYTES, PIXELS, FILES, ACCOUNT_BYTES, QUEUED = 20_000, 1_000_000, 25, 60_000, 30
ALLOWED = ["jpg", "jpeg", "png"]


@pytest.fixture(scope="module")
def strict(configure: Configure) -> Iterator[Server]:
    """A server that takes little of everything."""
    settings = configure()
    image = msgspec.structs.replace(settings.image, file_bytes_max=FILE_BYTES, pixels_max=PIXELS, files_max=FILES)
    blobs = msgspec.structs.replace(settings.blobs, account_bytes_max=ACCOUNT_BYTES)
    work = msgspec.structs.replace(settings.work, queued_per_account_max=QUEUED)
    with serving(msgspec.structs.replace(settings, image=image, blobs=blobs, work=work)) as running:
        yield running


@pytest.fixture(scope="module")
def mal(strict: Server) -> Iterator[Person]:
    """Somebody who tries things."""
    person = register(strict, f"mal{next(numbers)}")
    with person.client:
        yield person


@pytest.fixture
def fresh(strict: Server) -> Iterator[Person]:
    """Somebody who has nothing yet."""
    person = register(strict, f"mal{next(numbers)}")
    with person.client:
        yield person


def blobs(server: Server) -> set[str]:
    """Return everything that lies in the blob store, notes and half files too."""
    root = Path(urlsplit(server.settings.blob_url).path)
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


def untouched(server: Server, person: Person, *files: Any, **fields: Any) -> Any:
    """Send what is refused; there is nothing more in the store and in the list than before."""
    before, listed = blobs(server), person.client.get("/status").json()
    answer = upload(person.client, *files, **fields)
    assert answer.status_code >= 400, answer.text
    assert blobs(server) == before
    assert person.client.get("/status").json() == listed
    return answer


def work_of(server: Server, task: str) -> dict[str, Any]:
    """Return what the work on a picture is made from."""
    with psycopg.connect(server.settings.database_url) as connection:
        found = connection.execute("SELECT work FROM view_job.job WHERE id = %s", (task,)).fetchone()
    assert found
    return dict(found[0])


def bmp() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (8, 8)).save(made, "BMP")
    return made.getvalue()


NOT_PICTURES = {
    "a BMP": bmp(),
    "a text": b"not a picture at all",
    "a GIF": b"GIF89a" + bytes(60),
    "a page": b"<html><body>\xff\xd8\xff</body></html>",
    "nothing": b"",
    "a start": b"\x89PNG\r\n\x1a\n",
    "half a JPEG": picture(size=(200, 200))[:300],
    "half a PNG": picture("PNG", size=(200, 200))[:-30],
    "no pixels": huge_png(0, 10),
}


@pytest.mark.parametrize("content", list(NOT_PICTURES.values()), ids=list(NOT_PICTURES))
def test_what_is_no_whole_jpg_or_png_is_refused_by_name_whatever_it_is_called(
    strict: Server, mal: Person, content: bytes
) -> None:
    details = refused(untouched(strict, mal, picture(), ("image.jpg", content)))
    assert (details["file"], details["allowed_formats"]) == ("image.jpg", ALLOWED)
    assert "image.jpg" in details["message"]


def test_a_picture_that_is_too_large_in_bytes_or_pixels_is_refused_with_the_limit(strict: Server, mal: Person) -> None:
    padded = picture() + bytes(FILE_BYTES)
    details = refused(untouched(strict, mal, ("big.jpg", padded)), 413, "FILE_TOO_LARGE")
    assert (details["file"], details["size_bytes_max"]) == ("big.jpg", FILE_BYTES)
    details = refused(untouched(strict, mal, ("wide.png", huge_png(20_000, 20_000))), 413, "FILE_TOO_LARGE")
    assert (details["pixels_max"], details["width"], details["height"]) == (PIXELS, 20_000, 20_000)
    large = (FILE_BYTES * FILES) + 3 * 2**20
    refused(untouched(strict, mal, ("endless.jpg", bytes(large))), 413, "FILE_TOO_LARGE")


@pytest.mark.parametrize("size", [(1, 1), (15, 400), (400, 15)])
def test_a_picture_that_is_too_small_is_refused_with_the_least(
    strict: Server, mal: Person, size: tuple[int, int]
) -> None:
    for kind in ("JPEG", "PNG"):
        details = refused(untouched(strict, mal, picture(), ("dot.jpg", picture(kind, size))))
        assert (details["file"], details["side_px_min"]) == ("dot.jpg", 16)
        assert (details["width"], details["height"]) == size
        assert "each side must have at least 16" in details["message"]
    assert uploaded(mal, picture(size=(16, 16)), generate="false")["total_files"] == 1


def test_there_is_a_greatest_number_of_pictures(strict: Server, fresh: Person) -> None:
    details = refused(untouched(strict, fresh, *[picture()] * (FILES + 1)))
    assert details["allowed"] == FILES
    batch = uploaded(fresh, *[picture()] * FILES)
    assert [batch["files"][0]["file_id"], batch["files"][-1]["file_id"]] == ["file_001", "file_025"]
    details = refused(upload(fresh.client, *[picture()] * 6), 429, "RATE_LIMIT_EXCEEDED")
    assert details["queued_max"] == QUEUED


def test_the_same_file_twice_is_two_files_of_one_content(strict: Server, mal: Person) -> None:
    before = blobs(strict)
    batch = uploaded(mal, ("a.jpg", picture(colour=9)), ("a.jpg", picture(colour=9)), generate="false")
    assert [file["filename"] for file in batch["files"]] == ["a.jpg", "a.jpg"]
    assert len({file["file_id"] for file in batch["files"]}) == 2
    assert len(blobs(strict) - before) == 1


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../../etc/passwd.png", "passwd.png"),
        ("C:\\photos\\cup.png", "cup.png"),
        ("a\u202egnp.exe.png", "agnp.exe.png"),
        ("..", "picture.png"),
        ("Schlüssel 鍵.png", "Schlüssel 鍵.png"),
    ],
)
def test_names_lose_what_could_mislead(mal: Person, sent: str, kept: str) -> None:
    assert uploaded(mal, (sent, picture("PNG")), generate="false")["files"][0]["filename"] == kept


def test_a_name_without_end_is_refused(strict: Server, mal: Person) -> None:
    details = refused(untouched(strict, mal, ("x" * 300 + ".png", picture("PNG"))))
    assert details["length_max"] == 200


@pytest.mark.parametrize("field", ["files", "files[]", "file"])
def test_the_field_goes_by_its_usual_names(mal: Person, field: str) -> None:
    answer = mal.client.post("/upload/batch", files=form(picture(), field=field), data={"generate": "false"})
    assert answer.json()["total_files"] == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("face_limit", "99"),
        ("face_limit", "500001"),
        ("face_limit", "many"),
        ("face_limit", "999.5"),
        ("face_limit", "1e3"),
        ("seed", "1e3"),
        ("provider", "magic"),
        ("seed", "-1"),
        ("generate", "perhaps"),
        ("captions", "x" * 201),
        ("captions", '{"other.jpg": "a cup"}'),
        ("captions", '{"image1.jpg": 3}'),
        ("captions", ["one", "two"]),
    ],
)
def test_a_wish_that_cannot_be_granted_is_named(strict: Server, mal: Person, field: str, value: Any) -> None:
    details = refused(untouched(strict, mal, picture(), **{field: value}))
    assert details["field"] == field


@pytest.mark.parametrize("name", ["face_limits", "Files", "image"])
def test_a_field_that_there_is_not_is_refused_with_those_that_there_are(strict: Server, mal: Person, name: str) -> None:
    for answer in (
        untouched(strict, mal, picture(), **{name: "500"}),
        mal.client.post("/upload/batch", files=[*form(picture()), *form(picture(), field=name)]),
    ):
        details = refused(answer)
        assert (details["field"], name in details["message"]) == (name, True)
        assert details["allowed"] == [
            "files", "files[]", "file", "face_limit", "generate", "provider", "seed", "captions",
        ]  # fmt: skip


def test_captions_go_with_their_pictures(strict: Server, mal: Person) -> None:
    pictures = (("a.jpg", picture()), ("b.jpg", picture()))
    for captions in (["a cup", "a key"], '{"a.jpg": "a cup", "file_002": "a key"}', '["a cup", "a key"]', "a cup"):
        batch = uploaded(mal, *pictures, captions=captions, face_limit=" 500 ", seed=3)
        works = [work_of(strict, file["model_task_id"]) for file in batch["files"]]
        assert [work["hint"] for work in works] == ["a cup", "b" if captions == "a cup" else "a key"]
        assert {(work["face_limit"], work["seed"], work["provider"]) for work in works} == {(500, 3, "local")}


def test_two_captions_for_one_picture_are_refused_by_both_names(strict: Server, mal: Person) -> None:
    captions = '{"a.jpg": "a cup", "file_001": "a key"}'
    details = refused(untouched(strict, mal, ("a.jpg", picture()), captions=captions))
    assert details["field"] == "captions"
    assert "`file_001` and `a.jpg`" in details["message"]
    batch = uploaded(mal, ("a.jpg", picture()), ("a.jpg", picture()), captions=captions)
    works = [work_of(strict, file["model_task_id"]) for file in batch["files"]]
    assert [work["hint"] for work in works] == ["a key", "a cup"]


def test_what_is_wrong_with_a_file_is_said_though_its_name_is_not_utf_8_or_missing(strict: Server, mal: Person) -> None:
    content = {"content-type": "multipart/form-data; boundary=b"}
    for name, said in (("Schl\xfcssel.jpg", "is not UTF-8"), ("", "the content of a file without a name is neither")):
        head = f'--b\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'.encode("latin-1")
        answer = mal.client.post("/upload/batch", content=head + b"no picture\r\n--b--\r\n", headers=content)
        assert said in refused(answer)["message"]


def test_forms_that_are_none_are_refused(strict: Server, mal: Person) -> None:
    before = blobs(strict)
    content = {"content-type": "multipart/form-data; boundary=b"}
    many = b"".join(b'--b\r\nContent-Disposition: form-data; name="x%d"\r\n\r\ny\r\n' % n for n in range(10_000))
    cut = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.jpg"\r\n\r\n' + picture()
    for body, status in (
        (b"--b--\r\n", 400),
        (b"", 400),
        (many + b"--b--\r\n", 400),
        (cut, 400),
        (b'--b\r\nContent-Disposition: form-data; name="files"\r\n\r\nabc\r\n--b--\r\n', 400),
    ):
        refused(mal.client.post("/upload/batch", content=body, headers=content), status)
    refused(mal.client.post("/upload/batch", json={}), 415, "UNSUPPORTED_MEDIA_TYPE")
    packed = {**content, "content-encoding": "gzip"}
    refused(mal.client.post("/upload/batch", content=cut, headers=packed), 415, "UNSUPPORTED_MEDIA_TYPE")
    assert blobs(strict) == before


@pytest.mark.parametrize(("where", "body"), list(cut_forms("files", picture()).items()))
def test_a_form_that_ends_too_early_is_not_blamed_on_a_picture(
    strict: Server, mal: Person, where: str, body: bytes
) -> None:
    before, listed = blobs(strict), mal.client.get("/status").json()
    content = {"content-type": "multipart/form-data; boundary=b"}
    details = refused(mal.client.post("/upload/batch", content=body, headers=content))
    assert details == {"field": "files", "message": "The body is not a whole multipart form"}, where
    assert (blobs(strict), mal.client.get("/status").json()) == (before, listed)


def test_an_account_has_only_so_much_room(strict: Server, fresh: Person) -> None:
    def sized(colour: int) -> bytes:
        return picture("PNG", colour=colour) + bytes(18_000)

    uploaded(fresh, sized(1), sized(2), sized(2), generate="false")
    before = blobs(strict)
    details = refused(upload(fresh.client, sized(3), sized(4)), 413, "FILE_TOO_LARGE")
    assert details["account_bytes_max"] == ACCOUNT_BYTES
    assert blobs(strict) == before


def animated() -> bytes:
    made = io.BytesIO()
    frames = [Image.new("RGB", (16, 16), (shade, 0, 0)) for shade in (0, 200)]
    frames[0].save(made, "PNG", save_all=True, append_images=frames[1:])
    return made.getvalue()


def sixteen_bit() -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    pixels = zlib.compress((b"\0" + b"\x12\x34" * 3 * 16) * 16)
    header = struct.pack(">IIBBBBB", 16, 16, 16, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def cmyk() -> bytes:
    made = io.BytesIO()
    Image.new("CMYK", (16, 16)).save(made, "JPEG")
    return made.getvalue()


def test_odd_pictures_are_taken_where_work_can_say_what_they_show(mal: Person) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    odd = (animated(), sixteen_bit(), cmyk(), picture(exif=turned))
    assert uploaded(mal, *odd, generate="false")["total_files"] == len(odd)
