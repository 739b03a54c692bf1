"""``matters.yaml``: where an option answers what matters to a person."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from decision_aid.rulebook.records.base import FieldName, Name, Record, Text
from decision_aid.rulebook.records.options import Topic

#: The parts of an option that can answer a concern. ``topic``: what is marked as about it.
Part = Literal["benefit-numbers", "harm-numbers", "lasts", "recovery", "life", "burdens", "topic"]


class FactRecord(Record):
    """How an option is done, told by the groups or the options it holds for."""

    groups: tuple[Name, ...] = ()
    options: tuple[Name, ...] = ()
    says: Text

    @property
    def holds_for_all(self) -> bool:
        """Tell whether it holds for every option that nothing before it holds for."""
        return not self.groups and not self.options


class ConcernRecord(Record):
    """One concern, and where each option answers it.

    Attributes:
        id: the row of the questionnaire that asks how much it matters.
        parts: the parts of an option that answer it.
        topic: what statements and numbers are marked with that are about it.
        facts: lists of facts; of each list the first one that holds is told.
        nothing: what is said when an option holds nothing about it.
    """

    id: FieldName
    parts: tuple[Part, ...] = ()
    topic: Topic | None = None
    facts: tuple[tuple[FactRecord, ...], ...] = ()
    nothing: Text | None = None

    @model_validator(mode="after")
    def _answers_for_every_option(self) -> Self:
        if not self.parts and not self.facts:
            raise ValueError("a concern needs parts or facts that answer it")
        if ("topic" in self.parts) != (self.topic is not None):
            raise ValueError("topic: belongs to a concern with the part topic, and it needs one")
        always = any(facts and facts[-1].holds_for_all for facts in self.facts)
        if set(self.parts) <= {"topic"} and not always and self.nothing is None:
            raise ValueError(
                "some options hold nothing about it: add nothing: with what to say then"
            )
        return self


class MattersFile(Record):
    """``matters.yaml``.

    Attributes:
        marked: the answers with which something matters more.
    """

    marked: tuple[FieldName, ...] = ()
    concerns: tuple[ConcernRecord, ...] = Field(default=())
