"""What moves in files of glTF 2.0: skins, morph targets, animations."""

from typing import Any

import numpy as np
import pytest

from domain.errors import Invalid
from engine.models.model import Model, Surface
from engine.models.reading import read_model
from tests.gltf_draft import CORNERS, Draft, square


def only(model: Model) -> Surface:
    """Return the model's only surface."""
    ((surface,),) = (mesh.surfaces for mesh in model.meshes)
    return surface


def drawn(primitive_of: Any) -> Surface:
    """Return the surface of one primitive, given by what makes it of a draft."""
    draft = Draft()
    return only(read_model(draft.show(primitive_of(draft)).glb()))


def corners_of(surface: Surface) -> list[list[list[float]]]:
    """Return the points of each triangle."""
    return surface.points[surface.faces].tolist()


SQUARE = [[[0, 0, 0], [1, 0, 0], [1, 1, 0]], [[0, 0, 0], [1, 1, 0], [0, 1, 0]]]


def skinned(joint: int = 1, corners_m: float = 1) -> Draft:
    draft = Draft()
    primitive = square(draft)
    primitive["attributes"]["POSITION"] = draft.accessor(CORNERS * np.float32(corners_m))
    joints = np.tile(np.uint8([0, joint, 0, 0]), (4, 1))
    weights = np.tile(np.float32([3, 1, 0, 0]), (4, 1))
    primitive["attributes"] |= {"JOINTS_0": draft.accessor(joints), "WEIGHTS_0": draft.accessor(weights)}
    bind = np.tile(np.eye(4, dtype=np.float32), (2, 1, 1))
    bind[1, 3, :3] = [1, 2, 3]  # by columns: a shift
    draft.document["skins"] = [{"joints": [1, 2], "inverseBindMatrices": draft.accessor(bind.reshape(2, 16))}]
    draft.node(mesh=draft.mesh(primitive), skin=0)
    draft.node(name="hip", children=[2])
    draft.node(is_root=False, name="knee")
    return draft


def test_skins_are_read_with_weights_that_sum_to_one() -> None:
    model = read_model(skinned().glb())
    assert model.skins[0].joints == (1, 2)
    assert model.skins[0].inverse_bind[1, :3, 3].tolist() == [1, 2, 3]
    assert only(model).weights[0].tolist() == [0.75, 0.25, 0, 0]
    assert model.moves


def test_corners_that_follow_a_joint_that_is_not_there_are_refused() -> None:
    with pytest.raises(Invalid, match="joint"):
        read_model(skinned(joint=2).glb())


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [
        ((1, 3, 0), np.nan, "not numbers"),
        ((0, 0, 0), np.inf, "not numbers"),
        ((1, 2, 2), 1e30, r"values over 1e\+09"),
        ((0, 0, 3), 0.5, "last row"),
    ],
)
def test_bind_matrices_that_cannot_be_are_refused_by_the_accessors_name(
    place: tuple[int, int, int], value: float, reason: str
) -> None:
    with pytest.raises(Invalid, match=rf"accessor 6 \(`rest`\), .*{reason}"):
        read_model(bound(place, value).glb())


def test_bones_that_hold_a_model_too_far_away_are_refused_and_rounded_matrices_are_read() -> None:
    with pytest.raises(Invalid, match="bones of a skin hold the model farther"):
        read_model(bound((0, 0, 0), 2e9 / 3, corners_m=3).glb())
    assert read_model(bound((0, 3, 3), 0.99999994).glb()).skins


def bound(place: tuple[int, int, int], value: float, corners_m: float = 1) -> Draft:
    """Return the skinned square with a number of its matrices (joint, column, row) another one."""
    draft = skinned(corners_m=corners_m)
    bind = np.tile(np.eye(4, dtype=np.float32), (2, 1, 1))
    bind[place] = value
    draft.document["skins"][0]["inverseBindMatrices"] = draft.accessor(bind.reshape(2, 16), name="rest")
    return draft


def test_joints_that_the_scene_does_not_name_are_kept_with_what_stands_above_them() -> None:
    draft = skinned()
    draft.node(is_root=False, name="above", children=[1])
    draft.document["scenes"][0]["nodes"] = [0]
    model = read_model(draft.glb())
    assert [model.nodes[joint].name for joint in model.skins[0].joints] == ["hip", "knee"]
    assert sorted(node.name for node in model.nodes) == ["", "above", "hip", "knee"]
    draft.document["nodes"][2]["children"] = [3]
    with pytest.raises(Invalid, match="below itself"):
        read_model(draft.glb())


def test_weights_of_joints_that_no_skin_moves_are_left_out() -> None:
    draft = skinned()
    del draft.document["nodes"][0]["skin"]
    model = read_model(draft.glb())
    assert only(model).joints is None
    assert not model.moves


def animated(path: str, values: np.ndarray, times: tuple[float, ...] = (0, 1), how: str = "LINEAR") -> Draft:
    draft = Draft()
    shift = draft.accessor(np.ones((4, 3), np.float32))
    primitive = square(draft, targets=[{"POSITION": shift}, {"POSITION": shift, "TEXCOORD_0": shift}])
    draft.node(mesh=draft.mesh(primitive, weights=[0.25, 0.5]))
    sampler = {"input": draft.accessor(np.float32(times)), "output": draft.accessor(values), "interpolation": how}
    channels = [{"sampler": 0, "target": {"node": 0, "path": path}}]
    draft.document["animations"] = [{"name": "sway", "channels": channels, "samplers": [sampler]}]
    return draft


def test_morph_targets_and_their_animation_are_read() -> None:
    model = read_model(animated("weights", np.float32([0, 1, 1, 0])).glb())
    assert [set(target) for target in only(model).targets] == [{"POSITION"}, {"POSITION"}]
    assert model.meshes[0].morph == (0.25, 0.5)
    assert model.animations[0].channels[0].values.tolist() == [[0, 1], [1, 0]]
    assert "Morph targets of texture coordinates" in model.notes[0]


def test_quantised_rotations_and_cubic_splines_are_read() -> None:
    turns = np.tile(np.int16([0, 0, 0, 32767]), (6, 1))
    draft = animated("rotation", turns, how="CUBICSPLINE")
    draft.document["accessors"][-1]["normalized"] = True
    channel = read_model(draft.glb()).animations[0].channels[0]
    assert (channel.interpolation, channel.values.shape, channel.values[0].tolist()) == (
        "CUBICSPLINE",
        (6, 4),
        [0, 0, 0, 1],
    )


@pytest.mark.parametrize(
    ("path", "values", "times", "reason"),
    [
        ("translation", np.zeros((3, 3), np.float32), (0, 1), "number of values"),
        ("translation", np.zeros((2, 4), np.float32), (0, 1), "VEC4"),
        ("weights", np.zeros(6, np.float32), (0, 1), "weighs another number"),
        ("scale", np.full((2, 3), np.nan, np.float32), (0, 1), "not numbers"),
        ("scale", np.ones((2, 3), np.float32), (1, 0), "forward"),
    ],
)
def test_animations_that_cannot_be_are_refused(path: str, values: Any, times: Any, reason: str) -> None:
    with pytest.raises(Invalid, match=reason):
        read_model(animated(path, values, times).glb())


def test_rotations_get_length_one_and_their_slopes_stay() -> None:
    turned = animated("rotation", np.float32([[0, 0, 0, 2], [0, 0, 1, 1]]))
    values = read_model(turned.glb()).animations[0].channels[0].values
    assert np.allclose(values, [[0, 0, 0, 1], [0, 0, 0.5**0.5, 0.5**0.5]])
    spline = np.float32([[0, 0, 3, 0], [0, 0, 0, 2], [0, 0, 5, 0]])
    smooth = animated("rotation", np.concatenate([spline, spline]), how="CUBICSPLINE")
    values = read_model(smooth.glb()).animations[0].channels[0].values
    assert values[:3].tolist() == [[0, 0, 3, 0], [0, 0, 0, 1], [0, 0, 5, 0]]
    with pytest.raises(Invalid, match="turns a node by nothing"):
        read_model(animated("rotation", np.float32([[0, 0, 0, 0], [0, 0, 0, 1]])).glb())


def test_times_that_are_equal_go_apart_so_that_a_jump_stays_one() -> None:
    jump = animated("translation", np.float32([[0, 0, 0], [1, 0, 0], [9, 0, 0], [9, 9, 0]]), (0, 1, 1, 1))
    channel = read_model(jump.glb()).animations[0].channels[0]
    assert (np.diff(channel.times_s) > 0).all()
    assert np.allclose(channel.times_s, [0, 1, 1, 1], atol=1e-6)
    assert len(channel.values) == 4


def test_the_last_of_two_movements_of_one_thing_counts_and_a_matrix_cannot_be_moved() -> None:
    draft = animated("translation", np.float32([[0, 0, 0], [1, 0, 0]]))
    told = draft.document["animations"][0]
    told["samplers"].append(told["samplers"][0] | {"output": draft.accessor(np.float32([[5, 0, 0], [6, 0, 0]]))})
    told["channels"].append(told["channels"][0] | {"sampler": 1})
    model = read_model(draft.glb())
    assert [channel.values[0, 0] for channel in model.animations[0].channels] == [5]
    assert any("the last was read" in note for note in model.notes)
    draft.document["nodes"][0]["matrix"] = np.eye(4).reshape(-1).tolist()
    with pytest.raises(Invalid, match="placed by a matrix"):
        read_model(draft.glb())
