"""A second pain beside the first: begin it, go from one to the other, leave one out."""

from __future__ import annotations

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response

from decision_aid.questionnaire.pains import fields_of_one_pain
from decision_aid.web.knowledge import knowledge
from decision_aid.web.standing import standing_of
from decision_aid.web.visit import save, visit

bp = Blueprint("second_pain", __name__, url_prefix="/second-pain")


@bp.post("")
def begin() -> Response:
    """Put the pain that was looked at aside and ask about another; history and safety stay.

    Only after an overview: what is open or urgent about the first pain comes before.
    """
    standing = standing_of(visit())
    if standing.visit.aside is None and standing.is_done and standing.overview().is_open:
        save(standing.visit.turned_to(None, _own()))
        return redirect(url_for("questionnaire.begin"))
    return redirect(url_for("overview.show"))


@bp.post("/other")
def turn() -> Response:
    """Look at the other pain; the one that was shown is put aside."""
    current = visit()
    if current.aside:
        save(current.turned_to(current.aside, _own()))
    return redirect(url_for("overview.show"))


@bp.post("/leave-out")
def leave_out() -> Response:
    """Forget what was told about the pain that is shown, and go back to the other."""
    current = visit()
    if current.aside:
        save(current.turned_to(current.aside, _own(), keeping=False))
    return redirect(url_for("overview.show"))


def _own() -> frozenset[str]:
    return fields_of_one_pain(knowledge().rulebook)
