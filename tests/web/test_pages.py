import hashlib
import re
from datetime import date
from html import unescape

import pytest

from decision_aid.audit.effort import MINUTES_TOLD
from decision_aid.web.pages import ACCESSIBILITY_STATEMENT

PAGES = (
    "/",
    "/about",
    "/urgent-help",
    "/no-answers",
    "/privacy",
    "/resume",
    "/accessibility",
    "/glossary",
    "/sources",
    "/sources/trial",
    "/options",
    "/places",
    "/places/low_back",
    "/after",
    "/ready",
    "/about/method",
    "/about/ipdas",
    "/about/intended-use",
    "/about/updates",
    "/about/funding",
    "/about/reading-level",
    "/compare",
    "/compare?option=spinal-cord-stimulation",
)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_help_in_the_same_place(client, address):
    foot = client.get(address).text.split('<footer class="foot">')[1]

    assert foot.index('href="/urgent-help"') < foot.index('href="/options"')
    assert "No clinician has reviewed this content." in foot


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_one_heading_and_one_main_part(client, address):
    text = client.get(address).text

    assert 1 == text.count("<h1")
    assert 1 == text.count("<main ")


def test_the_start_states_the_decision_and_where_to_begin(client):
    text = client.get("/").text

    assert "The decision: whether to have a procedure for your pain" in text
    assert 'href="/questions"' in text


def test_the_start_tells_how_long_it_takes(client):
    assert "About {} to {} minutes.".format(*MINUTES_TOLD) in client.get("/").text


def test_nothing_can_be_cleared_before_anything_is_told(client):
    assert "Clear my answers" not in client.get("/").text


def test_clearing_is_confirmed(client):
    assert "Your answers are cleared." in client.get("/?cleared=1").text


def test_the_numbers_of_every_country_are_there(client, rulebook):
    text = client.get("/urgent-help").text

    for country in rulebook.care.countries.values():
        assert f'id="country-{country.id}"' in text
        assert f">{country.name}</h2>" in text


def test_a_line_for_texts_opens_a_text(client):
    assert 'href="sms:50808"' in client.get("/urgent-help").text


def test_every_source_is_listed_under_its_kind_and_can_be_pointed_at(client, rulebook):
    pages = re.findall(r'href="(/sources/[a-z-]+)"', client.get("/sources").text)
    listed = "".join(client.get(page).text for page in pages)

    assert len(pages) == len({source.kind for source in rulebook.sources.values()})
    assert [] == [name for name in rulebook.sources if 1 != listed.count(f'<li id="{name}"')]


def test_a_word_leads_to_its_source(client):
    links = re.findall(r'href="(/sources/[a-z-]+)#([a-z0-9-]+)"', client.get("/glossary").text)

    assert links
    for page, name in set(links):
        assert f'<li id="{name}"' in client.get(page).text


def test_a_kind_of_source_that_is_not_there_is_a_page_that_is_not_there(client):
    assert 404 == client.get("/sources/rumour").status_code


def test_every_word_is_explained(client, rulebook):
    text = client.get("/glossary").text

    assert [] == [term.id for term in rulebook.glossary if f'id="{term.id}"' not in text]
    assert [] == [term.id for term in rulebook.glossary if term.says not in unescape(text)]


def test_every_other_form_of_a_word_is_named_beside_it(client, rulebook):
    text = unescape(client.get("/glossary").text)
    for term in rulebook.glossary:
        beside = text.split(f'<div id="{term.id}">')[1].split("</div>")[0]

        assert [] == [form for form in term.forms if form not in beside.split("<dd>")[0]]


def test_the_accessibility_statement_is_as_old_as_it_says(client):
    said_on, digest = ACCESSIBILITY_STATEMENT
    main = client.get("/accessibility").text.split("<main")[1].split("</main>")[0]
    text = " ".join(re.sub(r"<[^>]*>", " ", main.split(">", 1)[1]).split())

    found = hashlib.sha256(text.encode()).hexdigest()[:16]
    assert digest == found, "go through the statement, set the day, then the digest"
    assert f"{said_on.day} {said_on:%B %Y}" in text
    assert said_on <= date.today()  # noqa: DTZ011 - the day where it runs


def test_the_accessibility_statement_says_what_was_not_tested_and_whom_to_tell(client):
    text = client.get("/accessibility").text

    assert "No disabled people have tested it yet." in text
    assert "If something does not work for you" in text
