"""The package of USDZ: a ZIP that viewers map into memory as it is."""

import io
import zipfile
from collections.abc import Mapping

_DATE = (1980, 1, 1, 0, 0, 0)  # the first that ZIP can hold
_READABLE = 0o644 << 16
_ALIGNMENT_BYTES = 64  # of USDZ: each file's data begins at a multiple of it
_HEADER_BYTES = 30
_EXTRA_HEADER_BYTES = 4
_EXTRA_ID = 0x1986  # as USD's own writer pads


def aligned(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP as USDZ wants it: nothing compressed, and each file's data at a multiple of 64 bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, _DATE)
            entry.create_system, entry.external_attr = 3, _READABLE
            entry.extra = _padding(out.tell() + _HEADER_BYTES + len(path.encode()))
            archive.writestr(entry, content)
    return out.getvalue()


def _padding(position: int) -> bytes:
    """Return an extra field of such a length that what follows `position` and it is aligned."""
    length = -(position + _EXTRA_HEADER_BYTES) % _ALIGNMENT_BYTES
    return _EXTRA_ID.to_bytes(2, "little") + length.to_bytes(2, "little") + b"\0" * length
