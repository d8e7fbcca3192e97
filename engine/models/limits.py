"""How much of a file is read, and what is noticed on the way."""

from dataclasses import dataclass, field

from domain.errors import TooLarge


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """The most that one file may hold; each is checked before memory is spent on it."""

    bytes_max: int = 1 << 30
    json_bytes_max: int = 1 << 28
    json_objects_max: int = 3_000_000
    triangles_max: int = 5_000_000  # as the scene shows them: a mesh that is shown twice counts twice
    corners_max: int = 20_000_000
    decoded_bytes_max: int = 3 << 30  # of all arrays that are made from the file
    surfaces_max: int = 50_000
    nodes_max: int = 100_000
    depth_max: int = 256
    joints_max: int = 1_000_000  # of all skins
    pictures_max: int = 1_000
    picture_pixels_max: int = 1 << 27
    zip_entries_max: int = 2_000
    zip_bytes_max: int = 2 << 30
    zip_ratio_max: int = 200  # of entries over a mebibyte
    draco_s: float = 1.0  # of the processor, for unpacking all Draco parts, and as much for each million triangles
    draco_mib: int = 4096  # that unpacking a Draco part may take


@dataclass(slots=True)
class Reading:
    """One file being read: its limits, what it has taken of them, and what was left out."""

    limits: ReadLimits = field(default_factory=ReadLimits)
    taken_bytes: int = 0
    taken_triangles: int = 0
    taken_corners: int = 0
    noted: dict[str, None] = field(default_factory=dict)

    def take(self, size_bytes: int) -> None:
        """Account for an array before it is made."""
        self.taken_bytes += size_bytes
        within(self.taken_bytes, self.limits.decoded_bytes_max, "decoded_bytes_max", "bytes when decoded")

    def note(self, sentence: str) -> None:
        """Remember that something was left out; the same sentence stands once."""
        self.noted[sentence] = None

    def triangles(self, count: int) -> None:
        """Account for triangles before they are made."""
        self.taken_triangles += count
        within(self.taken_triangles, self.limits.triangles_max, "triangles_max", "triangles")

    def corners(self, count: int) -> None:
        """Account for corners before they are made."""
        self.taken_corners += count
        within(self.taken_corners, self.limits.corners_max, "corners_max", "corners")


def within(count: int, most: int, limit: str, things: str) -> None:
    """Refuse a count over a limit, naming both.

    Raises
    ------
    TooLarge
        There are more than `most`.
    """
    if count > most:
        raise TooLarge(f"The file has {count:,} {things}; at most {most:,} are read", limit=limit, most=most)
