"""What a style means: the materials of each role and the forms of legs, fronts, handles, edges and ornament."""

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
    wall: str = "paint_white"  # of rooms
    facade: str = ""  # of buildings; empty: as the seed chooses
    roof: str = ""
    leg: str = "tapered"
    front: str = "shaker"
    front_material: str = ""  # of doors and drawers where the text names no material
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
    profile: str = "eased"  # of the edges of tops: see engine.parts.mouldings
    height: float = 1.0  # factor on natural heights

    def material(self, role: str) -> str:
        """Return the material of a role; anything that is not a role is a material's name already."""
        value = getattr(self, role, role)
        return value if isinstance(value, str) else role


STYLES: dict[str, Style] = {
    "realistic": Style(),
    "modern": Style(
        metal="aluminium", leg="round", front="flat", handle="bar", edge=0.7, heft=0.85, wheel="split", shade="cone",
        numerals="baton", hand="baton", profile="knife", height=0.98,
        facade="paint_white", roof="zinc",
    ),
    "futuristic": Style(
        wood="plastic_white", metal="chrome", accent="screen_emissive", fabric="fabric_blue", stone="plastic_white",
        leg="round", front="channelled", handle="recessed", edge=3.0, heft=0.9, wheel="split", shade="globe",
        numerals="dots", hand="baton", ornament="light", trim="chrome", profile="bullnose",
        facade="aluminium", roof="aluminium",
    ),
    "steampunk": Style(
        wood="mahogany", metal="bronze_aged", accent="copper", fabric="leather_brown", body="bronze_aged",
        stone="slate", paint="bronze_aged", leg="turned", front="riveted", front_material="copper", handle="ring",
        edge=0.8, heft=1.15, wheel="wire", shade="bell", ornament="rivets", profile="ogee", height=1.03,
        facade="brick_red", roof="copper",
    ),
    "minimalist": Style(
        wood="birch", metal="paint_white", accent="paint_black", leg="square", front="flat", handle="edge", edge=0.4,
        heft=0.7, wheel="split", numerals="dots", hand="baton", shade="globe", profile="square", height=0.96,
        facade="concrete", roof="concrete",
    ),
    "rustic": Style(
        wood="wood_reclaimed", metal="iron_black", accent="iron_cast", fabric="leather_brown", stone="slate",
        body="wood_reclaimed", leg="block", front="planked", handle="strap", edge=1.6, heft=1.5, wheel="steel",
        shade="empire", ornament="straps", trim="iron_black", profile="chamfer",
        facade="sandstone", roof="thatch",
    ),
    "art deco": Style(
        wood="ebony", metal="gold", accent="gold", fabric="velvet", stone="marble_green", body="lacquer_black",
        leg="stepped", front="fluted", front_material="lacquer_black", handle="shell", edge=0.5, heft=1.1,
        wheel="wire", shade="tiered",
        hand="breguet", ornament="deco", trim="gold", profile="step", height=1.03,
        facade="paint_white", roof="copper_verdigris",
    ),
    "industrial": Style(
        wood="wood_reclaimed", metal="gunmetal", accent="steel_brushed", fabric="leather_tan", stone="concrete_boarded",
        body="steel_brushed", wall="brick_red", leg="pipe", front="riveted", front_material="iron_black",
        handle="pipe", edge=0.3, heft=1.1,
        wheel="steel", shade="dome", numerals="baton", hand="sword", ornament="bolts", trim="steel_galvanised",
        profile="square",
        facade="brick_red", roof="steel_galvanised",
    ),
    "contemporary": Style(
        wood="walnut", accent="brass_polished", fabric="linen", leg="hairpin", metal="brass_brushed",
        front="flat", handle="bar", edge=1.2, wheel="split", numerals="baton", hand="sword", ornament="inlay",
        facade="walnut", roof="iron_black",
    ),
    "victorian": Style(
        wood="mahogany", metal="brass_polished", accent="brass_polished", fabric="velvet", body="enamel_white",
        leg="turned", front="raised", handle="ring", edge=1.0, heft=1.1, wheel="wire", shade="bell",
        ornament="beading", trim="gold", profile="ogee", height=1.05,
        facade="brick_red", roof="slate",
    ),
    "gothic": Style(
        wood="oak_dark", metal="iron_black", accent="iron_black", fabric="velvet", stone="limestone",
        body="limestone", leg="clustered", front="arched", handle="ring", edge=0.4, heft=1.2, wheel="wire",
        shade="cone", ornament="tracery", trim="iron_black", profile="chamfer", height=1.08,
        facade="limestone", roof="slate",
    ),
    "scandinavian": Style(
        wood="ash", metal="paint_white", accent="beech", fabric="wool", leg="splayed", front="flat", handle="knob",
        edge=1.4, heft=0.9, wheel="split", shade="drum", numerals="baton", hand="baton", profile="bullnose",
        height=0.98, facade="paint_red", roof="iron_black",
    ),
    "mid century": Style(
        wood="teak", metal="brass_polished", accent="brass_polished", fabric="fabric_blue", leg="splayed",
        front="slatted", handle="recessed", edge=1.2, heft=0.85, wheel="spoke", shade="cone", numerals="baton",
        hand="sword", profile="knife", height=0.96,
        facade="teak", roof="concrete",
    ),
    "bauhaus": Style(
        wood="lacquer_black", metal="chrome", accent="paint_red", fabric="leather_black", body="paint_white",
        leg="angle", front="flat", front_material="paint_white", handle="bar", edge=0.2, heft=0.8, wheel="steel",
        shade="globe", numerals="dots",
        hand="baton", ornament="inlay", trim="paint_red", profile="square",
        facade="paint_white", roof="paint_black",
    ),
    "japanese": Style(
        wood="cedar", metal="iron_black", accent="lacquer_red", stone="basalt", body="paper", leg="square",
        front="lattice", front_material="paper", handle="recessed", edge=0.4, heft=0.9, wheel="split",
        fabric="cotton", shade="empire", numerals="baton",
        hand="baton", ornament="lattice", trim="walnut", profile="chamfer", height=0.92,
        facade="wood_charred", roof="slate",
    ),
    "baroque": Style(
        wood="walnut", metal="gold", accent="gold", fabric="velvet", stone="marble_white", body="paint_white",
        leg="cabriole", front="raised", handle="bow", edge=1.2, heft=1.3, wheel="wire", shade="bell", hand="breguet",
        ornament="beading", trim="gold", profile="ogee", height=1.06,
        facade="paint_white", roof="copper_verdigris",
    ),
    "cyberpunk": Style(
        wood="paint_black", metal="carbon_fibre", accent="screen_emissive", fabric="leather_black",
        stone="concrete_boarded", body="carbon_fibre", paint="paint_black", wall="concrete", leg="angle",
        front="channelled", handle="edge",
        edge=0.3, heft=1.0, wheel="split", shade="cone", numerals="dots", hand="baton", ornament="light", trim="chrome",
        glow="neon", glow_tint="#ff3fb4", profile="chamfer",
        facade="iron_black", roof="iron_black",
    ),
}  # fmt: skip

ALIASES: dict[str, str] = {
    "sci fi": "futuristic", "scifi": "futuristic", "science fiction": "futuristic", "space age": "futuristic",
    "high tech": "futuristic", "hi tech": "futuristic", "clockpunk": "steampunk", "dieselpunk": "steampunk",
    "minimal": "minimalist", "minimalistic": "minimalist", "minimalism": "minimalist", "farmhouse style": "rustic",
    "country": "rustic", "country style": "rustic", "cottage style": "rustic", "shabby chic": "rustic",
    "cottagecore": "rustic", "vintage": "rustic", "deco": "art deco", "artdeco": "art deco", "gatsby": "art deco",
    "loft": "industrial", "loft style": "industrial", "factory style": "industrial", "sleek": "modern",
    "modernist": "modern", "retro": "mid century", "midcentury": "mid century", "mid century modern": "mid century",
    "danish": "scandinavian", "nordic": "scandinavian", "scandi": "scandinavian", "swedish": "scandinavian",
    "hygge": "scandinavian", "japandi": "japanese", "zen": "japanese", "oriental": "japanese",
    "edwardian": "victorian", "regency": "victorian", "georgian": "victorian", "rococo": "baroque",
    "louis xv": "baroque", "renaissance": "baroque", "medieval": "gothic", "neon": "cyberpunk",
    "classic": "realistic", "traditional": "realistic", "photorealistic": "realistic", "ordinary": "realistic",
    "vaporwave": "cyberpunk", "synthwave": "cyberpunk", "de stijl": "bauhaus", "functionalist": "bauhaus",
}  # fmt: skip


def style_named(name: str) -> Style:
    """Return a style, also by another name; an unknown one is realistic."""
    return STYLES.get(ALIASES.get(name, name), STYLES["realistic"])
