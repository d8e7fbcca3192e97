"""Fetches the file of a result, from where an answer says that it lies: an address that nobody here chose."""

import asyncio

import httpcore

from domain.errors import Invalid, MeshwrightError, ProviderFailed, TooLarge
from runtime.fal import Told, tell_nobody
from runtime.fetch import Fetcher
from runtime.settings import Settings

RETRIES = 3
_PASSING = (TimeoutError, OSError, httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException)


async def fetched(url: str, settings: Settings, told: Told = tell_nobody) -> bytes:
    """Return what lies at `url`; addresses that only this network reaches are refused, also behind redirects.

    Raises
    ------
    ProviderFailed
        It cannot be had, or is too large.
    """
    fal, fetcher = settings.fal, Fetcher(settings.blobs)
    for trouble in range(1, RETRIES + 2):
        try:
            async with fetcher.reading(
                url, size_bytes_max=fal.model_bytes_max, timeout_s=fal.fetch_timeout_s
            ) as pieces:
                return b"".join([piece async for piece in pieces])
        except (Invalid, TooLarge) as error:
            if trouble > RETRIES or not _may_pass(error):
                raise ProviderFailed(
                    f"The provider's model cannot be fetched: {_began_small(error.message)}"
                ) from error
            told("The model could not be fetched; it is tried again", reason=error.message)
        await asyncio.sleep(min(fal.retry_delay_s * 2.0 ** (trouble - 1), fal.retry_delay_s_max))
    raise AssertionError("the last trouble is raised")


def _may_pass(error: MeshwrightError) -> bool:
    status = error.facts.get("status", 0)
    return isinstance(error.__cause__, _PASSING) or status >= 500 or status == 429


def _began_small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
