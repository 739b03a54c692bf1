import io
import re
import unicodedata
from dataclasses import replace
from gettext import NullTranslations

import pytest
from pypdf import PdfReader

from decision_aid.aftercare.build import aftercare_of
from decision_aid.aftercare.pdf import _typeset, pdf_of
from decision_aid.language import speaking
from decision_aid.resources import resource_dir
from decision_aid.rulebook.load import load_rulebook
from tests.aftercare.test_build import every_statement

RULEBOOK = load_rulebook(resource_dir("rules"))
#: US Letter, in points.
LETTER_WIDTH, LETTER_HEIGHT = 612, 792
A4_HEIGHT = 842
#: The words of some countries are longer than a number.
WORDIEST = "other"


def made(option, country=WORDIEST):
    return aftercare_of(RULEBOOK.options[option], RULEBOOK, RULEBOOK.care.countries[country])


def read(content):
    return PdfReader(io.BytesIO(content))


def plain(text):
    return re.sub(r"[\s\u200b\u00ad]", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("option", RULEBOOK.options)
def test_it_is_two_pages_at_most_with_every_word(option):
    aftercare = made(option)
    document = read(pdf_of(aftercare))
    shown = plain(" ".join(page.extract_text() for page in document.pages))
    texts = [
        aftercare.title,
        aftercare.option,
        aftercare.scope,
        aftercare.ask,
        *aftercare.by_hand,
        *(said.text for said in every_statement(aftercare)),
        *(line for group in aftercare.signs for line in (group.title, *group.do)),
        *(word for paper in aftercare.papers for word in (*paper.columns, *paper.rows)),
        *(source.title for source in aftercare.sources),
    ]

    assert (2 if aftercare.signs else 1) == len(document.pages)
    assert [] == [text for text in texts if plain(text) not in shown]


def longer(aftercare):
    """Return the same in words a third longer, as another language may need them."""

    def grown(text):
        return f"{text} {text[: len(text) // 3]}"

    def all_of(told):
        return tuple(replace(said, text=grown(said.text)) for said in told)

    return replace(
        aftercare,
        signs=tuple(
            replace(group, signs=all_of(group.signs), do=tuple(map(grown, group.do)))
            for group in aftercare.signs
        ),
        first_days=all_of(aftercare.first_days),
        papers=tuple(replace(paper, how=all_of(paper.how)) for paper in aftercare.papers),
    )


@pytest.mark.parametrize(
    "option",
    ["facet-joint-injection", "intrathecal-baclofen", "post-herpetic-neuralgia-interventions"],
)
def test_words_a_third_longer_fit_on_two_pages_too(option):
    assert 2 == len(read(pdf_of(longer(made(option)))).pages)


@pytest.mark.parametrize("option", ["medial-branch-block", "spinal-cord-stimulation"])
def test_the_papers_are_on_a_page_of_their_own_that_says_what_they_are_for(option):
    aftercare = made(option, "uk")
    last = plain(read(pdf_of(aftercare)).pages[-1].extract_text())

    assert plain(aftercare.option) in last
    assert plain("In an emergency, ring 999.") in last
    assert all(plain(paper.title) in last for paper in aftercare.papers)


def spots_of(page):
    """Return where each piece of text of a page begins, from its lower left corner."""
    spots = []

    def spot(text, matrix, of_text, *_):
        if text.strip():
            spots.append((of_text[4] * matrix[0] + matrix[4], of_text[5] * matrix[3] + matrix[5]))

    page.extract_text(visitor_text=spot)
    return spots


@pytest.mark.parametrize("option", ["medial-branch-block", "staying-active"])
def test_nothing_is_wider_or_taller_than_us_letter(option):
    for page in read(pdf_of(made(option))).pages:
        across, up = zip(*spots_of(page), strict=True)

        assert max(across) < LETTER_WIDTH - 36
        assert min(up) > A4_HEIGHT - LETTER_HEIGHT + 25


@pytest.mark.parametrize("option", ["medial-branch-block", "staying-active"])
def test_it_keeps_to_the_standard_for_screen_readers(option):
    aftercare = made(option)
    document = read(pdf_of(aftercare))
    root = document.trailer["/Root"]

    assert b"pdfuaid:part>1<" in root["/Metadata"].get_data()
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en-GB"
    assert f"{aftercare.title}: {aftercare.option}" == document.metadata.title


@pytest.mark.parametrize("option", ["medial-branch-block", "staying-active"])
def test_the_same_option_is_the_same_file(option):
    first = pdf_of(made(option))
    _typeset.cache_clear()

    assert first == pdf_of(made(option))


def test_it_names_the_language_that_is_spoken():
    spanish = NullTranslations()
    spanish._info = {"language": "es"}
    with speaking(spanish):
        document = read(pdf_of(made("staying-active")))

    assert document.trailer["/Root"]["/Lang"] == "es"
