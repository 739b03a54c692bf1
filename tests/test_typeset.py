import pytest

from decision_aid.typeset import TypesettingFailed, typeset

TITLED = '#set document(title: "T")\n'


def test_what_comes_in_is_shown_and_never_run():
    made = typeset(f"{TITLED}#sys.inputs.words".encode(), {"words": "#panic() $x$ *a*"})

    assert made.startswith(b"%PDF")


def test_what_cannot_be_set_says_nothing_of_the_words():
    with pytest.raises(TypesettingFailed) as failed:
        typeset(f"{TITLED}#panic(sys.inputs.words)".encode(), {"words": "a secret"})

    assert "secret" not in str(failed.value)
    assert failed.value.__suppress_context__


def test_what_a_screen_reader_cannot_read_is_refused():
    with pytest.raises(TypesettingFailed):
        typeset(b"No title", {})
