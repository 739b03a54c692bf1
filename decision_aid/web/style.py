"""Every component in every state on one page, for those who build the site and for its tests.

A component joins with one file of its own name in ``templates/style/specimens/``; how is
written on the page. What is shown is made up of pieces of the knowledge base.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Literal

from flask import Blueprint, current_app, render_template
from werkzeug.datastructures import MultiDict
from wtforms import Form

from decision_aid.body_map.picture import BodyPicture, picture_of
from decision_aid.overview.matters import Concern, Matters, Told
from decision_aid.overview.model import Argument, Entry, ToldSign
from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.forms import errors_of, form_for
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import OTHER_PLACES, PLACE, Field, Question, Rulebook, Screen
from decision_aid.rulebook.records import CountryRecord, Option, Outcome
from decision_aid.web.body_map import FigureToChooseOn, figure_for
from decision_aid.web.care_cards import CareCard, care_card
from decision_aid.web.knowledge import knowledge
from decision_aid.web.option_view import OptionView, option_view
from decision_aid.web.words import Words

bp = Blueprint("style", __name__)

SPECIMENS = "style/specimens/"
ON_EVERY_PAGE = ("site.css", "print.css")
#: Other languages need about a third more room than English, and some have very long words.
LONG = "A label that goes on for much longer than an English one, with a Betäubungsmittelverordnung"
State = Literal["empty", "answered", "long", "faulty"]


@bp.get("/style")
def show() -> str:
    """Show every component in every state."""
    rulebook = knowledge().rulebook
    names = current_app.jinja_env.list_templates(filter_func=lambda n: n.startswith(SPECIMENS))
    styles = sorted(path.name for path in Path(str(current_app.static_folder)).glob("*.css"))
    # In order of the alphabet, so that the words of the page are explained after all were marked.
    return render_template(
        "style/show.html",
        specimens=[
            (name.removeprefix(SPECIMENS).removesuffix(".html"), name) for name in sorted(names)
        ],
        examples=Examples(rulebook, Words(rulebook.glossary, "style")),
        long=LONG,
        styles=[name for name in styles if name not in ON_EVERY_PAGE],
    )


@dataclass(frozen=True, slots=True)
class QuestionExample:
    """A question in one state, with its form."""

    state: State
    question: Question
    form: Form
    errors: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PlaceExample:
    """A question about places with its figure and its form."""

    question: Question
    figure: FigureToChooseOn
    form: Form


@dataclass(frozen=True, slots=True)
class Examples:
    """What the components are shown with."""

    rulebook: Rulebook
    words: Words

    @property
    def questions(self) -> tuple[QuestionExample, ...]:
        """Return one question of each type in each state."""
        of_type = {q.type: q for q in self.rulebook.questions if not q.choices or q.required}
        of_type |= {q.type: q for q in self.rulebook.questions if q.type not in of_type}
        states: tuple[State, ...] = ("empty", "answered", "long", "faulty")
        return tuple(_example(q, state) for _, q in sorted(of_type.items()) for state in states)

    @property
    def country(self) -> CountryRecord:
        """Return a country with as many kinds of numbers as any."""
        countries = self.rulebook.care.countries.values()
        return max(countries, key=lambda one: (one.advice is not None, len(one.crisis)))

    @property
    def care_cards(self) -> tuple[CareCard, ...]:
        """Return a care card of each kind, all but the crisis with two signs."""
        signs = tuple(islice((s for s in self.rulebook.signs.values() if not s.crisis), 2))
        told = tuple(ToldSign(sign, unsure=place > 0) for place, sign in enumerate(signs))
        return tuple(
            care_card(card, () if card.id == "crisis" else told, self.country)
            for card in self.rulebook.care.cards.values()
        )

    @property
    def pictures(self) -> tuple[BodyPicture | None, ...]:
        """Return a body with a main pain and two others, once for each time it is shown."""
        main, *others = self.rulebook.fields[PLACE].choices[:3]
        told: dict[str, Answer] = {PLACE: main, OTHER_PLACES: tuple(others)}
        return tuple(picture_of(told, self.rulebook, number) for number in (1, 2))

    @property
    def places(self) -> tuple[PlaceExample, ...]:
        """Return the questions about places with their figures: one place, and several."""
        main, *others = self.rulebook.fields[PLACE].choices[:3]
        told: dict[str, Answer] = {PLACE: main, OTHER_PLACES: tuple(others)}
        asked = [self.rulebook.asked_by[name] for name in told]
        return tuple(
            PlaceExample(
                question,
                figure_for(question, told, self.rulebook),
                form_for(Screen("style", "style", (question,)), None, Answers.of(told)),
            )
            for question in asked
        )

    @property
    def matters(self) -> tuple[Matters, Matters]:
        """Return what matters to somebody who rated two things, and to somebody who rated none."""
        rated = tuple(
            Concern(f"specimen-{marked}", LONG, "Very important", marked, ())
            for marked in (True, False)
        )
        told = (Told("Something else that matters", LONG, own=True),)
        return Matters(rated, (), told, ()), Matters((), (), (), ())

    @property
    def screen(self) -> Screen:
        """Return a screen of the questionnaire."""
        return next(iter(self.rulebook.screens))

    @property
    def option(self) -> OptionView:
        """Return an option with arguments of every kind, and numbers of every form."""
        fullest = max(self.rulebook.options.values(), key=_fullness)
        outcomes = tuple(_outcomes(self.rulebook))
        shown = fullest.model_copy(update={"outcomes": outcomes, "id": "specimen"})
        notes = tuple(islice(self.rulebook.notes.values(), 2))
        entry = Entry(shown, "with-care", tuple(_arguments(self.rulebook)), notes)
        return option_view(shown, self.rulebook, entry)


def _example(question: Question, state: State) -> QuestionExample:
    """Return a question in a state, under a name that no other state shares."""
    ending = f"_{state}"
    choices, ask = question.choices, question.ask
    if state == "long":
        ask = f"{ask} {LONG}?"
        choices = tuple(replace(choice, text=f"{choice.text}. {LONG}") for choice in choices)
    # Two rows and five choices show what there is to see.
    shown = replace(
        question,
        id=question.id + ending,
        ask=ask,
        choices=(*choices[:3], *choices[-2:]) if len(choices) > 5 else choices,  # noqa: PLR2004
        rows=tuple(replace(row, id=row.id + ending) for row in question.rows[:2]),
        required=state == "faulty",
    )
    screen = Screen("style", "style", (shown,))
    if state == "faulty":
        # Too long is what is wrong with a text; of all others an answer is missing.
        sent = MultiDict({f.id: "x" * (f.most + 1) for f in shown.fields if f.kind == "text"})
        form = form_for(screen, sent, Answers.of())
        form.validate()
        return QuestionExample(state, shown, form, errors_of(form, screen))
    answers = {field.id: _answer(field) for field in shown.fields} if state == "answered" else {}
    return QuestionExample(state, shown, form_for(screen, None, Answers.of(answers)), ())


def _answer(field: Field) -> Answer:
    if field.kind == "number":
        return field.low
    if field.kind == "text":
        return LONG[: field.most]
    return field.choices[:2] if field.kind == "many" else field.choices[0]


def _fullness(option: Option) -> tuple[bool, int, bool]:
    return option.test is not None, len({p.stance for p in option.positions}), bool(option.groups)


def _arguments(rulebook: Rulebook) -> Iterator[Argument]:
    """Yield two arguments of each kind; what they rest on is left to the imagination."""
    for kind in ("ask", "caution", "first"):
        rules = (r for r in rulebook.rules if r.effect.kind == "argument")
        for rule in islice((r for r in rules if r.effect.value == kind), 2):
            told = {PLACE: rulebook.fields[PLACE].choices[0]}
            yield Argument(kind, rule.id, rule.because, rule.cites, rule.when, (LONG,), told)


def _outcomes(rulebook: Rulebook) -> Iterator[Outcome]:
    """Yield the first number of each form on each side: what differs is how it is drawn."""
    seen = set()
    for option in rulebook.options.values():
        for outcome in option.outcomes:
            form = (outcome.side, outcome.people, outcome.without is None, outcome.effect)
            if form not in seen:
                seen.add(form)
                yield outcome.model_copy(update={"id": f"specimen-{len(seen)}"})
