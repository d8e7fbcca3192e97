"""Spans into noun phrases, by determiners, links and punctuation."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from engine.archetypes import ARCHETYPES
from engine.planner.wording.lexicon import COLOR_QUALIFIERS
from engine.planner.wording.links import (
    AND,
    ASIDE,
    ASK,
    BUT,
    DEFINITE,
    DETERMINERS,
    HAS,
    IMPERATIVES,
    NOT,
    OF,
    ONLY,
    PRONOUNS,
    RELATIONS,
    REQUESTS,
    SECRETS,
)
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.spans import Span, spans_of
from engine.planner.wording.vocabulary import VOCABULARY, Meaning
from engine.planner.wording.words import stem

_PICTURES = frozenset({"picture", "photo", "drawing", "sketch"})  # on a wall, as far as they are no way to ask
_PLAIN_OF = frozenset({"of", "is", "are", "was", "were"})  # not made of it
_SHAPES = frozenset({"shaped", "shape", "style", "styled", "themed", "theme", "like", "inspired"})
_TELLS = frozenset({"to", "that", "which", "who", "what", "where", "when", "while", "you"})
_DOERS = frozenset({"toy robot", "snowman", "teddy bear", "scarecrow", "gnome"})
_SPANS_MOST = 24  # nobody says more of one thing in one breath
_OR = frozenset({"or", "nor"})
_ENDS_SENTENCE = frozenset(".;!?\n")
_IMPERATIVES = frozenset(stem(word) for word in IMPERATIVES)


@dataclass(slots=True)
class _Cutter:
    """Cuts spans into phrases, from left to right."""

    done: list[Phrase] = field(default_factory=list)
    now: Phrase = field(default_factory=Phrase)
    sentence: int = 0
    brackets: int = 0
    is_not: bool = False
    is_telling: bool = False  # a verb follows, with its object: to split a room
    was_joined: bool = False  # a hyphen joins the last word to the next

    def cut(self, **start: object) -> None:
        """End the phrase at hand and begin another."""
        if not self.now.spans and self.now.link in RELATIONS and not self.now.is_joined:
            self.now.pronoun = self.now.pronoun or "it"  # with a candle on top
        if self.now.spans or self.now.pronoun:
            _split_material(self.now)
            self.done.append(self.now)
        self.now = Phrase(sentence=self.sentence, is_aside=self.brackets > 0)
        for name, value in start.items():
            setattr(self.now, name, value)

    @property
    def is_open(self) -> bool:
        """Return whether the phrase at hand has adjectives and still waits for its noun."""
        return bool(self.now.spans) and self.now.noun is None


def _split_material(phrase: Phrase) -> None:
    """Read the tile of "with white tiles" as a part; only after "made of" is white tile a material.

    Subway tiles are so by their name alone, which stays the material of the part.
    """
    last = phrase.spans[-1] if phrase.spans else None
    if last is None or len(last.words) < 2 or phrase.link in (OF, "in") or phrase.noun is not None:
        return
    halves = spans_of(last.words[:-1]), spans_of(last.words[-1:])
    if last.meaning.material and halves[1][0].meaning.part:
        is_by_name = not any(span.meaning.is_adjective for span in halves[0])
        first = (replace(last, meaning=Meaning(material=last.meaning.material)),) if is_by_name else halves[0]
        phrase.spans[-1:] = [*first, *halves[1]]


def phrases_of(spans: Sequence[Span]) -> list[Phrase]:
    """Return the noun phrases of a text, in order."""
    cutter = _Cutter()
    for index, span in enumerate(spans):
        following = spans[index + 1] if index + 1 < len(spans) else None
        _step(cutter, span, following)
    cutter.cut()
    _join_lists(cutter.done)
    _hang_pictures(cutter.done)
    return cutter.done


def _hang_pictures(phrases: Sequence[Phrase]) -> None:
    """Read the picture over a sofa as a thing; a picture of something is only a way to ask for it."""
    for index, phrase in enumerate(phrases):
        following = next((one for one in phrases[index + 1 :] if not (one.is_joined and one.link == "")), None)
        is_placed = phrase.link == HAS or (
            following is not None and following.link in RELATIONS and following.link != "in"
        )
        last = phrase.spans[-1] if phrase.spans else None
        if last is None or last.lemma not in _PICTURES or not is_placed or (following and following.link == OF):
            continue
        phrase.spans[-1] = Span(last.start, last.end, last.words, VOCABULARY["picture frame"])


def _join_lists(phrases: Sequence[Phrase]) -> None:
    """Read lists as such: "in front of the sofa and a lamp beside it", "with a laptop, a mug and a lamp"."""
    for one, following in pairwise(phrases):
        if one.is_joined and one.link in RELATIONS and one.has_determiner and following.pronoun:
            one.link = HAS
        _name_alike(one, following)
    _lend_nouns(phrases)
    for start, one in enumerate(phrases):
        end = _end_of_list(phrases, start + 1) if one.link == HAS else start
        for item in phrases[start + 1 : end + 1]:
            item.link, item.is_joined = HAS, True
    for start, one in enumerate(phrases):
        for item in _more_denied(phrases, start) if one.is_negated else ():
            item.is_negated, item.link = True, one.link


def _name_alike(one: Phrase, following: Phrase) -> None:
    """Give both members of a pair the noun of one of them: three red and two blue balls, a vase and a tall one."""
    if not following.is_joined or one.link != following.link or one.is_negated or one.is_aside:
        return
    noun, other = one.noun, following.noun
    if noun is None and other is not None and other.meaning.thing and one.counts and following.counts:
        one.spans.append(other)
    is_one = len(following.spans) > 1 and following.spans[-1].lemma == "one" and following.has_determiner
    if is_one and other is None and noun is not None and noun.meaning.thing:
        last, words = following.spans[-1], tuple(replace(word, text=word.lemma) for word in noun.words)
        following.spans[-1] = Span(last.start, last.end, words, noun.meaning)


def _lend_nouns(phrases: Sequence[Phrase]) -> None:
    """Give the looks of a list the noun that ends it: a red, a green and a blue wagon are three."""
    end: Phrase | None = None
    for one, following in reversed(list(pairwise(phrases))):
        if following.is_joined and following.noun is not None and following.has_determiner:
            end = following
        is_look = bool(one.spans) and one.noun is None and one.has_determiner and not (one.is_negated or one.is_aside)
        is_listed = end is not None and following.link in ("", one.link) and one.link in ("", HAS)
        if not (is_look and is_listed and all(_is_look(span) for span in one.spans)):
            end = None
        elif end is not None and end.noun is not None:
            one.spans.append(end.noun)


def _is_look(span: Span) -> bool:
    return bool(span.meaning.color or span.meaning.material or span.meaning.is_modifier)


def _more_denied(phrases: Sequence[Phrase], start: int) -> Sequence[Phrase]:
    """Return the parts of a list that a negation opens: without legs, seat, or back."""
    for index, item in enumerate(phrases[start + 1 :], start + 1):
        is_bare = len(item.spans) == 1 and item.spans[0].meaning.part and not item.spans[0].meaning.is_adjective
        if not is_bare or item.has_determiner or item.is_asked or item.link not in ("", phrases[start].link):
            return ()
        if item.is_joined:
            return phrases[start + 1 : index + 1]
    return ()


def _end_of_list(phrases: Sequence[Phrase], index: int) -> int:
    """Return where a list ends whose items begin with a determiner, the last with "and"; 0 where it is none."""
    for place, item in enumerate(phrases[index:], index):
        if item.link or item.is_asked or item.is_negated or not (item.has_determiner or item.counts):
            return 0
        if item.is_joined:
            return place
    return 0


def _step(cutter: _Cutter, span: Span, following: Span | None) -> None:
    meaning, word = span.meaning, span.lemma
    if span.is_break:
        _at_break(cutter, span.text, following)
    elif word in _SHAPES and cutter.was_joined:
        pass
    elif following and (span.is_noun or span.is_unknown) and _is_manner(span, following):
        cutter.now.spans.append(_as_adjective(span))
    elif following and meaning.color and span.is_noun and following.lemma in ("colored", "color"):
        cutter.now.spans.append(Span(span.start, span.end, span.words, type(meaning)(color=meaning.color)))
    elif meaning.link and not (meaning.material or span.is_noun):
        is_side = following is not None and following.is_noun and word.endswith(("on the left", "on the right"))
        _at_link(cutter, "on" if is_side else meaning.link, word, following)
    elif word in PRONOUNS and (cutter.now.link in RELATIONS) and not (following and _continues(following)):
        cutter.now.pronoun = word
    elif word in REQUESTS and not (cutter.now.spans or cutter.now.has_determiner) and cutter.now.link in ("", ASIDE):
        is_not = cutter.now.is_negated
        cutter.cut(is_asked=not is_not, is_negated=is_not)
    else:
        _take(cutter, span)
    cutter.was_joined = span.words[-1].is_joined


def _is_manner(span: Span, following: Span) -> bool:
    is_shaped = following.lemma in _SHAPES and (following.lemma != "like" or span.words[-1].is_joined)
    return is_shaped or _is_shade(span, following)


def _is_shade(span: Span, following: Span) -> bool:
    """Return whether a word says which white is meant: pearl white."""
    return span.lemma in COLOR_QUALIFIERS and bool(following.meaning.color) and span.end == following.start


def _continues(span: Span) -> bool:
    return not span.is_break and not span.meaning.link and not span.meaning.is_quiet


def _take(cutter: _Cutter, span: Span) -> None:
    word = span.lemma
    if len(cutter.now.spans) >= _SPANS_MOST:
        cutter.cut(link=cutter.now.link, is_aside=cutter.now.is_aside, is_negated=cutter.now.is_negated)
    if word in DETERMINERS:
        if cutter.now.spans and cutter.now.noun is not None:
            is_told = cutter.now.link == ASIDE and cutter.is_telling
            link = ASIDE if is_told else ""
            cutter.cut(link=link, is_aside=is_told, is_negated=cutter.now.is_negated and cutter.is_not)
        cutter.now.has_determiner, cutter.now.is_definite = True, word in DEFINITE
    elif _is_denied_part(cutter, span) or _is_object(cutter):
        cutter.cut()
    elif word in ONLY:
        cutter.now.is_only = True
    meaning = span.meaning
    if word in _SHAPES and not span.is_noun:
        return
    if not meaning.is_quiet or span.is_noun or meaning.is_adjective or meaning.is_carrier or span.number:
        cutter.now.spans.extend(_halves(span))


def _halves(span: Span) -> tuple[Span, ...]:
    """Return the glass and the door of a glass door, where the two together are known; so, too, two storeys."""
    if len(span.words) < 2 or span.meaning.thing or not (span.meaning.part or span.meaning.features):
        return (span,)
    first, rest = (*spans_of(span.words[:1]), *spans_of(span.words[1:]))[:2]
    if not (first.meaning.material or first.meaning.color or first.number) or not rest.meaning.part:
        return (span,)
    cut = span.start + 1
    return Span(span.start, cut, first.words, first.meaning), Span(cut, span.end, rest.words, rest.meaning)


def _is_denied_part(cutter: _Cutter, span: Span) -> bool:
    """Return whether a thing follows the part that it must not have: a no legs table."""
    now = cutter.now
    return now.is_negated and bool(span.meaning.thing) and bool(now.spans) and now.spans[-1].is_plural


def _is_object(cutter: _Cutter) -> bool:
    """Return whether what a creature does comes before: rabbits eating | carrots, a robot watering | sunflowers."""
    spans = cutter.now.spans
    if len(spans) < 2 or not (spans[-1].is_unknown and spans[-1].lemma.endswith("ing")) or cutter.now.is_negated:
        return False
    doer = spans[-2].meaning.thing
    return bool(doer) and (ARCHETYPES[doer].category == "creature" or doer in _DOERS)


def _as_adjective(span: Span) -> Span:
    """Return a span that only says what something is like: the kettle of a kettle shaped lamp."""
    return Span(span.start, span.end, span.words, type(span.meaning)(is_modifier=True))


def _at_break(cutter: _Cutter, sign: str, following: Span | None) -> None:
    if sign in "(":
        cutter.brackets += 1
    if sign in ")":
        cutter.brackets = max(cutter.brackets - 1, 0)
    if sign == "," and following is not None and _goes_on(cutter, following):
        return
    if sign in "&+":
        _at_and(cutter, following)
        return
    cutter.sentence += sign in _ENDS_SENTENCE
    cutter.is_not = False
    if sign == ":" and cutter.now.noun is not None:
        cutter.cut(link=OF, is_plain_of=True, is_listing=True)
    else:
        cutter.cut()


def _goes_on(cutter: _Cutter, following: Span) -> bool:
    """Return whether a comma only stands between adjectives: "a big, red chair", "of glass, steel and wood"."""
    now = cutter.now
    if not cutter.is_open or now.is_negated or following.meaning.link or following.lemma in DETERMINERS:
        return False
    if now.link == ASIDE and now.spans[-1].number:
        return False  # a table for six, walnut
    if now.link in (OF, "in"):
        is_look = any(span.meaning.material or span.meaning.color for span in now.spans)  # not: in the middle, gold …
        return is_look and bool(following.meaning.material or following.meaning.color) and not following.is_noun
    return now.has_determiner or bool(now.link)


def _at_link(cutter: _Cutter, link: str, word: str, following: Span | None) -> None:
    if link == AND:
        _at_and(cutter, following, is_or=word in _OR)
    elif link == NOT:
        cutter.is_not = True
        cutter.cut(is_negated=True)
    elif link == BUT:
        cutter.is_not = False
        cutter.cut(link="", is_joined=False)
    elif link == ASK:
        cutter.cut(is_asked=True)
    elif word == "while" and following is not None and following.lemma in DETERMINERS:
        _at_and(cutter, following)  # a dog lies under a table while a cat sits on it
    elif link == ASIDE:
        cutter.cut(link=ASIDE, is_aside=True)
        cutter.is_telling = word in _TELLS
    else:
        _at_strong(cutter, link, word)


def _at_strong(cutter: _Cutter, link: str, word: str) -> None:
    if word == "of" and cutter.now.spans and cutter.now.spans[-1].number:
        return  # a pair of, a dozen of
    was_only = "only" in word or "entirely" in word or "purely" in word or (not cutter.now.spans and cutter.now.is_only)
    is_told = cutter.now.is_aside and bool(cutter.now.spans) and link not in (HAS, OF)
    is_anew = cutter.now.is_joined and link == HAS  # without a garage and with a chimney
    is_negated = not cutter.now.spans and cutter.now.is_negated and not is_anew
    cutter.cut(
        link=link, is_aside=is_told or cutter.brackets > 0, is_negated=is_negated, is_only=was_only,
        is_plain_of=word in _PLAIN_OF, is_predicate=word in _PLAIN_OF and word != "of",
    )  # fmt: skip
    cutter.is_not = is_negated


def _at_and(cutter: _Cutter, following: Span | None, *, is_or: bool = False) -> None:
    bare = following is not None and following.lemma not in DETERMINERS and not following.number
    if (cutter.is_open or _is_color_pair(cutter, following)) and not cutter.now.is_negated and bare:
        return
    is_noun = bare and following is not None and not following.meaning.is_adjective
    negated = cutter.now.is_negated and (is_or or is_noun)
    link = HAS if cutter.now.pronoun else cutter.now.link
    if _ends_contents(cutter, is_counted=not bare):
        link = HAS if cutter.done and cutter.done[-1].link == HAS else ""
    cutter.cut(link=link, is_joined=True, is_aside=cutter.now.is_aside, is_negated=negated)


def _is_color_pair(cutter: _Cutter, following: Span | None) -> bool:
    """Return whether a word that names a thing too is a colour here, as the next one can only be: orange and grey."""
    last = cutter.now.spans[-1] if cutter.now.spans else None
    if last is None or following is None or not last.meaning.color or last.is_plural:
        return False
    return bool(following.meaning.color) and not following.is_noun


def _ends_contents(cutter: _Cutter, *, is_counted: bool) -> bool:
    """Return whether "and" leads from what a thing is full of to another thing: a jug of water and four cups."""
    now = cutter.now
    return is_counted and now.link == OF and now.is_plain_of and not now.has_determiner and not now.counts


def without_orders(phrases: list[Phrase]) -> tuple[list[Phrase], list[Span]]:
    """Return the phrases of sentences that ask for a thing, and the words of those that give orders to the reader."""
    kept, orders = list[Phrase](), list[Span]()
    for sentence in dict.fromkeys(phrase.sentence for phrase in phrases):
        own = [phrase for phrase in phrases if phrase.sentence == sentence]
        start = next((index for index, phrase in enumerate(own) if _order_at(phrase) is not None), len(own))
        if start == len(own):
            kept += own
            continue
        wish = own[:start] + _before_order(own[start])
        is_wish = any(span.meaning.thing for phrase in wish for span in phrase.spans)
        kept += wish if is_wish else []
        said = {span for phrase in kept for span in phrase.spans}
        orders += [span for phrase in own for span in phrase.spans if span not in said]
    return kept, orders


def _order_at(phrase: Phrase) -> int | None:
    """Return the place of the first word of a phrase that gives an order to the reader."""
    for index, span in enumerate(phrase.spans):
        said = " ".join(other.lemma for other in phrase.spans[index:])
        if stem(span.lemma) in _IMPERATIVES or said.startswith(SECRETS):
            return index
    return None


def _before_order(phrase: Phrase) -> list[Phrase]:
    """Return what a phrase says before it turns to the reader: a red car, ignoring instructions."""
    spans = phrase.spans[: _order_at(phrase)]
    return [replace(phrase, spans=spans)] if spans else []
