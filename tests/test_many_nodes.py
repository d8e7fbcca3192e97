"""A scene of very many small things costs what it weighs, not a visit of every function to every node."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import numpy as np
import pytest

from domain.work.optimize_mesh import OptimizeMesh
from engine.baking.source import Source, normals_of
from engine.models.model import Mesh, Model, Node
from engine.models.reading import read_model
from engine.models.writing import write_model
from engine.optimizing.distances import Sheet
from handlers.context import ReplayContext
from handlers.optimize_mesh import perform
from tests.optimizing import ball, box, torus

COUNT = 4_000
CALLS_MOST = 300
"""Of functions in Python for each node, from reading to the picture; they were 1,300, and 20,000 nodes took minutes."""


def boxes(count: int) -> Model:
    side = int(np.ceil(count**0.5))
    nodes = tuple(Node(translation=(2.0 * (n % side), 0.0, 2.0 * (n // side)), mesh=0) for n in range(count))
    return Model(nodes, tuple(range(count)), (Mesh((box(),)),))


def counted(work: Callable[[], Any]) -> tuple[Any, int]:
    """Return what some work returns, and how many functions in Python it called in this thread."""
    calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        return work(), calls
    finally:
        sys.setprofile(None)


def test_thousands_of_nodes_are_optimised_without_a_long_way_round_each() -> None:
    job = ReplayContext(load={"asset_in": write_model(boxes(COUNT))})
    result, calls = counted(lambda: perform(OptimizeMesh(mesh="asset_in", max_triangles=12 * COUNT), job))
    assert result.metrics["triangles"]["after"] == 12 * COUNT
    assert result.metrics["error"]["hausdorff_m"] == 0
    assert calls < CALLS_MOST * COUNT
    assert len(read_model(job.artefacts["model.glb"].data).nodes) == COUNT


@pytest.mark.parametrize("scale", [(1.0, 2.0, 0.5), (-1.0, 1.0, 1.0)])
def test_places_found_for_all_at_once_are_those_of_each_surface(scale: tuple[float, float, float]) -> None:
    turned = (0.1, 0.7, -0.2, 0.6782329983125268)
    nodes = (
        Node(translation=(1, 2, 3), rotation=turned, scale=scale, children=(1,)),
        Node(matrix=np.diag([2.0, 1.0, 1.0, 1.0]), mesh=0),
        Node(mesh=1),
    )
    model = Model(nodes, (0, 2), (Mesh((torus(24, 12, material=-1), box())), Mesh((ball(2),))))
    alone = [each.surface for each in model.placed()]
    sheet, source = Sheet.of(model), Source(model)
    starts = np.cumsum([0, *(len(each.points) for each in alone)])
    assert sheet.points == pytest.approx(np.concatenate([each.points for each in alone]), abs=1e-12)
    assert np.array_equal(sheet.faces, np.concatenate([s.faces + n for s, n in zip(alone, starts, strict=False)]))
    assert np.array_equal(source.normals, np.concatenate([normals_of(each) for each in alone]).astype(np.float32))


def test_things_that_touch_keep_their_own_edges() -> None:
    model = Model((Node(mesh=0), Node(mesh=0, translation=(1, 0, 0))), (0, 1), (Mesh((box(),)),))
    one, two = np.split(Source(model).normals, 2)
    assert np.array_equal(one, two)
