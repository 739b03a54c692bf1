import re
from html import unescape

import pytest

from decision_aid.web.overview_view import SECTION_WORDS
from tests.support.answers import LOW_BACK

DECISION = "The decision: whether to have a procedure for your pain"


@pytest.fixture
def overview(walk):
    """Give the text of the overview after these answers."""

    def page(**told):
        walk.answers({**LOW_BACK, **told})
        return walk.get("/overview").text

    return page


def test_it_states_the_decision_and_what_it_is_not(overview):
    text = overview()

    assert DECISION in text
    assert "It cannot tell what is wrong with you" in text


def test_it_names_every_option(overview, rulebook):
    text = overview()

    assert [] == [o.id for o in rulebook.options.values() if f'id="{o.id}"' not in text]


def test_its_sections_stand_in_their_order(overview):
    text = overview(block_low_facet="half_relief", duration="over_1_year", enjoyment=6)
    places = [
        text.index(f">{words.heading}</h2>")
        for words in SECTION_WORDS.values()
        if f">{words.heading}</h2>" in text
    ]

    assert len(places) >= 3
    assert sorted(places) == places


def part_of(text, name):
    """Return one part of an overview."""
    return text.split(f'<section class="part" id="{name}"')[1].split('<section class="part')[0]


def test_no_section_is_empty_but_for_the_first_which_says_so(overview):
    text = overview(main_region="face", urgent_head=("none_of_these",))
    names = [name for name in SECTION_WORDS if f'<section class="part" id="{name}"' in text]

    assert {"worth-asking": True, "other": False} == {
        name: 'class="empty"' in part_of(text, name) for name in names
    }


def test_a_section_with_options_does_not_say_that_it_is_empty(overview):
    text = overview(block_low_facet="half_relief", duration="over_1_year", enjoyment=6)
    names = [name for name in SECTION_WORDS if f'<section class="part" id="{name}"' in text]

    assert len(names) >= 3
    assert [] == [name for name in names if 'class="empty"' in part_of(text, name)]


def others(text):
    """Return each option that did not come up: the words on top of its group, and its own."""
    for group in part_of(text, "other").split('<details class="others">')[1:]:
        on_top, *options = group.split("<li id=")
        yield from ((on_top, option) for option in options)


def test_each_option_that_did_not_come_up_says_why_and_once(overview):
    shown = list(others(overview()))

    assert len(shown) > 50
    for on_top, option in shown:
        elsewhere = "These are about other places. You told us: low back." in on_top
        care = '<p class="label">A reason to be careful</p>' in option
        nothing = "Nothing you told us so far points to it." in option
        assert 1 == elsewhere + care + nothing, option.split('"')[1]


def test_a_reason_to_be_careful_with_what_did_not_come_up_is_told(overview, rulebook):
    shown = [option for _, option in others(overview()) if "A reason to be careful" in option]

    assert shown
    for option in shown:
        (rule, *_) = re.findall(r"Rule: <code>([a-z0-9-]+)</code>", option)
        because = next(r.because for r in rulebook.rules if r.id == rule)
        assert because in unescape(re.sub(r"</?a[^>]*>", "", option))


def test_each_word_that_is_marked_is_explained_at_the_end(overview, rulebook):
    text = overview()
    marked = set(re.findall(r'href="#overview--word-([a-z0-9-]+)"', text))
    explained = dict(re.findall(r'id="overview--word-([a-z0-9-]+)">.*?</dt><dd>(.*?)</dd>', text))
    says = {term.id: term.says for term in rulebook.glossary}

    assert marked
    assert {name: says[name] for name in marked} == {
        name: unescape(words) for name, words in explained.items()
    }


def test_carrying_on_comes_before_the_lists_and_in_the_same_form(overview):
    text = overview()
    apart = text.split('id="no-procedure-section"')[1].split('id="worth-asking"')[0]
    listed = part_of(text, "worth-asking").split('<article class="option"')[1]

    assert "Carry on without a procedure" in apart
    for part in (apart, listed):
        assert "Why this is here" in part
        assert "Read all about it" in part


def test_each_option_that_came_up_leads_to_its_page(overview):
    text = overview(block_low_facet="half_relief", duration="over_1_year", enjoyment=6)
    cards = text.split('<article class="option" id="')[1:]
    names = [card.split('"')[0] for card in cards]

    assert len(names) >= 3
    assert [] == [n for n, card in zip(names, cards, strict=True) if f'/options/{n}"' not in card]


def test_each_reason_tells_what_it_rests_on(overview, rulebook):
    text = overview()
    fired = re.findall(r"Rule: <code>([a-z0-9-]+)</code>", text)

    assert fired
    assert {rule.id for rule in rulebook.rules} >= set(fired)
    assert text.count("You told us") >= len(fired)


def test_what_to_tell_the_team_comes_before_the_options(overview):
    text = overview(medicines=("blood_thinner",))

    assert text.index('id="tell"') < text.index('id="worth-asking"')


def test_an_urgent_sign_gives_the_care_card_alone(overview):
    text = overview(urgent_low=("saddle",))

    assert 'class="care care-emergency"' in text
    assert "Worth asking about" not in text
    assert 'href="tel:999"' in text


def test_the_urgency_is_in_words_that_are_read_out(overview):
    assert '<span class="hidden">Emergency: </span>' in overview(urgent_low=("saddle",))


def test_before_the_end_it_leads_back_to_the_questions(walk):
    walk.send("about-you", LOW_BACK)

    assert "/questions/" in walk.get("/overview").request.path


def test_a_sign_told_early_gives_its_card_before_the_end(walk):
    walk.answers({**LOW_BACK, "urgent_now": ("chest_pressure",)})

    assert "care-emergency" in walk.get("/overview").text


def test_a_reason_to_stop_leads_to_its_page(walk):
    walk.answers({**LOW_BACK, "age_band": "under_18"})

    assert "/not-for-this" == walk.get("/overview").request.path


def test_no_answer_stands_in_an_address(overview):
    links = re.findall(r'href="([^"]+)"', overview(medicines=("blood_thinner",)))

    assert not [link for link in links if "low_back" in link or "blood_thinner" in link]


def to_tell(text):
    """Return what an overview says to tell the team; nothing when that part is not there."""
    return text.split('id="tell"')[1].split("</section>")[0] if 'id="tell"' in text else ""


def test_a_warning_that_speaks_to_the_person_stands_with_its_option_only(walk):
    title = "You may hear about a steroid injection near the spine"
    walk.answers({**LOW_BACK, "back_spread": "below_knee", "medicines": ("blood_thinner",)})
    told = to_tell(walk.get("/overview").text)

    assert "You take a blood thinner" in told
    assert title not in told
    assert title in walk.get("/options/lumbar-epidural-steroid-injection").text


def test_someone_who_would_rather_not_say_is_told_kindly_who_listens(walk):
    title = "Someone to talk to, if you want to"
    walk.answers({**LOW_BACK, "safe_now": "rather_not_say"})
    text = walk.get("/overview").text

    assert title in text
    assert title not in to_tell(text)


@pytest.mark.parametrize(("place", "is_said"), [("foot", True), ("low_back", False)])
def test_a_place_for_which_procedures_are_still_missing_says_so(walk, place, is_said):
    walk.answers({**LOW_BACK, "main_region": place, "urgent_limb": ("none_of_these",)})
    page = walk.get("/overview").text

    assert is_said == ("not in here yet" in page)


def test_in_a_crisis_the_danger_of_now_comes_before_the_lines(walk):
    walk.answers({**LOW_BACK, "safe_now": "yes"})
    card = walk.get("/overview").text.split('class="care care-crisis"')[1].split("</section>")[0]

    assert card.index('href="tel:999"') < card.index('href="tel:116123"')
