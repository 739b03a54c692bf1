import pytest

from decision_aid.rulebook.load import load_rulebook
from decision_aid.rulebook.problems import RulebookError
from tests.rulebook.broken import ALSO, BROKEN, MINIMAL, minimal_copy, spoil


@pytest.fixture
def rules(tmp_path):
    """A copy of the minimal rulebook that a test may spoil."""
    return minimal_copy(tmp_path)


def replace(rules, file, old, new):
    path = rules / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def problems_of(rules):
    with pytest.raises(RulebookError) as raised:
        load_rulebook(rules)
    return raised.value.problems


def test_the_minimal_rulebook_loads():
    rulebook = load_rulebook(MINIMAL)

    assert list(rulebook.options) == ["exercise", "knee-needle"]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_a_fault_is_named_and_placed(rules, broken):
    for change in ALSO.get(broken.name, ()):
        replace(rules, *change)
    place = spoil(rules, broken)

    problems = problems_of(rules)

    assert [place] == [str(problem.place) for problem in problems], "\n".join(map(str, problems))
    for words in broken.says:
        assert words in problems[0].message


def test_a_fault_has_a_fixture_of_its_own():
    assert len(BROKEN) == len({broken.name for broken in BROKEN})
    assert ALSO.keys() <= {broken.name for broken in BROKEN}


def test_all_problems_of_several_files_are_reported_at_once_in_file_order(rules):
    replace(rules, "findings/knee.yaml", "includes: burning", "includes: burnin")
    replace(rules, "options/knee-needle.yaml", "sites: [knee]", "sites: [kne, low_bak]")
    replace(rules, "safety/safety.yaml", "for: [needles]", "for: [needle]")
    replace(rules, "edition.yaml", "}\ndate:", "}\nday:")

    problems = problems_of(rules)

    assert [
        "rules/edition.yaml:1:1",
        "rules/edition.yaml:4:1",
        "rules/findings/knee.yaml:12:45",
        "rules/options/knee-needle.yaml:5:9",
        "rules/options/knee-needle.yaml:5:14",
        "rules/safety/safety.yaml:8:11",
    ] == [str(problem.place) for problem in problems]


def test_the_error_lists_every_problem_on_a_line_of_its_own(rules):
    replace(rules, "options/knee-needle.yaml", "sites: [knee]", "sites: [kne, low_bak]")

    with pytest.raises(RulebookError) as raised:
        load_rulebook(rules)

    assert [str(problem) for problem in raised.value.problems] == str(raised.value).splitlines()


def test_a_file_that_cannot_be_read_hides_no_fault_elsewhere(rules):
    replace(rules, "findings/knee.yaml", "says: The knee hurts\n", "sais: The knee hurts\n")
    replace(rules, "options/knee-needle.yaml", "at_most: 2", "at_mots: 2")

    problems = [str(problem) for problem in problems_of(rules)]

    assert any('unknown key "sais"' in problem for problem in problems)
    assert any('unknown comparison "at_mots"' in problem for problem in problems)


def test_names_of_a_file_that_cannot_be_read_are_no_fault_of_the_files_that_use_them(rules):
    replace(rules, "findings/knee.yaml", "topic: knee\n", "topic: [knee\n")

    assert {"rules/findings/knee.yaml"} == {problem.place.file for problem in problems_of(rules)}


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    problems = problems_of(tmp_path / "nowhere")

    assert [f"{tmp_path / 'nowhere'}:1:1: this folder does not exist."] == [
        str(p) for p in problems
    ]


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "rules").write_text("")

    assert "this folder does not exist." in problems_of(tmp_path / "rules")[0].message


@pytest.mark.parametrize("name", ["edition.yaml", "glossary.yaml"])
def test_a_missing_file_is_named(rules, name):
    (rules / name).unlink()

    assert [f"rules/{name}:1:1: this file cannot be read: No such file or directory."] == [
        str(problem) for problem in problems_of(rules)
    ]


def test_missing_care_cards_are_named(rules):
    (rules / "urgent" / "care.yaml").unlink()

    assert ["rules/urgent/care.yaml:1:1: this file is missing: it holds the care cards."] == [
        str(problem) for problem in problems_of(rules)
    ]


def test_care_cards_that_cannot_be_read_are_no_second_fault(rules):
    replace(rules, "urgent/care.yaml", "footer: This page", "fotter: This page")

    assert {"rules/urgent/care.yaml"} == {problem.place.file for problem in problems_of(rules)}


@pytest.mark.parametrize("name", ["sources", "questionnaire", "options"])
def test_a_missing_folder_is_named(rules, name):
    (rules / name).rename(rules / "elsewhere")

    assert f"rules/{name}:1:1: this folder is missing." in map(str, problems_of(rules))


def test_a_file_that_is_no_text_is_named(rules):
    (rules / "glossary.yaml").write_bytes(b"\xff\xfe\x00")

    assert ["rules/glossary.yaml:1:1: this file is not text in UTF-8."] == [
        str(problem) for problem in problems_of(rules)
    ]


@pytest.mark.parametrize(
    "file",
    ["glossary.yaml", "urgent/combinations.yaml", "safety/safety.yaml", "sources/sources.yaml"],
)
def test_an_empty_file_is_no_mapping(rules, file):
    (rules / file).write_text("")

    assert f'rules/{file}:1:1: this should be a mapping, not "None".' in map(
        str, problems_of(rules)
    )


def test_a_list_that_stands_in_two_files_is_named(rules):
    text = (rules / "urgent" / "urgent-low.yaml").read_text()
    (rules / "urgent" / "urgent-once-more.yaml").write_text(text)

    assert [
        (
            "rules/urgent/urgent-once-more.yaml:1:7: "
            'the list "urgent_low" stands at rules/urgent/urgent-low.yaml:1:7 too.'
        )
    ] == [str(problem) for problem in problems_of(rules)]


def test_a_list_on_no_screen_is_named(rules):
    replace(
        rules,
        "questionnaire/01-pain.yaml",
        "  - id: legs\n    questions:\n      - urgent_list: urgent_low\n",
        "",
    )

    assert [
        'rules/urgent/urgent-low.yaml:1:7: the list "urgent_low" is asked on 0 screens, not on 1.'
    ] == [str(problem) for problem in problems_of(rules)]


def test_a_longer_circle_of_findings_is_shown(rules):
    replace(
        rules,
        "findings/knee.yaml",
        "    when: {answer: main_region, is: knee}\n    restates: true\n",
        "    when: {finding: sore-knee-that-burns}\n    restates: true\n",
    )

    (problem,) = problems_of(rules)

    assert "in a circle: " in problem.message
    assert {"sore-knee", "sore-knee-that-burns"} == set(
        problem.message.rstrip(".").split(": ")[-1].split(" -> ")
    )


def test_an_ask_that_reads_a_safety_answer_through_a_finding_is_refused(rules):
    replace(rules, "findings/knee.yaml", "{answer: pain_features, includes: burning}", THINNER)

    assert [
        'the rule "knee-needle-ask-1" says ask and reads "medicines", which can only add care.'
    ] == [problem.message for problem in problems_of(rules)]


THINNER = "{answer: medicines, includes: blood_thinner}"


def test_a_site_starts_with_an_overdue_review(rules):
    replace(rules, "options/exercise.yaml", "review_by: 2027-01-01", "review_by: 2026-01-02")

    assert "exercise" in load_rulebook(rules).options


def test_the_same_content_has_the_same_digest_wherever_it_stands(rules):
    assert load_rulebook(MINIMAL).edition.digest == load_rulebook(rules).edition.digest


@pytest.mark.parametrize(
    "file", ["edition.yaml", "glossary.yaml", "options/exercise.yaml", "urgent/care.yaml"]
)
def test_other_content_has_another_digest(rules, file):
    before = load_rulebook(rules).edition.digest
    (rules / file).write_text((rules / file).read_text() + "# a remark\n")

    assert before != load_rulebook(rules).edition.digest


def test_another_file_name_has_another_digest(rules):
    before = load_rulebook(rules).edition.digest
    (rules / "findings" / "knee.yaml").rename(rules / "findings" / "leg.yaml")

    assert before != load_rulebook(rules).edition.digest


def test_cases_are_no_part_of_the_edition(rules):
    before = load_rulebook(rules).edition.digest
    (rules / "cases" / "knee.yaml").unlink()

    assert before == load_rulebook(rules).edition.digest


def test_the_edition_is_shown_with_a_short_digest(rules):
    edition = load_rulebook(rules).edition

    assert f"1 of 2026-01-01 ({edition.digest[:12]})" == str(edition)


def test_findings_have_a_level_above_all_that_they_read(tiny):
    assert {"sore-knee": 1, "sore-knee-that-burns": 2, "concerns--knee-needle": 2} == {
        name: finding.level for name, finding in tiny.findings.items()
    }


def test_a_shared_caution_reaches_each_option_of_its_group_and_no_other(tiny):
    assert ["knee-needle--shared-thinner"] == [r.id for r in tiny.rules if "shared" in r.id]


def test_a_shared_caution_speaks_only_where_the_option_applies(tiny_person):
    back = tiny_person(age_band="18_plus", main_region="low_back", medicines="blood_thinner")
    knee = tiny_person(age_band="18_plus", main_region="knee", medicines="blood_thinner")

    assert set() == back.arguments_about("knee-needle")
    assert {"knee-needle--shared-thinner"} == knee.arguments_about("knee-needle")


def test_a_shared_caution_reaches_an_option_that_always_applies(rules):
    replace(rules, "options/exercise.yaml", "groups: []", "groups: [needles]")
    rulebook = load_rulebook(rules)

    assert ["medicines"] == [
        leaf.field
        for rule in rulebook.rules
        if rule.id == "exercise--shared-thinner"
        for leaf in [rule.when]
    ]


def test_a_rulebook_may_have_no_urgent_rules_beside_its_lists(rules):
    (rules / "urgent" / "combinations.yaml").unlink()
    (rules / "urgent" / "out-of-scope.yaml").unlink()

    assert {"saddle-numbness", "unsteady"} == set(load_rulebook(rules).signs)


def test_the_shipped_rules_load(rulebook):
    assert rulebook.options
