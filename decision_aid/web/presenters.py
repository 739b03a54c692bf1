"""What the pages show, prepared as values, so that templates only loop, choose and print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from decision_aid.overview.model import SECTIONS, Argument, Entry, Overview, Section
from decision_aid.overview.numbers import Numbers, numbers_of
from decision_aid.rulebook.describe import choice_text, value_in_words
from decision_aid.rulebook.model import Note, Rulebook
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
PLACES = "main_region"
#: Numbers of one option that are shown at first; the others are one click away (RC10).
FIRST_NUMBERS = 5

KINDS: dict[OptionKind, str] = {
    "procedure": "Procedure",
    "test": "Test",
    "other-care": "Other way forward",
    "no-procedure": "No procedure",
}
KIND_HEADINGS: dict[OptionKind, str] = {
    "no-procedure": "Carrying on without a procedure",
    "other-care": "Other ways forward",
    "test": "Tests",
    "procedure": "Procedures",
}
STANCES: dict[Stance, str] = {"for": "In favour", "against": "Against", "mixed": "Mixed"}
#: A note for this group belongs to every option, so it stands once on top and not beside each.
EVERY_OPTION = "all"


@dataclass(frozen=True, slots=True)
class SectionWords:
    """What stands above a section of the overview, and in its place when it is empty."""

    heading: str
    says: str
    empty: str


SECTION_WORDS: dict[Section, SectionWords] = {
    "worth-asking": SectionWords(
        "Worth asking about",
        "These fit what you told us. Only your team can tell whether one could help you.",
        "Nothing here fits what you told us more than anything else. That is common. "
        "You can still read about every option, and the sheet helps you say what matters to you.",
    ),
    "with-care": SectionWords(
        "Fits what you told us, with care",
        "These fit too, but something speaks for care: a fact about you, or experts who disagree.",
        "Nothing came up here.",
    ),
    "after-other-steps": SectionWords(
        "Usually comes after other steps",
        "These are sometimes offered for pain like yours. Another step usually comes before them.",
        "Nothing came up here.",
    ),
    "other": SectionWords(
        "Other options",
        "These did not come up from what you told us. You can read and ask about each of them.",
        "Every option came up above.",
    ),
}


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
    """One argument about an option, with the sources behind it."""

    argument: Argument
    sources: tuple[Source, ...]


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
        return tuple(
            ArgumentView(argument, tuple(self.rulebook.sources[name] for name in argument.cites))
            for argument in (self.entry.of_kind(kind) if self.entry else ())
        )

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
        kind=KINDS[option.kind],
        places=places_of(option, rulebook),
        words=Words(rulebook.glossary, option.id),
        benefits=_side(sides["benefit"], shown[0], option.no_number.benefit),
        harms=_side(sides["harm"], shown[1], option.no_number.harm),
        stances=tuple(_stances(option)),
        sources=tuple(rulebook.sources[name] for name in dict.fromkeys(_cites(option))),
        overdue=option.review_by < datetime.now(tz=UTC).date(),
        entry=entry,
        rulebook=rulebook,
    )


def places_of(option: Option, rulebook: Rulebook) -> str:
    """Return the places of pain an option is about, in words."""
    if ANYWHERE in option.sites:
        return "any place"
    names = [choice_text(PLACES, site, rulebook) for site in option.sites]
    return "; ".join(name[:1].lower() + name[1:] for name in names)


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


def _stances(option: Option) -> Iterator[StanceView]:
    for stance, name in STANCES.items():
        positions = tuple(p for p in option.positions if p.stance == stance)
        if positions:
            yield StanceView(name, positions)


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


# The overview


@dataclass(frozen=True, slots=True)
class OtherView:
    """One option that did not come up, with the reason for care or why it did not."""

    option: Option
    places: str
    cautions: tuple[ArgumentView, ...]
    why: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section of the overview."""

    id: Section
    words: SectionWords
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The whole overview of one person, apart from urgent signs."""

    overview: Overview
    sections: tuple[SectionView, ...]
    no_procedure: tuple[OptionView, ...]
    others: tuple[tuple[str, tuple[OtherView, ...]], ...]

    @property
    def team_notes(self) -> tuple[Note, ...]:
        """Return what to tell the team, whatever is talked about."""
        return tuple(note for note in self.overview.notes if note.is_for_team)

    @property
    def kind_words(self) -> tuple[Note, ...]:
        """Return what is said to the person alone, beside every result."""
        return tuple(
            note
            for note in self.overview.notes
            if not note.is_for_team and EVERY_OPTION in note.groups
        )

    @property
    def came_up(self) -> int:
        """Return how many options came up."""
        return sum(len(section.options) for section in self.sections)


def overview_view(overview: Overview, rulebook: Rulebook) -> OverviewView:
    """Prepare an overview. Carrying on without a procedure stands apart, always in full."""
    apart = {e.option.id for e in overview.entries if e.option.kind == "no-procedure"}
    listed = [entry for entry in overview.entries if entry.option.id not in apart]
    others = [entry for entry in listed if entry.section == "other"]
    return OverviewView(
        overview=overview,
        sections=tuple(
            SectionView(
                name,
                SECTION_WORDS[name],
                tuple(option_view(e.option, rulebook, e) for e in listed if e.section == name),
            )
            for name in SECTIONS
            if name != "other"
        ),
        no_procedure=tuple(
            option_view(e.option, rulebook, e) for e in overview.entries if e.option.id in apart
        ),
        others=tuple(
            (heading, tuple(_other(e, overview, rulebook) for e in others if e.option.kind == kind))
            for kind, heading in KIND_HEADINGS.items()
            if any(e.option.kind == kind for e in others)
        ),
    )


def _other(entry: Entry, overview: Overview, rulebook: Rulebook) -> OtherView:
    view = option_view(entry.option, rulebook, entry)
    return OtherView(
        entry.option, view.places, view.arguments("caution"), _why_not(entry, overview, rulebook)
    )


def _why_not(entry: Entry, overview: Overview, rulebook: Rulebook) -> str:
    place = overview.counted.get(PLACES)
    if isinstance(place, str) and not {place, ANYWHERE}.intersection(entry.option.sites):
        told = value_in_words(PLACES, place, rulebook)
        return f"It is about other places of pain. You told us: {told[:1].lower() + told[1:]}."
    return "Nothing you told us so far points to it."


def day(when: date) -> str:
    """Return a date as people say it.

    >>> day(date(2026, 3, 4))
    '4 March 2026'
    """
    return f"{when.day} {when:%B %Y}"
