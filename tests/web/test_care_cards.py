import pytest

from decision_aid.web.care_cards import care_cards, phone_link


@pytest.fixture
def cards(rulebook):
    """Give the kinds of care card that a person sees, in their order."""

    def shown(someone, country="uk"):
        return care_cards(someone.overview, rulebook, rulebook.care.countries[country])

    return shown


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
