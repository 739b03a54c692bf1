"""The overview: what came out, or the care card when a sign calls for help."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.journey import Journey, journey_of
from decision_aid.rulebook.evaluate import fired_in_reference
from decision_aid.rulebook.model import Rulebook
from decision_aid.rulebook.records import CountryRecord
from decision_aid.web.knowledge import knowledge
from decision_aid.web.presenters import care_cards, overview_view
from decision_aid.web.visit import visit

bp = Blueprint("overview", __name__)

#: Shown when a person has not said where they live: numbers in words only.
NO_COUNTRY = "other"


@bp.get("/overview")
def show() -> str | Response:
    """Show what the answers say; the care card alone when a sign is urgent."""
    known, answers = knowledge(), visit().answers
    rulebook = known.rulebook
    journey = journey_of(rulebook, answers)
    if journey.first_open(answers) and not told_urgent(rulebook, journey, answers):
        return redirect(url_for("questionnaire.begin"))
    overview = overview_of(answers, rulebook, known.engine)
    if overview.urgency:
        country = country_of(rulebook, answers)
        cards = care_cards(overview, rulebook, country)
        return render_template("overview/care.html", cards=cards, country=country)
    if overview.stop:
        return redirect(url_for("questionnaire.stop"))
    after = tuple(screen for screen in journey.screens if screen.id in journey.after)
    return render_template("overview/show.html", view=overview_view(overview, rulebook), after=after)


def country_of(rulebook: Rulebook, answers: Answers) -> CountryRecord:
    """Return where the person lives, or the entry without numbers of its own."""
    return rulebook.care.countries.get(
        str(answers.get("country")), rulebook.care.countries[NO_COUNTRY]
    )


def told_urgent(rulebook: Rulebook, journey: Journey, answers: Answers) -> bool:
    """Tell whether an answer that was really given is urgent.

    Lists that were not reached yet count as *not sure*. That alone is no reason to show
    a care card in the middle of the questions.
    """
    given = {name: answer for name, answer in journey.counted.items() if name in answers}
    fired = fired_in_reference(rulebook, given)
    return any(rule.effect.kind == "urgency" for rule in rulebook.rules if rule.id in fired)
