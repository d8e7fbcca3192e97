"""A causal language model of the transformers library that writes JSON by a schema, within a time and a length.

At every step the tokens that would leave the schema are masked (llguidance, MIT licence), so what is finished is valid
whatever the weights are. Greedy: the same question gives the same answer on the same machine.
"""

import json
import time
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.shapes import Tick, no_tick

if TYPE_CHECKING:
    import torch

_LOADABLE = "; MESHWRIGHT_LM has to name a causal model in safetensors, see docs/neural.md"
_MEMORY = "out of memory; a smaller model needs less, see docs/neural.md"
_UNLIMITED = 1 << 20  # tokens; tokenizers say a huge number where they know no limit


class NotUsable(Exception):
    """The model did not give a reading; the sentence says why, and holds nothing of the text."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a model wrote, and what it took."""

    text: str
    tokens_read: int
    tokens_written: int
    seconds: float


class LanguageModel:
    """A model and its tokenizer in memory, on the GPU if there is one."""

    def __init__(self, name: str) -> None:
        """Load a model by its folder or hub name; code that comes with it is never run, nor are pickles read.

        Raises
        ------
        NotUsable
            The packages or the model are missing, it is no causal model with a fast tokenizer, or memory ran out.
        """
        self.name = name
        try:
            self._load(name)
        except ImportError as error:
            raise NotUsable(f"not installed: {error.name or 'a package'} (pip install 'meshwright[lm]')") from error
        except Exception as error:  # whatever a foreign model raises: there is another reader
            raise NotUsable(_reason("the model could not be loaded", error, _LOADABLE)) from error

    def _load(self, name: str) -> None:
        import torch
        from llguidance.hf import from_tokenizer
        from transformers import AutoModelForCausalLM, AutoTokenizer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        precision = torch.bfloat16 if self.device == "cuda" else torch.float32
        self.tokenizer = AutoTokenizer.from_pretrained(name, trust_remote_code=False)
        self._model = AutoModelForCausalLM.from_pretrained(
            name, dtype=precision, trust_remote_code=False, use_safetensors=True
        )
        self._model = self._model.to(self.device).eval()
        config = self._model.config.get_text_config()
        self._window = int(getattr(config, "max_position_embeddings", None) or _UNLIMITED)
        self._words = from_tokenizer(self.tokenizer, n_vocab=int(config.vocab_size), slices=[])

    @property
    def marks(self) -> frozenset[str]:
        """Return the tokens that steer the model."""
        added = self.tokenizer.added_tokens_decoder.values()
        return frozenset({token.content for token in added if token.special} | set(self.tokenizer.all_special_tokens))

    def write(
        self, question: str, schema: dict[str, Any], *, timeout_s: float, tokens_max: int, tick: Tick = no_tick
    ) -> Written:
        """Return an answer to a question, valid under the schema.

        Raises
        ------
        NotUsable
            The time or the tokens ran out, the question does not fit into the model, or it failed.
        """
        try:
            return self._write(question, schema, timeout_s, tokens_max, tick)
        except NotUsable:
            raise
        except Exception as error:  # whatever a foreign model raises: there is another reader
            raise NotUsable(_reason("the model failed", error, "; another model may not")) from error

    def _write(self, question: str, schema: dict[str, Any], timeout_s: float, tokens_max: int, tick: Tick) -> Written:
        import torch

        began = time.monotonic()
        asked = self._tokens(question)
        room = self._window - asked.shape[1]
        if room < 1:
            raise NotUsable(f"too long: the question has {asked.shape[1]} tokens, the model reads {self._window}")
        guide = _Guide(self._words, schema, asked.shape[1], began + timeout_s, min(tokens_max, room), tick)
        with torch.inference_mode():
            ids = self._model.generate(
                asked,
                attention_mask=torch.ones_like(asked),
                generation_config=self._manner(min(tokens_max, room)),
                logits_processor=[guide.mask],
                stopping_criteria=[guide.is_done],
            )
        written = ids[0, asked.shape[1] :].tolist()
        guide.require_finished()
        text = self._words.decode_bytes(written).decode()
        return Written(text, asked.shape[1], len(written), time.monotonic() - began)

    def _tokens(self, question: str) -> "torch.Tensor":
        import torch

        if self.tokenizer.chat_template:
            told = self.tokenizer.apply_chat_template(
                [{"role": "user", "content": question}], add_generation_prompt=True, tokenize=False,
                enable_thinking=False,
            )  # fmt: skip
            ids = self.tokenizer(told, add_special_tokens=False)["input_ids"]
        else:
            ids = self.tokenizer(question)["input_ids"]
        return torch.tensor([ids], device=self.device)

    def _manner(self, tokens_max: int) -> Any:
        """Return how to write: greedily, without the habits that a model's folder may bring along."""
        from transformers import GenerationConfig

        end = self.tokenizer.eos_token_id
        return GenerationConfig(
            do_sample=False, num_beams=1, max_new_tokens=tokens_max, repetition_penalty=1.0, no_repeat_ngram_size=0,
            temperature=1.0, top_k=50, top_p=1.0, eos_token_id=end, pad_token_id=end,
        )  # fmt: skip


class _Guide:
    """Follows a writing token by token: which may come next, and whether it is time to stop."""

    def __init__(
        self, words: Any, schema: dict[str, Any], asked: int, deadline: float, tokens_max: int, tick: Tick
    ) -> None:
        from llguidance import LLMatcher

        grammar = LLMatcher.grammar_from_json_schema(json.dumps(schema), overrides={"whitespace_flexible": False})
        self._matcher = LLMatcher(words, grammar)
        self._asked, self._deadline, self._tokens_max, self._tick = asked, deadline, tokens_max, tick
        self._seen = asked
        self._is_late = False

    def mask(self, ids: "torch.Tensor", scores: "torch.Tensor") -> "torch.Tensor":
        """Return the scores with minus infinity for each token that would leave the schema."""
        import torch

        bits = np.frombuffer(self._matcher.compute_bitmask(), np.uint8)
        allowed = np.unpackbits(bits, bitorder="little", count=scores.shape[1])
        is_barred = torch.from_numpy(allowed == 0).to(scores.device)
        barred: torch.Tensor = scores.nan_to_num().masked_fill(is_barred, float("-inf"))
        return barred

    def is_done(self, ids: "torch.Tensor", scores: Any, **_: Any) -> "torch.Tensor":
        """Take the new token in and return whether the answer is finished or the time is over."""
        import torch

        for token in ids[0, self._seen :].tolist():
            self._matcher.consume_token(token)
        self._seen = ids.shape[1]
        self._tick((self._seen - self._asked) / self._tokens_max, "The language model is reading")
        self._is_late = time.monotonic() > self._deadline
        return torch.tensor([self._is_late or self._is_finished], device=ids.device)

    @property
    def _is_finished(self) -> bool:
        return bool(self._matcher.is_accepting() or self._matcher.is_stopped() or self._matcher.is_error())

    def require_finished(self) -> None:
        """Raise NotUsable unless a whole answer stands there."""
        if self._matcher.is_error():
            raise NotUsable("invalid: the answer left the schema")
        if self._matcher.is_accepting() or self._matcher.is_stopped():
            return
        raise NotUsable(
            "timeout: no answer in time; MESHWRIGHT_LM_TIMEOUT_S gives it longer"
            if self._is_late
            else "token limit: no answer within the tokens; MESHWRIGHT_LM_TOKENS_MAX allows more"
        )


def _reason(what: str, error: Exception, advice: str) -> str:
    """Return a sentence without what the error says: that may hold paths and parts of the text."""
    is_memory = isinstance(error, MemoryError) or "memory" in str(error).casefold()
    return _MEMORY if is_memory else f"{what} ({type(error).__name__}){advice}"


@lru_cache(maxsize=1)
def language_model(name: str) -> LanguageModel:
    """Return a model, loaded once in this process."""
    return LanguageModel(name)
