"""What of a model's looks will not be seen as its file means it: said in notes, since nothing else tells."""

from engine.models.limits import Reading
from engine.models.material_writing import textures_of
from engine.models.model import NOTHING, Model
from engine.models.picture_ends import is_whole

_NAME_SHOWN = 64


def notice_looks(model: Model, reading: Reading) -> None:
    """Note pictures that end too soon, and textures on coordinates that a surface does not have."""
    for picture in model.pictures:
        if not is_whole(picture.data):
            name = picture.name[:_NAME_SHOWN] or picture.media_type
            reading.note(f"A picture ({name}) is cut short or broken: it stays as it is, and viewers may not show it")
    surfaces = (surface for mesh in model.meshes for surface in mesh.surfaces if surface.material != NOTHING)
    for material, sets in sorted({(surface.material, len(surface.uvs)) for surface in surfaces}):
        for uv_set in sorted({texture.uv_set for texture in textures_of(model.materials[material])}):
            if uv_set >= sets:
                reading.note(f"Textures on coordinates {uv_set} are not shown where a surface has no such coordinates")
