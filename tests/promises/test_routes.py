"""Addresses that people may have kept: none vanishes unnoticed."""

import pytest

from decision_aid.app import create_app
from decision_aid.resources import resource_dir
from decision_aid.settings import Settings
from decision_aid.web.knowledge import Knowledge

ADDRESSES = {
    "/": "pages.start",
    "/about": "about.index",
    "/about/funding": "about.funding",
    "/about/intended-use": "about.intended_use",
    "/about/ipdas": "about.ipdas",
    "/about/method": "about.method",
    "/about/reading-level": "about.reading_level",
    "/about/updates": "about.updates",
    "/accessibility": "pages.accessibility",
    "/after": "aftercare.index",
    "/check": "questionnaire.check",
    "/clear": "questionnaire.clear_all",
    "/compare": "compare.show",
    "/glossary": "pages.glossary",
    "/health": "health.show",
    "/language/<name>": "languages.choose",
    "/keep": "kept.keep",
    "/no-answers": "kept.gone",
    "/matters": "matters.show",
    "/not-for-this": "questionnaire.stop",
    "/options": "library.index",
    "/options/<name>": "library.option",
    "/options/<name>/why": "reasons.why_not",
    "/options/<name>/after": "aftercare.option",
    "/options/<name>/after.pdf": "aftercare.pdf",
    "/overview": "overview.show",
    "/overview/turns-on": "reasons.turns_on",
    "/places": "places.index",
    "/places/<name>": "places.place",
    "/privacy": "pages.privacy",
    "/questions": "questionnaire.begin",
    "/questions/<name>": "questionnaire.screen",
    "/ready": "ready.show",
    "/resume": "kept.resume",
    "/resume/opened": "kept.opened",
    "/second-pain": "second_pain.begin",
    "/second-pain/leave-out": "second_pain.leave_out",
    "/second-pain/other": "second_pain.turn",
    "/sheet": "sheet.edit",
    "/sources": "pages.sources",
    "/sources/<kind>": "pages.sources_of_kind",
    "/stay": "kept.stay",
    "/static/<path:filename>": "static",
    "/style": "style.show",
    "/urgent-help": "pages.urgent_help",
}


@pytest.fixture(scope="module")
def app(rulebook, engine):
    settings = Settings(env="test", secret_keys=("a key for tests only, not secret at all",))
    return create_app(settings, Knowledge(rulebook, engine, resource_dir("rules")))


def test_the_addresses_are_those_in_the_list(app):
    assert ADDRESSES == {rule.rule: rule.endpoint for rule in app.url_map.iter_rules()}
