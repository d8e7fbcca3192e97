"""What Blender does in `python -m bench bake`: runs inside an interpreter that has `bpy`, never inside ours.

Reads two meshes and the light one's texture coordinates from an .npz, bakes normals and occlusion with Cycles on the
CPU, and prints the seconds of cores that it took as JSON. The normals are kept in a PNG beside the .npz.
"""

import json
import sys
import time

import bpy
import numpy as np


def mesh_of(name, points, faces, smooth):
    """Return a new object in the scene."""
    mesh = bpy.data.meshes.new(name)
    mesh.vertices.add(len(points))
    mesh.vertices.foreach_set("co", points.astype(np.float32).ravel())
    mesh.loops.add(3 * len(faces))
    mesh.loops.foreach_set("vertex_index", faces.astype(np.int32).ravel())
    mesh.polygons.add(len(faces))
    mesh.polygons.foreach_set("loop_start", np.arange(0, 3 * len(faces), 3, dtype=np.int32))
    mesh.update(calc_edges=True)
    mesh.polygons.foreach_set("use_smooth", np.full(len(faces), smooth))
    thing = bpy.data.objects.new(name, mesh)
    bpy.context.collection.objects.link(thing)
    return thing


def main():
    """Bake; print seconds by step."""
    given = np.load(sys.argv[1])
    size, samples = int(sys.argv[2]), int(sys.argv[3])
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.device = "CPU"
    scene.render.threads_mode, scene.render.threads = "FIXED", int(sys.argv[4])
    full = mesh_of("full", given["full_points"], given["full_faces"], True)
    light = mesh_of("light", given["light_points"], given["light_faces"], True)
    layer = light.data.uv_layers.new(name="charts")
    uvs = given["light_uvs"].reshape(-1, 2) * (1, -1) + (0, 1)
    layer.data.foreach_set("uv", uvs.astype(np.float32).ravel())
    material = bpy.data.materials.new("light")
    material.use_nodes = True
    node = material.node_tree.nodes.new("ShaderNodeTexImage")
    node.image = bpy.data.images.new("bake", size, size, float_buffer=False)
    material.node_tree.nodes.active = node
    light.data.materials.append(material)
    full.select_set(True)
    light.select_set(True)
    bpy.context.view_layer.objects.active = light
    bake = scene.render.bake
    bake.use_selected_to_active, bake.margin = True, 8
    bake.cage_extrusion = float(given["reach"])  # rays start that far outside, and go as far inwards
    bake.max_ray_distance = 2 * bake.cage_extrusion
    seconds = {}
    for step, kind in (("normal", "NORMAL"), ("occlusion", "AO")):
        scene.cycles.samples = samples if kind == "AO" else 4
        begun = time.process_time()
        bpy.ops.object.bake(type=kind)
        seconds[step] = time.process_time() - begun
        if kind == "NORMAL":
            node.image.filepath_raw, node.image.file_format = sys.argv[1] + ".png", "PNG"
            node.image.save()
    print("RESULT " + json.dumps({"seconds": seconds, "version": bpy.app.version_string}))


main()
