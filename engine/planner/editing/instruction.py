"""Words that ask for a change of a design: "make the floor black marble", "the sofa should be 20 cm wider".

A text is cut into clauses; each is held against the ways in which one asks for a change. What it means is tried on the
design itself, so that "the oak legs" and "the table top" are what the design has of them. Clauses follow each other:
"it" is what was spoken of last, and "20 cm wider" after "make the sofa red" is said of the sofa.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from msgspec import structs

from domain.edits import applied
from domain.shapes import schema_of
from domain.spec import DesignSpec
from domain.switching import Update, changes_of_all
from domain.targets import Target
from engine.planner.editing import resizing
from engine.planner.editing.becoming import (
    PAINTING,
    edits_for,
    groups_of,
    resized,
    says_something,
    set_by_words,
    unjoined,
)
from engine.planner.editing.levels import carried, releveled
from engine.planner.editing.looks import look_of
from engine.planner.editing.meant import Meant, meant
from engine.planner.editing.resizing import Edit
from engine.planner.wording.words import lemma, normalised

CLAUSES_MAX = 40
JOINED_MAX = 4  # clauses that are one: "the legs, the seat and the back"
_CUT = re.compile(r"(\.(?!\d)|[;,\n!]| and then | and | then | but also | but make | as well as | also )")
_POLITE = re.compile(
    r"^(?:(?:please|now|also|then|and|but|so|hey|ok|okay|kindly|just|maybe|instead|finally|next)\s+"
    r"|(?:can|could|would|will) (?:you|we)(?: please)? |(?:i|we) (?:want|would like|need|wish)(?: you)? (?:to )?"
    r"|i'd like (?:you )?(?:to )?|let's |let us |let )+"
)
_VERBS = (
    *PAINTING, "make", "turn", "change", "switch", "set", "convert", "cover", "finish", "clad", "have", "want",
    "upholster", "tile", "render", "transform", "redo", "coat", "wrap", "give", "build", "resize",
    "scale", "update",
)  # fmt: skip
_VERB = re.compile(rf"^({'|'.join(_VERBS)}) (.+)$")
_REPLACE = re.compile(
    r"^(?:replace|swap|exchange|substitute|trade|change|switch|turn) (.+?) (?:with|by|for|to|into|against) (.+)$"
)
_FROM = re.compile(r"^(.+?) from (.+?) (?:in)?to (.+)$")
_USE = re.compile(r"^(?:use|apply|put|try|choose|pick|lay|install|take) (.+?) (?:for|on|onto|to|in|as) (.+)$")
_GIVE = re.compile(r"^(?:give|fit|equip) (.+)$")
_SHOULD = re.compile(
    r"^(.+?)(?:\s*[:=]\s*"
    r"| (?:should|must|shall|ought to|needs? to|has to|have to|to|will) (?:all )?(?:be|become|get|have) "
    r"| (?:is|are|becomes?) (?:now |to be )?)(.+)$"
)
_SIDE = re.compile(
    r"^(?:(set|change|adjust|make|bring|put|increase|raise|reduce|decrease|lower|cut) )?(?:the )?(?:its )?([a-z ]+?)"
    r" (?:of|for) (.+?)(?: to be| should be| to|:| by| =| is)? "
    r"((?:\d|a |half|one|two|three|true|false|on|off|yes|no).*)$"
)
_LOOK_OF = re.compile(
    r"^(?:(?:set|change|switch|make|turn) )?(?:the )?(?:colou?r|material|finish) (?:of|for) (.+?) (?:to|into|be) (.+)$"
)
_GROW = re.compile(
    r"^(raise|lower|widen|narrow|lengthen|shorten|heighten|deepen|thicken|enlarge|shrink|scale|grow|resize|move|shift|push|slide"
    r"|turn|rotate|spin|increase|reduce|lift)(?: up| down)? (.+)$"
)
_GROWN = {
    "widen": "wider", "narrow": "narrower", "lengthen": "longer", "shorten": "shorter", "heighten": "taller",
    "deepen": "deeper", "thicken": "thicker", "enlarge": "larger", "shrink": "smaller", "grow": "larger",
    "increase": "larger", "reduce": "smaller",
}  # fmt: skip
_SPARING = re.compile(r"^(.+) (?:except(?: for)?|but not|apart from|other than) (.+)$")
_LESS = frozenset(("reduce", "decrease", "lower", "cut"))
MISSED_MAX = 10  # after so many clauses that say nothing, nobody reads on
_ARTICLES = frozenset(("the", "all", "a", "an", "its", "their", "every", "each"))
_WORDS_MAX = 40


@dataclass(frozen=True)
class _Talk:
    """The design as the clauses so far leave it, and what they were about."""

    spec: DesignSpec
    about: Meant | None = None
    verb: str = ""


@dataclass(frozen=True)
class _Done:
    """What came of a clause."""

    edits: list[Edit]
    about: Meant
    verb: str = ""


def edits_of(spec: DesignSpec, text: str) -> tuple[list[Edit], list[str]]:
    """Return the edits that a text asks for, in order, each of one object, and what in it was not understood."""
    plain = re.sub(r"\s+", " ", normalised(text).replace("\u2060 ", " ").casefold().replace("\n", ";"))
    pieces = _CUT.split(plain)[: CLAUSES_MAX * 2]
    talk, edits, missed, at = _Talk(spec), list[Edit](), list[str](), 0
    while at < len(pieces) and len(missed) < MISSED_MAX:
        if not _POLITE.sub("", pieces[at].strip(" .;,!?") + " ").strip():
            at += 2
            continue
        end, done = _longest(talk, pieces, at)
        if done is None:
            missed.append(pieces[at].strip(" .;,!?"))
        else:
            asked = [*done.edits, *carried(talk.spec, done.edits)]
            edits += asked
            after = applied(talk.spec, changes_of_all(talk.spec, asked))
            chosen = {one.id for one in done.about.things}
            now = tuple(one for one in after.objects if one.id in chosen)
            talk = _Talk(after, Meant(now, done.about.is_whole), done.verb or talk.verb)
        at = end
    if len(plain) and len(_CUT.split(plain)) > CLAUSES_MAX * 2:
        missed.append(f"everything after {CLAUSES_MAX} clauses")
    return edits, missed


def _longest(talk: _Talk, pieces: list[str], at: int) -> tuple[int, _Done | None]:
    """Return where the clause that begins at a piece ends, and what it asks for."""
    for count in range(1, JOINED_MAX + 1):
        end = at + 2 * count - 1
        clause = "".join(pieces[at:end]).strip(" .;,!?")
        if end > len(pieces) or len(clause.split()) > _WORDS_MAX:
            break
        done = _clause(talk, _POLITE.sub("", clause).removesuffix(" please").strip())
        if done and done.edits:
            return end + 1, done
    return at + 2, None


def _clause(talk: _Talk, clause: str) -> _Done | None:
    for form in _FORMS:
        for done in form(talk, clause):
            if done.edits:
                return done
    return None


def _acted(talk: _Talk, who: str, what: str, verb: str = "") -> Iterator[_Done]:
    """Yield what it means that something is to be so, where both are understood."""
    what = unjoined(what)
    if not says_something(what, is_painted=(verb or talk.verb) in PAINTING):
        return
    chosen = meant(talk.spec, who, talk.about)
    if chosen:
        edits = edits_for(talk.spec, chosen, what, verb or talk.verb)
        if edits is not None:
            yield _Done(edits, chosen, verb)
    else:
        yield from _pieces(talk, who, what, verb)


def _pieces(talk: _Talk, who: str, what: str, verb: str) -> Iterator[_Done]:
    """Yield what is meant of pieces that are no objects of their own: the handles of the cabinet."""
    name, _, owner = who.partition(" of ")
    piece = " ".join(lemma(word) for word in name.split() if word not in _ARTICLES)
    chosen = meant(talk.spec, owner, talk.about) if owner else Meant(talk.spec.objects)
    look = look_of(what) if piece and chosen else None
    if not look or not chosen:
        return
    edits = []
    for one in chosen.things:
        said = {"material": look.material, "color": look.color}
        named = {
            known: said[kind]
            for known in schema_of(one.type)
            for stem, _, kind in (known.rpartition("_"),)
            if kind in said and said[kind] and lemma(stem.replace("_", " ")) == piece
        }
        edits += [(Target(object_id=one.id), Update(properties=dict(named)))] if named else []
    if edits:
        ids = {target.object_id for target, _ in edits}
        yield _Done(edits, Meant(tuple(one for one in chosen.things if one.id in ids)), verb)


def _replaced(talk: _Talk, clause: str) -> Iterator[_Done]:
    if found := _FROM.match(clause):
        who = _VERB.sub(r"\2", found[1])
        yield from _acted(talk, f"{found[2]} {who}", found[3])
        yield from _acted(talk, who, found[3])
    if found := _REPLACE.match(clause):
        yield from _acted(talk, found[1], found[2])


def _used(talk: _Talk, clause: str) -> Iterator[_Done]:
    if found := _USE.match(clause):
        yield from _acted(talk, found[2], found[1])


def _given(talk: _Talk, clause: str) -> Iterator[_Done]:
    """Yield what "give the table brass legs" means: the legs of the table become brass."""
    if found := _GIVE.match(clause):
        words = found[1].split()
        for cut in range(1, len(words)):
            who = " ".join(words[:cut])
            yield from _adjective(talk, " ".join(words[cut:]), who)


def _adjective(talk: _Talk, clause: str, whose: str = "") -> Iterator[_Done]:
    """Yield what a thing with an adjective means: a black marble floor."""
    words = clause.split()
    for cut in range(len(words) - 1, 0, -1):
        who = " ".join(words[cut:])
        yield from _acted(talk, f"{who} of {whose}" if whose else who, " ".join(words[:cut]))


def _looked(talk: _Talk, clause: str) -> Iterator[_Done]:
    if found := _LOOK_OF.match(clause):
        yield from _acted(
            talk, found[1], found[2], "paint" if "colo" in clause.split(found[1], maxsplit=1)[0] else "make"
        )


def _measured(talk: _Talk, clause: str) -> Iterator[_Done]:
    """Yield what a side or a property of something is to be: the height of the table to 75 cm."""
    found = _SIDE.match(clause)
    if not found:
        return
    verb, name, who, value = found.groups()
    chosen = meant(talk.spec, who, talk.about)
    if not chosen:
        return
    is_by = f"by {value}" in clause
    side = resizing.side_named(name.strip())
    resize = resizing.resize_of(value, side) if side is not None else None
    if resize and is_by:
        way = -1.0 if verb in _LESS else 1.0
        resize = replace(resize, wanted_m={}, added_m={name: way * much for name, much in resize.wanted_m.items()})
    if resize:
        yield _Done(resized(talk.spec, chosen, resize), chosen)
    yield _Done(set_by_words(chosen.things, name.strip(), value), chosen)


def _grown(talk: _Talk, clause: str) -> Iterator[_Done]:
    """Yield what verbs of size, place and turning mean: widen the sofa by 20 cm, rotate it by 90 degrees."""
    found = _GROW.match(clause)
    if not found:
        return
    verb, words = found[1], found[2].split()
    for cut in range(len(words), 0, -1):
        chosen = meant(talk.spec, " ".join(words[:cut]), talk.about)
        if chosen:
            edits = _moved(talk.spec, chosen, verb, " ".join(words[cut:]))
            if edits:
                yield _Done(edits, chosen)


def _moved(spec: DesignSpec, chosen: Meant, verb: str, how: str) -> list[Edit] | None:
    if verb in ("turn", "rotate", "spin"):
        angle = resizing.turn_of(how)
        return None if angle is None else [e for group in groups_of(chosen) for e in resizing.turned(group, angle)]
    if verb in ("move", "shift", "push", "slide", "raise", "lift", "lower"):
        if level := _at_height(spec, chosen, verb, how):
            return level
        way = {"raise": "up ", "lift": "up ", "lower": "down "}.get(verb, "")
        shift = resizing.shift_of(f"{way}{how}")
        return resizing.shifted(chosen.things, shift) if shift else None
    grown = _GROWN.get(verb, "larger")
    how = how.removeprefix("by ") if how.startswith("by ") else how
    says = f"{how} {grown}" if how and not how.startswith("to ") else how.removeprefix("to ") or grown
    resize = resizing.resize_of(says, resizing.side_compared(grown) or None)
    return resized(spec, chosen, resize) if resize else None


def _at_height(spec: DesignSpec, chosen: Meant, verb: str, how: str) -> list[Edit] | None:
    """Return the edits of raising or lowering a seat or a top, by a length or to a height: its chair goes along."""
    if verb not in ("raise", "lift", "lower") or chosen.is_whole:
        return None
    if how.startswith("to "):
        resize = resizing.resize_of(how.removeprefix("to "), "height")
    else:
        resize = resizing.resize_of(f"{how.removeprefix('by ')} {'lower' if verb == 'lower' else 'higher'}")
    return releveled(spec, chosen.things, resize) if resize else None


def _became(talk: _Talk, clause: str) -> Iterator[_Done]:
    if found := _SHOULD.match(clause):
        yield from _acted(talk, _VERB.sub(r"\2", found[1]), found[2])


def _made(talk: _Talk, clause: str) -> Iterator[_Done]:
    """Yield what "make the floor black marble" means; of all ways to cut it, that with the shortest name first."""
    found = _VERB.match(clause)
    verb, rest = (found[1], found[2]) if found else ("", clause)
    words = rest.split()
    for cut in range(1, len(words)):
        yield from _acted(talk, " ".join(words[:cut]), " ".join(words[cut:]), verb)


def _bare(talk: _Talk, clause: str) -> Iterator[_Done]:
    yield from _adjective(talk, _VERB.sub(r"\2", clause))


def _going_on(talk: _Talk, clause: str) -> Iterator[_Done]:
    """Yield what words mean that only say how, of what was spoken of last: and 20 cm wider."""
    if talk.about and not _VERB.match(clause):
        yield from _acted(talk, "them", clause)


def _going_on_with(talk: _Talk, clause: str) -> Iterator[_Done]:
    """Yield the same of words with a verb, once nothing is named in them: and paint red."""
    if talk.about:
        yield from _acted(talk, "them", _VERB.sub(r"\2", clause))


def _except(talk: _Talk, clause: str) -> Iterator[_Done]:
    """Yield what "make everything oak except the floor" means."""
    found = _SPARING.match(clause)
    done = _clause(talk, found[1]) if found else None
    spared = meant(talk.spec, found[2]) if found else None
    if done and spared:
        kept = {one.id for one in spared.things}
        yield replace(done, edits=[edit for edit in done.edits if edit[0].object_id not in kept])


def _with(talk: _Talk, clause: str) -> Iterator[_Done]:
    """Yield what "make the sofa red with brass legs" means: one after the other."""
    head, _, tail = clause.rpartition(" with ")
    first = _clause(talk, head) if head else None
    if first:
        whose = {one.part_of for one in first.about.things}
        near = tuple(one for one in talk.spec.objects if one.part_of in whose)
        for second in _adjective(replace(talk, spec=structs.replace(talk.spec, objects=near)), tail):
            yield _Done([*first.edits, *second.edits], first.about, first.verb)


_FORMS: tuple[Callable[[_Talk, str], Iterator[_Done]], ...] = (
    _going_on, _looked, _measured, _used, _given, _grown, _made, _became, _replaced, _bare, _except, _with,
    _going_on_with,
)  # fmt: skip
