"""One person's visit, as it is kept in the sealed cookie between two pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from flask import g, session

from decision_aid.language import gettext as _
from decision_aid.language import mark
from decision_aid.questionnaire.answers import Answers, AnswersError, read_answers
from decision_aid.questionnaire.pains import parted
from decision_aid.rulebook.describe import choice_text, inside_sentence
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import PLACE, Rulebook, Screen
from decision_aid.rulebook.records import CountryRecord
from decision_aid.web.knowledge import knowledge
from decision_aid.web.languages import CHOSEN

#: Stands for a place that was not told yet.
NO_PLACE = mark("a pain that you have told nothing about yet")
#: Shown when a person has not said where they live: numbers in words only.
NO_COUNTRY = "other"
ANSWERS, SEEN, NOTICED, ASIDE = "answers", "seen", "noticed", "aside"


@dataclass(frozen=True, slots=True)
class Pain:
    """What was answered about one pain alone, and which of its questions were seen."""

    answers: Answers
    seen: frozenset[str]


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit holds.

    Attributes:
        answers: everything that was answered, also what no longer fits.
        seen: questions and rows that were on a screen when it was sent, answered or not.
        noticed: notices that were shown before the person went on.
        aside: the other pain, while this one is looked at; None when there is only one.
    """

    answers: Answers
    seen: frozenset[str] = frozenset()
    noticed: frozenset[str] = frozenset()
    aside: Pain | None = None

    def on(self, screen: Screen, answers: Answers, notices: frozenset[str]) -> Visit:
        """Return the visit after a screen was sent."""
        return replace(
            self,
            answers=answers,
            seen=self.seen | screen.field_ids,
            noticed=self.noticed | notices,
        )

    def has_seen(self, screen: Screen) -> bool:
        """Tell whether everything on a screen was there before when it was sent."""
        return screen.field_ids <= self.seen

    def turned_to(self, pain: Pain | None, own: frozenset[str], *, keeping: bool = True) -> Visit:
        """Return the visit with another pain to look at, and this one aside.

        Args:
            pain: the other pain; None for one that nothing was told of yet.
            own: the ids of the fields about one pain.
            keeping: whether this pain is kept aside; else it is forgotten.
        """
        about_pain, about_person = parted(self.answers, own)
        this = Pain(about_pain, self.seen & own)
        other = pain or Pain(Answers.of(), frozenset())
        return replace(
            self,
            answers=about_person.changed(other.answers),
            seen=(self.seen - own) | other.seen,
            aside=this if keeping else None,
        )


def visit() -> Visit:
    """Return the visit of this request; a new one when nothing is kept or it cannot be used.

    After a change of the rules some answers may name choices that are gone. Those are
    left out one by one, so that the others stay.
    """
    if "visit" not in g:
        shown = _kept_pain(session)
        raw = session.get(ASIDE)
        aside = _kept_pain(raw) if isinstance(raw, dict) else None
        g.visit = Visit(shown.answers, shown.seen, frozenset(session.get(NOTICED, ())), aside)
    kept: Visit = g.visit
    return kept


def _kept_pain(raw: Mapping[str, object]) -> Pain:
    rulebook = knowledge().rulebook
    answers = _kept_answers(raw.get(ANSWERS), rulebook)
    return Pain(answers, _unpacked(raw.get(SEEN), rulebook) | answers.keys())


def _kept_answers(raw: object, rulebook: Rulebook) -> Answers:
    kept: dict[str, Answer] = {}
    for name, value in raw.items() if isinstance(raw, dict) else ():
        try:
            kept.update(read_answers({name: value}, rulebook))
        except AnswersError:
            continue
    return Answers.of(kept)


def save(current: Visit) -> None:
    """Keep a visit in the cookie of this response."""
    session.pop(ASIDE, None)
    session.update(as_cookie(current))
    g.visit = current


def as_cookie(current: Visit) -> dict[str, object]:
    """Return what the cookie holds of a visit."""
    content = {
        **_packed_pain(Pain(current.answers, current.seen)),
        NOTICED: sorted(current.noticed),
    }
    return {**content, ASIDE: _packed_pain(current.aside)} if current.aside else content


def _packed_pain(pain: Pain) -> dict[str, object]:
    return {ANSWERS: dict(pain.answers), SEEN: _packed(pain.seen, knowledge().rulebook)}


def clear() -> None:
    """Forget everything about this visit; the language that was chosen is no part of it."""
    language = session.get(CHOSEN)
    session.clear()
    if language:
        session[CHOSEN] = language
    g.pop("visit", None)


def country_of(current: Visit, rulebook: Rulebook) -> CountryRecord | None:
    """Return the country that the person named, or None."""
    return rulebook.care.countries.get(str(current.answers.get("country")))


def country_to_ring(current: Visit, rulebook: Rulebook) -> CountryRecord:
    """Return the country whose numbers are shown; one with words only when none was named."""
    return country_of(current, rulebook) or rulebook.care.countries[NO_COUNTRY]


def place_of(pain: Pain | Visit, rulebook: Rulebook) -> str:
    """Return where a pain is, as it stands inside a sentence."""
    told = pain.answers.get(PLACE)
    if not isinstance(told, str):
        return _(NO_PLACE)
    return inside_sentence(choice_text(PLACE, told, rulebook))


# A cookie is small: 150 names would fill a third of it, 150 bits take 38 letters. The bits
# count in the order of one edition, so another edition reads none of them.


def _packed(seen: Iterable[str], rulebook: Rulebook) -> str:
    places = {name: place for place, name in enumerate(rulebook.fields)}
    bits = sum(1 << places[name] for name in set(seen))
    return f"{rulebook.edition.digest[:8]}{bits:x}"


def _unpacked(packed: object, rulebook: Rulebook) -> frozenset[str]:
    edition = rulebook.edition.digest[:8]
    if not isinstance(packed, str) or not packed.startswith(edition):
        return frozenset()
    bits = int(packed.removeprefix(edition) or "0", 16)
    return frozenset(name for place, name in enumerate(rulebook.fields) if bits >> place & 1)
