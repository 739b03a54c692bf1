import pytest

from decision_aid.rulebook.glossary import Glossary
from decision_aid.rulebook.records import Term

TERMS = (
    Term(id="nerve", term="nerve", forms=("nerves",), says="It carries signals.", plain=True),
    Term(id="block", term="nerve block", says="It numbs a nerve.", plain=True),
    Term(id="nsaid", term="anti-inflammatory", forms=("NSAID",), says="It calms.", plain=True),
)
GLOSSARY = Glossary.of(TERMS, frozenset({"information"}))


def found(text):
    return [(text[one.start : one.end], one.term.id) for one in GLOSSARY.found_in(text)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("A nerve.", [("nerve", "nerve")]),
        ("Two Nerves", [("Nerves", "nerve")]),
        ("A nerve block is not a nerve.", [("nerve block", "block"), ("nerve", "nerve")]),
        ("An NSAID or anti-inflammatory gel", [("NSAID", "nsaid"), ("anti-inflammatory", "nsaid")]),
        ("nervous, nerve-like, non-nerve and innerve", []),
        ("", []),
    ],
)
def test_the_longest_form_is_found_at_whole_words_in_any_case(text, terms):
    assert terms == found(text)


def test_terms_are_replaced_and_the_rest_stays():
    assert "A token near a token!" == GLOSSARY.replaced("A nerve block near a NERVE!", "token")


def test_it_is_read_term_by_term():
    assert ["nerve", "block", "nsaid"] == [term.id for term in GLOSSARY]
