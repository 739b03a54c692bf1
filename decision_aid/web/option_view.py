"""An option as the pages show it: values, so that templates only loop, choose and print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from decision_aid.language import gettext as _
from decision_aid.language import mark
from decision_aid.overview.model import Argument, Entry
from decision_aid.overview.numbers import Numbers, numbers_of
from decision_aid.rulebook.describe import (
    choice_text,
    inside_sentence,
    label_of,
    value_in_words,
)
from decision_aid.rulebook.model import PLACE, Note, Rulebook
from decision_aid.rulebook.points import Points, points_of
from decision_aid.rulebook.records import (
    ArgumentKind,
    Option,
    OptionKind,
    Outcome,
    Position,
    Source,
    Stance,
    Statement,
)
from decision_aid.web.icon_array import IconArray, icon_array
from decision_aid.web.words import Words

ANYWHERE = "any"
#: Numbers of one option that are shown at first; the others are one click away (RC10).
FIRST_NUMBERS = 5

KINDS: dict[OptionKind, str] = {
    "procedure": mark("Procedure"),
    "test": mark("Test"),
    "other-care": mark("Other way forward"),
    "no-procedure": mark("No procedure"),
}
KIND_HEADINGS: dict[OptionKind, str] = {
    "no-procedure": mark("Carrying on without a procedure"),
    "other-care": mark("Other ways forward"),
    "test": mark("Tests"),
    "procedure": mark("Procedures"),
}
STANCES: dict[Stance, str] = {
    "for": mark("In favour"),
    "against": mark("Against"),
    "mixed": mark("Mixed"),
}
#: A note for this group belongs to every option, so it stands once on top and not beside each.
EVERY_OPTION = "all"


@dataclass(frozen=True, slots=True)
class NumbersView:
    """One outcome, ready to be shown."""

    numbers: Numbers
    picture: IconArray | None
    sources: tuple[Source, ...]

    @property
    def outcome(self) -> Outcome:
        """Return the outcome itself."""
        return self.numbers.outcome


@dataclass(frozen=True, slots=True)
class Side:
    """The numbers of one side of an option: what it may bring, or what may go wrong."""

    shown: tuple[NumbersView, ...]
    more: tuple[NumbersView, ...]
    gap: str | None


@dataclass(frozen=True, slots=True)
class StanceView:
    """What expert groups with the same stance say."""

    name: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class ArgumentView:
    """One argument about an option, with what it rests on.

    Attributes:
        answers: the answers that made the rule fire, one line a question.
        points: the rule.
    """

    argument: Argument
    sources: tuple[Source, ...]
    answers: tuple[str, ...]
    points: Points


def argument_view(argument: Argument, rulebook: Rulebook) -> ArgumentView:
    """Prepare an argument."""
    return ArgumentView(
        argument,
        tuple(rulebook.sources[name] for name in argument.cites),
        tuple(
            f"{label_of(field, rulebook)} {value_in_words(field, answer, rulebook)}"
            for field, answer in argument.answers.items()
        ),
        points_of(argument.when, rulebook),
    )


@dataclass(frozen=True, slots=True)
class OptionView:
    """One option, ready to be shown in full, with what the answers said about it."""

    option: Option
    kind: str
    places: str
    words: Words
    benefits: Side
    harms: Side
    stances: tuple[StanceView, ...]
    sources: tuple[Source, ...]
    overdue: bool
    entry: Entry | None
    rulebook: Rulebook

    def anchor(self, name: str) -> str:
        """Return an id on the page that no other option shares."""
        return f"{self.option.id}--{name}"

    def cited(self, cites: Iterable[str]) -> tuple[tuple[int, Source], ...]:
        """Return sources with the numbers they have in the list of this option."""
        numbers = {source.id: i for i, source in enumerate(self.sources, start=1)}
        return tuple((numbers[name], self.rulebook.sources[name]) for name in cites)

    def arguments(self, kind: ArgumentKind) -> tuple[ArgumentView, ...]:
        """Return what the answers said of one kind; nothing when no answers were read."""
        found = self.entry.of_kind(kind) if self.entry else ()
        return tuple(argument_view(argument, self.rulebook) for argument in found)

    @property
    def did_not_come_up(self) -> bool:
        """Tell whether answers were read and did not bring the option up."""
        return self.entry is not None and self.entry.section == "other"

    @property
    def notes(self) -> tuple[Note, ...]:
        """Return what to tell the team about this option in particular."""
        return tuple(note for note in self._own_notes() if note.is_for_team)

    @property
    def to_know(self) -> tuple[Note, ...]:
        """Return what the person may want to know before this option is talked about."""
        return tuple(note for note in self._own_notes() if not note.is_for_team)

    def _own_notes(self) -> Iterator[Note]:
        for note in self.entry.notes if self.entry else ():
            if EVERY_OPTION not in note.groups:
                yield note


def option_view(option: Option, rulebook: Rulebook, entry: Entry | None = None) -> OptionView:
    """Prepare an option; *entry* is what came out for it, if answers were read."""
    sides = {
        side: [_numbers_view(o, option, rulebook) for o in option.outcomes if o.side == side]
        for side in ("benefit", "harm")
    }
    shown = _shown(len(sides["benefit"]), len(sides["harm"]))
    return OptionView(
        option=option,
        kind=_(KINDS[option.kind]),
        places=places_of(option, rulebook),
        words=Words(rulebook.glossary, option.id),
        benefits=_side(sides["benefit"], shown[0], option.no_number.benefit),
        harms=_side(sides["harm"], shown[1], option.no_number.harm),
        stances=stances_of(option),
        sources=tuple(rulebook.sources[name] for name in dict.fromkeys(_cites(option))),
        overdue=option.review_by < datetime.now(tz=UTC).date(),
        entry=entry,
        rulebook=rulebook,
    )


def places_of(option: Option, rulebook: Rulebook) -> str:
    """Return the places of pain an option is about, in words."""
    if ANYWHERE in option.sites:
        return _("any place")
    names = [choice_text(PLACE, site, rulebook) for site in option.sites]
    return "; ".join(map(inside_sentence, names))


def _numbers_view(outcome: Outcome, option: Option, rulebook: Rulebook) -> NumbersView:
    numbers = numbers_of(outcome, option.name)
    sources = tuple(rulebook.sources[name] for name in outcome.cites)
    return NumbersView(numbers, icon_array(numbers.groups), sources)


def _side(views: list[NumbersView], shown: int, gap: str | None) -> Side:
    return Side(tuple(views[:shown]), tuple(views[shown:]), gap)


def _shown(benefits: int, harms: int) -> tuple[int, int]:
    """Return how many numbers of each side are shown at first: as many of one as of the other.

    >>> _shown(2, 3), _shown(4, 4), _shown(1, 6), _shown(0, 2)
    ((2, 3), (2, 2), (1, 2), (0, 2))
    """
    if benefits + harms <= FIRST_NUMBERS:
        return benefits, harms
    return min(benefits, FIRST_NUMBERS // 2), min(harms, FIRST_NUMBERS // 2)


def stances_of(option: Option) -> tuple[StanceView, ...]:
    """Return what expert groups say, sorted by stance; a stance that nobody takes is left out."""
    found = (
        StanceView(_(name), tuple(p for p in option.positions if p.stance == stance))
        for stance, name in STANCES.items()
    )
    return tuple(stance for stance in found if stance.positions)


def _cites(option: Option) -> Iterator[str]:
    """Yield the sources of an option in the order in which its page shows them."""
    statements: list[Statement] = [option.what_it_is, option.what_happens]
    if option.test:
        test = option.test
        statements += [test.measures, test.if_positive, test.if_negative]
        statements += [test.can_mislead, test.without_need]
    feels, timing = option.how_it_feels, option.timing
    statements += [feels.body, feels.mind, feels.life]
    statements += [*option.benefits, *option.harms, *option.burdens]
    statements += [timing.starts, timing.lasts, timing.recovery]
    for statement in statements:
        yield from statement.cites
    for outcome in option.outcomes:
        yield from outcome.cites
    for position in option.positions:
        yield from position.cites
    for statement in (*option.usually_first, *option.reasons_for_care):
        yield from statement.cites
