"""Surfaces with a normal picture are written with tangents, so that every viewer shades them alike."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.models.model import Material, Mesh, Model, Node, Picture, Surface, Texture
from engine.models.reading import read_model
from engine.models.writing import write_model
from tests.rich_model import picture, sheet


def shaded(surface: Surface, **normal: Any) -> Model:
    """Return a surface whose material has a normal picture."""
    material = Material(textures={"normal": Texture(0, **normal)})
    meshes = (Mesh((replace(surface, material=0),)),)
    return Model((Node(mesh=0),), (0,), meshes, (material,), (Picture(picture((128, 128, 255)), "image/png"),))


def written(model: Model, **options: Any) -> Surface:
    return read_model(write_model(model, **options)).meshes[0].surfaces[0]


BARE = replace(sheet(), tangents=None)


@pytest.mark.parametrize("options", [{}, {"quantizes": True}, {"compression": "draco"}, {"compression": "meshopt"}])
@pytest.mark.parametrize("bare", [BARE, replace(BARE, normals=None)], ids=["smooth", "flat"])
def test_missing_tangents_are_made_and_the_validator_is_content(
    gltf_issues: Callable[[bytes], dict[str, Any]], bare: Surface, options: dict[str, Any]
) -> None:
    data = write_model(shaded(bare), **options)
    found = read_model(data).meshes[0].surfaces[0]
    assert found.tangents is not None
    assert len(found.faces) == len(bare.faces)
    issues = gltf_issues(data)
    assert (issues["numErrors"], issues["numWarnings"]) == (0, 0), issues["messages"]


def test_tangents_follow_the_picture_as_it_is_shown() -> None:
    plain = written(shaded(BARE, uv_set=1))
    turned = written(shaded(BARE, uv_set=1, transform=(0.2, 0.1, 0.0, -1.0, 1.0)))
    assert plain.tangents is not None
    assert turned.tangents is not None
    assert np.allclose(turned.tangents, -plain.tangents, atol=1e-5)  # along the picture, and with the other hand


def test_a_surface_without_normals_is_flat_as_it_was() -> None:
    flat = written(shaded(replace(BARE, normals=None)))
    a, b, c = (flat.points[flat.faces[:, corner]] for corner in range(3))
    across = np.cross(b - a, c - a)
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    assert flat.normals is not None
    assert np.allclose(flat.normals[flat.faces], across[:, None], atol=1e-5)


def test_tangents_that_a_surface_has_stay_and_others_get_none() -> None:
    own = written(shaded(sheet()))
    assert np.allclose(own.tangents, sheet().tangents, atol=1e-6)
    model = replace(shaded(BARE), materials=(Material(textures={"base_color": Texture(0)}),))
    assert written(model).tangents is None
    assert written(shaded(BARE, uv_set=5)).tangents is None
