"""Words of the glossary, marked where they first stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup, escape

from decision_aid.rulebook.records import Term


@lru_cache(maxsize=4)
def _reader(glossary: tuple[Term, ...]) -> tuple[re.Pattern[str], dict[str, Term]]:
    terms = {form.lower(): term for term in glossary for form in (term.term, *term.forms)}
    forms = sorted(terms, key=len, reverse=True)
    pattern = rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])"
    return re.compile(pattern, re.IGNORECASE), terms


@dataclass(slots=True)
class Words:
    """The words of the glossary that were met so far in one text.

    Attributes:
        glossary: every term.
        prefix: stands before the ids of the explanations, so that two texts on a page differ.
    """

    glossary: tuple[Term, ...]
    prefix: str
    _met: dict[str, Term] = field(default_factory=dict)

    @property
    def met(self) -> tuple[Term, ...]:
        """Return the terms that were marked so far, in order of the alphabet."""
        return tuple(sorted(self._met.values(), key=lambda term: term.term.lower()))

    def id_of(self, term: Term) -> str:
        """Return the id of the place where the term is explained."""
        return f"{self.prefix}--word-{term.id}"

    def mark(self, text: str) -> Markup:
        """Return the text with each term linked to its explanation, at its first use only."""
        if not self.glossary:
            return escape(text)
        pattern, terms = _reader(self.glossary)
        parts: list[Markup] = []
        end = 0
        for match in pattern.finditer(text):
            term = terms[match.group().lower()]
            if term.id in self._met:
                continue
            self._met[term.id] = term
            parts += [escape(text[end : match.start()]), self._link(term, match.group())]
            end = match.end()
        return Markup("").join([*parts, escape(text[end:])])

    def _link(self, term: Term, form: str) -> Markup:
        return Markup('<a class="term" href="#{}">{}</a>').format(self.id_of(term), form)
