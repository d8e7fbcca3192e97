"""`meshwright make` says who read the words, where that is not who was asked."""

import pytest

from runtime.cli.make import other_reader


@pytest.mark.parametrize(
    ("model", "used", "method", "said"),
    [
        ("org/tiny", "", "planner", "MESHWRIGHT_LM is org/tiny here, but the words were read by the planner alone"),
        ("/models/tiny", "large", "lm_adapter", "MESHWRIGHT_LM is tiny here, but the words were read by the language"),
        ("", "tiny", "lm_adapter", "No MESHWRIGHT_LM is set here, but the words were read by the language model tiny"),
    ],
)  # fmt: skip
def test_another_process_that_took_the_job_with_its_own_settings_is_named(
    model: str, used: str, method: str, said: str
) -> None:
    assert other_reader({"generation_method": method, "model": used}, model).startswith(said)


@pytest.mark.parametrize(
    ("model", "used", "method"),
    [("", "", "planner"), ("/models/tiny", "tiny", "lm_adapter"), ("org/tiny", "org/tiny", "planner_fallback"),
     ("org/tiny", "", "given")],
)  # fmt: skip
def test_nothing_is_said_where_the_words_were_read_as_asked(model: str, used: str, method: str) -> None:
    assert other_reader({"generation_method": method, "model": used}, model) == ""
