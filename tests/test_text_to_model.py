import io
import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import msgspec
import numpy as np
import pytest
from PIL import Image

from domain.errors import Invalid
from domain.work import Export, TextToModel
from engine.glb import read_glb
from engine.models.reading import read_model
from engine.studio.turntable import turntable
from handlers import export, previews, text_to_model
from handlers.context import Cancelled, ReplayContext
from handlers.messages import FromChild, Progressed, Shown

STAGES = ["planning", "geometry_generation", "uv_unwrapping", "texture_baking", "packaging"]
STOOL = TextToModel(
    prompt_id="prompt_1", text="a round wooden stool with three legs", spec_id="spec_1", seed=11, poly_budget=900,
    quality="draft",
)  # fmt: skip


def perform(
    work: TextToModel = STOOL, job_id: str = "run_1", **more: Any
) -> tuple[ReplayContext, text_to_model.TextToModelResult]:
    job = ReplayContext(job_id, **more)
    return job, text_to_model.perform(work, job)


@pytest.fixture(scope="module", autouse=True)
def small_pictures() -> Iterator[None]:
    """What is asked of pictures here shows on small ones too."""
    with pytest.MonkeyPatch.context() as patch:
        draft = msgspec.structs.replace(text_to_model.SETTINGS["draft"], picture_size=128)
        patch.setitem(text_to_model.SETTINGS, "draft", draft)
        patch.setattr(previews, "SIZE", 96)
        patch.setattr(text_to_model, "turntable", partial(turntable, size=96))
        yield


@pytest.fixture(scope="module")
def made() -> tuple[ReplayContext, text_to_model.TextToModelResult]:
    return perform()


def changed(**values: Any) -> TextToModel:
    return msgspec.structs.replace(STOOL, **values)


def png(colour: tuple[int, int, int], ground: tuple[int, int, int] = (250, 250, 250)) -> bytes:
    pixels = np.full((64, 64, 3), ground, np.uint8)
    pixels[16:48, 16:48] = colour
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return out.getvalue()


def test_a_sentence_becomes_a_model_with_textures_a_picture_and_an_account(made: Any) -> None:
    job, result = made
    assert list(job.stages) == STAGES
    assert {"model.glb", "preview.png", "provenance.json"} <= set(job.artefacts)
    roles = {name: file.role for name, file in job.artefacts.items()}
    assert roles["model.glb"] == roles["provenance.json"] == "result"
    assert {name for name, role in roles.items() if role == "texture"} >= {
        f"{name}.png" for name in ("albedo", "normal", "roughness", "metallic")
    }
    assert roles["preview.png"] == "preview"
    assert result.glb_asset == job.artefacts["model.glb"].asset_id
    assert 0 < result.triangles <= 900
    assert read_glb(job.artefacts["model.glb"].data).triangles == result.triangles
    assert Image.open(io.BytesIO(job.artefacts["albedo.png"].data)).size == (512, 512)


def test_the_model_is_valid_gltf(made: Any, gltf_issues: Callable[[bytes], dict[str, Any]]) -> None:
    issues = gltf_issues(made[0].artefacts["model.glb"].data)
    assert (issues["numErrors"], issues["numWarnings"]) == (0, 0), issues["messages"]


def test_the_account_says_how_it_was_made(made: Any) -> None:
    job, result = made
    account = json.loads(job.artefacts["provenance.json"].data)
    assert set(result.provenance["run"]["durations_ms"]) == set(STAGES)  # the file cannot know how long its stage took
    assert account | {"run": 0} == msgspec.to_builtins(result.provenance) | {"run": 0}
    assert account["prompt"] == STOOL.text
    assert account["seed"] == 11
    assert account["spec"]["objects"]
    assert set(account["versions"]["stages"]) == set(STAGES)
    assert "manifold3d" in account["versions"]["libraries"]
    assert account["stages"]["geometry_generation"]["triangles_full"] == result.triangles_full
    assert account["artefacts"]["model.glb"]["sha256"] == job.artefacts["model.glb"].sha256
    assert set(account["run"]["durations_ms"]) == set(STAGES) - {"packaging"}
    inside = read_glb(job.artefacts["model.glb"].data).extras["provenance"]
    assert inside == {key: value for key, value in account.items() if key not in ("artefacts", "run")}


def test_the_design_is_recorded(made: Any) -> None:
    job, _ = made
    [recorded] = job.commands
    assert recorded.name == "RecordDesign"


def test_the_same_prompt_and_seed_give_the_same_bytes_in_another_job(made: Any) -> None:
    job, _ = made
    again, _ = perform(changed(prompt_id="prompt_2", spec_id="spec_2"), "run_2")
    for name in ("model.glb", "preview.png", "albedo.png", "normal.png", "blocks.png", "parts.png"):
        assert again.artefacts[name].sha256 == job.artefacts[name].sha256, name


def test_another_seed_gives_other_textures(made: Any) -> None:
    job, _ = made
    other, _ = perform(changed(seed=12))
    assert other.artefacts["albedo.png"].sha256 != job.artefacts["albedo.png"].sha256


def test_previews_are_shown_while_it_runs_in_order_and_only_if_wanted(made: Any) -> None:
    job, _ = made
    names = {file.asset_id: file.name for file in job.kept}
    shown = [names[message.asset_id] for message in job.messages if isinstance(message, Shown)]
    assert shown == ["blocks.png", "parts.png", "preview.glb", "preview.png"]
    assert [job.artefacts[name].stage for name in shown[:2]] == ["planning", "geometry_generation"]
    assert {job.artefacts[name].role for name in shown} == {"preview"}
    quiet, _ = perform(changed(is_progressive=False))
    assert [message.asset_id for message in quiet.messages if isinstance(message, Shown)] == [
        quiet.artefacts["preview.png"].asset_id
    ]
    assert quiet.artefacts["model.glb"].sha256 == job.artefacts["model.glb"].sha256


def test_a_turntable_is_a_film_of_the_model_turning_once_and_changes_nothing_else(made: Any) -> None:
    job, result = perform(changed(turntable=True))
    film = job.artefacts["turntable.webp"]
    assert result.turntable_asset == film.asset_id
    with Image.open(io.BytesIO(film.data)) as frames:
        assert (frames.n_frames, frames.size) == (24, (96, 96))
        first = np.asarray(frames.convert("RGB"), float)
        frames.seek(6)
        assert np.abs(np.asarray(frames.convert("RGB"), float) - first).max() > 60
    assert job.artefacts["model.glb"].sha256 == made[0].artefacts["model.glb"].sha256
    assert made[1].turntable_asset == ""


def test_progress_never_goes_back_within_a_stage(made: Any) -> None:
    told: dict[str, list[float]] = {}
    for message in made[0].messages:
        if isinstance(message, Progressed):
            told.setdefault(message.stage, []).append(message.fraction)
    assert set(told) == set(STAGES)
    assert all(fractions == sorted(fractions) for fractions in told.values())


def test_a_reference_picture_colours_the_main_material(made: Any) -> None:
    work = changed(reference_assets=("asset_1",))
    job, result = perform(work, load={"asset_1": png((20, 60, 200))})
    facts = job.stages["geometry_generation"]
    red, _, blue = (int(facts["reference_colour"][at : at + 2], 16) for at in (1, 3, 5))
    assert blue > 150 > red
    assert result.provenance["stages"]["geometry_generation"]["reference_material"]
    before, after = (
        np.asarray(Image.open(io.BytesIO(each.artefacts["albedo.png"].data)))[..., :3].mean(axis=(0, 1))
        for each in (made[0], job)
    )
    assert after[2] - after[0] > 40 > before[2] - before[0]


def test_a_reference_that_is_no_picture_is_refused() -> None:
    with pytest.raises(Invalid):
        perform(changed(reference_assets=("asset_1",)), load={"asset_1": b"<svg/>"})


def test_a_cancelled_job_stops_in_the_middle_of_a_stage() -> None:
    job: ReplayContext

    def cancel(message: FromChild) -> None:
        if isinstance(message, Progressed) and message.stage == "texture_baking":
            job.cancel()

    job = ReplayContext("run_3", on_message=cancel)
    with pytest.raises(Cancelled):
        text_to_model.perform(STOOL, job)
    assert list(job.stages) == STAGES[:3]
    assert "model.glb" not in job.artefacts


@pytest.mark.parametrize(
    ("textures", "provenance", "compression"), [(True, True, "none"), (False, False, "none"), (True, False, "draco")]
)
def test_an_export_holds_what_was_asked_for(
    made: Any, textures: bool, provenance: bool, compression: Any, gltf_issues: Any
) -> None:
    made_job, result = made
    job = ReplayContext("export_1", load={result.glb_asset: made_job.artefacts["model.glb"].data})
    work = Export(
        "run_1", result.glb_asset, include_textures=textures, include_provenance=provenance, compression=compression
    )
    answer = export.perform(work, job)
    file = job.artefacts["export_1.glb"]
    assert file.asset_id == answer.asset
    assert answer.size_bytes == len(file.data)
    assert answer.triangles == result.triangles
    issues = gltf_issues(file.data)
    assert (issues["numErrors"], issues["numWarnings"]) == (0, 0), issues["messages"]
    if compression == "none":
        model = read_model(file.data)
        assert bool(model.pictures) == textures
        assert bool(model.extras) == provenance
        assert model.triangles == result.triangles


def test_an_export_of_something_else_is_refused() -> None:
    with pytest.raises(Invalid):
        export.perform(Export("run_1", "asset_1"), ReplayContext("export_1", load={"asset_1": b"not a model"}))
