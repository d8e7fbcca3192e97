"""Models from local folders help where they can; where not, the picture is read without them and the reason is told."""

from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import (
    DepthAnythingConfig,
    DepthAnythingForDepthEstimation,
    Dinov2Config,
    SegformerConfig,
    SegformerForSemanticSegmentation,
)

from domain.errors import GenerationFailed
from engine.single_view.adapters import Models, depth_of, nearness, thing_among, thing_of
from engine.single_view.adapters_child import measured, segmented
from engine.single_view.photo import Photo

HEIGHT, WIDTH = 96, 128
PHOTO = Photo(np.random.default_rng(0).integers(0, 256, (HEIGHT, WIDTH, 3), dtype=np.uint8))
EVERYWHERE = np.ones((HEIGHT, WIDTH), np.float32)


@pytest.fixture(scope="module")
def depth_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("depth")
    torch.manual_seed(0)
    backbone = Dinov2Config(
        hidden_size=24, num_hidden_layers=2, num_attention_heads=2, mlp_ratio=2, image_size=56, patch_size=14,
        out_features=["stage1", "stage2"], reshape_hidden_states=False, apply_layernorm=True,
    )  # fmt: skip
    config = DepthAnythingConfig(
        backbone_config=backbone, reassemble_hidden_size=24, reassemble_factors=[1, 0.5], neck_hidden_sizes=[8, 8],
        fusion_hidden_size=8, head_hidden_size=8,
    )  # fmt: skip
    DepthAnythingForDepthEstimation(config).save_pretrained(folder)
    return folder


def test_without_models_nothing_is_asked_or_noted() -> None:
    notes: list[str] = []
    assert depth_of(PHOTO, EVERYWHERE, note=notes.append) is None
    assert thing_of(PHOTO, Models(), note=notes.append) is None
    assert notes == []


def test_a_depth_model_measures_a_picture_the_same_each_time(depth_folder: Path) -> None:
    found = measured(str(depth_folder), PHOTO.pixels)
    assert found.ndim == 2
    assert found.shape[1] > found.shape[0] > 100  # as Depth Anything wants it, the sides' ratio kept
    assert np.array_equal(found, measured(str(depth_folder), PHOTO.pixels))


def test_nearness_runs_from_the_farthest_of_the_thing_to_the_nearest() -> None:
    slope = np.tile(np.linspace(3, 9, 40, dtype=np.float32), (30, 1))
    near = nearness(slope, EVERYWHERE)
    assert near is not None
    assert near.shape == (HEIGHT, WIDTH)
    assert near[:, 0].max() == 0
    assert near[:, -1].min() == 1
    assert nearness(np.ones((30, 40), np.float32), EVERYWHERE) is None


def test_a_segmentation_model_gives_chances_and_labels(tmp_path: Path) -> None:
    torch.manual_seed(0)
    config = SegformerConfig(
        num_encoder_blocks=2, depths=[1, 1], sr_ratios=[2, 1], hidden_sizes=[8, 8], patch_sizes=[7, 3], strides=[4, 2],
        num_attention_heads=[1, 1], mlp_ratios=[2, 2], decoder_hidden_size=8, id2label={0: "Background", 1: "cat"},
    )  # fmt: skip
    SegformerForSemanticSegmentation(config).save_pretrained(tmp_path)
    chances, labels = segmented(str(tmp_path), PHOTO.pixels)
    assert labels == ["Background", "cat"]
    assert np.allclose(chances.sum(axis=0), 1, atol=1e-5)


@pytest.mark.parametrize(
    ("labels", "thing"),
    [
        (["Background", "cat", "dog"], 0.8),
        (["LABEL_0", "LABEL_1"], 0.3),
        (["thing"], 0.2),
        (["wall", "sky", "cat"], None),
    ],
)
def test_the_thing_is_what_is_not_background(labels: list[str], thing: float | None) -> None:
    chances = np.stack([np.full((4, 4), value, np.float32) for value in (0.2, 0.3, 0.5)][: len(labels)])
    found = thing_among(chances, labels)
    assert (found is None) == (thing is None)
    assert found is None or found == pytest.approx(thing)


@pytest.mark.parametrize("what", ["nothing", "a pickle"])
def test_a_folder_without_safetensors_is_refused(what: str, tmp_path: Path) -> None:
    if what == "a pickle":
        torch.save({"weight": torch.zeros(1)}, tmp_path / "pytorch_model.bin")
        (tmp_path / "config.json").write_text('{"model_type": "segformer"}')
    with pytest.raises(GenerationFailed, match="no such model in safetensors"):
        segmented(str(tmp_path), PHOTO.pixels)


def test_a_folder_that_is_not_there_is_noted(tmp_path: Path) -> None:
    notes: list[str] = []
    assert thing_of(PHOTO, Models(segmentation=str(tmp_path / "gone")), note=notes.append) is None
    assert "folder is not there" in notes[0]


def test_a_model_that_takes_too_long_is_ended_and_noted(depth_folder: Path) -> None:
    notes: list[str] = []
    slow = Models(depth=str(depth_folder), timeout_s=1e-6)
    assert depth_of(PHOTO, EVERYWHERE, models=slow, note=notes.append) is None
    assert "took longer than" in notes[0]


def test_a_job_that_is_stopped_stops_the_model(depth_folder: Path) -> None:
    class Stopped(Exception):
        """What a cancelled job raises."""

    def tick(done: float, text: str) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        depth_of(PHOTO, EVERYWHERE, models=Models(depth=str(depth_folder)), tick=tick)


@pytest.mark.slow
def test_the_whole_way_through_the_other_process(depth_folder: Path) -> None:
    notes: list[str] = []
    near = depth_of(PHOTO, EVERYWHERE, models=Models(depth=str(depth_folder)), note=notes.append)
    assert near is not None or "flat" in notes[0]  # random weights may see a picture as flat; then that is said
