"""Geometry as KHR_draco_mesh_compression stores it."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from engine.models.gltf_document import Column, Document
from engine.models.model import Json


def write_draco(document: Document, columns: Mapping[str, Column], faces: NDArray[np.int32]) -> Json:
    raise NotImplementedError
