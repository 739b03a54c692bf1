from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.journey import journey_of
from decision_aid.reasons.hinges import ROLES, Move, hinges_of
from decision_aid.rulebook.model import PLACE
from tests.strategies import people
from tests.support.shipped import shipped_engine, shipped_grounds, shipped_rulebook


def hinges(answers):
    rulebook = shipped_rulebook()
    return hinges_of(answers, journey_of(rulebook, answers), shipped_grounds(), rulebook)


def overview(answers):
    return overview_of(answers, shipped_rulebook(), shipped_engine())


def moves(before, after):
    """What really moves between two overviews."""
    sections = {entry.option.id: entry.section for entry in after.entries}
    return {
        Move(entry.option.id, entry.section, sections[entry.option.id])
        for entry in before.entries
        if entry.section != sections[entry.option.id]
    }


def open_questions(answers):
    """The questions that may be hinges, each with the choices that are offered."""
    journey = journey_of(shipped_rulebook(), answers)
    return [
        (field, question)
        for screen in journey.screens
        for question in screen.questions
        for field in question.fields
        if question.role in ROLES and field.id != PLACE
    ]


def any_answer(field, question):
    if field.kind == "number":
        return st.integers(field.low, field.high)
    names = [choice.id for choice in question.choices]
    if field.kind == "one":
        return st.sampled_from(names)
    several = [choice.id for choice in question.choices if not choice.exclusive]
    mixtures = st.sets(st.sampled_from(several), min_size=1, max_size=4).map(
        lambda chosen: tuple(name for name in several if name in chosen)
    )
    alone = [(choice.id,) for choice in question.choices if choice.exclusive]
    return st.one_of(mixtures, st.sampled_from(alone)) if alone else mixtures


@settings(max_examples=30)
@given(people(calm=True), st.data())
def test_each_way_moves_what_a_whole_new_reading_moves(answers, data):
    before = overview(answers)
    if not before.is_open:
        return
    for hinge in hinges(answers):
        way = data.draw(st.sampled_from(hinge.ways))
        other = data.draw(st.sampled_from(way.answers))
        after = overview(answers.changed({hinge.field: other}))

        assert after.is_open
        assert set(way.moves) == moves(before, after)


@settings(max_examples=30)
@given(people(calm=True), st.data())
def test_any_other_answer_that_is_no_way_of_a_hinge_moves_nothing_new(answers, data):
    before = overview(answers)
    if not before.is_open:
        return
    found = {hinge.field: set(hinge.moves) for hinge in hinges(answers)}
    for field, question in data.draw(st.permutations(open_questions(answers)))[:4]:
        other = data.draw(any_answer(field, question))
        after = overview(answers.changed({field.id: other}))
        if after.is_open:
            assert moves(before, after) <= found.get(field.id, set()), field.id


def test_worked_cases_hinge_on_what_a_whole_new_reading_says(cases):
    """All answers to one question for each, another one from case to case."""
    for number, case in enumerate(cases[::20]):
        before = overview(case.answers)
        if not before.is_open:
            continue
        found = {hinge.field: set(hinge.moves) for hinge in hinges(case.answers)}
        field, question = open_questions(case.answers)[number % 7]
        names = range(11) if field.kind == "number" else [c.id for c in question.choices]
        for name in names:
            answer = (name,) if field.kind == "many" else name
            after = overview(case.answers.changed({field.id: answer}))
            if after.is_open:
                assert moves(before, after) <= found.get(field.id, set()), (case.id, field.id)


def test_how_long_the_pain_has_lasted_is_a_hinge(person):
    someone = person(
        main_region="low_back",
        back_spread="stays_in_back",
        duration="under_6_weeks",
        pain_average=6,
    )
    hinge = next(h for h in hinges(someone.answers) if h.field == "duration")
    come = {move.option for move in hinge.moves if move.before == "other"}

    assert "medial-branch-block" in come
    assert not hinge.is_unsure


def test_not_sure_and_left_out_show_each_way_it_could_go(person):
    someone = person(
        main_region="low_back",
        back_spread="stays_in_back",
        duration="over_1_year",
        pain_average=None,
        block_low_facet="not_sure",
        tried_exercise="helped_a_little",
        care_weeks="over_12_weeks",
    )
    unsure = {hinge.field: hinge for hinge in hinges(someone.answers) if hinge.is_unsure}

    assert {"block_low_facet", "pain_average"} <= set(unsure)
    strength = unsure["pain_average"]
    assert strength.answer is None
    assert {0, 10} <= {answer for way in strength.ways for answer in way.answers}
    assert 2 <= len(strength.ways)


def test_choices_that_exclude_the_others_are_tried_too(person):
    someone = person(main_region="hand", told=["carpal_tunnel"])
    [hinge] = [hinge for hinge in hinges(someone.answers) if hinge.field == "told"]
    tried = {answer for way in hinge.ways for answer in way.answers}

    assert {("nothing_told",), ("not_sure",)} <= tried
    assert ("carpal_tunnel",) not in tried


def test_place_urgent_signs_and_safety_facts_are_no_hinges(cases):
    questions = shipped_rulebook().asked_by
    fields = {hinge.field for case in cases[::20] for hinge in hinges(case.answers)}

    assert PLACE not in fields
    assert {questions[field].role for field in fields} <= ROLES
