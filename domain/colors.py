"""Colours by their words, as sRGB."""

import difflib

COLORS: dict[str, str] = {
    "red": "#b3201f", "crimson": "#8f1226", "scarlet": "#c3241b", "maroon": "#5c1420", "burgundy": "#5e1326",
    "blue": "#1f4fa3", "navy": "#16264d", "azure": "#2f7fd1", "sky blue": "#7fb4dd", "teal": "#1d7276",
    "turquoise": "#35a8a2", "cyan": "#2aa7bd", "green": "#2f7a3d", "emerald": "#12764f", "olive": "#6a6b2f",
    "mint": "#a5d6bd", "lime": "#9bc53d", "sage": "#9caf88", "yellow": "#e3b81f", "mustard": "#c4932a",
    "orange": "#d9691e", "coral": "#e2725b", "purple": "#5d3a8a", "violet": "#6b47a6", "lavender": "#b4a5d6",
    "pink": "#dd7f9c", "magenta": "#b32d7d", "white": "#f4f3ef", "ivory": "#efe9d8", "cream": "#efe6d0",
    "beige": "#d8c9ab", "tan": "#c19a6b", "black": "#17171a", "grey": "#85878a", "charcoal": "#36393d",
    "anthracite": "#303438", "brown": "#5f3d26", "chocolate": "#452a1a", "khaki": "#a39a6b", "indigo": "#2e2f7a",
    "blush": "#e6bfb8", "rust": "#9a4a23", "champagne": "#e3d3b4", "peach": "#f0b796", "salmon": "#e58b74",
    "plum": "#5b2a4f", "aubergine": "#3d1f38", "lilac": "#b79fcf", "mauve": "#9d7f9e", "fuchsia": "#c12f86",
    "aqua": "#5cc3c4", "taupe": "#8b7d70", "sepia": "#6b4a2f", "ochre": "#c08a2d", "amber": "#d99a26",
    "burnt sienna": "#8f4a2b", "sienna": "#8f4a2b", "apricot": "#eeb27f", "ecru": "#dcd0b4", "off white": "#eeebe2",
    "cerise": "#c0264f", "vermilion": "#cc3b22", "ultramarine": "#23389b", "cerulean": "#2f86b8",
    "pistachio": "#a9c48a", "oatmeal": "#d9cdb8", "oat": "#dccfb6", "olive drab": "#5b5a31",
    "avocado": "#6f7d3c", "umber": "#5a4632", "greige": "#b9b0a2", "bordeaux": "#5a1526", "gunmetal": "#44484d",
    "racing green": "#0b3d2a", "british racing green": "#0b3d2a", "forest green": "#2a5a34", "bottle green": "#123f2d",
    "royal blue": "#2446a6", "powder blue": "#b3cfe0", "midnight blue": "#191f45",
    "baby blue": "#a7c7e7", "ice blue": "#c9e0ee", "electric blue": "#1f51ff", "neon green": "#39e75f",
    "neon yellow": "#e5f23a", "neon pink": "#ff4fa8", "neon orange": "#ff6b1a", "hot pink": "#e8388a",
    "baby pink": "#f2c1cd", "dusty rose": "#c08a8a", "dusty pink": "#c9969a", "rose": "#d9808f",
    "sand colored": "#d6c4a0", "cream white": "#efe9d8", "eggshell": "#ece7d8", "terracotta red": "#b2573a",
}  # fmt: skip
NEAR_MAX = 5


def near_colors(text: str) -> list[str]:
    """Return the words for colours that are spelt most like a text."""
    return difflib.get_close_matches(text.casefold()[:64], COLORS, NEAR_MAX, 0.6)
