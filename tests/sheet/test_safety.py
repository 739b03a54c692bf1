from decision_aid.rulebook.describe import inside_sentence
from decision_aid.sheet.words import also, nothing_to_tell
from tests.sheet.people import says_little, says_much


def inside(note):
    return inside_sentence(note.short)


def test_the_facts_that_change_a_plan_on_the_day_come_first(overview, rulebook, long_sheet):
    notes = overview(says_much(rulebook, 1)).notes
    expected = [note.short for note in notes if note.on_sheet == "first"]
    first, rest = long_sheet.block("safety").parts

    assert expected
    assert [line.label.rstrip(":") for line in first.lines] == expected
    assert [line.label for line in rest.lines] == [also()]


def test_what_speaks_to_the_person_alone_is_no_fact_for_the_team(overview, rulebook, sheet):
    answers = says_little(rulebook).changed({"right_now": ("very_low_or_anxious",)})
    unsaid = [note.title for note in overview(answers).notes if note.on_sheet == "never"]

    assert unsaid == [rulebook.notes["crisis-lines"].title]
    assert [line.words for line in sheet(answers).block("safety").lines] == [
        "Very low or very anxious."
    ]


def test_a_fact_says_which_of_several_choices_was_chosen(rulebook, sheet):
    answers = says_little(rulebook).changed({"operations": ("pacemaker_icd", "hip_replacement")})
    first, rest = sheet(answers).block("safety").lines

    assert first.words == (
        "Pacemaker, stimulator, pump or other implant: Pacemaker or heart defibrillator"
    )
    assert rest.words == "Also: earlier operation (new hip)."


def test_no_fact_is_left_out_however_much_someone_says(rulebook, two_full_people, two_full_sheets):
    for overviews, sheet in zip(two_full_people, two_full_sheets, strict=True):
        told = {note for one in overviews for note in one.notes if note.is_for_team}
        shown = " ".join(line.words for line in sheet.block("safety").lines)

        assert len(told) > 30
        assert [n.id for n in told if n.short not in shown and inside(n) not in shown] == []


def test_every_note_for_the_team_has_a_few_words_for_the_sheet(rulebook):
    notes = [note for note in rulebook.notes.values() if note.is_for_team]

    assert [note.id for note in notes if not note.short or len(note.short) > 62] == []
    assert [note.id for note in notes if note.short.startswith("You ")] == []


def test_what_to_have_ready_says_the_first_thing_to_tell(rulebook, sheet):
    answers = says_little(rulebook).changed({"medicines": ("blood_thinner",)})
    (line,) = sheet(answers).block("ready").lines

    assert line.words == (
        "Blood thinner: Tell the team its name, the dose and when you took it last."
    )


def test_nothing_to_tell_is_said(short_sheet):
    safety = short_sheet.block("safety")

    assert (safety.parts, safety.lead) == ((), nothing_to_tell())
    assert short_sheet.block("ready") is None
