"""The overview: what came out, or the care card when a sign calls for help."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from decision_aid.body_map.picture import picture_of
from decision_aid.overview.matters import matters_of
from decision_aid.web.care_cards import care_cards
from decision_aid.web.knowledge import knowledge
from decision_aid.web.overview_view import overview_view
from decision_aid.web.standing import standing_of
from decision_aid.web.visit import country_to_ring, visit

bp = Blueprint("overview", __name__)


@bp.get("/overview")
def show() -> str | Response:
    """Show what the answers say; the care card alone when a sign is urgent.

    Before the questions are done only what was really answered counts. So a sign that
    was told already gives its care card, and a list that was not reached yet does not.
    With two pains an urgent sign of either comes before both, the most urgent one first.
    """
    standing = standing_of(visit())
    rulebook = knowledge().rulebook
    urgent = standing.most_urgent()
    if urgent:
        country = country_to_ring(standing.visit, rulebook)
        cards = care_cards(urgent.overview(), rulebook, country)
        # Someone in danger hears of that first, and not of which pain it was told with.
        is_of_aside = urgent is not standing and not urgent.overview().crisis
        other_place = urgent.place if is_of_aside else None
        return render_template(
            "overview/care.html", cards=cards, country=country, other_place=other_place
        )
    overview = standing.overview()
    if overview.stop:
        return redirect(url_for("questionnaire.stop"))
    if not standing.visit.seen:
        return redirect(url_for("kept.gone"))
    if not standing.is_done:
        return redirect(url_for("questionnaire.begin"))
    journey = standing.journey
    after = tuple(screen for screen in journey.screens if screen.id in journey.after)
    return render_template(
        "overview/show.html",
        view=overview_view(overview, rulebook),
        matters=matters_of(overview, rulebook),
        after=after,
        place=standing.place,
        picture=picture_of(overview.counted, rulebook),
    )
