"""The designs that the policy is taught and examined on: drawings and rooms of the planner, in all styles."""

import hashlib
from collections.abc import Sequence
from random import Random

from domain.edits import applied
from domain.spec import DesignSpec
from engine.archetypes import ARCHETYPES
from engine.archetypes.styles import STYLES
from engine.improving.edits import KINDS, Site, changes_by, legal_edits
from engine.planner import plan

HELD_OUT_SHARE = 0.2
ROOM_SHARE = 0.35
SPOILT_SHARE = 0.4
SPOILS_MOST = 4
ROOMS = (
    "living room with marble floor", "an office with three desks and six chairs", "modern kitchen design",
    "a bedroom with a bed, a wardrobe and two nightstands", "bathroom with tiles", "a cozy cafe",
    "a dining table with six chairs", "a red chair beside an oak table", "a house with a garden",
    "a desk with a lamp and a laptop", "two armchairs around a coffee table", "a bench in front of a house",
    "a bookshelf beside a sofa", "a rustic kitchen with an oak worktop", "a meeting room with a table and eight chairs",
    "a library with bookshelves and a desk", "a child's bedroom with a bunk bed", "a vase on a side table",
    "a workshop with a workbench and a stool", "a bar with four stools", "a classroom with desks and chairs",
    "a steampunk study with a globe", "an industrial loft with a sofa and a steel table",
    "a garden with a bench and a fountain", "a table without plastic, two chairs", "a hall with a chandelier",
    "a reception desk with a computer and an office chair", "a nursery with a crib and a rocking chair",
    "a studio with a piano and a stool", "a japanese tea room with a low table",
)  # fmt: skip


def is_held_out(name: str) -> bool:
    """Return whether a thing or room is kept for the examination."""
    return hashlib.sha256(name.encode()).digest()[0] < 256 * HELD_OUT_SHARE


def lesson(dice: Random) -> DesignSpec:
    """Return a design to learn from; some are spoilt first by edits at random, as people's designs may be."""
    is_room = dice.random() < ROOM_SHARE
    name = dice.choice([one for one in (ROOMS if is_room else tuple(ARCHETYPES)) if not is_held_out(one)])
    text = name if is_room else ARCHETYPES[name].phrases[0]
    spec = plan(text, style=dice.choice(tuple(STYLES)), seed=dice.randrange(2**31))
    for _ in range(dice.randint(1, SPOILS_MOST) if dice.random() < SPOILT_SHARE else 0):
        site = Site.of(spec)
        edits = legal_edits(site, KINDS, begun=spec)
        if edits:
            spec = applied(spec, changes_by(dice.choice(edits), site))
    return spec


def examination(most: int, seed: int = 1) -> Sequence[tuple[str, DesignSpec]]:
    """Return held-out designs, none spoilt: every held-out room, and things, each in one style."""
    dice = Random(seed)
    rooms = [name for name in ROOMS if is_held_out(name)]
    things = [name for name in ARCHETYPES if is_held_out(name)]
    chosen = [*rooms, *dice.sample(things, min(len(things), max(most - len(rooms), 0)))][:most]
    styles = tuple(STYLES)
    texts = {name: ARCHETYPES[name].phrases[0] if name in ARCHETYPES else name for name in chosen}
    return [(name, plan(text, style=dice.choice(styles), seed=dice.randrange(2**31))) for name, text in texts.items()]
