"""People for Hypothesis: answers that the questionnaire can produce, and wild ones.

``people()`` walks the questionnaire screen by screen, so each answer was asked for.
Most of them have no urgent sign and no reason to stop, since only then do rules about
options matter. Keywords fix answers: ``people(main_region="low_back", duration={"a", "b"})``
is someone with low back pain of duration a or b.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hypothesis import strategies as st

from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.free_text import one_line
from decision_aid.rulebook.evaluate import Answer, holds
from decision_aid.rulebook.model import (
    NONE_OF_THESE,
    NOT_SURE,
    OLD_AND_CHECKED,
    Choice,
    Field,
    Question,
    Rulebook,
)
from tests.support.shipped import shipped_rulebook

#: Answers that end the questionnaire or raise an alarm by themselves; a calm person gives none.
ALARMING: Mapping[str, frozenset[str]] = {
    "age_band": frozenset({"under_18"}),
    "about_this_pain": frozenset({"pain_in_pregnancy", "new_injury", "tooth_or_gum"}),
    "safe_now": frozenset({"yes", NOT_SURE}),
    "cancer_link": frozenset({"not_checked", NOT_SURE}),
}
MOST_CHOSEN = 3

Wish = Answer | set[str]


@st.composite
def people(
    draw: st.DrawFn, *, calm: bool | None = None, whole: bool = False, **wishes: Wish
) -> Answers:
    """Return answers that the questionnaire can produce.

    Args:
        draw: Hypothesis's own.
        calm: without anything urgent; left out, three people of four are.
        whole: every question that is asked is answered.
        wishes: answers given whenever they are asked for; a set means one of these.
    """
    rulebook = shipped_rulebook()
    if calm is None:
        calm = draw(st.sampled_from((True, True, True, False)))
    answers: dict[str, Answer] = {}
    for screen in rulebook.screens:
        asked = [q for q in screen.questions if q.when is None or holds(q.when, answers)]
        given: dict[str, Answer] = {}
        for question in asked:
            for field, choices in _places(question, answers):
                answer = _answer(draw, question, field, choices, wishes, calm=calm, whole=whole)
                if answer is not None:
                    given[field.id] = answer
        answers.update(given)
    return Answers.of(answers)


def _places(question: Question, answers: Mapping[str, Answer]) -> list[tuple[Field, list[Choice]]]:
    choices = [c for c in question.choices if c.when is None or holds(c.when, answers)]
    rows = {row.id for row in question.rows if row.when is None or holds(row.when, answers)}
    return [(field, choices) for field in question.fields if not question.rows or field.id in rows]


def _answer(
    draw: st.DrawFn,
    question: Question,
    field: Field,
    choices: list[Choice],
    wishes: Mapping[str, Wish],
    *,
    calm: bool,
    whole: bool,
) -> Answer | None:
    if field.id in wishes:
        wish = wishes[field.id]
        return draw(st.sampled_from(sorted(wish))) if isinstance(wish, set) else wish
    if question.sign_of:
        return draw(st.sampled_from(("no", "no", "no") if calm else ("yes", "no", NOT_SURE)))
    if question.urgent_list and calm:
        ends = [c.id for c in choices if c.id in {NONE_OF_THESE, OLD_AND_CHECKED, NOT_SURE}]
        return (draw(st.sampled_from([NONE_OF_THESE, NONE_OF_THESE, *ends])),)
    if not (whole or question.required) and draw(st.integers(0, 9)) == 9:
        return None
    if field.kind in {"number", "text"}:
        return draw(_any_answer(field))
    names = [c.id for c in choices if not (calm and c.id in ALARMING.get(field.id, ()))]
    if field.kind == "one":
        return draw(st.sampled_from(names))
    alone = {c.id for c in choices if c.exclusive}
    first = draw(st.sampled_from(names))
    if first in alone:
        return (first,)
    more = st.lists(st.sampled_from([n for n in names if n not in alone]), max_size=MOST_CHOSEN - 1)
    chosen = {first, *draw(more)}
    return tuple(name for name in field.choices if name in chosen)


@st.composite
def wild(draw: st.DrawFn, rulebook: Callable[[], Rulebook] = shipped_rulebook) -> Answers:
    """Return answers that no journey need produce: unanswered, unasked, no longer fitting."""
    fields = rulebook().fields
    asked = draw(st.lists(st.sampled_from(list(fields)), unique=True, max_size=len(fields)))
    return Answers.of({name: draw(_any_answer(fields[name])) for name in asked})


def _any_answer(field: Field) -> st.SearchStrategy[Answer]:
    if field.kind == "number":
        return st.integers(field.low, field.high)
    if field.kind == "text":
        return typed(field)
    if field.kind == "one":
        return st.sampled_from(field.choices)
    chosen = st.sets(st.sampled_from(field.choices), min_size=1, max_size=MOST_CHOSEN)
    return chosen.map(lambda names: tuple(name for name in field.choices if name in names))


def typed(field: Field) -> st.SearchStrategy[Answer]:
    """Return what somebody may type, as it is kept."""
    cleaned = st.text(min_size=1, max_size=field.most).map(one_line)
    return cleaned.filter(lambda text: 0 < len(text) <= field.most)


def everyone() -> st.SearchStrategy[Answers]:
    """Return people of every kind, wild ones included."""
    return st.one_of(people(), people(), wild())
