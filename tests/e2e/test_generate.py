"""POST /generate over real HTTP, read by a real planning desk."""

import io
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.e2e.conftest import ADMIN_PASSWORD, API_KEY, PICTURE_PX, Person, Server, designing
from tests.e2e.turns import turns

SPEC_2 = {
    "prompt": "Modern electric vehicle with aerodynamic design",
    "context": {"target_audience": "luxury market", "budget_range": "high-end"},
    "style": "futuristic",
    "constraints": ["must be environmentally friendly", "maximum 4 seats"],
}
SPEC_3 = {
    "prompt": "Living room with marble floor",
    "context": {"style": "modern", "budget": "high-end", "constraints": ["eco-friendly materials"]},
}


def made(person: Person, **body: Any) -> dict[str, Any]:
    answer = person.client.post("/generate", json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_request_of_spec_2_is_answered_in_its_form(designer: Person) -> None:
    answer = made(designer, **SPEC_2)
    spec = answer["spec_json"]
    first = spec["objects"][0]
    assert answer["spec_id"] == spec["spec_id"]
    assert {"id", "type", "material", "position", "dimensions", "editable", "properties"} <= first.keys()
    assert first["properties"]["design_type"] == "vehicle"
    assert first["dimensions"]["units"] == spec["scene"]["bounding_box"]["units"] == "meters"
    assert spec["scene"]["total_objects"] == len(spec["objects"])
    assert spec["version"] == {
        "version": "1.0", "created_at": answer["created_at"], "modified_at": answer["created_at"], "author": "system",
    }  # fmt: skip
    metadata = spec["metadata"]
    assert (metadata["style"], metadata["constraints"]) == ("futuristic", SPEC_2["constraints"])
    assert metadata["context"] == SPEC_2["context"]
    assert {
        "design_type", "category", "archetype", "materials", "features", "confidence", "not_understood",
    } <= metadata["original_spec"].keys()  # fmt: skip


def test_the_request_of_spec_3_is_answered_in_its_form(designer: Person) -> None:
    answer = made(designer, **SPEC_3)
    floor = answer["spec_json"]["objects"][0]
    assert (floor["object_id"], floor["type"], floor["material"]) == ("floor_1", "floor", "marble_white")
    assert answer["preview_url"].startswith("/preview/spec_")
    assert answer["preview_url"].endswith(".jpg")
    assert 0 < answer["processing_time"] < 30


def test_words_alone_are_enough_and_a_seed_gives_the_same_again(designer: Person) -> None:
    one, other = (made(designer, prompt="a chair", seed=7) for _ in range(2))
    assert one["spec_json"]["objects"] == other["spec_json"]["objects"]
    assert one["spec_id"] != other["spec_id"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, "prompt"),
        ({"prompt": "  "}, "empty"),
        ({"prompt": "x" * 4001}, "4000"),
        ({"prompt": "a chair", "constraints": ["c"] * 10_000}, "at most 50"),
        ({"prompt": "a chair", "constraints": ["c" * 501]}, "500"),
        ({"prompt": "a chair", "context": {"a": "b" * 20_000}}, "16384"),
        ({"prompt": "a chair", "context": {"constraints": {"a": 1}}}, "list of texts"),
        ({"prompt": "a chair", "colour": "red"}, "colour"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_words(designer: Person, body: dict[str, Any], words: str) -> None:
    answer = designer.client.post("/generate", json=body)
    assert answer.status_code == 400, answer.text
    assert answer.json()["error_code"] == "VALIDATION_ERROR"
    assert words in answer.json()["detail"]


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ('{"prompt": "chair", "context": {"a": 1e999}}', "context.a"),
        (f'{{"prompt": "chair", "context": {{"a": [{2**64}]}}}}', "context.a[0]"),
        ('{"prompt": "oak chair", "prompt": "glass table"}', "prompt"),
    ],
)
def test_a_body_that_could_not_be_kept_or_is_not_clear_is_refused_by_its_field(
    designer: Person, sent: str, field: str
) -> None:
    answer = designer.client.post("/generate", content=sent, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["error_code"]) == (400, "VALIDATION_ERROR")
    assert answer.json()["details"]["field"] == field


def test_both_credentials_are_needed(design_server: Server, designer: Person) -> None:
    token = designer.client.headers["authorization"]
    with design_server.client(authorization=token) as without_key, design_server.client(x_api_key=API_KEY) as keyed:
        assert without_key.post("/generate", json={"prompt": "a chair"}).status_code == 401
        assert keyed.post("/generate", json={"prompt": "a chair"}).status_code == 401


def test_another_ones_user_id_is_refused_and_ones_own_is_not(designer: Person) -> None:
    assert designer.client.post("/generate", json={"prompt": "a chair", "user_id": "admin"}).status_code == 403
    assert made(designer, prompt="a chair", user_id=designer.username)


def test_an_admin_may_name_anybody(design_server: Server) -> None:
    with design_server.client(x_api_key=API_KEY) as client:
        body = {"username": "admin", "password": ADMIN_PASSWORD}
        token = client.post("/auth/login", json=body).json()["access_token"]
        client.headers["authorization"] = f"Bearer {token}"
        answer: httpx.Response = client.post("/generate", json={"user_id": "u123", **SPEC_3})
    assert answer.status_code == 200, answer.text


def test_a_preview_opens_by_its_own_path_or_to_its_owner(worked_server: Server) -> None:
    with designing(worked_server, "pia") as owner, designing(worked_server, "sid") as stranger:
        answer = made(owner, prompt="a red cube")
        plain = f"/preview/{answer['spec_id']}"
        with httpx.Client(base_url=worked_server.url.removesuffix("/api/v1"), trust_env=False, timeout=60) as anybody:
            for _ in turns():
                picture = anybody.get(answer["preview_url"])
                if picture.status_code != 202:
                    break
            assert picture.status_code == 200, picture.text
            assert picture.headers["content-type"] == "image/jpeg"
            assert anybody.get(plain).status_code == 401
            assert anybody.get(answer["preview_url"].replace("_v1.", "_v2.")).status_code == 404
        with Image.open(io.BytesIO(picture.content)) as opened:
            assert opened.size == (PICTURE_PX, PICTURE_PX)
        for path in (plain, f"{plain}.jpg", f"{plain}_v1.jpg", answer["preview_url"]):
            assert owner.client.get(path).content == picture.content
        assert owner.client.get(plain, headers={"if-none-match": picture.headers["etag"]}).status_code == 304
        assert owner.client.get(f"{plain}_v2.jpg").status_code == 404
        assert stranger.client.get(plain).status_code == 404
