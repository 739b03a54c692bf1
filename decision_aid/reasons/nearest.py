"""Why something is not here: the rule that came closest, and the answers in between.

The place of the pain is fixed: an option that only other places lead to is about another
pain, and since the questions about that pain were not asked, nothing more is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, product

from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.journey import Journey
from decision_aid.reasons.grounds import (
    NEVER,
    Chose,
    Every,
    Ground,
    Said,
    Some,
    Test,
    Told,
    Value,
    fields_of,
)
from decision_aid.reasons.unfold import Grounds
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import PLACE, Field, Rule, Rulebook


@dataclass(frozen=True, slots=True)
class Mixture:
    """Choices of a list that must, and that must not, be among those chosen."""

    with_: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Gap:
    """One answer that stands between a person and a rule.

    Attributes:
        answer: what the person told; None when they left it out or were not asked.
        fits: the answers with which the rule would not stop here: choices or numbers, or
            mixtures of the choices of a list.
    """

    field: str
    answer: Answer | None
    fits: frozenset[Value] | frozenset[Mixture]


@dataclass(frozen=True, slots=True)
class Nearest:
    """The rule that came closest to bringing an option up.

    Attributes:
        rule: its id; of rules that are as close, the first by name.
        elsewhere: it is about another place, and the place is the only gap named.
        gaps: the fewest answers in between, in the order of the questions. One answer to
            each of them, in any combination, makes the rule hold.
        others: whether there is another way that is as short.
        first: rules of the option that still say "another step usually comes first", whatever
            fitting answers stand in the gaps.
    """

    rule: str
    elsewhere: bool
    gaps: tuple[Gap, ...]
    others: bool
    first: tuple[str, ...] = ()


def nearest_of(
    option: str, answers: Answers, journey: Journey, grounds: Grounds, rulebook: Rulebook
) -> Nearest | None:
    """Return the nearest rule that brings an option up; None when no rule ever does.

    A rule that already holds is the nearest of all, and has no gaps.
    """
    told = grounds.told_by(journey, answers)
    rules = rulebook.rules_about(option)
    bringing = sorted(rule.id for rule in rules if rule.effect.value == "ask")
    if not bringing:
        return None
    open_ = rulebook.fields.keys() - {PLACE}
    here = {name: told.rest(grounds.of_rule[name], open_) for name in bringing}
    here = {name: rest for name, rest in here.items() if rest != NEVER}
    if not here:
        return _elsewhere(bringing, told, grounds, rulebook)
    found = _closest(here, told, rulebook.fields)
    first = [rule for rule in rules if rule.effect.value == "first"]
    return replace(found, first=tuple(_standing(first, found.gaps, told, grounds, rulebook)))


def _elsewhere(names: list[str], told: Told, grounds: Grounds, rulebook: Rulebook) -> Nearest:
    """Return the places that an option is about."""
    open_ = rulebook.fields.keys() - {PLACE}
    places = frozenset(
        place
        for place in rulebook.fields[PLACE].choices
        for name in names
        if told.but(PLACE, place).rest(grounds.of_rule[name], open_) != NEVER
    )
    return Nearest(names[0], True, (Gap(PLACE, told.get(PLACE), places),), others=False)


def _closest(here: Mapping[str, Ground], told: Told, fields: Mapping[str, Field]) -> Nearest:
    """Try no change, then each answer alone, then each two, until a rule can hold."""
    for size in range(len(fields) + 1):
        found = [
            (rule, clauses)
            for rule, ground in here.items()
            for changed in combinations(_in_order(fields_of(ground), fields), size)
            if (clauses := tuple(_clauses(told.rest(ground, changed), fields)))
        ]
        if found:
            rule, clauses = found[0]
            fits, merged = _merged(clauses)
            gaps = tuple(
                Gap(name, told.answers.get(name), fits[name]) for name in _in_order(fits, fields)
            )
            return Nearest(rule, False, gaps, others=len(found) > 1 or merged < len(clauses))
    raise AssertionError("a rule that can hold here holds for some answers")


def _in_order(names: Iterable[str], fields: Mapping[str, Field]) -> list[str]:
    wanted = frozenset(names)
    return [name for name in fields if name in wanted]


#: For each question, what one way to make a ground hold asks of its answer.
Clause = dict[str, frozenset[Value] | Mixture]


def _clauses(ground: Ground, fields: Mapping[str, Field]) -> Iterator[Clause]:
    """Yield the ways to make a ground hold by answers; leaving something out is none."""
    if isinstance(ground, Some):
        for part in ground.parts:
            yield from _clauses(part, fields)
    elif isinstance(ground, Every):
        for clauses in product(*(tuple(_clauses(part, fields)) for part in ground.parts)):
            joined: Clause | None = {}
            for clause in clauses:
                joined = None if joined is None else _both(joined, clause, fields)
            if joined is not None:
                yield joined
    else:
        wanted = _wanted(ground)
        if wanted is not None:
            yield {ground.field: wanted}


def _wanted(test: Test) -> frozenset[Value] | Mixture | None:
    if isinstance(test, Said):
        return test.values - {None} or None
    if isinstance(test, Chose):
        choice = frozenset({test.choice})
        return Mixture(with_=choice) if test.chosen else Mixture(without=choice)
    return Mixture() if test.given else None


def _both(one: Clause, other: Clause, fields: Mapping[str, Field]) -> Clause | None:
    """Return what both ask for; None when no answer can be both."""
    joined = dict(one)
    for name, wanted in other.items():
        before = joined.get(name, wanted)
        if isinstance(wanted, Mixture) and isinstance(before, Mixture):
            both = Mixture(before.with_ | wanted.with_, before.without | wanted.without)
            alone = both.with_ & fields[name].exclusive
            if both.with_ & both.without or (alone and len(both.with_) > 1):
                return None
            joined[name] = both
        elif isinstance(wanted, frozenset) and isinstance(before, frozenset):
            if not before & wanted:
                return None
            joined[name] = before & wanted
    return joined


def _merged(
    clauses: tuple[Clause, ...],
) -> tuple[dict[str, frozenset[Value] | frozenset[Mixture]], int]:
    """Return the first way, widened by those that differ from it in one question alone.

    Also how many ways went into it.
    """
    first = clauses[0]
    widest: list[Clause] = [first]
    at = next(iter(first), "")
    for name in first:
        alike = [c for c in clauses if all(c[n] == first[n] for n in first if n != name)]
        if len(alike) > len(widest):
            widest, at = alike, name
    fits = {name: _as_fits([wanted]) for name, wanted in first.items()}
    if first:
        fits[at] = _as_fits([clause[at] for clause in widest])
    return fits, len(widest)


def _as_fits(
    wanted: list[frozenset[Value] | Mixture],
) -> frozenset[Value] | frozenset[Mixture]:
    mixtures = frozenset(one for one in wanted if isinstance(one, Mixture))
    return mixtures or frozenset(v for one in wanted if isinstance(one, frozenset) for v in one)


def answer_in(gap: Gap, fit: Value | Mixture, field: Field) -> Answer:
    """Return the answer that fits, with as much of the given one as can stay."""
    if not isinstance(fit, Mixture):
        return fit  # type: ignore[return-value]
    given = gap.answer if isinstance(gap.answer, tuple) else ()
    kept = set() if fit.with_ & field.exclusive else set(given) - field.exclusive
    chosen = kept - fit.without | fit.with_
    if not chosen:
        chosen = {name for name in sorted(field.exclusive) if name not in fit.without}
    return tuple(name for name in field.choices if name in chosen)


def _standing(
    rules: Iterable[Rule], gaps: tuple[Gap, ...], told: Told, grounds: Grounds, rulebook: Rulebook
) -> Iterator[str]:
    """Yield the rules that hold whatever fitting answers stand in the gaps."""
    for rule in rules:
        rest = told.rest(grounds.of_rule[rule.id], {gap.field for gap in gaps})
        read = [gap for gap in gaps if gap.field in fields_of(rest)]
        each = [
            [answer_in(gap, fit, rulebook.fields[gap.field]) for fit in gap.fits] for gap in read
        ]
        names = [gap.field for gap in read]
        if all(Told(dict(zip(names, one, strict=True)), {}).makes(rest) for one in product(*each)):
            yield rule.id
