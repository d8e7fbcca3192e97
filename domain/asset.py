"""An asset that somebody gave: a file of theirs, as it came. Files that jobs make are facts of their jobs."""

import msgspec
from msgspec.structs import replace

from domain.events import Event

NAME_LENGTH_MAX = 200


class AssetUploaded(Event, frozen=True, tag="asset.uploaded"):
    """Somebody gave a file, or named a URL from which it was fetched; its content lies in the blob store."""

    owner: str
    name: str
    media_type: str
    sha256: str
    size_bytes: int
    source_url: str = ""  # where it was fetched from; empty: it was sent


class AssetDeleted(Event, frozen=True, tag="asset.deleted"):
    """Its owner does not want the file to be kept any longer."""


AssetEvent = AssetUploaded | AssetDeleted


class Asset(msgspec.Struct, frozen=True):
    """A given file as it stands."""

    owner: str = ""
    name: str = ""
    media_type: str = ""
    sha256: str = ""
    size_bytes: int = 0
    source_url: str = ""
    is_deleted: bool = False


def evolve(asset: Asset, event: AssetEvent) -> Asset:
    """Return the asset as it stands after `event`."""
    match event:
        case AssetUploaded():
            return Asset(event.owner, event.name, event.media_type, event.sha256, event.size_bytes, event.source_url)
        case AssetDeleted():
            return replace(asset, is_deleted=True)
