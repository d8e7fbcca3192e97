"""What may be asked of files that somebody gave."""

import pytest

from commands.asset import DeleteAsset, UploadAsset, clean_name
from domain.asset import NAME_LENGTH_MAX, AssetDeleted, AssetUploaded
from domain.errors import Conflict, Invalid
from tests.decisions import given

GIVEN = ("acct_ada", "duck.glb", "model/gltf-binary", "ab" * 32, 120, "https://example.org/duck.glb")


def test_a_file_is_given_once() -> None:
    given().when(UploadAsset("asset_1", *GIVEN)).then(AssetUploaded(*GIVEN))
    given(AssetUploaded(*GIVEN)).when(UploadAsset("asset_1", *GIVEN)).then_refuses(Conflict)


def test_letting_a_file_go_twice_is_one_fact() -> None:
    given(AssetUploaded(*GIVEN)).when(DeleteAsset("asset_1")).then(AssetDeleted())
    given(AssetUploaded(*GIVEN), AssetDeleted()).when(DeleteAsset("asset_1")).then_nothing()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("duck.glb", "duck.glb"),
        ("../../etc/passwd", "passwd"),
        ("C:\\models\\a b.glb", "a b.glb"),
        ("a\x00\x1b\n.glb", "a.glb"),
        ("模型.glb", "模型.glb"),
        ("", "upload.glb"),
        ("..", "upload.glb"),
        ("/", "upload.glb"),
    ],
)
def test_of_a_name_the_last_part_is_kept_as_far_as_it_prints(name: str, kept: str) -> None:
    assert clean_name(name, "upload.glb") == kept


def test_a_name_that_is_too_long_is_refused() -> None:
    assert clean_name("x" * NAME_LENGTH_MAX, "")
    with pytest.raises(Invalid, match="200 characters"):
        clean_name("x" * (NAME_LENGTH_MAX + 1), "")
