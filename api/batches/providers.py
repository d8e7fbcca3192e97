"""Which providers of models this server can ask."""

from domain.errors import Invalid
from domain.work.image_to_model import ImageProvider
from runtime.settings import Settings

_LACKING: dict[ImageProvider, str] = {
    "fal": "The provider fal is not configured on this server: FAL_KEY is not set",
    "shap-e": "The provider shap-e is not configured on this server: MESHWRIGHT_IMAGE_SHAP_E is not set",
}


def providers_of(settings: Settings) -> tuple[ImageProvider, ...]:
    """Return the providers that are set up."""
    has: dict[ImageProvider, bool] = {
        "local": True,
        "shap-e": bool(settings.image.shap_e),
        "fal": bool(settings.fal.key),
    }
    return tuple(name for name, is_there in has.items() if is_there)


def require_provider(name: ImageProvider, settings: Settings) -> None:
    """Refuse a provider that is not set up, before anything is kept.

    Raises
    ------
    Invalid
        It is not; the facts name those that are.
    """
    allowed = providers_of(settings)
    if name not in allowed:
        raise Invalid(_LACKING[name], field="provider", allowed=list(allowed))
