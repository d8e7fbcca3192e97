"""What people say of how a thing is kept, held or formed: in a glass, sitting, hanging from a tree, heart-shaped."""

import re

from domain.materials import CATALOGUE
from engine.archetypes import ARCHETYPES
from engine.archetypes.objects.creatures import can_pose
from engine.planner.reading.held import unheld_in
from engine.planner.reading.knowledge import reads
from engine.planner.reading.mentions import Outline
from engine.planner.reading.potting import potted
from engine.planner.reading.several import parted
from engine.planner.reading.wanted import Wanted
from engine.planner.wording.substances import MATERIALS
from engine.planner.wording.vocabulary import VOCABULARY
from engine.planner.wording.words import lemma, lemmas

_GLASS = re.compile(
    r"\b(in|into|inside) (a|the) ((?:tall|small|large|big|clear|simple|empty) )?glass"
    r"(?=\s*(?:[,.;!]|$|(?:on|and|with|beside|next|in front|under|near)\b))",
    re.IGNORECASE,
)
_FISH = re.compile(
    r"\b(?:gold)?fish (?:swimming )?(?:in|inside) (?:a|an|its|the) (?:(?:small|round|glass|large|big) )*bowl\b",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"\b(?:\d+ ?[:/] ?\d+ +)?scale(?:d)? +(?=models?\b|replicas?\b)|\b\d+ ?: ?\d+ +scale\b", re.IGNORECASE
)
_POSE = re.compile(r"(\w+)(?: (?:is|are|who is|that is))? (sitting|seated|sits|lying|lies|kneeling|sleeping)\b")
_POSED = re.compile(
    r"\b(\w+)(?: (?:is|are|who is|that is))? (sitting|seated|sleeping|asleep|lying|laying|napping|resting|curled)"
    r"(?: up| down| upright)?\b",
    re.IGNORECASE,
)
_HANGING = re.compile(
    r"\b(?:hanging|hung|suspended|dangling|hangs|swinging) from (?:(?:an?|the|its) )?((?:\w+ ){0,2}?\w+)"
    r"(?=\s*(?:[,.;!]|$|(?:on|and|with|beside|next|in|under|near)\b))",
)
_LIKE = re.compile(
    r"\b(?:shaped like|formed like|in the (?:shape|form) of|that looks like|looking like|resembling) (?:an? |the )?"
    r"((?:\w+ ){0,2}?\w+)(?=\s*(?:[,.;!]|$|(?:with|on|and|in|of|for|made)\b))"
)
_ODD_ONE = re.compile(
    r"(?<=, )(one|two|three|\d+|some)(?: of (?:them|which|these))?(?: is| are| being)?(?: left| slightly| half)? "
    r"(open|opened|closed|ajar|missing|broken|unlit|folded|bent|tilted)(?=\s*(?:[,.;!]|$|and\b|with\b))"
)
_WISH = re.compile(
    r"\bupside(?:-| )?down\b|\binside(?:-| )out\b|\b(?:wheelchair(?:-| ))?accessible\b|\bbarrier(?:-| )free\b"
)
_CORNERED = re.compile(
    r"\bl(?:-|\u2060? )shaped\u2060? (?=(?:[a-z]+ ){0,3}?(?:sofa|couch|sectional|desk)\b)", re.IGNORECASE
)
_SHAPED = re.compile(r"\b(\w+)-shaped\b")
_ABOVE_GROUND = re.compile(r"\babove(?:-|\u2060 | )ground(?= )", re.IGNORECASE)
_AT_NIGHT = re.compile(r"\b(mesitas?) de noche\b", re.IGNORECASE)
_DRAWERS = re.compile(r"\bchest of (\w+) drawers\b", re.IGNORECASE)
_NOT_INCLUDED = re.compile(r"\bwith ((?:\w+ ){1,2}?)(?:are |is )?not included\b", re.IGNORECASE)
_MIDDLE = re.compile(
    r"\b(?:in|at|on) the (?:middle|cent(?:er|re)) of "
    r"(?=(?:an?|the|my|our) (?:\w+ ){0,2}?(?:table|desk|counter|island)\b)",
    re.IGNORECASE,
)
_SAW = re.compile(r"\bsaw(?:-|\u2060 )tooth(?:ed)?\b", re.IGNORECASE)
_ROOMS = "|".join(
    sorted(
        (phrase for one in ARCHETYPES.values() if one.design_type == "interior" for phrase in one.phrases),
        key=len,
        reverse=True,
    )
)
_INSIDE_OF = re.compile(rf"\b({_ROOMS}) interior\b", re.IGNORECASE)
_SPOT = re.compile(
    r"\b((?:in|on|at|against|by) (?:the|a|one) (?:\w+ )?(?:corner|middle|cent(?:er|re)|wall|floor|end|back|front)) of "
    rf"(?=(?:an?|the|my|your|his|her|our) (?:\w+ ){{0,2}}?(?:{_ROOMS})\b)",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"^\s*((?:in|on|at|against|by) (?:the|a|one) (?:\w+ )?"
    r"(?:corner|middle|cent(?:er|re)|wall|floor|end|back|front)) of "
    rf"((?:an?|the|my|your|his|her|our) (?:\w+ ){{0,2}}?(?:{_ROOMS})),? "
    r"(?:there )?(?:stands?|sits?|is|are|lies?|hangs?) "
    r"([^.,;]+)",
    re.IGNORECASE,
)  # in the corner of a bedroom stands a crib
_NUMBER = r"(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PILE = re.compile(rf"\b(?:an?|one) (?:(?:[a-z]+) )?(?:stack|pile) of {_NUMBER}\b", re.IGNORECASE)
_PILED = re.compile(rf"\b{_NUMBER} ((?:[a-z]+ )??[a-z]+s) (stacked|piled)(?: up)?\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:on|in|by|at|near|through|across|under) (?:(?:the|an?) )?((?:\w+ ){0,2}?)"
    r"(floor|ground|grass|lawn|snow|rain|sea|sand|beach|street|road|forest|woods|desert|water|lake|river|mountains?|"
    r"sky|space|clouds?|sunset|moonlight|fog|storm|wind|sun)\b(?! \w*(?:lamp|light|house|chair|table|boat))"
)
_BARE = frozenset({"floor", "ground"})  # everything stands there
_AGAINST = re.compile(r"\bagainst (?:the|an?) ((?:\w+ ){1,2}?)wall\b")
_CONTENTS = re.compile(
    r"\b(plate|bowl|tray|glass|bottle|bucket|jar|box|barrel|basket|cup|mug|jug|pot|pan|crate|sack|bag|tin|can|"
    r"wheelbarrow|cart) (?:full )?of (?:(?:an?|\d+|two|three|four|five|six|some) )?((?:\w+ )?\w+)"
)
# A lamp on each side of a sofa is two lamps, and what a sofa with a lamp on each side has them of is the sofa.
_SIDES = r"(?=(?:on|at) (?:either|each|both) (?:sides?|ends?)\b)"
_ONE_EACH = re.compile(
    rf"\b(?:an?|one) ((?:(?!(?:an?|the|with|and|or|on|of|in|at|by|to|\d\w*)\b)\w+ ){{1,4}}?){_SIDES}", re.IGNORECASE
)
_SOME_EACH = re.compile(rf"\b(with|and) ((?:\w+ )??[a-z]+s ){_SIDES}", re.IGNORECASE)
# Two trees on each side are four.
_TWICE = {"two": "four", "three": "six", "four": "eight", "five": "ten", "six": "twelve",
          **{str(number): str(2 * number) for number in range(2, 10)}}  # fmt: skip
_OTHERS = "with|and|or|on|of|in|at|by|to"
_MORE_EACH = re.compile(
    rf"\b({'|'.join(_TWICE)}) ((?:(?!(?:{_OTHERS})\b)\w+ ){{1,3}}?)(?=(?:on|at) each (?:side|end)\b)", re.IGNORECASE
)
_LAID = re.compile(
    rf"\b(table) (?:that is )?(?:set|laid|prepared) for {_NUMBER}(?: (?:people|persons|guests))?\b", re.IGNORECASE
)
# A flock of sheep is several, a group of five is five; a school of fish is no house.
_GROUP = re.compile(
    r"\b(?:an?|one|the|small|large|little|big|whole) (?:(?:small|large|little|big|happy|whole) )?(?:family|group|flock|"
    r"herd|collection|cluster|gang|colony|litter|school|pod|swarm|pack|assortment|bunch) of (?=(?:[a-z]+ ){0,3}?"
    r"(?!(?:roses|tulips|flowers|grapes|bananas|keys|cards|daisies|sunflowers|balloons)\b)[a-z]+s\b|(?:sheep|fish|geese|deer)\b)"
    rf"(?!(?:{_NUMBER})\b)",
    re.IGNORECASE,
)
_GROUP_OF = re.compile(
    rf"\b(?:an?|the) (?:family|group|flock|herd|collection|cluster|pack) of (?={_NUMBER}\b)", re.IGNORECASE
)
_SOME_OF_GROUP = "three "
_REST = re.compile(r"\b(arm|foot|head) rest(s?)\b", re.IGNORECASE)
_AT_SIDES = re.compile(r"\b((?:on|at) (?:either|each|both) (?:sides?|ends?))\b(?! of\b)", re.IGNORECASE)
# A bench on one side and four chairs on the other; what a table has there stands along it.
_ONE_SIDE = re.compile(r"\b(?:on|at) (?:the )?one (?:side|end)\b(?! of\b)", re.IGNORECASE)
_OTHER_SIDE = re.compile(
    r"\b(?:on|at) the (?:other|opposite)(?: (?:side|end)\b(?! of\b)|(?=\s*(?:[,.;!]|$)))", re.IGNORECASE
)
_TABLE = re.compile(r"^[^,.;]*?\btable\b", re.IGNORECASE)
_SOLID = frozenset(
    name for name, one in CATALOGUE.items()
    if one.family in ("metal", "wood", "stone", "ceramic", "glass", "plastic", "textile", "leather", "paint")
)  # fmt: skip
_HYPHEN = "\u2060 "  # what joins words in a text that is read


def told_plainly(text: str) -> str:
    """Return a text in which a glass that holds something is a vessel, and a fish in a bowl the bowl it lives in.

    What stands in the corner of a room stands in the room; a stack of three books is three stacked ones;
    a lamp on each side is two of them.

    The scale of a model is left out: it is drawn as large as a text says, or as what it is a model of.
    """
    text = _LAID.sub(r"\1 with \2 chairs and \2 place settings", potted(text))
    text = _GROUP.sub(_SOME_OF_GROUP, _GROUP_OF.sub("", _INVERTED.sub(r"\2 with \3 \1", text)))
    text = _SPOT.sub(r"\1 in ", _PILED.sub(r"\1 \3 \2", _PILE.sub(r"\1 stacked", text)))
    text = _MORE_EACH.sub(lambda said: f"{_TWICE[said[1].casefold()]} {said[2]}", _REST.sub(r"\1rest\2", text))
    text = _AT_SIDES.sub(r"\1 of it", _SOME_EACH.sub(r"\1 two \2", _ONE_EACH.sub(r"two \1", text)))
    one, other = ("in front of", "behind") if _TABLE.match(text) else ("to the right of", "to the left of")
    text = _OTHER_SIDE.sub(f"{other} it", _ONE_SIDE.sub(f"{one} it", text))
    text = _POSED.sub(_pose_first, _MIDDLE.sub("on ", _INSIDE_OF.sub(r"\1", text)))
    text = _NOT_INCLUDED.sub(
        r"without \1", _DRAWERS.sub(r"chest of drawers with \1 drawers", _AT_NIGHT.sub(r"\1", text))
    )
    text = parted(_CORNERED.sub("corner ", _SAW.sub("sawtooth", _ABOVE_GROUND.sub("aboveground", text))))
    return _SCALE.sub("", _FISH.sub("goldfish bowl", _GLASS.sub(r"\1 a \3tumbler", text)))


def _pose_first(said: re.Match[str]) -> str:
    """Return "sleeping dog" for "dog is sleeping", where such a dog is drawn."""
    pose = said[2].casefold()
    return f"{pose} {said[1]}" if can_pose({lemma(said[1].casefold())}, pose) else said[0]


def undone_in(text: str, outline: Outline) -> list[str]:
    """Return poses and supports that a text speaks of and that nothing here draws, as said."""
    lowered, things = text.casefold(), outline.things
    creatures = [one for one in things if _is_living(one.archetype)]
    missed = []
    for said in _POSE.finditer(lowered):
        subject = _thing(said[1])
        is_other = subject and not _is_living(subject) and any(one.archetype == subject for one in things)
        if creatures and not is_other and not any(_poses(one, said[2]) for one in creatures):
            missed.append(said[2])
    known = {one.archetype for one in things}
    for said in _HANGING.finditer(lowered):
        support = _thing(said[1]) or _thing(said[1].rpartition(" ")[2])
        if support and support not in known and things:
            missed.append(said[0])
    missed += [said[0] for said in _LIKE.finditer(lowered) if things and not _can_be_like(said[1], outline)]
    missed += [said[0] for said in _SHAPED.finditer(lowered.replace(_HYPHEN, "-")) if _is_unshaped(said[1], outline)]
    missed += _unplaced_in(lowered, outline) + _contents_in(lowered, outline)
    missed += unheld_in(outline, lowered)
    missed += [said[0] for said in _ODD_ONE.finditer(lowered) if things]
    missed += [said[0] for said in _WISH.finditer(lowered.replace(_HYPHEN, "-")) if things]
    return list(dict.fromkeys(missed))


def _poses(one: Wanted, pose: str) -> bool:
    """Return whether a creature is drawn in a pose."""
    return can_pose(one.words, pose) if one.archetype == "animal" else reads(one.archetype, pose)


def _unplaced_in(text: str, outline: Outline) -> list[str]:
    """Return the grounds and walls on which things are said to stand, and that nothing here draws."""
    if not outline.things or ARCHETYPES[outline.things[0].archetype].design_type == "interior":
        return []
    places = [said for said in _PLACE.finditer(text) if not (said[2] in _BARE and not said[1].strip())]
    names = {word for one in outline.things for word in (*one.noun.split(), *one.archetype.split())}
    missed = [said[0] for said in places if said[2] not in names and not _is_read(said[2], outline)]
    walls = [said for said in _AGAINST.finditer(text) if not any("wall" in _looks_of(one) for one in outline.things)]
    return missed + [said[0] for said in walls]


def _looks_of(one: Wanted) -> frozenset[str]:
    return frozenset({*one.part_materials, *one.part_colors})


def _contents_in(text: str, outline: Outline) -> list[str]:
    """Return what vessels are said to hold, and that they are not drawn with."""
    missed = []
    for said in _CONTENTS.finditer(text):
        words = [lemmas(word) for word in said[2].split()]
        named = {word for one in outline.things for word in one.noun.split()}
        is_solid = any(MATERIALS.get(word) in _SOLID for word in said[2].split())
        if outline.things and not (is_solid or named & {*words} or any(_is_read(word, outline) for word in words)):
            missed.append(f"of {said[2]}")
    return missed


def _is_read(word: str, outline: Outline) -> bool:
    return any(reads(one.archetype, lemmas(word)) for one in outline.things)


def _is_unshaped(form: str, outline: Outline) -> bool:
    """Return whether nothing here is drawn in a form, be it a word of the drawing or a thing of that name."""
    return bool(outline.things) and not any(
        reads(one.archetype, word) for one in outline.things for word in (form, f"{form} shaped", f"{form}shaped")
    )


def _can_be_like(what: str, outline: Outline) -> bool:
    """Return whether a thing is drawn as what it is said to look like."""
    words = {lemmas(word) for word in what.split()}
    return any(_thing(what) == one.archetype or any(reads(one.archetype, word) for word in words)
               for one in outline.things)  # fmt: skip


def _thing(name: str) -> str:
    meaning = VOCABULARY.get(lemmas(name))
    return meaning.thing if meaning else ""


def _is_living(archetype: str) -> bool:
    return ARCHETYPES[archetype].category == "creature"
