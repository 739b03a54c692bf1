"""A consultation sheet as a PDF that screen readers can read (PDF/UA-1), made by typst."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from typing import Literal, get_args

from decision_aid.resources import resource_dir
from decision_aid.sheet.model import SheetModel
from decision_aid.typeset import typeset

#: The names that typst has for paper.
Paper = Literal["a4", "us-letter"]
PAPERS: tuple[Paper, ...] = get_args(Paper)


def pdf_of(sheet: SheetModel, paper: Paper = "a4") -> bytes:
    """Return the sheet as two pages.

    Raises:
        CannotShow: when a person typed a character that no font at hand has.
        TypesettingFailed: when typst fails in any other way.
    """
    inputs = {"sheet": json.dumps(asdict(sheet), ensure_ascii=False), "paper": paper}
    return typeset(_source(), inputs)


@cache
def _source() -> bytes:
    """Return the sheet with what it draws on: typst is given one text, so no path matters."""
    folder = resource_dir("templates") / "sheet"
    return b"\n".join((folder / name).read_bytes() for name in ("figure.typ", "sheet.typ"))
