"""The shapes of the rule files, as strict and frozen pydantic models.

They check what one record can know of itself: keys, types, lengths, dates in order,
numbers that add up. What needs other files (does this source exist?) is in
:mod:`decision_aid.rulebook.check`. Conditions are kept raw here and read by
:mod:`decision_aid.rulebook.condition_reader`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-{1,2}[a-z0-9]+)*$")]
FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]
Cites = tuple[Name, ...]
RawCondition = object

Role = Literal["setting", "about", "pain", "urgent", "history", "tried", "tests", "safety", "sheet"]
#: One position alone cannot show where experts disagree.
FEWEST_POSITIONS = 2

Urgency = Literal["emergency", "same_day", "soon"]
Stance = Literal["for", "against", "mixed"]
Certainty = Literal["high", "moderate", "low", "very-low", "not-graded"]
SourceKind = Literal[
    "guideline",
    "consensus",
    "professional-society",
    "regulator",
    "health-body-page",
    "payer-policy",
    "product-label",
    "patient-information",
    "systematic-review",
    "review",
    "trial",
    "observational",
    "case-report",
    "validation-study",
    "commentary",
    "news-report",
    "reference-text",
    "clinic-page",
]
CardId = Literal["emergency", "same_day", "soon", "crisis", "not_sure"]
OptionKind = Literal["procedure", "test", "other-care", "no-procedure"]
ArgumentKind = Literal["ask", "first", "caution"]
OnSheet = Literal["first", "later", "never"]


class Record(BaseModel):
    """What all records share: no unknown key, no silent change of type, no later change."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Edition(Record):
    """Version and date of the whole knowledge base."""

    version: Text
    date: date


# Questionnaire


class ChoiceRecord(Record):
    """One answer that can be chosen, or one row of a matrix."""

    id: FieldName
    text: Text
    hint: Text | None = None
    when: RawCondition = None
    exclusive: bool = False


class QuestionRecord(Record):
    """One question of the questionnaire."""

    id: FieldName
    type: Literal["one", "many", "number", "matrix"]
    role: Role
    ask: Text
    short: Text | None = None
    why: Text
    hint: Text | None = None
    required: bool = False
    if_skipped: Literal["not_sure"] | None = None
    when: RawCondition = None
    choices: tuple[ChoiceRecord, ...] = ()
    rows: tuple[ChoiceRecord, ...] = ()
    min: int | None = None
    max: int | None = None

    @model_validator(mode="after")
    def _fits_its_type(self) -> Self:
        if self.type == "number":
            if self.min is None or self.max is None or self.min >= self.max:
                raise ValueError("a question of type number needs min and max, min below max")
        elif not self.choices:
            raise ValueError(f"a question of type {self.type} needs choices")
        if (self.type == "matrix") != bool(self.rows):
            raise ValueError("rows belong to a question of type matrix, and it needs some")
        if self.if_skipped and self.if_skipped not in {choice.id for choice in self.choices}:
            raise ValueError(f"if_skipped: {self.if_skipped} is not one of its choices")
        return self


class UrgentListRef(Record):
    """The place on a screen where a list of urgent signs is asked."""

    urgent_list: FieldName


class ScreenRecord(Record):
    """One page that the person sees."""

    id: Name
    title: Text | None = None
    intro: Text | None = None
    questions: tuple[QuestionRecord | UrgentListRef, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _many_questions_need_a_heading(self) -> Self:
        if len(self.questions) > 1 and self.title is None:
            raise ValueError("a screen with more than one question needs a title")
        return self


class SectionFile(Record):
    """A file of ``questionnaire/``."""

    section: Name
    title: Text
    after_overview: bool = False
    screens: tuple[ScreenRecord, ...] = Field(min_length=1)


# Urgent signs and care


class SignRecord(Record):
    """One urgent sign of a list."""

    id: Name
    choice: FieldName
    text: Text
    one_by_one: Text
    urgency: Urgency
    because: Text
    cites: Cites = Field(min_length=1)


class UrgentListFile(Record):
    """A list of urgent signs that is asked as one question."""

    list: FieldName
    ask: Text
    why: Text
    hint: Text | None = None
    when: RawCondition = None
    old_and_checked: bool = False
    signs: tuple[SignRecord, ...] = Field(min_length=1)


class UrgencyEffect(Record):
    """What a rule about urgency does."""

    urgency: Urgency
    crisis: bool = False


class UrgencyRuleRecord(Record):
    """A combination of answers that is urgent together."""

    id: Name
    when: RawCondition
    then: UrgencyEffect
    says: Text
    because: Text
    cites: Cites = Field(min_length=1)


class UrgencyRulesFile(Record):
    """A file of ``urgent/`` that holds rules."""

    rules: tuple[UrgencyRuleRecord, ...] = Field(min_length=1)


class StopRecord(Record):
    """A reason why this aid is not the right place, and where to go instead."""

    id: Name
    when: RawCondition
    at: Literal["once", "after-urgent-signs"]
    title: Text
    says: tuple[Text, ...] = Field(min_length=1)
    go_to: tuple[Text, ...] = Field(min_length=1)
    change: FieldName
    change_text: Text
    cites: Cites


class NoticeRecord(Record):
    """Something that is said once before the person goes on, and again on the overview."""

    id: Name
    when: RawCondition
    title: Text
    says: tuple[Text, ...] = Field(min_length=1)
    cites: Cites


class OutOfScopeFile(Record):
    """``urgent/out-of-scope.yaml``."""

    stops: tuple[StopRecord, ...]
    notices: tuple[NoticeRecord, ...]


class CareLine(Record):
    """One thing to do, shown only where the country has the number it needs."""

    text: Text
    needs: Literal["advice", "emergency", "crisis", "no_advice"] | None = None


class CardRecord(Record):
    """What a care card says."""

    id: CardId
    title: Text
    says: tuple[Text, ...]
    do: tuple[CareLine, ...] = Field(min_length=1)


class NumberRecord(Record):
    """A telephone number and what it is for."""

    number: Text | None = None
    what: Text


class CrisisLineRecord(Record):
    """A crisis line."""

    number: Text
    name: Text
    when: Text


class CountryRecord(Record):
    """The numbers of one country."""

    id: FieldName
    name: Text
    emergency: NumberRecord
    advice: NumberRecord | None = None
    crisis: tuple[CrisisLineRecord, ...] = ()
    cites: Cites
    checked_on: date


class CareFile(Record):
    """``urgent/care.yaml``."""

    cards: tuple[CardRecord, ...]
    countries: tuple[CountryRecord, ...]
    footer: Text

    @model_validator(mode="after")
    def _has_every_card(self) -> Self:
        ids = [card.id for card in self.cards]
        for name in get_args(CardId):
            if ids.count(name) != 1:
                raise ValueError(f'the card "{name}" stands {ids.count(name)} times, not once')
        return self


# Safety


class GroupRecord(Record):
    """A group of options that share a caution or a note."""

    id: Name
    name: Text


class NoteRecord(Record):
    """Something to tell the team."""

    id: Name
    when: RawCondition
    title: Text
    tell: Text
    for_: tuple[Name, ...] = Field(alias="for", min_length=1)
    on_sheet: OnSheet = "later"
    cites: Cites = Field(min_length=1)


class SharedCautionRecord(Record):
    """A caution for every option of a group."""

    id: Name
    group: Name
    when: RawCondition
    because: Text
    cites: Cites = Field(min_length=1)


class SafetyFile(Record):
    """A file of ``safety/``."""

    groups: tuple[GroupRecord, ...] = ()
    notes: tuple[NoteRecord, ...] = ()
    shared: tuple[SharedCautionRecord, ...] = ()


# Findings


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


# Options


class Statement(Record):
    """A sentence with its sources, or the open word that something is not known."""

    text: Text
    cites: Cites = ()
    unknown: bool = False

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
    effect: Literal["more", "fewer", "little-or-no-difference", "not-known"]
    as_reported: Text
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


# Sources, glossary


class Source(Record):
    """Where a statement comes from, and how it was read."""

    id: Name
    title: Text
    by: Text | None = None
    where: Text | None = None
    year: int | None = None
    doi: Text | None = None
    pmid: Text | None = None
    url: Text | None = None
    kind: SourceKind
    read: Literal["full-text", "abstract", "page"]
    read_on: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}(-\d{2})?$")] | date
    note: Text | None = None

    @property
    def link(self) -> str | None:
        """Return the address to open, or None when only a title is known."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return self.url


class SourcesFile(Record):
    """A file of ``sources/``."""

    sources: tuple[Source, ...] = ()


class Term(Record):
    """A word that is explained where it stands."""

    id: Name
    term: Text
    forms: tuple[Text, ...] = ()
    says: Text
    cites: Cites = ()
    plain: bool = False
    unknown: bool = False


class GlossaryFile(Record):
    """``glossary.yaml``."""

    terms: tuple[Term, ...]
