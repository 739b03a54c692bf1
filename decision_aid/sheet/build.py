"""An overview and the person's own words into a consultation sheet of two pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from decision_aid.language import spoken
from decision_aid.overview.model import Overview
from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.pains import fields_of_one_pain, parted
from decision_aid.rulebook.describe import inside_sentence, value_in_words
from decision_aid.rulebook.model import PLACE, Rulebook
from decision_aid.sheet import words
from decision_aid.sheet.ahead import options_to_ask_about, other_ways_forward, questions_to_ask
from decision_aid.sheet.model import Glance, Line, Row, SheetModel, Talk
from decision_aid.sheet.own_words import OwnWords
from decision_aid.sheet.room import (
    GLANCE_ROOMS,
    TALK_ROOMS,
    Room,
    fitted,
    height_of_glance,
    height_of_talk,
    in_columns,
)
from decision_aid.sheet.safety import safety_facts, to_have_ready
from decision_aid.sheet.told import Told


def sheet_of(
    overview: Overview,
    rulebook: Rulebook,
    own_words: OwnWords,
    aside: Overview | None = None,
    kept: Collection[str] | None = None,
) -> SheetModel:
    """Return the sheet, each page shortened as much as it takes to fit and no more.

    The same answers, edition and words give the same sheet.

    Args:
        overview: what came out for the pain.
        rulebook: the rules.
        own_words: what the person typed for this sheet.
        aside: what came out for a second pain, if there is one.
        kept: the names of the questions that the person kept; all of them when it is None.
    """
    person = _Person((overview, aside) if aside else (overview,), rulebook, own_words, kept)
    return SheetModel(
        language=spoken(),
        title=words.title(),
        scope=words.scope(),
        name=words.name(),
        date=words.date(),
        glance=fitted(person.glance, GLANCE_ROOMS, height_of_glance),
        talk=fitted(person.talk, TALK_ROOMS, height_of_talk),
        edition=words.edition(rulebook.edition),
    )


@dataclass(frozen=True, slots=True)
class _Person:
    """Someone with one pain or two, and what they want on the sheet."""

    overviews: tuple[Overview, ...]
    rulebook: Rulebook
    own_words: OwnWords
    kept: Collection[str] | None

    def glance(self, room: Room) -> Glance:
        """Return the first page in the room there is."""
        told = self._told(room)
        pains = tuple(self._pains(room))
        return Glance(
            title=words.glance(),
            own_words=(
                Line(self.own_words.bothers, words.bothers()),
                Line(self.own_words.hopes, words.hopes()),
                Line(self.own_words.worries, words.worries()),
            ),
            told=tuple(_told_of_two(told, pains)) if len(pains) > 1 else (_told_of_one(pains[0]),),
            safety=safety_facts(self.overviews, self.rulebook, room),
            options=tuple(
                (options_to_ask_about(one, room, pain.place),)
                for one, pain in zip(self.overviews, pains, strict=True)
            ),
            size=room.smallest,
        )

    def talk(self, room: Room) -> Talk:
        """Return the second page in the room there is."""
        topics = (
            questions_to_ask(self.overviews, room, self.own_words.question, self.kept),
            *self._told(room).matters(),
            other_ways_forward(self.overviews, room),
            to_have_ready(self.overviews, self.rulebook, room),
        )
        return Talk(
            title=words.talk(),
            topics=in_columns([topic for topic in topics if topic]),
            company=words.company(),
            agreed=words.agreed(),
            notes=words.notes(),
            size=room.smallest,
        )

    def _told(self, room: Room) -> Told:
        """Return what was told, whatever hurts; of what both pains share, the first one's."""
        both = reversed(self.overviews)
        counted = {name: answer for one in both for name, answer in one.counted.items()}
        return Told(counted, self.rulebook, room)

    def _pains(self, room: Room) -> Iterator[Told]:
        for number, overview in enumerate(self.overviews, start=1):
            told = overview.counted.get(PLACE)
            named = told and len(self.overviews) > 1
            place = value_in_words(PLACE, told, self.rulebook) if told and named else ""
            yield Told(overview.counted, self.rulebook, room, inside_sentence(place), number)


def _told_of_one(pain: Told) -> Row:
    """Return a pain, and beside it what was tried and tested, if anything was."""
    columns = (pain.pain(),), (*pain.tried(), *pain.tests())
    return tuple(column for column in columns if column)


def _told_of_two(person: Told, pains: tuple[Told, ...]) -> Iterator[Row]:
    """Yield both pains side by side, each with what tests said of it, and then the rest."""
    own = fields_of_one_pain(person.rulebook)
    _, shared = parted(Answers.of(person.counted), own)
    about_pains = (
        replace(pain, counted=parted(Answers.of(pain.counted), own)[0]) for pain in pains
    )
    yield tuple(
        (pain.pain(), *alone.tests()) for pain, alone in zip(pains, about_pains, strict=True)
    )
    others = (*person.tried(), *replace(person, counted=shared).tests())
    if others:
        yield in_columns(others)
