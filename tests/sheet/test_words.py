import inspect

import pytest

from decision_aid.rulebook.wording import wording_faults
from decision_aid.sheet import words


def texts_of(value):
    if isinstance(value, str):
        return [value]
    return list(value.values() if isinstance(value, dict) else value)


TEXTS = [
    text
    for made in vars(words).values()
    if inspect.isfunction(made)
    and made.__module__ == words.__name__
    and not inspect.signature(made).parameters
    for text in texts_of(made())
]


def test_every_text_is_found():
    questions = words.general_questions().values()

    assert {words.scope(), *words.block_titles().values(), *questions} <= set(TEXTS)


@pytest.mark.parametrize("text", TEXTS)
def test_the_words_of_the_sheet_neither_advise_nor_diagnose(text):
    assert list(wording_faults(text)) == []
