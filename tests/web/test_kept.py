"""Keeping answers as a file, opening it again, and what is said when they are gone."""

import io
import json
import logging
import re
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from decision_aid.app import create_app
from decision_aid.engine.run import Engine
from decision_aid.kept.read import kept_in
from decision_aid.kept.shape import MOST_BYTES, checksum_of
from decision_aid.resources import resource_dir
from decision_aid.settings import Settings
from decision_aid.web.knowledge import Knowledge
from tests.support.answers import LOW_BACK
from tests.support.walk import TOKEN, Walk

KEY = "a key that is only used in tests, not secret"
LEG = {**LOW_BACK, "back_spread": "below_knee", "medicines": ("blood_thinner",)}


def send(client, raw, *, replace=False, name="my-answers.json"):
    """Send a file from the page that asks for one."""
    token = TOKEN.search(client.get("/resume").text).group(1)
    form = {"csrf_token": token, "file": (io.BytesIO(raw), name)}
    if replace:
        form["replace"] = "yes"
    return client.post("/resume", data=form, content_type="multipart/form-data")


def keep(client):
    """Press the button that saves the answers."""
    token = TOKEN.search(client.get("/check").text).group(1)
    return client.post("/keep", data={"csrf_token": token})


def told(client):
    """Return what check-your-answers shows."""
    return re.findall(r'<dd class="answer">(.*?)</dd>', client.get("/check").text)


@pytest.fixture
def kept(walk, client):
    """The file of someone with leg pain, and the overview that they saw."""
    walk.answers(LEG)
    overview = client.get("/overview").text
    return keep(client).data, main_part(overview)


@pytest.fixture
def elsewhere(app):
    """Another device: nothing was told there yet."""
    return app.test_client()


def main_part(text):
    return re.sub(r'value="[^"]*"', "", text.split("<main")[1].split("</main>")[0])


class TestKeeping:
    def test_the_file_is_downloaded_under_a_name_with_the_day(self, walk, client):
        walk.answers(LOW_BACK)
        response = keep(client)

        today = datetime.now(UTC).date().isoformat()
        named = f'attachment; filename="my-answers-{today}.json"'
        assert named == response.headers["Content-Disposition"]
        assert "no-store" == response.headers["Cache-Control"]
        assert "application/json" == response.mimetype

    @pytest.mark.parametrize("page", ["/check", "/overview"])
    def test_it_is_offered_where_all_answers_are_told(self, walk, page):
        walk.answers(LOW_BACK)

        assert 'action="/keep"' in walk.get(page).text

    def test_it_holds_what_was_told_what_came_out_and_the_edition(self, kept, rulebook):
        found = kept_in(kept[0], rulebook)

        assert {**LEG} == dict(found.shown.answers)
        assert rulebook.edition.digest == found.edition.digest
        assert "worth-asking" in found.shown.came_out.sections.values()
        assert () == found.gone

    def test_while_the_questions_are_open_nothing_has_come_out_yet(self, walk, client, rulebook):
        walk.send("about-you", LOW_BACK)
        found = kept_in(keep(client).data, rulebook)

        assert found.shown.came_out is None
        assert {"country", "age_band", "about_you"} == found.shown.seen

    def test_without_answers_there_is_nothing_to_keep(self, client):
        token = TOKEN.search(client.get("/questions/about-you").text).group(1)

        assert "/no-answers" == client.post("/keep", data={"csrf_token": token}).location


class TestOpening:
    def test_on_another_device_the_same_overview_comes_out(self, kept, elsewhere):
        raw, overview = kept
        page = send(elsewhere, raw)

        assert 200 == page.status_code
        assert "Your answers are open again" in page.text
        assert "The rules are the same as then." in page.text
        assert overview == main_part(elsewhere.get("/overview").text)

    def test_both_pains_come_back(self, walk, client, elsewhere):
        walk.answers(LOW_BACK)
        token = TOKEN.search(walk.get("/overview").text).group(1)
        client.post("/second-pain", data={"csrf_token": token})
        walk.answers({**LOW_BACK, "main_region": "knee", "urgent_limb": ("none_of_these",)})
        send(elsewhere, keep(client).data)

        page = elsewhere.get("/check").text
        assert "This page is about: <b>knee</b>. The other one is: <b>low back</b>" in page

    def test_questions_that_were_open_are_asked_next(self, walk, client, elsewhere):
        walk.send("about-you", LOW_BACK)
        page = send(elsewhere, keep(client).data)

        assert "Go on with the questions" in page.text
        assert elsewhere.get("/questions").location == "/questions/main-place"

    def test_a_sign_that_calls_for_help_comes_before_anything_else(self, walk, client, elsewhere):
        walk.answers({**LOW_BACK, "urgent_now": ("stroke",)})
        response = send(elsewhere, keep(client).data)

        assert "/overview" == response.location
        assert "999" in elsewhere.get("/overview").text

    def test_a_file_of_an_earlier_day_asks_about_new_signs(self, kept, elsewhere):
        content = json.loads(kept[0])
        content["made_on"] = (datetime.now(UTC).date() - timedelta(days=1)).isoformat()
        content["checksum"] = checksum_of(content)
        page = send(elsewhere, json.dumps(content).encode())

        assert "Is anything new since then?" in page.text
        assert 'href="/questions/help-now?change=1"' in page.text

    def test_a_file_of_today_does_not(self, kept, elsewhere):
        assert "Is anything new since then?" not in send(elsewhere, kept[0]).text

    def test_afterwards_its_page_leads_on(self, kept, elsewhere):
        send(elsewhere, kept[0])

        assert "/check" == elsewhere.get("/resume/opened").location

    def test_an_answer_that_is_gone_is_named_and_the_others_stay(self, kept, elsewhere):
        content = json.loads(kept[0])
        answers = content["pains"][0]["answers"]
        next(a for a in answers if a["id"] == "duration").update(value="a_fortnight", told="14 <b>")
        content["checksum"] = checksum_of(content)
        page = send(elsewhere, json.dumps(content).encode())

        assert "<dt>For how long has this pain been there?</dt><dd>14 &lt;b&gt;</dd>" in page.text
        assert "Low back" in told(elsewhere)
        assert "a_fortnight" not in page.text

    def test_a_file_made_in_one_language_opens_in_another(self, rulebook, engine):
        known = Knowledge.of(resource_dir("rules"), rulebook, engine)
        site = create_app(Settings(env="test", secret_keys=(KEY,)), known)
        spanish, english = site.test_client(), site.test_client()
        Walk(spanish, rulebook).answers(LEG)
        spanish.get("/language/es")
        page = send(english, keep(spanish).data)

        assert 'lang="es"' in spanish.get("/check").text
        assert "The rules are the same as then." in page.text
        assert "What is different now" not in page.text
        assert "United Kingdom" in told(english)


class TestOtherAnswersAreHere:
    def test_the_page_says_that_they_are_replaced_and_offers_to_keep_them(self, walk):
        walk.answers(LOW_BACK)
        page = walk.get("/resume").text

        assert "They are about: low back. Opening a file replaces them." in page
        assert 'action="/keep"' in page
        assert "Open it and replace my answers" in page

    def test_they_are_replaced_then(self, kept, elsewhere, rulebook):
        fill(elsewhere, rulebook)
        send(elsewhere, kept[0], replace=True)

        assert "Down the leg, past the knee" in " ".join(told(elsewhere))

    def test_they_are_not_replaced_by_a_page_that_did_not_say_so(self, kept, elsewhere, rulebook):
        fill(elsewhere, rulebook)
        before = told(elsewhere)
        page = send(elsewhere, kept[0])

        assert 422 == page.status_code
        assert "opening the file replaces them" in page.text
        assert before == told(elsewhere) != []

    def test_the_same_file_again_replaces_nothing_and_needs_no_question(self, kept, elsewhere):
        send(elsewhere, kept[0])

        assert 200 == send(elsewhere, kept[0]).status_code


def fill(client, rulebook):
    Walk(client, rulebook).send("about-you", LOW_BACK)


FAULTS = {
    "changed": (lambda raw: raw.replace(b"blood_thinner", b"none_of_these"), 422, "was changed"),
    "damaged": (lambda raw: raw[:900], 422, "At line"),
    "foreign": (lambda _: b'{"name": "recipes"}', 422, "not made by this aid"),
    "a picture": (lambda _: b"\x89PNG", 422, "At byte 1"),
    "empty": (lambda _: b"", 422, "No file was chosen"),
    "larger than a file of ours": (lambda raw: raw + b" " * MOST_BYTES, 413, "too large"),
    "larger than any form": (lambda raw: raw + b" " * 200_000, 413, "too large"),
}


class TestFilesAtFault:
    @pytest.mark.parametrize("fault", FAULTS)
    def test_each_is_told_apart_and_touches_nothing(self, fault, kept, client):
        spoil, status, says = FAULTS[fault]
        before = told(client)
        page = send(client, spoil(kept[0]), replace=True)

        assert status == page.status_code
        assert says in page.text
        assert "<title>Error: Open your kept answers" in page.text
        assert before == told(client) != []

    def test_a_form_without_a_file_says_so(self, client):
        token = TOKEN.search(client.get("/resume").text).group(1)
        page = client.post("/resume", data={"csrf_token": token})

        assert (422, True) == (page.status_code, "No file was chosen" in page.text)

    def test_more_answers_than_a_cookie_holds_are_refused(
        self, kept, client, rulebook, monkeypatch
    ):
        monkeypatch.setattr("decision_aid.web.sealed_session.MOST_BYTES", 2500)
        before = told(client)
        content = json.loads(kept[0])
        content["pains"] = [
            {"answers": every_answer(rulebook, seed), "left_empty": [], "came_out": None}
            for seed in range(2)
        ]
        content["checksum"] = checksum_of(content)
        page = send(client, json.dumps(content).encode(), replace=True)

        assert 413 == page.status_code
        assert before == told(client)

    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(data=st.data())
    def test_no_file_at_all_breaks_the_page(self, data, kept, client):
        """Cut a file, put bytes into it, or send bytes of any kind."""
        raw = kept[0]
        at = data.draw(st.integers(0, len(raw)))
        put = data.draw(st.binary(max_size=20))
        cut = data.draw(st.integers(0, 20))
        spoilt = data.draw(st.sampled_from([raw[:at] + put + raw[at + cut :], raw[:at], put]))
        before = told(client)
        page = send(client, spoilt, replace=True)

        assert page.status_code in {200, 422}
        assert before == told(client)


def every_answer(rulebook, seed):
    """An answer to each question at once, which nobody is asked, and as mixed as can be."""
    pick, found = Random(seed), []
    for field in rulebook.fields.values():
        some = [c for c in field.choices if c not in field.exclusive and pick.random() < 0.5]
        value = pick.randint(field.low, field.high) if field.kind == "number" else some
        if field.kind == "one":
            value = pick.choice(field.choices)
        found.append({"asked": "", "told": "", "id": field.id, "value": value})
    return found


class TestAnotherEdition:
    @pytest.fixture
    def newer(self, rulebook):
        """A site whose rules ask about leg pain in another way."""

        def site(change):
            edition = replace(rulebook.edition, version="9.9", digest="f" * 64)
            changed = replace(change(rulebook), edition=edition)
            known = Knowledge(changed, Engine.of(changed), resource_dir("rules"))
            return create_app(Settings(env="test", secret_keys=(KEY,)), known).test_client()

        return site

    def test_what_is_different_is_told_with_the_rule_that_makes_it(self, kept, newer, rulebook):
        shown = kept_in(kept[0], rulebook).shown.came_out
        option = next(name for name, section in shown.sections.items() if section != "other")
        ask = next(
            rule
            for rule in rulebook.rules_about(option)
            if rule.id in shown.rules and rule.effect.value == "ask"
        )
        rules = tuple(rule for rule in rulebook.rules if rule.id != ask.id)
        page = send(newer(lambda book: replace(book, rules=rules)), kept[0]).text

        assert "The rules have changed since." in page
        assert "What is different now" in page
        assert rulebook.options[option].name in page
        assert "A rule is gone." in page

    def test_a_changed_rule_stands_with_its_sentence_and_its_source(self, kept, newer, rulebook):
        shown = kept_in(kept[0], rulebook).shown.came_out
        rule = next(
            rule
            for rule in rulebook.rules
            if rule.id in shown.rules and rule.effect.value == "ask" and rule.cites
        )
        other = replace(rule, effect=replace(rule.effect, value="first"))
        rules = tuple(other if one is rule else one for one in rulebook.rules)
        page = send(newer(lambda book: replace(book, rules=rules)), kept[0]).text

        assert "A rule was changed. It now says:" in page
        assert "It counts when: " in page
        assert "Before: “Worth asking about”" in page or "Before: “Fits" in page
        assert "Where this comes from" in page

    def test_when_nothing_changed_for_the_person_that_is_said(self, kept, newer):
        page = send(newer(lambda book: book), kept[0]).text

        assert "Nothing that your answers lead to is different." in page
        assert "What is different now" not in page


class TestNothingStays:
    def test_no_file_and_no_log_line(self, walk, client, tmp_path, monkeypatch, caplog):
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        monkeypatch.chdir(tmp_path)

        def refuse(*_arguments, **_named):
            raise AssertionError("a file was opened for what was sent")

        monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
        walk.answers(LEG)
        with caplog.at_level(logging.DEBUG):
            raw = keep(client).data
            send(client, raw, replace=True)
            send(client, raw[:700], replace=True)
            send(client, raw.replace(b"below_knee", b"below_nose"), replace=True)

        assert [] == list(tmp_path.iterdir())
        assert not [
            word for word in ("below_knee", "blood_thinner", "Low back") if word in caplog.text
        ]


class TestStaying:
    def test_the_page_with_answers_says_how_long_they_stay(self, walk):
        walk.send("about-you", LOW_BACK)
        page = walk.get("/questions").text

        assert "Your answers stay for 60 minutes after the last page." in page
        assert 'data-seconds="3600"' in page
        assert "kept.js" in page

    @pytest.mark.parametrize("page", ["/", "/options", "/resume", "/no-answers"])
    def test_a_page_without_answers_does_not(self, client, page):
        text = client.get(page).text

        assert "data-seconds" not in text
        assert "kept.js" not in text

    def test_the_time_of_the_answers_starts_again(self, walk, client):
        walk.send("about-you", LOW_BACK)
        token = TOKEN.search(client.get("/check").text).group(1)
        response = client.post("/stay", data={"csrf_token": token})

        assert 204 == response.status_code
        assert "Max-Age=3600" in response.headers["Set-Cookie"]

    def test_when_there_are_none_left_that_is_said(self, client):
        token = TOKEN.search(client.get("/questions/about-you").text).group(1)

        assert 410 == client.post("/stay", data={"csrf_token": token}).status_code

    def test_another_site_cannot_make_them_stay(self, walk, client):
        walk.send("about-you", LOW_BACK)

        assert 400 == client.post("/stay").status_code

    def test_a_form_that_was_open_for_long_still_works_when_the_time_was_renewed(self, app):
        assert app.config["WTF_CSRF_TIME_LIMIT"] is None

    def test_afterwards_the_page_says_what_happened_and_how_to_go_on(self, client):
        page = client.get("/no-answers").text

        assert "Answers stay for 60 minutes after the last page" in page
        assert 'href="/resume"' in page

    def test_where_answers_are_still_here_it_says_so(self, walk):
        walk.send("about-you", LOW_BACK)

        assert "Your answers are still here" in walk.get("/no-answers").text

    @pytest.mark.parametrize("page", ["/", "/no-answers"])
    def test_the_way_to_a_kept_file_is_on_the_pages_without_answers(self, client, page):
        assert 'href="/resume"' in client.get(page).text
