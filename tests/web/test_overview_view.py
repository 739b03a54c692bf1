from decision_aid.web.overview_view import overview_view


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
