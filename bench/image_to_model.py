"""Photographs to models by the local maker: agreement, seconds a stage, memory, and a sheet to look at.

`python -m bench.image_to_model FOLDER… [--out docs/pictures/images.jpg]`; `docs/image-to-model.md` says which packages
hold the photographs that its figures are of. A sheet of fewer than ten is not written over the one in the docs. What
`--keep` has kept already is shown as it was made, so that a bench that was stopped goes on.
"""

import io
import resource
import tempfile
import time
from argparse import ArgumentParser
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from domain.errors import MeshwrightError
from domain.work import ImageToModel
from engine.models.reading import read_model
from engine.models.showing import pixels_of
from handlers import image_to_model
from handlers.context import ReplayContext
from handlers.messages import Completed

SHEET, WHOLE = Path(__file__).parents[1] / "docs" / "pictures" / "images.jpg", 10
NAMES = (
    "000.jpg", "tower.jpg", "HappyFish.jpg", "cheetah.jpg", "coffee.png", "002.jpg", "butterfly.jpg", "flower.jpg",
    "box.png", "apple.jpg",
)  # fmt: skip
TILE = 256
STAGES = ("reading", "foreground", "shaping", "texturing", "packaging")


def main() -> None:
    """Make a model of each photograph, print a row for it, and draw the sheet."""
    parser = ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=SHEET)
    parser.add_argument("--names", default=",".join(NAMES))
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    tiles: list[Image.Image] = []
    print("photograph        method     kind     IoU    edges  faces   " + "  ".join(f"{name:>10}" for name in STAGES))
    for name in given.names.split(","):
        path = next((folder / name for folder in given.folders if (folder / name).exists()), None)
        tile = row(path, given.keep) if path is not None else None
        if tile is not None:
            tiles.append(tile)
    if tiles:
        out = written_to(given.out, len(tiles))
        sheet(tiles).save(out, quality=85)
        print(f"{len(tiles)} photographs: {out}")
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the process: {peak_mib:.0f} MiB")


def written_to(out: Path, count: int) -> Path:
    """Return where a sheet of so many photographs goes: not over the docs' unless it is a whole one."""
    is_part = out.resolve() == SHEET.resolve() and count < WHOLE
    return Path(tempfile.mkdtemp(prefix="images-")) / out.name if is_part else out


def row(path: Path, keep: Path | None) -> Image.Image | None:
    """Make one model; print its figures, and return the picture beside the model from the front and from behind."""
    folder = keep / path.stem if keep is not None else None
    if folder is not None and (folder / "tile.png").exists():
        print((folder / "row.txt").read_text(), flush=True)
        return Image.open(folder / "tile.png")
    job = ReplayContext("task_bench", load={"picture": path.read_bytes()})
    work = ImageToModel(batch_id="batch", file_id="file_001", image="picture", hint=path.name)
    begun = time.perf_counter()
    try:
        made = image_to_model.perform(work, job)
    except MeshwrightError as error:
        print(f"{path.name:17} {error.message}")
        return None
    line = figures(path, made, job, time.perf_counter() - begun)
    print(line, flush=True)
    tile = shown(path, made, job)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for name, file in job.artefacts.items():
            (folder / name).write_bytes(file.data)
        (folder / "row.txt").write_text(line)
        tile.save(folder / "tile.png")
    return tile


def figures(path: Path, made: image_to_model.ImageToModelResult, job: ReplayContext, seconds: float) -> str:
    """Return a line of what was made and how long each stage took."""
    taken = {message.stage: message.duration_ms / 1000 for message in job.messages if isinstance(message, Completed)}
    return (
        f"{path.name:17} {made.method:10} {made.facts['kind']!s:8} {made.agreement['iou']:.3f}  "
        f"{made.agreement['edges']:.3f}  {made.triangles:6}  "
        + "  ".join(f"{taken.get(name, 0):9.1f}s" for name in STAGES)
        + f"  all {seconds:.1f}s"
    )


def shown(path: Path, made: image_to_model.ImageToModelResult, job: ReplayContext) -> Image.Image:
    """Return a picture, what was taken for the thing, and the model from the front and from behind."""
    model = read_model(job.artefacts["model.glb"].data, "model.glb")
    shots = [Image.fromarray(pixels_of(model, size=TILE, turn_deg=turn)) for turn in (0.0, 170.0)]
    picture, mask = Image.open(path).convert("RGB"), Image.open(io.BytesIO(job.artefacts["mask.png"].data))
    text = f"{path.stem}: {made.method}, {made.facts['kind']}, IoU {made.agreement['iou']:.3f}"
    return tile_of(picture, outlined(picture, mask), shots, text)


def outlined(picture: Image.Image, mask: Image.Image) -> Image.Image:
    """Return the picture with what was not taken for the thing faded."""
    cover = np.asarray(mask.resize(picture.size), np.float64)[..., None] / 255
    faded = np.asarray(picture, np.float64) * 0.25 + 180
    return Image.fromarray(np.asarray(np.asarray(picture) * cover + faded * (1 - cover), np.uint8))


def tile_of(picture: Image.Image, cut: Image.Image, shots: list[Image.Image], text: str) -> Image.Image:
    """Return pictures in a row with a line of text under them."""
    tile = Image.new("RGB", (4 * TILE, TILE + 16), "white")
    for at, image in enumerate((picture, cut, *shots)):
        small = image.copy()
        small.thumbnail((TILE, TILE))
        tile.paste(small, (at * TILE + (TILE - small.width) // 2, (TILE - small.height) // 2))
    ImageDraw.Draw(tile).text((6, TILE + 2), text, fill="black")
    return tile


def sheet(tiles: list[Image.Image]) -> Image.Image:
    """Return tiles under each other, two beside each other."""
    rows = -(-len(tiles) // 2)
    whole = Image.new("RGB", (8 * TILE, max(rows, 1) * (TILE + 16)), "white")
    for at, tile in enumerate(tiles):
        whole.paste(tile, ((at % 2) * 4 * TILE, (at // 2) * (TILE + 16)))
    return whole


if __name__ == "__main__":
    main()
