"""A storage of `limits` on PostgreSQL, for several API processes without a Redis: `postgresql://…` as its URL."""

import asyncio
from typing import Any, ClassVar

import psycopg
from limits.aio.storage import MovingWindowSupport, Storage
from psycopg_pool import AsyncConnectionPool, PoolTimeout

TABLES = """
SELECT pg_advisory_xact_lock(hashtext('limits'));
CREATE SCHEMA IF NOT EXISTS limits;
CREATE UNLOGGED TABLE IF NOT EXISTS limits.hits (
    key text PRIMARY KEY,
    times timestamptz[] NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS hits_expiry ON limits.hits (expires_at);
"""
# The row is locked by the conflict, so that two processes never both take the last place.
ACQUIRE = """
INSERT INTO limits.hits AS hit (key, times, expires_at)
VALUES (
    %(key)s,
    array_fill(clock_timestamp(), ARRAY[%(amount)s::int]),
    clock_timestamp() + make_interval(secs => %(expiry)s)
)
ON CONFLICT (key) DO UPDATE SET
    times = excluded.times || ARRAY(
        SELECT time FROM unnest(hit.times) AS time WHERE time > clock_timestamp() - make_interval(secs => %(expiry)s)
    ),
    expires_at = excluded.expires_at
WHERE %(amount)s + (
    SELECT count(*) FROM unnest(hit.times) AS time WHERE time > clock_timestamp() - make_interval(secs => %(expiry)s)
) <= %(limit)s
RETURNING 1
"""
WINDOW = """
SELECT extract(epoch FROM coalesce(min(time), clock_timestamp()))::double precision, count(time)
FROM limits.hits, unnest(times) AS time
WHERE key = %(key)s AND time > clock_timestamp() - make_interval(secs => %(expiry)s)
"""
COUNT = "SELECT cardinality(times) FROM limits.hits WHERE key = %s AND expires_at > clock_timestamp()"
EXPIRY = """
SELECT extract(epoch FROM coalesce(max(expires_at), clock_timestamp()))::double precision
FROM limits.hits WHERE key = %s
"""
FORGET = "DELETE FROM limits.hits WHERE expires_at < clock_timestamp()"
FORGET_EVERY = 1000  # acquisitions
POOL_SIZE_MAX = 4
CONNECT_TIMEOUT_S = 5.0


class PostgresHits(Storage, MovingWindowSupport):
    """Times of hits, one row for each key; times are the database's own, so processes need not agree."""

    connect_timeout_s = CONNECT_TIMEOUT_S

    STORAGE_SCHEME: ClassVar[list[str]] = ["async+postgres", "async+postgresql"]  # type: ignore[misc]
    base_exceptions = (psycopg.Error, PoolTimeout)

    def __init__(self, uri: str, wrap_exceptions: bool = False, **options: Any) -> None:
        super().__init__(uri, wrap_exceptions)
        self._url = uri.removeprefix("async+")
        self._pool: AsyncConnectionPool[Any] | None = None
        self._opening = asyncio.Lock()
        self._acquired = 0

    async def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Take `amount` places in a window of `expiry` seconds with `limit` places, if there are so many."""
        if amount > limit:
            return False
        values = {"key": key, "limit": limit, "expiry": expiry, "amount": amount}
        self._acquired += 1
        if self._acquired % FORGET_EVERY == 0:
            await self._ask(FORGET)
        return bool(await self._ask(ACQUIRE, values))

    async def get_moving_window(self, key: str, limit: int, expiry: int) -> tuple[float, int]:
        """Return when the window begins (seconds since 1970) and how many places are taken."""
        ((begins_at, taken),) = await self._ask(WINDOW, {"key": key, "expiry": expiry})
        return float(begins_at), int(taken)

    async def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count `amount` hits of a key and return how many there were within `expiry` seconds."""
        await self.acquire_entry(key, 2**31 - 1, expiry, amount)
        return (await self.get_moving_window(key, 0, expiry))[1]

    async def get(self, key: str) -> int:
        """Return how many hits of a key are remembered."""
        rows = await self._ask(COUNT, (key,))
        return int(rows[0][0]) if rows else 0

    async def get_expiry(self, key: str) -> float:
        """Return when a key is forgotten, in seconds since 1970."""
        rows = await self._ask(EXPIRY, (key,))
        return float(rows[0][0])

    async def check(self) -> bool:
        """Return whether the database answers."""
        return bool(await self._ask("SELECT 1"))

    async def reset(self) -> int | None:
        """Forget everything; return how many keys there were."""
        return len(await self._ask("DELETE FROM limits.hits RETURNING 1"))

    async def clear(self, key: str) -> None:
        """Forget a key."""
        await self._ask("DELETE FROM limits.hits WHERE key = %s", (key,))

    async def close(self) -> None:
        """Close the connections."""
        if self._pool is not None:
            await self._pool.close()

    async def _ask(self, query: str, values: Any = ()) -> list[tuple[Any, ...]]:
        pool = await self._opened()
        async with pool.connection() as connection:
            cursor = await connection.execute(query, values)
            return await cursor.fetchall() if cursor.description else []

    async def _opened(self) -> AsyncConnectionPool[Any]:
        async with self._opening:
            if self._pool is None:
                pool: AsyncConnectionPool[Any] = AsyncConnectionPool(
                    self._url, min_size=0, max_size=POOL_SIZE_MAX, open=False, timeout=self.connect_timeout_s
                )
                await pool.open()
                async with pool.connection() as connection:
                    for statement in filter(str.strip, TABLES.split(";")):
                        await connection.execute(statement)
                self._pool = pool
        return self._pool
