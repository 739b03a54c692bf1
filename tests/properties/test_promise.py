import pytest
from hypothesis import Phase, settings
from hypothesis.errors import FailedHealthCheck, Unsatisfiable

from tests.properties.promise import promise
from tests.strategies import people


def test_a_promise_whose_premise_never_holds_fails():
    @promise(people(), when=lambda overview: overview.urgency == "never")
    def empty(overview):
        pass

    with pytest.raises((Unsatisfiable, FailedHealthCheck)):
        empty()


def test_a_promise_that_is_broken_fails():
    @promise(people(calm=True), when=lambda overview: bool(overview.entries))
    def broken(overview):
        assert not overview.entries

    with pytest.raises(AssertionError):
        settings(phases=[Phase.generate], database=None)(broken)()
