"""How long an answer may be kept back for the end of a job: `?wait=SECONDS`, or `Prefer: wait=SECONDS` (RFC 7240)."""

import re
from typing import Annotated, NamedTuple

from litestar.params import Parameter

from api.core import Core
from api.files.links import Links
from api.models.family1 import Family1
from domain.access import Caller
from projections.job import JobRow

SECONDS_MAX = 86_400
Wait = Annotated[
    float | None,
    Parameter(
        ge=0,
        le=SECONDS_MAX,
        description="Seconds to wait for the end before it answers, as far as the server allows; likewise with the"
        " header `Prefer: wait=SECONDS`",
    ),
]
_PREFERENCE = re.compile(r"\bwait\s*=\s*\"?(\d{1,6})", re.IGNORECASE)


class Patience(NamedTuple):
    """How long somebody is willing to wait, and whether the header said so."""

    wait_s: float = 0.0
    is_preference: bool = False

    @property
    def headers(self) -> dict[str, str]:
        """Return the header that says that a preference was honoured."""
        return {"Preference-Applied": f"wait={self.wait_s:g}"} if self.is_preference else {}


def patience_of(wait: float | None, prefer: str, wait_s_max: float) -> Patience:
    """Return how long an answer waits: the query goes before the header, the server's limit before both."""
    if wait is not None:
        return Patience(min(wait, wait_s_max))
    found = _PREFERENCE.search(prefer)
    return Patience(min(float(found[1]), wait_s_max), True) if found else Patience()


async def ended(job_id: str, caller: Caller, wait_s: float, core: Core, family: Family1, links: Links) -> JobRow:
    """Return a job as it stands when it has ended, or `wait_s` have passed."""
    row = await core.views.job.get(job_id, caller)
    if row.has_ended or wait_s <= 0:
        return row
    await family.hub.wait_for_end(job_id, row.owner, links, wait_s)
    return await core.views.job.get(job_id, caller)
