"""Words for materials and colours."""

MATERIALS: dict[str, str] = {
    "aged bronze": "bronze_aged", "bronze": "bronze_aged", "polished brass": "brass_polished",
    "brass": "brass_polished", "copper": "copper", "stainless steel": "steel_brushed",
    "brushed steel": "steel_brushed", "brushed metal": "steel_brushed", "steel": "steel_brushed",
    "titanium": "steel_brushed", "metal": "steel_brushed", "metallic": "steel_brushed",
    "wrought iron": "iron_black", "cast iron": "iron_black", "black metal": "iron_black",
    "black steel": "iron_black", "iron": "iron_black", "aluminium": "aluminium", "chrome": "chrome",
    "chromed": "chrome", "gold": "gold", "golden": "gold", "gilded": "gold", "rose gold": "copper",
    "silver": "silver", "pewter": "silver", "tin": "silver", "oak": "oak", "oaken": "oak", "walnut": "walnut",
    "mahogany": "walnut", "teak": "walnut", "rosewood": "walnut", "dark wood": "walnut", "cherry": "walnut",
    "ebony": "walnut", "pine": "pine", "birch": "pine", "maple": "pine", "beech": "pine", "bamboo": "pine",
    "light wood": "pine", "plywood": "pine", "wood": "oak", "wooden": "oak", "timber": "oak", "hardwood": "oak",
    "black marble": "marble_black", "white marble": "marble_white", "marble": "marble_white",
    "granite": "marble_black", "quartz": "marble_white", "travertine": "marble_white", "concrete": "concrete",
    "cement": "concrete", "red brick": "brick_red", "brick": "brick_red", "white tile": "tile_white",
    "tiled": "tile_white", "blue fabric": "fabric_blue", "blue velvet": "fabric_blue", "velvet": "fabric_blue",
    "grey fabric": "fabric_grey", "fabric": "fabric_grey", "cloth": "fabric_grey", "linen": "fabric_grey",
    "cotton": "fabric_grey", "wool": "fabric_grey", "textile": "fabric_grey", "felt": "fabric_grey",
    "canvas": "fabric_grey", "black leather": "leather_black", "brown leather": "leather_brown",
    "leather": "leather_brown", "suede": "leather_brown", "tinted glass": "glass_tinted", "tinted": "glass_tinted",
    "dark glass": "glass_tinted", "smoked glass": "glass_tinted", "clear glass": "glass_clear",
    "glass": "glass_clear", "crystal": "glass_clear", "acrylic": "glass_clear", "black plastic": "plastic_black",
    "white plastic": "plastic_white", "plastic": "plastic_white", "polymer": "plastic_white",
    "abs": "plastic_white", "rubber": "rubber_black", "silicone": "rubber_black", "porcelain": "ceramic_white",
    "ceramic": "ceramic_white", "china": "ceramic_white", "stoneware": "ceramic_white", "clay": "terracotta",
    "terracotta": "terracotta", "earthenware": "terracotta", "enamel": "enamel_white", "enamelled": "enamel_white",
    "enameled": "enamel_white", "paper": "paper", "cardboard": "paper", "parchment": "paper", "slate": "slate",
    "stone": "slate", "basalt": "slate", "asphalt": "asphalt", "carbon fibre": "carbon_fibre",
    "carbon": "carbon_fibre", "grass": "grass", "glowing": "screen_emissive", "luminous": "screen_emissive",
    "neon": "screen_emissive",
}  # fmt: skip

COLORS: dict[str, str] = {
    "red": "#b3201f", "crimson": "#8f1226", "scarlet": "#c3241b", "maroon": "#5c1420", "burgundy": "#5e1326",
    "blue": "#1f4fa3", "navy": "#16264d", "azure": "#2f7fd1", "sky blue": "#7fb4dd", "teal": "#1d7276",
    "turquoise": "#35a8a2", "cyan": "#2aa7bd", "green": "#2f7a3d", "emerald": "#12764f", "olive": "#6a6b2f",
    "mint": "#a5d6bd", "lime": "#9bc53d", "sage": "#9caf88", "yellow": "#e3b81f", "mustard": "#c4932a",
    "orange": "#d9691e", "coral": "#e2725b", "purple": "#5d3a8a", "violet": "#6b47a6", "lavender": "#b4a5d6",
    "pink": "#dd7f9c", "magenta": "#b32d7d", "white": "#f4f3ef", "ivory": "#efe9d8", "cream": "#efe6d0",
    "beige": "#d8c9ab", "tan": "#c19a6b", "black": "#17171a", "grey": "#85878a", "charcoal": "#36393d",
    "anthracite": "#303438", "brown": "#5f3d26", "chocolate": "#452a1a", "khaki": "#a39a6b", "indigo": "#2e2f7a",
}  # fmt: skip

SHADES: dict[str, float] = {"dark": -0.4, "deep": -0.3, "light": 0.45, "pale": 0.55, "bright": 0.12, "pastel": 0.5}


def shaded(color: str, shade: str) -> str:
    """Return a colour made darker or lighter by a word like `dark`."""
    amount = SHADES.get(shade, 0.0)
    channels = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    mixed = [round(c + (255 - c) * amount) if amount > 0 else round(c * (1 + amount)) for c in channels]
    return "#" + "".join(f"{value:02x}" for value in mixed)
