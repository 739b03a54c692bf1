"""A visit into the text of a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from decision_aid.kept.model import CameOut, Kept, KeptPain
from decision_aid.kept.shape import FORMAT, MOST_BYTES, VERSION, checksum_of
from decision_aid.language import gettext as _
from decision_aid.overview.model import SECTIONS
from decision_aid.rulebook.describe import ask_of, value_in_words
from decision_aid.rulebook.model import Rulebook


def file_name(kept: Kept) -> str:
    """Return the name under which a browser saves the file."""
    return f"my-answers-{kept.made_on.isoformat()}.json"


def file_text(kept: Kept, rulebook: Rulebook) -> str:
    """Return the file: the same visit on the same day gives the same text.

    Where it would be too large to be opened again, it goes without reasons, and if need be
    without what came out: the answers always fit.
    """
    text = _file_text(kept, rulebook)
    for less in (_without_reasons, _without_outcome):
        if len(text.encode()) <= MOST_BYTES:
            break
        text = _file_text(_each(kept, less), rulebook)
    return text


def _each(kept: Kept, less: Callable[[KeptPain], KeptPain]) -> Kept:
    return replace(kept, shown=less(kept.shown), aside=kept.aside and less(kept.aside))


def _without_reasons(pain: KeptPain) -> KeptPain:
    return replace(pain, came_out=pain.came_out and replace(pain.came_out, reasons={}))


def _without_outcome(pain: KeptPain) -> KeptPain:
    return replace(pain, came_out=None)


def _file_text(kept: Kept, rulebook: Rulebook) -> str:
    content: dict[str, object] = {
        "about": _(
            "Your answers, kept by you. To go on with them, open this file on the site that "
            "made it. Whoever has this file can read them. It is not a diagnosis."
        ),
        "format": FORMAT,
        "version": VERSION,
        "made_on": kept.made_on.isoformat(),
        "edition": {
            "version": kept.edition.version,
            "date": kept.edition.date.isoformat(),
            "digest": kept.edition.digest,
        },
        "pains": [_pain(pain, rulebook) for pain in kept.pains],
    }
    content["checksum"] = checksum_of(content)
    return _laid_out(content) + "\n"


def _laid_out(value: object, depth: int = 0) -> str:
    """Return a value as JSON with one answer, one option and one rule a line."""
    if isinstance(value, dict) and any(isinstance(part, dict | list) for part in value.values()):
        opening, closing = "{", "}"
        parts = [f"{_json(name)}: {_laid_out(part, depth + 1)}" for name, part in value.items()]
    elif isinstance(value, list) and any(isinstance(part, dict) for part in value):
        opening, closing = "[", "]"
        parts = [_laid_out(part, depth + 1) for part in value]
    else:
        return _json(value)
    indent = "\n" + " " * depth
    return opening + ",".join(f"{indent} {part}" for part in parts) + indent + closing


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _pain(pain: KeptPain, rulebook: Rulebook) -> dict[str, object]:
    # In the order in which they are asked, so that people find their way.
    return {
        "answers": [
            {
                "asked": ask_of(name, rulebook),
                "told": value_in_words(name, pain.answers[name], rulebook),
                "id": name,
                "value": pain.answers[name],
            }
            for name in rulebook.asked_by
            if name in pain.answers
        ],
        "left_empty": [
            name for name in rulebook.asked_by if name in pain.seen - pain.answers.keys()
        ],
        "came_out": _came_out(pain.came_out) if pain.came_out else None,
    }


def _came_out(found: CameOut) -> dict[str, object]:
    return {
        "urgency": found.urgency,
        "stop": found.stop,
        "sections": {
            section: {
                name: found.names[name] for name, own in found.sections.items() if own == section
            }
            for section in SECTIONS
        },
        "reasons": [
            {"because": because, "rules": rules} for because, rules in _by_reason(found).items()
        ],
    }


def _by_reason(found: CameOut) -> dict[str, dict[str, str]]:
    """Return the rules by their reasons: many options share one, and it is long."""
    rules: dict[str, dict[str, str]] = {}
    for name, digest in found.rules.items():
        rules.setdefault(found.reasons.get(name, ""), {})[name] = digest
    return rules
