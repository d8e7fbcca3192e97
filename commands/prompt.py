"""What may be asked of prompts."""

import unicodedata

from commands.base import Command, Noun
from domain.errors import Conflict, Invalid
from domain.prompt import TEXT_LENGTH_MAX, Prompt, PromptCreated, PromptEvent, PromptParameters, Reference, evolve

STYLE_LENGTH_MAX = 64


class CreatePrompt(Command, frozen=True):
    """Keep words, parameters and pictures to start runs from."""

    is_creation = True

    prompt_id: str
    owner: str
    text: str
    parameters: PromptParameters = PromptParameters()
    references: tuple[Reference, ...] = ()

    @property
    def stream(self) -> str:
        """Return the prompt's id."""
        return self.prompt_id


def clean_text(text: str, field: str = "text") -> str:
    """Return the prompt's text without outer blanks.

    Raises
    ------
    Invalid
        It is empty, too long, has control characters, or no letter or digit in any script.
    """
    text = text.strip()
    if not text:
        raise Invalid("The text is empty; say what to make", field=field)
    if len(text) > TEXT_LENGTH_MAX:
        raise Invalid(
            f"The text has {len(text)} characters; at most {TEXT_LENGTH_MAX} are allowed",
            field=field,
            length_max=TEXT_LENGTH_MAX,
        )
    if any(unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\r\t" for character in text):
        raise Invalid("The text has control characters; only line breaks and tabs are allowed", field=field)
    if not any(character.isalnum() for character in text):
        raise Invalid("The text has no letter or digit; say what to make in words", field=field)
    return text


def clean_style(style: str) -> str:
    """Return the name of a style without outer blanks; it need not be a known one.

    Raises
    ------
    Invalid
        It is empty, too long, or has characters that do not print.
    """
    style = style.strip()
    if not 1 <= len(style) <= STYLE_LENGTH_MAX or not style.isprintable():
        raise Invalid(
            f"`parameters.style` must have 1 to {STYLE_LENGTH_MAX} printable characters",
            field="parameters.style",
            length_max=STYLE_LENGTH_MAX,
        )
    return style


def _create(command: CreatePrompt, prompt: Prompt) -> tuple[PromptEvent, ...]:
    if prompt.owner:
        raise Conflict("There is such a prompt already")
    return (PromptCreated(command.owner, clean_text(command.text), command.parameters, command.references),)


PROMPT = Noun("prompt", Prompt(), evolve, lambda prompt: prompt.owner, {CreatePrompt: _create})
