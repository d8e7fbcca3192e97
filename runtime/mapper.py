"""Between events and what is stored: the codec gives the bytes, the key of the subject seals them.

A sealed payload is: one byte of format, eight of key id, twelve of nonce, then AES-256-GCM ciphertext and tag.
The first nine bytes, the stream, the version and the tag are authenticated with it: moved elsewhere it does not open.
"""

import os
from collections.abc import Mapping
from typing import Any, Protocol

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import JSONTranscoder, StoredEvent
from eventsourcing.persistence import Mapper as LibraryMapper

from domain.errors import Gone, StorageFailed
from domain.events import Event, Record
from runtime.keyring import NONCE_BYTES, Keyring, SubjectKey

FORMAT = b"\x01"
HEADER_BYTES = 9
SEALED_FROM = HEADER_BYTES + NONCE_BYTES


class Codec(Protocol):
    """Turns events into bytes and back; old shapes pass their upcasters in `decode`."""

    def encode(self, event: Event, /) -> bytes:
        """Return the payload of `event`."""
        ...

    def decode(self, tag: str, payload: bytes, /) -> Event:
        """Return the event stored under `tag`."""
        ...


class Fact(msgspec.Struct, frozen=True):
    """An event and its place, in the words of the `eventsourcing` package."""

    originator_id: str
    originator_version: int
    event: Event | None
    subject: str = ""


class Mapper(LibraryMapper[str]):
    """Seals events for storage and opens them again."""

    def __init__(self, codec: Codec, keyring: Keyring) -> None:
        super().__init__(JSONTranscoder())
        self._codec = codec
        self._keyring = keyring

    def seal(self, stream: str, version: int, event: Event, key: SubjectKey) -> StoredEvent:
        """Return `event` as it is stored."""
        tag = event.tag()
        header = FORMAT + key.id.to_bytes(8, "big")
        nonce = os.urandom(NONCE_BYTES)
        sealed = key.cipher.encrypt(nonce, self._codec.encode(event), _bound(header, stream, version, tag))
        return StoredEvent(stream, version, tag, header + nonce + sealed)

    def unseal(
        self, stream: str, version: int, tag: str, state: bytes, ciphers: Mapping[int, AESGCM | None]
    ) -> Event | None:
        """Return the stored event; None when its key has been destroyed.

        Raises
        ------
        StorageFailed
            The payload is not what was stored there, or this release does not know it.
        """
        cipher = ciphers[key_id_of(state)]
        if cipher is None:
            return None
        bound = _bound(state[:HEADER_BYTES], stream, version, tag)
        try:
            payload = cipher.decrypt(state[HEADER_BYTES:SEALED_FROM], state[SEALED_FROM:], bound)
        except InvalidTag as error:
            raise StorageFailed(
                "A stored event was changed: its seal is broken", stream=stream, version=version
            ) from error
        try:
            return self._codec.decode(tag, payload)
        except (KeyError, msgspec.ValidationError, msgspec.DecodeError) as error:
            raise StorageFailed(
                "A stored event is not known to this release", stream=stream, version=version, tag=tag
            ) from error

    def record(self, row: tuple[Any, ...], ciphers: Mapping[int, AESGCM | None]) -> Record:
        """Return the record that a row of the log holds."""
        position, stream, version, tag, recorded_at, actor, subject, correlation, causation, state, digest = row
        event = self.unseal(stream, version, tag, state, ciphers)
        return Record(
            position, stream, version, tag, recorded_at, actor, subject, correlation, causation, event, digest
        )

    def to_stored_event(self, domain_event: DomainEventProtocol[str]) -> StoredEvent:
        """Seal a `Fact` whose subject's key is at hand."""
        assert isinstance(domain_event, Fact)
        assert domain_event.event is not None
        key = self._keyring.cached(domain_event.subject)
        if key is None:
            raise Gone("The key of the subject is not at hand")
        return self.seal(domain_event.originator_id, domain_event.originator_version, domain_event.event, key)

    def to_domain_event(self, stored_event: StoredEvent) -> DomainEventProtocol[str]:
        """Open a stored event whose subject's key is at hand."""
        stream, version = str(stored_event.originator_id), stored_event.originator_version
        ciphers = self._keyring.at_hand()
        return Fact(stream, version, self.unseal(stream, version, stored_event.topic, stored_event.state, ciphers))


def key_id_of(state: bytes) -> int:
    """Return which key a payload was sealed with."""
    if state[:1] != FORMAT or len(state) < SEALED_FROM:
        raise StorageFailed("A stored event has no known format")
    return int.from_bytes(state[1:HEADER_BYTES], "big")


def _bound(header: bytes, stream: str, version: int, tag: str) -> bytes:
    return header + f"{stream}\0{version}\0{tag}".encode()
