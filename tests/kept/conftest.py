"""A knee that burns, kept on a day in November, in the world of the tiny rulebook."""

from datetime import date

import pytest

from decision_aid.engine.run import Engine
from decision_aid.kept.model import Kept, KeptEdition, KeptPain
from decision_aid.kept.outcome import came_out_of
from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.answers import Answers

KNEE = {
    "age_band": "18_plus",
    "main_region": "knee",
    "pain_features": ("burning",),
    "pain_average": 6,
    "tried_exercise": "helped",
    "medicines": ("none_of_these",),
}


@pytest.fixture
def kept_by():
    """Return what someone keeps who told this: ``kept_by(rulebook, {...})``."""

    def kept(rulebook, told):
        answers = Answers.of(told)
        overview = overview_of(answers, rulebook, Engine.of(rulebook))
        came_out = came_out_of(overview, rulebook)
        edition = rulebook.edition
        return Kept(
            KeptEdition(edition.version, edition.date, edition.digest),
            date(2026, 11, 25),
            KeptPain(answers, frozenset(rulebook.fields), came_out),
        )

    return kept


@pytest.fixture
def knee(kept_by, tiny):
    return kept_by(tiny, KNEE)
