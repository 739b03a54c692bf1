import time
from unittest.mock import patch

import pytest
from flask import Flask, session

from decision_aid.web.sealed_session import SealedSessionInterface, SessionTooLarge

OLD, NEW = "old key, thirty-two letters long at least", "new key, thirty-two letters long at least"
HOUR = 3600


def site(*keys, seconds=HOUR):
    app = Flask(__name__)
    app.session_interface = SealedSessionInterface(keys, seconds)

    @app.get("/keep/<value>")
    def keep(value):
        session["secret"] = value
        return "kept"

    @app.get("/read")
    def read():
        return session.get("secret", "nothing")

    @app.get("/forget")
    def forget():
        session.clear()
        return "forgotten"

    @app.get("/large")
    def large():
        # Random text does not compress, as real answers do.
        session["secret"] = __import__("secrets").token_hex(4000)
        return "kept"

    return app


def cookie_of(client):
    return client.get_cookie("session").value


def test_what_is_kept_comes_back():
    client = site(OLD).test_client()
    client.get("/keep/low_back")

    assert "low_back" == client.get("/read").text


def test_the_cookie_does_not_show_what_it_holds():
    client = site(OLD).test_client()
    client.get("/keep/low_back")

    assert "low_back" not in cookie_of(client)


def test_a_key_can_be_changed_without_losing_answers():
    client = site(OLD).test_client()
    client.get("/keep/low_back")
    later = site(NEW, OLD).test_client()
    later.set_cookie("session", cookie_of(client))

    assert "low_back" == later.get("/read").text


def test_after_reading_the_new_key_seals():
    client = site(OLD).test_client()
    client.get("/keep/low_back")
    between = site(NEW, OLD).test_client()
    between.set_cookie("session", cookie_of(client))
    between.get("/read")
    last = site(NEW).test_client()
    last.set_cookie("session", cookie_of(between))

    assert "low_back" == last.get("/read").text


@pytest.mark.parametrize("damage", ["cut", "changed", "foreign", "nonsense", "not ascii"])
def test_a_cookie_that_was_tampered_with_holds_nothing(damage):
    client = site(OLD).test_client()
    client.get("/keep/low_back")
    token = cookie_of(client)
    damaged = {
        "cut": token[:-10],
        "changed": token[:40] + ("A" if token[40] != "A" else "B") + token[41:],
        "foreign": _sealed_elsewhere(),
        "nonsense": "nonsense",
        "not ascii": "caf%C3%A9",
    }[damage]
    client.set_cookie("session", damaged)

    assert "nothing" == client.get("/read").text


def _sealed_elsewhere():
    other = site("a key of another site, long enough to be one").test_client()
    other.get("/keep/low_back")
    return cookie_of(other)


def test_an_old_cookie_opens_no_more():
    client = site(OLD, seconds=HOUR).test_client()
    client.get("/keep/low_back")
    token = cookie_of(client)
    late = site(OLD, seconds=HOUR).test_client()
    late.set_cookie("session", token)
    now = time.time()

    with patch("time.time", return_value=now + HOUR + 1):
        found = late.get("/read").text

    assert "nothing" == found


def test_each_page_starts_the_time_again():
    client = site(OLD, seconds=HOUR).test_client()
    client.get("/keep/low_back")
    now = time.time()
    with patch("time.time", return_value=now + HOUR - 60):
        client.get("/read")
    with patch("time.time", return_value=now + HOUR + 60):
        found = client.get("/read").text

    assert "low_back" == found


def test_clearing_takes_the_cookie_away():
    client = site(OLD).test_client()
    client.get("/keep/low_back")
    client.get("/forget")

    assert client.get_cookie("session") is None


def test_more_than_a_cookie_can_hold_is_an_error_and_not_a_silent_loss():
    app = site(OLD)
    app.testing = True

    with pytest.raises(SessionTooLarge):
        app.test_client().get("/large")
