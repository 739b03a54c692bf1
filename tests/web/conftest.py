"""A running site, a browser-less client, and a person who walks through it."""

import pytest

from decision_aid.app import create_app
from decision_aid.resources import resource_dir
from decision_aid.settings import Settings
from decision_aid.web.knowledge import Knowledge
from tests.support.walk import Walk


@pytest.fixture(scope="session")
def app(rulebook, engine):
    settings = Settings(env="test", secret_keys=("a key that is only used in tests, not secret",))
    return create_app(settings, Knowledge.of(resource_dir("rules"), rulebook, engine))


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def walk(client, rulebook):
    """A person at a screen of the site: ``walk.answers({...})`` goes on until the answers end."""
    return Walk(client, rulebook)
