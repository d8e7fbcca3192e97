"""Who makes a model of a picture: this server's own maker, Shap-E, or FAL.AI's queue, behind one protocol."""

from importlib import import_module
from typing import Any, Protocol, cast

import msgspec

from domain.job import ArtefactRole
from domain.work import ImageToModel
from domain.work.image_to_model import ImageProvider
from handlers.context import JobContext


class MadeFile(msgspec.Struct, frozen=True):
    """A file beside the model."""

    data: bytes
    name: str
    media_type: str
    role: ArtefactRole = "result"


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A model as a provider made it; packaging is still to come.

    `method` says how: fit, inflation, shap-e or fal. `agreement` tells how well the model, seen from where the picture
    was taken, agrees with the picture; it is empty where nobody measured. `facts` are JSON and go into the account.
    `preview` is a PNG, or empty where nobody drew one. `source_url` is where a remote provider itself serves the model.
    `doubts` are sentences about what is not certain of it.
    """

    glb: bytes
    method: str
    agreement: dict[str, float] = {}
    facts: dict[str, Any] = {}
    preview: bytes = b""
    files: tuple[MadeFile, ...] = ()
    source_url: str = ""
    doubts: tuple[str, ...] = ()


class Provider(Protocol):
    """Makes models of pictures; one is a module of this package."""

    def made(self, work: ImageToModel, job: JobContext) -> Made:
        """Pass through the stages reading, foreground, shaping and texturing, and return the model.

        Raises
        ------
        Refused
            The picture is not one that a model can be made of.
        GenerationFailed
            What was made is no model, or what it is made with is not there.
        ProviderFailed
            A remote service refused, failed, or did not answer as it should.
        """


MODULES: dict[ImageProvider, str] = {"local": "local", "shap-e": "shap_e", "fal": "fal"}


def provider_of(name: ImageProvider) -> Provider:
    """Return a provider; only then its libraries are loaded."""
    return cast("Provider", import_module(f"{__name__}.{MODULES[name]}"))
