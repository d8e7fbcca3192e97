"""The embedded servers, as every test meets them."""

import nats
import psycopg

from runtime.embedded.nats import NatsServer
from runtime.embedded.postgres import PostgresServer


def test_each_test_gets_an_empty_database_of_its_own(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        connection.execute("CREATE TABLE here (x int)")


def test_each_test_gets_an_empty_database_of_its_own_again(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        connection.execute("CREATE TABLE here (x int)")


async def test_the_bus_answers(nats_url: str, bus_prefix: str) -> None:
    client = await nats.connect(nats_url)
    await client.jetstream().add_stream(name=f"{bus_prefix}-S", subjects=[f"{bus_prefix}.>"])
    acknowledged = await client.jetstream().publish(f"{bus_prefix}.one", b"x")
    assert acknowledged.seq == 1
    await client.close()


def test_rows_that_were_committed_survive_sigkill(postgres_server: PostgresServer) -> None:
    with psycopg.connect(postgres_server.url, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (x int)")
        connection.execute("INSERT INTO kept VALUES (7)")
    address = postgres_server.url
    postgres_server.kill()
    postgres_server.start()
    assert postgres_server.url == address
    with psycopg.connect(address) as connection:
        assert connection.execute("SELECT x FROM kept").fetchone() == (7,)


async def test_messages_that_were_acknowledged_survive_sigkill(nats_server: NatsServer) -> None:
    client = await nats.connect(nats_server.url)
    await client.jetstream().add_stream(name="S", subjects=["s.>"])
    await client.jetstream().publish("s.one", b"kept")
    await client.close()
    address = nats_server.url
    nats_server.kill()
    nats_server.start()
    assert nats_server.url == address
    client = await nats.connect(address)
    assert (await client.jetstream().get_msg("S", 1)).data == b"kept"
    await client.close()
