"""The person's own words: typed for one sheet, cleaned, and never kept."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

#: Three such texts and everything else still fit on one page.
MOST_CHARACTERS = 300

#: Joiners that some scripts and emoji are written with.
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Three short texts; each may be empty."""

    bothers: str = ""
    hopes: str = ""
    worries: str = ""

    @classmethod
    def of(cls, bothers: str = "", hopes: str = "", worries: str = "") -> OwnWords:
        """Return the texts as one line each, without characters that nobody can see."""
        return cls(one_line(bothers), one_line(hopes), one_line(worries))


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
