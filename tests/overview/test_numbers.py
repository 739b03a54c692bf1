"""The words, the table and the picture of a number are one number."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.overview.numbers import NO_COMPARISON, numbers_of
from decision_aid.rulebook.records import Outcome
from decision_aid.rulebook.wording import wording_faults
from decision_aid.web.icon_array import icon_array

EFFECTS = ("more", "fewer", "little-or-no-difference", "not-known")
CERTAINTIES = ("high", "moderate", "low", "very-low", "not-graded")


def outcome(**changes):
    told = {
        "id": "half-relief",
        "side": "benefit",
        "event": "had half of their pain gone",
        "otherwise": "did not",
        "people": 100,
        "with": 48,
        "without": 9,
        "comparator": "usual care",
        "time": "at 6 months",
        "population": "100 adults, one trial",
        "certainty": "low",
        "why_uncertain": "The trial was small.",
        "effect": "more",
        "as_reported": "48% versus 9%",
        "cites": ("some-source",),
        **changes,
    }
    if told["without"] is None:
        told["comparator"] = "none"
    return Outcome.model_validate(told)


@st.composite
def outcomes(draw, *, compared=None):
    people = draw(st.sampled_from((100, 1000)))
    if compared is None:
        compared = draw(st.booleans())
    return outcome(
        **{
            "people": people,
            "with": draw(st.integers(0, people)),
            "without": draw(st.integers(0, people)) if compared else None,
            "side": "harm",
            "certainty": draw(st.sampled_from(CERTAINTIES)),
            "effect": draw(st.sampled_from(EFFECTS)),
        }
    )


def said(text):
    """Return the number of people that a text speaks of, and out of how many."""
    count, people = re.search(r"(fewer than 1|more than 999|[\d,]+) out of ([\d,]+)", text).groups()
    return number(count), number(people)


def number(text):
    return {"fewer than 1": 0, "more than 999": 1000}.get(text) or (
        0 if text == "fewer than 1" else int(text.replace(",", ""))
    )


@given(outcomes())
def test_words_table_and_picture_tell_the_same(outcome):
    numbers = numbers_of(outcome, "Some option")
    in_words = [said(w)[0] for w in (numbers.with_words, numbers.without_words) if w]
    in_table = [number(row.had) for row in numbers.rows]

    assert [outcome.with_, *([outcome.without] if outcome.without is not None else [])] == in_words
    assert in_table == in_words
    assert [outcome.people - n for n in in_words] == [number(row.had_not) for row in numbers.rows]
    if numbers.groups:
        counts = {group.role: group.count for group in numbers.groups}
        drawn = counts["anyway"], counts["anyway"]
        assert (
            drawn[0] + counts.get("because", 0),
            drawn[1] + counts.get("spared", 0),
        ) == tuple(in_words)


def signed(text):
    """Return a difference as a number: what is fewer is below nothing."""
    if text == "as many":
        return 0
    count, way = re.fullmatch(r"(?:about )?([\d,]+) (more|fewer)", text).groups()
    return int(count.replace(",", "")) * (1 if way == "more" else -1)


@given(outcomes(compared=True))
def test_the_difference_is_what_lies_between_the_two_arms(outcome):
    difference = numbers_of(outcome, "Some option").difference
    gap = outcome.with_ - outcome.without

    assert (gap, -gap) == (signed(difference.had), signed(difference.had_not))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"with": 48, "without": 9}, ("39 more", "39 fewer")),
        ({"with": 9, "without": 9}, ("as many", "as many")),
        ({"people": 1000, "with": 4, "without": 0}, ("about 4 more", "about 4 fewer")),
        ({"people": 1000, "with": 4, "without": 6}, ("2 fewer", "2 more")),
    ],
)
def test_a_difference_to_fewer_than_one_is_not_told_as_exact(changes, says):
    difference = numbers_of(outcome(**changes), "Some option").difference

    assert says == (difference.had, difference.had_not)


@given(outcomes(compared=False))
def test_without_a_comparison_group_there_is_no_difference(outcome):
    assert numbers_of(outcome, "Some option").difference is None


@given(outcomes())
def test_the_table_names_the_time_the_people_and_how_sure_and_why(outcome):
    facts = dict(numbers_of(outcome, "Some option").facts)

    assert (outcome.time, outcome.population) == (facts["When"], facts["Who was counted"])
    assert facts["How sure"].endswith(f". {outcome.why_uncertain}")


@given(outcomes(compared=True))
def test_the_picture_shows_everyone_once(outcome):
    numbers = numbers_of(outcome, "Some option")

    assert outcome.people == sum(group.count for group in numbers.groups)
    assert outcome.people == icon_array(numbers.groups).people


@given(outcomes(compared=True))
def test_the_picture_in_words_counts_each_group(outcome):
    numbers = numbers_of(outcome, "Some option")
    told = re.findall(r"[:;] (fewer than 1|more than 999|[\d,]+) ", numbers.picture_words)

    assert [group.count for group in numbers.groups if group.count] == list(map(number, told))


@given(outcomes(compared=False))
def test_without_a_comparison_group_there_is_no_picture(outcome):
    numbers = numbers_of(outcome, "Some option")

    assert not numbers.groups
    assert NO_COMPARISON == numbers.headline


@given(outcomes())
def test_each_sentence_with_a_number_names_the_time(outcome):
    numbers = numbers_of(outcome, "Some option")

    for words in filter(None, (numbers.with_words, numbers.without_words)):
        assert outcome.time in words


@given(outcomes())
def test_both_frames_add_up_to_everyone(outcome):
    numbers = numbers_of(outcome, "Some option")
    counted = re.findall(r"(fewer than 1|more than 999|[\d,]+) out of", numbers.other_frame)

    assert [row.had_not for row in numbers.rows] == counted


@given(outcomes())
def test_no_number_is_told_in_a_way_the_aid_does_not_use(outcome):
    numbers = numbers_of(outcome, "Some option")
    texts = (numbers.title, numbers.headline, numbers.with_words, numbers.other_frame)

    assert [] == [fault for text in texts for fault in wording_faults(text)]


@pytest.mark.parametrize(
    ("certainty", "effect", "words"),
    [
        ("high", "more", "Compared with usual care, more people had half of their pain gone."),
        ("moderate", "more", "Compared with usual care, probably more people had half"),
        ("low", "more", "Compared with usual care, it may be that more people had half"),
        ("very-low", "more", "We do not know whether it changes how many people"),
        ("high", "little-or-no-difference", "It makes little or no difference to how many people"),
        ("moderate", "little-or-no-difference", "It probably makes little or no difference"),
        ("low", "little-or-no-difference", "It may make little or no difference"),
        ("very-low", "little-or-no-difference", "The evidence is very uncertain."),
        ("not-graded", "fewer", "In what was studied, fewer people had half of their pain gone"),
        ("high", "not-known", "We do not know whether it changes how many people"),
    ],
)
def test_the_verb_follows_the_certainty(certainty, effect, words):
    assert words in numbers_of(outcome(certainty=certainty, effect=effect), "Some option").headline


@pytest.mark.parametrize(
    ("name", "inside"),
    [("Nerve injection", "(nerve injection)"), ("MRI-guided injection", "(MRI-guided injection)")],
)
def test_the_name_stands_in_a_sentence(name, inside):
    assert inside in numbers_of(outcome(), name).with_words
