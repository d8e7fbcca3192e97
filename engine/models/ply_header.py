"""The head of a PLY: which elements it has, of which properties."""

from dataclasses import dataclass, field

from domain.errors import Invalid
from engine.models.limits import within

_HEAD_BYTES_MOST = 1 << 16
_PROPERTIES_MOST = 256
_TYPES = {
    "char": "i1", "int8": "i1", "uchar": "u1", "uint8": "u1", "short": "i2", "int16": "i2", "ushort": "u2",
    "uint16": "u2", "int": "i4", "int32": "i4", "uint": "u4", "uint32": "u4", "float": "f4", "float32": "f4",
    "double": "f8", "float64": "f8",
}  # fmt: skip
_ORDERS = {"ascii": "", "binary_little_endian": "<", "binary_big_endian": ">"}


@dataclass(frozen=True, slots=True)
class Property:
    """A named number of each row, or with `count` (the type of its length) a list of them; types are numpy's."""

    name: str
    type: str
    count: str = ""


@dataclass(slots=True)
class Element:
    """Rows of one kind."""

    name: str
    count: int
    properties: list[Property] = field(default_factory=list)

    @property
    def has_lists(self) -> bool:
        """Tell whether the rows may differ in length."""
        return any(each.count for each in self.properties)


@dataclass(slots=True)
class Header:
    """What a PLY says about itself; `order` is "<", ">" or "" for text, `start` where its rows begin."""

    order: str
    start: int
    elements: list[Element]
    textures: list[str]


def header_of(data: bytes) -> Header:
    """Return the head of a PLY.

    Raises
    ------
    Invalid
        It does not end, or a line of it is not understood.
    """
    end = data.find(b"end_header", 0, _HEAD_BYTES_MOST)
    newline = data.find(b"\n", end) if end >= 0 else -1
    if newline < 0:
        raise Invalid("The head of the PLY does not end", field="file")
    lines = [line.split() for line in data[:end].decode("latin-1").splitlines()]
    header = Header("?", newline + 1, [], [])
    for words in lines[1:]:
        if words:
            _add(header, words)
    if header.order == "?":
        raise Invalid("The PLY does not say how its rows are written", field="format", allowed=list(_ORDERS))
    return header


def _add(header: Header, words: list[str]) -> None:
    match words:
        case ["format", order, *_] if order in _ORDERS:
            header.order = _ORDERS[order]
        case ["element", name, count] if count.isdecimal() and len(count) < 16:
            header.elements.append(Element(name, int(count)))
            within(len(header.elements), _PROPERTIES_MOST, "elements_max", "elements")
        case ["property", "list", count, kind, name] if header.elements and count in _TYPES and kind in _TYPES:
            _check_count(count)
            _append(header.elements[-1], Property(name, _TYPES[kind], _TYPES[count]))
        case ["property", kind, name] if header.elements and kind in _TYPES:
            _append(header.elements[-1], Property(name, _TYPES[kind]))
        case ["comment" | "obj_info", *rest]:
            if len(rest) > 1 and rest[0].lower() == "texturefile":
                header.textures.append(" ".join(rest[1:]))
        case _:
            raise Invalid("A line in the head of the PLY is not understood", field=words[0][:32])


def _append(element: Element, new: Property) -> None:
    within(len(element.properties) + 1, _PROPERTIES_MOST, "properties_max", "properties")
    if any(each.name == new.name for each in element.properties):
        raise Invalid("An element of the PLY has two properties of the same name", field=element.name[:32])
    element.properties.append(new)


def _check_count(count: str) -> None:
    if _TYPES[count][0] == "f":
        raise Invalid("A list of the PLY has no whole number of entries", field="property")
