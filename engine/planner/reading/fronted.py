"""Sentences that say the place first, said the other way round: behind the sofa stands a lamp."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.archetypes import ARCHETYPES
from engine.planner.reading.knowledge import draws
from engine.planner.wording.links import AND, BUT, DETERMINERS, HAS, OF, RELATIONS
from engine.planner.wording.spans import Span, spans_of
from engine.planner.wording.words import Word, words_of

_VERBS = frozenset((
    "is", "are", "was", "were", "stands", "stand", "hangs", "hang", "sits", "sit", "lies", "lie", "rests", "rest",
    "leans", "lean",
))  # fmt: skip
_QUIET = frozenset({"there", "there's"})
_OF_SOMETHING = frozenset({"it", "them"})
_SIDES = ("left", "right", "left side", "right side", "top", "front")  # ends of links that need no noun: on the left
_PLACES = ("interior", "building")
_PLACE_MOST = 8  # spans of a place: nobody says more before the verb
_PICTURES = frozenset({"picture", "photo", "drawing", "sketch"})
_COMMA, _WITH, _THE = words_of(", with the")

Spans = Sequence[Span]


def told_forwards(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return words in which every place comes after what is there; "it" in such a place becomes its noun."""
    spans = spans_of(words)
    if not any(_relation(span) for span in spans):
        return words
    told = _Teller(spans)
    while told.at < len(spans):
        told.step()
    return tuple(told.words)


@dataclass(slots=True)
class _Teller:
    """Goes through the spans and says each clause again, the place last."""

    spans: Spans
    at: int = 0
    words: list[Word] = field(default_factory=list)
    meant: Span | None = None  # what "it" means
    before: Span | None = None  # what it meant until then
    link: str = ""  # before what comes now
    place_end: int = 0  # of the clause at hand

    def step(self) -> None:
        """Say the clause or the word that begins here."""
        if self._is_start():
            self.at += self._opening()
        if self.at < len(self.spans) and (self._is_start() and self._place_first()):
            return
        if self.at < len(self.spans):
            self._keep(self.spans[self.at])

    def _is_start(self) -> bool:
        before = self.spans[self.at - 1] if self.at else None
        return before is None or before.is_break or before.meaning.link in (AND, BUT)

    def _opening(self) -> int:
        """Return how many spans say "there is", which means nothing."""
        rest = self.spans[self.at : self.at + 2]
        if rest and rest[0].text.casefold() in _QUIET:
            return 2 if len(rest) > 1 and _is_verb(rest[1]) else 1
        return 0

    def _keep(self, span: Span) -> None:
        following = self.spans[self.at + 1] if self.at + 1 < len(self.spans) else None
        self.at += 1
        if following is not None and _relation(following) and _is_verb(span) and self._ends_in_thing():
            return  # a lamp stands behind the sofa
        self._note(span)
        self.words += span.words

    def _ends_in_thing(self) -> bool:
        """Return whether one thing was just named, which may now stand somewhere: not two cake stands."""
        start = max(self.at - 1 - _PLACE_MOST, 0)
        before = self.spans[start : self.at - 1]
        is_thing = len(before) > 0 and bool(before[-1].meaning.thing) and not any(one.number for one in before)
        text = self.spans[self.at - 1].text.casefold()
        return is_thing and (not text.startswith("stand") or before[-1].is_plural == (text == "stand"))

    def _note(self, span: Span) -> None:
        """Remember what a later "it" means: the thing that was named last, as far as it is no part of another."""
        if span.meaning.link and not span.is_noun:
            self.link = self.link if span.meaning.link == AND else span.meaning.link
        elif span.is_break:
            self.link = ""
        elif span.meaning.thing and not self._is_part(span):
            self.before, self.meant = self.meant, span
        elif span.lemma in _OF_SOMETHING and self.link in RELATIONS and self.before:
            self.meant = self.before  # a house with a tree in front of it: the house still

    def _is_part(self, span: Span) -> bool:
        if self.link not in (HAS, OF) or self.meant is None:
            return False
        owner = self.meant.meaning.thing
        return ARCHETYPES[owner].design_type not in _PLACES and (self.link == OF or draws(owner, span.lemma))

    def _place_first(self) -> bool:
        """Say a clause that begins with its place again; return whether this is one."""
        start = self.spans[self.at]
        if not _relation(start):
            return False
        end = self._end_of_place()
        what = self._end_of_thing(end) if end else 0
        place = self._place(start, self.spans[self.at + 1 : self.place_end]) if what else ()
        if not place:
            return False
        self._say(self.spans[end:what], place)
        self.at = what
        if what < len(self.spans) and self.spans[what].meaning.link == AND:
            self.words.append(_COMMA)
            self.at += 1
        return True

    def _end_of_place(self) -> int:
        """Return where the thing begins that a clause puts somewhere; 0 where the clause is none of this kind."""
        spans, at = self.spans, self.at + 1
        is_short = self._is_short()
        while at < len(spans) and at - self.at <= _PLACE_MOST and not is_short:
            is_over = spans[at].is_break or _is_link(spans[at]) or spans[at].text.casefold() in _QUIET
            if is_over or _is_verb(spans[at]) or self._begins_again(at):
                break
            at += 1
        self.place_end = at
        start = at
        at += at < len(spans) and spans[at].text == ","
        has_verb = False
        while at < len(spans) and (_is_verb(spans[at]) or spans[at].text.casefold() in _QUIET):
            at, has_verb = at + 1, True
        return at if has_verb or at == start else 0

    def _is_short(self) -> bool:
        """Return whether a place needs no noun: on the left, beside it."""
        return self.spans[self.at].lemma.endswith(_SIDES)

    def _begins_again(self, at: int) -> bool:
        """Return whether a second thing begins without a verb between: on a desk a laptop."""
        is_named = at > self.at + 1 and (_is_noun(self.spans[at - 1]) or self.spans[at - 1].lemma in _OF_SOMETHING)
        return is_named and (self.spans[at].lemma in DETERMINERS or bool(self.spans[at].number))

    def _end_of_thing(self, start: int) -> int:
        """Return where the description of a thing ends that begins here; 0 where nothing is described."""
        at = start
        while at < len(self.spans) and not self._ends_at(at, is_first=at == start):
            at += 1
        own = _noun_end(self.spans[start:at])
        first = self.spans[start] if own else None
        is_said = first is not None and (_is_said(first) or self.spans[start + own - 1].is_plural)
        return at if is_said else 0

    def _ends_at(self, at: int, *, is_first: bool) -> bool:
        """Return whether a clause ends here: at a comma that goes on with no list, at the "and" of another clause."""
        span, rest = self.spans[at], self.spans[at + 1 :]
        end = next(
            (index for index, one in enumerate(rest) if one.is_break or one.meaning.link in (AND, BUT)), len(rest)
        )
        if span.is_break:
            follows = rest[end : end + 2]
            is_list = end > 0 and not any(_is_link(one) for one in rest[:end]) and _is_said(rest[0])
            goes_on = len(follows) == 2 and (follows[0].text == "," or follows[0].meaning.link == AND)
            return not (span.text == "," and is_list and goes_on and _is_said(follows[1]))
        if is_first or span.meaning.link not in (AND, BUT) or not rest:
            return False
        return _relation(rest[0]) or any(_is_verb(one) for one in rest[:end])

    def _place(self, link: Span, noun: Spans) -> tuple[Word, ...]:
        """Return the words for a place, with a noun for "it"; none where it is not known what that is."""
        of_it = (len(noun) == 1 and noun[0].lemma in _OF_SOMETHING) or not noun
        if of_it:
            of = words_of("of") if self._is_short() else ()
            return (*link.words, *of, _THE, *self.meant.words) if self.meant else ()
        return (*link.words, *_words(noun)) if _is_noun(noun[-1]) else ()

    def _say(self, thing: Spans, place: tuple[Word, ...]) -> None:
        """Say what is there, then where; of what is described at length only its noun a second time."""
        if self.words and self.words[-1].lemma in ("and", "but"):
            self.words[-1] = _COMMA
        noun = self.spans[self.place_end - 1]
        own, meant, self.link = _noun_end(thing), self.meant, ""
        design_type = ARCHETYPES[noun.meaning.thing].design_type if noun.meaning.thing else ""
        if design_type in _PLACES and self.spans[self.at].meaning.link == "in":
            self.words += [*_words(self.spans[self.at + 1 : self.place_end]), _WITH, *_words(thing)]
            self.meant = noun
            return
        is_more = self.meant is not None and any(span.meaning.link == HAS for span in thing[own:])
        again = (
            []
            if not any(_relation(span) for span in thing[own:]) and not is_more
            else [_COMMA, _THE, *thing[own - 1].words]
        )
        self.words += [*_words(thing), *again, *place]
        self.meant = noun if noun.meaning.thing else meant


def _words(spans: Spans) -> list[Word]:
    return [word for span in spans for word in span.words]


def _relation(span: Span) -> bool:
    return span.meaning.link in RELATIONS and not (span.meaning.material or span.is_noun)


def _is_link(span: Span) -> bool:
    return bool(span.meaning.link) and not span.is_noun


def _is_verb(span: Span) -> bool:
    return len(span.words) == 1 and span.words[0].text.casefold() in _VERBS


def _is_noun(span: Span) -> bool:
    return bool(span.meaning.thing or span.meaning.part)


def _is_said(span: Span) -> bool:
    """Return whether a thing's description begins so: a lamp, two lamps."""
    return span.lemma in DETERMINERS or bool(span.number)


def _is_thing(span: Span) -> bool:
    return bool(span.meaning.thing) or span.lemma in _PICTURES


def _noun_end(spans: Spans) -> int:
    """Return where the noun of a description ends that begins here, 0 where there is none."""
    cut = next((index for index, span in enumerate(spans) if _is_link(span)), len(spans))
    return next((index for index in range(cut, 0, -1) if _is_thing(spans[index - 1])), 0)
