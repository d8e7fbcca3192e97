"""Which objects of a design some words mean: "all chairs but the first", "the legs of the table", "the couch", "it"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.materials import CATALOGUE
from domain.spec import DesignObject, DesignSpec
from domain.targets import by_words
from engine.planner.wording.spans import Span, spans_of
from engine.planner.wording.substances import MATERIALS
from engine.planner.wording.words import lemma, words_of

Things = tuple[DesignObject, ...]
_PRONOUNS = frozenset(("it", "them", "this", "that", "these", "those", "everything", "all", "all of it", "all of them"))
_SAID = frozenset(
    ("the", "all", "every", "each", "my", "its", "their", "of", "in", "on", "this", "that", "these", "those", "both",
     "please", "whole", "entire", "a", "an", "our", "your", "any", "'s", "part", "parts", "from", "one", "ones",
     "for", "at", "which", "are", "is", "made", "entirely")
)  # fmt: skip
_WHOLLY = re.compile(r"\b(all|whole|entire|everything|every part|completely|entirely)\b")
_EXCEPT = re.compile(r"^(.+?) (?:except(?: for)?|but not|but|other than|apart from|without) (.+)$")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)}) ((?:[a-z]+ )?[a-z]+)$")
_AND = re.compile(r",| and | & | plus | as well as ")


@dataclass(frozen=True, slots=True)
class Meant:
    """Objects, and whether they are all that makes up some things, rather than parts that are named."""

    things: Things
    is_whole: bool = False


def meant(spec: DesignSpec, text: str, before: Meant | None = None) -> Meant | None:
    """Return what a text means, None where it means nothing here; "it" is what was meant `before`."""
    text = " ".join(text.split())
    if cut := _EXCEPT.match(text):
        most, rest = meant(spec, cut[1], before), meant(spec, cut[2], before)
        if not most or not rest:
            return None
        spared = {one.id for one in rest.things}
        left = tuple(one for one in most.things if one.id not in spared)
        return Meant(left, most.is_whole) if left else None
    if text in _PRONOUNS:
        is_all = text.startswith("all") or text == "everything"
        return before if before and not is_all else Meant(spec.objects, is_whole=not is_all)
    pieces = [piece for piece in _AND.split(text) if piece.strip()]
    if len(pieces) > 1:
        return _joined(spec, [meant(spec, piece, before) for piece in pieces])
    return _named(spec, text)


def _joined(spec: DesignSpec, found_all: Sequence[Meant | None]) -> Meant | None:
    known = [one for one in found_all if one]
    if len(known) < len(found_all):
        return None
    chosen = {thing.id for one in known for thing in one.things}
    whole = all(one.is_whole for one in known)
    return Meant(tuple(thing for thing in spec.objects if thing.id in chosen), whole)


def _named(spec: DesignSpec, text: str) -> Meant | None:
    """Return what a name means: as it is written, then by other words for the same, then by what it is made of."""
    text = _ORDINAL.sub(lambda one: f"{one[2]} {_ORDINALS.index(one[1]) + 1}", text.replace("'s", " "))
    words = [word for word in re.findall(r"[\w']+", text) if word not in _SAID]
    if not words:
        return None
    is_wholly = bool(_WHOLLY.search(text))
    for query in _ways(" ".join(words)):
        things = tuple(by_words(spec.objects, query))
        if things:
            return Meant(things, not is_wholly and _is_whole(things, query))
    made_of = _made_of(spec, " ".join(words))
    return Meant(made_of) if made_of else None


def _ways(text: str) -> list[str]:
    """Return the words as they are, then with things, parts and materials by the names that designs have for them."""
    spans = spans_of(words_of(text))
    return list(dict.fromkeys((text, " ".join(map(_thing, spans)), " ".join(map(_part, spans)))))


def _thing(span: Span) -> str:
    return span.meaning.thing or span.meaning.part or span.lemma


def _part(span: Span) -> str:
    return span.meaning.part or span.meaning.thing or span.lemma


def _is_whole(things: Things, query: str) -> bool:
    """Return whether no object is named itself, but what they belong to."""
    terms = {lemma(word) for word in query.split() if not word.isdigit()}
    return len(things) > 1 and not any(terms & {lemma(word) for word in one.id.split("_")} for one in things)


def _made_of(spec: DesignSpec, text: str) -> Things:
    """Return the objects that are of a material: "the marble", "anything wooden"."""
    words = " ".join(lemma(word) for word in text.split() if word not in ("anything", "objects", "surfaces", "things"))
    name = MATERIALS.get(words, "")
    if not name:
        return ()
    exact = tuple(one for one in spec.objects if one.material == name)
    substance = CATALOGUE[name].substance
    return exact or tuple(one for one in spec.objects if _substance(one) == substance)


def _substance(thing: DesignObject) -> str:
    material = CATALOGUE.get(thing.material)
    return material.substance if material else ""
