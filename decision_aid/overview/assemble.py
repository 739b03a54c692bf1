"""Fired rules into an overview."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from decision_aid.overview.model import URGENCIES, Argument, Entry, Overview, Section, ToldSign
from decision_aid.questionnaire.journey import Journey
from decision_aid.rulebook.conditions import ALWAYS
from decision_aid.rulebook.describe import told
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import Note, Rule, Rulebook, Sign
from decision_aid.rulebook.records import Option

ARGUMENT_ORDER = ("ask", "first", "caution")


def assemble(fired: Collection[str], journey: Journey, rulebook: Rulebook) -> Overview:
    """Return the overview for the rules that fired. The order of rules and files plays no part."""
    rules = [rule for rule in rulebook.rules if rule.id in fired]
    of_kind: dict[str, list[Rule]] = {}
    for rule in rules:
        of_kind.setdefault(rule.effect.kind, []).append(rule)
    signs = _signs(of_kind.get("urgency", []), journey.counted, rulebook)
    stops = [rulebook.stops[rule.effect.target] for rule in of_kind.get("stop", [])]
    closed = bool(signs or stops)
    findings = [rule.effect.target for rule in of_kind.get("finding", [])]
    notes = tuple(rulebook.notes[rule.effect.target] for rule in of_kind.get("note", []))
    return Overview(
        edition=rulebook.edition,
        urgency=signs[0].sign.urgency if signs else None,
        signs=signs,
        stop=stops[0] if stops else None,
        notices=tuple(rulebook.notices[r.effect.target] for r in of_kind.get("notice", [])),
        notes=notes,
        findings=tuple(rulebook.findings[f] for f in findings if not rulebook.findings[f].internal),
        entries=()
        if closed
        else _entries(of_kind.get("argument", []), notes, findings, journey.counted, rulebook),
        unanswered=journey.unanswered,
        counted=journey.counted,
        fired=tuple(sorted(fired)),
    )


def _signs(
    rules: list[Rule], counted: Mapping[str, Answer], rulebook: Rulebook
) -> tuple[ToldSign, ...]:
    signs = [rulebook.signs[rule.effect.target] for rule in rules]
    signs.sort(key=lambda sign: (not sign.crisis, URGENCIES.index(sign.urgency)))
    return tuple(ToldSign(sign, _is_unsure(sign, counted, rulebook)) for sign in signs)


def _is_unsure(sign: Sign, counted: Mapping[str, Answer], rulebook: Rulebook) -> bool:
    rule = next(rule for rule in rulebook.rules if rule.effect.target == sign.id)
    reasons = told(rule.when, counted, (), rulebook)
    return bool(reasons) and all(reason.endswith("I am not sure") for reason in reasons)


def _entries(
    rules: list[Rule],
    notes: tuple[Note, ...],
    findings: Collection[str],
    counted: Mapping[str, Answer],
    rulebook: Rulebook,
) -> tuple[Entry, ...]:
    arguments: dict[str, list[Argument]] = {}
    for rule in rules:
        reasons = told(rule.when if rule.when != ALWAYS else ALWAYS, counted, findings, rulebook)
        argument = Argument(rule.effect.value, rule.id, rule.because, rule.cites, reasons)  # type: ignore[arg-type]
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
