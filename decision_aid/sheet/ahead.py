"""What lies ahead: options to ask about, other ways forward, and questions to ask.

The sentences are those of the rules, cut short at the end of a sentence and never reworded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from decision_aid.language import gettext as _
from decision_aid.overview.model import Entry, Overview, Section
from decision_aid.rulebook.records import ArgumentKind
from decision_aid.sheet.model import Block, Line, Part
from decision_aid.sheet.room import Room, more, sentences
from decision_aid.sheet.words import (
    BLOCK_TITLES,
    BY_NAME,
    CARE_IN_THE_AID,
    GENERAL_QUESTIONS,
    NO_PROCEDURE_CAME_UP,
    NOT_IN_THE_AID,
    SECTION_TITLES,
    WITH_CARE,
)

#: The argument that says why an option stands in a section.
SECTION_REASONS: Mapping[Section, ArgumentKind] = {
    "worth-asking": "ask",
    "with-care": "ask",
    "after-other-steps": "first",
    "other": "caution",
}


def came_up(overviews: Sequence[Overview]) -> Iterator[Entry]:
    """Yield the options that something the person told speaks for, section by section.

    With two pains an option that came up for both is there once, as it stands for the first.
    """
    seen: set[str] = set()
    for overview in overviews:
        for section in SECTION_TITLES:
            for entry in overview.section(section):
                if entry.option.id not in seen:
                    yield entry
                seen.add(entry.option.id)


def options_to_ask_about(overview: Overview, room: Room, title: str) -> Block:
    """Return the procedures and tests that came up, each with what stands against it."""
    parts = []
    for section, heading in SECTION_TITLES.items():
        entries = [entry for entry in overview.section(section) if _is_procedure(entry)]
        if entries:
            lines = tuple(_procedure(entry, room) for entry in entries[: room.options])
            parts.append(Part(lines, _(heading), more(len(entries) - len(lines))))
    lead = BY_NAME if parts else NOT_IN_THE_AID if overview.gap else NO_PROCEDURE_CAME_UP
    return Block("options", title, tuple(parts), _(lead))


def other_ways_forward(overviews: Sequence[Overview], room: Room) -> Block:
    """Return carrying on without a procedure, always, and then other care that came up."""
    waiting = [entry for entry in overviews[0].entries if entry.option.kind == "no-procedure"]
    others = [
        entry
        for entry in came_up(overviews)
        if not _is_procedure(entry) and entry.option.kind != "no-procedure"
    ]
    lines = tuple(_other_way(entry, room) for entry in (*waiting, *others))
    shown = lines[: room.options + len(waiting)]
    part = Part(shown, more=more(len(lines) - len(shown)))
    return Block("ways", _(BLOCK_TITLES["ways"]), (part,))


def questions_to_ask(overviews: Sequence[Overview], room: Room) -> Block:
    """Return the questions that fit any visit, and then those about procedures that came up."""
    asked = {
        entry.option.questions_to_ask[0]: entry.option.name
        for entry in came_up(overviews)
        if _is_procedure(entry)
    }
    general = tuple(Line(_(text)) for text in GENERAL_QUESTIONS)
    about = tuple(Line(text, f"{name}:") for text, name in list(asked.items())[: room.questions])
    return Block("questions", _(BLOCK_TITLES["questions"]), (Part(general + about),))


def _is_procedure(entry: Entry) -> bool:
    return entry.option.kind in {"procedure", "test"}


def _procedure(entry: Entry, room: Room) -> Line:
    """Return a procedure or test with why it is here and, if there is one, the reason for care."""
    care = _reason(entry, "caution", room.care)
    return Line(
        _reason(entry, SECTION_REASONS[entry.section], room.reason),
        entry.option.name,
        f"({_without_brackets(entry.option.clinical_name)}):",
        but_label=_(WITH_CARE) if care else "",
        but=care,
    )


def _other_way(entry: Entry, room: Room) -> Line:
    reason = _reason(entry, SECTION_REASONS[entry.section], room.way)
    return Line(
        reason or sentences(entry.option.one_line, room.way),
        f"{entry.option.name}:",
        remark=_(CARE_IN_THE_AID) if entry.of_kind("caution") else "",
    )


def _reason(entry: Entry, kind: ArgumentKind, room: int) -> str:
    """Return the reason that rests on most of what was told."""
    arguments = entry.of_kind(kind)
    if not arguments:
        return ""
    return sentences(max(arguments, key=lambda argument: len(argument.told)).because, room)


def _without_brackets(name: str) -> str:
    return re.sub(r" \((.*?)\)", r", \1", name)
