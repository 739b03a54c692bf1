"""What travels compressed, and that nothing can be learned from how long it is."""

import gzip
import re

import brotli
import pytest
from itsdangerous import TimestampSigner

from tests.support.answers import LOW_BACK

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}
BROWSER = "gzip, deflate, br, zstd"
CANARY = "canary7f3a"


def fetched(client, address, accepted="identity", **headers):
    """Return a response that was read to its end."""
    with client.get(address, headers={"Accept-Encoding": accepted, **headers}) as response:
        response.get_data()
        return response


def asset(client, name):
    return re.search(rf'"(/static/{re.escape(name)}[^"]*)"', client.get("/").text).group(1)


@pytest.mark.parametrize(("accepted", "encoding"), [(BROWSER, "br"), ("gzip", "gzip")])
@pytest.mark.parametrize("address", ["/", "/options", "static"])
def test_a_text_is_sent_in_the_best_form_that_the_browser_reads(
    client, address, accepted, encoding
):
    address = asset(client, "site.css") if address == "static" else address
    plain, packed = fetched(client, address), fetched(client, address, accepted)

    assert encoding == packed.headers["Content-Encoding"]
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert plain.data == UNPACK[encoding](packed.data)
    assert len(packed.data) < len(plain.data) / 2


def test_a_browser_that_reads_no_packed_form_gets_the_text_as_it_is(client):
    for address in ("/", asset(client, "site.css")):
        response = fetched(client, address)

        assert "Content-Encoding" not in response.headers
        assert response.data


def test_a_font_is_not_packed_twice(client):
    address = "/static/fonts/atkinson-hyperlegible-regular.woff2"
    response = fetched(client, address, BROWSER)

    assert "Content-Encoding" not in response.headers
    assert response.data.startswith(b"wOF2")


def test_a_static_file_is_packed_harder_than_a_page_would_be(client):
    address = asset(client, "site.css")
    plain, packed = fetched(client, address).data, fetched(client, address, BROWSER).data

    assert len(packed) < len(brotli.compress(plain, quality=5))


def test_a_browser_that_holds_the_packed_file_is_not_sent_it_again(client):
    address = asset(client, "site.css")
    etag = fetched(client, address, BROWSER).headers["ETag"]
    again = fetched(client, address, BROWSER, **{"If-None-Match": etag})

    assert etag != fetched(client, address).headers["ETag"]
    assert (304, b"") == (again.status_code, again.data)


# Whoever can put words into a page that also holds a secret can guess the secret by the length
# of the compressed page (BREACH). So no page repeats what its address says, and the only secret
# that stands on a page can be used only whole.


@pytest.mark.parametrize("method", ["get", "head"])
def test_no_page_repeats_what_its_address_says(app, walk, method):
    walk.answers({**LOW_BACK, "medicines": ("blood_thinner",)})
    named = {"name": CANARY, "filename": CANARY, "kind": CANARY}
    addresses = [f"/{CANARY}", f"/questions/about-you/{CANARY}"]
    with app.test_request_context():
        adapter = app.url_map.bind("localhost")
        addresses += [
            adapter.build(rule.endpoint, {name: named[name] for name in rule.arguments})
            for rule in app.url_map.iter_rules()
            if method.upper() in rule.methods
        ]
    query = "&".join(f"{name}={CANARY}" for name in ("change", "cleared", "gone", "option", "back"))

    assert len(addresses) > 20
    for address in addresses:
        response = getattr(walk.client, method)(f"{address}?{query}&{CANARY}=1")
        assert CANARY not in response.text, address


def test_a_form_token_is_signed_anew_each_second_and_is_worth_nothing_in_part(client, monkeypatch):
    def token(second):
        monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda _: second)
        page = client.get("/questions/about-you").text
        return re.search(r'name="csrf_token" value="([^"]+)"', page).group(1)

    now = TimestampSigner("any").get_timestamp()
    first, second = token(now), token(now + 1)
    same, signed = first.rsplit(".", 2)[0], first.rsplit(".", 1)[1]

    assert second.startswith(same)
    assert signed != second.rsplit(".", 1)[1]
    guessed = {"csrf_token": f"{same}.{'A' * 6}.{'A' * len(signed)}", "country": "uk"}
    assert 400 == client.post("/questions/about-you", data=guessed).status_code
