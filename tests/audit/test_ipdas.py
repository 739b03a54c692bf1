from datetime import UTC, datetime

import pytest

from decision_aid.audit.content import Content
from decision_aid.audit.ipdas import criteria_of
from decision_aid.resources import resource_dir
from decision_aid.rulebook.problems import RulebookError

ONE = """criteria:
  - id: C1
    number: 2.1.1
    group: certification
    asks: Equal detail.
    status: met
    why: It is counted.
    pages: [library.index]
    checks: [{check}]
"""
#: Spoils "balanced" and nothing else.
SORE = ("options/exercise.yaml", "- {text: Some people have a sore spot.", "- {text: Sore.")


@pytest.fixture
def assessed(whole):
    """Assess the rulebook that passes every check by one criterion, after changes."""

    def read(*changes, check="balanced", claimed="met"):
        content = whole(*changes)
        text = ONE.format(check=check).replace("status: met", f"status: {claimed}")
        (content.folder / "ipdas.yaml").write_text(text)
        return criteria_of(whole())

    return read


def test_a_criterion_whose_check_holds_is_met(assessed):
    (criterion,) = assessed()

    assert "met" == criterion.status
    assert ["balanced"] == [check.id for check in criterion.checks]


def test_a_criterion_whose_check_fails_is_not_met_whatever_is_claimed(assessed):
    (criterion,) = assessed(SORE)

    assert "met" == criterion.record.status
    assert "not-yet" == criterion.status


def test_a_criterion_that_is_met_in_part_falls_as_well(assessed):
    (criterion,) = assessed(SORE, claimed="partly")

    assert "not-yet" == criterion.status


@pytest.mark.parametrize("checks", ["balanced, short", "short, balanced"])
def test_one_check_of_several_that_fails_is_enough(assessed, checks):
    (criterion,) = assessed(SORE, check=checks)

    assert "not-yet" == criterion.status


def test_a_check_that_fails_lowers_no_criterion_that_does_not_rest_on_it(assessed):
    (criterion,) = assessed(SORE, check="short")

    assert "met" == criterion.status


def test_a_check_that_does_not_exist_is_named(assessed):
    with pytest.raises(RulebookError) as raised:
        assessed(check="balance")

    assert 'unknown check "balance"; did you mean "balanced"?' in str(raised.value)
    assert "rules/ipdas.yaml:9:14: " in str(raised.value)


def test_without_the_file_nothing_is_claimed(whole):
    assert () == criteria_of(whole())


def test_a_file_that_cannot_be_read_is_named(whole):
    (whole().folder / "ipdas.yaml").write_text("criteria: [")

    with pytest.raises(RulebookError) as raised:
        whole()

    assert "rules/ipdas.yaml:2:1: this is not valid YAML" in str(raised.value)


def test_what_is_claimed_of_the_shipped_content_holds():
    lowered = [
        criterion.record.id
        for criterion in criteria_of(Content.of(resource_dir("rules"), datetime.now(UTC).date()))
        if criterion.status != criterion.record.status
    ]

    assert [] == lowered
