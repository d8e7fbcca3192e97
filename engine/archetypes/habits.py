"""What a style gives an object where its drawing does not say: edges, profiles, fronts, and which way a foot points."""

from math import atan2, degrees

from domain.spec import Property
from engine.archetypes.brief import Brief

Triple = tuple[float, float, float]
_BOXES = frozenset({"box", "slab", "board", "plinth", "beam"})
_SKINS = frozenset({"car_body", "streamlined", "fuselage", "hull"})  # bodies that wear a style's livery
_STRIPES = ("stripe", "two stripes", "three stripes")
_LIVERY_LEAST_M = 0.5  # smaller bodies stay plain
_DIRECTED = frozenset({"sabre", "cabriole", "splayed", "angle"})  # legs whose foot points to +x and +z


def habits(kind: str, size: Triple, properties: dict[str, Property], brief: Brief) -> dict[str, Property]:
    """Return the properties with those of the style added that the drawing leaves open."""
    own: dict[str, Property] = {}
    style = brief.style
    if kind == "table_top" and style.profile != "eased":
        own["profile"] = style.profile
    elif kind in _BOXES and style.edge != 1.0:
        own["radius_m"] = min(0.004 * style.edge, 0.1 * min(style.edge, 2.0) * min(size))
    elif kind == "cabinet":
        own |= {"front": style.front, "handle": style.handle if brief.has("handle", default=True) else "none"}
        if style.front_material and not (brief.materials or brief.colors):
            own["fronts_material"] = style.front_material
    elif kind in _SKINS and size[2] > 2 * _LIVERY_LEAST_M and size[1] > _LIVERY_LEAST_M:
        own |= _dressed(brief, properties)
    elif kind in ("front", "handle"):
        own["style"] = style.front if kind == "front" else style.handle
    return own | properties


def _dressed(brief: Brief, properties: dict[str, Property]) -> dict[str, Property]:
    """Return the stripes that the text asks of a body which has none of its own, else the style's ornament."""
    drawn = any(properties.get(name) for name in ("stripes", "stripe", "racing", "livery"))
    if not drawn and "livery" not in properties and brief.has("stripe", "striped"):
        count = brief.count("stripe", 1, least=1, most=3)
        stripe = brief.of("stripe", "paint_white" if "paint_white" not in brief.materials else "paint_red")
        return {"livery": _STRIPES[count - 1], "stripe_material": stripe["material"], "stripe_color": stripe["color"]}
    is_painted = bool(brief.colors) and "vintage" in brief.words and brief.style.ornament == "straps"
    return livery_of(brief) if brief.style.ornament != "none" and not is_painted else {}


def livery_of(brief: Brief) -> dict[str, Property]:
    """Return how a vehicle's body is dressed: the style's ornament and what its pieces are made of."""
    style = brief.style
    if brief.excluded & {"ornament", "decoration", style.ornament}:
        return {}
    trim = brief.of("ornament trim decoration", "trim")
    return {
        "livery": style.ornament, "ornament_material": trim["material"], "ornament_color": trim["color"],
        "bolts_material": style.material("metal"), "band_material": "copper", "beads_material": "gold",
        "boards_material": style.material("wood"), "light_material": style.material("glow"),
        "light_color": style.glow_tint, "rim_material": "plastic_black",
    }  # fmt: skip


def leg_turn(kind: str, at: Triple, turn: Triple, properties: dict[str, Property]) -> Triple:
    """Return the turn of a leg so that its foot points away from the middle of the drawing."""
    if kind != "leg" or any(turn) or properties.get("style") not in _DIRECTED or not (at[0] or at[2]):
        return turn
    quarter = round((degrees(atan2(at[0], at[2])) - 45.0) / 90.0)
    return (0.0, 90.0 * quarter, 0.0)
