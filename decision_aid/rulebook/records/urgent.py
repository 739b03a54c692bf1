"""Files of ``urgent/``: signs, combinations, reasons to stop, care cards, numbers to ring."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from decision_aid.rulebook.records.base import Cites, FieldName, Name, RawCondition, Record, Text

Urgency = Literal["emergency", "same_day", "soon"]
CardId = Literal["emergency", "same_day", "soon", "crisis", "not_sure"]


class SignRecord(Record):
    """One urgent sign of a list."""

    id: Name
    choice: FieldName
    text: Text
    one_by_one: Text
    urgency: Urgency
    because: Text
    cites: Cites = Field(min_length=1)


class UrgentListFile(Record):
    """A list of urgent signs that is asked as one question."""

    list: FieldName
    ask: Text
    why: Text
    hint: Text | None = None
    when: RawCondition = None
    old_and_checked: Text | None = None
    signs: tuple[SignRecord, ...] = Field(min_length=1)


class UrgencyEffect(Record):
    """What a rule about urgency does."""

    urgency: Urgency
    crisis: bool = False


class UrgencyRuleRecord(Record):
    """A combination of answers that is urgent together."""

    id: Name
    when: RawCondition
    then: UrgencyEffect
    says: Text
    because: Text
    cites: Cites = Field(min_length=1)


class UrgencyRulesFile(Record):
    """A file of ``urgent/`` that holds rules."""

    rules: tuple[UrgencyRuleRecord, ...] = Field(min_length=1)


class StopRecord(Record):
    """A reason why this aid is not the right place, and where to go instead."""

    id: Name
    when: RawCondition
    at: Literal["once", "after-urgent-signs"]
    title: Text
    says: tuple[Text, ...] = Field(min_length=1)
    go_to: tuple[Text, ...] = Field(min_length=1)
    change: FieldName
    change_text: Text
    cites: Cites = Field(min_length=1)


class NoticeRecord(Record):
    """Something that is said once before the person goes on, and again on the overview."""

    id: Name
    when: RawCondition
    title: Text
    says: tuple[Text, ...] = Field(min_length=1)
    cites: Cites = Field(min_length=1)


class OutOfScopeFile(Record):
    """``urgent/out-of-scope.yaml``."""

    stops: tuple[StopRecord, ...]
    notices: tuple[NoticeRecord, ...]


class CareLine(Record):
    """One thing to do, shown only where the country has the number it needs."""

    text: Text
    needs: Literal["advice", "emergency", "crisis", "no_advice"] | None = None


class CardRecord(Record):
    """What a care card says."""

    id: CardId
    title: Text
    says: tuple[Text, ...]
    do: tuple[CareLine, ...] = Field(min_length=1)


class NumberRecord(Record):
    """A telephone number and what it is for."""

    number: Text | None = None
    what: Text


class CrisisLineRecord(Record):
    """A crisis line; ``texts_only`` when it takes written messages and no calls."""

    number: Text
    name: Text
    when: Text
    texts_only: bool = False


class CountryRecord(Record):
    """The numbers of one country."""

    id: FieldName
    name: Text
    emergency: NumberRecord
    advice: NumberRecord | None = None
    crisis: tuple[CrisisLineRecord, ...] = ()
    cites: Cites
    checked_on: date


class CareFile(Record):
    """``urgent/care.yaml``."""

    cards: tuple[CardRecord, ...]
    countries: tuple[CountryRecord, ...]
    footer: Text

    @model_validator(mode="after")
    def _has_every_card(self) -> Self:
        ids = [card.id for card in self.cards]
        for name in get_args(CardId):
            if ids.count(name) != 1:
                raise ValueError(f'the card "{name}" stands {ids.count(name)} times, not once')
        return self
