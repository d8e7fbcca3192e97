"""Claims of user names and e-mail addresses: streams named by a keyed hash, so that the log shows no name."""

import hashlib
import hmac
import unicodedata


def normalise(name: str) -> str:
    """Return the form in which names are compared: `Ada@Example.org` and `ada@example.org` are the same."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()).strip()


class Names:
    """Makes the stream ids of claims with the key that `MasterKey.derive("names")` returns."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def claim(self, name: str) -> str:
        """Return the id of the stream that says whose `name` is: `name_` and 64 hexadecimal digits."""
        return "name_" + hmac.new(self._key, normalise(name).encode(), hashlib.sha256).hexdigest()
