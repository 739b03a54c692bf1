"""Icon arrays as geometry: one mark a person, filled from the bottom row up, left to right.

A row of marks is one short stroke that is dashed in the stylesheet, one dash a person.
So an array of 1,000 people takes 40 strokes and not 1,000 shapes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from decision_aid.overview.numbers import Group

#: The distance from one mark to the next, in units of the drawing.
STEP = 10
#: Beyond the last mark, so that its dash is drawn for certain.
END = 0.1
#: People a row, for each number of people that is shown: few, so that one person is still
#: a mark that can be seen on a small phone.
COLUMNS = {100: 10, 1000: 25}


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one group of people.

    Attributes:
        role: the role of the group, which decides the shape of its marks.
        path: the strokes, as path data of SVG.
    """

    role: str
    path: str


@dataclass(frozen=True, slots=True)
class IconArray:
    """A drawing of all the people of one outcome."""

    people: int
    width: int
    height: int
    marks: tuple[Marks, ...]


def icon_array(groups: tuple[Group, ...]) -> IconArray | None:
    """Return the drawing of the groups in their order, or None when there are none."""
    if not groups:
        return None
    people = sum(group.count for group in groups)
    columns = COLUMNS[people]
    rows = people // columns
    marks = []
    start = 0
    for group in groups:
        strokes = _strokes(start, start + group.count, columns, rows)
        marks.append(Marks(group.role, "".join(strokes)))
        start += group.count
    return IconArray(
        people, columns * STEP, rows * STEP, tuple(mark for mark in marks if mark.path)
    )


def _strokes(start: int, end: int, columns: int, rows: int) -> Iterator[str]:
    while start < end:
        row, column = divmod(start, columns)
        count = min(end - start, columns - column)
        x = column * STEP + STEP // 2
        y = (rows - row) * STEP - STEP // 2
        yield f"M{x} {y}h{(count - 1) * STEP + END:g}"
        start += count
