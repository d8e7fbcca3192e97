"""Bakes of shapes that are known by formula, to stated errors; and of inputs that are broken."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from domain.errors import Invalid
from engine.baking import baker, casting
from engine.baking.baker import bake
from engine.baking.options import Options
from engine.baking.source import Source
from engine.models.model import Material, Model, Node, Picture
from tests.baking import (
    ball,
    checker,
    cube,
    degrees_between,
    light,
    model_of,
    normals_shown,
    picture_of,
    plane,
    seen,
    surface_of,
    textured,
)  # fmt: skip

BYTE_DEG = 0.4  # what 8 bits for each channel cost at most
FINE_DEG = 0.02
BUMP_M = 0.1


def _hit_on_ball(points: Any, outwards: Any) -> Any:
    """Return where lines from points meet the unit ball, the nearer of both places."""
    along, rest = (points * outwards).sum(axis=1), (points * points).sum(axis=1) - 1
    root = np.sqrt(along**2 - rest)
    step = np.where(np.abs(root - along) < np.abs(root + along), root - along, -root - along)
    return points + step[:, None] * outwards


@pytest.mark.parametrize(("bits", "worst_deg"), [(8, BYTE_DEG), (16, FINE_DEG)])
def test_a_cube_shows_the_normals_of_the_ball_around_it(bits: Any, worst_deg: float) -> None:
    low = light(cube(0.9))
    baked = bake(model_of(ball(fine=6)), low, Options(("normal",), size=96, bits=bits, supersampling=1))
    frame, shown = normals_shown(baked, low)
    true = _hit_on_ball(frame.points.astype(np.float64), frame.outwards.astype(np.float64))
    apart = degrees_between(shown, true)
    assert apart.max() < worst_deg
    assert baked.facts["misses"] == 0


def _bump(x: Any, z: Any) -> Any:
    return BUMP_M * np.exp(-4 * (x * x + z * z))


def _bump_normals(x: Any, z: Any) -> Any:
    slope = -8 * _bump(x, z)
    normals = np.stack([-slope * x, np.ones_like(x), -slope * z], axis=1)
    return normals / np.linalg.norm(normals, axis=1, keepdims=True)


def test_a_flat_square_shows_the_normals_of_a_bump() -> None:
    high = model_of(plane(steps=160, height=_bump, normals=_bump_normals), materials=(Material(),))
    low = light(plane())
    baked = bake(high, low, Options(("normal",), size=64, bits=16, supersampling=1))
    frame, shown = normals_shown(baked, low)
    true = _bump_normals(*frame.points[:, [0, 2]].astype(np.float64).T)
    assert degrees_between(shown, true).max() < FINE_DEG


def test_green_grows_upwards_in_the_picture() -> None:
    high = model_of(plane(steps=80, height=_bump, normals=_bump_normals), materials=(Material(),))
    picture = bake(high, light(plane()), Options(("normal",), size=32)).pictures["normal"]
    assert picture[10, 16, 1] > 140  # above the middle, the bump leans up
    assert picture[22, 16, 1] < 116
    assert picture[16, 22, 0] > 140  # right of it, it leans right


def test_a_tilted_square_has_one_normal_everywhere() -> None:
    tilt = math.radians(20)
    normal = np.array([math.sin(tilt), math.cos(tilt), 0])
    high = plane(
        4.0, height=lambda x, z: -np.tan(tilt) * x, normals=lambda x, z: np.tile(normal, (len(x), 1))
    )  # fmt: skip
    low = light(plane(1.0))
    baked = bake(model_of(high, materials=(Material(),)), low, Options(("normal",), size=32, bits=16))
    assert degrees_between(normals_shown(baked, low)[1], normal[None]).max() < FINE_DEG


def test_mirrored_charts_show_the_right_normals_too() -> None:
    flat = plane(steps=2)
    uvs = flat.uvs[0].copy()
    left = flat.points[flat.faces].mean(axis=1)[:, 0] < 0
    split = flat.picked(flat.faces.reshape(-1), np.arange(3 * len(flat.faces)).reshape(-1, 3))
    uvs = split.uvs[0].copy()
    mirrored = np.repeat(left, 3)
    uvs[mirrored, 0] = 0.48 - uvs[mirrored, 0] * 0.96
    low = light(replace(split, uvs=(uvs,)))
    high = model_of(plane(steps=160, height=_bump, normals=_bump_normals), materials=(Material(),))
    baked = bake(high, low, Options(("normal",), size=64, bits=16, supersampling=1))
    frame, shown = normals_shown(baked, low)
    true = _bump_normals(*frame.points[:, [0, 2]].astype(np.float64).T)
    assert degrees_between(shown, true).max() < 2 * FINE_DEG
    assert set(np.unique(low.meshes[0].surfaces[0].tangents[:, 3])) == {-1.0, 1.0}  # type: ignore[index]


def test_a_floor_before_a_wall_sees_the_sky_that_the_formula_says() -> None:
    height, long = 0.5, 200.0
    wall = surface_of(
        [(-1, 0, -long), (-1, 0, long), (-1, height, long), (-1, height, -long)], [(0, 2, 1), (0, 3, 2)]
    )  # fmt: skip
    high, low = model_of(plane(), wall, materials=(Material(),)), light(plane())
    baked = bake(high, low, Options(("ambient_occlusion",), size=32, samples=256, reach_m=0.01))
    frame, shown = seen(baked, low, "ambient_occlusion")
    away = frame.points[:, 0].astype(np.float64) + 1
    hidden = 0.5 * (1 - away / np.hypot(away, height))
    assert np.abs(shown[:, 0] - (1 - hidden)).max() < 0.03
    assert abs((shown[:, 0] - (1 - hidden)).mean()) < 0.004


def test_the_ground_of_a_round_pit_sees_the_sky_that_the_formula_says() -> None:
    deep, radius, steps = 1.0, 0.7, 256
    turn = np.arange(steps) * 2 * np.pi / steps
    ring = np.stack([np.cos(turn), np.zeros(steps), np.sin(turn)], axis=1) * radius
    a, b = np.arange(steps), (np.arange(steps) + 1) % steps
    faces = np.concatenate([np.stack([a, b, b + steps], axis=1), np.stack([a, b + steps, a + steps], axis=1)])
    shaft = surface_of(np.concatenate([ring, ring + np.array([0, deep, 0])]), faces)
    high, low = model_of(plane(4.0), shaft, materials=(Material(),)), light(plane(0.02))
    baked = bake(high, low, Options(("ambient_occlusion",), size=16, samples=256, reach_m=0.01))
    shown = seen(baked, low, "ambient_occlusion")[1]
    assert shown.mean() == pytest.approx(radius**2 / (radius**2 + deep**2), abs=0.01)


def test_a_slab_is_as_thick_as_it_is() -> None:
    high = plane(200.0)
    under = surface_of(high.points - (0, 0.3, 0), high.faces[:, ::-1])
    low = light(plane(1.0))
    options = Options(("thickness",), size=16, samples=64, reach_m=0.01, thickness_max_m=1.0)
    baked = bake(model_of(high, under, materials=(Material(),)), low, options)
    assert np.abs(seen(baked, low, "thickness")[1] - 0.3).max() < 0.01


def test_a_ball_is_as_thick_and_as_bent_as_its_radius_says() -> None:
    radius = 0.25
    low = light(cube(0.2))
    options = Options(("thickness", "curvature"), size=48, samples=64, curvature_max_per_m=8.0, thickness_max_m=1.0)
    baked = bake(model_of(ball(radius, fine=6)), low, options)
    assert np.abs(seen(baked, low, "curvature")[1] * 16 - 8 - 1 / radius).max() < 0.1
    assert seen(baked, low, "thickness")[1].mean() == pytest.approx(radius, abs=0.004)


def test_a_hollow_bends_the_other_way() -> None:
    hollow = ball(1.0, fine=6)
    assert hollow.normals is not None
    high = model_of(replace(hollow, faces=hollow.faces[:, ::-1].copy(), normals=-hollow.normals))
    inner = cube(0.9)
    assert inner.normals is not None
    low = light(replace(inner, faces=inner.faces[:, ::-1].copy(), normals=-inner.normals))
    baked = bake(high, low, Options(("curvature",), size=48, curvature_max_per_m=2.0))
    assert np.abs(seen(baked, low, "curvature")[1] * 4 - 2 + 1).max() < 0.05


def _psnr_db(one: Any, other: Any) -> float:
    return float(-10 * np.log10(np.mean((one - other) ** 2)))


def test_a_checker_comes_through_another_layout_as_it_was() -> None:
    high = textured(plane(), checker(256))
    turned = plane()
    low = light(replace(turned, uvs=(np.ascontiguousarray(turned.uvs[0][:, ::-1] * 0.8 + 0.1),)))
    baked = bake(high, low, Options(("albedo",), size=320))
    frame, shown = seen(baked, low, "albedo")
    place = ((frame.points[:, [0, 2]] + 1) * 4).astype(int)
    red = (place.sum(axis=1) % 2 == 0)[:, None]
    assert _psnr_db(shown, np.where(red, [200, 40, 30], [20, 60, 180]) / 255) > 24  # edges are half a texel wide
    inside = (np.abs((frame.points[:, [0, 2]] * 4) % 1 - 0.5) < 0.4).all(axis=1)
    assert np.abs(shown[inside] * 255 - np.where(red, [200, 40, 30], [20, 60, 180])[inside]).max() <= 1


def test_colours_are_averaged_as_light_is() -> None:
    stripes = picture_of(np.tile(np.array([[[0] * 3], [[255] * 3]], np.uint8), (32, 64, 1)))
    low = light(plane())
    texel = bake(textured(plane(), stripes), low, Options(("albedo",), size=16)).pictures["albedo"][8, 8]
    assert np.abs(texel.astype(int) - 188).max() <= 2  # half the light is not half the byte


def test_factors_colours_of_corners_and_finish_are_baked() -> None:
    square = plane()
    colors = np.tile(np.array([0.5, 1, 1, 1], np.float32), (4, 1))
    finish = picture_of(np.tile(np.array([0, 128, 255], np.uint8), (4, 4, 1)))
    material = Material(base_color=(0.5, 0.2, 0.1, 1.0), roughness=0.5, metallic=0.25)
    textures = textured(square, finish).materials[0].textures
    material = replace(material, textures={"metallic_roughness": textures["base_color"]})
    high = model_of(replace(square, colors=colors), materials=(material,), pictures=(finish,))
    pictures = bake(high, light(plane()), Options(("albedo", "roughness", "metallic"), size=16)).pictures
    assert pictures["albedo"][8, 8].tolist() == [137, 124, 89]  # sRGB of 0.25, 0.2, 0.1
    assert pictures["roughness"][8, 8] == 64
    assert pictures["metallic"][8, 8] == 64


def test_what_finds_nothing_is_counted_and_filled_from_beside() -> None:
    whole = plane(2.0, steps=8)
    middle = whole.points[whole.faces].mean(axis=1)
    kept = (np.abs(middle[:, [0, 2]]) > 0.3).any(axis=1)
    high = textured(replace(whole, faces=whole.faces[kept]), picture_of(np.full((4, 4, 3), 200, np.uint8)))
    baked = bake(high, light(plane()), Options(("albedo", "normal"), size=32))
    assert 0.03 < baked.facts["miss_share"] < 0.1
    assert (baked.pictures["albedo"] == 200).all()
    assert (baked.pictures["normal"][..., 2] == 255).all()


def test_the_nearer_surface_counts_or_the_outermost_if_asked() -> None:
    low, grey, white = light(plane()), (0.2, 0.2, 0.2, 1.0), (1.0, 1.0, 1.0, 1.0)
    above = replace(plane(), points=plane().points + np.array([0, 0.05, 0]), material=1)
    high = model_of(plane(), above, materials=(Material(base_color=grey), Material(base_color=white)))
    found = [
        bake(high, low, Options(("albedo",), size=16, reach_m=0.1, search=search)).pictures["albedo"][8, 8, 0]
        for search in ("nearest", "outermost")
    ]  # fmt: skip
    assert found == [124, 255]


def test_a_back_face_never_counts() -> None:
    behind = replace(
        plane(), faces=plane().faces[:, ::-1].copy(), points=plane().points + np.array([0, 0.01, 0]), material=1
    )
    front = replace(plane(), points=plane().points + np.array([0, 0.05, 0]))
    materials = (Material(base_color=(0.2, 0.2, 0.2, 1.0)), Material())
    baked = bake(model_of(front, behind, materials=materials), light(plane()), Options(("albedo",), size=16))
    assert baked.pictures["albedo"][8, 8, 0] == 124


def test_the_back_of_what_is_double_sided_counts_for_want_of_better() -> None:
    under = replace(plane(), faces=plane().faces[:, ::-1].copy(), normals=-np.asarray(plane().normals))
    high, low = model_of(under, materials=(Material(is_double_sided=True),)), light(plane())
    pictures = bake(high, low, Options(("normal", "ambient_occlusion"), size=16, samples=8)).pictures
    assert (pictures["normal"] == (128, 128, 255)).all()
    assert (pictures["ambient_occlusion"] == 255).all()
    with pytest.raises(Invalid, match="No ray"):
        bake(model_of(under), low, Options(("normal",), size=16))


def test_no_mip_level_mixes_in_what_lies_between_charts() -> None:
    high = textured(cube(1.0), picture_of(np.full((4, 4, 3), 180, np.uint8)))
    picture = bake(high, light(cube(1.0)), Options(("albedo",), size=128, margin_texels=2)).pictures["albedo"]
    assert picture.min() >= 179


def test_without_padding_the_rest_shows_the_background() -> None:
    high = textured(cube(1.0), picture_of(np.full((4, 4, 3), 180, np.uint8)))
    options = Options(("albedo", "normal"), size=64, margin_texels=1, fills=False, background=(9, 8, 7))
    pictures = bake(high, light(cube(1.0)), options).pictures
    assert pictures["albedo"][60, 60].tolist() == [9, 8, 7]
    assert pictures["normal"][60, 60].tolist() == [128, 128, 255]


def test_a_picture_that_cannot_be_opened_is_told_and_its_factor_stands_alone() -> None:
    baked = bake(
        textured(plane(), Picture(b"no picture", "image/png", "bark")), light(plane()), Options(("albedo",), 16)
    )
    assert (baked.pictures["albedo"] == 255).all()
    assert baked.facts["unreadable_pictures"][0].startswith("bark")


ALL = Options(("albedo", "normal", "ambient_occlusion", "curvature", "thickness"), size=48, samples=8)


def _bytes_of(options: Options) -> bytes:
    baked = bake(model_of(ball(fine=3)), light(cube(0.9)), options)
    return b"".join(picture.tobytes() for picture in baked.pictures.values())


def test_neither_threads_nor_the_size_of_the_pieces_change_a_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _bytes_of(ALL)
    monkeypatch.setattr(baker, "_BAND_RAYS", 1 << 12)
    monkeypatch.setattr("engine.threads.cores", lambda: 4)
    assert _bytes_of(ALL) == whole
    assert _bytes_of(replace(ALL, seed=1)) != whole


def test_torch_meets_what_embree_meets() -> None:
    torch_casting = pytest.importorskip("engine.baking.torch_casting", reason="torch is not installed")
    source = Source(model_of(ball(fine=4)))
    points = (source.points * (1 + 0.1 * np.sin(9 * source.points).sum(axis=1, keepdims=True))).astype(np.float32)
    rng = np.random.default_rng(0)
    origins, directions = rng.normal(size=(2, 4000, 3)).astype(np.float32)
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    one = casting.EmbreeCaster(points, source.faces).first(origins, directions, 2.0)
    other = torch_casting.TorchCaster(points, source.faces).first(origins, directions, 2.0)
    met = (one.face >= 0) & (one.face == other.face)
    assert (one.face == other.face).mean() > 0.999
    assert met.sum() > 1000
    assert np.abs(one.distance - other.distance)[met].max() < 1e-5
    assert np.abs(one.u - other.u)[met].max() < 1e-3


def test_torch_bakes_what_embree_bakes(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("torch", reason="torch is not installed")
    high, low = model_of(ball(fine=3)), light(cube(0.9))
    few = replace(ALL, size=24, samples=4, supersampling=1)
    ours = bake(high, low, few)
    monkeypatch.setattr(casting, "gpu_name", lambda: "cpu")  # torch's own processor path stands for an accelerator
    theirs = bake(high, low, few)
    assert (ours.facts["device"], theirs.facts["device"]) == ("embree", "torch")
    for kind, picture in ours.pictures.items():
        apart = np.abs(picture.astype(int) - theirs.pictures[kind])
        assert (apart > 2).mean() < 0.002, kind


def test_an_accelerator_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(casting, "gpu_name", lambda: "")
    with pytest.raises(Invalid, match="no accelerator"):
        bake(model_of(ball(fine=2)), light(cube(0.9)), replace(ALL, device="gpu"))


def _far_away() -> tuple[Model, Model]:
    return replace(model_of(ball(fine=2)), nodes=(Node(mesh=0, translation=(50.0, 0, 0)),)), light(cube(0.5))


def _without_triangles() -> tuple[Model, Model]:
    return model_of(surface_of([(0, 0, 0)], np.zeros((0, 3)))), light(cube(0.5))


def _a_point() -> tuple[Model, Model]:
    return model_of(surface_of([(1, 1, 1)] * 3, [(0, 1, 2)])), light(cube(0.5))


def _not_a_number() -> tuple[Model, Model]:
    broken = ball(fine=2)
    broken.points[3, 1] = np.nan
    return model_of(broken), light(cube(0.5))


@pytest.mark.parametrize(
    ("models", "told"),
    [
        (_far_away, "No ray"), (_without_triangles, "no triangles"), (_not_a_number, "not a number"),
        (_a_point, "no extent"),
    ],
)  # fmt: skip
def test_what_cannot_be_baked_is_refused(models: Callable[[], tuple[Model, Model]], told: str) -> None:
    with pytest.raises(Invalid, match=told):
        bake(*models(), Options(("normal",), size=16))
