"""What a text says at its end of the whole: "a chair with a high back, all in beech"."""

import re

from engine.planner.wording.substances import MATERIALS
from engine.planner.wording.words import lemma

LENGTH_MAX = 400  # characters; a longer text says more at its end than that
_END = re.compile(
    r"^(?P<thing>[^,;.§]+?)(?P<rest> (?:with|having) [^;.]+?), *"
    r"(?P<how>all(?: made| built)? (?:of|in|from)|(?:entirely|completely|fully|wholly)(?: made| built)? (?:of|in|from)"
    r"|(?:made|built|crafted) (?:out )?(?:of|in|from)) (?P<what>[a-z][a-z ]*?)[ .!]*$",
    re.IGNORECASE,
)


def of_whole(text: str) -> str:
    """Return a text with the material that ends it said of the whole, before its parts are named."""
    found = _END.match(text.strip()) if len(text) <= LENGTH_MAX else None
    if not found or " ".join(map(lemma, found["what"].casefold().split())) not in MATERIALS:
        return text
    only = "" if found["how"].casefold().startswith(("made", "built", "crafted")) else "only "
    return f"{found['thing']} made {only}of {found['what']}{found['rest']}"
