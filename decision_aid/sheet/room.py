"""How much fits on one page: shortening, and an estimate of the room that texts take.

An estimate and not a measurement, so that the sheet stays a pure function of the answers.
It errs on the side of too little room; the PDF measures again before it prints.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from decision_aid.language import gettext as _
from decision_aid.sheet.model import Block, Columns, Line, Part, SheetModel

#: A4 less the margins, in points.
PAGE_WIDTH, PAGE_HEIGHT = 516, 773
COLUMN_WIDTH, BOX_COLUMN_WIDTH, WORDS_WIDTH = 250, 243, 152
#: What a picture beside the own words takes, and how much narrower each field becomes.
PICTURE_HEIGHT, NARROWER = 80, 23

#: Shares of the text size: from one row to the next, a letter of middle width.
ROW, LETTER = 1.14, 0.465
#: Rows end at a word, so a text takes a little more than its width.
SLACK = 1.05
#: The title, the heading of the box, the edition and what is between them.
HEADINGS = 8.5

_WIDE = frozenset("mwMW@%")
_SENTENCE_END = re.compile(r"(?<=[.?!]) (?=[^a-z])")
_EXAMPLES = re.compile(r",? such as .*|, if .*| \([^)]*\)")


@dataclass(frozen=True, slots=True)
class Room:
    """How much of each topic is shown, from generous to tight.

    Attributes:
        smallest: the smallest text size, in points, before less is shown.
        reason: characters of the reason for a procedure; the first sentence stands in any case.
        care: the same for the reason for care.
        way: the same for the reason for another way forward.
        listed: characters of a list of answers.
        options: options under one heading.
        told: safety facts with what to tell; the others stand by their title.
        facts: safety facts in all.
        questions: questions that come from options.
    """

    smallest: float
    reason: int
    care: int
    way: int
    listed: int
    options: int
    told: int
    facts: int
    questions: int


ROOMS = (
    Room(
        9.0, reason=240, care=320, way=160, listed=400, options=12, told=12, facts=40, questions=4
    ),
    Room(9.0, reason=170, care=240, way=100, listed=260, options=9, told=10, facts=40, questions=4),
    Room(8.5, reason=140, care=200, way=70, listed=200, options=7, told=10, facts=40, questions=3),
    Room(8.5, reason=110, care=160, way=1, listed=160, options=6, told=8, facts=40, questions=3),
    Room(8.0, reason=90, care=140, way=1, listed=140, options=5, told=6, facts=30, questions=2),
    Room(8.0, reason=1, care=140, way=1, listed=90, options=3, told=4, facts=18, questions=2),
    Room(8.0, reason=1, care=100, way=1, listed=60, options=3, told=3, facts=12, questions=1),
    Room(8.0, reason=1, care=100, way=1, listed=40, options=2, told=1, facts=10, questions=0),
    # Only someone who tells of two pains and chooses nearly everything comes to these.
    Room(8.0, reason=1, care=1, way=1, listed=20, options=1, told=0, facts=8, questions=0),
    Room(7.0, reason=1, care=1, way=1, listed=1, options=1, told=0, facts=4, questions=0),
)

SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)


def without_examples(text: str) -> str:
    """Return a choice without its examples and explanations.

    >>> without_examples("Strong painkillers (opioids, such as codeine, tramadol or morphine)")
    'Strong painkillers'
    """
    return _EXAMPLES.sub("", text).strip()


def sentences(text: str, room: int) -> str:
    """Return as many whole sentences as fit into *room* characters, at least the first.

    >>> sentences("It hurts. It has lasted. Ask.", 25)
    'It hurts. It has lasted.'
    """
    kept = ""
    for sentence in _SENTENCE_END.split(text):
        longer = f"{kept} {sentence}".strip()
        if kept and len(longer) > room:
            break
        kept = longer
    return kept


def listed(items: Sequence[str], room: int) -> tuple[str, int]:
    """Return items as one text of about *room* characters, and how many were left out."""
    kept: list[str] = []
    for item in items:
        if kept and len("; ".join([*kept, item])) > room:
            break
        kept.append(item)
    if len(items) - len(kept) == 1:  # it takes no more room than to say that it is missing
        kept.append(items[-1])
    return "; ".join(kept), len(items) - len(kept)


def more(count: int) -> str:
    """Say that *count* things were left out, or nothing.

    >>> more(3), more(0)
    ('and 3 more, see the aid', '')
    """
    return _("and {count} more, see the aid").format(count=count) if count else ""


def width_of(text: str) -> float:
    """Return the width of a text in letters of middle width."""
    return sum(map(_width, text))


@lru_cache(maxsize=4096)
def _width(character: str) -> float:
    if character.islower() or character == " ":
        return 1.7 if character in _WIDE else 1.0
    if unicodedata.east_asian_width(character) in "WF":
        return 2.0
    return 1.8 if character in _WIDE else 1.3


@dataclass(frozen=True, slots=True)
class Extent:
    """What something takes: texts, each of a width, and gaps in shares of the text size."""

    widths: tuple[float, ...] = ()
    gaps: float = 0.0

    def __add__(self, other: Extent) -> Extent:
        return Extent(self.widths + other.widths, self.gaps + other.gaps)

    def height(self, column: float, size: float) -> float:
        """Return the height in points in a column of *column* points."""
        room = column / (size * LETTER)
        rows = sum(max(1, math.ceil(width * SLACK / room)) for width in self.widths)
        return size * (rows * ROW + self.gaps)


def extent_of_words(line: Line) -> Extent:
    """Return what one field of the person's own words takes."""
    return Extent((width_of(line.text),), 1.5) if line.text else Extent((), 5.0)


def extent_of_block(block: Block) -> Extent:
    """Return what one topic takes, its parts one below the other."""
    start = Extent((width_of(block.lead),) if block.lead else (), 2.6)
    return sum(map(extent_of_part, block.parts), start)


def extent_of_part(part: Part) -> Extent:
    """Return what the lines under one heading take."""
    widths = [width_of(line.words) + 3 for line in part.lines]
    gaps = len(widths) * 0.06 + (1.9 if part.title else 0) + (0.6 if part.more else 0)
    return Extent((*widths, *([width_of(part.more)] if part.more else ())), gaps)


def in_two(extents: Sequence[Extent]) -> int:
    """Return where to cut a run of texts so that two columns are about equally high."""
    heights = [extent.height(COLUMN_WIDTH, 9) for extent in extents]
    cuts = range(1, len(heights) + 1)
    return min(cuts, key=lambda cut: max(sum(heights[:cut]), sum(heights[cut:])), default=0)


def in_columns(blocks: Sequence[Block]) -> Columns:
    """Return blocks in two columns of about the same height, in reading order."""
    cut = in_two([extent_of_block(block) for block in blocks])
    return tuple(blocks[:cut]), tuple(blocks[cut:])


def lines_in_columns(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return lines in two columns of about the same height, in reading order."""
    cut = in_two([extent_of_part(Part((line,))) for line in lines])
    return tuple(lines[:cut]), tuple(lines[cut:])


@dataclass(frozen=True, slots=True)
class Layout:
    """The extents of a whole sheet, taken once and asked at several text sizes."""

    scope: Extent
    words: tuple[Extent, ...]
    pictures: int
    columns: tuple[tuple[Extent, Extent], ...]
    safety: tuple[Extent, ...]

    @classmethod
    def of(cls, sheet: SheetModel) -> Layout:
        """Return the layout of a sheet."""
        return cls(
            Extent((width_of(sheet.scope),)),
            tuple(map(extent_of_words, sheet.own_words)),
            len(sheet.pictures),
            tuple((_column(left), _column(right)) for left, right in (sheet.told, sheet.ahead)),
            tuple(map(extent_of_part, sheet.safety.parts)),
        )

    def height(self, size: float) -> float:
        """Return about how many points high the sheet is at a text size."""
        return (
            size * HEADINGS
            + self.scope.height(PAGE_WIDTH, size)
            + self._height_of_words(size)
            + sum(max(c.height(COLUMN_WIDTH, size) for c in pair) for pair in self.columns)
            + max((extent.height(BOX_COLUMN_WIDTH, size) for extent in self.safety), default=0)
        )

    def _height_of_words(self, size: float) -> float:
        width = WORDS_WIDTH - NARROWER * self.pictures
        drawn = PICTURE_HEIGHT + size * ROW if self.pictures else 0
        return max(drawn, *(extent.height(width, size) for extent in self.words))


def _column(blocks: Iterable[Block]) -> Extent:
    return sum(map(extent_of_block, blocks), Extent())


def size_for(sheet: SheetModel, room: Room) -> float | None:
    """Return the largest text size at which the sheet fits one page, if the room has one."""
    layout = Layout.of(sheet)
    sizes = (size for size in SIZES if size >= room.smallest)
    return next((size for size in sizes if layout.height(size) <= PAGE_HEIGHT), None)
