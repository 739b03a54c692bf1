"""The person's own words: typed for one sheet, cleaned, and never kept."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

#: Such texts and everything else still fit on two pages.
MOST_CHARACTERS = 300

#: Joiners that some scripts and emoji are written with.
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Four short texts; each may be empty."""

    bothers: str = ""
    hopes: str = ""
    worries: str = ""
    question: str = ""

    @classmethod
    def of(cls, *texts: str) -> OwnWords:
        """Return the texts as one line each, without characters that nobody can see."""
        return cls(*map(one_line, texts))


def one_line(text: str) -> str:
    r"""Return *text* on one line, in composed form, without control characters.

    >>> one_line("  It  hurts\r\n at\tnight\x07 ")
    'It hurts at night'
    """
    composed = unicodedata.normalize("NFC", text)
    shown = "".join(
        " " if character.isspace() else character
        for character in composed
        if character.isspace() or character in _JOINERS or _is_shown(character)
    )
    return " ".join(shown.split())


def _is_shown(character: str) -> bool:
    return not unicodedata.category(character).startswith("C")
