"""Fired rules into an overview."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

from decision_aid.overview.model import URGENCIES, Argument, Entry, Overview, Section, ToldSign
from decision_aid.questionnaire.journey import Journey
from decision_aid.rulebook.describe import answers_behind, told
from decision_aid.rulebook.evaluate import Answer, holds
from decision_aid.rulebook.model import NOT_SURE, Note, Rule, Rulebook, Sign
from decision_aid.rulebook.records import Option

NamedT = TypeVar("NamedT")

ARGUMENT_ORDER = ("ask", "first", "caution")


def assemble(fired: Collection[str], journey: Journey, rulebook: Rulebook) -> Overview:
    """Return the overview for the rules that fired. The order of rules and files plays no part."""
    rules = [rule for rule in rulebook.rules if rule.id in fired]
    hit: dict[str, set[str]] = {}
    for rule in rules:
        hit.setdefault(rule.effect.kind, set()).add(rule.effect.target)
    signs = _signs(hit.get("urgency", ()), journey.counted, rulebook)
    stops = _told_of(rulebook.stops, hit.get("stop", ()))
    closed = bool(signs or stops)
    findings = _told_of(rulebook.findings, hit.get("finding", ()))
    notes = _told_of(rulebook.notes, hit.get("note", ()))
    return Overview(
        edition=rulebook.edition,
        urgency=signs[0].sign.urgency if signs else None,
        signs=signs,
        stop=stops[0] if stops else None,
        notices=_told_of(rulebook.notices, hit.get("notice", ())),
        notes=notes,
        findings=tuple(finding for finding in findings if not finding.internal),
        entries=() if closed else _entries(rules, notes, journey.counted, rulebook),
        unanswered=journey.unanswered,
        counted=journey.counted,
        fired=tuple(sorted(fired)),
    )


def _told_of(known: Mapping[str, NamedT], hit: Collection[str]) -> tuple[NamedT, ...]:
    """Return what was hit, in the order of the files and not of the rules."""
    return tuple(one for name, one in known.items() if name in hit)


def _signs(
    hit: Collection[str], counted: Mapping[str, Answer], rulebook: Rulebook
) -> tuple[ToldSign, ...]:
    signs = sorted(
        _told_of(rulebook.signs, hit),
        key=lambda sign: (not sign.crisis, URGENCIES.index(sign.urgency)),
    )
    return tuple(ToldSign(sign, _is_unsure(sign, counted, rulebook)) for sign in signs)


def _is_unsure(sign: Sign, counted: Mapping[str, Answer], rulebook: Rulebook) -> bool:
    """Tell whether a sign of a list holds only because the person was not sure about it."""
    if sign.asked_in is None:
        return False
    sure = {name: answer for name, answer in counted.items() if answer != NOT_SURE}
    rule = next(rule for rule in rulebook.rules if rule.id == sign.id)
    return not holds(rule.when, sure)


def _entries(
    rules: list[Rule],
    notes: tuple[Note, ...],
    counted: Mapping[str, Answer],
    rulebook: Rulebook,
) -> tuple[Entry, ...]:
    findings = {rule.effect.target for rule in rules if rule.effect.kind == "finding"}
    arguments: dict[str, list[Argument]] = {}
    for rule in rules:
        if rule.effect.kind != "argument":
            continue
        argument = Argument(
            kind=rule.effect.value,  # type: ignore[arg-type]
            rule=rule.id,
            because=rule.because,
            cites=rule.cites,
            when=rule.when,
            told=told(rule.when, counted, findings, rulebook),
            answers=answers_behind(rule.when, counted, findings, rulebook),
        )
        arguments.setdefault(rule.effect.target, []).append(argument)
    entries = []
    for option in sorted(rulebook.options.values(), key=lambda option: option.name.lower()):
        of_option = sorted(
            arguments.get(option.id, []), key=lambda a: (ARGUMENT_ORDER.index(a.kind), a.rule)
        )
        kinds = {argument.kind for argument in of_option}
        fitting = tuple(note for note in notes if concerns_option(note, option))
        entries.append(Entry(option, section_of(kinds), tuple(of_option), fitting))
    return tuple(entries)


def concerns_option(note: Note, option: Option) -> bool:
    """Tell whether a safety note belongs to an option."""
    return "all" in note.groups or bool(set(note.groups) & set(option.groups))


def section_of(kinds: Collection[str]) -> Section:
    """Return the section for the kinds of arguments that stand for an option.

    >>> section_of({"ask"}), section_of({"ask", "caution"}), section_of({"ask", "first"})
    ('worth-asking', 'with-care', 'after-other-steps')
    >>> section_of({"caution"}), section_of(set())
    ('other', 'other')
    """
    if "first" in kinds:
        return "after-other-steps"
    if "ask" not in kinds:
        return "other"
    return "with-care" if "caution" in kinds else "worth-asking"
