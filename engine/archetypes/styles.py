"""What a style means: the materials of each role and the forms of legs, fronts, handles and edges."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """Materials by role, and forms by what they shape."""

    wood: str = "oak"
    metal: str = "steel_brushed"
    accent: str = "chrome"
    fabric: str = "fabric_grey"
    stone: str = "marble_white"
    body: str = "plastic_white"
    paint: str = "paint_white"
    wall: str = "paint_white"
    leg: str = "tapered"
    front: str = "shaker"
    handle: str = "bar"
    edge: float = 1.0  # factor on rounded edges
    heft: float = 1.0  # factor on the thickness of legs and boards
    wheel: str = "spoke"
    shade: str = "drum"
    numerals: str = "roman"
    hand: str = "spade"
    ornament: str = "none"  # rivets, light, deco, straps, bolts, inlay, beading, tracery, lattice
    trim: str = "brass_polished"  # what ornament is made of
    glow: str = "screen_emissive"
    glow_tint: str = ""  # "#rrggbb"

    def material(self, role: str) -> str:
        """Return the material of a role; anything that is not a role is a material's name already."""
        value = getattr(self, role, role)
        return value if isinstance(value, str) else role


STYLES: dict[str, Style] = {
    "realistic": Style(),
    "modern": Style(
        wood="oak",
        metal="aluminium",
        accent="chrome",
        leg="round",
        front="flat",
        handle="bar",
        edge=0.7,
        heft=0.85,
        wheel="split",
        numerals="baton",
        hand="baton",
    ),
    "futuristic": Style(
        ornament="light",
        trim="chrome",
        wood="plastic_white",
        metal="chrome",
        accent="screen_emissive",
        fabric="fabric_blue",
        body="plastic_white",
        stone="plastic_white",
        leg="round",
        front="flat",
        handle="bar",
        edge=3.0,
        heft=0.9,
        wheel="split",
        shade="globe",
        numerals="dots",
        hand="baton",
    ),
    "steampunk": Style(
        ornament="rivets",
        wood="walnut",
        metal="bronze_aged",
        accent="copper",
        fabric="leather_brown",
        body="bronze_aged",
        stone="slate",
        paint="bronze_aged",
        leg="turned",
        front="raised",
        handle="bow",
        edge=0.8,
        heft=1.15,
        wheel="wire",
        shade="bell",
    ),
    "minimalist": Style(
        wood="pine",
        metal="paint_white",
        accent="paint_black",
        fabric="fabric_grey",
        leg="tapered",
        front="flat",
        handle="knob",
        edge=0.4,
        heft=0.75,
        wheel="split",
        numerals="dots",
        hand="baton",
        shade="globe",
    ),
    "rustic": Style(
        ornament="straps",
        trim="iron_black",
        wood="pine",
        metal="iron_black",
        accent="iron_black",
        fabric="leather_brown",
        stone="slate",
        body="pine",
        leg="square",
        front="slatted",
        handle="bow",
        edge=1.6,
        heft=1.4,
        wheel="steel",
        shade="empire",
    ),
    "art deco": Style(
        ornament="deco",
        trim="gold",
        wood="walnut",
        metal="gold",
        accent="gold",
        fabric="fabric_blue",
        stone="marble_black",
        body="paint_black",
        leg="sabre",
        front="raised",
        handle="bow",
        edge=0.5,
        heft=1.05,
        wheel="wire",
        shade="bell",
        hand="breguet",
    ),
    "industrial": Style(
        ornament="bolts",
        trim="steel_brushed",
        wood="walnut",
        metal="iron_black",
        accent="steel_brushed",
        fabric="leather_brown",
        stone="concrete",
        body="steel_brushed",
        wall="brick_red",
        leg="hairpin",
        front="flat",
        handle="bow",
        edge=0.3,
        heft=1.1,
        wheel="steel",
        shade="bell",
        numerals="baton",
        hand="sword",
    ),
    "contemporary": Style(
        ornament="inlay",
        wood="walnut",
        metal="steel_brushed",
        accent="brass_polished",
        fabric="fabric_blue",
        leg="tapered",
        front="flat",
        handle="bar",
        edge=1.2,
        wheel="split",
        numerals="baton",
        hand="sword",
    ),
}


def style_named(name: str) -> Style:
    """Return a style; an unknown one is realistic."""
    return STYLES.get(name, STYLES["realistic"])
