"""What another edition says differently to the same answers, and which rules make it so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from decision_aid.kept.model import CameOut, KeptPain
from decision_aid.kept.outcome import digest_of
from decision_aid.overview.model import Overview, Section
from decision_aid.questionnaire.journey import Journey
from decision_aid.rulebook.conditions import FindingLeaf, leaves
from decision_aid.rulebook.describe import ask_of
from decision_aid.rulebook.model import Rule, Rulebook
from decision_aid.rulebook.points import sentence_of
from decision_aid.rulebook.records import Urgency

How = Literal["gone", "changed", "silent", "speaks"]


@dataclass(frozen=True, slots=True)
class Cause:
    """One rule that makes a difference.

    Attributes:
        how: *gone*: there is no such rule any more. *changed*: it says something else, or at
            other answers. *silent*: it is the same and no longer fires. *speaks*: it fires
            now and did not before; it may be new.
        because: its reason; of a rule that is gone, in the words of the kept file.
        when: in which case it speaks, as a phrase; nothing for a rule that is gone.
        cites: its sources; none for a rule that is gone.
        behind: for a rule that fell silent, the patterns below it that make the difference.
    """

    rule: str
    how: How
    because: str
    when: str = ""
    cites: tuple[str, ...] = ()
    behind: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class OptionChange:
    """An option that stands elsewhere than before, or there for other reasons.

    Attributes:
        before: its section in the kept edition; None where that had no such option.
        now: its section now; None when it is gone.
    """

    option: str
    name: str
    before: Section | None
    now: Section | None
    causes: tuple[Cause, ...] = ()

    @property
    def moved(self) -> bool:
        """Tell whether it stands in another section, and not only for other reasons."""
        return self.before != self.now


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that is different about one pain.

    Attributes:
        options: in order of name.
        other_options: how many options are new that nothing points to.
        called_for_help: the urgency that was told before, when nothing is urgent now.
        help_causes: the rules that make the difference then.
        was_stopped: whether the aid was not the right place before, and is now.
        new_questions: questions that are asked now and were not on any screen before.
    """

    options: tuple[OptionChange, ...] = ()
    other_options: int = 0
    called_for_help: Urgency | None = None
    help_causes: tuple[Cause, ...] = ()
    was_stopped: bool = False
    new_questions: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is different."""
        return self != Differences()


def differences_of(
    kept: KeptPain, now: Overview, journey: Journey, rulebook: Rulebook
) -> Differences:
    """Compare what was kept about one pain with what the same answers give now.

    Args:
        kept: what was told, and what came out then; nothing can differ if nothing had.
        now: what comes out now.
        journey: the questions that are asked now.
        rulebook: the rules of now.
    """
    before = kept.came_out
    if before is None:
        return Differences()
    causes = _Causes(before, frozenset(now.fired), rulebook)
    new_questions = tuple(_new_questions(kept.seen, journey, rulebook))
    if before.urgency or before.stop:
        was_urgent = before.urgency if not now.urgency else None
        return Differences(
            called_for_help=was_urgent,
            help_causes=causes.of(_urgent(before)) if was_urgent else (),
            was_stopped=bool(before.stop and not now.stop),
            new_questions=new_questions,
        )
    if not now.is_open:
        # The care card, or the page that says what to do instead, speaks for itself.
        return Differences(new_questions=new_questions)
    changes = sorted(_option_changes(before, now, causes), key=lambda c: c.name.lower())
    new = [e for e in now.entries if e.option.id not in before.sections and e.section == "other"]
    return Differences(options=tuple(changes), other_options=len(new), new_questions=new_questions)


def _new_questions(seen: Collection[str], journey: Journey, rulebook: Rulebook) -> Iterator[str]:
    for screen in journey.before_overview:
        for question in screen.questions:
            for field in question.fields:
                if field.id not in seen:
                    yield ask_of(field.id, rulebook)


def _urgent(before: CameOut) -> Iterator[str]:
    """Yield the rules that called for help. Beside these only notices fire, without a reason."""
    yield from (name for name in before.rules if name in before.reasons)


def _option_changes(before: CameOut, now: Overview, causes: _Causes) -> Iterator[OptionChange]:
    entries = {entry.option.id: entry for entry in now.entries}
    for name, entry in entries.items():
        stood = before.sections.get(name)
        if stood is None and entry.section == "other":
            continue
        ours = {argument.rule for argument in entry.arguments}
        found = causes.of(sorted(ours.union(before.rules_about(name))))
        # Reasons about an option that nothing pointed to, then or now, would only be noise.
        if stood != entry.section or (found and {stood, entry.section} != {"other"}):
            yield OptionChange(name, entry.option.name, stood, entry.section, found)
    for name, stood in before.sections.items():
        if name not in entries:
            yield OptionChange(name, before.names[name], stood, None)


@dataclass(frozen=True, slots=True)
class _Causes:
    """Tells how each rule differs from what it was when the file was made."""

    before: CameOut
    fired: frozenset[str]
    rulebook: Rulebook

    def of(self, names: Collection[str] | Iterator[str]) -> tuple[Cause, ...]:
        """Return what is different about rules, and nothing about those that say the same."""
        rules = {rule.id: rule for rule in self.rulebook.rules}
        found = (self._cause(name, rules) for name in names)
        return tuple(cause for cause in found if cause)

    def _cause(self, name: str, rules: Mapping[str, Rule]) -> Cause | None:
        how = self._how(name, rules.get(name))
        if how is None:
            return None
        if how == "gone":
            return Cause(name, how, self.before.reasons.get(name, ""))
        rule = rules[name]
        behind = self._behind(rule, rules) if how == "silent" else ()
        when = sentence_of(rule.when, self.rulebook)
        return Cause(name, how, rule.because, when, rule.cites, behind)

    def _how(self, name: str, rule: Rule | None) -> How | None:
        spoke, speaks = name in self.before.rules, name in self.fired
        if rule is None:
            return "gone" if spoke else None
        if spoke and digest_of(rule) != self.before.rules[name]:
            return "changed"
        if spoke == speaks:
            return None
        return "speaks" if speaks else "silent"

    def _behind(self, rule: Rule, rules: Mapping[str, Rule]) -> tuple[Cause, ...]:
        below = {leaf.finding for leaf in leaves(rule.when) if isinstance(leaf, FindingLeaf)}
        found = (self._cause(name, rules) for name in sorted(below))
        return tuple(cause for cause in found if cause)
