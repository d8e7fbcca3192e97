"""Shap-E's variant for pictures, with tiny random weights: from a picture to a textured model."""

import io
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
import trimesh
from PIL import Image

from domain.errors import GenerationFailed
from domain.work import ImageToModel
from engine.models.reading import read_model
from engine.neural import shap_e as adapter
from engine.neural.maker import Wish
from engine.neural.shap_e import ShapEOfPicture, shap_e_of_picture
from engine.shapes import no_tick
from engine.single_view.foreground import Foreground
from engine.single_view.photo import Photo
from handlers.context import Cancelled, ReplayContext
from handlers.providers import provider_of
from handlers.providers.picture import before_white
from tests.tiny_shap_e import save_tiny_shap_e, save_tiny_shap_e_of_picture

# diffusers 0.42 reads torch's numbers in a way that numpy 2 announces the end of
pytestmark = pytest.mark.filterwarnings("ignore:.*copy keyword.*:DeprecationWarning")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_shap_e_of_picture(tmp_path_factory.mktemp("shap-e"))


@pytest.fixture
def chosen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The provider is set up, and its field has a surface, which random weights lack."""
    shap_e_of_picture.cache_clear()
    ball = trimesh.creation.icosphere(subdivisions=3).apply_scale((0.5, 0.3, 0.9))

    def surface(*_: Any) -> Any:
        return SimpleNamespace(verts=torch.tensor(ball.vertices, dtype=torch.float32), faces=torch.tensor(ball.faces))

    monkeypatch.setattr("diffusers.pipelines.shap_e.renderer.MeshDecoder.forward", surface)
    monkeypatch.setattr(adapter, "_GRID", 24)
    monkeypatch.setenv("MESHWRIGHT_IMAGE_SHAP_E", str(folder))
    monkeypatch.setenv("MESHWRIGHT_IMAGE_SHAP_E_STEPS", "2")


def picture() -> bytes:
    """A red disc that is cut out; the picture moves to nothing."""
    pixels = np.zeros((64, 80, 4), np.uint8)
    y, x = np.mgrid[:64, :80]
    pixels[(x - 30) ** 2 + (y - 32) ** 2 < 400] = (200, 30, 30, 255)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG", save_all=True, append_images=[Image.fromarray(np.zeros_like(pixels))])
    return out.getvalue()


def made(job: ReplayContext, **changes: Any) -> Any:
    work = ImageToModel("batch_1", "file_001", "asset_in", "ball.png", provider="shap-e", seed=3, **changes)
    return provider_of(work.provider).made(work, job)


def job() -> ReplayContext:
    return ReplayContext(load={"asset_in": picture()})


def test_latents_are_those_of_the_picture_and_the_seed(folder: Path) -> None:
    maker = ShapEOfPicture(str(folder))
    red, blue = (np.full((40, 40, 3), colour, np.uint8) for colour in ((200, 0, 0), (0, 0, 200)))

    def latents(pixels: Any, seed: int) -> Any:
        return maker.latents(Wish("", seed, picture=pixels), steps=2, guidance=3.0, tick=no_tick)

    first = latents(red, 3)
    assert torch.isfinite(first).all()
    assert torch.equal(first, latents(red, 3))
    assert not torch.equal(first, latents(red, 4))
    assert not torch.equal(first, latents(blue, 3))


def test_a_picture_becomes_a_textured_model_that_says_what_made_it(
    folder: Path, chosen: None, gltf_issues: Callable[[bytes], dict[str, Any]]
) -> None:
    one = job()
    found = made(one, face_limit=400)
    assert found.method == "shap-e"
    assert (found.facts["model"], found.facts["licence"], found.facts["steps"]) == (folder.name, "MIT", 2)
    assert found.facts["guidance"] == 3.0
    assert "The picture moves; its first frame is used" in found.doubts
    assert list(one.stages) == ["reading", "foreground", "shaping", "texturing"]
    model = read_model(found.glb)
    assert 100 < model.triangles <= 400
    issues = gltf_issues(found.glb)
    assert (issues["numErrors"], issues["numWarnings"]) == (0, 0), issues["messages"]
    assert [file.name for file in found.files] == ["mask.png"]


def test_the_thing_is_shown_to_the_model_alone_in_the_middle_of_white(folder: Path) -> None:
    pixels = np.full((20, 30, 3), (0, 255, 0), np.uint8)
    mask = np.zeros((20, 30), np.float32)
    mask[5:15, 2:7] = 1
    pixels[mask > 0] = (200, 0, 0)
    shown = before_white(Photo(pixels), Foreground(mask, "alpha", 1.0))
    assert shown.shape == (12, 12, 3)
    assert (shown[1:11, 3:8] == (200, 0, 0)).all()
    assert (shown[[0, 11]] == 255).all()


def test_a_cancelled_job_stops_while_it_samples(chosen: None) -> None:
    one = job()

    def cancel(message: Any) -> None:
        if "Sampling" in getattr(message, "message", "") or getattr(message, "stage", "") == "shaping":
            one.cancel()

    one._on_message = cancel
    with pytest.raises(Cancelled):
        made(one)


@pytest.mark.parametrize(
    ("given", "words"),
    [("", "The folder of MESHWRIGHT_IMAGE_SHAP_E is not there"), ("words", "holds no Shap-E pipeline")],
)
def test_a_folder_that_will_not_do_fails_in_words(
    given: str, words: str, chosen: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MESHWRIGHT_IMAGE_SHAP_E", str(save_tiny_shap_e(tmp_path)) if given else "")
    with pytest.raises(GenerationFailed, match=words) as failure:
        made(job())
    assert failure.value.facts["stage"] == "shaping"
