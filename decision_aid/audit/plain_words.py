"""Plain language: how hard pages are to read, and whether hard words are explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from decision_aid.audit.content import Content, prose
from decision_aid.audit.readability import PageReading, page_reading, syllables_of
from decision_aid.rulebook.documents import Document, Path_
from decision_aid.rulebook.problems import Problem

#: Highest grades (standards, section 4.1): of the page in the middle, of any page, of safety texts.
MIDDLE, ANY_PAGE, SAFETY = 6.0, 8.0, 5.0
#: The longest sentence, in words (standards, section 4.2).
LONGEST = 25

#: Folders and files whose texts can keep a person from harm.
SAFETY_PLACES = frozenset({"urgent", "safety", "aftercare.yaml"})
#: What is read as pages; sources and groups of options are lists of names.
READ_FOLDERS = ("questionnaire", "urgent", "safety", "findings", "options")
READ_FILES = ("aftercare.yaml", "ready.yaml")

#: Words of so many syllables are hard unless they are everyday words.
HARD = 4
_ENDING = re.compile(r"(?:itis|ectom\w+|opath\w+|algia|oscop\w+|plasty|osis|emia|otomy)s?$")
_WORD = re.compile(r"[A-Za-z][A-Za-z']*")
_TWO_CAPITALS = 2


@dataclass(frozen=True, slots=True)
class Page:
    """What is read in one go: a file, or one place of ``places.yaml``."""

    name: str
    document: Document
    texts: tuple[tuple[Path_, str], ...]


def pages_of(content: Content) -> Iterator[Page]:
    """Yield everything that people read as a page."""
    for folder in READ_FOLDERS:
        for document in content.in_folder(folder):
            yield Page(document.file, document, tuple(prose(document)))
    for name in READ_FILES:
        document = content.file(name)
        yield Page(document.file, document, tuple(prose(document)))
    document = content.file("places.yaml")
    for i, place in enumerate(content.rulebook.places.values()):
        texts = tuple((path, text) for path, text in prose(document) if path[1] == i)
        yield Page(f"{document.file}: {place.title}", document, texts)


def page_readings(content: Content) -> tuple[PageReading, ...]:
    """Score everything that people read as a page."""
    glossary = content.rulebook.glossary
    readings = (
        page_reading(page.name, (text for _, text in page.texts), glossary)
        for page in pages_of(content)
    )
    return tuple(reading for reading in readings if reading.raw.words)


def heavy_pages(content: Content) -> Iterator[Problem]:
    """Yield each page that is harder to read than it may be, and the whole when most are."""
    readings = {reading.name: reading for reading in page_readings(content)}
    for page in pages_of(content):
        reading = readings.get(page.name)
        safety = not SAFETY_PLACES.isdisjoint(page.name.split("/")[-2:])
        most = SAFETY if safety else ANY_PAGE
        if reading and reading.raw.grade > most:
            yield page.document.problem(
                page.texts[0][0][:2] if ": " in page.name else (),
                f"grade {reading.raw.grade:.1f} ({reading.replaced.grade:.1f} without explained "
                f"terms), and {most:g} is the most here: write shorter sentences and words.",
            )
    middle = median(reading.raw.grade for reading in readings.values())
    if middle > MIDDLE:
        heaviest = max(pages_of(content), key=lambda page: _grade(readings.get(page.name)))
        yield heaviest.document.problem(
            (), f"the page in the middle has grade {middle:.1f}, and {MIDDLE:g} is the most."
        )


def _grade(reading: PageReading | None) -> float:
    return reading.raw.grade if reading else 0.0


def long_sentences(content: Content) -> Iterator[Problem]:
    """Yield each sentence that is too long."""
    for page in pages_of(content):
        for path, text in page.texts:
            for sentence in re.split(r"(?<=[.!?])\s+", text):
                count = len(_WORD.findall(sentence))
                if count > LONGEST:
                    yield page.document.problem(
                        path,
                        f"a sentence of {count} words, and {LONGEST} is the most: "
                        f"“{sentence[:40]}…”",
                    )


def unexplained_words(content: Content) -> Iterator[Problem]:
    """Yield each hard word that is neither explained in the glossary nor an everyday word."""
    known = _known_words(content)
    for page in pages_of(content):
        seen: set[str] = set()
        for path, text in page.texts:
            for word in hard_words(text):
                if word.lower() in known or word.lower() in seen:
                    continue
                seen.add(word.lower())
                yield page.document.problem(
                    path,
                    f'"{word}" is a hard word: use a plainer one, explain it in glossary.yaml, '
                    "or list it there as everyday.",
                )


def hard_words(text: str) -> Iterator[str]:
    """Yield the words of a text that people may not know.

    >>> list(hard_words("An MRI shows arthritis, and physiotherapy may help."))
    ['MRI', 'arthritis', 'physiotherapy']
    """
    for word in _WORD.findall(text):
        plain = re.sub(r"'s?$", "", word)
        capitals = sum(letter.isupper() for letter in plain)
        if capitals >= _TWO_CAPITALS or syllables_of(plain) >= HARD or _ENDING.search(plain):
            yield plain


def _known_words(content: Content) -> frozenset[str]:
    forms = (form for term in content.rulebook.glossary for form in (term.term, *term.forms))
    explained = (word for form in forms for word in _WORD.findall(form))
    return frozenset(word.lower() for word in (*explained, *content.rulebook.glossary.everyday))
