"""What a model came of, as far as this server made it: from job to job, back to what was given or asked for."""

from collections.abc import Mapping
from typing import Any

from api.core import Core
from api.files.links import provenance_of
from commands.job import JOB
from domain.access import Caller
from domain.citations import citations_of
from domain.errors import Refused
from domain.job import Job
from domain.work import TextToModel
from domain.work.export import Ancestor
from projections.asset import AssetRow

ANCESTORS_MOST = 32


async def ancestors_of(row: AssetRow, caller: Caller, core: Core) -> tuple[Ancestor, ...]:
    """Return an asset and those that it came of, nearest first; at most `ANCESTORS_MOST`.

    What has been deleted since, or is not the caller's, ends its line.
    """
    found: dict[str, Ancestor] = {}
    waiting = [row]
    while waiting and len(found) < ANCESTORS_MOST:
        each = waiting.pop(0)
        if each.id in found:
            continue
        job = await _maker(each, caller, core)
        found[each.id] = _ancestor(each, job)
        for parent in found[each.id].parents:
            waiting += await _row(parent, caller, core)
    return tuple(found.values())


async def _maker(row: AssetRow, caller: Caller, core: Core) -> Job | None:
    return (await core.do.look(JOB, row.job_id, caller)).state if row.job_id else None


async def _row(asset_id: str, caller: Caller, core: Core) -> list[AssetRow]:
    try:
        return [await core.views.asset.get(asset_id, caller)]
    except Refused:
        return []


def _ancestor(row: AssetRow, job: Job | None) -> Ancestor:
    if job is None or job.work is None:
        return Ancestor(row.id, row.sha256)
    account, work = provenance_of(job), job.work
    seed = account.get("seed")
    return Ancestor(
        row.id, row.sha256, work.kind(), work.version, seed if isinstance(seed, int) else None,
        work.text if isinstance(work, TextToModel) else "", _parents(account), citations_of(account),
    )  # fmt: skip


def _parents(account: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the assets that an operation says it worked on."""
    several = account.get("parents")
    listed = [each.get("asset") for each in several.values()] if isinstance(several, Mapping) else []
    found = [account.get("parent_asset"), *listed]
    return tuple(dict.fromkeys(each for each in found if isinstance(each, str) and each))
