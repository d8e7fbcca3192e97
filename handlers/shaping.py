"""Who makes the shape of a design: the makers of parts, or a neural maker where one is set."""

from collections.abc import Callable
from typing import Any

from domain.spec import DesignSpec
from domain.work import TextToModel
from engine.assembling.assembly import assemble
from engine.assembling.checks import faults_of, require_sound
from engine.neural.maker import Maker, Wish
from engine.neural.shap_e import shap_e
from engine.planner.staging.standing import box_of
from engine.shapes import Assembly, Tick
from runtime.settings import MakerSettings, load_settings

MAKERS: dict[str, Callable[[MakerSettings], Maker]] = {"shap-e": lambda settings: shap_e(settings.shap_e)}
"""By the name that `MESHWRIGHT_MAKER` gives it; "parts" is none of them."""


def shaped(work: TextToModel, spec: DesignSpec, *, tick: Tick) -> tuple[Assembly, dict[str, Any]]:
    """Return the full-detail assembly of a design, checked, and facts for the account of it.

    Raises
    ------
    GenerationFailed
        A part is not what it should be, or the neural maker that is set cannot be had.
    """
    settings = load_settings().maker
    if settings.name == "parts":
        full = assemble(spec, quality=work.quality, tick=lambda done, told: tick(0.85 * done, told))
        checks = require_sound(full, spec, tick=lambda done, told: tick(0.85 + 0.15 * done, told))
        return full, {"maker": "parts", "checks": checks}
    return _by_model(MAKERS[settings.name](settings), settings, work, spec, tick)


def _by_model(
    maker: Maker, settings: MakerSettings, work: TextToModel, spec: DesignSpec, tick: Tick
) -> tuple[Assembly, dict[str, Any]]:
    """Return a model's mesh in the size of the design; that it is closed is required, that it stands is only noted."""
    from engine.neural.standing import spec_of, stood  # trimesh takes long to import, and only models need it

    wish = Wish(work.text, work.seed, {"steps": settings.steps, "guidance": settings.guidance})
    made = maker.make(wish, tick=lambda done, told: tick(0.8 * done, told))
    tick(0.8, "Closing the mesh")
    full, mended = stood(made.mesh, largest_m=float(box_of(spec.objects).size.max()))
    faults = faults_of(full, spec_of(full, spec), tick=lambda done, told: tick(0.9 + 0.1 * done, told))
    about = {"maker": maker.about.name, "model": maker.about.model, "licence": maker.about.licence}
    checks = {"parts": len(full.parts), "faults": len(faults), "reasons": [fault.reason for fault in faults]}
    return full, {**about, **made.facts, **mended, "checks": checks}
