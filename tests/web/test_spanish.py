"""Pages in Spanish: whole where that keeps people from harm, and honest about the rest."""

import re
from datetime import date
from html import unescape
from io import BytesIO

import pytest
from pypdf import PdfReader

from decision_aid.app import create_app
from decision_aid.audit.content import Content
from decision_aid.audit.translations import WHOLE, name_of
from decision_aid.language import catalogue
from decision_aid.resources import resource_dir
from decision_aid.rulebook.texts import fingerprint, texts_of
from decision_aid.rulebook.translate import Translation, translated
from decision_aid.settings import Settings
from decision_aid.web.knowledge import Knowledge
from tests.support.answers import LOW_BACK
from tests.support.walk import TOKEN, Walk

NOTICE = "Una parte de esta página está por ahora solo en inglés."
ENGLISH_WORDS = re.compile(r"\b(?:the|and|you|your|of|with|this|what|are|not|is)\b", re.IGNORECASE)
SETTINGS = Settings(env="test", secret_keys=("a key that is only used in tests, not secret",))
#: Someone who cannot tell about any sign of a list, and is then asked for each.
SIGNS = ("saddle", "bladder_bowel", "sexual", "both_legs", "weakness_rapid", "weakness_new")
NOT_SURE = {
    "urgent_low": ("not_sure",),
    **{f"urgent_low_{sign}": "not_sure" for sign in (*SIGNS, "unsteady")},
}
#: One person for each kind of page that comes instead of an overview.
CALLS_FOR_HELP = {
    "an emergency": {**LOW_BACK, "urgent_now": ("chest_pressure",)},
    "a crisis": {**LOW_BACK, "safe_now": "yes"},
    "not sure": {**LOW_BACK, **NOT_SURE},
    "a child": {**LOW_BACK, "age_band": "under_18"},
}


def site(rulebook, engine, words):
    spanish = translated(rulebook, Translation(words, ()), catalogue("es"))
    return create_app(SETTINGS, Knowledge(rulebook, engine, resource_dir("rules"), {"es": spanish}))


def in_spanish(app, rulebook):
    client = app.test_client()
    client.get("/language/es")
    return Walk(client, rulebook)


@pytest.fixture(scope="module")
def marked(rulebook, engine):
    """A site whose Spanish is the English in marks, for all that has to be whole."""
    content = Content.of(resource_dir("rules"), date(2026, 11, 25))
    texts = [
        text.text
        for document in content.of_the_edition
        if name_of(document).startswith(WHOLE)
        for text in texts_of(document)
    ]
    return site(rulebook, engine, {fingerprint(text): f"⟦{text}⟧" for text in texts})


@pytest.fixture(scope="module")
def unmarked(rulebook, engine):
    """A site without any Spanish but that of the interface."""
    return site(rulebook, engine, {})


def english_in(page):
    """Return what of a page reads as English and is neither translated nor marked as English."""
    body = page.text.split("<body")[1]
    shown = re.sub(r'<nav class="languages".*?</nav>', " ", body, flags=re.DOTALL)
    texts = re.sub(r"<[^>]*>", "\n", re.sub(r"⟦[^⟧]*⟧", " ", unescape(shown)))
    return [text for text in texts.splitlines() if ENGLISH_WORDS.search(text)]


def test_no_english_is_left_on_the_way_through_the_questions(marked, rulebook):
    walk = in_spanish(marked, rulebook)
    walk.answers({**LOW_BACK, **dict.fromkeys(NOT_SURE, "no"), "urgent_low": ("not_sure",)})

    assert len(set(walk.seen)) > 15
    for screen in sorted(set(walk.seen)):
        page = walk.client.get(f"/questions/{screen}")
        if page.status_code == 200:
            assert ([], False) == (english_in(page), NOTICE in page.text), screen
    page = walk.get("/check")
    assert ([], False) == (english_in(page), NOTICE in page.text)


@pytest.mark.parametrize("name", CALLS_FOR_HELP)
def test_no_english_is_left_where_help_is_needed(marked, rulebook, name):
    page = in_spanish(marked, rulebook).answers(CALLS_FOR_HELP[name])

    assert "/questions/" not in page.request.path
    assert ([], False) == (english_in(page), NOTICE in page.text)


@pytest.mark.parametrize("address", ["/", "/urgent-help", "/privacy", "/accessibility", "/nowhere"])
def test_no_english_is_left_on_pages_that_are_the_same_for_everyone(marked, rulebook, address):
    page = in_spanish(marked, rulebook).get(address)

    assert ([], False) == (english_in(page), NOTICE in page.text)


def test_what_a_form_refuses_is_said_in_spanish(marked, rulebook):
    walk = in_spanish(marked, rulebook)
    page = walk.client.get("/questions/about-you")
    token = TOKEN.search(page.text).group(1)
    refused = walk.client.post("/questions/about-you", data={"csrf_token": token})

    assert 422 == refused.status_code
    assert [] == english_in(refused)


@pytest.mark.parametrize("address", ["/overview", "/options/medial-branch-block", "/places/knee"])
def test_english_in_a_spanish_page_is_marked_and_announced(unmarked, rulebook, address):
    walk = in_spanish(unmarked, rulebook)
    walk.answers(LOW_BACK)
    page = walk.get(address)

    assert NOTICE in page.text
    assert '<span lang="en">' in page.text


@pytest.mark.parametrize(
    "address", ["/overview", "/options/medial-branch-block", "/sheet", "/compare", "/glossary"]
)
def test_marks_of_english_stand_in_texts_and_never_in_attributes(unmarked, rulebook, address):
    walk = in_spanish(unmarked, rulebook)
    walk.answers(LOW_BACK)
    page = walk.get(address).text

    assert [] == re.findall(r'="[^"<>]*<span', page)
    assert "<span" not in re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1]


def test_an_english_page_holds_no_mark_of_english(app, rulebook):
    walk = Walk(app.test_client(), rulebook)
    walk.answers(LOW_BACK)
    page = walk.get("/overview").text

    assert '<span lang="en">' not in page
    assert "only in English so far" not in page


def test_a_text_that_changed_falls_back_to_english_with_a_notice(rulebook, engine):
    country = "Where do you live?"
    fresh, stale = (
        {fingerprint(text): "¿Dónde vive?"} for text in (country, "Where did you live?")
    )
    shown = in_spanish(site(rulebook, engine, fresh), rulebook).get("/questions/about-you").text
    changed = in_spanish(site(rulebook, engine, stale), rulebook).get("/questions/about-you").text

    assert "¿Dónde vive?" in shown
    assert "¿Dónde vive?" not in changed
    assert f'<span lang="en">{country}</span>' in changed
    assert NOTICE in changed


def test_every_spanish_page_says_that_nobody_reviewed_the_translation(app, rulebook):
    assert "Tampoco esta traducción." in in_spanish(app, rulebook).get("/").text


def sections(page):
    """Return the options of each section of an overview, whatever they are called."""
    parts = re.findall(r'<section class="part" id="([\w-]+)"(.*?)</section>\n', page, re.DOTALL)
    return {
        name: set(re.findall(r'(?:article class="option"|li) id="([\w-]+)"', text))
        for name, text in parts
    }


def test_the_overview_holds_the_same_options_in_both_languages(walk):
    walk.answers({**LOW_BACK, "medicines": ("blood_thinner",)})
    english = walk.get("/overview").text
    walk.get("/language/es")

    assert sections(english) == sections(walk.get("/overview").text)
    assert any(sections(english).values())


def test_a_form_sent_for_another_language_comes_back_as_it_was_filled_in(client):
    page = client.get("/questions/about-you")
    token = TOKEN.search(page.text).group(1)
    sent = {"csrf_token": token, "country": "uk", "speak": "es"}
    back = client.post("/questions/about-you", data=sent)

    assert 200 == back.status_code
    assert '<html lang="es">' in back.text
    assert re.search(r'id="q-country-uk" checked', back.text)
    assert 'class="error"' not in back.text
    assert 302 == client.get("/check").status_code  # nothing was taken as an answer yet


def test_own_words_for_the_sheet_go_along_to_another_language(walk):
    walk.answers(LOW_BACK)
    token = TOKEN.search(walk.get("/sheet").text).group(1)
    sent = {"csrf_token": token, "bothers": "No duermo bien.", "speak": "es"}
    page = walk.client.post("/sheet", data=sent)

    assert '<html lang="es">' in page.text
    assert page.text.count("No duermo bien.") >= 2


def test_a_spanish_page_makes_the_sheet_in_spanish_or_in_english(walk):
    walk.answers(LOW_BACK)
    walk.get("/language/es")
    page = walk.get("/sheet").text
    token = TOKEN.search(page).group(1)
    sent = {"csrf_token": token, "as": "print", "bothers": "No duermo bien."}
    spanish = walk.client.post("/sheet", data=sent).text
    english = walk.client.post("/sheet", data={**sent, "language": "en"}).text

    assert 'id="q-language-es" checked' in page
    assert '<article class="sheet" lang="es"' in spanish
    assert "Mi hoja de consulta" in spanish
    assert '<html lang="es">' in english
    assert '<article class="sheet" lang="en"' in english
    assert "What bothers me most" in english
    assert "No duermo bien." in english


def test_an_english_page_offers_no_other_language_for_the_sheet(walk):
    walk.answers(LOW_BACK)

    assert "q-language-" not in walk.get("/sheet").text


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_pdf_is_made_in_either_language(walk, language):
    walk.answers(LOW_BACK)
    walk.get("/language/es")
    token = TOKEN.search(walk.get("/sheet").text).group(1)
    sent = {"csrf_token": token, "as": "pdf", "language": language}
    made = walk.client.post("/sheet", data=sent)

    assert "application/pdf" == made.mimetype
    assert language == PdfReader(BytesIO(made.data)).trailer["/Root"]["/Lang"][:2]
