import pytest

from decision_aid.web.care_cards import care_cards, phone_link
from decision_aid.web.presenters import option_view, overview_view
from decision_aid.web.words import Words


@pytest.fixture
def cards(rulebook):
    """Give the kinds of care card that a person sees, in their order."""

    def shown(someone, country="uk"):
        return care_cards(someone.overview, rulebook, rulebook.care.countries[country])

    return shown


def test_every_option_stands_on_the_overview_exactly_once(person, rulebook):
    view = overview_view(person(main_region="low_back").overview, rulebook)
    shown = [option.option.id for section in view.sections for option in section.options]
    shown += [option.option.id for option in view.no_procedure]
    shown += [other.option.id for _, others in view.others for other in others]

    assert sorted(rulebook.options) == sorted(shown)


def test_carrying_on_without_a_procedure_stands_apart(person, rulebook):
    view = overview_view(person(main_region="knee").overview, rulebook)

    assert ["no-procedure"] == [option.option.id for option in view.no_procedure]


def test_sections_are_in_order_of_the_alphabet(person, rulebook):
    view = overview_view(person(main_region="low_back", duration="over_1_year").overview, rulebook)

    for section in view.sections:
        names = [option.option.name.lower() for option in section.options]
        assert sorted(names) == names


def test_an_option_for_another_place_says_so(person, rulebook):
    view = overview_view(person(main_region="face").overview, rulebook)
    whys = {other.option.id: other.why for _, others in view.others for other in others}

    assert "You told us: face or jaw." in whys["lumbar-medial-branch-radiofrequency"]


def test_notes_for_every_option_stand_only_on_top(person, rulebook):
    overview = person(main_region="low_back").overview
    view = overview_view(overview, rulebook)
    beside = {note.id for option in view.no_procedure for note in option.notes}

    assert not {note.id for note in overview.notes if "all" in note.groups} & beside


def test_an_option_shows_at_most_five_numbers_at_first(rulebook):
    for option in rulebook.options.values():
        view = option_view(option, rulebook)
        shown = view.benefits.shown + view.harms.shown

        assert len(shown) <= 5
        assert len(option.outcomes) == len(shown + view.benefits.more + view.harms.more)


def test_each_source_of_an_option_has_a_number(rulebook):
    for option in rulebook.options.values():
        view = option_view(option, rulebook)
        cited = [name for outcome in option.outcomes for name in outcome.cites]

        assert all(view.sources[n - 1] is source for n, source in view.cited(cited))


def test_a_sign_gives_the_card_of_its_urgency(person, cards):
    someone = person(main_region="low_back", urgent_low="saddle")

    assert ["emergency"] == [card.kind for card in cards(someone)]


def test_a_crisis_comes_first(person, cards):
    someone = person(main_region="low_back", urgent_low="saddle", safe_now="yes")

    assert ["crisis", "emergency"] == [card.kind for card in cards(someone)]


def test_a_crisis_alone_repeats_no_sign(person, cards):
    (card,) = cards(person(main_region="low_back", safe_now="yes"))

    assert "crisis" == card.kind
    assert () == card.signs


def test_only_unsure_gives_the_card_that_says_ask(person, cards):
    someone = person(main_region="low_back", urgent_low="not_sure", urgent_low_saddle="not_sure")

    assert ["not_sure"] == [card.kind for card in cards(someone)]


def test_numbers_of_the_country_can_be_pressed(person, cards):
    (card,) = cards(person(main_region="low_back", urgent_low="saddle"), "us")

    assert "Ring 911 or go" in card.title
    assert any('href="tel:911"' in line for line in card.do)


def test_a_country_without_a_number_has_words(person, cards):
    (card,) = cards(person(main_region="low_back", urgent_low="saddle"), "other")

    assert "your local emergency number" in card.title
    assert not any("{" in line for line in card.do)


def test_a_number_is_escaped():
    assert "<b>" not in phone_link("<b>1")


def test_a_word_is_marked_at_its_first_use_only(rulebook):
    words = Words(rulebook.glossary, "x")
    text = words.mark("A steroid & a Steroid.")

    assert 1 == text.count('href="#x--word-steroid"')
    assert "&amp;" in text
    assert ["steroid"] == [term.id for term in words.met]


def test_a_part_of_a_word_is_not_marked(rulebook):
    assert "<a" not in Words(rulebook.glossary, "x").mark("Nonsteroidal")
