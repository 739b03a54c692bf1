"""Why something is not here, and what an overview turns on. Nothing of it beside an urgent sign.

Both are worked out from the answers alone. Where that does not agree with the overview there
is an error page, as for any two readings of the rules.
"""

from __future__ import annotations

from flask import Blueprint, current_app, redirect, render_template, url_for
from flask.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response

from decision_aid.pipeline import ReadingsDiffer
from decision_aid.questionnaire.journey import Journey, journey_of
from decision_aid.reasons.hinges import hinges_of
from decision_aid.reasons.nearest import nearest_of
from decision_aid.reasons.unfold import Grounds
from decision_aid.web.knowledge import EXTENSION as KNOWLEDGE
from decision_aid.web.knowledge import knowledge
from decision_aid.web.library import option_named
from decision_aid.web.standing import Standing, standing_of
from decision_aid.web.turns_on_view import turns_on_view
from decision_aid.web.visit import visit
from decision_aid.web.why_not_view import why_not_view

bp = Blueprint("reasons", __name__)
EXTENSION = "decision_aid.grounds"


@bp.record_once
def work_out(state: BlueprintSetupState) -> None:
    """Work out the grounds of every rule once, when the site starts."""
    extensions = state.app.extensions
    extensions[EXTENSION] = Grounds.of(extensions[KNOWLEDGE].source)


@bp.get("/options/<name>/why")
def why_not(name: str) -> str | Response:
    """Say why an option did not come up; the page of one that did says why it did."""
    option = option_named(name)
    standing = _open_standing()
    if standing is None:
        return redirect(url_for("overview.show"))
    entry = standing.overview().entry(option.id)
    if entry is None or entry.section != "other":
        return redirect(url_for("library.option", name=option.id))
    rulebook, journey = knowledge().rulebook, _journey(standing)
    nearest = nearest_of(option.id, standing.visit.answers, journey, _grounds(), rulebook)
    if nearest and not nearest.gaps:
        raise ReadingsDiffer(frozenset({nearest.rule}))
    view = why_not_view(entry, nearest, journey, rulebook)
    return render_template("reasons/why_not.html", view=view)


@bp.get("/overview/turns-on")
def turns_on() -> str | Response:
    """Say which answers the overview hinges on, and which ways an open question could go."""
    standing = _open_standing()
    if standing is None:
        return redirect(url_for("overview.show"))
    rulebook = knowledge().rulebook
    hinges = hinges_of(standing.visit.answers, _journey(standing), _grounds(), rulebook)
    sections = {entry.option.id: entry.section for entry in standing.overview().entries}
    moves = (move for hinge in hinges for move in hinge.moves)
    differing = {move.option for move in moves if move.before != sections[move.option]}
    if differing:
        raise ReadingsDiffer(frozenset(differing))
    view = turns_on_view(hinges, rulebook)
    return render_template("reasons/turns_on.html", view=view, place=standing.place)


def _open_standing() -> Standing | None:
    """Return where the visit stands when its overview may show options; else None.

    The overview itself knows what to show then: a care card, a stop, or the questions.
    """
    standing = standing_of(visit())
    if not standing.is_done or standing.most_urgent() or not standing.overview().is_open:
        return None
    return standing


def _journey(standing: Standing) -> Journey:
    """Return the way as the overview counts it, with what is missing as *not sure*."""
    return journey_of(knowledge().rulebook, standing.visit.answers)


def _grounds() -> Grounds:
    found: Grounds = current_app.extensions[EXTENSION]
    return found
