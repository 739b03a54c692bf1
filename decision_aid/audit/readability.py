"""How hard a text is to read, by formula: raw, and with terms that are explained replaced.

Flesch-Kincaid grade (Kincaid and others 1975) and SMOG (McLaughlin 1969). Both count only
words, sentences and syllables, so they cannot tell whether a text is understood; they warn
when it grows heavy. Syllables are counted by groups of vowels, which is close enough for a
whole page and needs no dictionary.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from decision_aid.rulebook.glossary import Glossary

#: Stands for a term that the page explains (two syllables; standards, section 4.2).
EXPLAINED = "token"
#: Words of this many syllables count as long in SMOG.
LONG = 3
#: A text without a full stop counts as a sentence from this many words on; shorter ones are labels.
LABEL_WORDS = 5

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9,'-]*")
_VOWELS = re.compile(r"[aeiouy]+")
#: Vowels that stand together and are said apart: tri-al, radi-o, be-ing, di-et, us-ual, re-act.
_APART = re.compile(
    r"(?<![cgstx])i[ao]|[aeiouy](?=ing)|ie(?=t|nce)|(?<![qg])ua|(?<=r)ea(?=ct)|ea(?=s?$)|rious"
)
#: The letter e where it is not said: at the end, in -ed and -es, before -ly and the like.
_SILENT = re.compile(
    r"(?<![aeiouyl])e$|(?<=[aeiouy]l)e$|(?<![aeioutdy])(?<![^aeiouy]l)ed$|(?<![aeiouyclgsxz])(?<![sc]h)es$"
    r"|[bdfgklmnprstv]e(?=(?:ly|ment|less|ful|line|times?|side)$)"
)
_END = re.compile(r"(?<=[.!?])[”\")]*\s+")


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard some sentences are.

    Attributes:
        grade: years of school in the United States, after Flesch and Kincaid.
        smog: the same after McLaughlin; it is meant for 30 sentences or more.
        longest: the number of words of the longest sentence.
    """

    words: int
    sentences: int
    grade: float
    smog: float
    longest: int


@dataclass(frozen=True, slots=True)
class PageReading:
    """One page, scored as it stands and with explained terms replaced."""

    name: str
    raw: Reading
    replaced: Reading


def reading_of(sentences: Sequence[str]) -> Reading:
    """Score sentences; no words at all score nothing."""
    counted = [_WORD.findall(sentence) for sentence in sentences]
    counted = [words for words in counted if words]
    words = [word for sentence in counted for word in sentence]
    if not words:
        return Reading(0, 0, 0.0, 0.0, 0)
    syllables = [syllables_of(word) for word in words]
    return Reading(
        len(words),
        len(counted),
        flesch_kincaid(len(words), len(counted), sum(syllables)),
        smog(len(counted), sum(count >= LONG for count in syllables)),
        max(map(len, counted)),
    )


def flesch_kincaid(words: int, sentences: int, syllables: int) -> float:
    """Return the Flesch-Kincaid grade.

    >>> round(flesch_kincaid(words=100, sentences=10, syllables=130), 2)
    3.65
    """
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def smog(sentences: int, long_words: int) -> float:
    """Return the SMOG grade.

    >>> round(smog(sentences=30, long_words=36), 2)
    9.39
    """
    return 3.1291 + 1.0430 * math.sqrt(long_words * 30 / sentences)


@lru_cache(maxsize=20_000)
def syllables_of(word: str) -> int:
    """Count the syllables of an English word by its groups of vowels.

    >>> [syllables_of(word) for word in ("pain", "needle", "treated", "rubbed", "injection")]
    [1, 2, 2, 1, 3]
    """
    letters = re.sub(r"[^a-z]", "", word.lower())
    count = len(_VOWELS.findall(letters)) + len(_APART.findall(letters))
    return max(count - len(_SILENT.findall(letters)), 1)


def sentences_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Split texts into sentences; a short text without a full stop is a label, and left out."""
    split = (sentence for text in texts for sentence in _END.split(" ".join(text.split())))
    return tuple(
        sentence
        for sentence in split
        if sentence.endswith((".", "!", "?")) or len(_WORD.findall(sentence)) >= LABEL_WORDS
    )


def page_reading(name: str, texts: Iterable[str], glossary: Glossary) -> PageReading:
    """Score a page both ways."""
    sentences = sentences_of(texts)
    replaced = [glossary.replaced(sentence, EXPLAINED) for sentence in sentences]
    return PageReading(name, reading_of(sentences), reading_of(replaced))
