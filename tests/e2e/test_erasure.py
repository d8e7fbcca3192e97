"""Somebody has everything about them deleted, over HTTP, on a server with all its roles."""

import io
import json
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest

from runtime.erasure import Receipt, Statement, is_genuine
from tests.e2e.conftest import ADMIN_PASSWORD, API_KEY, PASSWORD, Server, designing, numbers, sign_in

SECRET_WORDS = "zinnoberrot Kaffeemühle"


def _design(client: httpx.Client, prompt: str = "a wooden table with four chairs") -> dict[str, Any]:
    answer = client.post("/generate", json={"prompt": prompt})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def _admin(server: Server) -> httpx.Client:
    client = sign_in(server, "admin@localhost", ADMIN_PASSWORD)
    client.headers["x-api-key"] = API_KEY
    return client


def _me(client: httpx.Client) -> str:
    return str(client.get("/auth/me").json()["id"])


def test_what_was_deleted_is_counted_signed_and_gone(worked_server: Server) -> None:
    with designing(worked_server, f"erika{next(numbers)}") as erika, _admin(worked_server) as admin:
        spec_id = _design(erika.client)["spec_id"]
        prompt = erika.client.post("/prompts/", json={"prompt_text": "a bronze watch"})
        answer = erika.client.delete(f"/data/{erika.username}")
        assert answer.status_code == 200, answer.text
        body = answer.json()
        assert body["ok"] is True
        assert body["message"] == "All user data deleted successfully"
        assert body["deleted_records"]["specs"] == 1
        assert {"evaluations", "iterations", "feedback"} <= set(body["deleted_records"])
        assert body["deleted_records"]["prompts"] == int(prompt.status_code < 300)
        assert erika.client.get(f"/designs/{spec_id}").status_code == 401
        assert erika.client.delete(f"/data/{erika.username}").status_code == 401
        for path in (f"/designs/{spec_id}", f"/preview/{spec_id}", f"/data/{erika.username}"):
            assert admin.get(path).status_code == 404, path
        with worked_server.client() as anybody:
            again = anybody.post("/auth/login", json={"email": erika.email, "password": PASSWORD})
            assert again.status_code == 401
            shown = anybody.get(body["receipt_url"])
            key = anybody.get("/data/receipts/key").json()["public_key"]
        assert shown.status_code == 200, shown.text
        receipt = Receipt(
            Statement(**{**shown.json()["statement"]}), shown.json()["signed_text"], shown.json()["signature"], key
        )
        assert json.loads(receipt.signed_text) == shown.json()["statement"]
        assert shown.json()["statement"]["deleted_records"] == body["deleted_records"]
        assert is_genuine(_typed(shown.json()), key)
        assert not is_genuine(_typed({**shown.json(), "signed_text": receipt.signed_text.replace("1", "2")}), key)


def _typed(shown: dict[str, Any]) -> Receipt:
    import msgspec

    return msgspec.convert(shown, Receipt)
