"""Everything that a person may choose or type for one sheet. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from werkzeug.datastructures import MultiDict
from wtforms import Field as FormField
from wtforms import Form, RadioField, SelectMultipleField, TextAreaField, ValidationError

from decision_aid.language import NAMES, SOURCE, spoken
from decision_aid.language import gettext as _
from decision_aid.questionnaire.free_text import one_line
from decision_aid.sheet import words
from decision_aid.sheet.ahead import Question
from decision_aid.sheet.own_words import MOST_CHARACTERS, OwnWords
from decision_aid.sheet.pdf import PAPERS, Paper

#: Countries where paper is US Letter.
LETTER_COUNTRIES = frozenset({"us", "canada"})


def _short_enough(_form: Form, field: FormField) -> None:
    length = len(field.data)
    if length > MOST_CHARACTERS:
        problem = _("“{label}” is {length} characters long. Shorten it to {most} or fewer.")
        raise ValidationError(
            problem.format(label=field.label.text, length=length, most=MOST_CHARACTERS)
        )


def _own_words() -> TextAreaField:
    return TextAreaField(
        default="", filters=[lambda text: one_line(text or "")], validators=[_short_enough]
    )


class SheetForm(Form):
    """What a person types and chooses for one sheet."""

    bothers = _own_words()
    hopes = _own_words()
    worries = _own_words()
    question = _own_words()
    # What came up may change in another window: a question that is gone is no fault.
    questions = SelectMultipleField(validate_choice=False)
    paper = RadioField(validate_choice=False)
    language = RadioField(validate_choice=False)

    def __init__(
        self,
        sent: MultiDict[str, str] | None = None,
        *,
        on_offer: Sequence[Question],
        country: object = None,
    ) -> None:
        """Make the form.

        Args:
            sent: what a browser sent; None for a form that nobody has filled in yet, in which
                every question is chosen.
            on_offer: the questions to choose from.
            country: the id of the person's country, which says what paper is usual there.
        """
        usual: Paper = "us-letter" if country in LETTER_COUNTRIES else "a4"
        super().__init__(sent, questions=[question.id for question in on_offer], paper=usual)
        if self.paper.data not in PAPERS:
            self.paper.data = usual
        # The team may not read what the person reads, but English is there in any case.
        names = tuple(dict.fromkeys((spoken(), SOURCE)))
        self.language.choices = [(name, NAMES[name]) for name in names]
        if self.language.data not in names:
            self.language.data = spoken()
        self.on_offer = tuple(on_offer)
        self.questions.choices = [(question.id, question.text) for question in on_offer]
        self.paper.choices = [("a4", _("A4")), ("us-letter", _("US Letter"))]
        for field, label, hint in (
            (self.bothers, words.bothers(), _("For example, what the pain keeps you from.")),
            (self.hopes, words.hopes(), _("For example, what you would like to do again.")),
            (
                self.worries,
                words.worries(),
                _("For example, a treatment, the cost, or the time ahead."),
            ),
            (self.question, words.own_question(), _("It stands first among your questions.")),
        ):
            field.label.text, field.description = label, hint

    @property
    def texts(self) -> tuple[TextAreaField, ...]:
        """Return the fields for own words."""
        return self.bothers, self.hopes, self.worries, self.question

    @property
    def own_words(self) -> OwnWords:
        """Return what was typed."""
        return OwnWords.of(*(field.data or "" for field in self.texts))

    @property
    def kept(self) -> frozenset[str]:
        """Return the names of the questions that were chosen."""
        return frozenset(self.questions.data or ())

    @property
    def chosen_paper(self) -> Paper:
        """Return the paper of the PDF."""
        chosen: Paper = self.paper.data
        return chosen

    @property
    def chosen_language(self) -> str:
        """Return the language of the sheet."""
        return str(self.language.data)

    @property
    def carried(self) -> Iterator[tuple[str, str]]:
        """Yield each name and value, to be sent again from another page."""
        for field in self.texts:
            yield field.name, field.data or ""
        for name in self.questions.data or ():
            yield self.questions.name, name
        yield self.paper.name, self.chosen_paper
        yield self.language.name, self.chosen_language
