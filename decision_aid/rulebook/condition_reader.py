"""Raw YAML conditions into condition trees, with every mistake named and placed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from decision_aid.rulebook.conditions import (
    All,
    AnswerLeaf,
    AnyOf,
    Condition,
    FindingLeaf,
    Operator,
)
from decision_aid.rulebook.documents import Document, Path_
from decision_aid.rulebook.model import Field
from decision_aid.rulebook.problems import Problem, unknown

BRANCH_WORDS = ("all", "any", "not")
LEAF_WORDS = ("answer", "finding", "sign")
WORDS = (*BRANCH_WORDS, *LEAF_WORDS)
OPERATOR_WORDS = ("is", "any_of", "includes", "includes_any", "at_least", "at_most")
FITTING = {
    "one": ("is", "any_of"),
    "many": ("includes", "includes_any"),
    "number": ("at_least", "at_most"),
    "text": (),
}


def _not_one_word(raw: Mapping[str, object], words: list[str]) -> str:
    if words:
        return f"a condition says one thing, not {' and '.join(words)} at once"
    found = next((key for key in raw if key not in OPERATOR_WORDS), None)
    if found is None:
        return f'"{next(iter(raw))}" compares an answer: of which question?'
    return unknown("word of a condition", found, WORDS)


@dataclass(frozen=True, slots=True)
class ConditionReader:
    """Reads conditions of one document.

    Attributes:
        document: the file that the conditions stand in.
        fields: the questions and matrix rows that may be read.
        findings: ids of the findings that may be read; empty where none may.
        signs: what being told of each urgent sign means, as a condition.
        problems: where every mistake is written down.
    """

    document: Document
    fields: Mapping[str, Field]
    findings: frozenset[str]
    signs: Mapping[str, Condition]
    problems: list[Problem]

    def read(self, raw: object, path: Path_, *, negated: bool = False) -> Condition | None:
        """Return the tree with ``not`` pushed to its leaves, or None if something is wrong."""
        if not isinstance(raw, Mapping) or not raw:
            return self._wrong(
                path, f'a condition is a mapping, such as {{finding: ...}}, not "{raw}"'
            )
        words = [word for word in WORDS if word in raw]
        if len(words) != 1:
            return self._wrong(path, _not_one_word(raw, words))
        word = words[0]
        if word == "answer":
            return self._answer(raw, path, negated=negated)
        extra = [key for key in raw if key != word]
        if extra:
            return self._wrong((*path, extra[0]), f'"{extra[0]}" does not belong beside "{word}".')
        if word == "not":
            return self.read(raw["not"], (*path, "not"), negated=not negated)
        if word in {"all", "any"}:
            return self._branch(word, raw[word], (*path, word), negated=negated)
        return self._named(word, raw[word], (*path, word), negated=negated)

    def _wrong(self, path: Path_, message: str) -> Condition | None:
        """Write a problem down and give the nothing that stands for an unreadable condition."""
        self.problems.append(self.document.problem(path, message))
        return None

    def _branch(self, word: str, raw: object, path: Path_, *, negated: bool) -> Condition | None:
        if not isinstance(raw, tuple) or not raw:
            return self._wrong(path, f'"{word}" holds a list of conditions')
        parts = [self.read(part, (*path, i), negated=negated) for i, part in enumerate(raw)]
        read = tuple(part for part in parts if part is not None)
        if len(read) != len(parts):
            return None
        return All(read) if (word == "all") != negated else AnyOf(read)

    def _named(self, word: str, name: object, path: Path_, *, negated: bool) -> Condition | None:
        if word == "finding":
            if not isinstance(name, str) or name not in self.findings:
                return self._wrong(path, unknown("finding", name, self.findings))
            return FindingLeaf(name, negated, self.document.place(path))
        if not isinstance(name, str) or name not in self.signs:
            return self._wrong(path, unknown("urgent sign", name, self.signs))
        if negated:
            return self._wrong(path, "a rule may not rest on an urgent sign that was not told")
        return self.signs[name]

    def _answer(self, raw: Mapping[str, object], path: Path_, *, negated: bool) -> Condition | None:
        field = self.fields.get(str(raw["answer"]))
        if field is None:
            return self._wrong((*path, "answer"), unknown("question", raw["answer"], self.fields))
        words = [key for key in raw if key != "answer"]
        strange = [key for key in words if key not in OPERATOR_WORDS]
        if strange:
            return self._wrong(
                (*path, strange[0]), unknown("comparison", strange[0], OPERATOR_WORDS)
            )
        if len(words) != 1:
            found = f"not {' and '.join(words)} at once" if words else "and there is none"
            return self._wrong(path, f'the question "{field.id}" takes one comparison, {found}.')
        word = words[0]
        if field.kind == "text":
            return self._wrong(path, f'no rule reads "{field.id}": it is for the sheet only')
        if word not in FITTING[field.kind]:
            fitting = " or ".join(FITTING[field.kind])
            return self._wrong(
                (*path, word),
                f'"{word}" does not fit the question "{field.id}", which takes {fitting}.',
            )
        return self._leaf(field, word, raw[word], (*path, word), negated=negated)

    def _leaf(
        self, field: Field, word: str, raw: object, path: Path_, *, negated: bool
    ) -> Condition | None:
        place = self.document.place(path)
        if field.kind == "number":
            if (
                not isinstance(raw, int)
                or isinstance(raw, bool)
                or not field.low <= raw <= field.high
            ):
                return self._wrong(
                    path,
                    f'"{field.id}" is a whole number from {field.low} to {field.high}, not "{raw}"',
                )
            return AnswerLeaf(field.id, Operator(word), raw, negated, place)
        several = word in {"any_of", "includes_any"}
        if several != isinstance(raw, tuple) or raw == ():
            return self._wrong(
                path, f'"{word}" takes {"a list of choices" if several else "one choice"}'
            )
        chosen = raw if isinstance(raw, tuple) else (raw,)
        good = True
        for i, choice in enumerate(chosen):
            if choice not in field.choices:
                good = False
                self._wrong(
                    (*path, i) if several else path,
                    unknown(f'choice of the question "{field.id}"', choice, field.choices),
                )
        if not good:
            return None
        names = tuple(str(choice) for choice in chosen)
        if word == "includes_any":
            parts = tuple(
                AnswerLeaf(field.id, Operator.INCLUDES, (name,), negated, place) for name in names
            )
            if len(parts) == 1:
                return parts[0]
            return All(parts) if negated else AnyOf(parts)
        return AnswerLeaf(field.id, Operator(word), names, negated, place)
