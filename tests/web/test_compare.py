"""Options side by side: same rows, same order, clear words for what cannot be compared."""

import re

import pytest

from decision_aid.overview.comparison import MOST_OPTIONS, comparison_of
from decision_aid.web.compare_view import comparison_view
from tests.support.answers import LOW_BACK

THREE = ("spinal-cord-stimulation", "exercise-therapy", "medial-branch-block")
#: Comes up for one option beside "no procedure" and exercise, or for more.
FEW = {**LOW_BACK, "block_low_facet": "half_relief"}
MANY = {
    **LOW_BACK,
    "back_spread": "below_knee",
    "pain_features": ("electric", "burning"),
    "operations": ("back_surgery",),
    "scan_said": ("disc_nerve",),
    "pain_average": 8,
}


def address(*options):
    return "/compare?" + "&".join(f"option={name}" for name in options)


def compared(text):
    return re.findall(r'<tr role="row" id="([^"]+)"', text)


def headings(text):
    """The headings of each option, in their order."""
    rows = text.split('<tr role="row" id="')[1:]
    return [re.findall(r"<h3>([^<]+)</h3>", row.split("</tr>")[0]) for row in rows]


def test_every_option_has_the_same_rows_and_no_row_is_empty(client, rulebook):
    ids = [name for name, option in rulebook.options.items() if option.kind != "no-procedure"]
    for start in range(0, len(ids), MOST_OPTIONS):
        text = client.get(address(*ids[start : start + MOST_OPTIONS])).text
        first, *others = headings(text)

        assert len(first) == 11
        assert all(first == other for other in others)
        for cell in re.findall(r"</summary>(.*?)</details></td>", text, re.DOTALL):
            assert re.sub(r"<[^>]*>|\s", "", cell)


def test_the_table_names_its_rows_and_columns(client):
    text = client.get(address(*THREE)).text
    table = text.split('<table class="compared"')[1].split("</table>")[0]
    columns = re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', table)

    assert columns[1:] == headings(text)[0]
    assert table.count('<th scope="row"') == 1 + len(THREE)


def test_no_procedure_is_first_and_the_order_is_said(client, rulebook):
    text = client.get(address(*THREE)).text
    names = [rulebook.options[name].name for name in compared(text)]

    assert compared(text)[0] == "no-procedure"
    assert sorted(names[1:]) == names[1:]
    assert compared(text) == compared(client.get(address(*reversed(THREE))).text)
    assert "No procedure stands first, then the others in order of the alphabet." in text


def test_it_says_that_numbers_are_no_race_and_what_their_marks_mean(client):
    text = client.get(address(*THREE)).text

    assert "Numbers of two options are no race" in text
    assert "They come from different studies" in text
    assert "it happened with it and without it" in text
    assert not re.search(r"\bwinner\b|\branks?\b|\bin total\b", text.split("<main")[1])


def test_pictures_of_a_row_have_one_size_and_tell_both_arms(rulebook):
    view = comparison_view(comparison_of(THREE, rulebook), rulebook)
    for side in ("benefit", "harm"):
        counted = [one for column in view.columns for one in column.counted[side]]
        pictures = [one.picture for one in counted if one.picture]

        assert len({(picture.width, picture.height) for picture in pictures}) <= 1
        for one in counted:
            assert (one.picture is None) == (one.numbers.outcome.without is None)
            assert one.picture is None or "Without it" in one.says


def test_a_side_without_a_number_says_so(client, rulebook):
    gap = rulebook.options["exercise-therapy"].no_number.benefit

    assert gap.split(".")[0] in client.get(address("exercise-therapy")).text


def test_a_row_out_of_1000_says_why(client):
    assert (
        "out of 1,000 people for all"
        in client.get(address("facet-joint-injection", "lumbar-epidural-steroid-injection")).text
    )
    assert "out of 1,000 people for all" not in client.get(address("exercise-therapy")).text


def test_an_option_that_does_not_exist_gives_a_page_that_helps(client):
    answer = client.get(address("exercise-therapy", "<b>magic</b>"))

    assert answer.status_code == 404
    assert "names an option that is not in this aid. Choose from the list." in answer.text
    assert "magic" not in answer.text.split("<main")[1].split("</main>")[0]
    assert 'id="pick-exercise-therapy" checked' in answer.text
    assert compared(answer.text) == []


def test_more_options_than_fit_are_kept_and_named(client):
    answer = client.get(address(*THREE, "facet-joint-injection"))

    assert answer.status_code == 422
    assert "You chose 4 options. Choose 3 or fewer." in answer.text
    assert "<title>Error: " in answer.text
    assert answer.text.count(" checked") == 4


@pytest.mark.parametrize("sent", ["/compare?sent=1", address("no-procedure")])
def test_who_chose_none_is_asked_for_one(client, sent):
    answer = client.get(sent)

    assert answer.status_code == 422
    assert "Choose at least one option." in answer.text


def test_every_option_can_be_chosen_once(client, rulebook):
    text = client.get("/compare").text
    offered = re.findall(r'name="option" value="([^"]+)"', text)

    assert compared(text) == []
    assert sorted(offered) == sorted(
        n for n, o in rulebook.options.items() if o.kind != "no-procedure"
    )


def test_few_options_that_came_up_are_set_side_by_side_without_being_named_in_an_address(walk):
    walk.answers(FEW)
    page = walk.get("/compare")

    assert page.request.query_string == b""
    assert 2 <= len(compared(page.text)) <= 1 + MOST_OPTIONS
    assert 'href="/compare"' in walk.get("/overview").text


def test_of_many_that_came_up_none_is_picked_for_the_person_and_they_are_offered_first(walk):
    walk.answers(MANY)
    text = walk.get("/compare").text
    first = text.split("<summary>")[1]

    assert compared(text) == []
    assert "Came up from your answers" in first
    assert len(re.findall('name="option"', first)) > MOST_OPTIONS
    assert " checked" not in text


def test_what_matters_changes_nothing_here(walk):
    walk.answers(FEW)
    before = walk.get("/compare").text
    walk.send("what-matters", {"matters_cost": "very_important", "trade_off": "no_procedure"})

    assert compared(before) == compared(walk.get("/compare").text)
    assert (
        before.split("<main")[1].split("</main>")[0]
        == (walk.get("/compare").text.split("<main")[1].split("</main>")[0])
    )


def test_an_urgent_sign_leaves_the_catalogue_and_takes_what_came_up(walk):
    walk.answers({**FEW, "urgent_now": ("stroke",)})
    text = walk.get("/compare").text

    assert "Came up from your answers" not in text
    assert compared(text) == []


def test_the_page_of_an_option_leads_to_it(client):
    assert (
        'href="/compare?option=spinal-cord-stimulation"'
        in client.get("/options/spinal-cord-stimulation").text
    )
    assert 'href="/compare"' in client.get("/options/no-procedure").text


def test_who_came_from_an_overview_finds_the_way_on(walk, client):
    walk.answers(LOW_BACK)
    after = walk.get(address(*THREE)).text.split("What comes next")[1]

    assert ['href="/matters"', 'href="/sheet"'] == re.findall(r'href="/(?:matters|sheet)"', after)


def test_who_only_reads_is_not_sent_to_a_sheet(client):
    assert "What comes next" not in client.get(address(*THREE)).text
