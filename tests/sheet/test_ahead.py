import pytest

from decision_aid.overview.model import SECTIONS
from decision_aid.sheet import words
from decision_aid.sheet.ahead import questions_on_offer
from decision_aid.sheet.build import sheet_of
from decision_aid.sheet.own_words import OwnWords
from tests.sheet.people import says_some

SHOWN_SECTIONS = SECTIONS[:-1]


def words_of(block):
    return " ".join(line.words for part in block.parts for line in part.lines)


@pytest.mark.parametrize("seed", range(12))
def test_no_procedure_stands_on_every_sheet(seed, rulebook, sheet):
    answers = says_some(rulebook, seed)
    waiting = next(o for o in rulebook.options.values() if o.kind == "no-procedure")

    assert waiting.name in words_of(sheet(answers).block("ways"))


@pytest.mark.parametrize("seed", range(12))
def test_only_procedures_that_came_up_stand_under_their_section(seed, rulebook, overview, sheet):
    answers = says_some(rulebook, seed)
    found = overview(answers)
    expected = {
        words.section_titles()[section]: {
            entry.option.name
            for entry in found.section(section)
            if entry.option.kind in {"procedure", "test"}
        }
        for section in SHOWN_SECTIONS
    }

    for part in sheet(answers).block("options").parts:
        assert {line.label for line in part.lines} <= expected[part.title]
        assert part.more or {line.label for line in part.lines} == expected[part.title]


@pytest.mark.parametrize("seed", range(12))
def test_a_procedure_with_a_reason_for_care_says_it(seed, rulebook, overview, sheet):
    answers = says_some(rulebook, seed)
    expected = {e.option.name: bool(e.of_kind("caution")) for e in overview(answers).entries}

    for line in sheet(answers).block("options").lines:
        assert bool(line.but) == expected[line.label]


def test_however_little_room_there_is_a_procedure_says_that_there_is_a_reason_for_care(
    two_full_people, two_full_sheets
):
    said = set()
    for overviews, sheet in zip(two_full_people, two_full_sheets, strict=True):
        blocks = [block for block in sheet.blocks if block.name == "options"]
        for overview, block in zip(overviews, blocks, strict=True):
            entries = {entry.option.name: entry for entry in overview.entries}
            for part in block.parts:
                for line in part.lines:
                    if entries[line.label].of_kind("caution"):
                        said.add(line.remark or line.but_label or part.title)

    assert said == {words.care_in_the_aid(), words.section_titles()["with-care"]}


def test_general_questions_stand_before_those_about_options(long_sheet):
    lines = long_sheet.block("questions").lines

    assert [line.text for line in lines[:3]] == list(words.general_questions().values())
    assert all(line.label for line in lines[3:])


@pytest.fixture
def asked(rulebook, overview):
    """Return the questions on the sheet of someone with back pain who keeps some of them."""

    def made(question="", keep=None):
        found = overview(says_some(rulebook, 3))
        kept = None if keep is None else {q.id for q in questions_on_offer([found]) if keep(q)}
        own = OwnWords.of("", "", "", question)
        return sheet_of(found, rulebook, own, kept=kept).block("questions").lines

    return made


def test_a_question_of_ones_own_stands_first(asked):
    assert asked("Can I drive home?")[0].text == "Can I drive home?"
    assert asked("Can I drive home?")[1:] == asked()


def test_questions_that_were_unticked_are_left_out(asked):
    assert {line.label for line in asked(keep=lambda q: not q.about)} == {""}
    assert asked(keep=lambda q: q.about) == asked()[3:]
    assert asked("Mine?", keep=lambda q: q.id == "no such question") == asked("Mine?")[:1]
