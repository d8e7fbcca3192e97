"""What each phrase says of its thing: materials, colours, counts, sizes, features."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.colors import COLORS
from domain.materials import CATALOGUE
from engine.archetypes import ARCHETYPES
from engine.planner.reading.belonging import comes_with, is_called_after
from engine.planner.reading.counting import count
from engine.planner.reading.furnishing import has_own
from engine.planner.reading.knowledge import draws, reads
from engine.planner.reading.mentions import Outline, Spot, Told
from engine.planner.reading.naming import canonical, is_quality, qualities_of
from engine.planner.reading.palettes import note_palette
from engine.planner.reading.several import share_out
from engine.planner.reading.trades import is_traded
from engine.planner.wording.lexicon import (
    COLOR_QUALIFIERS,
    CONDITIONS,
    FORMS,
    METAL_COLORS,
    MODIFIER_MEANS,
    SEEN,
    SHAPES,
    STATES,
    STYLE_WORDS,
)
from engine.planner.wording.links import HAS, OF, ONLY
from engine.planner.wording.phrase import Phrase
from engine.planner.wording.sizes import AREA, Sides
from engine.planner.wording.spans import Span
from engine.planner.wording.substances import EDIBLE, MATERIALS, SHADES, is_so, of_part, of_words, shaded
from engine.planner.wording.vocabulary import VOCABULARY
from engine.planner.wording.words import SIZE_MARK

_LIVING = ("plant", "creature")
_BRUTALIST = frozenset({"brutalist", "brutalism"})  # of raw concrete, where nothing else is said
_COVERED = frozenset({"covered", "clad", "bound", "wrapped"})  # behind what it is: a snow-covered mountain
_BANDS = ("stripe", "band")


def place(outline: Outline, sizes: Sequence[Sides]) -> Told:
    """Write into the things of an outline what the text says of them; return the rest."""
    told = Told()
    for phrase, mentions in outline.places:
        for mention in mentions:
            _Reader(phrase, mention, outline, told, sizes).read()
    told.undrawn += outline.missed
    share_out(outline, told.clashes)
    for thing in outline.things:
        if not thing.materials and _BRUTALIST & thing.words:
            thing.materials.append("concrete")
    told.undrawn += [said for phrase in outline.unplaced if (said := _unplaced(phrase))]
    return told


def _unplaced(phrase: Phrase) -> str:
    """Return a part that nothing drawn has, as said: the white walls beside a sofa."""
    noun = phrase.noun
    if noun is None or phrase.link or not noun.meaning.part or noun.meaning.thing or noun.meaning.is_carrier:
        return ""
    return " ".join(span.text for span in phrase.spans if not span.is_size)[:40]


@dataclass(slots=True)
class _Reader(Spot):
    """Reads one phrase for one thing or part."""

    sizes: Sequence[Sides]

    def read(self) -> None:
        """Write down everything that the phrase says."""
        if self.phrase.is_only:
            self._only()
        self._part()
        self._name()
        self._piece()
        for index, span in enumerate(self.phrase.spans):
            self.thing.words.update(word.lemma for word in span.words if word.lemma)
            if span is not self.noun:
                self._adjective(index, span)
            self._feature(index, span)
            if index and span.lemma in _COVERED:
                self._covered(self.phrase.spans[index - 1], span)

    def _covered(self, what: Span, span: Span) -> None:
        """Read the snow of a snow-covered mountain; what does not cover this thing is told."""
        self.told.used.add(span.start)
        if not (what.meaning.material or reads(self.thing.archetype, what.lemma)):
            self.told.undrawn.append(f"{what.text} {span.text}")

    def _part(self) -> None:
        """Note a part that is asked for by "with", in a list, or that the thing stands on."""
        if self.mention.part and self.phrase.link in (HAS, "", "on") and self.noun:
            is_plain = not any(span.meaning.material or span.meaning.color or span.number for span in self.phrase.spans)
            said = " ".join(span.lemma for span in self.phrase.spans if not span.is_size and not span.number)
            self.told.features.append(said if is_plain else self.noun.lemma)
            if is_plain and not self._is_drawn(self.noun, said):
                is_formed = any((FORMS | SEEN).intersection(span.lemma.split()) for span in self.phrase.spans)
                self.told.undrawn.append(said if is_formed else self.noun.text)
            elif is_plain and any(
                not reads(self.thing.archetype, word) for word in self._states().intersection(said.split())
            ):
                self.told.undrawn.append(said)

    def _states(self) -> frozenset[str]:
        """Return the words of states and forms; whether what stands in a room can be empty its staging tells."""
        is_room = ARCHETYPES[self.thing.archetype].design_type == "interior"
        return (STATES | FORMS) - ({"empty"} if is_room else set())

    def _is_drawn(self, noun: Span, said: str) -> bool:
        names = (noun.lemma, said)
        is_own = bool(noun.meaning.thing) and (
            noun.meaning.thing == self.thing.archetype or has_own(self.thing.archetype, noun, self.phrase)
        )
        return (
            is_own
            or comes_with(self.thing, noun, self.phrase)
            or is_called_after(self.thing.archetype, noun.lemma)
            or any(draws(self.thing.archetype, name) for name in names)
        )

    def _piece(self) -> None:
        """Note what is said of a piece that belongs to a room, for the piece alone: the feet of a clawfoot tub."""
        span, thing = self.noun, self.thing
        if span is None or not self.mention.part or ARCHETYPES[thing.archetype].design_type != "interior":
            return
        words = {word.lemma for one in self.phrase.spans for word in one.words if word.lemma}
        for name in {span.lemma, span.meaning.thing, span.lemma.rpartition(" ")[2]} - {""}:
            thing.part_words.setdefault(name, set()).update(words)

    def _name(self) -> None:
        """Read the material in a name such as porcelain vessel; a rubber duck is called so, and an oak is a tree."""
        span, thing = self.noun, self.thing
        if span is None or self.mention.part or len(span.words) < 2 or span.lemma == thing.archetype:
            return
        first = " ".join(word.lemma for word in span.words[:2])
        material = (MATERIALS.get(first, "") if len(span.words) > 2 else "") or MATERIALS.get(span.words[0].lemma, "")
        is_called_so = ARCHETYPES[thing.archetype].category in _LIVING or is_traded(
            span.words[0].lemma, span.lemma, thing.archetype
        )
        if material and not is_called_so and material not in thing.materials:
            thing.materials.append(material)

    def _adjective(self, index: int, span: Span) -> None:
        meaning, target = span.meaning, "" if self._is_of_two_sides() else self._target(index)
        if self._is_goods(span) or (meaning.material and span.is_plural and self.phrase.is_plain_of):
            self.told.used.update(range(span.start, span.end))
        elif span.is_size:
            self._size(self.sizes[int(span.lemma.strip(SIZE_MARK))], target)
        elif self._is_shade(index):
            self.told.used.add(span.start)
            if span.lemma in CONDITIONS:
                self._manner(span, target)
        elif meaning.color and span.is_plural and not meaning.material:
            return
        elif meaning.color and not meaning.material:
            if self.phrase.link == OF and span.lemma in EDIBLE:
                self.told.undrawn.append(f"{span.text} (drawn as a colour)")
            self._color(index, span, target)
        elif meaning.material and self._is_metal_color(index):
            self._paint(CATALOGUE[MATERIALS[span.lemma]].albedo, span.lemma, target)
            self.told.used.add(span.start)
        elif meaning.material:
            self._material(span, target)
            self._shade(index, span, target)
        elif span.number:
            count(self, index, span)
        elif meaning.style or meaning.is_modifier or meaning.is_shade:
            self._manner(span, target)
        elif meaning.thing and span.words[0].lemma in STYLE_WORDS and span.words[0].lemma not in self.told.styles:
            self.told.styles.append(span.words[0].lemma)  # of an industrial loft kitchen

    def _is_goods(self, span: Span) -> bool:
        """Return whether it is what the place makes or sells: the glass of a glass factory."""
        noun = self.noun
        is_next = noun is not None and noun.start == span.end and self.phrase.link != OF and not self.mention.part
        return is_next and noun is not None and is_traded(span.lemma, noun.lemma, self.thing.archetype)

    def _is_shade(self, index: int) -> bool:
        """Return whether a word only says which white or blue is meant."""
        span, following = self.phrase.spans[index], self.phrase.spans[index + 1 : index + 2]
        is_next = bool(following) and following[0].start == span.end and bool(following[0].meaning.color)
        noun = self.phrase.noun
        is_before_noun = self.phrase.link in (OF, "in") or (noun is not None and noun.start > span.end)
        is_shade = span.lemma in COLOR_QUALIFIERS or (span.is_unknown and is_before_noun)
        return is_next and is_shade and not span.meaning.color

    def _is_metal_color(self, index: int) -> bool:
        """Return whether a metal only says of what colour the next material is: silver aluminium, gold plastic."""
        span, following = self.phrase.spans[index], self.phrase.spans[index + 1 : index + 2]
        is_next = bool(following) and following[0].start == span.end and following[0] is not self.noun
        return is_next and span.lemma in METAL_COLORS and bool(following[0].meaning.material)

    def _target(self, index: int) -> str:
        """Return the part that an adjective is of: the next part that the thing has, else what the phrase is about."""
        for span in self.phrase.spans[index + 1 : index + 4]:
            is_listed = bool(span.meaning.material) and span.start != self.phrase.spans[index].end
            if span is self.phrase.noun or is_listed or span.number:  # a red single-engine plane
                break
            if span.meaning.part and not self.mention.part and draws(self.thing.archetype, span.lemma):
                return span.lemma if span.meaning.thing == "" else ""
            if not (span.meaning.is_adjective or span.meaning.features):
                break
        return self.mention.part

    def _is_of_two_sides(self) -> bool:
        """Return whether each side of a game has its own finish: ebony and maple pieces."""
        looks = [span for span in self.phrase.spans if span.meaning.material or span.meaning.color]
        is_game = ARCHETYPES[self.thing.archetype].category == "game"
        return is_game and len(looks) == 2 and self.noun is not None and self.noun.is_plural

    def _color(self, index: int, span: Span, target: str) -> None:
        """Read a colour with what stands right before it: dark green, pearl white, mint green."""
        before = self.phrase.spans[index - 1] if index else None
        if before is not None and before.end == span.start and before.meaning.color:
            self._say_with(before, span, target)
            return
        is_qualified = before is not None and before.end == span.start and self._is_shade(index - 1)
        shade = before.lemma if before is not None and is_qualified else ""
        self._paint(shaded(COLORS[span.lemma], shade), f"{shade} {span.lemma}".strip(), target)
        if shade and before is not None:
            self.told.used.update({before.start, span.start})

    def _say_with(self, before: Span, span: Span, target: str) -> None:
        spoken = self.thing.spoken.get(canonical(target, self.thing) if target else "", [])
        if spoken:
            spoken[-1] = f"{spoken[-1]} {span.lemma}"

    def _paint(self, value: str, said: str, target: str) -> None:
        thing = self.thing
        if target in _BANDS and canonical(target, thing) in thing.part_colors and self.phrase.link == HAS:
            thing.colors.append(value)  # red and white stripes are red ones on white
        elif target:
            part = canonical(target, thing)
            note_palette(thing, part, value, said, is_more=self._is_asked_again())
            thing.part_colors[part] = value
            thing.said[f"color {part}"] = said
            thing.said[part] = f"{said} {target}"
        elif value not in thing.colors:
            thing.colors.append(value)
        thing.spoken.setdefault(canonical(target, thing) if target else "", []).append(said)

    def _material(self, span: Span, target: str) -> None:
        thing = self.thing
        value = of_words(span.lemma, ARCHETYPES[thing.archetype].category, target)
        if target:
            part = canonical(target, thing)
            self._note_clash(thing.said.get(f"material {part}", ""), span.lemma, part)
            thing.part_materials[part] = value
            thing.said[f"material {part}"] = span.lemma
            thing.said[part] = f"{span.lemma} {self.noun.text if self.noun and self.mention.part else target}"
        elif value not in thing.materials:
            thing.materials.append(value)
        for word in span.lemma.split():
            if word in COLORS or word in METAL_COLORS:
                thing.spoken.setdefault(canonical(target, thing) if target else "", []).append(word)
        self.told.used.update(range(span.start, span.end))

    def _shade(self, index: int, span: Span, target: str) -> None:
        """Tint a material by the word right before it, which the catalogue has no kind of its own for: dark wicker."""
        before = self.phrase.spans[index - 1] if index else None
        if before is not None and before.end == span.start and before.lemma in SHADES:
            material = of_words(span.lemma, ARCHETYPES[self.thing.archetype].category, target)
            self._paint(shaded(CATALOGUE[material].albedo, before.lemma), f"{before.lemma} {span.lemma}", target)

    def _is_asked_again(self) -> bool:
        return bool(self.phrase.link) or any(span.number == 1 for span in self.phrase.spans)

    def _note_clash(self, before: str, now: str, part: str) -> None:
        if before and before != now and self._is_asked_again():
            self.told.clashes.append(f"{before} {part}, yet {now} {part}")

    def _only(self) -> None:
        """ "Made only of steel" takes the place of everything that was said before of the whole."""
        thing = self.thing
        said = [span.lemma for span in self.phrase.spans if span.meaning.material and span.lemma not in ONLY]
        kept = {MATERIALS[word] for word in said}
        others = [name for name in thing.materials if name not in kept]
        if said and others and not self.mention.part:
            words = [word for word in MATERIALS if word in thing.words and MATERIALS[word] in others]
            self.told.clashes.append(f"{' and '.join(words or others)}, yet only {' and '.join(said)}")
            thing.materials.clear()

    def _size(self, sides: Sides, target: str) -> None:
        if target and AREA not in sides:
            said = ", ".join(f"{side} {value:g} m" for side, value in sides.items())
            self.told.part_sizes.append(f"{target}: {said}")
            return
        for side, value in sides.items():
            if side == "thickness" and ARCHETYPES[self.thing.archetype].design_type in ("furniture", "building"):
                self.told.part_sizes.append(f"thickness: {value:g} m")
                continue
            name = "depth" if side == "thickness" else side
            if name in self.thing.sizes and abs(self.thing.sizes[name] / value - 1) > 0.01 and name != "size":
                self.told.clashes.append(f"{name} {self.thing.sizes[name]:g} m, yet {value:g} m")
            self.thing.sizes[name] = value

    def _manner(self, span: Span, target: str) -> None:
        """Note a style, or a word such as tall, or what became of a part."""
        if target and span.lemma in CONDITIONS:
            self._condition(span, canonical(target, self.thing))
            return
        if target and span.lemma in SEEN and self.phrase.link == HAS and draws(self.thing.archetype, target):
            said = f"{span.text} {self.noun.text if self.noun and self.mention.part else target}"
            self.thing.part_forms.append((span.lemma, canonical(target, self.thing), said))
        if span.meaning.style and span.meaning.style not in self.told.styles and not self.mention.part:
            self.told.styles.append(span.lemma)
        if self.mention.part:
            return
        for word in span.words:
            self.thing.modifiers.update({word.lemma, MODIFIER_MEANS.get(word.lemma, word.lemma)})

    def _condition(self, span: Span, part: str) -> None:
        material = of_part(span.lemma)
        others = [MATERIALS[one.lemma] for one in self.phrase.spans if one.meaning.material]
        if others and is_so(others[0], CONDITIONS[span.lemma]):
            return
        if material:
            self.thing.part_materials.setdefault(part, material)
            self.thing.said.setdefault(part, f"{span.text} {part}")
        else:
            self.told.undrawn.append(f"{span.text} {self.noun.text if self.noun and self.mention.part else part}")

    def _feature(self, index: int, span: Span) -> None:
        feature = self._paired(index, span) or self._asked(span)
        if feature:
            if feature not in self.thing.features:
                self.thing.features.append(feature)
            self.thing.wishes.setdefault(feature, span.text.casefold())
            said = span.lemma
            if span is self.phrase.noun:
                said = self._pair(index, span) if self._paired(index, span) else feature
            self.told.features.extend(word for word in (feature, said) if word not in self.told.features)
            self.told.used.update(range(span.start, span.end))
        elif span is not self.noun and self._is_of_others(span):
            self.told.undrawn.append(span.text)
        elif span is self.noun:
            self.told.features.extend(qualities_of([word.lemma for word in span.words[:-1]]))
        elif any(is_quality(word.lemma) for word in span.words):
            before = self.phrase.spans[index - 1] if index else None
            is_compound = before is not None and before.meaning.part and before is not self.noun
            self.told.features.append(f"{before.lemma} {span.lemma}" if before and is_compound else span.lemma)

    def _is_of_others(self, span: Span) -> bool:
        """Return whether a word asks for a form that only other drawings know: a slatted vase."""
        return span.lemma in SHAPES and not any(reads(self.thing.archetype, word.lemma) for word in span.words)

    def _asked(self, span: Span) -> str:
        """Return the feature that a word asks for; a mast means a sail only where no mast of its own is drawn."""
        archetype, feature = self.thing.archetype, span.feature(self.thing.archetype)
        if span is self.noun and span.meaning.thing == archetype and not self.mention.part:
            return feature if draws(archetype, feature) else ""  # a monitor is one, and has none
        if feature and span.meaning.is_adjective and is_quality(span.lemma) and not draws(archetype, feature):
            return ""  # a solar lamp has no solar roof
        is_other = bool(span.meaning.part) and feature != span.lemma and archetype not in span.meaning.features
        return "" if is_other and draws(archetype, span.lemma) and not draws(archetype, feature) else feature

    def _pair(self, index: int, span: Span) -> str:
        return f"{self.phrase.spans[index - 1].lemma} {span.lemma}" if index else ""

    def _paired(self, index: int, span: Span) -> str:
        """Return the feature that a part makes together with its material, like the glass door of an oven."""
        meaning = VOCABULARY.get(self._pair(index, span))
        if meaning is None:
            return ""
        return meaning.features.get(self.thing.archetype) or meaning.features.get("", "")
