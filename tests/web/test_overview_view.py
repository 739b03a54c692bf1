from decision_aid.web.overview_view import ONLY_WITH_CARE, overview_view


def test_every_option_stands_on_the_overview_exactly_once(person, rulebook):
    view = overview_view(person(main_region="low_back").overview, rulebook)
    shown = [option.option.id for section in view.sections for option in section.options]
    shown += [option.option.id for option in view.no_procedure]
    shown += [other.option.id for group in view.others for other in group.options]

    assert sorted(rulebook.options) == sorted(shown)


def test_carrying_on_without_a_procedure_stands_apart(person, rulebook):
    view = overview_view(person(main_region="knee").overview, rulebook)

    assert ["no-procedure"] == [option.option.id for option in view.no_procedure]


def test_sections_are_in_order_of_the_alphabet(person, rulebook):
    view = overview_view(person(main_region="low_back", duration="over_1_year").overview, rulebook)

    for section in view.sections:
        names = [option.option.name.lower() for option in section.options]
        assert sorted(names) == names


def test_options_for_other_places_stand_together_and_say_so_once(person, rulebook):
    *_, elsewhere = overview_view(person(main_region="face").overview, rulebook).others

    assert "These are about other places. You told us: face or jaw." == elsewhere.says
    assert "lumbar-medial-branch-radiofrequency" in {o.option.id for o in elsewhere.options}
    assert not [other.option.id for other in elsewhere.options if "face" in other.option.sites]


def test_an_option_for_another_place_with_a_reason_for_care_tells_that_reason(person, rulebook):
    wide = person(main_region="face", duration="over_1_year", other_regions=["much_of_body"])
    *kinds, elsewhere = overview_view(wide.overview, rulebook).others
    careful = [other for group in kinds for other in group.options if other.cautions]

    assert "face" not in rulebook.options["nsaid-medicines"].sites
    assert "nsaid-medicines" in {other.option.id for other in careful}
    assert "nsaid-medicines" not in {other.option.id for other in elsewhere.options}


def test_pain_all_over_has_no_other_places(person, rulebook):
    view = overview_view(person(main_region="all_over").overview, rulebook)
    named = {o.option.id for group in view.others for o in group.options if group.says}

    assert not {name for name in named if "any" in rulebook.options[name].sites}


def test_a_section_without_options_is_left_out_but_for_the_first(person, rulebook):
    view = overview_view(person(main_region="face").overview, rulebook)

    assert "worth-asking" == view.shown_sections[0].id
    assert all(section.options for section in view.shown_sections[1:])


def test_where_all_that_fits_stands_with_care_the_first_section_says_so(person, rulebook):
    views = (
        overview_view(person(main_region=place, **told).overview, rulebook)
        for place, told in (
            ("tailbone", {"duration": "over_1_year", "posture": ["worse_sitting"]}),
            ("knee", {}),
        )
    )
    for view in views:
        first, with_care = view.sections[:2]
        assert bool(with_care.options) == (ONLY_WITH_CARE == first.words.empty)


def test_notes_for_every_option_stand_only_on_top(person, rulebook):
    overview = person(main_region="low_back").overview
    view = overview_view(overview, rulebook)
    beside = {note.id for option in view.no_procedure for note in option.notes}

    assert not {note.id for note in overview.notes if "all" in note.groups} & beside
