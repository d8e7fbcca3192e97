"""Signed links to assets."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from api.files.links import Links
from domain.errors import Unauthenticated
from runtime.urls import AssetUrls, asset_of

NOW = datetime(2026, 5, 4, 12, 30, tzinfo=UTC)
ASSET = "asset_" + "0" * 26
OTHER = "asset_" + "1" * 26
URLS = AssetUrls(b"k" * 32)


def signed(asset_id: str = ASSET, *, ttl: timedelta = timedelta(days=1), now: datetime = NOW) -> tuple[str, int, str]:
    url = URLS.signed("http://here:8000", asset_id, "model.glb", now + ttl)
    query = parse_qs(urlsplit(url).query)
    return url, int(query["expires"][0]), query["signature"][0]


def test_a_link_names_server_asset_and_file() -> None:
    url, _, _ = signed()
    assert url.startswith(f"http://here:8000/api/v1/assets/{ASSET}/model.glb?expires=")
    assert asset_of(url, "http://here:8000") == ASSET


def test_a_link_is_good_until_it_expires_and_not_after() -> None:
    _, expires, signature = signed()
    URLS.check(ASSET, expires, signature, NOW + timedelta(hours=23, minutes=59))
    with pytest.raises(Unauthenticated, match="expired"):
        URLS.check(ASSET, expires, signature, NOW + timedelta(hours=25))


def test_a_link_lives_at_least_as_long_as_promised_and_at_most_an_hour_longer() -> None:
    _, expires, _ = signed(ttl=timedelta(minutes=1))
    assert 60 <= expires - NOW.timestamp() < 60 + 3600


def test_within_an_hour_the_link_is_the_same() -> None:
    assert signed()[0] == signed(now=NOW + timedelta(minutes=20))[0]


def test_the_end_that_is_told_is_the_end_of_the_link() -> None:
    links = Links(URLS, "http://here:8000", 90_061)
    query = parse_qs(urlsplit(links.to(ASSET, "model.glb", ttl_s=61)).query)
    assert links.end(61).timestamp() == int(query["expires"][0])
    assert 90_061 - 60 <= (links.end() - datetime.now(UTC)).total_seconds() < 90_061 + 3600


@pytest.mark.parametrize("changed", ["asset", "expires", "signature", "letters", "key"])
def test_a_changed_link_is_refused(changed: str) -> None:
    _, expires, signature = signed()
    urls = AssetUrls(b"other key") if changed == "key" else URLS
    asset_id = OTHER if changed == "asset" else ASSET
    expires += 3600 if changed == "expires" else 0
    signature = {"signature": signature[:-2] + "AA", "letters": "ü"}.get(changed, signature)
    with pytest.raises(Unauthenticated, match="not one that this server made"):
        urls.check(asset_id, expires, signature, NOW)


@pytest.mark.parametrize(
    ("url", "asset_id"),
    [
        (f"/api/v1/assets/{ASSET}/content", ASSET),
        (f"http://here:8000/api/v1/assets/{ASSET}", ASSET),
        (f"http://here:8000/assets/{ASSET}/x.png", ASSET),
        (f"http://elsewhere/api/v1/assets/{ASSET}", None),
        (f"http://here:8000/api/v1/runs/{ASSET}", None),
        (f"/api/v1/assets/{ASSET}x", None),
        ("https://example.com/picture.jpg", None),
    ],
)
def test_own_assets_are_known_by_their_link(url: str, asset_id: str | None) -> None:
    assert asset_of(url, "http://here:8000") == asset_id
