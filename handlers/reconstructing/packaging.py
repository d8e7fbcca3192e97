"""The files of a finished reconstruction: the stage packaging."""

from collections.abc import Mapping

import numpy as np

from engine.baking.sampled import decoded
from engine.baking.source import Source
from engine.exporting.obj import obj_zip
from engine.exporting.ply import ply
from engine.models.model import Json, Mesh, Model, Node, Surface
from engine.models.showing import ModelSurface, picture_of
from engine.models.writing import write_model
from engine.photographs.cloud_file import cloud_ply
from engine.photographs.views import Sparse
from engine.studio.turntable import turning
from handlers.context import JobContext
from handlers.reconstructing.cameras_file import cameras_json
from handlers.reconstructing.portions import part
from handlers.reconstructing.shape import Shape

GLB, PLY, ZIP, JSON, PNG = "model/gltf-binary", "model/ply", "application/zip", "application/json", "image/png"
WEBP = "image/webp"
PICTURE_PX = 640
TURN_PX, TURN_FRAMES = 320, 24


def keep_files(
    shape: Shape, sparse: Sparse, account: Json, job: JobContext, given_as: Mapping[str, str]
) -> dict[str, str]:
    """Keep all files and return their assets by what they are; `given_as` are the names of photographs by ours."""
    job.progress(0.0, "Writing the model")
    kept = {
        "textured_mesh": job.keep(write_model(shape.model, provenance=account), "textured_mesh.glb", GLB),
        "mesh": job.keep(ply(_plain(shape), provenance=account), "mesh.ply", PLY),
        "point_cloud": job.keep(cloud_ply(shape.cloud), "point_cloud.ply", PLY),
        "cameras": job.keep(cameras_json(sparse.views, given_as), "cameras.json", JSON),
    }
    job.progress(0.3, "Writing the model as OBJ")
    kept["textured_mesh_obj"] = job.keep(obj_zip(shape.model, provenance=account), "textured_mesh_obj.zip", ZIP)
    picture = picture_of(shape.model, size=PICTURE_PX, tick=part(job.progress, 0.4, 0.6))
    kept["preview"] = job.keep(picture, "preview.png", PNG, "preview")
    job.preview(kept["preview"])
    film = turning(
        ModelSurface(Source(shape.model)), frames=TURN_FRAMES, size=TURN_PX, tick=part(job.progress, 0.6, 1.0)
    )
    kept["turntable"] = job.keep(film, "turntable.webp", WEBP, "preview")
    return kept


def _plain(shape: Shape) -> Model:
    """Return the surface with a colour at each corner instead of a texture."""
    points, faces, colors = shape.mesh
    linear = np.column_stack([decoded((colors / 255).astype(np.float32)), np.ones(len(colors), np.float32)])
    surface = Surface(points, faces, colors=linear)
    return Model(meshes=(Mesh((surface,), "mesh"),), nodes=(Node("mesh", mesh=0),), roots=(0,))
