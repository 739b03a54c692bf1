"""A kept file: what is written comes back, and anything else is refused with a reason."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.kept.model import Kept, KeptEdition, KeptPain
from decision_aid.kept.outcome import came_out_of
from decision_aid.kept.read import CannotOpen, TooLarge, kept_in
from decision_aid.kept.shape import MOST_BYTES, FileShape, checksum_of
from decision_aid.kept.write import file_name, file_text
from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.pains import fields_of_one_pain, parted
from tests.sheet.people import says_much
from tests.strategies import people
from tests.support.shipped import shipped_engine, shipped_rulebook


def changed(text, change):
    """Return the file after a change to its content, with a checksum that fits again."""
    content = json.loads(text)
    change(content)
    content["checksum"] = checksum_of(content)
    return json.dumps(content).encode()


@pytest.fixture
def text(knee, tiny):
    return file_text(knee, tiny)


def reason(raw, rulebook):
    with pytest.raises(CannotOpen) as caught:
        kept_in(raw, rulebook)
    return caught.value


def test_what_is_written_comes_back(knee, tiny, text):
    assert knee == kept_in(text.encode(), tiny)


@given(people())
def test_what_anyone_told_comes_back(answers):
    rulebook = shipped_rulebook()
    came_out = came_out_of(overview_of(answers, rulebook, shipped_engine()), rulebook)
    kept = Kept(
        KeptEdition("1", date(2026, 1, 1), "ab"),
        date(2026, 1, 2),
        KeptPain(answers, frozenset(answers), came_out),
    )

    assert kept == kept_in(file_text(kept, rulebook).encode(), rulebook)


def test_own_words_come_back_as_they_were_typed():
    rulebook = shipped_rulebook()
    typed = "Opa's garden 🌱, “kneeling” & <digging>"
    kept = Kept(
        KeptEdition("1", date(2026, 1, 1), "ab"),
        date(2026, 1, 2),
        KeptPain(Answers.of({"own_concern": typed}), frozenset({"own_concern"})),
    )

    assert kept == kept_in(file_text(kept, rulebook).encode(), rulebook)


def test_two_pains_come_back(knee, tiny):
    other = replace(knee.shown, seen=frozenset({"main_region", "pain_average"}))
    both = replace(knee, aside=replace(other, answers=other.answers.changed({"age_band": None})))

    assert 2 == len(kept_in(file_text(both, tiny).encode(), tiny).pains)


def test_its_name_tells_the_day(knee):
    assert "my-answers-2026-11-25.json" == file_name(knee)


def test_people_can_read_it(text):
    line = next(line for line in text.splitlines() if "main_region" in line)

    assert '"asked": "Where does it hurt most?", "told": "Knee"' in line
    assert "Whoever has this file can read them." in text
    assert max(map(len, text.splitlines())) < 300


def test_answers_stand_in_the_order_in_which_they_are_asked(knee, tiny, text):
    places = [text.index(f'"id": "{name}"') for name in tiny.asked_by if name in knee.shown.answers]

    assert len(places) == len(knee.shown.answers)
    assert all(before < after for before, after in pairwise(places))


def test_the_same_visit_gives_the_same_file(knee, tiny, text):
    assert text == file_text(knee, tiny)


@pytest.mark.parametrize(
    "layout",
    [
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: json.dumps(json.loads(text), sort_keys=True).encode(),
        lambda text: json.dumps(json.loads(text), indent=8).encode(),
    ],
    ids=["lines of another system", "mark of an editor", "another order", "other spaces"],
)
def test_a_file_that_was_only_laid_out_anew_opens(layout, knee, tiny, text):
    assert knee == kept_in(layout(text), tiny)


def test_everything_that_can_be_told_of_two_pains_makes_a_file_that_opens():
    rulebook, engine = shipped_rulebook(), shipped_engine()
    own = fields_of_one_pain(rulebook)
    largest = 0
    for place in rulebook.fields["main_region"].choices:
        answers = says_much(rulebook, 1, place)
        came_out = came_out_of(overview_of(answers, rulebook, engine), rulebook)
        shown = KeptPain(answers, frozenset(rulebook.fields), came_out)
        aside = KeptPain(parted(answers, own)[0], own, came_out)
        kept = Kept(KeptEdition("1", date(2026, 1, 1), "ab"), date(2026, 1, 2), shown, aside)
        raw = file_text(kept, rulebook).encode()
        largest = max(largest, len(raw))

        assert answers == kept_in(raw, rulebook).shown.answers
    assert MOST_BYTES // 2 < largest <= MOST_BYTES


# What is refused


def test_a_changed_answer_is_noticed(tiny, text):
    problem = reason(text.replace('"value": 6', '"value": 2').encode(), tiny)

    assert "was changed after it was saved" in problem.what
    assert "nobody changed" in problem.mend


@pytest.mark.parametrize("part", list(FileShape.model_fields))
def test_every_part_is_covered_by_the_checksum(part, tiny, text):
    content = json.loads(text)
    del content[part]

    assert isinstance(reason(json.dumps(content).encode(), tiny), CannotOpen)


def test_a_file_cut_short_tells_where_it_ends(tiny, text):
    problem = reason(text[:500].encode(), tiny)

    assert "damaged" in problem.what
    assert "At line" in problem.where


def test_a_picture_is_no_file_with_answers(tiny):
    problem = reason(b"\x89PNG\r\n\x1a\n", tiny)

    assert "At byte 1" in problem.where
    assert "my-answers" in problem.mend


@pytest.mark.parametrize("raw", [b"[]", b"7", b'"text"', b"{}", b'{"format": "other"}', b"null"])
def test_a_file_of_another_program_is_foreign(raw, tiny):
    assert "not made by this aid" in reason(raw, tiny).what


def test_a_file_of_a_newer_site_says_so(tiny, text):
    def newer(content):
        content["version"] = 2

    problem = reason(changed(text, newer), tiny)

    assert "newer version" in problem.what
    assert "Open it on the site that made it." in problem.mend


def test_a_larger_file_is_refused(tiny, text):
    assert isinstance(reason(text.encode() + b" " * MOST_BYTES, tiny), TooLarge)


def test_an_entry_that_stands_twice_is_refused_by_name(tiny, text):
    twice = text.replace('"version": 1,', '"version": 1, "version": 1,', 1)

    assert "“version”" in reason(twice.encode(), tiny).where


@pytest.mark.parametrize(
    "raw",
    [
        b"[" * 60_000,
        b'{"a":' * 12_000,
        b'{"format": 1e999}',
        b'{"format": NaN}',
        b"1" * 60_000,
        b'{"about": "\\ud800"}',
        b'{"\\udfff": 1}',
    ],
    ids=["brackets", "braces", "too large", "no number", "digits", "half a sign", "half a name"],
)
def test_what_no_program_of_ours_writes_is_refused_calmly(raw, tiny):
    assert "damaged" in reason(raw, tiny).what


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.update(pains=[]),
        lambda content: content.update(pains=3 * content["pains"]),
        lambda content: content.update(extra=1),
        lambda content: content.update(made_on="yesterday"),
        lambda content: content["pains"][0]["answers"][0].update(value=None),
        lambda content: content["pains"][0]["answers"][0].update(value=True),
        lambda content: content["pains"][0]["answers"][0].update(told="two\nlines"),
        lambda content: content["pains"][0]["answers"][0].update(told="x" * 5000),
        lambda content: content["pains"][0]["came_out"].update(urgency="tomorrow"),
        lambda content: content["pains"][0]["came_out"]["sections"].update(best={}),
    ],
)
def test_a_wrong_shape_is_refused_with_its_place(change, tiny, text):
    problem = reason(changed(text, change), tiny)

    assert "damaged" in problem.what
    assert problem.where.startswith("The entry “")


@given(st.binary(max_size=400))
def test_no_bytes_at_all_do_harm(raw):
    with pytest.raises(CannotOpen):
        kept_in(raw, shipped_rulebook())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


@given(st.data())
def test_a_crafted_file_is_opened_or_refused_and_nothing_else(data):
    """Put anything in place of any part, with a checksum that fits."""
    rulebook = shipped_rulebook()
    content = json.loads(_written())
    *way, last = data.draw(st.sampled_from(list(_ways(content))))
    part = content
    for step in way:
        part = part[step]
    part[last] = data.draw(JSON)
    content["checksum"] = checksum_of(content)
    opened = None
    with suppress(CannotOpen):
        opened = kept_in(json.dumps(content).encode(), rulebook)

    assert opened is None or opened.shown.answers.keys() <= rulebook.fields.keys()


@cache
def _written():
    rulebook = shipped_rulebook()
    answers = says_much(rulebook, 1, "knee")
    some = answers.changed(dict.fromkeys(list(answers)[12:]))
    came_out = came_out_of(overview_of(some, rulebook, shipped_engine()), rulebook)
    kept = Kept(
        KeptEdition("1", date(2026, 1, 1), "ab"),
        date(2026, 1, 2),
        KeptPain(some, frozenset(some), came_out),
    )
    return file_text(kept, rulebook)


def _ways(value, way=()):
    """Return the way to each part of a content."""
    steps = value if isinstance(value, dict) else range(len(value)) if _is_list(value) else ()
    for step in steps:
        yield (*way, step)
        yield from _ways(value[step], (*way, step))


def _is_list(value):
    return isinstance(value, list)


# Answers that fit no more


@pytest.mark.parametrize(
    ("at", "value"),
    [
        ({"id": "shoe_size"}, "large"),
        ({}, "elbow"),
        ({}, ["knee"]),
        ({}, 7),
    ],
    ids=["question gone", "choice gone", "one became many", "became a number"],
)
def test_an_answer_that_fits_no_more_is_left_out_and_named_in_words(at, value, tiny, text):
    def change(content):
        answers = content["pains"][0]["answers"]
        next(a for a in answers if a["id"] == "main_region").update(at, value=value)

    opened = kept_in(changed(text, change), tiny)

    assert [("Where does it hurt most?", "Knee")] == [(one.asked, one.told) for one in opened.gone]
    assert "main_region" not in opened.shown.answers
    assert 6 == opened.shown.answers["pain_average"]
