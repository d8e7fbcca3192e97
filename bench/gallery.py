"""Twelve results on one contact sheet, and the demo's picture: what the front page shows."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from rich.console import Console

from bench.demo import PROMPT
from engine.assembly import assemble
from engine.bake import bake
from engine.budget import fit_to_budget
from engine.picture import render
from engine.planner import plan
from engine.unwrap import unwrap
from handlers.text_to_model import SETTINGS

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
PROMPTS = (
    PROMPT, "a red sports car", "a wooden chair with a grey cushion", "a modern living room", "a brick house",
    "a blue ceramic vase", "a brass desk lamp", "a dining table with four chairs", "a laptop", "a steel robot",
    "a modern kitchen with an island", "a walnut bookshelf",
)  # fmt: skip
TRIANGLES = 20_000
_COLUMNS, _SIDE, _LABEL = 4, 320, 28


def main() -> None:
    """Make every prompt at standard quality; write `gallery.jpg` and `watch.png`."""
    console = Console()
    FOLDER.mkdir(parents=True, exist_ok=True)
    rows = -(-len(PROMPTS) // _COLUMNS)
    sheet = Image.new("RGB", (_COLUMNS * _SIDE, rows * (_SIDE + _LABEL)), "white")
    for number, prompt in enumerate(PROMPTS):
        picture = photographed(prompt)
        if prompt == PROMPT:
            picture.save(FOLDER / "watch.png", compress_level=9)
        _place(sheet, picture, prompt, number)
        console.print(prompt)
    sheet.save(FOLDER / "gallery.jpg", quality=85, optimize=True)


def photographed(prompt: str) -> Image.Image:
    """Return the preview that a run of this prompt makes."""
    settings = SETTINGS["standard"]
    full = assemble(plan(prompt))
    light = fit_to_budget(full, triangles=TRIANGLES)
    mesh = unwrap(light, texture_size=settings.texture_size, padding=settings.padding)
    textures = bake(mesh, full, texture_size=settings.texture_size, samples=settings.occlusion_rays, seed=0)
    return Image.fromarray(render(mesh, textures, size=settings.picture_size, samples=settings.picture_rays, seed=0))


def _place(sheet: Image.Image, picture: Image.Image, prompt: str, number: int) -> None:
    x, y = number % _COLUMNS * _SIDE, number // _COLUMNS * (_SIDE + _LABEL)
    sheet.paste(picture.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS), (x, y))
    font = ImageFont.load_default(13)
    middle = (x + _SIDE // 2, y + _SIDE + _LABEL // 2)
    ImageDraw.Draw(sheet).text(middle, prompt, fill="#333333", font=font, anchor="mm")


if __name__ == "__main__":
    main()
