"""Which of the forms of a thing an `Accept` header likes best. Source: RFC 9110, section 12.5.1."""

import re
from collections.abc import Iterable, Mapping

_OF_ERRORS = "application/problem+json"  # says how errors are wanted, not the thing itself
_WEIGHT = re.compile(r"q\s*=\s*([01](?:\.\d{0,3})?)")


class NotAcceptable(Exception):
    """Nothing that there is would be accepted; `forms` are the media types that there are."""

    def __init__(self, forms: list[str]) -> None:
        super().__init__(f"None of what `Accept` names is to be had here; there is: {', '.join(forms)}")
        self.forms = forms


def preferred(accept: str, forms: Iterable[str]) -> str:
    """Return the media type of `forms` that is liked best; the first of them where the header does not say.

    Raises
    ------
    NotAcceptable
        The header names only other media types.
    """
    ranges = _ranges(accept) or {"*/*": (1.0, 0)}
    liked = {media_type: _liking(media_type, ranges) for media_type in forms}
    best = max(liked, key=liked.__getitem__)
    if liked[best][0] == 0:
        raise NotAcceptable([*liked])
    return best


def _ranges(accept: str) -> dict[str, tuple[float, int]]:
    """Return the weight of each media range, and its place counted from the end."""
    parts = [part for part in accept.lower().split(",") if part.strip() and not part.strip().startswith(_OF_ERRORS)]
    found: dict[str, tuple[float, int]] = {}
    for place, part in enumerate(reversed(parts)):
        media_range, *parameters = (piece.strip() for piece in part.split(";"))
        found[media_range] = (_weight(parameters), place)
    return found


def _liking(media_type: str, ranges: Mapping[str, tuple[float, int]]) -> tuple[float, int, int]:
    """Return the weight of a media type, how exactly it is named, and how early: by the most exact range."""
    for exactness, name in ((2, media_type), (1, f"{media_type.partition('/')[0]}/*"), (0, "*/*")):
        if name in ranges:
            weight, place = ranges[name]
            return weight, exactness, place
    return 0.0, 0, 0


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        if found := _WEIGHT.fullmatch(parameter):
            return float(found[1])
    return 1.0
