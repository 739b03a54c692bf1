"""Grounds: trees of tests on single answers.

A ground is true or false of whatever was told, also of what was left out. So it can be
turned round, and worked out for some answers while others stay open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from decision_aid.rulebook.evaluate import Answer

#: An answer to a question that takes one; None when there is no answer.
Value = str | int | None


@dataclass(frozen=True, slots=True)
class Said:
    """The answer to a question that takes one is among these; None stands for no answer."""

    field: str
    values: frozenset[Value]


@dataclass(frozen=True, slots=True)
class Chose:
    """A choice is, or is not, among those chosen."""

    field: str
    choice: str
    chosen: bool = True


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that takes several choices was, or was not, answered."""

    field: str
    given: bool = True


@dataclass(frozen=True, slots=True)
class Every:
    """True when every part is; with no parts, always."""

    parts: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """True when at least one part is; with no parts, never."""

    parts: tuple[Ground, ...]


Test = Said | Chose | Answered
Ground = Said | Chose | Answered | Every | Some

ALWAYS = Every(())
NEVER = Some(())


def every(parts: Iterable[Ground]) -> Ground:
    """Join grounds that must all hold, as small as it goes."""
    return _joined(parts, Every, Some)


def some(parts: Iterable[Ground]) -> Ground:
    """Join grounds of which one must hold, as small as it goes."""
    return _joined(parts, Some, Every)


def _joined(parts: Iterable[Ground], kind: type[Every | Some], other: type[Every | Some]) -> Ground:
    """Flatten, leave out repeats, and let tests of one answer become one test."""
    flat: dict[Ground, None] = {}
    said: dict[str, frozenset[Value]] = {}
    for part in _flat(parts, kind):
        if isinstance(part, other) and not part.parts:
            return part
        if isinstance(part, Said):
            before = said.get(part.field)
            if before is None:
                said[part.field] = part.values
            else:
                said[part.field] = before & part.values if kind is Every else before | part.values
        else:
            flat[part] = None
    if kind is Every and not all(said.values()):
        return NEVER
    # Tests of single answers come first: they are the quickest to decide.
    joined = (*(Said(name, values) for name, values in said.items()), *sorted(flat, key=_size))
    return joined[0] if len(joined) == 1 else kind(joined)


def _flat(parts: Iterable[Ground], kind: type[Every | Some]) -> Iterator[Ground]:
    for part in parts:
        if isinstance(part, kind):
            yield from part.parts
        else:
            yield part


def _size(ground: Ground) -> int:
    return len(ground.parts) if isinstance(ground, Every | Some) else 0


def tests(ground: Ground) -> Iterator[Test]:
    """Yield every test of a ground."""
    if isinstance(ground, Every | Some):
        for part in ground.parts:
            yield from tests(part)
    else:
        yield ground


def fields_of(ground: Ground) -> frozenset[str]:
    """Return the ids of the questions and rows that a ground rests on."""
    return frozenset(test.field for test in tests(ground))


@dataclass(frozen=True, slots=True)
class Told:
    """What one person told.

    Attributes:
        answers: what was answered, whether it counts now or not.
        not_sure: what a missing answer counts as, where it counts at all.
    """

    answers: Mapping[str, Answer]
    not_sure: Mapping[str, Answer]

    def get(self, name: str) -> Answer | None:
        """Return an answer; None when there is none."""
        return self.answers.get(name, self.not_sure.get(name))

    def but(self, name: str, answer: Answer | None) -> Told:
        """Return the same with another answer; None takes it back."""
        rest = {known: kept for known, kept in self.answers.items() if known != name}
        return replace(self, answers=rest if answer is None else {**rest, name: answer})

    def passes(self, test: Test) -> bool:
        """Tell whether a test holds."""
        answer = self.get(test.field)
        if isinstance(test, Said):
            return answer in test.values
        chosen = answer if isinstance(answer, tuple) else ()
        if isinstance(test, Chose):
            return (test.choice in chosen) == test.chosen
        return bool(chosen) == test.given

    def makes(self, ground: Ground) -> bool:
        """Tell whether a ground holds."""
        if isinstance(ground, Every):
            return all(self.makes(part) for part in ground.parts)
        if isinstance(ground, Some):
            return any(self.makes(part) for part in ground.parts)
        return self.passes(ground)

    def rest(self, ground: Ground, open_: Collection[str]) -> Ground:
        """Return what is left of a ground when only the answers to *open_* may still differ."""
        if isinstance(ground, Every):
            return self._rest(ground.parts, open_, Every)
        if isinstance(ground, Some):
            return self._rest(ground.parts, open_, Some)
        if ground.field in open_:
            return ground
        return ALWAYS if self.passes(ground) else NEVER

    def _rest(
        self, parts: tuple[Ground, ...], open_: Collection[str], kind: type[Every | Some]
    ) -> Ground:
        decided, undecided = (NEVER, ALWAYS) if kind is Every else (ALWAYS, NEVER)
        left = []
        for part in parts:
            rest = self.rest(part, open_)
            if rest == decided:
                return decided
            if rest != undecided:
                left.append(rest)
        return every(left) if kind is Every else some(left)
