"""Keys and padlocks; the front is +z."""

from math import cos, pi, sin

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import kin
from engine.archetypes.objects.shaping import cut, pose, sized, strut, wire
from engine.archetypes.register import archetype


@archetype(
    "key", "object", "tool",
    "key, skeleton key, door key, old key, schlüssel, clé, llave antigua, antique key, house key, "
    "car key, master key, key ring, keyring, bunch of key, latchkey, church key, iron key, golden key, "
    "treasure key, dungeon key, passkey",
    about="A small metal piece that turns in a lock to open it.", parts="bow, bit, shank, ring",
)  # fmt: skip
def key(drawing: Drawing, brief: Brief) -> None:
    """Draw an old key with a trefoil bow and a cut bit, lying on its collar; a flat one for modern styles."""
    metal = brief.of(
        "body key",
        {"rustic": "iron_black", "industrial": "iron_black"}.get(kin(brief), "brass_polished"),
        is_main=True,
    )
    tool = Drawing(brief)
    if kin(brief) in ("modern", "minimalist", "futuristic", "contemporary"):
        blade = [(-0.0045, 0.0), (0.0, -0.004), (0.0045, 0.0),
                 *((0.0045 if step % 2 else (0.0022, 0.0015, 0.003)[step % 3],
                    0.004 + 0.0028 * step) for step in range(9)),
                 (0.0045, 0.032), (0.012, 0.034), (0.0135, 0.044), (0.011, 0.056), (0.0, 0.06), (-0.011, 0.056),
                 (-0.0135, 0.044), (-0.012, 0.034), (-0.0045, 0.032)]  # fmt: skip
        cut(tool, "body", blade, 0.0024, metal, bevel_m=0.0004, holes=[0.0, 0.82, 0.26])
        lay_flat(drawing, tool, 0.0012, brief.vary(20, 50))
        return sized(drawing, brief, (0.027, 0.0024, 0.064))
    strut(tool, "shank", (0, 0.0, 0), (0, 0.085, 0), 0.0065, metal)
    for y in (0.062, 0.068, 0.0745):
        strut(tool, "collar", (0, y - 0.0015, 0), (0, y + 0.0015, 0), 0.0074, metal, edge=0.3)
    bit = [(0.0, 0.003), (0.02, 0.003), (0.02, 0.0085), (0.0145, 0.0085), (0.0145, 0.0115), (0.02, 0.0115),
           (0.02, 0.0165), (0.012, 0.0165), (0.012, 0.0195), (0.02, 0.0195),
           (0.02, 0.0235), (0.0, 0.0235)]  # fmt: skip
    cut(tool, "bit", bit, 0.0042, metal, bevel_m=0.0005)
    for x, y in ((-0.0105, 0.087), (0.0105, 0.087), (0.0, 0.104)):
        ring = Drawing(brief)
        ring.add("rounded_ring", (0.0235, 0.0076, 0.0235), (0, -0.0038, 0), name="bow", **metal)
        pose(tool, ring, (x, y, 0), (90, 0, 0))
    tool.add("ball", (0.0074, 0.0095, 0.0074), (0, 0.0825, 0), name="knot", **metal)
    lay_flat(drawing, tool, 0.003352, brief.vary(20, 50), -0.3246)
    sized(drawing, brief, (0.04, 0.0105, 0.115))
    return None


def lay_flat(drawing: Drawing, tool: Drawing, lift: float, turn: float, tilt: float = 0.0) -> None:
    """Lay what was drawn upright on its back."""
    flat = Drawing(drawing.brief)
    pose(flat, tool, (0.0, lift, 0.0), (-90.0 - tilt, 0.0, 0.0))
    drawing.include(flat, turn_deg=turn)


@archetype(
    "padlock", "object", "tool",
    "padlock, lock, combination lock, vorhängeschloss, cadenas, candado, pad lock, "
    "lock and key, cipher lock, brass lock, bicycle lock",
    hints="locking, security", about="A small portable lock with a hinged shackle.",
    parts="body, shackle, keyhole, plate",
)  # fmt: skip
def padlock(drawing: Drawing, brief: Brief) -> None:
    """Draw a padlock that stands on its body: shackle, face plate with a keyhole, rivets; dials if it has a code."""
    body = brief.of(
        "body lock padlock",
        {"industrial": "steel_brushed", "rustic": "iron_black", "futuristic": "plastic_white"}.get(
            kin(brief), "brass_polished"
        ),
        is_main=True,
    )
    steel, dark = (
        brief.of("shackle accent", "chrome" if brief.style_name != "rustic" else "iron_black", is_accent=True),
        brief.of("keyhole", "paint_black"),
    )
    outline = [
        (-0.024, 0.0),
        (0.024, 0.0),
        (0.0265, 0.01),
        (0.0265, 0.034),
        (0.022, 0.044),
        (-0.022, 0.044),
        (-0.0265, 0.034),
        (-0.0265, 0.01),
    ]
    cut(drawing, "body", outline, 0.021, body, bevel_m=0.004)
    open_up = 0.012 if brief.has("open", "unlocked") else 0.0
    arch = [(0.0165 * cos(pi * step / 8), 0.056 + open_up + 0.0165 * sin(pi * step / 8), 0.0) for step in range(9)]
    wire(drawing, "shackle", [(0.0165, 0.04, 0), *arch, (-0.0165, 0.046 if open_up else 0.04, 0)], 0.0085, steel)
    if brief.has("combination"):
        for x in (-0.0135, -0.0045, 0.0045, 0.0135):
            strut(drawing, "dial", (x - 0.0036, 0.018, 0.006), (x + 0.0036, 0.018, 0.006), 0.012, steel, edge=0.2)
    else:
        strut(drawing, "plate", (0, 0.02, 0.0095), (0, 0.02, 0.0118), 0.02, steel, edge=0.3)
        strut(drawing, "keyhole", (0, 0.022, 0.0112), (0, 0.022, 0.0123), 0.006, dark)
        drawing.add("box", (0.0026, 0.008, 0.001), (0, 0.0145, 0.0118), name="slot", **dark)
    for x in (-0.02, 0.02):
        for y in (0.006, 0.036):
            drawing.add("ball", (0.0036, 0.0036, 0.003), (x, y - 0.0018, 0.0105), name="rivet", **steel)
    sized(drawing, brief, (0.053, 0.077, 0.023))
