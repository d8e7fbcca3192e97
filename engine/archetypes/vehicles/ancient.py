"""Raft and chariot; the front is +z."""

from math import cos, pi, radians, sin

from engine.archetypes.brief import Brief, Finish
from engine.archetypes.drawing import Drawing
from engine.archetypes.objects.choices import usual
from engine.archetypes.objects.shaping import pose, sized, strut
from engine.archetypes.register import archetype


@archetype(
    "raft", "vehicle", "boat", "raft, log raft, wooden raft, floss, balsa, radeau, bamboo raft, pirate raft, "
    "castaway raft",
    hints="logs, castaway, drift", about="A raft: logs that are lashed together, with a mast and a small sail.",
    parts="log, rope, mast, sail, paddle, deck, flag", features="sail, paddle, flag",
)  # fmt: skip
def raft(drawing: Drawing, brief: Brief) -> None:
    """Draw logs side by side on two beams, lashed with rope; a mast with a sail unless it is ruled out."""
    wood = brief.of("log deck body raft", "wood_weathered", is_main=True)
    rope = brief.of("rope lashing", "rope")
    for number in range(9):
        x = 0.24 * (number - 4)
        long = 3.2 + 0.18 * ((number * 5) % 3)
        strut(drawing, "log", (x, 0.32, -long / 2), (x, 0.32, long / 2), 0.25, wood, edge=0.06)
    for z in (-1.1, 0.0, 1.1):
        strut(drawing, "beam", (-1.1, 0.1, z), (1.1, 0.1, z), 0.2, wood, edge=0.06)
        for number in range(9):
            drawing.add("box", (0.26, 0.3, 0.09), (0.24 * (number - 4), 0.16, z), radius_m=0.06, name="lashing", **rope)
    if brief.has("mast", "sail", default=True):
        drawing.add("rod", (0.12, 2.9, 0.12), (0, 0.36, 0.2), name="mast", **wood)
        cloth = usual(brief, "sail", "canvas", "#efe6cf", is_main=False)
        strut(drawing, "yard", (-0.85, 2.9, 0.27), (0.85, 2.9, 0.27), 0.08, wood)
        strut(drawing, "yard", (-0.85, 1.3, 0.27), (0.85, 1.3, 0.27), 0.07, wood)
        drawing.add("box", (1.6, 1.62, 0.035), (0, 1.3, 0.27), radius_m=0.01, name="sail", **cloth)
    if brief.has("paddle", "oar"):
        strut(drawing, "paddle", (0.75, 0.47, -1.1), (0.75, 0.47, 0.7), 0.05, wood)
        drawing.add("box", (0.2, 0.03, 0.42), (0.75, 0.455, 0.85), radius_m=0.01, name="paddle", **wood)
    if brief.has("flag"):
        flag = usual(brief, "flag", "canvas", "#22242a", is_main=False)
        drawing.add("box", (0.5, 0.32, 0.02), (0.27, 2.92, 0.2), name="flag", **flag)
    sized(drawing, brief, (2.2, 3.26, 3.56))


@archetype(
    "chariot", "vehicle", "wagon", "chariot, roman chariot, war chariot, streitwagen, carro romano, char romain, "
    "egyptian chariot, gladiator chariot",
    hints="race, gladiator, ben hur", about="A chariot: a light car with two wheels, open behind, and a pole.",
    parts="wheel, spoke, rim, car, pole, rail, yoke, body, shield",
)  # fmt: skip
def chariot(drawing: Drawing, brief: Brief) -> None:
    """Draw a car with a curved front on two spoked wheels, its pole with the yoke down on the ground."""
    wood = brief.of("body car", "lacquer_red", is_main=True)
    gold = brief.of("rim rail hub trim", "gold", is_accent=True)
    pole = brief.of("pole yoke wheel spoke", "oak")
    drawing.add("box", (1.1, 0.09, 0.8), (0, 0.53, 0), radius_m=0.015, name="floor", **pole)
    for number in range(13):
        turn = pi * number / 12
        x, z = 0.52 * cos(turn), 0.02 + 0.4 * sin(turn)
        tall = 0.42 + 0.36 * sin(turn)
        one = Drawing(brief)
        one.add("box", (0.175, tall, 0.04), (0, 0, 0), radius_m=0.01, name="panel", **wood)
        one.add("box", (0.185, 0.06, 0.06), (0, tall - 0.03, 0), radius_m=0.02, name="rail", **gold)
        pose(drawing, one, (x, 0.58, z), (0, 90 - turn * 180 / pi, 0))
    drawing.add("ball", (0.2, 0.2, 0.07), (0, 0.9, 0.415), name="shield", **gold)
    strut(drawing, "axle", (-0.82, 0.5, -0.1), (0.82, 0.5, -0.1), 0.09, pole)
    for side in (-1, 1):
        _wheel(drawing, 0.72 * side, 0.5, -0.1, pole, gold)
    strut(drawing, "pole", (0, 0.57, 0.3), (0, 0.06, 2.5), 0.085, pole)
    strut(drawing, "yoke", (-0.6, 0.075, 2.46), (0.6, 0.075, 2.46), 0.08, pole)
    for x in (-0.35, 0.35):
        drawing.add("torus", (0.3, 0.06, 0.3), (x, 0.0, 2.46), name="yoke", **gold)
    sized(drawing, brief, (1.64, 1.38, 3.0))


def _wheel(drawing: Drawing, x: float, radius: float, z: float, wood: Finish, rim: Finish) -> None:
    wheel = Drawing(drawing.brief)
    wheel.add("hoop", (2 * radius, 0.07, 2 * radius), (0, -0.035, 0), inner=0.86, name="wheel", **wood)
    wheel.add("hoop", (2 * radius + 0.03, 0.05, 2 * radius + 0.03), (0, -0.025, 0), inner=0.95, name="rim", **rim)
    wheel.add("rod", (0.18, 0.18, 0.18), (0, -0.09, 0), edge=0.2, name="hub", **rim)
    for number in range(8):
        turn = radians(45 * number)
        strut(wheel, "spoke", (0.06 * cos(turn), 0, 0.06 * sin(turn)), (0.88 * radius * cos(turn), 0,
              0.88 * radius * sin(turn)), 0.05, wood)  # fmt: skip
    pose(drawing, wheel, (x, radius + 0.015, z), (0, 0, 90))
