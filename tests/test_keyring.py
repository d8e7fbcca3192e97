"""The master key in its file, and the data keys under it."""

import base64
import os
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psycopg
import pytest

from domain.errors import Gone, Invalid, StorageFailed
from runtime.keyring import FILE_NAME, VARIABLE, Keyring, MasterKey
from runtime.pool import open_pool
from tests.logs import MASTER


@asynccontextmanager
async def ring(url: str, master: MasterKey = MASTER, *, life_s: float = 60.0) -> AsyncIterator[Keyring]:
    """A keyring on a database that is told of erasures."""
    pool = await open_pool(url, size_max=4)
    keyring = Keyring(master)
    await keyring.open(pool, life_s=life_s)
    keyring.is_notified = True
    yield keyring
    await pool.close()


def rows(url: str, query: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(query.encode()).fetchall()


def test_a_missing_master_key_is_made_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    made = MasterKey.load(tmp_path / "new", {})
    assert (tmp_path / "new" / FILE_NAME).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "new").iterdir()] == [FILE_NAME]
    assert MasterKey.load(tmp_path / "new", {}).derive("x") == made.derive("x")


def test_processes_that_make_the_master_key_at_once_agree_on_one(tmp_path: Path) -> None:
    found: list[bytes] = []
    start = threading.Barrier(8)

    def load() -> None:
        start.wait()
        found.append(MasterKey.load(tmp_path, {}).derive("x"))

    threads = [threading.Thread(target=load) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604])
def test_a_master_key_that_others_may_read_is_refused_with_the_cure(tmp_path: Path, mode: int) -> None:
    MasterKey.load(tmp_path, {})
    (tmp_path / FILE_NAME).chmod(mode)
    with pytest.raises(Invalid, match=f"chmod 600 {tmp_path / FILE_NAME}"):
        MasterKey.load(tmp_path, {})


@pytest.mark.parametrize("text", ["", "not base64!", base64.b64encode(b"short").decode(), "é"])
def test_a_file_without_a_key_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text)
    (tmp_path / FILE_NAME).chmod(0o600)
    with pytest.raises(Invalid):
        MasterKey.load(tmp_path, {})


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    secret = os.urandom(32)
    given = MasterKey.load(tmp_path, {VARIABLE: base64.b64encode(secret).decode()})
    assert given.derive("x") == MasterKey(secret).derive("x")
    assert not list(tmp_path.iterdir())


def test_derived_keys_differ_by_purpose_and_by_master_and_stay_the_same() -> None:
    assert MASTER.derive("tokens").hex() == "e7e09cb1270152f8a2a537fd94aa29174e9e86193dcd0fdc818a8f852dec8947"
    assert MASTER.derive("tokens") != MASTER.derive("urls")
    assert MASTER.derive("tokens") != MasterKey(b"x" * 32).derive("tokens")


def test_the_master_key_does_not_show_in_its_text() -> None:
    assert "0123" not in repr(MASTER) + str(MASTER)


async def test_each_subject_has_one_key_whoever_asks(postgres_url: str) -> None:
    async with ring(postgres_url) as one, ring(postgres_url) as other:
        first = await one.key_of("acct_a")
        assert (await other.key_of("acct_a")).id == first.id
        assert (await one.key_of("acct_b")).id != first.id
        sealed = first.cipher.encrypt(b"n" * 12, b"text", None)
        cipher = (await other.ciphers({first.id}))[first.id]
        assert cipher is not None
        assert cipher.decrypt(b"n" * 12, sealed, None) == b"text"


async def test_data_keys_do_not_open_with_another_master_key(postgres_url: str) -> None:
    async with ring(postgres_url) as one:
        await one.key_of("acct_a")
    async with ring(postgres_url, MasterKey(b"x" * 32)) as other:
        with pytest.raises(StorageFailed, match="master key"):
            await other.key_of("acct_a")


async def test_a_wrapped_key_given_to_another_subject_does_not_open(postgres_url: str) -> None:
    async with ring(postgres_url) as keyring:
        await keyring.key_of("acct_a")
        with psycopg.connect(postgres_url) as connection:
            connection.execute("UPDATE keys.subjects SET subject = 'acct_b'")
        keyring.forget()
        with pytest.raises(StorageFailed):
            await keyring.key_of("acct_b")


async def test_erasing_leaves_no_key_but_the_fact(postgres_url: str) -> None:
    async with ring(postgres_url) as keyring:
        key = await keyring.key_of("acct_a")
        await keyring.erase("acct_a")
        await keyring.erase("acct_a")
        assert rows(postgres_url, "SELECT count(*) FROM keys.subjects") == [(0,)]
        assert rows(postgres_url, "SELECT subject, key_id FROM keys.erasures") == [("acct_a", key.id)]
        assert (await keyring.ciphers({key.id}))[key.id] is None
        with pytest.raises(Gone):
            await keyring.key_of("acct_a")


async def test_a_cached_key_is_dropped_when_its_life_ends(postgres_url: str) -> None:
    async with ring(postgres_url) as long, ring(postgres_url, life_s=0.0) as short:
        for keyring in (long, short):
            await keyring.key_of("acct_a")
        assert long.cached("acct_a") is not None
        assert short.cached("acct_a") is None
