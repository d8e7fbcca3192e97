"""Whether a webhook comes from FAL.AI: a signature over its headers and its body, by a key that fal publishes (JWKS).

Source: fal's documentation of webhooks (docs.fal.ai, "Verifying your webhook").
"""

import asyncio
import binascii
import hashlib
import time
from base64 import urlsafe_b64decode
from collections.abc import Mapping

import msgspec
import structlog
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from domain.errors import Refused, Unauthenticated, Unavailable
from runtime.fal import REQUEST_ID
from runtime.fetch import Fetcher
from runtime.settings import Settings

HEADER = "X-Fal-Webhook-"
KEYS_BYTES_MAX = 2**16
KEYS_MOST = 32
FRESH_S = 60.0
"""Keys that were fetched so lately are not fetched again because a signature does not fit them."""
SIGNATURE_BYTES = 64
HEADER_LENGTH_MAX = 256

log: structlog.stdlib.BoundLogger = structlog.get_logger()


class _Key(msgspec.Struct):
    kty: str = ""
    crv: str = ""
    x: str = ""


class _KeySet(msgspec.Struct):
    keys: list[_Key]


class FalKeys:
    """The keys that fal signs with, fetched when first needed and believed for a while."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._fetcher = Fetcher(settings.blobs)
        self._keys: tuple[Ed25519PublicKey, ...] = ()
        self._fetched_at = -1e9
        self._fetching = asyncio.Lock()

    async def sender(self, headers: Mapping[str, str], body: bytes) -> str:
        """Return the id of the request that a webhook is about.

        Raises
        ------
        Unauthenticated
            It is not signed by fal, or was signed too long ago.
        Unavailable
            The keys cannot be fetched now; fal sends it again later.
        """
        request_id, user_id, at, signature = (
            str(headers.get(HEADER + name, "")) for name in ("Request-Id", "User-Id", "Timestamp", "Signature")
        )
        self._check_time(at)
        if not REQUEST_ID.fullmatch(request_id) or max(len(user_id), len(signature)) > HEADER_LENGTH_MAX:
            raise Unauthenticated("The webhook is not signed as fal does it")
        message = "\n".join((request_id, user_id, at, hashlib.sha256(body).hexdigest())).encode()
        if not await self._is_signed(signature, message):
            raise Unauthenticated("The webhook is not signed as fal does it")
        return request_id

    def _check_time(self, at: str) -> None:
        moment = int(at) if at.isascii() and at.isdigit() and len(at) < 16 else 0
        if abs(time.time() - moment) > self._settings.fal.webhook_age_s_max:
            raise Unauthenticated("The webhook was signed too long ago, or has no time")

    async def _is_signed(self, signature: str, message: bytes) -> bool:
        try:
            raw = bytes.fromhex(signature)
        except ValueError:
            return False
        if len(raw) != SIGNATURE_BYTES:
            return False
        if any(_fits(key, raw, message) for key in await self._current(self._settings.fal.keys_kept_s)):
            return True
        return any(_fits(key, raw, message) for key in await self._current(FRESH_S))  # fal may have changed its keys

    async def _current(self, age_s_max: float) -> tuple[Ed25519PublicKey, ...]:
        """Return the keys, not older than so long."""
        async with self._fetching:
            if time.monotonic() - self._fetched_at > min(age_s_max, self._settings.fal.keys_kept_s):
                self._keys = await self._fetched()
                self._fetched_at = time.monotonic()
        return self._keys

    async def _fetched(self) -> tuple[Ed25519PublicKey, ...]:
        try:
            data = await self._fetcher.read(self._settings.fal.keys_url, size_bytes_max=KEYS_BYTES_MAX)
            found = msgspec.json.decode(data, type=_KeySet)
        except (Refused, msgspec.MsgspecError, UnicodeDecodeError) as error:
            log.warning("fal.keys_missing", error=type(error).__name__)
            raise Unavailable("The keys that webhooks are signed with cannot be had now", retry_after_s=60) from error
        keys = [_key_of(key.x) for key in found.keys[:KEYS_MOST] if (key.kty, key.crv) == ("OKP", "Ed25519")]
        return tuple(key for key in keys if key is not None)


def _key_of(text: str) -> Ed25519PublicKey | None:
    try:
        return Ed25519PublicKey.from_public_bytes(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, binascii.Error):
        return None


def _fits(key: Ed25519PublicKey, signature: bytes, message: bytes) -> bool:
    try:
        key.verify(signature, message)
    except InvalidSignature:
        return False
    return True
