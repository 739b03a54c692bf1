"""What a care card says in one country: the lines that fit it, with its numbers in them."""

from __future__ import annotations

from decision_aid.rulebook.records import CardRecord, CountryRecord, NumberRecord


def lines_for(card: CardRecord, country: CountryRecord) -> tuple[str, ...]:
    """Return what to do, without the lines that need a number which the country lacks."""
    there = {
        None: True,
        "emergency": True,
        "advice": country.advice is not None,
        "no_advice": country.advice is None,
        "crisis": bool(country.crisis),
    }
    return tuple(line.text for line in card.do if there[line.needs])


def numbers_in_text(country: CountryRecord) -> dict[str, NumberRecord]:
    """Return what stands in the place of ``{emergency}`` and ``{advice}``."""
    numbers = {"{emergency}": country.emergency, "{advice}": country.advice}
    return {place: record for place, record in numbers.items() if record is not None}


def with_numbers(text: str, country: CountryRecord) -> str:
    """Return a text of a care card with the numbers of a country, or words where it has none."""
    for place, record in numbers_in_text(country).items():
        text = text.replace(place, record.number or record.what)
    return text
