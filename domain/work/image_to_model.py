"""A picture of one thing becomes a model of it."""

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal, Self

from msgspec import Meta
from msgspec.structs import replace

from domain.work.base import Needs, Work
from domain.work.reconstruct import KEPT_PREFIX, NamedAsset

ImageProvider = Literal["local", "shap-e", "fal"]
FACES_LEAST, FACES_MOST = 100, 500_000


class ImageToModel(Work, frozen=True, tag="image_to_model"):
    """Find the thing in the picture, make its shape, and wrap it in what the picture shows.

    `hint` is what may tell what it is: the name of the file, or a caption. `earlier` are files that earlier attempts
    kept for those after them: what a remote provider was asked for already is not asked, and paid for, again.
    """

    needs: ClassVar[Needs] = Needs(lane="cpu", memory_mib=3072, time_limit_s=1800)
    version: ClassVar[str] = "1.3"
    stages: ClassVar[tuple[str, ...]] = ("reading", "foreground", "shaping", "texturing", "packaging")
    lighter: ClassVar[str] = "Give a smaller picture, or ask for fewer faces."

    batch_id: str
    file_id: str
    image: str  # asset id
    hint: str = ""
    face_limit: Annotated[int, Meta(ge=FACES_LEAST, le=FACES_MOST)] | None = None
    provider: ImageProvider = "local"
    seed: Annotated[int, Meta(ge=0, lt=2**53)] = 0
    earlier: tuple[NamedAsset, ...] = ()

    def resumed(self, kept: Sequence[tuple[str, str]]) -> Self:
        """Return the work with what attempts before kept for it."""
        notes = tuple(NamedAsset(asset, name) for asset, name in kept if name.startswith(KEPT_PREFIX))
        return replace(self, earlier=(*self.earlier, *notes)) if notes else self
