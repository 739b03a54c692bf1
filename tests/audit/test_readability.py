import pytest

from decision_aid.audit.readability import (
    flesch_kincaid,
    page_reading,
    reading_of,
    sentences_of,
    smog,
    syllables_of,
)
from decision_aid.rulebook.glossary import Glossary
from decision_aid.rulebook.records import Term

#: Counted by hand.
SYLLABLES = {
    1: "pain ache eye scaled tired asked rubbed used tries noise while months were through",
    2: "needle trial people guideline sometimes muscles settled science being playing outside",
    3: "injection area medicine radio gradual reaction various serious evidence nausea surgery",
    4: "diagnosis comfortable operation emergency",
    5: "antidepressant examination",
    6: "rehabilitation radiofrequency",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, words in SYLLABLES.items() for word in words.split()],
)
def test_syllables_are_counted_as_they_are_said(word, count):
    assert count == syllables_of(word)


def test_the_grade_of_a_sentence_that_is_often_given_as_an_example():
    # "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature":
    # 13 words, 24 syllables, grade 11.3.
    assert 11.3 == round(flesch_kincaid(words=13, sentences=1, syllables=24), 1)


def test_smog_is_about_three_more_than_the_root_of_the_long_words_of_30_sentences():
    # McLaughlin's rule of thumb: the root of 49 is 7, and 7 + 3 = 10.
    assert 10 == round(smog(sentences=30, long_words=49), 0)


def test_words_and_sentences_are_counted():
    reading = reading_of(["It hurts.", "Ask your team about physiotherapy."])

    assert (7, 2, 5) == (reading.words, reading.sentences, reading.longest)


def test_nothing_to_read_scores_nothing():
    assert 0 == reading_of([]).grade == reading_of(["..."]).smog


def test_a_label_without_a_full_stop_is_no_sentence():
    assert ("It hurts.", "A choice of five words") == sentences_of(
        ["Low back", "It hurts.", "A choice of five words"]
    )


def test_terms_that_are_explained_count_as_two_syllables():
    term = Term(id="rf", term="radiofrequency treatment", says="Heat.", plain=True)
    reading = page_reading("page", ["Ask about radiofrequency treatment."], Glossary.of((term,)))

    assert reading.replaced.grade < reading.raw.grade
    assert reading_of(["Ask about token."]) == reading.replaced
