"""Each number of the knowledge base as its page shows it: all its forms tell what the file tells.

Nothing here asks the code that makes the forms; what is read is the page alone.
"""

import re
from collections import Counter
from html import unescape

import pytest

from decision_aid.resources import resource_dir
from decision_aid.rulebook.load import load_rulebook
from tests.web.test_icon_array import people_at

RULEBOOK = load_rulebook(resource_dir("rules"))
COUNTED = [option for option in RULEBOOK.options.values() if option.outcomes]
NOBODY_COMPARED = "There was no comparison group"


def number(text):
    """Return how many people a text counts."""
    found = re.match(r"(fewer than 1)|(more than 999)|([\d,]+)", text)
    none, all_, some = found.groups()
    return 0 if none else 1000 if all_ else int(some.replace(",", ""))


class Shown:
    """One number as it stands on a page."""

    def __init__(self, part):
        self.part = part
        self.picture = part.split("</svg>")[0] if 'role="img"' in part else ""
        self.words = re.findall(
            r"<p>(.*?)</p>", part.split('class="numbers-words">')[1].split('class="numbers-who"')[0]
        )
        self.table = part.split("<table>")[1].split("</table>")[0]
        rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', self.table, re.DOTALL)
        self.rows = [(name, re.findall(r"<td[^>]*>(.*?)</td>", cells)) for name, cells in rows]
        self.named = {name: cells[0] for name, cells in self.rows if len(cells) == 1}

    @property
    def drawn(self):
        marks = re.findall(r'class="marks marks-(\w+)" d="(.*?)"', self.picture)
        return Counter({role: len(list(people_at(path))) for role, path in marks})

    @property
    def counts(self):
        arms = [cells for name, cells in self.rows if name.startswith("With")]
        return [[number(cell) for cell in cells] for cells in arms]


@pytest.fixture(params=COUNTED, ids=lambda option: option.id)
def shown(request, client):
    """Each number of an option, and how its page shows it: benefits first, as in the alphabet."""
    text = unescape(client.get(f"/options/{request.param.id}").text)
    parts = [part.split("</details>")[0] for part in text.split('<div class="numbers">')[1:]]
    outcomes = sorted(request.param.outcomes, key=lambda outcome: outcome.side)
    return list(zip(outcomes, map(Shown, parts), strict=True))


def test_sentences_table_and_picture_tell_what_the_file_tells(shown):
    for outcome, number_ in shown:
        people = outcome.people
        arms = [arm for arm in (outcome.with_, outcome.without) if arm is not None]
        both_ways = [[arm, people - arm] for arm in arms]
        pattern = r"(fewer than 1|more than 999|[\d,]+) out of ([\d,]+) people"
        told = [re.findall(pattern, words) for words in number_.words]

        assert arms == [number(said[0][0]) for said in told[:-1]]
        assert [people - arm for arm in arms] == [number(count) for count, _ in told[-1]]
        assert {people} == {number(out_of) for said in told for _, out_of in said}
        assert both_ways == number_.counts
        if outcome.without is not None:
            drawn = number_.drawn
            assert people == drawn.total()
            assert arms == [
                drawn["anyway"] + drawn["because"],
                drawn["anyway"] + drawn["spared"],
            ]


def test_the_difference_stands_in_the_table(shown):
    for outcome, number_ in shown:
        name, cells = number_.rows[1 if outcome.without is None else 2]
        assert "Difference with this" == name
        if outcome.without is None:
            assert cells[0].startswith(NOBODY_COMPARED)
            continue
        gap = outcome.with_ - outcome.without
        way = "more" if gap > 0 else "fewer"
        assert cells[0] == "as many" if gap == 0 else cells[0].endswith(f"{abs(gap)} {way}")
        assert cells[1] == "as many" if gap == 0 else not cells[1].endswith(way)


def test_the_table_tells_the_time_the_people_how_sure_and_the_source(shown):
    for outcome, number_ in shown:
        facts = number_.named

        assert outcome.time == facts["When"]
        assert outcome.population == facts["Who was counted"]
        assert outcome.why_uncertain in facts["How sure"]
        assert len(outcome.cites) == facts["Source"].count("<a href=")
        assert "<caption>" in number_.table


def test_the_table_is_folded_below_what_it_checks(shown):
    for _, number_ in shown:
        before = number_.part.split("<table>")[0]

        assert before.count("<details>") == 1
        assert before.index('class="numbers-words"') < before.index("<details>")


def test_where_nobody_was_compared_nothing_is_drawn_and_it_says_so(shown):
    for outcome, number_ in shown:
        assert (outcome.without is None) == (not number_.picture)
        assert (outcome.without is None) == (NOBODY_COMPARED in number_.part.split("<table>")[0])


def test_the_legend_tells_each_group_by_its_shape_and_a_sentence_tells_the_whole(shown):
    for _outcome, number_ in shown:
        if not number_.picture:
            continue
        legend = number_.part.split('<ul class="legend">')[1].split("</ul>")[0]
        entries = re.findall(r'marks-(\w+)" d="M5 5h0\.1"/>.*?<span>([\d,]+) ', legend, re.DOTALL)
        label = re.search(r'aria-label="(.*?)"', number_.picture)[1]

        assert number_.drawn == Counter({role: number(count) for role, count in entries})
        assert [c for _, c in entries] == [
            f"{number(c):,}" for c in re.findall(r"[:;] (fewer than 1|[\d,]+) ", label)
        ]


def test_what_a_test_can_and_cannot_tell_stands_on_its_page(client):
    tests = [option for option in RULEBOOK.options.values() if option.kind == "test"]

    assert tests
    for option in tests:
        text = unescape(re.sub("<[^>]+>", "", client.get(f"/options/{option.id}").text))
        for said in (
            option.test.measures,
            option.test.if_positive,
            option.test.if_negative,
            option.test.can_mislead,
            option.test.without_need,
        ):
            assert said.text.split(".")[0] in text
