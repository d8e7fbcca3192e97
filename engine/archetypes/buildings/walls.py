"""The outer walls of a building: four facades with windows after its style, around a dark inside."""

from dataclasses import dataclass, field, replace

from domain.spec import DesignObject, Property
from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.makers.facades import OUT, WALL_M
from engine.parts.repeats import many

Door = tuple[float, float, float]  # along the wall from its middle, width, height
SIDES = ("front", "back", "left", "right")


@dataclass(frozen=True, slots=True)
class Windows:
    """How windows look: their form, panes, size, and how many there are along a wall."""

    form: str = "plain"
    panes: tuple[int, int] = (2, 2)
    wide_m: float = 1.15
    share: float = 0.5  # of the storey's height
    foot: float = 0.3  # of the storey's height
    every_m: float = 2.9
    has_sills: bool = True
    has_shutters: bool = False
    lintels: str = "none"


_WINDOWS: dict[str, Windows] = {
    "realistic": Windows(lintels="flat"),
    "modern": Windows(panes=(2, 1), wide_m=2.2, share=0.66, foot=0.18, every_m=3.6, has_sills=False),
    "futuristic": Windows("slot", (1, 1), 2.6, 0.42, 0.34, 3.6, has_sills=False, lintels="band"),
    "steampunk": Windows("arched", (3, 4), 1.25, 0.6, 0.24, 2.6, lintels="band"),
    "minimalist": Windows(panes=(1, 1), wide_m=1.7, share=0.7, foot=0.14, every_m=4.2, has_sills=False),
    "rustic": Windows(panes=(2, 3), wide_m=0.95, share=0.44, foot=0.32, has_shutters=True),
    "art deco": Windows(panes=(3, 5), wide_m=1.3, share=0.68, foot=0.16, every_m=2.5, lintels="flat"),
    "industrial": Windows(panes=(5, 5), wide_m=2.2, share=0.64, foot=0.2, every_m=3.0, lintels="flat"),
    "contemporary": Windows(panes=(1, 1), wide_m=1.5, share=0.76, foot=0.1, every_m=2.8, has_sills=False),
    "victorian": Windows("arched", (2, 2), 1.0, 0.64, 0.22, 2.4, lintels="band"),
    "gothic": Windows("lancet", (2, 4), 0.95, 0.7, 0.18, 2.4, lintels="band"),
    "scandinavian": Windows(panes=(2, 3), wide_m=1.05, every_m=2.6, lintels="band"),
    "mid century": Windows(panes=(4, 1), wide_m=2.9, share=0.56, foot=0.3, every_m=3.6, has_sills=False),
    "bauhaus": Windows(panes=(5, 2), wide_m=2.8, share=0.46, foot=0.34, every_m=3.4),
    "japanese": Windows(panes=(5, 5), wide_m=1.9, share=0.62, foot=0.16, every_m=2.8, lintels="flat"),
    "baroque": Windows("arched", (2, 4), 1.1, 0.66, 0.2, 2.4, lintels="band"),
    "cyberpunk": Windows("slot", (3, 1), 1.9, 0.36, 0.4, 2.8, has_sills=False, lintels="band"),
}
_DARK_FRAMES = frozenset({"modern", "minimalist", "industrial", "contemporary", "cyberpunk", "gothic", "bauhaus"})


def windows_of(brief: Brief) -> Windows:
    """Return the windows of the style; the text may ask for arched or round ones, and for shutters."""
    look = _WINDOWS.get(brief.style_name, _WINDOWS["realistic"])
    if brief.words & {"arched", "arch"}:
        look = replace(look, form="arched")
    elif brief.words & {"lancet", "pointed"}:
        look = replace(look, form="lancet")
    elif brief.words & {"porthole"}:
        look = replace(look, form="round")
    wants = brief.has(
        "shutter", default=look.has_shutters or (brief.style_name == "realistic" and brief.vary(0, 1) > 0.6),
    )  # fmt: skip
    return replace(look, has_shutters=wants)


def frames_of(brief: Brief) -> Finish:
    """Return what window frames are made of."""
    role = {"futuristic": "chrome", "steampunk": "bronze_aged", "art deco": "trim", "japanese": "wood"}.get(
        brief.style_name, "iron_black" if brief.style_name in _DARK_FRAMES else "paint_white"
    )
    return brief.of("window frame", role, is_accent=True)


def wall_of(brief: Brief, words: str, *others: str) -> Finish:
    """Return what the walls are made of: what the text says, the style's facade, else one of `others`."""
    role = brief.style.facade or brief.choose(*(others or ("brick_red", "stucco", "paint_white")))
    return brief.of(f"wall facade {words} body", role, is_main=True)


@dataclass(frozen=True, slots=True)
class Mass:
    """A box of rooms: the middle of its foot, its size, and its storeys."""

    x: float
    y: float
    z: float
    width: float
    tall: float
    depth: float
    storeys: int = 1

    @property
    def top(self) -> float:
        """Return the height of its upper edge."""
        return self.y + self.tall

    @property
    def front(self) -> float:
        """Return the z of its front."""
        return self.z + self.depth / 2


@dataclass(frozen=True, slots=True)
class Walls:
    """What differs from side to side: doors, numbers of windows (none: as many as fit), and gables."""

    doors: dict[str, list[Door]] = field(default_factory=dict)
    bays: dict[str, int] = field(default_factory=dict)
    peaks_m: dict[str, float] = field(default_factory=dict)
    top: str = "gable"
    door_form: str = "plain"
    first_storey: int = 0  # windows start here


def shell(
    drawing: Drawing, brief: Brief, mass: Mass, finish: Finish, look: Windows, walls: Walls | None = None,
) -> list[DesignObject]:  # fmt: skip
    """Draw the four outer walls of a mass and the dark inside that is seen through its windows."""
    walls = walls or Walls()
    drawing.add(
        "box", (mass.width - 0.5, mass.tall * 0.99, mass.depth - 0.5), (mass.x, mass.y, mass.z), radius_m=0.0,
        name="rooms", material="paint_black", color="#4c525b",
    )  # fmt: skip
    frame = frames_of(brief)
    trims = brief.of("shutter", brief.choose("paint_blue", "paint_red", "paint_black"))
    made = []
    for side in SIDES:
        peak = walls.peaks_m.get(side, 0.0)
        long = mass.width if side in ("front", "back") else mass.depth - 2 * WALL_M * (1 - OUT) + 0.01
        at, turn = _place(mass, side)
        doors = walls.doors.get(side, [])
        holes = window_places(mass, long, look, doors, walls.bays.get(side), walls.first_storey)
        extra: dict[str, Property] = {"peak_m": peak, "top": walls.top} if peak else {}
        if doors:
            extra |= {"doors_m": [v for u, w, h in doors for v in (u, 0.0, w, h)], "door_form": walls.door_form}
        made.append(
            drawing.add("facade", (long, mass.tall + peak, WALL_M), at, turn=(0, turn, 0), name=f"{side}_wall",
            **finish, openings_m=holes, form=look.form, columns=look.panes[0], rows=look.panes[1],
            has_sills=look.has_sills, has_shutters=look.has_shutters, lintels=look.lintels,
            frames_material=frame["material"], frames_color=frame["color"], shutters_material=trims["material"],
            shutters_color=trims["color"], **extra ),
        )  # fmt: skip
    return made


def window_places(
    mass: Mass, long: float, look: Windows, doors: list[Door], bays: int | None, first: int
) -> list[str | float]:
    """Return x, foot, width and height of every window along a wall; none where a door is."""
    count = many(long / look.every_m) if bays is None else bays
    storey = mass.tall / mass.storeys
    shutters = 1.9 if look.has_shutters else 1.0
    wide = min(look.wide_m, long / max(count, 1) * 0.84 / shutters)
    high = min(storey * look.share, wide * 2.4) if look.form != "round" else min(storey * look.share, wide)
    holes: list[str | float] = []
    for level in range(first, mass.storeys):
        foot = storey * (level + look.foot) + (storey * look.share - high) / 2
        for number in range(count):
            u = long * 0.96 * ((number + 0.5) / count - 0.5)
            is_blocked = any(foot < h + 0.25 and abs(u - at) < (w + wide * shutters) / 2 + 0.15 for at, w, h in doors)
            if not is_blocked:
                holes += [u, foot, wide, high]
    return holes


def _place(mass: Mass, side: str) -> tuple[tuple[float, float, float], float]:
    """Return where a wall's box stands so that its face is the face of the mass, and its turn."""
    inset = WALL_M * (0.5 - OUT)
    x, z = mass.width / 2 - inset, mass.depth / 2 - inset
    return {
        "front": ((mass.x, mass.y, mass.z + z), 0.0),
        "back": ((mass.x, mass.y, mass.z - z), 180.0),
        "left": ((mass.x - x, mass.y, mass.z), -90.0),
        "right": ((mass.x + x, mass.y, mass.z), 90.0),
    }[side]
