"""The knowledge base as frozen values: what the rest of the program reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from decision_aid.rulebook.conditions import Condition
from decision_aid.rulebook.glossary import Glossary
from decision_aid.rulebook.records import (
    AftercareFile,
    CardRecord,
    Change,
    CountryRecord,
    MattersFile,
    NoticeRecord,
    NotYet,
    OnSheet,
    Option,
    PainPlace,
    ReadyFile,
    Role,
    Source,
    StopRecord,
    Urgency,
)

NOT_SURE = "not_sure"
NONE_OF_THESE = "none_of_these"
OLD_AND_CHECKED = "old_and_checked"
#: The question that asks for the place of the pain.
PLACE = "main_region"
#: The question that asks where else it hurts.
OTHER_PLACES = "other_regions"

FieldKind = Literal["one", "many", "number", "text"]
Stage = Literal["urgent", "findings", "safety", "options"]

#: The stages in the order in which they run. Notes and options read findings.
STAGES: tuple[Stage, ...] = ("urgent", "findings", "safety", "options")


@dataclass(frozen=True, slots=True)
class Field:
    """One place for an answer: a question, or one row of a matrix.

    Attributes:
        question: the question that it belongs to.
        exclusive: the choices that exclude every other.
        low, high: the smallest and the largest number.
        most: the most characters of a text.
    """

    id: str
    kind: FieldKind
    role: Role
    question: str
    choices: tuple[str, ...] = ()
    exclusive: frozenset[str] = frozenset()
    low: int = 0
    high: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be chosen, or one row of a matrix."""

    id: str
    text: str
    hint: str | None = None
    when: Condition | None = None
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question, as the person is asked it.

    Attributes:
        short: a few words that stand for it on the consultation sheet.
        urgent_list: this question asks a list of urgent signs.
        sign_of: for a sign that is asked alone, the list it comes from.
        counts_as_not_sure: a missing answer counts as *not sure*.
    """

    id: str
    type: Literal["one", "many", "number", "matrix", "text"]
    role: Role
    ask: str
    why: str
    short: str | None = None
    hint: str | None = None
    required: bool = False
    counts_as_not_sure: bool = False
    when: Condition | None = None
    choices: tuple[Choice, ...] = ()
    rows: tuple[Choice, ...] = ()
    low: int = 0
    high: int = 0
    most: int = 0
    urgent_list: bool = False
    sign_of: str | None = None

    @property
    def fields(self) -> tuple[Field, ...]:
        """Return the places for its answer: one, or one for each row of a matrix."""
        ids = tuple(choice.id for choice in self.choices)
        if self.type == "matrix":
            return tuple(Field(row.id, "one", self.role, self.id, ids) for row in self.rows)
        alone = frozenset(choice.id for choice in self.choices if choice.exclusive)
        numbers = (self.low, self.high, self.most)
        return (Field(self.id, self.type, self.role, self.id, ids, alone, *numbers),)


@dataclass(frozen=True, slots=True)
class Screen:
    """One page of the questionnaire."""

    id: str
    section: str
    questions: tuple[Question, ...]
    title: str | None = None
    intro: str | None = None

    @property
    def heading(self) -> str:
        """Return the heading of the page: its title, or its only question."""
        return self.title or self.questions[0].ask

    @property
    def field_ids(self) -> frozenset[str]:
        """Return the ids of all places for an answer on it."""
        return frozenset(field.id for question in self.questions for field in question.fields)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the questionnaire with a name of its own."""

    id: str
    title: str
    screens: tuple[Screen, ...]
    after_overview: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """What a rule does when it fires.

    ======== ======================= ==========================
    kind     target                  value
    ======== ======================= ==========================
    urgency  the sign or combination the urgency
    stop     the reason to stop      when it is shown
    notice   the notice
    finding  the finding
    note     the safety note
    argument the option              ask, first or caution
    ======== ======================= ==========================
    """

    kind: Literal["urgency", "stop", "notice", "finding", "note", "argument"]
    target: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """When a condition holds, one effect, because of a reason, with sources."""

    id: str
    file: str
    stage: Stage
    when: Condition
    effect: Effect
    because: str = ""
    cites: tuple[str, ...] = ()
    level: int = 0


@dataclass(frozen=True, slots=True)
class Sign:
    """An urgent sign, or a combination of answers that is urgent together."""

    id: str
    says: str
    urgency: Urgency
    because: str
    cites: tuple[str, ...]
    crisis: bool = False
    asked_in: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A pattern in plain words; an internal one is no pattern but a shared condition."""

    id: str
    says: str
    when: Condition
    level: int
    cites: tuple[str, ...] = ()
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell the team, and the groups of options it belongs to.

    Attributes:
        on_sheet: whether it stands first or later on the consultation sheet, or never.
        short: a few words that stand for it on the consultation sheet.
    """

    id: str
    title: str
    tell: str
    groups: tuple[str, ...]
    cites: tuple[str, ...]
    on_sheet: OnSheet = "later"
    short: str | None = None

    @property
    def is_for_team(self) -> bool:
        """Tell whether the note is something to tell the team, not only to know oneself."""
        return self.on_sheet != "never"


@dataclass(frozen=True, slots=True)
class Care:
    """What the care cards say, and whom to ring in each country."""

    cards: Mapping[str, CardRecord]
    countries: Mapping[str, CountryRecord]
    footer: str


@dataclass(frozen=True, slots=True)
class Edition:
    """Which state of the knowledge base this is."""

    version: str
    date: date
    digest: str
    not_yet: NotYet | None
    changes: tuple[Change, ...]

    def __str__(self) -> str:
        return f"{self.version} of {self.date.isoformat()} ({self.digest[:12]})"


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The whole knowledge base, checked. Mappings keep the order of the files.

    Attributes:
        fields: every place for an answer.
        asked_by: for each field, the question that it belongs to.
        groups: names of the groups of options that notes and cautions speak of.
        matters: where an option answers what matters to a person.
    """

    edition: Edition
    sections: tuple[Section, ...]
    fields: Mapping[str, Field]
    asked_by: Mapping[str, Question]
    rules: tuple[Rule, ...]
    signs: Mapping[str, Sign]
    stops: Mapping[str, StopRecord]
    notices: Mapping[str, NoticeRecord]
    findings: Mapping[str, Finding]
    groups: Mapping[str, str]
    notes: Mapping[str, Note]
    options: Mapping[str, Option]
    sources: Mapping[str, Source]
    glossary: Glossary
    places: Mapping[str, PainPlace]
    matters: MattersFile
    care: Care
    aftercare: AftercareFile
    ready: ReadyFile

    @property
    def screens(self) -> Iterator[Screen]:
        """Yield every screen in the order in which it may be shown."""
        for section in self.sections:
            yield from section.screens

    @property
    def questions(self) -> Iterator[Question]:
        """Yield every question in the order in which it may be asked."""
        for screen in self.screens:
            yield from screen.questions

    def rules_about(self, option: str) -> tuple[Rule, ...]:
        """Return the rules that can argue about an option."""
        return tuple(
            rule
            for rule in self.rules
            if rule.effect.kind == "argument" and rule.effect.target == option
        )


def concerns(option: str) -> str:
    """Return the id of the internal finding that an option's ``applies_when`` holds."""
    return f"concerns--{option}"
