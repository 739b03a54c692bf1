"""The sheet's own words: titles, leads and general questions. All others are of the rules.

Each is asked for when a sheet is made, in the language that is spoken then.
"""

from __future__ import annotations

from collections.abc import Mapping

from decision_aid.body_map.picture import BodyPicture
from decision_aid.language import gettext as _
from decision_aid.language import ngettext
from decision_aid.overview.model import SECTION_HEADINGS, Section
from decision_aid.rulebook.model import Edition
from decision_aid.sheet.model import BlockName


def title() -> str:
    """Return the title of the whole sheet."""
    return _("My consultation sheet")


def glance() -> str:
    """Return the title of the first page."""
    return _("Page 1 of 2: for the team, at a glance")


def talk() -> str:
    """Return the title of the second page."""
    return _("Page 2 of 2: for our talk")


def scope() -> str:
    """Return what the sheet is and is not."""
    return _(
        "Prepared by me for my consultation, with a decision aid. Educational, not a diagnosis. "
        "No clinician has reviewed the content of the aid. "
        "Where the sheet says “you”, the aid is speaking to me."
    )


def name() -> str:
    """Return the label of the blank for the person's name."""
    return _("Name")


def date() -> str:
    """Return the label of the blank for the date of the visit."""
    return _("Date of my visit")


def bothers() -> str:
    """Return the label of the first of the own words."""
    return _("What bothers me most")


def hopes() -> str:
    """Return the label of the second of the own words."""
    return _("What I hope for")


def worries() -> str:
    """Return the label of the third of the own words."""
    return _("What worries me")


def own_question() -> str:
    """Return the label of a question of one's own."""
    return _("A question of my own")


def block_titles() -> Mapping[BlockName, str]:
    """Return the title of each topic."""
    return {
        "pain": _("My pain"),
        "tried": _("What I tried, and whether it helped"),
        "tests": _("Scans and test injections"),
        "safety": _("Safety facts for the team"),
        "options": _("Procedures and tests to ask about"),
        "questions": _("Questions I want to ask"),
        "matters": _("What matters to me"),
        "ways": _("Other ways forward"),
        "ready": _("To have ready for the team"),
    }


def title_of(block: BlockName, place: str) -> str:
    """Return the title of a topic; with a place when the sheet holds two pains.

    >>> title_of("pain", ""), title_of("pain", "knee")
    ('My pain', 'My pain: knee')
    """
    title = block_titles()[block]
    return f"{title}: {place}" if place else title


def section_titles() -> Mapping[Section, str]:
    """Return the sections of the overview whose options come up, in the order of the sheet."""
    worth_asking, after = SECTION_HEADINGS["worth-asking"], SECTION_HEADINGS["after-other-steps"]
    return {
        "worth-asking": _(worth_asking),
        "with-care": _("Fits what I told, with care"),
        "after-other-steps": _(after),
    }


def ratings() -> str:
    """Return the title of the numbers about a pain."""
    return _("In the last week, from 0 to 10")


def out_of_ten(value: int) -> str:
    """Return a number from 0 to 10 in words that stay on one row."""
    return _("{value}\u00a0of\u00a010").format(value=value)


def picture_key(picture: BodyPicture) -> str:
    """Return how to read a drawing: what is solid and what hatched, if there are both."""
    side = _("The drawing does not show which side.")
    kinds = _("Solid: the pain I want help with. Hatched: hurts too.")
    return f"{kinds} {side}" if picture.main and picture.others else side


def by_name() -> str:
    """Return what the order of options means."""
    return _("In order of name; no order of merit.")


def not_in_the_aid() -> str:
    """Return what stands in place of procedures that the aid does not hold."""
    return _("The aid holds few procedures for this place yet. Which are in use?")


def no_procedure_came_up() -> str:
    """Return what stands in place of procedures when none came up."""
    return _("No procedure came up more than another. That is common.")


def nothing_to_tell() -> str:
    """Return what stands in place of safety facts when there are none."""
    return _("My answers named nothing to tell here.")


def also() -> str:
    """Return the label of the safety facts that follow the first ones."""
    return _("Also:")


def several(count: int) -> str:
    """Say that several choices were chosen that there is no room for."""
    return ngettext("{count} chosen", "{count} chosen", count).format(count=count)


def with_care() -> str:
    """Return the label of a reason for care."""
    return _("With care:")


def care_in_the_aid() -> str:
    """Return a word on something that has a reason for care which is not on the sheet."""
    return _("(with care, see the aid)")


def general_questions() -> Mapping[str, str]:
    """Return the questions that fit any visit, each with a name of its own."""
    return {
        "wait": _("What happens if we wait?"),
        "else": _("What else is there?"),
        "success": _("What would success be for me, and when do we look?"),
    }


def company() -> str:
    """Return the label of the blank for who comes along."""
    return _("Who comes with me, and what help I need")


def agreed() -> tuple[str, ...]:
    """Return the labels of the blanks that are filled in together."""
    return (
        _("What we agreed"),
        _("The next step, and who takes it"),
        _("When we look again"),
        _("Whom I can ring with questions"),
    )


def notes() -> str:
    """Return the heading of the room that is left for notes."""
    return _("My notes")


def edition(made_with: Edition) -> str:
    """Return which edition of the knowledge base the sheet was made with."""
    return _("Knowledge base: edition {version} of {date} ({digest}).").format(
        version=made_with.version,
        date=made_with.date.isoformat(),
        digest=made_with.digest[:12],
    )


def more(count: int) -> str:
    """Say that *count* things were left out, or nothing.

    >>> more(3), more(0)
    ('and 3 more, see the aid', '')
    """
    left_out = ngettext("and {count} more, see the aid", "and {count} more, see the aid", count)
    return left_out.format(count=count) if count else ""
