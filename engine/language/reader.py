"""A text read by a language model: the same `Understood` as the planner's own reader gives, drawn by the same code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from domain.spec import Relation
from engine.language.answers import Answer, schema, wanted_of
from engine.language.asking import question
from engine.language.gate import likeness_to, pairs_of, refusal_of
from engine.language.model import NotUsable, Written, language_model
from engine.planner.reading.heads import sure_of
from engine.planner.reading.reader import Understood, read
from engine.planner.reading.wanted import Wanted
from engine.shapes import Tick, no_tick


@dataclass(frozen=True, slots=True)
class Reading:
    """What a model made of a text, and what it took."""

    seen: Understood
    written: Written


def read_by_model(
    model: str,
    text: str,
    *,
    style: str = "",
    context: Mapping[str, str] | None = None,
    timeout_s: float,
    tokens_max: int,
    tick: Tick = no_tick,
) -> Reading:
    """Return how a language model reads a text, completed by what the planner's reader is sure of.

    Parameters
    ----------
    model : str
        Folder or hub name of a transformers causal language model.
    style, context
        What was asked for beside the text; the model is told of it.
    timeout_s : float
        For reading and writing; loading the model, once in a process, is not counted.

    Raises
    ------
    NotUsable
        The model gave no reading, or one that cannot be right; the sentence is the reason.
    """
    reader = language_model(model)
    asked = question(text, style=style, context=context, marks=reader.marks)
    written = reader.write(asked, schema(), timeout_s=timeout_s, tokens_max=tokens_max, tick=tick)
    return Reading(understood(text, answer_of(written.text)), written)


def answer_of(written: str) -> Answer:
    """Return what a model wrote, checked once more against the schema; raise NotUsable if it is no answer."""
    try:
        return msgspec.json.decode(written, type=Answer)
    except msgspec.DecodeError as error:
        raise NotUsable("invalid: the answer is not of the schema") from error


def understood(text: str, answer: Answer) -> Understood:
    """Return what a text says by a model's answer and the planner's reader together; raise NotUsable at the gate."""
    seen = read(text)
    things = _main_first(wanted_of(answer), seen)
    refusal = refusal_of(text, seen, things)
    if refusal:
        raise NotUsable(refusal)
    pairs = pairs_of(seen, things)
    for number, found in pairs.items():
        _complete(things[found], seen.things[number])
        _place(things[found], seen.things[number], pairs, found)
    main = things[0].archetype
    certainty = seen.head.certainty if seen.head.is_named else sure_of(likeness_to(text, main))
    return replace(
        seen,
        things=things,
        head=replace(seen.head, archetype=main, certainty=certainty),
        style=seen.style or answer.style,
        features=list(dict.fromkeys((*seen.features, *(one for thing in things for one in thing.features)))),
        relations=_relations(things) or seen.relations,
    )


def _main_first(things: list[Wanted], seen: Understood) -> list[Wanted]:
    """Return a model's things with the one in front that the text surely is about: models name some desk first."""
    main = seen.things[0].archetype if seen.head.is_named else ""
    first = next((number for number, thing in enumerate(things) if thing.archetype == main), 0)
    order = [first, *(number for number in range(len(things)) if number != first)]
    for thing in things:
        thing.anchor = None if thing.anchor is None else order.index(thing.anchor)
    return [things[number] for number in order]


def _complete(thing: Wanted, known: Wanted) -> None:
    """Give a model's thing all that the reader is sure of: sizes, numbers, colours and what the text rules out."""
    thing.sizes |= known.sizes
    thing.counts |= known.counts
    thing.count = known.count if known.count > 1 else thing.count
    thing.excluded |= known.excluded
    thing.denials, thing.only = known.denials, known.only
    thing.words |= known.words
    thing.modifiers |= known.modifiers
    thing.said |= known.said
    thing.part_materials |= known.part_materials
    thing.part_colors |= known.part_colors
    thing.features = list(dict.fromkeys((*known.features, *thing.features)))
    thing.noun = known.noun or thing.noun
    thing.colors = known.colors or thing.colors
    thing.materials = list(dict.fromkeys((*known.materials, *thing.materials)))
    thing.spoken |= known.spoken


def _place(thing: Wanted, known: Wanted, pairs: Mapping[int, int], own: int) -> None:
    """Put a thing where the text surely says."""
    anchor = pairs.get(known.anchor) if known.anchor is not None else None
    if known.relation and anchor != own:
        thing.relation, thing.anchor = known.relation, anchor


def _relations(things: Sequence[Wanted]) -> list[Relation]:
    return [
        Relation(thing.archetype, thing.relation, things[thing.anchor].archetype)
        for thing in things
        if thing.relation and thing.anchor is not None
    ]
