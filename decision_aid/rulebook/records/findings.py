"""Files of ``findings/``: patterns in plain words."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from decision_aid.rulebook.records.base import Cites, Name, RawCondition, Record, Text


class FindingRecord(Record):
    """A pattern in plain words."""

    id: Name
    says: Text
    when: RawCondition
    restates: bool = False
    cites: Cites = ()

    @model_validator(mode="after")
    def _has_a_basis(self) -> Self:
        if not self.cites and not self.restates:
            raise ValueError("a finding needs cites, or restates: true when it repeats an answer")
        return self


class FindingsFile(Record):
    """A file of ``findings/``."""

    topic: Name
    findings: tuple[FindingRecord, ...] = Field(min_length=1)
