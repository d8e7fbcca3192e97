"""COLMAP's stages in a process of their own: they cannot be interrupted, and what breaks in them breaks nothing else.

`python -m engine.photographs.colmap_child STAGE` reads what is wanted as JSON and writes what came of it as JSON;
COLMAP itself talks on standard error, where its progress is read.
"""

import json
import os
import sys
import zlib  # noqa: F401
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pycolmap  # after zlib: it brings a zlib of its own, which breaks Python's when that is loaded later

Wanted = dict[str, Any]
_COMMON_LEAST = 3  # pictures in both of two models, by which one is brought to the other


def extract(wanted: Wanted) -> Wanted:
    """Find features in pictures; pictures in one folder share a camera, whose focal length may be known."""
    options = pycolmap.FeatureExtractionOptions()
    options.use_gpu = pycolmap.has_cuda
    options.num_threads, options.max_image_size = wanted["threads"], wanted["size_px_max"]
    options.sift.max_num_features = wanted["count_max"]
    reader = pycolmap.ImageReaderOptions()
    reader.camera_model = "SIMPLE_RADIAL"
    reader.default_focal_length_factor = wanted["focal_share"]
    database, cameras = Path(wanted["database"]), pycolmap.CameraMode.PER_FOLDER
    pycolmap.Database.open(database).close()
    # Named beforehand, in order: extraction numbers pictures as its threads finish, and the numbers decide ties.
    pycolmap.import_images(database, wanted["folder"], cameras, wanted["names"], reader)
    pycolmap.extract_features(
        database, wanted["folder"], wanted["names"], camera_mode=cameras, reader_options=reader,
        extraction_options=options,
    )  # fmt: skip
    with pycolmap.Database.open(database) as opened:
        images = {image.name: image for image in opened.read_all_images()}
        for name, focal_px in wanted["focal_px"].items():
            if focal_px > 0 and name in images:
                camera = opened.read_camera(images[name].camera_id)
                camera.params = [focal_px, *camera.params[1:]]
                camera.has_prior_focal_length = True
                opened.update_camera(camera)
        counts = {name: opened.num_keypoints_for_image(image.image_id) for name, image in images.items()}
    return {"features": counts}


def match(wanted: Wanted) -> Wanted:
    """Match the features of all pairs of pictures, or of neighbours and of loops among them, and verify them."""
    options = pycolmap.FeatureMatchingOptions()
    # On a CPU in one thread: FAISS multiplies in pycolmap's OpenBLAS, which is built without locks. Two threads
    # at times take one buffer: of 60 runs one had wrong matches, and one in 30 printed "Bad memory unallocation".
    options.use_gpu, options.num_threads = pycolmap.has_cuda, wanted["threads"] if pycolmap.has_cuda else 1
    verification = pycolmap.TwoViewGeometryOptions()
    verification.ransac.random_seed = wanted["seed"]
    pycolmap.set_random_seed(wanted["seed"])
    database = wanted["database"]
    if wanted["pairs"] is None:
        pycolmap.match_exhaustive(database, options, verification_options=verification)
    else:
        listed = Path(wanted["folder"]).with_name("pairs.txt")
        listed.write_text("".join(f"{one} {other}\n" for one, other in wanted["pairs"]))
        pairing = pycolmap.ImportedPairingOptions()
        pairing.match_list_path = str(listed)
        pycolmap.match_image_pairs(database, options, pairing, verification_options=verification)
    return {"pairs": _verified(database)}


def _verified(database: str) -> list[Wanted]:
    with pycolmap.Database.open(database) as opened:
        names = {image.image_id: image.name for image in opened.read_all_images()}
        keys, geometries = opened.read_two_view_geometries()
        matches = dict(zip(*opened.read_num_matches(), strict=True))
    found = []
    for key, geometry in zip(keys, geometries, strict=True):
        one, other = pycolmap.pair_id_to_image_pair(key)
        found.append({
            "one": names[one], "other": names[other], "inliers": len(geometry.inlier_matches),
            "config": int(geometry.config), "matches": int(matches.get(key, 0)),
        })  # fmt: skip
    return sorted(found, key=lambda pair: (pair["one"], pair["other"]))


def place(wanted: Wanted) -> Wanted:
    """Find the cameras, one after the other, and the points that they saw; every model is written."""
    pycolmap.set_random_seed(wanted["seed"])
    out = Path(wanted["out"])
    out.mkdir(parents=True, exist_ok=True)
    if wanted["how"] == "global":
        every = pycolmap.GlobalPipelineOptions()
        every.random_seed = every.mapper.random_seed = wanted["seed"]
        every.num_threads = every.mapper.num_threads = wanted["threads"]
        models = pycolmap.global_mapping(wanted["database"], wanted["folder"], out, every)
    else:
        options = pycolmap.IncrementalPipelineOptions()
        options.random_seed, options.num_threads = wanted["seed"], wanted["threads"]
        options.min_model_size, options.mapper.init_min_tri_angle = 3, wanted["angle_deg"]
        options.mapper.random_seed = options.triangulation.random_seed = wanted["seed"]
        options.mapper.num_threads = wanted["threads"]
        models = pycolmap.incremental_mapping(wanted["database"], wanted["folder"], out, options)
    return {"models": [_written(number, model, out) for number, model in sorted(models.items())]}


def merge(wanted: Wanted) -> Wanted:
    """Join models that share pictures with the first of them to it, triangulate anew and adjust; the whole is written.

    Neither the mapper nor pycolmap does it: a model grows until nothing more fits, then another one is begun.
    """
    pycolmap.set_random_seed(wanted["seed"])
    models = [pycolmap.Reconstruction(folder) for folder in wanted["models"]]
    whole, before = models[0], models[0].num_reg_images()
    for lies, other in [(_lie_of(other, whole), other) for other in models[1:]]:
        if lies is not None:
            _take_over(whole, other, lies)
    if whole.num_reg_images() == before:
        return {"models": []}
    options = pycolmap.IncrementalPipelineOptions()
    options.random_seed, options.num_threads = wanted["seed"], wanted["threads"]
    options.mapper.random_seed = options.triangulation.random_seed = wanted["seed"]
    options.mapper.num_threads = wanted["threads"]
    out = Path(wanted["out"])
    made = pycolmap.triangulate_points(
        whole, wanted["database"], wanted["folder"], out, True, options, refine_intrinsics=False
    )
    adjustment = pycolmap.BundleAdjustmentOptions()
    adjustment.ceres.solver_options.num_threads = wanted["threads"]
    pycolmap.bundle_adjustment(made, adjustment)
    made.update_point_3d_errors()
    return {"models": [_written("merged", made, out)]}


def _lie_of(other: Any, whole: Any) -> Any:
    """Return how another model is brought onto the whole by the pictures in both, or None."""
    if len(whole.find_common_reg_image_ids(other)) < _COMMON_LEAST:
        return None
    return pycolmap.align_reconstructions_via_reprojections(other, whole)


def _take_over(whole: Any, other: Any, lies: Any) -> None:
    """Add the pictures that only the other model has, with their cameras; points come by triangulating anew."""
    other.transform(lies)
    for number in other.reg_image_ids():
        image = other.image(number)
        frame = other.frame(image.frame_id)
        if whole.exists_image(number):
            continue
        if not whole.exists_camera(image.camera_id):
            whole.add_camera(other.camera(image.camera_id))
        if not whole.exists_rig(frame.rig_id):
            whole.add_rig(other.rig(frame.rig_id))
        placed = pycolmap.Frame()
        placed.frame_id, placed.rig_id, placed.rig_from_world = frame.frame_id, frame.rig_id, frame.rig_from_world
        for data in frame.data_ids:
            placed.add_data_id(data)
        whole.add_frame(placed)
        taken = pycolmap.Image(name=image.name, camera_id=image.camera_id, image_id=number)
        taken.frame_id = frame.frame_id
        whole.add_image(taken)
        whole.register_frame(frame.frame_id)


def _written(number: int | str, model: Any, out: Path) -> Wanted:
    folder = out / f"model-{number}"
    folder.mkdir(exist_ok=True)
    model.write(folder)
    return {
        "folder": str(folder), "registered": model.num_reg_images(), "points": model.num_points3D(),
        "error_px": model.compute_mean_reprojection_error(), "track_length": model.compute_mean_track_length(),
        "names": sorted(model.image(image).name for image in model.reg_image_ids()), "angle_deg": angle_of(model),
    }  # fmt: skip


def angle_of(model: Any) -> float:
    """Return the median over points of the angle, degrees, between the first ray that saw it and the widest other."""
    centres = {number: model.image(number).projection_center() for number in model.reg_image_ids()}
    angles = []
    for number in sorted(model.points3D):
        point = model.points3D[number]
        rays = np.array([centres[one.image_id] for one in point.track.elements]) - point.xyz
        rays /= np.maximum(np.linalg.norm(rays, axis=1, keepdims=True), 1e-12)
        angles.append(float(np.degrees(np.arccos(np.clip((rays @ rays[0]).min(), -1, 1)))))
    return float(np.median(angles)) if angles else 0.0


def undistort(wanted: Wanted) -> Wanted:
    """Write the pictures of a model as cameras without distortion would have taken them, and the model of those."""
    options = pycolmap.UndistortCameraOptions()
    options.max_image_size = wanted["size_px_max"]
    pycolmap.undistort_images(
        wanted["out"], wanted["model"], wanted["folder"], undistort_options=options, jpeg_quality=97,
        num_threads=wanted["threads"],
    )  # fmt: skip
    return {"model": str(Path(wanted["out"]) / "sparse"), "folder": str(Path(wanted["out"]) / "images")}


def patch_match(wanted: Wanted) -> Wanted:
    """Measure depths in a folder of undistorted pictures; COLMAP was built for CUDA, or this fails."""
    options = pycolmap.PatchMatchOptions()
    options.cache_size = wanted["gib"]
    pycolmap.patch_match_stereo(wanted["workspace"], "COLMAP", options=options)
    return {}


STAGES: dict[str, Callable[[Wanted], Wanted]] = {
    "extract": extract, "match": match, "place": place, "merge": merge, "undistort": undistort,
    "patch_match": patch_match,
}  # fmt: skip


def main() -> None:
    """Perform one stage."""
    pycolmap.logging.logtostderr = True
    with os.fdopen(os.dup(1), "w") as answers:
        os.dup2(2, 1)  # what libraries print, as OpenBLAS does, joins what COLMAP says
        json.dump(STAGES[sys.argv[1]](json.load(sys.stdin)), answers)


if __name__ == "__main__":
    main()
