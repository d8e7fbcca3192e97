"""Files that people give over HTTP: whole, in pieces, and never more than they may."""

import base64
import hashlib
import io
import socket
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from tests import giving
from tests.e2e.conftest import Configure, Person, Server, numbers, register, serving
from tests.e2e.pipeline import data_of, refused

GLB = giving.glb()
PATH = "/assets/uploads"
TUS_CLIENT = """
import sys
from tusclient.client import TusClient

url, token, path = sys.argv[1:]
told = TusClient(url, headers={"Authorization": token})
uploader = told.uploader(path, chunk_size=2**21 + 7, metadata={"filename": "big.glb"}, upload_checksum=True)
uploader.upload()
print(uploader.url)
"""
VERSION = {"tus-resumable": "1.0.0"}
PIECE = VERSION | {"content-type": "application/offset+octet-stream"}


def upload(person: Person, content: bytes, name: str = "thing.glb") -> dict[str, Any]:
    answer = person.client.post("/assets/", files={"file": (name, content)})
    assert answer.status_code == 201, answer.text
    return data_of(answer)


def large_glb(size_bytes: int) -> bytes:
    """Return a GLB with a long text in it."""
    return giving.glb(note="x" * size_bytes)


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


def test_a_client_that_stops_sending_is_not_waited_for(nia: Person, narrow: Server) -> None:
    with socket.create_connection(("127.0.0.1", narrow.settings.http.port), timeout=10) as connection:
        head = (
            "POST /api/v1/assets HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n"
            f"Authorization: {nia.client.headers['authorization']}\r\n\r\nglTF"
        )
        connection.sendall(head.encode())
        assert connection.recv(4096).startswith(b"HTTP/1.1 408")


def begin(person: Person, size_bytes: int, name: str = "big.glb") -> str:
    """Begin an upload in pieces, and return its URL."""
    metadata = f"filename {base64.b64encode(name.encode()).decode()},note eA=="
    answer = person.client.post(
        PATH, headers={**VERSION, "upload-length": str(size_bytes), "upload-metadata": metadata}
    )
    assert answer.status_code == 201, answer.text
    assert answer.headers["tus-resumable"] == "1.0.0"
    return str(answer.headers["location"])


def offset_of(person: Person, url: str) -> int:
    answer = person.client.head(url, headers=VERSION)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    return int(answer.headers["upload-offset"])


def send(person: Person, url: str, content: bytes, offset: int = 0, **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return person.client.patch(url, content=content, headers={**PIECE, "upload-offset": str(offset), **named})


def test_the_server_says_what_of_tus_it_speaks(server: Server) -> None:
    with server.client() as anybody:
        answer = anybody.options(PATH)
    assert answer.status_code == 204
    assert answer.headers["tus-version"] == "1.0.0"
    assert {"creation", "expiration", "termination", "checksum"} <= set(answer.headers["tus-extension"].split(","))
    assert int(answer.headers["tus-max-size"]) == 512 * 2**20


def test_a_real_tus_client_gives_a_file(ada: Person, server: Server, tmp_path: Path) -> None:
    content = large_glb(9_000_000)
    path = tmp_path / "big.glb"
    path.write_bytes(content)
    arguments = [server.url + PATH, ada.client.headers["authorization"], str(path)]
    url = subprocess.check_output([sys.executable, "-c", TUS_CLIENT, *arguments], text=True, timeout=60).strip()
    shown = data_of(ada.client.get(url))
    assert (shown["offset"], shown["name"]) == (len(content), "big.glb")
    assert shown["asset"]["sha256"] == hashlib.sha256(content).hexdigest()
    assert httpx.get(shown["asset"]["url"], trust_env=False).content == content
    assert offset_of(ada, url) == len(content)


def test_an_upload_that_is_cut_goes_on_where_it_was_on_another_server(configure: Configure) -> None:
    content, settings = large_glb(6_000_000), configure()
    with serving(settings) as first:
        ada = register(first, f"ada{next(numbers)}")
        url = begin(ada, len(content))
        _send_and_hang_up(first, ada, url, content, 5_000_000)
        while (offset := offset_of(ada, url)) != 5_000_000:
            continue
        ada.client.close()
    again = msgspec.structs.replace(settings, bus=configure().bus)
    with serving(again), httpx.Client(headers=ada.client.headers, trust_env=False, timeout=30) as client:
        assert int(client.head(url, headers=VERSION).headers["upload-offset"]) == offset
        last = client.patch(url, content=content[offset:], headers={**PIECE, "upload-offset": str(offset)})
        assert (last.status_code, last.headers["upload-offset"]) == (204, str(len(content)))
        asset = data_of(client.get(url))["asset"]
        assert asset["asset_id"] == last.headers["x-asset-id"]
        assert asset["sha256"] == hashlib.sha256(content).hexdigest()


def _send_and_hang_up(server: Server, person: Person, url: str, content: bytes, size_bytes: int) -> None:
    """Send a piece, and cut the connection in the middle of it."""
    with socket.create_connection(("127.0.0.1", server.settings.http.port), timeout=10) as connection:
        path = url.partition(f":{server.settings.http.port}")[2]
        lines = [f"PATCH {path} HTTP/1.1", "Host: x", f"Content-Length: {len(content)}", "Upload-Offset: 0"]
        lines += [f"Authorization: {person.client.headers['authorization']}"]
        lines += [f"{name}: {value}" for name, value in PIECE.items()]
        connection.sendall("\r\n".join([*lines, "", ""]).encode() + content[:size_bytes])


def test_of_two_who_send_at_once_one_is_refused_and_the_file_is_whole(ada: Person, server: Server) -> None:
    content = large_glb(8_500_000)
    url = begin(ada, len(content))
    answers: list[httpx.Response] = []

    def one() -> None:
        with server.client(authorization=ada.client.headers["authorization"]) as client:
            headers = {**PIECE, "upload-offset": "0"}
            answers.append(client.patch(url, content=content, headers=headers))

    threads = [threading.Thread(target=one) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    statuses = sorted(answer.status_code for answer in answers)
    assert set(statuses) <= {204, 409}
    offset = offset_of(ada, url)
    if offset < len(content):
        assert send(ada, url, content[offset:], offset).status_code == 204
    assert data_of(ada.client.get(url))["asset"]["sha256"] == hashlib.sha256(content).hexdigest()


def test_a_piece_at_another_place_or_of_another_kind_is_refused(ada: Person) -> None:
    url = begin(ada, len(GLB))
    assert send(ada, url, GLB[:100]).headers["upload-offset"] == "100"
    for offset in (0, 99, 101, 10**9):
        assert refused(send(ada, url, GLB[100:], offset), 409)["offset"] == 100
    refused(ada.client.patch(url, content=b"x", headers={**VERSION, "upload-offset": "100"}), 415)
    refused(send(ada, url, GLB, 100), 413)
    for offset in ("", "-1", "1e3", "9" * 30):
        refused(ada.client.patch(url, content=b"x", headers={**PIECE, "upload-offset": offset}))
    old = ada.client.patch(url, content=b"x", headers={**PIECE, "upload-offset": "100", "tus-resumable": "0.2.2"})
    refused(old, 412)
    assert old.headers["tus-version"] == "1.0.0"
    assert send(ada, url, GLB[100:], 100).status_code == 204


def test_a_piece_whose_checksum_is_another_one_does_not_count(ada: Person) -> None:
    url = begin(ada, len(GLB))
    wrong = base64.b64encode(hashlib.sha1(b"other").digest()).decode()
    right = base64.b64encode(hashlib.sha256(GLB).digest()).decode()
    refused(send(ada, url, GLB, upload_checksum=f"sha1 {wrong}"), 460)
    refused(send(ada, url, GLB, upload_checksum=f"crc32 {wrong}"))
    refused(send(ada, url, GLB, upload_checksum="sha1 ***"))
    assert offset_of(ada, url) == 0
    assert send(ada, url, GLB, upload_checksum=f"sha256 {right}").status_code == 204


def test_an_upload_that_is_no_known_file_is_refused_and_goes(ada: Person) -> None:
    url = begin(ada, 100)
    refused(send(ada, url, b"x" * 100))
    assert ada.client.head(url, headers=VERSION).headers["upload-offset"] == "0"
    small = begin(ada, 100)
    assert send(ada, small, b"x" * 50).status_code == 204
    refused(send(ada, small, b"x" * 50, 50))
    assert ada.client.head(small, headers=VERSION).status_code == 404


def test_an_upload_is_given_up_is_its_owners_and_is_over_after_a_while(
    ada: Person, server: Server, narrow: Server, nia: Person
) -> None:
    url = begin(ada, 1000)
    bob = register(server, f"bob{next(numbers)}")
    for answer in (bob.client.get(url), bob.client.delete(url, headers=VERSION), send(bob, url, b"x")):
        refused(answer, 404, "NOT_FOUND")
    assert ada.client.delete(url, headers=VERSION).status_code == 204
    refused(ada.client.delete(url, headers=VERSION), 404, "NOT_FOUND")
    refused(ada.client.get(f"{PATH}/upload_123"), 404, "NOT_FOUND")
    for _ in range(2):
        begin(nia, 1000)
    refused(nia.client.post(PATH, headers={**VERSION, "upload-length": "10"}), 429, "RATE_LIMIT_EXCEEDED")
    refused(ada.client.post(PATH, headers={**VERSION, "upload-length": "0"}))
    refused(ada.client.post(PATH, headers=VERSION))
    refused(ada.client.post(PATH, headers={**VERSION, "upload-length": "9", "upload-metadata": "filename ***"}))
    bob.client.close()


def test_a_file_can_come_with_the_beginning_of_its_upload(ada: Person) -> None:
    answer = ada.client.post(PATH, content=GLB, headers={**PIECE, "upload-length": str(len(GLB))})
    assert (answer.status_code, answer.headers["upload-offset"]) == (201, str(len(GLB)))
    assert answer.headers["x-asset-id"].startswith("asset_")


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
