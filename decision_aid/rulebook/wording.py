"""Words that the aid never uses of a person or an option (standards, sections 3 and 6.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BANNED = {
    r"\byou (?:may |might |probably )?have (?:sciatica|arthritis|stenosis|crps|neuropathy|a slipped disc|"
    r"facet|radiculopathy|fibromyalgia)\b": "it names a disease that the person has",
    r"\byou (?:should|must|ought to|need to|need a|need an|don.t need|do not need)\b":
        "it tells the person what to do",
    r"\b(?:we|is|are) recommend(?:ed)? (?:for|that) you\b": "it recommends",
    r"\bwe (?:recommend|suggest|advise)\b": "it recommends",
    r"\brecommended for you\b": "it recommends",
    r"\byou (?:qualify|are eligible|are suitable|are a (?:good )?candidate)\b": "it judges the person",
    r"\b(?:best|ideal|right|perfect) (?:option|treatment|choice|procedure|match) for you\b": "it ranks",
    r"\bgold standard\b": "it ranks",
    r"\blast resort\b": "it ranks",
    r"\bminimally[ -]invasive\b": "it sells",
    r"\b(?:highly|very|extremely) (?:effective|safe)\b": "it sells",
    r"\b(?:is|are) (?:perfectly |completely |generally |very )?safe\b(?! to (?:say|ring|ask))": "it promises",
    r"\bproven\b": "it promises",
    r"\bsuccess rates?\b": "a share without a comparison is no benefit",
    r"\b1 in \d": "write N out of 100 (RC2)",
    r"\d ?%": "write N out of 100 (RC1)",
    r"\b(?:very )?rare(?:ly)?\b(?! (?:illness|disease|condition))": "a word for a chance is read too high (RC9)",
    r"\b(?:un)?common side effects?\b": "a word for a chance is read too high (RC9)",
    r"\blow[ -]risk\b": "a word for a chance is read too high (RC9)",
    r"\b(?:twice|half) as likely\b|\b(?:halves|doubles) (?:the|your) (?:risk|chance)\b":
        "a relative number alone misleads (RC4)",
    r"\bthan (?:the )?average\b": "it compares the person to persuade (RC12)",
    r"\bno difference\b(?! was (?:seen|found))(?<!little or no difference)":
        "no evidence of a difference is not evidence of none",
}
BANNED = tuple((re.compile(pattern, re.IGNORECASE), why) for pattern, why in _BANNED.items())


def wording_faults(text: str) -> Iterator[tuple[str, str]]:
    """Yield each phrase of *text* that the aid does not use, with the reason."""
    for pattern, why in BANNED:
        for match in pattern.finditer(text):
            yield match.group(), why
