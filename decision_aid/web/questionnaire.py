"""The questionnaire: one screen after another, back and forth, nothing lost."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from decision_aid.body_map.picture import picture_of
from decision_aid.language import gettext as _
from decision_aid.language import mark
from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.forms import answers_in, errors_of, form_for
from decision_aid.questionnaire.journey import Journey
from decision_aid.rulebook.describe import value_in_words
from decision_aid.rulebook.model import Question, Rulebook, Screen
from decision_aid.rulebook.records import NoticeRecord
from decision_aid.web.body_map import figures_on
from decision_aid.web.knowledge import knowledge
from decision_aid.web.languages import take_switch
from decision_aid.web.standing import Standing, standing_of
from decision_aid.web.visit import clear, save, visit

bp = Blueprint("questionnaire", __name__)

URGENT_SECTION = "urgent"
#: Shown on check-your-answers for a question that was asked and left empty.
NOT_ANSWERED = mark("Not answered")


@bp.get("/questions")
def begin() -> Response:
    """Go to the first screen that is still open, or to the check."""
    standing = standing_of(visit())
    if standing.open_screen is None:
        return redirect(url_for(".check"))
    return redirect(url_for(".screen", name=standing.open_screen.id))


@bp.route("/questions/<name>", methods=["GET", "POST"])
def screen(name: str) -> str | Response | tuple[str, int]:
    """Show a screen, or take its answers and go on."""
    is_switched = take_switch()
    standing = standing_of(visit())
    shown = standing.journey.screen(name)
    if shown is None:
        if any(screen.id == name for screen in knowledge().rulebook.screens):
            return redirect(url_for(".begin"))
        abort(404)
    if not _may_be_shown(shown, standing):
        return redirect(url_for(".begin") if standing.visit.seen else url_for("kept.gone"))
    current = standing.visit
    if request.method != "POST":
        return _page(shown, standing, form_for(shown, None, current.answers))
    form = form_for(shown, request.form, current.answers)
    if is_switched:
        return _page(shown, standing, form)
    if not form.validate():
        return _page(shown, standing, form, errors=errors_of(form, shown)), 422
    answers = current.answers.changed(answers_in(form, shown))
    seen = frozenset(notice.id for notice in _new_notices(standing))
    after = current.on(shown, answers, seen)
    save(after)
    return redirect(_next_address(shown, standing_of(after), changing=_is_changing(standing)))


@bp.get("/check")
def check() -> str | Response:
    """Show every answer that counts, each with a link to change it."""
    standing = standing_of(visit())
    if not standing.visit.seen:
        return redirect(url_for("kept.gone"))
    return render_template(
        "questionnaire/check.html",
        parts=_parts(standing, knowledge().rulebook),
        open_screen=standing.open_screen,
        place=standing.place,
        picture=picture_of(standing.journey.counted, knowledge().rulebook),
    )


@bp.post("/clear")
def clear_all() -> Response:
    """Forget everything and go back to the start."""
    clear()
    return redirect(url_for("pages.start", cleared=1))


@bp.get("/not-for-this")
def stop() -> str | Response:
    """Say why this aid is not the right place, and where to go."""
    reason = standing_of(visit()).overview().stop
    if reason is None:
        return redirect(url_for(".begin"))
    rulebook = knowledge().rulebook
    asked_on = next(s for s in rulebook.screens if reason.change in s.field_ids)
    return render_template(
        "questionnaire/stop.html",
        stop=reason,
        change_url=url_for(".screen", name=asked_on.id),
    )


def _is_changing(standing: Standing) -> bool:
    """Tell whether the person came from the check, or from what follows it, to change an answer."""
    return "change" in request.args and standing.was_done


def _may_be_shown(shown: Screen, standing: Standing) -> bool:
    """Tell whether everything that is required before the screen was answered."""
    journey, answers = standing.journey, standing.visit.answers
    earlier = takewhile(lambda screen: screen.id != shown.id, journey.screens)
    return all(journey.is_answered(screen, answers) for screen in earlier)


def _next_address(shown: Screen, after: Standing, *, changing: bool) -> str:
    """Return where to go after a screen: to the care card, a stop, or the next screen."""
    outcome = after.overview()
    # After a change, and about a second pain, only what is new is asked; then the check comes.
    only_new = changing or after.visit.aside is not None
    following = after.open_screen if only_new else after.journey.next_after(shown.id)
    still_asking = (
        shown.section == URGENT_SECTION
        and following is not None
        and following.section == URGENT_SECTION
    )
    if outcome.urgency == "emergency" or (outcome.urgency and not still_asking):
        return url_for("overview.show")
    if outcome.stop and (outcome.stop.at == "once" or _is_past_urgent(following, shown)):
        return url_for(".stop")
    if following is not None:
        return url_for(".screen", name=following.id, change=1 if changing else None)
    return url_for("matters.show" if shown.id in after.journey.after else ".check")


def _is_past_urgent(following: Screen | None, shown: Screen) -> bool:
    """Tell whether the way leads on from the urgent signs, or is beyond them."""
    names = [section.id for section in knowledge().rulebook.sections]
    urgent = names.index(URGENT_SECTION)
    next_section = names.index(following.section) if following else len(names)
    return next_section > urgent and names.index(shown.section) >= urgent


def _new_notices(standing: Standing) -> tuple[NoticeRecord, ...]:
    notices = standing.overview().notices
    return tuple(notice for notice in notices if notice.id not in standing.visit.noticed)


def _page(
    shown: Screen,
    standing: Standing,
    form: Form,
    errors: tuple[tuple[str, str], ...] = (),
) -> str:
    changing = _is_changing(standing)
    return render_template(
        "questionnaire/screen.html",
        screen=shown,
        form=form,
        figures=figures_on(shown, standing.journey.counted, knowledge().rulebook),
        errors=errors,
        notices=_new_notices(standing),
        back_url=_back_address(shown, standing.journey, changing=changing),
        progress=_progress(shown, knowledge().rulebook),
        changing=changing,
    )


def _back_address(shown: Screen, journey: Journey, *, changing: bool) -> str:
    previous = journey.previous_to(shown.id)
    if changing:
        return url_for(".check")
    if previous is not None:
        return url_for(".screen", name=previous.id)
    return url_for("overview.show" if shown.id in journey.after else "pages.start")


def _progress(shown: Screen, rulebook: Rulebook) -> str:
    signs = shown.questions[0].sign_of
    if signs:
        listed = [q.id for q in rulebook.questions if q.sign_of == signs]
        number = listed.index(shown.questions[0].id) + 1
        return _("Sign {number} of {total}").format(number=number, total=len(listed))
    parts = [section for section in rulebook.sections if not section.after_overview]
    for number, section in enumerate(parts, start=1):
        if section.id == shown.section:
            return _("Part {number} of {total}: {title}").format(
                number=number, total=len(parts), title=section.title
            )
    return next(section.title for section in rulebook.sections if section.id == shown.section)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of check-your-answers."""

    question: str
    answer: str
    screen: str
    field: str


def _parts(standing: Standing, rulebook: Rulebook) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Return what was asked and answered, by section; what was not asked yet is left out."""
    answers = standing.visit.answers
    parts = []
    for section in rulebook.sections:
        rows = tuple(
            Row(
                _asked(question, field.id),
                _answered(field.id, answers, rulebook),
                screen.id,
                field.id,
            )
            for screen in standing.journey.screens
            if screen.section == section.id
            for question in screen.questions
            for field in question.fields
            if field.id in standing.visit.seen
        )
        if rows:
            parts.append((section.title, rows))
    return tuple(parts)


def _asked(question: Question, field: str) -> str:
    return next((row.text for row in question.rows if row.id == field), question.ask)


def _answered(field: str, answers: Answers, rulebook: Rulebook) -> str:
    if field not in answers:
        return _(NOT_ANSWERED)
    return value_in_words(field, answers[field], rulebook)
