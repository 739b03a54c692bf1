"""Checks that need the whole rulebook: names that must exist, rules that must hold back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from decision_aid.rulebook.conditions import (
    Condition,
    FindingLeaf,
    branches,
    fields_read,
    findings_read,
    groupings,
    leaves,
)
from decision_aid.rulebook.documents import Document, Path_
from decision_aid.rulebook.model import Field, Finding
from decision_aid.rulebook.problems import Place, Problem, unknown
from decision_aid.rulebook.records import (
    ConcernRecord,
    Edition,
    MattersFile,
    Option,
    PlacesFile,
    QuestionRecord,
    SafetyFile,
    SectionFile,
)
from decision_aid.rulebook.rules import RuleBuilder
from decision_aid.rulebook.wording import wording_faults

#: durable-rules keeps a stack of 64 for one fact and aborts the process beyond it:
#: 63 rules that match together worked, 64 gave error 303 (measured, decision 0002).
#: The compile step packs rulesets up to this many branches, so one rule may not exceed it.
MOST_BRANCHES = 40

#: durable-rules refuses a rule with 16 groups of tests or more (error 113, measured).
MOST_GROUPS = 15

#: Names that the fact has for itself. A question called "id" makes the engine hang.
RESERVED_FIELDS = frozenset({"case", "id", "sid"})

#: What a question may be for when a rule that says "ask" reads it.
ASK_MAY_NOT_READ = frozenset({"setting", "safety", "sheet"})


def check_cites(documents: Iterable[Document], sources: Mapping[str, object]) -> Iterator[Problem]:
    """Yield each citation of a source that does not exist."""
    for document in documents:
        for path, key, value in walk(document.root):
            if key != "cites" or not isinstance(value, tuple):
                continue
            for i, name in enumerate(value):
                if isinstance(name, str) and name not in sources:
                    yield document.problem((*path, i), unknown("source", name, sources))


def check_sources_are_used(
    documents: Iterable[Document], places: Mapping[str, tuple[Document, Path_]]
) -> Iterator[Problem]:
    """Yield each source that nothing cites."""
    used = {
        name
        for document in documents
        for _, key, value in walk(document.root)
        if key == "cites" and isinstance(value, tuple)
        for name in value
        if isinstance(name, str)
    }
    for name, (document, path) in places.items():
        if name not in used:
            yield document.problem(
                path, f'nothing cites the source "{name}": cite it or take it out.'
            )


def check_wording(documents: Iterable[Document]) -> Iterator[Problem]:
    """Yield each phrase that the aid does not use."""
    quoted = {"as_reported", "cites", "for", "id"}
    for document in documents:
        if "/sources/" in document.file:
            continue
        for path, key, value in walk(document.root):
            if not isinstance(value, str) or key in quoted:
                continue
            for phrase, why in wording_faults(value):
                yield document.problem(path, f'"{phrase}" is not a phrase of this aid: {why}.')


def walk(node: object, path: Path_ = (), key: str = "") -> Iterator[tuple[Path_, str, object]]:
    """Yield every part of a document with its path and the key it stands under."""
    yield path, key, node
    if isinstance(node, dict):
        for name, value in node.items():
            yield from walk(value, (*path, name), name)
    elif isinstance(node, tuple):
        for i, value in enumerate(node):
            yield from walk(value, (*path, i), key)


def check_ids(builder: RuleBuilder) -> Iterator[Problem]:
    """Yield each rule id that stands twice."""
    for name, places in builder.places.items():
        for document, path in places[1:]:
            first = places[0][0].place(places[0][1])
            yield document.problem(path, f'the id "{name}" is taken: it stands at {first} too.')


def check_questions(
    fields: Mapping[str, Field], places: Iterable[tuple[str, Document, Path_]]
) -> Iterator[Problem]:
    """Yield each question or row id that stands twice or is reserved, and each choice twice."""
    seen: dict[str, tuple[Document, Path_]] = {}
    for name, document, path in places:
        if name in seen:
            first = seen[name][0].place(seen[name][1])
            yield document.problem(path, f'the question "{name}" stands at {first} too.')
        seen.setdefault(name, (document, path))
        if name in RESERVED_FIELDS:
            yield document.problem(path, f'"{name}" is a name that the engine keeps for itself.')
        field = fields.get(name)
        for choice, times in Counter(field.choices if field else ()).items():
            if times > 1:
                yield document.problem(
                    path, f'"{name}" offers the choice "{choice}" {times} times.'
                )


def check_screens(sections: Iterable[tuple[Document, SectionFile]]) -> Iterator[Problem]:
    """Yield each screen id that stands twice."""
    seen: dict[str, Place] = {}
    for document, section in sections:
        for i, screen in enumerate(section.screens):
            path = ("screens", i)
            if screen.id in seen:
                message = f'the screen "{screen.id}" stands at {seen[screen.id]} too.'
                yield document.problem(path, message)
            seen.setdefault(screen.id, document.place(path))


def check_rules(builder: RuleBuilder) -> Iterator[Problem]:
    """Yield each rule that could reach the engine's limits or reads what it may not."""
    for rule in builder.rules:
        document, path = builder.places[rule.id][0]
        if branches(rule.when) > MOST_BRANCHES:
            yield document.problem(
                path,
                f'the rule "{rule.id}" has {branches(rule.when)} branches that can match together; '
                f"the engine holds {MOST_BRANCHES}. Name a part of it as a finding.",
            )
        if groupings(rule.when) > MOST_GROUPS:
            yield document.problem(
                path,
                f'the rule "{rule.id}" has {groupings(rule.when)} groups of tests; '
                f"the engine holds {MOST_GROUPS}. Name a part of it as a finding.",
            )
        roles = {
            name: builder.fields[name].role for name in fields_behind(rule.when, builder.findings)
        }
        for name in sorted(name for name, role in roles.items() if role == "sheet"):
            yield document.problem(path, f'no rule reads "{name}": it is for the sheet only.')
        if rule.effect.value != "ask":
            continue
        for name in sorted(name for name, role in roles.items() if role in ASK_MAY_NOT_READ):
            yield document.problem(
                path, f'the rule "{rule.id}" says ask and reads "{name}", which can only add care.'
            )
        for leaf in leaves(rule.when):
            if isinstance(leaf, FindingLeaf) and leaf.negated:
                yield document.problem(
                    path,
                    f'the rule "{rule.id}" says ask and rests on not finding "{leaf.finding}".',
                )


def fields_behind(condition: Condition, findings: Mapping[str, Finding]) -> frozenset[str]:
    """Return every question that a condition reads, itself or through findings."""
    seen: set[str] = set()
    waiting = list(findings_read(condition))
    read = set(fields_read(condition))
    while waiting:
        name = waiting.pop()
        if name in seen or name not in findings:
            continue
        seen.add(name)
        read |= fields_read(findings[name].when)
        waiting += findings_read(findings[name].when)
    return frozenset(read)


def check_findings_are_read(builder: RuleBuilder) -> Iterator[Problem]:
    """Yield each finding that no rule reads."""
    read: set[str] = set()
    for rule in builder.rules:
        read |= findings_read(rule.when)
    for name, finding in builder.findings.items():
        if name not in read and not finding.internal:
            document, path = builder.places[name][0]
            yield document.problem(path, f'no rule reads the finding "{name}".')


def check_safety(
    document: Document, record: SafetyFile, groups: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield each group that does not exist."""
    for i, note in enumerate(record.notes):
        for j, name in enumerate(note.for_):
            if name not in groups and name != "all":
                path = ("notes", i, "for", j)
                yield document.problem(path, unknown("group", name, (*groups, "all")))
    for i, caution in enumerate(record.shared):
        if caution.group not in groups:
            yield document.problem(("shared", i, "group"), unknown("group", caution.group, groups))


def check_option(
    document: Document,
    option: Option,
    places: tuple[str, ...],
    groups: Mapping[str, str],
) -> Iterator[Problem]:
    """Yield what an option gets wrong about its name, its places and its groups."""
    if not document.file.endswith(f"/{option.id}.yaml"):
        yield document.problem(
            ("id",), f'the file of the option "{option.id}" is named {option.id}.yaml.'
        )
    for i, site in enumerate(option.sites):
        if site not in places and site != "any":
            yield document.problem(("sites", i), unknown("place", site, (*places, "any")))
    for i, group in enumerate(option.groups):
        if group not in groups:
            yield document.problem(("groups", i), unknown("group", group, groups))
    for i, rule in enumerate(option.rules):
        if not rule.id.startswith(f"{option.id}-"):
            yield document.problem(
                ("rules", i, "id"), f'"{rule.id}" starts with the id of its option.'
            )


def check_edition(
    document: Document, edition: Edition, places: tuple[str, ...], options: Collection[str]
) -> Iterator[Problem]:
    """Yield each place and each option that the edition names and that does not exist."""
    for i, place in enumerate(edition.not_yet.places if edition.not_yet else ()):
        if place not in places:
            yield document.problem(("not_yet", "places", i), unknown("place", place, places))
    for i, change in enumerate(edition.changes):
        for j, option in enumerate(change.options if change.options != "all" else ()):
            if option not in options:
                path = ("changes", i, "options", j)
                yield document.problem(path, unknown("option", option, options))


def check_places(
    document: Document, record: PlacesFile, places: tuple[str, ...]
) -> Iterator[Problem]:
    """Yield each place that does not exist or stands twice; else each that is missing."""
    seen = Counter(place.id for place in record.places)
    for i, place in enumerate(record.places):
        path = ("places", i, "id")
        if place.id not in places:
            yield document.problem(path, unknown("place", place.id, places))
        elif place.id in {earlier.id for earlier in record.places[:i]}:
            yield document.problem(path, f'the place "{place.id}" stands twice.')
    if seen.keys() <= set(places) and seen.total() == len(seen):
        for name in (name for name in places if name not in seen):
            yield document.problem((), f'the place "{name}" is missing: tell of pain there.')


def check_matters(
    document: Document,
    record: MattersFile,
    questions: Collection[QuestionRecord],
    groups: Mapping[str, str],
    options: Collection[str],
) -> Iterator[Problem]:
    """Yield each name that does not exist, and each row that asks for a concern without answers.

    Args:
        document: the file.
        record: its content.
        questions: the questions that ask how much something matters.
        groups: the groups of options.
        options: the options.
    """
    rows = [row.id for question in questions for row in question.rows]
    choices = [choice.id for question in questions for choice in question.choices]
    for i, name in enumerate(record.marked):
        if name not in choices:
            yield document.problem(("marked", i), unknown("answer", name, choices))
    for i, concern in enumerate(record.concerns):
        path: Path_ = ("concerns", i)
        if concern.id not in rows:
            yield document.problem((*path, "id"), unknown("concern", concern.id, rows))
        elif concern.id in {earlier.id for earlier in record.concerns[:i]}:
            yield document.problem((*path, "id"), f'the concern "{concern.id}" stands twice.')
        yield from _check_facts(document, path, concern, groups, options)
    told = {concern.id for concern in record.concerns}
    if told <= set(rows):
        for name in (name for name in rows if name not in told):
            yield document.problem(
                (), f'the concern "{name}" is missing: tell where options answer it.'
            )


def _check_facts(
    document: Document,
    path: Path_,
    concern: ConcernRecord,
    groups: Mapping[str, str],
    options: Collection[str],
) -> Iterator[Problem]:
    for j, facts in enumerate(concern.facts):
        for k, fact in enumerate(facts):
            at: Path_ = (*path, "facts", j, k)
            for m, name in enumerate(fact.groups):
                if name not in groups:
                    yield document.problem((*at, "groups", m), unknown("group", name, groups))
            for m, name in enumerate(fact.options):
                if name not in options:
                    yield document.problem((*at, "options", m), unknown("option", name, options))
            if fact.holds_for_all != (fact is facts[-1]):
                yield document.problem(
                    at, "the last fact of a list holds for all that is left, and only the last."
                )
