from decision_aid.web.option_view import option_view


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
