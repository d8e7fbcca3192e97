"""Erasing all that is held about a person, the receipt for it, and handing all of it out."""

from datetime import UTC, datetime
from typing import Annotated

import msgspec
from litestar import Response, delete, get
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import Parameter
from litestar.types import ASGIApp, ControllerRouterHandler
from msgspec import Meta
from nats.errors import NoRespondersError

from api.accounts.hand_out import archive_of
from api.core import Core
from api.files.streaming import Streamed
from commands.erasing import BeginErasure
from domain.access import Caller, note_owner
from domain.erasure import ErasureStatus
from domain.errors import Forbidden, NotFound, Unavailable
from projections.account import AccountRow
from projections.erasing import ErasureRow
from runtime.bus import BUS_ERRORS
from runtime.erasure import PURPOSE, Receipt, Receipts, Statement, erasure_of
from runtime.ids import is_id

USER_MISSING = "User not found: nobody has this id, number or user name"
RECEIPT_MISSING = "Receipt not found"
NOT_YOURS = "These are not your data"
ERASED = "All user data deleted successfully"
BEGUN = "The account is closed and its data are being deleted; the receipt will be at receipt_url"
UserPath = Annotated[str, Parameter(description="An account's id, number or user name; yours, unless you are an admin")]


class Erased(msgspec.Struct):
    """What was deleted."""

    ok: bool
    deleted_records: Annotated[
        dict[str, int], Meta(examples=[{"specs": 15, "evaluations": 8, "iterations": 3, "feedback": 2}])
    ]
    message: Annotated[str, Meta(examples=[ERASED])]
    receipt_id: Annotated[str, Meta(examples=["erasure_01k0000000000000000000000a"])]
    receipt_url: Annotated[str, Meta(description="A signed receipt; it opens without credentials")]
    status: ErasureStatus = "completed"


class ReceiptKey(msgspec.Struct):
    """The key that receipts are signed with."""

    algorithm: Annotated[str, Meta(examples=["Ed25519"])]
    public_key: Annotated[str, Meta(description="32 bytes in base64")]
    pem: str


@delete(
    "/data/{user_id:str}",
    operation_id="DeleteUserData",
    tags=["Data"],
    status_code=200,
    opt={"timeout_s": None},
    responses={202: ResponseSpec(Erased, description="It is still being carried out", generate_examples=False)},
)
async def delete_data(user_id: UserPath, caller: Caller, core: Core) -> Response[Erased]:
    """Erase an account and everything that is held about it, for ever: yours, or as an admin anybody's.

    Its key is destroyed, so that nothing that the log holds of it can be read again; its rows, files and messages are
    removed, its jobs cancelled, its sign-ins revoked. What others own stays as it is.
    """
    erasure_id = await _begun(user_id, caller, core)
    row = await _carried_out(erasure_id, core)
    is_done = row.status == "completed"
    answer = Erased(
        True, row.deleted, ERASED if is_done else BEGUN, erasure_id, f"/data/receipts/{erasure_id}", row.status
    )
    return Response(answer, status_code=200 if is_done else 202)


@get("/data/receipts/key", operation_id="GetReceiptKey", tags=["Data"], opt={"public": True})
async def get_receipt_key(core: Core) -> ReceiptKey:
    """Return the public key that receipts of erasures can be checked with."""
    receipts = _receipts(core)
    return ReceiptKey("Ed25519", receipts.public_key, receipts.public_pem)


@get("/data/receipts/{receipt_id:str}", operation_id="GetErasureReceipt", tags=["Data"], opt={"public": True})
async def get_receipt(receipt_id: str, core: Core) -> Receipt:
    """Return the signed receipt of an erasure; its id is known to whom the erasure was answered."""
    if not is_id(receipt_id, "erasure"):
        raise NotFound(RECEIPT_MISSING)
    try:
        row = await core.views.erasure.get(receipt_id)
    except NotFound as error:
        raise NotFound(RECEIPT_MISSING) from error
    if row.status != "completed" or row.completed_at is None:
        raise NotFound("The erasure is not completed yet; ask again", status=row.status)
    statement = Statement(
        row.id, row.account, row.requested_by, row.completed_at.astimezone(UTC), row.deleted, row.position, row.hash
    )
    return _receipts(core).of(statement)


@get(
    "/data/{user_id:str}",
    operation_id="GetUserData",
    tags=["Data"],
    opt={"timeout_s": None},
    responses={
        200: ResponseSpec(bytes, media_type="application/zip", description="The archive", generate_examples=False)
    },
)
async def get_data(user_id: UserPath, caller: Caller, core: Core) -> ASGIApp:
    """Hand out everything that is held about a person: a ZIP of JSON and files, with the hash of each in its manifest.

    Hashes of passwords and tokens are withheld: they help only who wants to guess them.
    """
    account = await _person(user_id, caller, core)
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    headers = {
        "content-type": "application/zip",
        "content-disposition": f'attachment; filename="meshwright-{account.id}-{day}.zip"',
        "cache-control": "no-store",
    }
    return Streamed(200, headers, archive_of(account, core))


async def _begun(user_id: str, caller: Caller, core: Core) -> str:
    """Begin the erasure unless it was begun already, and return its id."""
    try:
        account = await _person(user_id, caller, core)
    except NotFound:
        erasure_id = erasure_of(user_id)  # asked again, after the answer was lost
        if not caller.is_admin or (await core.services.store.load(erasure_id, upto=1)) == ():
            raise
        return erasure_id
    command = BeginErasure(
        erasure_of(account.id), account.id, "owner" if account.id == caller.account else "admin",
        is_last_admin=account.role == "admin" and await core.views.account.is_last_admin(account.id),
    )  # fmt: skip
    done = await core.do(command, msgspec.structs.replace(caller, role="system"))
    await core.views.wait_for("erasure", done.position, is_needed=True)
    return done.stream


async def _carried_out(erasure_id: str, core: Core) -> ErasureRow:
    """Return the erasure when it is completed, or as it stands after a while."""
    try:
        bus = await core.services.bus()
        await bus.nats.request(bus.subjects.erasing, erasure_id.encode(), timeout=core.settings.http.job_wait_s)
    except (*BUS_ERRORS, NoRespondersError, Unavailable):
        pass  # the worker that comes next takes it up
    await core.views.wait_for("erasure", await core.services.store.last_position())
    return await core.views.erasure.get(erasure_id)


async def _person(user_id: str, caller: Caller, core: Core) -> AccountRow:
    """Return the account that is meant; unlike elsewhere, a name that nobody has never means the admin's own.

    Raises
    ------
    Forbidden
        It is somebody else's, or nobody's, and the caller is no admin.
    NotFound
        Nobody has this id, number or user name.
    """
    try:
        account = await core.views.account.by_reference(user_id[:200], caller)
    except NotFound as error:
        if caller.is_admin:
            raise NotFound(USER_MISSING) from error
        raise Forbidden(NOT_YOURS, field="user_id") from error
    note_owner(account.id)
    return account


def _receipts(core: Core) -> Receipts:
    return Receipts(core.services.keys.derive(PURPOSE))


routes: list[ControllerRouterHandler] = [delete_data, get_receipt_key, get_receipt, get_data]
public: list[ControllerRouterHandler] = [get_receipt_key, get_receipt]
