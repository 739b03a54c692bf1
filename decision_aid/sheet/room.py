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

from decision_aid.sheet.model import Block, Line, Part, SheetModel

#: A4 less the margins, in points.
PAGE_WIDTH, PAGE_HEIGHT = 516, 766
COLUMN_WIDTH = 250
WORDS_WIDTH = 152

#: A line of text, a letter of middle width: shares of the text size.
LINE, LETTER = 1.22, 0.53

_WIDE = frozenset("mwMW@%")
_SENTENCE_END = re.compile(r"(?<=[.?!]) (?=[^a-z])")
_EXAMPLES = re.compile(r",? such as .*|, if .*| \([^)]*\)")


@dataclass(frozen=True, slots=True)
class Room:
    """How much of each topic is shown, from generous to tight.

    Attributes:
        reason: characters of the reason for an option.
        listed: characters of a list of answers.
        options: options under one heading.
        told: safety facts with what to tell; the others stand by their title.
        facts: safety facts in all.
        questions: questions that come from options.
    """

    reason: int
    listed: int
    options: int
    told: int
    facts: int
    questions: int


ROOMS = (
    Room(reason=240, listed=400, options=12, told=12, facts=30, questions=4),
    Room(reason=150, listed=220, options=8, told=8, facts=26, questions=4),
    Room(reason=110, listed=160, options=5, told=6, facts=22, questions=3),
    Room(reason=80, listed=120, options=4, told=4, facts=18, questions=2),
)

SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)


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
    return "; ".join(kept), len(items) - len(kept)


def more(count: int) -> str:
    """Say that *count* things were left out, or nothing.

    >>> more(3), more(0)
    ('and 3 more, see the aid', '')
    """
    return f"and {count} more, see the aid" if count else ""


def width_of(text: str) -> float:
    """Return the width of a text in letters of middle width."""
    return sum(_width(character) for character in text)


def _width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 2.0
    if character in _WIDE:
        return 1.7
    return 1.25 if character.isupper() else 1.0


def rows_of(text: str, width: float, size: float) -> int:
    """Return how many rows a text takes in a column of *width* points."""
    per_row = width / (size * LETTER)
    rows, filled = 1, 0.0
    for word in text.split():
        wide = width_of(word)
        if filled and filled + 1 + wide > per_row:
            rows, filled = rows + 1, 0.0
        else:
            wide += 1 if filled else 0
        filled += wide
        if filled > per_row:
            rows += math.ceil(filled / per_row) - 1
            filled %= per_row
    return rows


def height_of(model: SheetModel, size: float) -> float:
    """Return about how many points high the sheet is at a text size."""
    head = size * 2.6 + rows_of(model.scope, PAGE_WIDTH, size - 1) * size * LINE + size * 1.5
    words = max((_words_rows(line, size) for line in model.own_words), default=0) * size * LINE
    columns = max(column_height(model.left, size), column_height(model.right, size))
    foot = rows_of(model.edition, PAGE_WIDTH, size - 1) * size * LINE + size
    return head + words + size * 2.4 + columns + foot


def _words_rows(line: Line, size: float) -> int:
    return 1 + (rows_of(line.text, WORDS_WIDTH, size) if line.text else 3)


def column_height(blocks: Iterable[Block], size: float) -> float:
    """Return about how many points high a column is."""
    return sum(_block_height(block, size) for block in blocks)


def _block_height(block: Block, size: float) -> float:
    lead = rows_of(block.lead, COLUMN_WIDTH, size) if block.lead else 0
    return size * (2.9 + lead * LINE) + sum(_part_height(part, size) for part in block.parts)


def _part_height(part: Part, size: float) -> float:
    rows = sum(_line_rows(line, size) for line in part.lines) + bool(part.more)
    gaps = len(part.lines) * 0.25 + (1.9 if part.title else 0)
    return size * (rows * LINE + gaps)


def _line_rows(line: Line, size: float) -> int:
    text = " ".join(filter(None, (line.label, line.text, line.remark)))
    return rows_of(text, COLUMN_WIDTH - size * 1.2, size)


def in_columns(blocks: Sequence[Block], size: float) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the blocks in two columns of about the same height, in reading order."""
    cuts = range(1, len(blocks))
    cut = min(
        cuts,
        key=lambda at: max(column_height(blocks[:at], size), column_height(blocks[at:], size)),
        default=len(blocks),
    )
    return tuple(blocks[:cut]), tuple(blocks[cut:])
