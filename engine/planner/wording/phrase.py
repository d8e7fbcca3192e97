"""A noun phrase: its adjectives, its noun, and the word that joins it to what stands before."""

from dataclasses import dataclass, field

from engine.planner.wording.lexicon import FINISH_NOUNS, PARTS
from engine.planner.wording.links import HAS, OF
from engine.planner.wording.spans import Span


@dataclass(slots=True)
class Phrase:
    """A noun phrase, or adjectives alone.

    Attributes
    ----------
    link : str
        What joins it: "" opens a clause, else has, made of, aside, or a relation such as "on".
    is_joined : bool
        "and" stands before it.
    is_aside : bool
        It tells a story around the thing ("for my grandmother", "that I saw"), and asks for nothing.
    is_only : bool
        "made only of".
    is_plain_of : bool
        Its link is the bare word "of", as in a flock of sheep.
    """

    link: str = ""
    is_joined: bool = False
    is_aside: bool = False
    is_negated: bool = False
    is_only: bool = False
    is_plain_of: bool = False
    is_listing: bool = False  # it stands after a colon
    is_asked: bool = False
    is_predicate: bool = False  # after "is": of what the sentence is about
    has_determiner: bool = False
    is_definite: bool = False
    sentence: int = 0
    spans: list[Span] = field(default_factory=list)
    pronoun: str = ""

    @property
    def noun(self) -> Span | None:
        """Return the span that names what the phrase is about; of several the last."""
        return self.noun_at(len(self.spans))

    @property
    def counts(self) -> bool:
        """Return whether it says a number."""
        return any(span.number for span in self.spans)

    @property
    def is_ambiguous(self) -> bool:
        """Return whether the noun may as well be a substance: the iron of "a street lamp, black iron"."""
        noun = self.noun
        may_be = noun is not None and bool(noun.meaning.material or noun.meaning.color)
        return noun is not None and may_be and not self.has_determiner and not noun.is_plural

    def noun_at(self, end: int) -> Span | None:
        """Return the last noun before a place; words that nobody knows are nouns where nothing else is."""
        known = [span for span in self.spans[:end] if span.is_noun and self._can_be_noun(span)]
        if known and self._is_finish(known[-1]):
            known.pop()
        last = self._last_unknown(end)
        if last and (not known or (self.link == HAS and last.start > known[-1].start and not known[-1].is_plural)):
            return last
        return known[-1] if known else None

    def _can_be_noun(self, span: Span) -> bool:
        """Return whether a span that is a material or the like as well stands where a noun stands."""
        meaning = span.meaning
        if not (meaning.material or meaning.color or meaning.style or meaning.is_modifier):
            return True
        is_last = span is self.spans[-1]
        if meaning.material and not (meaning.thing or self.link or self.has_determiner) and span.lemma not in PARTS:
            return span.is_plural  # an armchair, blue velvet
        if self.link in (OF, "in"):
            return False
        if meaning.color and not (meaning.thing or self.link or self.has_determiner or span.is_plural):
            return False  # a chair, cream with a red seat
        if meaning.color and len(self.spans) > 1:
            return is_last and (self.has_determiner or span.is_plural)
        return is_last and (self.has_determiner or span.is_plural or bool(self.link) or not self.is_joined)

    def _is_finish(self, span: Span) -> bool:
        """Return whether a noun only says how something is finished: the lacquer of white lacquer."""
        if span.meaning.thing and self.link == HAS and self.has_determiner:
            return False  # a coat rack with a red coat
        is_said_of = not span.is_noun or any(one.meaning.is_adjective for one in self.spans if one is not span)
        return span.lemma in FINISH_NOUNS and is_said_of

    def _last_unknown(self, end: int) -> Span | None:
        unknown = [span for span in self.spans[:end] if span.is_unknown or _is_bare_carrier(span)]
        if not unknown or unknown[-1] is not [span for span in self.spans[:end] if not span.is_size][-1]:
            return None
        has_look = any(span.meaning.color or span.meaning.material for span in self.spans)
        is_done = unknown[-1].lemma.endswith("ing") and not (self.link == HAS and has_look)  # with blue stitching
        is_name = not (is_done or unknown[-1].lemma.endswith("ed") or self._is_finish(unknown[-1]))
        return unknown[-1] if is_name else None


def _is_bare_carrier(span: Span) -> bool:
    return span.meaning.is_carrier and not span.is_noun
