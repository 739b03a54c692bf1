"""Benefits and harms get the same room (IPDAS: positive and negative features in equal detail)."""

import pytest

from decision_aid.resources import resource_dir

OPTIONS = sorted(path.stem for path in (resource_dir("rules") / "options").glob("*.yaml"))
LEAST, MOST = 0.67, 1.5


@pytest.mark.parametrize("name", OPTIONS)
def test_benefits_and_harms_get_about_as_many_words(rulebook, name):
    option = rulebook.options[name]
    benefit, harm = (
        sum(len(statement.text.split()) for statement in side)
        for side in (option.benefits, option.harms)
    )

    assert LEAST <= benefit / harm <= MOST
