from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import msgspec
import numpy as np
import pytest

from api.files.links import Links
from api.models.results import operation_result
from domain.errors import Invalid, TooLarge
from domain.job import Artefact, Job
from domain.work import UnwrapMesh
from engine.models.model import Mesh, Model, Node, Surface
from engine.models.reading import read_model
from engine.models.writing import write_model
from engine.overlap import overlapping_pairs
from engine.unwrapping import unwrapping
from engine.unwrapping.flattening import flattened
from engine.unwrapping.measures import measured
from engine.unwrapping.packing import packed
from engine.unwrapping.segmentation import Limits, connected, segmented
from engine.unwrapping.sheet import Charts, flat_areas_of, links_of, sheet_of
from engine.unwrapping.unwrapping import methods_for
from handlers.context import Cancelled, ReplayContext
from handlers.messages import Progressed
from handlers.unwrap_mesh import perform
from runtime.urls import AssetUrls
from tests.unwrapping import bumpy, bumpy_unwrapped, checked, cube, model_of, spiky, textured, toothed, unwrapped, wheel


@pytest.mark.parametrize("make", [bumpy, cube, toothed, wheel])
@pytest.mark.parametrize("method", ["parts", "xatlas"])
def test_nothing_overlaps_and_nothing_is_mirrored(make: object, method: str) -> None:
    made, _ = unwrapped(model_of(make()), method=method, resolution=512)  # type: ignore[operator]
    checked(made)
    assert made.metrics["coverage"] > 0.3
    assert 1 <= made.metrics["stretch"]["l2"] < 1.05


def test_a_ball_with_bumps_lies_flat_with_hardly_any_stretch_in_few_charts() -> None:
    made, _ = bumpy_unwrapped()
    assert made.metrics["stretch"]["l2"] < 1.01
    assert made.metrics["stretch"]["linf"] < 1.6
    assert made.metrics["charts"] < 60
    density = made.metrics["texels_per_metre"]
    assert density["max"] < 1.5 * density["min"]


def test_the_surface_stays_what_it_was_but_for_corners_that_stand_several_times() -> None:
    before = bumpy()
    after = bumpy_unwrapped()[0].model.meshes[0].surfaces[0]
    assert np.array_equal(after.points[after.faces], before.points[before.faces])
    assert len(before.points) < len(after.points) < 1.5 * len(before.points)


def test_a_cube_is_six_squares_without_any_stretch() -> None:
    made, _ = unwrapped(model_of(cube()), method="parts", resolution=256)
    assert made.metrics["charts"] == 6
    assert made.metrics["stretch"] == {"l2": 1.0, "linf": 1.0, "angle": 1.0, "area": 1.0}
    assert made.metrics["seam_length_m"] == 12.0


def test_charts_break_where_creases_are() -> None:
    surface = toothed()
    made, layouts = unwrapped(model_of(surface), method="parts")
    corners = surface.points[surface.faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    is_top = normals[:, 2] > 0.99 * np.linalg.norm(normals, axis=1)
    charts = layouts[0].charts.chart_of_face
    assert len(set(charts[is_top])) == 1
    assert not set(charts[is_top]) & set(charts[~is_top])
    assert made.metrics["stretch"]["l2"] < 1.001


def test_half_a_pipe_unrolls_into_a_rectangle() -> None:
    angles, heights = np.meshgrid(np.linspace(0, np.pi * 0.8, 41), np.linspace(0, 3, 31), indexing="ij")
    points = np.stack([np.cos(angles), np.sin(angles), heights], axis=-1).reshape(-1, 3)
    a = (np.arange(40)[:, None] * 31 + np.arange(30)).reshape(-1)
    faces = np.concatenate([np.stack([a, a + 31, a + 32], 1), np.stack([a, a + 32, a + 1], 1)])
    label = segmented(points, faces, Limits())
    assert label.max() == 0
    charts = flattened(points, faces, label, 1e-9)
    size = np.ptp(packed(charts, resolution=512, padding=0).charts.uvs, axis=0)
    assert max(size) / min(size) == pytest.approx(3 / (np.pi * 0.8), rel=0.01)
    assert flat_areas_of(charts.uvs[charts.faces]).sum() == pytest.approx(3 * np.pi * 0.8, rel=0.002)


def test_the_measures_are_those_of_known_maps() -> None:
    square = Surface(
        np.array([[0.0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]]), np.array([[0, 1, 2], [0, 2, 3]], np.int32)
    )
    sheet = sheet_of(model_of(square), [0])
    faces, label = square.faces.astype(np.int64), np.zeros(2, np.int64)
    plain = Charts(square.points[:, :2] * 0.5, faces, label)
    found = measured(sheet, plain, 1000).metrics
    assert found["stretch"] == {"l2": 1.0, "linf": 1.0, "angle": 1.0, "area": 1.0}
    assert found["coverage"] == 0.25
    assert found["texels_per_metre"] == {"min": 500.0, "median": 500.0, "max": 500.0}
    wide = Charts(square.points[:, :2] * (0.8, 0.2), faces, label)  # true to area, four times as wide as tall
    found = measured(sheet, wide, 1000).metrics
    assert found["stretch"]["linf"] == pytest.approx(2)
    assert found["stretch"]["l2"] == pytest.approx(np.sqrt((2**2 + 0.5**2) / 2), rel=1e-4)
    assert found["stretch"]["angle"] == pytest.approx((4 + 1 / 4) / 2)
    assert found["stretch"]["area"] == pytest.approx(1)
    over = Charts(np.array([[0.0, 0], [0.5, 0], [0.5, 0.5], [0.4, 0.1]]), faces, label)  # the second face turned over
    found = measured(sheet, over, 1000).metrics
    assert found["overlaps"] == 1
    assert found["mirrored_share"] == 0.5


def test_charts_keep_their_distance_in_texels() -> None:
    resolution, padding = 256, 6
    made, layouts = unwrapped(model_of(cube(), toothed()), method="parts", resolution=resolution, padding=padding)
    charts = layouts[0].charts
    assert made.metrics["coverage"] > 0.2
    corners = charts.uvs[charts.faces] * resolution
    low = np.array([corners[charts.chart_of_face == each].min(axis=(0, 1)) for each in range(charts.count)])
    shares = np.random.default_rng(0).dirichlet((0.4, 0.4, 0.4), 200)
    texels = np.clip((shares @ corners).astype(int), 0, resolution - 1).reshape(-1, 2)
    chart = np.repeat(charts.chart_of_face, len(shares))
    cells = -np.ones((resolution + 8, resolution + 8), int)
    cells[texels[:, 1] + 4, texels[:, 0] + 4] = chart
    for x, y in np.ndindex(9, 9):  # around each texel, as far as four aside
        beside = cells[texels[:, 1] + y, texels[:, 0] + x]
        assert ((beside == -1) | (beside == chart)).all()
    assert low.min() >= padding / 2 - 0.01


def test_the_same_model_gives_the_same_bytes_whatever_the_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    first = bumpy_unwrapped()[0].model.meshes[0].surfaces[0]
    for cores in (1, 5):
        monkeypatch.setattr("engine.threads.cores", lambda cores=cores: cores)
        monkeypatch.setattr("engine.unwrapping.packing.cores", lambda cores=cores: cores)
        monkeypatch.setattr("engine.unwrapping.flattening._GROUP_FACES", 12_000)
        again = unwrapped(model_of(bumpy()), method="parts", resolution=512)[0].model.meshes[0].surfaces[0]
        assert again.uvs[0].tobytes() == first.uvs[0].tobytes()
        assert again.faces.tobytes() == first.faces.tobytes()


def test_a_mesh_that_is_shown_twice_is_unwrapped_once_as_large_as_it_is_shown() -> None:
    nodes = (Node(mesh=0), Node(mesh=0, scale=(3.0, 3.0, 3.0)), Node(mesh=1))
    model = Model(nodes, (0, 1, 2), (Mesh((cube(),)), Mesh((cube(),))))
    made, layouts = unwrapped(model, method="parts", resolution=256)
    checked(made)
    assert len(layouts[0].sheet.faces) == 24
    areas = [
        np.abs(flat_areas_of(mesh.surfaces[0].uvs[0][mesh.surfaces[0].faces].astype(float))).sum()
        for mesh in made.model.meshes
    ]
    assert areas[0] / areas[1] == pytest.approx(9, rel=1e-3)


def test_a_mirrored_node_does_not_mirror_the_charts() -> None:
    model = Model((Node(mesh=0, scale=(-1.0, 1.0, 1.0)),), (0,), (Mesh((bumpy(3),)),))
    made, _ = unwrapped(model, method="parts", resolution=256)
    checked(made)


def test_each_mesh_gets_a_picture_of_its_own_where_asked() -> None:
    model = Model((Node(mesh=0), Node(mesh=1)), (0, 1), (Mesh((cube(),)), Mesh((bumpy(3),))))
    made, layouts = unwrapped(model, method="parts", resolution=256, atlas="per_mesh")
    assert len(layouts) == 2
    assert [each["meshes"] for each in made.metrics["atlases"]] == [[0], [1]]
    for mesh in made.model.meshes:
        uv = mesh.surfaces[0].uvs[0]
        assert uv.max() > 0.9
        assert len(overlapping_pairs(uv, mesh.surfaces[0].faces)) == 0


def test_textures_stay_on_the_old_coordinates_which_become_the_second_set() -> None:
    before = textured()
    made, _ = unwrapped(before, method="parts", resolution=256)
    old, new = before.meshes[0].surfaces[0], made.model.meshes[0].surfaces[0]
    assert np.array_equal(new.uvs[1][new.faces], old.uvs[0][old.faces])
    assert np.array_equal(new.targets[0]["POSITION"][new.faces], old.targets[0]["POSITION"][old.faces])
    assert new.tangents is not None
    material = made.model.materials[0]
    assert {texture.uv_set for texture in material.textures.values()} == {1}
    assert material.extensions["KHR_materials_clearcoat"]["clearcoatTexture"]["uv_set"] == 1
    assert made.metrics["textures_kept_on_old_uvs"] == 3
    assert all(len(surface.uvs) == 2 for surface in made.model.meshes[0].surfaces)


def test_old_coordinates_go_with_their_textures_where_they_are_not_kept() -> None:
    made, _ = unwrapped(textured(), method="parts", resolution=256, keeps_uvs=False)
    surface, material = made.model.meshes[0].surfaces[0], made.model.materials[0]
    assert len(surface.uvs) == 1
    assert not material.textures
    assert material.extensions == {"KHR_materials_clearcoat": {"clearcoatFactor": 1.0}}
    assert made.metrics["textures_dropped"] == 3
    assert surface.tangents is not None
    assert not np.array_equal(np.unique(surface.tangents, axis=0), [[1, 0, 0, 1]])


def test_density_may_be_asked_for_and_is_refused_where_it_does_not_fit() -> None:
    for method in ("parts", "xatlas"):
        made, _ = unwrapped(model_of(cube()), method=method, resolution=512, texels_per_unit=100.0)
        assert made.metrics["texels_per_metre"]["median"] == pytest.approx(100, rel=0.02)
        with pytest.raises(Invalid, match="texels per metre"):
            unwrapped(model_of(cube()), method=method, resolution=512, texels_per_unit=1000.0)


def test_a_thin_hoop_does_not_take_the_room_of_its_box_many_times() -> None:
    angles = np.linspace(0, 2 * np.pi, 65)[:-1]
    circle = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    k, after = np.arange(64), (np.arange(64) + 1) % 64
    faces = np.concatenate([np.stack([k, k + 64, after + 64], 1), np.stack([k, after + 64, after], 1)])[:, ::-1]
    hoop = Charts(np.concatenate([circle, circle * (1 - 1e-6)]), faces, np.zeros(128, np.int64))
    assert np.ptp(packed(hoop, resolution=256, padding=2).charts.uvs) > 0.9
    with pytest.raises(Invalid, match="texels per metre"):
        packed(hoop, resolution=256, padding=2, texels_per_metre=1e9)


def test_options_reach_xatlas() -> None:
    free, _ = unwrapped(model_of(bumpy(3)), method="xatlas", resolution=512)
    tight, _ = unwrapped(model_of(bumpy(3)), method="xatlas", resolution=512, max_chart_area=0.2)
    assert tight.metrics["charts"] > 1.5 * free.metrics["charts"]


@pytest.mark.parametrize("make", [bumpy, toothed, wheel])
def test_corners_at_one_place_in_surface_and_picture_are_no_seam(make: Callable[[], Surface]) -> None:
    whole = make()
    loose = Surface(
        whole.points[whole.faces].reshape(-1, 3), np.arange(whole.faces.size, dtype=np.int32).reshape(-1, 3)
    )
    made, layouts = unwrapped(model_of(loose), method="xatlas", resolution=512)
    surface = made.model.meshes[0].surfaces[0]
    both = np.concatenate([surface.points, surface.uvs[0]], axis=1)
    _, number = np.unique(both, axis=0, return_inverse=True)
    faces = number.reshape(-1)[surface.faces]
    label = connected(np.zeros(len(faces), np.int64), links_of(faces))
    assert made.metrics["charts"] == label.max() + 1
    one, two = links_of(layouts[0].sheet.knots)
    sides = np.stack([faces, np.roll(faces, -1, axis=1)], axis=2).reshape(-1, 2)
    is_cut = (sides[one] != sides[two, ::-1]).any(axis=1)
    ends = np.stack([surface.points[surface.faces], np.roll(surface.points[surface.faces], -1, axis=1)], axis=2)
    lengths = np.linalg.norm(np.diff(ends, axis=2), axis=3).reshape(-1)[one]
    assert made.metrics["seam_length_m"] == pytest.approx(lengths[is_cut].sum(), rel=1e-4)


def test_charts_that_xatlas_mirrors_are_turned_over_and_packed_anew() -> None:
    made, layouts = unwrapped(model_of(bumpy(3)), method="xatlas", resolution=512, rotate_charts=True)
    checked(made)
    assert layouts[0].is_mended


@pytest.mark.parametrize("method", ["parts", "xatlas"])
def test_broken_surfaces_are_unwrapped_as_they_are(method: str) -> None:
    made, _ = unwrapped(model_of(spiky()), method=method, resolution=256)
    checked(made)
    assert made.metrics["triangles"] == len(spiky().faces)


def test_a_sheet_with_a_front_and_a_back_is_two_charts() -> None:
    a, b = np.meshgrid(np.arange(6.0), np.arange(6.0), indexing="ij")
    points = np.stack([a, b, 0 * a], axis=-1).reshape(-1, 3)
    corner = (np.arange(5)[:, None] * 6 + np.arange(5)).reshape(-1)
    front = np.concatenate(
        [np.stack([corner, corner + 6, corner + 7], 1), np.stack([corner, corner + 7, corner + 1], 1)]
    )
    faces = np.concatenate([front, front[:, ::-1]]).astype(np.int32)
    made, layouts = unwrapped(model_of(Surface(points, faces)), method="parts", resolution=256)
    assert made.metrics["charts"] == 2
    assert len(set(layouts[0].charts.chart_of_face[: len(front)])) == 1


def test_a_cone_unrolls_into_a_sector() -> None:
    angles = np.linspace(0, 1.6 * np.pi, 25)  # most of a wide cone, of long thin triangles
    rim = np.stack([np.cos(angles), np.sin(angles), np.full(25, 0.7)], axis=1)
    points = np.concatenate([rim, 0.2 * rim])
    k = np.arange(24)
    faces = np.concatenate([np.stack([k + 25, k, k + 1], 1), np.stack([k + 25, k + 1, k + 26], 1)]).astype(np.int32)
    made, _ = unwrapped(model_of(Surface(points, faces)), method="parts", resolution=256)
    assert made.metrics["charts"] <= 2
    assert made.metrics["stretch"]["l2"] < 1.002


def test_four_triangles_are_enough() -> None:
    points = np.array([[0.0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]])
    faces = np.array([[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]], np.int32)
    made, _ = unwrapped(model_of(Surface(points, faces)), method="parts")
    checked(made)


def test_a_surface_of_nothing_is_refused() -> None:
    nowhere = replace(cube(), points=np.full((8, 3), np.nan))
    for broken, words in (
        (model_of(), "no triangles"), (model_of(replace(cube(), points=np.ones((8, 3)))), "no area"),
        (model_of(nowhere), "not finite"),
    ):  # fmt: skip
        with pytest.raises(Invalid, match=words):
            unwrapped(broken)


def test_hundreds_of_loose_pieces_are_packed_or_refused_in_a_sentence() -> None:
    rng = np.random.default_rng(3)
    points = np.repeat(rng.uniform(0, 50, (700, 3)), 3, axis=0) + rng.normal(size=(2100, 3))
    pieces = model_of(Surface(points, np.arange(2100, dtype=np.int32).reshape(-1, 3)))
    made, _ = unwrapped(pieces, method="parts", resolution=256, padding=1)
    checked(made)
    assert made.metrics["charts"] == 700
    with pytest.raises(Invalid, match=r"700 charts with .* texels between them do not fit into 64"):
        unwrapped(pieces, method="parts", resolution=64, padding=8)


def test_too_many_triangles_are_refused_with_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(unwrapping.TRIANGLES_MAX, "parts", 100)
    with pytest.raises(TooLarge, match="5120 triangles; parts takes at most 100"):
        unwrapped(model_of(bumpy()), method="parts")


def test_auto_asks_xatlas_only_where_parts_fail_and_the_surface_is_not_too_large(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    most = unwrapping.TRIANGLES_MAX["xatlas"]
    auto = UnwrapMesh(mesh="")
    assert [methods_for(auto, count) for count in (most, most + 1)] == [("parts", "xatlas"), ("parts",)]
    assert methods_for(UnwrapMesh(mesh="", method="uvatlas"), 5) == ("uvatlas",)
    monkeypatch.setattr("engine.unwrapping.parts._TURNS", 0)  # no chart is ever good enough
    made, layouts = unwrapped(model_of(cube()), resolution=256)
    checked(made)
    assert layouts[0].method == "xatlas"


def test_a_job_keeps_the_model_a_picture_of_the_layout_and_where_it_comes_from() -> None:
    source = write_model(model_of(bumpy(3)))
    job = ReplayContext(load={"asset_1": source})
    result = perform(UnwrapMesh("asset_1", method="parts", resolution=256, seed=7), job)
    kept = job.artefacts
    assert {name: file.role for name, file in kept.items()} == {"model.glb": "result", "layout.png": "preview"}
    again = read_model(kept["model.glb"].data)
    assert len(again.meshes[0].surfaces[0].uvs) == 1
    assert result.provenance["operation"] == "unwrap_mesh"
    assert result.provenance["parameters"]["method"] == "parts"
    assert list(job.stages) == ["reading", "unwrapping", "measuring", "packaging"]
    fractions = [
        message.fraction
        for message in job.messages
        if isinstance(message, Progressed) and message.stage == "unwrapping"
    ]
    assert all(before <= after for before, after in pairwise(fractions))


def test_a_job_stops_where_it_is_cancelled_while_xatlas_works() -> None:
    job = ReplayContext(load={"asset_1": write_model(model_of(bumpy(5)))})

    def heard(message: object) -> None:
        if isinstance(message, Progressed) and "xatlas" in message.message:
            job.cancel()

    job._on_message = heard
    with pytest.raises(Cancelled):
        perform(UnwrapMesh("asset_1", method="xatlas"), job)


def test_each_mesh_has_a_picture_of_its_layout_and_a_link_to_it() -> None:
    model = Model((Node(mesh=0), Node(mesh=1)), (0, 1), (Mesh((cube(),)), Mesh((bumpy(1),))))
    job = ReplayContext(load={"asset_1": write_model(model)})
    work = UnwrapMesh("asset_1", method="parts", resolution=128, atlas="per_mesh")
    result = msgspec.to_builtins(perform(work, job))
    kept = tuple(Artefact(f.asset_id, f.name, "result", "", "", 0) for f in job.kept)
    shown = operation_result(
        Job(work=work, artefacts=kept, result=result), Links(AssetUrls(b"k"), "http://here", 60)
    )  # fmt: skip
    assert set(shown["layout_urls"]) == {"0", "1"}
    assert shown["layout_url"] == shown["layout_urls"]["0"]
    assert not [name for name in shown if name.startswith("layout_") and name not in ("layout_url", "layout_urls")]
