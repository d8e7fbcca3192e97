"""Every limit and choice, each a setting with its unit in its name; `docs/settings.md` is made of them.

A setting `text_length_max` of the group `http` is set by the environment variable `MESHWRIGHT_HTTP_TEXT_LENGTH_MAX`.
`DATABASE_URL`, `NATS_URL` and `BLOB_URL` are known by their common names.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from domain.errors import Invalid
from runtime.settings_image import FalSettings, ImageSettings
from runtime.settings_work import WorkSettings

PREFIX = "MESHWRIGHT_"
TIME_S_MAX = 10 * 365 * 86_400.0
NUMBER_MAX = 2**53


class StoreSettings(msgspec.Struct, frozen=True):
    """The event store."""

    pool_size_max: Annotated[int, Meta(ge=1, description="Connections for reading, per process")] = 8
    pool_wait_s_max: Annotated[
        float, Meta(gt=0, description="How long a reader waits for a connection that others have; then it is told 503")
    ] = 10.0
    connect_timeout_s: Annotated[
        float, Meta(gt=0, description="How long a process that starts waits for a slow Postgres; then it tries again")
    ] = 15.0
    append_batch_max: Annotated[int, Meta(ge=1, description="Most appends in one transaction")] = 256
    append_queue_max: Annotated[int, Meta(ge=1, description="Most appends waiting; more are refused")] = 10_000
    append_timeout_s: Annotated[float, Meta(gt=0, description="How long an append waits for Postgres to return")] = 15.0
    states_kept_max: Annotated[
        int, Meta(ge=0, description="States of streams that the API keeps in memory, not to read all again")
    ] = 500
    follow_poll_s: Annotated[float, Meta(gt=0, description="How often a follower looks without being notified")] = 2.0
    key_cache_s: Annotated[float, Meta(gt=0, description="How long a data key is kept in memory")] = 60.0


class BusSettings(msgspec.Struct, frozen=True):
    """The bus: NATS with JetStream."""

    prefix: Annotated[str, Meta(description="Put before every stream and subject, so that servers can be shared")] = ""
    ack_wait_s: Annotated[float, Meta(gt=0, description="Silence after which a worker counts as lost")] = 30.0
    heartbeat_s: Annotated[float, Meta(gt=0, description="How often a worker says that it still works")] = 10.0
    deliver_max: Annotated[int, Meta(ge=1, description="Most deliveries of one message before its job is given up")] = 5
    events_kept_bytes: Annotated[int, Meta(ge=1, description="Size of the stream of events for subscribers")] = (
        4 * 2**30
    )
    window: Annotated[int, Meta(ge=1, description="Events published before the relay waits for the bus")] = 500
    refill_max: Annotated[int, Meta(ge=0, description="Events put back when the bus lost its stream of events")] = (
        10_000
    )


class ViewSettings(msgspec.Struct, frozen=True):
    """Projections."""

    batch_max: Annotated[int, Meta(ge=1, description="Events projected in one transaction")] = 500
    wait_s_max: Annotated[float, Meta(ge=0, description="How long a read waits for its own write")] = 5.0
    pool_size_max: Annotated[int, Meta(ge=1, description="Connections for queries, per process")] = 8
    standby_s: Annotated[float, Meta(gt=0, description="How often a standby looks whether it should take over")] = 1.0
    trouble_retry_s: Annotated[
        float, Meta(gt=0, description="When a view that met an event it cannot take in tries again")
    ] = 30.0


class HttpSettings(msgspec.Struct, frozen=True):
    """The API."""

    host: Annotated[str, Meta(description="Address to listen on")] = "127.0.0.1"
    port: Annotated[int, Meta(ge=1, le=65535, description="Port to listen on")] = 8000
    public_url: Annotated[
        str, Meta(description="URL under which clients see the server; empty: taken from the request")
    ] = ""
    body_bytes_max: Annotated[int, Meta(ge=1024, description="Largest body where no route says otherwise")] = 2**20
    nesting_max: Annotated[int, Meta(ge=4, description="Deepest nesting of a JSON body")] = 64
    request_timeout_s: Annotated[float, Meta(gt=0, description="Longest time for an answer that is not streamed")] = (
        60.0
    )
    rate_limits: Annotated[Literal["on", "off"], Meta(description="off: for load tests")] = "on"
    rate_limit_url: Annotated[str, Meta(description="Shared store of rate limits, as understood by `limits`")] = (
        "memory://"
    )
    auth_per_minute: Annotated[int, Meta(ge=1, description="Family 1: sign-ins a minute")] = 10
    generation_per_minute: Annotated[int, Meta(ge=1, description="Family 1: generations a minute")] = 5
    other_per_minute: Annotated[int, Meta(ge=1, description="Family 1: other requests a minute")] = 100
    design_per_minute: Annotated[int, Meta(ge=1, description="Families 2, 3: requests a minute per endpoint")] = 20
    image_per_minute: Annotated[int, Meta(ge=1, description="Family 4: requests a minute")] = 60
    image_per_hour: Annotated[int, Meta(ge=1, description="Family 4: requests an hour")] = 1000
    project_per_second: Annotated[int, Meta(ge=1, description="Family 5: requests a second")] = 10
    reconstruction_per_second: Annotated[int, Meta(ge=1, description="Family 5: reconstructions a second")] = 2
    sockets_per_user_max: Annotated[int, Meta(ge=1, description="Live connections of one account")] = 10
    socket_message_bytes_max: Annotated[int, Meta(ge=1, description="Largest message on a socket")] = 2**20
    socket_queue_max: Annotated[int, Meta(ge=1, description="Messages waiting for a slow socket")] = 256
    heartbeat_s: Annotated[float, Meta(gt=0, description="How often a live connection is shown to be alive")] = 30.0
    log_lines_max: Annotated[int, Meta(ge=1, description="Lines of a running job's log that the API remembers")] = 2_000
    log_bytes_max: Annotated[int, Meta(ge=1, description="Bytes that the API remembers of all running jobs' logs")] = (
        32 * 2**20
    )
    export_wait_s: Annotated[float, Meta(ge=0, description="How long POST /exports/ waits before it answers 202")] = (
        30.0
    )
    operation_wait_s_max: Annotated[
        float, Meta(ge=0, description="Longest that `?wait=` keeps an answer about a mesh or texture operation back")
    ] = 120.0
    planning_wait_s: Annotated[float, Meta(gt=0, description="How long a request waits for its words to be read")] = (
        10.0
    )
    job_wait_s: Annotated[
        float, Meta(ge=0, description="How long a request of the design family waits for its job before it answers 202")
    ] = 45.0
    iterations_max: Annotated[int, Meta(ge=1, description="Most iterations that one session may be asked for")] = 50
    evaluations_max: Annotated[
        int, Meta(ge=1, description="Most edits that a session of iterations tries; its iterations share them")
    ] = 5000
    ready_wants_worker: Annotated[
        Literal["on", "off"],
        Meta(description="Whether /health/ready wants a worker that takes jobs; off: for an API that stands alone"),
    ] = "on"
    preview_wait_s: Annotated[float, Meta(ge=0, description="How long a preview's URL waits for its picture")] = 20.0
    preview_size: Annotated[int, Meta(ge=64, le=2048, description="Pixels of each side of a design's preview")] = 768
    report_picture_size: Annotated[
        int, Meta(ge=64, le=2048, description="Pixels of each side of the picture in a report")
    ] = 640
    cors_origins: Annotated[str, Meta(description="Origins of web pages that may call, with commas; empty: none")] = ""
    proxies_trusted: Annotated[
        str, Meta(description="Addresses of proxies whose X-Forwarded-For is believed, with commas")
    ] = ""


class AuthSettings(msgspec.Struct, frozen=True):
    """Tokens and passwords."""

    access_ttl_s: Annotated[int, Meta(ge=1, description="Life of an access token of family 1")] = 1800
    design_access_ttl_s: Annotated[int, Meta(ge=1, description="Life of an access token of families 3 and 5")] = 3600
    refresh_ttl_s: Annotated[int, Meta(ge=1, description="Life of a refresh token")] = 14 * 86_400
    live_ttl_s: Annotated[int, Meta(ge=1, description="Life of a token in the query of a socket")] = 300
    hash_memory_kib: Annotated[int, Meta(ge=8192, description="Memory of argon2")] = 19_456
    hash_passes: Annotated[int, Meta(ge=1, description="Passes of argon2")] = 2
    hashes_at_once_max: Annotated[int, Meta(ge=1, description="Passwords checked at the same time")] = 2
    sign_in_failures_max: Annotated[int, Meta(ge=1, description="Wrong passwords of one account in a window")] = 10
    sign_in_window_s: Annotated[int, Meta(ge=1, description="Window of `sign_in_failures_max`")] = 900


class BlobSettings(msgspec.Struct, frozen=True):
    """Files."""

    url_ttl_s: Annotated[int, Meta(ge=1, description="Life of a signed URL in an answer")] = 86_400
    export_ttl_s: Annotated[int, Meta(ge=1, description="Life of an export's download URL")] = 7 * 86_400
    asset_bytes_max: Annotated[int, Meta(ge=1, description="Largest file that is kept")] = 2**30
    upload_bytes_max: Annotated[int, Meta(ge=1, description="Largest file that somebody gives, or names by URL")] = (
        512 * 2**20
    )
    film_bytes_max: Annotated[int, Meta(ge=1, description="Largest film or photograph that a project is given")] = (
        500 * 2**20
    )
    zip_entries_max: Annotated[int, Meta(ge=1, description="Files that a ZIP of photographs may have in it")] = 10_000
    zip_bytes_max: Annotated[int, Meta(ge=1, description="Bytes that a ZIP of photographs may unfold into")] = 4 * 2**30
    zip_entry_bytes_max: Annotated[
        int, Meta(ge=1, le=500 * 2**20, description="Bytes that one file in a ZIP of photographs may unfold into")
    ] = 256 * 2**20
    upload_ttl_s: Annotated[int, Meta(ge=1, description="How long a resumable upload may take")] = 86_400
    upload_idle_s: Annotated[float, Meta(gt=0, description="How long an upload may send nothing")] = 60.0
    uploads_open_max: Annotated[int, Meta(ge=1, description="Resumable uploads of one account that are not done")] = 20
    account_bytes_max: Annotated[
        int, Meta(ge=1, description="Bytes that an account's files may have in all before it may give no more")
    ] = 20 * 2**30
    account_assets_max: Annotated[
        int, Meta(ge=1, description="Files that an account may have before it may give no more")
    ] = 100_000
    texture_bytes_max: Annotated[int, Meta(ge=1, description="Largest single picture that work is asked for")] = (
        128 * 2**20
    )
    source_timeout_s: Annotated[
        float, Meta(gt=0, description="Longest time to fetch a model or texture that is named by URL")
    ] = 120.0
    reference_bytes_max: Annotated[int, Meta(ge=1, description="Largest reference picture")] = 10 * 2**20
    reference_timeout_s: Annotated[float, Meta(gt=0, description="Longest time to fetch a reference picture")] = 15.0
    reference_pixels_max: Annotated[int, Meta(ge=1, description="Most pixels of a reference picture")] = 50_000_000
    reference_redirects_max: Annotated[int, Meta(ge=0, description="Redirects followed, each one checked")] = 3
    reference_hosts_allowed: Annotated[
        str, Meta(description="host:port pairs, with commas, that may be fetched although not public")
    ] = ""


class AuditSettings(msgspec.Struct, frozen=True):
    """Notes of who asked for what."""

    flush_s: Annotated[float, Meta(gt=0, le=1, description="How long a note waits before it is in the log")] = 1.0
    waiting_max: Annotated[
        int, Meta(ge=0, description="Notes that wait in a process; more are only counted. 0: no notes at all")
    ] = 50_000


class LogSettings(msgspec.Struct, frozen=True):
    """The log of what happens in the server, beside the lines on stderr; `<data-dir>/logs`."""

    file: Annotated[Literal["on", "off"], Meta(description="Whether lines are kept in files, for GET /logs")] = "on"
    file_bytes_max: Annotated[
        int, Meta(ge=4096, description="Size at which a file of the log is put aside for a new one")
    ] = 16 * 2**20
    files_max: Annotated[int, Meta(ge=1, le=100, description="Files of the log that are kept, the newest included")] = 5
    read_bytes_max: Annotated[int, Meta(ge=4096, description="Bytes of the log that one GET /logs looks through")] = (
        64 * 2**20
    )


class ErasureSettings(msgspec.Struct, frozen=True):
    """Erasing what is held about a person."""

    wait_s: Annotated[
        float, Meta(gt=0, description="Longest time for jobs to stop, views and bus to follow; then it is tried again")
    ] = 30.0
    retry_s: Annotated[float, Meta(gt=0, description="How often erasures that were left open are taken up again")] = 5.0
    overwrite_s: Annotated[
        float, Meta(ge=0, description="Longest time to overwrite messages in the files of the bus, one by one")
    ] = 5.0
    rewrite_mib_max: Annotated[
        int, Meta(ge=0, description="Largest table that is written anew at once, while nobody reads it")
    ] = 128


class EmbeddedSettings(msgspec.Struct, frozen=True):
    """Postgres and NATS as `up` and `make` start them."""

    postgres_port: Annotated[int, Meta(ge=0, le=65535, description="0: any free port")] = 0
    nats_port: Annotated[int, Meta(ge=0, le=65535, description="0: any free port")] = 0
    start_timeout_s: Annotated[float, Meta(gt=0, description="Longest time for a server to be ready")] = 30.0
    stop_timeout_s: Annotated[
        float, Meta(gt=0, description="Longest time for a server to stop before it is killed")
    ] = 15.0
    free_disk_mib_min: Annotated[int, Meta(ge=0, description="Free space without which nothing is started")] = 256


class LmSettings(msgspec.Struct, frozen=True):
    """A language model that reads prompts; without one the planner reads them."""

    model: Annotated[str, Meta(description="Folder or hub name of a transformers causal model; empty: none")] = ""
    timeout_s: Annotated[
        float, Meta(gt=0, le=3600, description="Longest time to read and answer; then the planner does")
    ] = 60.0
    tokens_max: Annotated[int, Meta(ge=16, le=16_384, description="Longest answer, tokens")] = 1024
    memory_mib: Annotated[int, Meta(ge=0, description="Memory for a job beyond its own needs where a model is set")] = (
        8192
    )


class MakerSettings(msgspec.Struct, frozen=True):
    """What makes shapes."""

    name: Annotated[Literal["parts", "shap-e"], Meta(description="parts: from the design; shap-e: a neural model")] = (
        "parts"
    )
    shap_e: Annotated[str, Meta(description="Folder of a Shap-E pipeline as diffusers saves it")] = ""
    steps: Annotated[int, Meta(ge=1, le=1000, description="Steps of a neural maker")] = 64
    guidance: Annotated[float, Meta(ge=1, le=100, description="How closely a neural maker follows the prompt")] = 15.0
    memory_mib: Annotated[int, Meta(ge=0, description="Memory for a job beyond its own needs with a neural maker")] = (
        8192
    )


class ExportSettings(msgspec.Struct, frozen=True):
    """Exports."""

    c2pa_cert: Annotated[
        str, Meta(description="PEM file of the certificates that sign content credentials, the signer's first")
    ] = ""
    c2pa_key: Annotated[
        str, Meta(description="PEM file of the signer's key; without both, a certificate is made for each file alone")
    ] = ""


class ReadingSettings(msgspec.Struct, frozen=True):
    """Reading models that somebody gave."""

    draco_s: Annotated[
        float,
        Meta(
            gt=0, description="Processor time to unpack a file's Draco parts, and that much more per million triangles"
        ),
    ] = 1.0
    draco_mib: Annotated[int, Meta(ge=64, description="Most memory to unpack a Draco part")] = 4096


def default_data_dir() -> Path:
    """Return where data lies unless `--data-dir` says otherwise."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return Path("/var/lib/meshwright")
    return Path(os.environ.get("XDG_DATA_HOME", "~/.local/share")).expanduser() / "meshwright"


class Settings(msgspec.Struct, frozen=True):
    """All settings."""

    data_dir: str
    database_url: str = ""
    nats_url: str = ""
    blob_url: str = ""
    log_level: Annotated[Literal["debug", "info", "warning", "error"], Meta(description="Least level logged")] = "info"
    store: StoreSettings = StoreSettings()
    bus: BusSettings = BusSettings()
    work: WorkSettings = WorkSettings()
    views: ViewSettings = ViewSettings()
    http: HttpSettings = HttpSettings()
    auth: AuthSettings = AuthSettings()
    blobs: BlobSettings = BlobSettings()
    audit: AuditSettings = AuditSettings()
    logs: LogSettings = LogSettings()
    erasure: ErasureSettings = ErasureSettings()
    embedded: EmbeddedSettings = EmbeddedSettings()
    lm: LmSettings = LmSettings()
    maker: MakerSettings = MakerSettings()
    fal: FalSettings = FalSettings()
    export: ExportSettings = ExportSettings()
    reading: ReadingSettings = ReadingSettings()
    image: ImageSettings = ImageSettings()

    @property
    def models_memory_mib(self) -> int:
        """Return the memory that a job may take beyond its own needs, for the models that are set."""
        pictures_mib = self.image.shap_e_memory_mib * bool(self.image.shap_e)
        return (
            self.lm.memory_mib * bool(self.lm.model)
            + self.maker.memory_mib * (self.maker.name != "parts")
            + pictures_mib
        )


def load_settings(environment: Mapping[str, str] = os.environ, *, data_dir: Path | str | None = None) -> Settings:
    """Return the settings that the environment asks for; `data_dir` goes before `MESHWRIGHT_DATA_DIR`.

    Raises
    ------
    Invalid
        A variable has a value that is not allowed.
    """
    folder = Path(data_dir or environment.get(PREFIX + "DATA_DIR") or default_data_dir()).expanduser().absolute()
    values: dict[str, Any] = {"data_dir": str(folder)}
    values["blob_url"] = environment.get("BLOB_URL") or f"file://{folder}/blobs"
    for name in ("database_url", "nats_url"):
        values[name] = environment.get(name.upper(), "")
    if PREFIX + "LOG_LEVEL" in environment:
        values["log_level"] = environment[PREFIX + "LOG_LEVEL"].lower()
    for field in msgspec.structs.fields(Settings):
        if isinstance(field.type, type) and issubclass(field.type, msgspec.Struct):
            values[field.name] = _group(field.name, field.type, environment)
    try:
        settings = msgspec.convert(values, Settings, strict=False)
    except msgspec.ValidationError as error:
        raise Invalid(f"A setting is not allowed: {error}") from error
    _require_sane(settings)
    return settings


_SHORT = {
    ("http", "rate_limits"): "RATE_LIMITS", ("lm", "model"): "LM", ("maker", "name"): "MAKER",
    ("maker", "shap_e"): "SHAP_E", ("image", "segmentation"): "SEGMENTATION", ("image", "depth"): "DEPTH",
}  # fmt: skip


def variable(group: str, name: str) -> str:
    """Return the environment variable that sets `name` of `group`."""
    if (group, name) == ("fal", "key"):
        return "FAL_KEY"  # the name that fal itself gives it
    return PREFIX + (_SHORT.get((group, name)) or f"{group}_{name}".upper())


def _require_sane(settings: Settings) -> None:
    """Refuse numbers without end or beyond all sense, which no greatest value of their own keeps out."""
    for group in msgspec.structs.fields(Settings):
        values = getattr(settings, group.name)
        for field in msgspec.structs.fields(values) if isinstance(values, msgspec.Struct) else ():
            value = getattr(values, field.name)
            is_time = field.name.endswith(("_s", "_s_max"))
            if isinstance(value, int | float) and not value <= (TIME_S_MAX if is_time else NUMBER_MAX):
                raise Invalid(f"A setting is not allowed: {variable(group.name, field.name)} is too large")


def _group(group: str, kind: type[msgspec.Struct], environment: Mapping[str, str]) -> dict[str, str]:
    named = ((field.name, variable(group, field.name)) for field in msgspec.structs.fields(kind))
    return {name: environment[key] for name, key in named if key in environment}
