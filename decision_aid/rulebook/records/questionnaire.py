"""Files of ``questionnaire/``: sections, screens, questions, choices."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from decision_aid.rulebook.records.base import FieldName, Name, RawCondition, Record, Text

Role = Literal["setting", "about", "pain", "urgent", "history", "tried", "tests", "safety", "sheet"]

#: What a question may be for that has to be answered: urgent signs, and what all else rests on.
MAY_BE_REQUIRED: frozenset[Role] = frozenset({"setting", "about", "pain", "urgent"})


class ChoiceRecord(Record):
    """One answer that can be chosen, or one row of a matrix."""

    id: FieldName
    text: Text
    hint: Text | None = None
    when: RawCondition = None
    exclusive: bool = False


class QuestionRecord(Record):
    """One question of the questionnaire."""

    id: FieldName
    type: Literal["one", "many", "number", "matrix", "text"]
    role: Role
    ask: Text
    short: Text | None = None
    why: Text
    hint: Text | None = None
    required: bool = False
    if_skipped: Literal["not_sure"] | None = None
    when: RawCondition = None
    choices: tuple[ChoiceRecord, ...] = ()
    rows: tuple[ChoiceRecord, ...] = ()
    min: int | None = None
    max: int | None = None
    most: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _fits_its_type(self) -> Self:
        if self.type == "number":
            if self.min is None or self.max is None or self.min >= self.max:
                raise ValueError("a question of type number needs min and max, min below max")
        elif self.type != "text" and not self.choices:
            raise ValueError(f"a question of type {self.type} needs choices")
        if (self.type == "matrix") != bool(self.rows):
            raise ValueError("rows belong to a question of type matrix, and it needs some")
        return self

    @model_validator(mode="after")
    def _text_is_read_by_no_rule(self) -> Self:
        if self.type != "text":
            if self.most is not None:
                raise ValueError("most belongs to a question of type text")
        elif self.most is None or self.choices or self.required:
            raise ValueError(
                "a question of type text needs most, no choices, and may be left empty"
            )
        elif self.role != "sheet":
            raise ValueError("a question of type text has the role sheet: no rule reads it")
        return self

    @model_validator(mode="after")
    def _may_be_left_open(self) -> Self:
        names = {choice.id for choice in self.choices}
        if self.role == "urgent" and "not_sure" not in names:
            raise ValueError("an urgent question offers the choice not_sure")
        if self.required and self.role not in MAY_BE_REQUIRED:
            allowed = ", ".join(sorted(MAY_BE_REQUIRED))
            raise ValueError(f"a question of this role may be skipped; required is for {allowed}")
        if self.if_skipped and self.if_skipped not in names:
            raise ValueError(f"if_skipped: {self.if_skipped} is not one of its choices")
        return self


class UrgentListRef(Record):
    """The place on a screen where a list of urgent signs is asked."""

    urgent_list: FieldName


class ScreenRecord(Record):
    """One page that the person sees."""

    id: Name
    title: Text | None = None
    intro: Text | None = None
    questions: tuple[QuestionRecord | UrgentListRef, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _many_questions_need_a_heading(self) -> Self:
        if len(self.questions) > 1 and self.title is None:
            raise ValueError("a screen with more than one question needs a title")
        return self


class SectionFile(Record):
    """A file of ``questionnaire/``."""

    section: Name
    title: Text
    after_overview: bool = False
    screens: tuple[ScreenRecord, ...] = Field(min_length=1)
