"""What stands on the pages for after the visit, for every option of the knowledge base."""

import pytest

from decision_aid.aftercare.build import aftercare_of
from decision_aid.resources import resource_dir
from decision_aid.rulebook.load import load_rulebook
from decision_aid.rulebook.wording import wording_faults

RULEBOOK = load_rulebook(resource_dir("rules"))
DONE = [option for option in RULEBOOK.options.values() if option.kind in {"procedure", "test"}]
OTHER = [option for option in RULEBOOK.options.values() if option not in DONE]
#: Tests in which numbing medicine shows by hours of relief where pain comes from.
TEST_BLOCKS = ("medial-branch-block", "selective-nerve-root-block")


@pytest.fixture
def aftercare():
    """Return the aftercare of an option, for people in a country."""

    def made(option, country="uk"):
        return aftercare_of(RULEBOOK.options[option], RULEBOOK, RULEBOOK.care.countries[country])

    return made


def every_statement(aftercare):
    for group in aftercare.signs:
        yield from group.signs
    yield from aftercare.first_days
    for paper in aftercare.papers:
        yield from paper.how


@pytest.mark.parametrize("option", DONE, ids=lambda option: option.id)
def test_after_whatever_is_done_there_are_signs_first_days_and_a_log(option, aftercare):
    found = aftercare(option.id)

    assert "emergency" == found.signs[0].urgency
    assert all(sign.sources for group in found.signs for sign in group.signs)
    assert all(group.do for group in found.signs)
    assert option.timing.recovery.text == found.first_days[0].text
    assert "recovery" in [paper.id for paper in found.papers]
    assert "Ask the team which other signs" in found.ask


@pytest.mark.parametrize("option", OTHER, ids=lambda option: option.id)
def test_what_people_do_themselves_has_a_log_of_what_they_tried(option, aftercare):
    found = aftercare(option.id)

    assert ["tried"] == [paper.id for paper in found.papers]
    assert ((), ()) == (found.signs, found.first_days)
    assert "In an emergency, ring 999." == found.ask


@pytest.mark.parametrize("option", RULEBOOK.options)
def test_each_statement_leads_to_its_source_or_says_that_there_is_none(option, aftercare):
    found = aftercare(option)
    cited = {number for said in every_statement(found) for number in said.sources}
    unknown = {
        statement.text
        for statement in (
            RULEBOOK.options[option].timing.recovery,
            *(how for paper in RULEBOOK.aftercare.papers for how in paper.how),
        )
        if statement.unknown
    }

    assert set(range(1, len(found.sources) + 1)) == cited
    assert {said.text for said in every_statement(found) if not said.sources} <= unknown


@pytest.mark.parametrize("option", TEST_BLOCKS)
def test_after_a_test_block_a_diary_asks_for_hours_and_relief(option, aftercare):
    diary = next(paper for paper in aftercare(option).papers if paper.id == "diary")

    assert ("Before", "Right after", "1 hour") == diary.rows[:3]
    assert {"6 hours", "Next day"} <= set(diary.rows)
    assert ("When", "Time", "What I did that usually hurts") == (
        *diary.columns[:2],
        diary.columns[3],
    )
    assert diary.columns[2].startswith("Pain 0")
    assert all(said.sources for said in diary.how)


def test_a_test_that_brings_pain_on_has_no_diary_of_relief(aftercare):
    assert ["recovery"] == [paper.id for paper in aftercare("provocation-discography").papers]


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("intrathecal-baclofen", "A medicine pump is inside you"),
        ("spinal-cord-stimulation", "A pump or stimulator wound that is red"),
        ("lumbar-epidural-steroid-injection", "A headache that is worse when you sit or stand"),
        ("intra-articular-corticosteroid-knee", "hurts badly to move"),
        ("suprascapular-nerve-block", "Short breath or new chest pain"),
        ("interspinous-spacer", "A wound that is red, sore, hot or swollen"),
        ("botulinum-toxin-chronic-migraine", "Trouble with swallowing"),
        ("provocation-discography", "sweats at night"),
    ],
)
def test_a_sign_stands_where_it_belongs(option, words, aftercare):
    signs = [sign.text for group in aftercare(option).signs for sign in group.signs]

    assert any(words in sign for sign in signs)


def test_a_sign_of_the_questionnaire_keeps_its_words_and_its_urgency(aftercare):
    sign = RULEBOOK.signs["after-procedure-nerve"]
    emergency = aftercare("medial-branch-block").signs[0]

    assert (sign.urgency, sign.says) == (emergency.urgency, emergency.signs[0].text)


def test_the_numbers_are_those_of_the_country(aftercare):
    lines = {
        country: " ".join(
            " ".join((group.title, *group.do))
            for group in aftercare("medial-branch-block", country).signs
        )
        for country in RULEBOOK.care.countries
    }

    assert "Ring 999" in lines["uk"]
    assert "ring 111" in lines["uk"]
    assert "Ring 911" in lines["us"]
    assert "Ring your local emergency number" in lines["other"]
    assert not any("{" in text for text in lines.values())


@pytest.mark.parametrize("option", RULEBOOK.options)
def test_it_says_that_no_clinician_has_reviewed_it_and_nothing_the_aid_does_not_say(
    option, aftercare
):
    found = aftercare(option)
    texts = [found.scope, found.ask, found.reminder, *(s.text for s in every_statement(found))]

    assert "No clinician has reviewed it." in found.scope
    assert [] == [fault for text in texts for fault in wording_faults(text)]


def test_no_paper_holds_more_than_can_be_written_in():
    for paper in RULEBOOK.aftercare.papers:
        assert len(paper.rows) <= 12
        assert len(paper.widths) == len(paper.columns) <= 5
