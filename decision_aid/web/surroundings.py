"""What every page may show: the edition, the person's country, whether something is kept."""

from __future__ import annotations

from typing import Any

from flask import Flask, has_request_context

from decision_aid.rulebook.records import CountryRecord
from decision_aid.web.assets import asset_addresses
from decision_aid.web.knowledge import Knowledge
from decision_aid.web.visit import Visit, visit


def init_app(app: Flask, known: Knowledge) -> None:
    """Give the templates of a site their common values."""
    asset = asset_addresses(app)

    @app.context_processor
    def common() -> dict[str, Any]:
        current = visit() if has_request_context() else None
        return {
            "asset": asset,
            "care": known.rulebook.care,
            "care_footer": known.rulebook.care.footer,
            "country": country_of(current, known),
            "edition": known.rulebook.edition,
            "has_answers": bool(current and current.visited),
        }


def country_of(current: Visit | None, known: Knowledge) -> CountryRecord | None:
    """Return the numbers of the country that the person named, or None."""
    if current is None:
        return None
    return known.rulebook.care.countries.get(str(current.answers.get("country")))
