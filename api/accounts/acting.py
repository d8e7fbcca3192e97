"""Whom a request is for, where a body or path names a `user_id`; who asks is known from the credentials alone."""

from msgspec.structs import replace

from api.core import Core
from domain.access import Caller, note_owner
from domain.errors import Forbidden, NotFound

USER_ID_LENGTH_MAX = 200
NOT_YOURS = "This `user_id` is not yours"


async def acting_for(core: Core, caller: Caller, user_id: str | None) -> Caller:
    """Return the caller as the account that `user_id` (an id, a number or a user name) means.

    Without `user_id` that is the caller. An admin may name anybody; a name that nobody has means the admin's own
    account, as the examples of specs 2 and 3 have it.

    Raises
    ------
    Forbidden
        It is somebody else's, or nobody's, and the caller is no admin.
    """
    if user_id is None or user_id == caller.account:
        return caller
    try:
        account = await core.views.account.by_reference(user_id[:USER_ID_LENGTH_MAX], caller)
    except NotFound as error:
        if caller.is_admin:
            return caller
        raise Forbidden(NOT_YOURS, field="user_id") from error
    note_owner(account.id)
    return replace(caller, account=account.id)


async def account_named(core: Core, caller: Caller, user_id: str) -> str:
    """Return the account that `user_id` means, where what is looked at is that account's own and nobody else's.

    Raises
    ------
    Forbidden
        It is somebody else's, or nobody's, and the caller is no admin.
    NotFound
        Nobody has the name; an admin is told so, as what is shown would otherwise be taken for that person's.
    """
    if caller.is_admin and user_id != caller.account:
        account = await core.views.account.by_reference(user_id[:USER_ID_LENGTH_MAX], caller)
        note_owner(account.id)
        return account.id
    return (await acting_for(core, caller, user_id)).account
