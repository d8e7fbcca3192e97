"""What a cleanup may let go: whatever there is, what is live opens afterwards, with all that it came from."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.old_files import (
    KINDS,
    Bounds,
    Inventory,
    PastBatch,
    PastWork,
    StoredFile,
    contents_without_a_name,
    removable,
)

NOW = datetime(2026, 11, 21, 22, tzinfo=UTC)
TTL = timedelta(days=7)
ASSETS = [f"asset_{number}" for number in range(7)]
JOBS = [f"job_{number}" for number in range(5)]
BATCHES = ["batch_1", "batch_2"]
AGES_H = st.integers(0, 24 * 20)
TIMES = AGES_H.map(lambda hours: NOW - timedelta(hours=hours))
WORK = st.sampled_from(["image_to_model"] * 6 + ["export", "optimize_mesh", "reconstruct"])
ROLES = st.sampled_from(["result", "preview", "input"])


def picked(things: list[str], least: int = 0, most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(things), min_size=least, max_size=most, unique=True).map(tuple)


@st.composite
def inventories(draw: st.DrawFn) -> Inventory:
    """Anything that may be there: shared contents, chains of work, references to what is gone already."""
    jobs = tuple(
        PastWork(
            job,
            draw(WORK),
            draw(picked(ASSETS)),
            draw(TIMES if draw(st.integers(0, 4)) else st.none()),
            draw(st.sampled_from(BATCHES)),
        )
        for job in draw(picked(JOBS, 2, 5))
    )
    makers = st.sampled_from([job.id for job in jobs])
    files = tuple(
        StoredFile(
            asset, "acct_1", draw(ROLES), draw(st.sampled_from("abcde")), 10, draw(TIMES), draw(makers | st.just("")),
            "prompt_1" if draw(st.integers(0, 9)) == 0 else "",
        )
        for asset in draw(picked(ASSETS, 3, 7))
    )  # fmt: skip
    batches = tuple(PastBatch(batch, draw(TIMES), draw(picked(ASSETS))) for batch in draw(picked(BATCHES)))
    return Inventory(files, jobs, batches, frozenset(draw(picked(ASSETS, most=1))))


BOUNDS = st.builds(
    Bounds,
    before=st.integers(0, 24).map(lambda hours: NOW - timedelta(hours=hours)),
    now=st.just(NOW),
    export_ttl=st.just(TTL),
    scope=st.sampled_from(["images", "everything"]),
)


def live_references(there: Inventory, bounds: Bounds) -> set[str]:
    """Return every asset that something live refers to, told the long way round."""
    live = [job for job in there.jobs if is_live(job, there, bounds)]
    found = set(there.held) | {asset for job in live for asset in job.inputs}
    found |= {file.asset_id for file in there.files for job in live if file.job_id == job.id}
    for batch in there.batches:
        if batch.created_at >= bounds.before or any(job.parent == batch.id for job in live):
            found |= set(batch.pictures)
    while True:
        makers = {file.job_id for file in there.files if file.asset_id in found}
        parents = {asset for job in there.jobs if job.id in makers for asset in job.inputs}
        if parents <= found:
            return found
        found |= parents


def is_live(job: PastWork, there: Inventory, bounds: Bounds) -> bool:
    if job.kind not in KINDS[bounds.scope] or job.ended_at is None:
        return True
    is_of_batch = any(batch.id == job.parent for batch in there.batches)
    if is_of_batch and any(other.parent == job.parent and other.ended_at is None for other in there.jobs):
        return True
    return job.ended_at >= bounds.before or (job.kind == "export" and NOW - job.ended_at < TTL)


@settings(max_examples=60)
@given(inventories(), BOUNDS)
def test_after_any_cleanup_every_live_reference_opens(there: Inventory, bounds: Bounds) -> None:
    gone = {file.asset_id for file in removable(there, bounds)}
    assert not gone & live_references(there, bounds)
    deleted = contents_without_a_name(there, removable(there, bounds))
    assert not {file.sha256 for file in there.files if file.asset_id not in gone} & deleted.keys()


@settings(max_examples=60)
@given(inventories(), BOUNDS)
def test_nothing_goes_that_is_younger_or_came_with_a_prompt(there: Inventory, bounds: Bounds) -> None:
    ended = {job.id: job.ended_at for job in there.jobs}
    for file in removable(there, bounds):
        at = ended[file.job_id] if file.job_id else file.created_at
        assert at is not None
        assert at < bounds.before
        assert not file.prompt_id


@settings(max_examples=60)
@given(inventories(), BOUNDS)
def test_all_files_of_old_work_go_that_nothing_needs(there: Inventory, bounds: Bounds) -> None:
    gone = {file.asset_id for file in removable(there, bounds)}
    needed = live_references(there, bounds)
    old = {job.id for job in there.jobs if not is_live(job, there, bounds)}
    made = {file.asset_id for file in there.files if file.job_id in old and not file.prompt_id}
    assert made - needed <= gone


@settings(max_examples=60)
@given(inventories(), BOUNDS)
def test_a_second_cleanup_of_the_same_bounds_finds_nothing(there: Inventory, bounds: Bounds) -> None:
    gone = {file.asset_id for file in removable(there, bounds)}
    left = tuple(file for file in there.files if file.asset_id not in gone)
    again = removable(Inventory(left, there.jobs, there.batches, there.held), bounds)
    assert not again


@settings(max_examples=60)
@given(inventories(), BOUNDS, st.integers(0, 200))
def test_who_waits_longer_before_a_cleanup_loses_no_less(there: Inventory, bounds: Bounds, hours: int) -> None:
    earlier = Bounds(bounds.before - timedelta(hours=hours), NOW, TTL, bounds.scope)
    assert {file.asset_id for file in removable(there, earlier)} <= {file.asset_id for file in removable(there, bounds)}
