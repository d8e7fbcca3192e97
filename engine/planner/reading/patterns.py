"""Looks that a text asks for and that no drawing has: patterns, food, parts like other things, as bone handles."""

from engine.archetypes import ARCHETYPES
from engine.planner.reading.knowledge import draws, looked_for, reads
from engine.planner.reading.mentions import Outline
from engine.planner.wording.links import HAS, OF
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.spans import Span
from engine.planner.wording.substances import EDIBLE

PATTERNS = frozenset((
    "rainbow", "tortoiseshell", "leopard", "zebra", "tiger", "camouflage", "camo", "paisley", "floral", "polka",
    "dotted", "spotted", "checkered", "chequered", "chequerboard", "gingham", "houndstooth", "herringbone", "marbled",
    "iridescent", "holographic", "ombre", "gradient", "multicolored", "multicolor", "multicoloured", "glitter",
    "glittery", "sparkly", "psychedelic", "snakeskin", "crocodile", "pinstriped", "speckled", "mottled", "opalescent",
    "pearlescent", "chameleon", "patchwork", "quilted", "argyle", "batik",
    "striped", "stripy", "checked",
))  # fmt: skip
_STRIPED = frozenset({"striped", "stripy", "pinstriped"})


def not_drawn(outline: Outline) -> list[str]:
    """Return the patterns and substances of a text that its drawings do not have, as said."""
    found = []
    for phrase, mentions in outline.places:
        archetype = outline.things[mentions[0].thing].archetype if outline.things else ""
        patterned = _patterned(phrase, mentions[0].span)
        found += [span.text for span in patterned if not _has_pattern(span.lemma, archetype)]
        if mentions[0].part and phrase.link in (HAS, "", "on"):
            found += [span.text for span in phrase.spans if span is not mentions[0].span and _is_like(span, archetype)]
        if phrase.link == OF and not phrase.is_plain_of:
            found += [f"made of {span.text}" for span in _of_what(phrase) if _is_no_material(span)]
    return list(dict.fromkeys(found))


def _has_pattern(word: str, archetype: str) -> bool:
    """Return whether an archetype draws a pattern: it looks for the word, or has stripes where stripes are asked."""
    if archetype not in ARCHETYPES:
        return False
    return word in looked_for(archetype) or (word in _STRIPED and draws(archetype, "stripe"))


def _patterned(phrase: Phrase, noun: Span | None) -> list[Span]:
    """Return the patterns of a phrase; one that the catalogue has as a material, like plaid, is none."""
    plain = [span for span in phrase.spans if span is not noun and not span.meaning.material]
    return [span for span in plain if not PATTERNS.isdisjoint(span.lemma.split())]


def _is_like(span: Span, archetype: str) -> bool:
    """Return whether a word before a part names another thing, and the drawing does not know it."""
    meaning = span.meaning
    has_sense = meaning.is_adjective or meaning.material or meaning.color or meaning.style or span.number
    is_other = bool(meaning.thing) and meaning.thing != archetype
    is_read = bool(archetype) and reads(archetype, span.lemma)
    return is_other and not has_sense and not is_read


def _of_what(phrase: Phrase) -> list[Span]:
    """Return the spans of a phrase without words that only say which material is meant: the recycled of a plastic."""
    material = next((span.start for span in phrase.spans if span.meaning.material), -1)
    return [span for span in phrase.spans if not (span.is_unknown and span.start < material)]


def _is_no_material(span: Span) -> bool:
    meaning = span.meaning
    return not (meaning.material or meaning.color or meaning.is_adjective) and span.lemma not in EDIBLE
