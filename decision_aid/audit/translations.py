"""How far the rules are translated: what is there, what is missing, and what is out of date."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from decision_aid.rulebook.documents import Document
from decision_aid.rulebook.problems import Place
from decision_aid.rulebook.records import TranslatedText, TranslationFile
from decision_aid.rulebook.texts import SourceText, fingerprint, texts_of
from decision_aid.rulebook.translate import FOLDER, Translation

#: What a person meets on the way to help must be there in every language.
WHOLE = ("questionnaire/", "urgent/", "safety/", "aftercare.yaml", "ready.yaml")
HEAD = """\
# The texts of rules/{file}.
# Not yet reviewed by a clinician. Fill in what is empty at the end of each text; how is
# written in rules/README.md. Leave the other lines as they are.
reviewers: {reviewers}
texts:
"""

State = Literal["missing", "stale"]


@dataclass(frozen=True, slots=True)
class Open:
    """A text that has no words in a language yet, or words for what it used to say."""

    state: State
    place: Place
    english: str


@dataclass(frozen=True, slots=True)
class FileState:
    """How far one file is translated.

    Attributes:
        file: its name in the rules folder.
        must_be_whole: no text of it may be open.
        left_over: places of texts that are no longer in it.
    """

    file: str
    must_be_whole: bool
    texts: int
    open: tuple[Open, ...]
    left_over: tuple[Place, ...]
    is_signed: bool

    @property
    def is_at_fault(self) -> bool:
        """Tell whether something is open that must be there, or there that has no place."""
        return bool(self.left_over or (self.must_be_whole and self.open))


def states_of(documents: tuple[Document, ...], translation: Translation) -> Iterator[FileState]:
    """Yield how far each file of the rules is translated, those that must be whole first.

    A text that stands in several places is translated once, where it stands first.
    """
    begun = _by_name(translation)
    for document in sorted(documents, key=_order):
        name = name_of(document)
        texts = tuple(texts_of(document))
        record = begun[name][1] if name in begun else None
        known = {text.where: text for text in record.texts} if record else {}
        wanted = {text.where for text in texts}
        if texts:
            yield FileState(
                file=name,
                must_be_whole=name.startswith(WHOLE),
                texts=len(texts),
                open=tuple(_open(texts, known, document, translation)),
                left_over=tuple(
                    begun[name][0].place(("texts", i))
                    for i, where in enumerate(known)
                    if where not in wanted
                ),
                is_signed=bool(record and record.reviewers),
            )


def name_of(document: Document) -> str:
    """Return the name of a file inside its rules folder."""
    return document.file.split("/", 1)[1]


def _open(
    texts: tuple[SourceText, ...],
    known: dict[str, TranslatedText],
    document: Document,
    translation: Translation,
) -> Iterator[Open]:
    for text in texts:
        if fingerprint(text.text) in translation.words:
            continue
        before = known.get(text.where)
        is_stale = before is not None and (before.was or before.of != fingerprint(text.text))
        yield Open("stale" if is_stale else "missing", document.place(text.path), text.text)


def skeletons(
    documents: tuple[Document, ...], translation: Translation, more: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Yield translation files, by name, with places for texts, ready to be filled in.

    What is translated stays; what is out of date is kept as ``was``; what is gone is left out.
    A file that may stay English keeps the places that it has, so that a part of it can be
    translated alone; every text gets a place where all must be whole, or where it is named.

    Args:
        documents: the files of the rules.
        translation: the words of the language so far.
        more: names of files to write whole beside those that must be whole or were begun.
    """
    begun = _by_name(translation)
    taken: set[str] = set()
    for document in sorted(documents, key=_order):
        name = name_of(document)
        is_whole = name.startswith(WHOLE) or name in more
        if not (is_whole or name in begun):
            continue
        record = begun[name][1] if name in begun else None
        known = {text.where: text for text in record.texts} if record else {}
        entries = [
            _entry(text, known.get(text.where), translation.words.get(fingerprint(text.text), ""))
            for text in texts_of(document)
            if (is_whole or text.where in known or fingerprint(text.text) in translation.words)
            and not _was_taken(text, taken)
        ]
        if entries:
            signed = [one.model_dump(mode="json") for one in record.reviewers] if record else []
            head = HEAD.format(file=name, reviewers=json.dumps(signed, ensure_ascii=False))
            yield name, head + "".join(entries)


def _was_taken(text: SourceText, taken: set[str]) -> bool:
    of = fingerprint(text.text)
    was_taken = of in taken
    taken.add(of)
    return was_taken


def _entry(text: SourceText, before: TranslatedText | None, words: str) -> str:
    was = (before.es or before.was) if before and not words else None
    lines = {
        "where": text.where,
        "of": fingerprint(text.text),
        "en": text.text,
        **({"was": was} if was else {}),
        "es": words,
    }
    # JSON's texts are texts of YAML too, each on one line.
    shown = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in lines.items())
    return "  - " + "\n    ".join(shown) + "\n"


def _by_name(translation: Translation) -> dict[str, tuple[Document, TranslationFile]]:
    return {
        document.file.split(f"/{FOLDER}/", 1)[1].split("/", 1)[1]: (document, record)
        for document, record in translation.files
    }


def _order(document: Document) -> tuple[bool, str]:
    name = name_of(document)
    return not name.startswith(WHOLE), name
