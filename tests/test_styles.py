"""A style changes forms, materials and ornament visibly, and nothing of it floats or sinks."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.materials import CATALOGUE
from domain.spec import DesignObject, DesignSpec, Reading
from engine.archetypes import Brief, Drawing
from engine.archetypes.ornament import LEAST_M, ORNAMENTS, dress
from engine.archetypes.styles import ALIASES, STYLES, style_named
from engine.assembling.assembly import assemble, placement
from engine.assembling.checks import faults_of
from engine.parts.fronts import FRONTS, HANDLES
from engine.parts.legs import FORMS
from engine.parts.mouldings import PROFILES
from engine.parts.solids import from_arrays
from engine.planner import plan

ALL_STYLES = sorted(STYLES)
DRESSED = [name for name in ALL_STYLES if STYLES[name].ornament != "none"]
FACES = ("front", "back", "left", "right", "top")
LEGS = {"square", "tapered", "round", "turned", "sabre", "hairpin", *FORMS}
ROLES = ("wood", "metal", "accent", "fabric", "stone", "body", "paint", "wall", "trim", "glow")
OPTIONAL = ("front_material", "facade", "roof")


def sheet(style: str, *, excluded: frozenset[str] = frozenset()) -> Drawing:
    return Drawing(Brief(np.random.default_rng(0), style_name=style, excluded=excluded))


def dressed(style: str, size: tuple[float, float, float], *faces: str, **how: object) -> tuple[Drawing, DesignObject]:
    drawing = sheet(style)
    body = drawing.add("box", size, (0.3, 0.0, -0.2), material="oak", **how)  # type: ignore[arg-type]
    dress(drawing, drawing.brief, body, *faces)
    return drawing, body


def spec_of(drawing: Drawing) -> DesignSpec:
    return DesignSpec("thing", "", Reading("object", "x", "x"), "", tuple(drawing.objects))


@pytest.mark.parametrize("name", ALL_STYLES)
def test_every_material_and_form_that_a_style_names_exists(name: str) -> None:
    style = STYLES[name]
    assert {getattr(style, role) for role in ROLES} <= CATALOGUE.keys()
    assert {getattr(style, role) for role in OPTIONAL} - {""} <= CATALOGUE.keys()
    assert style.leg in LEGS
    assert style.front in {"flat", "shaker", "raised", "slatted", *FRONTS}
    assert style.handle in {"bar", "bow", "knob", *HANDLES}
    assert style.profile in PROFILES
    assert style.ornament in {"none", *ORNAMENTS}


def test_other_names_lead_to_styles_and_are_written_as_the_planner_reads_them() -> None:
    assert set(ALIASES.values()) <= STYLES.keys()
    assert not ALIASES.keys() & STYLES.keys()
    assert all(word == " ".join(word.casefold().replace("-", " ").split()) for word in (*ALIASES, *STYLES))
    assert style_named("nordic") is STYLES["scandinavian"]
    assert style_named("never heard of") is STYLES["realistic"]


def test_no_two_styles_shape_furniture_alike() -> None:
    def forms(name: str) -> tuple[object, ...]:
        style = STYLES[name]
        return style.leg, style.front, style.handle, style.profile, style.shade, style.ornament

    for one, other in combinations(ALL_STYLES, 2):
        differing = sum(a != b for a, b in zip(forms(one), forms(other), strict=True))
        assert differing >= 2, (one, other)


@pytest.mark.parametrize("name", DRESSED)
@pytest.mark.parametrize("turn", [(0.0, 0.0, 0.0), (0.0, 35.0, 0.0), (90.0, 0.0, 0.0), (20.0, -70.0, 140.0)])
def test_ornament_touches_its_body_and_stays_within_centimetres_of_it(
    name: str, turn: tuple[float, float, float]
) -> None:
    drawing, body = dressed(name, (0.6, 0.8, 0.4), *FACES, turn=turn)
    parts = assemble(spec_of(drawing), quality="draft").parts
    assert len(drawing.objects) > len(FACES)
    solid = from_arrays(parts[0].points, parts[0].faces)
    into = np.linalg.inv(placement(body))
    for part in parts[1:]:
        assert part.object_id.startswith("ornament")
        own = part.points @ into[:3, :3].T + into[:3, 3]
        assert (np.abs(own - [0, 0.4, 0]) < np.array([0.3, 0.4, 0.2]) + 0.02).all()
        if "." not in part.name:
            assert solid.min_gap(from_arrays(part.points, part.faces), 0.01) == 0.0


@pytest.mark.parametrize("name", DRESSED)
def test_ornament_on_a_standing_body_is_sound_and_never_below_its_foot(name: str) -> None:
    drawing, _ = dressed(name, (0.5, 0.3, 0.2), "front", "left", "right", "back")
    assembly = assemble(spec_of(drawing), quality="draft")
    assert faults_of(assembly, spec_of(drawing)) == ()
    assert min(part.points[:, 1].min() for part in assembly.parts) >= 0.0


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(DRESSED),
    st.sampled_from(FACES),
    *[st.floats(0.01, 1.0).map(lambda share: 0.01 * 1000**share) for _ in range(3)],
)
def test_ornament_fits_bodies_of_a_centimetre_and_of_ten_metres(
    name: str, face: str, width: float, height: float, depth: float
) -> None:
    drawing, _ = dressed(name, (width, height, depth), face)
    assembly = assemble(spec_of(drawing), quality="draft")
    assert not [fault for fault in faults_of(assembly, spec_of(drawing)) if fault.reason != "tips over"]
    assert assembly.triangles < 7000


def test_small_faces_and_plain_styles_stay_plain() -> None:
    for name in ("realistic", "modern", "minimalist", "scandinavian", "mid century"):
        assert len(dressed(name, (1.0, 1.0, 1.0), *FACES)[0].objects) == 1
    for name in DRESSED:
        assert len(dressed(name, (1.0, LEAST_M * 0.9, 1.0), "front", "left")[0].objects) == 1


def test_ornament_that_is_ruled_out_is_not_drawn() -> None:
    drawing = sheet("steampunk", excluded=frozenset({"rivets"}))
    body = drawing.add("box", (1.0, 1.0, 1.0), material="oak")
    dress(drawing, drawing.brief, body, "front")
    assert drawing.objects == [body]


def test_the_foot_of_a_leg_that_points_somewhere_points_outwards() -> None:
    drawing = sheet("realistic")
    turns = {}
    for x, z in product((1.0, -1.0), repeat=2):
        turns[x, z] = drawing.add("leg", (0.1, 0.7, 0.1), (x, 0, z), style="splayed", material="oak").rotation.y
    for (x, z), turn in turns.items():
        cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
        assert (cos + sin, cos - sin) == pytest.approx((x, z))


def test_what_a_drawing_says_wins_over_the_habits_of_its_style() -> None:
    drawing = sheet("art deco")
    said = drawing.add("table_top", (1.0, 0.03, 0.6), material="oak", profile="knife")
    left_open = drawing.add("table_top", (1.0, 0.03, 0.6), material="oak")
    assert (said.properties["profile"], left_open.properties["profile"]) == ("knife", "step")


def test_a_named_material_is_that_of_the_fronts_too() -> None:
    plain = plan("cabinet", style="industrial").objects[0]
    named = plan("oak cabinet", style="industrial").objects[0]
    assert plain.properties["fronts_material"] == "iron_black"
    assert "fronts_material" not in named.properties


@pytest.mark.parametrize("style", ALL_STYLES)
@pytest.mark.parametrize("text", ["chair", "table", "cabinet", "oven", "house"])
def test_things_are_sound_in_every_style(text: str, style: str) -> None:
    spec = plan(text, style=style, seed=1)
    assert spec.style == style
    reasons = {fault.reason for fault in faults_of(assemble(spec, quality="draft"), spec)}
    assert not reasons & {"floats", "reaches under the ground", "tips over"}
