"""How often a detail is repeated along a length, however long that is."""

MANY = 400
"""Slats, posts and panes in one row; a thing kilometres long has them farther apart."""
GRID = 60
"""The same along each side of a grid."""


def many(share: float, *, least: int = 1, most: int = MANY) -> int:
    """Return how many details fit where `share` of them would: at least and at most so many."""
    return max(least, min(round(share), most))
