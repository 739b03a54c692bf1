"""How much fits on a page: what is shown of each topic, and how high that will be.

An estimate and not a measurement, so that the sheet stays a pure function of the answers.
It errs on the side of too little room; the PDF measures again before it prints.
The same sheet fits A4 and US Letter: a page is as wide as the one and as high as the other.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from decision_aid.sheet.model import Block, Glance, Line, Part, Row, Talk

PageT = TypeVar("PageT", Glance, Talk)

#: What A4 and US Letter both have inside the margins, in points.
PAGE_WIDTH, PAGE_HEIGHT = 516, 724
COLUMN_WIDTH, BOX_WIDTH, WORDS_WIDTH = 250, 500, 152
#: A drawing of where it hurts, and the gap beside it.
PICTURE_HEIGHT, PICTURE_WIDTH = 78, 70
#: What the second page keeps free to write by hand.
BY_HAND = 230

#: Shares of the text size: from one row to the next, a letter of middle width.
ROW, LETTER = 1.14, 0.455
#: Rows end at a word, so a text takes a little more than its width.
SLACK = 1.05
#: Titles, the edition and what is between topics.
HEADINGS_OF_GLANCE, HEADINGS_OF_TALK = 9.0, 6.5
#: Two rows below the questions, to write more of them by hand.
MORE_QUESTIONS = 36

_WIDE = frozenset("mwMW@%")


@dataclass(frozen=True, slots=True)
class Room:
    """How much of each topic is shown, from generous to tight.

    Attributes:
        smallest: the smallest text size, in points, before less is shown.
        sentence: characters of a reason; its first sentence stands in any case.
        listed: characters of a list of answers.
        items: lines under one heading, where the others can be read in the aid.
        answers: answers about one pain.
        reasons: whether procedures come with why they came up.
        care: whether they come with the reason for care, or with a word that there is one.
    """

    smallest: float
    sentence: int
    listed: int
    items: int
    answers: int = 99
    reasons: bool = False
    care: bool = True


GLANCE_ROOMS = (
    Room(9.5, sentence=110, listed=400, items=12, reasons=True),
    Room(9.0, sentence=1, listed=260, items=12, reasons=True),
    Room(9.0, sentence=1, listed=160, items=10),
    Room(8.5, sentence=1, listed=120, items=6),
    # Only someone who tells of two pains and chooses nearly everything comes to these.
    Room(8.0, sentence=1, listed=60, items=4),
    Room(8.0, sentence=1, listed=20, items=3, answers=9, care=False),
    Room(8.0, sentence=1, listed=1, items=2, answers=7, care=False),
    Room(8.0, sentence=1, listed=1, items=1, answers=3, care=False),
)
TALK_ROOMS = (
    Room(10.0, sentence=170, listed=400, items=8),
    Room(10.0, sentence=1, listed=400, items=5),
    Room(10.0, sentence=1, listed=160, items=3),
    Room(10.0, sentence=1, listed=160, items=2),
    Room(9.0, sentence=1, listed=160, items=2),
)
SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)


def fitted(
    made: Callable[[Room], PageT], rooms: Sequence[Room], height: Callable[[PageT, float], float]
) -> PageT:
    """Return a page shortened as much as it takes to fit and no more, with its text size."""
    page = made(rooms[-1])
    for room in rooms:
        page = made(room)
        for size in SIZES:
            if size >= room.smallest and height(page, size) <= PAGE_HEIGHT:
                return replace(page, size=size)
    return replace(page, size=rooms[-1].smallest)


def height_of_glance(page: Glance, size: float) -> float:
    """Return about how many points high the first page is at a text size."""
    own_words = max(_height_of_words(line, size) for line in page.own_words)
    rows = sum(_height_of_row(row, size) for row in (*page.told, page.options))
    safety = height_of_block(page.safety, BOX_WIDTH, size)
    return size * HEADINGS_OF_GLANCE + own_words + rows + safety


def height_of_talk(page: Talk, size: float) -> float:
    """Return about how many points high the second page is at a text size."""
    topics = _height_of_row(page.topics, size)
    return size * HEADINGS_OF_TALK + topics + BY_HAND


def height_of_block(block: Block, width: float, size: float) -> float:
    """Return the height of one topic, its parts one below the other."""
    lead = _height_of_rows([width_of(block.lead)] if block.lead else [], width, size)
    beside = block.parts[-1:] if block.picture else ()
    parts = sum(
        _height_of_part(part, width, size) for part in block.parts[: len(block.parts) - len(beside)]
    )
    if beside:
        parts += max(PICTURE_HEIGHT, _height_of_drawn(block, width - PICTURE_WIDTH, size))
    return size * 2.6 + lead + parts + (MORE_QUESTIONS if block.name == "questions" else 0)


def _height_of_drawn(block: Block, width: float, size: float) -> float:
    """Return the height of what stands beside a picture."""
    key = _height_of_rows([width_of(block.key)], width, size) if block.key else 0
    return _height_of_part(block.parts[-1], width, size) + key


def in_columns(blocks: Sequence[Block]) -> Row:
    """Return blocks in two columns of about the same height, in reading order."""
    cut = in_two([height_of_block(block, COLUMN_WIDTH, 9) for block in blocks])
    return tuple(blocks[:cut]), tuple(blocks[cut:])


def in_two_columns(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """Return lines in two columns of about the same height, in reading order."""
    cut = in_two([_height_of_rows([_width_of_line(line)], COLUMN_WIDTH, 9) for line in lines])
    return tuple(lines[:cut]), tuple(lines[cut:])


def in_two(heights: Sequence[float]) -> int:
    """Return where to cut a run of heights so that two columns are about equally high."""
    cuts = range(1, len(heights) + 1)
    return min(cuts, key=lambda cut: max(sum(heights[:cut]), sum(heights[cut:])), default=0)


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


def _height_of_words(line: Line, size: float) -> float:
    """Return the height of one field of the person's own words, or of the room to write."""
    if not line.text:
        return size * 6.2
    return size * 3.0 + _height_of_rows([width_of(line.text)], WORDS_WIDTH, size)


def _height_of_row(row: Row, size: float) -> float:
    width = PAGE_WIDTH if len(row) == 1 else COLUMN_WIDTH
    return max(sum(height_of_block(block, width, size) for block in column) for column in row)


def _height_of_part(part: Part, width: float, size: float) -> float:
    columns = len(part.columns)
    room = width if columns == 1 else (width - 16) / columns
    lines = max(
        _height_of_rows([_width_of_line(line) for line in column], room, size)
        + len(column) * 0.16 * size
        for column in part.columns
    )
    more = ROW + 0.6 if part.more else 0
    return lines + size * ((1.9 if part.title else 0.3) + more)


def _width_of_line(line: Line) -> float:
    return width_of(line.words) + 3


def _height_of_rows(widths: Sequence[float], column: float, size: float) -> float:
    room = column / (size * LETTER)
    return size * ROW * sum(max(1, math.ceil(width * SLACK / room)) for width in widths)
