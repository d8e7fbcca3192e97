"""What Blender does in `python -m bench blender`: runs inside an interpreter that has `bpy`, never inside ours.

Reads meshes from an .npz, unwraps the light one by Smart UV Project, bakes albedo, normals and occlusion from the full
one onto it with Cycles on the CPU, and prints its times as JSON.
"""

import json
import sys
import time

import bpy
import numpy as np


def mesh_of(name, points, faces, colors=None):
    """Return a new object in the scene."""
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(points.tolist(), [], faces.tolist())
    if colors is not None:
        layer = mesh.color_attributes.new("albedo", "FLOAT_COLOR", "POINT")
        layer.data.foreach_set("color", colors.astype(np.float32).ravel())
    thing = bpy.data.objects.new(name, mesh)
    bpy.context.collection.objects.link(thing)
    return thing


def painted(thing):
    """Give the full mesh a material that shows its colours."""
    material = bpy.data.materials.new("full")
    material.use_nodes = True
    nodes = material.node_tree
    source = nodes.nodes.new("ShaderNodeVertexColor")
    source.layer_name = "albedo"
    shader = next(node for node in nodes.nodes if node.type == "BSDF_PRINCIPLED")
    nodes.links.new(source.outputs["Color"], shader.inputs["Base Color"])
    thing.data.materials.append(material)


def canvas(thing, size):
    """Give the light mesh a material with the image to bake into."""
    material = bpy.data.materials.new("light")
    material.use_nodes = True
    node = material.node_tree.nodes.new("ShaderNodeTexImage")
    node.image = bpy.data.images.new("bake", size, size, float_buffer=False)
    material.node_tree.nodes.active = node
    thing.data.materials.append(material)
    return node.image


def main():
    """Unwrap and bake; print seconds by step."""
    given = np.load(sys.argv[1])
    size, samples = int(sys.argv[2]), int(sys.argv[3])
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.device, scene.cycles.samples = "CPU", samples
    full = mesh_of("full", given["full_points"], given["full_faces"], given["full_colors"])
    light = mesh_of("light", given["light_points"], given["light_faces"])
    painted(full)
    image = canvas(light, size)
    bpy.context.view_layer.objects.active = light
    light.select_set(True)
    seconds = {}
    begun = time.perf_counter()
    bpy.ops.object.mode_set(mode="EDIT")
    bpy.ops.mesh.select_all(action="SELECT")
    bpy.ops.uv.smart_project(island_margin=0.003)
    bpy.ops.object.mode_set(mode="OBJECT")
    seconds["unwrap"] = time.perf_counter() - begun
    full.select_set(True)
    bake = scene.render.bake
    bake.use_selected_to_active, bake.margin = True, 3
    bake.cage_extrusion = bake.max_ray_distance = float(given["reach"])
    for step, kind in (("albedo", "DIFFUSE"), ("normal", "NORMAL"), ("occlusion", "AO")):
        scene.cycles.samples = samples if kind == "AO" else 1
        bake.use_pass_direct = bake.use_pass_indirect = False
        bake.use_pass_color = True
        begun = time.perf_counter()
        bpy.ops.object.bake(type=kind)
        seconds[step] = time.perf_counter() - begun
    pixels = np.array(image.pixels[:]).reshape(size, size, 4)
    print(
        "RESULT "
        + json.dumps({"seconds": seconds, "version": bpy.app.version_string, "mean": float(pixels[..., 0].mean())})
    )


main()
