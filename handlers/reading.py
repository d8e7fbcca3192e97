"""Models that work is about, read within the limits that the settings draw."""

from engine.models.limits import ReadLimits
from engine.models.model import Model
from engine.models.reading import read_model
from runtime.settings import load_settings


def read(data: bytes, name: str = "") -> Model:
    """Return the scene in a file; `name` only helps where the content does not tell its format."""
    settings = load_settings().reading
    return read_model(data, name, limits=ReadLimits(draco_s=settings.draco_s, draco_mib=settings.draco_mib))
