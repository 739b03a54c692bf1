"""WTForms forms, built from the questions of a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from wtforms import Field as FormField
from wtforms import Form, RadioField, SelectMultipleField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.form import BaseForm

from decision_aid.language import gettext as _
from decision_aid.language import mark
from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.free_text import one_line
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import NONE_OF_THESE, NOT_SURE, Field, Question, Screen

CHOOSE_ONE = mark("Choose one answer to “{ask}”")
CHOOSE_SOME = mark("Choose at least one answer to “{ask}”. If none fits, choose “{none}”")
CHOOSE_FROM_LIST = mark("Choose from the answers in the list for “{ask}”")
SHORTEN = mark("Your answer to “{ask}” is {length} characters long. Shorten it to {most} or fewer")
CHOOSE_EITHER = mark("For “{ask}” choose either “{alone}” or the answers that fit, not both")

Check = Callable[[Form, FormField], None]


def form_for(screen: Screen, sent: Any, answers: Answers) -> Form:
    """Return the form of a screen.

    Args:
        screen: only with the questions, rows and choices that fit.
        sent: what the browser sent (a multi-dict), or None to show the form.
        answers: what was answered before; it fills the form when nothing was sent.
    """
    fields = {
        field.id: _form_field(question, field)
        for question in screen.questions
        for field in question.fields
    }
    shape = type("ScreenForm", (Form,), fields)
    return shape(sent, data=None if sent is not None else _shown(fields, answers))  # type: ignore[no-any-return]


def _shown(fields: Mapping[str, object], answers: Answers) -> dict[str, object]:
    return {
        name: list(value) if isinstance(value, tuple) else str(value)
        for name, value in answers.items()
        if name in fields
    }


def _form_field(question: Question, field: Field) -> object:
    if field.kind == "many":
        several = _several(question)
        return _Many(
            choices=[SelectChoice(choice.id, choice.text) for choice in question.choices],
            validators=[several],
            validate_choice=False,
        )
    if field.kind == "text":
        cleaned = [lambda text: one_line(text or "")]
        return StringField(filters=cleaned, validators=[_short(question, field.most)])
    if field.kind == "number":
        choices = [SelectChoice(str(n), str(n)) for n in range(field.low, field.high + 1)]
    else:
        choices = [SelectChoice(choice.id, choice.text) for choice in question.choices]
    single = _single(question, field, tuple(choice.value for choice in choices))
    return _One(choices=choices, validators=[single], validate_choice=False)


class _One(RadioField):
    """One choice; a missing one is None, not the text "None"."""

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = valuelist[0] if valuelist and valuelist[0] else None

    def process_data(self, value: object) -> None:
        self.data = None if value is None else str(value)


class _Many(SelectMultipleField):
    """Any number of choices."""

    def pre_validate(self, form: BaseForm) -> None:
        """Leave it to the validator, which also knows about choices that exclude others."""


def _single(question: Question, field: Field, names: tuple[str, ...]) -> Check:
    ask = next((row.text for row in question.rows if row.id == field.id), question.ask)

    def check(_form: Form, field: FormField) -> None:
        if field.data is None:
            if question.required:
                raise ValidationError(_(CHOOSE_ONE).format(ask=ask))
        elif field.data not in names:
            raise ValidationError(_(CHOOSE_FROM_LIST).format(ask=ask))

    return check


def _several(question: Question) -> Check:
    names = {choice.id for choice in question.choices}
    alone = {choice.id: choice.text for choice in question.choices if choice.exclusive}
    none = alone.get(NONE_OF_THESE, alone.get(NOT_SURE, ""))

    def check(_form: Form, field: FormField) -> None:
        chosen = set(field.data or ())
        exclusive = sorted(chosen & set(alone))
        if not chosen and question.required:
            raise ValidationError(_(CHOOSE_SOME).format(ask=question.ask, none=none))
        if not chosen <= names:
            raise ValidationError(_(CHOOSE_FROM_LIST).format(ask=question.ask))
        if exclusive and len(chosen) > 1:
            either = alone[exclusive[0]]
            raise ValidationError(_(CHOOSE_EITHER).format(ask=question.ask, alone=either))

    return check


def _short(question: Question, most: int) -> Check:
    def check(_form: Form, field: FormField) -> None:
        length = len(field.data)
        if length > most:
            raise ValidationError(_(SHORTEN).format(ask=question.ask, length=length, most=most))

    return check


def answers_in(form: Form, screen: Screen) -> dict[str, Answer | None]:
    """Return what a valid form says; None for each question that was left empty.

    Where a missing answer could hide a danger, an empty one becomes *not sure*, so that
    the person sees it on the check and the questions that follow from it are asked.
    """
    return dict(_answers(form, screen))


def _answers(form: Form, screen: Screen) -> Iterator[tuple[str, Answer | None]]:
    for question in screen.questions:
        for field in question.fields:
            answer = _answer(field, form[field.id].data)
            if answer is None and question.counts_as_not_sure:
                answer = (NOT_SURE,) if field.kind == "many" else NOT_SURE
            yield field.id, answer


def _answer(field: Field, data: Any) -> Answer | None:
    if field.kind == "many":
        return tuple(choice for choice in field.choices if choice in (data or ())) or None
    if data is None or data == "":
        return None
    return int(data) if field.kind == "number" else str(data)


def errors_of(form: Form, screen: Screen) -> tuple[tuple[str, str], ...]:
    """Return each error with the id of the input that it points at, in the order of the page."""
    found = []
    for question in screen.questions:
        for field in question.fields:
            place = f"q-{field.id}-{_first_input(field)}"
            found += [(place, str(message)) for message in form[field.id].errors]
    return tuple(found)


def _first_input(field: Field) -> str:
    if field.kind == "text":
        return "text"
    return str(field.low) if field.kind == "number" else field.choices[0]
