"""Ready to decide? Four questions to ask oneself. Nothing is sent, kept, counted or judged."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from decision_aid.language import gettext as _
from decision_aid.rulebook.records import Help, ReadyQuestion
from decision_aid.web.knowledge import knowledge
from decision_aid.web.standing import Standing, standing_of
from decision_aid.web.visit import visit

bp = Blueprint("ready", __name__)


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question, and the pages that can help: address and text."""

    question: ReadyQuestion
    links: tuple[tuple[str, str], ...]


@bp.get("/ready")
def show() -> str | Response:
    """Show the questions, each with what can help; a sign that calls for help comes first."""
    standing = standing_of(visit())
    if standing.most_urgent():
        return redirect(url_for("overview.show"))
    ready = knowledge().rulebook.ready
    questions = tuple(
        QuestionView(question, tuple(dict.fromkeys(_link(to, standing) for to in question.go_to)))
        for question in ready.questions
    )
    cites = dict.fromkeys(name for question in ready.questions for name in question.cites)
    cited = (*cites, *(name for name in ready.modelled_on.cites if name not in cites))
    return render_template(
        "ready/show.html",
        questions=questions,
        modelled_on=ready.modelled_on.text,
        sources=tuple(knowledge().rulebook.sources[name] for name in cited),
        is_done=standing.is_done,
    )


def _link(to: Help, standing: Standing) -> tuple[str, str]:
    """Return the way to a page; what needs answers leads to the questions until they are done."""
    if to == "options":
        return url_for("library.index"), _("All options, one by one")
    if to == "compare":
        return url_for("compare.show"), _("Options side by side")
    if to == "no-procedure":
        return url_for("library.option", name="no-procedure"), _("Carrying on without a procedure")
    after = [screen for screen in standing.journey.screens if screen.id in standing.journey.after]
    if not standing.is_done or (to == "what-matters" and not after):
        return url_for("questionnaire.begin"), _("The questions that lead to your overview")
    if to == "what-matters":
        return url_for("questionnaire.screen", name=after[0].id), _("What matters to you")
    if to == "sheet":
        return url_for("sheet.edit"), _("Your sheet, with questions for the team")
    return url_for("overview.show"), _("Your overview")
