"""The words that the planner knows: what each phrase can mean.

A phrase may mean several things at once ("glass" is a material, a part and a vessel); the place in the sentence decides.
The words for archetypes, their parts and features stand beside their drawings.
"""

from dataclasses import dataclass, field, replace

from engine.archetypes import ARCHETYPES, Archetype
from engine.archetypes import styles as style_module
from engine.planner.links import LINKS, STOPWORDS
from engine.planner.substances import COLORS, MATERIALS, SHADES
from engine.planner.words import lemmas

LONGEST = 5


@dataclass(frozen=True, slots=True)
class Meaning:
    """All that a phrase can mean."""

    thing: str = ""  # the archetype that it names
    part: str = ""
    material: str = ""
    color: str = ""
    style: str = ""
    features: dict[str, str] = field(default_factory=dict)  # archetype, or "" for any → feature
    number: int = 0
    link: str = ""
    is_modifier: bool = False
    is_shade: bool = False
    is_quiet: bool = False
    is_carrier: bool = False

    @property
    def is_adjective(self) -> bool:
        """Return whether it can say of what kind a thing is."""
        return bool(self.material or self.color or self.style or self.is_modifier or self.is_shade)


_STYLE_WORDS: dict[str, str] = {
    "steampunk": "steampunk", "clockpunk": "steampunk", "dieselpunk": "steampunk", "victorian": "steampunk",
    "modern": "modern", "bauhaus": "modern", "international style": "modern", "brutalist": "industrial",
    "futuristic": "futuristic", "sci fi": "futuristic", "scifi": "futuristic", "science fiction": "futuristic",
    "cyberpunk": "futuristic", "high tech": "futuristic", "space age": "futuristic", "vaporwave": "futuristic",
    "minimalist": "minimalist", "minimal": "minimalist", "minimalistic": "minimalist", "scandinavian": "minimalist",
    "scandi": "minimalist", "nordic": "minimalist", "japandi": "minimalist", "zen": "minimalist",
    "japanese": "minimalist", "rustic": "rustic", "farmhouse": "rustic", "farmhouse style": "rustic",
    "country": "rustic", "country style": "rustic", "medieval": "rustic", "vintage": "rustic", "shabby chic": "rustic",
    "boho": "rustic", "bohemian": "rustic", "mediterranean": "rustic", "cottagecore": "rustic", "antique": "rustic",
    "tudor": "rustic", "art deco": "art deco", "deco": "art deco", "art nouveau": "art deco", "gatsby": "art deco",
    "baroque": "art deco", "rococo": "art deco", "gothic": "steampunk", "neoclassical": "art deco",
    "industrial": "industrial", "industrial style": "industrial", "loft": "industrial", "loft style": "industrial",
    "contemporary": "contemporary", "mid century": "contemporary", "mid century modern": "contemporary",
    "midcentury": "contemporary", "retro": "contemporary", "post modern": "contemporary",
    "postmodern": "contemporary", "realistic": "realistic", "photorealistic": "realistic", "classic": "realistic",
    "classical": "realistic", "traditional": "realistic", "sleek": "modern", "georgian": "realistic",
    "colonial": "realistic",
}  # fmt: skip
STYLE_WORDS: dict[str, str] = (
    _STYLE_WORDS | dict(getattr(style_module, "ALIASES", {})) | {name: name for name in style_module.STYLES}
)

FEATURES: dict[str, str] = {
    "exposed gear": "exposed gears", "visible gear": "exposed gears", "gear visible": "exposed gears",
    "open gear": "exposed gears", "skeleton": "skeleton", "skeletonized": "skeleton", "clockwork": "exposed gears",
    "gear": "gears", "cog": "gears", "solar roof": "solar roof", "solar panel": "solar roof", "solar": "solar roof",
    "photovoltaic": "solar roof", "flat roof": "flat roof", "chain": "chain", "flower": "flower",
    "bouquet": "flower", "rose": "flower", "tulip": "flower", "sail": "sail", "mast": "sail", "antenna": "antenna",
    "aerial": "antenna", "armrest": "armrest", "headrest": "headrest", "cushion": "cushion",
    "upholstered": "upholstered", "padded": "cushion", "tufted": "tufted", "round": "round", "circular": "round",
    "oval": "oval", "porch": "porch", "chimney": "chimney", "garage": "garage", "dispenser": "double",
    "french door": "french", "fluted": "fluted", "handle": "handle", "saucer": "saucer", "drawer": "drawer",
    "monitor": "monitor", "dock": "dock", "charging station": "dock", "pillow": "pillow", "gilded": "gilded",
    "gold band": "gold", "canopy": "canopy", "shelf": "shelf", "screen": "screen", "computer": "computer",
    "island": "island", "curtain": "curtain", "square": "square", "rectangular": "rectangular",
    "two tone": "two tone", "striped": "striped", "carved": "carved", "engraved": "engraved",
}  # fmt: skip

_PART_WORDS = [
    "leg",
    "base",
    "frame",
    "top",
    "body",
    "case",
    "shell",
    "dial",
    "face",
    "hand",
    "crown",
    "bow",
    "bezel",
    "rim",
    "bridge",
    "plate",
    "gear",
    "glass",
    "window",
    "wheel",
    "tyre",
    "spoke",
    "door",
    "roof",
    "wall",
    "floor",
    "seat",
    "back",
    "backrest",
    "cushion",
    "pillow",
    "arm",
    "armrest",
    "headrest",
    "upholstery",
    "shade",
    "stem",
    "handle",
    "knob",
    "drawer",
    "shelf",
    "book",
    "antenna",
    "light",
    "led",
    "ring",
    "button",
    "screen",
    "lens",
    "mast",
    "sail",
    "hull",
    "deck",
    "cabin",
    "wing",
    "tail",
    "fin",
    "nose",
    "nozzle",
    "chassis",
    "cargo",
    "box",
    "cab",
    "paint",
    "blade",
    "lawn",
    "garden",
    "porch",
    "chimney",
    "plinth",
    "facade",
    "mullion",
    "counter",
    "splashback",
    "faucet",
    "island",
    "cabinet",
    "cupboard",
    "sofa",
    "rug",
    "curtain",
    "table",
    "chair",
    "lamp",
    "bookshelf",
    "fridge",
    "oven",
    "stool",
    "plant",
    "vase",
    "bed",
    "duvet",
    "blanket",
    "mattress",
    "headboard",
    "pot",
    "leaf",
    "petal",
    "flower",
    "flute",
    "saucer",
    "band",
    "stand",
    "neck",
    "head",
    "torso",
    "limb",
    "joint",
    "eye",
    "claw",
    "key",
    "storey",
    "chain",
    "numeral",
    "track",
    "spring",
    "tile",
    "picture",
    "desk",
    "trim",
    "accent",
    "surface",
    "tabletop",
    "pedestal",
    "armchair",
    "bedding",
    "foliage",
    "planter",
    "mirror",
    "engine",
    "propeller",
    "container",
    "trailer",
    "step",
    "board",
    "grass",
    "foundation",
    "movement",
    "subdial",
    "wardrobe",
    "television",
    "column",
    "pillar",
    "fitting",
    "tread",
    "spout",
    "lid",
    "foot",
    "panel",
    "bumper",
    "grip",
    "strap",
    "collar",
    "rail",
    "railing",
    "gate",
    "tower",
    "hinge",
    "lock",
    "grille",
    "vent",
    "hood",
    "corner",
    "edge",
    "side",
    "front",
    "rivet",
    "bolt",
    "tube",
    "pipe",
    "string",
    "bell",
    "hat",
    "tip",
    "cap",
    "cord",
    "cable",
    "hoop",
]
PARTS: dict[str, str] = {word: word for word in _PART_WORDS} | {
    "housing": "body", "windshield": "window", "windscreen": "window", "tire": "tyre", "countertop": "counter",
    "worktop": "counter", "tap": "faucet", "couch": "sofa", "carpet": "rug", "cog": "gear", "cogwheel": "gear",
    "alloy": "wheel", "lampshade": "shade", "level": "storey", "story": "storey", "seater": "seat", "casing": "case",
    "keypad": "button", "cover": "upholstery", "exterior": "body", "bodywork": "body", "shelving": "shelf",
    "branch": "leaf", "feature": "accent", "detail": "accent", "detailing": "accent", "legged": "leg", "legger": "leg",
    "wheeled": "wheel", "wheeler": "wheel", "storeyed": "storey", "storied": "storey", "doored": "door",
    "armed": "arm", "bladed": "blade", "seated": "seat", "handled": "handle", "headed": "head", "windowed": "window",
    "shelved": "shelf", "spoked": "spoke", "sided": "side", "pane": "window", "walling": "wall", "flooring": "floor",
    "roofing": "roof",
}  # fmt: skip

MODIFIERS = frozenset(["tall", "short", "wide", "narrow", "slim", "deep", "long", "low", "thick", "high", "tiny", "small", "mini", "compact", "large", "big", "huge", "giant", "oversized", "little", "empty", "old", "new", "vintage", "antique", "smart", "wireless", "electric", "luxury", "elegant", "cozy", "cosy", "simple", "comfortable", "fancy", "cute", "ergonomic", "adjustable", "portable", "digital", "classic", "gigantic", "miniature", "enormous", "massive", "sturdy", "heavy", "light", "thin", "polished", "aged", "brushed", "exposed", "curved", "turned", "shiny", "matte", "matt", "solid", "spoked", "round", "lacquered", "battered", "weathered", "worn", "rusty", "rusted", "clean", "dirty", "bold", "bright", "soft", "hard", "glossy", "satin", "distressed", "smooth", "rough", "ornate", "decorative", "handmade", "rounded", "straight", "folding", "foldable", "stackable", "modular", "open", "closed", "front", "rear", "upper", "lower", "left", "right", "middle", "central", "outer", "inner", "main", "single", "double", "triple", "frosted", "clear", "gaming", "delicate", "sleek", "lovely", "pretty", "stylish", "family", "professional", "medium", "full", "half", "standing", "sitting", "hanging", "floating", "standard", "oversize", "wrapped", "painted", "woven", "stained", "upholstered", "freestanding", "corrugated", "panoramic", "aerodynamic", "mechanical", "acoustic", "weatherproof", "waterproof", "glowing", "wooden", "industrial", "silky", "rugged", "lightweight", "vertical", "horizontal", "spacious", "grand", "realistic", "detailed", "simple", "circular", "oval", "square", "rectangular", "tufted", "padded", "fluted", "gilded", "striped", "engraved", "photovoltaic", "solar", "skeletonized", "quaint", "cheap", "expensive", "affordable", "premium", "luxurious", "plain", "traditional", "tapered", "slender", "chunky", "plush", "fluffy", "cushy"])  # fmt: skip
COLOR_QUALIFIERS = frozenset(["pearl", "mint", "forest", "midnight", "royal", "sky", "navy", "lemon", "blood", "ivory", "snow", "jet", "baby", "burnt", "hot", "neon", "electric", "dusty", "powder", "steel", "racing", "army", "bottle", "sea", "rose", "pure", "off", "metallic", "candy", "cherry", "ruby", "emerald", "ocean", "ice", "vivid", "muted", "warm", "cool", "soft", "rich", "deep", "light", "dark", "pale", "bright", "pastel", "matte", "matt", "glossy", "gloss", "satin"])  # fmt: skip
QUALITIES = frozenset(["electric", "wireless", "digital", "smart", "ergonomic", "adjustable", "portable", "folding", "foldable", "stackable", "modular", "curved", "round", "mechanical", "acoustic", "aerodynamic", "weatherproof", "waterproof", "freestanding", "corrugated", "panoramic", "glowing", "frosted", "upholstered", "compact", "floating", "hanging", "usb", "bluetooth", "cordless", "solar", "rechargeable", "inflatable", "extendable", "reclining", "swivel", "rotating", "self", "cleaning", "built", "automatic", "manual", "transparent", "striped", "oval", "square", "rectangular", "gaming", "hybrid"])  # fmt: skip
QUALITY_ENDINGS = ("proof", "powered", "able", "ible", "loading", "driven", "shaped")
OPPOSITES = (
    (frozenset(["tiny", "small", "mini", "miniature", "little", "compact"]), frozenset(["large", "big", "huge", "giant", "gigantic", "enormous", "massive", "oversized"])),
    (frozenset({"tall", "high"}), frozenset({"short", "low"})),
    (frozenset({"wide"}), frozenset({"narrow"})),
    (frozenset({"thick", "chunky"}), frozenset({"thin", "slim", "slender"})),
    (frozenset({"old", "antique", "battered", "worn"}), frozenset({"new"})),
    (frozenset({"round", "circular"}), frozenset({"square", "rectangular"})),
)  # fmt: skip
MODIFIER_MEANS = {"gigantic": "giant", "enormous": "giant", "massive": "huge", "miniature": "mini", "thin": "slim"}

NUMBERS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "single": 1, "double": 2,
    "triple": 3, "twin": 2, "pair": 2, "couple": 2, "dozen": 12, "half a dozen": 6, "half dozen": 6, "two dozen": 24,
    "twenty": 20, "twenty four": 24, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "a hundred": 100,
}  # fmt: skip
LOOSE_NUMBERS = frozenset({"single", "double", "triple", "twin"})  # they count parts, never whole things

CARRIERS = frozenset(["model", "picture", "image", "render", "rendering", "set", "pair", "kind", "type", "design", "piece", "sort", "version", "replica", "scene", "view", "sketch", "drawing", "concept", "example", "couple", "group", "collection", "bunch", "row", "asset", "mesh", "photo", "mockup", "prop", "dozen", "style", "look"])  # fmt: skip
PLACEHOLDERS = frozenset(["thing", "something", "device", "machine", "object", "place", "somewhere", "vessel", "box", "item", "tool", "container", "piece", "vehicle", "structure", "building", "gadget", "apparatus", "instrument", "furniture", "appliance", "contraption", "anything", "equipment", "footwear", "unit", "companion", "one", "stuff", "article", "fixture", "utensil", "toy", "creature", "house", "room", "tower", "holder", "stand"])  # fmt: skip


def _vocabulary() -> dict[str, Meaning]:
    table: dict[str, Meaning] = {}

    def add(phrase: str, **meaning: object) -> None:
        key = lemmas(phrase)
        table[key] = replace(table.get(key, Meaning()), **meaning)  # type: ignore[arg-type]

    for word in STOPWORDS:
        add(word, is_quiet=True)
    for words, name in ((MODIFIERS, "is_modifier"), (SHADES, "is_shade"), (CARRIERS, "is_carrier")):
        for word in words:
            add(word, **{name: True})
    for words_of, name in (
        (PARTS, "part"), (MATERIALS, "material"), (COLORS, "color"), (STYLE_WORDS, "style"), (NUMBERS, "number"),
        (LINKS, "link"),
    ):  # fmt: skip
        for phrase, value in words_of.items():
            add(phrase, **{name: value})
    _add_archetypes(table)
    return table


def _add_archetypes(table: dict[str, Meaning]) -> None:
    for phrase, feature in FEATURES.items():
        _add_feature(table, phrase, "", feature)
    for one in ARCHETYPES.values():
        for phrase in _own_phrases(one):
            key = lemmas(phrase)
            known = table.get(key, Meaning())
            table[key] = known if known.thing else replace(known, thing=one.name)
        for word in one.parts:
            key = lemmas(word)
            known = table.get(key, Meaning())
            table[key] = known if known.part else replace(known, part=key)
        for phrase, feature in one.features.items():
            _add_feature(table, phrase, one.name, feature)


def _own_phrases(one: Archetype) -> list[str]:
    """Return the phrases that name an archetype, less those that only put an adjective before another of them."""
    keys = {lemmas(phrase) for phrase in (*one.phrases, one.name)}
    adjectives = MATERIALS.keys() | COLORS.keys() | MODIFIERS | STYLE_WORDS.keys() | FEATURES.keys() | SHADES.keys()
    return [key for key in keys if not (key.partition(" ")[0] in adjectives and key.partition(" ")[2] in keys)]


def _add_feature(table: dict[str, Meaning], phrase: str, archetype: str, feature: str) -> None:
    key = lemmas(phrase)
    known = table.get(key, Meaning())
    table[key] = replace(known, features=known.features | {archetype: feature})


VOCABULARY = _vocabulary()
