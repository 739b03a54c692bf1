import logging

import pytest

from decision_aid.app import create_app
from decision_aid.engine.run import EngineError
from decision_aid.pipeline import ReadingsDiffer
from decision_aid.resources import resource_dir
from decision_aid.settings import Settings
from decision_aid.web.knowledge import Knowledge
from tests.support.answers import LOW_BACK

TOLD = "low_back"


@pytest.fixture
def broken(rulebook, engine):
    """Give a fresh site whose overview raises what the test wants."""

    def site(error):
        app = create_app(
            Settings(env="test", secret_keys=("a key for tests only, not secret at all",)),
            Knowledge(rulebook, engine, resource_dir("rules")),
        )
        app.config["PROPAGATE_EXCEPTIONS"] = False

        @app.get("/breaks")
        def breaks():
            raise error

        return app.test_client()

    return site


def test_when_the_readings_differ_there_is_a_plain_page_and_no_overview(broken, caplog):
    with caplog.at_level(logging.ERROR):
        response = broken(ReadingsDiffer(frozenset({"some-rule"}))).get("/breaks")

    assert 500 == response.status_code
    assert "Worth asking about" not in response.text
    assert "some-rule" not in response.text
    assert "some-rule" in caplog.text


def test_when_the_engine_fails_the_person_is_told_plainly(broken, caplog):
    with caplog.at_level(logging.ERROR):
        response = broken(EngineError("the ruleset x failed")).get("/breaks")

    assert 500 == response.status_code
    assert "the ruleset x failed" in caplog.text


def test_an_unexpected_error_is_logged_by_kind_and_place_without_its_text(broken, caplog):
    with caplog.at_level(logging.ERROR):
        response = broken(ValueError(f"answers were {TOLD}")).get("/breaks")

    assert 500 == response.status_code
    assert TOLD not in caplog.text
    assert TOLD not in response.text
    assert "ValueError" in caplog.text
    assert "test_errors.py" in caplog.text


def test_an_injected_difference_reaches_the_person_as_a_plain_page(walk, monkeypatch, caplog):
    walk.answers(LOW_BACK)
    rule = "no-procedure-ask-1"
    monkeypatch.setattr(
        "decision_aid.pipeline.fired_in_reference", lambda _rulebook, _answers: frozenset({rule})
    )
    with caplog.at_level(logging.ERROR):
        response = walk.get("/overview")

    assert 500 == response.status_code
    assert "differ" in caplog.text
    assert not [word for word in ("low_back", "over_1_year", "Low back") if word in caplog.text]


@pytest.mark.parametrize(
    ("address", "code"), [("/nowhere", 404), ("/options/nothing-like-it", 404)]
)
def test_a_page_that_is_not_there_says_so_and_leads_on(client, address, code):
    response = client.get(address)

    assert code == response.status_code
    assert 'href="/"' in response.text or 'href="/options"' in response.text


def test_a_method_that_a_page_does_not_take_is_refused_politely(client):
    assert 405 == client.post("/about").status_code
