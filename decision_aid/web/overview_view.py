"""The overview as its page shows it: sections with their words, options, and why not."""

from __future__ import annotations

from dataclasses import dataclass

from decision_aid.overview.model import SECTION_HEADINGS, SECTIONS, Entry, Overview, Section
from decision_aid.rulebook.describe import value_in_words
from decision_aid.rulebook.model import Note, Rulebook
from decision_aid.rulebook.records import Option
from decision_aid.web.option_view import (
    ANYWHERE,
    EVERY_OPTION,
    KIND_HEADINGS,
    PLACES,
    ArgumentView,
    OptionView,
    argument_view,
    option_view,
    places_of,
)


@dataclass(frozen=True, slots=True)
class SectionWords:
    """What stands above a section of the overview, and in its place when it is empty."""

    heading: str
    says: str
    empty: str


SECTION_WORDS: dict[Section, SectionWords] = {
    "worth-asking": SectionWords(
        SECTION_HEADINGS["worth-asking"],
        "These fit what you told us. Only your team can tell whether one could help you.",
        "Nothing here fits what you told us more than anything else. That is common. "
        "You can still read about every option, and the sheet helps you say what matters to you.",
    ),
    "with-care": SectionWords(
        SECTION_HEADINGS["with-care"],
        "These fit too, but something speaks for care: a fact about you, or experts who disagree.",
        "Nothing came up here.",
    ),
    "after-other-steps": SectionWords(
        SECTION_HEADINGS["after-other-steps"],
        "These are sometimes offered for pain like yours. Another step usually comes before them.",
        "Nothing came up here.",
    ),
    "other": SectionWords(
        SECTION_HEADINGS["other"],
        "These did not come up from what you told us. You can read and ask about each of them.",
        "Every option came up above.",
    ),
}


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
    other_words: SectionWords

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
        other_words=SECTION_WORDS["other"],
    )


def _other(entry: Entry, overview: Overview, rulebook: Rulebook) -> OtherView:
    return OtherView(
        entry.option,
        places_of(entry.option, rulebook),
        tuple(argument_view(argument, rulebook) for argument in entry.of_kind("caution")),
        _why_not(entry, overview, rulebook),
    )


def _why_not(entry: Entry, overview: Overview, rulebook: Rulebook) -> str:
    place = overview.counted.get(PLACES)
    if isinstance(place, str) and not {place, ANYWHERE}.intersection(entry.option.sites):
        told = value_in_words(PLACES, place, rulebook)
        return f"It is about other places of pain. You told us: {told[:1].lower() + told[1:]}."
    return "Nothing you told us so far points to it."
