import gc

import pytest

from decision_aid.rulebook.collector import collector_paused


def test_the_collector_rests_inside_and_works_again_after_a_failure():
    def fails():
        with collector_paused():
            assert not gc.isenabled()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off():
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
