import io
import re
from html import unescape

import pytest
from pypdf import PdfReader

from tests.support.answers import LOW_BACK

STROKE = {**LOW_BACK, "urgent_now": ("stroke",)}
BLOCK = "/options/medial-branch-block/after"


def main_of(page):
    return page.text.split("<main")[1].split("</main>")[0]


def first_page(answer):
    return PdfReader(io.BytesIO(answer.data)).pages[0].extract_text()


def test_every_option_is_listed_and_has_its_page(client, rulebook):
    text = client.get("/after").text

    for name in rulebook.options:
        assert f'href="/options/{name}/after"' in text
        assert 200 == client.get(f"/options/{name}/after").status_code


def test_the_page_of_an_option_leads_to_it(client, rulebook):
    for name in rulebook.options:
        assert f'href="/options/{name}/after"' in client.get(f"/options/{name}").text


def test_the_sheet_leads_to_it(walk):
    walk.answers(LOW_BACK)

    assert 'href="/after"' in walk.get("/sheet").text


def test_an_emergency_stands_before_everything_else(client):
    main = main_of(client.get(BLOCK))

    assert main.index("care-emergency") < main.index("care-same-day") < main.index("The first days")
    assert main.index("The first days") < main.index('id="paper-diary"')


def test_it_can_be_printed_and_saved(client):
    text = client.get(BLOCK).text

    assert "data-print" in text
    assert f'href="{BLOCK}.pdf"' in text


def test_a_paper_is_a_real_table_with_a_name_for_each_row_and_column(client, rulebook):
    text = unescape(client.get(BLOCK).text)

    for paper in rulebook.aftercare.papers[:2]:
        section = text.split(f'id="paper-{paper.id}"')[1].split("</section>")[0]
        cells = re.findall(r"<tr><th scope=\"row\">(.*?)</th>((?:<td></td>)+)</tr>", section)

        assert list(paper.columns) == re.findall(r'<th scope="col"[^>]*>(.*?)</th>', section)
        assert list(paper.rows) == [name for name, _ in cells]
        assert {len(paper.columns) - 1} == {blanks.count("<td>") for _, blanks in cells}


def test_the_pdf_is_a_file_that_nothing_keeps(client):
    answer = client.get(f"{BLOCK}.pdf")

    assert "application/pdf" == answer.mimetype
    assert 'filename="after-medial-branch-block.pdf"' in answer.headers["Content-Disposition"]
    assert "no-store" == answer.headers["Cache-Control"]
    assert answer.data.startswith(b"%PDF")


def test_the_numbers_are_those_of_the_country_that_was_told(walk):
    before = main_of(walk.client.get(BLOCK))
    walk.answers(LOW_BACK)
    after = main_of(walk.get(BLOCK))

    assert "tel:999" not in before
    assert "tel:999" in after
    assert f'href="{BLOCK}.pdf"' in after


def test_the_pdf_has_the_numbers_of_the_country_that_was_told(walk):
    before = first_page(walk.client.get(f"{BLOCK}.pdf"))
    walk.answers(LOW_BACK)
    after = first_page(walk.get(f"{BLOCK}.pdf"))

    assert "Ring your local emergency number" in before
    assert "Ring 999" in after


def test_answers_change_nothing_but_the_numbers(walk):
    walk.answers({**LOW_BACK, "medicines": ("blood_thinner",)})
    before = main_of(walk.get(BLOCK))
    walk.answers(STROKE)

    assert before == main_of(walk.get(BLOCK))


def test_each_source_number_leads_to_its_source(client):
    text = client.get(BLOCK).text
    pointed = set(re.findall(r'href="#(source-\d+)"', text))

    assert pointed
    assert pointed == set(re.findall(r'id="(source-\d+)"', text))


@pytest.mark.parametrize("address", ["/options/medial-branch-blocks/after", "/options/x/after.pdf"])
def test_a_mistyped_name_is_answered_plainly(client, address):
    assert 404 == client.get(address).status_code


def test_the_edition_is_told_in_the_language_that_is_spoken(client, rulebook):
    client.get("/language/es")
    day = rulebook.edition.date.isoformat()

    assert f"edición {rulebook.edition.version} del {day}" in main_of(client.get(BLOCK))
