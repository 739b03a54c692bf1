"""An overview and the person's own words into a consultation sheet."""

from __future__ import annotations

from dataclasses import replace

from decision_aid.overview.model import Overview
from decision_aid.rulebook.model import Rulebook
from decision_aid.sheet.ahead import options_to_ask_about, other_ways_forward, questions_to_ask
from decision_aid.sheet.model import Line, SheetModel
from decision_aid.sheet.own_words import OwnWords
from decision_aid.sheet.room import ROOMS, Room, in_columns, size_for
from decision_aid.sheet.safety import safety_facts
from decision_aid.sheet.told import Told
from decision_aid.sheet.words import BOTHERS, BY_HAND, HOPES, NOTES, SCOPE, TITLE, WORRIES


def sheet_of(overview: Overview, rulebook: Rulebook, own_words: OwnWords) -> SheetModel:
    """Return the sheet, shortened as much as one page asks for and no more.

    The same answers, edition and words give the same sheet.
    """
    for room in ROOMS:
        sheet = _sheet_in(room, overview, rulebook, own_words)
        size = size_for(sheet, room)
        if size:
            return replace(sheet, size=size)
    return _sheet_in(ROOMS[-1], overview, rulebook, own_words)


def _sheet_in(
    room: Room, overview: Overview, rulebook: Rulebook, own_words: OwnWords
) -> SheetModel:
    told = Told(overview.counted, rulebook, room)
    return SheetModel(
        title=TITLE,
        scope=SCOPE,
        by_hand=BY_HAND,
        own_words=(
            Line(own_words.bothers, BOTHERS),
            Line(own_words.hopes, HOPES),
            Line(own_words.worries, WORRIES),
        ),
        told=in_columns((told.pain(), *told.tried(), *told.tests())),
        safety=safety_facts(overview, rulebook, room),
        ahead=in_columns(
            (
                options_to_ask_about(overview, room),
                other_ways_forward(overview, room),
                *told.matters(),
                questions_to_ask(overview, room),
            )
        ),
        notes=NOTES,
        edition=f"Knowledge base: edition {overview.edition}.",
        size=room.smallest,
    )
