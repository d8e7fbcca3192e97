"""What is near to words that ask for a change and were not understood: objects, materials, or both."""

import re

from domain.colors import COLORS, near_colors
from domain.materials import CATALOGUE
from domain.materials.naming import like_materials, near_materials
from domain.spec import DesignSpec
from domain.targets import NEAR_MAX, is_called, near_names, wholes

_SMALL = frozenset(
    ("a", "all", "also", "an", "and", "are", "as", "at", "be", "become", "by", "can", "change", "color", "colour",
     "could", "cover", "do", "finish", "for", "from", "give", "have", "i", "in", "into", "is", "it", "its", "let",
     "make", "material", "made", "more", "must", "now", "of", "on", "one", "paint", "please", "put", "replace",
     "set", "should", "some", "swap", "switch", "that", "the", "them", "then", "this", "to", "turn", "use", "want",
     "was", "we", "will", "with", "would", "you")
)  # fmt: skip
_SUBSTANCES = frozenset(word for name in CATALOGUE for word in name.split("_"))
_HUES = frozenset(word for name in COLORS for word in name.split())


def near_said(spec: DesignSpec, text: str) -> list[str]:
    """Return what a text may have meant: where its object is there, materials and colours; otherwise objects too.

    Of a thing that the design has not, the things that it has.
    """
    words = [word for word in re.findall(r"[a-z0-9]+", text.casefold()[:200]) if word not in _SMALL]
    others = [word for word in words if not is_called(spec, word)]
    strange = [word for word in others if word not in _SUBSTANCES | _HUES]
    if not strange:
        return near_names(spec, text)
    looks = [one for word in strange for one in (*like_materials(word), *near_colors(word))]
    if len(others) < len(words):
        return (looks or near_materials(" ".join(strange)))[:NEAR_MAX]
    alike = near_names(spec, " ".join(strange), otherwise=())
    return [*alike[: NEAR_MAX - bool(looks)], *looks][:NEAR_MAX] or wholes(spec)
