import re

import numpy as np
import pytest

from domain.materials import CATALOGUE, Material, linear_of
from engine.textures import FUNCTIONS, Place, evaluate

POINTS = np.random.default_rng(0).uniform(-0.5, 0.5, (400, 3)).astype(np.float32)
NORMALS = POINTS / np.linalg.norm(POINTS, axis=1, keepdims=True)


def place(*, exposure: float = 1.0, texel_m: float = 0.001, seed: int = 1) -> Place:
    low, extent = np.full(3, -0.5, np.float32), np.array([1.0, 0.9, 0.8], np.float32)
    return Place(POINTS, NORMALS, np.full(400, exposure, np.float32), low, extent, 1.7, texel_m, seed)


def test_the_catalogue_is_keyed_by_name_and_large_enough() -> None:
    assert len(CATALOGUE) >= 42
    assert all(name == material.name for name, material in CATALOGUE.items())


@pytest.mark.parametrize("material", CATALOGUE.values(), ids=lambda material: material.name)
def test_a_material_has_values_that_a_renderer_and_a_scale_can_use(material: Material) -> None:
    assert re.fullmatch("#[0-9a-f]{6}", material.albedo)
    assert 0 < material.roughness <= 1
    assert material.metallic == (1.0 if material.family == "metal" else 0.0)
    assert 0 < material.opacity <= 1
    assert 100 < material.density_kg_per_m3 < 23_000
    assert material.texture.name in FUNCTIONS


def test_a_figure_without_a_source_is_not_given() -> None:
    for material in CATALOGUE.values():
        assert (material.carbon_kg_per_kg is None) == (material.carbon_source == "")
        assert (material.price_per_m3 is None and material.price_per_m2 is None) == (material.price_source == "")


def test_figures_that_nobody_has_checked_are_not_given() -> None:
    assert all(material.carbon_kg_per_kg is None for material in CATALOGUE.values())


def test_linear_light_of_srgb_is_exact_at_known_values() -> None:
    assert linear_of("#ff0080") == pytest.approx((1.0, 0.0, 0.2158605))


@pytest.mark.parametrize("material", CATALOGUE.values(), ids=lambda material: material.name)
def test_a_material_looks_like_its_catalogue_entry_wherever_it_is_seen(material: Material) -> None:
    look = evaluate(place(), material)
    assert look.albedo.shape == (400, 3)
    for values in (look.albedo, look.roughness, look.metallic):
        assert values.dtype == np.float32
        assert np.isfinite(values).all()
        assert values.min() >= 0
        assert values.max() <= 1
    if material.name not in ("screen_emissive", "brick_red"):  # a display is mostly dark, a wall partly mortar
        assert np.abs(look.albedo.mean(axis=0) - material.albedo_linear).max() < 0.2
    assert look.height is None or np.isfinite(look.height).all()


def test_the_same_seed_gives_the_same_look_and_another_seed_another() -> None:
    oak = CATALOGUE["oak"]
    first, again, other = (evaluate(place(seed=seed), oak).albedo for seed in (1, 1, 2))
    assert (first == again).all()
    assert np.abs(first - other).max() > 0.01


def test_aged_metal_is_dull_and_stained_in_its_corners() -> None:
    bronze = CATALOGUE["bronze_aged"]
    open_air, corner = evaluate(place(exposure=1.0), bronze), evaluate(place(exposure=0.1), bronze)
    assert corner.roughness.mean() > open_air.roughness.mean() + 0.1
    assert corner.metallic.mean() < open_air.metallic.mean() - 0.2
    assert open_air.albedo[:, 0].mean() > corner.albedo[:, 0].mean()


def test_a_tint_changes_the_colour_and_keeps_the_pattern() -> None:
    oak = CATALOGUE["oak"]
    plain, tinted = evaluate(place(), oak).albedo, evaluate(place(), oak, "#2040c0").albedo
    assert tinted[:, 2].mean() > 2 * tinted[:, 0].mean()
    assert np.corrcoef(plain.sum(axis=1), tinted.sum(axis=1))[0, 1] > 0.9


def test_wood_grain_runs_along_the_longest_side() -> None:
    oak = CATALOGUE["oak"]

    def change(axis: int) -> float:
        shift = np.zeros(3, np.float32)
        shift[axis] = 0.004
        here = place()
        there = Place(POINTS + shift, NORMALS, here.exposure, here.low, here.extent, 1.7, 0.001, 1)
        return float(np.abs(evaluate(there, oak).albedo - evaluate(here, oak).albedo).mean())

    assert change(0) < 0.5 * change(1)
