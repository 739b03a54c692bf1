"""A rulebook in another language: the same rules, with other words.

Only texts are replaced. Ids, conditions, urgencies and numbers are the same values, so
what comes out of answers cannot change with the language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from gettext import NullTranslations
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel

from decision_aid.rulebook.conditions import Condition
from decision_aid.rulebook.documents import Document, read_document
from decision_aid.rulebook.glossary import Glossary
from decision_aid.rulebook.model import Rulebook
from decision_aid.rulebook.problems import Problem, RulebookError
from decision_aid.rulebook.records import ReadyQuestion, TranslatedText, TranslationFile
from decision_aid.rulebook.texts import NOT_WORDS, fingerprint, is_words
from decision_aid.rulebook.validate import validated

FOLDER = "translations"
#: What a translation has to repeat as it is: numbers, and what stands for a number to ring.
_KEPT = re.compile(r"\{\w+\}|\d+")

ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True)
class Translation:
    """The words of one language.

    Attributes:
        words: texts by the fingerprint of their English.
        files: the files they stand in, each with its record.
    """

    words: Mapping[str, str]
    files: tuple[tuple[Document, TranslationFile], ...]


def read_translation(folder: Path, language: str) -> Translation:
    """Return the words of a language in a rules folder; none when there are no files of it.

    Raises:
        RulebookError: with every problem of every file, each with its place.
    """
    problems: list[Problem] = []
    files = []
    for path in sorted((folder / FOLDER / language).rglob("*.yaml")):
        document = read_document(path, folder)
        if not isinstance(document, Document):
            problems += document
            continue
        record = validated(document, TranslationFile, problems)
        if record is not None:
            files.append((document, record))
    words: dict[str, str] = {}
    for document, record in files:
        for i, text in enumerate(record.texts):
            problems += [document.problem(("texts", i), fault) for fault in _faults(text, words)]
            if text.es:
                words[text.of] = text.es
    if problems:
        raise RulebookError(problems)
    return Translation(MappingProxyType(words), tuple(files))


def _faults(text: TranslatedText, words: Mapping[str, str]) -> Iterator[str]:
    if text.of != fingerprint(text.en):
        yield f'"{text.of}" is not the fingerprint of "{text.en}": leave of: and en: as they are.'
    if not text.es:
        return
    if words.get(text.of, text.es) != text.es:
        yield f'"{text.en}" is translated in two ways: "{words[text.of]}" and "{text.es}".'
    kept, there = sorted(_KEPT.findall(text.en)), sorted(_KEPT.findall(text.es))
    if kept != there:
        yield (
            f'"{text.es}" has other numbers than "{text.en}": '
            f"{', '.join(there) or 'none'} and not {', '.join(kept) or 'none'}."
        )


def translated(
    rulebook: Rulebook, translation: Translation, catalogue: NullTranslations
) -> Rulebook:
    """Return the rulebook in another language; what has no translation stays, and says so.

    Args:
        rulebook: the rules in English.
        translation: the words of the language.
        catalogue: the interface's words, for the few texts that the program itself adds; it
            gives back what it does not hold as untranslated.
    """

    def said(text: str) -> str:
        return translation.words.get(fingerprint(text)) or catalogue.gettext(text)

    return replace(
        _with_words(rulebook, said),
        groups=MappingProxyType({name: said(text) for name, text in rulebook.groups.items()}),
        glossary=Glossary.of(
            tuple(_with_words(term, said) for term in rulebook.glossary),
            rulebook.glossary.everyday,
        ),
    )


def _with_words(value: ValueT, said: Callable[[str], str], key: str = "") -> ValueT:
    """Return a value with its texts replaced; a part that holds none is the same object."""
    new: object = value
    if isinstance(value, Condition):
        return value
    if isinstance(value, str):
        new = said(value) if is_words(key, value) else value
    elif isinstance(value, tuple):
        parts = tuple(_with_words(part, said, key) for part in value)
        new = parts if _differ(parts, value) else value
    elif isinstance(value, Mapping):
        named = {name: _with_words(part, said, key) for name, part in value.items()}
        changed = _differ(named.values(), value.values())
        new = MappingProxyType(named) if changed else value
    elif isinstance(value, BaseModel) or is_dataclass(value):
        changes = dict(_changes(value, said))
        if isinstance(value, BaseModel):
            new = value.model_copy(update=changes) if changes else value
        else:
            new = replace(value, **changes) if changes else value  # type: ignore[type-var]
    return new  # type: ignore[return-value]


def _changes(value: object, said: Callable[[str], str]) -> Iterator[tuple[str, object]]:
    names = type(value).model_fields if isinstance(value, BaseModel) else _names(value)
    for name in names:
        if name in NOT_WORDS or (name == "go_to" and isinstance(value, ReadyQuestion)):
            continue
        part = getattr(value, name)
        new = _with_words(part, said, name)
        if new is not part:
            yield name, new


def _names(value: object) -> Iterator[str]:
    yield from (field.name for field in fields(value) if field.init)  # type: ignore[arg-type]


def _differ(new: object, old: object) -> bool:
    return any(a is not b for a, b in zip(new, old, strict=True))  # type: ignore[call-overload]
