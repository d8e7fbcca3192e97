"""Cameras; the front is +z."""

from engine.archetypes.brief import Brief
from engine.archetypes.drawing import Drawing
from engine.archetypes.register import archetype
from engine.archetypes.shells import run, shell, trim

# fmt: off


@archetype(
    "camera", "electronics", "camera",
    "camera, photo camera, digital camera, dslr, mirrorless camera, film camera, vintage camera, polaroid, instant "
    "camera, slr "
    "camera, rangefinder camera, compact camera, action camera, gopro, fotoapparat, kamera, appareil photo, cámara",
    hints="photograph, photography, take pictures", parts="lens, grip, flash, dial, strap, button, viewfinder",
    about="A camera is a box with a lens in front and a release on top that takes photographs.",
    features="instant=instant, polaroid=instant, vintage=vintage, film=vintage, strap=strap, action=action, "
    "tripod=tripod",
)
def camera(drawing: Drawing, brief: Brief) -> None:
    """Draw a camera with its lens, finder and dials: today's, the one for film, or an instant one."""
    words = " ".join(brief.words | brief.features)
    if "instant" in words or "polaroid" in words:
        return _instant(drawing, brief)
    if "action" in words or "gopro" in words:
        return _action(drawing, brief)
    is_old = brief.has("vintage") or brief.modifiers & {
        "vintage", "old", "antique", "retro",
    } or brief.style_name in {"rustic", "steampunk", "art deco"}
    w, h, d = brief.box(0.135, 0.095, 0.125, keeps_shape=True)
    if is_old:
        return _film_camera(drawing, brief, w, h, d)
    return _mirror_camera(drawing, brief, w, h, d)


def _lens(drawing: Drawing, brief: Brief, at: tuple[float, float, float], across: float, long: float) -> None:
    """Draw the mount ring and the lens whose middle is at a place of the front."""
    x, y, z = at
    drawing.add(
        "round_plate", (across * 1.08, across * 1.08, long * 0.16), (x, y - across * 0.54, z), name="mount",
        **trim(brief, "mount ring", "aluminium"),
    )
    drawing.add(
        "lens_barrel", (across, across, long), (x, y - across / 2, z + long * 0.5), name="lens",
        **brief.of("lens", "plastic_black" if brief.style_name not in {"steampunk", "art deco"} else "trim"),
    )


def _mirror_camera(drawing: Drawing, brief: Brief, w: float, h: float, d: float) -> None:
    body, dark = shell(brief, "body case camera", "plastic_black", may_be_wood=True), brief.of("grip", "rubber_black")
    deep, tall = d * 0.4, h * 0.74
    drawing.add("pod", (w, tall, deep), radius_m=deep * 0.3, edge_m=h * 0.06, name="body", **body)
    drawing.add(
        "pod", (w * 0.98, tall * 0.66, deep * 1.02), (0, tall * 0.1, 0), radius_m=deep * 0.3, edge_m=0.002,
        name="leather", **dark,
    )
    drawing.add(
        "pod", (w * 0.26, tall * 0.96, deep * 0.8), (-w * 0.38, 0, deep * 0.42), radius_m=deep * 0.36, edge_m=h * 0.08,
        name="grip", **dark,
    )
    drawing.add(
        "pod", (w * 0.34, h * 0.32, deep * 1.15), (w * 0.03, tall * 0.88, deep * 0.02), radius_m=deep * 0.2,
        edge_m=h * 0.06, taper=0.6, name="finder", **body,
    )
    drawing.add(
        "box", (w * 0.1, h * 0.04, deep * 0.4), (w * 0.03, tall * 0.88 + h * 0.305, 0), name="shoe",
        **trim(brief, "flash shoe", "steel_brushed"),
    )
    drawing.add(
        "knob", (w * 0.17, h * 0.09, w * 0.17), (w * 0.34, tall - 0.002, -deep * 0.06), is_up=True, name="dial", **body,
    )
    drawing.add(
        "knob", (w * 0.11, h * 0.06, w * 0.11), (-w * 0.2, tall - 0.002, -deep * 0.16), is_up=True, name="wheel",
        **body,
    )
    drawing.add(
        "turning", (w * 0.1, h * 0.07, w * 0.1), (-w * 0.38, tall * 0.94, deep * 0.5),
        profile=[1, 0, 1, 0.4, 0.9, 0.7, 0.7, 1], name="release", **trim(brief, "button release", "chrome"),
    )
    _lens(drawing, brief, (w * 0.03, tall * 0.51, deep * 0.5), h * 0.68, d * 0.48)
    drawing.add(
        "round_plate", (w * 0.045, w * 0.045, 0.003), (-w * 0.19, tall * 0.78, deep * 0.5), name="lamp",
        material="screen_emissive", color="#ff9a4d",
    )
    drawing.add(
        "readout", (w * 0.54, tall * 0.66, 0.003), (0, tall * 0.14, -deep * 0.52), turn=(0, 180, 0), text="f 2.8",
        material="plastic_black", name="monitor",
    )
    for side in (-1, 1):
        drawing.add(
            "torus", (0.011, 0.0024, 0.011), (side * (w / 2 + 0.0035), tall * 0.86, 0), turn=(90, 0, 0), name="lug",
            **trim(brief, "lug", "chrome"),
        )


def _film_camera(drawing: Drawing, brief: Brief, w: float, h: float, d: float) -> None:
    """Draw a camera for film: metal top and bottom, leather between, finder windows, levers."""
    metal = brief.of(
        "body case camera top",
        {"steampunk": "brass_polished", "art deco": "gold", "rustic": "brass_polished"}.get(brief.style_name, "chrome"),
        is_main=True,
    )
    leather = brief.of(
        "grip leather", "leather_brown" if brief.style_name in {"steampunk", "rustic"} else "leather_black",
    )
    deep, tall = d * 0.32, h * 0.86
    drawing.add("pod", (w, tall * 0.18, deep), radius_m=deep * 0.48, edge_m=0.002, name="bottom", **metal)
    drawing.add(
        "pod", (w * 0.985, tall * 0.6, deep * 0.97), (0, tall * 0.15, 0), radius_m=deep * 0.47, edge_m=0.0004,
        name="leather", **leather,
    )
    drawing.add(
        "pod", (w, tall * 0.24, deep), (0, tall * 0.72, 0), radius_m=deep * 0.48, edge_m=0.003, name="top", **metal,
    )
    drawing.add(
        "pod", (w * 0.48, tall * 0.12, deep * 0.9), (w * 0.03, tall * 0.93, 0), radius_m=deep * 0.2, edge_m=0.004,
        name="prism", **metal,
    )
    front = deep / 2
    for x, wide in ((-0.1, 0.1), (0.03, 0.06), (0.2, 0.1)):
        drawing.add(
            "pod", (w * wide, tall * 0.11, 0.003), (w * x, tall * 0.82, front), radius_m=0.002, edge_m=0.0006,
            is_facing=True, name="window", **brief.of("viewfinder window", "glass_tinted"),
        )
    drawing.add(
        "knob", (w * 0.14, h * 0.11, w * 0.14), (-w * 0.36, tall * 0.945, 0), is_up=True, name="rewind", **metal,
    )
    drawing.add(
        "knob", (w * 0.12, h * 0.08, w * 0.12), (w * 0.34, tall * 0.945, -deep * 0.06), is_up=True, name="dial",
        **metal,
    )
    drawing.add(
        "turning", (w * 0.05, h * 0.09, w * 0.05), (w * 0.44, tall * 0.945, deep * 0.1),
        profile=[1, 0, 1, 0.6, 0.7, 0.8, 0.7, 1], name="release", **metal,
    )
    drawing.add(
        "box", (w * 0.12, h * 0.022, deep * 0.14), (w * 0.42, tall * 0.95, -deep * 0.28), turn=(0, -20, 0),
        radius_m=0.001, name="lever", **metal,
    )
    _lens(drawing, brief, (0, tall * 0.44, front), h * 0.62, d * 0.3)
    if brief.has("strap", default=True):
        tan = brief.of("strap", "leather_brown")
        run(
            drawing, "cord",
            [
                (-w * 0.49, tall * 0.8, 0), (-w * 0.58, tall * 0.5, -d * 0.1), (-w * 0.66, 0.004, -d * 0.3),
                (-w * 0.3, 0.004, -d * 0.66), (w * 0.3, 0.004, -d * 0.66), (w * 0.66, 0.004, -d * 0.3),
                (w * 0.58, tall * 0.5, -d * 0.1), (w * 0.49, tall * 0.8, 0),
            ],
            0.006, tan, "strap",
        )


def _instant(drawing: Drawing, brief: Brief) -> None:
    """Draw an instant camera: a stepped box with its flash, a stripe of colours, and a picture that comes out."""
    w, h, d = brief.box(0.12, 0.105, 0.1, keeps_shape=True)
    body = shell(brief, "body case camera", "plastic_white")
    dark = brief.of("grip front", "plastic_black")
    drawing.add(
        "side_body", (w, h, d), outline=[-1, -1, 1, -1, 1, -0.42, 0.4, -0.3, 0.26, 0.9, 0.1, 1, -0.8, 1, -1, 0.6],
        edge_m=0.004, name="body", **body,
    )
    drawing.add(
        "pod", (w * 0.9, h * 0.46, 0.006), (0, h * 0.44, d * 0.16), turn=(-6.6, 0, 0), radius_m=0.006, edge_m=0.002,
        is_facing=True, name="front", **dark,
    )
    drawing.add(
        "lens_barrel", (h * 0.36, h * 0.36, d * 0.2), (0, h * 0.47, d * 0.24), name="lens", material="plastic_black",
    )
    drawing.add(
        "pod", (w * 0.26, h * 0.14, 0.006), (-w * 0.28, h * 0.72, d * 0.15), turn=(-6.6, 0, 0), radius_m=0.003,
        edge_m=0.001, is_facing=True, name="flash", **brief.of("flash", "glass_clear"),
    )
    drawing.add(
        "pod", (w * 0.14, h * 0.12, 0.006), (w * 0.32, h * 0.74, d * 0.15), turn=(-6.6, 0, 0), radius_m=0.003,
        edge_m=0.001, is_facing=True, name="viewfinder", material="glass_tinted",
    )
    drawing.add(
        "round_plate", (w * 0.12, w * 0.12, 0.008), (w * 0.33, h * 0.5, d * 0.19), name="release",
        **brief.of("button release", "paint_red"),
    )
    for number, tint in enumerate(("#e5473a", "#f39c33", "#f6d743", "#57ae5b", "#3a86c8")):
        drawing.add(
            "box", (w * 0.022, h * 0.26, 0.002), (w * (-0.044 + 0.022 * number), h * 0.03, d * 0.5), name="stripe",
            material="plastic_white", color=tint,
        )
    drawing.add("box", (w * 0.74, 0.004, 0.004), (0, h * 0.06, d * 0.5), name="slot", material="paint_black")
    drawing.add(
        "box", (w * 0.7, 0.0015, w * 0.56), (0, h * 0.06 + 0.001, d * 0.5 + w * 0.26), name="print", material="paper",
    )
    drawing.add(
        "box", (w * 0.6, 0.001, w * 0.4), (0, h * 0.06 + 0.002, d * 0.5 + w * 0.23), name="photo",
        material="paint_blue",
    )


def _action(drawing: Drawing, brief: Brief) -> None:
    w, h, d = brief.box(0.07, 0.05, 0.033, keeps_shape=True)
    body = shell(brief, "body case camera", "plastic_black")
    drawing.add("pod", (w, h, d), radius_m=w * 0.1, edge_m=w * 0.05, is_facing=True, name="body", **body)
    drawing.add(
        "pod", (h * 0.5, h * 0.5, d * 0.24), (w * 0.24, h * 0.42, d * 0.56), radius_m=h * 0.1, edge_m=0.002,
        is_facing=True, name="mount", material="plastic_black",
    )
    drawing.add(
        "lens_barrel", (h * 0.4, h * 0.4, 0.006), (w * 0.24, h * 0.47, d * 0.68 + 0.002), name="lens",
        material="plastic_black",
    )
    drawing.add(
        "readout", (w * 0.38, h * 0.44, 0.003), (-w * 0.22, h * 0.46, d * 0.5), text="4c", material="paint_black",
        name="display",
    )
    drawing.add(
        "pod", (w * 0.2, 0.004, d * 0.4), (-w * 0.2, h - 0.001, 0), radius_m=0.003, edge_m=0.001, name="release",
        **brief.of("button release", "paint_red"),
    )
