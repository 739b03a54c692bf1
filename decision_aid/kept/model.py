"""What a kept file holds: the answers, and what came out of them on the day they were kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from decision_aid.overview.model import Section
from decision_aid.questionnaire.answers import Answers
from decision_aid.rulebook.records import Urgency


@dataclass(frozen=True, slots=True)
class Told:
    """One answer in words: what was asked, and what was told."""

    asked: str
    told: str


@dataclass(frozen=True, slots=True)
class CameOut:
    """What came out of the answers about one pain.

    Attributes:
        urgency: the most urgent of the signs, or None.
        stop: why the aid was not the right place, or None.
        sections: for each option its section; none when there was a sign or a stop.
        names: for each option its name on that day.
        rules: the rules that fired, each with the digest of its condition and effect.
        reasons: the reason of each rule that argued about an option, stood for a pattern or
            called for help, so that it can be told when the rule is gone; none where they
            would have made the file too large.
    """

    urgency: Urgency | None
    stop: str | None
    sections: Mapping[str, Section]
    names: Mapping[str, str]
    rules: Mapping[str, str]
    reasons: Mapping[str, str]

    def rules_about(self, option: str) -> tuple[str, ...]:
        """Return the rules that argued about an option: their names begin with its own."""
        return tuple(rule for rule in self.rules if self._option_of(rule) == option)

    def _option_of(self, rule: str) -> str | None:
        begins = (name for name in self.names if rule.startswith(f"{name}-"))
        return max(begins, key=len, default=None)


@dataclass(frozen=True, slots=True)
class KeptPain:
    """What was told about one pain.

    Attributes:
        answers: those that fit the questions of today.
        seen: the fields that were on a screen when it was sent.
        came_out: None while the questions were not done.
    """

    answers: Answers
    seen: frozenset[str]
    came_out: CameOut | None = None


@dataclass(frozen=True, slots=True)
class KeptEdition:
    """The edition that the answers were given to."""

    version: str
    date: date
    digest: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A visit as it was kept.

    Attributes:
        made_on: the day on which the file was made.
        shown: the pain that was looked at, with the answers about the person.
        aside: the other pain, if there was one.
        gone: answers that fit no question of today, in the words of their own day.
    """

    edition: KeptEdition
    made_on: date
    shown: KeptPain
    aside: KeptPain | None = None
    gone: tuple[Told, ...] = ()

    @property
    def pains(self) -> tuple[KeptPain, ...]:
        """Return the pain that was looked at, and the other one if there was one."""
        return (self.shown, self.aside) if self.aside else (self.shown,)
