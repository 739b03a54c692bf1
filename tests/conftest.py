"""The knowledge base that came with the program, loaded and compiled once a process."""

import os
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from decision_aid.cases import load_cases
from decision_aid.engine.run import Engine
from decision_aid.resources import resource_dir
from decision_aid.rulebook.load import load_rulebook
from tests.support.person import Person
from tests.support.shipped import shipped_engine, shipped_rulebook

# HYPOTHESIS_PROFILE=thorough looks twenty times longer; no profile has a time limit,
# since a slow machine is no fault of the rules.
settings.register_profile(
    "quick", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", settings.get_profile("quick"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(scope="session")
def rulebook():
    return shipped_rulebook()


@pytest.fixture(scope="session")
def engine():
    return shipped_engine()


@pytest.fixture(scope="session")
def cases(rulebook):
    return load_cases(resource_dir("rules"), rulebook)


@pytest.fixture
def person(rulebook, engine):
    """Someone who told this: ``person(main_region="knee").is_asked("joint_pattern")``."""
    return partial(Person.told, rulebook, engine)


@pytest.fixture(scope="session")
def tiny():
    """A rulebook of two options that fits on a few pages (tests/rulebook/minimal)."""
    return load_rulebook(Path(__file__).parent / "rulebook" / "minimal")


@pytest.fixture(scope="session")
def tiny_engine(tiny):
    return Engine.of(tiny)


@pytest.fixture
def tiny_person(tiny, tiny_engine):
    """Someone who told this, in the world of the tiny rulebook."""
    return partial(Person.told, tiny, tiny_engine)
