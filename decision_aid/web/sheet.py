"""The consultation sheet: own words in, a page to print or a PDF out. Nothing of it is kept."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Field as FormField
from wtforms import Form, TextAreaField, ValidationError

from decision_aid.language import gettext as _
from decision_aid.language import mark
from decision_aid.overview.model import Overview
from decision_aid.sheet.build import sheet_of
from decision_aid.sheet.model import SheetModel
from decision_aid.sheet.own_words import MOST_CHARACTERS, OwnWords, one_line
from decision_aid.sheet.pdf import CannotShow, pdf_of
from decision_aid.sheet.words import BOTHERS, HOPES, WORRIES
from decision_aid.web.knowledge import knowledge
from decision_aid.web.standing import standing_of
from decision_aid.web.visit import visit

bp = Blueprint("sheet", __name__)

FILE_NAME = "consultation-sheet.pdf"
#: What the buttons of the form ask for.
EDIT, PRINT, PDF = "edit", "print", "pdf"


def _short_enough(_form: Form, field: FormField) -> None:
    length = len(field.data)
    if length > MOST_CHARACTERS:
        raise ValidationError(
            _("“{label}” is {length} characters long. Shorten it to {most} or fewer.").format(
                label=_(field.label.text), length=length, most=MOST_CHARACTERS
            )
        )


def _words(label: str, hint: str) -> TextAreaField:
    return TextAreaField(
        label,
        description=hint,
        default="",
        filters=[lambda text: one_line(text or "")],
        validators=[_short_enough],
    )


class OwnWordsForm(Form):
    """What a person types for one sheet."""

    bothers = _words(BOTHERS, mark("For example, what the pain keeps you from."))
    hopes = _words(HOPES, mark("For example, what you would like to do again."))
    worries = _words(WORRIES, mark("For example, a treatment, the cost, or the time ahead."))

    @property
    def own_words(self) -> OwnWords:
        """Return what was typed."""
        return OwnWords.of(**self.data)


@bp.route("/sheet", methods=["GET", "POST"])
def edit() -> str | Response | tuple[str, int]:
    """Show the form and the sheet below it, or make the sheet with the person's own words."""
    finished = _finished_overviews()
    if not finished:
        return redirect(url_for("overview.show"))
    if request.method != "POST":
        return _form_page(finished, OwnWordsForm())
    form = OwnWordsForm(request.form)
    wanted = request.form.get("as")
    if wanted not in {EDIT, PRINT, PDF}:
        abort(400)
    if not form.validate():
        return _form_page(finished, form), 422
    if wanted == EDIT:
        return _form_page(finished, form)
    sheet = _sheet(finished, form.own_words)
    if wanted == PRINT:
        return render_template("sheet/print.html", sheet=sheet, form=form)
    try:
        return _download(pdf_of(sheet))
    except CannotShow as problem:
        _blame(form, problem.characters)
        return _form_page(finished, form), 422


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


def _sheet(finished: tuple[Overview, ...], own_words: OwnWords) -> SheetModel:
    shown, *aside = finished
    return sheet_of(shown, knowledge().rulebook, own_words, aside[0] if aside else None)


def _form_page(finished: tuple[Overview, ...], form: OwnWordsForm) -> str:
    errors = tuple((f"q-{field.id}", field.errors[0]) for field in form if field.errors)
    own_words = OwnWords() if errors else form.own_words
    return render_template(
        "sheet/edit.html",
        form=form,
        errors=errors,
        sheet=_sheet(finished, own_words),
        left_out=visit().aside is not None and len(finished) == 1,
        most=MOST_CHARACTERS,
    )


def _blame(form: OwnWordsForm, characters: tuple[str, ...]) -> None:
    """Put the characters that no font has beside the fields that hold them."""
    for field in form:
        found = [character for character in characters if character in field.data]
        if found:
            shown = " ".join(found[:5])
            problem = _(
                "The PDF cannot show “{shown}” in “{label}”. "
                "The page to print may show it. Or leave it out."
            )
            field.errors = [problem.format(shown=shown, label=_(field.label.text))]


def _download(content: bytes) -> Response:
    return Response(
        content,
        mimetype="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{FILE_NAME}"',
            "Cache-Control": "no-store",
        },
    )
