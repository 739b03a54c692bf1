"""Words of the glossary, marked where they first stand in a text."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup, escape

from decision_aid.language import Untranslated
from decision_aid.rulebook.glossary import Glossary
from decision_aid.rulebook.records import Term
from decision_aid.web.languages import in_english


@dataclass(slots=True)
class Words:
    """The words of the glossary that were met so far in one text.

    Attributes:
        glossary: every term.
        prefix: stands before the ids of the explanations, so that two texts on a page differ.
    """

    glossary: Glossary
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
        """Return the text with each term linked to its explanation, at its first use only.

        English terms stand in English texts only: elsewhere they may mean something else.
        """
        parts: list[Markup] = []
        end = 0
        for found in self.glossary.found_in(text):
            same = isinstance(found.term.term, Untranslated) == isinstance(text, Untranslated)
            if found.term.id in self._met or not same:
                continue
            self._met[found.term.id] = found.term
            form = text[found.start : found.end]
            parts += [escape(text[end : found.start]), self._link(found.term, form)]
            end = found.end
        whole = Markup("").join([*parts, escape(text[end:])])
        return in_english(whole) if isinstance(text, Untranslated) else whole

    def _link(self, term: Term, form: str) -> Markup:
        return Markup('<a class="term" href="#{}">{}</a>').format(self.id_of(term), form)
