"""Textures out of photographs: what is painted, seen again from where the photographs were taken, is like them."""

import io
from functools import lru_cache

import numpy as np
import pytest
from PIL import Image

from domain.errors import GenerationFailed
from engine.baking.source import Source
from engine.models.model import Model
from engine.models.reading import read_model
from engine.models.writing import write_model
from engine.photographs.exposure import gains_of
from engine.photographs.seams import knots_of, levelled
from engine.photographs.seeing import seen_by
from engine.photographs.texturing import textured
from engine.photographs.view_choice import UNSEEN, charts_of, chosen, neighbours
from engine.photographs.views import Sparse, View
from engine.rays import Rays, unit
from tests.filming import looking, orbit, photographed, scene

SIZE = (240, 180)


@lru_cache(maxsize=4)
def shots(*gains: float) -> Sparse:
    """Return pictures around the front of the true scene, each as bright as its gain says."""
    ring = orbit(len(gains), turn_deg=20.0 * len(gains), size=SIZE)
    views = tuple(photographed(view, samples=1, gain=gain) for view, gain in zip(ring, gains, strict=True))
    return Sparse(views, np.zeros((0, 3)), np.zeros((0, 3), np.uint8), (), len(views), 0.0)


@lru_cache(maxsize=1)
def dressed() -> Model:
    """Return the true surface, divided into small faces, with a texture out of pictures of different exposure."""
    points, faces = fine()
    return textured(points, faces, shots(1.0, 0.8, 1.1, 0.9, 1.0), texture_px=512)


@lru_cache(maxsize=1)
def fine() -> tuple[np.ndarray, np.ndarray]:
    """Return the true thing with faces as small as a reconstruction has."""
    truth = scene()
    points, faces = truth.points, truth.faces[: truth.thing]
    for _ in range(1):
        points, faces = _divided(points, faces)
    return points, faces


def _divided(points: np.ndarray, faces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    sides = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    kept, number = np.unique(sides, axis=0, return_inverse=True)
    ab, bc, ca = number.reshape(3, -1) + len(points)
    a, b, c = faces.T
    made = [(a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca)]
    return np.vstack([points, points[kept].mean(axis=1)]), np.concatenate([np.stack(one, 1) for one in made]).astype(
        np.int32
    )


def again(model: Model, view: View) -> tuple[np.ndarray, np.ndarray]:
    """Return what a camera sees of a model without any light, sRGB, and where it sees anything."""
    source = Source(model)
    height, width = view.picture.shape[:2]
    x, y = np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5)
    local = np.column_stack([(x.ravel() - view.middle_px[0]) / view.focal_px[0],
                             (y.ravel() - view.middle_px[1]) / view.focal_px[1], np.ones(x.size)])  # fmt: skip
    ways = unit(local @ view.turn)
    met = Rays(source.points, source.faces).first(np.broadcast_to(view.place, ways.shape), ways)
    shows = met.face >= 0
    weights = np.stack([1 - met.u - met.v, met.u, met.v], axis=1)[shows]
    linear = np.clip(source.look(met.face[shows], weights).albedo, 0, 1)
    picture = np.zeros((x.size, 3))
    picture[shows] = 255 * np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return picture.reshape(height, width, 3), shows.reshape(height, width)


def likeness_db(view: View, picture: np.ndarray, where: np.ndarray) -> float:
    """Return the peak signal-to-noise ratio, after the whole picture is made as bright as the photograph."""
    shown, wanted = picture[where], view.picture[where].astype(float)
    shown = shown * (wanted.mean() / shown.mean())
    return float(10 * np.log10(255**2 / ((shown - wanted) ** 2).mean()))


def test_a_photograph_that_was_held_back_is_like_the_model_from_there() -> None:
    between = orbit(18, turn_deg=180, size=SIZE)[5]  # half way between two of the photographs
    view = photographed(between, samples=2)
    picture, where = again(dressed(), view)
    assert where.mean() > 0.15
    assert likeness_db(view, picture, where) > 22


def test_views_of_other_exposure_are_brought_together() -> None:
    points, _ = fine()
    sparse = shots(1.0, 0.8, 1.1, 0.9, 1.0)
    gains = gains_of(points, seen_by(*fine(), sparse.views), sparse.views).mean(axis=1)
    wanted = np.array([1.0, 0.8, 1.1, 0.9, 1.0]) ** (-1 / 2.2)
    assert np.allclose(gains / gains.mean(), wanted / wanted.mean(), atol=0.02)


def test_what_stands_behind_something_is_not_seen() -> None:
    points = np.array([[-1, -1, 0], [1, -1, 0], [0, 1, 0], [-1, -1, -1], [1, -1, -1], [0, 1, -1]], float)
    faces = np.array([[0, 1, 2], [3, 4, 5]], np.int32)
    front = looking(np.array([0.0, 0.0, 6.0]), (0.0, 0.0, 0.0), SIZE)
    back = looking(np.array([0.0, 0.0, -6.0]), (0.0, 0.0, 0.0), SIZE)
    seen = seen_by(points, faces, (front, back))
    assert (seen.area_px > 0).tolist() == [[True, False], [False, False]]  # the second looks at backs only


def test_faces_take_a_view_that_sees_them_and_keep_together() -> None:
    points, faces = fine()
    sparse = shots(1.0, 0.8, 1.1, 0.9, 1.0)
    seen = seen_by(points, faces, sparse.views)
    labels = chosen(points, faces, seen, sparse.views, np.ones((5, 3)))
    has = labels != UNSEEN
    assert (seen.area_px[has, labels[has]] > 0).all()
    assert (seen.area_px[~has] == 0).all()
    alone = np.where(has, seen.area_px.argmax(axis=1), UNSEEN)
    assert charts_of(neighbours(faces), labels).max() < 0.6 * charts_of(neighbours(faces), alone).max()


def test_a_seam_is_levelled_on_both_sides() -> None:
    side = np.arange(8)
    points = np.array([(x, y) for x in side for y in side])
    corner = {tuple(place): number for number, place in enumerate(points.tolist())}
    faces = np.array(
        [(corner[x, y], corner[x + 1, y], corner[x, y + 1]) for x in range(7) for y in range(7)]
        + [(corner[x + 1, y + 1], corner[x, y + 1], corner[x + 1, y]) for x in range(7) for y in range(7)]
    )
    chart = (points[faces].mean(axis=1)[:, 0] > 4).astype(np.int64)
    knots = knots_of(faces, chart)
    colors = np.where(knots.chart[:, None] == 1, 120.0, 100.0) * np.ones((1, 3))
    added = levelled(knots, colors)
    moved = (colors + added)[:, 0]
    seam = np.flatnonzero(np.bincount(knots.corner) == 2)
    ends = np.array([moved[knots.corner == one] for one in seam])
    assert np.abs(ends[:, 0] - ends[:, 1]).max() < 2
    assert moved.min() > 95
    assert moved.max() < 125


def test_the_model_is_written_and_read_back_with_its_picture() -> None:
    model = read_model(write_model(dressed()))
    assert model.materials[0].textures["base_color"].picture == 0
    with Image.open(io.BytesIO(model.pictures[0].data)) as picture:
        assert picture.size == (512, 512)
        assert np.asarray(picture).std() > 10
    uvs = model.meshes[0].surfaces[0].uvs[0]
    assert uvs.min() >= 0
    assert uvs.max() <= 1


def test_faces_that_no_view_sees_take_the_colours_around() -> None:
    back = photographed(looking(np.array([0.0, 0.5, -1.05]), (0.0, 0.2, 0.0), SIZE), samples=1)
    picture, where = again(dressed(), back)
    shown = picture[where]
    assert shown.min() > 20  # nothing is black
    assert shown.std() < 45


def test_the_same_views_give_the_same_bytes() -> None:
    points, faces = fine()
    few = Sparse(shots(1.0, 0.8, 1.1, 0.9, 1.0).views[:2], np.zeros((0, 3)), np.zeros((0, 3), np.uint8), (), 2, 0.0)
    one, two = (write_model(textured(points, faces, few, texture_px=128)) for _ in range(2))
    assert one == two


def test_a_surface_that_no_view_shows_fails() -> None:
    away = looking(np.array([0.0, 0.5, 3.0]), (0.0, 0.5, 9.0), SIZE)
    nothing = Sparse((away,), np.zeros((0, 3)), np.zeros((0, 3), np.uint8), (), 1, 0.0)
    with pytest.raises(GenerationFailed, match="No photograph shows"):
        textured(*fine(), nothing, texture_px=128)
