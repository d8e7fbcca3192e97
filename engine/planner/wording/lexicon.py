"""The planner's own words: styles, features and parts that no archetype claims alone, adjectives, numbers.

A phrase may stand in several lists ("glass" is a material and a part); its place in the sentence decides.
The words for archetypes, their parts and features stand beside their drawings.
"""

from engine.archetypes import styles as style_module

_STYLE_WORDS: dict[str, str] = {
    "steampunk": "steampunk", "clockpunk": "steampunk", "dieselpunk": "steampunk", "victorian": "steampunk",
    "modern": "modern", "bauhaus": "modern", "international style": "modern", "brutalist": "minimalist",
    "futuristic": "futuristic", "sci fi": "futuristic", "scifi": "futuristic", "science fiction": "futuristic",
    "cyberpunk": "futuristic", "high tech": "futuristic", "space age": "futuristic", "vaporwave": "futuristic",
    "minimalist": "minimalist", "minimal": "minimalist", "minimalistic": "minimalist", "scandinavian": "minimalist",
    "scandi": "minimalist", "nordic": "minimalist", "japandi": "minimalist", "zen": "minimalist",
    "japanese": "minimalist", "rustic": "rustic", "farmhouse": "rustic", "farmhouse style": "rustic",
    "country": "rustic", "country style": "rustic", "medieval": "rustic", "vintage": "rustic", "shabby chic": "rustic",
    "boho": "rustic", "bohemian": "rustic", "mediterranean": "rustic", "cottagecore": "rustic", "antique": "rustic",
    "ornate": "baroque", "ornamented": "baroque",
    "tudor": "rustic", "art deco": "art deco", "deco": "art deco", "art nouveau": "baroque", "gatsby": "art deco",
    "baroque": "art deco", "rococo": "art deco", "gothic": "steampunk", "neoclassical": "art deco",
    "industrial": "industrial", "industrial style": "industrial", "loft": "industrial", "loft style": "industrial",
    "contemporary": "contemporary", "mid century": "contemporary", "mid century modern": "contemporary",
    "midcentury": "contemporary", "retro": "contemporary", "post modern": "contemporary",
    "postmodern": "contemporary", "realistic": "realistic", "photorealistic": "realistic", "classic": "realistic",
    "classical": "realistic", "traditional": "realistic", "sleek": "modern", "georgian": "realistic",
    "colonial": "realistic", "1920s": "art deco", "1930s": "art deco", "roaring twenties": "art deco",
    "1950s": "mid century", "1960s": "mid century", "fifties": "mid century", "sixties": "mid century",
    "brutalism": "minimalist", "provincial": "rustic", "provençal": "rustic", "alpine": "rustic",
    "steam punk": "steampunk", "cyber punk": "cyberpunk", "dystopian": "cyberpunk", "neo gothic": "gothic",
    "sixties style": "mid century", "warehouse style": "industrial", "wabi sabi": "japanese",
}  # fmt: skip
STYLE_WORDS: dict[str, str] = (
    _STYLE_WORDS | dict(getattr(style_module, "ALIASES", {})) | {name: name for name in style_module.STYLES}
)

FEATURES: dict[str, str] = {
    "exposed gear": "exposed gears", "visible gear": "exposed gears", "gear visible": "exposed gears",
    "open gear": "exposed gears", "skeleton": "skeleton", "skeletonized": "skeleton", "clockwork": "exposed gears",
    "gear": "gears", "cog": "gears", "solar roof": "solar roof", "solar panel": "solar roof", "solar": "solar roof",
    "photovoltaic": "solar roof", "solar array": "solar roof", "photovoltaic panel": "solar roof",
    "photovoltaic array": "solar roof", "solar module": "solar roof", "pv panel": "solar roof",
    "flat roof": "flat roof", "chain": "chain", "flower": "flower",
    "bouquet": "flower", "rose": "flower", "tulip": "flower", "sail": "sail", "mast": "sail", "antenna": "antenna",
    "aerial": "antenna", "armrest": "armrest", "headrest": "headrest", "cushion": "cushion",
    "upholstered": "upholstered", "padded": "cushion", "tufted": "tufted", "round": "round", "circular": "round",
    "oval": "oval", "porch": "porch", "chimney": "chimney", "garage": "garage", "dispenser": "double",
    "french door": "french", "fluted": "fluted", "handle": "handle", "saucer": "saucer", "drawer": "drawer",
    "monitor": "monitor", "dock": "dock", "charging station": "dock", "pillow": "pillow",
    "gold band": "gold", "canopy": "canopy", "shelf": "shelf", "screen": "screen", "computer": "computer",
    "island": "island", "curtain": "curtain", "square": "square", "rectangular": "rectangular",
    "two tone": "two tone", "striped": "striped", "carved": "carved", "engraved": "engraved",
}  # fmt: skip

_PART_WORDS = (
    "leg", "base", "frame", "top", "body", "case", "shell", "dial", "face", "hand", "crown", "bow", "bezel", "rim",
    "bridge", "plate", "gear", "glass", "window", "wheel", "tyre", "spoke", "door", "roof", "wall", "floor", "seat",
    "back", "backrest", "cushion", "pillow", "arm", "armrest", "headrest", "upholstery", "shade", "stem", "handle",
    "knob", "drawer", "shelf", "book", "antenna", "light", "led", "ring", "button", "screen", "lens", "mast", "sail",
    "hull", "deck", "cabin", "wing", "tail", "fin", "nose", "nozzle", "chassis", "cargo", "box", "cab", "paint",
    "blade", "lawn", "garden", "porch", "chimney", "plinth", "facade", "mullion", "counter", "splashback", "faucet",
    "island", "cabinet", "cupboard", "sofa", "rug", "curtain", "table", "chair", "lamp", "bookshelf", "fridge",
    "oven", "stool", "plant", "vase", "bed", "duvet", "blanket", "mattress", "headboard", "pot", "leaf", "petal",
    "flower", "flute", "saucer", "band", "stand", "neck", "head", "torso", "limb", "joint", "eye", "claw", "key",
    "storey", "chain", "numeral", "track", "spring", "tile", "picture", "desk", "trim", "accent", "surface",
    "tabletop", "pedestal", "armchair", "bedding", "foliage", "planter", "mirror", "engine", "propeller", "container",
    "trailer", "step", "board", "grass", "foundation", "movement", "subdial", "wardrobe", "television", "column",
    "pillar", "fitting", "tread", "spout", "lid", "foot", "panel", "bumper", "grip", "strap", "collar", "rail",
    "railing", "gate", "tower", "hinge", "lock", "grille", "vent", "hood", "corner", "edge", "side", "front", "rivet",
    "bolt", "tube", "pipe", "string", "bell", "hat", "tip", "cap", "cord", "cable", "hoop",
)  # fmt: skip
PARTS: dict[str, str] = {word: word for word in _PART_WORDS} | {
    "housing": "body", "windshield": "window", "windscreen": "window", "tire": "tyre",
    "flatbed": "bed", "truck bed": "bed", "countertop": "counter",
    "worktop": "counter", "tap": "faucet", "couch": "sofa", "carpet": "rug", "cog": "gear", "cogwheel": "gear",
    "alloy": "wheel", "lampshade": "shade", "level": "storey", "story": "storey", "seater": "seat", "casing": "case",
    "keypad": "button", "cover": "upholstery", "exterior": "body", "bodywork": "body", "shelving": "shelf",
    "branch": "leaf", "feature": "accent", "detail": "accent", "detailing": "accent", "legged": "leg", "legger": "leg",
    "wheeled": "wheel", "wheeler": "wheel", "storeyed": "storey", "storied": "storey", "doored": "door",
    "armed": "arm", "bladed": "blade", "seated": "seat", "handled": "handle", "headed": "head", "windowed": "window",
    "shelved": "shelf", "fronted": "door", "topped": "top", "backed": "back", "framed": "frame",
    "roofed": "roof", "domed": "dome", "tiered": "tier",
    "spoked": "spoke", "sided": "side", "pane": "window", "walling": "wall", "flooring": "floor",
    "roofing": "roof", "rabbit ear": "antenna", "lettering": "lettering", "inscription": "lettering",
}  # fmt: skip

MODIFIERS = frozenset((
    "tall", "short", "wide", "narrow", "slim", "deep", "long", "low", "thick", "high", "tiny", "small", "mini",
    "compact", "large", "big", "huge", "giant", "oversized", "little", "empty", "old", "new", "vintage", "antique",
    "smart", "wireless", "electric", "luxury", "elegant", "cozy", "cosy", "simple", "comfortable", "fancy", "cute",
    "ergonomic", "adjustable", "portable", "digital", "classic", "gigantic", "miniature", "enormous", "massive",
    "sturdy", "heavy", "light", "thin", "polished", "aged", "brushed", "exposed", "curved", "turned", "shiny",
    "matte", "matt", "solid", "spoked", "round", "lacquered", "battered", "weathered", "worn", "rusty", "rusted",
    "clean", "dirty", "corroded", "charred", "scorched", "translucent", "muddy", "dusty", "cracked", "damaged",
    "inflatable", "ruined", "abandoned", "lit", "unfurnished", "vacant",
    "bold", "bright", "soft", "hard", "glossy", "satin", "distressed", "smooth", "rough",
    "decorative", "handmade", "rounded", "sloped", "sloping", "slanted", "pitched", "straight", "folding", "foldable",
    "stackable", "modular", "open", "closed",
    "front", "rear", "upper", "lower", "left", "right", "middle", "central", "outer", "inner", "main", "single",
    "double", "triple", "frosted", "clear", "gaming", "delicate", "sleek", "lovely", "pretty", "stylish", "family",
    "professional", "medium", "full", "half", "standing", "sitting", "hanging", "floating", "standard", "oversize",
    "wrapped", "painted", "woven", "stained", "upholstered", "freestanding", "corrugated", "panoramic", "aerodynamic",
    "mechanical", "acoustic", "weatherproof", "waterproof", "glowing", "wooden", "industrial", "silky", "rugged",
    "lightweight", "vertical", "horizontal", "spacious", "grand", "realistic", "detailed", "circular", "oval",
    "square", "rectangular", "tufted", "padded", "fluted", "striped", "engraved", "photovoltaic", "solar",
    "skeletonized", "quaint", "cheap", "expensive", "affordable", "premium", "luxurious", "plain", "traditional",
    "tapered", "slender", "chunky", "plush", "fluffy", "cushy", "floor to ceiling", "wall to wall", "high end",
    "eco friendly", "environmentally friendly", "environment friendly", "climate friendly", "state of the art",
    "easy to clean", "top of the range", "over ear", "on ear", "in ear",
    "all electric",
    "low slung", "l shaped", "u shaped", "game ready", "stylised", "stylized", "cartoon", "cartoonish", "fantasy",
    "ancient", "serene", "calm",
    "gorgeous", "stunning", "charming", "super", "ultra", "extra", "fast", "friendly", "ultimate", "revolutionary",
    "executive", "spooky", "cool", "funny", "happy", "magic", "magical", "epic", "iconic", "timeless",
    "durable", "robust", "outdoor", "indoor", "urban", "everyday", "basic", "generic", "typical", "normal", "regular",
    "ordinary", "usual", "proper", "perfect", "amazing", "awesome", "attractive", "appealing", "refined", "exquisite",
    "flat", "bare", "fine", "royal", "noble", "rich", "creepy", "scary", "haunted", "quirky", "whimsical", "warm",
    "inviting", "airy", "sunny", "quiet", "silent", "tidy", "messy", "used", "brand new", "second hand", "secondhand",
    "custom", "bespoke", "handcrafted", "hand made", "hand carved", "user friendly", "space saving", "multi purpose",
    "matching", "parked",
    "heavy duty", "full size", "life size", "life sized", "real life", "one of a kind", "wide open", "detached",
))  # fmt: skip
# Nouns that only say how a surface is finished: "in white lacquer", "a coat of red paint".
FINISH_NOUNS = frozenset((
    "paint", "lacquer", "enamel", "varnish", "stain", "render", "stucco", "finish", "glaze", "coating", "coat",
    "livery", "paintwork", "hue", "tone", "tint", "color", "colorway", "gloss", "palette", "scheme", "patina",
    "color scheme", "material", "paint job", "finishing",
))  # fmt: skip
COLOR_QUALIFIERS = frozenset((
    "pearl", "mint", "forest", "midnight", "royal", "sky", "navy", "lemon", "blood", "ivory", "snow", "jet", "baby",
    "burnt", "hot", "neon", "electric", "dusty", "powder", "steel", "racing", "army", "bottle", "sea", "rose", "pure",
    "off", "metallic", "candy", "cherry", "ruby", "emerald", "ocean", "ice", "vivid", "muted", "warm", "cool", "soft",
    "rich", "deep", "light", "dark", "pale", "bright", "pastel", "matte", "matt", "glossy", "gloss", "satin", "french",
    "space", "sunset",
    "tomato", "brick", "sand", "slate", "smoke", "dove", "duck egg", "cobalt", "cornflower", "petrol",
    "peacock", "moss", "hunter", "kelly", "british racing", "canary", "sunflower", "honey", "pea", "grass", "leaf",
    "fire engine", "signal", "postbox", "oxblood", "wine", "berry", "bubblegum", "hot", "shocking", "acid", "electric",
    "prussian", "oxford", "denim", "stone", "elephant", "gunmetal", "charcoal", "coffee", "chestnut", "fluorescent",
))  # fmt: skip
# Archetypes of what comes in pairs: a pair of them is drawn as one.
PAIRED = frozenset((
    "scissors", "glasses", "headphones", "binoculars", "roller skates", "skis", "crutches", "pliers", "curtain", "shoe",
))  # fmt: skip
METAL_COLORS = frozenset({"silver", "gold", "golden", "copper", "bronze"})  # said of plastic and paint, too
QUALITIES = frozenset((
    "electric", "wireless", "digital", "smart", "ergonomic", "adjustable", "portable", "folding", "foldable",
    "stackable", "modular", "curved", "round", "mechanical", "acoustic", "aerodynamic", "weatherproof", "waterproof",
    "freestanding", "corrugated", "panoramic", "glowing", "frosted", "upholstered", "compact", "floating", "hanging",
    "usb", "bluetooth", "cordless", "solar", "rechargeable", "inflatable", "extendable", "reclining", "swivel",
    "rotating", "self", "cleaning", "built", "automatic", "manual", "striped", "oval", "square",
    "rectangular", "gaming", "hybrid", "charging", "wifi", "backlit",
))  # fmt: skip
QUALITY_ENDINGS = ("proof", "powered", "able", "ible", "loading", "driven", "shaped")
NO_QUALITIES = frozenset({"invisible", "impossible"})  # nobody can draw them
OPPOSITES = (
    (
        frozenset({"tiny", "small", "mini", "miniature", "little", "compact"}),
        frozenset({"large", "big", "huge", "giant", "gigantic", "enormous", "massive", "oversized"}),
    ),
    (frozenset({"tall", "high"}), frozenset({"short", "low"})),
    (frozenset({"wide"}), frozenset({"narrow"})),
    (frozenset({"thick", "chunky"}), frozenset({"thin", "slim", "slender"})),
    (frozenset({"old", "antique", "battered", "worn"}), frozenset({"new"})),
    (frozenset({"round", "circular"}), frozenset({"square", "rectangular"})),
)
MODIFIER_MEANS = {"gigantic": "giant", "enormous": "giant", "massive": "huge", "miniature": "mini", "thin": "slim",
                  "unfurnished": "empty", "vacant": "empty"}  # fmt: skip

NUMBERS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "single": 1, "double": 2,
    "triple": 3, "twin": 2, "pair": 2, "couple": 2, "trio": 3,
    "dozen": 12, "half a dozen": 6, "half dozen": 6, "two dozen": 24,
    "twenty": 20, "twenty four": 24, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "a hundred": 100,
}  # fmt: skip
LOOSE_NUMBERS = frozenset({"single", "double", "triple", "twin"})  # they count parts, never whole things

CARRIERS = frozenset((
    "model", "picture", "image", "render", "rendering", "set", "pair", "kind", "type", "design", "piece", "sort",
    "version", "replica", "scene", "view", "sketch", "drawing", "concept", "example", "couple", "group", "collection",
    "bunch", "row", "asset", "mesh", "photo", "mockup", "prop", "dozen", "style", "look",
    "pile", "heap", "stack",
))  # fmt: skip
VAGUE_NAMES = frozenset({"house", "room", "tower", "toy", "stand", "holder"})  # vague, yet names of their own
PLACEHOLDERS = frozenset((
    "thing", "something", "device", "machine", "object", "place", "somewhere", "vessel", "box", "item", "tool",
    "container", "piece", "vehicle", "structure", "building", "gadget", "apparatus", "instrument", "furniture",
    "appliance", "contraption", "anything", "equipment", "footwear", "unit", "companion", "one", "stuff", "article",
    "fixture", "utensil", "toy", "creature", "house", "room", "tower", "holder", "stand", "timepiece", "contrivance",
    "gizmo", "doohickey", "doodad", "someplace", "construction", "spot", "implement", "setup",
))  # fmt: skip

# Nouns that say nothing more behind a name: an air conditioner unit, a speaker system.
GENERIC_NOUNS = (
    PLACEHOLDERS | CARRIERS | {"system", "figurine", "figure", "product", "module", "assembly"}
) - VAGUE_NAMES

# Places out of doors, of which only what is there is drawn.
GROUNDS = frozenset((
    "street", "park", "playground", "square", "plaza", "beach", "courtyard", "yard", "backyard", "terrace", "patio",
    "field", "meadow", "forest", "garden", "lawn", "harbour", "harbor", "picnic", "blanket", "road", "sidewalk",
    "campsite", "clearing", "corner", "nook", "farmyard", "barnyard", "schoolyard", "marketplace", "alley", "lot",
    "orchard", "vineyard", "pasture", "jungle", "desert", "hill", "hillside", "valley", "riverbank", "riverside",
    "lakeside", "seaside", "shore", "promenade", "veranda", "village", "town", "zoo", "area", "scene", "setting",
    "setup", "farm", "ranch", "balcony", "porch", "deck", "rooftop", "diorama", "composition",
    "still life", "landscape",
))  # fmt: skip

# Places that are named by what is made, dug or sold there: a glass factory is not of glass.
TRADES = frozenset((
    "factory", "mill", "shop", "store", "works", "market", "foundry", "workshop", "boutique", "refinery", "showroom",
    "mine", "plant", "outlet", "glassworks", "ironworks", "steelworks",
))  # fmt: skip

# How a part stands: a drawing that does not look for such a word draws the part as it always does.
FORMS = frozenset((
    "square", "triangular", "hexagonal", "octagonal", "oval", "rectangular", "heart shaped", "star shaped", "spiral",
    "crooked", "wavy",
))  # fmt: skip
STATES = frozenset((
    "closed", "shut", "open", "opened", "ajar", "folded", "unfolded", "raised", "lowered", "extended", "retracted",
    "lit", "unlit", "broken", "empty", "full", "removed", "missing",
))  # fmt: skip
# What use and weather made of a thing, and what is done to its surface: seen, or not drawn.
CONDITIONS: dict[str, str] = {
    "rusty": "rusty", "rusted": "rusty", "corroded": "rusty", "weathered": "weathered", "worn": "weathered",
    "battered": "", "distressed": "reclaimed", "charred": "charred", "scorched": "charred", "frosted": "frosted",
    "translucent": "translucent", "polished": "polished", "glossy": "polished", "shiny": "polished", "matte": "matte",
    "matt": "matte", "dirty": "", "muddy": "", "dusty": "", "cracked": "", "damaged": "", "ruined": "", "abandoned": "",
    "messy": "",
}  # fmt: skip
# Forms of a whole thing: a drawing has them, looks for the word, or does not draw them.
SEEN = frozenset((
    "curved", "woven", "corrugated", "floating", "hanging", "rounded", "tapered", "inflatable", "fluffy", "square",
    "rectangular", "round", "circular", "oval", "open", "closed", "shut", "striped", "sloped", "sloping", "slanted",
    "pitched",
))  # fmt: skip
# Forms that only some drawings know.
SHAPES = frozenset((
    "spiral", "spherical", "slatted", "louvered", "faceted", "facetted", "twisted", "ribbed", "serrated", "arched",
    "hollow", "cantilever", "sunburst", "bentwood", "thatched", "articulated", "rocking", "gabled", "pillared",
    "symmetric",
))  # fmt: skip
