"""What may be asked of files that somebody gave."""

from commands.base import Command, Noun
from domain.asset import NAME_LENGTH_MAX, Asset, AssetDeleted, AssetEvent, AssetUploaded, evolve
from domain.errors import Conflict, Invalid


class UploadAsset(Command, frozen=True):
    """State that a file somebody gave lies in the blob store."""

    is_creation = True

    asset_id: str
    owner: str
    name: str
    media_type: str
    sha256: str
    size_bytes: int
    source_url: str = ""

    @property
    def stream(self) -> str:
        """Return the asset's id."""
        return self.asset_id


class DeleteAsset(Command, frozen=True):
    """Let a given file go; asking again is no second fact."""

    asset_id: str

    @property
    def stream(self) -> str:
        """Return the asset's id."""
        return self.asset_id


def clean_name(name: str, default: str) -> str:
    """Return the last part of a file's name without what does not print; `default` where nothing is left.

    Raises
    ------
    Invalid
        It is too long.
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(character for character in last if character.isprintable()).strip(" .")
    if len(plain) > NAME_LENGTH_MAX:
        raise Invalid(f"A file's name may have {NAME_LENGTH_MAX} characters", field="name", length_max=NAME_LENGTH_MAX)
    return plain or default


def _upload(command: UploadAsset, asset: Asset) -> tuple[AssetEvent, ...]:
    if asset.owner:
        raise Conflict("There is such an asset already")
    return (
        AssetUploaded(
            command.owner, command.name, command.media_type, command.sha256, command.size_bytes, command.source_url
        ),
    )


def _delete(command: DeleteAsset, asset: Asset) -> tuple[AssetEvent, ...]:
    return () if asset.is_deleted else (AssetDeleted(),)


ASSET = Noun("asset", Asset(), evolve, lambda asset: asset.owner, {UploadAsset: _upload, DeleteAsset: _delete})
