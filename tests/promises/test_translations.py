"""The interface's translations are whole and in step with the words of the code."""

import re
from io import BytesIO
from string import Formatter

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from scripts.translations import LANGUAGES, as_mo, po_file, words_of_the_code

pytestmark = pytest.mark.parametrize("language", LANGUAGES)
CHORE = "run `make translations`, and fill in what is empty"


def catalogue(language):
    with po_file(language).open("rb") as opened:
        return read_po(opened, locale=language)


def forms(texts):
    return texts if isinstance(texts, tuple | list) else (texts,)


def said(words):
    return {tuple(forms(message.id)): forms(message.string) for message in words if message.id}


def placeholders(text):
    """Return the names in {braces} and after %( of a text."""
    named = {name for _, name, _, _ in Formatter().parse(text) if name}
    return named | set(re.findall(r"%\((\w+)\)", text))


def test_every_text_of_the_code_is_in_the_catalogue(language):
    known = {message.id for message in catalogue(language) if message.id}
    asked = {message.id for message in words_of_the_code() if message.id}

    assert (set(), set()) == (asked - known, known - asked), CHORE


def test_no_translation_is_in_doubt(language):
    assert [] == [message.id for message in catalogue(language) if message.id and message.fuzzy]


def test_a_translation_keeps_the_placeholders_of_its_text(language):
    for message in catalogue(language):
        for asked, text in zip(forms(message.id), forms(message.string), strict=True):
            assert not message.id or not text or placeholders(asked) == placeholders(text), text


def test_what_the_site_reads_is_what_the_catalogue_says(language):
    compiled = read_mo(BytesIO(po_file(language).with_suffix(".mo").read_bytes()))
    expected = read_mo(BytesIO(as_mo(catalogue(language))))

    assert said(expected) == said(compiled), CHORE


def test_every_text_has_its_translation(language):
    empty = [m.id for m in catalogue(language) if m.id and not all(forms(m.string or ""))]

    assert [] == empty, CHORE
