"""Safety notes into the box for the team, first those that can change a plan on the day.

Which notes come first, and which speak to the person alone, is said by the rules, with
``on_sheet``. However little room there is, none is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from decision_aid.overview.model import Overview
from decision_aid.rulebook.conditions import AnswerLeaf, leaves
from decision_aid.rulebook.describe import choice_text, inside_sentence
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import Note, Rulebook
from decision_aid.sheet.ahead import came_up
from decision_aid.sheet.model import Block, Line, Part
from decision_aid.sheet.room import Room, in_two_columns
from decision_aid.sheet.shorten import listed, sentences, without_examples
from decision_aid.sheet.words import also, block_titles, more, nothing_to_tell, several


def safety_facts(overviews: Sequence[Overview], rulebook: Rulebook, room: Room) -> Block:
    """Return every fact for the team: the first ones one by one, the others in one run."""
    counted = {name: answer for one in reversed(overviews) for name, answer in one.counted.items()}
    notes = notes_for_the_team(overviews, rulebook)
    chosen = {note.id: tuple(_chosen(note, counted, rulebook)) for note in notes}
    first = tuple(_fact(note, chosen[note.id], room) for note in notes if note.on_sheet == "first")
    others = "; ".join(
        _in_a_run(note, chosen[note.id], room) for note in notes if note.on_sheet != "first"
    )
    parts = []
    if first:
        parts.append(Part(in_two_columns(first)))
    if others:
        rest = Line(f"{others}.", also()) if first else Line(f"{others[:1].upper()}{others[1:]}.")
        parts.append(Part(((rest,),)))
    lead = "" if parts else nothing_to_tell()
    return Block("safety", block_titles()["safety"], tuple(parts), lead)


def to_have_ready(overviews: Sequence[Overview], rulebook: Rulebook, room: Room) -> Block | None:
    """Return what to find out before the visit about these facts, or nothing."""
    notes = notes_for_the_team(overviews, rulebook)
    lines = tuple(Line(sentences(n.tell, 0), f"{_name(n)}:") for n in notes[: room.items])
    if not lines:
        return None
    part = Part((lines,), more=more(len(notes) - len(lines)))
    return Block("ready", block_titles()["ready"], (part,))


def notes_for_the_team(overviews: Sequence[Overview], rulebook: Rulebook) -> list[Note]:
    """Return what the team wants to know, in the order of the sheet."""
    concerned = Counter(note.id for entry in came_up(overviews) for note in entry.notes)
    told = {note.id for overview in overviews for note in overview.notes}

    def rank(note: Note) -> tuple[bool, bool, int]:
        if note.on_sheet == "first":  # these keep the order of the files
            return False, False, 0
        return True, note.id.endswith("not-sure"), -concerned[note.id]

    notes = (note for name, note in rulebook.notes.items() if name in told and note.is_for_team)
    return sorted(notes, key=rank)


def _name(note: Note) -> str:
    return note.short or note.title


def _fact(note: Note, chosen: tuple[str, ...], room: Room) -> Line:
    if not chosen:
        return Line(label=_name(note))
    text, left_out = listed(chosen, room.listed)
    return Line(text, f"{_name(note)}:", remark=more(left_out))


def _in_a_run(note: Note, chosen: tuple[str, ...], room: Room) -> str:
    """Return a fact as it stands among others on one line."""
    name = inside_sentence(_name(note))
    text = ", ".join(map(inside_sentence, chosen))
    if len(text) > room.listed:
        text = several(len(chosen))
    return f"{name} ({text})" if text else name


def _chosen(note: Note, counted: Mapping[str, Answer], rulebook: Rulebook) -> Iterator[str]:
    """Yield which of several choices brought the note up; nothing when there was only one."""
    asked = _choices_behind(note, rulebook)
    if len(asked) == 1:
        return
    for field, choice in asked:
        answer = counted.get(field)
        if isinstance(answer, tuple) and choice in answer:
            yield without_examples(choice_text(field, choice, rulebook))


def _choices_behind(note: Note, rulebook: Rulebook) -> tuple[tuple[str, str], ...]:
    """Return each question and choice that can bring the note up."""
    rule = next(
        rule
        for rule in rulebook.rules
        if rule.effect.kind == "note" and rule.effect.target == note.id
    )
    asked: dict[tuple[str, str], None] = {}
    for leaf in leaves(rule.when):
        if isinstance(leaf, AnswerLeaf) and isinstance(leaf.operand, tuple) and not leaf.negated:
            asked.update(dict.fromkeys((leaf.field, choice) for choice in leaf.operand))
    return tuple(asked)
