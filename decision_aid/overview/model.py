"""The outcome: what the overview page, the sheet and the JSON are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from decision_aid.language import mark
from decision_aid.rulebook.conditions import Condition
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import PLACE, Edition, Finding, Note, Sign
from decision_aid.rulebook.records import ArgumentKind, NoticeRecord, Option, StopRecord, Urgency

Section = Literal["worth-asking", "with-care", "after-other-steps", "other"]
SECTIONS: tuple[Section, ...] = ("worth-asking", "with-care", "after-other-steps", "other")
SECTION_HEADINGS: dict[Section, str] = {
    "worth-asking": mark("Worth asking about"),
    "with-care": mark("Fits what you told us, with care"),
    "after-other-steps": mark("Usually comes after other steps"),
    "other": mark("Other options"),
}

#: The most urgent first.
URGENCIES: tuple[Urgency, ...] = ("emergency", "same_day", "soon")


@dataclass(frozen=True, slots=True)
class Argument:
    """What one fired rule says about one option, and what the person told that made it fire.

    Attributes:
        when: the condition of the rule.
        told: what makes it hold, in words; findings speak for the answers behind them.
        answers: the answers that make it hold, also those behind its findings.
    """

    kind: ArgumentKind
    rule: str
    because: str
    cites: tuple[str, ...]
    when: Condition
    told: tuple[str, ...]
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Entry:
    """One option on the overview: where it stands, every argument, its safety notes."""

    option: Option
    section: Section
    arguments: tuple[Argument, ...]
    notes: tuple[Note, ...]

    def of_kind(self, kind: ArgumentKind) -> tuple[Argument, ...]:
        """Return the arguments of one kind."""
        return tuple(argument for argument in self.arguments if argument.kind == kind)


@dataclass(frozen=True, slots=True)
class ToldSign:
    """An urgent sign that the person told of, or was not sure about."""

    sign: Sign
    unsure: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that came out of one person's answers.

    Attributes:
        urgency: the most urgent of the signs, or None.
        signs: the signs told of, the most urgent first; a crisis before all.
        stop: why this aid is not the right place, if it is not.
        entries: every option of the knowledge base, in order of name; none when there
            is an urgent sign or a reason to stop.
        unanswered: urgent lists and signs that were asked, not answered, and so counted
            as *not sure*.
        counted: the answers that counted.
        fired: ids of the rules that fired, in order.
    """

    edition: Edition
    urgency: Urgency | None
    signs: tuple[ToldSign, ...]
    stop: StopRecord | None
    notices: tuple[NoticeRecord, ...]
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]
    entries: tuple[Entry, ...]
    unanswered: tuple[str, ...]
    counted: Mapping[str, Answer]
    fired: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Tell whether options may be shown: no sign is urgent, and nothing speaks for a stop."""
        return not self.urgency and not self.stop

    @property
    def crisis(self) -> bool:
        """Tell whether the person may not be able to keep safe."""
        return any(told.sign.crisis for told in self.signs)

    @property
    def gap(self) -> str | None:
        """Return what to say when usual procedures for the place are not in this edition yet."""
        not_yet = self.edition.not_yet
        return not_yet.says if not_yet and self.counted.get(PLACE) in not_yet.places else None

    def section(self, name: Section) -> tuple[Entry, ...]:
        """Return the options of one section, in order of name."""
        return tuple(entry for entry in self.entries if entry.section == name)

    def entry(self, option: str) -> Entry | None:
        """Return what came out for one option."""
        return next((entry for entry in self.entries if entry.option.id == option), None)
