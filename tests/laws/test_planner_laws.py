"""What is always true of a reading, whatever anybody types."""

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.materials import CATALOGUE
from engine.archetypes import ARCHETYPES
from engine.planner import plan
from engine.planner.reading.budgets import budget_of
from engine.planner.reading.reader import TEXT_LENGTH_MAX, read
from engine.planner.wording.sizes import LARGEST_M, SMALLEST_M, sizes_of
from engine.planner.wording.vocabulary import VOCABULARY
from engine.planner.wording.words import normalised

# Drawing is what takes long; a few dozen examples of each law are enough, and none has a deadline.
drawn = settings(max_examples=25, deadline=None)
read_only = settings(max_examples=100, deadline=None)

words = st.sampled_from(sorted(VOCABULARY))
glue = st.sampled_from(
    ["a", "with", "and", "of", "on", "without", "no", "not", ",", ".", "made of", "two", "4", ":", "(", ")", "3 m"]
)
sentences = st.lists(words | glue, max_size=14).map(" ".join)
texts = sentences | st.text(max_size=200)
names = st.sampled_from(sorted(ARCHETYPES))
parts = st.sampled_from(["wheel", "armrest", "handle", "drawer", "door", "window", "antenna", "cushion", "chimney"])


@drawn
@given(text=texts)
def test_every_text_becomes_a_design_and_the_same_each_time(text: str) -> None:
    spec = plan(text)
    assert spec == plan(text)
    assert spec.objects
    assert 0.0 <= spec.reading.confidence <= 1.0
    assert spec.reading.archetype in ARCHETYPES


@read_only
@given(text=texts)
def test_a_thing_is_of_materials_that_exist_and_stands_to_things_that_exist(text: str) -> None:
    things = read(text).things
    for index, thing in enumerate(things):
        assert {*thing.materials, *thing.part_materials.values()} <= CATALOGUE.keys()
        assert thing.anchor is None or (thing.anchor != index and 0 <= thing.anchor < len(things))
        assert thing.count >= 1


@read_only
@given(name=names, part=parts, negator=st.sampled_from(["no", "without", "not", "without any", "free of"]))
def test_a_negated_part_is_excluded_and_never_a_feature(name: str, part: str, negator: str) -> None:
    seen = read(f"a {name} {negator} {part}s")
    assert part in seen.excluded
    assert part not in seen.features
    assert all(part not in thing.words and part not in thing.counts for thing in seen.things)


@read_only
@given(name=names)
def test_the_name_of_an_archetype_names_it(name: str) -> None:
    seen = read(f"a {name}")
    assert seen.head.archetype == name
    assert seen.head.is_named


@read_only
@given(text=st.text(max_size=80))
def test_stated_sizes_stay_within_what_can_be_drawn(text: str) -> None:
    sizes, _ = sizes_of(normalised(text))
    assert all(SMALLEST_M <= value <= LARGEST_M for sides in sizes for value in sides.values())


@read_only
@given(millimetres=st.integers(1, 9_000_000))
def test_a_size_means_the_same_in_every_unit(millimetres: int) -> None:
    said = (f"{millimetres} mm", f"{millimetres / 10:.1f} cm", f"{millimetres / 1000:.3f} m")
    values = [sizes_of(f"a table {one} wide")[0][0]["width"] for one in said]
    assert max(values) - min(values) < 1e-6 * max(values)


@read_only
@given(amount=st.integers(1, 999_999))
def test_a_budget_is_read_with_and_without_separators(amount: int) -> None:
    assert budget_of(f"under ${amount:,}")[0] == budget_of(f"max {amount} dollars")[0]


@settings(max_examples=25, deadline=None)  # thousands of letters take long
@given(text=st.text(max_size=300), letter=st.characters())
def test_reading_never_refuses_however_long_the_text_is(text: str, letter: str) -> None:
    read((text + letter * TEXT_LENGTH_MAX)[:TEXT_LENGTH_MAX])
