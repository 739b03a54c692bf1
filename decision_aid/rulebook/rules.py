"""Rule records into rules, with conditions read and shared cautions handed out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from graphlib import CycleError, TopologicalSorter

from decision_aid.rulebook.condition_reader import ConditionReader
from decision_aid.rulebook.conditions import (
    ALWAYS,
    All,
    Condition,
    FindingLeaf,
    findings_read,
)
from decision_aid.rulebook.documents import Document, Path_
from decision_aid.rulebook.model import (
    Effect,
    Field,
    Finding,
    Note,
    Rule,
    Sign,
    concerns,
)
from decision_aid.rulebook.problems import Problem, unknown
from decision_aid.rulebook.questions import Listed, told_of
from decision_aid.rulebook.records import (
    FindingsFile,
    NoticeRecord,
    Option,
    OutOfScopeFile,
    SafetyFile,
    SharedCautionRecord,
    StopRecord,
    UrgencyRulesFile,
)


@dataclass(slots=True)
class RuleBuilder:
    """Collects rules and what they speak of, file by file.

    Attributes:
        places: where each rule stands, for later problems; keyed by rule id.
    """

    fields: Mapping[str, Field]
    problems: list[Problem]
    rules: list[Rule] = field(default_factory=list)
    signs: dict[str, Sign] = field(default_factory=dict)
    stops: dict[str, StopRecord] = field(default_factory=dict)
    notices: dict[str, NoticeRecord] = field(default_factory=dict)
    findings: dict[str, Finding] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    places: dict[str, list[tuple[Document, Path_]]] = field(default_factory=dict)
    told: dict[str, Condition] = field(default_factory=dict)
    known_findings: frozenset[str] = frozenset()

    def _when(
        self, document: Document, path: Path_, raw: object, *, findings: bool = True
    ) -> Condition:
        known = self.known_findings if findings else frozenset()
        reader = ConditionReader(document, self.fields, known, self.told, self.problems)
        return reader.read(raw, path) or ALWAYS

    def _add(self, document: Document, path: Path_, rule: Rule) -> None:
        self.places.setdefault(rule.id, []).append((document, path))
        self.rules.append(rule)

    def add_list(self, listed: Listed) -> None:
        """Add the rules of a list of urgent signs: one a sign."""
        for i, sign in enumerate(listed.record.signs):
            name = listed.record.list
            self.told[sign.id] = told_of(name, sign.choice)
            self.signs[sign.id] = Sign(
                sign.id, sign.text, sign.urgency, sign.because, sign.cites, asked_in=name
            )
            rule = Rule(
                id=sign.id,
                file=listed.document.file,
                stage="urgent",
                when=self.told[sign.id],
                effect=Effect("urgency", sign.id, sign.urgency),
                because=sign.because,
                cites=sign.cites,
            )
            self._add(listed.document, ("signs", i), rule)

    def add_urgency_rules(self, document: Document, record: UrgencyRulesFile) -> None:
        """Add combinations of answers that are urgent together.

        They may read signs and the combinations above them, but no findings.
        """
        for i, one in enumerate(record.rules):
            path = ("rules", i)
            self.signs[one.id] = Sign(
                one.id, one.says, one.then.urgency, one.because, one.cites, one.then.crisis
            )
            when = self._when(document, (*path, "when"), one.when, findings=False)
            self.told[one.id] = when
            rule = Rule(
                id=one.id,
                file=document.file,
                stage="urgent",
                when=when,
                effect=Effect("urgency", one.id, one.then.urgency),
                because=one.because,
                cites=one.cites,
            )
            self._add(document, path, rule)

    def add_out_of_scope(self, document: Document, record: OutOfScopeFile) -> None:
        """Add the reasons to stop and the notices."""
        for i, stop in enumerate(record.stops):
            effect = Effect("stop", stop.id, stop.at)
            if stop.change not in self.fields:
                message = unknown("question", stop.change, self.fields)
                self.problems.append(document.problem(("stops", i, "change"), message))
            self._add_scope_rule(document, ("stops", i), stop, effect)
        for i, notice in enumerate(record.notices):
            self._add_scope_rule(document, ("notices", i), notice, Effect("notice", notice.id))
        self.stops.update((stop.id, stop) for stop in record.stops)
        self.notices.update((notice.id, notice) for notice in record.notices)

    def _add_scope_rule(
        self, document: Document, path: Path_, one: StopRecord | NoticeRecord, effect: Effect
    ) -> None:
        when = self._when(document, (*path, "when"), one.when, findings=False)
        rule = Rule(one.id, document.file, "urgent", when, effect, one.title, one.cites)
        self._add(document, path, rule)

    def add_findings(self, document: Document, record: FindingsFile) -> None:
        """Add the findings of a topic; their levels come later, when all are known."""
        for i, one in enumerate(record.findings):
            path: Path_ = ("findings", i)
            when = self._when(document, (*path, "when"), one.when)
            self.findings[one.id] = Finding(one.id, one.says, when, 0, one.cites)
            effect = Effect("finding", one.id)
            rule = Rule(one.id, document.file, "findings", when, effect, one.says, one.cites)
            self._add(document, path, rule)

    def add_safety(self, document: Document, record: SafetyFile) -> None:
        """Add groups and notes."""
        self.groups.update((group.id, group.name) for group in record.groups)
        for i, note in enumerate(record.notes):
            path: Path_ = ("notes", i)
            self.notes[note.id] = Note(
                note.id, note.title, note.tell, note.for_, note.cites, note.on_sheet, note.short
            )
            when = self._when(document, (*path, "when"), note.when)
            effect = Effect("note", note.id)
            rule = Rule(
                f"note--{note.id}", document.file, "safety", when, effect, note.tell, note.cites
            )
            self._add(document, path, rule)

    def add_option(
        self,
        document: Document,
        option: Option,
        shared: Iterable[tuple[Document, Path_, SharedCautionRecord]],
    ) -> None:
        """Add an option's own rules and the shared cautions of its groups."""
        if option.applies_when is not None:
            self._add_concern(document, option)
        for i, one in enumerate(option.rules):
            path: Path_ = ("rules", i)
            rule = Rule(
                id=one.id,
                file=document.file,
                stage="options",
                when=self._when(document, (*path, "when"), one.when),
                effect=Effect("argument", option.id, one.then),
                because=one.because,
                cites=one.cites,
            )
            self._add(document, path, rule)
        for home, path, caution in shared:
            if caution.group not in option.groups:
                continue
            when = self._when(home, (*path, "when"), caution.when)
            if option.applies_when is not None:
                when = All((FindingLeaf(concerns(option.id)), when))
            rule = Rule(
                id=f"{option.id}--{caution.id}",
                file=document.file,
                stage="options",
                when=when,
                effect=Effect("argument", option.id, "caution"),
                because=caution.because,
                cites=caution.cites,
            )
            self._add(home, path, rule)

    def _add_concern(self, document: Document, option: Option) -> None:
        name = concerns(option.id)
        when = self._when(document, ("applies_when",), option.applies_when)
        says = f"{option.name} concerns pain like yours"
        self.findings[name] = Finding(name, says, when, 0, internal=True)
        rule = Rule(name, document.file, "findings", when, Effect("finding", name), says)
        self._add(document, ("applies_when",), rule)

    def set_levels(self) -> None:
        """Give each finding and its rule a level above all that it reads; a circle is a problem."""
        reads = {
            name: findings_read(f.when) & self.findings.keys() for name, f in self.findings.items()
        }
        try:
            order = tuple(TopologicalSorter(reads).static_order())
        except CycleError as error:
            circle: list[str] = error.args[1]
            document, path = self.places[circle[0]][0]
            shown = " -> ".join(circle)
            self.problems.append(
                document.problem(path, f"findings build on each other in a circle: {shown}.")
            )
            return
        levels: dict[str, int] = {}
        for name in order:
            levels[name] = 1 + max((levels[below] for below in reads[name]), default=0)
        self.findings = {n: replace(f, level=levels[n]) for n, f in self.findings.items()}
        self.rules = [
            replace(rule, level=levels[rule.effect.target]) if rule.stage == "findings" else rule
            for rule in self.rules
        ]
