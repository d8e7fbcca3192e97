"""Textures are optimised as a job: single ones, and those of a model."""

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from domain.errors import Invalid, NotFound, TooLarge
from domain.work import OptimizeTextures
from engine.encoding.blocks import decode_blocks
from engine.encoding.formats import FORMATS
from engine.encoding.ktx2 import read_ktx2
from engine.encoding.opening import open_texels
from engine.encoding.uses import uses_of
from engine.models.model import Model, Picture, Texture
from engine.models.reading import read_model
from engine.models.writing import write_model
from handlers.context import Cancelled, ReplayContext
from handlers.optimize_textures import TEXTURES_MAX, OptimizedTextures, perform
from tests import gltf
from tests.textured import also, bumps, leaves, opaque, picture, square

ALBEDO, NORMAL, ROUGH = picture(leaves()), picture(bumps()), picture(leaves()[..., [0, 0, 0, 3]])


def done(work: OptimizeTextures, **files: bytes) -> tuple[OptimizedTextures, ReplayContext]:
    """Return what came of a job, and the job."""
    job = ReplayContext(load=files)
    return perform(work, job), job


def of_model(model: Model, **options: Any) -> tuple[OptimizedTextures, ReplayContext, bytes]:
    """Return what came of optimising a model's textures, and the new model's file."""
    result, job = done(OptimizeTextures(mesh="m", effort="fast", **options), m=write_model(model))
    return result, job, job.artefacts["model.glb"].data


def test_textures_for_phones_are_astc_by_what_they_mean() -> None:
    work = OptimizeTextures(
        textures={"albedo": "a", "normal": "n", "roughness": "r"}, target="mobile", compression="astc", quality=0.8
    )
    result, job = done(work, a=ALBEDO, n=NORMAL, r=ROUGH)
    assert set(result.textures) == {"albedo", "normal", "roughness"}
    assert {name for name, file in job.artefacts.items() if file.role == "result"} == {
        "albedo.ktx2", "normal.ktx2", "roughness.ktx2",
    }  # fmt: skip
    figures = result.metrics["textures"]
    assert {name: (each["format"], each["channels"], each["is_srgb"]) for name, each in figures.items()} == {
        "albedo": ("astc_6x6", "color", True),
        "normal": ("astc_5x5", "normal_xy", False),
        "roughness": ("astc_6x6", "scalar", False),
    }
    assert figures["normal"]["angle_error_mean_deg"] < 1
    assert figures["albedo"]["gpu_bits_per_texel"] == pytest.approx(128 / 36, abs=0.001)
    assert figures["albedo"]["levels"] == 7
    assert result.metrics["bytes_after"] == sum(
        len(file.data) for file in job.artefacts.values() if file.role == "result"
    )
    assert result.provenance["operation"] == "optimize_textures"
    assert set(result.provenance["parents"]) == {"albedo", "normal", "roughness"}
    json.dumps(result.metrics)


def test_each_texture_has_a_picture_of_what_it_lost() -> None:
    _, job = done(OptimizeTextures(textures={"albedo": "a"}, compression="etc2"), a=ALBEDO)
    shown, form = open_texels(Picture(job.artefacts["albedo_comparison.png"].data, ""))
    assert form == "png"
    assert shown.shape == (256, 256 * 3 + 8, 4)
    assert job.artefacts["albedo_comparison.png"].role == "preview"


@pytest.mark.parametrize(
    ("target", "suffix", "side"),
    [("web", "webp", 512), ("mobile", "ktx2", 256), ("ar", "png", 256), ("print", "png", 300)],
)
def test_each_target_has_its_usual_form_and_size(target: Any, suffix: str, side: int) -> None:
    result, job = done(OptimizeTextures(textures={"albedo": "a"}, target=target), a=picture(leaves(300)))
    assert f"albedo.{suffix}" in job.artefacts
    wanted = 256 if target == "web" else side
    assert result.metrics["textures"]["albedo"]["width"] == wanted


def test_occlusion_roughness_and_metallic_are_packed_on_request() -> None:
    work = OptimizeTextures(
        textures={"ambient_occlusion": "a", "roughness": "r", "metallic": "m", "albedo": "c"},
        compression="none", packs_orm=True,
    )  # fmt: skip
    grey = {name: picture(opaque(np.full((16, 16, 3), value))) for name, value in (("a", 40), ("r", 120), ("m", 250))}
    result, job = done(work, **grey, c=ALBEDO)
    assert set(result.textures) == {"albedo", "orm"}
    texels, _ = open_texels(Picture(job.artefacts["orm.png"].data, ""))
    assert (texels == (40, 120, 250, 255)).all()


def test_what_needs_no_change_is_kept_byte_for_byte() -> None:
    result, job = done(OptimizeTextures(textures={"albedo": "a"}, compression="none"), a=ALBEDO)
    assert job.artefacts["albedo.png"].data == ALBEDO
    assert result.metrics["textures"]["albedo"]["psnr_db"] == 99


def test_of_a_scalar_only_the_red_channel_is_stored() -> None:
    for compression, suffix in (("webp", "webp"), ("none", "png")):
        work = OptimizeTextures(textures={"roughness": "a"}, compression=compression, quality=1)  # type: ignore[arg-type]
        _, job = done(work, a=picture(leaves()))
        texels, _ = open_texels(Picture(job.artefacts[f"roughness.{suffix}"].data, ""))
        assert np.array_equal(texels[..., :3], leaves()[..., [0, 0, 0]])


def test_a_photograph_stays_a_photograph_when_it_is_made_smaller() -> None:
    work = OptimizeTextures(textures={"albedo": "a"}, compression="none", max_size_px=32)
    _, job = done(work, a=picture(leaves(), "JPEG"))
    assert open_texels(Picture(job.artefacts["albedo.jpg"].data, ""))[1] == "jpeg"


def test_real_loaders_open_a_model_with_basis_textures() -> None:
    model = square({"base_color": leaves(), "normal": bumps()})
    result, _, data = of_model(model, target="mobile")
    assert issues_with(data) == KNOWS_NO_KTX2
    opened = gltf.opened_by_three(data)
    assert [texture["media_type"] for texture in opened["textures"]] == ["image/ktx2", "image/ktx2"]
    by_form = {texture["is_uastc"]: texture for texture in opened["textures"]}
    assert by_form[False]["mean"][:3] == pytest.approx(leaves()[..., :3].mean(axis=(0, 1)), abs=3)
    assert by_form[True]["mean"][:3] == pytest.approx(bumps()[..., :3].mean(axis=(0, 1)), abs=1)
    assert {texture["levels"] for texture in opened["textures"]} == {7}
    read = gltf.opened_by_gltf_transform(data)
    assert read["required"] == ["KHR_texture_basisu"]
    assert [texture["size"] for texture in read["textures"]] == [[64, 64], [64, 64]]
    assert read["asset"]["extras"]["provenance"]["parent_sha256"] == result.provenance["parent_sha256"]


KNOWS_NO_KTX2 = [
    ("IMAGE_UNRECOGNIZED_FORMAT", 1, "/images/0"),
    ("IMAGE_UNRECOGNIZED_FORMAT", 1, "/images/1"),
    ("UNSUPPORTED_EXTENSION", 2, "/extensionsUsed/0"),
    ("UNSUPPORTED_EXTENSION", 2, "/extensionsUsed/1"),
    ("UNUSED_OBJECT", 2, "/images/0"),
    ("UNUSED_OBJECT", 2, "/images/1"),
    ("VALUE_NOT_IN_LIST", 1, "/images/0/mimeType"),
    ("VALUE_NOT_IN_LIST", 1, "/images/1/mimeType"),
]
"""All that Khronos' validator, which knows neither KTX2 nor two extensions, says of a file with two such pictures."""


def issues_with(data: bytes) -> list[tuple[str, int, str]]:
    """Return the codes, severities (1: warning, 2: information) and places of all that the validator says."""
    return sorted((each["code"], each["severity"], each["pointer"]) for each in gltf.issues_of(data)["messages"])


def test_a_model_for_the_web_holds_webp() -> None:
    result, _, data = of_model(square({"base_color": leaves()}))
    assert gltf.issues_of(data)["numErrors"] == 0
    assert gltf.issues_of(data)["numWarnings"] == 0
    assert gltf.opened_by_gltf_transform(data)["textures"][0]["media_type"] == "image/webp"
    assert result.metrics["model_bytes_after"] == len(data)
    assert result.textures == {}


def test_blocks_that_gltf_does_not_hold_stand_beside_the_model() -> None:
    result, job, data = of_model(square({"base_color": leaves(96), "normal": bumps()}), compression="bc7")
    assert set(result.textures) == {"albedo", "normal"}
    assert {name for name, file in job.artefacts.items() if file.role == "texture"} == {"albedo.ktx2", "normal.ktx2"}
    pictures = [open_texels(each) for each in read_model(data).pictures]
    assert [(texels.shape[0], form) for texels, form in pictures] == [(128, "png"), (64, "png")]


def test_alpha_counts_only_where_the_material_shows_it() -> None:
    texels = leaves()
    texels[:20, :20, 3] = 0
    seen = {}
    for mode in ("OPAQUE", "MASK"):
        result, _, _ = of_model(square({"base_color": texels}, alpha_mode=mode), compression="etc2")  # type: ignore[arg-type]
        seen[mode] = result.metrics["textures"]["albedo"]["format"]
    assert seen == {"OPAQUE": "etc2_rgb", "MASK": "etc2_rgba"}


def test_a_material_that_cuts_keeps_its_leaves_at_every_level() -> None:
    texels = leaves()
    texels[..., 3] = 255 * (np.random.default_rng(3).random((64, 64)) < 0.3)
    levels = {}
    for mode in ("BLEND", "MASK"):
        _, job, _ = of_model(square({"base_color": texels}, alpha_mode=mode), compression="etc2")  # type: ignore[arg-type]
        file = read_ktx2(job.artefacts["albedo.ktx2"].data)
        level = decode_blocks(file.levels[3], FORMATS["etc2_rgba"], 8, 8, mode="color")
        levels[mode] = float((level[..., 3] >= 128).mean())
    assert levels["BLEND"] < 0.1
    assert 0.2 < levels["MASK"] < 0.45


def test_one_picture_in_two_meanings_is_encoded_for_each() -> None:
    model = square({"base_color": leaves()})
    model = also(model, textures={"base_color": Texture(0), "metallic_roughness": Texture(0), "occlusion": Texture(0)})
    assert [use.kind for use in uses_of(model)] == ["albedo", "orm"]
    result, _, data = of_model(model, compression="uastc")
    assert {name: each["is_srgb"] for name, each in result.metrics["textures"].items()} == {
        "albedo": True,
        "orm": False,
    }
    material = read_model(data).materials[0]
    assert material.textures["base_color"].picture != material.textures["occlusion"].picture
    assert material.textures["metallic_roughness"].picture == material.textures["occlusion"].picture


def test_a_models_occlusion_goes_into_its_roughness_picture_on_request() -> None:
    grey = opaque(np.full((16, 16, 3), 33))
    model = square({"metallic_roughness": opaque(np.full((32, 32, 3), 77)), "occlusion": grey})
    _, _, data = of_model(model, compression="none", packs_orm=True)
    read = read_model(data)
    assert len(read.pictures) == 1
    assert (open_texels(read.pictures[0])[0] == (33, 77, 77, 255)).all()
    assert read.materials[0].textures["occlusion"].picture == read.materials[0].textures["metallic_roughness"].picture


def test_textures_of_extensions_are_optimised_too() -> None:
    clearcoat = {"clearcoatFactor": 1.0, "clearcoatNormalTexture": {"picture": 1, "uv_set": 0}}
    model = square({"base_color": leaves(), "normal": bumps()}, KHR_materials_clearcoat=clearcoat)
    model = also(model, textures={"base_color": Texture(0)})
    result, _, data = of_model(model, compression="basis")
    assert {name: each["format"] for name, each in result.metrics["textures"].items()} == {
        "albedo": "etc1s", "clearcoat_normal": "uastc",
    }  # fmt: skip
    assert len(read_model(data).pictures) == 2
    assert len(gltf.opened_by_three(data)["textures"]) == 2


def test_optimised_textures_can_be_optimised_again() -> None:
    _, _, first = of_model(square({"base_color": leaves()}), compression="uastc")
    result, job = done(OptimizeTextures(mesh="m", compression="webp"), m=first)
    assert result.metrics["textures"]["albedo"]["format"] == "webp"
    assert open_texels(read_model(job.artefacts["model.glb"].data).pictures[0])[1] == "webp"


@pytest.mark.parametrize("compression", ["none", "webp", "astc", "etc2", "bc7", "basis"])
def test_the_same_work_gives_the_same_files(compression: Any) -> None:
    model = square({"base_color": leaves(), "normal": bumps()})
    first, second = (of_model(model, compression=compression, quality=0.6)[1].artefacts for _ in range(2))
    assert {name: file.sha256 for name, file in first.items()} == {name: file.sha256 for name, file in second.items()}


def _broken() -> dict[str, Callable[[], tuple[OptimizeTextures, dict[str, bytes]]]]:
    single = OptimizeTextures(textures={"albedo": "a"})
    return {
        "can be read|form that is read|cannot be read": lambda: (single, {"a": ALBEDO[:90]}),
        "no form|read here": lambda: (single, {"a": b"no picture"}),
        "either": lambda: (OptimizeTextures(), {}),
        "either textures or a model": lambda: (OptimizeTextures(textures={"albedo": "a"}, mesh="m"), {}),
        "no textures": lambda: (OptimizeTextures(mesh="m"), {"m": write_model(square({}))}),
        "nothing to pack": lambda: (OptimizeTextures(textures={"albedo": "a"}, packs_orm=True), {"a": ALBEDO}),
    }


@pytest.mark.parametrize("sentence", list(_broken()))
def test_what_cannot_be_optimised_is_refused_with_the_reason(sentence: str) -> None:
    work, files = _broken()[sentence]()
    with pytest.raises(Invalid, match=sentence):
        done(work, **files)


def test_a_bad_texture_is_named() -> None:
    with pytest.raises(Invalid) as refused:
        done(OptimizeTextures(textures={"albedo": "a", "normal": "n"}), a=ALBEDO, n=b"?")
    assert refused.value.facts["texture"] == "normal"


def test_too_many_textures_and_unknown_ones_are_refused() -> None:
    with pytest.raises(TooLarge, match=str(TEXTURES_MAX)):
        done(OptimizeTextures(textures={f"map_{number}": "a" for number in range(TEXTURES_MAX + 1)}), a=ALBEDO)
    with pytest.raises(NotFound):
        done(OptimizeTextures(textures={"albedo": "b"}), a=ALBEDO)


def test_a_job_that_is_cancelled_stops_while_it_encodes() -> None:
    def stop(message: Any) -> None:
        if "Encoding" in getattr(message, "message", ""):
            job.cancel()

    job = ReplayContext(load={"a": picture(leaves(512))}, on_message=stop)
    with pytest.raises(Cancelled):
        perform(OptimizeTextures(textures={"albedo": "a"}, compression="etc1s"), job)
    assert "albedo.ktx2" not in job.artefacts


@pytest.mark.parametrize("compression", ["none", "webp", "astc", "etc2", "bc7", "etc1s", "uastc"])
def test_the_smallest_and_the_oddest_pictures_are_encoded(compression: Any) -> None:
    sizes = {"albedo": (1, 1), "normal": (3, 5), "roughness": (1, 7), "emissive": (67, 1)}
    files = {kind: picture(leaves(67)[: size[1], : size[0]]) for kind, size in sizes.items()}
    for policy in ("none", "nearest"):
        work = OptimizeTextures(
            textures={kind: kind for kind in files}, compression=compression, effort="fast", power_of_two=policy
        )  # type: ignore[arg-type]
        result, _ = done(work, **files)
        assert set(result.textures) == set(files)
        for kind, figures in result.metrics["textures"].items():
            if policy == "none" and compression not in ("etc1s", "uastc"):
                assert (figures["width"], figures["height"]) == sizes[kind]
            assert figures["ssim"] > 0.5, (kind, figures)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "RGBA", "1"])
def test_pictures_of_every_mode_can_be_optimised(mode: str) -> None:
    data = picture(leaves(), "JPEG" if mode == "CMYK" else "PNG", mode)
    result, _ = done(OptimizeTextures(textures={"albedo": "a"}, compression="bc7", effort="fast"), a=data)
    assert result.metrics["textures"]["albedo"]["psnr_db"] > 30


def test_without_its_encoder_basis_is_refused_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(Invalid, match="extra `basis`"):
        done(OptimizeTextures(textures={"albedo": "a"}, compression="etc1s"), a=ALBEDO)


def test_every_target_is_made_of_a_model_and_of_single_textures() -> None:
    model = write_model(square({"base_color": leaves(), "normal": bumps(), "metallic_roughness": leaves()}))
    for target in ("web", "mobile", "desktop", "ar", "print"):
        result, job = done(OptimizeTextures(mesh="m", target=target, effort="fast"), m=model)  # type: ignore[arg-type]
        assert len(read_model(job.artefacts["model.glb"].data).pictures) == 3
        assert set(result.metrics["textures"]) == {"albedo", "normal", "metallic_roughness"}
