"""The overview: what came out, or the care card when a sign calls for help."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.journey import journey_of
from decision_aid.rulebook.model import Rulebook
from decision_aid.rulebook.records import CountryRecord
from decision_aid.web.care_cards import care_cards
from decision_aid.web.knowledge import knowledge
from decision_aid.web.overview_view import overview_view
from decision_aid.web.visit import visit

bp = Blueprint("overview", __name__)

#: Shown when a person has not said where they live: numbers in words only.
NO_COUNTRY = "other"


@bp.get("/overview")
def show() -> str | Response:
    """Show what the answers say; the care card alone when a sign is urgent.

    Before the questions are done only what was really answered counts. So a sign that
    was told already gives its care card, and a list that was not reached yet does not.
    """
    known, answers = knowledge(), visit().answers
    rulebook = known.rulebook
    journey = journey_of(rulebook, answers, so_far=True)
    is_open = journey.first_open(answers) is not None
    overview = overview_of(answers, rulebook, known.engine, so_far=is_open)
    if overview.urgency:
        country = country_of(rulebook, answers)
        cards = care_cards(overview, rulebook, country)
        return render_template("overview/care.html", cards=cards, country=country)
    if overview.stop:
        return redirect(url_for("questionnaire.stop"))
    if is_open:
        return redirect(url_for("questionnaire.begin"))
    after = tuple(screen for screen in journey.screens if screen.id in journey.after)
    return render_template(
        "overview/show.html", view=overview_view(overview, rulebook), after=after
    )


def country_of(rulebook: Rulebook, answers: Answers) -> CountryRecord:
    """Return where the person lives, or the entry without numbers of its own."""
    countries = rulebook.care.countries
    return countries.get(str(answers.get("country")), countries[NO_COUNTRY])
