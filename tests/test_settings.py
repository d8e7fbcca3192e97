"""Settings that cannot be meant are refused before anything starts."""

import pytest

from domain.errors import Invalid
from engine.single_view.photo import SIDE_MIN
from runtime.settings import load_settings


@pytest.mark.parametrize("value", ["nan", "inf", "-1", "1e300", "0", "soon"])
def test_a_time_that_is_none_is_refused(value: str) -> None:
    for name in ("MESHWRIGHT_LM_TIMEOUT_S", "MESHWRIGHT_HTTP_REQUEST_TIMEOUT_S"):
        with pytest.raises(Invalid, match="not allowed"):
            load_settings({name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MESHWRIGHT_MAKER_GUIDANCE", "nan"),
        ("MESHWRIGHT_MAKER_GUIDANCE", "1e9"),
        ("MESHWRIGHT_MAKER_STEPS", "1000000"),
        ("MESHWRIGHT_LM_TOKENS_MAX", "99999999999999999999"),
        ("MESHWRIGHT_MAKER", "tripo"),
        ("MESHWRIGHT_IMAGE_SIDE_PX_MIN", str(SIDE_MIN - 1)),
        ("MESHWRIGHT_WORK_MEMORY_MIB_MAX", "1e30"),
    ],
)
def test_a_number_beyond_all_sense_is_refused(name: str, value: str) -> None:
    with pytest.raises(Invalid, match="not allowed"):
        load_settings({name: value})


def test_what_is_within_sense_is_taken() -> None:
    settings = load_settings({"MESHWRIGHT_LM_TIMEOUT_S": "30", "MESHWRIGHT_MAKER_GUIDANCE": "7.5"})
    assert (settings.lm.timeout_s, settings.maker.guidance) == (30.0, 7.5)


def test_no_picture_is_taken_that_is_too_small_for_the_makers() -> None:
    assert load_settings({}).image.side_px_min == SIDE_MIN
