from decision_aid.sheet.words import NOTHING_TO_TELL
from tests.sheet.people import says_little, says_much


def test_the_facts_that_change_a_plan_on_the_day_come_first(overview, rulebook, long_sheet):
    notes = overview(says_much(rulebook, 1)).notes
    expected = [note.title for note in notes if note.on_sheet == "first"]
    lines = [line for part in long_sheet.safety.parts for line in part.lines]

    assert expected
    assert [(line.label or line.text).rstrip(".") for line in lines[: len(expected)]] == expected


def test_what_speaks_to_the_person_alone_is_no_fact_for_the_team(overview, rulebook, sheet):
    answers = says_little(rulebook).changed({"right_now": ("very_low_or_anxious",)})
    unsaid = [note.title for note in overview(answers).notes if note.on_sheet == "never"]
    shown = [line.label for part in sheet(answers).safety.parts for line in part.lines]

    assert unsaid == [rulebook.notes["crisis-lines"].title]
    assert not {f"{title}." for title in unsaid} & set(shown)


def test_a_note_says_which_of_several_choices_was_chosen(rulebook, sheet):
    answers = says_little(rulebook).changed({"operations": ("pacemaker_icd", "hip_replacement")})
    lines = {line.label: line.aside for part in sheet(answers).safety.parts for line in part.lines}

    implant = f"{rulebook.notes['implant'].title}."
    assert lines[implant] == "I chose: Pacemaker or heart defibrillator."


def test_what_was_left_out_is_counted(rulebook, overview, long_sheet):
    notes = [n for n in overview(says_much(rulebook, 1)).notes if n.on_sheet != "never"]
    shown = sum(len(part.lines) for part in long_sheet.safety.parts)

    assert long_sheet.safety.parts[-1].more == f"and {len(notes) - shown} more, see the aid"


def test_nothing_to_tell_is_said(short_sheet):
    assert (short_sheet.safety.parts, short_sheet.safety.lead) == ((), NOTHING_TO_TELL)
