"""A pocket watch that lies on its back; its bench serves the wristwatch and the alarm clock too.

Plan coordinates below are millimetres of a 50 mm watch: x to the right, y towards twelve o'clock (−z in the scene).
"""

from dataclasses import dataclass

import numpy as np

from domain.spec import Property
from engine.archetypes.brief import Brief, Finish, Triple
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.register import archetype
from engine.parts.gears import phase_to_mesh

_MODULE = 0.5
_PLATE_TOP, _GEAR_Y, _BRIDGE_Y, _DIAL_Y, _CASE_TOP = 3.1, 3.3, 6.0, 7.8, 9.8


@dataclass(frozen=True, slots=True)
class _Wheel:
    """A gear of the train: its teeth, the wheel it meshes with, and the direction from that one."""

    teeth: int
    drives_from: int
    bearing_deg: float
    spokes: int
    metal: str
    is_curved: bool = False


_TRAIN = (
    _Wheel(26, -1, 0.0, 5, "brass_polished"),
    _Wheel(28, 0, 120.0, 6, "brass_polished", is_curved=True),
    _Wheel(22, 0, 20.0, 5, "copper"),
    _Wheel(18, 2, -80.0, 4, "gold"),
    _Wheel(14, 1, 215.0, 4, "steel_brushed"),
    _Wheel(14, 1, -5.0, 0, "copper"),
)


@archetype(
    "pocket watch", "object", "timepiece",
    "pocket watch, pocketwatch, fob watch, timepiece, chronometer, clockwork watch, stopwatch, taschenuhr, montre à "
    "gousset, "
    "reloj de bolsillo, "
    "hunter watch, half hunter, railroad watch, watch on a chain, watch with a chain, gentleman's watch",
    hints="clock, clockwork, gear, tell time",
    about=(
        "A pocket watch: a round watch with a lid or glass on a chain, kept in the waistcoat pocket to tell the "
        "time."
    ),
    parts="case, dial, hand, crown, bow, chain, bezel, bridge, gear, plate, numeral",
)  # fmt: skip
def pocket_watch(drawing: Drawing, brief: Brief) -> None:
    """Draw case, dial, hands, glass, crown, bow and chain; with exposed gears the train and its bridges too."""
    width, _, _ = brief.box(0.05, 0.0145, 0.05, keeps_shape=True)
    bench = Bench(drawing, brief, width / 50.0)
    is_open = brief.has("exposed gears", "skeleton", "gears", default=brief.style_name == "steampunk")
    bench.case()
    if is_open:
        bench.movement()
    bench.dial(opening=0.67 if is_open else 0.0)
    bench.hands()
    bench.glass()
    bench.crown_and_bow()
    if brief.has("chain", default=True):
        bench.chain()


@dataclass(slots=True)
class Bench:
    """Where the watch is put together; `mm` is one millimetre of the 50 mm watch in metres."""

    drawing: Drawing
    brief: Brief
    mm: float

    def put(
        self,
        kind: str,
        size: Triple,
        x: float,
        y: float,
        up: float,
        *,
        material: str,
        color: str = "",
        turn_deg: float = 0.0,
        name: str = "",
        **properties: Property,
    ) -> None:
        """Draw a thing on the plan, all in millimetres."""
        width, height, depth = (value * self.mm for value in size)
        at = (x * self.mm, up * self.mm, -y * self.mm)
        self.drawing.add(
            kind,
            (width, height, depth),
            at,
            material=material,
            color=color,
            turn=(0.0, turn_deg, 0.0),
            name=name,
            **properties,
        )

    def case(self) -> None:
        """Draw the case and its bezel."""
        metal = self.brief.of("case body", case_metal(self.brief), is_main=True)
        rim = self.brief.of("bezel rim", metal["material"], is_accent=True)
        ornament = {"steampunk": "rivets", "modern": "plain", "minimalist": "plain", "futuristic": "stepped"}
        style = ornament.get(kin(self.brief), self.brief.choose("coin", "stepped"))
        self.put(
            "watch_case", (50, _CASE_TOP, 50), 0, 0, 0, name="case", is_fluted=style in ("coin", "rivets"), **metal
        )
        self.put("bezel", (49.4, 3.4, 49.4), 0, 0, _CASE_TOP - 0.2, style=style, **rim)

    def movement(self) -> None:
        """Draw the plate, the meshing train, the balance and the bridges."""
        self.put("mainplate", (42, 1.3, 42), 0, 0, 1.9, **self.brief.of("plate movement", "silver"))
        places = self._train()
        self.put(
            "escape_wheel",
            (7.2, 1.1, 7.2),
            6.2,
            -10.8,
            _GEAR_Y + 0.3,
            teeth=15,
            material="steel_brushed",
            name="escape_wheel",
        )
        self.put("arbor", (1.0, 3.2, 1.0), 6.2, -10.8, _PLATE_TOP - 0.2, material="steel_brushed")
        self.put(
            "balance_wheel",
            (12.6, 1.5, 12.6),
            -6.5,
            -10.5,
            _GEAR_Y + 1.2,
            material="brass_polished",
            turn_deg=self.brief.vary(0, 90),
        )
        self.put("arbor", (1.0, 3.4, 1.0), -6.5, -10.5, _PLATE_TOP - 0.2, material="steel_brushed")
        self._bridge([(18.2, 8.4), places[2], places[3], (17.4, -10.4)], 3.4, jewels=[places[2], places[3]])
        self._bridge([(-15.6, 14.4), places[1], places[5], (9.2, 17.2)], 3.6, jewels=[places[1], places[5]])
        self._bridge([(-17.0, -9.6), (-6.5, -10.5)], 3.2, jewels=[(-6.5, -10.5)])
        self._bridge([(4.4, -18.6), (6.2, -10.8)], 2.6, jewels=[(6.2, -10.8)])

    def _train(self) -> list[tuple[float, float]]:
        """Draw the gears so that their teeth mesh, and return where they stand."""
        places: list[tuple[float, float]] = []
        phases: list[float] = []
        tones = self.brief.of("gear", "", is_accent=False)
        for wheel in _TRAIN:
            place, phase = _meshed(wheel, places, phases)
            places.append(place)
            phases.append(phase)
            tip = (wheel.teeth + 2) * _MODULE
            metal = Finish(material=tones["material"] or wheel.metal, color=tones["color"])
            self.put(
                "gear",
                (tip, 1.2, tip),
                *place,
                _GEAR_Y,
                turn_deg=phase,
                teeth=wheel.teeth,
                spokes=wheel.spokes,
                bore=0.06,
                is_curved=wheel.is_curved,
                **metal,
            )
            if len(places) > 1:
                self.put("arbor", (1.1, 2.9, 1.1), *place, _PLATE_TOP - 0.2, material="steel_brushed")
                self.put(
                    "gear",
                    (3.6, 1.5, 3.6),
                    *place,
                    _GEAR_Y + 0.9,
                    teeth=10,
                    spokes=0,
                    bore=0.12,
                    material="steel_brushed",
                    name="pinion",
                    turn_deg=phase,
                )
        self.put("jewel", (1.9, 0.7, 1.9), *places[4], _PLATE_TOP + 2.4, material="enamel_white", color="#c2123c")
        return places

    def _bridge(self, path: list[tuple[float, float]], band: float, *, jewels: list[tuple[float, float]]) -> None:
        """Draw a bridge on its pillars, with a screw at each free end and a jewel over each pivot."""
        points = np.array(path)
        margin = band * 0.62
        low, high = points.min(axis=0) - margin, points.max(axis=0) + margin
        middle, half = (low + high) / 2, (high - low) / 2
        metal = self.brief.of("bridge plate", "brass_polished", is_accent=True)
        self.put(
            "bridge",
            (2 * half[0], 1.3, 2 * half[1]),
            middle[0],
            middle[1],
            _BRIDGE_Y,
            path=[float(v) for v in ((points - middle) / half).ravel()],
            band_m=band * self.mm,
            **metal,
        )
        for x, y in (path[0], path[-1]):
            if (x, y) not in jewels:
                self.put(
                    "pillar", (band * 0.9, _BRIDGE_Y - _PLATE_TOP + 0.4, band * 0.9), x, y, _PLATE_TOP - 0.2, **metal
                )
                self.put(
                    "screw",
                    (2.0, 0.6, 2.0),
                    x * 0.93,
                    y * 0.93,
                    _BRIDGE_Y + 1.2,
                    material="steel_brushed",
                    color="#31469c",
                    turn_deg=self.brief.vary(0, 180),
                )
        for x, y in jewels:
            self.put("jewel", (2.2, 0.7, 2.2), x, y, _BRIDGE_Y + 1.0, material="enamel_white", color="#c2123c")

    def dial(self, opening: float, *, has_seconds: bool = True) -> None:
        """Draw the dial with its numerals; a closed one has small seconds at six."""
        numerals = self.brief.numerals
        ink = self.brief.of("numeral", "paint_black")
        face = self.brief.of("dial face", "paper" if self.brief.style_name == "steampunk" else "enamel_white")
        self.put("dial", (45.4, 1.5, 45.4), 0, 0, _DIAL_Y, opening=opening, numerals=numerals,
                 numerals_material=ink["material"], numerals_color=ink["color"], **face)  # fmt: skip
        if not opening and has_seconds:
            self.put("subdial", (11, 0.9, 11), 0, -10.2, _DIAL_Y + 0.85, **self.brief.of("subdial", "silver"))

    def hands(self) -> None:
        """Draw hour and minute hands at ten past ten on their arbor."""
        style = self.brief.style.hand
        blue = self.brief.of("hand", "steel_brushed")
        blue["color"] = blue["color"] or ("" if "hand" in self.brief.part_materials else "#22337a")
        up = _DIAL_Y + 1.7
        self.put("arbor", (1.6, up + 1.5 - _PLATE_TOP, 1.6), 0, 0, _PLATE_TOP - 0.3, material="steel_brushed")
        self.put("hand", (2.9, 0.55, 26), 0, 0, up, style=style, turn_deg=-305.0, name="hour_hand", **blue)
        self.put("hand", (2.3, 0.55, 37), 0, 0, up + 0.62, style=style, turn_deg=-60.0, name="minute_hand", **blue)

    def glass(self) -> None:
        """Draw the domed crystal."""
        self.put("crystal", (44, 4.2, 44), 0, 0, _CASE_TOP + 0.7, material="glass_clear")

    def crown_and_bow(self) -> None:
        """Draw what stands at twelve o'clock."""
        metal = self.brief.of("crown bow", case_metal(self.brief), is_main=True)
        height = _CASE_TOP * 0.52
        self.drawing.add(
            "pillar",
            (8 * self.mm, 4.2 * self.mm, 8 * self.mm),
            (0, (height - 2.1) * self.mm, -26 * self.mm),
            turn=(-90, 0, 0),
            name="pendant",
            **metal,
        )
        self.put(
            "crown",
            (6.6, 6.6, 6.4),
            0,
            30.6,
            height - 3.3,
            **self.brief.of("crown", "copper" if metal["material"] == "bronze_aged" else metal["material"]),
        )
        self.put("bow", (17, 2.6, 15.5), 0, 33.7, height - 1.3, **metal)

    def chain(self) -> None:
        """Draw the chain in an arc round the right side, ending in a bar for the buttonhole."""
        metal = self.brief.of("chain", case_metal(self.brief), is_main=True)
        path = np.array(
            [
                (0.4, -40.0),
                (8.0, -45.5),
                (21.0, -43.0),
                (33.0, -32.0),
                (38.0, -15.0),
                (36.5, 2.0),
                (39.0, 15.0),
                (46.0, 21.0),
            ]
        )
        low, high = path.min(axis=0), path.max(axis=0)
        middle, half = (low + high) / 2, (high - low) / 2
        self.put(
            "chain",
            (2 * half[0] + 3.4, 6.0, 2 * half[1] + 3.4),
            middle[0],
            -middle[1],
            0,
            path=[float(v) for v in ((path - middle) / (half + 1.7)).ravel()],
            pitch_m=4.0 * self.mm,
            start_height_m=3.2 * self.mm,
            **metal,
        )
        self.put("swivel", (16, 4.0, 6.0), 47.4, -22.2, 0, turn_deg=49.5, **metal)


def case_metal(brief: Brief) -> str:
    return {
        "steampunk": "bronze_aged",
        "futuristic": "chrome",
        "modern": "steel_brushed",
        "minimalist": "steel_brushed",
        "industrial": "steel_brushed",
        "contemporary": "silver",
    }.get(kin(brief), "gold")


def _meshed(wheel: _Wheel, places: list[tuple[float, float]], phases: list[float]) -> tuple[tuple[float, float], float]:
    if wheel.drives_from < 0:
        return (0.0, 0.0), 0.0
    first = _TRAIN[wheel.drives_from]
    distance = (first.teeth + wheel.teeth) * _MODULE / 2
    bearing = np.radians(wheel.bearing_deg)
    x, y = places[wheel.drives_from]
    phase = phase_to_mesh(first.teeth, phases[wheel.drives_from], wheel.teeth, wheel.bearing_deg)
    return (float(x + distance * np.cos(bearing)), float(y + distance * np.sin(bearing))), phase
