"""A picture becomes a model: the whole job, by this server's own maker."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec
import numpy as np
import pytest
from PIL import Image, ImageDraw

from domain.errors import GenerationFailed, Refused
from domain.spec import DesignSpec, Reading
from domain.work import ImageToModel
from engine.glb import read_glb
from engine.parts.turning import vessel
from engine.provenance import sha256_of
from engine.single_view.choosing import agreement_of, believes, is_spindly
from engine.single_view.fitting import Fit
from engine.single_view.inflating import Inflated, inflated
from engine.single_view.view import orbit
from handlers import image_to_model
from handlers.context import Cancelled, ReplayContext
from handlers.messages import Entered, FromChild, Shown
from handlers.picturing import packaging
from handlers.picturing.sizing import size_guess, words_of
from handlers.providers import Made as ProviderMade
from tests.snapshots import taken

STAGES = ["reading", "foreground", "shaping", "texturing", "packaging"]
WORK = ImageToModel(batch_id="batch_1", file_id="file_001", image="picture", hint="mascot.png", face_limit=1200, seed=3)
Made = tuple[ReplayContext, image_to_model.ImageToModelResult]


def drawing(**saved: Any) -> bytes:
    """Return a PNG of a mascot with few colours on nothing: alpha says what is the thing."""
    image = Image.new("RGBA", (200, 240), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.ellipse((30, 10, 170, 150), fill=(240, 190, 40, 255))
    pen.rounded_rectangle((60, 130, 140, 230), 12, fill=(40, 90, 170, 255))
    pen.ellipse((70, 55, 90, 75), fill=(30, 30, 30, 255))
    pen.ellipse((110, 55, 130, 75), fill=(30, 30, 30, 255))
    out = io.BytesIO()
    image.save(out, "PNG", **saved)
    return out.getvalue()


def perform(work: ImageToModel = WORK, data: bytes | None = None, **more: Any) -> Made:
    job = ReplayContext("task_1", load={"picture": data or drawing()}, **more)
    return job, image_to_model.perform(work, job)


@pytest.fixture(scope="module")
def made() -> Made:
    return perform()


def test_a_picture_becomes_a_model_with_its_mask_a_picture_and_an_account(made: Made) -> None:
    job, result = made
    assert list(job.stages) == STAGES
    assert {"model.glb", "preview.png", "mask.png", "provenance.json"} == set(job.artefacts)
    assert result.glb_asset == job.artefacts["model.glb"].asset_id
    assert result.mask_asset == job.artefacts["mask.png"].asset_id
    assert [message.asset_id for message in job.messages if isinstance(message, Shown)] == [result.preview_asset]
    assert (result.method, result.facts["kind"], result.spec_asset) == ("inflation", "relief", "")
    assert result.approximation
    assert "approximation" in result.sentence
    assert result.agreement["iou"] >= 0.97
    mask = np.asarray(Image.open(io.BytesIO(job.artefacts["mask.png"].data)))
    assert mask.shape == (240, 200)
    assert (mask[80, 100], mask[5, 5]) == (255, 0)


def test_the_model_is_valid_gltf_within_the_limit_of_faces(
    made: Made, gltf_issues: Callable[[bytes], dict[str, Any]]
) -> None:
    job, result = made
    data = job.artefacts["model.glb"].data
    issues = gltf_issues(data)
    assert (issues["numErrors"], issues["numWarnings"]) == (0, 0), issues["messages"]
    assert 0 < result.triangles <= 1200
    mesh = read_glb(data)
    assert mesh.triangles == result.triangles
    points = np.concatenate([primitive.points for primitive in mesh.primitives])
    assert points[:, 1].min() == pytest.approx(0, abs=1e-5)
    assert np.ptp(points, axis=0).max() == pytest.approx(0.3, rel=0.03)  # nothing tells its size; the facts say so
    assert "Nothing tells" in result.facts["size_from"]


def test_the_account_says_how_it_was_made(made: Made) -> None:
    job, result = made
    account = json.loads(job.artefacts["provenance.json"].data)
    assert account == json.loads(msgspec.json.encode(result.provenance))
    assert (account["method"], account["seed"], account["approximation"]) == ("inflation", 3, True)
    assert "front" in account["facts"]["back_from"] or "plain" in account["facts"]["back_from"]
    assert account["parameters"] == {"face_limit": 1200, "hint": "mascot.png"}
    assert account["artefacts"]["model.glb"]["sha256"] == sha256_of(job.artefacts["model.glb"].data)
    inside = read_glb(job.artefacts["model.glb"].data).extras["provenance"]
    assert inside == {key: value for key, value in account.items() if key not in ("artefacts", "run")}


def test_what_is_odd_about_a_picture_is_said_of_its_model() -> None:
    moving = drawing(save_all=True, append_images=[Image.new("RGBA", (200, 240), (0, 0, 0, 0))])
    job, result = perform(data=moving)
    note = "The picture moves; its first frame is used"
    assert f"{note}." in result.sentence
    account = json.loads(job.artefacts["provenance.json"].data)
    assert note in account["facts"]["foreground"]["notes"]


def test_the_sentence_says_what_is_doubtful_and_how_little_the_outline_agrees() -> None:
    well = packaging.sentence_of(ProviderMade(glb=b"", method="fit", agreement={"iou": 0.95}))
    assert well.endswith("The model is an approximation.")
    ill = packaging.sentence_of(
        ProviderMade(glb=b"", method="fit", agreement={"iou": 0.78}, doubts=("It is not certain",))
    )
    assert ill.startswith(well)
    assert "It is not certain. " in ill
    assert "by 0.78 (IoU" in ill
    named = ProviderMade(
        glb=b"", method="fit", agreement={"iou": 0.78}, facts={"fit": {"archetype": "camera", "is_named": True}}
    )
    assert "a design of what its words name: camera." in packaging.sentence_of(named)
    assert "camera" not in packaging.sentence_of(msgspec.structs.replace(named, agreement={"iou": 0.95}))


def test_the_same_picture_gives_the_same_bytes_in_another_job(made: Made) -> None:
    again, _ = perform()
    for name in ("model.glb", "preview.png", "mask.png"):
        assert again.artefacts[name].sha256 == made[0].artefacts[name].sha256, name


def test_a_job_that_nobody_wants_any_more_stops() -> None:
    job: ReplayContext

    def stop(message: FromChild) -> None:
        if isinstance(message, Entered) and message.stage == "shaping":
            job.cancel()

    job = ReplayContext("task_1", load={"picture": drawing()}, on_message=stop)
    with pytest.raises(Cancelled):
        image_to_model.perform(WORK, job)
    assert "model.glb" not in job.artefacts


def test_what_is_no_picture_or_shows_nothing_is_refused_in_words() -> None:
    with pytest.raises(Refused):
        perform(data=b"BM" + bytes(200))
    empty = io.BytesIO()
    Image.new("RGB", (120, 90), (200, 200, 200)).save(empty, "PNG")
    with pytest.raises(GenerationFailed):
        perform(data=empty.getvalue())


def test_names_tell_how_large_things_are_and_other_words_do_not() -> None:
    assert words_of("coffee_mug-12.JPG") == "coffee mug"
    mug, unknown = size_guess("coffee_mug-12.JPG"), size_guess("IMG_20240310_1234.jpg")
    assert mug.archetype
    assert 0.05 < mug.largest_m < 0.25
    assert "usually" in mug.sentence
    assert (unknown.largest_m, unknown.archetype) == (0.3, "")


@pytest.mark.parametrize(
    ("hint", "archetype", "sides_m"),
    [
        ("wooden chair, 90 cm tall", "chair", {"height": 0.9}),
        ("chair_120cm-tall.jpg", "chair", {"height": 1.2}),
        ("vase_60cm.jpg", "vase", {"size": 0.6}),
        ("gizmo 25 cm tall", "", {"height": 0.25}),
        ("IMG_20240310_1234.jpg", "", {}),
    ],
)
def test_words_may_state_how_large_a_thing_is(hint: str, archetype: str, sides_m: dict[str, float]) -> None:
    guess = size_guess(hint)
    assert (guess.archetype, guess.sides_m) == (archetype, sides_m)
    assert ("words say" in guess.sentence) == bool(sides_m)


def test_an_inflation_is_as_large_as_the_words_say_and_its_agreement_is_that_of_the_faces_it_has(made: Made) -> None:
    job, result = perform(msgspec.structs.replace(WORK, hint="gizmo 25 cm tall", face_limit=60))
    primitives = read_glb(job.artefacts["model.glb"].data).primitives
    height, *_ = np.ptp(np.concatenate([primitive.points for primitive in primitives])[:, [1, 0, 2]], axis=0)
    assert height == pytest.approx(0.25, rel=0.02)
    assert result.triangles <= 60
    assert result.facts["agreement_full"] == pytest.approx(made[1].facts["agreement_full"], abs=0.01)
    assert result.agreement["iou"] < result.facts["agreement_full"]["iou"]


@pytest.fixture(scope="module")
def vase() -> tuple[Any, Any, Inflated]:
    photo, foreground, _ = taken(vessel([(0.05, 0.0), (0.1, 0.12), (0.04, 0.3)], 0.008, 72), elevation=15)
    return photo, foreground, inflated(photo, foreground)


def test_a_stool_is_all_legs_and_a_block_is_not() -> None:
    mask = np.zeros((120, 100), np.float32)
    mask[20:30, 10:90] = 1
    mask[30:110, 14:20] = mask[30:110, 80:86] = 1
    assert is_spindly(mask)
    mask[30:110, 14:86] = 1
    assert not is_spindly(mask)


def test_a_fit_is_believed_where_it_agrees_and_sooner_where_words_name_it(vase: tuple[Any, Any, Inflated]) -> None:
    turned = vase[2]
    solid = Inflated(turned.assembly, turned.spec, turned.view, 0.98, "solid")
    drawn = Inflated(turned.assembly, turned.spec, turned.view, 0.98, "relief", facts={"is_drawing": True})

    def fit(iou: float, edges: float = 0.5) -> Fit:
        spec = DesignSpec("", "", Reading("object", "", "vase"), "", ())
        return Fit(spec, turned.view, iou, edges, "vase", 1)

    assert believes(fit(0.85), solid, 0.4, is_named=True)
    assert not believes(fit(0.85, edges=0.25), solid, 0.4, is_named=True)  # a crate is not the printed box
    assert not believes(fit(0.85), solid, 0.4, is_named=False)
    assert believes(fit(0.92), solid, 0.4, is_named=False)
    assert not believes(fit(0.92, edges=0.2), solid, 0.4, is_named=False)
    assert not believes(fit(0.92), turned, 0.4, is_named=False)
    assert believes(fit(0.96), turned, 0.4, is_named=True)
    assert not believes(fit(0.9, edges=0.5), turned, 0.4, is_named=True)
    assert believes(fit(0.9, edges=0.72), turned, 0.32, is_named=True)  # a mug, and a lathe with a lid
    exact = Inflated(turned.assembly, turned.spec, turned.view, 0.985, "lathe")
    assert not believes(fit(0.897, edges=0.467), exact, 0.105, is_named=True)  # stripes are no edges of its shape
    assert not believes(fit(0.941), exact, 0.4, is_named=True)
    assert believes(fit(0.96), exact, 0.4, is_named=True)
    chair = fit(0.62, edges=0.76)  # its legs beside those of the picture, and its seat and back where they are
    assert believes(chair, solid, 0.49, is_named=True)
    assert not believes(chair, solid, 0.49, is_named=False)
    assert not believes(chair, solid, 0.6, is_named=True)
    assert not believes(chair, turned, 0.49, is_named=True)
    assert not believes(fit(0.96), drawn, 0.4, is_named=False)
    wings = Inflated(turned.assembly, turned.spec, turned.view, 0.98, "relief", facts={"is_thin": True})
    assert believes(fit(0.85), wings, 0.4, is_named=True)  # spectacles are thin, and named
    bicycle = replace(fit(0.8, edges=0.92), margin=0.2)  # spokes hardly ever lie on each other
    assert believes(bicycle, solid, 0.8, is_named=False)
    assert not believes(replace(bicycle, margin=0.05), solid, 0.8, is_named=False)
    assert not believes(bicycle, solid, 0.9, is_named=False)
    stool = fit(0.75, edges=0.5)  # beside what is all legs, an inflation is a bag
    assert believes(stool, solid, 0.4, is_named=True, is_spindly=True)
    assert not believes(stool, solid, 0.4, is_named=True)
    assert not believes(stool, solid, 0.6, is_named=True, is_spindly=True)
    assert not believes(stool, turned, 0.4, is_named=True, is_spindly=True)
    above = replace(turned.view, axes=orbit(0.0, 80.0))
    assert not believes(replace(fit(0.96), view=above), solid, 0.4, is_named=True)
    high = replace(turned.view, axes=orbit(0.0, 65.0))
    assert believes(replace(fit(0.96), view=high), solid, 0.4, is_named=True)
    assert not believes(replace(fit(0.96), view=high), solid, 0.6, is_named=True)
    assert not believes(replace(fit(0.96), view=high), solid, 0.4, is_named=False)


def test_agreement_is_measured_from_where_the_picture_was_taken(vase: tuple[Any, Any, Inflated]) -> None:
    photo, foreground, made = vase
    found = agreement_of(made.assembly, made.view, photo, foreground)
    assert found["iou"] >= 0.96
    assert 0 <= found["edges"] <= 1
