"""Draco's decoder may do what it will: a file's other half, this process, goes on."""

from pathlib import Path
from typing import Any

import DracoPy
import numpy as np
import pytest
import trimesh

from domain.errors import Invalid
from engine.models.draco_decoding import Decoder
from engine.models.limits import Reading
from engine.models.reading import ReadLimits, read_model
from tests.gltf_draft import Draft
from tests.test_model_reading_gltf import draco

SPINS = Path(__file__).parent / "samples" / "spins.drc"
"""A part of 1,000 triangles with a few bytes changed and its end cut off: the decoder needs seconds to notice."""


def packed(content: bytes, triangles: int, **index: Any) -> bytes:
    """Return a GLB of one Draco part."""
    draft = Draft()
    empty = {"count": 4, "componentType": 5126, "type": "VEC3"}
    indices = draft.entry({"count": 3 * triangles, "componentType": 5125, "type": "SCALAR"} | index)
    part = {"bufferView": draft.view(content), "attributes": {"POSITION": 0}}
    draft.document["extensionsRequired"] = ["KHR_draco_mesh_compression"]
    return draft.show({
        "attributes": {"POSITION": draft.entry(empty)}, "indices": indices,
        "extensions": {"KHR_draco_mesh_compression": part},
    }).glb()  # fmt: skip


def ball(subdivisions: int) -> tuple[bytes, int]:
    """Return a ball as a Draco part, and how many triangles it has."""
    made = trimesh.creation.icosphere(subdivisions=subdivisions)
    return DracoPy.encode(made.vertices.astype(np.float32), made.faces.astype(np.uint32)), len(made.faces)


def test_a_damaged_part_that_keeps_the_decoder_busy_is_refused_within_its_time() -> None:
    with pytest.raises(Invalid, match="takes more time or memory"):
        read_model(packed(SPINS.read_bytes(), 1_000), limits=ReadLimits(draco_s=0.3))


def test_a_part_is_refused_more_memory_than_is_allowed() -> None:
    content, triangles = ball(6)
    assert read_model(packed(content, triangles)).triangles == triangles
    with pytest.raises(Invalid, match="Draco"):
        read_model(packed(content, triangles), limits=ReadLimits(draco_mib=1))


def test_a_part_with_more_triangles_than_the_gltf_says_is_refused_before_it_is_unpacked() -> None:
    content, triangles = ball(1)
    with pytest.raises(Invalid, match="more triangles than the glTF says"):
        read_model(packed(content, triangles - 1))


def test_all_parts_of_a_file_are_unpacked_in_one_process_that_ends_with_it() -> None:
    content, triangles = ball(1)
    with Decoder(Reading(ReadLimits())) as decoder:
        numbers = set()
        for _ in range(3):
            faces = decoder.unpacked(content, triangles).faces
            assert faces is not None
            assert faces.values.size == 3 * triangles
            numbers.add(decoder.process_id)
        assert len(numbers) == 1
    assert decoder.process_id is None


def test_a_part_that_ends_the_decoder_leaves_the_file_beside_it_readable() -> None:
    draft = Draft()
    draft.show(draco(draft))
    with pytest.raises(Invalid):
        read_model(packed(SPINS.read_bytes(), 1_000), limits=ReadLimits(draco_s=0.1))
    assert read_model(draft.glb()).triangles == 2
