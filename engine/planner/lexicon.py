"""The words that the planner knows: archetypes, parts, features, styles, modifiers."""

from dataclasses import dataclass

from domain.spec import DesignType


@dataclass(frozen=True, slots=True)
class Kind:
    """One archetype: where it belongs, and the phrases that mean it (singular, lower case)."""

    archetype: str
    design_type: DesignType
    category: str
    phrases: tuple[str, ...]
    is_vague: bool = False  # the phrases only hint at it


def _kind(archetype: str, design_type: DesignType, category: str, phrases: str, *, vague: bool = False) -> Kind:
    return Kind(archetype, design_type, category, tuple(phrase.strip() for phrase in phrases.split(",")), vague)


KINDS: tuple[Kind, ...] = (
    _kind(
        "pocket watch", "object", "timepiece",
        "pocket watch, watch, pocketwatch, fob watch, timepiece, chronometer, clockwork watch, stopwatch",
    ),
    _kind(
        "car", "vehicle", "car",
        "car, sedan, sports car, race car, racing car, automobile, suv, hatchback, coupe, roadster, supercar, "
        "hypercar, van, minivan, taxi, cab, jeep, limousine, station wagon, electric car, city car, vehicle, "
        "crossover",
    ),
    _kind(
        "truck", "vehicle", "truck",
        "truck, lorry, box truck, delivery truck, cargo truck, moving truck, semi truck, freight truck",
    ),
    _kind(
        "boat", "vehicle", "boat",
        "boat, sailboat, sailing boat, yacht, motorboat, motor boat, ship, dinghy, fishing boat, speedboat, "
        "vessel, rowing boat, sailing yacht",
    ),
    _kind(
        "plane", "vehicle", "aircraft",
        "plane, airplane, aeroplane, aircraft, jet, airliner, biplane, propeller plane, jetliner, fighter, "
        "glider, warplane, passenger jet",
    ),
    _kind(
        "rocket", "vehicle", "spacecraft",
        "rocket, spaceship, spacecraft, space rocket, rocket ship, rocketship, missile, space ship",
    ),
    _kind(
        "office chair", "furniture", "chair",
        "office chair, desk chair, swivel chair, gaming chair, computer chair, task chair, ergonomic chair, "
        "executive chair, work chair",
    ),
    _kind(
        "chair", "furniture", "chair",
        "chair, dining chair, kitchen chair, side chair, wooden chair, seat, garden chair, throne",
    ),
    _kind("stool", "furniture", "chair", "stool, bar stool, barstool, footstool, counter stool"),
    _kind(
        "sofa", "furniture", "sofa",
        "sofa, couch, settee, loveseat, armchair, arm chair, lounge chair, chesterfield, sectional, easy chair, "
        "wing chair, divan, recliner",
    ),
    _kind(
        "bed", "furniture", "bed",
        "bed, double bed, king bed, single bed, twin bed, queen bed, bunk, bedstead, king size bed, queen size "
        "bed",
    ),
    _kind(
        "table", "furniture", "table",
        "table, dining table, coffee table, side table, end table, kitchen table, round table, nightstand, "
        "bedside table, console table, picnic table, low table, bench",
    ),
    _kind(
        "desk", "furniture", "desk",
        "desk, writing desk, workstation, computer desk, office desk, standing desk, bureau, work desk",
    ),
    _kind(
        "bookshelf", "furniture", "storage",
        "bookshelf, bookcase, book shelf, shelf, shelving, shelving unit, book case, rack, shelf unit",
    ),
    _kind(
        "cabinet", "furniture", "storage",
        "cabinet, sideboard, wardrobe, cupboard, closet, dresser, chest of drawer, chest, credenza, armoire, tv "
        "stand, filing cabinet, buffet, locker",
    ),
    _kind(
        "lamp", "furniture", "lighting",
        "lamp, table lamp, floor lamp, desk lamp, reading lamp, light, pendant lamp, pendant light, hanging lamp, "
        "ceiling lamp, standing lamp, bedside lamp, lantern, chandelier, ceiling light, lighting fixture",
    ),
    _kind(
        "vase", "object", "decor",
        "vase, urn, bowl, flower vase, pot, jar, amphora, goblet, chalice, trophy, jug, pitcher, vessel for "
        "flower, vessel for plant, porcelain vessel, ceramic vessel, fruit bowl, bottle, carafe",
    ),
    _kind(
        "mug", "object", "tableware",
        "mug, coffee mug, cup, teacup, coffee cup, tea cup, beer mug, tankard, espresso cup",
    ),
    _kind(
        "plant", "object", "plant",
        "plant, potted plant, house plant, houseplant, tree, succulent, fern, palm, flower pot, bonsai, aloe, "
        "cactus, potted tree, monstera, shrub",
    ),
    _kind(
        "sensor", "electronics", "iot",
        "sensor, iot device, smart sensor, router, gateway, hub, smart hub, iot sensor, temperature sensor, "
        "motion sensor, smoke detector, detector, modem, thermostat, smart speaker, beacon, wifi router, weather "
        "station, speaker, iot, smart home hub, camera",
    ),
    _kind(
        "laptop", "electronics", "computer",
        "laptop, notebook, notebook computer, laptop computer, macbook, chromebook, computer",
    ),
    _kind(
        "phone", "electronics", "phone",
        "phone, smartphone, smart phone, mobile phone, cell phone, cellphone, iphone, mobile, handset, telephone",
    ),
    _kind(
        "screen", "electronics", "display",
        "tv, television, monitor, screen, display, smart tv, flat screen, computer monitor",
    ),
    _kind(
        "circuit board", "electronics", "circuit",
        "circuit board, circuit, pcb, motherboard, microcontroller, arduino, raspberry pi, electronic board, "
        "development board",
    ),
    _kind(
        "robot vacuum", "appliance", "smart home",
        "robot vacuum, vacuum robot, robotic vacuum, vacuum cleaner, roomba, cleaning robot, robot vacuum "
        "cleaner, robotic vacuum cleaner, vacuum",
    ),
    _kind("fridge", "appliance", "kitchen", "fridge, refrigerator, freezer, fridge freezer, smart fridge, ice box"),
    _kind(
        "oven", "appliance", "kitchen",
        "oven, stove, cooker, range, kitchen range, gas stove, electric oven, range cooker, microwave",
    ),
    _kind(
        "washing machine", "appliance", "laundry",
        "washing machine, washer, dryer, tumble dryer, laundry machine, clothes dryer, dishwasher",
    ),
    _kind(
        "house", "building", "residential",
        "house, home, cottage, cabin, villa, bungalow, family house, farmhouse, hut, mansion, residence, family "
        "home, log cabin, tiny house, townhouse, beach house, shed, residential building, barn",
    ),
    _kind(
        "office building", "building", "commercial",
        "office building, skyscraper, tower, office tower, commercial building, high rise, highrise, apartment "
        "building, apartment block, office block, hotel, headquarters, building, bank, hospital",
    ),
    _kind(
        "living room", "interior", "living room",
        "living room, lounge, sitting room, family room, livingroom, drawing room, interior, room, apartment, "
        "studio apartment, den",
    ),
    _kind("kitchen", "interior", "kitchen", "kitchen, kitchenette, kitchen interior, galley kitchen, kitchen room"),
    _kind(
        "bedroom", "interior", "bedroom",
        "bedroom, bed room, guest room, hotel room, master bedroom, bedroom interior",
    ),
    _kind(
        "office", "interior", "office",
        "office, study, home office, workroom, office room, office interior, study room, workspace",
    ),
    _kind(
        "toy robot", "object", "toy",
        "robot, toy robot, tin robot, android, droid, tin toy, toy, robot toy, humanoid robot, automaton",
    ),
    _kind(
        "object", "object", "sculpture",
        "sculpture, statue, ornament, abstract sculpture, artwork, art object, figure",
    ),
    _kind("chair", "furniture", "chair", "furniture, sit", vague=True),
    _kind("oven", "appliance", "kitchen", "appliance, cook, bake", vague=True),
    _kind(
        "sensor", "electronics", "iot",
        "device, gadget, electronics, electronic, iot, wireless, bluetooth",
        vague=True,
    ),
    _kind("car", "vehicle", "car", "drive, driving, transport, transportation", vague=True),
    _kind("house", "building", "residential", "architecture, dwelling, live in, storey, facade", vague=True),
    _kind("living room", "interior", "living room", "indoor, dining room, bathroom, furnished, space", vague=True),
    _kind("cabinet", "furniture", "storage", "storage, store", vague=True),
    _kind("pocket watch", "object", "timepiece", "clock, clockwork, gear, tell time", vague=True),
)  # fmt: skip

STYLE_WORDS: dict[str, str] = {
    "steampunk": "steampunk", "victorian": "steampunk", "modern": "modern", "futuristic": "futuristic",
    "sci fi": "futuristic", "scifi": "futuristic", "cyberpunk": "futuristic", "minimalist": "minimalist",
    "minimal": "minimalist", "scandinavian": "minimalist", "rustic": "rustic", "farmhouse style": "rustic",
    "country": "rustic", "art deco": "art deco", "deco": "art deco", "industrial": "industrial",
    "loft": "industrial", "contemporary": "contemporary", "realistic": "realistic", "classic": "realistic",
    "traditional": "realistic", "sleek": "modern", "mid century": "contemporary", "vintage": "rustic",
    "retro": "contemporary",
}  # fmt: skip

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

PARTS: dict[str, str] = {word: word for word in _PART_WORDS} | {
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
