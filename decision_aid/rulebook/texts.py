"""The texts of rule files that people read, each with its place and its fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from decision_aid.rulebook.documents import Document, Path_

#: The keys under which words for people stand, in files and in records alike.
#: ``when`` is a condition nearly everywhere; only where it is a text it is one to read.
KEYS = frozenset(
    {
        "ask",
        "because",
        "benefit",
        "change_text",
        "columns",
        "comparator",
        "event",
        "footer",
        "forms",
        "go_to",
        "harm",
        "hint",
        "if_not",
        "intro",
        "name",
        "old_and_checked",
        "one_by_one",
        "one_line",
        "otherwise",
        "population",
        "position_gap",
        "questions_to_ask",
        "rows",
        "says",
        "short",
        "tell",
        "term",
        "text",
        "time",
        "title",
        "what",
        "when",
        "why",
        "why_uncertain",
    }
)
#: What holds names of people, of sources and of pages, not words.
NOT_WORDS = frozenset({"reviewers", "sources"})
#: Stands for a comparison that there was not.
NO_COMPARATOR = "none"


@dataclass(frozen=True, slots=True)
class SourceText:
    """One text of a rule file.

    Attributes:
        where: its place for people: ids and keys, from the top of the file.
        path: its place in the document.
    """

    where: str
    path: Path_
    text: str


def fingerprint(text: str) -> str:
    """Return what a translation is kept under: ten digits that change with the text.

    >>> fingerprint("Where do you live?")
    '8a38c81b46'
    """
    return hashlib.sha256(text.strip().encode()).hexdigest()[:10]


def texts_of(document: Document) -> Iterator[SourceText]:
    """Yield each text of a file that people read, in the order of the file."""
    yield from _texts(document.root, (), (), "")


def is_words(key: str, text: str) -> bool:
    """Tell whether a text under a key is one that people read."""
    return key in KEYS and not (key == "comparator" and text == NO_COMPARATOR)


def _texts(node: object, path: Path_, where: tuple[str, ...], key: str) -> Iterator[SourceText]:
    if isinstance(node, dict):
        for name, value in node.items():
            if name not in NOT_WORDS and not (name == "go_to" and "if_not" in node):
                yield from _texts(value, (*path, name), (*where, name), name)
    elif isinstance(node, tuple):
        for i, value in enumerate(node):
            yield from _texts(value, (*path, i), (*where, _name(value, i)), key)
    elif isinstance(node, str) and is_words(key, node):
        yield SourceText("/".join(where), path, node.strip())


def _name(value: object, place: int) -> str:
    """Return what a part of a list is called: its id, or its number."""
    if isinstance(value, dict):
        for key in ("id", "choice", "body"):
            if isinstance(value.get(key), str):
                return str(value[key])
    return str(place + 1)
