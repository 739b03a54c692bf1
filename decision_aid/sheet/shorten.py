"""Texts made shorter without a word changed: whole sentences, whole items, no examples."""

from __future__ import annotations

import re
from collections.abc import Sequence

from decision_aid.language import like

_SENTENCE_END = re.compile(r"(?<=[.?!]) (?=[^a-z])")
#: How examples begin, in each language.
_EXAMPLES = re.compile(r",? (?:such as|como|por ejemplo) .*|, (?:if|si) .*| \([^)]*\)")


def without_examples(text: str) -> str:
    """Return a choice without its examples and explanations.

    >>> without_examples("Strong painkillers (opioids, such as codeine, tramadol or morphine)")
    'Strong painkillers'
    """
    return _EXAMPLES.sub("", text).strip()


def sentences(text: str, room: int) -> str:
    """Return as many whole sentences as fit into *room* characters, at least the first.

    >>> sentences("It hurts. It has lasted. Ask.", 25)
    'It hurts. It has lasted.'
    """
    kept = ""
    for sentence in _SENTENCE_END.split(text):
        longer = f"{kept} {sentence}".strip()
        if kept and len(longer) > room:
            break
        kept = longer
    return like(text, kept)


def listed(items: Sequence[str], room: int) -> tuple[str, int]:
    """Return items as one text of about *room* characters, and how many were left out."""
    kept: list[str] = []
    for item in items:
        if kept and len("; ".join([*kept, item])) > room:
            break
        kept.append(item)
    if len(items) - len(kept) == 1:  # it takes no more room than to say that it is missing
        kept.append(items[-1])
    return "; ".join(kept), len(items) - len(kept)
