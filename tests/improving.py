"""Designs to improve, and what may become of them."""

from functools import cache

from domain.spec import DesignSpec
from engine.improving.edits import KINDS, Edit, Site, legal_edits
from engine.improving.environment import Environment
from engine.planner import plan

TEXTS = (
    "living room with marble floor", "a wooden dining table with six chairs", "office chair", "an electric car",
    "a bronze pocket watch", "a house", "a floor lamp", "a kettle", "a bicycle", "a robot",
)  # fmt: skip


@cache
def planned(text: str) -> DesignSpec:
    return plan(text, seed=3)


def edits_of(spec: DesignSpec, **more: object) -> tuple[Site, list[Edit]]:
    site = Site.of(spec)
    return site, legal_edits(site, KINDS, begun=spec, **more)  # type: ignore[arg-type]


def materials_of(spec: DesignSpec, root: str, **more: object) -> set[str]:
    """Return what the parts of a name may become."""
    site, edits = edits_of(spec, **more)
    return {edit.name for edit in edits if edit.kind == "material" and site.groups[edit.group].root == root}


def obstacles_of(spec: DesignSpec, root: str) -> dict[str, str]:
    """Return what stands in the way of each material that the parts of a name may be tried in."""
    env = Environment(spec, "balanced")
    edits = [one for one in env.edits if one.kind == "material" and env.site.groups[one.group].root == root]
    return {one.name: env.try_out(one).obstacle for one in edits}
