"""Worked cases: people made up for teaching and testing, and what must come out for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from decision_aid.engine.run import Engine
from decision_aid.overview.model import SECTIONS, Overview
from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.answers import Answers, AnswersError, read_answers
from decision_aid.rulebook.documents import Document, read_folder
from decision_aid.rulebook.model import Rulebook
from decision_aid.rulebook.problems import Problem, RulebookError, unknown
from decision_aid.rulebook.records import Name, Record, Text
from decision_aid.rulebook.validate import validated

Names = tuple[Name, ...]


class Outcomes(Record):
    """Names of what may come out, by kind."""

    stop: Names = ()
    signs: Names = ()
    notices: Names = ()
    notes: Names = ()
    findings: Names = ()
    fires: Names = ()
    worth_asking: Names = Field(default=(), alias="worth-asking")
    with_care: Names = Field(default=(), alias="with-care")
    after_other_steps: Names = Field(default=(), alias="after-other-steps")
    other: Names = ()


class Expected(Outcomes):
    """What must come out."""

    urgency: Literal["none", "soon", "same_day", "emergency"] = "none"


class CaseRecord(Record):
    """One worked case, as it stands in its file.

    With ``like`` it takes the answers of another case and names only those that differ;
    an answer that is empty there was not given.
    """

    id: Name
    title: Text
    story: Text
    teaches: Text
    like: Name | None = None
    answers: Mapping[str, object]
    expect: Expected
    expect_not: Outcomes = Outcomes()


class CasesFile(Record):
    """A file of ``cases/``."""

    cases: tuple[CaseRecord, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Case:
    """One worked case with its answers read."""

    file: str
    record: CaseRecord
    answers: Answers

    @property
    def id(self) -> str:
        """Return the id of the case."""
        return self.record.id


def load_cases(folder: Path, rulebook: Rulebook) -> tuple[Case, ...]:
    """Return the worked cases of a rules folder.

    Raises:
        RulebookError: with every problem of every case file, each with its place.
    """
    problems: list[Problem] = []
    found: dict[str, tuple[Document, int, CaseRecord]] = {}
    for document in read_folder(folder / "cases", folder, problems):
        file = validated(document, CasesFile, problems)
        for i, record in enumerate(file.cases if file else ()):
            if record.id in found:
                problems.append(
                    document.problem(("cases", i, "id"), f'the case "{record.id}" stands twice.')
                )
            found[record.id] = (document, i, record)
    records = {name: record for name, (_, _, record) in found.items()}
    cases = []
    for document, i, record in found.values():
        problems += _unknown_names(document, i, record, rulebook)
        problems += _wrongly_like(document, i, record, records)
        try:
            answers = read_answers(_all_answers(record, records), rulebook)
            cases.append(Case(document.file, record, answers))
        except AnswersError as error:
            problems += [document.problem(("cases", i, "answers"), f) for f in error.faults]
    if problems:
        raise RulebookError(problems)
    return tuple(cases)


def _wrongly_like(
    document: Document, i: int, record: CaseRecord, records: Mapping[str, CaseRecord]
) -> Iterator[Problem]:
    if record.like is None:
        return
    path = ("cases", i, "like")
    if record.like not in records:
        yield document.problem(path, unknown("case", record.like, records))
    elif further := records[record.like].like:
        yield document.problem(
            path,
            f'the case "{record.like}" is itself like "{further}": '
            "name a case with all its answers.",
        )


def _all_answers(record: CaseRecord, records: Mapping[str, CaseRecord]) -> Mapping[str, object]:
    base = records.get(record.like or "")
    merged = {**(base.answers if base else {}), **record.answers}
    return {name: answer for name, answer in merged.items() if answer is not None}


def _unknown_names(
    document: Document, i: int, record: CaseRecord, rulebook: Rulebook
) -> Iterator[Problem]:
    known = {
        "stop": rulebook.stops,
        "signs": rulebook.signs,
        "notices": rulebook.notices,
        "notes": rulebook.notes,
        "findings": rulebook.findings,
        "fires": {rule.id: rule for rule in rulebook.rules},
    }
    for part in ("expect", "expect_not"):
        for kind, names in _named(getattr(record, part)):
            for name in names:
                if name not in known.get(kind, rulebook.options):
                    message = unknown(kind, name, known.get(kind, rulebook.options))
                    yield document.problem(("cases", i, part, kind), message)


def _named(outcomes: Outcomes) -> Iterator[tuple[str, Names]]:
    for name, field in Outcomes.model_fields.items():
        yield field.alias or name, getattr(outcomes, name)


def run_case(case: Case, rulebook: Rulebook, engine: Engine) -> tuple[str, ...]:
    """Return what came out otherwise than the case says; nothing when all is as expected."""
    overview = overview_of(case.answers, rulebook, engine)
    came = came_out(overview)
    faults = []
    urgency = overview.urgency or "none"
    if urgency != case.record.expect.urgency:
        faults.append(f"urgency is {urgency}, expected {case.record.expect.urgency}")
    for kind, names in _named(case.record.expect):
        faults += [f"{kind}: {name} did not come out" for name in names if name not in came[kind]]
    for kind, names in _named(case.record.expect_not):
        faults += [f"{kind}: {name} came out" for name in names if name in came[kind]]
    return tuple(faults)


def came_out(overview: Overview) -> Mapping[str, frozenset[str]]:
    """Return the names of all that came out, by the words that cases use."""
    return {
        "stop": frozenset({overview.stop.id} if overview.stop else ()),
        "signs": frozenset(told.sign.id for told in overview.signs),
        "notices": frozenset(notice.id for notice in overview.notices),
        "notes": frozenset(note.id for note in overview.notes),
        "findings": frozenset(finding.id for finding in overview.findings),
        "fires": frozenset(overview.fired),
        **{
            section: frozenset(entry.option.id for entry in overview.section(section))
            for section in SECTIONS
        },
    }
