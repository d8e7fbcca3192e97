"""The maker of this server: no download, no other machine."""

from domain.work import ImageToModel
from handlers.context import JobContext
from handlers.providers import Made


def made(work: ImageToModel, job: JobContext) -> Made:
    """Return what a fit or an inflation made of the picture, whichever agrees better with it."""
    from handlers.picturing.making import made as made_here  # its libraries take seconds to import

    return made_here(work, job)
