"""Files that people give in pieces, by tus."""

import base64
import hashlib
import socket
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import msgspec

from tests.e2e.conftest import Configure, Person, Server, numbers, register, serving
from tests.e2e.pipeline import data_of, refused
from tests.e2e.turns import turns
from tests.e2e.uploading import GLB, PATH, PIECE, VERSION, begin, large_glb, offset_of, send

TUS_CLIENT = """
import sys
from tusclient.client import TusClient

url, token, path = sys.argv[1:]
told = TusClient(url, headers={"Authorization": token})
uploader = told.uploader(path, chunk_size=2**21 + 7, metadata={"filename": "big.glb"}, upload_checksum=True)
uploader.upload()
print(uploader.url)
"""


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
        for _ in turns():
            offset = offset_of(ada, url)
            if offset == 5_000_000:
                break
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


def test_an_upload_is_its_owners_and_over_when_given_up(ada: Person, server: Server) -> None:
    url = begin(ada, 1000)
    bob = register(server, f"bob{next(numbers)}")
    for answer in (bob.client.get(url), bob.client.delete(url, headers=VERSION), send(bob, url, b"x")):
        refused(answer, 404, "NOT_FOUND")
    assert ada.client.delete(url, headers=VERSION).status_code == 204
    refused(ada.client.delete(url, headers=VERSION), 404, "NOT_FOUND")
    refused(ada.client.get(f"{PATH}/upload_123"), 404, "NOT_FOUND")
    refused(ada.client.post(PATH, headers={**VERSION, "upload-length": "0"}))
    refused(ada.client.post(PATH, headers=VERSION))
    refused(ada.client.post(PATH, headers={**VERSION, "upload-length": "9", "upload-metadata": "filename ***"}))
    bob.client.close()


def test_a_file_can_come_with_the_beginning_of_its_upload(ada: Person) -> None:
    answer = ada.client.post(PATH, content=GLB, headers={**PIECE, "upload-length": str(len(GLB))})
    assert (answer.status_code, answer.headers["upload-offset"]) == (201, str(len(GLB)))
    assert answer.headers["x-asset-id"].startswith("asset_")
