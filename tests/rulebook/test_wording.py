import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.rulebook.wording import BANNED, wording_faults

FAULTY = {
    "You may have sciatica.": "You may have sciatica",
    "You should ask for it.": "You should",
    "You don't need it.": "You don't need",
    "We recommend exercise.": "We recommend",
    "It is recommended that you wait.": "is recommended that you",
    "This is chosen and recommended for you.": "recommended for you",
    "You are a good candidate.": "You are a good candidate",
    "The best treatment for you.": "best treatment for you",
    "It is the gold standard.": "gold standard",
    "It is the last resort.": "last resort",
    "A minimally invasive way.": "minimally invasive",
    "It is a highly effective way.": "highly effective",
    "It is very safe there.": "very safe",
    "It is safe.": "is safe",
    "A proven way.": "proven",
    "Its success rate is known.": "success rate",
    "It helps 1 in 5 people.": "1 in 5",
    "It helps 20 % of people.": "0 %",
    "Harm is rare.": "rare",
    "Common side effects are these.": "Common side effects",
    "A low-risk way.": "low-risk",
    "It is twice as likely.": "twice as likely",
    "It halves the risk.": "halves the risk",
    "It doubles your chance.": "doubles your chance",
    "You hurt more than average.": "than average",
    "There was no difference.": "no difference",
}

FINE = [
    "You have had this pain for a year.",
    "You told us of sciatica.",
    "You may want to ask about this.",
    "A guideline advises against it.",
    "It is safe to say no.",
    "The rare illness of the nerves.",
    "There is little or no difference.",
    "No difference was seen.",
    "48 out of 100 people had less pain.",
    "You need not decide today.",
]


@pytest.mark.parametrize(("text", "phrase"), FAULTY.items(), ids=FAULTY)
def test_a_phrase_that_the_aid_does_not_use_is_found(text, phrase):
    assert phrase in [found for found, _ in wording_faults(text)]


@pytest.mark.parametrize("text", FINE)
def test_plain_wording_is_left_alone(text):
    assert [] == list(wording_faults(text))


def test_every_banned_pattern_has_an_example():
    assert [] == [
        phrase.pattern.pattern
        for phrase in BANNED
        if not any(phrase.pattern.search(text) for text in FAULTY)
    ]


def test_whatever_a_pattern_finds_holds_its_needle():
    found = [(phrase, phrase.pattern.search(text)) for phrase in BANNED for text in FAULTY]

    assert [] == [
        (phrase.needle, match.group())
        for phrase, match in found
        if match and phrase.needle not in match.group().lower()
    ]


@pytest.mark.parametrize("phrase", BANNED, ids=lambda phrase: phrase.needle)
def test_no_needle_hides_anything_that_its_pattern_would_find(phrase):
    @given(st.from_regex(phrase.pattern, alphabet=st.characters(codec="ascii")))
    @settings(max_examples=300)
    def is_found(text):
        assert phrase.pattern.search(text).group() in [found for found, _ in wording_faults(text)]

    is_found()


def test_every_fault_has_a_reason():
    assert all(why for text in FAULTY for _, why in wording_faults(text))
