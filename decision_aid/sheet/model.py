"""The consultation sheet as frozen texts: what both the print view and the PDF show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockName = Literal["pain", "tried", "tests", "safety", "options", "ways", "matters", "questions"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a label that stands out, a text, and a quieter remark.

    Attributes:
        rating: a number from 0 to 10 that is drawn beside the text as well.
    """

    text: str
    label: str = ""
    remark: str = ""
    rating: int | None = None


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


@dataclass(frozen=True, slots=True)
class SheetModel:
    """The whole sheet.

    Attributes:
        own_words: what the person typed for the sheet; a label with an empty text leaves
            room to write by hand.
        left: the blocks of the first column, in reading order.
        right: the blocks of the second column.
        size: the text size in points at which it is expected to fill one page.
    """

    title: str
    scope: str
    by_hand: tuple[str, ...]
    own_words: tuple[Line, ...]
    left: tuple[Block, ...]
    right: tuple[Block, ...]
    edition: str
    size: float

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return every block in reading order."""
        return self.left + self.right

    def block(self, name: BlockName) -> Block | None:
        """Return the block of one topic."""
        return next((block for block in self.blocks if block.name == name), None)
