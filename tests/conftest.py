"""The knowledge base that came with the program, loaded and compiled once a process."""

import pytest

from decision_aid.engine.run import Engine
from decision_aid.resources import resource_dir
from decision_aid.rulebook.load import load_rulebook


@pytest.fixture(scope="session")
def rulebook():
    return load_rulebook(resource_dir("rules"))


@pytest.fixture(scope="session")
def engine(rulebook):
    return Engine.of(rulebook)
