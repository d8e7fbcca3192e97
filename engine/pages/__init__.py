"""Pages: a template and data become a PDF, or a picture of it, with the same bytes each time.

Templates are Typst files beside this module; they read `data.json` and the given pictures by name. Texts of people
arrive as data, and are never read as markup. Only the fonts inside the typesetter are used.
"""

import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import msgspec
import typst

from domain.errors import GenerationFailed

PINNED = datetime(2000, 1, 1, tzinfo=UTC)
"""When every PDF says it was made, so that the same content is the same file."""
PPI = 100.0


def typeset(
    template: str, data: Mapping[str, Any], pictures: Mapping[str, bytes] | None = None,
    *, form: Literal["pdf", "png"] = "pdf", stage: str = "report",
) -> list[bytes]:  # fmt: skip
    """Return the PDF of a template, or a PNG of each of its pages.

    Parameters
    ----------
    template : str
        The name of a file in this folder, without `.typ`.
    data : mapping
        What the template reads as `data.json`.
    pictures : mapping
        Files that the template reads by name, like `picture.jpg`.

    Raises
    ------
    GenerationFailed
        The template does not fit the data.
    """
    source = (files("engine.pages") / f"{template}.typ").read_bytes()
    with tempfile.TemporaryDirectory(prefix="meshwright-pages-") as folder:
        root = Path(folder)
        (root / "main.typ").write_bytes(source)
        (root / "data.json").write_bytes(msgspec.json.encode(data))
        for name, content in (pictures or {}).items():
            (root / name).write_bytes(content)
        try:
            made: bytes | list[bytes] | None = typst.compile(
                root / "main.typ", root=root, format=form, ppi=PPI, ignore_system_fonts=True, timestamp=PINNED
            )
        except typst.TypstError as error:
            raise GenerationFailed("The pages could not be set", stage=stage) from error
    pages = [made] if isinstance(made, bytes) else list(made or ())
    return [page for page in pages if page]
