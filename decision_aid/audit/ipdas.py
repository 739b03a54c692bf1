"""The self-assessment against IPDAS: what was met is met only while its checks hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from decision_aid.audit.checks import CHECKS, Check, results_of
from decision_aid.audit.content import Content
from decision_aid.rulebook.problems import Problem, RulebookError, unknown
from decision_aid.rulebook.records import Record, Text
from decision_aid.rulebook.validate import validated

Group = Literal["qualifying", "certification", "quality"]
Status = Literal["met", "partly", "not-yet", "not-applicable"]
FILE = "ipdas.yaml"


class CriterionRecord(Record):
    """One criterion, in our words, and how the aid stands to it.

    Attributes:
        status: what is claimed; the checks can only lower it.
        pages: endpoints of pages that show it.
        checks: ids of checks that prove it.
    """

    id: Text
    number: Text
    group: Group
    asks: Text
    status: Status
    why: Text
    pages: tuple[Text, ...] = Field(min_length=1)
    checks: tuple[Text, ...] = ()


class CriteriaFile(Record):
    """``ipdas.yaml``."""

    criteria: tuple[CriterionRecord, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion as it stands now.

    Attributes:
        status: what is claimed, or ``not-yet`` when a check that proves it fails.
        checks: the checks that prove it.
    """

    record: CriterionRecord
    status: Status
    checks: tuple[Check, ...]


def claims_of(content: Content) -> tuple[CriterionRecord, ...]:
    """Return what is claimed; a rules folder without the file claims nothing.

    Raises:
        RulebookError: when the file cannot be used or names a check that does not exist.
    """
    document = next((d for d in content.documents if d.file.endswith(f"/{FILE}")), None)
    if document is None:
        return ()
    problems: list[Problem] = []
    file = validated(document, CriteriaFile, problems)
    checks = [check.id for check in CHECKS]
    records = file.criteria if file else ()
    for i, record in enumerate(records):
        for j, name in enumerate(record.checks):
            if name not in checks:
                path = ("criteria", i, "checks", j)
                problems.append(document.problem(path, unknown("check", name, checks)))
    if problems:
        raise RulebookError(problems)
    return records


def criteria_of(content: Content) -> tuple[Criterion, ...]:
    """Return every criterion with its status after the checks that prove it.

    Raises:
        RulebookError: as :func:`claims_of` does.
    """
    records = claims_of(content)
    checks = {check.id: check for check in CHECKS}
    named = {name for record in records for name in record.checks}
    broken = {result.check.id for result in results_of(content, named) if result.problems}
    return tuple(
        Criterion(
            record,
            "not-yet" if broken.intersection(record.checks) else record.status,
            tuple(checks[name] for name in record.checks),
        )
        for record in records
    )
