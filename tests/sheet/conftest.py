import pytest

from decision_aid.engine.run import Engine
from decision_aid.pipeline import overview_of
from decision_aid.resources import resource_dir
from decision_aid.rulebook.load import load_rulebook
from decision_aid.sheet.build import sheet_of
from decision_aid.sheet.own_words import OwnWords
from tests.sheet.people import LONG_WORDS, TWO_FULL, says_little, says_much, says_much_of_two


@pytest.fixture(scope="session")
def rulebook():
    return load_rulebook(resource_dir("rules"))


@pytest.fixture(scope="session")
def engine(rulebook):
    return Engine.of(rulebook)


@pytest.fixture(scope="session")
def overview(rulebook, engine):
    """Return the overview of answers."""
    return lambda answers: overview_of(answers, rulebook, engine)


@pytest.fixture(scope="session")
def sheet(rulebook, overview):
    """Return the sheet of answers and own words."""

    def made(answers, *words):
        return sheet_of(overview(answers), rulebook, OwnWords.of(*words))

    return made


@pytest.fixture(scope="session")
def short_sheet(rulebook, sheet):
    return sheet(says_little(rulebook))


@pytest.fixture(scope="session")
def long_sheet(rulebook, sheet):
    return sheet(says_much(rulebook, 1), LONG_WORDS, LONG_WORDS, LONG_WORDS)


@pytest.fixture(scope="session")
def two_full_people(rulebook, overview):
    """Return what came out for people with two pains who choose everything, the fullest known."""
    return [tuple(map(overview, says_much_of_two(rulebook, *one))) for one in TWO_FULL]


@pytest.fixture(scope="session")
def two_full_sheets(rulebook, two_full_people):
    words = OwnWords.of(*[LONG_WORDS] * 4)
    return [sheet_of(shown, rulebook, words, aside) for shown, aside in two_full_people]
