"""Aftercare of one option as a PDF of two pages at most."""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import lru_cache

from decision_aid.aftercare.model import Aftercare
from decision_aid.language import gettext as _
from decision_aid.rulebook.records import Source
from decision_aid.typeset import typeset

TEMPLATE = "aftercare/aftercare.typ"


#: PDFs that are kept. They hold no answer, so one person's serves the next.
KEPT = 128


@lru_cache(maxsize=KEPT)
def pdf_of(aftercare: Aftercare) -> bytes:
    """Return the pages to print: what to know on the first, papers to fill in on the last.

    Raises:
        TypesettingFailed: when typst fails.
    """
    data = asdict(replace(aftercare, sources=()))
    data["sources"] = [_in_words(source) for source in aftercare.sources]
    data["words"] = {
        "first_days": _("The first days"),
        "do": _("What to do"),
        "how": _("How to fill it in"),
        "sources": _("Sources"),
    }
    return typeset(TEMPLATE, data)


def _in_words(source: Source) -> str:
    parts = (source.title, source.by, str(source.year) if source.year else None)
    return ", ".join(part for part in parts if part)
