"""What every page may show: the edition, the person's country, what is kept."""

from __future__ import annotations

from typing import Any

from flask import Flask

from decision_aid.settings import Settings
from decision_aid.web.assets import asset_addresses
from decision_aid.web.knowledge import Knowledge
from decision_aid.web.visit import country_of, place_of, visit


def init_app(app: Flask, known: Knowledge, settings: Settings) -> None:
    """Give the templates of a site their common values."""
    asset = asset_addresses(app)

    @app.context_processor
    def common() -> dict[str, Any]:
        current = visit()
        return {
            "asset": asset,
            "care": known.rulebook.care,
            "care_footer": known.rulebook.care.footer,
            "country": country_of(current, known.rulebook),
            "edition": known.rulebook.edition,
            "has_answers": bool(current.seen),
            "pain_aside": place_of(current.aside, known.rulebook) if current.aside else None,
            "session_minutes": settings.session_minutes,
        }
