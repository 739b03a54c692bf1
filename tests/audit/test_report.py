from datetime import UTC, datetime

from decision_aid.audit.content import Content
from decision_aid.audit.report import report_of
from decision_aid.resources import resource_dir

HEADINGS = ("Options by field", "Rules by case", "Readability by page")


def rows(text, heading):
    part = text.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_option_rule_and_page_has_a_row(whole):
    content = whole()
    text = report_of(content)

    assert ["exercise", "knee-needle"] == [row[0] for row in rows(text, "Options by field")[2:]]
    assert [f"`{rule.id}`" for rule in content.rulebook.rules] == [
        row[0] for row in rows(text, "Rules by case")[2:]
    ]
    assert "rules/options/exercise.yaml" in [
        row[0] for row in rows(text, "Readability by page")[2:]
    ]


def test_a_row_tells_what_is_known_and_what_is_not(whole):
    heads, _, _, needle = rows(report_of(whole()), "Options by field")
    told = dict(zip(heads, needle, strict=True))

    assert ("told", "not known, and says so") == (told["body"], told["mind"])
    assert ("1", "none found, and says so") == (told["benefit numbers"], told["harm numbers"])
    assert ("none", "1", "said") == (
        told["positions for"], told["positions mixed"], told["gap in positions"]
    )  # fmt: skip
    assert ("nobody yet", "2027-01-01") == (told["signed by"], told["review by"])


def test_no_cell_is_empty_where_nothing_is_told(whole):
    needle = "options/knee-needle.yaml"
    care = "reasons_for_care:\n  - {text: Bleeding is a reason for care., cites: [trial]}\n"
    first = "usually_first:\n  - {text: Exercise comes before it., cites: [trial]}\n"
    no_case = ("cases/more.yaml", "answers: {urgent_low: [saddle]}", "answers: {}")
    text = report_of(whole((needle, care, ""), (needle, first, ""), no_case))
    told = {row[0]: row for heading in HEADINGS for row in rows(text, heading)}

    assert "0" == told["`saddle-numbness`"][3]
    assert [] == [row for row in told.values() if not all(row)]


def test_the_same_content_gives_the_same_report(whole):
    content = whole()

    assert report_of(content) == report_of(content)


def test_no_cell_of_the_shipped_report_is_empty():
    text = report_of(Content.of(resource_dir("rules"), datetime.now(UTC).date()))

    for heading in HEADINGS:
        table = rows(text, heading)
        assert {len(table[0])} == {len(row) for row in table}
        assert all(cell for row in table for cell in row)
