"""What a receipt says where time was short. Here is no other server: it would overwrite what this one has to leave."""

import msgspec
from msgspec.structs import replace

from runtime.erasure import Receipt
from tests.e2e.conftest import Configure, designing, serving
from tests.e2e.pipeline import ROLES


def test_a_receipt_says_how_many_messages_were_not_overwritten(configure: Configure) -> None:
    settings = configure()
    hurried = replace(settings, erasure=replace(settings.erasure, overwrite_s=0.0))
    with serving(hurried, ROLES) as server, designing(server, "erika") as somebody:
        assert somebody.client.post("/generate", json={"prompt": "a round oak stool"}).status_code == 200
        body = somebody.client.delete(f"/data/{somebody.username}").json()
        shown = msgspec.convert(somebody.client.get(body["receipt_url"]).json(), Receipt)
    assert shown.statement.deleted_records["messages_not_overwritten"] >= 2
