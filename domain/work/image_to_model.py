"""A picture of one thing becomes a model of it."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from domain.work.base import Needs, Work

ImageProvider = Literal["local", "shap-e", "fal"]
FACES_LEAST, FACES_MOST = 100, 500_000


class ImageToModel(Work, frozen=True, tag="image_to_model"):
    """Find the thing in the picture, make its shape, and wrap it in what the picture shows.

    `hint` is what may tell what it is: the name of the file, or a caption.
    """

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=3072, time_limit_s=1800)
    version: ClassVar[str] = "1.0"
    stages: ClassVar[tuple[str, ...]] = ("reading", "foreground", "shaping", "texturing", "packaging")

    batch_id: str
    file_id: str
    image: str  # asset id
    hint: str = ""
    face_limit: Annotated[int, Meta(ge=FACES_LEAST, le=FACES_MOST)] | None = None
    provider: ImageProvider = "local"
    seed: Annotated[int, Meta(ge=0, lt=2**53)] = 0
