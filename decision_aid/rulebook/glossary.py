"""The words that are explained, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from decision_aid.rulebook.records import Term

#: The first letters of each word. A form begins where a word begins and ends where one ends.
_START = re.compile(r"(?<![\w-])\w+")
_GOES_ON = re.compile(r"[\w-]")


@dataclass(frozen=True, slots=True)
class Found:
    """A term that stands in a text, from *start* to *end*."""

    start: int
    end: int
    term: Term


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """Every term, and the long words that need no explanation.

    A page holds some 300 texts, and one pattern of all 700 forms took 0.15 s for it. So
    forms are looked up by the word they begin with.
    """

    terms: tuple[Term, ...]
    everyday: frozenset[str]
    _by_start: Mapping[str, tuple[tuple[str, Term], ...]]

    @classmethod
    def of(cls, terms: tuple[Term, ...], everyday: frozenset[str] = frozenset()) -> Glossary:
        """Return the glossary of these terms."""
        forms = {form.lower(): term for term in terms for form in (term.term, *term.forms)}
        by_start: dict[str, list[tuple[str, Term]]] = {}
        for form in sorted(forms, key=len, reverse=True):
            start = _START.match(form)
            by_start.setdefault(start.group() if start else form, []).append((form, forms[form]))
        return cls(terms, everyday, {start: tuple(some) for start, some in by_start.items()})

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def found_in(self, text: str) -> Iterator[Found]:
        """Yield each term that stands in the text, the longest form at each place."""
        small = text.lower()
        after = 0
        for start in _START.finditer(small):
            if start.start() < after:
                continue
            for form, term in self._by_start.get(start.group(), ()):
                end = start.start() + len(form)
                if small.startswith(form, start.start()) and not _GOES_ON.match(small, end):
                    yield Found(start.start(), end, term)
                    after = end
                    break

    def replaced(self, text: str, token: str) -> str:
        """Return the text with *token* in place of each term."""
        parts, end = [], 0
        for found in self.found_in(text):
            parts += [text[end : found.start], token]
            end = found.end
        return "".join([*parts, text[end:]])
