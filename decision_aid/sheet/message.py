"""A consultation sheet as plain text, to paste into a message to the team.

Capitals and dashes are all the markup there is, and no line is broken by us, since a portal
breaks lines itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from decision_aid.sheet.model import Block, BlockName, Line, SheetModel

#: What tells the person to get ready tells a team nothing.
NOT_SENT: BlockName = "ready"
#: Topics of the short message, and how many questions it asks.
SHORT: tuple[BlockName, ...] = ("pain", "safety", "questions")
MOST_QUESTIONS = 3


def sheet_text(sheet: SheetModel) -> str:
    """Return everything on the sheet that is for the team to read."""
    return _joined(
        [
            _heading(sheet.title),
            sheet.scope,
            *_own_words(sheet),
            *(_topic(block) for block in sheet.blocks if block.name != NOT_SENT),
            sheet.edition,
        ]
    )


def short_sheet_text(sheet: SheetModel) -> str:
    """Return what the text is, own words, the pain, every safety fact and the first questions."""
    return _joined(
        [
            _heading(sheet.title),
            sheet.scope,
            *_own_words(sheet),
            *(
                _topic(block, MOST_QUESTIONS if block.name == "questions" else None)
                for block in sheet.blocks
                if block.name in SHORT
            ),
        ]
    )


def _joined(pieces: Iterable[str]) -> str:
    return "\n\n".join(filter(None, pieces)) + "\n"


def _own_words(sheet: SheetModel) -> Iterator[str]:
    """Yield what was typed; there is no room to write by hand in a message."""
    for line in sheet.glance.own_words:
        if line.text:
            yield f"{_heading(line.label)}\n{line.text}"


def _topic(block: Block, most: int | None = None) -> str:
    rows = [_heading(block.title), *filter(None, [block.lead])]
    for part in block.parts:
        rows += filter(None, [f"{part.title}:" if part.title else ""])
        rows += [f"- {_words(line)}" for line in part.lines[:most]]
        rows += filter(None, [part.more if most is None else ""])
    return "\n".join(rows) if len(rows) > 1 else ""


def _heading(text: str) -> str:
    return text.upper()


def _words(line: Line) -> str:
    return line.words.replace("\u00a0", " ")
