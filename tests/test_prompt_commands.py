"""What may be asked of prompts."""

import contextlib

import pytest
from hypothesis import given as forall
from hypothesis import strategies as st

from commands.prompt import CreatePrompt, clean_text
from domain.errors import Conflict, Invalid
from domain.prompt import TEXT_LENGTH_MAX, PromptCreated
from tests.decisions import given

OWNER = "acct_ada"


def _asked(text: str) -> CreatePrompt:
    return CreatePrompt("prompt_1", OWNER, text)


def test_words_become_a_prompt_without_their_outer_blanks() -> None:
    given().when(_asked("  an oak chair\n")).then(PromptCreated(OWNER, "an oak chair"))


def test_any_script_has_words() -> None:
    given().when(_asked("椅子")).then(PromptCreated(OWNER, "椅子"))


def test_a_prompt_is_created_once() -> None:
    given(PromptCreated(OWNER, "a chair")).when(_asked("a table")).then_refuses(Conflict)


@pytest.mark.parametrize("text", ["", "  \n", "🙂🚗", "!?…", "a\x00b", "a\x1bb", "x" * (TEXT_LENGTH_MAX + 1)])
def test_a_text_that_says_nothing_or_too_much_is_refused(text: str) -> None:
    assert given().when(_asked(text)).then_refuses(Invalid).facts["field"] == "text"


def test_a_text_may_have_the_greatest_length() -> None:
    assert len(clean_text("x" * TEXT_LENGTH_MAX)) == TEXT_LENGTH_MAX


@forall(st.text())
def test_cleaning_a_clean_text_changes_nothing(text: str) -> None:
    with contextlib.suppress(Invalid):
        cleaned = clean_text(text)
        assert clean_text(cleaned) == cleaned
