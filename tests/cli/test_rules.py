import shutil
from importlib import import_module

import pytest

from decision_aid.audit.checks import CHECKS, Result
from decision_aid.rulebook.problems import Place, Problem
from tests.support.whole import CASES


@pytest.fixture
def whole(rules):
    """Let the rulebook pass every check, whatever day it is."""
    shutil.copy(CASES, rules / "cases" / "more.yaml")
    for path in (rules / "options").iterdir():
        path.write_text(path.read_text().replace("review_by: 2027", "review_by: 2999"))


@pytest.mark.usefixtures("whole")
def test_check_tells_every_promise_and_what_the_rules_hold(run):
    result = run("rules", "check")

    assert (0, "") == (result.exit_code, result.stderr)
    *table, _, held, last = result.stdout.splitlines()
    assert [check.says for check in CHECKS] == [line.split("  ")[0] for line in table]
    assert all("  holds  " in line for line in table)
    assert "2 options, 14 rules, 3 findings, 3 urgent signs, 2 sources and 8 cases." == held
    assert "Nothing to mend." == last


@pytest.mark.usefixtures("whole")
def test_check_counts_what_breaks_a_promise_and_says_where(run, rules):
    path = rules / "options" / "exercise.yaml"
    path.write_text(path.read_text().replace("It stings.", "It stings as an MRI does."))
    result = run("rules", "check")

    assert 2 == result.exit_code
    assert "1 to mend" in next(
        line for line in result.stdout.splitlines() if line.startswith("Hard words")
    )
    assert result.stderr.startswith('rules/options/exercise.yaml:11:16: "MRI" is a hard word')
    assert result.stderr.endswith("\n1 to mend in the rules.\n")


@pytest.mark.parametrize("broken", CHECKS, ids=lambda check: check.id)
def test_any_check_that_fails_fails_the_command(run, monkeypatch, broken):
    problem = Problem(Place("rules/glossary.yaml", 3, 5), "this is broken.")
    results = [Result(check, 1, (problem,) if check is broken else ()) for check in CHECKS]
    monkeypatch.setattr(import_module("decision_aid.cli.rules"), "results_of", lambda _: results)
    result = run("rules", "check")

    assert 2 == result.exit_code
    assert "rules/glossary.yaml:3:5: this is broken.\n1 to mend in the rules.\n" == result.stderr


@pytest.mark.usefixtures("whole")
def test_check_fails_when_a_review_is_overdue(run, rules):
    path = rules / "options" / "exercise.yaml"
    path.write_text(path.read_text().replace("review_by: 2999", "review_by: 2026"))
    path.write_text(path.read_text().replace("reviewed: 2026", "reviewed: 2025"))
    result = run("rules", "check")

    assert 2 == result.exit_code
    assert "the review was due on 2026-01-01" in result.stderr


def test_check_looks_at_the_cases_too(refuses, rules):
    path = rules / "cases" / "knee.yaml"
    path.write_text(path.read_text().replace("main_region: knee", "main_region: kne"))

    assert 'rules/cases/knee.yaml:7:7: unknown choice of "main_region" "kne"' in refuses(
        "rules", "check"
    )


def test_explain_says_when_an_option_comes_up_and_why(run):
    result = run("rules", "explain", "knee-needle")

    assert 0 == result.exit_code
    assert (
        """\
Needle treatment of the knee (knee-needle)
A thin needle beside the knee.

Worth asking about [knee-needle-ask-1]
  when The knee hurts and burns
  because The knee hurts and burns.
  source: Someone. A trial. 2020

Another step first [knee-needle-first-1]
  when The knee hurts; and Exercise: “Not tried” or “Not sure”
  because Exercise comes before it.
  source: Someone. A trial. 2020

With care [knee-needle-caution-1]
  when The knee hurts; and How strong is it? 2 or less
  because The pain is light.
  source: Someone. A trial. 2020

With care [knee-needle--shared-thinner]
  when Your pain is of a kind that this option is about; and Do you take any of these? \
“A blood thinner”
  because Bleeding matters here.
  source: A leaflet. no year shown
"""
        == result.stdout
    )


def test_explain_names_the_nearest_option(refuses):
    assert (
        'unknown option "knee-nedle"; did you mean "knee-needle"? Allowed: exercise, knee-needle.\n'
        == refuses("rules", "explain", "knee-nedle")
    )


def test_explain_needs_an_option(refuses):
    assert "Missing argument 'OPTION'" in refuses("rules", "explain")


def test_every_shipped_option_can_be_explained(run, monkeypatch, rulebook):
    module = import_module("decision_aid.cli.rules")
    monkeypatch.setattr(module, "rulebook_from", lambda _folder: rulebook)
    for option in rulebook.options:
        result = run("rules", "explain", option)

        assert 0 == result.exit_code
        assert all(f"[{rule.id}]" in result.stdout for rule in rulebook.rules_about(option))
