"""Addresses that people may have kept: none vanishes unnoticed."""

import pytest

from decision_aid.app import create_app
from decision_aid.settings import Settings
from decision_aid.web.knowledge import Knowledge

ADDRESSES = {
    "/": "pages.start",
    "/about": "pages.about",
    "/accessibility": "pages.accessibility",
    "/check": "questionnaire.check",
    "/clear": "questionnaire.clear_all",
    "/glossary": "pages.glossary",
    "/health": "health.show",
    "/not-for-this": "questionnaire.stop",
    "/options": "library.index",
    "/options/<name>": "library.option",
    "/overview": "overview.show",
    "/privacy": "pages.privacy",
    "/questions": "questionnaire.begin",
    "/questions/<name>": "questionnaire.screen",
    "/sheet": "sheet.edit",
    "/sources": "pages.sources",
    "/static/<path:filename>": "static",
    "/urgent-help": "pages.urgent_help",
}


@pytest.fixture(scope="module")
def app(rulebook, engine):
    settings = Settings(env="test", secret_keys=("a key for tests only, not secret at all",))
    return create_app(settings, Knowledge(rulebook, engine))


def test_the_addresses_are_those_in_the_list(app):
    assert ADDRESSES == {rule.rule: rule.endpoint for rule in app.url_map.iter_rules()}
