"""The one loop: who may, what happens when somebody else was faster, and what is never written."""

import asyncio

import pytest

from commands.account import RegisterAccount
from commands.do import NOUNS, Do
from commands.job import JOB, RequestCancel, RequestJob
from commands.prompt import PROMPT, CreatePrompt
from domain.access import SYSTEM, Caller
from domain.errors import Conflict, Invalid, NotFound
from domain.work import TextToModel
from tests.logs import opened

ADA, BOB, ROOT = Caller("acct_ada"), Caller("acct_bob"), Caller("acct_root", "admin")
PROMPT_OF_ADA = CreatePrompt("prompt_1", ADA.account, "an oak chair")
JOB_OF_ADA = RequestJob("run_1", ADA.account, TextToModel("prompt_1", "an oak chair", "spec_1", 7))


def _registration(owner: str, username: str) -> RegisterAccount:
    return RegisterAccount(owner, username, f"{owner}@example.org", "hash", f"name_{username}", f"name_mail_{owner}")


def test_every_command_belongs_to_one_noun() -> None:
    commands = [command for noun in NOUNS for command in noun.decide]
    assert len(commands) == len(set(commands))


async def test_a_command_returns_what_came_of_it(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        done = await Do(store)(PROMPT_OF_ADA, Caller(ADA.account, correlation="req_1"))
        assert (done.version, done.position, done.state.text) == (1, 1, "an oak chair")
        [record] = await store.load("prompt_1")
        assert (record.actor, record.subject, record.correlation) == (ADA.account, ADA.account, "req_1")


async def test_a_foreign_stream_looks_like_a_missing_one(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        do = Do(store)
        await do(JOB_OF_ADA, ADA)
        with pytest.raises(NotFound):
            await do(RequestCancel("run_1"), BOB)
        with pytest.raises(NotFound) as foreign:
            await do.look(JOB, "run_1", BOB)
        with pytest.raises(NotFound) as missing:
            await do.look(JOB, "run_2", BOB)
        assert foreign.value.message == missing.value.message
        with pytest.raises(NotFound) as missing:
            await do(RequestCancel("run_2"), ADA)
        assert foreign.value.message == missing.value.message
        assert await store.last_position() == 1


async def test_nobody_creates_in_the_name_of_another(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        with pytest.raises(NotFound):
            await Do(store)(PROMPT_OF_ADA, BOB)
        assert await store.last_position() == 0


async def test_an_admin_may_act_on_what_belongs_to_others(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        do = Do(store)
        await do(PROMPT_OF_ADA, ADA)
        assert (await do.look(PROMPT, "prompt_1", ROOT)).state.owner == ADA.account


async def test_what_is_refused_leaves_nothing(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        with pytest.raises(Invalid):
            await Do(store)(CreatePrompt("prompt_1", ADA.account, "🙂"), ADA)
        assert await store.last_position() == 0


async def test_of_many_that_do_the_same_at_once_one_writes_and_all_agree(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        do = Do(store)
        await do(JOB_OF_ADA, ADA)
        done = await asyncio.gather(*(do(RequestCancel("run_1"), ADA) for _ in range(16)))
        assert {one.state.status for one in done} == {"cancelled"}
        assert [record.tag for record in await store.load("run_1")] == [
            "job.requested",
            "job.cancel-requested",
            "job.cancelled",
        ]


async def test_a_name_is_claimed_once_and_a_taken_one_writes_nothing(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        do = Do(store)
        results = await asyncio.gather(
            *(do(_registration(f"acct_{number}", "mira"), SYSTEM) for number in range(8)), return_exceptions=True
        )
        assert sum(isinstance(result, Conflict) for result in results) == 7
        tags = sorted(record.tag for record in await store.read(0, 100))
        assert tags == ["account.registered", "name.claimed", "name.claimed"]


async def test_who_remembers_sees_what_others_write(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        one, other = Do(store, states_kept_max=10), Do(store)
        await one(JOB_OF_ADA, ADA)
        assert (await one.look(JOB, "run_1", ADA)).state.status == "queued"
        await other(RequestCancel("run_1"), ADA)
        seen = await one.look(JOB, "run_1", ADA)
        assert (seen.version, seen.state.status) == (3, "cancelled")
        assert seen == await other.look(JOB, "run_1", ADA)


async def test_what_was_remembered_of_somebody_is_erased_with_them(postgres_url: str) -> None:
    async with opened(postgres_url) as store, opened(postgres_url) as elsewhere:
        remembering = Do(store, states_kept_max=10)
        await remembering(PROMPT_OF_ADA, ADA)
        assert (await remembering.look(PROMPT, "prompt_1", ADA)).state.text
        heard = asyncio.Event()
        store.when_erased(heard.set)
        await elsewhere.erase(ADA.account)
        await asyncio.wait_for(heard.wait(), 5)
        assert not (await remembering.look(PROMPT, "prompt_1", ROOT)).state.text


async def test_only_so_many_states_are_kept(postgres_url: str) -> None:
    async with opened(postgres_url) as store:
        remembering = Do(store, states_kept_max=2)
        for number in range(3):
            await remembering(CreatePrompt(f"prompt_{number}", ADA.account, "an oak chair"), ADA)
        assert [bool(remembering._memory.get(f"prompt_{number}")) for number in range(3)] == [False, True, True]
