import pytest

from decision_aid.overview.model import SECTIONS
from decision_aid.rulebook.wording import wording_faults
from decision_aid.sheet.build import (
    BY_HAND,
    FIRST_FACTS,
    FOR_THE_PERSON,
    GENERAL_QUESTIONS,
    LABELS,
    NOTES,
    SCOPE,
    SECTION_TITLES,
)
from tests.sheet.people import START, says_little, says_much, says_some

SHOWN_SECTIONS = SECTIONS[:-1]


def words_of(block):
    return " ".join(line.words for part in block.parts for line in part.lines)


def all_words(sheet):
    return " ".join(words_of(block) for block in sheet.blocks)


def test_topics_stand_in_the_order_of_a_consultation(long_sheet):
    expected = ["pain", "tried", "tests", "safety", "options", "ways", "matters", "questions"]

    assert [block.name for block in long_sheet.blocks] == expected


def test_topics_nobody_answered_are_left_out(short_sheet):
    expected = ["pain", "safety", "options", "ways", "questions"]

    assert [block.name for block in short_sheet.blocks] == expected


def test_own_words_come_first_and_as_they_were_typed(rulebook, sheet):
    made = sheet(says_little(rulebook), "I cannot sleep.", "", "#panic()")

    assert [line.text for line in made.own_words] == ["I cannot sleep.", "", "#panic()"]


def test_the_same_answers_and_words_make_the_same_sheet(rulebook, sheet):
    answers = says_much(rulebook, 3)

    assert sheet(answers, "a") == sheet(answers, "a")


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


def test_the_facts_that_change_a_plan_on_the_day_come_first(rulebook, overview, long_sheet):
    told = {note.id for note in overview(says_much(rulebook, 1)).notes}
    expected = [rulebook.notes[name].title for name in FIRST_FACTS if name in told]
    lines = [line for part in long_sheet.safety.parts for line in part.lines]

    assert [(line.label or line.text).rstrip(".") for line in lines[: len(expected)]] == expected


def test_a_note_says_which_of_several_choices_was_chosen(rulebook, sheet):
    answers = says_little(rulebook).changed({"operations": ("pacemaker_icd", "hip_replacement")})
    lines = {line.label: line.aside for part in sheet(answers).safety.parts for line in part.lines}

    implant = f"{rulebook.notes['implant'].title}."
    assert lines[implant] == "I chose: Pacemaker or heart defibrillator."


def test_what_was_left_out_is_counted(rulebook, overview, long_sheet):
    notes = [n for n in overview(says_much(rulebook, 1)).notes if n.id not in FOR_THE_PERSON]
    shown = sum(len(part.lines) for part in long_sheet.safety.parts)

    assert long_sheet.safety.parts[-1].more == f"and {len(notes) - shown} more, see the aid"


def test_the_answer_about_being_safe_stays_off_the_sheet(rulebook, overview, sheet):
    quiet = says_little(rulebook)
    not_said = quiet.changed({"safe_now": "rather_not_say"})
    assert not overview(not_said).urgency

    assert sheet(quiet).blocks == sheet(not_said).blocks


def test_general_questions_stand_before_those_about_options(long_sheet):
    lines = long_sheet.block("questions").parts[0].lines

    assert tuple(line.text for line in lines[:3]) == GENERAL_QUESTIONS


def test_what_was_tried_is_sorted_by_whether_it_helped(rulebook, sheet):
    answers = says_little(rulebook).changed(
        {
            "tried_exercise": "helped_a_little",
            "tried_weight": "helped_a_little",
            "tried_gel": "not_at_all",
        }
    )
    lines = [line.words for part in sheet(answers).block("tried").parts for line in part.lines]

    assert "Helped a little: Exercise or physiotherapy; Losing weight" in lines
    assert "Did not help: Anti-inflammatory gel or cream" in lines


def test_the_edition_stands_on_the_sheet(rulebook, short_sheet):
    edition = rulebook.edition

    assert edition.version in short_sheet.edition
    assert edition.date.isoformat() in short_sheet.edition
    assert edition.digest[:12] in short_sheet.edition


def test_names_in_the_code_are_names_of_the_knowledge_base(rulebook):
    assert set(FIRST_FACTS) | FOR_THE_PERSON <= set(rulebook.notes)
    assert set(LABELS) <= set(rulebook.fields)
    assert set(START) <= set(rulebook.fields)


@pytest.mark.parametrize(
    "text",
    [SCOPE, NOTES, *BY_HAND, *LABELS.values(), *SECTION_TITLES.values(), *GENERAL_QUESTIONS],
)
def test_the_words_of_the_sheet_neither_advise_nor_diagnose(text):
    assert list(wording_faults(text)) == []
