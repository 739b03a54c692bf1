"""The consultation sheet: own words in; two pages to print, a PDF or a message out.

Nothing of it is kept. What was typed stays in the window with the form: pages to print and
to copy from open in a window of their own.
"""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from decision_aid.language import gettext as _
from decision_aid.language import numeral
from decision_aid.overview.model import Overview
from decision_aid.sheet.ahead import questions_on_offer
from decision_aid.sheet.build import sheet_of
from decision_aid.sheet.message import sheet_text, short_sheet_text
from decision_aid.sheet.model import SheetModel
from decision_aid.sheet.own_words import MOST_CHARACTERS, OwnWords
from decision_aid.sheet.pdf import pdf_of
from decision_aid.typeset import CannotShow
from decision_aid.web.knowledge import knowledge
from decision_aid.web.languages import speaking_in, take_switch
from decision_aid.web.sheet_form import SheetForm
from decision_aid.web.standing import standing_of
from decision_aid.web.visit import visit

bp = Blueprint("sheet", __name__)

FILE_NAME = "consultation-sheet"
#: What the buttons of the form ask for.
EDIT, PRINT, PDF, MESSAGE, TEXT = "edit", "print", "pdf", "message", "text"


@bp.route("/sheet", methods=["GET", "POST"])
def edit() -> str | Response | tuple[str, int]:
    """Show the form and the sheet below it, or make the sheet with the person's own words."""
    is_switched = take_switch()
    finished = _finished_overviews()
    if not finished:
        return redirect(url_for("overview.show"))
    if request.method != "POST":
        return _form_page(finished, _form(finished))
    form = _form(finished, request.form)
    wanted = EDIT if is_switched else request.form.get("as")
    if wanted not in {EDIT, PRINT, PDF, MESSAGE, TEXT}:
        abort(400)
    if not form.validate():
        return _form_page(finished, form), 422
    return _form_page(finished, form) if wanted == EDIT else _made(wanted, finished, form)


def _made(
    wanted: str | None, finished: tuple[Overview, ...], form: SheetForm
) -> str | Response | tuple[str, int]:
    with speaking_in(form.chosen_language):
        sheet = _sheet(form)
        made = (sheet_text(sheet), short_sheet_text(sheet))
    if wanted == PRINT:
        return render_template("sheet/print.html", sheet=sheet, form=form)
    if wanted == MESSAGE:
        texts = [(text, numeral(len(text))) for text in made]
        return render_template("sheet/message.html", texts=texts, form=form)
    if wanted == TEXT:
        return _download(made[0], "text/plain", "txt")
    try:
        return _download(pdf_of(sheet, form.chosen_paper), "application/pdf", "pdf")
    except CannotShow as problem:
        _blame(form, problem.characters)
        return _form_page(finished, form, problem.characters), 422


def _finished_overviews() -> tuple[Overview, ...]:
    """Return the overview of the pain that is shown, and of the other one if it is finished.

    None at all when the questions are not done or something else comes first: an urgent
    sign of either pain does.
    """
    standing = standing_of(visit())
    both = [one for one in (standing, standing.of_pain_aside()) if one]
    overviews = [one.overview() for one in both]
    if not standing.is_done or overviews[0].stop or any(one.urgency for one in overviews):
        return ()
    return tuple(
        overview
        for one, overview in zip(both, overviews, strict=True)
        if one.is_done and overview.is_open
    )


def _form(finished: tuple[Overview, ...], sent: MultiDict[str, str] | None = None) -> SheetForm:
    on_offer = questions_on_offer(finished)
    return SheetForm(sent, on_offer=on_offer, country=visit().answers.get("country"))


def _sheet(form: SheetForm) -> SheetModel:
    """Return the sheet in the language that is spoken, which may not be that of the pages."""
    shown, *aside = _finished_overviews()
    # Words that are too long are not on the sheet until they are shorter.
    own_words = OwnWords() if form.errors else form.own_words
    rulebook = knowledge().rulebook
    return sheet_of(shown, rulebook, own_words, aside[0] if aside else None, form.kept)


def _form_page(
    finished: tuple[Overview, ...], form: SheetForm, unshown: tuple[str, ...] = ()
) -> str:
    errors = tuple((f"q-{field.id}", field.errors[0]) for field in form if field.errors)
    if unshown and not errors:
        # What was typed about what matters is no field of this form.
        says = _("The PDF cannot show “{characters}”. Change it where you said what matters.")
        errors = (("on-it", says.format(characters=" ".join(unshown[:5]))),)
    with speaking_in(form.chosen_language):
        sheet = _sheet(form)
    return render_template(
        "sheet/edit.html",
        form=form,
        errors=errors,
        sheet=sheet,
        left_out=visit().aside is not None and len(finished) == 1,
        most=MOST_CHARACTERS,
    )


def _blame(form: SheetForm, characters: tuple[str, ...]) -> None:
    """Put the characters that no font has beside the fields that hold them."""
    for field in form.texts:
        found = [character for character in characters if character in (field.data or "")]
        if found:
            problem = _(
                "The PDF cannot show “{shown}” in “{label}”. "
                "The page to print may show it. Or leave it out."
            )
            shown = " ".join(found[:5])
            field.errors = [problem.format(shown=shown, label=field.label.text)]


def _download(content: str | bytes, kind: str, ending: str) -> Response:
    return Response(
        content,
        mimetype=kind,
        headers={
            "Content-Disposition": f'attachment; filename="{FILE_NAME}.{ending}"',
            "Cache-Control": "no-store",
        },
    )
