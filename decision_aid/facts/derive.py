"""Answers into the one flat fact that the engine sees.

======== =============================== =====================
answer   field of the fact               value
======== =============================== =====================
one      its id                          the choice
many     id, two underscores, choice     1 chosen, 0 not
number   its id                          the number
text     none: no rule reads it
finding  ``finding__`` and the id        1 derived, 0 not
======== =============================== =====================

There are no nulls: a question that was not answered has no field at all, so no test
on it holds, negated or not. Findings are always there. Hyphens become underscores.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import Field

Fact = dict[str, str | int]


def choice_key(field: str, choice: str) -> str:
    """Return the name under which the fact tells whether a choice was among the chosen."""
    return f"{field}__{choice}"


def finding_key(finding: str) -> str:
    """Return the name under which the fact tells whether a finding was derived."""
    return f"finding__{finding.replace('-', '_')}"


def facts_of_answers(answers: Mapping[str, Answer], fields: Mapping[str, Field]) -> Fact:
    """Return the fact for the answers that count."""
    fact: Fact = {}
    for name, answer in answers.items():
        if isinstance(answer, tuple):
            fact.update((choice_key(name, c), int(c in answer)) for c in fields[name].choices)
        elif fields[name].kind != "text":
            fact[name] = answer
    return fact


def facts_of_findings(known: Iterable[str], derived: Collection[str]) -> Fact:
    """Return the fact for findings: every one that the rulebook knows, derived or not."""
    return {finding_key(name): int(name in derived) for name in known}
