"""Words that ask for a change of a design: "make the floor black marble" is a target and an update."""

import re

from domain.errors import Invalid
from domain.materials.naming import material_named
from domain.spec import DesignSpec
from domain.switching import Update
from domain.targets import Target, found

_MAKE = re.compile(r"^(?:please )?(?:make|paint|turn|change|switch|set) .+ \w+$")


def edits_of(spec: DesignSpec, text: str) -> tuple[list[tuple[Target, Update]], list[str]]:
    """Return the edits that a text asks for, in order, and what in it was not understood."""
    edits: list[tuple[Target, Update]] = []
    missed: list[str] = []
    for clause in re.split(r"[.;,]|\band\b", text.casefold()):
        edit = _edit(spec, " ".join(clause.split()))
        if edit:
            edits.append(edit)
        elif clause.strip():
            missed.append(clause.strip())
    return edits, missed


def _edit(spec: DesignSpec, clause: str) -> tuple[Target, Update] | None:
    words = clause.split()
    for length in (2, 1):
        if len(words) <= length:
            continue
        if not _MAKE.match(clause):
            return None
        head, tail = " ".join(words[1:-length]), " ".join(words[-length:])
        target = Target(query=re.sub(r"\b(to|into|in|of|with|out)$", "", head).strip())
        try:
            found(spec, target)
            return target, Update(material=material_named(tail))
        except Invalid:
            continue
    return None
