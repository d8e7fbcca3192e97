"""What a style makes household things of, and what it lays round them, where the text does not say."""

from typing import TypedDict

from domain.spec import Property
from engine.archetypes.brief import Brief, Finish
from engine.parts.girdles import STRIPES_MOST

_PALE = "#f4f3ef"  # what the planner calls white
# fmt: off
_POTTERY = {
    "steampunk": ("copper", ""), "rustic": ("terracotta", ""), "industrial": ("concrete", ""),
    "art deco": ("marble_black", ""), "futuristic": ("chrome", ""), "modern": ("slate", ""),
    "contemporary": ("stoneware", "#6f8a8c"), "victorian": ("porcelain", "#f1e6e0"), "gothic": ("pewter", ""),
    "scandinavian": ("stoneware", "#a9bcb8"), "mid century": ("ceramic_white", "#d4782a"),
    "bauhaus": ("enamel_white", ""), "japanese": ("stoneware", ""), "baroque": ("porcelain", "#28468f"),
    "cyberpunk": ("carbon_fibre", ""),
}
_TABLE = {
    "steampunk": ("copper", ""), "rustic": ("terracotta", ""), "industrial": ("enamel_white", ""),
    "art deco": ("ceramic_white", "#17191d"), "futuristic": ("plastic_white", ""),
    "modern": ("ceramic_white", "#3d4046"), "contemporary": ("stoneware", "#5f7f83"),
    "victorian": ("porcelain", "#f6e9e6"), "gothic": ("pewter", ""), "scandinavian": ("ceramic_white", "#b4c4c1"),
    "mid century": ("ceramic_white", "#e0a038"), "bauhaus": ("enamel_white", ""), "japanese": ("stoneware", ""),
    "baroque": ("porcelain", "#f4ecdc"), "cyberpunk": ("plastic_black", ""),
}
_METAL = {
    "steampunk": "brass_polished", "rustic": "iron_black", "industrial": "iron_black", "art deco": "gold",
    "futuristic": "chrome", "minimalist": "paint_black", "modern": "steel_brushed", "contemporary": "brass_polished",
    "victorian": "brass_polished", "gothic": "iron_black", "scandinavian": "steel_brushed",
    "mid century": "brass_brushed", "bauhaus": "chrome", "japanese": "iron_cast", "baroque": "gold",
    "cyberpunk": "gunmetal",
}
# What runs round turned ware: the form, material and colour; see engine.parts.girdles.
_TRIMS = {
    "futuristic": ("light", "screen_emissive", ""), "steampunk": ("rivets", "brass_polished", ""),
    "rustic": ("dip", "ceramic_white", "#e9dcc0"), "art deco": ("lines", "gold", ""),
    "industrial": ("hoops", "iron_black", ""), "contemporary": ("line", "brass_polished", ""),
    "victorian": ("beads", "gold", ""), "gothic": ("arches", "iron_black", ""), "scandinavian": ("foot", "oak", ""),
    "mid century": ("zigzag", "ceramic_white", "#2f7672"), "bauhaus": ("stripes", "paint_white", ""),
    "japanese": ("dip", "ceramic_white", "#33271f"), "baroque": ("swags", "gold", ""),
    "cyberpunk": ("light", "screen_emissive", "#ff3fb4"),
}
# The colours of cloth, leather, paint and plastic: the main one and the second.
_TONES = {
    "modern": ("#e9e7e1", "#2b2d31"), "futuristic": ("#e3eaf0", "#38b6e8"), "steampunk": ("#6e4526", "#b87333"),
    "minimalist": ("#efece5", "#b9b3a8"), "rustic": ("#8a5d38", "#5c6a3d"), "art deco": ("#123a4c", "#c9a24a"),
    "industrial": ("#53575c", "#c9791f"), "contemporary": ("#c4724a", "#2f4a59"), "victorian": ("#62202f", "#c6a35a"),
    "gothic": ("#221d29", "#5c1631"), "scandinavian": ("#86a9ac", "#e2c79d"), "mid century": ("#d8812a", "#2f7d78"),
    "bauhaus": ("#c8281e", "#1f4fa3"), "japanese": ("#27365a", "#b53a2e"), "baroque": ("#7d1534", "#d2ab3c"),
    "cyberpunk": ("#1a1b21", "#ff3fb4"),
}
# Whose forms and materials a style takes where it has none of its own.
_KIN = {
    "victorian": "art deco", "gothic": "industrial", "scandinavian": "minimalist", "mid century": "contemporary",
    "bauhaus": "modern", "japanese": "minimalist", "baroque": "art deco", "cyberpunk": "futuristic",
}
# fmt: on


class Trim(TypedDict):
    """What runs round turned ware, and its finish; without a form there is nothing."""

    trim: str
    trim_material: str
    trim_color: str


def kin(brief: Brief) -> str:
    """Return the style, or the one whose forms it shares where a table knows the older styles only."""
    return _KIN.get(brief.style_name, brief.style_name)


def pottery(brief: Brief, parts: str) -> Finish:
    """Return the finish of an ornamental vessel."""
    return usual(brief, parts, *_POTTERY.get(brief.style_name, ("ceramic_white", "")))


def tableware(brief: Brief, parts: str) -> Finish:
    """Return the finish of what one eats and drinks from."""
    return usual(brief, parts, *_TABLE.get(brief.style_name, ("ceramic_white", "")))


def usual(brief: Brief, parts: str, material: str, color: str, *, is_main: bool = True) -> Finish:
    """Return the finish of a part that has a colour of its own where the text names neither material nor colour."""
    found = brief.of(parts, material, is_main=is_main, is_accent=not is_main)
    if color and found["material"] == material and not found["color"] and not is_told(brief, parts, is_main=is_main):
        return brief.finish(material, color)
    return found


def is_told(brief: Brief, parts: str, *, is_main: bool) -> bool:
    """Return whether the text says what a part is made of or its colour."""
    named = set(parts.split()) & (brief.part_materials.keys() | brief.part_colors.keys())
    most = 0 if is_main else 1
    return bool(named) or len(brief.materials) > most or len(brief.colors) > most


def toned(
    brief: Brief, parts: str, material: str, color: str = "", *, is_main: bool = True, second: bool = False
) -> Finish:
    """Return a finish of cloth, paint or plastic in the style's colour; `color` is that of a style without one."""
    return usual(brief, parts, material, tone(brief, color, second=second), is_main=is_main)


def tone(brief: Brief, color: str = "", *, second: bool = False) -> str:
    """Return the style's main or second colour, or the given one where it has none."""
    return _TONES.get(brief.style_name, (color, color))[int(second)]


def trim(brief: Brief) -> Trim:
    """Return the stripes that the text asks of turned ware, else what the style lays round it."""
    if brief.has("stripe", "striped"):
        return _striped(brief)
    form, material, color = _TRIMS.get(brief.style_name, ("", "", ""))
    if brief.excluded & {"ornament", "decoration", "trim", "band"}:
        form = ""
    return Trim(trim=form, trim_material=material, trim_color=color)


def _striped(brief: Brief) -> Trim:
    """Return stripes in the colour that the text says, else in blue on what is white, and in white on the rest."""
    is_pale = not (brief.colors or brief.materials) or (brief.colors or ("",))[0] == _PALE
    stripe = usual(brief, "stripe", "paint_white", "#2f5f9e" if is_pale else _PALE, is_main=False)
    count = brief.count("stripe", 3, least=1, most=STRIPES_MOST)
    return Trim(trim=f"{count} striped", trim_material=stripe["material"], trim_color=stripe["color"])


def trimming(brief: Brief) -> dict[str, Property]:
    """Return the same as a mapping."""
    own = trim(brief)
    return {"trim": own["trim"], "trim_material": own["trim_material"], "trim_color": own["trim_color"]}


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
    return bool((brief.words | brief.features | brief.modifiers) & wanted) and not wanted & brief.excluded


def form_by(brief: Brief, table: dict[str, str], default: str) -> str:
    """Return the form of the first group of words that the text has; keys are words separated by spaces."""
    return next((form for words, form in table.items() if has(brief, words)), default)
