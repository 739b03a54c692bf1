"""An overview as plain values for JSON: sorted, stable, without anything that changes by itself."""

from __future__ import annotations

from decision_aid.overview.model import SECTIONS, Argument, Entry, Overview


def as_json(overview: Overview) -> dict[str, object]:
    """Return the overview as mappings, lists, texts and numbers."""
    return {
        "edition": {
            "version": overview.edition.version,
            "date": overview.edition.date.isoformat(),
            "digest": overview.edition.digest,
        },
        "urgency": overview.urgency or "none",
        "crisis": overview.crisis,
        "signs": [
            {"id": told.sign.id, "urgency": told.sign.urgency, "unsure": told.unsure}
            for told in overview.signs
        ],
        "stop": overview.stop.id if overview.stop else None,
        "notices": [notice.id for notice in overview.notices],
        "notes": [
            {"id": note.id, "title": note.title, "tell": note.tell} for note in overview.notes
        ],
        "findings": [{"id": finding.id, "says": finding.says} for finding in overview.findings],
        "sections": {
            section: [_entry(entry) for entry in overview.section(section)] for section in SECTIONS
        },
        "unanswered": list(overview.unanswered),
        "fired": list(overview.fired),
    }


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "option": entry.option.id,
        "name": entry.option.name,
        "arguments": [_argument(argument) for argument in entry.arguments],
        "notes": [note.id for note in entry.notes],
    }


def _argument(argument: Argument) -> dict[str, object]:
    return {
        "kind": argument.kind,
        "rule": argument.rule,
        "because": argument.because,
        "told": list(argument.told),
        "cites": list(argument.cites),
    }
