"""The language that is spoken: English is the source, other languages are looked up.

The web layer sets it for each request; everything below asks for words here and knows
nothing of requests. Texts of the knowledge base are not looked up here: they are
translated as a whole when rules are loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations, translation
from pathlib import Path

#: The language that everything is written in.
SOURCE = "en"
#: Every language, by its own name.
NAMES = {SOURCE: "English", "es": "Español"}

#: Where the interface's texts in other languages stand.
CATALOGUES = Path(__file__).parent / "translations"

_spoken: ContextVar[NullTranslations] = ContextVar("spoken", default=NullTranslations())  # noqa: B039


class Untranslated(str):
    """A text of the knowledge base that is still English where another language is spoken.

    Pages mark it as English, so that it is read out right, and say that it is there.
    """

    __slots__ = ()


def like(text: str, part: str) -> str:
    """Return a part of a text, untranslated where the text is."""
    return Untranslated(part) if isinstance(text, Untranslated) else part


class _NotThere(NullTranslations):
    """Stands behind a catalogue and says of each text that it is not in it."""

    def gettext(self, message: str) -> str:
        return Untranslated(message)


def catalogue(language: str) -> NullTranslations:
    """Return the interface's texts in a language; one that is not there comes untranslated."""
    found = translation("messages", CATALOGUES, [language], fallback=True)
    found.add_fallback(_NotThere())
    return found


@contextmanager
def speaking(translations: NullTranslations) -> Iterator[None]:
    """Speak another language inside a block."""
    before = _spoken.set(translations)
    try:
        yield
    finally:
        _spoken.reset(before)


def spoken() -> str:
    """Return the name of the language that is spoken, such as "es"."""
    return _spoken.get().info().get("language", SOURCE)


def mark(text: str) -> str:
    """Return a text as it is. It marks words that are looked up later, where they are shown."""
    return text


def gettext(text: str) -> str:
    """Return a text of the interface in the language that is spoken."""
    return _spoken.get().gettext(text)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form of a text that goes with a number."""
    return _spoken.get().ngettext(singular, plural, number)


def numeral(number: int) -> str:
    """Return a number as the language writes it.

    >>> numeral(12345)
    '12,345'
    """
    separator = gettext("1,000").removeprefix("1").removesuffix("000")
    return f"{number:,}".replace(",", separator)
