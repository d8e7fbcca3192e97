"""The environment of the search: a design, its legal edits, and what each would gain for a strategy.

A step is an edit that is tried: the scores after it are computed exactly (`domain.scoring`). It may be kept only if the
strategy's score rises and no guard is hurt; otherwise it is ruled out until the design changes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from domain.edits import Change, applied
from domain.scoring.criteria import CRITERION
from domain.scoring.survey import Survey
from domain.scoring.wishes import held_down, sums_of
from domain.spec import DesignSpec
from domain.work.iterate_design import STRATEGIES, Strategy
from engine.improving.edits import Edit, EditKind, Site, changes_by, legal_edits

GAIN_MIN = 0.01
"""Smaller gains, of scores in [0, 10], are not worth an iteration."""
LOSS_MOST = 0.1
"""So much may a guarded criterion lose over a whole session."""
GUARDED = ("safety", "stability")
KINDS_OF: dict[Strategy, tuple[EditKind, ...]] = {
    "improve_materials": ("material", "color"),
    "reduce_cost": ("material",),
    "reduce_carbon": ("material",),
    "improve_ergonomics": ("height", "scale", "place"),
    "balanced": ("material", "color", "height", "place"),
}
LOWERED: dict[Strategy, str] = {"reduce_cost": "price", "reduce_carbon": "carbon"}
"""What a strategy is named for: no step of it may raise this sum, whatever the score says."""
SIZED = frozenset(("height", "scale"))
"""Edits that must suit people better: a thing that is made smaller is not made cheaper, it is another thing."""


@dataclass(frozen=True, eq=False)
class Judged:
    """A design with its scores by criterion, in [0, 10]; those that say nothing of it are left out."""

    survey: Survey
    values: dict[str, float]

    @classmethod
    def of(cls, spec: DesignSpec, near: "Judged | None" = None) -> "Judged":
        """Score a design; `near` is one that differs little, whose measurements are taken over."""
        survey = Survey(spec, near.survey if near else None)
        found = {name: one.measure(survey).value for name, one in CRITERION.items()}
        return cls(survey, {name: value for name, value in found.items() if value is not None})

    @property
    def spec(self) -> DesignSpec:
        """Return the design."""
        return self.survey.spec

    @cached_property
    def overall(self) -> float:
        """Return the mean of all criteria that say something."""
        return sum(self.values.values()) / max(len(self.values), 1)

    @cached_property
    def sums(self) -> dict[str, float]:
        """Return what all parts stand for: `carbon`, kg CO2-equivalent, and `price`, US dollars."""
        return sums_of(self.survey)

    def score(self, strategy: Strategy) -> float:
        """Return the strategy's score: the weighted mean of those of its criteria that say something, in [0, 10]."""
        weights = {name: weight for name, weight in STRATEGIES[strategy].items() if name in self.values}
        whole = sum(weights.values())
        return sum(weight * self.values[name] for name, weight in weights.items()) / whole if whole else 0.0


@dataclass(frozen=True, eq=False)
class Tried:
    """An edit that was tried, and what came of it; `obstacle` is empty if it may be kept."""

    edit: Edit
    changes: tuple[Change, ...]
    judged: Judged
    gain: float
    obstacle: str = ""


class Environment:
    """A design that is being improved for a strategy."""

    def __init__(
        self,
        spec: DesignSpec,
        strategy: Strategy,
        *,
        chosen: Iterable[str] = (),
        fixed: Iterable[str] = (),
        rejected: Iterable[tuple[str, str]] = (),
    ) -> None:
        """Begin; `chosen` are objects whose material or colour a person chose, `rejected` what they had before.

        `fixed` are objects whose size, place or turn a person set.
        """
        self.strategy = strategy
        self.begun = spec
        self.evaluations = 0
        self._chosen, self._fixed, self._rejected = frozenset(chosen), frozenset(fixed), frozenset(rejected)
        self._held = held_down(spec)
        self._remade: set[tuple[EditKind, str]] = set()
        self.judged = Judged.of(spec)
        self._floor = {name: self.judged.values[name] - LOSS_MOST for name in GUARDED if name in self.judged.values}
        self._look_around()

    @property
    def score(self) -> float:
        """Return the strategy's score of the design as it stands."""
        return self.judged.score(self.strategy)

    @property
    def is_exhausted(self) -> bool:
        """Return whether every legal edit of the design as it stands was tried."""
        return len(self.ruled_out) == len(self.edits)

    def try_out(self, edit: Edit) -> Tried:
        """Return what an edit would gain; it is ruled out until the design changes."""
        self.evaluations += 1
        self.ruled_out.add(edit)
        changes = changes_by(edit, self.site)
        after = Judged.of(applied(self.site.spec, changes), self.judged)
        gain = after.score(self.strategy) - self.score
        return Tried(edit, changes, after, gain, self._obstacle(edit, after, gain))

    def keep(self, tried: Tried) -> None:
        """Go on from the design that came of an edit; a part gets another material, or colour, once only."""
        self.judged = tried.judged
        if tried.edit.kind not in SIZED:
            self._remade |= {(tried.edit.kind, change.object_id) for change in tried.changes}
        self._look_around()

    def _look_around(self) -> None:
        spec = self.judged.spec
        self.site = Site.of(spec)
        found = legal_edits(
            self.site, KINDS_OF[self.strategy], begun=self.begun, chosen=self._chosen, fixed=self._fixed
        )
        self.edits = [edit for edit in found if not self._is_done(edit)]
        self.ruled_out: set[Edit] = set()

    def _is_done(self, edit: Edit) -> bool:
        """Return whether a group has its material or colour from this session already, or a person did not want it."""
        if edit.group < 0:
            return False
        ids = [self.site.spec.objects[at].id for at in self.site.groups[edit.group].at]
        is_rejected = edit.kind == "material" and any((one, edit.name) in self._rejected for one in ids)
        return is_rejected or any((edit.kind, one) in self._remade for one in ids)

    def _obstacle(self, edit: Edit, after: Judged, gain: float) -> str:
        if after.values.keys() != self.judged.values.keys():
            return "other criteria would apply"
        if gain < GAIN_MIN:
            return "it gains nothing"
        raised = [name for name in self._not_raised(edit) if after.sums[name] > self.judged.sums[name] + 1e-9]
        if raised:
            return f"the {raised[0]} would rise"
        if edit.kind in SIZED and after.values.get("ergonomics", 0.0) <= self.judged.values.get("ergonomics", 0.0):
            return "it suits people no better"
        if after.overall < self.judged.overall:
            return "the mean of all criteria would fall"
        hurt = [name for name, least in self._floor.items() if after.values[name] < least]
        return f"{hurt[0]} would fall" if hurt else ""

    def _not_raised(self, edit: Edit) -> list[str]:
        """Return the sums that an edit may not raise: the strategy's own, and those that materials are held to."""
        held = self._held if edit.kind == "material" else frozenset()
        return sorted(held | {name for name in (LOWERED.get(self.strategy),) if name})
