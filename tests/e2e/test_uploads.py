"""Files that people give over HTTP: whole, in pieces, and never more than they may."""

import hashlib
import io
import socket
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import pytest

from tests import giving
from tests.e2e.conftest import Configure, Person, Server, numbers, register, serving
from tests.e2e.pipeline import data_of, refused
from tests.e2e.uploading import GLB, PATH, PIECE, VERSION, begin, large_glb, send, upload


def test_a_file_that_is_given_is_an_asset_of_ones_own(ada: Person) -> None:
    kept = upload(ada, GLB, "mein Würfel.glb")
    assert kept["asset_id"].startswith("asset_")
    assert (kept["media_type"], kept["size_bytes"]) == ("model/gltf-binary", len(GLB))
    assert (kept["name"], kept["sha256"]) == ("mein Würfel.glb", hashlib.sha256(GLB).hexdigest())
    assert httpx.get(kept["url"], trust_env=False).content == GLB
    asset = data_of(ada.client.get(f"/assets/{kept['asset_id']}"))
    assert (asset["role"], asset["job_id"], asset["sha256"]) == ("input", "", kept["sha256"])
    assert ada.client.get(f"/assets/{kept['asset_id']}/content").content == GLB


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (GLB, "model/gltf-binary"),
        (b'{\n "asset": {"version": "2.0"}}', "model/gltf+json"),
        (giving.obj(), "model/obj"),
        (giving.ply(), "model/ply"),
        (giving.stl(), "model/stl"),
        (b"solid a\n facet normal 0 0 1\n", "model/stl"),
        (giving.png(), "image/png"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 40, "image/jpeg"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"\xabKTX 20\xbb\r\n\x1a\n" + b"\0" * 40, "image/ktx2"),
        (b"II*\0" + b"\0" * 40, "image/tiff"),
        (b"PK\x03\x04" + b"\0" * 40, "application/zip"),
    ],
    ids=["GLB", "glTF", "OBJ", "PLY", "STL", "STL text", "PNG", "JPEG", "WebP", "KTX2", "TIFF", "ZIP"],
)
def test_what_a_file_is_is_told_from_its_content_and_from_nothing_else(
    ada: Person, content: bytes, media_type: str
) -> None:
    answer = ada.client.post("/assets/", files={"file": ("a.exe", content, "text/html")})
    assert data_of(answer)["media_type"] == media_type
    raw = ada.client.post("/assets?name=x", content=content, headers={"content-type": "application/json"})
    assert data_of(raw)["media_type"] == media_type


@pytest.mark.parametrize(
    "content",
    [b"hello", b"", b"\x7fELF" + b"\0" * 200_000, b'{"a": 1}', b"<svg/>"],
    ids=["text", "nothing", "a program", "other JSON", "SVG"],
)
def test_what_is_in_no_known_format_is_refused_with_the_list_of_those_that_are(ada: Person, content: bytes) -> None:
    for answer in (
        ada.client.post("/assets/", files={"file": ("a.glb", content)}),
        ada.client.post("/assets/", content=content),
    ):
        details = refused(answer)
        assert details["field"] == "file"
        assert not content or {"GLB", "KTX2", "TIFF"} <= set(details["allowed"])


def test_a_body_without_a_form_is_the_file_itself(ada: Person) -> None:
    headers = {"content-type": "model/gltf-binary", "content-disposition": 'attachment; filename="../../a b.glb"'}
    assert data_of(ada.client.post("/assets", content=GLB, headers=headers))["name"] == "a b.glb"
    assert data_of(ada.client.post("/assets?name=c.glb", content=GLB, headers=headers))["name"] == "c.glb"
    assert data_of(ada.client.post("/assets", content=GLB))["name"] == "upload.glb"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"--x\r\nContent-Disposition: form-data; name=other\r\n\r\n1\r\n--x--\r\n", "multipart/form-data; boundary=x"),
        (
            b"--x\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\nglTF",
            "multipart/form-data; boundary=x",
        ),
        (b"nothing of the kind", "multipart/form-data; boundary=x"),
        (b"", "multipart/form-data; boundary=x"),
        (b"--x\r\n" + b"A: " + b"b" * 20_000, "multipart/form-data; boundary=x"),
    ],
    ids=["no file", "cut", "no form", "empty", "endless head"],
)
def test_a_form_that_is_broken_or_has_no_file_is_refused(ada: Person, body: bytes, content_type: str) -> None:
    refused(ada.client.post("/assets", content=body, headers={"content-type": content_type}))
    without = ada.client.post("/assets", content=body, headers={"content-type": "multipart/form-data"})
    refused(without, 415)


@pytest.mark.parametrize("end", [b"", b"\r\n", b"\r\n--x", b"\r\n--x-", b"\r\n--x\r\n"])
def test_a_form_that_ends_too_early_is_not_blamed_on_its_file(ada: Person, end: bytes) -> None:
    headers = {"content-type": "multipart/form-data; boundary=x"}
    for content in (GLB, GLB[:6], b"", b"no format"):
        body = b"--x\r\nContent-Disposition: form-data; name=file; filename=a.glb\r\n\r\n" + content + end
        details = refused(ada.client.post("/assets", content=body, headers=headers))
        assert details["message"] == "The body is not a whole multipart form"
    assert data_of(ada.client.get("/assets"))["items"] == []


def test_two_files_in_one_form_are_refused(ada: Person) -> None:
    answer = ada.client.post("/assets", files=[("file", ("a.glb", GLB)), ("file", ("b.glb", GLB))])
    assert "twice" in refused(answer)["message"]


def test_what_is_packed_is_refused(ada: Person) -> None:
    refused(ada.client.post("/assets", content=GLB, headers={"content-encoding": "gzip"}), 415)


def test_nobody_gives_or_sees_without_a_token_or_what_is_somebody_elses(server: Server, ada: Person) -> None:
    kept = upload(ada, GLB)
    with server.client() as anybody:
        refused(anybody.post("/assets", files={"file": ("a.glb", GLB)}), 401, "AUTHENTICATION_ERROR")
    bob = register(server, f"bob{next(numbers)}")
    refused(bob.client.get(f"/assets/{kept['asset_id']}"), 404, "NOT_FOUND")
    refused(bob.client.delete(f"/assets/{kept['asset_id']}"), 404, "NOT_FOUND")
    assert data_of(bob.client.get("/assets"))["items"] == []
    bob.client.close()


def test_what_was_given_is_listed_newest_first_and_can_be_let_go(ada: Person) -> None:
    first, second = upload(ada, GLB, "a.glb"), upload(ada, giving.stl(), "b.stl")
    page = data_of(ada.client.get("/assets", params={"limit": 1}))
    assert [item["name"] for item in page["items"]] == ["b.stl"]
    rest = data_of(ada.client.get("/assets", params={"limit": 1, "after": page["next"]}))
    assert [item["asset_id"] for item in rest["items"]] == [first["asset_id"]]
    assert ada.client.delete(f"/assets/{second['asset_id']}").status_code == 204
    refused(ada.client.get(f"/assets/{second['asset_id']}"), 404, "NOT_FOUND")
    refused(ada.client.delete(f"/assets/{second['asset_id']}"), 404, "NOT_FOUND")
    assert len(data_of(ada.client.get("/assets"))["items"]) == 1


@pytest.fixture(scope="module")
def narrow(configure: Configure) -> Iterator[Server]:
    """A server that takes little."""
    settings = configure()
    blobs = msgspec.structs.replace(
        settings.blobs, upload_bytes_max=300_000, account_bytes_max=500_000, uploads_open_max=2, upload_idle_s=0.5
    )
    with serving(msgspec.structs.replace(settings, blobs=blobs)) as running:
        yield running


@pytest.fixture
def nia(narrow: Server) -> Iterator[Person]:
    """Somebody who may keep little."""
    person = register(narrow, f"nia{next(numbers)}")
    yield person
    person.client.close()


def test_a_file_that_is_too_large_is_refused_with_the_limit(nia: Person, narrow: Server) -> None:
    for answer in (
        nia.client.post("/assets", files={"file": ("a.glb", large_glb(400_000))}),
        nia.client.post("/assets", content=large_glb(400_000)),
        nia.client.post("/assets", content=iter([large_glb(400_000)])),
        nia.client.post("/assets", files={"other": ("a.glb", large_glb(1_500_000)), "file": ("a.glb", GLB)}),
        nia.client.post(PATH, headers={**VERSION, "upload-length": "400000"}),
    ):
        assert refused(answer, 413)["size_bytes_max"] == 300_000
    assert not list((Path(narrow.settings.data_dir) / "blobs").glob("incoming/*"))


def test_an_account_that_is_full_takes_no_more_until_something_goes(nia: Person) -> None:
    first = upload(nia, large_glb(250_000))
    upload(nia, large_glb(200_000))
    assert refused(nia.client.post("/assets", content=large_glb(100_000)), 413)["account_bytes_max"] == 500_000
    refused(nia.client.post(PATH, headers={**VERSION, "upload-length": "100000"}), 413)
    nia.client.delete(f"/assets/{first['asset_id']}")
    upload(nia, large_glb(100_000))


def test_what_is_on_its_way_counts_as_room_that_is_taken(nia: Person) -> None:
    begin(nia, 280_000)
    answer = nia.client.post(PATH, headers={**VERSION, "upload-length": "280000"})
    assert refused(answer, 413)["held_bytes"] == 280_000


def test_only_so_many_uploads_are_open_at_once(nia: Person) -> None:
    for _ in range(2):
        begin(nia, 1000)
    refused(nia.client.post(PATH, headers={**VERSION, "upload-length": "10"}), 429, "RATE_LIMIT_EXCEEDED")


def test_a_client_that_stops_sending_is_not_waited_for(nia: Person, narrow: Server) -> None:
    with socket.create_connection(("127.0.0.1", narrow.settings.http.port), timeout=10) as connection:
        head = (
            "POST /api/v1/assets HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n"
            f"Authorization: {nia.client.headers['authorization']}\r\n\r\nglTF"
        )
        connection.sendall(head.encode())
        assert connection.recv(4096).startswith(b"HTTP/1.1 408")


def test_what_was_given_is_handed_out_and_goes_with_its_owner(worked_server: Server) -> None:
    person = register(worked_server, f"gone{next(numbers)}")
    person.client.headers["x-api-key"] = "a-key-that-an-operator-chose"
    content, part = giving.glb(note="quittengelb"), giving.glb(note="zinnoberrot")
    kept = upload(person, content)
    send(person, begin(person, len(part)), part[:-10])
    with zipfile.ZipFile(io.BytesIO(person.client.get(f"/data/{person.username}").content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert content in files.values()
    assert part[:-10] in files.values()
    assert b"asset.uploaded" in files["events.jsonl"]
    deleted = person.client.delete(f"/data/{person.username}").json()["deleted_records"]
    person.client.close()
    assert (deleted["uploads"], deleted["unfinished_uploads"]) == (1, 1)
    folder = Path(worked_server.settings.data_dir) / "blobs"
    held = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    assert not [data for data in held if b"quittengelb" in data or b"zinnoberrot" in data]
    assert httpx.get(kept["url"], trust_env=False).status_code == 404


def test_many_who_ask_how_a_whole_upload_stands_find_one_asset(ada: Person, server: Server) -> None:
    content = large_glb(9_000_000)
    url = begin(ada, len(content))
    send(ada, url, content[:-1])
    found: list[str] = []

    def end() -> None:
        with server.client(authorization=ada.client.headers["authorization"]) as client:
            client.patch(url, content=content[-1:], headers={**PIECE, "upload-offset": str(len(content) - 1)})
            found.append(data_of(client.get(url))["asset"]["asset_id"])

    threads = [threading.Thread(target=end) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 6
    assert len(set(found)) == 1
