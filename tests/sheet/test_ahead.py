import pytest

from decision_aid.overview.model import SECTIONS
from decision_aid.sheet.words import GENERAL_QUESTIONS, SECTION_TITLES
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
        SECTION_TITLES[section]: {
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

    for part in sheet(answers).block("options").parts:
        for line in part.lines:
            assert bool(line.but) == expected[line.label]


def test_general_questions_stand_before_those_about_options(long_sheet):
    lines = long_sheet.block("questions").parts[0].lines

    assert tuple(line.text for line in lines[:3]) == GENERAL_QUESTIONS
