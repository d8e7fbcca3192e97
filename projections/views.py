"""All views, by name, and the one object through which a process reads them."""

from types import TracebackType
from typing import Self

import msgspec

from projections.account import AccountView
from projections.arrivals import Arrivals
from projections.asset import AssetView
from projections.audit import AuditView
from projections.base import View
from projections.batch import BatchView
from projections.compliance import ComplianceView
from projections.design import DesignView
from projections.erasing import ErasureView
from projections.job import JobView
from projections.progress import Progress, lock_key
from projections.project import ProjectView
from projections.prompt import PromptView
from runtime.queries import Queries
from runtime.settings import ViewSettings

VIEWS: dict[str, type[View]] = {
    view.name: view
    for view in (
        AccountView,
        JobView,
        PromptView,
        AssetView,
        ProjectView,
        BatchView,
        DesignView,
        AuditView,
        ErasureView,
        ComplianceView,
    )
}


class Views:
    """Every view over one pool; `async with Views(services.pool, settings.views) as views`."""

    def __init__(self, pool: Queries, settings: ViewSettings) -> None:
        self.account = AccountView(pool)
        self.job = JobView(pool)
        self.prompt = PromptView(pool)
        self.asset = AssetView(pool)
        self.project = ProjectView(pool)
        self.batch = BatchView(pool)
        self.design = DesignView(pool)
        self.audit = AuditView(pool)
        self.erasure = ErasureView(pool)
        self.compliance = ComplianceView(pool)
        self._pool = pool
        self._settings = settings
        self._arrivals = Arrivals(pool)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._arrivals.close()

    async def wait_for(
        self, name: str, position: int, timeout_s: float | None = None, *, is_needed: bool = False
    ) -> bool:
        """Wait until the view `name` has taken in the event at `position`; return whether it has.

        Without `timeout_s` it waits as long as the settings allow.

        Raises
        ------
        Unavailable
            It has not in time, and that `is_needed`.
        """
        longest_s = self._settings.wait_s_max if timeout_s is None else timeout_s
        return await self._arrivals.wait_for(name, position, longest_s, is_needed=is_needed)

    async def progress(self) -> dict[str, Progress]:
        """Return how far each view is, and what trouble it has met; a view that was never built is not there.

        Raises
        ------
        Unavailable
            The database is away, or no view was ever built.
        """
        found = await self._pool.rows(
            "SELECT view, position, definition, trouble, moved_at FROM views.progress WHERE schema = 'view_' || view"
        )
        return {row["view"]: msgspec.convert(row, Progress) for row in found}

    async def led(self) -> set[str]:
        """Return the names of the views that some process keeps up to date at this moment.

        Raises
        ------
        Unavailable
            The database is away.
        """
        found = await self._pool.rows(
            "SELECT (classid::bigint << 32) | objid::bigint AS key FROM pg_locks JOIN pg_database ON oid = database"
            " WHERE locktype = 'advisory' AND objsubid = 1 AND granted AND datname = current_database()"
        )
        held = {row["key"] for row in found}
        return {name for name in VIEWS if lock_key("lead", name) in held}
