"""Animals as figurines: one archetype whose species is read from the words. Noses point to +z."""

from collections.abc import Callable, Set

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.creatures.covering import covering
from engine.archetypes.creatures.stature import stature_m
from engine.archetypes.creatures.surface import wearer
from engine.archetypes.creatures.worn import wear
from engine.archetypes.drawing import Drawing, scaled
from engine.archetypes.objects import fauna, resting, wildlife
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.fauna import Animal
from engine.archetypes.objects.shaping import blend, lifted, settle, sized
from engine.archetypes.register import archetype

_SPECIES: dict[str, tuple[Callable[[], Animal], str]] = {
    "cat": (fauna.cat, "kitten, kitty, kater, katze, chat, gato"),
    "fox": (fauna.fox, "vixen, fuchs, renard, zorro, raccoon, red panda, weasel"),
    "dog": (
        fauna.dog,
        "puppy, hound, hund, chien, perro, terrier, labrador, wolf, golden retriever, german shepherd, "
        "sheepdog, "
        "dachshund, chihuahua, bulldog, husky, corgi, poodle, dalmatian, beagle, collie, coyote, jackal, hyena",
    ),
    "unicorn": (fauna.unicorn, "einhorn, licorne, unicornio"),
    "horse": (fauna.horse, "pony, stallion, mare, foal, pferd, cheval, caballo, donkey, zebra, mule"),
    "bird": (
        fauna.bird,
        "sparrow, robin, dove, pigeon, parrot, vogel, oiseau, pájaro, crow, raven, seagull, gull, "
        "magpie, jay, "
        "woodpecker, hummingbird, finch, canary, budgie, blackbird, swallow",
    ),
    "fish": (fauna.fish, "goldfish, koi, trout, fisch, poisson, pez"),
    "elephant": (fauna.elephant, "elefant, éléphant, elefante, mammoth"),
    "rabbit": (fauna.rabbit, "bunny, hare, hase, lapin, conejo, kaninchen"),
    "bear": (fauna.bear, "grizzly, polar bear, panda, koala, wombat, brown bear, badger"),
    "hedgehog": (wildlife.hedgehog, "porcupine, igel, hérisson, erizo, echidna"),
    "kangaroo": (wildlife.kangaroo, "wallaby, känguru, kangourou, canguro"),
    "seal": (wildlife.seal, "sea lion, walrus, otter, robbe, seehund, phoque, foca, manatee, harbor seal"),
    "turtle": (fauna.turtle, "tortoise, schildkröte, tortue, tortuga"),
}
# What the words for a pose make of a species that has it.
_POSES: dict[str, tuple[tuple[str, Callable[[], Animal]], ...]] = {
    "cat": (
        ("sitting seated sits sitzende assis sentado", fauna.cat),
        ("sleeping asleep napping sleepy curled schlafende endormi dormido", resting.sleeping_cat),
        ("lying lies laying resting liegende couché", resting.lying_cat),
    ),
    "dog": (
        ("sleeping asleep napping sleepy curled schlafender endormi dormido", resting.sleeping_dog),
        ("lying lies laying resting liegender couché", resting.lying_dog),
        ("sitting seated sits sitzender assis sentado", resting.sitting_dog),
    ),
}
_KINDS = {
    name: [frozenset({name}), *(frozenset(kind.split()) for kind in words.split(","))]
    for name, (_, words) in _SPECIES.items()
}  # the words of each kind, all of which are said: a golden retriever
_POSE_WORDS = frozenset(word for poses in _POSES.values() for words, _ in poses for word in words.split())
_KIND_WORDS = frozenset(word for kinds in _KINDS.values() for kind in kinds for word in kind)
_COATS = {
    "cat": ("#8f8a84", "#c9853f", "#3a3634"), "dog": ("#a8743f", "#c9a26b", "#6b4a2e"),
    "fox": ("#c2622a", "#b5541f", "#a84f22"), "unicorn": ("#f4f1ec", "#efe9f2", "#f2ece4"),
    "horse": ("#7a4a28", "#4b3020", "#9a6a3c"), "bird": ("#4f7fb0", "#b5543a", "#5b8a4a"),
    "fish": ("#e07a2c", "#d9a12f", "#4f86a8"), "elephant": ("#8d8f93", "#7f8084", "#9a9894"),
    "rabbit": ("#b79d82", "#efe9df", "#8c8078"), "bear": ("#5e4029", "#3f2f25", "#7a5636"),
    "hedgehog": ("#c9a985", "#bfa07a", "#d0b08c"), "kangaroo": ("#a8784c", "#b08358", "#96683f"),
    "seal": ("#7d8388", "#6c7278", "#8f9498"), "turtle": ("#6f8a4a", "#7d8f5a", "#5f7a58"),
}  # fmt: skip
# The colour that a kind is known by.
_COAT_OF = {
    "retriever": "#d3a35c", "koala": "#8f9296", "crow": "#24262c", "raven": "#1f2126", "seagull": "#e6e8e9",
    "gull": "#e6e8e9", "polar": "#eeeae0", "canary": "#f0d02e", "blackbird": "#26241f", "raccoon": "#77787c",
    "badger": "#5c5d60", "husky": "#8b9096", "dachshund": "#5a3420", "wolf": "#75777a", "dalmatian": "#eceae4",
    "coyote": "#a08a68", "hyena": "#9a8460",
}  # fmt: skip
_MADE_OF = {
    "steampunk": "bronze_aged", "art deco": "gold", "futuristic": "chrome", "industrial": "iron_black",
    "rustic": "pine", "minimalist": "ceramic_white", "modern": "ceramic_white",
}  # fmt: skip
_UNNAMED = frozenset({"animal", "creature", "pet", "beast", "a", "an", "the"})
_ALL_WORDS = ", ".join(f"{name}, {words}" for name, (_, words) in _SPECIES.items())


def species_of(brief: Brief) -> str:
    """Return the species that the words name, else one that the seed chooses."""
    return _named(brief.words & _KIND_WORDS) or brief.choose("cat", "dog", "rabbit", "bird")


def _named(words: Set[str]) -> str:
    return next((name for name, kinds in _KINDS.items() if any(kind <= words for kind in kinds)), "")


@archetype(
    "animal", "object", "creature",
    f"animal, creature, figurine, animal figurine, pet, animal figure, beast, {_ALL_WORDS}",
    hints="furry, paws, tail, wildlife, zoo, farm animal, cute",
    about="A small figurine of an animal such as a cat, a dog, a horse, a bird or a fish, that stands on a shelf.",
    parts="body, fur, coat, ear, tail, mane, horn, beak, eye, fin, hoof, paw, belly, trunk, tusk, base",
)  # fmt: skip
def animal(drawing: Drawing, brief: Brief) -> None:
    """Draw one animal: a blended body, then what has a colour of its own."""
    name = species_of(brief)
    figure = _posed(name, brief)
    own = covering(name, brief)
    coat = brief.of("body fur coat animal", _MADE_OF.get(kin(brief), own), is_main=True)
    is_natural = brief.style_name not in _MADE_OF and coat == brief.finish(own, "")
    if is_natural:
        known = next((color for word, color in _COAT_OF.items() if word in brief.words), "")
        coat = brief.finish(own, known or brief.choose(*_COATS[name]))
    blend(drawing, "body", figure.body, coat, soft=figure.soft, fineness=1.05, sole=0.0 if figure.lift else 0.012)
    for part, bones in figure.parts.items():
        finish = _finish_of(brief, part, coat, is_natural=is_natural)
        blend(drawing, part, bones, finish, soft=figure.soft * 0.6)
    if "eye" in figure.parts and figure.wears:
        wear(
            drawing,
            brief,
            wearer(figure.body, figure.parts["eye"], [*figure.parts.get("mane", ()), *figure.parts.get("bib", ())]),
        )
    settle(drawing)
    if figure.lift > 0:
        width, depth = figure.base
        drawing.objects[:] = lifted(drawing, figure.lift)
        drawing.add(
            "disc", (width, figure.lift + 0.001, depth), name="base", edge=0.2, **brief.of("base stand", "wood")
        )
    upright_m = figure.upright_m or figure.size[1]
    times = stature_m(brief, upright_m, name if brief.words - _UNNAMED else "") / upright_m
    drawing.objects[:] = scaled(drawing.objects, times)
    width, height, depth = (side * times for side in figure.size)
    sized(drawing, brief, (width, height, depth))


def _posed(name: str, brief: Brief) -> Animal:
    """Return a species in the pose that the words say, or else as it usually is."""
    said = brief.words & _POSE_WORDS
    return next((make for words, make in _POSES.get(name, ()) if said & {*words.split()}), _SPECIES[name][0])()


def can_pose(brief_words: Set[str], pose: str) -> bool:
    """Return whether the species that words name has a pose of its own for another word."""
    return any(pose in words.split() for words, _ in _POSES.get(_named(brief_words), ()))


_OWN = {
    "eye": ("paint_black", ""), "nose": ("paint_black", ""), "beak": ("paint_white", "#e0a030"),
    "hoof": ("paint_black", ""), "tusk": ("enamel_white", ""), "claw": ("paint_white", "#c98a3a"),
    "stem": ("steel_brushed", ""), "horn": ("gold", ""), "bib": ("ceramic_white", "#f2ede4"),
        "tip": ("ceramic_white", "#f2ede4"),
    "sock": ("paint_black", "#2a211c"),
}  # fmt: skip


def _finish_of(brief: Brief, part: str, coat: Finish, *, is_natural: bool) -> Finish:
    """Return what a part is made of: what the text says of it, its own colour, or a shade of the coat."""
    if part in brief.part_materials or part in brief.part_colors:
        return brief.of(part, coat["material"])
    if part == "eye" and is_natural and int(coat["color"][1:3], 16) < 0x60:
        return brief.finish("paint_white", "#c9b24a")
    if is_natural and part in ("bib", "tip", "sock"):
        return brief.finish(coat["material"], _OWN[part][1])
    if part in ("eye", "nose", "stem") or (is_natural and part in _OWN):
        return brief.finish(*_OWN[part])
    return _shade(brief, part, coat) if is_natural else coat


def _shade(brief: Brief, part: str, coat: Finish) -> Finish:
    """Return the tint of a mane, a belly or an ear's inside: darker or paler than the coat."""
    factor = 0.55 if part in ("mane", "shell", "wing") else 1.35
    levels = [min(255, round(int(coat["color"][at : at + 2], 16) * factor)) for at in (1, 3, 5)]
    return brief.finish(coat["material"], "#" + "".join(f"{level:02x}" for level in levels))
