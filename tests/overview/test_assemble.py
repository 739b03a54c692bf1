import json
from itertools import combinations

import pytest
from hypothesis import given

from decision_aid.overview.as_json import as_json
from decision_aid.overview.assemble import assemble, section_of
from decision_aid.overview.model import SECTIONS, URGENCIES
from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.journey import journey_of
from tests.strategies import everyone
from tests.support.shipped import shipped_engine, shipped_rulebook


@pytest.fixture
def back(tiny_person):
    """An adult with low back pain, in the world of the tiny rulebook."""
    return tiny_person(age_band="18_plus", main_region="low_back")


@pytest.fixture
def knee(tiny_person):
    """An adult with a burning knee and exercise behind them, in the same world."""
    return tiny_person(
        age_band="18_plus", main_region="knee", pain_features="burning", tried_exercise="helped"
    )


KINDS = ("ask", "first", "caution")
SECTION = {
    (): "other",
    ("ask",): "worth-asking",
    ("first",): "after-other-steps",
    ("caution",): "other",
    ("ask", "first"): "after-other-steps",
    ("ask", "caution"): "with-care",
    ("first", "caution"): "after-other-steps",
    ("ask", "first", "caution"): "after-other-steps",
}


@pytest.mark.parametrize(
    ("kinds", "section"),
    SECTION.items(),
    ids=lambda value: "+".join(value) if isinstance(value, tuple) else None,
)
def test_the_section_follows_from_the_set_of_arguments(kinds, section):
    assert section == section_of(set(kinds))


def test_every_set_of_arguments_has_a_section():
    assert {c for n in range(4) for c in combinations(KINDS, n)} == SECTION.keys()


# Options


def test_an_option_that_fits_is_worth_asking_about(knee):
    assert "worth-asking" == knee.section_of("knee-needle")


def test_a_safety_answer_moves_an_option_to_those_with_care_and_keeps_its_reason_to_ask(knee):
    someone = knee.but(medicines="blood_thinner")

    assert "with-care" == someone.section_of("knee-needle")
    assert {"knee-needle-ask-1", "knee-needle--shared-thinner"} == someone.arguments_about(
        "knee-needle"
    )


def test_a_step_that_comes_first_moves_an_option_behind_it(knee):
    assert "after-other-steps" == knee.but(tried_exercise="not_tried").section_of("knee-needle")


def test_an_option_that_does_not_fit_still_stands_among_the_others(back):
    assert "other" == back.section_of("knee-needle")


def test_an_argument_tells_why_from_whom_and_what_was_told(knee):
    (argument,) = knee.overview.entry("knee-needle").of_kind("ask")

    assert (
        "knee-needle-ask-1",
        "The knee hurts and burns.",
        ("trial",),
        ("The knee hurts and burns",),
    ) == (
        argument.rule,
        argument.because,
        argument.cites,
        argument.told,
    )


def test_arguments_stand_in_the_order_ask_first_caution(knee):
    someone = knee.but(tried_exercise="not_tried", medicines="blood_thinner", pain_average=1)

    assert ["ask", "first", "caution", "caution"] == [
        argument.kind for argument in someone.overview.entry("knee-needle").arguments
    ]


def test_a_note_stands_with_the_options_of_its_group(knee):
    overview = knee.but(medicines="blood_thinner").overview

    assert (["blood-thinner"], []) == tuple(
        [note.id for note in overview.entry(option).notes] for option in ("knee-needle", "exercise")
    )


def test_a_note_for_all_stands_with_every_option(person):
    overview = person(main_region="low_back", about_you="breastfeeding").overview

    assert overview.entries
    assert all("breastfeeding" in {n.id for n in entry.notes} for entry in overview.entries)


def test_internal_findings_are_not_shown(knee):
    assert {"sore-knee", "sore-knee-that-burns"} == knee.findings
    assert "concerns--knee-needle" in knee.overview.fired


def test_an_option_that_does_not_exist_has_no_entry(knee):
    assert None is knee.overview.entry("nothing")


# Urgent signs, stops and notices


def test_an_urgent_sign_leaves_no_options(back):
    someone = back.but(urgent_low="saddle")

    assert ("emergency", {"saddle-numbness"}, ()) == (
        someone.urgency,
        someone.signs,
        someone.overview.entries,
    )


def test_the_most_urgent_sign_comes_first_and_counts(back):
    overview = back.but(urgent_low=["saddle", "unsteady"]).overview

    assert "emergency" == overview.urgency
    assert ["saddle-numbness", "unsteady"] == [told.sign.id for told in overview.signs]


def test_signs_together_may_be_more_urgent_than_alone(back):
    someone = back.but(urgent_low="unsteady")

    assert "soon" == someone.urgency
    assert "same_day" == someone.but(medicines="blood_thinner").urgency


def test_a_sign_that_was_told_is_sure(back):
    assert [False] == [told.unsure for told in back.but(urgent_low="saddle").overview.signs]


def test_a_sign_that_one_is_not_sure_about_is_marked(back):
    someone = back.but(
        urgent_low="not_sure", urgent_low_saddle="no", urgent_low_unsteady="not_sure"
    )

    assert [("unsteady", True)] == [(t.sign.id, t.unsure) for t in someone.overview.signs]


def test_a_list_that_was_cleared_one_by_one_is_no_sign(back):
    someone = back.but(urgent_low="not_sure")

    assert None is someone.urgency
    assert someone.overview.entries


def test_a_list_that_was_left_open_counts_as_every_sign_of_it(tiny_person):
    someone = tiny_person(age_band="18_plus", main_region="low_back", urgent_low=None)

    assert [("saddle-numbness", True), ("unsteady", True)] == [
        (told.sign.id, told.unsure) for told in someone.overview.signs
    ]
    assert ("urgent_low", "urgent_low_saddle", "urgent_low_unsteady") == someone.overview.unanswered


def test_a_reason_to_stop_leaves_no_options(back):
    overview = back.but(age_band="under_18").overview

    assert ("under-18", ()) == (overview.stop.id, overview.entries)


def test_a_notice_stands_beside_the_options(tiny_person):
    overview = tiny_person(age_band="18_plus", main_region="all_over").overview

    assert ["all-over"] == [notice.id for notice in overview.notices]
    assert overview.entries


def test_crisis_comes_before_every_other_sign(person):
    overview = person(main_region="low_back", safe_now="yes", urgent_low="saddle").overview

    assert overview.crisis
    assert overview.signs[0].sign.crisis


def test_without_a_crisis_there_is_none(back):
    assert not back.but(urgent_low="saddle").overview.crisis


def test_under_18_is_the_stop_when_there_are_several(person):
    someone = person(
        main_region="knee", age_band="under_18", about_this_pain=["tooth_or_gum", "new_injury"]
    )

    assert "under-18" == someone.overview.stop.id


# For everyone


@given(everyone())
def test_an_overview_shows_every_option_once_or_none_at_all(answers):
    rulebook = shipped_rulebook()
    overview = overview_of(answers, rulebook, shipped_engine())
    shown = [entry.option.id for entry in overview.entries]

    closed = bool(overview.urgency or overview.stop)
    assert ([] if closed else sorted(rulebook.options)) == sorted(shown)
    assert shown == [
        e.option.id for e in sorted(overview.entries, key=lambda e: e.option.name.lower())
    ]


@given(everyone())
def test_each_section_is_in_order_of_name_and_all_sections_make_the_whole(answers):
    overview = overview_of(answers, shipped_rulebook(), shipped_engine())
    sections = {name: overview.section(name) for name in SECTIONS}

    assert len(overview.entries) == sum(map(len, sections.values()))
    for entries in sections.values():
        names = [entry.option.name.lower() for entry in entries]
        assert sorted(names) == names


@given(everyone())
def test_signs_stand_in_order_of_urgency_after_a_crisis(answers):
    signs = overview_of(answers, shipped_rulebook(), shipped_engine()).signs
    ranks = [(not told.sign.crisis, URGENCIES.index(told.sign.urgency)) for told in signs]

    assert sorted(ranks) == ranks


@given(everyone())
def test_every_argument_of_an_option_tells_something_the_person_told_or_is_always_so(answers):
    rulebook = shipped_rulebook()
    overview = overview_of(answers, rulebook, shipped_engine())
    rules = {rule.id: rule for rule in rulebook.rules}

    for entry in overview.entries:
        for argument in entry.arguments:
            assert rules[argument.rule].effect.target == entry.option.id
            assert argument.cites == rules[argument.rule].cites


def test_the_order_of_fired_rules_plays_no_part(knee):
    journey = journey_of(knee.rulebook, knee.answers)
    fired = knee.overview.fired

    assert assemble(list(fired), journey, knee.rulebook) == assemble(
        list(reversed(fired)), journey, knee.rulebook
    )


# As JSON


def test_an_overview_as_json_has_the_parts_that_programs_read(knee):
    shown = as_json(knee.but(medicines="blood_thinner").overview)

    assert ("none", False, None, [], ["blood-thinner"]) == (
        shown["urgency"],
        shown["crisis"],
        shown["stop"],
        shown["signs"],
        [note["id"] for note in shown["notes"]],
    )
    assert {"version": "1", "date": "2026-01-01", "digest": knee.rulebook.edition.digest} == shown[
        "edition"
    ]
    assert list(SECTIONS) == list(shown["sections"])
    assert ["knee-needle"] == [entry["option"] for entry in shown["sections"]["with-care"]]
    assert ["ask", "caution"] == [
        argument["kind"] for argument in shown["sections"]["with-care"][0]["arguments"]
    ]


def test_an_urgent_overview_as_json_names_its_signs(back):
    shown = as_json(back.but(urgent_low="saddle").overview)

    assert [{"id": "saddle-numbness", "urgency": "emergency", "unsure": False}] == shown["signs"]
    assert {section: [] for section in SECTIONS} == shown["sections"]


@given(everyone())
def test_json_and_back_is_the_same(answers):
    shown = as_json(overview_of(answers, shipped_rulebook(), shipped_engine()))

    assert shown == json.loads(json.dumps(shown))
