"""A real causal language model, small enough to be made in a test: its tokenizer is trained there, and it can learn."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

MARKS = ("<|im_start|>", "<|im_end|>")
torch.set_num_threads(1)  # on a busy machine, threads that wait for each other take ten times as long
TEMPLATE = "{% for m in messages %}<|im_start|>{{ m['content'] }}<|im_end|>{% endfor %}<|im_start|>"


def save_tiny_lm(
    folder: Path, texts: Sequence[str], *, seed: int = 0, window: int = 4096, is_chat: bool = True
) -> Path:
    """Save a model with random weights, whose tokenizer knows the words of `texts`."""
    torch.manual_seed(seed)
    tokenizer = _tokenizer(texts, is_chat)
    config = LlamaConfig(
        vocab_size=len(tokenizer), hidden_size=32, intermediate_size=64, num_hidden_layers=1, num_attention_heads=4,
        num_key_value_heads=2, max_position_embeddings=window, bos_token_id=0, eos_token_id=1, pad_token_id=1,
    )  # fmt: skip
    LlamaForCausalLM(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def _tokenizer(texts: Sequence[str], is_chat: bool) -> PreTrainedTokenizerFast:
    trained = Tokenizer(models.BPE())
    trained.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trained.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trained.train_from_iterator(
        texts, trainers.BpeTrainer(vocab_size=900, special_tokens=list(MARKS), initial_alphabet=alphabet)
    )
    wrapped = PreTrainedTokenizerFast(tokenizer_object=trained, bos_token=MARKS[0], eos_token=MARKS[1])
    wrapped.chat_template = TEMPLATE if is_chat else None
    return wrapped


def teach(folder: Path, asked: Sequence[int], answer: str, *, steps: int = 240) -> None:
    """Have a saved model learn one answer to one question by heart."""
    model: Any = LlamaForCausalLM.from_pretrained(folder)
    tokenizer = PreTrainedTokenizerFast.from_pretrained(folder)
    wanted = tokenizer(answer, add_special_tokens=False)["input_ids"]
    ids, known = torch.tensor([[*asked, *wanted]]), torch.tensor(wanted)
    rate = torch.optim.AdamW(model.parameters(), lr=1e-2)
    for _ in range(steps):
        told = model(input_ids=ids, logits_to_keep=len(wanted) + 1).logits[0, :-1]
        loss = torch.nn.functional.cross_entropy(told, known)
        if float(loss.detach()) < 0.05:
            break
        rate.zero_grad()
        loss.backward()
        rate.step()
    model.save_pretrained(folder)
