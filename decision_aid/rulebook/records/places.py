"""``places.yaml``: what is known in general about pain in each place."""

from __future__ import annotations

from pydantic import Field

from decision_aid.rulebook.records.base import FieldName, Record, Text
from decision_aid.rulebook.records.options import Statement


class PainPlace(Record):
    """Pain in one place, for everyone and not about one person.

    Attributes:
        id: the choice of the question that asks where the main pain is.
        title: the heading of its page.
        what_it_can_be: what pain there can come from, in general.
        how_it_goes: how such pain tends to go on.
    """

    id: FieldName
    title: Text
    what_it_can_be: tuple[Statement, ...] = Field(min_length=1)
    how_it_goes: tuple[Statement, ...] = Field(min_length=1)


class PlacesFile(Record):
    """``places.yaml``."""

    places: tuple[PainPlace, ...]
