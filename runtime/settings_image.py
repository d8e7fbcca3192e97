"""The settings of the image family: batches of pictures, and who makes models of them."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta


class ImageSettings(msgspec.Struct, frozen=True):
    """Batches of pictures, of which models are made."""

    files_max: Annotated[int, Meta(ge=1, le=1000, description="Pictures of one batch")] = 25
    file_bytes_max: Annotated[int, Meta(ge=1, description="Largest picture of a batch")] = 10 * 2**20
    pixels_max: Annotated[int, Meta(ge=1, description="Most pixels of a picture of a batch")] = 50_000_000
    side_px_min: Annotated[
        int, Meta(ge=16, description="Least width and height of a picture of a batch; makers take none under 16")
    ] = 16
    provider: Annotated[
        Literal["local", "shap-e", "fal"],
        Meta(description="Who makes a model of a picture where a request does not say"),
    ] = "local"
    shap_e: Annotated[str, Meta(description="Folder of a Shap-E pipeline for pictures, as diffusers saves it")] = ""
    shap_e_steps: Annotated[int, Meta(ge=1, le=1000, description="Steps of Shap-E")] = 64
    shap_e_guidance: Annotated[float, Meta(ge=1, le=100, description="How closely Shap-E follows the picture")] = 3.0
    shap_e_memory_mib: Annotated[
        int, Meta(ge=0, description="Memory for a job beyond its own needs where a folder of Shap-E is set")
    ] = 8192
    segmentation: Annotated[
        str, Meta(description="Folder of a transformers model that tells a thing from its background; empty: none")
    ] = ""
    depth: Annotated[
        str, Meta(description="Folder of a transformers model that estimates depth in pictures; empty: none")
    ] = ""
    models_timeout_s: Annotated[
        float, Meta(gt=0, le=1700, description="Longest time for either model; then the picture is read without it")
    ] = 120.0


class FalSettings(msgspec.Struct, frozen=True):
    """The queue of FAL.AI, which makes models of pictures elsewhere, for money."""

    key: Annotated[str, Meta(description="The account's key; empty: the provider cannot be used")] = ""
    url: Annotated[str, Meta(description="Where the queue is")] = "https://queue.fal.run"
    model: Annotated[str, Meta(description="The model's path, as submitted to")] = "tripo3d/tripo/v2.5/image-to-3d"
    serve: Annotated[
        Literal["copy", "redirect"], Meta(description="What a download gives: our stored copy, or fal's own URL (302)")
    ] = "copy"
    texture: Annotated[
        Literal["no", "standard", "HD"], Meta(description="The model's texture, which has its price")
    ] = "standard"
    connect_timeout_s: Annotated[float, Meta(gt=0, description="Longest time to connect")] = 10.0
    read_timeout_s: Annotated[float, Meta(gt=0, description="Longest silence within an answer")] = 30.0
    request_timeout_s: Annotated[float, Meta(gt=0, description="Longest time for a whole answer, however it drips")] = (
        60.0
    )
    timeout_s: Annotated[
        float, Meta(gt=0, le=1700, description="Longest time from asking for a model to its file lying here")
    ] = 1200.0
    poll_s: Annotated[float, Meta(gt=0, description="How often the state of a request is asked for")] = 1.0
    poll_webhook_s: Annotated[
        float, Meta(gt=0, description="The same where a webhook is set: it wakes the job, asking makes sure")
    ] = 5.0
    retries_max: Annotated[int, Meta(ge=0, description="Failed answers in a row after which the job gives up")] = 6
    retry_delay_s: Annotated[float, Meta(ge=0, description="First delay after a failed answer; doubles each time")] = (
        0.5
    )
    retry_delay_s_max: Annotated[
        float, Meta(ge=0, description="Longest such delay, unless Retry-After asks for more")
    ] = 15.0
    submits_max: Annotated[
        int,
        Meta(ge=1, description="Requests of one attempt, where fal says that the same one may succeed another time"),
    ] = 2
    answer_bytes_max: Annotated[int, Meta(ge=1024, description="Largest answer of the queue")] = 2**20
    model_bytes_max: Annotated[int, Meta(ge=1024, description="Largest model that is fetched")] = 256 * 2**20
    fetch_timeout_s: Annotated[
        float, Meta(gt=0, description="Longest time to fetch the model, for each of up to four tries")
    ] = 120.0
    cancel_timeout_s: Annotated[
        float,
        Meta(
            gt=0,
            description="Longest time to withdraw a request when its job is cancelled; the job's grace ends it too",
        ),
    ] = 5.0
    webhook_url: Annotated[
        str, Meta(description="Our `/api/v1/webhooks/fal` as fal reaches it from outside; empty: no webhook")
    ] = ""
    webhook_age_s_max: Annotated[float, Meta(gt=0, description="How far a webhook's time may be from ours")] = 300.0
    keys_url: Annotated[str, Meta(description="Where the keys are that webhooks are signed with (JWKS)")] = (
        "https://rest.fal.ai/.well-known/jwks.json"
    )
    keys_kept_s: Annotated[float, Meta(gt=0, le=86_400, description="How long these keys are believed")] = 3600.0
    probe_s: Annotated[
        float, Meta(gt=0, description="How long `/health/ready` believes what it last knew of the queue")
    ] = 30.0

    def __repr__(self) -> str:
        """Return all but the key."""
        return f"FalSettings(url={self.url!r}, model={self.model!r}, key={'…' if self.key else ''!r})"
