"""What the qualities of a reconstruction mean. docs/reconstructing.md has what each costs and gives."""

from dataclasses import dataclass

from domain.project import ReconstructionQuality


@dataclass(frozen=True, slots=True)
class Preset:
    """The sizes that a quality works with.

    Attributes
    ----------
    frames_max : int
        Of a film; pictures that were given are all used.
    feature_px, features_max : int
        Longer side of what features are looked for on, and how many are kept of a picture.
    view_px : int
        Longer side of the pictures that depths are measured on and that the texture is taken from.
    others : int
        Views that each view is compared with.
    faces_max, texture_px : int
        Of the model.
    """

    frames_max: int
    feature_px: int
    features_max: int
    view_px: int
    others: int
    faces_max: int
    texture_px: int


PRESETS: dict[ReconstructionQuality, Preset] = {
    "low": Preset(60, 1000, 2048, 480, 3, 60_000, 1024),
    "medium": Preset(120, 1600, 4096, 800, 4, 200_000, 2048),
    "high": Preset(200, 2400, 8192, 1200, 5, 500_000, 4096),
    "extreme": Preset(300, 3200, 12_288, 1600, 6, 1_000_000, 8192),
}
