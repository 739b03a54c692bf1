"""Pages that are the same for everyone."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, abort, render_template, request, url_for
from flask_babel import format_date

from decision_aid.audit.effort import MINUTES_TOLD
from decision_aid.language import gettext as _
from decision_aid.language import mark, ngettext
from decision_aid.rulebook.records import Source, SourceKind
from decision_aid.web.care_cards import phone_link
from decision_aid.web.knowledge import knowledge
from decision_aid.web.visit import visit

bp = Blueprint("pages", __name__)
bp.add_app_template_filter(phone_link, "phone")

#: The day on which the accessibility statement was last gone through, and the digest of its
#: English text with that day in it. Whoever changes one of them has to go through the whole.
ACCESSIBILITY_STATEMENT = (date(2026, 11, 25), "32a8c2f213513072")

SOURCE_KINDS: dict[SourceKind, str] = {
    "guideline": mark("Guideline"),
    "consensus": mark("Consensus"),
    "professional-society": mark("Professional society"),
    "regulator": mark("Regulator"),
    "health-body-page": mark("Health body page"),
    "payer-policy": mark("Payer policy"),
    "product-label": mark("Product label"),
    "patient-information": mark("Patient information"),
    "systematic-review": mark("Systematic review"),
    "review": mark("Review"),
    "trial": mark("Trial"),
    "observational": mark("Observational"),
    "case-report": mark("Case report"),
    "validation-study": mark("Validation study"),
    "commentary": mark("Commentary"),
    "news-report": mark("News report"),
    "reference-text": mark("Reference text"),
    "clinic-page": mark("Clinic page"),
}


@bp.app_template_filter("day")
def day(when: date) -> str:
    """Return a date as people say it, in the language that is spoken."""
    return str(format_date(when, "long"))


@bp.get("/")
def start() -> str:
    """Say what the aid is, for whom, and how to begin."""
    return render_template(
        "pages/start.html", cleared="cleared" in request.args, minutes=MINUTES_TOLD
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
    """Lead to the sources of each kind. All on one page would be 1,300 of them."""
    links = [
        (url_for(".sources_of_kind", kind=kind), _heading(kind), _how_many(len(found)))
        for kind, found in _sources_by_kind().items()
    ]
    return render_template("pages/sources.html", links=links)


@bp.get("/sources/<kind>")
def sources_of_kind(kind: SourceKind) -> str:
    """List every source of one kind, with how it was read."""
    found = _sources_by_kind().get(kind)
    if found is None:
        abort(404)
    reads = {
        "full-text": _("The whole text was read"),
        "abstract": _("The summary was read"),
        "page": _("A page was read"),
    }
    return render_template(
        "pages/sources_of_kind.html", heading=_heading(kind), sources=found, reads=reads
    )


def _sources_by_kind() -> dict[SourceKind, list[Source]]:
    kinds: dict[SourceKind, list[Source]] = {}
    for source in sorted(knowledge().rulebook.sources.values(), key=lambda s: s.title.lower()):
        kinds.setdefault(source.kind, []).append(source)
    return dict(sorted(kinds.items()))


@bp.app_template_filter("source_kind")
def _heading(kind: SourceKind) -> str:
    return _(SOURCE_KINDS[kind])


def _how_many(sources: int) -> str:
    return ngettext("%(num)d source", "%(num)d sources", sources) % {"num": sources}
