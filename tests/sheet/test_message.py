import pytest

from decision_aid.questionnaire.answers import Answers
from decision_aid.sheet.build import sheet_of
from decision_aid.sheet.message import sheet_text, short_sheet_text
from decision_aid.sheet.own_words import OwnWords
from tests.sheet.people import says_some
from tests.support.answers import LOW_BACK

WORDS = ("I can't sit — not for *one* film.", "", "Costs?", "Can I drive home?")


@pytest.fixture(params=range(6))
def ordinary(request, rulebook, sheet):
    return sheet(says_some(rulebook, request.param), *WORDS)


def lines_of(sheet, *names):
    return [
        line.words.replace("\u00a0", " ")
        for block in sheet.blocks
        if not names or block.name in names
        for line in block.lines
    ]


def for_the_team(sheet):
    return [block for block in sheet.blocks if block.name != "ready"]


def test_the_text_holds_every_line_of_the_sheet_that_is_for_the_team(ordinary, two_full_sheets):
    for sheet in (ordinary, *two_full_sheets[:2]):
        text = sheet_text(sheet)
        names = {block.name for block in for_the_team(sheet)}

        assert [line for line in lines_of(sheet, *names) if f"- {line}\n" not in text] == []
        assert [b.title for b in for_the_team(sheet) if b.title.upper() not in text] == []
        assert sheet.block("ready") is None or sheet.block("ready").title.upper() not in text
        assert sheet.scope in text
        assert sheet.edition in text


def test_what_was_left_out_is_counted_in_the_text_too(two_full_sheets):
    for sheet in two_full_sheets:
        more = [part.more for block in for_the_team(sheet) for part in block.parts if part.more]

        assert more
        assert [one for one in more if f"\n{one}\n" not in sheet_text(sheet)] == []


def test_own_words_stand_first_as_they_were_typed(ordinary):
    text = sheet_text(ordinary)
    first = text.index("I can't sit — not for *one* film.")

    assert first < text.index("Costs?") < text.index(ordinary.blocks[0].title.upper())
    assert "WHAT I HOPE FOR" not in text


def test_texts_are_short_enough_for_a_message(ordinary, sheet):
    usual = sheet(Answers.of({**LOW_BACK, "medicines": ("blood_thinner",)}), *WORDS)

    assert len(sheet_text(usual)) < 3000
    assert len(short_sheet_text(usual)) < 1000
    # These people skip hardly a question.
    assert len(sheet_text(ordinary)) < 4000
    assert len(short_sheet_text(ordinary)) < 2000


def test_the_short_text_holds_own_words_pain_every_safety_fact_and_three_questions(ordinary):
    text = short_sheet_text(ordinary)
    questions = lines_of(ordinary, "questions")

    assert [line for line in lines_of(ordinary, "pain", "safety") if line not in text] == []
    assert [line in text for line in questions] == [True] * 3 + [False] * (len(questions) - 3)
    assert questions[0] == WORDS[3]
    assert ordinary.block("ways").title.upper() not in text


def test_both_texts_say_what_made_them_and_that_it_is_no_diagnosis(ordinary):
    assert "not a diagnosis" in ordinary.scope
    for text in (sheet_text(ordinary), short_sheet_text(ordinary)):
        assert ordinary.scope in text


def test_two_pains_keep_their_places_in_both_texts(two_full_sheets):
    for sheet in two_full_sheets:
        titles = [block.title.upper() for block in sheet.blocks if block.name == "pain"]
        for text in (sheet_text(sheet), short_sheet_text(sheet)):
            assert [title in text for title in titles] == [True, True]


def test_the_text_has_no_markup_and_no_empty_topic(rulebook, overview):
    text = sheet_text(sheet_of(overview(says_some(rulebook, 2)), rulebook, OwnWords()))

    assert not set("<>*_#`\t\u00a0") & set(text)
    assert "\n\n\n" not in text
