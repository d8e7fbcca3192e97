"""What may be asked of accounts."""

from commands.base import Command, Noun
from domain.account import Account, AccountEvent, AccountRegistered, AccountRole, NameClaimed, evolve
from domain.errors import Conflict
from domain.events import Event


class RegisterAccount(Command, frozen=True):
    """Open an account; its user name and e-mail address must be free."""

    is_creation = True

    owner: str
    username: str
    email: str
    password_hash: str
    username_claim: str  # stream ids of the claims, made by `runtime.keyring`
    email_claim: str
    role: AccountRole = "user"

    @property
    def stream(self) -> str:
        """Return the account's id."""
        return self.owner

    @property
    def claims(self) -> tuple[tuple[str, Event], ...]:
        """Return the claims on the user name and the e-mail address."""
        return (
            (self.username_claim, NameClaimed(self.owner, "username")),
            (self.email_claim, NameClaimed(self.owner, "email")),
        )


def _register(command: RegisterAccount, account: Account) -> tuple[AccountEvent, ...]:
    if account.owner:
        raise Conflict("There is such an account already")
    return (AccountRegistered(command.owner, command.username, command.email, command.password_hash, command.role),)


ACCOUNT = Noun("account", Account(), evolve, lambda account: account.owner, {RegisterAccount: _register})
