import io
import json
import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace

import pytest
import typst
from pypdf import PdfReader

from decision_aid.questionnaire.pains import fields_of_one_pain, parted
from decision_aid.sheet import pdf
from decision_aid.sheet.build import sheet_of
from decision_aid.sheet.own_words import OwnWords
from decision_aid.sheet.pdf import CannotShow, SheetFailed, pdf_of
from tests.sheet.people import LONG_WORDS, says_little, says_much, says_some

#: Characters that are markup, code or quotes somewhere on the way.
MARKUP = r"""#panic() $x$ *a* \ ` < > " ' _ @ref #[x] // /* {{ }} <b> ]) #let"""
SMALLEST = 8.0
#: Two pains, and nearly everything chosen for both.
SMALLEST_FOR_TWO = 7.0
#: No font has a glyph for a private plane's neighbours; Linear A is in hardly any.
IN_NO_FONT = "\U00010600"


def read(content):
    return PdfReader(io.BytesIO(content))


def plain(text):
    """Return text without spaces, which a PDF keeps only as distances."""
    return re.sub(r"[\s\u200b\u00ad]", "", unicodedata.normalize("NFKC", text))


def text_of(content):
    return plain(" ".join(page.extract_text() for page in read(content).pages))


def text_size_of(sheet):
    found = typst.query(
        pdf._source(),
        "<fit>",
        field="value",
        one=True,
        font_paths=pdf._fonts(of_this_computer=False),
        sys_inputs={"sheet": json.dumps(asdict(sheet))},
    )
    return json.loads(found)["size"] if isinstance(found, str) else found["size"]


def every_text(sheet):
    yield from (sheet.title, sheet.scope, sheet.edition, *sheet.by_hand)
    for line in sheet.own_words:
        yield from (line.label, line.text)
    for block in sheet.blocks:
        yield from (block.title, block.lead)
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


@pytest.mark.parametrize("name", ["short_sheet", "long_sheet"])
def test_a_sheet_is_one_page_with_every_word_of_the_model(name, request):
    sheet = request.getfixturevalue(name)
    content = pdf_of(sheet)
    shown = text_of(content)

    assert len(read(content).pages) == 1
    assert [text for text in every_text(sheet) if plain(text) not in shown] == []


@pytest.mark.parametrize("seed", range(10))
def test_however_much_someone_says_it_is_one_page_that_can_be_read(seed, rulebook, overview, sheet):
    regions = rulebook.fields["main_region"].choices
    answers = says_much(rulebook, seed, regions[seed % len(regions)])
    assert not overview(answers).urgency
    made = sheet(answers, LONG_WORDS, "W" * 300, "WM " * 100)

    assert text_size_of(made) >= SMALLEST
    assert len(read(pdf_of(made)).pages) == 1


@pytest.mark.parametrize(
    ("seed", "one", "other"),
    [
        (0, "head", "all_over"),
        (1, "face", "missing_limb"),
        (2, "neck", "foot"),
        (3, "shoulder", "knee"),
        (4, "arm", "leg"),
        (5, "hand", "hip"),
        # The fullest of 150 that were made up by chance.
        (564635, "foot", "buttock"),
        (816256, "hand", "knee"),
    ],
)
def test_two_pains_told_in_full_are_one_page_that_can_be_read(seed, one, other, rulebook, overview):
    own = fields_of_one_pain(rulebook)
    first = says_much(rulebook, seed, one)
    about_second, _ = parted(says_much(rulebook, seed + 100, other), own)
    second = parted(first, own)[1].changed(about_second)
    words = OwnWords.of(LONG_WORDS, LONG_WORDS, LONG_WORDS)
    made = sheet_of(overview(first), rulebook, words, overview(second))

    assert 2 == sum(block.name == "pain" for block in made.blocks)
    assert text_size_of(made) >= SMALLEST_FOR_TWO
    assert len(read(pdf_of(made)).pages) == 1


@pytest.mark.parametrize("seed", range(6))
def test_the_size_worked_out_beforehand_is_the_one_that_is_used(seed, rulebook, sheet):
    answers = says_some(rulebook, seed)
    made = sheet(answers, LONG_WORDS[:150])

    assert text_size_of(made) == made.size


def test_a_sheet_is_set_smaller_when_the_estimate_was_wrong(long_sheet):
    assert text_size_of(replace(long_sheet, size=10.5)) < 10.5


def test_what_cannot_fit_fails_instead_of_taking_a_second_page(long_sheet):
    words = tuple(replace(line, text="word " * 6000) for line in long_sheet.own_words)

    with pytest.raises(SheetFailed) as failed:
        pdf_of(replace(long_sheet, own_words=words))
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

    assert text_of(content).count(plain(made.own_words[0].text)) == 3
    assert len(read(content).pages) == 1


@pytest.mark.parametrize(
    "words",
    ["שלום כואב לי", "الألم لا يتركني", "痛みで眠れない", "so tired 😀 👩‍⚕️", "z̷̡̛a̸l̶g̴o", "x\u0f71"],
)
def test_any_script_is_shown_or_named_as_not_to_be_shown(words, rulebook, sheet):
    made = sheet(says_little(rulebook), words)
    pages, missing = pages_or_missing(made)

    assert pages == 1 or missing
    assert all(character in made.own_words[0].text for character in missing)


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
