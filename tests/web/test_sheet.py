import io
import logging
import re
from html import unescape

import pytest
from markupsafe import escape
from pypdf import PdfReader

from decision_aid.app import create_app
from decision_aid.resources import resource_dir
from decision_aid.settings import Settings
from decision_aid.sheet.own_words import MOST_CHARACTERS
from decision_aid.web.knowledge import Knowledge
from decision_aid.web.visit import _packed
from tests.sheet.people import says_little, says_much
from tests.support.answers import LOW_BACK

WORDS = {
    "bothers": "Xylophone mornings",
    "hopes": "Walking to Quetzal",
    "worries": "Zeppelin <b>costs</b>",
    "question": "Yodelling afterwards?",
}
IN_NO_FONT = "\U00010600"


@pytest.fixture(scope="module")
def known():
    return Knowledge.of(resource_dir("rules"))


@pytest.fixture(scope="module")
def app(known):
    app = create_app(Settings(env="test", secret_keys=("k" * 40,)), known)
    app.config["WTF_CSRF_ENABLED"] = False
    return app


@pytest.fixture
def visitor(app, known):
    """Return a browser in which these answers were given."""

    def browser(answers):
        client = app.test_client()
        with client.session_transaction() as session:
            session["answers"] = dict(answers)
            session["seen"] = _packed(known.rulebook.fields, known.rulebook)
        return client

    return browser


@pytest.fixture
def client(visitor, known):
    return visitor(says_little(known.rulebook))


def send(client, wanted, **words):
    return client.post("/sheet", data={**words, "as": wanted})


def pages_of(client):
    """Return every page of the sheet."""
    return client.get("/sheet").text, *(
        send(client, wanted, **WORDS).text for wanted in ("edit", "print", "message")
    )


def test_the_form_shows_what_will_be_on_the_sheet(client):
    page = client.get("/sheet").text

    assert page.count("<textarea") == 4
    assert "My consultation sheet" in page
    assert "Carry on without a procedure" in page


def test_the_page_to_print_holds_the_words_as_text(client):
    page = send(client, "print", **WORDS)

    assert page.status_code == 200
    assert "Xylophone mornings" in page.text
    assert "Zeppelin &lt;b&gt;costs" in page.text
    assert "<b>costs" not in page.text


def test_the_pdf_is_a_download_that_nothing_keeps(client):
    answer = send(client, "pdf", **WORDS)

    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="consultation-sheet.pdf"'
    assert answer.headers["Cache-Control"] == "no-store"
    text = PdfReader(io.BytesIO(answer.data)).pages[0].extract_text()
    assert "Xylophone mornings" in text
    assert "<b>costs</b>" in text


@pytest.mark.parametrize("wanted", ["print", "pdf", "edit", "message", "text"])
def test_own_words_are_in_no_cookie_address_header_or_log(wanted, app, client, caplog):
    with caplog.at_level(logging.DEBUG):
        answer = send(client, wanted, **WORDS)
    with client.session_transaction() as session:
        kept = repr(dict(session))

    assert set(session) <= {"answers", "seen", "noticed", "csrf_token"}
    for word in ("Xylophone", "Quetzal", "Zeppelin", "Yodelling"):
        assert word not in kept
        assert word not in caplog.text
        assert word not in str(answer.headers)
    assert "Xylophone" not in client.get("/sheet").text


def test_the_words_come_back_to_be_changed(client):
    page = send(client, "edit", **WORDS).text

    assert re.search(r"<textarea[^>]*>\s*Xylophone mornings</textarea>", page)


def sheet_on(page):
    """Return the sheet as it is shown on a page."""
    return page.text.partition('<article class="sheet"')[2]


def test_every_question_on_offer_is_ticked_until_one_is_unticked(client):
    first = client.get("/sheet")
    boxes = re.findall(r'name="questions" value="([^"]+)"[^>]*?( checked)?>', first.text)
    assert [name for name, checked in boxes if not checked] == []
    assert "What else is there?" in sheet_on(first)
    assert {"wait", "else", "success"} <= {name for name, _ in boxes}

    again = send(client, "edit", questions=["wait"])
    assert re.findall(r'name="questions" value="([^"]+)"[^>]*? checked>', again.text) == ["wait"]
    assert "What happens if we wait?" in sheet_on(again)
    assert "What else is there?" not in sheet_on(again)


def test_a_question_that_is_no_longer_on_offer_is_no_fault(client):
    assert send(client, "print", questions=["wait", "gone-since"]).status_code == 200


def test_a_question_of_ones_own_stands_on_the_sheet(client):
    for wanted in ("edit", "print", "message", "text"):
        assert "Yodelling afterwards?" in send(client, wanted, **WORDS).text


@pytest.mark.parametrize(
    ("country", "paper", "width"),
    [
        ("uk", None, 595),
        ("us", None, 612),
        ("canada", None, 612),
        ("us", "a4", 595),
        ("uk", "us-letter", 612),
        ("uk", "a3", 595),
    ],
)
def test_the_paper_is_the_usual_one_of_the_country_or_the_chosen_one(
    country, paper, width, visitor, known
):
    client = visitor(says_little(known.rulebook).changed({"country": country}))
    if paper is None:
        shown = re.search(r'name="paper" value="([^"]+)"[^>]* checked>', client.get("/sheet").text)
        paper = shown[1]
    answer = send(client, "pdf", paper=paper)

    assert round(PdfReader(io.BytesIO(answer.data)).pages[0].mediabox.width) == width


def test_pages_to_print_and_to_copy_open_beside_the_form(client):
    buttons = re.findall(r'<button[^>]*name="as"[^>]*>', client.get("/sheet").text)
    beside = {re.search(r'value="(\w+)"', one)[1]: 'formtarget="_blank"' in one for one in buttons}

    assert beside == {"print": True, "pdf": False, "message": True}


@pytest.mark.parametrize("wanted", ["print", "message"])
def test_what_was_typed_and_chosen_goes_on_to_the_next_page(wanted, client):
    sent = {**WORDS, "questions": ["else", "wait"], "paper": "us-letter"}
    page = send(client, wanted, **sent).text
    carried = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page)

    assert [one for one in carried if one[0] != "csrf_token"] == [
        *((name, str(escape(text))) for name, text in WORDS.items()),
        ("questions", "else"),
        ("questions", "wait"),
        ("paper", "us-letter"),
        ("language", "en"),
    ]


def test_the_message_is_there_whole_and_short_and_says_how_long(client):
    page = send(client, "message", **WORDS).text
    whole, short = (
        unescape(text) for text in re.findall(r"(?s)<textarea[^>]*>\n(.*?)</textarea>", page)
    )

    assert page.count(" readonly ") == 2
    for text in (whole, short):
        assert "Zeppelin <b>costs</b>" in text
        assert f"{len(text):,} characters." in page
    assert len(short) < len(whole)


def test_the_text_is_a_download_that_nothing_keeps(client):
    answer = send(client, "text", **WORDS)

    assert answer.content_type == "text/plain; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="consultation-sheet.txt"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Zeppelin <b>costs</b>" in answer.text


def test_words_that_are_too_long_are_kept_and_the_error_says_by_how_much(client):
    answer = send(client, "pdf", hopes="x" * 345)

    assert answer.status_code == 422
    assert "<title>Error: " in answer.text
    assert (
        answer.text.count(f"is 345 characters long. Shorten it to {MOST_CHARACTERS} or fewer.") == 2
    )
    assert 'href="#q-hopes"' in answer.text
    assert "x" * 345 in answer.text


def test_as_many_characters_as_are_allowed_are_taken(client):
    assert send(client, "pdf", hopes="x" * MOST_CHARACTERS).status_code == 200


def test_characters_that_the_pdf_cannot_show_are_named(client):
    answer = send(client, "pdf", worries=f"a {IN_NO_FONT} b")

    assert answer.status_code == 422
    assert f"The PDF cannot show “{IN_NO_FONT}” in “What worries me”" in answer.text
    assert send(client, "print", worries=f"a {IN_NO_FONT} b").status_code == 200


def test_characters_of_the_own_concern_that_the_pdf_cannot_show_are_named(walk):
    walk.answers(LOW_BACK)
    walk.send("what-matters", {"own_concern": f"a {IN_NO_FONT} b"})
    answer = send(walk.client, "pdf")

    assert answer.status_code == 422
    assert f"The PDF cannot show “{IN_NO_FONT}”. Change it where" in answer.text
    assert send(walk.client, "print").status_code == 200


@pytest.mark.parametrize("wanted", ["", "save", "PDF"])
def test_a_button_that_does_not_exist_is_refused(wanted, client):
    assert send(client, wanted).status_code == 400


@pytest.mark.parametrize(
    "changes",
    [
        {"urgent_now": ("not_sure",)},
        {"safe_now": "yes"},
        {"age_band": "under_18"},
        {"main_region": None},
    ],
    ids=["not sure of a sign", "not safe", "a reason to stop", "not finished"],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_there_is_no_sheet_while_something_else_comes_first(method, changes, visitor, known):
    client = visitor(says_little(known.rulebook).changed(changes))
    answer = getattr(client, method)("/sheet")

    assert answer.status_code == 302
    assert answer.location == "/overview"


def test_nobody_without_answers_gets_a_sheet(app):
    assert app.test_client().get("/sheet").location == "/overview"


def test_a_form_without_its_token_is_refused(known):
    guarded = create_app(Settings(env="test", secret_keys=("k" * 40,)), known)

    assert guarded.test_client().post("/sheet", data={"as": "pdf"}).status_code == 400


def test_pages_of_the_sheet_have_no_style_or_script_of_their_own(visitor, known):
    client = visitor(says_much(known.rulebook, 1))
    for page in pages_of(client):
        assert " style=" not in page
        assert "<style" not in page
        assert not re.search(r"<script(?![^>]* src=)", page)


def test_ids_stand_once_on_a_page(visitor, known):
    client = visitor(says_much(known.rulebook, 1))
    for page in pages_of(client):
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids))
