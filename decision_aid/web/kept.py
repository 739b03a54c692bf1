"""Answers as a file that the person keeps, and how long they stay here without one.

Nothing of it is kept on the server: a file goes out as the answer to a form, and comes
back as one. What is different now is shown with it once, since the cookie has no room for it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from decision_aid.kept.differences import Cause, Differences, differences_of
from decision_aid.kept.model import Kept, KeptEdition, KeptPain
from decision_aid.kept.outcome import came_out_of
from decision_aid.kept.read import CannotOpen, TooLarge, kept_in
from decision_aid.kept.shape import MOST_BYTES
from decision_aid.kept.write import file_name, file_text
from decision_aid.language import gettext as _
from decision_aid.overview.model import SECTION_HEADINGS
from decision_aid.questionnaire.pains import fields_of_one_pain, parted
from decision_aid.rulebook.records import Source
from decision_aid.web.knowledge import knowledge
from decision_aid.web.questionnaire import URGENT_SECTION
from decision_aid.web.sealed_session import SealedSessionInterface
from decision_aid.web.standing import Standing, standing_of
from decision_aid.web.visit import Pain, Visit, as_cookie, save, visit

bp = Blueprint("kept", __name__)


@bp.post("/keep")
def keep() -> Response:
    """Give the person their answers as a file."""
    current = visit()
    if not current.seen:
        return redirect(url_for(".gone"))
    kept = _kept(standing_of(current))
    return Response(
        file_text(kept, knowledge().rulebook),
        mimetype="application/json",
        headers={"Content-Disposition": f'attachment; filename="{file_name(kept)}"'},
    )


@bp.route("/resume", methods=["GET", "POST"])
def resume() -> str | Response | tuple[str, int]:
    """Ask for a kept file, or open the one that was sent. A file at fault changes nothing."""
    if request.method != "POST":
        return _form_page()
    try:
        kept = kept_in(_sent(), knowledge().rulebook)
        opened = _visit(kept)
        _check(opened)
    except CannotOpen as problem:
        return _form_page(problem), 413 if isinstance(problem, TooLarge) else 422
    save(opened)
    return _opened_page(kept, standing_of(opened))


@bp.get("/resume/opened")
def opened() -> Response:
    """Lead on from a file that was opened: what it said is told only once."""
    return redirect(url_for("questionnaire.check"))


@bp.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> tuple[str, int]:
    """Say of a file that was not even read what is wrong with it."""
    return _form_page(TooLarge()), 413


@bp.post("/stay")
def stay() -> tuple[str, int]:
    """Start the time of the answers again; 410 when they are gone. Asked by a script alone."""
    return "", 204 if visit().seen else 410


@bp.get("/no-answers")
def gone() -> str:
    """Say why there are no answers, and how to go on."""
    return render_template("kept/gone.html")


def _form_page(problem: CannotOpen | None = None) -> str:
    current = visit()
    return render_template(
        "kept/resume.html",
        problem=problem,
        place=standing_of(current).place if current.seen else None,
    )


def _sent() -> bytes:
    sent = request.files.get("file")
    raw = sent.read(MOST_BYTES + 1) if sent else b""
    if not raw:
        raise CannotOpen(
            _("No file was chosen, or it is empty."),
            mend=_("Choose the file whose name begins with “my-answers”."),
        )
    return raw


def _check(opened: Visit) -> None:
    """Refuse more than a cookie holds, and to replace other answers unless the page told of it."""
    if not _fits(opened):
        raise TooLarge
    current = visit()
    same = (current.answers, current.aside) == (opened.answers, opened.aside)
    if current.seen and not same and "replace" not in request.form:
        raise CannotOpen(
            _("There are other answers here, and opening the file replaces them."),
            mend=_("If that is what you want, choose the file once more."),
        )


def _fits(opened: Visit) -> bool:
    interface = current_app.session_interface
    return isinstance(interface, SealedSessionInterface) and interface.fits(as_cookie(opened))


def _opened_page(kept: Kept, standing: Standing) -> str | Response:
    """Show what is different, unless a sign calls for help: that comes before all."""
    if standing.most_urgent():
        return redirect(url_for("overview.show"))
    today = datetime.now(UTC).date()
    return render_template(
        "kept/opened.html",
        kept=kept,
        same_edition=kept.edition.digest == knowledge().rulebook.edition.digest,
        older=kept.made_on < today,
        pains=_pain_changes(kept, standing),
        headings=SECTION_HEADINGS,
        signs_url=_signs_address(standing),
        open_screen=standing.open_screen,
        cited=_cited,
    )


@dataclass(frozen=True, slots=True)
class PainChanges:
    """What is different about one pain, and where that pain is."""

    place: str
    differences: Differences


def _pain_changes(kept: Kept, standing: Standing) -> tuple[PainChanges, ...]:
    both = (standing, standing.of_pain_aside())
    return tuple(
        PainChanges(
            one.place,
            differences_of(pain, one.overview(), one.journey, knowledge().rulebook),
        )
        for pain, one in zip(kept.pains, both, strict=False)
        if one
    )


def _cited(cause: Cause) -> tuple[Source, ...]:
    return tuple(knowledge().rulebook.sources[name] for name in cause.cites)


def _signs_address(standing: Standing) -> str:
    screens = standing.journey.screens
    first = next(screen for screen in screens if screen.section == URGENT_SECTION)
    return url_for("questionnaire.screen", name=first.id, change=1)


# A visit and a kept file hold the same in two shapes: here one becomes the other.


def _kept(standing: Standing) -> Kept:
    edition = knowledge().rulebook.edition
    current, aside = standing.visit, standing.of_pain_aside()
    return Kept(
        edition=KeptEdition(edition.version, edition.date, edition.digest),
        made_on=datetime.now(UTC).date(),
        shown=_kept_pain(Pain(current.answers, current.seen), standing),
        aside=_kept_pain(current.aside, aside) if current.aside and aside else None,
    )


def _kept_pain(pain: Pain, standing: Standing) -> KeptPain:
    # What comes out before the questions are done is not yet the word of the rules.
    done = came_out_of(standing.overview(), knowledge().rulebook) if standing.is_done else None
    return KeptPain(pain.answers, pain.seen, done)


def _visit(kept: Kept) -> Visit:
    own = fields_of_one_pain(knowledge().rulebook)
    shown = Visit(kept.shown.answers, kept.shown.seen)
    if kept.aside is None:
        return shown
    return replace(shown, aside=Pain(parted(kept.aside.answers, own)[0], kept.aside.seen & own))
