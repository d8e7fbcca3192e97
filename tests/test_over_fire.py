"""What hangs over a fire hangs from something that stands on the ground."""

from domain.spec import DesignObject
from engine.planner import plan


def _named(text: str, name: str) -> list[DesignObject]:
    return [one for one in plan(text).objects if one.id.rpartition("_")[0] == name]


def test_a_cauldron_over_a_campfire_hangs_from_a_tripod_and_nothing_holds_it_unseen() -> None:
    text = "a cauldron hanging over a campfire"
    (tripod,), (chain,), (pot,) = (_named(text, name) for name in ("tripod", "chain", "cauldron"))
    assert abs(tripod.position.y) < 0.01
    assert tripod.dimensions.width > 1.3
    assert chain.position.y < pot.position.y + pot.dimensions.height < tripod.dimensions.height
    assert not any("held" in one.properties for one in plan(text).objects)


def test_a_lamp_over_a_table_needs_no_tripod() -> None:
    assert not _named("a pendant lamp over a table", "tripod")
