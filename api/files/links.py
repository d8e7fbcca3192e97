"""From asset ids, which the log keeps, to links that clients can follow for a while."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from litestar.connection import ASGIConnection

from domain.job import Artefact, Job
from domain.work import Export, TextToModel
from runtime.settings import Settings
from runtime.urls import AssetUrls, rounded_end

MODEL_TYPE = "model/gltf-binary"
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")


def base_url_of(connection: ASGIConnection[Any, Any, Any, Any], settings: Settings) -> str:
    """Return the URL under which the client sees this server, without a slash at the end."""
    if settings.http.public_url:
        return settings.http.public_url.rstrip("/")
    host = connection.headers.get("host", "")
    if not _HOST.fullmatch(host):
        host = f"{settings.http.host}:{settings.http.port}"
    scheme = "https" if connection.scope["scheme"] in ("https", "wss") else "http"
    return f"{scheme}://{host}"


class Links(msgspec.Struct, frozen=True):
    """Makes links under one address of the server."""

    urls: AssetUrls
    base_url: str
    ttl_s: int

    def to(self, asset_id: str, name: str, *, ttl_s: int | None = None) -> str:
        """Return a signed link to an asset."""
        return self.urls.signed(self.base_url, asset_id, name, self.end(ttl_s))

    def end(self, ttl_s: int | None = None) -> datetime:
        """Return until when a link that is made now is good: the very time that stands in it."""
        return rounded_end(datetime.now(UTC) + timedelta(seconds=self.ttl_s if ttl_s is None else ttl_s))

    @property
    def socket_url(self) -> str:
        """Return the address of the server for sockets."""
        return "ws" + self.base_url.removeprefix("http")

    def in_facts(self, facts: Mapping[str, Any], artefacts: tuple[Artefact, ...]) -> dict[str, Any]:
        """Return `facts` with links where asset ids stand: `preview_asset` becomes `preview_url`, inner names stay."""
        names = {artefact.asset_id: artefact.name for artefact in artefacts}
        shown: dict[str, Any] = {}
        for key, value in facts.items():
            is_asset = isinstance(value, str) and value in names
            shown[_link_name(key) if is_asset else key] = self._shown(value, names)
        return shown

    def of_stage(self, stage: str, facts: Mapping[str, Any], artefacts: tuple[Artefact, ...]) -> dict[str, Any]:
        """Return what a stage has to show, with a link to the newest model that it kept."""
        shown = self.in_facts(facts, artefacts)
        models = [kept for kept in artefacts if kept.stage == stage and kept.media_type == MODEL_TYPE]
        return {**shown, "mesh_url": self.to(models[-1].asset_id, models[-1].name)} if models else shown

    def _shown(self, value: Any, names: Mapping[str, str]) -> Any:
        if isinstance(value, str) and value in names:
            return self.to(value, names[value])
        if isinstance(value, Mapping):
            return {key: self._shown(inner, names) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self._shown(inner, names) for inner in value]
        return value


def _link_name(key: str) -> str:
    name = key.removesuffix("_asset")
    return f"{'mesh' if name == 'glb' else name}_url"


def provenance_of(job: Job) -> dict[str, Any]:
    """Return what the job was made from and by, with the fields that every provenance has."""
    seed = job.work.seed if isinstance(job.work, TextToModel) else None
    version = f"{job.work.kind()}/{job.work.version}" if job.work else ""
    return {"seed": seed, "model_version": version, "checkpoints": [], **job.provenance}


def result_of(job: Job, links: Links) -> dict[str, Any]:
    """Return the result of a job that succeeded, as the wire shows it."""
    made = {key: fact for key, fact in job.result.items() if fact != "" or not key.endswith("_asset")}
    shown = links.in_facts(made, job.artefacts)
    if not isinstance(job.work, Export):
        shown["provenance"] = provenance_of(job)
    return shown
