"""The kinds of work; a new kind is one module here, one in `handlers/`, and one name in this union."""

from domain.work.base import Lane, Needs, Work
from domain.work.export import Export
from domain.work.text_to_model import TextToModel

AnyWork = TextToModel | Export
KINDS: dict[str, type[Work]] = {work.kind(): work for work in (TextToModel, Export)}

__all__ = ["KINDS", "AnyWork", "Export", "Lane", "Needs", "TextToModel", "Work"]
