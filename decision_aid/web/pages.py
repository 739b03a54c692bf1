"""Pages that are the same for everyone."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template, request

from decision_aid.rulebook.records import Source
from decision_aid.web.care_cards import phone_link
from decision_aid.web.knowledge import knowledge
from decision_aid.web.visit import visit

bp = Blueprint("pages", __name__)
bp.add_app_template_filter(phone_link, "phone")

#: The day on which the accessibility statement was last gone through, and the digest of its
#: English text with that day in it. Whoever changes one of them has to go through the whole.
ACCESSIBILITY_STATEMENT = (date(2026, 11, 25), "32a8c2f213513072")


@bp.app_template_filter("day")
def day(when: date) -> str:
    """Return a date as people say it.

    >>> day(date(2026, 3, 4))
    '4 March 2026'
    """
    return f"{when.day} {when:%B %Y}"


@bp.get("/")
def start() -> str:
    """Say what the aid is, for whom, and how to begin."""
    return render_template(
        "pages/start.html", cleared="cleared" in request.args, gone="gone" in request.args
    )


@bp.get("/urgent-help")
def urgent_help() -> str:
    """Give the numbers of every country, the person's own first."""
    rulebook = knowledge().rulebook
    own = visit().answers.get("country")
    countries = sorted(rulebook.care.countries.values(), key=lambda country: country.id != own)
    return render_template("pages/urgent_help.html", countries=countries, own=own)


@bp.get("/privacy")
def privacy() -> str:
    """Say what happens to answers."""
    return render_template("pages/privacy.html")


@bp.get("/accessibility")
def accessibility() -> str:
    """Say who can use the aid, and what may still be hard."""
    return render_template("pages/accessibility.html", said_on=ACCESSIBILITY_STATEMENT[0])


@bp.get("/glossary")
def glossary() -> str:
    """Explain every word that is marked on the pages."""
    terms = sorted(knowledge().rulebook.glossary, key=lambda term: term.term.lower())
    return render_template("pages/glossary.html", terms=terms, sources=knowledge().rulebook.sources)


@bp.get("/sources")
def sources() -> str:
    """List every source by kind, with how it was read."""
    kinds: dict[str, list[Source]] = {}
    for source in sorted(knowledge().rulebook.sources.values(), key=lambda s: s.title.lower()):
        kinds.setdefault(source.kind, []).append(source)
    return render_template("pages/sources.html", kinds=dict(sorted(kinds.items())))
