"""The one loop: load, check the owner, decide, append; and again when somebody else was faster."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

import msgspec

from commands.account import ACCOUNT
from commands.asset import ASSET
from commands.base import Command, Noun, State
from commands.batch import BATCH
from commands.cleanup import CLEANUP
from commands.design import DESIGN
from commands.erasing import ERASURE
from commands.job import JOB
from commands.memory import Memory
from commands.project import PROJECT
from commands.prompt import PROMPT
from commands.rule_set import RULE_SET
from domain.access import MISSING, Caller, require_admin, require_owner
from domain.errors import Conflict, NotFound, Unavailable
from domain.events import Record
from runtime.store import Append, EventStore, VersionConflict

NOUNS: tuple[Noun[Any], ...] = (ACCOUNT, PROMPT, DESIGN, JOB, ASSET, PROJECT, BATCH, ERASURE, RULE_SET, CLEANUP)
NOUN_OF: dict[type[Command], Noun[Any]] = {command: noun for noun in NOUNS for command in noun.decide}
ATTEMPTS_MAX = 20

AnyState = TypeVar("AnyState")


class Done(msgspec.Struct, Generic[AnyState], frozen=True):
    """What came of a command: `position` is that of its last event, or of the newest event of the stream."""

    stream: str
    version: int
    position: int
    state: AnyState
    records: tuple[Record, ...] = ()


class Do:
    """Carries commands out."""

    def __init__(self, store: EventStore, *, states_kept_max: int = 0) -> None:
        self._store = store
        self._memory: Memory[Done[Any]] = Memory(store, states_kept_max)

    async def __call__(self, command: Command, caller: Caller, *, command_id: str = "") -> Done[Any]:
        """Carry `command` out for `caller`.

        Raises
        ------
        Refused
            The stream does not exist, belongs to somebody else, or its state does not allow the command.
        Unavailable
            Others changed the stream each time it was tried, or the log is away.
        """
        noun = NOUN_OF[type(command)]
        claimed: dict[str, int] = {}
        for attempt in range(ATTEMPTS_MAX):
            # What begins a stream is tried without looking first: where there is one, the append says so.
            is_new = command.is_creation and attempt == 0
            before = Done(command.stream, 0, 0, noun.initial) if is_new else await self._load(noun, command.stream)
            _require_access(noun, before, command, caller)
            events = noun.decide[type(command)](command, before.state)
            if not events:
                return before
            try:
                return await self._append(noun, before, command, events, caller, command_id, claimed)
            except VersionConflict:
                claimed = await self._versions_of_claims(command)
        raise Unavailable("Others change this at the same moment; try again", retry_after_s=1)

    async def look(self, noun: Noun[State], stream: str, caller: Caller) -> Done[State]:
        """Return the state of a stream that `caller` may see.

        Raises
        ------
        NotFound
            There is no such stream, or it belongs to somebody else.
        """
        found = await self._load(noun, stream)
        if not found.version:
            raise NotFound(MISSING)
        require_owner(noun.owner_of(found.state), caller)
        return found

    async def _load(self, noun: Noun[State], stream: str) -> Done[State]:
        epoch, known = self._memory.epoch, self._memory.get(stream)
        before: Done[State] = known or Done(stream, 0, 0, noun.initial)
        records = await self._store.load(stream, after=before.version)
        if epoch != self._memory.epoch and known:  # what was known may be erased by now
            return await self._load(noun, stream)
        if not records:
            return before
        last = records[-1]
        found = Done(stream, last.version, last.position, fold(noun, before.state, records))
        self._memory.keep(stream, found, epoch=epoch)
        return found

    async def _append(
        self,
        noun: Noun[State],
        before: Done[State],
        command: Command,
        events: tuple[Any, ...],
        caller: Caller,
        command_id: str,
        claimed: dict[str, int],
    ) -> Done[State]:
        epoch, after = self._memory.epoch, before.state
        for event in events:
            after = noun.evolve(after, event)
        subject = noun.owner_of(after)
        appends = [Append(command.stream, before.version, events, subject)]
        appends += [Append(stream, claimed.get(stream, 0), (event,), subject) for stream, event in command.claims]
        records = await self._store.append(
            appends,
            actor=caller.account,
            correlation=caller.correlation,
            causation=caller.causation,
            command_id=command_id,
        )
        own = tuple(record for record in records if record.stream == command.stream)
        if own[-1].version == before.version + len(events):  # and not what the same command has written before
            done = Done(command.stream, own[-1].version, own[-1].position, after)
            self._memory.keep(command.stream, done, epoch=epoch)
        return Done(command.stream, own[-1].version, records[-1].position, after, own)

    async def _versions_of_claims(self, command: Command) -> dict[str, int]:
        """Return the versions of the claimed streams, none of which is taken: those of the erased are free again."""
        found = {stream: await self._store.load(stream) for stream, _ in command.claims}
        for stream, event in command.claims:
            if found[stream] and found[stream][-1].event is not None:
                kind = getattr(event, "kind", "name")
                raise Conflict(f"This {kind} is taken", field=kind)
        return {stream: len(records) for stream, records in found.items()}


def fold(noun: Noun[State], state: State, records: Iterable[Record]) -> State:
    """Return `state` after `records`; records of an erased subject leave it as it is."""
    for record in records:
        if record.event is not None:
            state = noun.evolve(state, record.event)
    return state


def _require_access(noun: Noun[State], before: Done[State], command: Command, caller: Caller) -> None:
    if command.is_for_admins:
        require_admin(caller)
    if before.version:
        require_owner(noun.owner_of(before.state), caller)
    elif command.is_creation:
        require_owner(str(getattr(command, "owner")), caller)  # noqa: B009
    else:
        raise NotFound(MISSING)
