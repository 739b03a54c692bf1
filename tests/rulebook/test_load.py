from datetime import date

import pytest

from decision_aid.rulebook.load import load_rulebook
from decision_aid.rulebook.problems import RulebookError
from tests.rulebook.broken import ALSO, BROKEN, MINIMAL, minimal_copy, spoil

TODAY = date(2026, 6, 1)


@pytest.fixture
def rules(tmp_path):
    """A copy of the minimal rulebook that a test may spoil."""
    return minimal_copy(tmp_path)


def replace(rules, file, old, new):
    path = rules / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def problems_of(rules):
    with pytest.raises(RulebookError) as raised:
        load_rulebook(rules, TODAY)
    return raised.value.problems


def test_the_minimal_rulebook_loads():
    rulebook = load_rulebook(MINIMAL, TODAY)

    assert list(rulebook.options) == ["exercise", "knee-needle"]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_a_fault_is_named_and_placed(rules, broken):
    for change in ALSO.get(broken.name, ()):
        replace(rules, *change)
    place = spoil(rules, broken)

    problems = problems_of(rules)

    assert [place] == [str(problem.place) for problem in problems], "\n".join(map(str, problems))
    for words in broken.says:
        assert words in problems[0].message
