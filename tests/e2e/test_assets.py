"""Files over HTTP: signed links, tokens, ranges, ETags."""

import hashlib
import re
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from commands.job import StartAttempt
from tests.e2e.conftest import Person, Server, register
from tests.e2e.pipeline import data_of, give, kept, refused, started

CONTENT = bytes(range(256)) * 4096 * 5  # 5 MiB: several chunks
GLB = "model/gltf-binary"


@pytest.fixture
def asset_id(server: Server, ada: Person) -> str:
    """A file that a run of Ada's has kept."""
    run_id = started(ada)["run_id"]
    give(server, StartAttempt(run_id, 1, "worker"))
    return kept(server, run_id, CONTENT, "modèle 1.glb", GLB)


def link_to(person: Person, asset_id: str) -> str:
    return str(data_of(person.client.get(f"/assets/{asset_id}"))["url"])


def test_what_is_known_of_a_file_says_what_it_was_made_from(ada: Person, asset_id: str) -> None:
    asset = data_of(ada.client.get(f"/assets/{asset_id}"))
    assert (asset["name"], asset["media_type"], asset["size_bytes"]) == ("modèle 1.glb", GLB, len(CONTENT))
    assert asset["sha256"] == hashlib.sha256(CONTENT).hexdigest()
    assert asset["asset_id"] == asset["id"] == asset_id
    assert (asset["role"], asset["stage"]) == ("result", "planning")
    assert asset["prompt_id"].startswith("prompt_")
    assert asset["provenance"]["job_id"] == asset["job_id"]
    assert asset["provenance"]["seed"] == 7
    assert asset["provenance"]["inputs"]["text"] == "an oak chair"


def test_a_signed_link_needs_no_token_and_a_token_needs_no_link(ada: Person, asset_id: str) -> None:
    with httpx.Client(trust_env=False) as anybody:
        answer = anybody.get(link_to(ada, asset_id))
    assert (answer.status_code, answer.content) == (200, CONTENT)
    assert ada.client.get(f"/assets/{asset_id}/content").content == CONTENT
    headers = answer.headers
    assert headers["content-type"] == GLB
    assert headers["etag"] == f'"{hashlib.sha256(CONTENT).hexdigest()}"'
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"].startswith("private")
    assert headers["content-disposition"].startswith(
        "attachment; filename=\"mod_le_1.glb\"; filename*=UTF-8''mod%C3%A8le"
    )


def test_a_picture_is_shown_and_anything_else_is_saved(server: Server, ada: Person) -> None:
    run_id = started(ada)["run_id"]
    give(server, StartAttempt(run_id, 1, "worker"))
    for media_type, kind in (("image/png", "inline"), ("text/html", "attachment"), ("image/svg+xml", "attachment")):
        asset = kept(server, run_id, media_type.encode(), "a.file", media_type)
        headers = ada.client.get(f"/assets/{asset}/a.file").headers
        assert headers["content-disposition"].startswith(kind)
        assert "sandbox" in headers["content-security-policy"]


@pytest.mark.parametrize(
    ("header", "start", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=1048570-1048585", 1048570, 1048586),
        ("bytes=-7", -7, None),
        ("bytes=5242870-", -10, None),
    ],
)  # fmt: skip
def test_a_range_answers_with_a_part(ada: Person, asset_id: str, header: str, start: int, end: int | None) -> None:
    answer = ada.client.get(f"/assets/{asset_id}/content", headers={"range": header})
    assert (answer.status_code, answer.content) == (206, CONTENT[start:end])
    first = start % len(CONTENT)
    last = (end or len(CONTENT)) - 1
    assert answer.headers["content-range"] == f"bytes {first}-{last}/{len(CONTENT)}"
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_a_range_outside_of_the_file_is_refused_with_its_size(ada: Person, asset_id: str) -> None:
    answer = ada.client.get(f"/assets/{asset_id}/content", headers={"range": f"bytes={len(CONTENT)}-"})
    assert refused(answer, 416)["size_bytes"] == len(CONTENT)
    headers = {"range": f"bytes={len(CONTENT)}-", "accept": "application/problem+json"}
    problem = ada.client.get(f"/assets/{asset_id}/content", headers=headers)
    assert (problem.headers["content-type"], problem.json()["status"]) == ("application/problem+json", 416)
    assert problem.headers["content-range"] == f"bytes */{len(CONTENT)}"
    assert answer.headers["content-range"] == f"bytes */{len(CONTENT)}"


def test_what_is_known_already_is_not_sent_again(ada: Person, asset_id: str) -> None:
    path = f"/assets/{asset_id}/content"
    etag = ada.client.head(path).headers["etag"]
    known = ada.client.get(path, headers={"if-none-match": f'"x", {etag}'})
    assert (known.status_code, known.content) == (304, b"")
    part = {"range": "bytes=0-9"}
    assert ada.client.get(path, headers={**part, "if-range": etag}).status_code == 206
    assert ada.client.get(path, headers={**part, "if-range": '"old"'}).status_code == 200


def test_head_answers_as_get_without_the_body(ada: Person, asset_id: str) -> None:
    answer = ada.client.head(f"/assets/{asset_id}/content")
    assert (answer.status_code, answer.content) == (200, b"")
    assert int(answer.headers["content-length"]) == len(CONTENT)


def test_a_link_that_was_changed_or_is_over_is_refused(ada: Person, asset_id: str, server: Server) -> None:
    url = link_to(ada, asset_id)
    expires = int(re.findall(r"expires=(\d+)", url)[0])
    with httpx.Client(trust_env=False) as anybody:
        for broken in (
            url.replace(f"expires={expires}", f"expires={expires + 3600}"),
            url[:-3] + "AAA",
            url.replace(asset_id, "asset_" + "0" * 26),
            url.split("?")[0],
            url.replace(f"expires={expires}", "expires=-1"),
            url.replace(f"expires={expires}&", ""),
        ):
            refused(anybody.get(broken), 401, "AUTHENTICATION_ERROR")
        refused(anybody.get(url.replace(f"expires={expires}", "expires=soon")), 400)
        refused(anybody.get(url + "x" * 200), 400)


def test_another_name_than_the_files_is_none(ada: Person, asset_id: str) -> None:
    for name in ("other.glb", "..%2f..%2fetc%2fpasswd", "content%00", "%2e%2e"):
        refused(ada.client.get(f"/assets/{asset_id}/{name}"), 404, "NOT_FOUND")


def test_somebody_elses_file_looks_like_none(server: Server, ada: Person, asset_id: str, client: httpx.Client) -> None:
    bob = register(server, "bob-of-assets")
    for path in (f"/assets/{asset_id}", f"/assets/{asset_id}/content"):
        missing = path.replace(asset_id, "asset_" + "0" * 26)
        assert refused(bob.client.get(path), 404, "NOT_FOUND") == refused(bob.client.get(missing), 404, "NOT_FOUND")
        refused(client.get(path), 401, "AUTHENTICATION_ERROR")
    refused(bob.client.get("/assets/asset_123"), 404, "NOT_FOUND")
    bob.client.close()


def test_many_readers_get_whole_files(ada: Person, asset_id: str) -> None:
    url = link_to(ada, asset_id)

    def read(_: int) -> str:
        with httpx.Client(trust_env=False) as anybody:
            return hashlib.sha256(anybody.get(url).content).hexdigest()

    with ThreadPoolExecutor(16) as readers:
        assert set(readers.map(read, range(48))) == {hashlib.sha256(CONTENT).hexdigest()}


def test_a_reader_that_leaves_in_the_middle_harms_nobody(ada: Person, asset_id: str) -> None:
    url = link_to(ada, asset_id)
    with httpx.Client(trust_env=False) as anybody:
        for _ in range(5):
            with anybody.stream("GET", url) as answer:
                next(answer.iter_raw(1000))
        assert anybody.get(url).status_code == 200
