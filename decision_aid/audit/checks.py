"""Every check of the content, by the standard that asks for it, and what each of them found."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from decision_aid.audit import balance, figures, plain_words, reviews
from decision_aid.audit.content import Content, prose
from decision_aid.audit.coverage import (
    Coverage,
    conditions_without_a_case,
    coverage_of,
    options_that_never_come_up,
    rules_without_a_case,
)
from decision_aid.rulebook.conditions import leaves
from decision_aid.rulebook.problems import Problem

#: Gives what the worked cases show, worked out when a check first asks.
Covered = Callable[[], Coverage]


@dataclass(frozen=True, slots=True)
class Check:
    """One promise about the content.

    Attributes:
        says: what holds when nothing is found.
        standard: ids of the standards that ask for it.
        looks_at: how many things it looks at.
        faults: what breaks it; None when the loader refuses a rulebook that breaks it.
    """

    id: str
    says: str
    standard: str
    looks_at: Callable[[Content], int]
    faults: Callable[[Content, Covered], Iterable[Problem]] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What one check found."""

    check: Check
    looked_at: int
    problems: tuple[Problem, ...]


def results_of(content: Content, only: Container[str] | None = None) -> Iterator[Result]:
    """Run every check, or *only* those with these ids."""
    covered = cache(partial(coverage_of, content))
    for check in CHECKS:
        if only is None or check.id in only:
            found = check.faults(content, covered) if check.faults else ()
            yield Result(check, check.looks_at(content), tuple(sorted(set(found))))


def _options(content: Content) -> int:
    return len(content.rulebook.options)


def _rules(content: Content) -> int:
    return len(content.rulebook.rules)


def _outcomes(content: Content) -> int:
    return sum(len(option.outcomes) for option in content.rulebook.options.values())


def _sources(content: Content) -> int:
    return len(content.rulebook.sources)


def _texts(content: Content) -> int:
    return sum(1 for document in content.documents for _ in prose(document))


def _texts_with_sources(content: Content) -> int:
    return sum(1 for document in figures.documents_with_sources(content) for _ in prose(document))


def _page_texts(content: Content) -> int:
    return sum(len(page.texts) for page in plain_words.pages_of(content))


def _pages(content: Content) -> int:
    return len(plain_words.page_readings(content))


def _conditions(content: Content) -> int:
    return sum(len(tuple(leaves(rule.when))) for rule in content.rulebook.rules)


CHECKS = (
    Check("complete", "Every option is described on every point", "Q3-Q6 K3-K5 CS1-CS4", _options),
    Check("places-told", "Every place of pain has a page", "Q1 K1",
          lambda content: len(content.rulebook.places)),
    Check("concerns-answered", "Every option answers every concern, or says that nothing is known",
          "K9 V1 V4", lambda content: len(content.rulebook.matters.concerns)),
    Check("balanced", "Benefits and harms get equal room", "C1",
          _options, lambda c, _: balance.unbalanced(c)),
    Check("both-sides", "Expert groups of both sides speak, or the page says why not", "3.2",
          _options, lambda c, _: balance.one_sided(c)),
    Check("reviewed", "No review is overdue", "C4",
          _options, lambda c, _: reviews.overdue(c)),
    Check("cited", "Every citation leads to a source, and every source is cited", "C2", _sources),
    Check("figures-cited", "Every figure stands beside its source", "C2",
          _texts_with_sources, lambda c, _: figures.uncited_figures(c)),
    Check("certain", "Every number says how sure it is, in generated words", "C5 GRADE", _outcomes),
    Check("one-row", "Every number has one denominator and one time", "K6 K7 RC16",
          _outcomes, lambda c, _: figures.wrong_denominators(c)),
    Check("views-agree", "Words, table and picture tell the same number", "K8",
          _outcomes, lambda c, _: figures.views_that_differ(c)),
    Check("wording", "No phrase diagnoses, ranks, sells, promises or misleads", "6.4 RC1-RC12",
          _texts),
    Check("readable", "No page is too hard to read", "K21 4.1",
          _pages, lambda c, _: plain_words.heavy_pages(c)),
    Check("short", "No sentence is too long", "4.2",
          _page_texts, lambda c, _: plain_words.long_sentences(c)),
    Check("explained", "Hard words are explained", "PEMAT 4",
          _page_texts, lambda c, _: plain_words.unexplained_words(c)),
    Check("rules-fire", "Every rule fires in a worked case", "HZ5",
          _rules, lambda c, covered: rules_without_a_case(c, covered())),
    Check("conditions-decide", "Every condition decides in a worked case", "HZ5",
          _conditions, lambda c, covered: conditions_without_a_case(c, covered())),
    Check("options-reached", "Every option is spoken about in a worked case", "Q3",
          _options, lambda c, covered: options_that_never_come_up(c, covered())),
    Check("answers-set-no-number", "No number depends on answers; no ask rests on safety facts",
          "RC13 HZ1", _rules),
)  # fmt: skip
