"""Words that the aid never uses of a person or an option (standards, sections 3 and 6.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DISEASES = (
    "sciatica|arthritis|stenosis|crps|neuropathy|a slipped disc|facet|radiculopathy|fibromyalgia"
)

#: Why a phrase is not used, and the phrases, as regular expressions.
_BANNED = {
    "it names a disease that the person has": (
        rf"\byou (?:may |might |probably )?have (?:{_DISEASES})\b",
    ),
    "it tells the person what to do": (
        r"\byou (?:should|must|ought to|need to|need an?|don.t need|do not need)\b",
    ),
    "it recommends": (
        r"\b(?:we|is|are) recommend(?:ed)? (?:for|that) you\b",
        r"\bwe (?:recommend|suggest|advise)\b",
        r"\brecommended for you\b",
    ),
    "it judges the person": (
        r"\byou (?:qualify|are eligible|are suitable|are a (?:good )?candidate)\b",
    ),
    "it ranks": (
        r"\b(?:best|ideal|right|perfect) (?:option|treatment|choice|procedure|match) for you\b",
        r"\bgold standard\b",
        r"\blast resort\b",
    ),
    "it sells": (
        r"\bminimally[ -]invasive\b",
        r"\b(?:highly|very|extremely) (?:effective|safe)\b",
    ),
    "it promises": (
        r"\b(?:is|are) (?:perfectly |completely |generally |very )?safe\b(?! to (?:say|ring|ask))",
        r"\bproven\b",
    ),
    "a share without a comparison is no benefit": (r"\bsuccess rates?\b",),
    "write N out of 100 (RC1, RC2)": (r"\b1 in \d", r"\d ?%"),
    "a word for a chance is read too high (RC9)": (
        r"\b(?:very )?rare(?:ly)?\b(?! (?:illness|disease|condition))",
        r"\b(?:un)?common side effects?\b",
        r"\blow[ -]risk\b",
    ),
    "a relative number alone misleads (RC4)": (
        r"\b(?:twice|half) as likely\b",
        r"\b(?:halves|doubles) (?:the|your) (?:risk|chance)\b",
    ),
    "it compares the person to persuade (RC12)": (r"\bthan (?:the )?average\b",),
    "no evidence of a difference is not evidence of none": (
        r"\bno difference\b(?! was (?:seen|found))(?<!little or no difference)",
    ),
}
BANNED = tuple(
    (re.compile(pattern, re.IGNORECASE), why)
    for why, patterns in _BANNED.items()
    for pattern in patterns
)


def wording_faults(text: str) -> Iterator[tuple[str, str]]:
    """Yield each phrase of *text* that the aid does not use, with the reason."""
    for pattern, why in BANNED:
        for match in pattern.finditer(text):
            yield match.group(), why
