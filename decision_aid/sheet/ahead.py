"""What lies ahead: options to ask about, other ways forward, and questions to ask.

The sentences are those of the rules, cut short at the end of a sentence and never reworded.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from decision_aid.language import like
from decision_aid.overview.model import Entry, Overview, Section
from decision_aid.rulebook.records import ArgumentKind
from decision_aid.sheet import words
from decision_aid.sheet.model import Block, Line, Part
from decision_aid.sheet.room import Room, in_two_columns
from decision_aid.sheet.shorten import sentences

#: The argument that says why an option stands in a section, in the order of the sheet.
SECTION_REASONS: Mapping[Section, ArgumentKind] = {
    "worth-asking": "ask",
    "with-care": "ask",
    "after-other-steps": "first",
    "other": "caution",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the sheet can hold, by a name; *about* is an option or empty."""

    id: str
    text: str
    about: str = ""


def came_up(overviews: Sequence[Overview]) -> Iterator[Entry]:
    """Yield the options that something the person told speaks for, section by section.

    With two pains an option that came up for both is there once, as it stands for the first.
    """
    seen: set[str] = set()
    for overview in overviews:
        for section in words.section_titles():
            for entry in overview.section(section):
                if entry.option.id not in seen:
                    yield entry
                seen.add(entry.option.id)


def options_to_ask_about(overview: Overview, room: Room, place: str) -> Block:
    """Return the procedures and tests that came up, each with what stands against it."""
    parts = []
    for section, heading in words.section_titles().items():
        entries = [entry for entry in overview.section(section) if _is_procedure(entry)]
        if entries:
            lines = tuple(_procedure(entry, room) for entry in entries[: room.items])
            left_out = words.more(len(entries) - len(lines))
            # With a place there is another block beside it.
            columns = (lines,) if place else in_two_columns(lines)
            parts.append(Part(columns, heading, left_out))
    lead = words.by_name() if any(len(part.lines) > 1 for part in parts) else ""
    if not parts:
        lead = words.not_in_the_aid() if overview.gap else words.no_procedure_came_up()
    return Block("options", words.title_of("options", place), tuple(parts), lead)


def other_ways_forward(overviews: Sequence[Overview], room: Room) -> Block:
    """Return carrying on without a procedure, always, and then other care that came up."""
    waiting = [entry for entry in overviews[0].entries if entry.option.kind == "no-procedure"]
    others = [
        entry
        for entry in came_up(overviews)
        if not _is_procedure(entry) and entry.option.kind != "no-procedure"
    ]
    lines = tuple(_other_way(entry, room) for entry in (*waiting, *others))
    shown = lines[: room.items + len(waiting)]
    part = Part((shown,), more=words.more(len(lines) - len(shown)))
    return Block("ways", words.block_titles()["ways"], (part,))


def questions_on_offer(overviews: Sequence[Overview]) -> tuple[Question, ...]:
    """Return the questions that fit any visit, and then those about procedures that came up."""
    general = [Question(name, text) for name, text in words.general_questions().items()]
    about = {
        entry.option.questions_to_ask[0]: entry.option
        for entry in came_up(overviews)
        if _is_procedure(entry)
    }
    return (*general, *(Question(option.id, text, option.name) for text, option in about.items()))


def questions_to_ask(
    overviews: Sequence[Overview], room: Room, own: str, kept: Collection[str] | None
) -> Block:
    """Return the person's own question, if there is one, and those that they kept.

    Args:
        overviews: what came out, for each pain.
        room: how much is shown; a question that fits any visit is not left out.
        own: a question in the person's own words.
        kept: the names of the questions that were kept; all of them when it is None.
    """
    wanted = [q for q in questions_on_offer(overviews) if kept is None or q.id in kept]
    general = [Line(question.text) for question in wanted if not question.about]
    about = [
        Line(question.text, like(question.about, f"{question.about}:"))
        for question in wanted
        if question.about
    ]
    lines = (*([Line(own)] if own else []), *general, *about[: room.items])
    part = Part((lines,), more=words.more(len(about[room.items :])))
    return Block("questions", words.block_titles()["questions"], (part,))


def _is_procedure(entry: Entry) -> bool:
    return entry.option.kind in {"procedure", "test"}


def _procedure(entry: Entry, room: Room) -> Line:
    """Return a procedure or test with, if there is one, the reason for care.

    Why it came up is there as well when there is room for it.
    """
    care = _reason(entry, "caution", room.sentence)
    why = _reason(entry, SECTION_REASONS[entry.section], room.sentence) if room.reasons else ""
    clinical = f"({_without_brackets(entry.option.clinical_name)})"
    line = Line(why, entry.option.name, f"{clinical}:" if why else clinical)
    if care and room.care:
        return replace(line, but_label=words.with_care(), but=care)
    # The heading of its section says it too, but not where other steps come first.
    hinted = care and entry.section == "after-other-steps"
    return replace(line, remark=words.care_in_the_aid()) if hinted else line


def _other_way(entry: Entry, room: Room) -> Line:
    reason = _reason(entry, SECTION_REASONS[entry.section], room.sentence)
    return Line(
        reason or sentences(entry.option.one_line, room.sentence),
        like(entry.option.name, f"{entry.option.name}:"),
        remark=words.care_in_the_aid() if entry.of_kind("caution") else "",
    )


def _reason(entry: Entry, kind: ArgumentKind, room: int) -> str:
    """Return the reason that rests on most of what was told."""
    arguments = entry.of_kind(kind)
    if not arguments:
        return ""
    return sentences(max(arguments, key=lambda argument: len(argument.told)).because, room)


def _without_brackets(name: str) -> str:
    return re.sub(r" \((.*?)\)", r", \1", name)
