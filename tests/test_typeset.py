import pytest

from decision_aid import typeset as typesetting
from decision_aid.typeset import TypesettingFailed, typeset


@pytest.fixture
def template(monkeypatch):
    """Give the next PDF this text as its template."""

    def given(text):
        monkeypatch.setattr(typesetting, "template_source", lambda _name: text.encode())

    return given


def test_a_template_shows_its_data_and_never_runs_it(template):
    template('#set document(title: "T")\n#json(bytes(sys.inputs.data)).words')

    assert typeset("any.typ", {"words": "#panic() $x$ *a*"}).startswith(b"%PDF")


def test_what_cannot_be_set_says_nothing_of_the_data(template):
    template('#set document(title: "T")\n#panic(json(bytes(sys.inputs.data)).words)')

    with pytest.raises(TypesettingFailed) as failed:
        typeset("any.typ", {"words": "a secret"})
    assert "secret" not in str(failed.value)
    assert failed.value.__suppress_context__


def test_what_a_screen_reader_cannot_read_is_refused(template):
    template("No title")

    with pytest.raises(TypesettingFailed):
        typeset("any.typ", {})
