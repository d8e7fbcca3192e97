"""KTX2 files with Basis Universal, which a loader turns into whatever blocks the graphics card reads.

The encoder comes with the extra `basis`; reading needs none of it.
"""

import importlib.util
from typing import Literal

import numpy as np

from domain.errors import Invalid
from engine.encoding.blocks import Effort
from engine.encoding.levels import Levels
from engine.encoding.texels import Texels
from engine.encoding.watching import watched
from engine.shapes import Tick, no_tick

BasisCodec = Literal["etc1s", "uastc"]
_THREADS = 4
_ZSTD_EFFORT = 12
_EFFORTS: dict[BasisCodec, dict[Effort, int]] = {
    "etc1s": {"fast": 1, "medium": 3, "thorough": 6},
    "uastc": {"fast": 2, "medium": 3, "thorough": 6},
}
_LAMBDA_MOST = 4.0
_RDO_BELOW = 0.7


def encode_basis(
    levels: Levels,
    codec: BasisCodec,
    *,
    quality: float,
    effort: Effort = "medium",
    is_supercompressed: bool = True,
    tick: Tick = no_tick,
) -> bytes:
    """Return a KTX2 file of all levels.

    `quality` in [0, 1] sets the size of ETC1S' codebooks, and from 0.7 down how far UASTC trades error for bytes.

    Raises
    ------
    Invalid
        The encoder is not installed.
    """
    if importlib.util.find_spec("alktx2") is None:
        raise Invalid("Basis textures cannot be made here: the extra `basis` is not installed", compression=codec)
    import alktx2

    # UASTC's own quality setting switches a coarse search on below 100; the loss is asked for by lambda instead.
    loss = max(0.0, 1 - quality / _RDO_BELOW) * _LAMBDA_MOST if codec == "uastc" else 0.0

    def encode() -> bytes:
        return bytes(
            alktx2.encode_raw_mips_to_ktx2(
                [(level.tobytes(), level.shape[1], level.shape[0]) for level in levels.texels],
                codec=codec,
                quality=max(1, round(quality * 100)) if codec == "etc1s" else 100,
                effort=_EFFORTS[codec][effort],
                srgb=levels.profile.is_color,
                linear=not levels.profile.is_color,
                # UASTC's search for fewer bytes depends on how threads meet: with one, the bytes are always the same.
                threads=1 if loss else _THREADS,
                zstd_supercompression_level=_ZSTD_EFFORT if codec == "uastc" and is_supercompressed else None,
                uastc_rdo_lambda=loss,
            )
        )

    return watched(encode, tick, f"Encoding {codec.upper()}")


def decode_basis(data: bytes, *, level: int = 0) -> Texels:
    """Return the (h, w, 4) texels of a level of a KTX2 file with Basis Universal."""
    import opengl_basisu

    try:
        decoded = opengl_basisu.open(data).transcode("rgba8", level=level).data
    except opengl_basisu.BasisuError as error:
        raise Invalid("The Basis texture cannot be read") from error
    return np.asarray(decoded, np.uint8)
