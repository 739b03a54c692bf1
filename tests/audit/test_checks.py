import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from decision_aid.audit import figures, plain_words
from decision_aid.audit.checks import CHECKS, results_of
from decision_aid.audit.content import Content
from decision_aid.overview.numbers import numbers_of
from decision_aid.resources import resource_dir

NEEDLE, MORE = "options/knee-needle.yaml", "cases/more.yaml"
FOR_ALL = (
    "stance: mixed, says: Leaves it open., cites: [leaflet]}\nposition_gap: We found one position."
)
TWO_FOR = (
    "stance: for, says: Allows it., cites: [leaflet]}\n"
    "  - {body: Others, year: 2025, stance: for, says: Allow it., cites: [leaflet]}"
)


def broken(content):
    return {
        result.check.id: [str(problem) for problem in result.problems]
        for result in results_of(content)
        if result.problems
    }


def test_a_rulebook_that_keeps_every_promise_passes_every_check(whole):
    assert {} == broken(whole())


def test_every_check_looks_at_something(whole):
    assert all(result.looked_at for result in results_of(whole()))


def test_a_check_counts_the_texts_that_it_reads_and_no_others(whole):
    def counted(content):
        return {result.check.id: result.looked_at for result in results_of(content)}

    before = counted(whole())
    one, two = (
        "{text: It often eases., cites: [trial]}" + more
        for more in ("", ", {text: Or not., cites: [trial]}")
    )
    after = counted(whole(("places.yaml", one, two)))

    assert {"figures-cited", "wording", "short", "explained"} == {
        name for name in after if after[name] > before[name]
    }


def test_every_check_has_a_name_of_its_own_and_a_standard():
    assert len(CHECKS) == len({check.id for check in CHECKS})
    assert all(re.fullmatch(r"[A-Z0-9].*", check.standard) for check in CHECKS)


@pytest.mark.parametrize(
    ("check", "change", "at", "says"),
    [
        pytest.param(
            "balanced",
            (
                NEEDLE,
                "Some people have less pain.",
                "Some have less pain and so they sleep quite well.",
            ),
            "- {text: Some have less",
            "10 words on benefits and 6 on harms",
            id="more on benefits",
        ),
        pytest.param(
            "balanced",
            (NEEDLE, "a sore spot.", "a sore spot for some days or longer."),
            "- {text: Some people have a sore",
            "5 words on benefits and 11 on harms",
            id="more on harms",
        ),
        pytest.param(
            "both-sides",
            (NEEDLE, FOR_ALL, TWO_FOR),
            "- {body: A guideline",
            'every position is "for": add one of the other side',
            id="only in favour",
        ),
        pytest.param(
            "both-sides",
            (NEEDLE, FOR_ALL, TWO_FOR.replace("stance: for", "stance: against")),
            "- {body: A guideline",
            'every position is "against": add one of the other side',
            id="only against",
        ),
        pytest.param(
            "figures-cited",
            (NEEDLE, "text: Nobody has asked.", "text: Nobody has asked 40 people."),
            "Nobody has asked 40",
            "a figure stands here without a source",
            id="figure in a statement",
        ),
        pytest.param(
            "figures-cited",
            (NEEDLE, "one_line: A thin needle", "one_line: 3 thin needles"),
            "3 thin needles",
            "a figure stands here without a source",
            id="figure in the one line",
        ),
        pytest.param(
            "figures-cited",
            (NEEDLE, "name: Needle treatment of", "name: Treatment with 2 needles of"),
            "Treatment with 2 needles",
            "a figure stands here without a source",
            id="figure in the name",
        ),
        pytest.param(
            "figures-cited",
            (NEEDLE, "We found no reliable number for harms.", "We found 3 numbers for harms."),
            "We found 3 numbers",
            "a figure stands here without a source",
            id="figure where there is no number",
        ),
        pytest.param(
            "figures-cited",
            (NEEDLE, "We found one position.", "We found 1 position."),
            "We found 1 position",
            "a figure stands here without a source",
            id="figure in a gap",
        ),
        pytest.param(
            "one-row",
            (NEEDLE, "100\n    with: 40\n    without: 20", "1000\n    with: 400\n    without: 200"),
            "1000",
            '"half-relief" is a whole number out of 100: count it out of 100.',
            id="one-row",
        ),
        pytest.param(
            "readable",
            ("urgent/care.yaml", "[Do not wait.]", "[Hospital hospital hospital hospital.]"),
            "cards:",
            "and 5 is the most here",
            id="readable in need",
        ),
        pytest.param(
            "readable",
            ("safety/safety.yaml", "Tell the team its name.", f"{'Hospital ' * 8}."),
            "groups:",
            "and 5 is the most here",
            id="readable safety",
        ),
        pytest.param(
            "readable",
            (NEEDLE, "It stings.", f"{'Hospital ' * 24}. " * 4),
            "id: knee-needle",
            "and 8 is the most here",
            id="readable option",
        ),
        pytest.param(
            "short",
            (NEEDLE, "It stings.", f"It {'stings and ' * 12}stings."),
            "It stings",
            "a sentence of 26 words, and 25 is the most: “It stings and stings",
            id="short",
        ),
        pytest.param(
            "explained",
            (NEEDLE, "Within hours.", "Within hours of arthroscopy."),
            "Within hours",
            '"arthroscopy" is a hard word',
            id="hard word",
        ),
        pytest.param(
            "explained",
            (NEEDLE, "Within hours.", "Within hours of rehabilitation."),
            "Within hours",
            '"rehabilitation" is a hard word',
            id="long word",
        ),
        pytest.param(
            "explained",
            (NEEDLE, "Within hours.", "Within hours of stenosis."),
            "Within hours",
            '"stenosis" is a hard word',
            id="ending of an illness",
        ),
        pytest.param(
            "explained",
            (NEEDLE, "Within hours.", "Within hours of an MRI."),
            "Within hours",
            '"MRI" is a hard word',
            id="abbreviation",
        ),
    ],
)
def test_each_broken_promise_of_a_text_is_named_with_its_place(whole, check, change, at, says):
    content = whole(change)
    text = (content.folder / change[0]).read_text()
    before = text[: text.index(at)]
    line, column = before.count("\n") + 1, len(before.split("\n")[-1]) + 1

    assert [check] == list(broken(content))
    (problem,) = broken(content)[check]
    assert problem.startswith(f"rules/{change[0]}:{line}:{column}: ")
    assert says in problem


def test_a_review_is_due_after_its_day_and_not_on_it(whole):
    due = date(2027, 1, 1)
    content = whole()

    assert {} == broken(replace(content, today=due))
    found = broken(replace(content, today=due + timedelta(days=1)))
    assert ["reviewed"] == list(found)
    assert "the review was due on 2027-01-01: review it and set a new date." in found["reviewed"][0]


def test_a_figure_on_the_page_of_a_place_needs_a_source(whole):
    found = broken(whole(("places.yaml", "title: Pain in the knee", "title: Pain in 1 knee")))

    assert ["figures-cited"] == list(found)


def test_a_sentence_of_25_words_is_not_too_long(whole):
    assert {} == broken(whole((NEEDLE, "It stings.", f"It {'stings ' * 23}then.")))


@pytest.mark.parametrize(
    "change",
    [
        ("questionnaire/03-matters.yaml", "It goes on your sheet.", "LONG"),
        ("urgent/urgent-low.yaml", "Nerves may be squeezed.", "LONG"),
        ("safety/safety.yaml", "Bleeding matters here.", "LONG"),
        ("findings/knee.yaml", "The knee hurts and burns", "LONG"),
        ("places.yaml", "It often eases.", "LONG"),
        (NEEDLE, "The pain is light.", "LONG"),
    ],
    ids=lambda change: change[0],
)
def test_a_long_sentence_is_found_in_every_file_that_people_read(whole, change):
    file, old, new = change
    found = broken(whole((file, old, new.replace("LONG", f"It {'hurts and ' * 13}hurts."))))

    assert [f"rules/{file}"] == [problem.split(":")[0] for problem in found["short"]]


def test_when_most_pages_are_hard_to_read_one_is_named_for_all(whole, monkeypatch):
    content = whole()
    keeps_from_harm = re.compile("/(?:urgent|safety)/|/aftercare.yaml")
    readings = tuple(
        replace(
            page, raw=replace(page.raw, grade=4.9 if keeps_from_harm.search(page.name) else 7.9)
        )
        for page in plain_words.page_readings(content)
    )
    monkeypatch.setattr(plain_words, "page_readings", lambda _: readings)

    (problem,) = broken(content)["readable"]
    assert problem.endswith("the page in the middle has grade 7.9, and 6 is the most.")


@pytest.mark.parametrize(("with_", "without"), [(400, 205), (405, 200)])
def test_a_number_that_is_no_whole_number_out_of_100_is_told_out_of_1000(whole, with_, without):
    text = "100\n    with: 40\n    without: 20"
    told = f"1000\n    with: {with_}\n    without: {without}"

    assert {} == broken(whole((NEEDLE, text, told)))


@pytest.mark.parametrize(
    ("part", "change", "view"),
    [
        ("with_words", {"with_": 41}, "the sentence"),
        ("without_words", {"without": 21}, "the sentence"),
        ("rows", {"with_": 41}, "the table"),
        ("rows", {"without": 21}, "the table"),
        ("groups", {"with_": 41}, "the picture"),
        ("groups", {"without": 21}, "the picture"),
    ],
)
def test_a_view_that_tells_another_number_is_named(whole, monkeypatch, part, change, view):
    def differing(outcome, name):
        other = numbers_of(outcome.model_copy(update=change), name)
        return replace(numbers_of(outcome, name), **{part: getattr(other, part)})

    content = whole()
    monkeypatch.setattr(figures, "numbers_of", differing)

    found = broken(content)
    assert ["views-agree"] == list(found)
    assert all(f'"half-relief": {view} tells another number.' in p for p in found["views-agree"])


def test_a_picture_of_a_number_that_nobody_compared_is_named(whole, monkeypatch):
    drawn = numbers_of(whole().rulebook.options["exercise"].outcomes[0], "Exercise").groups
    alone = "comparator: none"
    content = whole(
        (NEEDLE, "without: 20\n    comparator: a dummy treatment", alone),
        (NEEDLE, "effect: more", "effect: not-known"),
    )
    monkeypatch.setattr(
        figures, "numbers_of", lambda *told: replace(numbers_of(*told), groups=drawn)
    )

    (problem,) = broken(content)["views-agree"]
    assert problem.startswith(f"rules/{NEEDLE}:")
    assert problem.endswith('"half-relief": the picture tells another number.')


def test_a_rule_that_no_case_makes_fire_is_named(whole):
    found = broken(whole((MORE, "answers: {urgent_low: [saddle]}", "answers: {}")))

    (problem,) = found["rules-fire"]
    assert (
        'rules/urgent/urgent-low.yaml:1:1: the rule "saddle-numbness" fires in no worked case: '
        "add a person for whom it does to rules/cases/."
    ) == problem


def test_a_rule_of_an_option_that_no_case_makes_fire_is_named(whole):
    light = "pain_features: [none_of_these]\n      pain_average: 1"
    found = broken(whole((MORE, light, light.replace("1", "9"))))

    (problem,) = found["rules-fire"]
    assert problem.startswith(f"rules/{NEEDLE}:")
    assert 'the rule "knee-needle-caution-1" fires in no worked case' in problem


def test_a_condition_that_no_case_turns_on_is_named(whole):
    takes = "medicines: [blood_thinner]\n    expect:\n      "
    takes_none = takes.replace("blood_thinner", "none_of_these")
    found = broken(whole(*((MORE, takes + end, takes_none + end) for end in ("notes", "notices"))))

    assert any(
        problem.startswith("rules/safety/safety.yaml:13:41: no worked case turns on this part of")
        and '"knee-needle--shared-thinner": Your pain is of a kind that this option' in problem
        for problem in found["conditions-decide"]
    ), found


def test_an_option_of_which_no_rule_fires_is_named(whole):
    content = whole(
        ("cases/knee.yaml", "main_region: knee", "main_region: low_back"),
        (MORE, "      main_region: knee\n", "      main_region: low_back\n"),
    )

    assert [
        'rules/options/knee-needle.yaml:56:3: no rule of "knee-needle" fires in any worked case.'
    ] == broken(content)["options-reached"]


def test_the_shipped_content_keeps_every_promise():
    assert {} == broken(Content.of(resource_dir("rules"), datetime.now(UTC).date()))
