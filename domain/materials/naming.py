"""Materials by what people call them: "black marble" is marble_black, and what is no material has near matches."""

import difflib
import re

from domain.errors import Invalid
from domain.materials import CATALOGUE

NEAR_MAX = 5
_BY_WORDS = {frozenset(name.split("_")): name for name in CATALOGUE}


def material_named(text: str) -> str:
    """Return the catalogue's name of a material: its own name, or the same words in any order.

    Raises
    ------
    Invalid
        The catalogue has no such material; the fact `near` names those that are like it.
    """
    words = re.findall(r"[a-z0-9]+", text.casefold())
    name = "_".join(words)
    found = name if name in CATALOGUE else _BY_WORDS.get(frozenset(words), "")
    if found:
        return found
    near = near_materials(text)
    hint = f"; near are {', '.join(near)}" if near else ""
    raise Invalid(
        f"The catalogue has no material {text[:64]!r}{hint}", field="update.material", near=near, allowed=len(CATALOGUE)
    )


def near_materials(text: str) -> list[str]:
    """Return the names most like a text: those that share a word, then those that are spelt alike."""
    words = set(re.findall(r"[a-z0-9]+", text.casefold()))
    sharing = sorted((name for name in CATALOGUE if words & set(name.split("_"))), key=lambda one: (len(one), one))
    alike = difflib.get_close_matches("_".join(sorted(words))[:64], CATALOGUE, NEAR_MAX, 0.5)
    return list(dict.fromkeys((*sharing, *alike)))[:NEAR_MAX]
