def test_a_person_is_calm_about_what_was_not_told(person):
    assert person(main_region="low_back").urgency is None


def test_a_person_may_tell_of_a_sign(person):
    someone = person(main_region="low_back", urgent_low="saddle")

    assert someone.signs == {"saddle-numbness"}
    assert someone.urgency == "emergency"


def test_a_question_may_be_left_open(person):
    assert "country" not in person(main_region="knee", country=None).answers


def test_another_answer_changes_only_itself(person):
    before = person(main_region="low_back", pain_average=3)
    after = before.but(pain_average=7)

    assert {"pain_average"} == {
        n for n in after.answers if before.answers.get(n) != after.answers[n]
    }


def test_a_person_without_an_overview_is_in_no_section(person):
    someone = person(main_region="low_back", urgent_low="saddle")

    assert someone.section_of("no-procedure") is None
    assert someone.arguments_about("no-procedure") == set()
    assert not someone.is_told_to_ask_about("no-procedure")


def test_one_choice_of_a_question_with_many_may_be_told_without_a_list(tiny_person):
    assert tiny_person(main_region="knee", pain_features="burning").answers["pain_features"] == (
        "burning",
    )


def test_a_person_knows_what_is_offered(tiny_person):
    someone = tiny_person(main_region="low_back", age_band="18_plus")

    assert someone.offered("pain_features") == ["burning", "ache", "none_of_these"]
    assert someone.offered("treatments") == ["tried_exercise"]


def test_a_person_is_told_to_ask(tiny_person):
    someone = tiny_person(
        main_region="knee", age_band="18_plus", pain_features="burning", tried_exercise="helped"
    )

    assert someone.is_told_to_ask_about("knee-needle")
    assert someone.arguments_about("knee-needle") == {"knee-needle-ask-1"}
    assert someone.findings == {"sore-knee", "sore-knee-that-burns"}
    assert someone.notes == set()
    assert someone.is_asked("medicines")
    assert not someone.is_asked("urgent_low")
