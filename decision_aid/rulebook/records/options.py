"""Files of ``options/``: one option each, with its evidence and its rules."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from decision_aid.rulebook.records.base import Cites, FieldName, Name, RawCondition, Record, Text

#: One position alone cannot show where experts disagree.
FEWEST_POSITIONS = 2
Stance = Literal["for", "against", "mixed"]
Certainty = Literal["high", "moderate", "low", "very-low", "not-graded"]
Effect = Literal["more", "fewer", "little-or-no-difference", "not-known"]
OptionKind = Literal["procedure", "test", "other-care", "no-procedure"]
ArgumentKind = Literal["ask", "first", "caution"]
#: What a statement or a number may be about, besides the part of the page that it stands in.
Topic = Literal["cost", "daily-life", "tablets"]


class Statement(Record):
    """A sentence with its sources, or the open word that something is not known."""

    text: Text
    cites: Cites = ()
    unknown: bool = False
    about: tuple[Topic, ...] = ()

    @model_validator(mode="after")
    def _has_a_basis(self) -> Self:
        if bool(self.cites) == self.unknown:
            raise ValueError("a statement needs cites, or unknown: true, and not both")
        return self


class HowItFeels(Record):
    """What living with the option is like."""

    body: Statement
    mind: Statement
    life: Statement


class Timing(Record):
    """When the effect starts and ends, and how long recovery takes."""

    starts: Statement
    lasts: Statement
    recovery: Statement


class TestReading(Record):
    """What a test can and cannot tell (IPDAS CS1 to CS4)."""

    measures: Statement
    if_positive: Statement
    if_negative: Statement
    can_mislead: Statement
    without_need: Statement


class Outcome(Record):
    """One number: out of how many people, compared with what, when, in whom, how sure."""

    id: Name
    side: Literal["benefit", "harm"]
    event: Text
    otherwise: Text
    people: Literal[100, 1000]
    with_: int = Field(alias="with", ge=0)
    without: int | None = Field(default=None, ge=0)
    comparator: Text
    time: Text
    population: Text
    certainty: Certainty
    why_uncertain: Text
    effect: Effect
    as_reported: Text
    about: tuple[Topic, ...] = ()
    cites: Cites = Field(min_length=1)

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.with_ > self.people or (self.without or 0) > self.people:
            raise ValueError(f"more people than the {self.people} they are counted out of")
        if (self.comparator == "none") != (self.without is None):
            raise ValueError("without: and comparator: none exclude each other, and one must stand")
        if self.side == "benefit" and self.without is None and self.effect != "not-known":
            raise ValueError(
                "a benefit without a comparison group says effect: not-known, "
                "since nobody knows how many would have had it anyway"
            )
        return self


class NoNumber(Record):
    """The plain word that there is no reliable number for a side."""

    benefit: Text | None = None
    harm: Text | None = None


class Position(Record):
    """What one body says about the option."""

    body: Text
    year: int | None = None
    stance: Stance
    says: Text
    performs: bool | None = None
    cites: Cites = Field(min_length=1)


class Reviewer(Record):
    """Who signed the content."""

    name: Text
    role: Text
    date: date


class OptionRuleRecord(Record):
    """One argument about the option."""

    id: Name
    when: RawCondition
    then: ArgumentKind
    because: Text
    cites: Cites = Field(min_length=1)


class Option(Record):
    """A procedure, a test, or another way forward: a file of ``options/``."""

    id: Name
    name: Text
    clinical_name: Text
    also_called: tuple[Text, ...] = ()
    kind: OptionKind
    sites: tuple[FieldName, ...] = Field(min_length=1)
    groups: tuple[Name, ...] = ()
    one_line: Text
    applies_when: RawCondition = None
    what_it_is: Statement
    what_happens: Statement
    how_it_feels: HowItFeels
    benefits: tuple[Statement, ...] = Field(min_length=1)
    harms: tuple[Statement, ...] = Field(min_length=1)
    burdens: tuple[Statement, ...] = Field(min_length=1)
    timing: Timing
    outcomes: tuple[Outcome, ...] = ()
    no_number: NoNumber = NoNumber()
    positions: tuple[Position, ...] = ()
    position_gap: Text | None = None
    usually_first: tuple[Statement, ...] = ()
    reasons_for_care: tuple[Statement, ...] = ()
    test: TestReading | None = None
    questions_to_ask: tuple[Text, ...] = Field(min_length=1)
    reviewed: date
    review_by: date
    reviewers: tuple[Reviewer, ...]
    rules: tuple[OptionRuleRecord, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.kind == "test") != (self.test is not None):
            raise ValueError("test: belongs to an option of kind test, and it needs one")
        if self.kind in {"procedure", "test"} and self.applies_when is None:
            raise ValueError(f"an option of kind {self.kind} needs applies_when")
        for side in ("benefit", "harm"):
            counted = any(outcome.side == side for outcome in self.outcomes)
            if not counted and getattr(self.no_number, side) is None:
                raise ValueError(f"no {side} number: add an outcome, or no_number: {{{side}: ...}}")
        if len(self.positions) < FEWEST_POSITIONS and self.position_gap is None:
            raise ValueError("fewer than two positions: add one, or position_gap says why")
        if self.review_by <= self.reviewed:
            raise ValueError("review_by must come after reviewed")
        return self
