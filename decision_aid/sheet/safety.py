"""Safety notes into the box for the team, first those that can change a plan on the day.

Which notes come first, and which speak to the person alone, is said by the rules, with
``on_sheet``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from decision_aid.language import gettext as _
from decision_aid.overview.model import Overview
from decision_aid.rulebook.conditions import AnswerLeaf, leaves
from decision_aid.rulebook.describe import choice_text
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import Note, Rulebook
from decision_aid.sheet.ahead import came_up
from decision_aid.sheet.model import Block, Line, Part
from decision_aid.sheet.room import Room, lines_in_columns, more, sentences, without_examples
from decision_aid.sheet.words import BLOCK_TITLES, CHOSEN, NOTHING_TO_TELL


def safety_facts(overviews: Sequence[Overview], rulebook: Rulebook, room: Room) -> Block:
    """Return the facts for the team, with what to tell as far as there is room."""
    notes = _for_the_team(overviews, rulebook)
    counted = {name: answer for one in reversed(overviews) for name, answer in one.counted.items()}
    lines = [
        _fact(note, counted, rulebook) if at < room.told else Line(f"{note.title}.")
        for at, note in enumerate(notes[: room.facts])
    ]
    left, right = lines_in_columns(lines)
    parts = (Part(left), Part(right, more=more(len(notes) - len(lines)))) if lines else ()
    lead = "" if notes else _(NOTHING_TO_TELL)
    return Block("safety", _(BLOCK_TITLES["safety"]), parts, lead)


def _for_the_team(overviews: Sequence[Overview], rulebook: Rulebook) -> list[Note]:
    concerned = Counter(note.id for entry in came_up(overviews) for note in entry.notes)
    told = {note.id for overview in overviews for note in overview.notes}

    def rank(note: Note) -> tuple[bool, bool, int]:
        if note.on_sheet == "first":  # these keep the order of the files
            return False, False, 0
        return True, note.id.endswith("not-sure"), -concerned[note.id]

    notes = (note for name, note in rulebook.notes.items() if name in told and note.is_for_team)
    return sorted(notes, key=rank)


def _fact(note: Note, counted: Mapping[str, Answer], rulebook: Rulebook) -> Line:
    chosen = tuple(_chosen(note, counted, rulebook))
    aside = f"{_(CHOSEN)} {'; '.join(chosen)}." if chosen else ""
    return Line(sentences(note.tell, 0), f"{note.title}.", aside)


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
