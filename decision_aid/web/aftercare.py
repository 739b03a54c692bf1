"""After the visit: signs to watch for and papers to fill in, for each option, as page and PDF."""

from __future__ import annotations

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from decision_aid.aftercare.build import aftercare_of
from decision_aid.aftercare.model import Aftercare
from decision_aid.aftercare.pdf import pdf_of
from decision_aid.rulebook.records import Option
from decision_aid.web.care_cards import care_card
from decision_aid.web.knowledge import knowledge
from decision_aid.web.library import option_named, options_by_kind
from decision_aid.web.visit import country_to_ring, visit
from decision_aid.web.words import Words

bp = Blueprint("aftercare", __name__)


@bp.get("/after")
def index() -> str:
    """List every option, to choose what was done or tried."""
    return render_template("aftercare/index.html", kinds=options_by_kind(knowledge().rulebook))


@bp.get("/options/<name>/after")
def option(name: str) -> str:
    """Show what to watch for, to expect and to fill in after one option."""
    found = option_named(name)
    rulebook = knowledge().rulebook
    shown = _aftercare(found)
    country = country_to_ring(visit(), rulebook)
    cards = tuple(care_card(rulebook.care.cards[s.urgency], (), country) for s in shown.signs)
    return render_template(
        "aftercare/option.html",
        option=found,
        aftercare=shown,
        watched=tuple(zip(cards, shown.signs, strict=True)),
        words=Words(rulebook.glossary, found.id),
    )


@bp.get("/options/<name>/after.pdf")
def pdf(name: str) -> Response:
    """Return the same as a PDF; it is made anew each time, and kept nowhere."""
    found = option_named(name)
    return Response(
        pdf_of(_aftercare(found)),
        mimetype="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="after-{found.id}.pdf"'},
    )


def _aftercare(found: Option) -> Aftercare:
    rulebook = knowledge().rulebook
    return aftercare_of(found, rulebook, country_to_ring(visit(), rulebook))
