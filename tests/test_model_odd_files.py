"""Files as other programs write them: read, written again in every way, and the validator is content."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from engine.models.reading import read_model
from engine.models.writing import write_model
from tests.gltf_draft import Draft
from tests.rich_model import picture, sheet

ACROSS = 6
SHEET = sheet(ACROSS, ACROSS)
POINTS = SHEET.points.astype(np.float32)
COUNT, TRIANGLES = len(POINTS), len(SHEET.faces)
Part = dict[str, Any]


def part(draft: Draft, **material: Any) -> Part:
    """Return a bent sheet with a picture."""
    draft.document |= {
        "images": [{"bufferView": draft.view(picture((200, 40, 40)))}], "textures": [{"source": 0}],
        "materials": [{"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}} | material],
    }  # fmt: skip
    attributes = {"POSITION": draft.accessor(POINTS), "TEXCOORD_0": draft.accessor(SHEET.uvs[1])}
    return {"attributes": attributes, "indices": draft.accessor(SHEET.faces.reshape(-1).astype("u2")), "material": 0}


def color_texture(draft: Draft) -> Part:
    found: Part = draft.document["materials"][0]["pbrMetallicRoughness"]["baseColorTexture"]
    return found


def eight_bones(draft: Draft) -> Part:
    made = part(draft)
    for number in range(2):
        made["attributes"] |= {
            f"JOINTS_{number}": draft.accessor(np.tile(np.uint16([0, 1, 0, 1]), (COUNT, 1))),
            f"WEIGHTS_{number}": draft.accessor(np.full((COUNT, 4), 31, np.uint8), normalized=True),
        }
    draft.document["skins"] = [{"joints": [1, 2]}]
    draft.node(mesh=draft.mesh(made), skin=0)
    draft.node(children=[2])
    draft.node(is_root=False)
    return {}


def turned(draft: Draft) -> Part:
    draft.node(mesh=draft.mesh(part(draft)))
    sampler = {"input": draft.accessor(np.float32([0, 1, 1])),
               "output": draft.accessor(np.float32([[0, 0, 0, 2], [0, 0, 1, 1], [0, 0, 0, 1]]))}  # fmt: skip
    channel = {"sampler": 0, "target": {"node": 0, "path": "rotation"}}
    draft.document["animations"] = [{"channels": [channel, channel], "samplers": [sampler]}]
    return {}


def sparse_morph(draft: Draft) -> Part:
    places, values = np.uint8([3, 9]), np.float32([[0, 0, 1], [0, 0, 1]])
    change = {"count": 2, "indices": {"bufferView": draft.view(places.tobytes()), "componentType": 5121},
              "values": {"bufferView": draft.view(values.tobytes())}}  # fmt: skip
    shift = draft.entry({"componentType": 5126, "type": "VEC3", "count": COUNT, "sparse": change})
    return part(draft) | {"targets": [{"POSITION": shift}]}


def strip(draft: Draft) -> Part:
    rows = [[ACROSS + 1 + at, at] for at in range(ACROSS + 1)]
    return part(draft) | {"mode": 5, "indices": draft.accessor(np.array(rows, np.uint8).reshape(-1))}


def fan(draft: Draft) -> Part:
    return part(draft) | {"mode": 6, "indices": draft.accessor(np.uint8([24, 16, 17, 18, 25, 32, 31]))}


def quantized(draft: Draft) -> Part:
    made = part(draft)
    cells = np.zeros((COUNT, 4), np.int16)
    cells[:, :3] = np.round(POINTS * 32767)
    up = np.tile(np.int8([0, 0, 127, 0]), (COUNT, 1))

    def packed(values: np.ndarray, kind: int) -> int:
        view = draft.view(values.tobytes(), byteStride=4 * values.itemsize)
        return draft.entry({"bufferView": view, "componentType": kind, "type": "VEC3", "count": COUNT,
                            "normalized": True})  # fmt: skip

    made["attributes"] = {"POSITION": packed(cells, 5122), "NORMAL": packed(up, 5120),
                          "TEXCOORD_0": draft.accessor(np.round(SHEET.uvs[1] * 4095).astype("u2"))}  # fmt: skip
    draft.document["extensionsRequired"] = ["KHR_mesh_quantization"]
    color_texture(draft)["extensions"] = {"KHR_texture_transform": {"scale": [1 / 4095, 1 / 4095]}}
    return made


def two_sets(draft: Draft) -> Part:
    made = part(draft, normalTexture={"index": 0, "texCoord": 1}, occlusionTexture={"index": 0, "texCoord": 1})
    made["attributes"]["TEXCOORD_1"] = draft.accessor(np.round(SHEET.uvs[1] * 65535).astype("u2"), normalized=True)
    change = {"offset": [0.3, -0.2], "rotation": 0.7, "scale": [2, -1], "texCoord": 1}
    color_texture(draft)["extensions"] = {"KHR_texture_transform": change}
    return made


def colored(draft: Draft) -> Part:
    made = part(draft, doubleSided=True, alphaMode="MASK", alphaCutoff=0.3)
    colors = np.random.default_rng(0).integers(0, 65535, (COUNT, 4)).astype(np.uint16)
    made["attributes"] |= {"COLOR_0": draft.accessor(colors, normalized=True)}
    return made


def mirrored_and_sheared(draft: Draft) -> Part:
    sheared = np.diag([-1.0, 1.0, 1.0, 1.0])
    sheared[0, 1] = 0.7
    draft.node(mesh=draft.mesh(part(draft)), matrix=sheared.T.reshape(-1).tolist())
    return {}


ODD: tuple[tuple[Callable[[Draft], Part], int], ...] = (
    (eight_bones, TRIANGLES), (turned, TRIANGLES), (sparse_morph, TRIANGLES), (strip, 2 * ACROSS), (fan, 5),
    (quantized, TRIANGLES), (two_sets, TRIANGLES), (colored, TRIANGLES), (mirrored_and_sheared, TRIANGLES),
)  # fmt: skip


@pytest.mark.parametrize(("make", "triangles"), ODD, ids=lambda each: getattr(each, "__name__", ""))
def test_odd_files_are_kept_and_written_without_a_warning(
    make: Callable[[Draft], Part], triangles: int, gltf_issues: Callable[[bytes], dict[str, Any]]
) -> None:
    draft = Draft()
    made = make(draft)
    model = read_model((draft.show(made) if made else draft).glb())
    assert model.triangles == triangles
    for options in ({}, {"quantizes": True}, {"compression": "draco"}, {"compression": "meshopt"}):
        data = write_model(model, **options)
        issues = gltf_issues(data)
        assert (issues["numErrors"], issues["numWarnings"]) == (0, 0), (options, issues["messages"])
        again = read_model(data)
        assert again.triangles == triangles
        assert (len(again.skins), len(again.animations)) == (len(model.skins), len(model.animations))
