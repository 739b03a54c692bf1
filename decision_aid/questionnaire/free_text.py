"""What a person types, cleaned: one line, and only characters that can be seen."""

from __future__ import annotations

import unicodedata

#: Joiners that some scripts and emoji are written with.
_JOINERS = "\u200c\u200d"


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
