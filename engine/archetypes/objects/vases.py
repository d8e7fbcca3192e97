"""Vases and the flowers in them."""

from math import atan2, cos, degrees, radians, sin

from domain.spec import Property
from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import form_by, has, plain, pottery, trimming
from engine.archetypes.objects.placing import put
from engine.archetypes.register import archetype

_FORMS = {
    "amphora amphorae greek roman": "amphora", "urn": "urn", "cylinder cylindrical straight": "cylinder",
    "moon round spherical globe": "moon", "gourd": "gourd", "bud slender": "bud", "trumpet": "trumpet",
    "jar ginger": "jar", "tulip": "tulip", "hourglass waisted": "waisted", "bottle": "bottle", "conical cone": "cone",
}  # fmt: skip
_STYLE_FORMS = {
    "art deco": "trumpet", "minimalist": "cylinder", "modern": "cone", "futuristic": "moon", "rustic": "jar",
    "steampunk": "urn", "industrial": "waisted", "contemporary": "gourd", "victorian": "classic", "gothic": "amphora",
    "scandinavian": "bottle", "mid century": "bud", "bauhaus": "cylinder", "japanese": "moon", "baroque": "urn",
    "cyberpunk": "cone",
}  # fmt: skip
_SLENDER = {"bud": 0.55, "trumpet": 0.66, "bottle": 0.78, "cylinder": 0.74, "moon": 1.35, "amphora": 0.92, "cone": 0.85}


@archetype(
    "vase", "object", "decor",
    "vase, urn, flower vase, jar, amphora, ginger jar, bud vase, floor vase, flower holder, vessel for flower, "
    "porcelain vessel, ceramic vessel, florero, jarrón, blumenvase, "
    "flower jar, clay jar, cookie jar, storage jar, pottery, clay pot, pot vase, mason jar, jam jar, "
    "bud holder, krater, canopic jar, cremation urn",
    hints="hold flower, put flower in",
    about=(
        "A vase: an open vessel of porcelain, pottery or glass that holds cut flowers and stands on a table or "
        "shelf."
    ),
    parts="neck, rim, band, handle, flute, lid, flower, petal",
    features="twisted, faceted, facetted=faceted, fluted, ribbed=fluted, gilded, gold band=gold, lid",
)  # fmt: skip
def vase(drawing: Drawing, brief: Brief) -> None:
    """Draw a vase of the form that the words or the style ask for, with flowers if they are asked for."""
    has_flowers = brief.has("flower", "flowers", "bouquet", "rose", "sunflower", "peony")
    default = _STYLE_FORMS.get(brief.style_name, brief.choose("classic", "tulip", "moon", "bottle", "jar", "amphora"))
    form = form_by(brief, _FORMS, "tulip" if has_flowers and default in ("bottle", "moon") else default)
    natural = (0.6, "floor") if has(brief, "floor") else (0.32, "")
    width = natural[0] * 0.58 * _SLENDER.get(form, 1.0) * brief.vary(0.94, 1.06)
    width, height, _ = brief.box(width, natural[0], width, keeps_shape=True)
    body = pottery(brief, "vase body urn jar")
    properties = {"form": form, "wall": 0.06, **_relief(brief), **_bands(brief)}
    properties |= {} if "bands" in properties else trimming(brief)
    put(drawing, "vessel", (width, height, width), (0, 0, 0), body, properties, name="vase")
    if has(brief, "lid") or "ginger" in brief.words:
        _lid(drawing, brief, width, height, body)
    elif has_flowers:
        bouquet(drawing, brief, width, height)


def _relief(brief: Brief) -> dict[str, Property]:
    """Return flutes, facets and handles."""
    flutes = brief.count("flute", 20 if brief.style_name == "art deco" or brief.has("fluted", "ribbed") else 0, most=48)
    relief: dict[str, Property] = {"flutes": flutes} if flutes else {}
    if brief.has("twisted", "spiral", "swirl"):
        relief = {"flutes": flutes or 9, "twist_deg": 110.0, "flute_depth": 0.1}
    if brief.has("faceted", "hexagonal", "geometric", default=brief.style_name == "industrial"):
        relief["sides"] = 6 if "hexagonal" in brief.words else 8
        relief.pop("flutes", None)
    handles = brief.has("handle", default=bool(brief.words & {"amphora", "urn"}))
    return relief | ({"handles": 2} if handles else {})


def _bands(brief: Brief) -> dict[str, Property]:
    """Return the rings round the wall: gold in art deco and steampunk, else where the text names a rim or a band."""
    has_rim = "rim" in brief.part_materials or "rim" in brief.part_colors
    has_band = "band" in brief.part_materials or "band" in brief.part_colors
    is_rich = brief.has("band", "gilded", "gold", default=False)
    if not (has_rim or has_band or is_rich):
        return {}
    ring = brief.of("rim band", "brass_polished" if brief.style_name == "steampunk" else "gold")
    heights: list[str | float] = [0.985] if has_rim else [0.17, 0.84] if not has_band else [0.84]
    return {"bands": heights, "bands_material": ring["material"], "bands_color": ring["color"]}


def _lid(drawing: Drawing, brief: Brief, width: float, height: float, body: Finish) -> None:
    finish = brief.of("lid", body["material"])
    profile: list[str | float] = [
        0.9,
        0,
        1,
        0.08,
        1,
        0.2,
        0.86,
        0.36,
        0.3,
        0.56,
        0.18,
        0.62,
        0.3,
        0.74,
        0.24,
        0.94,
        0.02,
        1,
    ]
    drawing.add("turning", (width * 0.62, height * 0.19, width * 0.62), (0, height * 0.985, 0), profile=profile,
                name="lid", **(finish if finish["color"] or "lid" in brief.part_materials else body))  # fmt: skip


def bouquet(drawing: Drawing, brief: Brief, width: float, height: float) -> None:
    """Draw flowers whose stems meet on the vessel's floor and lean out through its neck."""
    kind = form_by(brief, {"rose": "rose", "sunflower": "sunflower", "tulip": "tulip", "daisy": "daisy"}, "daisy")
    petals = brief.of("flower petal rose tulip sunflower daisy lily peony orchid", PETALS[kind][0])
    petals = petals if petals["color"] else plain(petals["material"], PETALS[kind][1])
    count = brief.count("flower", brief.count(kind, 5), least=1, most=12)
    widest = degrees(atan2(0.24 * width, height))
    for number in range(count):
        lean, turn = widest * (0.35 + 0.65 * ((number * 3) % count) / count), number * 360.0 / count
        tall = height * brief.vary(1.35, 1.7)
        out = tall / 2 * sin(radians(lean))
        at = (out * sin(radians(turn)), height * 0.014 - tall / 2 * (1 - cos(radians(lean))), out * cos(radians(turn)))
        size = (width * 0.56, tall, width * 0.56)
        drawing.add("flower", size, at, turn=(lean, turn, 0), form=kind, petals=8 + number % 3, **petals)


PETALS = {
    "rose": ("paint_red", "#b3142e"), "tulip": ("paint_red", "#e0532f"), "daisy": ("paint_white", ""),
    "sunflower": ("paint_white", "#f0b41e"), "lily": ("paint_white", "#f3d3dd"), "orchid": ("paint_white", "#c97fc0"),
}  # fmt: skip
