"""``aftercare.yaml``: what to watch for, what to expect and what to write down after a visit."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from decision_aid.rulebook.records.base import Cites, Name, Record, Text
from decision_aid.rulebook.records.options import Statement

#: Kinds of options, groups of options, or options.
ForWhom = tuple[Name, ...]
#: What one page holds, in rows and columns that a hand can write in.
FEWEST_COLUMNS, MOST_COLUMNS, MOST_ROWS = 2, 5, 12
#: How fast a sign after a procedure calls for help: both have a care card.
WatchUrgency = Literal["emergency", "same_day"]


class WatchRecord(Record):
    """A sign to watch for: one that the questionnaire asks about too, or one of its own.

    Attributes:
        sign: the id of an urgent sign, whose words, urgency and sources are taken.
    """

    for_: ForWhom = Field(alias="for", min_length=1)
    sign: Name | None = None
    text: Text | None = None
    urgency: WatchUrgency | None = None
    cites: Cites = ()

    @model_validator(mode="after")
    def _is_told_once(self) -> Self:
        own = (self.text is not None, self.urgency is not None, bool(self.cites))
        if any(own) if self.sign else not all(own):
            raise ValueError("a sign to watch for is a sign:, or has text, urgency and cites")
        return self


class AdviceRecord(Statement):
    """What to expect or to do in the first days."""

    for_: ForWhom = Field(alias="for", min_length=1)


class PaperRecord(Record):
    """A page to print and to fill in by hand.

    Attributes:
        how: how to fill it in.
        columns: what to write, from left to right; the first names the rows.
        widths: how wide each column is beside the others.
        rows: when to write, from top to bottom.
    """

    id: Name
    for_: ForWhom = Field(alias="for", min_length=1)
    title: Text
    how: tuple[Statement, ...] = Field(min_length=1)
    columns: tuple[Text, ...] = Field(min_length=1)
    widths: tuple[int, ...] = Field(min_length=1)
    rows: tuple[Text, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _fits_a_page(self) -> Self:
        if not FEWEST_COLUMNS <= len(self.columns) <= MOST_COLUMNS:
            raise ValueError(f"a paper has {FEWEST_COLUMNS} to {MOST_COLUMNS} columns")
        if len(self.widths) != len(self.columns) or min(self.widths) < 1:
            raise ValueError("widths: one whole number above 0 for each column")
        if len(self.rows) > MOST_ROWS:
            raise ValueError(f"a paper has {MOST_ROWS} rows at most, so that one can write in them")
        return self


class AftercareFile(Record):
    """``aftercare.yaml``.

    Attributes:
        ask: what to ask the team, since no list of signs is whole.
    """

    watch: tuple[WatchRecord, ...]
    ask: Text
    advice: tuple[AdviceRecord, ...]
    papers: tuple[PaperRecord, ...] = Field(min_length=1)
