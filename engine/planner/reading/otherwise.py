"""Words that mean another thing in their company: a library with a facade, the king of a chess set, a wall alone."""

import re

_FACADE = r"facades?|façades?|brutalist|store?ys?|stories|exterior|awnings?|hanging sign|signboard"
_SHELL = (
    r"(?:glass|flat|green|copper|slate|domed) roof|dome|columns|pillars|portico|vertical windows|front steps|belltower"
)
_INSIDE = re.compile(r"\b(?:interior|inside|armchairs?|desks?|sofas?|rug|bookshel(?:f|ves))\b", re.IGNORECASE)
# A room with what one sees of a house from outside is that house.
_HOUSES = (
    (re.compile(rf"\b(?:{_FACADE}|{_SHELL})\b", re.IGNORECASE),
     re.compile(r"\b(library)\b(?! (?:building|card|book|ladder|lamp|desk|chair|shelf|room))", re.IGNORECASE),
     r"\1 building"),
    (re.compile(rf"\b(?:{_FACADE})\b", re.IGNORECASE),
     re.compile(r"\b(?:coffee ?shop|cafe|café|restaurant|pub|tavern|bistro|bookstore|bookshop)\b"
                r"(?! (?:table|chair|set|sign))", re.IGNORECASE), "shop"),
)  # fmt: skip
# A wall that nothing stands at is one of its own.
_JOINTS = "with|and|or|against|on|in|at|by|near|an?|the|of|under|over|beside|behind|to|from|for|room|picture|clock"
_WALL = re.compile(
    rf"^(\W*(?:(?:an?|the|one) )?(?:(?!(?:{_JOINTS})\b)[\w-]+ ){{0,3}}?(?:brick|stone|concrete|ruined|broken|rubble)"
    rf"(?: (?!(?:{_JOINTS})\b)[\w-]+)?) wall(?=\s*(?:[.,;]|$|(?:with|covered|and|in)\b))",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"\b(two|three|four|five|six|\d+|some|several|tiny|little|human) figures\b(?! (?:of|eight|skat))", re.IGNORECASE
)
_STUCK = re.compile(r"\b(?:stuck|embedded|lodged|plunged|planted) (?:in|into)\b", re.IGNORECASE)


def meant(text: str) -> str:
    """Return a text in which such words are the ones that are meant."""
    for seen, room, house in _HOUSES:
        if seen.search(text) and not _INSIDE.search(text):
            text = room.sub(house, text)
    return _WALL.sub(r"\1 garden wall", _FIGURES.sub(r"\1 human figures", _STUCK.sub("in", text)))
