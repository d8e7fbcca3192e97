"""Measurements of the free floor of a room: the largest circle to turn in, and the narrowest place on the way.

The floor is a grid; each free cell knows how far it is from the nearest obstacle (an exact distance transform after
Felzenszwalb and Huttenlocher, "Distance transforms of sampled functions", 2012). The way to a thing is the one whose
narrowest place is widest.
"""

import heapq
from collections.abc import Iterator
from math import ceil, inf, sqrt

from domain.compliance.site import Rectangle, Site, apart, root_of
from domain.compliance.types import Measured, Value

HEADROOM_M = 2.03
STEP_M_MIN = 0.05
CELLS_MAX = 16_000
FLAT_M = 0.03  # lower things are walked over
REACH_M = 0.5
USED = ("bed", "sofa", "desk", "dining table", "toilet", "washbasin", "bathtub", "shower", "wardrobe")
USED_PARTS = ("bathtub", "basin", "shower_tray", "sink", "oven")  # where they belong to the room itself
_FIXED = ("basin", "shower tray", "sink", "oven")
NO_FLOOR = "The design is no room with a floor and walls"
SAME_M = 1e-6
Sides = tuple[bool, bool, bool, bool]
"""Whether the sides of lowest x, lowest z, highest x and highest z are open: no wall is drawn there."""
CLOSED: Sides = (False, False, False, False)


class Grid:
    """The floor of a room in square cells."""

    def __init__(self, room: Rectangle, obstacles: list[Rectangle], sides: Sides) -> None:
        x0, z0, x1, z1 = room
        self.step = max(STEP_M_MIN, sqrt((x1 - x0) * (z1 - z0) / CELLS_MAX))
        self.columns, self.rows = max(ceil((x1 - x0) / self.step), 1), max(ceil((z1 - z0) / self.step), 1)
        self._x0, self._z0 = x0, z0
        self._near = [[inf] * self.columns for _ in range(self.rows)]
        for obstacle in obstacles:
            self._block(obstacle)
        self._sides = sides
        self.clear = self._distances()

    def _block(self, taken: Rectangle) -> None:
        """Mark the cells whose middle lies in an obstacle."""
        first, last = (taken[0] - self._x0) / self.step - 0.5, (taken[2] - self._x0) / self.step - 0.5
        top, end = (taken[1] - self._z0) / self.step - 0.5, (taken[3] - self._z0) / self.step - 0.5
        for row in range(max(ceil(top), 0), min(int(end) + 1 if end >= 0 else 0, self.rows)):
            for column in range(max(ceil(first), 0), min(int(last) + 1 if last >= 0 else 0, self.columns)):
                self._near[row][column] = 0.0

    def _distances(self) -> list[list[float]]:
        """Return how far each cell's middle is from the nearest obstacle or wall, metres: at most half the room."""
        most = self.step * max(self.columns, self.rows) / 2
        near = [_transformed(row) for row in self._near]
        flipped = [_transformed(list(column)) for column in zip(*near, strict=True)]
        return [
            [
                min(self.step * max(sqrt(square) - 0.5, 0.0), (self._to_wall(row, column) + 0.5) * self.step, most)
                for column, square in enumerate(line)
            ]
            for row, line in enumerate(zip(*flipped, strict=True))
        ]

    def _to_wall(self, row: int, column: int) -> float:
        """Return how many cells lie between one and the nearest side that is not open."""
        cells = (column, row, self.columns - 1 - column, self.rows - 1 - row)
        return min((cell for cell, is_open in zip(cells, self._sides, strict=True) if not is_open), default=inf)

    def place(self, row: int, column: int) -> tuple[float, float]:
        """Return x and z of a cell's middle."""
        return self._x0 + (column + 0.5) * self.step, self._z0 + (row + 0.5) * self.step

    def beside(self, row: int, column: int) -> Iterator[tuple[int, int]]:
        """Return the cells around one."""
        for y, x in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            if 0 <= y < self.rows and 0 <= x < self.columns:
                yield y, x

    def _entries(self) -> Iterator[tuple[int, int]]:
        """Return the cells along the open sides."""
        left, back, right, front = self._sides
        for row in range(self.rows):
            yield from ((row, column) for column, is_open in ((0, left), (self.columns - 1, right)) if is_open)
        for column in range(self.columns):
            yield from ((row, column) for row, is_open in ((0, back), (self.rows - 1, front)) if is_open)

    def ways(self) -> list[list[float]]:
        """Return the narrowest clearance on the widest way from the open edges to each cell, metres."""
        best = [[0.0] * self.columns for _ in range(self.rows)]
        queue = [(-self.clear[row][column], row, column) for row, column in self._entries()]
        heapq.heapify(queue)
        while queue:
            width, row, column = heapq.heappop(queue)
            if best[row][column] >= -width:
                continue
            best[row][column] = -width
            for y, x in self.beside(row, column):
                reach = min(-width, self.clear[y][x])
                if reach > best[y][x]:
                    heapq.heappush(queue, (-reach, y, x))
        return best


def _transformed(values: list[float]) -> list[float]:
    """Return the lower envelope of parabolas: min over q of (p - q)² + values[q]."""
    hull: list[int] = []
    starts: list[float] = []
    for q, value in enumerate(values):
        if value == inf:
            continue
        start = -inf
        while hull:
            last = hull[-1]
            start = ((value + q * q) - (values[last] + last * last)) / (2 * (q - last))
            if start > starts[-1]:
                break
            hull.pop()
            starts.pop()
            start = -inf
        hull.append(q)
        starts.append(start)
    if not hull:
        return values
    found, k = [], 0
    for p in range(len(values)):
        while k + 1 < len(hull) and starts[k + 1] <= p:
            k += 1
        found.append((p - hull[k]) ** 2 + values[hull[k]])
    return found


def _grid(site: Site, sides: Sides) -> Grid | None:
    if site.room is None:
        return None
    obstacles = [
        site.plan(thing)
        for thing in site.things
        if site.top(thing) > FLAT_M and site.bottom(thing) < HEADROOM_M and thing.type not in ("floor", "skirting")
    ]
    return Grid(site.room, obstacles, sides)


def _open_sides(site: Site) -> Sides:
    """Return at which sides the room ends with its floor, not with a wall."""
    if site.room is None or site.floor is None:
        return CLOSED
    a, b, c, d = (abs(one - other) < SAME_M for one, other in zip(site.room, site.plan(site.floor), strict=True))
    return a, b, c, d


def turning_circle(site: Site) -> Measured:
    """Measure the largest circle on a room's floor that nothing lower than 2.03 m reaches into."""
    grid = _grid(site, CLOSED)
    if grid is None:
        return Measured(missing=NO_FLOOR)
    return Measured((Value("", 2 * max(map(max, grid.clear))),))


def route_width(site: Site) -> Measured:
    """Measure the narrowest place on the widest way from a room's open sides to each thing that is used."""
    grid = _grid(site, _open_sides(site))
    if grid is None:
        return Measured(missing=NO_FLOOR)
    if not any(_open_sides(site)):
        return Measured(missing="All sides of the room have walls, and no doorway is drawn in them")
    wanted: dict[str, list[Rectangle]] = {}
    for thing in site.things:
        name = thing.part_of if root_of(thing.part_of) in USED else thing.id if root_of(thing.id) in USED_PARTS else ""
        if name and site.bottom(thing) < HEADROOM_M:
            wanted.setdefault(name, []).append(site.plan(thing))
    if not wanted:
        return Measured(missing=f"The room shows none of what counts here: {', '.join((*USED, *_FIXED))}")
    ways = grid.ways()
    return Measured(tuple(Value(name, 2 * _reached(grid, ways, _around(plans))) for name, plans in wanted.items()))


def _around(plans: list[Rectangle]) -> Rectangle:
    xs, zs, xe, ze = zip(*plans, strict=True)
    return min(xs), min(zs), max(xe), max(ze)


def _reached(grid: Grid, ways: list[list[float]], plan: Rectangle) -> float:
    """Return the best clearance among the cells from which a thing is in reach."""
    best = 0.0
    for row in range(grid.rows):
        for column in range(grid.columns):
            if ways[row][column] > best:
                x, z = grid.place(row, column)
                if apart(plan, (x, z, x, z)) <= REACH_M:
                    best = ways[row][column]
    return best
