"""Which objects of a design are meant: by id, by attributes, or by words like "all chairs"."""

import difflib
import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from domain.errors import Invalid
from domain.spec import DesignObject, DesignSpec

NEAR_MAX = 5
WHOLES_MAX = 12
QUERY_LENGTH_MAX = 200
_ALL = frozenset(("all", "every", "each", "the", "of", "any", "both"))
_EVERYTHING = frozenset(("everything", "objects", "object", "design", "whole", "all"))


class Target(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which objects are meant; several conditions hold together.

    Attributes
    ----------
    object_id : str
        One object.
    query : str
        Words: "all chairs", "floor", "legs of the table", "chair 2".
    type : str
        What the object is: its own kind, or the name that its id begins with.
    material : str
        What it is made of now.
    part_of : str
        The thing it belongs to: "chair_2", or "chair" for all chairs.
    """

    object_id: str = ""
    query: str = ""
    type: str = ""
    material: str = ""
    part_of: str = ""


def said(target: Target) -> str:
    """Return a target in words, for the history."""
    fields = msgspec.structs.asdict(target)
    return ", ".join(
        value if name in ("object_id", "query") else f"{name} {value}" for name, value in fields.items() if value
    )


def found(spec: DesignSpec, target: Target) -> tuple[DesignObject, ...]:
    """Return the objects that are meant, in the order of the spec.

    Raises
    ------
    Invalid
        The target says nothing, or no object is meant; the fact `near` lists ids or names that are like it.
    """
    if not any(msgspec.structs.astuple(target)):
        raise Invalid("Say which object: `object_id`, `query`, `type`, `material` or `part_of`", field="target")
    chosen = [thing for thing in spec.objects if target.object_id in ("", thing.id) and _fits(thing, target)]
    if target.query:
        chosen = by_words(chosen, target.query)
    if not chosen:
        near = near_names(spec, target.object_id or target.query or target.type or target.part_of or target.material)
        hint = f"; near are {', '.join(near)}" if near else ""
        raise Invalid(f"The design has no such object: {said(target)[:100]}{hint}", field="target", near=near)
    return tuple(chosen)


def wholes(spec: DesignSpec) -> list[str]:
    """Return the things that a design is made of, by name."""
    return list(dict.fromkeys(_root(thing.part_of or thing.id) for thing in spec.objects))[:WHOLES_MAX]


def is_called(spec: DesignSpec, word: str) -> bool:
    """Return whether a word is in the name of an object, or of what it belongs to."""
    word = _singular(word)
    return any(word in _names(thing.id, thing.part_of, "")[0] for thing in spec.objects)


def near_names(spec: DesignSpec, text: str, *, otherwise: Sequence[str] | None = None) -> list[str]:
    """Return ids and names in a design that are spelt like a text, and `otherwise` its commonest names."""
    names = list(
        dict.fromkeys(
            name
            for thing in spec.objects
            for name in (thing.id, _root(thing.id), _root(thing.part_of), thing.part_of, thing.type)
            if name
        )
    )
    text = text.casefold()[:QUERY_LENGTH_MAX]
    sought = [word for word in re.findall(r"[a-z0-9]+", text) if word not in _ALL]
    alike = difflib.get_close_matches(_plain(text), names, NEAR_MAX, 0.6)
    within = [name for name in dict.fromkeys(map(_root, names)) if any(_is_within(word, name) for word in sought)]
    near = list(dict.fromkeys((*alike[:2], *within, *alike)))[:NEAR_MAX]
    if near or otherwise is not None:
        return near or list(otherwise or ())
    return list(dict.fromkeys(_root(thing.id) for thing in spec.objects))[:NEAR_MAX]


def _is_within(word: str, name: str) -> bool:
    """Return whether a name has a word in it, or one that is spelt like it: an armchair is near to chairs."""
    word, plain = _singular(word), _plain(name)
    if len(word) > 2 and word in plain.replace(" ", ""):
        return True
    return bool(difflib.get_close_matches(word, plain.split(), 1, 0.7))


def _fits(thing: DesignObject, target: Target) -> bool:
    return (
        (
            not target.type
            or _plain(target.type) in (_plain(thing.type), _plain(_root(thing.id)), _plain(_root(thing.part_of)))
        )
        and target.material in ("", thing.material)
        and (not target.part_of or _plain(target.part_of) in (_plain(thing.part_of), _plain(_root(thing.part_of))))
    )


def by_words(things: Sequence[DesignObject], query: str) -> list[DesignObject]:
    """Return the things that fit every term: what they are, what they belong to, what they are made of.

    "floor" means what is a floor, not the parts of a floor lamp: names that end so win over names that have the word
    in them, and both over the kind of shape.
    """
    words = [_singular(word) for word in re.findall(r"[a-z0-9]+", query.casefold()[:QUERY_LENGTH_MAX])]
    sought = [word for word in words if word not in _ALL]
    if set(words) <= _ALL | {_singular(word) for word in _EVERYTHING}:
        return list(things)
    terms = re.findall(r"[a-z]+ \d+|\S+", " ".join(sought))
    for closely in (2, 1, 0):
        chosen = [thing for thing in things if _is_named(thing, terms, closely)]
        if chosen:
            return chosen
    return []


def _is_named(thing: DesignObject, terms: Sequence[str], closely: int) -> bool:
    """Return whether a thing fits terms like "leg" and "chair 2", one of which names it or what it belongs to.

    `closely` 2: one of them is the last word of its name or its whole's; 1: some word; 0: also of its kind.
    """
    own, whole = _plain(thing.id), _plain(thing.part_of)
    names, heads = _names(thing.id, thing.part_of, "" if closely else thing.type)
    heads = heads if closely == 2 else names
    material = set(thing.material.split("_"))
    numbered = [f" {term}" for term in terms if " " in term]
    plain = [term for term in terms if " " not in term]
    return (
        all(f" {own}".endswith(term) or f" {whole}".endswith(term) for term in numbered)
        and all(term in names or term in material for term in plain)
        and bool(numbered or heads.intersection(plain))
    )


@lru_cache(maxsize=8192)
def _names(object_id: str, part_of: str, kind: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words by which a thing is called, and those that such names end with."""
    roots = [_plain(_root(name)) for name in (object_id, part_of)]
    plain = f"{_plain(object_id)} {_plain(part_of)} {_plain(kind)}".split()
    names = frozenset((*plain, *(root.replace(" ", "") for root in roots)))
    return names, frozenset(root.rpartition(" ")[2] for root in roots)


@lru_cache(maxsize=8192)
def _root(name: str) -> str:
    head, _, number = name.rpartition("_")
    return head if number.isdigit() else name


@lru_cache(maxsize=8192)
def _plain(name: str) -> str:
    return " ".join(_singular(word) for word in re.findall(r"[a-z0-9]+", name.casefold()))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word == "shelves":
        return "shelf"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
