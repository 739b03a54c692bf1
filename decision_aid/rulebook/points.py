"""Conditions as short lists that a person can read, one line a point."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from decision_aid.language import gettext as _
from decision_aid.language import ngettext
from decision_aid.rulebook.conditions import (
    All,
    AnswerLeaf,
    AnyOf,
    Condition,
    FindingLeaf,
    Operator,
)
from decision_aid.rulebook.describe import choice_text, label_of
from decision_aid.rulebook.model import Rulebook

#: Of more than this many choices, those that are left out are named, if they are fewer.
FEW = 4
#: Choices are named one after another up to so many words; the others are only counted.
MANY_WORDS = 18
_EXAMPLES = re.compile(r" \([^)]*\)$")


@dataclass(frozen=True, slots=True)
class Points:
    """A list of which all points must fit, or any one; a point is a line or such a list.

    No list stands directly in one of its own kind, and none has a single point.
    """

    how: Literal["all", "any"]
    parts: tuple[str | Points, ...]


def points_of(condition: Condition, rulebook: Rulebook) -> Points:
    """Return a condition as points; a single line is a list of one.

    What makes a line hard to read is left out of it: examples in brackets, and all but the
    first of very many choices.
    """
    found = _Writer(rulebook, shortly=True).points(condition)
    return found if isinstance(found, Points) else Points("all", (found,))


def sentence_of(condition: Condition, rulebook: Rulebook) -> str:
    """Return a condition as one sentence that leaves nothing out."""
    return _sentence(_Writer(rulebook, shortly=False).points(condition))


def _sentence(point: str | Points, *, inside: bool = False) -> str:
    if isinstance(point, str):
        return point
    if not point.parts:
        return _("always") if point.how == "all" else _("never")
    word = _("; and ") if point.how == "all" else _("; or ")
    joined = word.join(_sentence(part, inside=True) for part in point.parts)
    return f"({joined})" if inside else joined


@dataclass(frozen=True, slots=True)
class _Writer:
    rulebook: Rulebook
    shortly: bool

    def points(self, condition: Condition) -> str | Points:
        if isinstance(condition, FindingLeaf):
            return self._finding(condition)
        if isinstance(condition, AnswerLeaf):
            return self._answer(condition)
        how: Literal["all", "any"] = "all" if isinstance(condition, All) else "any"
        parts: list[str | Points] = []
        for part in _side_by_side(condition):
            found = self.points(part)
            inner = found.parts if isinstance(found, Points) and found.how == how else (found,)
            parts += [point for point in inner if point not in parts]
        return parts[0] if len(parts) == 1 else Points(how, tuple(parts))

    def _finding(self, leaf: FindingLeaf) -> str:
        finding = self.rulebook.findings[leaf.finding]
        says = finding.says
        if finding.internal:
            says = _("Your pain is of a kind that this option is about")
        return _("Not what you told us: “{says}”").format(says=says) if leaf.negated else says

    def _answer(self, leaf: AnswerLeaf) -> str:
        label = label_of(leaf.field, self.rulebook)
        if isinstance(leaf.operand, int):
            words = {
                (Operator.AT_LEAST, False): _("{number} or more"),
                (Operator.AT_LEAST, True): _("less than {number}"),
                (Operator.AT_MOST, False): _("{number} or less"),
                (Operator.AT_MOST, True): _("more than {number}"),
            }
            return f"{label} {words[leaf.operator, leaf.negated].format(number=leaf.operand)}"
        known = self.rulebook.fields[leaf.field].choices
        rest = tuple(choice for choice in known if choice not in leaf.operand)
        is_one = leaf.operator is not Operator.INCLUDES
        turned = is_one and len(leaf.operand) > FEW > len(rest)
        named = self._either(leaf.field, rest if turned else leaf.operand)
        if leaf.negated != turned:
            return _("{question} any answer but {choices}").format(question=label, choices=named)
        return f"{label} {named}"

    def _either(self, field: str, choices: tuple[str, ...]) -> str:
        texts = [choice_text(field, choice, self.rulebook) for choice in choices]
        if not self.shortly:
            return either(texts)
        texts = [_EXAMPLES.sub("", text) for text in texts]
        words = accumulate(len(text.split()) for text in texts)
        named = max(1, sum(so_far <= MANY_WORDS for so_far in words))
        return either(texts[:named], len(texts) - named)


def _side_by_side(condition: All | AnyOf) -> Iterator[Condition]:
    """Yield the parts; choices of one list that stand side by side become one part."""
    negated = isinstance(condition, All)
    chosen: dict[str, tuple[str, ...]] = {}
    for part in condition.parts:
        if isinstance(part, AnswerLeaf) and _is_of_list(part, negated=negated):
            chosen[part.field] = chosen.get(part.field, ()) + _choices(part)
    for part in condition.parts:
        if not (isinstance(part, AnswerLeaf) and _is_of_list(part, negated=negated)):
            yield part
        elif part.field in chosen:
            names = chosen.pop(part.field)
            yield AnswerLeaf(part.field, Operator.INCLUDES, names, negated)


def _choices(leaf: AnswerLeaf) -> tuple[str, ...]:
    return leaf.operand if isinstance(leaf.operand, tuple) else ()


def _is_of_list(leaf: AnswerLeaf, *, negated: bool) -> bool:
    return leaf.operator is Operator.INCLUDES and leaf.negated == negated


def quoted(text: str) -> str:
    """Return the words of a choice, in quotes."""
    return _("“{text}”").format(text=text)


def either(texts: Sequence[str], others: int = 0) -> str:
    """Return choices in quotes, the last two joined by "or", with how many others there are.

    >>> either(["A"]), either(["A", "B", "C"]), either(["A", "B"], 3)
    ('“A”', '“A”, “B” or “C”', '“A”, “B” or one of 3 others')
    """
    named = [quoted(text) for text in texts]
    if others:
        rest = ngettext("another one", "one of {number} others", others)
        named.append(rest.format(number=others))
    *most, last = named
    return _("{choices} or {last}").format(choices=", ".join(most), last=last) if most else last
