"""The language that is spoken: English is the source, other languages are looked up.

The web layer sets it for each request; everything below asks for words here and knows
nothing of requests. Texts of the knowledge base are not looked up here: they are
translated as a whole when rules are loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations

#: The language that everything is written in.
SOURCE = "en"

_spoken: ContextVar[NullTranslations] = ContextVar("spoken", default=NullTranslations())  # noqa: B039


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
