"""Numbers: each has a source, each row one denominator, and all its views agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decision_aid.audit.content import Content, prose
from decision_aid.overview.numbers import MOST_PEOPLE, Numbers, counted, numbers_of
from decision_aid.rulebook.documents import Document, Path_
from decision_aid.rulebook.problems import Problem

_FIGURE = re.compile(r"\d")
#: So many of 1,000 people are one of 100.
ONE_OF_A_HUNDRED = 10
#: Texts of an option that stand without a source of their own, so they hold no figure.
WITHOUT_SOURCE = ("name", "one_line", "no_number", "position_gap")
#: What stands beside blanks to fill in, and states nothing.
LABELS = frozenset({"columns", "rows"})


def uncited_figures(content: Content) -> Iterator[Problem]:
    """Yield each figure in a text that carries no source."""
    for document in documents_with_sources(content):
        for path, text in prose(document):
            if _FIGURE.search(text) and not _has_source(document, path):
                yield document.problem(
                    path, "a figure stands here without a source: cite one, or leave it out."
                )


def documents_with_sources(content: Content) -> tuple[Document, ...]:
    """Return the files in which each statement carries its own source."""
    files = ("places.yaml", "aftercare.yaml")
    return (*content.in_folder("options"), *map(content.file, files))


def _has_source(document: Document, path: Path_) -> bool:
    if path[0] in WITHOUT_SOURCE:
        return False
    if path[0] == "questions_to_ask":
        return True  # a question asks and states nothing; its figure is one of the option's own
    if not LABELS.isdisjoint(map(str, path)):
        return True
    node = _at(document.root, path[:-1])
    return isinstance(node, dict) and bool(node.get("cites"))


def _at(node: object, path: Path_) -> object:
    for key in path:
        node = node[key]  # type: ignore[index]
    return node


def wrong_denominators(content: Content) -> Iterator[Problem]:
    """Yield each number out of 1,000 that could be told out of 100 without rounding (RC16)."""
    for option in content.rulebook.options.values():
        for i, outcome in enumerate(option.outcomes):
            arms = [arm for arm in (outcome.with_, outcome.without) if arm is not None]
            if outcome.people == MOST_PEOPLE and not any(arm % ONE_OF_A_HUNDRED for arm in arms):
                yield content.option_file(option.id).problem(
                    ("outcomes", i, "people"),
                    f'"{outcome.id}" is a whole number out of 100: count it out of 100.',
                )


def views_that_differ(content: Content) -> Iterator[Problem]:
    """Yield each outcome whose words, table and picture do not tell the same numbers."""
    for option in content.rulebook.options.values():
        for i, outcome in enumerate(option.outcomes):
            for view in disagreeing(numbers_of(outcome, option.name)):
                yield content.option_file(option.id).problem(
                    ("outcomes", i), f'"{outcome.id}": {view} tells another number.'
                )


def disagreeing(numbers: Numbers) -> Iterator[str]:
    """Yield the name of each view of an outcome that does not tell its numbers."""
    outcome = numbers.outcome
    arms = [outcome.with_] if outcome.without is None else [outcome.with_, outcome.without]
    people = outcome.people
    for words, arm in zip((numbers.with_words, numbers.without_words), arms, strict=False):
        if f": {counted(arm, people)} out of {people:,} people" not in (words or ""):
            yield "the sentence"
    told = [(counted(arm, people), counted(people - arm, people)) for arm in arms]
    if told != [(row.had, row.had_not) for row in numbers.rows]:
        yield "the table"
    if outcome.without is None:
        if numbers.groups:
            yield "the picture"
        return
    drawn = {group.role: group.count for group in numbers.groups}
    anyway = drawn.get("anyway", 0)
    with_, without = anyway + drawn.get("because", 0), anyway + drawn.get("spared", 0)
    if [with_, without] != arms or sum(drawn.values()) != people:
        yield "the picture"
