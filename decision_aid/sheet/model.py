"""The consultation sheet as frozen texts: what the print view, the PDF and the message show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from decision_aid.body_map.picture import BodyPicture

BlockName = Literal[
    "pain", "tried", "tests", "safety", "options", "questions", "matters", "ways", "ready"
]


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
        columns: the lines, in one column or in several side by side; the first is read first.
        more: says how many lines were left out for want of room.
    """

    columns: tuple[tuple[Line, ...], ...]
    title: str = ""
    more: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return every line in reading order."""
        return tuple(line for column in self.columns for line in column)


@dataclass(frozen=True, slots=True)
class Block:
    """One topic of the sheet.

    Attributes:
        picture: stands beside the last part.
        key: how to read the picture.
    """

    name: BlockName
    title: str
    parts: tuple[Part, ...]
    lead: str = ""
    picture: BodyPicture | None = None
    key: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return every line in reading order."""
        return tuple(line for part in self.parts for line in part.lines)


#: Topics across the page in one column, or in two of which the left one is read first.
Row = tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """The first page, from top to bottom: what a team reads in a moment.

    Attributes:
        own_words: what the person typed for the sheet; a label with an empty text leaves
            room to write by hand.
        told: what the person answered.
        safety: a box across the page.
        options: what came up, for two pains side by side.
        size: the text size in points at which it is expected to fit one page.
    """

    title: str
    own_words: tuple[Line, ...]
    told: tuple[Row, ...]
    safety: Block
    options: Row
    size: float

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return every block in reading order."""
        told = (block for row in self.told for column in row for block in column)
        return (*told, self.safety, *(block for column in self.options for block in column))


@dataclass(frozen=True, slots=True)
class Talk:
    """The second page: what the person takes into the talk, and room to write.

    Attributes:
        topics: questions, what matters, other ways, what to have ready.
        company: label of a blank to fill in before the visit.
        agreed: labels of blanks to fill in together.
        notes: heading of the room that is left for notes.
        size: the text size in points at which it is expected to fit one page.
    """

    title: str
    topics: Row
    company: str
    agreed: tuple[str, ...]
    notes: str
    size: float

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return every block in reading order."""
        return tuple(block for column in self.topics for block in column)


@dataclass(frozen=True, slots=True)
class SheetModel:
    """The whole sheet: two pages.

    Attributes:
        language: the language that it is written in.
        name: label of a blank that stands on both pages, should they part.
        date: label of another blank.
    """

    language: str
    title: str
    scope: str
    name: str
    date: str
    glance: Glance
    talk: Talk
    edition: str

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return every block in reading order."""
        return (*self.glance.blocks, *self.talk.blocks)

    def block(self, name: BlockName) -> Block | None:
        """Return the first block of one topic."""
        return next((block for block in self.blocks if block.name == name), None)
