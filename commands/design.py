"""What may be asked of designs."""

from commands.base import Command, Noun
from domain.design import Design, DesignEvent, DesignGenerated, GenerationMethod, evolve
from domain.spec import DesignSpec


class RecordDesign(Command, frozen=True):
    """Keep the spec that a planner made; saying the same twice is no second fact."""

    is_creation = True

    spec_id: str
    owner: str
    spec: DesignSpec
    prompt_id: str = ""
    job_id: str = ""
    method: GenerationMethod = "planner"
    planner_version: str = ""
    model: str = ""
    fallback_reason: str = ""

    @property
    def stream(self) -> str:
        """Return the design's id."""
        return self.spec_id


def _record(command: RecordDesign, design: Design) -> tuple[DesignEvent, ...]:
    if design.spec == command.spec:
        return ()
    return (
        DesignGenerated(
            command.owner, command.spec, command.prompt_id, command.job_id, command.method, command.planner_version,
            command.model, command.fallback_reason,
        ),
    )  # fmt: skip


DESIGN = Noun("design", Design(), evolve, lambda design: design.owner, {RecordDesign: _record})
