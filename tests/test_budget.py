import numpy as np
import pytest
from manifold3d import Error, Manifold

from domain.errors import GenerationFailed
from engine.assembling.budget import fit_to_budget
from engine.assembling.collapse import collapsed
from engine.assembling.deviation import deviations
from engine.assembling.lighter import Wanted, lighter_versions, solid_of
from engine.shapes import Assembly, Part
from tests.models import gear, part, ring, still_life


def is_closed(thing: Part) -> bool:
    edges = np.sort(thing.faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
    shared = np.unique(edges, axis=0, return_counts=True)[1]
    solid = solid_of(thing.points, thing.faces)
    return bool((shared == 2).all() and solid.status() == Error.NoError and solid.num_tri() == len(thing.faces))


@pytest.mark.parametrize("triangles", [100, 333, 1000, 4000])
def test_an_assembly_never_exceeds_its_budget_and_stays_closed(triangles: int) -> None:
    light = fit_to_budget(still_life(), triangles=triangles)
    assert 0.8 * triangles <= light.triangles <= triangles
    assert all(is_closed(thing) for thing in light.parts)
    names = [thing.name for thing in still_life().parts]
    assert [thing.name for thing in light.parts] == [
        name for name in names if name in {thing.name for thing in light.parts}
    ]


def test_three_hundred_parts_fit_into_a_hundred_triangles() -> None:
    pins = (
        part(f"pin_{n}", Manifold.sphere(0.004, 16).translate((0.01 * (n % 20), 0, 0.01 * (n // 20))))
        for n in range(299)
    )
    crowd = Assembly((part("plate", Manifold.cube((0.2, 0.01, 0.2))), *pins))
    light = fit_to_budget(crowd, triangles=100)
    assert 0 < light.triangles <= 100
    assert light.parts[0].name == "plate"
    assert all(is_closed(thing) for thing in light.parts)


def test_an_assembly_within_its_budget_is_left_alone() -> None:
    assert fit_to_budget(still_life(), triangles=500_000) is still_life()


def test_fitting_is_deterministic() -> None:
    first, again = (fit_to_budget(still_life(), triangles=700) for _ in range(2))
    for one, two in zip(first.parts, again.parts, strict=True):
        assert one.points.tobytes() == two.points.tobytes()
        assert one.faces.tobytes() == two.faces.tobytes()


def test_triangles_go_to_what_is_large_and_seen() -> None:
    ball = Manifold.sphere(0.1, 128)
    shell = Manifold.sphere(0.12, 64) - Manifold.sphere(0.11, 64)
    hidden = part("hidden", Manifold.sphere(0.1, 128))
    crowd = Assembly((part("seen", ball.translate((0.5, 0, 0))), part("shell", shell), hidden))
    light = {thing.name: len(thing.faces) for thing in fit_to_budget(crowd, triangles=1500).parts}
    assert light["seen"] > 1.5 * light["hidden"]


def test_a_ring_keeps_its_hole() -> None:
    light = fit_to_budget(Assembly((part("ring", ring()),)), triangles=150).parts[0]
    assert solid_of(light.points, light.faces).genus() == 1


def test_an_open_part_is_refused() -> None:
    whole = part("ball", Manifold.sphere(0.1, 32))
    broken = Part("ball", "ball", "oak", "", whole.points, whole.faces[1:])
    with pytest.raises(GenerationFailed, match="not a closed shape"):
        fit_to_budget(Assembly((broken,)), triangles=100)


def test_collapse_keeps_a_sphere_round() -> None:
    ball = part("ball", Manifold.sphere(1.0, 96))
    points, faces = collapsed([(ball.points, ball.faces, [300])])[0][0]
    assert len(faces) == 300
    assert solid_of(points, faces).volume() == pytest.approx(4 / 3 * np.pi, rel=0.02)
    assert np.abs(np.linalg.norm(points, axis=1) - 1).max() < 0.03


def test_every_lighter_version_of_a_gear_is_a_closed_solid() -> None:
    wheel = part("gear", gear())
    versions = lighter_versions([Wanted(gear(), wheel.points, wheel.faces, 400)])[0]
    assert len(versions) > 5
    for points, faces in versions:
        assert len(faces) < len(wheel.faces)
        assert is_closed(Part("gear", "gear", "oak", "", points, faces))


def test_deviation_is_the_distance_between_two_spheres() -> None:
    small, large = (part("ball", Manifold.sphere(radius, 64)) for radius in (1.0, 1.1))
    apart = deviations([(small.points, small.faces)], [[(large.points, large.faces), (small.points, small.faces)]])
    assert apart[0] == pytest.approx([0.1, 0.0], rel=0.05, abs=1e-5)


def test_shapes_that_are_collapsed_together_reach_their_own_targets() -> None:
    ball, wheel = part("ball", Manifold.sphere(1.0, 48)), part("gear", gear())
    tasks = [(ball.points, ball.faces, [400, 100]), (wheel.points, wheel.faces, [200, 60])]
    together = collapsed(tasks)
    assert [[len(faces) for _, faces in versions] for versions in together] == [[400, 100], [200, 60]]
    for name, versions in zip(("ball", "gear"), together, strict=True):
        assert all(is_closed(Part(name, name, "oak", "", *version)) for version in versions)


def test_collapse_ends_where_nothing_can_go_any_more() -> None:
    tetrahedron = part("solid", Manifold.tetrahedron())
    assert collapsed([(tetrahedron.points, tetrahedron.faces, [2])]) == [[]]
