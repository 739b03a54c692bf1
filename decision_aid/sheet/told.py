"""Answers into topics of the sheet: the pain, what was tried, what tests said, what matters.

Answers stand in the words of the choices, and questions in their short words where they
have some. Which questions are on the sheet is said by the rules, with ``short``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from decision_aid.body_map.picture import picture_of
from decision_aid.rulebook.describe import choice_text, value_in_words
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import NONE_OF_THESE, NOT_SURE, Question, Rulebook
from decision_aid.rulebook.records import Role
from decision_aid.sheet.model import Block, BlockName, Line, Part
from decision_aid.sheet.room import Room
from decision_aid.sheet.shorten import listed, without_examples
from decision_aid.sheet.words import more, out_of_ten, picture_key, ratings, title_of

#: Choices that tell a team nothing.
SAYS_NOTHING = frozenset({NOT_SURE, NONE_OF_THESE, "nowhere_else", "nothing_told"})
#: Columns of a matrix that come last, and the one of them that is left out.
NOT_DONE, NOT_HAD = frozenset({"not_tried", "not_had"}), "not_had"


@dataclass(frozen=True, slots=True)
class Told:
    """What one person told, in the room there is.

    Attributes:
        place: stands beside titles when the sheet holds two pains.
        number: tells the drawings of two pains apart.
    """

    counted: Mapping[str, Answer]
    rulebook: Rulebook
    room: Room
    place: str = ""
    number: int = 1

    def pain(self) -> Block:
        """Return the pain in words and then in numbers; what has short words comes first."""
        names = [name for name in self.counted if self._is_about_pain(self._question(name))]
        names.sort(key=lambda name: self._question(name).short is None)
        words = [name for name in names if not isinstance(self.counted[name], int)]
        rated = tuple(self._ratings(names))
        answers = tuple(self._answers(words))
        shown = answers[: self.room.answers]
        parts = [Part((shown,), more=more(len(answers) - len(shown)))]
        if rated:
            parts.append(Part((rated,), ratings()))
        picture = picture_of(self.counted, self.rulebook, self.number)
        key = picture_key(picture) if picture else ""
        return Block("pain", title_of("pain", self.place), tuple(parts), picture=picture, key=key)

    def tried(self) -> Iterator[Block]:
        """Yield what was tried and whether it helped, if anything was."""
        return self._block("tried", "tried")

    def tests(self) -> Iterator[Block]:
        """Yield what scans and test injections said, if there were some."""
        return self._block("tests", "tests")

    def matters(self) -> Iterator[Block]:
        """Yield what matters to the person, if they said so."""
        return self._block("matters", "sheet")

    def _block(self, name: BlockName, role: Role) -> Iterator[Block]:
        lines = tuple(self._lines(role))
        if lines:
            yield Block(name, title_of(name, self.place), (Part((lines,)),))

    def _lines(self, role: Role) -> Iterator[Line]:
        for question in self.rulebook.questions:
            if question.role != role:
                continue
            if question.type == "matrix":
                yield from self._columns(question)
            elif question.short:
                yield from self._answers((question.id,))

    def _columns(self, question: Question) -> Iterator[Line]:
        """Yield one line a column: what helped a lot, what helped a little, and so on."""
        # What matters is asked from "not important" up, and read from "very important" down.
        choices = question.choices[::-1] if question.role == "sheet" else question.choices
        for choice in sorted(choices, key=lambda choice: choice.id in NOT_DONE):
            rows = [row for row in question.rows if self.counted.get(row.id) == choice.id]
            if not rows or choice.id in SAYS_NOTHING | {NOT_HAD}:
                continue
            shorten = question.role == "tried"
            texts = [without_examples(row.text) if shorten else row.text for row in rows]
            text, left_out = listed(texts, self.room.listed)
            yield Line(text, f"{choice.text.rstrip(':')}:", remark=more(left_out))

    def _answers(self, names: Iterable[str]) -> Iterator[Line]:
        for name in names:
            answer = self.counted.get(name)
            if answer is not None and not _says_nothing(answer):
                yield self._answer(name, answer)

    def _answer(self, name: str, answer: Answer) -> Line:
        label = self._label(name)
        if not isinstance(answer, tuple):
            return Line(value_in_words(name, answer, self.rulebook), label)
        texts = [choice_text(name, choice, self.rulebook) for choice in answer]
        text, left_out = listed(texts, self.room.listed)
        return Line(text, label, remark=more(left_out))

    def _ratings(self, names: Iterable[str]) -> Iterator[Line]:
        for name in names:
            value = self.counted[name]
            if isinstance(value, int):
                yield Line(out_of_ten(value), self._label(name), rating=value)

    def _label(self, name: str) -> str:
        question = self._question(name)
        return f"{question.short}:" if question.short else question.ask

    def _question(self, name: str) -> Question:
        return self.rulebook.asked_by[name]

    @staticmethod
    def _is_about_pain(question: Question) -> bool:
        return question.role == "pain" or (question.role == "history" and bool(question.short))


def _says_nothing(answer: Answer) -> bool:
    if isinstance(answer, int):
        return False
    return SAYS_NOTHING.issuperset(answer if isinstance(answer, tuple) else (answer,))
