"""Every measurement that a rule may name."""

from collections.abc import Callable
from typing import NamedTuple

from domain.compliance import climbing, fire, heights, openings, standing, walking, wholes
from domain.compliance.site import Site
from domain.compliance.types import Measured

Measurement = Callable[[Site], Measured]


class Measure(NamedTuple):
    """A measurement, and the unit that it is in: m, m2, deg or 1 (a number or a share)."""

    unit: str
    measured: Measurement

    @property
    def about(self) -> str:
        """Return what it measures."""
        return (self.measured.__doc__ or "").split("\n", maxsplit=1)[0]


_BY_UNIT: dict[str, tuple[Measurement, ...]] = {
    "m": (
        openings.door_clear_width, openings.door_clear_height, openings.door_threshold_height,
        openings.door_handle_height, openings.ceiling_height, openings.room_side, openings.escape_opening_width,
        openings.escape_opening_height, openings.escape_sill_height,
        climbing.stair_riser_height, climbing.stair_tread_depth, climbing.stair_width, climbing.spiral_riser_height,
        climbing.spiral_walk_width, climbing.handrail_height, climbing.guard_height, climbing.baluster_gap,
        climbing.crib_gap, climbing.rung_spacing, climbing.bunk_guard_height,
        heights.toilet_seat_height, heights.basin_rim_height, heights.table_top_height, heights.bench_seat_height,
        heights.bench_seat_length, heights.bench_seat_depth, heights.switch_height, heights.bath_luminaire_distance,
        walking.turning_circle, walking.route_width,
        fire.hearth_front_small, fire.hearth_front_large, fire.hearth_side_small, fire.hearth_side_large,
        fire.combustible_distance,
        standing.masonry_thickness_low, standing.masonry_thickness_tall,
        wholes.overall_width, wholes.overall_height, wholes.overall_depth, wholes.vehicle_width,
        wholes.headlight_height, wholes.toe_clearance,
    ),
    "m2": (openings.room_area, openings.escape_opening_area),
    "deg": (standing.tipping_angle, climbing.slide_incline),
    "1": (
        openings.glazing_share, standing.post_slenderness, standing.loose_parts, fire.smoke_alarms,
        wholes.object_count, wholes.small_part_ratio, wholes.small_piece_ratio,
    ),
}  # fmt: skip
MEASURES: dict[str, Measure] = {
    measured.__name__: Measure(unit, measured) for unit, group in _BY_UNIT.items() for measured in group
}
