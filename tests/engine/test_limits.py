"""Where the engine would abort the process (error 303) or refuse a rule (error 113)."""

import subprocess
import sys

import pytest
from durable import engine as durable

from decision_aid.engine.run import Engine
from decision_aid.rulebook.check import MOST_GROUPS
from decision_aid.rulebook.conditions import All, AnyOf, groupings
from tests.engine.everything_matches import shapes, shipped, told
from tests.support.python import ROOT
from tests.support.rules import rule, with_rules


@pytest.mark.parametrize(("kind", "sets"), [("shapes", shapes), ("shipped", shipped)])
def test_rules_of_which_every_one_matches_all_fire(kind, sets):
    done = subprocess.run(
        [sys.executable, "-m", "tests.engine.everything_matches", kind],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (0, "") == (done.returncode, done.stderr), done.stdout
    assert [f"{name} True" for name, _ in sets()] == done.stdout.splitlines()


def test_the_engine_refuses_a_rule_with_one_group_more_than_the_loader_lets_through(tiny):
    when = AnyOf(tuple(All((told(), told())) for _ in range(MOST_GROUPS)))
    assert groupings(when) == MOST_GROUPS + 1

    with pytest.raises(durable.durable_rules_engine.error, match="113"):
        Engine.of(with_rules(tiny, [rule("r", when)]))


def test_the_shipped_rules_stay_within_the_limits(rulebook):
    assert max(groupings(r.when) for r in rulebook.rules) <= MOST_GROUPS
