"""The blob store, in a folder."""

import asyncio
import errno
import hashlib
import os
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from obstore.exceptions import GenericError

from domain.errors import StorageFailed, TooLarge
from runtime.blobs import Blobs, asset_id
from runtime.partials import not_kept

BIG = bytes(range(256)) * 2**17  # 32 MiB: several parts of a multipart upload


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs.open(f"file://{tmp_path}/my%20blobs")


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def pieces(*chunks: bytes) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


@pytest.mark.parametrize("content", [b"", b"x", BIG], ids=["empty", "small", "32 MiB"])
async def test_what_is_put_comes_back_under_its_hash(blobs: Blobs, tmp_path: Path, content: bytes) -> None:
    sha256, size_bytes = await blobs.put(content)
    assert (sha256, size_bytes) == (hashlib.sha256(content).hexdigest(), len(content))
    assert await blobs.get(sha256) == content
    assert await blobs.size(sha256) == len(content)
    assert files_in(tmp_path) == [tmp_path / "my blobs" / sha256[:2] / sha256]


async def test_bytes_a_file_and_a_stream_of_the_same_content_are_one_blob(blobs: Blobs, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(BIG)
    first = await blobs.put(BIG)
    assert await blobs.put(source) == first
    assert await blobs.put(pieces(BIG[:7], b"", BIG[7:])) == first
    assert len(files_in(tmp_path / "my blobs")) == 1


async def test_a_part_can_be_read_alone(blobs: Blobs) -> None:
    sha256, _ = await blobs.put(BIG)

    async def part(start: int, end: int | None = None) -> bytes:
        return b"".join([chunk async for chunk in blobs.stream(sha256, start, end)])

    assert await part(5, 10) == BIG[5:10]
    assert await part(0, 1) == BIG[:1]
    assert await part(len(BIG) - 3) == BIG[-3:]
    assert await part(10, 10) == b""


async def test_a_stream_that_breaks_leaves_nothing(blobs: Blobs, tmp_path: Path) -> None:
    async def breaking() -> AsyncIterator[bytes]:
        yield BIG
        raise RuntimeError("the client went away")

    with pytest.raises(RuntimeError, match="went away"):
        await blobs.put(breaking())
    assert files_in(tmp_path) == []


async def test_a_cancelled_put_leaves_nothing(blobs: Blobs, tmp_path: Path) -> None:
    has_begun = asyncio.Event()

    async def hanging() -> AsyncIterator[bytes]:
        yield BIG
        has_begun.set()
        await asyncio.Event().wait()

    task = asyncio.create_task(blobs.put(hanging()))
    await has_begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert files_in(tmp_path) == []


async def test_more_than_the_limit_is_refused_while_it_streams(blobs: Blobs, tmp_path: Path) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 1
            yield b"x" * 2**16

    with pytest.raises(TooLarge) as refusal:
        await blobs.put(endless(), size_bytes_max=2**20)
    assert refusal.value.facts == {"size_bytes_max": 2**20}
    assert sent == 17
    assert files_in(tmp_path) == []


async def test_sixteen_writers_of_one_content_agree(blobs: Blobs, tmp_path: Path) -> None:
    kept = await asyncio.gather(*(blobs.put(BIG[: 2**20]) for _ in range(16)))
    assert len(set(kept)) == 1
    assert len(files_in(tmp_path)) == 1


async def test_a_missing_blob_and_a_hash_that_is_none_are_clear_failures(blobs: Blobs) -> None:
    assert await blobs.size("0" * 64) is None
    with pytest.raises(StorageFailed, match="cannot be read"):
        await blobs.get("0" * 64)
    with pytest.raises(StorageFailed, match="not the hash"):
        await blobs.get("../../etc/passwd")


async def test_a_deleted_blob_is_gone_and_deleting_again_is_no_error(blobs: Blobs) -> None:
    sha256, _ = await blobs.put(b"x")
    await blobs.delete(sha256)
    await blobs.delete(sha256)
    assert await blobs.size(sha256) is None


async def test_what_a_killed_writer_left_is_cleared_when_it_is_old(blobs: Blobs, tmp_path: Path) -> None:
    await blobs.put(b"kept")
    left = tmp_path / "my blobs" / "incoming" / "blob_left"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"half")
    assert await blobs.clear_abandoned() == 0
    assert await blobs.clear_abandoned(timedelta(0)) == 1
    assert len(files_in(tmp_path)) == 1


def test_a_store_that_cannot_be_opened_is_named_by_its_scheme() -> None:
    with pytest.raises(StorageFailed) as failure:
        Blobs.open("ftp://somewhere/blobs")
    assert failure.value.facts == {"scheme": "ftp"}


async def test_a_folder_that_cannot_be_made_is_a_clear_failure() -> None:
    with pytest.raises(StorageFailed, match="cannot be opened"):
        Blobs.open("file:///proc/version/blobs")


def test_the_id_of_an_asset_follows_from_source_name_and_content() -> None:
    sha256 = hashlib.sha256(b"x").hexdigest()
    first = asset_id("run_1", "model.glb", sha256)
    assert first == asset_id("run_1", "model.glb", sha256)
    assert first != asset_id("run_2", "model.glb", sha256)
    assert first.startswith("asset_")
    assert len(first) == len("asset_") + 26


def test_a_full_disk_is_told_from_other_troubles() -> None:
    source = "Unable to copy data to file: No space left on device (os error 28)"  # as obstore says it
    for error in (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), GenericError(source)):
        assert "Make room" in not_kept(error).message
    assert not_kept(OSError(errno.EIO, "Input/output error")).message == "The file cannot be kept"
