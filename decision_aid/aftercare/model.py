"""Aftercare of one option as frozen texts: what both the page and the PDF show."""

from __future__ import annotations

from dataclasses import dataclass

from decision_aid.rulebook.records import Source, WatchUrgency


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, with the numbers of its sources in the list of the whole."""

    text: str
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs that call for the same help.

    Attributes:
        title: what they call for.
        signs: what to watch for.
        do: what to do then, with the numbers of the country.
    """

    urgency: WatchUrgency
    title: str
    signs: tuple[Said, ...]
    do: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A table to fill in by hand, and how to do that."""

    id: str
    title: str
    how: tuple[Said, ...]
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aftercare:
    """All that one option's pages hold.

    Attributes:
        option: the plain name of the option.
        scope: what these pages are, and that no clinician has reviewed them.
        by_hand: labels of blanks on top.
        signs: the most urgent first; empty where nothing is done to a person.
        ask: what to ask the team about signs, or whom to ring where there are none.
        reminder: stands above the papers when they are on a page of their own.
        first_days: what to expect; empty where nothing is done to a person.
    """

    option: str
    title: str
    scope: str
    by_hand: tuple[str, ...]
    signs: tuple[Signs, ...]
    ask: str
    reminder: str
    first_days: tuple[Said, ...]
    papers: tuple[Paper, ...]
    sources: tuple[Source, ...]
    edition: str
