import re
from html import unescape

import pytest

from decision_aid.overview.numbers import numbers_of
from tests.support.answers import LOW_BACK
from tests.web.test_icon_array import people_at

OPTION = "lumbar-medial-branch-radiofrequency"
HEADINGS = (
    "What it is",
    "What happens",
    "How it feels",
    "For it: what it may bring",
    "Against it: what can go wrong",
    "What it asks of you",
    "Time",
    "What expert groups say",
    "What usually comes first",
    "Reasons to be careful",
    "Questions to ask",
    "Sources",
)


def test_every_option_is_listed_and_can_be_opened(client, rulebook):
    text = client.get("/options").text

    for name in rulebook.options:
        assert f'href="/options/{name}"' in text
        assert 200 == client.get(f"/options/{name}").status_code


def test_every_option_has_the_same_headings_in_the_same_order(client, rulebook):
    for name in rulebook.options:
        body = client.get(f"/options/{name}").text.split('<div class="body">')[1]
        shown = re.findall(r"<h2>(.*?)</h2>", body)

        assert list(HEADINGS) == [name for name in shown if name != "Words explained"]


def test_both_sides_stand_in_the_same_form(client):
    text = client.get(f"/options/{OPTION}").text
    benefits = text.split("<h2>For it: what it may bring")[1].split("</section>")[0]
    harms = text.split("<h2>Against it: what can go wrong")[1].split("</section>")[0]

    assert set(re.findall(r'class="([^"]+)"', harms)) <= {
        *re.findall(r'class="([^"]+)"', benefits),
        "unknown",
        "gap",
    }


@pytest.mark.parametrize("name", ["lumbar-medial-branch-radiofrequency"])
def test_each_picture_is_also_a_sentence_and_a_table(client, name):
    text = client.get(f"/options/{name}").text

    assert text.count('role="img"') >= 1
    assert not re.findall(r'role="img" aria-label=""', text)
    assert text.count('<div class="numbers">') == text.count("<table>")


@pytest.fixture
def numbers_shown(client, rulebook):
    """Each number of every option, with what its page shows of it."""

    def shown():
        for option in rulebook.options.values():
            text = unescape(client.get(f"/options/{option.id}").text)
            parts = text.split('<div class="numbers">')[1:]
            # Benefits come before harms, and so they do in the alphabet.
            outcomes = sorted(option.outcomes, key=lambda outcome: outcome.side)
            for part, outcome in zip(parts, outcomes, strict=True):
                yield part.split("</details>")[0], numbers_of(outcome, option.name)

    return shown


def test_each_number_is_told_in_words_on_its_page(numbers_shown):
    for text, numbers in numbers_shown():
        in_words = text.split('<div class="numbers-words">')[1].split('<p class="numbers-who">')[0]
        told = (numbers.with_words, numbers.without_words, numbers.other_frame)

        assert list(filter(None, told)) == re.findall(r"<p>(.*?)</p>", in_words)


def test_each_number_stands_in_a_table_on_its_page(numbers_shown):
    for text, numbers in numbers_shown():
        rows = re.findall(r'<th scope="row">(.*?)</th><td>(.*?)</td><td>(.*?)</td>', text)

        shown = (*numbers.rows, *filter(None, [numbers.difference]))
        assert [(row.arm, row.had, row.had_not) for row in shown] == rows


def test_each_number_is_drawn_on_its_page_and_counted_beside_the_drawing(numbers_shown):
    for text, numbers in numbers_shown():
        picture = text.split("</svg>")[0] if numbers.groups else ""
        marks = re.findall(r'class="marks marks-(\w+)" d="(.*?)"', picture)
        legend = text.split('<ul class="legend">')[1].split("</ul>")[0] if picture else ""
        groups = [(group.role, group.count) for group in numbers.groups if group.count]

        assert groups == [(role, len(list(people_at(path)))) for role, path in marks]
        assert [f"{count:,}" for _, count in groups] == re.findall(r"<span>([\d,]+) ", legend)


def test_each_word_that_is_marked_is_explained_on_the_page(client, rulebook):
    text = client.get(f"/options/{OPTION}").text
    marked = set(re.findall(rf'href="#{OPTION}--word-([a-z0-9-]+)"', text))
    explained = re.findall(rf'id="{OPTION}--word-([a-z0-9-]+)">.*?</dt><dd>(.*?)</dd>', text)
    says = {term.id: term.says for term in rulebook.glossary}

    assert marked
    assert {name: says[name] for name in marked} == {
        name: unescape(words) for name, words in explained
    }


def test_it_says_who_signed_it(client):
    text = client.get(f"/options/{OPTION}").text

    assert "No clinician has signed it yet." in text
    assert "to be looked at again by" in text


def test_both_positions_stand_side_by_side(client):
    text = client.get(f"/options/{OPTION}").text

    assert "<h3>In favour</h3>" in text
    assert "<h3>Against</h3>" in text


def test_after_the_questions_it_keeps_what_the_answers_said(walk):
    walk.answers(LOW_BACK)

    assert "What your answers said about it" in walk.get(f"/options/{OPTION}").text


def test_before_the_questions_it_says_nothing_of_answers(client):
    assert "What your answers said about it" not in client.get(f"/options/{OPTION}").text


def test_with_an_urgent_sign_no_argument_stands(walk):
    walk.answers({**LOW_BACK, "urgent_low": ("saddle",)})

    assert "What your answers said about it" not in walk.get(f"/options/{OPTION}").text


def test_a_mistyped_name_is_answered_with_the_nearest(client):
    page = client.get("/options/lumbar-medial-branch-radiofrequencies")

    assert 404 == page.status_code
    assert f'href="/options/{OPTION}"' in page.text


def test_a_wild_name_is_answered_plainly(client):
    page = client.get("/options/<script>alert(1)")

    assert 404 == page.status_code
    assert "<script>alert" not in page.text
