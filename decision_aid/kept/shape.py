"""The shape of a kept file: a small JSON document that people can read.

A new kind of content gets its own optional entry here, and one line each in
:mod:`decision_aid.kept.write` and :mod:`decision_aid.kept.read`. What an older site cannot
read needs a new ``VERSION``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from decision_aid.overview.model import Section
from decision_aid.rulebook.records import Urgency
from decision_aid.rulebook.records.base import Record

FORMAT = "decision-aid-answers"
VERSION = 1
#: The whole request stays below 64 KiB with a file of this size in it.
MOST_BYTES = 64_000

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]+$", max_length=100)]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]+$", max_length=64)]
Line = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f\x7f-\x9f]*$", max_length=4000)]


class AnswerShape(Record):
    """One answer: in words for people, and as the site reads it (own words as they were typed)."""

    asked: Line
    told: Line
    id: Id
    value: Line | int | tuple[Id, ...]


class ReasonShape(Record):
    """A reason, and the rules that fired with it, each with the digest of what it says."""

    because: Line
    rules: Mapping[Id, Digest]


class CameOutShape(Record):
    """What came out on the day when the file was made; options by section, with their names."""

    urgency: Urgency | None
    stop: Id | None
    sections: Mapping[Section, Mapping[Id, Line]]
    reasons: tuple[ReasonShape, ...]


class PainShape(Record):
    """What was told about one pain; the first one also holds what was told about the person."""

    answers: tuple[AnswerShape, ...]
    left_empty: tuple[Id, ...]
    came_out: CameOutShape | None


class EditionShape(Record):
    """The edition that the answers were given to."""

    version: Line
    date: date
    digest: Digest


class FileShape(Record):
    """The whole file."""

    about: Line
    format: Literal["decision-aid-answers"]
    version: Literal[1]
    made_on: date
    edition: EditionShape
    pains: Annotated[tuple[PainShape, ...], Field(min_length=1, max_length=2)]
    checksum: Digest


def checksum_of(content: Mapping[str, object]) -> str:
    """Return the checksum over everything in a file but the checksum itself.

    It is about the content and not its layout: another order or other spaces change nothing.
    It finds damage and slips of the hand; it is no seal, since anyone can work it out.
    """
    rest = {name: value for name, value in content.items() if name != "checksum"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()
