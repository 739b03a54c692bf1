"""The questionnaire: one screen after another, back and forth, nothing lost."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from decision_aid.overview.model import Overview
from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.forms import answers_in, errors_of, form_for
from decision_aid.questionnaire.journey import Journey, journey_of
from decision_aid.rulebook.describe import value_in_words
from decision_aid.rulebook.model import Question, Rulebook, Screen
from decision_aid.rulebook.records import NoticeRecord
from decision_aid.web.knowledge import knowledge
from decision_aid.web.visit import Visit, clear, save, visit

bp = Blueprint("questionnaire", __name__)

URGENT_SECTION = "urgent"
#: Shown on check-your-answers for a question that was asked and left empty.
NOT_ANSWERED = "Not answered"


@bp.get("/questions")
def begin() -> Response:
    """Go to the first screen that is still open, or to the check."""
    current = visit()
    journey = _journey(current.answers)
    for screen in journey.before_overview:
        if screen.id not in current.visited or not journey.is_answered(screen, current.answers):
            return redirect(url_for(".screen", name=screen.id))
    return redirect(url_for(".check"))


@bp.route("/questions/<name>", methods=["GET", "POST"])
def screen(name: str) -> str | Response | tuple[str, int]:
    """Show a screen, or take its answers and go on."""
    current = visit()
    journey = _journey(current.answers)
    shown = journey.screen(name)
    if shown is None:
        if any(screen.id == name for screen in knowledge().rulebook.screens):
            return redirect(url_for(".begin"))
        abort(404)
    if not _may_be_shown(shown, journey, current):
        return redirect(url_for(".begin"))
    if request.method == "GET":
        return _page(shown, journey, current, form_for(shown, None, current.answers))
    form = form_for(shown, request.form, current.answers)
    if not form.validate():
        return _page(shown, journey, current, form, errors=errors_of(form, shown)), 422
    answers = current.answers.changed(answers_in(form, shown))
    seen = frozenset(notice.id for notice in _new_notices(current))
    after = current.on(name, answers, seen)
    save(after)
    return redirect(_next_address(shown, after, changing=_is_changing()))


@bp.get("/check")
def check() -> str | Response:
    """Show every answer that counts, each with a link to change it."""
    current = visit()
    journey = _journey(current.answers)
    if not current.visited:
        return redirect(url_for("pages.start"))
    open_screen = journey.first_open(current.answers)
    return render_template(
        "questionnaire/check.html",
        parts=_parts(journey, current.answers, knowledge().rulebook),
        open_screen=open_screen,
    )


@bp.post("/clear")
def clear_all() -> Response:
    """Forget everything and go back to the start."""
    clear()
    return redirect(url_for("pages.start", cleared=1))


@bp.get("/not-for-this")
def stop() -> str | Response:
    """Say why this aid is not the right place, and where to go."""
    reason = _so_far(visit().answers).stop
    if reason is None:
        return redirect(url_for(".begin"))
    rulebook = knowledge().rulebook
    asked_on = next(s for s in rulebook.screens if reason.change in _field_ids(s))
    return render_template(
        "questionnaire/stop.html",
        stop=reason,
        change_url=url_for(".screen", name=asked_on.id, change=1),
    )


def _journey(answers: Answers) -> Journey:
    return journey_of(knowledge().rulebook, answers, so_far=True)


def _so_far(answers: Answers) -> Overview:
    known = knowledge()
    return overview_of(answers, known.rulebook, known.engine, so_far=True)


def _is_changing() -> bool:
    return "change" in request.args


def _may_be_shown(shown: Screen, journey: Journey, current: Visit) -> bool:
    """Tell whether everything that is required before the screen was answered."""
    for earlier in journey.screens:
        if earlier.id == shown.id:
            return True
        if not journey.is_answered(earlier, current.answers):
            return False
    return True


def _next_address(shown: Screen, after: Visit, *, changing: bool) -> str:
    """Return where to go after a screen: to the care card, a stop, or the next screen."""
    outcome = _so_far(after.answers)
    journey = _journey(after.answers)
    following = _following(shown, journey, after, changing=changing)
    in_urgent = following is not None and following.section in {shown.section, URGENT_SECTION}
    still_asking = shown.section == URGENT_SECTION and in_urgent
    if outcome.urgency == "emergency" or (outcome.urgency and not still_asking):
        return url_for("overview.show")
    if outcome.stop and (outcome.stop.at == "once" or _is_past_urgent(following, shown)):
        return url_for(".stop")
    if following is not None:
        return url_for(".screen", name=following.id, change=1 if changing else None)
    return url_for("overview.show" if shown.id in journey.after else ".check")


def _is_past_urgent(following: Screen | None, shown: Screen) -> bool:
    """Tell whether the urgent signs were asked: the way leads on from them or is beyond them."""
    names = [section.id for section in knowledge().rulebook.sections]
    place = names.index(following.section) if following else len(names)
    return place > names.index(URGENT_SECTION) and names.index(shown.section) >= names.index(
        URGENT_SECTION
    )


def _following(shown: Screen, journey: Journey, after: Visit, *, changing: bool) -> Screen | None:
    if not changing:
        return journey.next_after(shown.id)
    # After a change only what became new is asked, then the check comes back.
    for candidate in journey.before_overview:
        fresh = candidate.id not in after.visited
        if fresh or not journey.is_answered(candidate, after.answers):
            return candidate
    return None


def _new_notices(current: Visit) -> tuple[NoticeRecord, ...]:
    notices = _so_far(current.answers).notices
    return tuple(notice for notice in notices if notice.id not in current.noticed)


def _page(
    shown: Screen,
    journey: Journey,
    current: Visit,
    form: object,
    errors: tuple[tuple[str, str], ...] = (),
) -> str:
    previous = journey.previous_to(shown.id)
    if _is_changing():
        back = url_for(".check")
    elif previous is not None:
        back = url_for(".screen", name=previous.id)
    else:
        back = url_for("overview.show" if shown.id in journey.after else "pages.start")
    return render_template(
        "questionnaire/screen.html",
        screen=shown,
        form=form,
        errors=errors,
        notices=_new_notices(current),
        back_url=back,
        progress=_progress(shown, knowledge().rulebook),
        changing=_is_changing(),
    )


def _progress(shown: Screen, rulebook: Rulebook) -> str:
    parts = [section for section in rulebook.sections if not section.after_overview]
    for number, section in enumerate(parts, start=1):
        if section.id == shown.section:
            return f"Part {number} of {len(parts)}: {section.title}"
    return next(section.title for section in rulebook.sections if section.id == shown.section)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of check-your-answers."""

    question: str
    answer: str
    screen: str
    field: str


def _parts(
    journey: Journey, answers: Answers, rulebook: Rulebook
) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    parts = []
    for section in rulebook.sections:
        rows = tuple(
            Row(
                _asked(question, field_id),
                _answered(field_id, answers, rulebook),
                screen.id,
                field_id,
            )
            for screen in journey.screens
            if screen.section == section.id
            for question in screen.questions
            for field_id in _ids(question)
        )
        if rows and not (section.after_overview and not any(r.field in answers for r in rows)):
            parts.append((section.title, rows))
    return tuple(parts)


def _ids(question: Question) -> tuple[str, ...]:
    return tuple(field.id for field in question.fields)


def _asked(question: Question, field: str) -> str:
    return next((row.text for row in question.rows if row.id == field), question.ask)


def _answered(field: str, answers: Answers, rulebook: Rulebook) -> str:
    if field not in answers:
        return NOT_ANSWERED
    return value_in_words(field, answers[field], rulebook)


def _field_ids(screen: Screen) -> tuple[str, ...]:
    return tuple(field for question in screen.questions for field in _ids(question))
