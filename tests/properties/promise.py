"""Invariants as properties: who they speak of, when they say something, what they promise."""

from collections.abc import Callable

from hypothesis import assume, given
from hypothesis import strategies as st

from decision_aid.overview.model import Overview
from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.answers import Answers
from tests.support.shipped import shipped_engine, shipped_rulebook

Claim = Callable[[Overview], None]


def promise(
    whom: st.SearchStrategy[Answers], when: Callable[[Overview], bool] = lambda _: True
) -> Callable[[Claim], Callable[[], None]]:
    """Make a test of a claim about the overview of anyone in *whom* of whom *when* is true.

    It cannot pass in vain: where *when* is never or seldom true, Hypothesis fails the test
    (``Unsatisfiable``, ``filter_too_much``).
    """

    def of(claim: Claim) -> Callable[[], None]:
        @given(whom)
        def test(answers: Answers) -> None:
            overview = overview_of(answers, shipped_rulebook(), shipped_engine())
            assume(when(overview))
            claim(overview)

        test.__name__ = claim.__name__
        test.__doc__ = claim.__doc__
        return test

    return of
