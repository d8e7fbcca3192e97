"""What the server knows about the one request that it is answering, from its first byte to its access log line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from api.dialects import DIALECTS, PROBLEM_MEDIA_TYPE, Dialect, family_of
from domain.access import Caller, Role
from domain.errors import MeshwrightError, Unauthenticated

_NEVER = re.compile(r"q\s*=\s*0(\.0*)?")
_SCOPE_KEY = "meshwright"


class Identity(msgspec.Struct, frozen=True):
    """Who a credential belongs to."""

    account: str
    role: Role = "user"
    session: str = ""


@dataclass
class Exchange:
    """One request and what is known of it so far; a route may change `family` where a path belongs to two."""

    request_id: str
    family: int
    wants_problem: bool = False
    address: str = ""
    identity: Identity | None = None
    batch: str = ""  # the one whose session id the request has
    refusal: MeshwrightError | None = None
    headers: dict[str, str] = field(default_factory=dict)
    owners: set[str] = field(default_factory=set)  # accounts whose things were opened
    named: dict[str, str] = field(default_factory=dict)  # what the body names in fields that end in `_id`
    broken_by: BaseException | None = None  # of a socket
    deadline: Any = None  # the `asyncio.Timeout` that bounds the answer

    @property
    def dialect(self) -> Dialect:
        """Return the dialect to answer in."""
        return DIALECTS[self.family]

    @property
    def caller(self) -> Caller:
        """Return who asks.

        Raises
        ------
        Unauthenticated
            Nobody is known to ask.
        """
        if self.identity is None:
            raise self.refusal or Unauthenticated("Sign in first: send a token in the Authorization header")
        return Caller(self.identity.account, self.identity.role, correlation=self.request_id)


def begin(scope: Any, request_id: str, headers: Mapping[str, str]) -> Exchange:
    """Make the exchange of a request and put it into its scope."""
    family = family_of(scope["path"], has_api_key="x-api-key" in headers)
    exchange = Exchange(request_id, family, _wants_problem(headers.get("accept", "")))
    scope[_SCOPE_KEY] = exchange
    return exchange


def _wants_problem(accept: str) -> bool:
    """Return whether an `Accept` header names problem+json, and not with `q=0`. Source: RFC 9110, section 12.4.2."""
    for part in accept.lower().split(","):
        media_type, *parameters = (piece.strip() for piece in part.split(";"))
        if media_type == PROBLEM_MEDIA_TYPE:
            return not any(_NEVER.fullmatch(parameter) for parameter in parameters)
    return False


def exchange_of(scope: Any) -> Exchange:
    """Return the exchange that `begin` put into the scope."""
    found: Exchange = scope[_SCOPE_KEY]
    return found
