"""Ids: a prefix that says what it is, and 26 characters that sort by time and cannot be guessed."""

import hashlib
import os
import time

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
TEXT_LENGTH = 26


def new_id(prefix: str) -> str:
    """Return a new id like `run_01k…`: 48 bits of milliseconds and 80 random bits.

    Source: the ULID specification, in lower case.
    """
    number = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10), "big")
    return f"{prefix}_{text_of_bits(number)}"


def id_of(prefix: str, *parts: str | int) -> str:
    """Return the one id that belongs to these parts, so that asking twice finds what is there; nobody guesses it."""
    digest = hashlib.blake2b("\0".join(map(str, parts)).encode(), digest_size=17).digest()
    return f"{prefix}_{text_of_bits(int.from_bytes(digest, 'big') >> 6)}"


def is_id(text: str, prefix: str) -> bool:
    """Return whether `text` has the form of an id with this prefix."""
    head, separator, tail = text.rpartition("_")
    return bool(separator) and head == prefix and len(tail) == TEXT_LENGTH and set(tail) <= set(_ALPHABET)


def text_of_bits(number: int) -> str:
    """Return the lowest 130 bits of `number` as 26 characters."""
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -5, -5))
