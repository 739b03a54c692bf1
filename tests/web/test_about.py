import re

import pytest

from decision_aid.app import create_app
from decision_aid.settings import Settings
from decision_aid.web import about
from decision_aid.web.knowledge import Knowledge
from tests.support.whole import whole_copy

CRITERION = """criteria:
  - {id: C1, number: 2.1.1, group: certification, asks: Equal detail., status: met,
     why: It is counted., pages: [library.index], checks: [balanced]}
"""


def test_about_says_what_is_not_done_and_leads_to_the_rest(client):
    text = client.get("/about").text

    assert "No clinician has reviewed or signed any of the content." in text
    for page in ("method", "ipdas", "intended-use", "updates", "reading-level", "funding"):
        assert f'href="/about/{page}"' in text


def test_the_method_counts_what_was_read(client, rulebook):
    text = client.get("/about/method").text

    assert f"{len(rulebook.options)} options" in text
    assert f"{len(rulebook.sources)} sources" in text
    counted = [int(number) for number in re.findall(r"</th><td>(\d+)</td>", text)]
    assert len(rulebook.sources) == sum(counted)


def test_who_paid_is_openly_unanswered(client):
    assert "Who paid for it is not written down here yet." in client.get("/about/funding").text


def test_the_limits_of_its_use_are_said(client):
    text = client.get("/about/intended-use").text

    assert "Not for emergencies." in text
    assert "Nobody has done that yet." in text


def test_every_edition_tells_what_it_changed(client, rulebook):
    text = client.get("/about/updates").text

    for change in rulebook.edition.changes:
        assert f"Edition {change.version}" in text
        assert all(line in text for line in change.says)
    assert rulebook.edition.digest[:12] in text


def test_the_checklist_shows_all_44_points_with_a_status_and_a_proof(client):
    text = client.get("/about/ipdas").text
    points = text.split('<ul class="criteria">')[1:]
    shown = [point for group in points for point in re.findall(r'<li id="(\w+)">', group)]

    assert 44 == len(set(shown)) == len(shown)
    assert 44 == len(re.findall(r'class="status status-[a-z-]+"', text))
    assert 44 == len(
        re.findall(r'</b> <span class="status[^>]*>[^<]+</span></p>\s*<p>[^<]+<a ', text)
    )
    assert "Nobody has certified it." in text


@pytest.fixture
def checklist(tiny, tiny_engine, tmp_path):
    """Show the checklist of a small site with one point, after a change of an option."""
    folder = whole_copy(tmp_path)
    (folder / "ipdas.yaml").write_text(CRITERION)
    path = folder / "options" / "exercise.yaml"

    def shown(old="", new=""):
        path.write_text(path.read_text().replace(old, new))
        settings = Settings(env="test", secret_keys=("a key that is only used in tests",))
        site = create_app(settings, Knowledge(tiny, tiny_engine, folder))
        return site.test_client().get("/about/ipdas").text

    return shown


def test_a_point_of_the_checklist_is_met_while_its_check_holds(checklist):
    text = checklist()

    assert '<span class="status status-met">Met</span>' in text
    assert "<p>Met: 1. " in text


def test_a_point_of_the_checklist_falls_to_not_yet_when_its_check_fails(checklist):
    text = checklist("- {text: Some people have a sore spot.", "- {text: Sore.")

    assert '<span class="status status-not-yet">Not yet</span>' in text
    assert "<p>Not yet: 1. " in text


def test_every_proof_of_the_checklist_can_be_opened(client):
    text = client.get("/about/ipdas").text
    for address in set(re.findall(r'<a href="(/[^"]*)">See it', text)):
        assert 200 == client.get(address).status_code


def test_rules_without_the_checklist_claim_nothing_and_have_a_reading_level(tmp_path):
    settings = Settings(env="test", secret_keys=("a key for tests only, not secret at all",))
    client = create_app(settings, Knowledge.of(whole_copy(tmp_path))).test_client()

    assert "hold no view of it yet" in client.get("/about/ipdas").text
    assert 200 == client.get("/about/reading-level").status_code


def test_the_reading_level_of_every_option_and_place_is_shown(client, rulebook):
    text = client.get("/about/reading-level").text
    rows = re.findall(r'<th scope="row">([^<]+)</th><td>(-?\d+\.\d)</td><td>(-?\d+\.\d)</td>', text)
    named = {name for name, _, _ in rows}

    assert {place.title for place in rulebook.places.values()} <= named
    assert len(rulebook.options) <= len(named)


@pytest.mark.parametrize("page", ["ipdas", "reading-level"])
def test_what_takes_long_is_worked_out_once(client, monkeypatch, page):
    first = client.get(f"/about/{page}").text
    monkeypatch.setattr(about, "criteria_of", None)

    assert first == client.get(f"/about/{page}").text
