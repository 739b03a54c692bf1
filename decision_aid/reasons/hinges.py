"""What an overview turns on: the answers of which another would change where an option stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from decision_aid.overview.assemble import section_of
from decision_aid.overview.model import Section
from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.journey import Journey
from decision_aid.reasons.grounds import (
    ALWAYS,
    NEVER,
    Chose,
    Ground,
    Told,
    fields_of,
    tests,
)
from decision_aid.reasons.unfold import Grounds
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import NOT_SURE, PLACE, Field, Question, Rulebook
from decision_aid.rulebook.records import Role

#: Another place is another pain, and safety facts and urgent signs are no matter of "what if".
ROLES: frozenset[Role] = frozenset({"pain", "history", "tried", "tests"})
#: Up to so many choices of a list every mixture is tried; beyond, all that differ in two or fewer.
EVERY_MIXTURE = 6
TWO = 2


@dataclass(frozen=True, slots=True)
class Move:
    """An option that would stand in another section."""

    option: str
    before: Section
    after: Section


@dataclass(frozen=True, slots=True)
class Way:
    """Answers in the place of the one given, all of which move the same options.

    ``answers`` is in the order of the question, ``moves`` in that of names of options.
    """

    answers: tuple[Answer, ...]
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Hinge:
    """A question of which another answer would move at least one option.

    Attributes:
        answer: what was told; None when the question was left out.
        ways: how else it could go, those that move nothing included.
    """

    field: str
    answer: Answer | None
    ways: tuple[Way, ...]

    @property
    def is_unsure(self) -> bool:
        """Tell whether the person left it out or was not sure."""
        return self.answer in (None, NOT_SURE, (NOT_SURE,))

    @property
    def moves(self) -> tuple[Move, ...]:
        """Return every move that one of the ways makes, in order of the names of options."""
        return tuple(sorted({m for way in self.ways for m in way.moves}, key=_by_name))


def _by_name(move: Move) -> tuple[str, str]:
    return move.option, move.after


def hinges_of(
    answers: Answers, journey: Journey, grounds: Grounds, rulebook: Rulebook
) -> tuple[Hinge, ...]:
    """Return the hinges of one person's overview, in the order of the questions.

    Only one answer is changed at a time. Answers that would close the overview, because
    they are urgent together or speak for a stop, are left out.
    """
    told = grounds.told_by(journey, answers)
    asked = {
        field.id: (field, question)
        for screen in journey.screens
        for question in screen.questions
        for field in question.fields
        if question.role in ROLES and field.id != PLACE
    }
    board = _Board.of(told, grounds, rulebook, asked)
    return tuple(
        hinge
        for field, question in asked.values()
        if (hinge := board.hinge(field, question)) is not None
    )


@dataclass(frozen=True, slots=True)
class _Board:
    """The rules that some change could still turn, with all that cannot change worked in.

    Attributes:
        grounds: what is left of each such rule.
        kinds: for each rule its option and the kind of its argument.
        now: for each option the rules that hold.
        reading: for each question the rules that read it.
        closing: for each question the rules that read it and close the overview.
    """

    told: Told
    grounds: Mapping[str, Ground]
    kinds: Mapping[str, tuple[str, str]]
    now: Mapping[str, frozenset[str]]
    reading: Mapping[str, tuple[str, ...]]
    closing: Mapping[str, tuple[Ground, ...]]

    @classmethod
    def of(
        cls,
        told: Told,
        grounds: Grounds,
        rulebook: Rulebook,
        asked: Mapping[str, tuple[Field, Question]],
    ) -> _Board:
        left: dict[str, Ground] = {}
        kinds: dict[str, tuple[str, str]] = {}
        now: dict[str, frozenset[str]] = {}
        reading: dict[str, tuple[str, ...]] = {}
        for rule in rulebook.rules:
            if rule.effect.kind != "argument":
                continue
            rest = told.rest(grounds.of_rule[rule.id], asked)
            if rest == NEVER:
                continue
            if told.makes(rest):
                option = rule.effect.target
                now[option] = now.get(option, frozenset()) | {rule.id}
            left[rule.id] = rest
            kinds[rule.id] = (rule.effect.target, rule.effect.value)
            for name in fields_of(rest):
                reading[name] = (*reading.get(name, ()), rule.id)
        closing: dict[str, tuple[Ground, ...]] = {}
        for ground in grounds.closing:
            rest = told.rest(ground, asked)
            for name in fields_of(rest):
                closing[name] = (*closing.get(name, ()), rest)
        return cls(told, left, kinds, now, reading, closing)

    def hinge(self, field: Field, question: Question) -> Hinge | None:
        """Return the hinge that a question is, if it is one."""
        turning = {
            rule: rest
            for rule in self.reading.get(field.id, ())
            if (rest := self.told.rest(self.grounds[rule], {field.id})) not in (ALWAYS, NEVER)
        }
        if not turning:
            return None
        closing = [self.told.rest(g, {field.id}) for g in self.closing.get(field.id, ())]
        ways: dict[tuple[Move, ...], list[Answer]] = {}
        answer = self.told.answers.get(field.id)
        for other in _other_answers(field, question, answer, turning.values()):
            told = Told({field.id: other}, {})
            if not any(told.makes(ground) for ground in closing):
                ways.setdefault(self._moves(told, turning), []).append(other)
        if not any(ways):
            return None
        return Hinge(field.id, answer, tuple(Way(tuple(a), moves) for moves, a in ways.items()))

    def _moves(self, told: Told, turning: Mapping[str, Ground]) -> tuple[Move, ...]:
        changed: dict[str, set[str]] = {}
        for rule, rest in turning.items():
            option, _ = self.kinds[rule]
            rules = changed.setdefault(option, set(self.now.get(option, ())))
            (rules.add if told.makes(rest) else rules.discard)(rule)
        moves = []
        for option, rules in changed.items():
            before, after = self._section(self.now.get(option, ())), self._section(rules)
            if before != after:
                moves.append(Move(option, before, after))
        return tuple(sorted(moves, key=_by_name))

    def _section(self, rules: Iterable[str]) -> Section:
        return section_of({self.kinds[rule][1] for rule in rules})


def _other_answers(
    field: Field, question: Question, answer: Answer | None, turning: Iterable[Ground]
) -> Iterator[Answer]:
    """Yield the answers that could be given in the place of this one."""
    if field.kind == "number":
        yield from (n for n in range(field.low, field.high + 1) if n != answer)
    elif field.kind == "one":
        yield from (c.id for c in question.choices if c.id != answer)
    else:
        current = answer if isinstance(answer, tuple) else ()
        yield from (m for m in _mixtures(question, current, turning) if m != answer)


def _mixtures(
    question: Question, current: tuple[str, ...], turning: Iterable[Ground]
) -> Iterator[tuple[str, ...]]:
    """Yield what else could be chosen from a list, as far as the rules can tell it apart."""
    read = {t.choice for g in turning for t in tests(g) if isinstance(t, Chose)}
    alone = [c.id for c in question.choices if c.exclusive]
    several = [c.id for c in question.choices if not c.exclusive]
    told_apart = [name for name in several if name in read]
    kept = {name for name in current if name in several and name not in read}
    here = frozenset(current) & set(told_apart)
    yield from ((name,) for name in alone)
    for size in range(len(told_apart) + 1):
        for chosen in combinations(told_apart, size):
            if len(told_apart) > EVERY_MIXTURE and len(here ^ set(chosen)) > TWO:
                continue
            mixture = kept | set(chosen)
            if mixture:
                yield tuple(name for name in several if name in mixture)
