"""An overview and the person's own words into a consultation sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from decision_aid.body_map.picture import picture_of
from decision_aid.language import gettext as _
from decision_aid.overview.model import Overview
from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.pains import fields_of_one_pain, parted
from decision_aid.rulebook.describe import inside_sentence, value_in_words
from decision_aid.rulebook.model import PLACE, Rulebook
from decision_aid.sheet.ahead import options_to_ask_about, other_ways_forward, questions_to_ask
from decision_aid.sheet.model import Block, Line, SheetModel
from decision_aid.sheet.own_words import OwnWords
from decision_aid.sheet.room import ROOMS, Room, in_columns, size_for
from decision_aid.sheet.safety import safety_facts
from decision_aid.sheet.told import Told
from decision_aid.sheet.words import (
    BOTHERS,
    BY_HAND,
    HOPES,
    NOTES,
    PICTURE_KEY,
    SCOPE,
    TITLE,
    WORRIES,
    title_of,
)


def sheet_of(
    overview: Overview, rulebook: Rulebook, own_words: OwnWords, aside: Overview | None = None
) -> SheetModel:
    """Return the sheet, shortened as much as one page asks for and no more.

    The same answers, edition and words give the same sheet.

    Args:
        overview: what came out for the pain.
        rulebook: the rules.
        own_words: what the person typed for this sheet.
        aside: what came out for a second pain, if there is one.
    """
    overviews = (overview, aside) if aside else (overview,)
    for room in ROOMS:
        sheet = _sheet_in(room, overviews, rulebook, own_words)
        size = size_for(sheet, room)
        if size:
            return replace(sheet, size=size)
    return _sheet_in(ROOMS[-1], overviews, rulebook, own_words)


def _sheet_in(
    room: Room, overviews: tuple[Overview, ...], rulebook: Rulebook, own_words: OwnWords
) -> SheetModel:
    # Of what both pains share the first one's answers count, which are the same.
    counted = {name: answer for one in reversed(overviews) for name, answer in one.counted.items()}
    person = Told(counted, rulebook, room)
    pains = tuple(_pains(overviews, rulebook, room))
    drawn = (picture_of(one.counted, rulebook, n) for n, one in enumerate(overviews, start=1))
    pictures = tuple(picture for picture in drawn if picture)
    edition = rulebook.edition
    return SheetModel(
        title=_(TITLE),
        scope=_(SCOPE),
        by_hand=tuple(map(_, BY_HAND)),
        own_words=(
            Line(own_words.bothers, _(BOTHERS)),
            Line(own_words.hopes, _(HOPES)),
            Line(own_words.worries, _(WORRIES)),
        ),
        pictures=pictures,
        picture_key=_(PICTURE_KEY) if any(p.main and p.others for p in pictures) else "",
        told=in_columns(
            (
                *(pain.pain() for pain in pains),
                *person.tried(),
                *_tests(person, pains),
            )
        ),
        safety=safety_facts(overviews, rulebook, room),
        ahead=in_columns(
            (
                *(
                    options_to_ask_about(one, room, title_of("options", pain.place))
                    for one, pain in zip(overviews, pains, strict=True)
                ),
                other_ways_forward(overviews, room),
                *person.matters(),
                questions_to_ask(overviews, room),
            )
        ),
        notes=_(NOTES),
        edition=_("Knowledge base: edition {version} of {date} ({digest}).").format(
            version=edition.version, date=edition.date.isoformat(), digest=edition.digest[:12]
        ),
        size=room.smallest,
    )


def _pains(overviews: tuple[Overview, ...], rulebook: Rulebook, room: Room) -> Iterator[Told]:
    for overview in overviews:
        told = overview.counted.get(PLACE)
        place = value_in_words(PLACE, told, rulebook) if told and len(overviews) > 1 else ""
        yield Told(overview.counted, rulebook, room, inside_sentence(place))


def _tests(person: Told, pains: tuple[Told, ...]) -> Iterator[Block]:
    """Yield what tests said; with two pains what belongs to one of them stands beside its place."""
    if len(pains) == 1:
        yield from person.tests()
        return
    own = fields_of_one_pain(person.rulebook)
    about_person = parted(Answers.of(person.counted), own)[1]
    yield from replace(person, counted=about_person).tests()
    for pain in pains:
        about_pain = parted(Answers.of(pain.counted), own)[0]
        yield from replace(pain, counted=about_pain).tests()
