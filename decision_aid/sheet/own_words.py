"""The person's own words: typed for one sheet, cleaned, and never kept."""

from __future__ import annotations

from dataclasses import dataclass

from decision_aid.questionnaire.free_text import one_line

#: Such texts and everything else still fit on two pages.
MOST_CHARACTERS = 300


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
