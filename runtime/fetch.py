"""Fetches what a client's URL names, and never what only this machine or its network can reach.

A name is resolved once, every address is checked, and the connection goes to the checked address: a name that changes
its mind between check and use gains nothing. Each redirect is a new URL with the same checks. No proxy, no cookies, no
credentials, no content coding (a small body cannot unfold into a large one).
"""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urljoin, urlsplit

import httpcore

from domain.errors import Invalid, TooLarge
from runtime.settings import BlobSettings

PORTS = (80, 443, 8080, 8443)
URL_LENGTH_MAX = 2048
REDIRECTS = (301, 302, 303, 307, 308)
# is_global lets these through; each of them can stand for an address of this network.
REFUSED_NETWORKS = tuple(
    ip_network(network)
    for network in (
        "64:ff9b::/96",  # NAT64
        "64:ff9b:1::/48",  # NAT64 of a local network
        "2002::/16",  # 6to4
        "2001::/32",  # Teredo
        "::ffff:0:0/96",  # IPv4 in IPv6
        "::/96",  # the same, old
        "fec0::/10",  # site-local
        "168.63.129.16/32",  # a cloud's metadata service at an address that looks public
    )
)


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Return whether everybody can reach `address`, and nothing translates it into one that only we reach."""
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    return not any(address.version == network.version and address in network for network in REFUSED_NETWORKS)


class _GuardedNetwork(httpcore.AsyncNetworkBackend):
    """Opens connections to checked addresses only."""

    def __init__(self, allowed: frozenset[tuple[str, int]]) -> None:
        self._allowed = allowed
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first of the host's addresses, after all of them were found to be public."""
        addresses = await _resolve(host, port)
        if (host.lower(), port) not in self._allowed:
            if port not in PORTS:
                raise Invalid("Nothing is fetched from this port", allowed=PORTS)
            if not all(is_public(ip_address(address)) for address in addresses):
                raise Invalid("The address is not a public one; nothing is fetched from it")
        return await self._network.connect_tcp(addresses[0], port, timeout, local_address, socket_options)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class Fetcher:
    """Fetches within the limits of the settings."""

    def __init__(self, settings: BlobSettings) -> None:
        self._settings = settings
        self._allowed = frozenset(_pairs(settings.reference_hosts_allowed))

    async def read(self, url: str, *, size_bytes_max: int) -> bytes:
        """Return what `url` names; for files small enough for memory.

        Raises
        ------
        Invalid
            The URL is not one that is fetched, or the other side does not answer as it should, in time.
        TooLarge
            There is more than `size_bytes_max`.
        """
        timeout_s = self._settings.reference_timeout_s
        try:
            async with asyncio.timeout(timeout_s), self._pool() as pool, self._open(pool, url) as response:
                return b"".join([chunk async for chunk in _limited(response, size_bytes_max)])
        except (TimeoutError, httpcore.TimeoutException) as error:
            raise Invalid("The address did not answer in time", seconds_max=timeout_s) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise Invalid("The address cannot be reached, or does not answer as a web server does") from error

    @contextlib.asynccontextmanager
    async def reading(self, url: str, *, size_bytes_max: int, timeout_s: float) -> AsyncIterator[AsyncIterator[bytes]]:
        """Give out what `url` names piece by piece, while the block lasts; for files too large for memory.

        Raises
        ------
        Invalid
            The URL is not one that is fetched, or the other side does not answer as it should, in time.
        TooLarge
            There is more than `size_bytes_max`.
        """
        try:
            async with asyncio.timeout(timeout_s), self._pool() as pool, self._open(pool, url) as response:
                yield _limited(response, size_bytes_max)
        except (TimeoutError, httpcore.TimeoutException) as error:
            raise Invalid("The address did not answer in time", seconds_max=timeout_s) from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise Invalid("The address cannot be reached, or does not answer as a web server does") from error

    def _pool(self) -> httpcore.AsyncConnectionPool:
        return httpcore.AsyncConnectionPool(network_backend=_GuardedNetwork(self._allowed), retries=0)

    @contextlib.asynccontextmanager
    async def _open(self, pool: httpcore.AsyncConnectionPool, url: str) -> AsyncIterator[httpcore.Response]:
        """Follow redirects to an answer that is no redirect, and give it out open."""
        for _ in range(self._settings.reference_redirects_max + 1):
            headers = [("Accept-Encoding", "identity"), ("User-Agent", "meshwright")]
            async with pool.stream(
                "GET", _checked(url), headers=[("Host", urlsplit(url).netloc), *headers]
            ) as response:
                if response.status not in REDIRECTS:
                    yield response
                    return
                url = urljoin(url, _header(response, b"location"))
        raise Invalid("There are too many redirects", redirects_max=self._settings.reference_redirects_max)


async def _limited(response: httpcore.Response, size_bytes_max: int) -> AsyncIterator[bytes]:
    if response.status != 200:
        raise Invalid(f"The address answered with status {response.status}", status=response.status)
    if _header(response, b"content-encoding") not in ("", "identity"):
        raise Invalid("The address answered with a content coding, which was not asked for")
    stated = _header(response, b"content-length")
    if stated.isdecimal() and int(stated) > size_bytes_max:
        raise TooLarge("The file at this address is too large", size_bytes_max=size_bytes_max)
    size_bytes = 0
    async for chunk in response.aiter_stream():
        size_bytes += len(chunk)
        if size_bytes > size_bytes_max:
            raise TooLarge("The file at this address is too large", size_bytes_max=size_bytes_max)
        yield chunk


def _checked(url: str) -> str:
    """Return `url` if its form is one that is fetched."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  reading it checks it
    except ValueError as error:
        raise Invalid("This is not a URL") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or len(url) > URL_LENGTH_MAX or not url.isascii():
        raise Invalid("Only http and https URLs are fetched", length_max=URL_LENGTH_MAX)
    if parts.username is not None or parts.password is not None:
        raise Invalid("A URL with a name or password in it is not fetched")
    return url


async def _resolve(host: str, port: int) -> list[str]:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Invalid("The host of this address is not known") from error
    return [str(address[0]) for *_, address in found]


def _header(response: httpcore.Response, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in response.headers if key.lower() == name), "")


def _pairs(text: str) -> Iterable[tuple[str, int]]:
    for pair in filter(None, (part.strip() for part in text.split(","))):
        host, _, port = pair.rpartition(":")
        yield host.lower().strip("[]"), int(port)
