"""An overview and the person's own words into a consultation sheet.

The sentences about pain, safety and options are those of the knowledge base, cut short at
the end of a sentence and never reworded; answers stand in the words of the choices.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from decision_aid.overview.model import Entry, Overview, Section
from decision_aid.rulebook.conditions import AnswerLeaf, leaves
from decision_aid.rulebook.describe import choice_text, question_of, value_in_words
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import NONE_OF_THESE, NOT_SURE, Note, Question, Rulebook
from decision_aid.rulebook.records import ArgumentKind
from decision_aid.sheet.model import Block, BlockName, Columns, Line, Part, SheetModel
from decision_aid.sheet.own_words import OwnWords
from decision_aid.sheet.room import (
    ROOMS,
    Room,
    in_columns,
    lines_in_columns,
    listed,
    more,
    sentences,
    size_for,
    without_examples,
)

TITLE = "My consultation sheet"
SCOPE = (
    "Prepared by me for my consultation, with a decision aid. Educational, not a diagnosis. "
    "No clinician has reviewed the content of the aid. "
    "Where the sheet says “you”, the aid is speaking to me."
)
BY_HAND = ("Name", "Date of my visit")
NOTES = "Notes: what we agreed, and when we look again"

BOTHERS = "What bothers me most"
HOPES = "What I hope for"
WORRIES = "What worries me"

#: Short labels for the answers that come first on the sheet; the others go by their question.
LABELS = {
    "main_region": "Where",
    "side": "Side",
    "back_spread": "Spreads",
    "neck_spread": "Spreads",
    "other_regions": "Also hurts",
    "duration": "How long",
    "began": "How it began",
    "pain_features": "What it is like",
    "posture": "Worse or better",
    "told": "A clinician told me",
    "pain_average": "How strong, most of the time",
    "enjoyment": "In the way of enjoying life",
    "activity": "In the way of what I do each day",
    "care_weeks": "Exercise or physio went on for",
    "preventives_number": "Kinds of daily headache medicine",
    "scan_said": "Scan or X-ray",
    "block_length": "The best one helped for",
    "trade_off": "If only one could come first",
}

#: Choices that tell a team nothing.
SAYS_NOTHING = frozenset({NOT_SURE, NONE_OF_THESE, "nowhere_else", "nothing_told"})
NOT_DONE = frozenset({"not_tried", "not_had"})

#: Facts that can change a plan on the day come before the others.
FIRST_FACTS = (
    "blood-thinner",
    "bleeds-easily",
    "implant",
    "pregnancy",
    "numbing-or-steroid-allergy",
    "contrast-allergy",
    "skin-cleaner-latex-tape",
    "infection-now",
)

#: Notes that speak to the person alone and tell a team nothing.
FOR_THE_PERSON = frozenset({"crisis-lines", "epidural-steroid-warning", "stimulator-screen"})

SECTION_TITLES: dict[Section, str] = {
    "worth-asking": "Worth asking about",
    "with-care": "Fits what I told, with care",
    "after-other-steps": "Usually comes after other steps",
}
#: The argument that says why an option stands in a section.
SECTION_REASONS: dict[Section, ArgumentKind] = {
    "worth-asking": "ask",
    "with-care": "ask",
    "after-other-steps": "first",
    "other": "caution",
}

GENERAL_QUESTIONS = (
    "What happens if we wait?",
    "What else is there?",
    "What would success be for me, and when do we look?",
)


def sheet_of(overview: Overview, rulebook: Rulebook, own_words: OwnWords) -> SheetModel:
    """Return the sheet, shortened as much as one page asks for and no more.

    The same answers, edition and words give the same sheet.
    """
    writer = _Writer(overview, rulebook, own_words)
    for room in ROOMS:
        sheet = writer.sheet(room)
        size = size_for(sheet, room)
        if size:
            return replace(sheet, size=size)
    return writer.sheet(ROOMS[-1])


@dataclass(frozen=True, slots=True)
class _Writer:
    overview: Overview
    rulebook: Rulebook
    own_words: OwnWords

    def sheet(self, room: Room) -> SheetModel:
        return SheetModel(
            title=TITLE,
            scope=SCOPE,
            by_hand=BY_HAND,
            own_words=(
                Line(self.own_words.bothers, BOTHERS),
                Line(self.own_words.hopes, HOPES),
                Line(self.own_words.worries, WORRIES),
            ),
            told=self.told(room),
            safety=self.safety(room),
            ahead=self.ahead(room),
            notes=NOTES,
            edition=f"Knowledge base: edition {self.overview.edition}.",
            size=room.smallest,
        )

    def told(self, room: Room) -> Columns:
        return in_columns(
            (
                Block("pain", "My pain", tuple(self._pain(room))),
                *_block("tried", "What I tried, and whether it helped", self._tried(room)),
                *_block("tests", "Scans and test injections", self._tests(room)),
            )
        )

    def ahead(self, room: Room) -> Columns:
        return in_columns(
            (
                self._options(room),
                self._other_ways(room),
                *_block("matters", "What matters to me", self._matters(room)),
                self._questions(room),
            )
        )

    # Answers

    def _pain(self, room: Room) -> Iterator[Part]:
        counted = self.overview.counted
        first = [
            name for name in LABELS if name in counted and self._role(name) in {"pain", "history"}
        ]
        others = [name for name in counted if self._role(name) == "pain" and name not in LABELS]
        numbers = [name for name in (*first, *others) if isinstance(counted[name], int)]
        words = [name for name in (*first, *others) if name not in numbers]
        yield Part(tuple(self._answers(words, room)))
        if numbers:
            yield Part(
                tuple(self._rating(name) for name in numbers), "In the last week, from 0 to 10"
            )

    def _role(self, field: str) -> str:
        return self.rulebook.fields[field].role

    def _answers(self, names: Iterable[str], room: Room) -> Iterator[Line]:
        for name in names:
            answer = self.overview.counted.get(name)
            if answer is not None and not _says_nothing(answer):
                yield self._answer(name, answer, room)

    def _answer(self, name: str, answer: Answer, room: Room) -> Line:
        label = self._label(name)
        if not isinstance(answer, tuple):
            return Line(value_in_words(name, answer, self.rulebook), label)
        texts = [choice_text(name, choice, self.rulebook) for choice in answer]
        text, left_out = listed(texts, room.listed)
        return Line(text, label, remark=more(left_out))

    def _label(self, name: str) -> str:
        return f"{LABELS[name]}:" if name in LABELS else question_of(name, self.rulebook).ask

    def _rating(self, name: str) -> Line:
        value = self.overview.counted[name]
        assert isinstance(value, int)  # noqa: S101 - only numbers come here
        return Line(f"{value} of 10", self._label(name), rating=value)

    def _tried(self, room: Room) -> Iterator[Line]:
        yield from self._matrices("tried", room, shorten=True)
        yield from self._answers(("care_weeks", "preventives_number"), room)

    def _tests(self, room: Room) -> Iterator[Line]:
        yield from self._answers(("scan_said",), room)
        yield from self._matrices("tests", room, shorten=False)
        yield from self._answers(("block_length",), room)

    def _matters(self, room: Room) -> Iterator[Line]:
        yield from reversed(tuple(self._matrices("sheet", room, shorten=False)))
        yield from self._answers(("trade_off",), room)

    def _matrices(self, role: str, room: Room, *, shorten: bool) -> Iterator[Line]:
        for question in self.rulebook.questions:
            if question.type == "matrix" and question.role == role:
                yield from self._matrix(question, room, shorten=shorten)

    def _matrix(self, question: Question, room: Room, *, shorten: bool) -> Iterator[Line]:
        """Yield one line a column: what helped a lot, what helped a little, and so on."""
        for choice in sorted(question.choices, key=lambda choice: choice.id in NOT_DONE):
            rows = [row for row in question.rows if self.overview.counted.get(row.id) == choice.id]
            if not rows or choice.id in SAYS_NOTHING | {"not_had"}:
                continue
            texts = [without_examples(row.text) if shorten else row.text for row in rows]
            text, left_out = listed(texts, room.listed)
            yield Line(text, f"{choice.text.rstrip(':')}:", remark=more(left_out))

    # Safety

    def safety(self, room: Room) -> Block:
        notes = self._facts()
        lines = [
            self._fact(note, tell=at < room.told) for at, note in enumerate(notes[: room.facts])
        ]
        left, right = lines_in_columns(lines)
        parts = [Part(left), Part(right, more=more(len(notes) - len(lines)))] if lines else []
        lead = "" if notes else "My answers named nothing to tell here."
        return Block("safety", "Safety facts for the team", tuple(parts), lead)

    def _facts(self) -> list[Note]:
        """Return the notes for the team, first those that can change a plan on the day."""
        concerned = Counter(note.id for entry in self._came_up() for note in entry.notes)

        def rank(note: Note) -> tuple[int, bool, int]:
            named = FIRST_FACTS.index(note.id) if note.id in FIRST_FACTS else len(FIRST_FACTS)
            return named, note.id.endswith("not-sure"), -concerned[note.id]

        return sorted((n for n in self.overview.notes if n.id not in FOR_THE_PERSON), key=rank)

    def _fact(self, note: Note, *, tell: bool) -> Line:
        if not tell:
            return Line(f"{note.title}.")
        chosen = self._chosen(note)
        aside = f"I chose: {'; '.join(chosen)}." if chosen else ""
        return Line(sentences(note.tell, 0), f"{note.title}.", aside)

    def _chosen(self, note: Note) -> tuple[str, ...]:
        """Return which of several choices brought the note up; nothing when there was only one."""
        rule = next(
            rule
            for rule in self.rulebook.rules
            if rule.effect.kind == "note" and rule.effect.target == note.id
        )
        asked: dict[tuple[str, str], None] = {}
        for leaf in leaves(rule.when):
            if (
                isinstance(leaf, AnswerLeaf)
                and isinstance(leaf.operand, tuple)
                and not leaf.negated
            ):
                asked.update(dict.fromkeys((leaf.field, choice) for choice in leaf.operand))
        if len(asked) == 1:
            return ()
        return tuple(
            without_examples(choice_text(field, choice, self.rulebook))
            for field, choice in asked
            if isinstance(answer := self.overview.counted.get(field), tuple) and choice in answer
        )

    # Options

    def _came_up(self) -> Iterator[Entry]:
        for section in SECTION_TITLES:
            yield from self.overview.section(section)

    def _options(self, room: Room) -> Block:
        parts = []
        for section, title in SECTION_TITLES.items():
            entries = [e for e in self.overview.section(section) if _is_procedure(e)]
            if entries:
                lines = tuple(_procedure(entry, room) for entry in entries[: room.options])
                parts.append(Part(lines, title, more(len(entries) - len(lines))))
        lead = (
            "In order of name; no order of merit."
            if parts
            else "No procedure came up more than another. That is common."
        )
        return Block("options", "Procedures and tests to ask about", tuple(parts), lead)

    def _other_ways(self, room: Room) -> Block:
        entries = [entry for entry in self._came_up() if not _is_procedure(entry)]
        waiting = [e for e in self.overview.entries if e.option.kind == "no-procedure"]
        others = [entry for entry in entries if entry not in waiting]
        lines = [_other_way(entry, room) for entry in (*waiting, *others)]
        shown = lines[: room.options + len(waiting)]
        return Block(
            "ways", "Other ways forward", (Part(tuple(shown), more=more(len(lines) - len(shown))),)
        )

    def _questions(self, room: Room) -> Block:
        asked = {
            entry.option.questions_to_ask[0]: entry.option.name
            for entry in self._came_up()
            if _is_procedure(entry)
        }
        about = tuple(
            Line(text, f"{name}:") for text, name in list(asked.items())[: room.questions]
        )
        general = tuple(Line(text) for text in GENERAL_QUESTIONS)
        return Block("questions", "Questions I want to ask", (Part(general + about),))


def _block(name: BlockName, title: str, lines: Iterable[Line]) -> Iterator[Block]:
    kept = tuple(lines)
    if kept:
        yield Block(name, title, (Part(kept),))


def _says_nothing(answer: Answer) -> bool:
    if isinstance(answer, int):
        return False
    return SAYS_NOTHING.issuperset(answer if isinstance(answer, tuple) else (answer,))


def _is_procedure(entry: Entry) -> bool:
    return entry.option.kind in {"procedure", "test"}


def _procedure(entry: Entry, room: Room) -> Line:
    """Return a procedure or test with why it is here and, if there is one, the reason for care."""
    care = _reason(entry, "caution", room.care)
    return Line(
        _reason(entry, SECTION_REASONS[entry.section], room.reason),
        entry.option.name,
        f"({_without_brackets(entry.option.clinical_name)}):",
        but_label="With care:" if care else "",
        but=care,
    )


def _other_way(entry: Entry, room: Room) -> Line:
    reason = _reason(entry, SECTION_REASONS[entry.section], room.way)
    return Line(
        reason or sentences(entry.option.one_line, room.way),
        f"{entry.option.name}:",
        remark="(with care, see the aid)" if entry.of_kind("caution") else "",
    )


def _reason(entry: Entry, kind: ArgumentKind, room: int) -> str:
    """Return the reason that rests on most of what was told."""
    arguments = entry.of_kind(kind)
    if not arguments:
        return ""
    return sentences(max(arguments, key=lambda argument: len(argument.told)).because, room)


def _without_brackets(name: str) -> str:
    return re.sub(r" \((.*?)\)", r", \1", name)
