"""How much of its box a shape fills, by its type; shells and frames fill little."""

DEFAULT = 0.6
_FILLS: dict[str, float] = {
    "box": 1.0, "board": 1.0, "floor": 1.0, "wall": 1.0, "rod": 0.785, "disc": 0.785, "ball": 0.52,
    "turning": 0.5, "post": 0.75, "leg": 0.6, "raked_leg": 0.25, "vessel": 0.15, "cabinet": 0.2, "shelf_unit": 0.15,
    "torus": 0.25, "hoop": 0.15, "tubes": 0.05, "facade": 0.7, "wheel": 0.45, "pod": 0.8, "bent_tube": 0.05,
    "cushion": 0.85, "car_body": 0.1, "side_body": 0.8, "open_box": 0.15, "rail_frame": 0.1, "chair_back": 0.25,
    "wire_wheel": 0.05, "cord": 0.05, "cable": 0.05, "lamp_shade": 0.03, "lamp_foot": 0.1, "railing": 0.1,
}  # fmt: skip


def fill_of(kind: str) -> float:
    """Return the share of its box that a kind of shape fills."""
    return _FILLS.get(kind, DEFAULT)
