"""Pictures, also those in blocks, become texels."""

from domain.errors import TooLarge
from engine.encoding.basis import decode_basis
from engine.encoding.blocks import decode_blocks
from engine.encoding.ktx2 import IDENTIFIER, SIDE_MAX_PX, read_ktx2
from engine.encoding.texels import Texels, texels_of
from engine.models.model import Picture
from engine.models.pictures import opened

PIXELS_MAX = SIDE_MAX_PX * SIDE_MAX_PX


def open_texels(picture: Picture) -> tuple[Texels, str]:
    """Return a picture's texels and the name of its form, like "jpeg" or "ktx2".

    Raises
    ------
    Invalid
        It is broken, or of a form that is not read here.
    TooLarge
        A side is longer than `SIDE_MAX_PX`.
    """
    if picture.data[: len(IDENTIFIER)] == IDENTIFIER:
        return _from_ktx2(picture.data), "ktx2"
    image = opened(picture, pixels_max=PIXELS_MAX)
    if max(image.size) > SIDE_MAX_PX:
        raise TooLarge(
            f"A picture is {image.width} × {image.height}; at most {SIDE_MAX_PX:,} texels along a side are read",
            limit="side_max_px", most=SIDE_MAX_PX,
        )  # fmt: skip
    return texels_of(image), (image.format or "").lower()


def _from_ktx2(data: bytes) -> Texels:
    file = read_ktx2(data)
    if file.format is None:
        return decode_basis(data)
    return decode_blocks(file.levels[0], file.format, file.width, file.height, mode="data")
