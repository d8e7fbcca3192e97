"""The page and the contact sheet of a gallery: files that need nothing from elsewhere."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

_COLUMNS, _SIDE, _LABEL = 6, 240, 42  # pixels; a label has two lines
_STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 90rem; padding: 0 1rem; color: #222; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1.2rem; }
article { border: 1px solid #ddd; border-radius: 8px; overflow: hidden; background: #fff; }
article.failed { background: #fff3f0; border-color: #e3b0a5; }
img { width: 100%; display: block; aspect-ratio: 1; }
h2 { font-size: 1rem; margin: .7rem .9rem .2rem; } dl { margin: .2rem .9rem .8rem; display: grid;
grid-template-columns: auto 1fr; gap: 0 .8rem; font-size: .86rem; color: #555; } dt { color: #888; } dd { margin: 0; }
p { margin: .4rem .9rem .9rem; } body > p { margin: 0 0 1.2rem; }
"""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One prompt of a gallery and what came of it; `failure` says why nothing did."""

    prompt: str
    style: str
    seed: int
    folder: str = ""
    failure: str = ""
    seconds: float = 0.0
    archetype: str = ""
    is_nearest: bool = False
    confidence: float = 0.0
    not_understood: tuple[str, ...] = ()
    triangles: int = 0
    parts: int = 0
    faults: int = 0
    size_bytes: int = 0
    first_preview_s: float = 0.0
    stages_s: dict[str, float] = field(default_factory=dict)

    @property
    def checks(self) -> str:
        """Return how the checks went."""
        return "passed" if not self.faults else f"{self.faults} failed"


def folder_name(number: int, prompt: str) -> str:
    """Return a name for a prompt's folder that every file system takes."""
    words = re.sub(r"[^a-z0-9]+", "-", prompt.lower()).strip("-")
    return f"{number:02d}-{words[:40].rstrip('-') or 'model'}"


def write_page(exhibits: Sequence[Exhibit], out: Path) -> None:
    """Write `index.html`."""
    made = sum(not exhibit.failure for exhibit in exhibits)
    seconds = sum(exhibit.seconds for exhibit in exhibits)
    body = "".join(_article(exhibit) for exhibit in exhibits)
    page = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Meshwright gallery</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style><body><h1>Gallery</h1>'
        f"<p>{made} of {len(exhibits)} prompts were made, in {seconds:.0f} s.</p><main>{body}</main></body></html>\n"
    )
    (out / "index.html").write_text(page, "utf-8")


def _article(exhibit: Exhibit) -> str:
    title = f"<h2>{escape(exhibit.prompt)}</h2>"
    wish = f"{escape(exhibit.style)}, seed {exhibit.seed}"
    if exhibit.failure:
        return f'<article class="failed">{title}<p>Failed: {escape(exhibit.failure)}</p><p>{wish}</p></article>'
    facts = {
        "archetype": escape(exhibit.archetype) + ", the nearest of what is known" * exhibit.is_nearest,
        "style": wish,
        "confidence": f"{exhibit.confidence:.2f}",
        "not understood": escape(", ".join(exhibit.not_understood)) or "nothing",
        "triangles": f"{exhibit.triangles:,} in {exhibit.parts} parts",
        "checks": exhibit.checks,
        "size": f"{exhibit.size_bytes / 2**20:.1f} MiB",
        "first preview": f"{exhibit.first_preview_s:.1f} s",
        **{name.replace("_", " "): f"{seconds:.1f} s" for name, seconds in exhibit.stages_s.items()},
        "in all": f"{exhibit.seconds:.1f} s",
    }
    rows = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in facts.items())
    files = " · ".join(
        f'<a href="{exhibit.folder}/{name}">{name}</a>' for name in ("model.glb", "preview.png", "provenance.json")
    )
    picture = f'<img src="{exhibit.folder}/preview.png" alt="{escape(exhibit.prompt)}" loading="lazy">'
    return f"<article>{picture}{title}<dl>{rows}</dl><p>{files}</p></article>"


def write_sheet(exhibits: Sequence[Exhibit], out: Path) -> None:
    """Write `gallery.jpg`: all pictures on one sheet, each over its prompt, its time and how the checks went."""
    from PIL import Image, ImageDraw, ImageFont

    columns = min(_COLUMNS, len(exhibits))
    rows = -(-len(exhibits) // columns)
    sheet = Image.new("RGB", (columns * _SIDE, rows * (_SIDE + _LABEL)), "white")
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(11)
    for number, exhibit in enumerate(exhibits):
        x, y = number % columns * _SIDE, number // columns * (_SIDE + _LABEL)
        if exhibit.failure:
            draw.text((x + _SIDE / 2, y + _SIDE / 2), "failed", fill="#b03a24", font=font, anchor="mm")
        else:
            with Image.open(out / exhibit.folder / "preview.png") as picture:
                sheet.paste(picture.convert("RGB").resize((_SIDE, _SIDE), Image.Resampling.LANCZOS), (x, y))
        label = exhibit.prompt if len(exhibit.prompt) < 44 else exhibit.prompt[:42].rstrip() + "…"
        draw.text((x + _SIDE / 2, y + _SIDE + 12), label, fill="#333333", font=font, anchor="mm")
        facts = f"{exhibit.seconds:.1f} s" + f" · checks {exhibit.checks}" * (not exhibit.failure)
        draw.text((x + _SIDE / 2, y + _SIDE + 27), facts, fill="#888888", font=font, anchor="mm")
    sheet.save(out / "gallery.jpg", quality=86, optimize=True)
