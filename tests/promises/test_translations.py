"""The interface's translations are whole and in step with the words of the code."""

import re
from io import BytesIO
from string import Formatter

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from decision_aid.resources import resource_dir
from decision_aid.rulebook.translate import read_translation
from decision_aid.rulebook.wording import faults_in_spanish
from scripts.translations import LANGUAGES, as_mo, po_file, words_of_the_code

pytestmark = pytest.mark.parametrize("language", LANGUAGES)
CHORE = "run `make translations`, and fill in what is empty"


def catalogue(language):
    with po_file(language).open("rb") as opened:
        return read_po(opened, locale=language)


def forms(texts):
    return texts if isinstance(texts, tuple | list) else (texts,)


def said(words):
    return {(m.context, *forms(m.id)): forms(m.string) for m in words if m.id}


def placeholders(text):
    """Return the names in {braces} and after %( of a text."""
    named = {name for _, name, _, _ in Formatter().parse(text) if name}
    return named | set(re.findall(r"%\((\w+)\)", text))


def test_every_text_of_the_code_is_in_the_catalogue(language):
    known = {(m.context, m.id) for m in catalogue(language) if m.id}
    asked = {(m.context, m.id) for m in words_of_the_code() if m.id}

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


def test_no_translation_of_the_interface_says_what_the_aid_does_not_say(language):
    texts = [text for m in catalogue(language) if m.id for text in forms(m.string)]

    assert [] == [(fault, text) for text in texts for fault in faults_in_spanish(text)]


def test_no_translation_of_the_rules_says_what_the_aid_does_not_say(language):
    texts = read_translation(resource_dir("rules"), language).words.values()

    assert [] == [(fault, text) for text in texts for fault in faults_in_spanish(text)]
