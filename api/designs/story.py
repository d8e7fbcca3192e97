"""A design with the events that led to it: how it stood at a revision or a time, and what each change was."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, NamedTuple, get_args

from litestar import Request
from msgspec import Meta

from api.core import Core
from api.designs.family3 import SPEC_MISSING, require_spec_id
from api.designs.shapes import SpecShown, spec_shown
from commands.design import DESIGN
from commands.do import fold
from domain.access import Caller, require_owner
from domain.design import Design, DesignBranched, DesignGenerated, DesignIterated, GenerationMethod, SpecEvent
from domain.errors import Invalid, NotFound
from domain.events import Record

Expected = Annotated[int, Meta(ge=1, description="409 where it is at another revision by now")] | None
Reason = Annotated[str, Meta(max_length=1000, description="Why, for the history")]
AUTHOR = "system"
SPEC_EVENTS = get_args(SpecEvent)
REVISION_DIGITS_MAX = 6


class Revision(NamedTuple):
    """The event that made a revision, and the design after it."""

    record: Record
    design: Design


class Story(NamedTuple):
    """A design at one of its revisions."""

    spec_id: str
    first: Record
    newest: Record
    design: Design

    @property
    def revision(self) -> int:
        """Return the number of the revision."""
        return self.design.revision

    def shown(self) -> SpecShown:
        """Return the spec as the wire shows it."""
        made = self.first.event
        method: GenerationMethod = made.method if isinstance(made, DesignGenerated) else "planner"
        is_machine = isinstance(self.newest.event, DesignGenerated | DesignIterated)
        return spec_shown(
            self.spec_id,
            self.design,
            created_at=self.first.recorded_at,
            modified_at=self.newest.recorded_at,
            author=AUTHOR if is_machine else self.newest.actor,
            method=method,
            more=_told(made),
        )


def _told(made: Any) -> dict[str, Any]:
    if isinstance(made, DesignBranched):
        return {"reason": made.reason} if made.reason else {}
    told = {"context": made.context, "planner_version": made.planner_version}
    return told | ({"model": made.model, "fallback_reason": made.fallback_reason} if made.model else {})


def revisions(records: Sequence[Record]) -> Iterator[Revision]:
    """Return the revisions that records made, oldest first."""
    design = Design()
    for record in records:
        design = fold(DESIGN, design, (record,))
        if isinstance(record.event, SPEC_EVENTS):
            yield Revision(record, design)


async def records_of(core: Core, spec_id: str, caller: Caller, *, upto: int | None = None) -> tuple[Record, ...]:
    """Return everything that happened to a design, or what its first `upto` events were.

    Raises
    ------
    NotFound
        There is no such design, or it belongs to somebody else.
    """
    records = await core.services.store.load(require_spec_id(spec_id), upto=upto)
    owner = DESIGN.owner_of(fold(DESIGN, Design(), records[:1]))
    if not owner:
        raise NotFound(SPEC_MISSING)
    try:
        require_owner(owner, caller)
    except NotFound as error:
        raise NotFound(SPEC_MISSING) from error
    return records


async def story_at(
    core: Core, spec_id: str, caller: Caller, at: int | datetime | None = None, *, upto: int | None = None
) -> Story:
    """Return a design as it stood at a revision, or at a time; without either, as it stands.

    Raises
    ------
    NotFound
        There is no such design, it belongs to somebody else, or it was not there yet.
    """
    records = await records_of(core, spec_id, caller, upto=upto)
    if isinstance(at, datetime):
        records = tuple(record for record in records if record.recorded_at <= at)
    newest = _picked(records, at if isinstance(at, int) else None)
    if newest is None:
        raise NotFound("The design has no such revision" if isinstance(at, int) else "The design was not there yet")
    return Story(spec_id, records[0], newest.record, newest.design)


def _picked(records: Sequence[Record], revision: int | None) -> Revision | None:
    newest = None
    for newest in revisions(records):
        if newest.design.revision == revision:
            return newest
    return newest if revision is None else None


def moment(text: str, field: str = "at") -> int | datetime | None:
    """Return the revision or the time that a text names; None of an empty one.

    A time without a fraction means the whole of its second, as answers show times.

    Raises
    ------
    Invalid
        It is neither.
    """
    text = text.strip()
    if not text:
        return None
    number = text.removeprefix("v").removesuffix(".0")
    if number.isascii() and number.isdigit() and len(number) <= REVISION_DIGITS_MAX:
        return int(number)
    try:
        time = datetime.fromisoformat(text.replace(" ", "+") if "T" in text else text)
    except ValueError as error:
        raise Invalid(
            f"`{field}` is the number of a revision, or a time like 2026-01-31T12:00:00Z", field=field
        ) from error
    whole = time if time.microsecond or "." in text else time.replace(microsecond=999_999)
    return whole if whole.tzinfo else whole.replace(tzinfo=UTC)


def expected_of(request: Request[Any, Any, Any], expected: int | None) -> int | None:
    """Return the revision that a change expects: that of the body, or of `If-Match`.

    Raises
    ------
    Invalid
        `If-Match` holds no revision, or another one than the body.
    """
    tag = request.headers.get("if-match", "").strip()
    if tag in ("", "*"):
        return expected
    number = tag.removeprefix("W/").strip('"')
    if not (number.isascii() and number.isdigit() and len(number) <= REVISION_DIGITS_MAX):
        raise Invalid('`If-Match` holds the number of a revision, like "3"', field="If-Match")
    if expected not in (None, int(number)):
        raise Invalid("`If-Match` and `expected_revision` differ", field="expected_revision")
    return int(number)


def entity_tag(revision: int) -> dict[str, str]:
    """Return the header by which a client says later which revision it has seen."""
    return {"ETag": f'"{revision}"'}
