"""What pictures a glTF file may hold, and what of them needs an extension."""

import struct

from domain.errors import Invalid

EXTENSION_OF_MEDIA = {"image/ktx2": "KHR_texture_basisu", "image/webp": "EXT_texture_webp"}
MEDIA_TYPES = ("image/png", "image/jpeg", *EXTENSION_OF_MEDIA)
_ETC1S, _UASTC = 163, 166


def check_picture(data: bytes, media_type: str) -> None:
    """Refuse a picture that glTF cannot hold, or whose bytes are not what they are said to be.

    Raises
    ------
    Invalid
        Another format; or a KTX2 file that is not Basis Universal, 2D, with sides that are multiples of four.
    """
    starts = {
        "image/png": data.startswith(b"\x89PNG\r\n\x1a\n"), "image/jpeg": data.startswith(b"\xff\xd8\xff"),
        "image/webp": data.startswith(b"RIFF") and data[8:12] == b"WEBP",
        "image/ktx2": data.startswith(b"\xabKTX 20\xbb\r\n\x1a\n"),
    }  # fmt: skip
    if media_type not in starts:
        raise Invalid("glTF holds no pictures of this kind", media_type=media_type, allowed=list(MEDIA_TYPES))
    if not starts[media_type]:
        raise Invalid("A picture is not of the kind that it is said to be", media_type=media_type)
    if media_type == "image/ktx2":
        _check_ktx2(data)


def _check_ktx2(data: bytes) -> None:
    """Refuse what KHR_texture_basisu does not allow. Source: KTX 2.0, section 3 (header, data format descriptor)."""
    if len(data) < 80:
        raise Invalid("A KTX2 picture is cut short")
    form, _, width, height, depth, layers, faces = struct.unpack_from("<7I", data, 12)
    (described,) = struct.unpack_from("<I", data, 48)
    model = data[described + 12] if described + 12 < len(data) else 0
    if form != 0 or model not in (_ETC1S, _UASTC):
        raise Invalid("glTF takes only Basis Universal in KTX2: ETC1S or UASTC", format=form, color_model=model)
    if depth or layers or faces != 1:
        raise Invalid("A KTX2 picture for glTF is one flat picture", depth=depth, layers=layers, faces=faces)
    if not width or not height or width % 4 or height % 4:
        raise Invalid("The sides of a KTX2 picture for glTF are multiples of four", width=width, height=height)
