"""The kinds of work; a new kind is one module here, one in `handlers/`, and one name in this union."""

from typing import get_args

from domain.work.bake_textures import BakeTextures
from domain.work.base import Lane, Needs, Work
from domain.work.check_compliance import CheckCompliance
from domain.work.export import Export
from domain.work.extract_frames import ExtractFrames
from domain.work.generate_design import GenerateDesign
from domain.work.image_to_model import ImageToModel
from domain.work.iterate_design import IterateDesign
from domain.work.optimize_mesh import OptimizeMesh
from domain.work.optimize_textures import OptimizeTextures
from domain.work.preview_design import PreviewDesign
from domain.work.reconstruct import Reconstruct
from domain.work.report_design import ReportDesign
from domain.work.run_pipeline import RunPipeline
from domain.work.text_to_model import TextToModel
from domain.work.unwrap_mesh import UnwrapMesh

AnyWork = (
    TextToModel
    | Export
    | GenerateDesign
    | PreviewDesign
    | ReportDesign
    | RunPipeline
    | IterateDesign
    | CheckCompliance
    | OptimizeMesh
    | UnwrapMesh
    | BakeTextures
    | OptimizeTextures
    | ExtractFrames
    | Reconstruct
    | ImageToModel
)
KINDS: dict[str, type[Work]] = {work.kind(): work for work in get_args(AnyWork)}

__all__ = [
    "KINDS",
    "AnyWork",
    "BakeTextures",
    "CheckCompliance",
    "Export",
    "ExtractFrames",
    "GenerateDesign",
    "ImageToModel",
    "IterateDesign",
    "Lane",
    "Needs",
    "OptimizeMesh",
    "OptimizeTextures",
    "PreviewDesign",
    "Reconstruct",
    "ReportDesign",
    "RunPipeline",
    "TextToModel",
    "UnwrapMesh",
    "Work",
]
