"""``ready.yaml``: four questions that a person may ask themselves before a choice."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from decision_aid.rulebook.records.base import Cites, Name, Record, Text
from decision_aid.rulebook.records.options import Statement

#: The pages that can help.
Help = Literal["overview", "options", "compare", "no-procedure", "what-matters", "sheet"]


class ReadyQuestion(Record):
    """One question, and what can help when the answer is no or not sure."""

    id: Name
    ask: Text
    if_not: tuple[Text, ...] = Field(min_length=1)
    go_to: tuple[Help, ...] = Field(min_length=1)
    cites: Cites = Field(min_length=1)


class ReadyFile(Record):
    """``ready.yaml``.

    Attributes:
        modelled_on: where the idea comes from, and that the words are our own.
    """

    questions: tuple[ReadyQuestion, ...] = Field(min_length=1)
    modelled_on: Statement
