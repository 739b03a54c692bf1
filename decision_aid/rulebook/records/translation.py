"""Files of ``translations/``: texts of the rules in another language, one file a rule file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from decision_aid.rulebook.records.base import Record, Text
from decision_aid.rulebook.records.options import Reviewer


class TranslatedText(Record):
    """One text.

    Attributes:
        where: the place of the text in its rule file, for people.
        of: the fingerprint of the English text that was translated.
        en: that text.
        es: the same in Spanish; empty until someone has written it.
        was: the Spanish of an earlier English text, to start from.
    """

    where: Text
    of: str
    en: Text
    es: Annotated[str, StringConstraints(strip_whitespace=True)]
    was: Text | None = None


class TranslationFile(Record):
    """A file of ``translations/``."""

    reviewers: tuple[Reviewer, ...]
    texts: tuple[TranslatedText, ...] = Field(min_length=1)
