"""Somebody has everything about them deleted, or handed out, over HTTP, on a server with all its roles."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import psycopg
import pytest

from runtime.embedded.nats import NatsServer
from runtime.embedded.postgres import PostgresServer
from runtime.erasure import Receipt, is_genuine
from tests.e2e.batching import picture as give_picture
from tests.e2e.batching import uploaded
from tests.e2e.conftest import (
    ADMIN_PASSWORD,
    API_KEY,
    PASSWORD,
    Person,
    Server,
    designing,
    numbers,
    sign_in,
)
from tests.e2e.turns import turns

DELETED = "All user data deleted successfully"
SECRET = "quittengelbzinnober"
PICTURE = "walnussbraunkobalt"


@pytest.fixture
def erika(worked_server: Server) -> Iterator[Person]:
    """Somebody who will want to go."""
    with designing(worked_server, f"erika{next(numbers)}") as person:
        yield person


@pytest.fixture
def root(worked_server: Server) -> Iterator[httpx.Client]:
    """A client of the admin, as the design family wants it."""
    with sign_in(worked_server, "admin@localhost", ADMIN_PASSWORD) as client:
        client.headers["x-api-key"] = API_KEY
        yield client


def design(client: httpx.Client, prompt: str = "a round oak stool") -> dict[str, Any]:
    """Make a design."""
    answer = client.post("/generate", json={"prompt": prompt})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def preview(client: httpx.Client, spec_id: str) -> bytes:
    """Have a picture made by a job, and return it."""
    for _ in turns():
        answer = client.get(f"/preview/{spec_id}")
        if answer.status_code != 202:
            break
    assert answer.status_code == 200, answer.text
    return answer.content


def erased(client: httpx.Client, user_id: str) -> dict[str, Any]:
    """Have an account erased."""
    answer = client.delete(f"/data/{user_id}")
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    assert (body["ok"], body["message"]) == (True, DELETED)
    return body


def test_what_is_deleted_is_counted_and_is_gone_for_everybody(
    erika: Person, root: httpx.Client, worked_server: Server
) -> None:
    spec_id = design(erika.client)["spec_id"]
    preview(erika.client, spec_id)
    body = erased(erika.client, erika.username)
    assert body["deleted_records"]["specs"] == 1
    assert body["deleted_records"]["jobs"] == 1
    assert body["deleted_records"]["assets"] >= 1
    assert body["deleted_records"]["bytes"] > 1000
    assert {"evaluations", "iterations", "feedback"} <= set(body["deleted_records"])
    assert "messages_not_overwritten" not in body["deleted_records"]
    assert erika.client.get(f"/designs/{spec_id}").status_code == 401
    assert erika.client.delete(f"/data/{erika.username}").status_code == 401
    for path in (f"/designs/{spec_id}", f"/preview/{spec_id}", f"/data/{erika.username}", f"/data/{erika.number}"):
        assert root.get(path).status_code == 404, path
    with worked_server.client() as anybody:
        again = anybody.post("/auth/login", json={"email": erika.email, "password": PASSWORD})
        refreshed = anybody.post("/auth/refresh", json={"refresh_token": erika.tokens["refresh_token"]})
    assert again.status_code == refreshed.status_code == 401


def test_a_receipt_is_signed_and_opens_without_credentials(erika: Person, worked_server: Server) -> None:
    body = erased(erika.client, erika.username)
    with worked_server.client() as anybody:
        shown = anybody.get(body["receipt_url"])
        key = anybody.get("/data/receipts/key").json()["public_key"]
        missing = anybody.get("/data/receipts/erasure_00000000000000000000000000")
    assert shown.status_code == 200, shown.text
    receipt = msgspec.convert(shown.json(), Receipt)
    assert receipt.statement.deleted_records == body["deleted_records"]
    assert receipt.statement.requested_by == "owner"
    assert is_genuine(receipt, key)
    forged = msgspec.structs.replace(receipt.statement, deleted_records={"specs": 0})
    assert not is_genuine(msgspec.structs.replace(receipt, statement=forged), key)
    assert not is_genuine(
        msgspec.structs.replace(receipt, statement=forged, signed_text=msgspec.json.encode(forged).decode()), key
    )
    assert missing.status_code == 404


def test_an_admin_who_asks_twice_gets_the_same_answer(erika: Person, root: httpx.Client) -> None:
    reference = str(erika.number)
    first = erased(root, reference)
    assert root.delete(f"/data/{reference}").status_code == 404  # a number means nobody any more
    again = erased(root, _account_of(first, root))
    assert again == first


def _account_of(body: dict[str, Any], client: httpx.Client) -> str:
    return str(client.get(body["receipt_url"]).json()["statement"]["account"])


def test_nobody_deletes_what_is_not_theirs(erika: Person, root: httpx.Client, worked_server: Server) -> None:
    with designing(worked_server, f"otto{next(numbers)}") as otto:
        for user_id in (erika.username, "u123", "admin"):
            answer = otto.client.delete(f"/data/{user_id}")
            assert answer.status_code == 403, answer.text
            assert set(answer.json()) >= {"detail", "error_code", "timestamp"}
            assert otto.client.get(f"/data/{user_id}").status_code == 403
        assert otto.client.get("/audit", params={"actor": "acct_x"}).status_code == 403
    assert erika.client.get("/designs").status_code == 200
    assert root.delete("/data/u123").status_code == 404
    assert root.get("/designs").status_code == 200


def test_the_last_admin_stays(root: httpx.Client) -> None:
    answer = root.delete("/data/admin")
    assert answer.status_code == 409
    assert "last admin" in answer.json()["detail"]
    assert root.get("/designs").status_code == 200


def test_what_others_own_stays_also_the_same_bytes(erika: Person, worked_server: Server) -> None:
    with designing(worked_server, f"otto{next(numbers)}") as otto:
        theirs, his = (
            client.post("/generate", json={"prompt": "a blue chair", "seed": 7}).json()["spec_id"]
            for client in (erika.client, otto.client)
        )
        shared = preview(erika.client, theirs)
        assert preview(otto.client, his) == shared
        body = erased(erika.client, erika.username)
        assert body["deleted_records"]["files_kept_for_others"] >= 1
        assert preview(otto.client, his) == shared
        assert otto.client.get(f"/designs/{his}").status_code == 200


def _found(needle: bytes, *folders: Path) -> list[str]:
    """Return the files that hold `needle`, the write-ahead log aside."""
    return [
        str(path)
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and "pg_wal" not in path.parts and needle in path.read_bytes()
    ]


def test_no_file_of_the_database_and_the_bus_holds_a_word_of_it(
    erika: Person, worked_server: Server, session_postgres: PostgresServer, session_nats: NatsServer
) -> None:
    prompt = f"a red chair beside a {SECRET} table"
    picture = preview(erika.client, design(erika.client, prompt)["spec_id"])
    uploaded(erika, (f"my {PICTURE}.jpg", give_picture()), captions=PICTURE, generate="false")
    erika.client.get("/designs")
    places = [session_postgres.cluster / "base", session_nats.home, Path(worked_server.settings.data_dir)]
    _checkpoint(worked_server)
    needles = [SECRET.encode(), PICTURE.encode(), erika.email.encode(), erika.username.encode(), picture[200:400]]
    for needle in needles:
        assert _found(needle, *places), needle
    erased(erika.client, erika.username)
    _checkpoint(worked_server)
    for needle in needles:
        assert not _found(needle, *places), needle


def _checkpoint(server: Server) -> None:
    with psycopg.connect(server.settings.database_url, autocommit=True) as connection:
        connection.execute("ANALYZE")
        connection.execute("CHECKPOINT")


def test_everything_that_is_held_is_handed_out_with_its_hashes(erika: Person) -> None:
    spec_id = design(erika.client)["spec_id"]
    picture = preview(erika.client, spec_id)
    batch = uploaded(erika, ("cup.jpg", give_picture()), generate="false")
    answer = erika.client.get(f"/data/{erika.username}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
        for entry in manifest["files"]:
            content = archive.read(entry["name"])
            assert (hashlib.sha256(content).hexdigest(), len(content)) == (entry["sha256"], entry["size_bytes"])
        assert {entry["name"] for entry in manifest["files"]} | {"manifest.json"} == set(names)
        account = json.loads(archive.read("account.json"))
        assert (account["email"], len(account["sessions"])) == (erika.email, 1)
        revisions = [json.loads(line) for line in archive.read(f"designs/{spec_id}.jsonl").splitlines()]
        assert [row["revision"] for row in revisions] == [1]
        batches = [json.loads(line) for line in archive.read("batches.jsonl").splitlines()]
        assert [(row["id"], row["files"][0]["name"]) for row in batches] == [(batch["job_id"], "cup.jpg")]
        assert any(archive.read(name) == give_picture() for name in names if name.endswith("/cup.jpg"))
        events = archive.read("events.jsonl").decode()
        assert '"account.registered"' in events
        assert "argon2" not in events
        assert any(archive.read(name) == picture for name in names if name.startswith("files/"))
        assert not [name for name in names if ".." in name or name.startswith("/")]


def test_what_somebody_asked_for_shows_in_their_trail_a_second_later(erika: Person, root: httpx.Client) -> None:
    spec_id = design(erika.client)["spec_id"]
    assert erika.client.get("/designs/spec_00000000000000000000000000").status_code == 404
    asked = erika.client.get(f"/designs/{spec_id}", headers={"x-request-id": "my-own-request"})
    assert asked.status_code == 200
    noted = _noted(erika.client, "my-own-request")
    assert (noted["kind"], noted["method"], noted["outcome"]) == ("request", "GET", "200")
    assert noted["what"].endswith("/designs/{spec_id}")
    assert list(noted["ids"].values()) == [spec_id]
    written = erika.client.get("/audit", params={"kind": "event"}).json()["entries"]
    assert written[0]["what"] == "design.generated"
    refused = erika.client.get("/audit", params={"status_min": 400}).json()["entries"]
    assert [entry["outcome"] for entry in refused] == ["404"]
    everybody = root.get("/audit", params={"request_id": "my-own-request"}).json()["entries"]
    assert [entry["actor"] for entry in everybody] == [noted["actor"]]
    lines = [json.loads(line) for line in erika.client.get("/audit/export").text.splitlines()]
    assert {line["actor"] for line in lines[:-1]} == {noted["actor"]}
    assert lines[-1]["head"]["position"] >= lines[-2]["proof"]["position"]


def _noted(client: httpx.Client, request_id: str) -> dict[str, Any]:
    """Return the entry of a request as soon as it is there."""
    for _ in turns():
        entries: list[dict[str, Any]] = client.get("/audit", params={"request_id": request_id}).json()["entries"]
        if entries:
            return entries[0]
    raise TimeoutError("The request was not noted")
