"""Links to files that need no token: signed, and only good for a while."""

import hashlib
import hmac
import math
import re
from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import quote, urlencode, urlsplit

from domain.errors import Unauthenticated

PURPOSE = "asset-urls"
FILES_PURPOSE = "file-links"
TOKEN_HOURS_LENGTH = 5  # of a token begin with its end, in hours since 1970, base 36
PREFIX = "/api/v1/assets"
ROUNDING_S = 3600
LINKS_KEPT = 10_000
ASSET_PATH = re.compile(r"(?:/api/v1)?/assets/(asset_[0-9a-z]{26})(?:/|$)")


def rounded_end(expires_at: datetime) -> datetime:
    """Return the full hour at or after a time, when links end: so within an hour a file has one link, for caches."""
    return datetime.fromtimestamp(math.ceil(expires_at.timestamp() / ROUNDING_S) * ROUNDING_S, UTC)


class AssetUrls:
    """Signs and checks links to assets; `key` is `MasterKey.derive(PURPOSE)`."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._query = lru_cache(LINKS_KEPT)(self._made_query)

    def signed(self, base_url: str, asset_id: str, name: str, expires_at: datetime) -> str:
        """Return a link that is good until `rounded_end(expires_at)`."""
        expires = int(rounded_end(expires_at).timestamp())
        return f"{base_url}{PREFIX}/{asset_id}/{quote(name)}?{self._query(asset_id, expires)}"

    def check(self, asset_id: str, expires: int, signature: str, now: datetime) -> None:
        """Refuse a link that was not made here, or is over.

        Raises
        ------
        Unauthenticated
            The signature does not belong to this file and time, or the time is past.
        """
        if not hmac.compare_digest(self._signature(asset_id, expires).encode(), signature.encode()):
            raise Unauthenticated("The link is not one that this server made")
        if expires <= now.timestamp():
            raise Unauthenticated("The link has expired; ask for a new one")

    def _made_query(self, asset_id: str, expires: int) -> str:
        return urlencode({"expires": expires, "signature": self._signature(asset_id, expires)})

    def _signature(self, asset_id: str, expires: int) -> str:
        digest = hmac.digest(self._key, f"{asset_id}\n{expires}".encode(), hashlib.sha256)
        return urlsafe_b64encode(digest).decode().rstrip("=")


class FileLinks:
    """Paths of files that browsers open without credentials: `/preview/spec_…_v2.<token>.jpg`."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def path(self, kind: str, name: str, extension: str, expires_at: datetime) -> str:
        """Return the path of a file, good until `rounded_end(expires_at)`."""
        expires = int(rounded_end(expires_at).timestamp()) // ROUNDING_S
        return f"/{kind}/{quote(name)}.{self._token(kind, name, expires)}.{extension}"

    def opens(self, kind: str, name: str, token: str, now: datetime) -> bool:
        """Return whether a token was made here for this file, and is not over."""
        head = token[:TOKEN_HOURS_LENGTH]
        expires = int(head, 36) if head.isascii() and head.isalnum() else 0
        is_own = hmac.compare_digest(self._token(kind, name, expires).encode(), token.encode())
        return is_own and expires * ROUNDING_S > now.timestamp()

    def _token(self, kind: str, name: str, hours: int) -> str:
        digest = hmac.digest(self._key, f"{kind}\n{name}\n{hours}".encode(), hashlib.sha256)
        return _base36(hours).rjust(TOKEN_HOURS_LENGTH, "0") + urlsafe_b64encode(digest[:18]).decode()


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return (_base36(number // 36) if number >= 36 else "") + digits[number % 36]


def asset_of(url: str, base_url: str) -> str | None:
    """Return the asset that `url` names on this server, or None when it points elsewhere."""
    try:
        parts, own = urlsplit(url), urlsplit(base_url)
    except ValueError:  # an address whose brackets do not close
        return None
    if parts.netloc and parts.netloc != own.netloc:
        return None
    found = ASSET_PATH.match(parts.path)
    return found[1] if found else None
