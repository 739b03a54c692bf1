"""Words that the aid never uses of a person or an option (standards, sections 3 and 6.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DISEASES = (
    "sciatica|arthritis|stenosis|crps|neuropathy|a slipped disc|facet|radiculopathy|fibromyalgia"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that is not used.

    Attributes:
        needle: a part that every such phrase holds, in small letters. Looking for it first
            makes the whole check seven times faster.
    """

    why: str
    needle: str
    pattern: re.Pattern[str]


#: Why phrases are not used; for each a needle and a regular expression.
_BANNED = {
    "it names a disease that the person has": (
        ("have ", rf"\byou (?:may |might |probably )?have (?:{_DISEASES})\b"),
    ),
    "it tells the person what to do": (
        (
            "you ",
            r"\byou (?:should|must|ought to|need to|need an?|don.t need|do not need)\b",
        ),
    ),
    "it recommends": (
        ("recommend", r"\b(?:we|is|are) recommend(?:ed)? (?:for|that) you\b"),
        ("we ", r"\bwe (?:recommend|suggest|advise)\b"),
        ("recommended for you", r"\brecommended for you\b"),
    ),
    "it judges the person": (
        ("you ", r"\byou (?:qualify|are eligible|are suitable|are a (?:good )?candidate)\b"),
    ),
    "it ranks": (
        (
            " for you",
            r"\b(?:best|ideal|right|perfect) (?:option|treatment|choice|procedure|match) for you\b",
        ),
        ("gold standard", r"\bgold standard\b"),
        ("last resort", r"\blast resort\b"),
    ),
    "it sells": (
        ("minimally", r"\bminimally[ -]invasive\b"),
        ("ly ", r"\b(?:highly|extremely) (?:effective|safe)\b"),
        ("very ", r"\bvery (?:effective|safe)\b"),
    ),
    "it promises": (
        (
            "safe",
            r"\b(?:is|are) (?:(?:perfectly|completely|very) )?safe\b(?! to (?:say|ring|ask))",
        ),
        ("proven", r"\bproven\b"),
    ),
    "a share without a comparison is no benefit": (("success rate", r"\bsuccess rates?\b"),),
    "write N out of 100 (RC1, RC2)": (
        ("1 in ", r"\b1 in \d"),
        ("%", r"\d ?%"),
    ),
    "a word for a chance is read too high (RC9)": (
        ("rare", r"\b(?:very )?rare(?:ly)?\b(?! (?:illness|disease|condition))"),
        ("common side effect", r"\b(?:un)?common side effects?\b"),
        ("risk", r"\blow[ -]risk\b"),
    ),
    "a relative number alone misleads (RC4)": (
        ("as likely", r"\b(?:twice|half) as likely\b"),
        ("halves ", r"\bhalves (?:the|your) (?:risk|chance)\b"),
        ("doubles ", r"\bdoubles (?:the|your) (?:risk|chance)\b"),
    ),
    "it compares the person to persuade (RC12)": (("average", r"\bthan (?:the )?average\b"),),
    "no evidence of a difference is not evidence of none": (
        (
            "no difference",
            r"\bno difference\b(?! was (?:seen|found))(?<!little or no difference)",
        ),
    ),
}
BANNED = tuple(
    Phrase(why, needle, re.compile(pattern, re.IGNORECASE))
    for why, phrases in _BANNED.items()
    for needle, pattern in phrases
)

#: The same in Spanish, as far as it can be told from the words alone.
_DISEASES_IN_SPANISH = "ciática|artritis|artrosis|estenosis|neuropatía|fibromialgia|una hernia"
_BANNED_IN_SPANISH = {
    "it names a disease that the person has": (
        rf"\busted (?:quizás? |probablemente )?tiene (?:{_DISEASES_IN_SPANISH})\b",
    ),
    "it tells the person what to do": (
        r"\busted (?:debe|debería|tiene que|necesita)\b",
        r"\b(?:debe|debería) usted\b",
    ),
    "it recommends": (
        r"\b(?:le |se le )?recomendamos\b",
        r"\bse le recomienda\b",
        r"\b(?:le )?sugerimos\b",
    ),
    "it judges the person": (
        r"\b(?:buen|buena|mal|mala) candidat[oa]\b",
        r"\busted (?:cumple los requisitos|es apt[oa])\b",
    ),
    "it ranks": (
        r"\bl[oa] mejor para usted\b",
        r"\b(?:mejor|ideal) (?:opción|tratamiento|procedimiento) para usted\b",
        r"\búltimo recurso\b",
    ),
    "it sells": (r"\bmínimamente invasiv[oa]\b", r"\bmuy (?:eficaz|segur[oa])\b"),
    "it promises": (r"\bes (?:completamente |totalmente )?segur[oa]\b(?! de)",),
    "write N de 100 (RC1, RC2)": (r"\d ?%", r"\bpor ciento\b", r"\b(?:1|una?) de cada \d"),
    "a word for a chance is read too high (RC9)": (
        r"\b(?:muy )?rar[oa] vez\b",
        r"\bbajo riesgo\b",
    ),
}
_SPANISH = tuple(
    (why, re.compile(pattern, re.IGNORECASE))
    for why, patterns in _BANNED_IN_SPANISH.items()
    for pattern in patterns
)


def faults_in_spanish(text: str) -> Iterator[tuple[str, str]]:
    """Yield each phrase of a Spanish text that the aid does not use, with the reason.

    >>> list(faults_in_spanish("Usted debe preguntar."))
    [('Usted debe', 'it tells the person what to do')]
    """
    for why, pattern in _SPANISH:
        for match in pattern.finditer(text):
            yield match.group(), why


def wording_faults(text: str) -> Iterator[tuple[str, str]]:
    """Yield each phrase of *text* that the aid does not use, with the reason."""
    small = text.lower()
    for phrase in BANNED:
        if phrase.needle in small:
            for match in phrase.pattern.finditer(text):
                yield match.group(), phrase.why
