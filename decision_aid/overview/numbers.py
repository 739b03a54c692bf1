"""Numbers in words, in a table and as a picture, all from one value, so that they cannot disagree.

Follows the rules of risk communication in ``docs/numbers.md``: natural frequencies
with one denominator, both arms, both framings, the group and the time beside every
number, certainty in GRADE's words (Santesso and others 2020), and no icon array
where there was no comparison group.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from decision_aid.rulebook.describe import inside_sentence
from decision_aid.rulebook.records import Certainty, Outcome

CERTAINTY_NAMES: dict[Certainty, str] = {
    "high": "High certainty",
    "moderate": "Moderate certainty",
    "low": "Low certainty",
    "very-low": "Very low certainty",
    "not-graded": "Certainty not rated by the source",
}

NO_COMPARISON = (
    "There was no comparison group, so nobody knows how many would have had this anyway."
)

#: The largest number of people that outcomes are counted out of.
MOST_PEOPLE = 1000


@dataclass(frozen=True, slots=True)
class Group:
    """A run of people in an icon array.

    Attributes:
        role: ``anyway`` (it happens with and without), ``because`` (only with),
            ``spared`` (only without) or ``rest``.
        count: how many people.
        label: what they are, for the legend.
    """

    role: str
    count: int
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """One arm, counted both ways round, for the table.

    Attributes:
        arm: with it, or without it and what was done in its place.
        had: how many people it happened to.
        had_not: how many it did not happen to.
    """

    arm: str
    had: str
    had_not: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """One outcome of one option, ready to be shown.

    Attributes:
        title: what was counted.
        headline: the certainty and the direction in one sentence.
        with_words: how many had it with the option, with group and time.
        without_words: how many had it without; None when nobody was compared.
        other_frame: the same told by those who did not have it.
        certainty: how sure this is, in two or three words.
        rows: the table, one row an arm.
        groups: the icon array, in the order in which it is filled; empty when nobody
            was compared.
        picture_words: the icon array as a sentence, for those who do not see it.
    """

    outcome: Outcome
    title: str
    headline: str
    with_words: str
    without_words: str | None
    other_frame: str
    certainty: str
    rows: tuple[Row, ...]
    groups: tuple[Group, ...]
    picture_words: str


def numbers_of(outcome: Outcome, option: str) -> Numbers:
    """Return an outcome as words and pictures; *option* is the plain name of the option."""
    groups = tuple(_groups(outcome))
    return Numbers(
        outcome=outcome,
        title=f"How many people {outcome.event}",
        headline=_headline(outcome),
        with_words=(
            f"With this ({inside_sentence(option)}): {out_of(outcome.with_, outcome.people)} "
            f"people {outcome.event} {outcome.time}."
        ),
        without_words=_without_words(outcome),
        other_frame=_other_frame(outcome),
        certainty=CERTAINTY_NAMES[outcome.certainty],
        rows=tuple(_rows(outcome)),
        groups=groups,
        picture_words=_picture_words(outcome, groups),
    )


def out_of(count: int, people: int) -> str:
    """Return a natural frequency.

    >>> out_of(48, 100), out_of(4, 1000), out_of(0, 1000)
    ('48 out of 100', '4 out of 1,000', 'fewer than 1 out of 1,000')
    """
    return f"{counted(count, people)} out of {people:,}"


def counted(count: int, people: int) -> str:
    """Return how many, as a number; none and all of 1,000 are said with care.

    >>> counted(0, 100), counted(0, 1000), counted(1000, 1000)
    ('0', 'fewer than 1', 'more than 999')
    """
    if people == MOST_PEOPLE and count in {0, people}:
        return "more than 999" if count else "fewer than 1"
    return f"{count:,}"


def _headline(outcome: Outcome) -> str:
    if outcome.without is None:
        return NO_COMPARISON
    event, other = outcome.event, outcome.comparator
    if outcome.certainty == "very-low" or outcome.effect == "not-known":
        unknown = (
            f"We do not know whether it changes how many people {event}, compared with {other}."
        )
        very_low = " The evidence is very uncertain."
        return unknown + (very_low if outcome.certainty == "very-low" else "")
    if outcome.certainty == "not-graded":
        number = {"more": "more", "fewer": "fewer"}.get(outcome.effect, "about as many")
        seen = f"In what was studied, {number} people {event}, compared with {other}."
        return f"{seen} The source does not rate how sure this is."
    return _graded(outcome, event, other)


def _graded(outcome: Outcome, event: str, other: str) -> str:
    likely = {"high": "", "moderate": "probably ", "low": "may "}[outcome.certainty]
    if outcome.effect == "little-or-no-difference":
        verb = "make" if outcome.certainty == "low" else "makes"
        return (
            f"It {likely}{verb} little or no difference to how many people {event}, "
            f"compared with {other}."
        )
    number = outcome.effect
    if outcome.certainty == "low":
        return f"Compared with {other}, it may be that {number} people {event}."
    return f"Compared with {other}, {likely}{number} people {event}."


def _without_words(outcome: Outcome) -> str | None:
    if outcome.without is None:
        return None
    return (
        f"Without it ({outcome.comparator}): {out_of(outcome.without, outcome.people)} people "
        f"{outcome.event} {outcome.time}."
    )


def _other_frame(outcome: Outcome) -> str:
    rest = out_of(outcome.people - outcome.with_, outcome.people)
    if outcome.without is None:
        return f"The other way round: {rest} people {outcome.otherwise}."
    other = out_of(outcome.people - outcome.without, outcome.people)
    return (
        f"The other way round: with this, {rest} people {outcome.otherwise}; "
        f"without it, {other} people {outcome.otherwise}."
    )


def _rows(outcome: Outcome) -> Iterator[Row]:
    yield _row("With this", outcome.with_, outcome.people)
    if outcome.without is not None:
        yield _row(f"Without it ({outcome.comparator})", outcome.without, outcome.people)


def _row(arm: str, had: int, people: int) -> Row:
    return Row(arm, counted(had, people), counted(people - had, people))


def _groups(outcome: Outcome) -> Iterator[Group]:
    if outcome.without is None:
        return
    both = min(outcome.with_, outcome.without)
    yield Group("anyway", both, "with it and without it")
    if outcome.with_ > outcome.without:
        yield Group("because", outcome.with_ - both, "only with it")
    elif outcome.without > outcome.with_:
        yield Group("spared", outcome.without - both, "only without it")
    yield Group("rest", outcome.people - max(outcome.with_, outcome.without), outcome.otherwise)


def _picture_words(outcome: Outcome, groups: tuple[Group, ...]) -> str:
    if not groups:
        return ""
    parts = [
        f"{counted(group.count, outcome.people)} {outcome.event} {group.label}"
        for group in groups[:-1]
        if group.count
    ]
    if groups[-1].count:
        rest = counted(groups[-1].count, outcome.people)
        parts.append(f"{rest} {outcome.otherwise} either way")
    return f"Of {outcome.people:,} people {outcome.time}: {'; '.join(parts)}."
