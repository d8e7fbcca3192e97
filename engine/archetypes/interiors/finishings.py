"""Forms and patterns of what a room draws itself: a round rug, a striped one, a checkered floor, a round mirror."""

from typing import TypedDict

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing

STRIPES = frozenset({"striped", "stripy"})
CHECKS = frozenset({"checkered", "chequered", "checked", "chequerboard", "checkerboard"})
_FORMS = {"round": "round", "circular": "round", "oval": "oval", "square": "square", "arched": "arched"}
FORMS = frozenset({*_FORMS, "rectangular"})
LOOKS = FORMS | STRIPES | CHECKS  # what may be said of a part of a room; the staging tells what it does not show
_STRIPES = 7


class Look(TypedDict, total=False):
    """What the maker of a rug or a mirror is told of its form."""

    form: str
    stripes: int


def form_of(brief: Brief, *parts: str) -> str:
    """Return the form that the text gives a part of a room, or nothing."""
    said = _said(brief, parts)
    return next((form for word, form in _FORMS.items() if word in said), "")


def is_checked(brief: Brief) -> bool:
    """Return whether a room's floor is said to be checkered."""
    return bool(_said(brief, ("floor", "tile", "flooring", "floor tile")) & CHECKS)


def _said(brief: Brief, parts: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(brief.part_words.get(part, frozenset()) for part in parts))


def lay_rug(
    drawing: Drawing, brief: Brief, size: tuple[float, float], at: tuple[float, float, float], finish: Finish,
    *, height: float = 0.016,
) -> None:  # fmt: skip
    """Draw a rug in the form that the text says; without corners it is so large that what stood on them still does."""
    form, own = form_of(brief, "rug", "carpet"), Look()
    wide, deep = size
    if form in ("round", "square"):
        wide = deep = max(wide, deep)
    if form == "oval":
        wide, deep = 1.2 * wide, 1.2 * deep
    if form in ("round", "oval"):
        own["form"] = form
    if _said(brief, ("rug", "carpet")) & STRIPES:
        own["stripes"] = _STRIPES
    drawing.add("rug", (wide, height, deep), at, **finish, **own)


def mirror_form(brief: Brief, size: tuple[float, float]) -> tuple[tuple[float, float], Look]:
    """Return the width and height of a mirror, and its form, as the text says."""
    form = form_of(brief, "mirror")
    side = min(size)
    size = (side, side) if form in ("round", "square") else size
    return size, Look(form=form) if form in ("round", "oval", "arched") else Look()
