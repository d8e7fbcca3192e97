"""What somebody gives is known by its content, and a refusal says what it is."""

import pytest

from api.files.giving import require_known
from domain.errors import Invalid
from runtime.formats import MODELS


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (b"Kaydara FBX Binary  \0", "is FBX, which is not taken here"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is PNG, which is not taken here"),
        (b"just some words", "is of no known format"),
    ],
)
def test_a_refused_file_is_named(head: bytes, what: str) -> None:
    with pytest.raises(Invalid) as refused:
        require_known(head, len(head), MODELS)
    assert refused.value.message == f"The file {what}; these are read here: GLB, glTF, OBJ, PLY, STL, ZIP"
