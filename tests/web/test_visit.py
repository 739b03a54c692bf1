from decision_aid.web.visit import _packed, _unpacked


def test_what_was_seen_comes_back(rulebook):
    seen = frozenset({"country", "main_region", "tried_exercise"})

    assert seen == _unpacked(_packed(seen, rulebook), rulebook)


def test_what_was_seen_in_another_edition_counts_as_not_seen(rulebook):
    packed = _packed(rulebook.fields, rulebook)
    other = "0" * 8 + packed[8:]

    assert packed != other
    assert frozenset() == _unpacked(other, rulebook)
    assert frozenset() == _unpacked(None, rulebook)
