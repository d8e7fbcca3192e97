"""The words that the planner knows: archetypes, parts, features, styles, modifiers."""

from dataclasses import dataclass

from domain.spec import DesignType
from engine.archetypes import ARCHETYPES


@dataclass(frozen=True, slots=True)
class Kind:
    """What a phrase means: an archetype, or only a hint at one."""

    archetype: str
    design_type: DesignType
    category: str
    phrases: tuple[str, ...]
    is_vague: bool = False  # the phrases only hint at it


def _kinds() -> tuple[Kind, ...]:
    clear = [Kind(one.name, one.design_type, one.category, one.phrases) for one in ARCHETYPES.values()]
    vague = [Kind(one.name, one.design_type, one.category, one.hints, is_vague=True) for one in ARCHETYPES.values()]
    return (*clear, *(kind for kind in vague if kind.phrases))


KINDS = _kinds()
_OWN_FEATURES = {phrase: meaning for one in ARCHETYPES.values() for phrase, meaning in one.features.items()}
_OWN_PARTS = {word: word for one in ARCHETYPES.values() for word in one.parts}

STYLE_WORDS: dict[str, str] = {
    "steampunk": "steampunk", "victorian": "steampunk", "modern": "modern", "futuristic": "futuristic",
    "sci fi": "futuristic", "scifi": "futuristic", "cyberpunk": "futuristic", "minimalist": "minimalist",
    "minimal": "minimalist", "scandinavian": "minimalist", "rustic": "rustic", "farmhouse style": "rustic",
    "country": "rustic", "art deco": "art deco", "deco": "art deco", "industrial": "industrial",
    "loft": "industrial", "contemporary": "contemporary", "realistic": "realistic", "classic": "realistic",
    "traditional": "realistic", "sleek": "modern", "mid century": "contemporary", "vintage": "rustic",
    "retro": "contemporary",
}  # fmt: skip

FEATURES: dict[str, str] = _OWN_FEATURES | {
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
    "island": "island", "curtain": "curtain",
}  # fmt: skip

_PART_WORDS = (
    "leg", "base", "frame", "top", "body", "case", "shell", "dial", "face", "hand", "crown", "bow", "bezel", "rim",
    "bridge", "plate", "gear", "glass", "window", "wheel", "tyre", "spoke", "door", "roof", "wall", "floor", "seat",
    "back", "backrest", "cushion", "pillow", "arm", "armrest", "headrest", "upholstery", "shade", "stem", "handle",
    "knob", "drawer", "shelf", "book", "antenna", "light", "led", "ring", "button", "screen", "lens", "mast",
    "sail", "hull", "deck", "cabin", "wing", "tail", "fin", "nose", "nozzle", "chassis", "cargo", "box", "cab",
    "paint", "blade", "lawn", "garden", "porch", "chimney", "plinth", "facade", "mullion", "counter", "splashback",
    "faucet", "island", "cabinet", "cupboard", "sofa", "rug", "curtain", "table", "chair", "lamp", "bookshelf",
    "fridge", "oven", "stool", "plant", "vase", "bed", "duvet", "blanket", "mattress", "headboard", "pot", "leaf",
    "petal", "flower", "flute", "saucer", "band", "stand", "neck", "head", "torso", "limb", "joint", "eye", "claw",
    "key", "storey", "chain", "numeral", "track", "spring", "tile", "picture", "desk", "trim", "accent", "surface",
    "tabletop", "pedestal", "armchair", "bedding", "foliage", "planter", "mirror", "engine", "propeller",
    "container", "trailer", "step", "board", "grass", "foundation", "movement", "subdial", "wardrobe", "television",
    "column", "pillar", "fitting", "tread", "spout", "lid", "foot",
)  # fmt: skip

PARTS: dict[str, str] = _OWN_PARTS | {word: word for word in _PART_WORDS} | {
    "housing": "body", "windshield": "window", "windscreen": "window", "tire": "tyre", "countertop": "counter",
    "worktop": "counter", "tap": "faucet", "couch": "sofa", "carpet": "rug", "cog": "gear", "cogwheel": "gear",
    "alloy": "wheel", "lampshade": "shade", "level": "storey", "seater": "seat", "casing": "case",
    "keypad": "button", "cover": "upholstery", "exterior": "body", "bodywork": "body", "shelving": "shelf",
    "branch": "leaf", "feature": "accent", "detail": "accent", "detailing": "accent",
}  # fmt: skip

MODIFIERS = frozenset((
    "tall", "short", "wide", "narrow", "slim", "deep", "long", "low", "thick", "high", "tiny", "small", "mini",
    "compact", "large", "big", "huge", "giant", "oversized", "little", "empty", "old", "new", "vintage", "antique",
    "smart", "wireless", "electric", "luxury", "elegant", "cozy", "simple", "comfortable", "fancy", "cute",
    "ergonomic", "adjustable", "portable", "digital", "classic",
))  # fmt: skip

NUMBERS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "single": 1, "double": 2, "triple": 3, "pair": 2, "dozen": 12, "twenty": 20,
    "thirty": 30,
}  # fmt: skip

NEGATORS = frozenset({"no", "without", "not", "minus", "lacking", "never", "omit", "remove", "except", "excluding"})
PREPOSITIONS = frozenset((
    "with", "for", "in", "on", "of", "that", "which", "featuring", "having", "has", "made", "shaped", "near", "by",
    "from", "at", "under", "using", "beside", "above", "behind", "inside", "around", "against", "next", "into",
    "where", "whose", "including", "covered", "filled", "standing", "sitting", "and", "but", "or", "plus", "to",
    "like", "as", "over", "below",
))  # fmt: skip
CARRIERS = frozenset((
    "model", "picture", "image", "render", "rendering", "set", "pair", "kind", "type", "design", "piece", "sort",
    "version", "replica", "scene", "view", "sketch", "drawing", "concept", "example", "miniature",
))  # fmt: skip
STOPWORDS = frozenset((
    "a", "an", "the", "this", "that", "these", "those", "it", "its", "is", "are", "be", "been", "being", "and",
    "or", "but", "with", "without", "of", "in", "on", "at", "to", "for", "from", "by", "as", "into", "onto", "over",
    "under", "near", "beside", "between", "around", "against", "very", "really", "quite", "some", "any", "all",
    "each", "every", "other", "more", "most", "less", "than", "then", "so", "such", "just", "only", "also", "too",
    "i", "me", "my", "we", "our", "you", "your", "he", "she", "they", "them", "their", "please", "make", "create",
    "generate", "design", "build", "model", "draw", "render", "give", "want", "need", "would", "like", "should",
    "could", "can", "must", "will", "have", "has", "had", "do", "does", "one", "ones", "there", "here", "which",
    "who", "whose", "what", "when", "where", "how", "made", "making", "featuring", "style", "styled", "inspired",
    "look", "looking", "shaped", "shape", "s", "t", "up", "down", "out", "off", "about", "color", "colored",
    "coloured", "3d", "object", "thing", "something", "nice", "beautiful", "good", "great", "high", "quality",
    "detailed", "detail", "realistic", "image", "picture", "photo", "not", "no", "never", "nor", "neither", "both",
    "per", "via", "plus", "using", "use", "used", "room", "size", "sized",
))  # fmt: skip
