"""A design becomes better, step by step."""

from collections.abc import Iterable, Mapping
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from domain.spec import DesignSpec
from domain.work.base import Needs, Work

Strategy = Literal["improve_materials", "reduce_cost", "reduce_carbon", "improve_ergonomics", "balanced"]
STRATEGIES: Mapping[Strategy, Mapping[str, float]] = {
    "improve_materials": {"durability": 0.4, "aesthetics": 0.35, "sustainability": 0.15, "safety": 0.1},
    "reduce_cost": {"cost": 0.8, "durability": 0.1, "functionality": 0.1},
    "reduce_carbon": {"sustainability": 0.85, "durability": 0.15},
    "improve_ergonomics": {"ergonomics": 0.6, "functionality": 0.3, "safety": 0.1},
    "balanced": {
        "aesthetics": 0.125, "functionality": 0.125, "cost": 0.125, "sustainability": 0.125, "durability": 0.125,
        "ergonomics": 0.125, "safety": 0.125, "stability": 0.125,
    },
}  # fmt: skip
"""What each strategy wants: weights of the criteria of `domain.scoring`; one that does not apply to a design is left
out of the mean."""


EVALUATIONS_MAX = 5_000
"""So many edits a session may try where nobody says another number: seconds for a furnished room."""


def fixed_among(set_by_people: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the objects whose size, place or turn is among what people have set, each an object and an attribute."""
    return tuple(sorted({one for one, path in set_by_people if path not in ("material", "color")}))


class IterateDesign(Work, frozen=True, tag="iterate_design"):
    """Search for edits that raise a strategy's score, and keep them one by one."""

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=1024, time_limit_s=120)
    version: ClassVar[str] = "1.2"
    stages: ClassVar[tuple[str, ...]] = ("iterating",)
    lighter: ClassVar[str] = "Ask for fewer iterations."

    spec_id: str
    session_id: str
    revision: int  # the one that `spec` stands at
    spec: DesignSpec
    strategy: Strategy
    seed: Annotated[int, Meta(ge=0, lt=2**53)]
    max_iterations: Annotated[int, Meta(ge=1, description="Most edits that are kept")] = 5
    chosen: tuple[str, ...] = ()  # objects whose material or colour a person chose
    rejected: tuple[tuple[str, str], ...] = ()  # objects, and materials that a person took them away from
    evaluations_max: Annotated[int, Meta(ge=1, description="Most edits that are tried")] = EVALUATIONS_MAX
    fixed: tuple[str, ...] = ()  # objects whose size, place or turn a person set
