"""How tall creatures are: grown ones of their kind from the ground to the highest point, in the pose they are drawn in.

The heights are round numbers for grown animals and people. A creature that is named has its own size; a figurine, or
one of a stated material, has that of an ornament.
"""

from engine.archetypes.brief import Brief

_TALL_M: dict[float, str] = {
    12.0: "brachiosaurus",
    5.0: "brontosaurus, diplodocus, godzilla",
    4.0: "tyrannosaurus, t-rex, rex, stegosaurus, whale",
    3.0: "elephant, mammoth, elefant, triceratops, dragon, dinosaur, dino",
    2.2: "horse, stallion, mare, unicorn",
    1.75: "orca, angel",
    1.7: "zebra, mule, ostrich",
    1.62: "woman, frau, mujer, femme",
    1.5: "donkey, kangaroo, walrus, pony",
    1.35: "gorilla, shark, foal",
    1.2: "bear, grizzly, mermaid",
    1.0: "orangutan, dolphin, peacock, stork, heron",
    0.95: "wolf, velociraptor, wallaby, toddler",
    0.9: "panda, poodle, husky, shepherd, retriever, labrador, jackal, hyena, coyote",
    0.8: "eagle, vulture, seal",
    0.75: "koala, badger, baby",
    0.6: "dog, hound, sheepdog, dalmatian, collie, fox, rooster, cock, turkey",
    0.45: "beagle, bulldog, corgi, cat, chicken, hen, duck, crow, raven, hawk, falcon",
    0.4: "parrot, seagull, gull, otter, raccoon, rabbit, hare, bunny, weasel",
    0.3: "puppy, terrier, dachshund, chihuahua, dove, pigeon, magpie, jay, fairy, porcupine",
    0.2: "kitten, squirrel, chipmunk, tortoise, woodpecker",
    0.14: "sparrow, robin, finch, canary, swallow, blackbird, budgie",
    0.1: "butterfly, hummingbird, hamster, rat, lizard, gecko, dragonfly, moth",
    0.05: "snail, spider, tarantula, beetle, mouse",
    0.03: "bee, bumblebee, wasp, ladybug, ladybird, grasshopper, fly, scarab, ant",
}
_OF_WORD = {word.strip(): tall for tall, words in _TALL_M.items() for word in words.split(",")}
_ORNAMENTS = frozenset((
    "figurine", "figure", "statuette", "statue", "ornament", "toy", "miniature", "sculpture", "plush", "model",
    "carving", "carved", "decoration",
))  # fmt: skip
_SMALLER = frozenset({"puppy", "kitten", "foal", "baby", "toddler", "fairy"})  # these win over the kind itself


def stature_m(brief: Brief, otherwise_m: float, kind: str = "") -> float:
    """Return how tall the creature that the words name is; of one that they do not name, `otherwise_m`."""
    if brief.materials or brief.words & _ORNAMENTS:
        return otherwise_m
    named = brief.words & frozenset(_OF_WORD)
    first = named & _SMALLER or named
    if not first and kind in _OF_WORD and brief.words:
        return _OF_WORD[kind]
    return min((_OF_WORD[word] for word in first), default=otherwise_m)
