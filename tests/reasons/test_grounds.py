import pytest

from decision_aid.reasons.grounds import (
    ALWAYS,
    NEVER,
    Chose,
    Every,
    Said,
    Some,
    Told,
    every,
    some,
)

BACK, KNEE = Said("place", frozenset({"back"})), Said("place", frozenset({"knee"}))
EITHER = Said("place", frozenset({"back", "knee"}))
BURNS, ACHES = Chose("like", "burning"), Chose("like", "ache")


@pytest.mark.parametrize(
    ("ground", "expected"),
    [
        (every([]), ALWAYS),
        (some([]), NEVER),
        (every([BACK]), BACK),
        (every([BURNS, BURNS]), BURNS),
        (every([BACK, KNEE]), NEVER),
        (every([EITHER, KNEE]), KNEE),
        (some([BACK, KNEE]), EITHER),
        (every([BURNS, NEVER]), NEVER),
        (some([BURNS, ALWAYS]), ALWAYS),
        (every([BURNS, every([ACHES, BACK])]), Every((BACK, BURNS, ACHES))),
        (some([every([BACK, BURNS]), ACHES]), Some((ACHES, Every((BACK, BURNS))))),
    ],
)
def test_grounds_are_joined_as_small_as_they_go(ground, expected):
    assert expected == ground


def test_what_is_left_open_stays_and_all_else_is_decided():
    told = Told({"place": "back", "like": ("ache",)}, {})
    ground = every([BACK, some([BURNS, ACHES])])

    assert ALWAYS == told.rest(ground, ())
    assert BACK == told.rest(ground, {"place"})
    assert Some((BURNS, ACHES)) == told.rest(ground, {"like"})
    assert NEVER == told.but("place", "knee").rest(ground, {"like"})


def test_an_answer_can_be_taken_back():
    told = Told({"place": "back"}, {"like": ("not_sure",)})

    assert not told.but("place", None).makes(EITHER)
    assert told.makes(Chose("like", "not_sure"))
