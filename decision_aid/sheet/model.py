"""The consultation sheet as frozen texts: what both the print view and the PDF show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from decision_aid.body_map.picture import BodyPicture

BlockName = Literal["pain", "tried", "tests", "safety", "options", "ways", "matters", "questions"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list, in the order in which it is read.

    Attributes:
        label: stands out.
        aside: a quieter word on the label.
        but: what stands against the text, as visible as the text; ``but_label`` stands out.
        remark: a quieter word on the text.
        rating: a number from 0 to 10 that is drawn beside the text as well.
    """

    text: str = ""
    label: str = ""
    aside: str = ""
    but_label: str = ""
    but: str = ""
    remark: str = ""
    rating: int | None = None

    @property
    def words(self) -> str:
        """Return everything that is written on the line."""
        texts = (self.label, self.aside, self.text, self.but_label, self.but, self.remark)
        return " ".join(filter(None, texts))


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a small heading of their own, or under none.

    Attributes:
        more: says how many lines were left out for want of room.
    """

    lines: tuple[Line, ...]
    title: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One topic of the sheet."""

    name: BlockName
    title: str
    parts: tuple[Part, ...]
    lead: str = ""


#: The blocks of the left and of the right column; the left one is read first.
Columns = tuple[tuple[Block, ...], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class SheetModel:
    """The whole sheet, from top to bottom.

    Attributes:
        pictures: where it hurts, one for each pain whose place can be drawn.
        picture_key: how to read them; empty when there is nothing to tell apart.
        by_hand: labels of blanks to fill in with a pen.
        own_words: what the person typed for the sheet; a label with an empty text leaves
            room to write by hand.
        told: what the person answered, in two columns.
        safety: a box across the page; its parts stand side by side.
        ahead: what to talk about, in two columns.
        notes: heading of the room that is left for notes.
        size: the text size in points at which it is expected to fill one page.
    """

    title: str
    scope: str
    by_hand: tuple[str, ...]
    own_words: tuple[Line, ...]
    pictures: tuple[BodyPicture, ...]
    picture_key: str
    told: Columns
    safety: Block
    ahead: Columns
    notes: str
    edition: str
    size: float

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return every block in reading order."""
        return (*self.told[0], *self.told[1], self.safety, *self.ahead[0], *self.ahead[1])

    def block(self, name: BlockName) -> Block | None:
        """Return the block of one topic."""
        return next((block for block in self.blocks if block.name == name), None)
