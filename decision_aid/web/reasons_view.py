"""Why not, and what an overview turns on, as their pages show it.

Everything here explains what was told. Nothing says which answer would bring something up
as an invitation to give it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from decision_aid.language import gettext as _
from decision_aid.overview.model import Entry, Section
from decision_aid.questionnaire.journey import Journey
from decision_aid.reasons.hinges import Hinge, Move
from decision_aid.reasons.nearest import Gap, Mixture, Nearest
from decision_aid.rulebook.describe import ask_of, choice_text
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import NOT_SURE, Field, Rulebook
from decision_aid.rulebook.points import Points, either, points_of, quoted
from decision_aid.rulebook.records import Option
from decision_aid.web.option_view import ArgumentView, argument_view

#: The section of options that did not come up.
OTHER: Section = "other"
#: So many choices of a list, told together, are still easy to follow.
TOGETHER = 2
#: Of more answers that all do the same, none is named: they are "anything else".
MANY_ANSWERS = 4


@dataclass(frozen=True, slots=True)
class GapView:
    """One answer that differs: the question, what brings the option up, what was told."""

    ask: str
    fits: str
    told: str
    unsure: bool


@dataclass(frozen=True, slots=True)
class WhyNotView:
    """Why one option did not come up.

    Attributes:
        elsewhere: it is about other places of pain.
        gaps: the answers in between; none when no rule ever brings the option up.
        others: whether other answers bring it up as well.
        first: why another step would still usually come first.
        rules: every rule that brings it up, with its id.
    """

    option: Option
    elsewhere: bool
    gaps: tuple[GapView, ...]
    others: bool
    first: tuple[str, ...]
    cautions: tuple[ArgumentView, ...]
    rules: tuple[tuple[str, Points], ...]


def why_not_view(
    entry: Entry, nearest: Nearest | None, journey: Journey, rulebook: Rulebook
) -> WhyNotView:
    """Prepare the reasons why an option did not come up."""
    rules = rulebook.rules_about(entry.option.id)
    asked = {f.id for s in journey.screens for q in s.questions for f in q.fields}
    return WhyNotView(
        option=entry.option,
        elsewhere=nearest is not None and nearest.elsewhere,
        gaps=tuple(_gap_view(gap, asked, rulebook) for gap in (nearest.gaps if nearest else ())),
        others=nearest is not None and nearest.others,
        first=tuple(r.because for r in rules if nearest and r.id in nearest.first),
        cautions=tuple(argument_view(a, rulebook) for a in entry.of_kind("caution")),
        rules=tuple((r.id, points_of(r.when, rulebook)) for r in rules if r.effect.value == "ask"),
    )


def _gap_view(gap: Gap, asked: Collection[str], rulebook: Rulebook) -> GapView:
    unsure = gap.answer in (NOT_SURE, (NOT_SURE,))
    if gap.field not in asked:
        told = _("We did not ask you this.")
    elif gap.answer is None:
        told = _("You left this out.")
    elif unsure:
        told = _("You are not sure.")
    else:
        told = _told(gap.answer, rulebook.fields[gap.field], rulebook)
    return GapView(ask_of(gap.field, rulebook), _fits(gap, rulebook), told, unsure)


def _fits(gap: Gap, rulebook: Rulebook) -> str:
    field = rulebook.fields[gap.field]
    mixtures = [fit for fit in gap.fits if isinstance(fit, Mixture)]
    if not mixtures:
        values: tuple[Answer, ...] = tuple(v for v in gap.fits if isinstance(v, str | int))
        return _answers(values, field, rulebook)
    single = {min(m.with_) for m in mixtures if len(m.with_) == 1 and not m.without}
    texts = [either(_texts(single, field, rulebook))] if single else []
    mixed = [m for m in mixtures if len(m.with_) != 1 or m.without]
    in_order = sorted(mixed, key=lambda m: (sorted(m.with_), sorted(m.without)))
    texts += [_mixture(mixture, field, rulebook) for mixture in in_order]
    return _("; or ").join(texts)


def _mixture(mixture: Mixture, field: Field, rulebook: Rulebook) -> str:
    without = either(_texts(mixture.without, field, rulebook)) if mixture.without else ""
    if not mixture.with_:
        return _("any answer but {choices}").format(choices=without) if without else _("any answer")
    together = _(" and ").join(quoted(text) for text in _texts(mixture.with_, field, rulebook))
    if not without:
        return together
    return _("{choices}, but not {without}").format(choices=together, without=without)


def _texts(choices: Collection[str], field: Field, rulebook: Rulebook) -> list[str]:
    return [choice_text(field.id, name, rulebook) for name in field.choices if name in choices]


def _told(answer: Answer, field: Field, rulebook: Rulebook) -> str:
    """Return what a person told, their choices of a list one after another."""
    if isinstance(answer, tuple):
        return ", ".join(quoted(text) for text in _texts(answer, field, rulebook))
    return _answers((answer,), field, rulebook)


def _answers(answers: Collection[Answer], field: Field, rulebook: Rulebook) -> str:
    """Return answers to choose from: in quotes, and numbers as spans."""
    if field.kind == "number":
        return _spans(sorted(n for n in answers if isinstance(n, int)), field)
    if field.kind == "one":
        return either(_texts([str(name) for name in answers], field, rulebook))
    lists = [answer for answer in answers if isinstance(answer, tuple)]
    return _(" or ").join(
        _(" and ").join(quoted(text) for text in _texts(answer, field, rulebook))
        for answer in lists
    )


def _spans(numbers: list[int], field: Field) -> str:
    """Return numbers as spans: 5, 6 … 10 of 10 is "5 or more"."""
    spans = []
    for _key, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _place, number in group]
        low, high = run[0], run[-1]
        if low == high:
            words = "{low}"
        elif high == field.high:
            words = _("{low} or more")
        elif low == field.low:
            words = _("{high} or less")
        else:
            words = _("{low} to {high}")
        spans.append(words.format(low=low, high=high))
    return _(" or ").join(spans)


@dataclass(frozen=True, slots=True)
class Moves:
    """Options that would come, go, or stand in another part, each in order of name."""

    come: tuple[Option, ...]
    go: tuple[Option, ...]
    change: tuple[Option, ...]

    def __bool__(self) -> bool:
        return bool(self.come or self.go or self.change)


@dataclass(frozen=True, slots=True)
class WayView:
    """One way that an open question could go; ``answers`` is empty for all other answers."""

    answers: str
    moves: Moves


@dataclass(frozen=True, slots=True)
class HingeView:
    """One question that the overview turns on.

    Attributes:
        told: what was answered; empty when the question was left out.
        ways: for someone who is not sure, the ways it could go.
    """

    ask: str
    told: str
    moves: Moves
    ways: tuple[WayView, ...]


@dataclass(frozen=True, slots=True)
class TurnsOnView:
    """What an overview turns on: first what is not sure, then what was answered."""

    unsure: tuple[HingeView, ...]
    answered: tuple[HingeView, ...]


def turns_on_view(hinges: tuple[Hinge, ...], rulebook: Rulebook) -> TurnsOnView:
    """Prepare the hinges of an overview."""
    views = [(hinge.is_unsure, _hinge_view(hinge, rulebook)) for hinge in hinges]
    return TurnsOnView(
        tuple(view for unsure, view in views if unsure),
        tuple(view for unsure, view in views if not unsure),
    )


def _hinge_view(hinge: Hinge, rulebook: Rulebook) -> HingeView:
    field = rulebook.fields[hinge.field]
    told = "" if hinge.answer is None else _told(hinge.answer, field, rulebook)
    return HingeView(
        ask_of(hinge.field, rulebook),
        told,
        _moves(hinge.moves, rulebook),
        tuple(_way_views(hinge, field, rulebook)) if hinge.is_unsure else (),
    )


def _way_views(hinge: Hinge, field: Field, rulebook: Rulebook) -> Iterator[WayView]:
    """Yield the ways it could go, each told once, and in the end what all other answers do.

    Of a list one choice alone is told, and several together only where they do something
    that none of them does alone.
    """
    short = [(_shortest(way.answers), frozenset(way.moves)) for way in hinge.ways]
    alone = frozenset(m for answers, moves in short if _size(answers[0]) == 1 for m in moves)
    told = [
        (answers, moves)
        for answers, moves in short
        if _size(answers[0]) == 1 or (_size(answers[0]) == TOGETHER and moves - alone)
    ]
    many = [way for way in told if field.kind != "number" and len(way[0]) > MANY_ANSWERS]
    rest = max(many, key=lambda way: len(way[0]), default=None)
    rest = rest or next((way for way in told if not way[1]), None)
    for answers, moves in told:
        if rest is None or answers is not rest[0]:
            yield WayView(_answers(answers, field, rulebook), _moves(moves, rulebook))
    if rest is not None:
        yield WayView("", _moves(rest[1], rulebook))


def _shortest(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    size = min(map(_size, answers))
    return tuple(answer for answer in answers if _size(answer) == size)


def _size(answer: Answer) -> int:
    return len(answer) if isinstance(answer, tuple) else 1


def _moves(moves: Iterable[Move], rulebook: Rulebook) -> Moves:
    """Sort moves by what they do; what could also come or go is not told to change as well."""
    moves = tuple(moves)
    come = {move.option for move in moves if move.before == OTHER}
    go = {move.option for move in moves if move.after == OTHER}
    change = {move.option for move in moves} - come - go
    return Moves(_named(come, rulebook), _named(go, rulebook), _named(change, rulebook))


def _named(names: Collection[str], rulebook: Rulebook) -> tuple[Option, ...]:
    return tuple(sorted((rulebook.options[n] for n in names), key=lambda o: o.name.lower()))
