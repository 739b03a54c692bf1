import logging

import pytest

from decision_aid.app import create_app
from decision_aid.resources import resource_dir
from decision_aid.settings import Settings
from decision_aid.web.knowledge import Knowledge
from tests.support.answers import LOW_BACK
from tests.support.walk import Walk


@pytest.fixture
def new_walk(rulebook, engine):
    """Give a walk through a site of its own each time."""

    def walk():
        settings = Settings(env="test", secret_keys=("a key for tests only, not secret at all",))
        return Walk(
            create_app(settings, Knowledge(rulebook, engine, resource_dir("rules"))).test_client(),
            rulebook,
        )

    return walk


def test_a_whole_journey_leaves_no_answer_in_the_logs(caplog, capfd, new_walk):
    walk = new_walk()
    with caplog.at_level(logging.DEBUG):
        walk.answers(LOW_BACK)
        walk.get("/overview")
        walk.get("/sheet")
    written = caplog.text + "".join(capfd.readouterr())

    told = {value for value in LOW_BACK.values() if isinstance(value, str) and len(value) > 3}
    assert told
    assert [] == [value for value in sorted(told) if value in written]


def test_the_same_answers_give_the_same_page(new_walk):
    pages = []
    for _ in range(2):
        walk = new_walk()
        walk.answers(LOW_BACK)
        text = walk.get("/overview").text
        pages.append([line for line in text.splitlines() if "csrf_token" not in line])

    assert pages[0] == pages[1]
