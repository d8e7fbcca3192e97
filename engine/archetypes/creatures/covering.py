"""What covers a creature: fur, feathers, bare hide, or the glaze of a figurine."""

from engine.archetypes.brief import Brief

# Parts that no fur or feather grows on.
BARE = frozenset({"beak", "snout", "foot", "claw", "nose", "tongue", "hand", "face", "udder", "toe", "leg", "comb"})
_GLAZED = frozenset({"figurine", "figure", "ornament", "porcelain", "glazed", "bookend"})
_FUR = (
    "cow sheep goat lion giraffe deer monkey camel squirrel bat cat dog fox horse unicorn rabbit bear hedgehog "
    "kangaroo sloth skunk"
)
_FEATHERS = "penguin owl swan bird duck chicken toucan"
_HIDE = (
    "pig elephant rhinoceros crocodile dinosaur dragon whale shark octopus frog snake seal turtle fish snail person "
    "alien mermaid starfish seahorse stingray shrimp caterpillar"
)
_COVERING = {
    name: material
    for material, names in (("fur", _FUR), ("feathers", _FEATHERS), ("hide", _HIDE))
    for name in names.split()
}


def covering(name: str, brief: Brief) -> str:
    """Return what a creature is covered with, by its name; a figurine is glazed."""
    return "ceramic_white" if brief.words & _GLAZED else _COVERING.get(name, "ceramic_white")
