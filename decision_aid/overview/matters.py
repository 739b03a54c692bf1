"""What matters to a person, row by row: each concern, and what every option does about it.

The answers say which concerns stand here and which are marked. They never change which
options stand here, what is told of them, or any order; and nothing is added up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from decision_aid.language import gettext as _
from decision_aid.overview.model import Overview
from decision_aid.overview.numbers import CERTAINTY_NAMES, in_short
from decision_aid.rulebook.describe import value_in_words
from decision_aid.rulebook.model import Question, Rulebook
from decision_aid.rulebook.records import (
    Certainty,
    ConcernRecord,
    FactRecord,
    Option,
    Outcome,
    Statement,
)

#: Numbers or statements of one part that are told at once; the page of the option has the others.
MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that an option does about a concern.

    Attributes:
        sure: how sure that is, in words.
        who: the people a number was counted in.
        known: False when it says that something is not known.
    """

    text: str
    sure: str
    who: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class Answered:
    """What one option does about a concern.

    Attributes:
        more: how many more things about it stand on the page of the option.
    """

    option: Option
    said: tuple[Said, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Concern:
    """One concern that the person rated, and what each option does about it.

    Attributes:
        rating: how much it matters, in the words of the choice.
        marked: it matters more.
    """

    id: str
    text: str
    rating: str
    marked: bool
    answered: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What else a person said matters: the words of the question, and the answer.

    Attributes:
        own: the answer is in the person's own words, which no rule reads.
    """

    asked: str
    answer: str
    own: bool


@dataclass(frozen=True, slots=True)
class Matters:
    """Everything that a person said matters, and what the options do about it.

    Attributes:
        concerns: what was rated, in the order of the questionnaire.
        unrated: the words of the concerns that were not rated.
        told: what else was said.
        options: no procedure first, then every option that came up, in order of name.
    """

    concerns: tuple[Concern, ...]
    unrated: tuple[str, ...]
    told: tuple[Told, ...]
    options: tuple[Option, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether the person said nothing about what matters."""
        return not self.concerns and not self.told


def options_to_weigh(overview: Overview) -> tuple[Option, ...]:
    """Return no procedure, and then every option that came up, in order of name."""
    options = [
        entry.option
        for entry in overview.entries
        if entry.section != "other" or entry.option.kind == "no-procedure"
    ]
    return tuple(sorted(options, key=lambda option: option.kind != "no-procedure"))


def matters_of(overview: Overview, rulebook: Rulebook) -> Matters:
    """Return what matters to the person, and what each option that came up does about it."""
    options = options_to_weigh(overview)
    concerns: list[Concern] = []
    unrated: list[str] = []
    told: list[Told] = []
    records = {concern.id: concern for concern in rulebook.matters.concerns}
    for question in rulebook.questions:
        if question.role != "sheet":
            continue
        if question.type != "matrix":
            told += _told(question, overview, rulebook)
            continue
        for row in question.rows:
            rating = overview.counted.get(row.id)
            if rating is None:
                unrated.append(row.text)
                continue
            answered = tuple(answered_by(option, records[row.id]) for option in options)
            concerns.append(
                Concern(
                    row.id,
                    row.text,
                    value_in_words(row.id, rating, rulebook),
                    rating in rulebook.matters.marked,
                    answered,
                )
            )
    return Matters(tuple(concerns), tuple(unrated), tuple(told), options)


def _told(question: Question, overview: Overview, rulebook: Rulebook) -> Iterator[Told]:
    answer = overview.counted.get(question.id)
    if answer is not None:
        words = value_in_words(question.id, answer, rulebook)
        yield Told(question.short or question.ask, words, own=question.type == "text")


def answered_by(option: Option, concern: ConcernRecord) -> Answered:
    """Return what an option does about a concern, taken from its own parts."""
    said = [_described(_first_that_holds(facts, option)) for facts in concern.facts]
    more = 0
    for part in concern.parts:
        lines = list(_part(part, option, concern))
        if not lines and concern.nothing:
            lines = [_unknown(concern.nothing)]
        said += lines[:MOST_LINES]
        more += len(lines[MOST_LINES:])
    return Answered(option, tuple(said), more)


def _part(part: str, option: Option, concern: ConcernRecord) -> Iterator[Said]:
    if part in {"benefit-numbers", "harm-numbers"}:
        yield from _numbers(option, part.removesuffix("-numbers"))
    elif part == "topic":
        yield from map(_number, (o for o in option.outcomes if concern.topic in o.about))
        statements = (*option.benefits, *option.harms, *option.burdens)
        yield from (_claimed(one) for one in statements if concern.topic in one.about)
    elif part == "burdens":
        yield from map(_described_by, option.burdens)
    elif part == "lasts":
        yield _claimed(option.timing.lasts)
    elif part == "recovery":
        yield _described_by(option.timing.recovery)
    else:
        yield _described_by(option.how_it_feels.life)


def _numbers(option: Option, side: str) -> Iterator[Said]:
    """Yield the numbers of a side; without any, that there is none, and what is told in words."""
    counted = [o for o in option.outcomes if o.side == side and not o.about]
    if counted:
        yield from map(_number, counted)
        return
    gap = option.no_number.benefit if side == "benefit" else option.no_number.harm
    if gap:
        yield _unknown(gap)
    statements = option.benefits if side == "benefit" else option.harms
    yield from (_claimed(one) for one in statements if not one.about)


def _number(outcome: Outcome) -> Said:
    return Said(in_short(outcome), certainty_name(outcome.certainty), outcome.population)


def certainty_name(certainty: Certainty) -> str:
    """Return how sure a number is, in words."""
    return _(CERTAINTY_NAMES[certainty])


def _claimed(statement: Statement) -> Said:
    if statement.unknown:
        return _unknown(statement.text)
    return Said(statement.text, certainty_name("not-graded"))


def _described_by(statement: Statement) -> Said:
    return _unknown(statement.text) if statement.unknown else _described(statement.text)


def _described(text: str) -> Said:
    return Said(text, _("As our sources describe it"))


def _unknown(text: str) -> Said:
    return Said(text, _("Not known"), known=False)


def _first_that_holds(facts: tuple[FactRecord, ...], option: Option) -> str:
    return next(
        fact.says
        for fact in facts
        if fact.holds_for_all
        or option.id in fact.options
        or not set(fact.groups).isdisjoint(option.groups)
    )
