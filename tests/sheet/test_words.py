import pytest

from decision_aid.rulebook.wording import wording_faults
from decision_aid.sheet import words


def texts_of(value):
    if isinstance(value, str):
        return [value]
    return list(value.values() if isinstance(value, dict) else value)


TEXTS = [text for name, value in vars(words).items() if name.isupper() for text in texts_of(value)]


def test_every_text_is_found():
    assert {words.SCOPE, *words.BLOCK_TITLES.values(), *words.GENERAL_QUESTIONS} <= set(TEXTS)


@pytest.mark.parametrize("text", TEXTS)
def test_the_words_of_the_sheet_neither_advise_nor_diagnose(text):
    assert list(wording_faults(text)) == []
