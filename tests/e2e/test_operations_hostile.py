"""Files that are broken or meant to harm: each operation on one fails in a sentence, and the worker goes on."""

import json
import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from tests import giving
from tests.e2e.conftest import Configure, Person, Server, numbers, register
from tests.e2e.operating import asked, done, failed, fetched, given, operating
from tests.e2e.pipeline import data_of, refused

OPTIMIZE = "/geometry/optimize"


@pytest.fixture(scope="module")
def server(configure: Configure) -> Iterator[Server]:
    """The module's server, with a worker."""
    with operating(configure, texture_bytes_max=100_000) as running:
        yield running


@pytest.fixture(scope="module")
def mal(server: Server) -> Iterator[Person]:
    """Somebody who means no good."""
    person = register(server, f"mal{next(numbers)}")
    yield person
    person.client.close()


def changed(**members: Any) -> bytes:
    """Return a GLB of a cube with other members of its JSON."""
    gltf, body = giving.gltf_of()
    return giving.packed({**gltf, **members}, body)


def with_accessor(place: int, **members: Any) -> bytes:
    gltf, body = giving.gltf_of()
    gltf["accessors"][place].update(members)
    return giving.packed(gltf, body)


def not_a_number() -> bytes:
    points = giving.CUBE.copy()
    points[3, 1] = np.nan
    gltf, body = giving.gltf_of(points)
    gltf["accessors"][1].update(min=[0, 0, 0], max=[1, 1, 1])
    return giving.packed(gltf, body)


def external(uri: str) -> bytes:
    gltf, body = giving.gltf_of()
    gltf["buffers"][0] = {"byteLength": len(body), "uri": uri}
    return json.dumps(gltf).encode()


def missing_picture() -> bytes:
    material = {"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}
    gltf, body = giving.gltf_of()
    gltf["meshes"][0]["primitives"][0]["material"] = 0
    gltf |= {"materials": [material], "textures": [{"source": 7}], "images": []}
    return giving.packed(gltf, body)


SELF = {"nodes": [{"mesh": 0, "children": [0]}]}
BROKEN = {
    "an accessor out of range": with_accessor(0, count=10_000),
    "an index out of range": giving.glb(faces=np.array([[0, 1, 4_000_000_000]], dtype=np.uint32)),
    "a buffer from a file": external("file:///etc/passwd"),
    "a buffer from elsewhere": external("http://127.0.0.1/x.bin"),
    "a buffer beside it": external("x.bin"),
    "a corner that is no number": not_a_number(),
    "no area": giving.glb(np.zeros((8, 3), dtype=np.float32)),
    "a node within itself": changed(**SELF),
    "an unknown extension": changed(extensionsRequired=["EXT_nobody_knows"]),
    "no mesh": changed(meshes=[], nodes=[{}]),
    "a picture that is missing": missing_picture(),
    "a file cut short": giving.glb()[:-40],
    "texts for numbers": with_accessor(0, count="many"),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_model_that_is_broken_fails_with_a_sentence(mal: Person, content: bytes) -> None:
    error = failed(mal, OPTIMIZE, mesh_url=given(mal, content))
    assert error["code"] == "VALIDATION_ERROR", error
    assert len(error["message"]) > 15


def test_fifty_million_triangles_are_refused_with_the_limit(mal: Person) -> None:
    gltf, body = giving.gltf_of()
    gltf["accessors"][0] = {"componentType": 5125, "count": 150_000_000, "type": "SCALAR"}
    error = failed(mal, OPTIMIZE, mesh_url=given(mal, giving.packed(gltf, body)))
    assert error["code"] == "VALIDATION_ERROR"
    assert re.search(r"\d[\d,_ ]{5,}", error["message"]), error


def png_of(width: int, height: int) -> bytes:
    """Return a PNG that is small, and says that it is huge."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    body = zlib.compress(b"\0" * 2**20)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("content", [png_of(60_000, 60_000), png_of(64, 64)[:60], b"\xff\xd8\xff\xe0" + b"\0" * 40])
def test_a_picture_that_would_unfold_or_is_cut_fails_with_a_sentence(mal: Person, content: bytes) -> None:
    error = failed(mal, "/textures/optimize", texture_urls={"albedo": given(mal, content)})
    assert error["code"] == "VALIDATION_ERROR", error


def test_a_draco_file_that_is_cut_short_fails_with_a_sentence(mal: Person) -> None:
    whole = done(mal, OPTIMIZE, mesh_url=given(mal, giving.glb()), options={"compression": "draco"})
    data = fetched(whole["result"]["mesh_url"])
    length = int.from_bytes(data[12:16], "little")
    gltf = json.loads(data[20 : 20 + length])
    body = data[28 + length :]
    view = gltf["meshes"][0]["primitives"][0]["extensions"]["KHR_draco_mesh_compression"]["bufferView"]
    gltf["bufferViews"][view]["byteLength"] //= 2
    error = failed(mal, OPTIMIZE, mesh_url=given(mal, giving.packed(gltf, body)))
    assert error["code"] == "VALIDATION_ERROR", error


def test_what_moves_still_moves_or_is_refused_in_a_sentence(mal: Person) -> None:
    gltf, body = giving.gltf_of()
    times, places = struct.pack("<2f", 0, 1), struct.pack("<6f", 0, 0, 0, 0, 1, 0)
    start = len(body)
    gltf["bufferViews"] += [
        {"buffer": 0, "byteOffset": start, "byteLength": 8},
        {"buffer": 0, "byteOffset": start + 8, "byteLength": 24},
    ]
    gltf["accessors"] += [
        {"bufferView": 2, "componentType": 5126, "count": 2, "type": "SCALAR", "min": [0], "max": [1]},
        {"bufferView": 3, "componentType": 5126, "count": 2, "type": "VEC3"},
    ]
    gltf["buffers"][0]["byteLength"] += 32
    channel = {"sampler": 0, "target": {"node": 0, "path": "translation"}}
    gltf["animations"] = [{"channels": [channel], "samplers": [{"input": 2, "output": 3}]}]
    content = giving.packed(gltf, body + times + places)
    operation = data_of(asked(mal, OPTIMIZE, mesh_url=given(mal, content)))
    if operation["status"] == "completed":
        assert b'"animations"' in fetched(operation["result"]["mesh_url"])
    else:
        assert "anim" in operation["error"]["message"].lower()


@pytest.mark.parametrize(
    "url",
    [
        "", " ", "x", "file:///etc/passwd", "ftp://example.com/a.glb", "http://", "http://[::1", "data:,x",
        "http://127.0.0.1:8000/a.glb", "http://169.254.169.254/latest/meta-data", "http://localhost/a.glb",
        "http://user:word@example.com/a.glb", "asset_123", "/assets/asset_123/x", "a" * 3000, "http://[::1]/a.glb",
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", [OPTIMIZE, "/textures/bake"])
def test_what_names_no_model_is_refused_at_once(mal: Person, path: str, url: str) -> None:
    refused(mal.client.post(path, json={"mesh_url": url}))


@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        (OPTIMIZE, {"options": {"max_triangels": 5}}, "did you mean `max_triangles`"),
        (OPTIMIZE, {"options": {"max_triangles": 1}}, "at least 4 and at most"),
        (OPTIMIZE, {"options": {"max_triangles": 10**12}}, "at least 4 and at most"),
        (OPTIMIZE, {"options": {"max_triangles": "many"}}, "a whole number"),
        (OPTIMIZE, {"options": {"compression": "rar"}}, "draco, meshopt, none"),
        (OPTIMIZE, {"target": "moon"}, "ar, desktop, mobile, print, web"),
        (OPTIMIZE, {"goal": "web"}, "nown are:"),
        ("/geometry/uv-unwrap", {"options": {"padding": -1}}, "at least 0 and at most"),
        ("/textures/bake", {"options": {"resolution": 10**9}}, "at least 16 and at most"),
        ("/textures/bake", {"textures": ["gloss"]}, "albedo"),
        ("/textures/bake", {"textures": []}, "at least 1"),
        ("/textures/optimize", {"texture_urls": {"a b": "asset_x"}}, "texture_urls"),
        ("/textures/optimize", {"texture_urls": {"albedo": "asset_x"}, "options": {"quality": 2}}, "at least 0"),
    ],
)
def test_options_that_there_are_not_are_refused_with_those_that_there_are(
    mal: Person, path: str, body: dict[str, Any], words: str
) -> None:
    named = body if "texture_urls" in body else {"mesh_url": "asset_" + "0" * 26, **body}
    assert words in refused(mal.client.post(path, json=named))["message"]


def test_a_picture_that_is_too_large_is_refused_before_work_begins(mal: Person) -> None:
    asset = given(mal, giving.png() + b"\0" * 100_000)
    details = refused(mal.client.post("/textures/optimize", json={"texture_urls": {"albedo": asset}}), 413)
    assert details["size_bytes_max"] == 100_000


def test_a_job_that_made_nothing_is_no_source(mal: Person) -> None:
    operation = data_of(asked(mal, OPTIMIZE, mesh_url=given(mal, BROKEN["no area"])))
    details = refused(mal.client.post(OPTIMIZE, json={"mesh_url": operation["job_id"]}), 409)
    assert "failed" in details["message"]
