"""Whatever is switched, undone, redone and branched: a design is what its events say, at every revision."""

import functools
from typing import Any

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from commands.design import DESIGN, BranchDesign, KeepIteration, RedoChange, SwitchObjects, UndoChange
from domain.design import Design, DesignEvent, DesignGenerated
from domain.edits import Change, attributes_of, inverse
from domain.errors import Conflict, Refused
from domain.spec import DesignObject, DesignSpec, Dimensions, Reading
from domain.switching import Update, changes_of
from domain.targets import Target

_stored = msgspec.json.Decoder(DesignEvent)
OBJECTS = (
    DesignObject("floor_1", "floor", "marble_white", Dimensions(5.0, 0.1, 4.0), part_of="living room_1"),
    DesignObject("leg_1", "leg", "oak", Dimensions(0.05, 0.4, 0.05), part_of="chair_1", properties={"style": "turned"}),
    DesignObject("leg_2", "leg", "oak", Dimensions(0.05, 0.4, 0.05), part_of="chair_1", color="#aabbcc"),
    DesignObject("seat_1", "box", "walnut", Dimensions(0.4, 0.05, 0.4), part_of="chair_1"),
)
ROOM = DesignSpec("Room", "", Reading("interior", "living room", "living room"), "modern", OBJECTS)
TARGETS = st.sampled_from(
    [Target("floor_1"), Target(query="all chairs"), Target(query="everything"), Target(type="leg"), Target("leg_2"),
     Target("nothing"), Target()]
)  # fmt: skip
NUMBERS = st.one_of(st.floats(), st.sampled_from([0.5, 2.0, 0.05]))
UPDATES = st.builds(
    Update,
    material=st.sampled_from([None, "oak", "black marble", "glass_clear", "unobtainium"]),
    color=st.sampled_from([None, "none", "#102030", "red"]),
    dimensions=st.dictionaries(st.sampled_from(["width", "height"]), NUMBERS, max_size=2),
    position=st.dictionaries(st.sampled_from(["x", "y"]), NUMBERS, max_size=1),
    properties=st.dictionaries(
        st.sampled_from(["style", "radius_m", "pattern"]), st.sampled_from([None, "round", 0.01, "tiles"]), max_size=1
    ),
)


class Designing(RuleBasedStateMachine):
    """Designs beside a plain model of each: the specs that it had, and the stacks of what can be taken back."""

    def __init__(self) -> None:
        """Begin with one room."""
        super().__init__()
        self.events: list[list[DesignEvent]] = []
        self.specs: list[list[DesignSpec]] = []
        self.pasts: list[list[DesignSpec]] = []
        self.futures: list[list[DesignSpec]] = []
        self._begin(DesignGenerated("acct_ada", ROOM), ROOM)

    def _begin(self, event: DesignEvent, spec: DesignSpec) -> None:
        self.events.append([event])
        self.specs.append([spec])
        self.pasts.append([])
        self.futures.append([])

    def _design(self, number: int) -> Design:
        return functools.reduce(DESIGN.evolve, self.events[number], DESIGN.initial)

    def _decide(self, number: int, command: Any) -> bool:
        """Give a command; return whether it was a new fact. What is refused is none."""
        try:
            events = DESIGN.decide[type(command)](command, self._design(number))
        except Refused:
            return False
        self.events[number] += events  # type: ignore[arg-type]
        return bool(events)

    def _which(self, number: int) -> int:
        return number % len(self.events)

    @rule(number=st.integers(0, 9), meant=TARGETS, update=UPDATES)
    def switch(self, number: int, meant: Target, update: Update) -> None:
        """Change something; what is asked for twice is no new fact."""
        number = self._which(number)
        now = self.specs[number][-1]
        command = SwitchObjects("spec_1", "iter_1", meant, update)
        if self._decide(number, command):
            after = self._design(number).spec
            assert after is not None
            assert after != now
            assert changes_of(after, meant, update) == ()
            self._step(number, now, after)

    @rule(number=st.integers(0, 9), width=st.floats(0.1, 3))
    def iterate(self, number: int, width: float) -> None:
        """Keep a step of a search; it can be taken back like a switch."""
        number = self._which(number)
        now, design = self.specs[number][-1], self._design(number)
        before = attributes_of(now.objects[0])["dimensions.width"]
        if before == width:
            return
        change = Change("floor_1", {"dimensions.width": before}, {"dimensions.width": width})
        command = KeepIteration(
            "spec_1", "rl_1", design.revision, design.revision, "balanced", "greedy", (change,), 5.0, 5.5
        )
        assert self._decide(number, command)
        after = self._design(number).spec
        assert after is not None
        self._step(number, now, after)

    def _step(self, number: int, now: DesignSpec, after: DesignSpec) -> None:
        self.pasts[number].append(now)
        self.futures[number].clear()
        self.specs[number].append(after)

    @rule(number=st.integers(0, 9))
    def undo(self, number: int) -> None:
        """Take a change back, where there is one."""
        number = self._which(number)
        past, future = self.pasts[number], self.futures[number]
        assert self._decide(number, UndoChange("spec_1")) == bool(past)
        if past:
            future.append(self.specs[number][-1])
            self.specs[number].append(past.pop())

    @rule(number=st.integers(0, 9))
    def redo(self, number: int) -> None:
        """Make a change again, where one was taken back."""
        number = self._which(number)
        past, future = self.pasts[number], self.futures[number]
        assert self._decide(number, RedoChange("spec_1")) == bool(future)
        if future:
            past.append(self.specs[number][-1])
            self.specs[number].append(future.pop())

    @precondition(lambda self: len(self.events) < 4)
    @rule(number=st.integers(0, 9), back=st.integers(0, 20))
    def branch(self, number: int, back: int) -> None:
        """Begin another design where one stood."""
        number = self._which(number)
        revision = 1 + back % len(self.specs[number])
        spec = self.specs[number][revision - 1]
        (event,) = DESIGN.decide[BranchDesign](
            BranchDesign("spec_2", "acct_ada", spec, "spec_1", revision), DESIGN.initial
        )
        self._begin(event, spec)  # type: ignore[arg-type]

    @rule(number=st.integers(0, 9), revision=st.integers(0, 30))
    def expect(self, number: int, revision: int) -> None:
        """Who expects another revision is refused, and nothing happens."""
        number = self._which(number)
        design = self._design(number)
        if revision == design.revision:
            return
        with pytest.raises(Conflict):
            DESIGN.decide[UndoChange](UndoChange("spec_1", revision), design)

    @invariant()
    def replay_gives_every_revision(self) -> None:
        """Each design is what the model says, at each of its revisions, also from stored events."""
        for events, specs in zip(self.events, self.specs, strict=True):
            design = DESIGN.initial
            for event, spec in zip(events, specs, strict=True):
                design = DESIGN.evolve(design, _stored.decode(msgspec.json.encode(event)))
                assert design.spec == spec
            assert design.revision == len(specs)

    @invariant()
    def each_change_says_what_was(self) -> None:
        """Both sides of each change are what the specs before and after it have."""
        for events, specs in zip(self.events, self.specs, strict=True):
            for event, was, now in zip(events[1:], specs, specs[1:], strict=False):
                for change in (*event.changes, *inverse(inverse(event.changes))):  # type: ignore[union-attr]
                    for spec, said in ((was, change.before), (now, change.after)):
                        found = attributes_of(next(one for one in spec.objects if one.id == change.object_id))
                        assert {path: found.get(path) for path in said} == said


TestDesigning = Designing.TestCase
TestDesigning.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
