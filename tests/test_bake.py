import numpy as np
import pytest
from manifold3d import Manifold

from engine.assembling.bake import bake
from engine.assembling.budget import fit_to_budget
from engine.assembling.texels import texels_of
from engine.assembling.unwrap import unwrap
from engine.shapes import Assembly
from tests.models import light_still_life, part, still_life, still_life_textures


def ball(segments: int, material: str = "plastic_white") -> Assembly:
    return Assembly((part("ball", Manifold.sphere(0.1, segments), material),))


def test_the_normal_map_turns_a_coarse_ball_into_a_round_one() -> None:
    full = ball(256)
    light = unwrap(fit_to_budget(full, triangles=400), texture_size=512, padding=3)
    textures = bake(light, full, texture_size=512, samples=1, seed=0)
    texels = texels_of(light, 512)
    colour = textures.normal.reshape(-1, 3)[texels.index] / 127.5 - 1
    normals = (
        colour[:, :1] * texels.tangents + colour[:, 1:2] * texels.bitangents + colour[:, 2:] * texels.normals
    )  # as a viewer does it
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    truth = texels.points / np.linalg.norm(texels.points, axis=1, keepdims=True)
    angle = np.degrees(np.arccos(np.clip((normals * truth).sum(axis=1), -1, 1)))
    before = np.degrees(np.arccos(np.clip((texels.normals * truth).sum(axis=1), -1, 1)))
    assert angle.mean() < 0.8
    assert angle.mean() < 0.5 * before.mean()


def test_baking_is_deterministic_and_another_seed_differs() -> None:
    first, again, other = (
        bake(light_still_life(), still_life(), texture_size=128, samples=4, seed=seed) for seed in (5, 5, 6)
    )
    assert first.albedo.tobytes() == again.albedo.tobytes()
    assert first.normal.tobytes() == again.normal.tobytes()
    assert first.occlusion.tobytes() != other.occlusion.tobytes()


def test_each_part_shows_its_own_material() -> None:
    texels, textures = texels_of(light_still_life(), 256), still_life_textures()
    part_of = light_still_life().part_of_face[texels.face]
    names = [thing.name for thing in light_still_life().parts]

    def mean(picture: np.ndarray, name: str) -> np.ndarray:
        rows = texels.index[part_of == names.index(name)]
        return picture.reshape(256 * 256, -1)[rows].mean(axis=0)

    assert mean(textures.metallic, "plate")[0] > 250
    assert mean(textures.metallic, "block")[0] < 2
    assert mean(textures.albedo, "gear")[3] < 60  # clear
    assert mean(textures.albedo, "block")[3] > 253
    assert mean(textures.albedo, "block")[0] > 180
    red, green, _, _ = mean(textures.albedo, "cushion")
    assert red > 2 * green  # tinted
    assert textures.emission is not None
    assert mean(textures.emission, "lamp")[0] > 200
    assert mean(textures.emission, "block")[0] < 2


def test_occlusion_is_dark_under_things_and_bright_on_top() -> None:
    texels, textures = texels_of(light_still_life(), 256), still_life_textures()
    exposure = textures.occlusion.reshape(-1)[texels.index]
    plate = light_still_life().part_of_face[texels.face] == 5
    top = plate & (texels.normals[:, 1] > 0.9)
    under_ball = top & (np.linalg.norm(texels.points[:, [0, 2]], axis=1) < 0.015)
    far_away = top & (texels.points[:, 0] < -0.2) & (texels.points[:, 2] < -0.2)
    assert exposure[under_ball].mean() < 0.5 * exposure[far_away].mean()


def test_no_texel_is_left_empty() -> None:
    textures = still_life_textures()
    assert textures.normal[..., 2].min() > 100  # every normal, also in the gaps, points outwards
    assert (textures.albedo[..., :3].max(axis=2) > 0).all()


def test_a_neighbouring_part_is_never_baked_into_another() -> None:
    skin = part("skin", Manifold.sphere(0.101, 64), "paint_red")
    core = part("core", Manifold.sphere(0.1, 128), "paint_white")
    full = Assembly((core, skin))
    light = unwrap(fit_to_budget(full, triangles=600), texture_size=256)
    textures = bake(light, full, texture_size=256, samples=1, seed=0)
    texels = texels_of(light, 256)
    colours = textures.albedo.reshape(-1, 3)[texels.index].astype(int)
    is_core = light.part_of_face[texels.face] == 0
    assert (colours[is_core, 1] > 120).all()
    assert (colours[~is_core, 1] < 90).all()


def test_two_sizes_of_texture_show_the_same_colours() -> None:
    small = bake(light_still_life(), still_life(), texture_size=128, samples=2, seed=1).albedo
    large = still_life_textures().albedo
    assert small.shape == (128, 128, 4)
    assert small[..., :3].mean() == pytest.approx(large[..., :3].mean(), abs=6)
