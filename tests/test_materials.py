import re

import msgspec
import numpy as np
import pytest

from domain.materials import CATALOGUE, Material, linear_of
from domain.materials.inventory import _IN_TABLE, _QUOTED, CARBON, UNCHECKED, comparison_of
from engine.planner.wording.substances import MATERIALS
from engine.planner.wording.words import lemmas
from engine.textures import FUNCTIONS, Place, evaluate
from engine.textures.look import share
from runtime.docs_materials import materials

POINTS = np.random.default_rng(0).uniform(-0.5, 0.5, (400, 3)).astype(np.float32)
DENSITIES = {
    "metal": (1_700, 23_000), "wood": (100, 1_300), "stone": (900, 3_300), "ceramic": (1_500, 3_000),
    "glass": (900, 4_000), "plastic": (20, 2_200), "textile": (100, 1_500), "leather": (500, 1_200),
    "paint": (900, 2_000), "plant": (80, 1_200), "earth": (200, 2_600), "light": (500, 4_000), "food": (200, 1_500),
}  # fmt: skip
# A display is mostly dark, a wall partly mortar, plywood mostly edge where its faces are small.
MIXED = {"screen_emissive", "brick_red", "brick_dark", "plywood", "gravel", "copper_verdigris"}
NORMALS = POINTS / np.linalg.norm(POINTS, axis=1, keepdims=True)


def place(*, exposure: float = 1.0, texel_m: float = 0.001, seed: int = 1) -> Place:
    low, extent = np.full(3, -0.5, np.float32), np.array([1.0, 0.9, 0.8], np.float32)
    return Place(POINTS, NORMALS, np.full(400, exposure, np.float32), low, extent, 1.7, texel_m, seed)


def luminance(material: Material) -> float:
    return float(np.dot(material.albedo_linear, (0.2126, 0.7152, 0.0722)))


def test_the_catalogue_is_keyed_by_name_and_large_enough() -> None:
    assert len(CATALOGUE) >= 70
    assert all(name == material.name for name, material in CATALOGUE.items())


def test_at_least_sixty_materials_have_a_price_and_a_carbon_figure() -> None:
    both = [one for one in CATALOGUE.values() if one.carbon_kg_per_kg is not None and one.price_source]
    assert len(both) >= 60


@pytest.mark.parametrize("material", CATALOGUE.values(), ids=lambda material: material.name)
def test_a_material_has_values_that_a_renderer_and_a_scale_can_use(material: Material) -> None:
    assert re.fullmatch("#[0-9a-f]{6}", material.albedo)
    assert 0 < material.roughness <= 1
    assert material.metallic == (1.0 if material.family == "metal" else 0.0)
    assert 0 < material.opacity <= 1
    low, high = DENSITIES[material.family]
    assert low <= material.density_kg_per_m3 <= high
    assert material.texture.name in FUNCTIONS


@pytest.mark.parametrize("material", CATALOGUE.values(), ids=lambda material: material.name)
def test_light_that_a_material_sends_back_is_possible(material: Material) -> None:
    if material.metallic and material.finish in ("polished", "brushed", "hammered"):
        assert luminance(material) >= 0.3  # no clean metal reflects less at normal incidence
    elif not material.metallic:
        assert 0.02 <= luminance(material) <= 0.95
    assert luminance(material) <= 0.97


@pytest.mark.parametrize("material", CATALOGUE.values(), ids=lambda material: material.name)
def test_a_figure_never_stands_without_its_source(material: Material) -> None:
    assert material.carbon_source
    assert (material.carbon_kg_per_kg is None) == (material.carbon_source == UNCHECKED)
    has_price = material.price_per_m3 is not None or material.price_per_m2 is not None
    assert has_price == bool(material.price_source) == bool(material.price_currency)
    assert not has_price or "not a quotation" in material.price_source


def test_the_law_on_sources_sees_a_figure_without_one() -> None:
    bare = msgspec.structs.replace(CATALOGUE["oak"], carbon_source=UNCHECKED)
    with pytest.raises(AssertionError):
        test_a_figure_never_stands_without_its_source(bare)


def test_every_row_of_the_inventory_is_used_and_names_its_table() -> None:
    used = {one.carbon_source for one in CATALOGUE.values()}
    for figure in CARBON.values():
        assert figure.source in used
        assert figure.kg_per_kg is None or re.search(r"20(11|14).*row", figure.source)


def test_the_price_of_gold_is_that_of_the_exchange_by_its_weight() -> None:
    gold = CATALOGUE["gold"]
    assert gold.price_per_m3 == pytest.approx(76_700 * gold.density_kg_per_m3, rel=0.05)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("brushed gold", "gold_brushed"), ("hammered copper", "copper_hammered"), ("rusted iron", "iron_rusty"),
        ("weathered wood", "wood_weathered"), ("reclaimed oak", "wood_reclaimed"), ("frosted glass", "glass_frosted"),
        ("galvanized steel", "steel_galvanised"), ("antique brass", "brass_aged"),
        ("polished bronze", "bronze_polished"),
        ("polished concrete", "concrete_polished"), ("anodised aluminium", "aluminium_anodised"),
        ("colored glass", "glass_coloured"), ("painted pine", "paint_white"), ("rattan", "wicker"),
    ],
)  # fmt: skip
def test_how_a_material_was_worked_goes_with_its_word(words: str, name: str) -> None:
    assert MATERIALS[words] == name


def test_every_word_for_a_material_means_one_of_the_catalogue_and_is_in_its_plain_form() -> None:
    for phrase, name in MATERIALS.items():
        assert name in CATALOGUE
        assert lemmas(phrase) == phrase


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
    if material.name not in MIXED:
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


def brick_wall(texel_m: float) -> np.ndarray:
    x, y = np.mgrid[0:100, 0:100].reshape(2, -1) * texel_m
    points = np.stack([x, y, 0 * x], axis=1).astype(np.float32)
    normals = np.tile(np.array([[0, 0, 1]], np.float32), (len(points), 1))
    full = np.ones(len(points), np.float32)
    where = Place(points, normals, full, np.zeros(3, np.float32), np.full(3, 14, np.float32), 20.0, texel_m, 1)
    return evaluate(where, CATALOGUE["brick_red"]).albedo


def test_a_brick_is_as_high_as_a_brick_on_a_wall_of_any_size() -> None:
    column = brick_wall(0.0025)[4000:4100, 1]  # one column of texels, 250 mm high: three courses of 75 mm
    joints = np.count_nonzero(np.diff((column > 0.35).astype(int)) == 1)
    assert joints in (3, 4)


def test_bricks_finer_than_the_texels_fade_to_one_colour() -> None:
    near, far = brick_wall(0.004), brick_wall(0.3)
    assert far[:, 1].std() < 0.35 * near[:, 1].std()
    assert far.mean(axis=0) == pytest.approx(near.mean(axis=0), abs=0.03)


def test_bars_finer_than_a_window_show_their_mean() -> None:
    at = np.linspace(0, 3, 500, dtype=np.float32)
    assert share(at, 0.1, 0.07, 1.0) == pytest.approx(0.7, abs=0.02)
    assert set(np.round(share(at, 0.1, 0.07, 1e-4), 1)) <= set(np.round(np.arange(0, 1.1, 0.1), 1).astype(np.float32))
    assert share(at, 0.1, 0.07, 1e-3).mean() == pytest.approx(0.7, abs=0.02)


def test_every_texture_says_the_same_of_a_place_alone_as_among_others() -> None:
    for material in CATALOGUE.values():
        all_of_them, here = evaluate(place(), material), place()
        few = Place(
            POINTS[7:9], NORMALS[7:9], here.exposure[7:9], here.low, here.extent, here.scene_m, here.texel_m, here.seed
        )
        assert evaluate(few, material).albedo == pytest.approx(all_of_them.albedo[7:9], abs=1e-5), material.name


def test_the_page_says_of_every_figure_of_carbon_what_it_was_compared_with() -> None:
    for material in CATALOGUE.values():
        row = next(line for line in materials().splitlines() if line.startswith(f"| `{material.name}` |"))
        compared = row.split("|")[4].strip()
        assert (compared in ("table", "quoted", "estimate")) == (material.carbon_kg_per_kg is not None)


def test_a_row_that_counts_as_compared_is_one_of_the_inventory() -> None:
    assert {comparison_of(row) for row in CARBON} == {"table", "quoted", "none"}
    assert CARBON.keys() >= (_IN_TABLE | _QUOTED)
