"""Files of ``safety/``: groups of options, notes for the team, shared cautions."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from decision_aid.rulebook.records.base import Cites, Name, RawCondition, Record, Text

OnSheet = Literal["first", "later", "never"]


class GroupRecord(Record):
    """A group of options that share a caution or a note."""

    id: Name
    name: Text


class NoteRecord(Record):
    """Something to tell the team."""

    id: Name
    when: RawCondition
    title: Text
    short: Text | None = None
    tell: Text
    for_: tuple[Name, ...] = Field(alias="for", min_length=1)
    on_sheet: OnSheet = "later"
    cites: Cites = Field(min_length=1)


class SharedCautionRecord(Record):
    """A caution for every option of a group."""

    id: Name
    group: Name
    when: RawCondition
    because: Text
    cites: Cites = Field(min_length=1)


class SafetyFile(Record):
    """A file of ``safety/``."""

    groups: tuple[GroupRecord, ...] = ()
    notes: tuple[NoteRecord, ...] = ()
    shared: tuple[SharedCautionRecord, ...] = ()
