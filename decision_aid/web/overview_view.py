"""The overview as its page shows it: sections with their words, options, and why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from decision_aid.language import gettext as _
from decision_aid.language import mark
from decision_aid.overview.model import SECTION_HEADINGS, SECTIONS, Entry, Overview, Section
from decision_aid.rulebook.describe import inside_sentence, value_in_words
from decision_aid.rulebook.model import PLACE, Note, Rulebook
from decision_aid.rulebook.records import Option
from decision_aid.web.option_view import (
    ANYWHERE,
    EVERY_OPTION,
    KIND_HEADINGS,
    ArgumentView,
    OptionView,
    argument_view,
    option_view,
)
from decision_aid.web.words import Words


@dataclass(frozen=True, slots=True)
class SectionWords:
    """What stands above a section of the overview, and in its place when it is empty."""

    heading: str
    says: str
    empty: str


SECTION_WORDS: dict[Section, SectionWords] = {
    "worth-asking": SectionWords(
        SECTION_HEADINGS["worth-asking"],
        mark("These fit what you told us. Only your team can tell whether one could help you."),
        mark(
            "Nothing here fits what you told us more than anything else. That is common. "
            "You can still read about every option, and the sheet helps you say what matters "
            "to you."
        ),
    ),
    "with-care": SectionWords(
        SECTION_HEADINGS["with-care"],
        mark(
            "These fit too, but something speaks for care: a fact about you, or experts who "
            "disagree."
        ),
        mark("Nothing came up here."),
    ),
    "after-other-steps": SectionWords(
        SECTION_HEADINGS["after-other-steps"],
        mark(
            "These are sometimes offered for pain like yours. Another step usually comes before "
            "them."
        ),
        mark("Nothing came up here."),
    ),
    "other": SectionWords(
        SECTION_HEADINGS["other"],
        mark(
            "These did not come up from what you told us. You can read and ask about each of them."
        ),
        mark("Every option came up above."),
    ),
}


#: In place of an empty first section when something came up with care.
ONLY_WITH_CARE = mark(
    "Nothing came up without a reason to be careful. The next part holds what fits, "
    "with that reason beside it."
)
#: Above the options that are about other places of pain than the one that was told.
ELSEWHERE = mark("About other places of pain")


@dataclass(frozen=True, slots=True)
class OtherView:
    """One option that did not come up, with the reasons to be careful that were found."""

    option: Option
    cautions: tuple[ArgumentView, ...]


@dataclass(frozen=True, slots=True)
class OtherGroup:
    """Options that did not come up and that stand together.

    Attributes:
        says: why none of them came up, where one sentence holds for all.
    """

    heading: str
    says: str
    options: tuple[OtherView, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section of the overview."""

    id: Section
    words: SectionWords
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The whole overview of one person, apart from urgent signs.

    Attributes:
        words: the words of the page that are explained at its end.
    """

    overview: Overview
    sections: tuple[SectionView, ...]
    no_procedure: tuple[OptionView, ...]
    others: tuple[OtherGroup, ...]
    other_words: SectionWords
    words: Words

    @property
    def shown_sections(self) -> tuple[SectionView, ...]:
        """Return the sections that hold something, and the first one in any case."""
        return tuple(s for s in self.sections if s.options or s.id == "worth-asking")

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
    return OverviewView(
        overview=overview,
        sections=tuple(
            SectionView(
                name,
                _words_of(name, overview),
                tuple(option_view(e.option, rulebook, e) for e in listed if e.section == name),
            )
            for name in SECTIONS
            if name != "other"
        ),
        no_procedure=tuple(
            option_view(e.option, rulebook, e) for e in overview.entries if e.option.id in apart
        ),
        others=tuple(
            _other_groups([e for e in listed if e.section == "other"], overview, rulebook)
        ),
        other_words=_words_of("other", overview),
        words=Words(rulebook.glossary, "overview"),
    )


def _words_of(section: Section, overview: Overview) -> SectionWords:
    words = SECTION_WORDS[section]
    if section == "worth-asking" and overview.section("with-care"):
        words = replace(words, empty=ONLY_WITH_CARE)
    return SectionWords(_(words.heading), _(words.says), _(words.empty))


def _other_groups(
    entries: list[Entry], overview: Overview, rulebook: Rulebook
) -> Iterator[OtherGroup]:
    """Yield options by kind, and at the end those about other places, with that reason once."""
    place = overview.counted.get(PLACE)
    elsewhere = [
        entry
        for entry in entries
        if isinstance(place, str)
        and not {place, ANYWHERE}.intersection(entry.option.sites)
        and not entry.arguments
    ]
    for kind, heading in KIND_HEADINGS.items():
        here = [e for e in entries if e.option.kind == kind and e not in elsewhere]
        if here:
            yield OtherGroup(_(heading), "", tuple(_other(entry, rulebook) for entry in here))
    if elsewhere:
        told = inside_sentence(value_in_words(PLACE, str(place), rulebook))
        says = _("These are about other places. You told us: {place}.").format(place=told)
        yield OtherGroup(_(ELSEWHERE), says, tuple(_other(entry, rulebook) for entry in elsewhere))


def _other(entry: Entry, rulebook: Rulebook) -> OtherView:
    cautions = tuple(argument_view(argument, rulebook) for argument in entry.of_kind("caution"))
    return OtherView(entry.option, cautions)
