from html import unescape

import pytest

from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.journey import journey_of
from tests.support.answers import LOW_BACK
from tests.support.shipped import shipped_rulebook

#: For each reason to stop, an answer that gives it.
STOPS = {
    "under-18": {"age_band": "under_18"},
    "pain-in-pregnancy": {"about_this_pain": ["pain_in_pregnancy"]},
    "new-injury": {"about_this_pain": ["new_injury"]},
    "tooth-pain": {"about_this_pain": ["tooth_or_gum"]},
}
COUNTRIES = sorted(shipped_rulebook().care.countries)


def test_every_reason_to_stop_is_tried(rulebook):
    assert STOPS.keys() == rulebook.stops.keys()


def test_a_number_can_be_left_open_in_words(walk):
    for screen in ("about-you", "main-place", "other-places", "help-now"):
        walk.send(screen, LOW_BACK)
    walk.answers({**LOW_BACK, "pain_average": ""})

    assert "Not sure, or no answer" in walk.get("/questions/how-long").text


def test_a_person_is_led_from_the_start_to_the_check(walk):
    page = walk.answers(LOW_BACK)

    assert page.request.path == "/check"
    assert "Low back" in page.text


def test_only_screens_that_fit_are_shown(walk):
    walk.answers(LOW_BACK)

    assert "bladder-bowel-and-legs" in walk.seen
    assert "head-and-face" not in walk.seen


def test_the_median_way_is_sixteen_screens_or_fewer(walk):
    walk.answers(LOW_BACK)

    assert len(walk.seen) <= 16


def test_going_back_shows_what_was_answered(walk):
    walk.answers(LOW_BACK)
    page = walk.get("/questions/main-place")

    assert 'value="low_back"' in page.text
    marked = page.text.split('id="q-main_region-low_back"')[1].split(">")[0]
    assert "checked" in marked


def test_a_missing_answer_gives_a_linked_summary_and_loses_nothing(walk):
    walk.send("about-you", {**LOW_BACK, "about_you": ("breastfeeding",)})
    answers = {"country": "us", "about_you": ("breastfeeding",)}
    page = walk.send("about-you", answers)

    assert 422 == page.status_code
    assert "<title>Error: " in page.text
    assert 'href="#q-age_band-under_18"' in page.text
    marked = page.text.split('id="q-country-us"')[1].split(">")[0]
    assert "checked" in marked


def test_a_screen_cannot_be_reached_before_what_it_depends_on(walk):
    walk.send("about-you", LOW_BACK)
    page = walk.get("/questions/told")

    assert page.request.path == "/questions/main-place"


def test_an_address_that_never_was_is_not_found(client):
    assert 404 == client.get("/questions/shoe-size").status_code


def test_answers_are_never_in_an_address(walk):
    walk.answers(LOW_BACK)
    given = [value if isinstance(value, tuple) else (str(value),) for value in LOW_BACK.values()]
    telling = {choice for choices in given for choice in choices if "_" in choice}

    assert len(walk.addresses) > 20
    assert {"low_back", "over_1_year"} <= telling
    assert [] == [a for a in walk.addresses if any(choice in a for choice in telling)]
    assert {"", "change=1"} >= {a.partition("?")[2] for a in walk.addresses}


class TestChangingAnAnswer:
    def test_comes_back_to_the_check(self, walk):
        walk.answers(LOW_BACK)
        response = walk.send("how-long", {**LOW_BACK, "duration": "under_6_weeks"}, change=True)

        assert response.location.endswith("/check")

    def test_asks_a_screen_again_that_now_holds_another_question(self, walk):
        walk.answers({**LOW_BACK, "main_region": "knee", "urgent_limb": ("none_of_these",)})
        changed = {**LOW_BACK, "urgent_limb": ("none_of_these",)}
        response = walk.send("main-place", changed, change=True)
        asked = []
        while "/questions/" in response.location:
            asked.append(response.location.split("?")[0].rsplit("/", 1)[-1])
            response = walk.send(asked[-1], changed, change=True)

        assert "what-it-is-like" in asked
        assert response.location.endswith("/check")

    def test_asks_only_what_became_new(self, walk):
        walk.answers(LOW_BACK)
        response = walk.send("main-place", {**LOW_BACK, "main_region": "knee"}, change=True)

        assert response.location.endswith("/questions/arms-legs-and-joints?change=1")

    def test_keeps_what_no_longer_fits_and_uses_it_again(self, walk):
        walk.answers(LOW_BACK)
        walk.send("main-place", {**LOW_BACK, "main_region": "knee"}, change=True)
        assert "stays in the back" not in walk.get("/check").text
        walk.send("main-place", {**LOW_BACK, "main_region": "low_back"}, change=True)

        assert "stays in the back" in walk.get("/check").text


class TestUrgentSigns:
    def test_an_emergency_ends_the_questions_at_once(self, walk):
        page = walk.answers({**LOW_BACK, "urgent_now": ("stroke",)})

        assert page.request.path == "/overview"
        assert "bladder-bowel-and-legs" not in walk.seen
        assert "999" in page.text
        assert "Worth asking about" not in page.text

    def test_another_sign_waits_until_all_lists_were_asked(self, walk):
        page = walk.answers({**LOW_BACK, "urgent_low": ("weakness_new",)})

        assert page.request.path == "/overview"
        assert "spine" in walk.seen

    def test_not_sure_opens_the_list_one_sign_at_a_time(self, walk, rulebook):
        answers = {**LOW_BACK, "urgent_low": ("not_sure",)}
        names = [name for name in rulebook.fields if name.startswith("urgent_low_")]
        page = walk.answers({**answers, **dict.fromkeys(names, "no")})

        assert page.request.path == "/check"
        assert "urgent-low-saddle" in walk.seen

    def test_not_sure_about_one_sign_counts_as_that_sign(self, walk, rulebook):
        names = [name for name in rulebook.fields if name.startswith("urgent_low_")]
        answers = {**LOW_BACK, "urgent_low": ("not_sure",), **dict.fromkeys(names, "no")}
        page = walk.answers({**answers, "urgent_low_saddle": "not_sure"})

        assert page.request.path == "/overview"
        assert "Ring now" in page.text

    @pytest.mark.parametrize("answer", ["yes", "not_sure"])
    def test_a_person_in_crisis_is_shown_who_can_listen(self, walk, answer):
        page = walk.answers({**LOW_BACK, "safe_now": answer})

        assert page.request.path == "/overview"
        assert "Samaritans" in page.text
        assert "116 123" in page.text.replace("\u00a0", " ").replace("&nbsp;", " ")

    def test_after_a_care_card_the_answer_can_be_changed(self, walk):
        walk.answers({**LOW_BACK, "urgent_now": ("stroke",)})
        response = walk.send("help-now", LOW_BACK, change=True)

        assert response.location.startswith("/questions/")


class TestNotTheRightPlace:
    def test_under_18_is_told_at_once(self, walk):
        page = walk.answers({**LOW_BACK, "age_band": "under_18"})

        assert page.request.path == "/not-for-this"
        assert ["about-you"] == walk.seen

    def test_other_reasons_come_after_the_urgent_signs(self, walk):
        page = walk.answers({**LOW_BACK, "about_this_pain": ("tooth_or_gum",)})

        assert page.request.path == "/not-for-this"
        assert "spine" in walk.seen
        assert "what-it-is-like" not in walk.seen

    def test_the_page_offers_the_way_back(self, walk):
        page = walk.answers({**LOW_BACK, "age_band": "under_18"})

        assert 'href="/questions/about-you"' in page.text

    def test_without_a_reason_the_page_leads_on(self, walk):
        assert walk.get("/not-for-this").request.path.startswith("/questions/")


class TestNoDeadEnd:
    """Whoever cannot go on is told what to do instead, whom to ring, and how to go on here."""

    @pytest.fixture
    def told(self, walk):
        """Give a visit these answers as they stand in its cookie, and open a page."""

        def page(address, **answers):
            walk.get("/questions/about-you")
            with walk.client.session_transaction() as session:
                session["answers"] = {**session.get("answers", {}), **LOW_BACK, **answers}
            return walk.get(address).text

        return page

    @pytest.mark.parametrize("country", COUNTRIES)
    @pytest.mark.parametrize("reason", STOPS)
    def test_each_reason_to_stop_says_what_to_do_in_each_country(
        self, told, rulebook, reason, country
    ):
        stop = rulebook.stops[reason]
        text = unescape(told("/not-for-this", country=country, **STOPS[reason]))
        main = text.split("<main")[1].split("</main>")[0]

        assert f"<h1>{stop.title}</h1>" in main
        assert [] == [line for line in (*stop.says, *stop.go_to) if line not in main]
        assert [] == [n for n in numbers_of(rulebook.care.countries[country]) if n not in main]
        for way_on in ("/options", "/check", "/urgent-help"):
            assert f'href="{way_on}"' in main

    @pytest.mark.parametrize("country", COUNTRIES)
    def test_a_crisis_gives_the_lines_of_each_country(self, told, rulebook, country):
        text = unescape(told("/overview", country=country, safe_now="yes"))
        main = text.split("<main")[1].split("</main>")[0]

        assert [] == [n for n in numbers_of(rulebook.care.countries[country]) if n not in main]
        for way_on in ("/options", "/check", "/urgent-help"):
            assert f'href="{way_on}"' in main


def numbers_of(country):
    """Return every number of a country as a page shows it."""
    records = (country.emergency, country.advice, *country.crisis)
    return [r.number.replace(" ", "\u00a0") for r in records if r and r.number]


def test_a_notice_is_said_once_before_the_next_page(walk):
    answers = {**LOW_BACK, "about_you": ("find_out_cause",)}
    response = walk.send("about-you", answers)
    first = walk.get(response.location)
    walk.send("main-place", answers)
    second = walk.get("/questions/other-places")

    assert "This aid cannot tell what is wrong" in first.text
    assert "This aid cannot tell what is wrong" not in second.text


def test_clearing_forgets_everything(walk, client):
    walk.answers(LOW_BACK)
    page = walk.get("/check")
    token = page.text.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
    client.post("/clear", data={"csrf_token": token})

    assert client.get_cookie("visit") is None
    assert walk.get("/questions").request.path == "/questions/about-you"


def test_a_form_without_its_token_is_refused_and_nothing_is_lost(walk, client):
    walk.send("about-you", LOW_BACK)
    response = client.post("/questions/main-place", data={"main_region": "knee"})

    assert 400 == response.status_code
    assert "/questions/main-place" in walk.get("/questions").request.path


def test_the_fullest_visit_fits_into_the_cookie(client, walk, rulebook):
    everything = {}
    for question in rulebook.questions:
        for field in question.fields:
            if field.kind == "many":
                several = tuple(c for c in field.choices if c not in field.exclusive)
                everything[field.id] = ("none_of_these",) if question.urgent_list else several
            elif field.kind == "number":
                everything[field.id] = 10
            elif field.kind == "text":
                everything[field.id] = "".join(chr(0x4E00 + 173 * i) for i in range(field.most))
            else:
                everything[field.id] = "no" if question.role == "urgent" else field.choices[0]
    everything.update(age_band="50_59", about_you=("breastfeeding", "recent_procedure"))
    everything.update(main_region="all_over", about_this_pain=("none_of_these",))
    everything.update(cancer_link="not_linked", safe_now="no")
    page = walk.answers(everything)

    assert page.request.path == "/check"
    asked = len(journey_of(rulebook, Answers.of(everything)).screens)
    assert asked >= 12
    assert len(client.get_cookie("visit").value) < 3800


def test_looking_without_loading_changes_nothing(walk, client):
    walk.answers(LOW_BACK)
    before = walk.get("/check").text.count("Not answered")
    for screen in ("what-it-is-like", "health", "tried"):
        client.head(f"/questions/{screen}")

    assert before == walk.get("/check").text.count("Not answered")


def test_when_the_answers_are_gone_the_person_is_told_and_not_sent_back(walk, client):
    walk.answers(LOW_BACK)
    client.delete_cookie("visit")

    assert "Your answers were cleared" in client.post("/questions/told").text
    for address in ("/check", "/overview", "/sheet", "/questions/told"):
        page = walk.get(address)
        assert "/no-answers" == page.request.path
        assert "There are no answers here" in page.text


def test_the_check_shows_only_what_was_asked(walk):
    walk.answers({**LOW_BACK, "urgent_now": ("stroke",)})
    page = walk.get("/check").text

    assert "How old are you?" in page
    assert "Have you had any of these operations" not in page


def test_signs_that_are_asked_one_by_one_are_counted(walk):
    for screen in ("about-you", "main-place", "other-places"):
        walk.send(screen, LOW_BACK)
    walk.send("help-now", {**LOW_BACK, "urgent_now": ("not_sure",)})
    page = walk.get("/questions").text

    assert "Sign 1 of 9" in page


def test_when_all_is_answered_the_questions_lead_to_the_check(walk):
    walk.answers(LOW_BACK)

    assert "/check" == walk.get("/questions").request.path


def test_a_screen_that_does_not_fit_leads_back_to_those_that_do(walk):
    walk.answers(LOW_BACK)

    assert "/check" == walk.get("/questions/head-and-face").request.path


def test_after_a_change_of_the_rules_only_the_answer_that_is_gone_is_lost(walk, client):
    walk.answers(LOW_BACK)
    with client.session_transaction() as session:
        session["answers"] = {**session["answers"], "duration": "a_fortnight", "mood": "fine"}
    page = walk.get("/check").text

    assert "Low back" in page
    assert "a_fortnight" not in page
