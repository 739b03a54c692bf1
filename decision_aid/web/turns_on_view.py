"""What an overview turns on, as its page shows it.

It explains what was told. Nothing here invites a person to answer in another way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from decision_aid.language import gettext as _
from decision_aid.overview.model import SECTION_HEADINGS, SECTIONS, Section
from decision_aid.reasons.hinges import Hinge, Move
from decision_aid.rulebook.describe import ask_of
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import Field, Rulebook
from decision_aid.rulebook.records import Option
from decision_aid.web.answer_words import answers_words, told_words

#: The section of options that did not come up.
OTHER: Section = "other"
#: So many choices of a list, told together, are still easy to follow.
TOGETHER = 2
#: Of more answers that all do the same, none is named: they are "anything else".
MANY_ANSWERS = 4


@dataclass(frozen=True, slots=True)
class Moved:
    """Options that would come up, go, or stand in another part, in order of name.

    ``part`` is the heading under which they would stand then.
    """

    kind: Literal["come", "go", "change"]
    part: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class WayView:
    """One way that an open question could go; ``answers`` is empty for all other answers."""

    answers: str
    moved: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class HingeView:
    """One question that the overview turns on.

    Attributes:
        told: what was answered; empty when the question was left out.
        come, go, change: options that some other answer would bring up, take away, or put
            in another part.
        ways: for someone who is not sure, the ways it could go.
    """

    ask: str
    told: str
    come: tuple[Option, ...]
    go: tuple[Option, ...]
    change: tuple[Option, ...]
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
    """Prepare a hinge. What could also come or go is not told to change as well."""
    field = rulebook.fields[hinge.field]
    come = {move.option for move in hinge.moves if move.before == OTHER}
    go = {move.option for move in hinge.moves if move.after == OTHER}
    return HingeView(
        ask=ask_of(hinge.field, rulebook),
        told="" if hinge.answer is None else told_words(hinge.answer, field, rulebook),
        come=_named(come, rulebook),
        go=_named(go, rulebook),
        change=_named({move.option for move in hinge.moves} - come - go, rulebook),
        ways=tuple(_way_views(hinge, field, rulebook)) if hinge.is_unsure else (),
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
            words = answers_words(answers, field, rulebook)
            yield WayView(words, tuple(_moved(moves, rulebook)))
    if rest is not None:
        yield WayView("", tuple(_moved(rest[1], rulebook)))


def _shortest(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    size = min(map(_size, answers))
    return tuple(answer for answer in answers if _size(answer) == size)


def _size(answer: Answer) -> int:
    return len(answer) if isinstance(answer, tuple) else 1


def _moved(moves: Iterable[Move], rulebook: Rulebook) -> Iterator[Moved]:
    """Yield what comes, then what changes its part, part by part, and then what goes."""
    groups: dict[tuple[Literal["come", "go", "change"], Section], set[str]] = {}
    for move in moves:
        kind: Literal["come", "go", "change"] = (
            "come" if move.before == OTHER else "go" if move.after == OTHER else "change"
        )
        groups.setdefault((kind, move.after), set()).add(move.option)
    for kind in ("come", "change", "go"):
        for part in SECTIONS:
            if (kind, part) in groups:
                options = _named(groups[kind, part], rulebook)
                yield Moved(kind, _(SECTION_HEADINGS[part]), options)


def _named(names: Iterable[str], rulebook: Rulebook) -> tuple[Option, ...]:
    return tuple(sorted((rulebook.options[n] for n in names), key=lambda o: o.name.lower()))
