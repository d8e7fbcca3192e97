"""Words for materials and colours; words for how a material was worked go with every material that was worked so."""

from domain.materials import CATALOGUE, worked
from engine.planner.wording.lexicon import CONDITIONS
from engine.planner.wording.words import lemmas

_PLAIN: dict[str, str] = {
    phrase: name
    for name, phrases in {
        "bronze_aged": "bronze",
        "brass_polished": "brass",
        "copper": "copper",
        "copper_verdigris": "verdigris, green copper, patinated copper, oxidised copper",
        "steel_brushed": "steel, stainless steel, metal, metallic, inox",
        "steel_polished": "nickel, chromed steel",
        "steel_galvanised": "corrugated metal, corrugated iron, corrugated steel, sheet metal, tin sheet",
        "steel_corten": "corten, corten steel, cor ten steel, weathering steel",
        "gunmetal": "gunmetal, gun metal, blued steel, tungsten, black steel, dark metal, dark steel",
        "iron_black": "iron, wrought iron, black metal, black iron, forged iron, blackened steel",
        "iron_cast": "cast iron",
        "iron_rusty": "scrap metal",
        "aluminium": "aluminium, alloy metal",
        "chrome": "chrome, chromed, chromium",
        "gold": "gold, golden, gilded, gilt, gold leaf, gold plated",
        "rose_gold": "rose gold",
        "silver": "silver, sterling silver, silver plated, platinum, white gold",
        "titanium": "titanium",
        "zinc": "zinc",
        "pewter": "pewter, tin",
        "oak": "oak, oaken, wood, wooden, timber, hardwood, chestnut wood, elm",
        "oak_dark": "dark oak, fumed oak, smoked oak, bog oak, wenge",
        "walnut": "walnut, dark wood, brown wood",
        "pine": "pine, fir, spruce, larch, softwood, light wood, pale wood, knotty pine",
        "cedar": "cedar, redwood, cypress",
        "ash": "ash, ash wood, hickory",
        "beech": "beech, beechwood, alder",
        "birch": "birch, birchwood, poplar, blond wood, blonde wood",
        "cherry": "cherry, cherry wood, cherrywood, pear wood, yew",
        "mahogany": "mahogany, sapele",
        "maple": "maple, sycamore",
        "teak": "teak, iroko, acacia, ipe, olive wood",
        "rosewood": "rosewood, zebrawood, zebrano",
        "ebony": "ebony, black wood, blackwood",
        "wood_weathered": "driftwood, grey wood, barn wood, barnwood",
        "wood_reclaimed": "pallet wood, old wood, recycled wood",
        "wood_charred": "shou sugi ban, yakisugi",
        "plywood": "plywood, chipboard, particle board, mdf, laminate, osb",
        "bamboo": "bamboo",
        "cork": "cork",
        "wicker": "wicker, rattan, woven cane, basketwork, raffia, seagrass",
        "marble_white": "marble, white marble, carrara marble, calacatta, quartz, alabaster, corian",
        "marble_black": "black marble, onyx, nero marquina, dark marble",
        "obsidian": "obsidian, volcanic glass",
        "marble_green": "green marble, jade, malachite, verde marble",
        "granite": "granite, grey granite",
        "granite_black": "black granite, dark granite",
        "limestone": "limestone, stone, portland stone, travertin stone, ashlar",
        "sandstone": "sandstone, yorkstone, flagstone",
        "travertine": "travertine",
        "slate": "slate, schist, dark stone, black stone",
        "basalt": "basalt, lava stone, volcanic stone, grey stone",
        "terrazzo": "terrazzo",
        "cobblestone": "cobblestone, cobbled, cobble, rubble stone, fieldstone",
        "concrete": "concrete, cement, microcement",
        "concrete_boarded": "board formed concrete, brutalist concrete, raw concrete, shuttered concrete",
        "plaster": "plaster, gypsum, plasterboard, drywall, plastered",
        "stucco": "stucco, roughcast, pebbledash, adobe, clay plaster",
        "brick_red": "brick, red brick, brickwork",
        "brick_white": "white brick, painted brick, whitewashed brick",
        "brick_dark": "dark brick, black brick, brown brick, engineering brick",
        "brick_yellow": "yellow brick, london stock brick, sand brick",
        "tile_white": "white tile, tiled, ceramic tile, subway tile, glazed tile",
        "tile_blue": "zellige, blue tile, azulejo, mosaic, delft tile",
        "tile_hexagon": "hexagon tile, hexagonal tile, hex tile",
        "tile_terracotta": "terracotta tile, quarry tile, saltillo tile",
        "roof_tile": "roof tile, clay tile, clay roof tile, pantile",
        "ceramic_white": "ceramic, glazed ceramic",
        "porcelain": "porcelain, china, bone china, vitreous china",
        "stoneware": "stoneware, speckled ceramic",
        "terracotta": "terracotta, terra cotta, clay, earthenware, unglazed clay",
        "enamel_white": "enamel, enamelled, enameled, vitreous enamel",
        "glass_clear": "glass, clear glass, transparent glass, float glass, toughened glass, safety glass",
        "glass_tinted": "tinted, dark glass, smoked glass, smoky glass, black glass, grey glass",
        "glass_frosted": "milk glass, opal glass, opaline, etched glass, opaque glass, white glass",
        "glass_coloured": "stained glass, coloured glass, blown glass, murano glass, murano, art glass",
        "glass_mirror": "mirrored, mirror glass, mirrored glass",
        "crystal": "crystal, cut glass, lead crystal",
        "ice": "carved ice",
        "asphalt": "asphalt, tarmac, bitumen",
        "gravel": "gravel, shingle gravel",
        "plastic_white": "plastic, white plastic, polymer, vinyl, pvc, polyethylene, melamine, nylon, bakelite, "
        "fibreglass, fiberglass, grp, gelcoat",
        "plastic_black": "black plastic",
        "abs_grey": "abs, abs plastic, polycarbonate, grey plastic",
        "polypropylene": "polypropylene",
        "acrylic_clear": "acrylic, plexiglass, plexiglas, perspex, lucite, acrylic glass, transparent, see through",
        "resin": "resin, epoxy, epoxy resin",
        "rubber_black": "rubber, black rubber, neoprene, latex",
        "silicone": "silicone",
        "carbon_fibre": "carbon fibre, carbon",
        "wax": "wax, beeswax, paraffin",
        "foam": "foam, polystyrene, styrofoam, memory foam",
        "metallic_paint": "metallic paint, car paint, automotive paint, metal flake, metallic lacquer",
        "chalk_paint": "chalk paint, milk paint, whitewash",
        "matte_paint": "matte paint, emulsion paint, wall paint",
        "paint_white": "gloss paint, enamel paint, powder coat, powder coated",
        "lacquer_black": "black lacquer, piano black, japanned, urushi",
        "lacquer_red": "red lacquer, chinese lacquer",
        "fabric_grey": "fabric, grey fabric, cloth, textile, tweed, chenille, boucle, bouclé, upholstery fabric",
        "fabric_blue": "blue fabric",
        "linen": "linen, hemp, jute, flax",
        "cotton": "cotton, muslin, gauze, terry, percale",
        "canvas": "canvas, burlap, hessian, sackcloth, duck canvas",
        "denim": "denim",
        "wool": "wool, woollen, woolen, fleece, shearling, sheepskin, mohair, knitted, knit, fur, faux fur",
        "felt": "felt",
        "velvet": "velvet, velour, corduroy, plush fabric",
        "plaid": "plaid, tartan, checked fabric",
        "silk": "silk, silken, satin fabric",
        "rope": "rope, sisal, twine, macrame",
        "paper": "paper, parchment, rice paper, washi, papier mache",
        "cardboard": "cardboard, corrugated cardboard, kraft paper",
        "leather_brown": "leather, brown leather, cowhide, faux leather, leatherette",
        "leather_black": "black leather",
        "leather_tan": "tan leather, cognac leather, saddle leather, camel leather, caramel leather",
        "leather_white": "white leather, cream leather, ivory leather",
        "suede": "suede, nubuck, alcantara",
        "grass": "grass, turf",
        "moss": "moss",
        "bark": "bark, birch bark, tree bark",
        "straw": "straw, hay",
        "thatch": "thatch, reed thatch",
        "emissive_cold": "glowing, luminous, fluorescent",
        "neon": "neon",
    }.items()
    for phrase in phrases.split(", ")
}  # fmt: skip

# How a thing was worked, and the words for it.
FINISHES: dict[str, tuple[str, ...]] = {
    "polished": ("polished", "mirror polished", "high polish", "shiny", "burnished", "honed", "lustrous"),
    "brushed": ("brushed", "satin", "satined", "grained"),
    "hammered": ("hammered", "beaten", "dimpled", "planished"),
    "aged": ("aged", "antique", "antiqued", "patinated", "tarnished", "oxidised", "old", "oil rubbed"),
    "weathered": ("weathered", "verdigris", "oxidised", "patinated", "aged", "sun bleached", "silvered", "worn"),
    "rusty": ("rusty", "rusted", "rusting", "corroded", "weathered", "oxidised", "distressed"),
    "galvanised": ("galvanised", "zinc plated"),
    "anodised": ("anodised", "sandblasted", "bead blasted"),
    "cast": ("cast",),
    "wrought": ("wrought", "forged"),
    "reclaimed": ("reclaimed", "salvaged", "recycled", "distressed", "old", "aged"),
    "charred": ("charred", "burnt", "scorched", "blackened"),
    "stained": ("dark stained", "fumed"),
    "painted": ("painted", "enamelled", "powder coated"),
    "frosted": ("frosted", "sandblasted", "etched", "satin", "matte", "opaque"),
    "tinted": ("tinted", "smoked", "smoky"),
    "clear": ("clear", "transparent", "see through"),
    "translucent": ("translucent", "frosted", "milky"),
    "mirrored": ("mirrored", "silvered"),
    "formed": ("board formed", "formed", "shuttered"),
}
# What stands for a family, or some of its materials, where the substance itself was not worked so.
_OTHERWISE: dict[tuple[str, str], str] = {
    ("rusty", "iron"): "iron_rusty", ("rusty", "steel"): "iron_rusty", ("weathered", "wood"): "wood_weathered",
    ("reclaimed", "wood"): "wood_reclaimed", ("charred", "wood"): "wood_charred", ("painted", "wood"): "paint_white",
    ("painted", "metal"): "paint_white", ("clear", "plastic"): "acrylic_clear",
    ("translucent", "plastic"): "polypropylene", ("frosted", "acrylic"): "glass_frosted",
}  # fmt: skip


# What a part is of that is said to be so, where nothing tells of what it is.
_ALONE = {
    "rusty": "iron_rusty", "weathered": "wood_weathered", "reclaimed": "wood_reclaimed", "charred": "wood_charred",
    "frosted": "glass_frosted", "translucent": "glass_frosted",
}  # fmt: skip
# Of these what lets light through is glass; of others it is a plastic.
GLASSWARE = frozenset({"tableware", "vessel", "lighting", "decor", "kitchenware"})
_PANES = frozenset({"shade", "window", "door", "lid", "top", "tabletop", "dome", "roof", "wall", "panel", "globe"})
_GLOSSY, _MATTE = 0.45, 0.5  # roughness up to which, and from which, a surface is so by itself
_SEE_THROUGH = frozenset({"transparent", "see through"})


def of_part(condition: str) -> str:
    """Return of what a part is that is said to be in a condition, such as rusty; "" where that does not tell it."""
    return _ALONE.get(CONDITIONS.get(condition, ""), "")


def is_so(name: str, finish: str) -> bool:
    """Return whether a material is glossy, matte, or worked in some way as it is."""
    rough = CATALOGUE[name].roughness
    is_smooth = (finish == "polished" and rough <= _GLOSSY) or (finish == "matte" and rough >= _MATTE)
    return is_smooth or (bool(finish) and name == finished(name, finish))


def of_words(said: str, category: str, part: str) -> str:
    """Return the material that words mean of a thing of a category, or of a part of it."""
    is_pane = part in _PANES or (not part and category in GLASSWARE)
    return "glass_clear" if said in _SEE_THROUGH and is_pane else MATERIALS[said]


def finished(name: str, finish: str) -> str:
    """Return a material worked in another way, one of `FINISHES`, or what comes nearest; "" where nothing does."""
    material = CATALOGUE[name]
    found = worked(name, finish) or _OTHERWISE.get((finish, material.substance), "")
    return found or _OTHERWISE.get((finish, material.family), "")


def _spellings(phrase: str) -> set[str]:
    """Return the phrase as both sides of the Atlantic write it."""
    american = phrase
    for british, other in (("ised", "ized"), ("oured", "ored"), ("elled", "eled"), ("matte", "matt")):
        american = american.replace(british, other)
    return {lemmas(phrase), lemmas(american)}


def _all_phrases() -> dict[str, str]:
    found: dict[str, str] = {}
    for finish, words in FINISHES.items():
        for base, name in _PLAIN.items():
            result = finished(name, finish) if base.count(" ") < 2 else ""
            for phrase in (f"{word} {base}" for word in words if result):
                for spelled in _spellings(phrase):
                    found.setdefault(spelled, result)
    return found | {spelled: name for phrase, name in _PLAIN.items() for spelled in _spellings(phrase)}


MATERIALS: dict[str, str] = _all_phrases()

# Colours that are substances as well, of which the catalogue has none: a house made of chocolate.
EDIBLE = frozenset({"chocolate", "amber", "emerald", "champagne", "lavender", "mint", "peach", "sapphire", "ruby"})

SHADES: dict[str, float] = {"dark": -0.4, "deep": -0.3, "light": 0.45, "pale": 0.55, "bright": 0.12, "pastel": 0.5}


def shaded(color: str, shade: str) -> str:
    """Return a colour made darker or lighter by a word like `dark`."""
    amount = SHADES.get(shade, 0.0)
    channels = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    mixed = [round(c + (255 - c) * amount) if amount > 0 else round(c * (1 + amount)) for c in channels]
    return "#" + "".join(f"{value:02x}" for value in mixed)
