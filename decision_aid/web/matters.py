"""What matters to the person, and what each option that came up does about it."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from decision_aid.overview.matters import matters_of
from decision_aid.web.knowledge import knowledge
from decision_aid.web.standing import standing_of
from decision_aid.web.visit import visit
from decision_aid.web.words import Words

bp = Blueprint("matters", __name__)


@bp.get("/matters")
def show() -> str | Response:
    """Show, row by row, what was rated and what the options do about it.

    Whatever comes before an overview comes before this page too.
    """
    standing = standing_of(visit())
    if not standing.may_weigh:
        return redirect(url_for("overview.show"))
    rulebook = knowledge().rulebook
    return render_template(
        "matters/show.html",
        matters=matters_of(standing.overview(), rulebook),
        ask=next(
            screen for screen in standing.journey.screens if screen.id in standing.journey.after
        ),
        place=standing.place,
        words=Words(rulebook.glossary, "matters"),
    )
