"""The sheet's own words: titles, leads and general questions. All others are of the rules."""

from __future__ import annotations

from collections.abc import Mapping

from decision_aid.language import gettext as _
from decision_aid.language import mark
from decision_aid.overview.model import SECTION_HEADINGS, Section
from decision_aid.sheet.model import BlockName

TITLE = mark("My consultation sheet")
SCOPE = mark(
    "Prepared by me for my consultation, with a decision aid. Educational, not a diagnosis. "
    "No clinician has reviewed the content of the aid. "
    "Where the sheet says “you”, the aid is speaking to me."
)
BY_HAND = (mark("Name"), mark("Date of my visit"))
#: Below the pictures, when some places are the main one and some are not.
PICTURE_KEY = mark("On the drawing, solid is the pain I want help with. Hatched places hurt too.")
NOTES = mark("Notes: what we agreed, and when we look again")

BOTHERS = mark("What bothers me most")
HOPES = mark("What I hope for")
WORRIES = mark("What worries me")

BLOCK_TITLES: Mapping[BlockName, str] = {
    "pain": mark("My pain"),
    "tried": mark("What I tried, and whether it helped"),
    "tests": mark("Scans and test injections"),
    "safety": mark("Safety facts for the team"),
    "options": mark("Procedures and tests to ask about"),
    "ways": mark("Other ways forward"),
    "matters": mark("What matters to me"),
    "questions": mark("Questions I want to ask"),
}


def title_of(block: BlockName, place: str) -> str:
    """Return the title of a topic; with a place when the sheet holds two pains.

    >>> title_of("pain", ""), title_of("pain", "knee")
    ('My pain', 'My pain: knee')
    """
    title = _(BLOCK_TITLES[block])
    return f"{title}: {place}" if place else title


RATINGS = mark("In the last week, from 0 to 10")

#: The sections of the overview whose options come up, in the order of the sheet.
SECTION_TITLES: Mapping[Section, str] = {
    "worth-asking": SECTION_HEADINGS["worth-asking"],
    "with-care": mark("Fits what I told, with care"),
    "after-other-steps": SECTION_HEADINGS["after-other-steps"],
}

BY_NAME = mark("In order of name; no order of merit.")
NOT_IN_THE_AID = mark("The aid holds few procedures for this place yet. Which are in use?")
NO_PROCEDURE_CAME_UP = mark("No procedure came up more than another. That is common.")
NOTHING_TO_TELL = mark("My answers named nothing to tell here.")

CHOSEN = mark("I chose:")
WITH_CARE = mark("With care:")
CARE_IN_THE_AID = mark("(with care, see the aid)")

GENERAL_QUESTIONS = (
    mark("What happens if we wait?"),
    mark("What else is there?"),
    mark("What would success be for me, and when do we look?"),
)
