import pytest

from decision_aid.cases import came_out, load_cases, run_case
from decision_aid.pipeline import overview_of
from decision_aid.rulebook.problems import RulebookError
from tests.rulebook.broken import minimal_copy


@pytest.fixture
def load(tmp_path, tiny):
    """Load the one case of the minimal rulebook after a change of its text."""
    rules = minimal_copy(tmp_path)

    def loaded(old="", new=""):
        path = rules / "cases" / "knee.yaml"
        text = path.read_text()
        assert not old or text.count(old) == 1
        path.write_text(text.replace(old, new) if old else text)
        return load_cases(rules, tiny)

    return loaded


def problems_of(load, old, new):
    with pytest.raises(RulebookError) as raised:
        load(old, new)
    return [str(problem) for problem in raised.value.problems]


def test_a_case_is_loaded_with_its_answers_read(load):
    (case,) = load()

    assert ("knee-that-burns", "rules/cases/knee.yaml") == (case.id, case.file)
    assert ("burning",) == case.answers["pain_features"]


def test_a_case_that_comes_out_as_it_says_has_no_faults(load, tiny, tiny_engine):
    (case,) = load()

    assert () == run_case(case, tiny, tiny_engine)


EXPECT = "    expect:\n"
OPTIONS = "[exercise, knee-needle]"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            OPTIONS,
            "[exercise]\n      with-care: [knee-needle]",
            "with-care: knee-needle did not come out",
        ),
        ("notes: [blood-thinner]", "findings: [sore-knee]", "findings: sore-knee came out"),
        (EXPECT, f"{EXPECT}      urgency: soon\n", "urgency is none, expected soon"),
        (EXPECT, f"{EXPECT}      fires: [under-18]\n", "fires: under-18 did not come out"),
        (EXPECT, f"{EXPECT}      stop: [under-18]\n", "stop: under-18 did not come out"),
    ],
    ids=["section", "not expected", "urgency", "fires", "stop"],
)
def test_what_comes_out_otherwise_is_named(load, tiny, tiny_engine, old, new, fault):
    (case,) = load(old, new)

    assert (fault,) == run_case(case, tiny, tiny_engine)


FINDINGS = "[sore-knee, sore-knee-that-burns]"
PLACE = "main_region: knee"


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        (
            PLACE,
            "main_region: kne",
            "7:7",
            'unknown choice of "main_region" "kne"; did you mean "knee"?',
        ),
        (
            PLACE,
            "main_regon: knee",
            "7:7",
            'unknown question "main_regon"; did you mean "main_region"?',
        ),
        (FINDINGS, "[sore-kne]", "13:17", 'unknown findings "sore-kne"; did you mean "sore-knee"?'),
        ("[blood-thinner]", "[thin-blood]", "16:14", 'unknown notes "thin-blood"'),
        (OPTIONS, "[exercise, knee]", "14:21", 'unknown worth-asking "knee"'),
        (
            EXPECT,
            f"{EXPECT}      urgency: later\n",
            "13:16",
            "Allowed: emergency, none, same_day, soon.",
        ),
        (EXPECT, f"{EXPECT}      sections: []\n", "13:7", 'unknown key "sections"'),
        ("    teaches: Burning matters here.\n", "", "2:5", 'the key "teaches" is missing here.'),
        ("cases:\n", "cases: [\n", "2:3", "this is not valid YAML"),
    ],
    ids=[
        "choice",
        "question",
        "finding",
        "note",
        "option",
        "urgency",
        "key",
        "missing key",
        "YAML",
    ],
)
def test_a_fault_of_a_case_is_named_and_placed(load, old, new, at, says):
    (found,) = problems_of(load, old, new)

    assert found.startswith(f"rules/cases/knee.yaml:{at}: ")
    assert says in found


def test_a_case_that_stands_twice_is_named(load, tmp_path):
    again = tmp_path / "rules" / "cases" / "again.yaml"
    again.write_text((tmp_path / "rules" / "cases" / "knee.yaml").read_text())

    assert ['rules/cases/knee.yaml:2:9: the case "knee-that-burns" stands twice.'] == problems_of(
        load, "", ""
    )


TWIN = """cases:
  - id: twin
    title: Its twin
    story: The same person with a blood thinner.
    teaches: One answer more.
    like: {like}
    answers: {answers}
    expect: {{}}
"""


@pytest.fixture
def load_twin(load, tmp_path):
    """Load the case of the minimal rulebook and one that is like it."""

    def loaded(like="knee-that-burns", answers="{medicines: [blood_thinner], pain_features: null}"):
        (tmp_path / "rules/cases/twin.yaml").write_text(TWIN.format(like=like, answers=answers))
        return load()

    return loaded


def test_a_case_like_another_takes_its_answers_and_changes_those_that_it_names(load_twin):
    one, twin = load_twin()

    assert "pain_features" not in twin.answers
    assert {"medicines"} == {
        name for name in twin.answers if twin.answers[name] != one.answers[name]
    }


@pytest.mark.parametrize(
    ("like", "says"),
    [
        ("knee-that-burn", 'unknown case "knee-that-burn"; did you mean "knee-that-burns"?'),
        ("twin", 'the case "twin" is itself like "twin": name a case with all its answers.'),
    ],
    ids=["unknown", "like one that is like another"],
)
def test_a_case_is_like_one_with_all_its_answers(load_twin, like, says):
    with pytest.raises(RulebookError) as raised:
        load_twin(like)

    (problem,) = raised.value.problems
    assert str(problem).startswith("rules/cases/twin.yaml:6:11: ")
    assert says in str(problem)


def test_a_case_may_not_be_like_a_third_one(load_twin, tmp_path):
    text = TWIN.replace("id: twin", "id: third").format(like="twin", answers="{}")
    (tmp_path / "rules/cases/third.yaml").write_text(text)
    with pytest.raises(RulebookError) as raised:
        load_twin()

    (problem,) = raised.value.problems
    assert str(problem).startswith("rules/cases/third.yaml:6:11: ")
    assert 'the case "twin" is itself like "knee-that-burns": name a case' in str(problem)


def test_without_a_folder_there_are_no_cases(tmp_path, tiny):
    assert () == load_cases(tmp_path, tiny)


def test_what_came_out_is_named_by_the_words_of_the_cases(tiny_person):
    someone = tiny_person(age_band="18_plus", main_region="all_over", medicines="blood_thinner")

    assert {
        "stop": frozenset(),
        "signs": frozenset(),
        "notices": {"all-over"},
        "notes": {"blood-thinner"},
        "findings": frozenset(),
        "fires": {"all-over", "note--blood-thinner"},
        "worth-asking": frozenset(),
        "with-care": frozenset(),
        "after-other-steps": frozenset(),
        "other": {"exercise", "knee-needle"},
    } == came_out(someone.overview)


def test_every_worked_case_comes_out_as_it_says(cases, rulebook, engine):
    faults = {case.id: run_case(case, rulebook, engine) for case in cases}

    assert {} == {name: found for name, found in faults.items() if found}


def test_every_option_has_a_case_in_which_it_stands_and_one_in_which_it_does_not(cases, rulebook):
    named = {
        name
        for case in cases
        for name in (
            *case.record.expect.worth_asking,
            *case.record.expect.with_care,
            *case.record.expect.after_other_steps,
            *case.record.expect.other,
        )
    }

    assert set() == rulebook.options.keys() - named


def test_every_urgent_sign_has_a_person_who_tells_of_it(rulebook, engine, cases):
    told = {
        name
        for case in cases
        for name in came_out(overview_of(case.answers, rulebook, engine))["signs"]
    }

    assert set() == rulebook.signs.keys() - told
