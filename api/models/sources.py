"""What a request names as its model or picture: an asset, a link to one, a job that made one, or a public URL."""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from api.core import Core
from api.files.asset import found_asset
from api.files.giving import Arrival, take_in
from api.files.links import Links
from api.models.family1 import JOB_PREFIXES, Family1
from api.models.run import RUN_STATUS
from commands.job import JOB
from domain.access import Caller
from domain.errors import Conflict, Invalid, Refused, TooLarge, Unauthenticated
from domain.job import Artefact, Input, Job
from projections.asset import AssetRow
from runtime.formats import MODELS, PICTURES, Format
from runtime.ids import is_id
from runtime.urls import ASSET_PATH, asset_of

ALLOWED = "an asset's id, a link to an asset of yours, the id of a run or job that made one, or a public http(s) URL"
TEXT_LENGTH_MAX = 2048


class Sources:
    """Finds what a request of one caller names; whose it is, is asked in the views and the log alone."""

    def __init__(self, core: Core, family: Family1, links: Links, caller: Caller) -> None:
        self._core = core
        self._family = family
        self._links = links
        self._caller = caller

    async def model(self, text: str, field: str) -> AssetRow:
        """Return the model that `text` names.

        Raises
        ------
        Refused
            There is none, it is somebody else's, no model, or too large; the facts name `field`.
        """
        limit = self._core.settings.blobs.upload_bytes_max
        return await self._found(text, field, MODELS, limit, "A model")

    async def picture(self, text: str, field: str) -> AssetRow:
        """Return the picture that `text` names.

        Raises
        ------
        Refused
            There is none, it is somebody else's, no picture, or too large; the facts name `field`.
        """
        limit = self._core.settings.blobs.texture_bytes_max
        return await self._found(text, field, PICTURES, limit, "A picture")

    async def _found(
        self, text: str, field: str, formats: Collection[Format], size_bytes_max: int, wanted: str
    ) -> AssetRow:
        try:
            row = await self._named(text.strip(), formats, size_bytes_max)
            _require_format(row, formats, wanted)
        except Refused as refusal:
            message = f"`{field}` cannot be used: {refusal.message}"
            raise type(refusal)(message, **{**refusal.facts, "field": field}) from refusal
        if row.size_bytes > size_bytes_max:
            raise TooLarge(
                f"`{field}` has {row.size_bytes} bytes; at most {size_bytes_max} are taken", field=field,
                size_bytes_max=size_bytes_max,
            )  # fmt: skip
        return row

    async def _named(self, text: str, formats: Collection[Format], size_bytes_max: int) -> AssetRow:
        if not text or len(text) > TEXT_LENGTH_MAX:
            raise Invalid(f"Name {ALLOWED}", length_max=TEXT_LENGTH_MAX)
        if is_id(text, "asset"):
            return await found_asset(text, self._caller, self._core)
        if any(is_id(text, prefix) for prefix in JOB_PREFIXES):
            return await self._of_job(text, formats)
        own = asset_of(text, self._links.base_url) or self._signed_elsewhere(text)
        if own:
            return await found_asset(own, self._caller, self._core)
        if not text.lower().startswith(("http://", "https://")):
            raise Invalid(f"Name {ALLOWED}")
        return await self._fetched(text, formats, size_bytes_max)

    def _signed_elsewhere(self, url: str) -> str | None:
        """Return the asset of a link that this server signed under another of its names."""
        try:
            parts = urlsplit(url)
        except ValueError as error:
            raise Invalid("This is not a URL") from error
        found = ASSET_PATH.match(parts.path)
        query = parse_qs(parts.query)
        expires, signature = query.get("expires", [""])[0], query.get("signature", [""])[0]
        if not found or not signature or not (expires.isdecimal() and len(expires) < 16):
            return None
        try:
            self._family.urls.check(found[1], int(expires), signature, datetime.now(UTC))
        except Unauthenticated:
            return None
        return found[1]

    async def _of_job(self, job_id: str, formats: Collection[Format]) -> AssetRow:
        """Return what a job made: the newest of its results that has one of these formats."""
        job = (await self._core.do.look(JOB, job_id, self._caller)).state
        if job.status != "succeeded":
            shown = RUN_STATUS[job.status]
            raise Conflict(f"This job has made nothing that can be used; it is {shown}", job_id=job_id, status=shown)
        kept = _made(job, {known.media_type for known in formats})
        if kept is None:
            raise Conflict("This job made no such file", job_id=job_id)
        return await found_asset(kept.asset_id, self._caller, self._core)

    async def _fetched(self, url: str, formats: Collection[Format], size_bytes_max: int) -> AssetRow:
        settings = self._core.settings.blobs
        name = unquote(urlsplit(url).path.rpartition("/")[2])[:200]
        arrival = Arrival(name, allowed=tuple(formats))
        reading = self._family.fetcher.reading(url, size_bytes_max=size_bytes_max, timeout_s=settings.source_timeout_s)
        async with reading as chunks:
            return await take_in(
                self._core, self._caller.account, chunks, arrival, source_url=url,
                correlation=self._caller.correlation,
            )  # fmt: skip


async def source_of(
    text: str, caller: Caller, core: Core, family: Family1, links: Links, *, field: str = "mesh_url"
) -> AssetRow:
    """Return the model that a request names.

    Raises
    ------
    Refused
        There is none, it is somebody else's, no model, or too large; the facts name `field`.
    """
    return await Sources(core, family, links, caller).model(text, field)


def input_of(row: AssetRow) -> Input:
    """Return an asset as the input of a job, which may then load it."""
    source = row.job_id or row.prompt_id or row.id
    return Input(row.id, row.name, row.media_type, row.sha256, row.size_bytes, source)


def _made(job: Job, media_types: Collection[str]) -> Artefact | None:
    """Return the file that a job names as its model, or else the newest of its results of these types."""
    found = [kept for kept in job.artefacts if kept.role in ("result", "texture") and kept.media_type in media_types]
    main: Any = job.result.get("mesh", job.result.get("mesh_asset", job.result.get("glb_asset", "")))
    return next((kept for kept in found if kept.asset_id == main), found[-1] if found else None)


def _require_format(row: AssetRow, formats: Collection[Format], wanted: str) -> None:
    """Refuse a file of another kind than is wanted."""
    if row.media_type not in {known.media_type for known in formats}:
        allowed = [known.label for known in formats]
        raise Invalid(
            f"{wanted} is wanted ({', '.join(allowed)}), and `{row.name}` is {row.media_type}", allowed=allowed
        )
