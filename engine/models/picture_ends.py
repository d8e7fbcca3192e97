"""Whether a picture is all there, by its own head and lengths: nothing of it is decoded."""

import struct
import zlib

_PNG, _KTX2 = b"\x89PNG\r\n\x1a\n", b"\xabKTX 20\xbb\r\n\x1a\n"
_KTX2_LEVELS_MOST = 32
_END_OF_IMAGE, _START_OF_SCAN = 0xD9, 0xDA
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))  # markers of a JPEG that have no length


def is_whole(data: bytes) -> bool:
    """Tell whether a PNG, JPEG, WebP or KTX2 goes on to its end, and the parts of a PNG that count have their sums."""
    if data.startswith(_PNG):
        return _is_whole_png(data)
    if data.startswith(b"\xff\xd8"):
        return _is_whole_jpeg(data)
    if data.startswith(b"RIFF"):
        return int.from_bytes(data[4:8], "little") + 8 <= len(data) + 1  # some leave out the last byte of filling
    return _is_whole_ktx2(data) if data.startswith(_KTX2) else True


def _is_whole_png(data: bytes) -> bool:
    """Source: PNG, third edition, section 5.3."""
    content, place = memoryview(data), len(_PNG)
    while place + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        end = place + 8 + length
        if end + 4 > len(data):
            return False
        counts = not kind[0] & 0x20
        if counts and zlib.crc32(content[place + 4 : end]) != int.from_bytes(data[end : end + 4]):
            return False
        if kind == b"IEND":
            return True
        place = end + 4
    return False


def _is_whole_jpeg(data: bytes) -> bool:
    """Source: ITU-T T.81, annex B: in what is coded, a byte of 255 is followed by a zero."""
    place = 2
    while place + 4 <= len(data):
        if data[place] != 0xFF:
            return False
        marker = data[place + 1]
        if marker == _END_OF_IMAGE:
            return True
        if marker == 0xFF or marker in _ALONE:
            place += 1 if marker == 0xFF else 2
            continue
        if marker == _START_OF_SCAN:
            return data.find(bytes((0xFF, _END_OF_IMAGE)), place) >= 0
        place += 2 + int.from_bytes(data[place + 2 : place + 4])
    return False


def _is_whole_ktx2(data: bytes) -> bool:
    """Source: KTX 2.0, section 3: the index of levels."""
    if len(data) < 80:
        return False
    levels = min(max(int.from_bytes(data[40:44], "little"), 1), _KTX2_LEVELS_MOST)
    if len(data) < 80 + 24 * levels:
        return False
    places = (struct.unpack_from("<QQ", data, 80 + 24 * level) for level in range(levels))
    return all(offset + length <= len(data) for offset, length in places)
