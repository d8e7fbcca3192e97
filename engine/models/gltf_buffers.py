"""The bytes of a glTF: its buffers, from the file itself, from data URIs, or from the ZIP that it came in."""

import base64
import binascii
import re
from urllib.parse import unquote, unquote_to_bytes

from domain.errors import Invalid
from engine.models import gltf_meshopt
from engine.models.files import Files
from engine.models.gltf_schema import Buffer, Document, picked
from engine.models.limits import Reading

_DATA = re.compile(r"data:[^,]{0,200}?(;base64)?,")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//|\\\\")


def content_of(uri: str, files: Files) -> bytes:
    """Return what a URI of a glTF stands for.

    Raises
    ------
    Invalid
        It points outside of what was sent, or is not one.
    """
    if uri[:5].lower() == "data:":
        return _decoded(uri)
    if _SCHEME.match(uri):
        raise Invalid(
            "The glTF points at a file elsewhere; that is never fetched. Send a GLB, or a ZIP with all of its files",
            field="uri", allowed=["data URI", "file in the same ZIP"],
        )  # fmt: skip
    content = files.found(unquote(uri))
    if content is None:
        raise Invalid("A file that the glTF needs did not come with it; send a GLB, or a ZIP with all of its files",
                      field="uri", file=uri[:200])  # fmt: skip
    return content


def is_absent(uri: str, files: Files) -> bool:
    """Return whether a URI names a file that should have come along and did not."""
    return uri[:5].lower() != "data:" and not _SCHEME.match(uri) and files.found(unquote(uri)) is None


def _decoded(uri: str) -> bytes:
    head = _DATA.match(uri)
    if head is None:
        raise Invalid("A data URI of the glTF cannot be read", field="uri")
    if not head.group(1):
        return unquote_to_bytes(uri[head.end() :])
    try:
        text = uri[head.end() :]
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Invalid("A data URI of the glTF is not base64", field="uri") from error


class Buffers:
    """Buffers and buffer views of a document; every access is checked."""

    def __init__(self, document: Document, binary: bytes, files: Files, reading: Reading) -> None:
        self._document, self._binary, self._files, self._reading = document, binary, files, reading
        self._buffers: dict[int, memoryview] = {}
        self._unpacked: dict[int, memoryview] = {}

    def view(self, number: int) -> memoryview:
        """Return the bytes of a buffer view, unpacked if meshopt packed them."""
        view = picked(self._document.buffer_views, number, "buffer view")
        packed = gltf_meshopt.packing_of(view)
        if packed is None:
            return self.part(view.buffer, view.byte_offset, view.byte_length)
        if number not in self._unpacked:
            if packed.count * packed.byte_stride > view.byte_length:
                raise Invalid(
                    "A compressed buffer view of the glTF holds more than it says", field="EXT_meshopt_compression"
                )
            self._reading.take(packed.count * packed.byte_stride)
            content = self.part(packed.buffer, packed.byte_offset, packed.byte_length)
            self._unpacked[number] = memoryview(gltf_meshopt.unpacked(packed, content))
        return self._unpacked[number]

    def stride(self, number: int) -> int | None:
        """Return the distance between elements of a view, bytes, where it says one."""
        view = picked(self._document.buffer_views, number, "buffer view")
        packed = gltf_meshopt.packing_of(view)
        return view.byte_stride or (packed.byte_stride if packed else None)

    def part(self, buffer: int, start: int, length: int) -> memoryview:
        """Return a run of bytes in a buffer."""
        content = self._buffer(buffer)
        if start + length > len(content):
            raise Invalid("A buffer view of the glTF lies outside of its buffer", field="bufferViews")
        return content[start : start + length]

    def _buffer(self, number: int) -> memoryview:
        if number not in self._buffers:
            self._buffers[number] = memoryview(self._loaded(number, picked(self._document.buffers, number, "buffer")))
        return self._buffers[number]

    def _loaded(self, number: int, buffer: Buffer) -> bytes:
        if buffer.uri is None and number != 0:
            raise Invalid("A buffer of the glTF has no content", field="buffers")
        content = self._binary if buffer.uri is None else content_of(buffer.uri, self._files)
        if len(content) < buffer.byte_length:
            raise Invalid("A buffer of the glTF is shorter than it says", field="buffers")
        return content
