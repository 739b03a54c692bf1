"""Aftercare of one option as a PDF of two pages at most."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from functools import cache, lru_cache

from decision_aid.aftercare.model import Aftercare
from decision_aid.language import gettext as _
from decision_aid.language import spoken
from decision_aid.resources import resource_dir
from decision_aid.rulebook.records import Source
from decision_aid.typeset import typeset

#: PDFs that are kept. They hold no answer, so one person's serves the next.
KEPT = 128


def pdf_of(aftercare: Aftercare) -> bytes:
    """Return the pages to print: what to know on the first, papers to fill in on the last.

    Raises:
        TypesettingFailed: when typst fails.
    """
    return _typeset(aftercare, spoken())


@lru_cache(maxsize=KEPT)
def _typeset(aftercare: Aftercare, language: str) -> bytes:
    data = asdict(replace(aftercare, sources=()))
    data["language"] = language
    data["sources"] = [_in_words(source) for source in aftercare.sources]
    data["words"] = {
        "first_days": _("The first days"),
        "do": _("What to do"),
        "sources": _("Sources"),
    }
    return typeset(_source(), {"data": json.dumps(data, ensure_ascii=False)})


@cache
def _source() -> bytes:
    return (resource_dir("templates") / "aftercare" / "aftercare.typ").read_bytes()


def _in_words(source: Source) -> str:
    parts = (source.title, source.by, str(source.year) if source.year else None)
    return ", ".join(part for part in parts if part)
