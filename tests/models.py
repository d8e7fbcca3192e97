"""Small models that tests of the surface side share."""

from functools import lru_cache

import numpy as np
from manifold3d import CrossSection, Manifold

from engine.assembling.bake import Textures, bake
from engine.assembling.budget import fit_to_budget
from engine.assembling.unwrap import UnwrappedMesh, unwrap
from engine.shapes import Assembly, Part


def part(name: str, solid: Manifold, material: str = "oak", *, color: str = "") -> Part:
    """Return a solid as a part of an object of its own."""
    mesh = solid.to_mesh64()
    points = np.array(mesh.vert_properties[:, :3], np.float64, order="C")
    return Part(name, name, material, color, points, np.array(mesh.tri_verts, np.int32, order="C"))


def ring(radius: float = 0.04, wire: float = 0.008) -> Manifold:
    """Return a torus around the z axis, metres."""
    return Manifold.revolve(CrossSection.circle(wire, 24).translate((radius, 0)), 48)


def gear(teeth: int = 18, radius: float = 0.05) -> Manifold:
    """Return a toothed wheel with a bore, metres."""
    steps = [
        (tooth + share, size)
        for tooth in range(teeth)
        for share, size in ((0, 1), (0.35, 1), (0.5, 0.85), (0.85, 0.85))
    ]
    corners = [
        (radius * size * np.cos(2 * np.pi * at / teeth), radius * size * np.sin(2 * np.pi * at / teeth))
        for at, size in steps
    ]
    return Manifold.extrude(CrossSection([corners]), 0.01) - Manifold.cylinder(0.1, 0.01, 0.01, 32).translate(
        (0, 0, -0.05)
    )


@lru_cache(maxsize=1)
def still_life() -> Assembly:
    """Return seven things of as many materials; one is glass, one shines."""
    return Assembly(
        (
            part("ball", Manifold.sphere(0.05, 64).translate((0, 0.05, 0)), "bronze_aged"),
            part("ring", ring().rotate((90, 0, 0)).translate((0.15, 0.01, 0)), "oak"),
            part("gear", gear().translate((0, 0.06, 0.15)), "glass_clear"),
            part("block", Manifold.cube((0.08, 0.06, 0.05)).translate((0.1, 0, 0.12)), "marble_white"),
            part("lamp", Manifold.sphere(0.02, 24).translate((-0.12, 0.02, 0)), "emissive_warm"),
            part("plate", Manifold.cube((0.5, 0.004, 0.5), True).translate((0, -0.002, 0)), "steel_brushed"),
            part(
                "cushion", Manifold.cube((0.06, 0.03, 0.06)).translate((-0.18, 0, 0.1)), "fabric_grey", color="#b03030"
            ),
        )
    )


@lru_cache(maxsize=1)
def light_still_life() -> UnwrappedMesh:
    """Return the still life within 1,500 triangles, unwrapped."""
    return unwrap(fit_to_budget(still_life(), triangles=1500), texture_size=256)


@lru_cache(maxsize=1)
def still_life_textures() -> Textures:
    """Return the still life's textures."""
    return bake(light_still_life(), still_life(), texture_size=256, samples=8, seed=3)
