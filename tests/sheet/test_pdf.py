import io
import json
import re
import unicodedata
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace

import pytest
import typst
from pypdf import PdfReader

from decision_aid.sheet import pdf
from decision_aid.sheet.pdf import pdf_of
from decision_aid.typeset import CannotShow, TypesettingFailed, fonts
from tests.sheet.people import LONG_WORDS, TWO_FULL, says_little, says_much, says_some

#: Characters that are markup, code or quotes somewhere on the way.
MARKUP = r"""#panic() $x$ *a* \ ` < > " ' _ @ref #[x] // /* {{ }} <b> ]) #let"""
#: The smallest text in points, of the first page and of the second.
ORDINARY, FULL = (9.0, 10.0), (8.0, 9.0)
PAPERS = {"a4": (595, 842), "us-letter": (612, 792)}
#: No font has a glyph for a private plane's neighbours; Linear A is in hardly any.
IN_NO_FONT = "\U00010600"


def read(content):
    return PdfReader(io.BytesIO(content))


def plain(text):
    """Return text without spaces, which a PDF keeps only as distances."""
    return re.sub(r"[\s\u200b\u00ad]", "", unicodedata.normalize("NFKC", text))


def text_of(content):
    return plain(" ".join(page.extract_text() for page in read(content).pages))


def text_sizes_of(sheet, paper="us-letter"):
    """Return the text sizes of both pages; US Letter is the shorter paper."""
    found = typst.query(
        pdf._source(),
        "<fit>",
        field="value",
        font_paths=fonts(of_this_computer=False),
        sys_inputs={"sheet": json.dumps(asdict(sheet)), "paper": paper},
    )
    return tuple(page["size"] for page in json.loads(found))


def no_smaller(sizes, smallest):
    return tuple(map(min, sizes, smallest)) == smallest


def every_text(sheet):
    yield from (sheet.title, sheet.scope, sheet.edition, sheet.name, sheet.date)
    yield from (sheet.glance.title, sheet.talk.title, sheet.talk.company, sheet.talk.notes)
    yield from sheet.talk.agreed
    for line in sheet.glance.own_words:
        yield from (line.label, line.text)
    for block in sheet.blocks:
        yield from (block.title, block.lead, block.key)
        for part in block.parts:
            yield from (part.title, part.more)
            for line in part.lines:
                yield from (
                    line.label,
                    line.aside,
                    line.text,
                    line.but_label,
                    line.but,
                    line.remark,
                )


def places_of(texts, content):
    """Return where each text stands when the file is read from its start."""
    shown = text_of(content)
    return [shown.index(plain(text)) for text in texts]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", ["short_sheet", "long_sheet"])
def test_a_sheet_is_two_pages_with_every_word_of_the_model(name, paper, request):
    sheet = request.getfixturevalue(name)
    content = pdf_of(sheet, paper)
    shown = text_of(content)

    assert [tuple(map(round, page.mediabox[2:])) for page in read(content).pages] == [
        PAPERS[paper]
    ] * 2
    assert [text for text in every_text(sheet) if plain(text) not in shown] == []


def test_own_words_are_read_first_and_topics_in_their_order(long_sheet):
    words = [line.label for line in long_sheet.glance.own_words]
    topics = [block.title for block in long_sheet.blocks]
    read_at = places_of(
        [
            long_sheet.title,
            long_sheet.glance.title,
            *words,
            *topics[:5],
            long_sheet.talk.title,
            *topics[5:],
            *long_sheet.talk.agreed,
            long_sheet.talk.notes,
        ],
        pdf_of(long_sheet),
    )

    assert read_at == sorted(read_at)


def test_each_page_holds_what_it_is_for(long_sheet):
    first, second = (plain(page.extract_text()) for page in read(pdf_of(long_sheet)).pages)

    for block in long_sheet.glance.blocks:
        assert plain(block.title) in first
    for block in long_sheet.talk.blocks:
        assert plain(block.title) in second


def test_bookmarks_lead_to_pages_topics_and_own_words(short_sheet):
    glance, below_glance, talk, below_talk = read(pdf_of(short_sheet)).outline

    assert [glance.title, talk.title] == [short_sheet.glance.title, short_sheet.talk.title]
    assert [mark.title for mark in below_glance if not isinstance(mark, list)] == [
        *(line.label for line in short_sheet.glance.own_words),
        *(block.title for block in short_sheet.glance.blocks),
    ]
    assert [mark.title for mark in below_talk if not isinstance(mark, list)] == [
        block.title for block in short_sheet.talk.blocks
    ]


def kinds_of(element):
    """Yield the kind of every element of the structure below one."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object()
        if hasattr(found, "get"):
            yield found.get("/S")
            yield from kinds_of(found)


def test_headings_and_lists_are_tagged_as_what_they_are(short_sheet):
    kinds = Counter(kinds_of(read(pdf_of(short_sheet)).trailer["/Root"]["/StructTreeRoot"]))

    assert kinds["/H1"] == 2
    assert kinds["/H2"] == 3 + len(short_sheet.blocks)
    assert kinds["/LI"] == sum(len(block.lines) for block in short_sheet.blocks)


@pytest.mark.parametrize("seed", range(8))
def test_an_ordinary_sheet_has_text_that_is_easy_to_read(seed, rulebook, sheet):
    made = sheet(says_some(rulebook, seed), *[LONG_WORDS[:150]] * 4)
    sizes = text_sizes_of(made)

    assert sizes == (made.glance.size, made.talk.size)
    assert no_smaller(sizes, ORDINARY), sizes


@pytest.mark.parametrize("seed", range(10))
def test_however_much_someone_says_it_is_two_pages_that_can_be_read(
    seed, rulebook, overview, sheet
):
    regions = rulebook.fields["main_region"].choices
    answers = says_much(rulebook, seed, regions[seed % len(regions)])
    assert not overview(answers).urgency
    made = sheet(answers, LONG_WORDS, "W" * 300, "WM " * 100, LONG_WORDS)

    sizes = text_sizes_of(made)

    assert no_smaller(sizes, FULL), sizes
    assert len(read(pdf_of(made)).pages) == 2


@pytest.mark.parametrize("at", range(len(TWO_FULL)))
def test_two_pains_told_in_full_are_two_pages_that_can_be_read(at, two_full_sheets):
    made = two_full_sheets[at]

    assert sum(block.name == "pain" for block in made.blocks) == 2
    sizes = text_sizes_of(made)

    assert no_smaller(sizes, FULL), sizes
    assert len(read(pdf_of(made, "us-letter")).pages) == 2


def test_a_sheet_is_set_smaller_when_the_estimate_was_wrong(long_sheet):
    made = replace(long_sheet, glance=replace(long_sheet.glance, size=11.0))

    assert text_sizes_of(made)[0] < 11


def test_what_cannot_fit_fails_instead_of_taking_a_third_page(long_sheet):
    glance = long_sheet.glance
    words = tuple(replace(line, text="word " * 6000) for line in glance.own_words)

    with pytest.raises(TypesettingFailed) as failed:
        pdf_of(replace(long_sheet, glance=replace(glance, own_words=words)))
    assert "word" not in str(failed.value)


def test_the_pdf_is_tagged_titled_and_in_english(short_sheet):
    document = read(pdf_of(short_sheet))
    root = document.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert document.metadata.title == short_sheet.title


def test_the_pdf_says_that_it_keeps_to_the_standard_for_screen_readers(short_sheet):
    metadata = read(pdf_of(short_sheet)).trailer["/Root"]["/Metadata"].get_data()

    assert b"pdfuaid:part>1<" in metadata


def test_the_same_sheet_is_the_same_file(rulebook, sheet):
    first, second = (pdf_of(sheet(says_much(rulebook, 2), "one", "two")) for _ in range(2))

    assert first == second


def test_sheets_made_at_the_same_time_do_not_mix(rulebook, sheet):
    sheets = [sheet(says_little(rulebook), f"word{n}") for n in range(8)]
    expected = [pdf_of(one) for one in sheets]
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(pdf_of, sheets * 3))

    assert made == expected * 3


@pytest.mark.parametrize(
    "words",
    [MARKUP, "ő ž Ж ß “quoted”", "a" * 300, 'x"), read("/etc/passwd"), ("', "</text> &amp; %00"],
    ids=["markup", "letters", "one long word", "code", "html"],
)
def test_what_was_typed_is_shown_and_never_run(words, rulebook, sheet):
    made = sheet(says_little(rulebook), words, words, words)
    content = pdf_of(made)

    assert text_of(content).count(plain(made.glance.own_words[0].text)) == 3
    assert len(read(content).pages) == 2


@pytest.mark.parametrize(
    "words",
    ["שלום כואב לי", "الألم لا يتركني", "痛みで眠れない", "so tired 😀 👩‍⚕️", "z̷̡̛a̸l̶g̴o", "x\u0f71"],
)
def test_any_script_is_shown_or_named_as_not_to_be_shown(words, rulebook, sheet):
    made = sheet(says_little(rulebook), words)
    pages, missing = pages_or_missing(made)

    assert pages == 2 or missing
    assert all(character in made.glance.own_words[0].text for character in missing)


def pages_or_missing(sheet):
    try:
        return len(read(pdf_of(sheet)).pages), ()
    except CannotShow as problem:
        return 0, problem.characters


def test_a_character_that_no_font_has_is_named_but_not_in_the_message(rulebook, sheet):
    with pytest.raises(CannotShow) as problem:
        pdf_of(sheet(says_little(rulebook), f"ab {IN_NO_FONT}"))

    assert problem.value.characters == (IN_NO_FONT,)
    assert IN_NO_FONT not in str(problem.value)


def alternatives(document):
    """Return the words that stand for pictures, in the order of the structure of a PDF."""
    found, waiting = [], [document.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop(0).get_object()
        if isinstance(node, list):
            waiting = [*node, *waiting]
        elif isinstance(node, dict):
            found += [node["/Alt"]] if "/Alt" in node else []
            waiting = [node["/K"], *waiting] if "/K" in node else waiting
    return found


def test_the_drawing_of_the_places_is_said_in_words(rulebook, sheet):
    answers = says_little(rulebook).changed({"other_regions": ("neck", "hip")})

    assert alternatives(read(pdf_of(sheet(answers)))) == [
        (
            "A drawing of a body, from the front and from behind. "
            "The main pain is marked: knee. Also marked: neck; hip."
        )
    ]
