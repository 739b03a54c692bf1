"""The sheet's own words: titles, leads and general questions. All others are of the rules."""

from __future__ import annotations

from collections.abc import Mapping

from decision_aid.overview.model import SECTION_HEADINGS, Section
from decision_aid.sheet.model import BlockName

TITLE = "My consultation sheet"
SCOPE = (
    "Prepared by me for my consultation, with a decision aid. Educational, not a diagnosis. "
    "No clinician has reviewed the content of the aid. "
    "Where the sheet says “you”, the aid is speaking to me."
)
BY_HAND = ("Name", "Date of my visit")
#: Below the pictures, when some places are the main one and some are not.
PICTURE_KEY = "On the drawing, solid is the pain I want help with. Hatched places hurt too."
NOTES = "Notes: what we agreed, and when we look again"

BOTHERS = "What bothers me most"
HOPES = "What I hope for"
WORRIES = "What worries me"

BLOCK_TITLES: Mapping[BlockName, str] = {
    "pain": "My pain",
    "tried": "What I tried, and whether it helped",
    "tests": "Scans and test injections",
    "safety": "Safety facts for the team",
    "options": "Procedures and tests to ask about",
    "ways": "Other ways forward",
    "matters": "What matters to me",
    "questions": "Questions I want to ask",
}


def title_of(block: BlockName, place: str) -> str:
    """Return the title of a topic; with a place when the sheet holds two pains.

    >>> title_of("pain", ""), title_of("pain", "knee")
    ('My pain', 'My pain: knee')
    """
    return f"{BLOCK_TITLES[block]}: {place}" if place else BLOCK_TITLES[block]


RATINGS = "In the last week, from 0 to 10"

#: The sections of the overview whose options come up, in the order of the sheet.
SECTION_TITLES: Mapping[Section, str] = {
    "worth-asking": SECTION_HEADINGS["worth-asking"],
    "with-care": "Fits what I told, with care",
    "after-other-steps": SECTION_HEADINGS["after-other-steps"],
}

BY_NAME = "In order of name; no order of merit."
NOT_IN_THE_AID = "The aid holds few procedures for this place yet. Which are in use?"
NO_PROCEDURE_CAME_UP = "No procedure came up more than another. That is common."
NOTHING_TO_TELL = "My answers named nothing to tell here."

CHOSEN = "I chose:"
WITH_CARE = "With care:"
CARE_IN_THE_AID = "(with care, see the aid)"

GENERAL_QUESTIONS = (
    "What happens if we wait?",
    "What else is there?",
    "What would success be for me, and when do we look?",
)
