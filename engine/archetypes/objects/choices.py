"""What a style makes household things of, where the text does not say."""

from engine.archetypes.brief import Brief, Finish

_POTTERY = {
    "steampunk": "copper", "rustic": "terracotta", "industrial": "concrete", "art deco": "marble_black",
    "futuristic": "chrome", "modern": "slate", "contemporary": "enamel_white",
}  # fmt: skip
_TABLE = {
    "steampunk": "copper", "rustic": "terracotta", "industrial": "enamel_white", "art deco": "ceramic_white",
    "futuristic": "plastic_white", "modern": "ceramic_white",
}  # fmt: skip
_METAL = {
    "steampunk": "brass_polished", "rustic": "iron_black", "industrial": "iron_black", "art deco": "gold",
    "futuristic": "chrome", "minimalist": "paint_black", "modern": "steel_brushed", "contemporary": "brass_polished",
}  # fmt: skip


def pottery(brief: Brief, parts: str) -> Finish:
    """Return the finish of an ornamental vessel."""
    return brief.of(parts, _POTTERY.get(brief.style_name, "ceramic_white"), is_main=True)


def tableware(brief: Brief, parts: str) -> Finish:
    """Return the finish of what one eats and drinks from."""
    return brief.of(parts, _TABLE.get(brief.style_name, "ceramic_white"), is_main=True)


def metal(brief: Brief, parts: str, default: str = "brass_polished", *, is_main: bool = False) -> Finish:
    """Return the finish of a metal thing."""
    chosen = _METAL.get(brief.style_name, default)
    return brief.of(parts, chosen, is_main=is_main, is_accent=not is_main)


def plain(material: str, color: str = "") -> Finish:
    """Return a finish that the text does not change."""
    return Finish(material=material, color=color)


def has(brief: Brief, words: str) -> bool:
    """Return whether the text has one of the words, separated by spaces, and does not exclude it."""
    wanted = frozenset(words.split())
    return bool(wanted & (brief.words | brief.features | brief.modifiers)) and not wanted & brief.excluded


def form_by(brief: Brief, table: dict[str, str], default: str) -> str:
    """Return the form of the first group of words that the text has; keys are words separated by spaces."""
    return next((form for words, form in table.items() if has(brief, words)), default)
