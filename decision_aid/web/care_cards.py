"""Care cards: what to do when a sign calls for help, with the numbers of the person's country."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from decision_aid.language import gettext as _
from decision_aid.language import mark
from decision_aid.overview.model import Overview, ToldSign
from decision_aid.rulebook.model import Rulebook
from decision_aid.rulebook.records import CardRecord, CountryRecord
from decision_aid.rulebook.whom_to_ring import lines_for, numbers_in_text
from decision_aid.web.languages import as_shown


@dataclass(frozen=True, slots=True)
class CareCard:
    """One care card: what it is called, what it says, the signs told, what to do."""

    kind: str
    urgency: str
    title: Markup
    says: tuple[str, ...]
    signs: tuple[ToldSign, ...]
    do: tuple[Markup, ...]
    lines: bool


URGENCY_NAMES = {
    "emergency": mark("Emergency"),
    "same_day": mark("Today"),
    "soon": mark("In the next few days"),
    "crisis": mark("You are not alone"),
    "not_sure": mark("Ask now"),
}


def care_cards(
    overview: Overview, rulebook: Rulebook, country: CountryRecord
) -> tuple[CareCard, ...]:
    """Return the care cards for the signs told: a crisis first, then the rest by urgency."""
    cards = []
    others = tuple(told for told in overview.signs if not told.sign.crisis)
    if overview.crisis:
        cards.append(care_card(rulebook.care.cards["crisis"], (), country))
    if others:
        kind = "not_sure" if all(told.unsure for told in others) else others[0].sign.urgency
        cards.append(care_card(rulebook.care.cards[kind], others, country))
    return tuple(cards)


def care_card(record: CardRecord, signs: tuple[ToldSign, ...], country: CountryRecord) -> CareCard:
    """Return one care card for the signs told, with the numbers of a country to press."""
    return CareCard(
        kind=record.id,
        urgency=_(URGENCY_NAMES[record.id]),
        title=_with_numbers(record.title, country, linked=False),
        says=record.says,
        signs=signs,
        do=tuple(_with_numbers(line, country, linked=True) for line in lines_for(record, country)),
        lines=record.id == "crisis",
    )


def _with_numbers(text: str, country: CountryRecord, *, linked: bool) -> Markup:
    written = as_shown(text)
    for place, record in numbers_in_text(country).items():
        number = phone_link(record.number) if record.number and linked else record.number
        written = written.replace(place, number or as_shown(record.what))
    return written


def phone_link(number: str, *, texts_only: bool = False) -> Markup:
    """Return a telephone number that can be pressed: to ring it, or to write to it.

    >>> phone_link("116 123")
    Markup('<a class="phone" href="tel:116123">116&nbsp;123</a>')
    >>> phone_link("50808", texts_only=True)
    Markup('<a class="phone" href="sms:50808">50808</a>')
    """
    kept_together = escape(number).replace(" ", Markup("&nbsp;"))
    return Markup('<a class="phone" href="{}:{}">{}</a>').format(
        "sms" if texts_only else "tel", re.sub(r"[^\d+]", "", number), kept_together
    )
