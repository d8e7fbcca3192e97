"""What a thing is for, or is like: words that suggest an archetype where nobody names it.

Three sources are weighed together and the best sum wins: the table here (what one does with it, where it is found,
what it is made up of), the hints beside each drawing, and the words of its description that few others share.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from math import log

from engine.archetypes import ARCHETYPES
from engine.planner.wording.links import STOPWORDS
from engine.planner.wording.words import lemma, stem

SURE = 2.0  # a sum from which a guess is worth drawing
ENOUGH = 1.5  # the same, where the text describes what it wants
_HINT, _OWN_HINT, _TYPE = 1.6, 1.4, 0.7
_ABOUT_MOST = 0.9
_MANY, _COMMON = 8, 0.7  # what so many are used for says this share for each
_PLAIN = STOPWORDS | {"one", "people", "person", "thing", "often", "usually", "usual", "place", "stand", "made"}

_TYPES = {
    "vehicle": ("vehicle",), "appliance": ("appliance",), "machine": ("appliance", "vehicle"),
    "furniture": ("furniture",), "building": ("building",), "house": ("building",), "gadget": ("electronics",),
    "device": ("electronics", "appliance"), "room": ("interior",), "instrument": ("object",), "tool": ("object",),
    "vessel": ("object",),
}  # fmt: skip

HINTS: dict[str, str] = {
    "chair": "sit seat", "stool": "sit piano bar perch milk backless", "bench": "sit park piano",
    "sofa": "sit lounge couch nap tv", "armchair": "sit relax comfy read", "office chair": "sit desk swivel work",
    "rocking chair": "rock sit porch", "ottoman": "feet footrest rest", "bed": "sleep night mattress nap bedroom",
    "bunk bed": "sleep kids above", "crib": "baby sleep infant newborn", "table": "eat dinner meal dining",
    "desk": "write work homework study", "coffee table": "magazine sofa living",
    "bookshelf": "book store read library", "cabinet": "store cupboard dish",
    "wardrobe": "clothes clothing dress closet hang shirt", "chest of drawers": "clothes sock underwear drawer",
    "nightstand": "bed alarm beside", "tv stand": "tv television under media", "coat rack": "coat jacket hang hat",
    "shoe rack": "shoe boot sneaker store", "mirror": "reflection reflect face look yourself makeup",
    "lamp": "light read bright shine illuminate bulb", "floor lamp": "light stand floor tall",
    "chandelier": "ceiling ballroom candle hang", "room divider": "divide separate screen split partition",
    "pendant lamp": "hang ceiling", "fireplace": "fire warm hearth log burn chimney",
    "wall clock": "time wall tick hour", "grandfather clock": "pendulum chime tick tall hour hallway",
    "picture frame": "photo wall painting portrait", "hammock": "swing tree garden nap lie",
    "fridge": "cold cool food keep fresh milk ice chill", "oven": "bake cook roast pizza cake stove",
    "microwave": "wave heat leftover popcorn reheat minute warm", "dishwasher": "wash dish plate clean kitchen",
    "toaster": "toast bread slice breakfast", "kettle": "boil water tea hot",
    "coffee machine": "coffee espresso brew crema cappuccino barista", "blender": "smoothie blend mix puree shake",
    "stand mixer": "dough knead whisk batter mix", "washing machine": "wash laundry clothes shirt dirty spin",
    "dryer": "dry laundry clothes wet", "iron": "wrinkle shirt press crease steam",
    "vacuum cleaner": "suck dust carpet floor clean vacuum", "robot vacuum": "clean floor itself robot alone",
    "air conditioner": "cool air room summer cold chill hot", "fan": "blow breeze air cool blade",
    "radiator": "heat warm room rib winter", "heat pump": "heat pump outside",
    "water heater": "hot water shower boiler", "air purifier": "clean air pollen filter allergy",
    "smart lock": "lock door phone app open", "laptop": "computer notebook type portable fold",
    "desktop computer": "computer tower case pc", "tablet": "touch screen draw portable",
    "phone": "call text app pocket", "smartwatch": "wrist pulse step track",
    "screen": "watch movie display show film", "projector": "project movie wall film show cinema",
    "camera": "photo photograph picture take snap shoot lens", "headphones": "listen music ear head",
    "speaker": "music sound play loud bass", "microphone": "sing record voice speak",
    "radio": "listen station news broadcast music", "keyboard": "type key letter",
    "mouse": "click cursor pointer scroll", "printer": "print paper document ink",
    "game controller": "play game console thumb hold button", "vr headset": "virtual reality eye world immerse",
    "server rack": "server data center", "router": "internet wifi network",
    "sensor": "measure temperature detect motion", "smart speaker": "voice assistant alexa ask music",
    "thermostat": "temperature wall heat set", "security camera": "watch guard thief burglar record surveil",
    "doorbell": "ring visitor door press", "circuit board": "chip solder electronic trace",
    "calculator": "sum number add math", "telephone": "dial cord receiver call", "house": "live family home dog",
    "cabin": "wood mountain weekend", "church": "pray worship mass sunday", "castle": "king knight moat fortress",
    "lighthouse": "ship coast guide light sea", "windmill": "wind grind flour blade mill",
    "bridge": "cross river span", "greenhouse": "grow tomato plant glass", "barn": "farm cow hay animal straw",
    "silo": "grain farm store tall round", "warehouse": "store goods pallet",
    "factory": "produce assemble smoke worker", "water tower": "water store tall town",
    "gas station": "fuel petrol fill pump", "shop": "sell buy store customer", "hotel": "guest stay night",
    "office building": "work company floor employee", "tent": "camp sleep outdoor canvas hike",
    "well": "water bucket draw deep", "fountain": "water splash square plaza",
    "stadium": "match football sport crowd watch", "garage": "park car keep", "gazebo": "garden shade wedding",
    "car": "drive road vehicle seat driver", "truck": "haul cargo load freight",
    "bus": "passenger public transport stop", "motorcycle": "ride engine two wheel wheeled vehicle biker",
    "scooter": "ride city two wheel", "bicycle": "pedal ride two wheel", "plane": "fly wing passenger air",
    "helicopter": "fly rotor hover", "drone": "fly rotor film remote", "sailboat": "sail wind sea",
    "motorboat": "water engine lake fast", "rowing boat": "row oar lake", "ship": "sea ocean passenger cargo",
    "submarine": "underwater dive sea", "train": "rail track station ride", "tram": "rail city street",
    "tractor": "plough plow pull farm field", "excavator": "dig hole trench earth soil scoop construction",
    "forklift": "lift pallet warehouse stack",
    "rocket": "space launch moon astronaut", "ufo": "alien fly saucer abduct",
    "hot air balloon": "float basket sky burner", "fire truck": "fire extinguish fireman rescue",
    "wagon": "horse pull cart", "skateboard": "skate trick ride deck", "pocket watch": "time pocket chain",
    "wristwatch": "time wrist strap", "alarm clock": "wake wakes morning ring bed up",
    "hourglass": "sand time trickle", "vase": "flower bouquet stem vessel", "bottle": "drink water liquid cork",
    "wine glass": "wine drink champagne", "teapot": "tea pour brew", "mug": "coffee drink tea hot cocoa sip handle",
    "bowl": "soup cereal salad eat", "plate": "eat dinner serve", "jug": "pour water milk",
    "candle": "wax wick blow birthday cake flame burn", "lantern": "light carry dark night candle",
    "book": "read page story novel", "plant": "green leaf grow water pot", "tree": "trunk forest leaf branch shade",
    "cactus": "spike desert prickly", "suitcase": "travel pack holiday trip",
    "backpack": "carry school hike shoulder", "handbag": "carry purse lady", "umbrella": "rain dry wet keep",
    "hat": "head wear sun", "shoe": "foot wear run runner marathon walk lace footwear sneaker",
    "glasses": "see eye read wear sight", "crown": "king queen royal head wear",
    "ring": "finger wear propose marry engagement", "necklace": "neck wear pearl", "basket": "carry picnic woven",
    "bucket": "carry water mop", "pan": "fry egg cook", "pot": "cook soup boil stew",
    "knife": "cut slice blade sharp", "fork": "eat prong", "spoon": "eat soup stir",
    "typewriter": "type letter ribbon writer", "sewing machine": "sew stitch fabric thread",
    "pillow": "sleep head soft", "globe": "world earth map spin", "trophy": "win winner prize champion",
    "hammer": "nail hit pound drive", "screwdriver": "screw turn tighten", "wrench": "nut bolt tighten turn",
    "saw": "cut wood teeth", "axe": "chop wood log", "pliers": "grip wire pinch", "shovel": "dig hole soil snow",
    "drill": "hole bore wall", "anvil": "blacksmith forge", "toolbox": "tool carry store",
    "ladder": "climb reach roof rung", "toy robot": "play wind toy tin", "toy train": "toy track play",
    "toy car": "toy play toddler", "teddy bear": "cuddle child soft stuffed hug",
    "rubber duck": "bath bathtub float", "building blocks": "stack toddler build", "spinning top": "spin",
    "rocking horse": "rock child ride toy", "doll house": "doll miniature play", "guitar": "strum string play music",
    "violin": "bow string play orchestra", "piano": "play key music concert", "drum": "beat stick play rhythm",
    "trumpet": "blow brass play jazz", "barrel": "wine beer store oak", "crate": "box ship push store",
    "treasure chest": "pirate gold treasure coin", "sword": "fight knight blade",
    "shield": "protect knight block defend", "bow and arrow": "shoot archer hunt", "key": "open lock unlock turn",
    "padlock": "lock bike locker close", "telescope": "star look planet moon see",
    "microscope": "tiny cell magnify small scientist bacteria laboratory enlarge",
    "street lamp": "street night light road",
    "mailbox": "letter mail post", "fire hydrant": "water fire street", "trash can": "garbage rubbish waste throw",
    "traffic light": "stop go red green crossing", "snowman": "snow carrot winter",
    "animal": "pet purr bark fur tail paw", "bell": "ring church sound", "anchor": "ship hold drop",
    "compass": "north needle direction", "chess piece": "chess board check", "ball": "kick throw bounce",
    "dice": "roll number game", "balloon": "party float helium", "dumbbell": "lift weight muscle gym",
    "living room": "sofa tv family relax", "kitchen": "cook stove counter", "bathroom": "shower bath toilet wash",
    "dining room": "eat dinner", "classroom": "teach pupil lesson student", "gym": "exercise train workout",
    "cafe": "coffee barista table", "bedroom": "sleep bed", "office": "work desk meeting",
    "library": "book read quiet silence shelf borrow",
    "perfume bottle": "scent smell spray fragrance", "flower": "petal bloom smell stem",
}  # fmt: skip


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    """Return how much each stem speaks for each archetype."""
    table: dict[str, dict[str, float]] = defaultdict(dict)

    def add(archetype: str, words: Iterable[str], weight: float) -> None:
        for word in words:
            for part in word.split():
                key = stem(lemma(part))
                table[key][archetype] = max(table[key].get(archetype, 0.0), weight)

    told = {name: _content(one.about) for name, one in ARCHETYPES.items()}
    spread = Counter(word for words in told.values() for word in words)
    for name, one in ARCHETYPES.items():
        for word in told[name]:
            rarity = min(log(len(ARCHETYPES) / spread[word]) / log(len(ARCHETYPES) + 1), 1.0)
            add(name, (word,), _ABOUT_MOST * rarity)
        add(name, (hint for hint in one.hints if hint not in _TYPES), _OWN_HINT)
        add(name, HINTS.get(name, "").split(), _HINT)
    return table


def _content(sentence: str) -> set[str]:
    words = {lemma(word.strip(".,;()").casefold()) for word in sentence.split()}
    return {stem(word) for word in words if word and word not in _PLAIN}


def scores(words: Iterable[str]) -> dict[str, float]:
    """Return how much the words of a text speak for each archetype; a word that speaks for many says little."""
    total: dict[str, float] = defaultdict(float)
    seen = {stem(word): word for word in words if word not in _PLAIN}
    for key in seen:
        speaks = _weights().get(key, {})
        strong = sum(weight >= _OWN_HINT for weight in speaks.values())
        for archetype, weight in speaks.items():
            total[archetype] += weight * (1.0 if strong < _MANY else _COMMON)
    kinds = {kind for word in seen.values() for kind in _TYPES.get(word, ())}
    for archetype in total:
        total[archetype] += _TYPE if ARCHETYPES[archetype].design_type in kinds else 0.0
    return total


def speaks(word: str, archetype: str) -> bool:
    """Return whether a word suggests an archetype."""
    return archetype in _weights().get(stem(word), {})


def is_hint(word: str) -> bool:
    """Return whether a word suggests anything at all."""
    return stem(word) in _weights()


def best(words: Iterable[str]) -> tuple[str, float]:
    """Return the archetype that the words speak most for, and how much; an empty name where they say nothing."""
    total = scores(words)
    if not total:
        return "", 0.0
    name = max(total, key=lambda archetype: (total[archetype], archetype))
    return name, total[name]
