"""Files that come in pieces, in a folder and in an object store."""

import asyncio
from pathlib import Path

import pytest
from msgspec.structs import replace
from obstore.store import LocalStore, MemoryStore

from domain.errors import Conflict, StorageFailed
from runtime.partials import Partial, Partials

BEGUN = Partial("upload_1", "acct_ada", "a.glb", 10, "filename YQ==", 4e9)  # so late that no test run lives to see it


@pytest.fixture(params=["folder", "memory"])
def partials(request: pytest.FixtureRequest, tmp_path: Path) -> Partials:
    return Partials(LocalStore(tmp_path) if request.param == "folder" else MemoryStore())


async def content_of(partials: Partials, partial: Partial) -> bytes:
    return b"".join([piece async for piece in partials.pieces(partial)])


async def test_pieces_become_the_file_in_their_order(partials: Partials) -> None:
    await partials.begin(BEGUN)
    assert await partials.find("acct_ada", "upload_1") == BEGUN
    now = await partials.add(BEGUN, b"0123")
    now = await partials.add(now, b"456789")
    assert await partials.find("acct_ada", "upload_1") == now
    assert now.offset == 10
    assert await content_of(partials, now) == b"0123456789"


async def test_of_many_who_write_at_one_place_only_one_does(partials: Partials) -> None:
    await partials.begin(BEGUN)
    tries = [partials.add(BEGUN, bytes([number]) * 5) for number in range(8)]
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(isinstance(outcome, Partial) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, Conflict) for outcome in outcomes) == 7
    found = await partials.find("acct_ada", "upload_1")
    assert found is not None
    assert found.offset == 5


async def test_what_is_somebody_elses_unknown_or_over_is_not_found(partials: Partials) -> None:
    await partials.begin(BEGUN)
    await partials.begin(replace(BEGUN, id="upload_2", expires_at=1.0))
    assert await partials.find("acct_bob", "upload_1") is None
    assert await partials.find("acct_ada", "upload_2") is None
    assert await partials.find("acct_ada", "upload_3") is None
    assert [found.id for found in await partials.of_owner("acct_ada")] == ["upload_1"]


async def test_what_had_its_time_goes_and_nothing_else(partials: Partials) -> None:
    over = replace(BEGUN, id="upload_2", expires_at=1.0)
    for begun in (BEGUN, over):
        await partials.begin(begun)
        await partials.add(begun, b"01")
    assert await partials.clear_expired() == 1
    assert await partials.clear_expired() == 0
    kept = await partials.find("acct_ada", "upload_1")
    assert kept is not None
    assert kept.offset == 2
    with pytest.raises(StorageFailed, match="not there any more"):
        await content_of(partials, replace(over, offset=2))


async def test_all_of_an_account_goes_and_of_no_other(partials: Partials) -> None:
    for begun in (BEGUN, replace(BEGUN, id="upload_2"), replace(BEGUN, owner="acct_ada2")):
        await partials.begin(begun)
        await partials.add(begun, b"01")
    assert await partials.forget("acct_ada") == 2
    assert await partials.find("acct_ada", "upload_1") is None
    assert await partials.find("acct_ada2", "upload_1") is not None
